// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/RememberingPrompter.h"

#include "core/hosts/SecretStore.h"

namespace bascule {

std::optional<Secret> RememberedSecrets::get(const QString& name) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_secrets.find(name);
    return found == m_secrets.end() ? std::nullopt : std::optional(found->second.copy());
}

void RememberedSecrets::put(const QString& name, const Secret& secret)
{
    const std::lock_guard lock(m_mutex);
    m_secrets.insert_or_assign(name, secret.copy());
}

void RememberedSecrets::forget(const QString& name)
{
    const std::lock_guard lock(m_mutex);
    m_secrets.erase(name);
}

Answer RememberingPrompter::ask(const Prompt& prompt, std::stop_token stop)
{
    const auto name = secretName(prompt);
    if (name) {
        if (auto known = m_secrets->get(*name)) {
            Answer answer = Answer::given(std::move(*known));
            answer.fromStore = true; // who is refused with it is asked
            return answer;
        }
    }
    Answer answer = m_person ? m_person->ask(prompt, std::move(stop)) : Answer::nobodyThere();
    // Before anybody knows whether it is right: the line may break before that is said.
    if (name && answer.kind == Answer::Kind::Given && !answer.secret.isEmpty())
        m_secrets->put(*name, answer.secret);
    return answer;
}

void RememberingPrompter::settled(const Prompt& prompt, const Answer& answer, bool accepted, std::stop_token stop)
{
    if (const auto name = secretName(prompt); name && !accepted)
        m_secrets->forget(*name);
    if (m_person)
        m_person->settled(prompt, answer, accepted, std::move(stop));
}

} // namespace bascule
