// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cerrno>
#include <string>

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

/// Puts a file system in memory over a folder, for this thread and what it starts: what else goes on in the folder's
/// own file system is not seen. True too for plain users, who watch no file systems. End it with ::umount2().
inline bool mountOwn(const std::string& folder)
{
    if (::geteuid() != 0)
        return true;
    return ::unshare(CLONE_NEWNS) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
           ::mount("tmpfs", folder.c_str(), "tmpfs", 0, "mode=1777") == 0;
}
