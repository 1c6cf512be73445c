// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hosts/Prompter.h"

#include <map>
#include <memory>
#include <mutex>

namespace bascule {

/// Answers that were given since the program started, so that a connection that breaks is made again without asking.
/// In memory alone, wiped at the end. Thread-safe.
class RememberedSecrets
{
public:
    std::optional<Secret> get(const QString& name) const;
    void put(const QString& name, const Secret& secret);
    void forget(const QString& name);

private:
    mutable std::mutex m_mutex;
    std::map<QString, Secret> m_secrets;
};

/// Gives an answer that was given before; what is refused is forgotten and asked again. Host keys, and whatever else a
/// server asks (one-time codes are among it), always go to the person. As thread-safe as that one.
class RememberingPrompter final : public Prompter
{
public:
    /// `person`: null: nobody is there.
    RememberingPrompter(std::shared_ptr<Prompter> person, std::shared_ptr<RememberedSecrets> secrets)
        : m_person(std::move(person))
        , m_secrets(std::move(secrets))
    {
    }
    Answer ask(const Prompt& prompt, std::stop_token stop) override;
    void settled(const Prompt& prompt, const Answer& answer, bool accepted, std::stop_token stop) override;

private:
    std::shared_ptr<Prompter> m_person;
    std::shared_ptr<RememberedSecrets> m_secrets;
};

} // namespace bascule
