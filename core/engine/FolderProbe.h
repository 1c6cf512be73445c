// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace bascule::engine {

/// What the file system below a folder can hold.
struct FolderProbe
{
    // By what the system says.
    bool network = false, nosuid = false, noexec = false;
    std::int64_t bytesFree = -1, inodesFree = -1; ///< −1: not told
    int largestFileBits = 0;                      ///< 0: not told
    // By trying.
    bool measured = false; ///< files could be made; else `reason` is a code and what follows says nothing
    std::string reason;
    bool acl = false, xattr = false, nanoseconds = false, sparse = false, sharedMemory = false, symlinks = false,
         hardLinks = false, caseSensitive = false, anyBytes = false, chown = false;
    int longestName = 0; ///< bytes

    /// The flags but `measured`, by name.
    static const std::vector<std::pair<std::string, bool FolderProbe::*>>& flags();
    /// Those of them that were tried.
    static const std::vector<std::pair<std::string, bool FolderProbe::*>>& triedFlags();
};

/// Measures with real files in a fresh 0700 folder below `root`, which is removed again whatever happens. Blocks for
/// some milliseconds.
FolderProbe probeFolder(const std::string& root);

} // namespace bascule::engine
