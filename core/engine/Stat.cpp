// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Stat.h"

#include <cerrno>
#include <limits>

#include <fcntl.h>
#include <sys/sysmacros.h>

namespace bascule::engine {

std::int64_t Time::sinceEpochNs() const
{
    constexpr std::int64_t limit = std::numeric_limits<std::int64_t>::max() / 1'000'000'000 - 1;
    if (seconds > limit)
        return std::numeric_limits<std::int64_t>::max();
    if (seconds < -limit)
        return std::numeric_limits<std::int64_t>::min();
    return seconds * 1'000'000'000 + nanoseconds;
}

char Stat::kind() const
{
    switch (mode & S_IFMT) {
    case S_IFDIR:
        return 'd';
    case S_IFLNK:
        return 'l';
    case S_IFIFO:
        return 'p';
    case S_IFSOCK:
        return 's';
    case S_IFBLK:
        return 'b';
    case S_IFCHR:
        return 'c';
    default:
        return 'f';
    }
}

namespace {

int statWith(int dirFd, const char* name, int flags, Stat& stat)
{
    struct statx raw;
    if (::statx(dirFd, name, flags, STATX_BASIC_STATS | STATX_MNT_ID, &raw) != 0)
        return errno;
    stat.device = makedev(raw.stx_dev_major, raw.stx_dev_minor);
    stat.inode = raw.stx_ino;
    stat.mountId = raw.stx_mnt_id;
    stat.mode = raw.stx_mode;
    stat.uid = raw.stx_uid;
    stat.gid = raw.stx_gid;
    stat.links = raw.stx_nlink;
    stat.size = static_cast<std::int64_t>(raw.stx_size);
    stat.blocks = static_cast<std::int64_t>(raw.stx_blocks);
    stat.modified = {raw.stx_mtime.tv_sec, raw.stx_mtime.tv_nsec};
    stat.changed = {raw.stx_ctime.tv_sec, raw.stx_ctime.tv_nsec};
    stat.accessed = {raw.stx_atime.tv_sec, raw.stx_atime.tv_nsec};
    stat.specialDevice = makedev(raw.stx_rdev_major, raw.stx_rdev_minor);
    stat.mountRoot = (raw.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
    return 0;
}

} // namespace

int statAt(int dirFd, const char* name, Stat& stat)
{
    return statWith(dirFd, name, AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT, stat);
}

int statFd(int fd, Stat& stat)
{
    return statWith(fd, "", AT_EMPTY_PATH, stat);
}

int statPath(const char* path, Stat& stat)
{
    return statWith(AT_FDCWD, path, 0, stat);
}

} // namespace bascule::engine
