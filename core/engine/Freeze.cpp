// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Freeze.h"

#include "core/engine/FreezeCheck.h"

#include "core/engine/Folder.h"
#include "core/engine/Io.h"
#include "core/engine/Roots.h"
#include "core/engine/Stat.h"
#include "core/engine/Tree.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <sstream>

#include <fcntl.h>
#include <sys/file.h>

namespace bascule::engine {

namespace {

struct Record
{
    FreezeLock lock;
    std::string root;
};

std::string stateFolder()
{
    if (const char* dir = std::getenv("BASCULE_STATE_DIR"); dir != nullptr && *dir != '\0')
        return dir;
    if (const char* dir = std::getenv("XDG_STATE_HOME"); dir != nullptr && *dir == '/')
        return std::string(dir) + "/bascule";
    const char* home = std::getenv("HOME");
    return std::string(home != nullptr && *home == '/' ? home : "/root") + "/.local/state/bascule";
}

std::string freezesFolder()
{
    return stateFolder() + "/freezes";
}

int makeFolders(const std::string& path)
{
    for (std::size_t at = 1; at != std::string::npos;) {
        at = path.find('/', at);
        const std::string part = path.substr(0, at);
        if (io::makeFolder(AT_FDCWD, part.c_str(), 0700) != 0 && errno != EEXIST)
            return errno;
        if (at != std::string::npos)
            ++at;
    }
    return 0;
}

std::string fileOf(const Stat& stat)
{
    return freezesFolder() + "/" + std::to_string(stat.device) + "-" + std::to_string(stat.inode);
}

std::string escaped(const std::string& text)
{
    std::string line;
    for (const char c : text) {
        if (c == '\\' || c == '\n')
            line.push_back('\\');
        line.push_back(c == '\n' ? 'n' : c);
    }
    return line;
}

std::string unescaped(const std::string& line)
{
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool escape = line[i] == '\\' && i + 1 < line.size();
        const char c = escape ? line[++i] : line[i];
        text.push_back(escape && c == 'n' ? '\n' : c);
    }
    return text;
}

std::string textOf(const Record& record)
{
    return "bascule freeze 1\n" + escaped(record.lock.owner) + "\n" + escaped(record.lock.reason) + "\n" +
           std::to_string(record.lock.sinceMs) + "\n" + escaped(record.root) + "\n";
}

/// Nothing when there is no such file. A file that cannot be read as a freeze counts as one by an unknown owner.
std::optional<Record> recordAt(const std::string& path)
{
    const Fd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file)
        return errno == ENOENT || errno == ENOTDIR ? std::nullopt : std::optional<Record>(Record{});
    std::string text(64 * 1024, '\0');
    const ssize_t length = ::pread(file.get(), text.data(), text.size(), 0);
    text.resize(length > 0 ? static_cast<std::size_t>(length) : 0);
    std::istringstream lines(text);
    std::string magic, owner, reason, since, root;
    std::getline(lines, magic);
    std::getline(lines, owner);
    std::getline(lines, reason);
    std::getline(lines, since);
    std::getline(lines, root);
    Record record;
    if (magic != "bascule freeze 1")
        return record;
    record.lock = {unescaped(owner), unescaped(reason), std::strtoll(since.c_str(), nullptr, 10)};
    record.root = unescaped(root);
    return record;
}

Error held(const std::string& root, const FreezeLock& lock)
{
    Error error{"freeze.held", Severity::Halt, root, {}, {}};
    error.params["owner"] = lock.owner;
    error.params["reason"] = lock.reason;
    error.params["since"] = lock.sinceMs;
    return error;
}

/// Two that freeze at the same moment take turns.
Fd turn(const std::string& folder)
{
    Fd file(io::create(AT_FDCWD, (folder + "/.turn").c_str(), O_RDWR | O_NOFOLLOW, 0600));
    if (file)
        ::flock(file.get(), LOCK_EX);
    return file;
}

Result<Stat> rootStat(const std::string& root)
{
    Stat stat;
    if (const int error = statPath(root.c_str(), stat); error != 0)
        return systemError(error, root, "stat");
    return stat;
}

} // namespace

Result<void> freeze(const std::string& root, const FreezeLock& lock)
{
    const Result<Stat> stat = rootStat(root);
    if (!stat)
        return stat.error();
    const Result<std::string> real = realPath(root);
    if (!real)
        return real.error();
    const std::string folder = freezesFolder();
    if (const int error = makeFolders(folder); error != 0)
        return systemError(error, folder, "mkdir");
    const Fd mine = turn(folder);
    if (!mine)
        return systemError(errno, folder, "open");
    const std::string path = fileOf(*stat);
    if (const auto present = recordAt(path); present && present->lock.owner != lock.owner)
        return held(root, present->lock);
    return writeFileDurably(path, textOf({lock, *real}), 0600);
}

Result<void> thaw(const std::string& root, const std::string& owner)
{
    const Result<Stat> stat = rootStat(root);
    if (!stat)
        return stat.error();
    const std::string folder = freezesFolder();
    const std::string path = fileOf(*stat);
    const auto present = recordAt(path);
    if (!present)
        return {};
    const Fd mine = turn(folder);
    if (present->lock.owner != owner)
        return held(root, present->lock);
    if (io::unlink(AT_FDCWD, path.c_str()) != 0 && errno != ENOENT)
        return systemError(errno, path, "unlink");
    const Fd dir = openRoot(folder.c_str());
    if (dir && io::sync(dir.get()) != 0)
        return systemError(errno, folder, "fsync");
    return {};
}

Result<std::optional<FreezeLock>> frozenBy(const std::string& root)
{
    const Result<Stat> stat = rootStat(root);
    if (!stat)
        return stat.error();
    const auto present = recordAt(fileOf(*stat));
    return present ? std::optional<FreezeLock>(present->lock) : std::nullopt;
}

std::optional<FreezeLock> freezeInTheWay(int folderFd, const std::string& owner, bool below)
{
    const Fd freezes = openRoot(freezesFolder().c_str());
    if (!freezes)
        return std::nullopt;
    FolderReader reader(freezes.get());
    while (const char* name = reader.next()) {
        unsigned long long device = 0;
        unsigned long long inode = 0;
        if (std::sscanf(name, "%llu-%llu", &device, &inode) != 2)
            continue;
        const auto record = recordAt(freezesFolder() + "/" + name);
        if (!record || (!owner.empty() && record->lock.owner == owner))
            continue;
        if (isWithinInode(folderFd, device, inode))
            return record->lock;
        const Fd frozen = openRoot(record->root.c_str());
        const Relation relation = frozen ? relationOf(folderFd, frozen.get()) : Relation::Apart;
        if (relation == Relation::Apart || (relation == Relation::SecondInsideFirst && !below))
            continue;
        return record->lock;
    }
    return std::nullopt;
}

} // namespace bascule::engine
