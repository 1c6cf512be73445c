// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Result.h"

#include <cstdint>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

namespace bascule::engine {

// What rehearsals, cutovers and checks look at on a server; the same on this machine and in the helper, so that little
// goes over the line. Any thread, blocking; errors have the path as their subject.

/// Names in a folder that sort after `after`, sorted, at most `most` bytes of them; `more`: there are others.
struct Names
{
    std::vector<std::string> names;
    bool more = false;
};
Result<Names> namesIn(const std::string& folder, const std::string& after, std::size_t most);

/// Reads the beginning of a regular file as a user would; a fifo or device is never waited for. "path.not-a-file".
struct FileStart
{
    std::int64_t size = 0, read = 0;
};
Result<FileStart> readStart(const std::string& path, std::int64_t most, bool followLinks, const std::stop_token& stop);

/// Kind, mode, owner and access control lists of one entry, links unfollowed; empty when it cannot be looked at.
std::string rightsOf(const std::string& path);

/// Where a path leads in the end; empty when nowhere.
std::string resolvedPath(const std::string& path);

/// Reads files below `root` from several threads, as users at work do, again and again until the clock can tell.
struct ReadRate
{
    std::int64_t bytesPerSecond = 0, failures = 0;
};
ReadRate readRate(const std::string& root, const std::vector<std::string>& files, int threads, std::int64_t limit,
                  const std::stop_token& stop);

/// Which folder that is, on which machine: device and inode of it and of each folder above it up to "/", the nearest
/// first, and what tells a running system from another one.
struct FolderIdentity
{
    std::string machine;
    std::vector<std::string> chain; ///< "device-inode"
};
Result<FolderIdentity> folderIdentity(const std::string& path);

/// A tree without contents, in the order-free sum of its entries' hashes; see core/runbook/TreePrint.h.
struct TreeSum
{
    std::string hash;
    std::int64_t entries = 0, bytes = 0, newestCtimeNs = 0, unreadable = 0;
};
Result<TreeSum> treeSum(const std::string& root, const std::vector<std::string>& excludes,
                        const std::set<std::string>& loose, const std::stop_token& stop);

/// Bytes that the files of a tree take up on its disk, each of many names counted once.
Result<std::int64_t> bytesOnDisk(const std::string& root, const std::stop_token& stop);

/// Holds a folder for oneself with an flock() on it, which the kernel drops with the process: nothing is written. The
/// answer is the descriptor to be kept. Error: "run.locked" (params pid and since, as far as the system
/// tells).
Result<int> holdFolder(const std::string& path);

} // namespace bascule::engine
