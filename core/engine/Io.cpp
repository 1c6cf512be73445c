// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Io.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace bascule::engine::io {

namespace {

std::atomic<bool> g_armed{false};
std::atomic<std::int64_t> g_calls{0};
std::atomic<Hook> g_hook{nullptr};
std::atomic<void*> g_context{nullptr};

struct EnvironmentFault
{
    std::int64_t at = 0;
    int what = 0;
    bool sticky = false;
};
EnvironmentFault g_fault;

const struct ReadEnvironment
{
    ReadEnvironment()
    {
        const char* text = std::getenv("BASCULE_FAULT");
        if (text == nullptr)
            return;
        char* rest = nullptr;
        g_fault.at = std::strtoll(text, &rest, 10);
        if (g_fault.at <= 0 || *rest != ':')
            return;
        std::string what = rest + 1;
        if (!what.empty() && what.back() == '+') {
            g_fault.sticky = true;
            what.pop_back();
        }
        if (what == "KILL")
            g_fault.what = kKill;
        else if (what == "SHORT")
            g_fault.what = kShort;
        else
            g_fault.what = errnoByName(what);
        g_armed = true;
    }
} g_readEnvironment;

/// What is to happen to this call: 0, an errno, or kShort.
int meet(const char* call)
{
    const std::int64_t number = ++g_calls;
    int what = 0;
    if (const Hook hook = g_hook.load(); hook != nullptr)
        what = hook(call, g_context.load());
    else if (number == g_fault.at || (g_fault.sticky && number > g_fault.at))
        what = g_fault.what;
    if (what == kKill)
        ::raise(SIGKILL);
    return what;
}

inline int fault(const char* call)
{
    return g_armed.load(std::memory_order_relaxed) ? meet(call) : 0;
}

/// Meets the fault, then makes the call until it is not interrupted. An injected EINTR is a call interrupted once.
template <class Call>
auto made(const char* name, Call call) -> decltype(call())
{
    if (const int what = fault(name); what > 0 && what != EINTR) {
        errno = what;
        return -1;
    }
    for (;;) {
        const auto answer = call();
        if (answer >= 0 || errno != EINTR)
            return answer;
    }
}

} // namespace

void setHook(Hook hook, void* context)
{
    g_context = context;
    g_hook = hook;
    g_fault = {};
    g_calls = 0;
    g_armed = hook != nullptr;
}

std::int64_t mutatingCalls()
{
    return g_calls;
}

int errnoByName(std::string_view name)
{
    const std::string text(name);
    if (!text.empty() && text.find_first_not_of("0123456789") == std::string::npos)
        return std::atoi(text.c_str());
    for (int number = 1; number < 134; ++number) {
        const char* known = strerrorname_np(number);
        if (known != nullptr && text == known)
            return number;
    }
    return -1;
}

int create(int dirFd, const char* name, int flags, unsigned mode)
{
    return made("create", [&] { return ::openat(dirFd, name, flags | O_CREAT | O_CLOEXEC, mode); });
}

ssize_t write(int fd, const void* bytes, std::size_t size, std::int64_t offset)
{
    const int what = fault("write");
    if (what == kShort && size > 1)
        size /= 2;
    if (what > 0 && what != EINTR) {
        errno = what;
        return -1;
    }
    for (;;) {
        const ssize_t written = ::pwrite(fd, bytes, size, offset);
        if (written >= 0 || errno != EINTR)
            return written;
    }
}

int writeAll(int fd, const void* bytes, std::size_t size, std::int64_t offset)
{
    const char* at = static_cast<const char*>(bytes);
    while (size > 0) {
        const ssize_t put = write(fd, at, size, offset);
        if (put < 0)
            return errno;
        if (put == 0)
            return EIO;
        at += put;
        offset += put;
        size -= static_cast<std::size_t>(put);
    }
    return 0;
}

int createUnnamed(int dirFd, unsigned mode)
{
    return made("create", [&] { return ::openat(dirFd, ".", O_RDWR | O_TMPFILE | O_CLOEXEC, mode); });
}

int linkUnnamed(int fd, int toDir, const char* to)
{
    const std::string from = "/proc/self/fd/" + std::to_string(fd);
    return made("link", [&] { return ::linkat(AT_FDCWD, from.c_str(), toDir, to, AT_SYMLINK_FOLLOW); });
}

int truncate(int fd, std::int64_t size)
{
    return made("truncate", [&] { return ::ftruncate(fd, size); });
}

int punchHole(int fd, std::int64_t offset, std::int64_t size)
{
    return made("punch-hole",
                [&] { return ::fallocate(fd, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, offset, size); });
}

int clone(int toFd, int fromFd)
{
    return made("clone", [&] { return ::ioctl(toFd, FICLONE, fromFd); });
}

ssize_t copyRange(int fromFd, int toFd, std::int64_t offset, std::size_t size)
{
    return made("copy-range", [&] {
        off64_t from = offset;
        off64_t to = offset;
        return ::copy_file_range(fromFd, &from, toFd, &to, size, 0);
    });
}

int rename(int fromDir, const char* from, int toDir, const char* to)
{
    return made("rename", [&] { return ::renameat(fromDir, from, toDir, to); });
}

int renameNew(int fromDir, const char* from, int toDir, const char* to)
{
    return made("rename", [&] {
        const int answer = ::renameat2(fromDir, from, toDir, to, RENAME_NOREPLACE);
        if (answer == 0 || (errno != EINVAL && errno != ENOSYS))
            return answer;
        // A file system that cannot ask and rename in one step.
        struct stat present;
        if (::fstatat(toDir, to, &present, AT_SYMLINK_NOFOLLOW) == 0) {
            errno = EEXIST;
            return -1;
        }
        return ::renameat(fromDir, from, toDir, to);
    });
}

int link(int fromDir, const char* from, int toDir, const char* to)
{
    return made("link", [&] { return ::linkat(fromDir, from, toDir, to, 0); });
}

int symlink(const char* target, int dirFd, const char* name)
{
    return made("symlink", [&] { return ::symlinkat(target, dirFd, name); });
}

int makeFolder(int dirFd, const char* name, unsigned mode)
{
    return made("make-folder", [&] { return ::mkdirat(dirFd, name, mode); });
}

int makeNode(int dirFd, const char* name, unsigned mode, std::uint64_t device)
{
    return made("make-node", [&] { return ::mknodat(dirFd, name, mode, device); });
}

int unlink(int dirFd, const char* name, int flags)
{
    return made("unlink", [&] { return ::unlinkat(dirFd, name, flags); });
}

int chown(int fd, unsigned uid, unsigned gid)
{
    return made("chown", [&] { return ::fchown(fd, uid, gid); });
}

int chownAt(int dirFd, const char* name, unsigned uid, unsigned gid)
{
    return made("chown", [&] { return ::fchownat(dirFd, name, uid, gid, AT_SYMLINK_NOFOLLOW); });
}

int chmod(int fd, unsigned mode)
{
    return made("chmod", [&] { return ::fchmod(fd, mode); });
}

int chmodPath(const char* path, unsigned mode)
{
    return made("chmod", [&] { return ::chmod(path, mode); });
}

int setXattr(int fd, const char* name, const void* value, std::size_t size)
{
    return made("set-xattr", [&] { return ::fsetxattr(fd, name, value, size, 0); });
}

int setXattrPath(const char* path, const char* name, const void* value, std::size_t size)
{
    return made("set-xattr", [&] { return ::lsetxattr(path, name, value, size, 0); });
}

int removeXattr(int fd, const char* name)
{
    return made("remove-xattr", [&] { return ::fremovexattr(fd, name); });
}

int removeXattrPath(const char* path, const char* name)
{
    return made("remove-xattr", [&] { return ::lremovexattr(path, name); });
}

int times(int fd, const timespec (&times)[2])
{
    return made("times", [&] { return ::futimens(fd, times); });
}

int timesAt(int dirFd, const char* name, const timespec (&times)[2])
{
    return made("times", [&] { return ::utimensat(dirFd, name, times, AT_SYMLINK_NOFOLLOW); });
}

int sync(int fd)
{
    return made("fsync", [&] { return ::fsync(fd); });
}

int syncFileSystem(int fd)
{
    return made("syncfs", [&] { return ::syncfs(fd); });
}

int syncRange(int fd, std::int64_t offset, std::int64_t size)
{
    return made("sync-range", [&] {
        return ::sync_file_range(fd, offset, size,
                                 SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER);
    });
}

} // namespace bascule::engine::io
