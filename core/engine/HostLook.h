// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Counters.h"
#include "core/engine/Result.h"

#include <cstdint>
#include <map>
#include <set>
#include <stop_token>
#include <string>

namespace bascule::engine {

// What is asked about many of a server's files at once; the same on this machine and in the helper. Any thread,
// blocking.

/// What a path turns out to be.
struct Sight
{
    char kind = 0;    ///< as in TreeEntry, links not followed; 0: nothing is there, or it cannot be seen
    char leadsTo = 0; ///< with links followed; 0: nowhere
    std::string real; ///< absolute, with links and dots resolved; empty: cannot be told, or was not asked for
    bool isThere() const { return kind != 0; }
};
Sight sightOf(const std::string& path, bool real);

/// XXH3-128 of a regular file as 32 hex digits, following no link at its end. Errors: "path.not-a-file", "cancelled",
/// system codes.
Result<std::string> hashUnfollowed(const std::string& path, Counters& counters, std::stop_token stop);

/// Who works here.
struct Account
{
    std::uint32_t uid = 0;
    std::string name; ///< the number as text when it has none
};
Account thisAccount();

/// Which of these numbers are accounts (or groups) of the machine: by its own list and, for those that are not in it,
/// by what its name services answer.
std::set<std::uint32_t> knownUsers(const std::set<std::uint32_t>& ids);
std::set<std::uint32_t> knownGroups(const std::set<std::uint32_t>& ids);

} // namespace bascule::engine
