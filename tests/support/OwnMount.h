// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

/// Whether this thread, and what it starts, can have mounts that nobody else sees; they end with them. Root only.
inline bool mountsOfOurOwn()
{
    return ::geteuid() == 0 && ::unshare(CLONE_NEWNS) == 0 &&
           ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

/// Puts a file system in memory of our own over a folder: what else goes on in the folder's own is not seen. True too
/// for plain users, who watch no file systems. End it with ::umount2().
inline bool mountOwn(const std::string& folder)
{
    if (::geteuid() != 0)
        return true;
    return mountsOfOurOwn() && ::mount("tmpfs", folder.c_str(), "tmpfs", 0, "mode=1777") == 0;
}
