// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/HostFiles.h"

#include "core/engine/Fd.h"
#include "core/engine/Folder.h"
#include "core/engine/Io.h"
#include "core/engine/Stat.h"
#include "core/engine/Tree.h"

#include <algorithm>
#include <cerrno>
#include <climits>

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace bascule::engine {

namespace {

/// O_NONBLOCK: a fifo with a file's name must not hold us up. Links that lead out of the root fail with EXDEV.
Fd openBelow(const std::string& root, const std::string& path)
{
    constexpr int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;
    if (path.starts_with('/'))
        return Fd(::open(path.c_str(), flags));
    const Fd folder(::open(root.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!folder)
        return Fd();
    struct open_how how = {};
    how.flags = flags;
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS;
    return Fd(static_cast<int>(::syscall(SYS_openat2, folder.get(), path.c_str(), &how, sizeof how)));
}

} // namespace

Result<std::string> readFileBelow(const std::string& root, const std::string& path, std::int64_t limit)
{
    const std::string whole = path.empty() ? root : path.starts_with('/') ? path : root + '/' + path;
    const auto failed = [&](int number, const char* what) {
        Error error = systemError(number, whole, what);
        if (number == EXDEV)
            error.code = "path.outside-root";
        return error;
    };
    const Fd file = openBelow(root, path);
    if (!file)
        return failed(errno, "openat2");
    struct stat info;
    if (::fstat(file.get(), &info) != 0)
        return failed(errno, "fstat");
    if (!S_ISREG(info.st_mode))
        return Error{"path.not-a-file", Severity::Fatal, whole, {}, {}};
    if (info.st_size > limit)
        return Error{"file.too-big", Severity::Fatal, whole, {{"bytes", std::int64_t{info.st_size}}}, {}};
    std::string content;
    char buffer[65536];
    // The file may grow while it is read: the limit is kept on what comes, not on what stat said.
    while (static_cast<std::int64_t>(content.size()) < limit) {
        const std::int64_t left = limit - static_cast<std::int64_t>(content.size());
        const auto wanted = std::min<std::int64_t>(std::int64_t{sizeof buffer}, left);
        const ssize_t got = ::read(file.get(), buffer, static_cast<std::size_t>(wanted));
        if (got == 0)
            break;
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return failed(errno, "read");
        content.append(buffer, static_cast<std::size_t>(got));
    }
    return content;
}

Result<Space> spaceAt(const std::string& path)
{
    struct statvfs info;
    if (::statvfs(path.c_str(), &info) != 0)
        return systemError(errno, path, "statvfs");
    const auto block = static_cast<std::int64_t>(info.f_frsize);
    Space space;
    space.bytesFree = static_cast<std::int64_t>(info.f_bavail) * block;
    space.bytesTotal = static_cast<std::int64_t>(info.f_blocks) * block;
    space.inodesFree = static_cast<std::int64_t>(info.f_favail);
    space.readOnly = (info.f_flag & ST_RDONLY) != 0;
    return space;
}

bool existsAt(const std::string& path)
{
    struct stat info;
    return ::lstat(path.c_str(), &info) == 0;
}

Result<std::optional<FileFacts>> factsAt(const std::string& path, bool followLinks)
{
    Stat stat;
    const int error = followLinks ? statPath(path.c_str(), stat) : statAt(AT_FDCWD, path.c_str(), stat);
    if (error == ENOENT || error == ENOTDIR)
        return std::optional<FileFacts>();
    if (error != 0)
        return systemError(error, path, "stat", Severity::Fatal);
    FileFacts facts;
    facts.kind = stat.kind();
    facts.mode = stat.mode;
    facts.uid = stat.uid;
    facts.gid = stat.gid;
    facts.size = stat.size;
    facts.blocks = stat.blocks;
    facts.mtimeNs = stat.modified.sinceEpochNs();
    facts.ctimeNs = stat.changed.sinceEpochNs();
    facts.device = stat.device;
    facts.inode = stat.inode;
    facts.links = stat.links;
    return std::optional(facts);
}

Result<void> folderAt(const std::string& path, bool written)
{
    const Fd opened(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK));
    if (!opened)
        return systemError(errno, path, "open", Severity::Fatal);
    if (written && ::faccessat(opened.get(), ".", W_OK | X_OK, AT_EACCESS) != 0)
        return systemError(errno, path, "access", Severity::Fatal);
    return {};
}

Result<std::string> linkTextAt(const std::string& link)
{
    char text[PATH_MAX];
    const ssize_t length = ::readlink(link.c_str(), text, sizeof text);
    if (length >= 0)
        return std::string(text, static_cast<std::size_t>(length));
    if (errno == ENOENT)
        return std::string();
    if (errno == EINVAL)
        return Error{"path.not-a-link", Severity::Fatal, link, {}, {}};
    return systemError(errno, link, "readlink", Severity::Fatal);
}

Result<void> restoreLinkAt(const std::string& link, const std::string& before)
{
    const auto now = linkTextAt(link);
    if (!now)
        return now.error();
    if (*now == before)
        return {};
    if (!before.empty())
        return replaceSymlink(link, before);
    if (io::unlink(AT_FDCWD, link.c_str()) != 0 && errno != ENOENT)
        return systemError(errno, link, "unlink", Severity::Fatal);
    return {};
}

Result<void> makeFoldersAt(const std::string& path)
{
    for (std::size_t at = 1; at != std::string::npos;) {
        at = path.find('/', at);
        const std::string part = path.substr(0, at);
        if (io::makeFolder(AT_FDCWD, part.c_str(), 0777) != 0 && errno != EEXIST)
            return systemError(errno, part, "mkdir", Severity::Fatal);
        if (at != std::string::npos)
            ++at;
    }
    return folderAt(path, false);
}

namespace {

bool isOurs(const std::string& path)
{
    const std::size_t at = path.find("/.bascule");
    return at != std::string::npos && path.find("/..") == std::string::npos;
}

/// Folders below are opened without following links, so that nothing outside can be met.
int removeBelow(int parent, const char* name, const std::stop_token& stop)
{
    if (stop.stop_requested())
        return ECANCELED;
    if (io::unlink(parent, name) == 0 || errno == ENOENT)
        return 0;
    if (errno != EISDIR && errno != EPERM)
        return errno;
    {
        constexpr int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
        Fd folder(::openat(parent, name, flags));
        // A copy of somebody's tree may have folders that are closed to us, its owner.
        if (!folder && errno == EACCES && ::fchmodat(parent, name, 0700, 0) == 0)
            folder = Fd(::openat(parent, name, flags));
        if (!folder)
            return errno;
        io::chmod(folder.get(), 0700);
        FolderReader reader(folder.get());
        while (const char* child = reader.next()) {
            if (const int error = removeBelow(folder.get(), child, stop); error != 0)
                return error;
        }
    }
    return io::unlink(parent, name, AT_REMOVEDIR) == 0 || errno == ENOENT ? 0 : errno;
}

} // namespace

Result<void> removeOursAt(const std::string& path, std::stop_token stop)
{
    if (!isOurs(path))
        return Error{"path.not-ours", Severity::Fatal, path, {}, {}};
    const int error = removeBelow(AT_FDCWD, path.c_str(), stop);
    if (error == ECANCELED)
        return Error{"call.cancelled", Severity::Fatal, path, {}, {}};
    return error == 0 ? Result<void>() : systemError(error, path, "unlink", Severity::Fatal);
}

} // namespace bascule::engine
