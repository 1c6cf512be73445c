// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hosts/SecretStore.h"

#include <functional>
#include <memory>

namespace bascule {

/// Answers from a keyring where it can, else puts the prompt to a person, who may say that the answer is kept. What is
/// accepted is kept then, what was kept and is refused is removed. Without a person it takes secrets from an unlocked
/// keyring and never makes anything come up. As thread-safe as the other two.
class KeyringPrompter final : public Prompter
{
public:
    /// `person`: null: nobody is there. `complain`: hears, on the thread of the job, that something asked to be kept
    /// could not be.
    KeyringPrompter(std::shared_ptr<Prompter> person, std::shared_ptr<SecretStore> store,
                    std::function<void(const Error&)> complain = {})
        : m_person(std::move(person))
        , m_store(std::move(store))
        , m_complain(std::move(complain))
    {
    }
    Answer ask(const Prompt& prompt, std::stop_token stop) override;
    void settled(const Prompt& prompt, const Answer& answer, bool accepted, std::stop_token stop) override;

private:
    std::shared_ptr<Prompter> m_person;
    std::shared_ptr<SecretStore> m_store;
    std::function<void(const Error&)> m_complain;
};

} // namespace bascule
