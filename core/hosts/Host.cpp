// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/Host.h"

#include <cerrno>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace bascule {

namespace {

/// Closes what it holds.
struct Handle
{
    int fd;
    explicit Handle(int number)
        : fd(number)
    {
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle()
    {
        if (fd >= 0)
            ::close(fd);
    }
};

/// A folder of this machine that stands for a server.
class LocalHost final : public Host
{
public:
    explicit LocalHost(std::string root)
        : m_root(std::move(root))
    {
    }

    std::string path(const Path& relative) const override
    {
        if (relative.isEmpty())
            return m_root;
        return relative.startsWith('/') ? relative.toStdString() : m_root + '/' + relative.toStdString();
    }

    Result<QByteArray> readFile(const Path& relative, qint64 limit) const override
    {
        const auto failed = [&](int number, const char* what) {
            Error error = systemError(number, path(relative), what);
            if (number == EXDEV)
                error.code = "path.outside-root";
            return error;
        };
        Handle file(openBelowRoot(relative));
        if (file.fd < 0)
            return failed(errno, "openat2");
        struct stat info;
        if (::fstat(file.fd, &info) != 0)
            return failed(errno, "fstat");
        if (!S_ISREG(info.st_mode))
            return makeError("path.not-a-file", displayPath(relative));
        if (info.st_size > limit)
            return makeError("file.too-big", displayPath(relative), {{"bytes", std::int64_t{info.st_size}}});
        QByteArray content;
        char buffer[65536];
        // The file may grow while it is read: the limit is kept on what comes, not on what stat said.
        while (content.size() < limit) {
            const auto wanted = std::min<qint64>(qint64(sizeof buffer), limit - content.size());
            const ssize_t got = ::read(file.fd, buffer, std::size_t(wanted));
            if (got == 0)
                break;
            if (got < 0 && errno == EINTR)
                continue;
            if (got < 0)
                return failed(errno, "read");
            content.append(buffer, got);
        }
        return content;
    }

    Result<std::vector<engine::Unreadable>>
    walk(const Path& relative, const engine::WalkOptions& options, std::stop_token stop,
         const std::function<bool(const engine::TreeEntry&)>& visit) const override
    {
        return engine::walk(path(relative), options, std::move(stop), visit);
    }

    Result<Space> space(const Path& relative) const override
    {
        struct statvfs info;
        if (::statvfs(path(relative).c_str(), &info) != 0)
            return systemError(errno, path(relative), "statvfs");
        Space space;
        space.bytesFree = qint64(info.f_bavail) * qint64(info.f_frsize);
        space.bytesTotal = qint64(info.f_blocks) * qint64(info.f_frsize);
        space.inodesFree = qint64(info.f_favail);
        space.readOnly = (info.f_flag & ST_RDONLY) != 0;
        return space;
    }

    bool exists(const Path& relative) const override
    {
        struct stat info;
        return ::lstat(path(relative).c_str(), &info) == 0;
    }

private:
    /// O_NONBLOCK: a fifo with a config's name must not hold us up. Links that lead out of the root fail with EXDEV.
    int openBelowRoot(const Path& relative) const
    {
        constexpr int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;
        if (relative.startsWith('/'))
            return ::open(relative.constData(), flags);
        Handle root(::open(m_root.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
        if (root.fd < 0)
            return -1;
        struct open_how how = {};
        how.flags = flags;
        how.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS;
        return int(::syscall(SYS_openat2, root.fd, relative.constData(), &how, sizeof how));
    }

    std::string m_root;
};

} // namespace

Result<std::unique_ptr<Host>> hostFor(const Server& server)
{
    struct stat info;
    const QString shown = displayPath(server.root);
    Params params{{"server", server.name.toStdString()}};
    if (server.root.isEmpty() || ::stat(server.root.constData(), &info) != 0) {
        return makeError(errno == EACCES ? "server.folder-denied" : "server.folder-missing", shown, std::move(params));
    }
    if (!S_ISDIR(info.st_mode))
        return makeError("path.not-a-folder", shown, std::move(params));
    if (::access(server.root.constData(), R_OK | X_OK) != 0)
        return makeError("server.folder-denied", shown, std::move(params));
    return std::unique_ptr<Host>(std::make_unique<LocalHost>(server.root.toStdString()));
}

} // namespace bascule
