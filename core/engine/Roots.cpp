// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Roots.h"

#include "core/engine/Fd.h"
#include "core/engine/Folder.h"
#include "core/engine/Stat.h"

#include <climits>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include <fcntl.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>

namespace bascule::engine {

namespace {

/// A folder's place within its file system, whatever it is mounted at; empty when that cannot be told.
struct InFileSystem
{
    std::string device; // "major:minor" as mountinfo has it
    std::string path;
    bool isWhole = true; // in a chroot whose root is no mount, the path begins at that root only
};

std::string unescaped(const std::string& text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 3 < text.size()) {
            plain.push_back(
                static_cast<char>((text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 + (text[i + 3] - '0')));
            i += 3;
        } else {
            plain.push_back(text[i]);
        }
    }
    return plain;
}

std::string pathOf(int fd)
{
    char buffer[PATH_MAX];
    const ssize_t length = ::readlink(procPath(fd).c_str(), buffer, sizeof buffer);
    return length > 0 ? std::string(buffer, static_cast<std::size_t>(length)) : std::string();
}

InFileSystem placeOf(int fd)
{
    Stat stat;
    const std::string path = pathOf(fd);
    if (path.empty() || statFd(fd, stat) != 0)
        return {};
    std::ifstream mounts("/proc/self/mountinfo");
    for (std::string line; std::getline(mounts, line);) {
        std::istringstream fields(line);
        std::uint64_t id = 0;
        std::string parent, device, root, mountPoint;
        if (!(fields >> id >> parent >> device >> root >> mountPoint) || id != stat.mountId)
            continue;
        root = unescaped(root);
        mountPoint = unescaped(mountPoint);
        if (root == "/")
            root.clear();
        if (mountPoint == "/")
            mountPoint.clear();
        if (path.compare(0, mountPoint.size(), mountPoint) != 0)
            return {};
        return {device, root + path.substr(mountPoint.size()), true};
    }
    return {std::to_string(major(stat.device)) + ':' + std::to_string(minor(stat.device)), path, false};
}

bool isBelow(const InFileSystem& inner, const InFileSystem& outer)
{
    if (inner.device.empty() || inner.device != outer.device)
        return false;
    const std::string folder = outer.path == "/" ? std::string() : outer.path;
    // What lies before the chroot's root is not known: who cannot rule it out refuses.
    if (inner.isWhole && !outer.isWhole)
        return inner.path.find(folder + '/') != std::string::npos;
    return inner.path.size() > folder.size() && inner.path.compare(0, folder.size(), folder) == 0 &&
           inner.path[folder.size()] == '/';
}

bool reachesUpwards(int innerFd, const Stat& outer)
{
    Fd current(::fcntl(innerFd, F_DUPFD_CLOEXEC, 0));
    Stat here;
    if (!current || statFd(current.get(), here) != 0)
        return false;
    for (;;) {
        if (here.sameInode(outer))
            return true;
        Fd parent(::openat(current.get(), "..", O_PATH | O_DIRECTORY | O_CLOEXEC));
        Stat above;
        if (!parent || statFd(parent.get(), above) != 0)
            return false;
        if (above.sameInode(here) && above.mountId == here.mountId)
            return false; // the root of all
        current = std::move(parent);
        here = above;
    }
}

} // namespace

bool isWithin(int innerFd, int outerFd)
{
    Stat outer;
    if (statFd(outerFd, outer) != 0)
        return false;
    return reachesUpwards(innerFd, outer) || isBelow(placeOf(innerFd), placeOf(outerFd));
}

bool isWithinInode(int innerFd, std::uint64_t device, std::uint64_t inode)
{
    Stat outer;
    outer.device = device;
    outer.inode = inode;
    return reachesUpwards(innerFd, outer);
}

Relation relationOf(int firstFd, int secondFd)
{
    Stat first;
    Stat second;
    if (statFd(firstFd, first) == 0 && statFd(secondFd, second) == 0 && first.sameInode(second))
        return Relation::Same;
    if (isWithin(firstFd, secondFd))
        return Relation::FirstInsideSecond;
    return isWithin(secondFd, firstFd) ? Relation::SecondInsideFirst : Relation::Apart;
}

bool isMemoryFileSystem(int fd)
{
    // The fault sweeps want the way that disks are treated without waiting for one; see Io.h.
    static const bool asDisk = std::getenv("BASCULE_MEMORY_AS_DISK") != nullptr;
    if (asDisk)
        return false;
    struct statfs info;
    if (::fstatfs(fd, &info) != 0)
        return false;
    const auto type = static_cast<std::uint32_t>(info.f_type);
    return type == 0x01021994U || type == 0x858458f6U; // tmpfs, ramfs
}

} // namespace bascule::engine
