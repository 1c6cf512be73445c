// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compatibility/Rules.h"
#include "core/engine/FolderProbe.h"

namespace bascule::compatibility {

/// Facts "new.*" of what the file system below the target's root can hold (acl, xattr, longestName, caseSensitive,
/// anyBytes, nanoseconds, sparse, symlinks, hardLinks, chown, sharedMemory, writable; and by what the system says:
/// nosuid, noexec, network, largestFile, bytesFree, inodesFree). Where nothing can be written, new.writable is false
/// with new.reason (a code) and what needs writing is absent. Pure.
Facts targetFacts(const engine::FolderProbe& probe);

} // namespace bascule::compatibility
