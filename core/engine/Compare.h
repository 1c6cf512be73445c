// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Counters.h"
#include "core/engine/Result.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace bascule::engine {

/// Whose the copies are, and what becomes of an owner that the account at the target cannot give.
enum class OwnersBy : std::uint8_t {
    Number, ///< that of the source; where it cannot be given, the run ends before that file is there
    Name,   ///< that of the source's name (see Owners.h); the same
    Free,   ///< by number where it can be given, else the account's own; listed, and not compared
};

struct CompareOptions
{
    std::vector<std::string> excludes; ///< as in SyncOptions
    bool contents = true;              ///< hash both sides; false compares metadata and sizes only
    int threads = 0;
    std::size_t maxDifferences = 10'000; ///< further ones are only counted
    /// By name: the left one's as a sync by names would map them. Free: owners and set-id bits are not compared.
    OwnersBy owners = OwnersBy::Number;
};

/// One path that differs. `what`: "only-left", "only-right", "type", "size", "contents", "mode", "owner", "mtime",
/// "link-target", "hard-links", "acl", "xattr", "device", "unreadable".
struct Difference
{
    std::string path;
    std::string what;
    std::string detail;
};

struct CompareReport
{
    bool equal = false; ///< never true when cancelled or when something could not be read
    bool cancelled = false;
    std::vector<Difference> differences;
    std::int64_t differencesTotal = 0;
    std::int64_t entries = 0;
    std::int64_t bytes = 0; ///< bytes read on the left side
    double seconds = 0;
    std::string leftRootHash; ///< 32 hex digits: hash over all entries of the left tree in path order
};

/// Compares two folders, metadata and contents, writing nothing. Blocks.
/// Errors: "path.missing", "path.not-a-folder", "path.denied".
Result<CompareReport> compare(const std::string& left, const std::string& right, const CompareOptions& options,
                              Counters& counters, std::stop_token stop);

} // namespace bascule::engine
