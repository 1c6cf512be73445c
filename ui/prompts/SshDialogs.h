// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hosts/Prompter.h"
#include "ui/prompts/Dialogs.h"

class QCheckBox;
class QLineEdit;

namespace bascule::ui {

/// The key of a server that is not known yet: its fingerprint to compare, and whether to accept it.
class HostKeyDialog : public Prompt
{
    Q_OBJECT
public:
    HostKeyDialog(QWidget* parent, const bascule::Prompt& prompt);
};

/// A password, a passphrase, or whatever else a server asks without showing it.
class SecretDialog : public Prompt
{
    Q_OBJECT
public:
    SecretDialog(QWidget* parent, const bascule::Prompt& prompt);
    /// What was typed; the field is emptied.
    Secret take();
    /// Whether the person wants it kept in the keyring; not unless ticked.
    bool keep() const;

protected:
    QString whyNot() const override;

private:
    void addKeep(bascule::Prompt::Keeping keeping);

    QLineEdit* m_edit;
    QCheckBox* m_keep = nullptr;
};

} // namespace bascule::ui
