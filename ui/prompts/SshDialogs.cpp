// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompts/SshDialogs.h"

#include "core/hosts/SecretStore.h"
#include "ui/widgets/Buttons.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bascule::ui {

namespace {

QString whoOf(const bascule::Prompt& prompt)
{
    return prompt.user.isEmpty() ? prompt.host : prompt.user + u'@' + prompt.host;
}

/// A command stays on its line: "ssh-keygen -" would be another one.
QString unbroken(QString command)
{
    return command.replace(u' ', u'\u00a0').replace(u'-', u"\u2060-\u2060"_s);
}

} // namespace

HostKeyDialog::HostKeyDialog(QWidget* parent, const bascule::Prompt& prompt)
    : Prompt(parent)
{
    setObjectName(u"host-key"_s);
    setSentence(tr("Is this the key of %1?").arg(prompt.host));
    setBody(tr("This server is not known yet. Compare its key with what “%1” says on the server itself; accept it only "
               "when they are the same.")
                .arg(unbroken(u"ssh-keygen -lf"_s)));
    TextLabel* key = addLabel(prompt.keyType + u' ' + prompt.fingerprint);
    key->setObjectName(u"fingerprint"_s);
    key->setFontRole(FontRole::Fixed);
    key->setToken(Token::Text);
    key->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    key->setAccessibleName(tr("Key"));
    setVerb(tr("The fingerprint is right"));
}

SecretDialog::SecretDialog(QWidget* parent, const bascule::Prompt& prompt)
    : Prompt(parent)
    , m_edit(new QLineEdit(this))
{
    setObjectName(u"secret"_s);
    QString label = tr("Password");
    QString verb = tr("Log in");
    const auto keyFile = keyFileOf(prompt);
    switch (prompt.kind) {
    case bascule::Prompt::Kind::SudoPassword:
        setSentence(tr("Your password for sudo on %1").arg(whoOf(prompt)));
        setBody(tr("It is written only once sudo asks for it, and forgotten when the connection ends."));
        verb = tr("Continue");
        break;
    case bascule::Prompt::Kind::Password:
        setSentence(tr("Password of %1").arg(whoOf(prompt)));
        setBody(tr("It is handed to ssh and forgotten."));
        break;
    case bascule::Prompt::Kind::Passphrase:
        setSentence(tr("The passphrase of your key"));
        setBody(keyFile ? tr("It opens the key %1").arg(*keyFile) : prompt.text);
        label = tr("Passphrase");
        break;
    case bascule::Prompt::Kind::HostKey:
    case bascule::Prompt::Kind::Other:
        setSentence(prompt.host.isEmpty() ? tr("ssh asks") : tr("%1 asks").arg(whoOf(prompt)));
        setBody(prompt.text);
        label = tr("Answer");
        break;
    }
    addLabel(label)->setBuddy(m_edit);
    m_edit->setObjectName(u"secret-field"_s);
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setAccessibleName(label);
    fields()->addWidget(m_edit);
    addKeep(prompt.keeping);
    connect(m_edit, &QLineEdit::textChanged, this, [this] { check(); });
    connect(m_edit, &QLineEdit::returnPressed, this, [this] {
        if (whyNot().isEmpty())
            accept();
    });
    setVerb(verb);
    m_edit->setFocus();
}

/// Off unless ticked; where it cannot be ticked, the reason stands below.
void SecretDialog::addKeep(bascule::Prompt::Keeping keeping)
{
    if (keeping == bascule::Prompt::Keeping::Never)
        return;
    m_keep = new QCheckBox(tr("&Keep in the keyring"), this);
    m_keep->setObjectName(u"keep"_s);
    fields()->addSpacing(4);
    fields()->addWidget(m_keep);
    const bool offered = keeping == bascule::Prompt::Keeping::Offered;
    const QString words = offered ? tr("The system’s keyring then answers in your place, until the server refuses it.")
                                  : tr("No keyring answers on this machine: you will be asked each time.");
    auto* reason = new TextLabel(words, FontRole::Caption, Token::Muted, this);
    reason->setObjectName(u"keep-reason"_s);
    reason->setWordWrap(true);
    fields()->addWidget(reason);
    m_keep->setEnabled(offered);
    m_keep->setToolTip(words);
    m_keep->setAccessibleDescription(words);
}

bool SecretDialog::keep() const
{
    return m_keep && m_keep->isEnabled() && m_keep->isChecked();
}

Secret SecretDialog::take()
{
    QByteArray bytes = m_edit->text().toUtf8();
    Secret secret(bytes);
    wipeBytes(bytes.data(), std::size_t(bytes.size()));
    m_edit->clear();
    return secret;
}

QString SecretDialog::whyNot() const
{
    return m_edit && m_edit->text().isEmpty() ? tr("Nothing is typed yet.") : QString();
}

} // namespace bascule::ui
