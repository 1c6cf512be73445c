// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hosts/SecretStore.h"

namespace bascule {

/// The keyring of the desktop (Secret Service, or KWallet), through QtKeychain. All of it runs on one thread of its own
/// with an event loop, started at the first use and ended with the application; callers wait for it, on their threads.
/// Entries are called "bascule". Thread-safe.
class Keyring final : public SecretStore
{
public:
    State state(std::stop_token stop) override;
    Result<std::optional<Secret>> read(const QString& name, std::stop_token stop) override;
    Result<void> write(const QString& name, const Secret& secret, std::stop_token stop) override;
    Result<void> remove(const QString& name, std::stop_token stop) override;
};

} // namespace bascule
