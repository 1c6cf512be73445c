// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <sys/types.h>
#include <time.h>

/// Every system call of the engine that changes a file system goes through here, so that tests can make the n-th of
/// them fail.
///
/// Environment: `BASCULE_FAULT=<n>:<what>[+]`, read once when the process starts. The n-th mutating call of the process
/// (counting from 1, over all threads) is not made and answers errno <what> (`ENOSPC`, `EIO`, `EINTR`, … or a number);
/// `KILL` raises SIGKILL just before it; `SHORT` lets a write take half of its bytes. With `+` every call from the n-th
/// on is met. A sweep raises n until a run succeeds. Off, the price is one relaxed load a call.
///
/// `BASCULE_MEMORY_AS_DISK=1` makes syncs treat tmpfs as they treat disks (group commit), so that sweeps over that path
/// are quick.
///
/// All functions retry EINTR and otherwise behave as their system calls do (−1 and errno).
namespace bascule::engine::io {

/// Called before each mutating call: 0 lets it pass, an errno makes it fail, kKill and kShort as above. Any thread.
using Hook = int (*)(const char* call, void* context);
inline constexpr int kKill = -1;
inline constexpr int kShort = -2;

/// Installs (or, with nullptr, removes) a hook; only while no engine call is running. Replaces the environment's fault.
void setHook(Hook hook, void* context);

/// How many mutating calls were met since the start or the last setHook(); counted only while a hook or a fault is set.
std::int64_t mutatingCalls();

/// The number of an errno name such as "ENOSPC", or −1.
int errnoByName(std::string_view name);

int create(int dirFd, const char* name, int flags, unsigned mode); ///< openat with O_CREAT | O_CLOEXEC
ssize_t write(int fd, const void* bytes, std::size_t size, std::int64_t offset);
int writeAll(int fd, const void* bytes, std::size_t size, std::int64_t offset); ///< until all is written; 0 or an errno
int createUnnamed(int dirFd, unsigned mode);                                    ///< O_TMPFILE, readable and writable
int linkUnnamed(int fd, int toDir, const char* to);
int truncate(int fd, std::int64_t size);
int punchHole(int fd, std::int64_t offset, std::int64_t size);
int clone(int toFd, int fromFd); ///< FICLONE
ssize_t copyRange(int fromFd, int toFd, std::int64_t offset, std::size_t size);
int rename(int fromDir, const char* from, int toDir, const char* to);
/// Renames onto a name that is free; EEXIST when it is not.
int renameNew(int fromDir, const char* from, int toDir, const char* to);
int link(int fromDir, const char* from, int toDir, const char* to);
int symlink(const char* target, int dirFd, const char* name);
int makeFolder(int dirFd, const char* name, unsigned mode);
int makeNode(int dirFd, const char* name, unsigned mode, std::uint64_t device);
int unlink(int dirFd, const char* name, int flags = 0);
int chown(int fd, unsigned uid, unsigned gid);
int chownAt(int dirFd, const char* name, unsigned uid, unsigned gid);
int chmod(int fd, unsigned mode);
int chmodPath(const char* path, unsigned mode);
int setXattr(int fd, const char* name, const void* value, std::size_t size);
int setXattrPath(const char* path, const char* name, const void* value, std::size_t size);
int removeXattr(int fd, const char* name);
int removeXattrPath(const char* path, const char* name);
int times(int fd, const timespec (&times)[2]);
int timesAt(int dirFd, const char* name, const timespec (&times)[2]);
int sync(int fd);           ///< fsync
int syncFileSystem(int fd); ///< syncfs
int syncRange(int fd, std::int64_t offset, std::int64_t size);

} // namespace bascule::engine::io
