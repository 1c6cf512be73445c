// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/KeyringPrompter.h"

#include <QRegularExpression>

namespace bascule {

using namespace Qt::StringLiterals;

std::optional<QString> keyFileOf(const Prompt& prompt)
{
    if (prompt.kind != Prompt::Kind::Passphrase)
        return {};
    // "Enter passphrase for key '/home/a/.ssh/id':", also "… for 'FILE':" and "… for FILE:".
    static const QRegularExpression file(u"^Enter passphrase for (?:key )?(?:'(.+)'|(.+)):$"_s);
    const auto found = file.match(prompt.text.trimmed());
    const QString path = found.captured(1).isEmpty() ? found.captured(2) : found.captured(1);
    return path.isEmpty() ? std::nullopt : std::optional(path);
}

std::optional<QString> secretName(const Prompt& prompt)
{
    const QString who = prompt.user + u'@' + prompt.host;
    switch (prompt.kind) {
    case Prompt::Kind::Password:
        return prompt.host.isEmpty() ? std::nullopt : std::optional(u"password "_s + who + u" for "_s + prompt.server);
    case Prompt::Kind::SudoPassword:
        return prompt.server.isEmpty() ? std::nullopt : std::optional(u"sudo "_s + who + u" for "_s + prompt.server);
    case Prompt::Kind::Passphrase: {
        const auto file = keyFileOf(prompt);
        return file ? std::optional(u"passphrase "_s + *file) : std::nullopt;
    }
    case Prompt::Kind::HostKey:
    case Prompt::Kind::Other:
        break;
    }
    return {};
}

Answer KeyringPrompter::ask(const Prompt& prompt, std::stop_token stop)
{
    const auto name = secretName(prompt);
    if (!name)
        return m_person ? m_person->ask(prompt, stop) : Answer::nobodyThere();
    const SecretStore::State state = m_store->state(stop);
    // With nobody there, nobody could unlock it either.
    if (state == SecretStore::State::Open || (state == SecretStore::State::Locked && m_person)) {
        auto kept = m_store->read(*name, stop);
        if (kept && *kept && !(*kept)->isEmpty()) {
            Answer answer = Answer::given(std::move(**kept));
            answer.fromStore = true;
            return answer;
        }
    }
    if (stop.stop_requested())
        return Answer::refused();
    if (!m_person)
        return Answer::nobodyThere();
    Prompt offered = prompt;
    offered.keeping = state == SecretStore::State::None ? Prompt::Keeping::NoKeyring : Prompt::Keeping::Offered;
    return m_person->ask(offered, stop);
}

void KeyringPrompter::settled(const Prompt& prompt, const Answer& answer, bool accepted, std::stop_token stop)
{
    const auto name = secretName(prompt);
    Result<void> done;
    if (name && accepted && answer.keep && !answer.fromStore)
        done = m_store->write(*name, answer.secret, stop);
    else if (name && !accepted && answer.fromStore)
        done = m_store->remove(*name, stop);
    if (!done && done.error().code != "cancelled" && m_complain)
        m_complain(done.error());
    if (m_person)
        m_person->settled(prompt, answer, accepted, stop);
}

} // namespace bascule
