// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Result.h"

#include <cstdint>
#include <string>

#include <sys/types.h>

namespace bascule::engine {

/// A key that may log in for a while, for one command and from one address, in an authorized_keys. Two lines: a comment
/// that says who is responsible (process and its start) and how the file was, and the key. The file keeps its owner,
/// mode and attributes, and when the key goes its bytes and its time too; what was made for it goes with it.
struct Admission
{
    std::string key;     ///< "ssh-ed25519 AAAA…", no comment
    std::string command; ///< the only one that it runs
    std::string from;    ///< the only address that it comes from
    std::string nonce;   ///< 32 hex digits
};

/// The home of who we are: by /etc/passwd, else $HOME.
std::string homeFolder();

/// Lets a key in as long as process `owner` lives. Errors: "direct.bad-key" (something in it is not what it should be),
/// system codes.
Result<void> admit(const std::string& home, const Admission& admission, pid_t owner);
/// Takes away the keys of processes that are gone, and of `leaving` (0: none). Nothing to take is no error.
Result<void> revokeAdmissions(const std::string& home, pid_t leaving);

} // namespace bascule::engine
