// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/ProjectStore.h"
#include "core/text/Catalogue.h"
#include "ui/pages/FormDialog.h"

#include <functional>
#include <vector>

namespace bascule::ui {

/// Who signs, and for whom: a person of the project has one role and signs for that one only.
/// GUI thread; deletes itself when closed.
class SignatureDialog : public FormDialog
{
    Q_OBJECT
public:
    using FormDialog::FormDialog;

    /// Adds the two fields. `label` stands before the name; `roles` are offered in that order.
    void askSigner(const QString& label, const SnapshotPtr& snapshot, const std::vector<PersonRole>& roles,
                   PersonRole preset, const text::Phrasebook& words);
    /// Opens it; `done` gets the name and the role.
    void askSignature(std::function<void(const QString&, PersonRole)> done);
};

} // namespace bascule::ui
