// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Attributes.h"
#include "core/engine/Content.h"
#include "core/engine/Folder.h"
#include "core/engine/Io.h"
#include "core/engine/Slot.h"
#include "core/engine/Tree.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace bascule::engine {

namespace {

int fillDurably(int fd, const std::string& bytes, std::uint32_t mode)
{
    if (const int error = io::writeAll(fd, bytes.data(), bytes.size(), 0); error != 0)
        return error;
    if (io::chmod(fd, mode) != 0 || io::sync(fd) != 0)
        return errno;
    return 0;
}

/// Renames over the final name and brings the folder to the disk; on failure the temporary goes.
Result<void> promote(const Slot& slot, const std::string& temporary, const std::string& path)
{
    if (io::rename(slot.folder.get(), temporary.c_str(), slot.folder.get(), slot.name.c_str()) != 0) {
        const int error = errno;
        io::unlink(slot.folder.get(), temporary.c_str());
        return systemError(error, path, "rename");
    }
    if (io::sync(slot.folder.get()) != 0)
        return systemError(errno, path, "fsync");
    return {};
}

} // namespace

Result<std::string> hashFile(const std::string& path, Counters& counters, std::stop_token stop)
{
    const Fd file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    if (!file)
        return systemError(errno, path, "open");
    Stat stat;
    if (const int error = statFd(file.get(), stat); error != 0)
        return systemError(error, path, "stat");
    if (stat.isFolder())
        return systemError(EISDIR, path, "read");
    Hasher hasher;
    char* block = threadBlock(0);
    std::int64_t at = 0;
    for (;;) {
        if (stop.stop_requested())
            return Error{"cancelled", Severity::Fatal, path, {}, {}};
        // A hole is hashed as zeros without reading it: a terabyte of nothing takes a minute, not an hour.
        std::int64_t data =
            stat.isFile() && stat.hasHoles() && at < stat.size ? ::lseek(file.get(), at, SEEK_DATA) : at;
        if (data < 0)
            data = errno == ENXIO ? stat.size : at;
        if (data > at) {
            std::memset(block, 0, kBlock);
            for (; at < data && !stop.stop_requested(); at += static_cast<std::int64_t>(kBlock))
                hasher.add(block, static_cast<std::size_t>(std::min<std::int64_t>(data - at, kBlock)));
            at = std::min(at, data);
            continue;
        }
        const ssize_t got = stat.isFile() ? ::pread(file.get(), block, kBlock, at) : ::read(file.get(), block, kBlock);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemError(errno, path, "read");
        if (got == 0)
            return hasher.value().hex();
        hasher.add(block, static_cast<std::size_t>(got));
        at += got;
        counters.bytesDone += got;
    }
}

Result<std::string> realPath(const std::string& path)
{
    char* resolved = ::realpath(path.c_str(), nullptr);
    if (resolved == nullptr)
        return systemError(errno, path, "realpath");
    std::string text(resolved);
    std::free(resolved);
    return text;
}

Result<void> writeFileDurably(const std::string& path, const std::string& bytes, std::uint32_t mode)
{
    const Result<Slot> slot = slotOf(path);
    if (!slot)
        return slot.error();
    const std::string temporary = temporaryBeside();
    const Fd file(io::create(slot->folder.get(), temporary.c_str(), O_WRONLY | O_EXCL | O_NOFOLLOW, 0600));
    if (!file)
        return systemError(errno, path, "create");
    if (const int error = fillDurably(file.get(), bytes, mode); error != 0) {
        io::unlink(slot->folder.get(), temporary.c_str());
        return systemError(error, path, "write");
    }
    return promote(*slot, temporary, path);
}

Result<void> replaceFileDurably(const std::string& path, const std::string& bytes, const Time* modified)
{
    const Result<Slot> slot = slotOf(path);
    if (!slot)
        return slot.error();
    Present before;
    const Fd old(::openat(slot->folder.get(), slot->name.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
    int error = old ? Place::opened(old.get()).stat(before.stat) : errno;
    if (error == 0)
        error = Place::opened(old.get()).read(before.xattrs);
    if (error != 0)
        return systemError(error, path, "open");
    const std::string temporary = temporaryBeside();
    const Fd file(io::create(slot->folder.get(), temporary.c_str(), O_RDWR | O_EXCL | O_NOFOLLOW, 0600));
    if (!file)
        return systemError(errno, path, "create");
    const auto refused = [&](Error why) {
        io::unlink(slot->folder.get(), temporary.c_str());
        return why;
    };
    if ((error = fillDurably(file.get(), bytes, 0600)) != 0)
        return refused(systemError(error, path, "write"));
    Present made;
    std::vector<Lost> lost;
    error = Place::opened(file.get()).stat(made.stat);
    Stat want = before.stat;
    want.modified = modified != nullptr ? *modified : made.stat.modified;
    if (error == 0)
        error = applyAttributes(Place::opened(file.get()), want, before.xattrs, made, lost);
    if (error != 0)
        return refused(systemError(error, path, "attributes"));
    if (!lost.empty())
        return refused({"metadata.not-kept", Severity::Item, path, {}, lost.front().code});
    return promote(*slot, temporary, path);
}

Result<void> replaceSymlink(const std::string& link, const std::string& target)
{
    const Result<Slot> slot = slotOf(link);
    if (!slot)
        return slot.error();
    Stat present;
    const int error = statAt(slot->folder.get(), slot->name.c_str(), present);
    if (error != 0 && error != ENOENT)
        return systemError(error, link, "stat");
    if (error == 0 && !present.isLink())
        return Error{"path.not-a-link", Severity::Item, link, {}, {}};
    const std::string temporary = temporaryBeside();
    if (io::symlink(target.c_str(), slot->folder.get(), temporary.c_str()) != 0)
        return systemError(errno, link, "symlink");
    return promote(*slot, temporary, link);
}

} // namespace bascule::engine
