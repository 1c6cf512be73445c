// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/HostFiles.h"

#include "core/engine/Fd.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>

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

} // namespace bascule::engine
