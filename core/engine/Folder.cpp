// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Folder.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>

#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/syscall.h>

namespace bascule::engine {

namespace {

constexpr int kFolderFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
constexpr std::size_t kReadBytes = 64 * 1024;
constexpr std::size_t kPathPiece = 4000; // below PATH_MAX with its NUL

int openRetrying(int dirFd, const char* name, int flags)
{
    for (;;) {
        const int fd = ::openat(dirFd, name, flags);
        if (fd >= 0 || errno != EINTR)
            return fd;
    }
}

/// Reading must not change access times of the source; only the owner (or root) may ask for that.
int openQuietly(int dirFd, const char* name, int flags)
{
    const int fd = openRetrying(dirFd, name, flags | O_NOATIME);
    return fd >= 0 || errno != EPERM ? fd : openRetrying(dirFd, name, flags);
}

int openPieceBeneath(int dirFd, const char* path, int flags)
{
    static std::atomic<bool> missing{false};
    if (!missing.load(std::memory_order_relaxed)) {
        struct open_how how = {};
        how.flags = static_cast<std::uint64_t>(flags);
        how.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS | RESOLVE_NO_SYMLINKS;
        for (;;) {
            const long fd = ::syscall(SYS_openat2, dirFd, path, &how, sizeof how);
            if (fd >= 0)
                return static_cast<int>(fd);
            if (errno == EAGAIN || errno == EINTR) // something was renamed meanwhile
                continue;
            if (errno != ENOSYS)
                return -1;
            missing = true;
            break;
        }
    }
    Fd current; // an old kernel, or one that forbids openat2: one component at a time
    const std::string whole(path);
    for (std::size_t start = 0; start <= whole.size();) {
        const std::size_t end = std::min(whole.find('/', start), whole.size());
        const std::string part = whole.substr(start, end - start);
        Fd next(openRetrying(current ? current.get() : dirFd, part.c_str(), flags));
        if (!next)
            return -1;
        current = std::move(next);
        start = end + 1;
    }
    return ::fcntl(current.get(), F_DUPFD_CLOEXEC, 0);
}

int openPiece(int dirFd, const char* path)
{
    const int fd = openPieceBeneath(dirFd, path, kFolderFlags | O_NOATIME);
    return fd >= 0 || errno != EPERM ? fd : openPieceBeneath(dirFd, path, kFolderFlags);
}

} // namespace

Fd openFolder(int rootFd, std::string_view path)
{
    if (path.empty())
        return Fd(openPiece(rootFd, "."));
    Fd current;
    while (!path.empty()) {
        std::size_t length = path.size();
        if (length > kPathPiece)
            length = path.rfind('/', kPathPiece);
        const std::string piece(path.substr(0, length));
        Fd next(openPiece(current ? current.get() : rootFd, piece.c_str()));
        if (!next)
            return Fd();
        current = std::move(next);
        path.remove_prefix(std::min(path.size(), length + 1));
    }
    return current;
}

Fd openChildFolder(int dirFd, const char* name)
{
    return Fd(openQuietly(dirFd, name, kFolderFlags));
}

Fd openRoot(const char* path)
{
    return Fd(openQuietly(AT_FDCWD, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

Fd openForReading(int dirFd, const char* name)
{
    return Fd(openQuietly(dirFd, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
}

FolderReader::FolderReader(int fd)
    : m_fd(fd)
    , m_buffer(new char[kReadBytes])
{
}

const char* FolderReader::next()
{
    for (;;) {
        if (m_position >= m_filled) {
            m_position = 0;
            do
                m_filled = ::syscall(SYS_getdents64, m_fd, m_buffer.get(), kReadBytes);
            while (m_filled < 0 && errno == EINTR);
            if (m_filled <= 0) {
                m_error = m_filled < 0 ? errno : 0;
                m_filled = 0;
                return nullptr;
            }
        }
        const auto* entry = reinterpret_cast<const dirent64*>(m_buffer.get() + m_position);
        m_position += entry->d_reclen;
        m_type = entry->d_type;
        const char* name = entry->d_name;
        if (name[0] == '.' && (name[1] == '\0' || (name[1] == '.' && name[2] == '\0')))
            continue;
        return name;
    }
}

int NameList::read(int dirFd)
{
    FolderReader reader(dirFd);
    while (const char* name = reader.next())
        add(name);
    return reader.error();
}

void NameList::add(std::string_view name)
{
    m_starts.push_back(m_bytes.size());
    m_bytes.append(name).push_back('\0');
}

void NameList::sort()
{
    std::sort(m_starts.begin(), m_starts.end(),
              [this](std::size_t a, std::size_t b) { return std::strcmp(m_bytes.data() + a, m_bytes.data() + b) < 0; });
}

std::string joined(std::string_view folder, std::string_view name)
{
    std::string path;
    path.reserve(folder.size() + 1 + name.size());
    path.append(folder);
    if (!folder.empty())
        path.push_back('/');
    path.append(name);
    return path;
}

std::string procPath(int fd)
{
    return "/proc/self/fd/" + std::to_string(fd);
}

std::string procPath(int dirFd, const char* name)
{
    return procPath(dirFd).append("/").append(name);
}

} // namespace bascule::engine
