// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include <sys/stat.h>
#include <time.h>

namespace bascule::engine {

/// A time as the kernel has it; ext4 reaches past what 64 bits of nanoseconds hold.
struct Time
{
    std::int64_t seconds = 0;
    std::uint32_t nanoseconds = 0;
    bool operator==(const Time&) const = default;

    timespec spec() const { return {static_cast<time_t>(seconds), static_cast<long>(nanoseconds)}; }
    /// Saturates outside of the years 1678 to 2261.
    std::int64_t sinceEpochNs() const;
};

/// What statx tells, as a plain value.
struct Stat
{
    std::uint64_t device = 0, inode = 0, mountId = 0;
    std::uint32_t mode = 0, uid = 0, gid = 0, links = 0;
    std::int64_t size = 0, blocks = 0;
    Time modified, changed, accessed;
    std::uint64_t specialDevice = 0; ///< of a device node, as mknod wants it
    bool mountRoot = false;

    char kind() const; ///< as in TreeEntry
    bool isFolder() const { return S_ISDIR(mode); }
    bool isFile() const { return S_ISREG(mode); }
    bool isLink() const { return S_ISLNK(mode); }
    std::uint32_t permissions() const { return mode & 07777U; }
    bool sameInode(const Stat& other) const { return inode == other.inode && device == other.device; }
    /// Fewer blocks than bytes: holes (or compression).
    bool hasHoles() const { return blocks * 512 < size; }
};

/// Stats `name` in `dirFd` without following a link; 0 or an errno.
int statAt(int dirFd, const char* name, Stat& stat);
/// Stats what the descriptor is of; 0 or an errno.
int statFd(int fd, Stat& stat);
/// Stats a path, following links; 0 or an errno.
int statPath(const char* path, Stat& stat);

} // namespace bascule::engine
