// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compatibility/Rules.h"

#include <string>

namespace bascule::compatibility {

/// What the file system below `root` can hold, measured with real files in a fresh 0700 folder there, which is removed
/// again whatever happens: facts "new.*" (acl, xattr, longestName, caseSensitive, anyBytes, nanoseconds, sparse,
/// symlinks, hardLinks, chown, sharedMemory, writable; and by what the system says: nosuid, noexec, network,
/// largestFile, bytesFree, inodesFree). Where nothing can be written, new.writable is false with new.reason (a
/// code) and what needs writing is absent. Blocks for some milliseconds.
Facts probeTarget(const std::string& root);

} // namespace bascule::compatibility
