// SPDX-License-Identifier: GPL-3.0-or-later
// What programs write through memory is told by no notification until the file is closed.
#include "core/engine/Folder.h"
#include "core/engine/WatchKernel.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <dirent.h>
#include <sys/sysmacros.h>

namespace bascule::engine {

namespace {

/// As /proc/PID/maps writes paths: a newline as \012.
std::string unescaped(std::string path)
{
    for (std::size_t at = 0; (at = path.find("\\012", at)) != std::string::npos; ++at)
        path.replace(at, 4, "\n");
    return path;
}

struct Root
{
    std::string path;
    std::uint64_t device = 0;
};

/// One line: "from-to rw-s offset major:minor inode   path".
void addMapping(const std::string& line, const Root& root, Changes& changes)
{
    if (line.find(" rw-s ") == std::string::npos && line.find(" -w-s ") == std::string::npos &&
        line.find(" rwxs ") == std::string::npos)
        return;
    std::istringstream words(line);
    std::string range;
    std::string rights;
    std::string offset;
    std::string device;
    std::uint64_t inode = 0;
    std::string path;
    words >> range >> rights >> offset >> device >> inode >> std::ws;
    std::getline(words, path);
    if (inode == 0 || path.empty() || path[0] != '/')
        return;
    path = unescaped(std::move(path));
    const std::string below = root.path == "/" ? root.path : root.path + '/';
    if (path.starts_with(below)) {
        changes.add(path.substr(below.size()), false);
        return;
    }
    // A file of our file system under a name that is not ours: another one, or ours as a container sees it.
    unsigned major = 0;
    unsigned minor = 0;
    if (std::sscanf(device.c_str(), "%x:%x", &major, &minor) != 2 || makedev(major, minor) != root.device)
        return;
    Stat there;
    const bool isAnother = statPath(path.c_str(), there) == 0 && there.inode == inode && there.device == root.device;
    if (!isAnother && !path.ends_with(" (deleted)"))
        changes.addEverything("watch.mapped-elsewhere");
}

} // namespace

void addMappedFiles(int rootFd, Changes& changes)
{
    Stat stat;
    if (statFd(rootFd, stat) != 0)
        return;
    const Root root{pathOfDescriptor(rootFd), stat.device};
    DIR* processes = ::opendir("/proc");
    while (const dirent* entry = processes != nullptr ? ::readdir(processes) : nullptr) {
        if (std::strtol(entry->d_name, nullptr, 10) <= 0)
            continue;
        std::ifstream maps("/proc/" + std::string(entry->d_name) + "/maps");
        for (std::string line; std::getline(maps, line) && !changes.isEverything();)
            addMapping(line, root, changes);
    }
    if (processes != nullptr)
        ::closedir(processes);
}

} // namespace bascule::engine
