// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace bascule::engine {

/// How two folders lie to each other. Seen by device and inode on the way up, and by where their mounts start within
/// their file systems, so that links and bind mounts hide nothing.
enum class Relation { Apart, Same, FirstInsideSecond, SecondInsideFirst };
Relation relationOf(int firstFd, int secondFd);

/// Whether the folder `inner` is `outer` or lies below it.
bool isWithin(int innerFd, int outerFd);

/// Whether the folder is that inode or lies below it.
bool isWithinInode(int innerFd, std::uint64_t device, std::uint64_t inode);

/// Contents live in memory only: nothing to bring to a disk.
bool isMemoryFileSystem(int fd);

} // namespace bascule::engine
