// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/prompts/Dialogs.h"
#include "ui/wizard/AppContext.h"

class QDoubleSpinBox;
class QMenu;

namespace bascule::ui {

/// How fast transfers of the project go, in words: "no limit", "at most 5 MB/s, going easy".
QString speedWords(const AppContext& context);

/// Fills a menu with the speeds to choose from and the courtesy to the old server; what is chosen holds at once for the
/// transfer that runs, and for those that follow. GUI thread; `parent` is the window of the dialog for other speeds.
void fillSpeedMenu(QMenu* menu, AppContext& context, QWidget* parent);

/// Asks for a speed that is in no menu.
class SpeedDialog : public Prompt
{
    Q_OBJECT
public:
    SpeedDialog(QWidget* parent, qint64 bytesPerSecond);
    qint64 bytesPerSecond() const;

private:
    QDoubleSpinBox* m_speed;
};

} // namespace bascule::ui
