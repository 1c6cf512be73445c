// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Base.h"
#include "core/hosts/Prompter.h"

#include <optional>

namespace bascule {

/// Where passwords may be kept from one day to the next, by name. Thread-safe; every call blocks (never on the GUI
/// thread), honours the stop token within 2 s ("cancelled"), and may take as long as a person needs to unlock it.
/// Codes: "keyring.unavailable", "keyring.failed" (detail: the keyring's own words).
class SecretStore
{
public:
    enum class State {
        None,   ///< no keyring answers
        Locked, ///< using it may make the system ask for its password
        Open
    };
    virtual ~SecretStore() = default;
    /// How it stands now; asks nobody anything.
    virtual State state(std::stop_token stop) = 0;
    /// Nothing when there is none of that name.
    virtual Result<std::optional<Secret>> read(const QString& name, std::stop_token stop) = 0;
    virtual Result<void> write(const QString& name, const Secret& secret, std::stop_token stop) = 0;
    /// No error when there was none.
    virtual Result<void> remove(const QString& name, std::stop_token stop) = 0;
};

/// The name under which the answer to a prompt is kept: kind, user and host as asked, and the address of the connection
/// it is for, with its port; for a passphrase the key file. Nothing for what is never kept: host keys, and whatever
/// else a server asks (one-time codes are among it). Pure.
std::optional<QString> secretName(const Prompt& prompt);
/// The key file whose passphrase ssh asks for, as ssh names it. Pure.
std::optional<QString> keyFileOf(const Prompt& prompt);

} // namespace bascule
