// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/DetailsPanel.h"
#include "ui/wizard/PageBase.h"

#include <QCoreApplication>

namespace bascule::ui {

/// What a run left out, beside what proves the step: a button that saves the whole list. GUI thread.
class ExportList
{
    Q_DECLARE_TR_FUNCTIONS(bascule::ui::ExportList)
public:
    /// Adds the button after a proof ("proof.left-out") that has a list.
    static void addButton(Details& details, const QString& code, const QJsonObject& params);
    /// Whether it was that button: then it has asked where to, and saves the list there as a job.
    static bool pressed(PageBase& page, AppContext& context, const QString& button);
};

} // namespace bascule::ui
