// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Traits.h"

#include "core/engine/Folder.h"

#include <cerrno>
#include <string_view>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace bascule::engine {

namespace {

constexpr std::int64_t kSmallestPage = 512;
constexpr std::string_view kSqlite("SQLite format 3\0", 16);

/// A database is whole pages long, so most files need not be opened. Its -wal and -shm must not be: closing one drops
/// the locks that this process may hold on it.
bool maybeDatabase(const TreeEntry& entry)
{
    for (const std::string_view sidecar : {"-wal", "-shm", "-journal"}) {
        if (entry.path.ends_with(sidecar))
            return false;
    }
    return entry.size >= kSmallestPage && entry.size % kSmallestPage == 0;
}

bool isBelow(const std::string& path, const std::string& folder)
{
    return folder == "/" || (path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/'));
}

} // namespace

std::string headOf(int folder, const char* name, std::size_t size)
{
    const Fd file = openForReading(folder, name);
    struct stat info;
    if (!file || ::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode))
        return {};
    std::string head(size, '\0');
    ssize_t got = -1;
    do
        got = ::pread(file.get(), head.data(), head.size(), 0);
    while (got < 0 && errno == EINTR);
    head.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
    return head;
}

TraitFinder::TraitFinder(std::string root)
    : m_root(std::move(root))
    , m_realRoot(realPath(m_root).valueOr(std::string()))
{
}

void TraitFinder::lookAt(int folder, const char* name, TreeEntry& entry) const
{
    const std::string path = m_root == "/" ? '/' + entry.path : m_root + '/' + entry.path;
    if (entry.kind == 'l')
        entry.traits = link(entry, path);
    if (entry.kind != 'f' && entry.kind != 'd')
        return;
    entry.traits = attributes(path);
    if (entry.kind != 'f')
        return;
    if (::faccessat(folder, name, R_OK, AT_EACCESS) != 0 && errno == EACCES)
        entry.traits |= IsClosed;
    else if (maybeDatabase(entry))
        entry.head = headOf(folder, name, kHeadBytes);
    if (!entry.head.starts_with(kSqlite))
        entry.head.clear();
}

std::uint8_t TraitFinder::attributes(const std::string& path) const
{
    char names[4096];
    const ssize_t length = ::llistxattr(path.c_str(), names, sizeof names);
    if (length == 0 || (length < 0 && errno != ERANGE))
        return 0;
    std::uint8_t found = length < 0 ? HasUserXattrs : 0;
    for (const char* name = names; length > 0 && name < names + length; name += std::string_view(name).size() + 1) {
        const std::string_view text(name);
        if (text.starts_with("system.posix_acl_"))
            found |= HasAcl;
        if (text.starts_with("user."))
            found |= HasUserXattrs;
        if (text == "security.capability")
            found |= HasCapability;
    }
    return found;
}

/// An absolute link is read as the server itself reads it (from the tree's root) and, failing that, as it stands.
std::uint8_t TraitFinder::link(const TreeEntry& entry, const std::string& path) const
{
    struct stat info;
    if (entry.linkTarget.starts_with('/') && ::lstat((m_root + entry.linkTarget).c_str(), &info) == 0)
        return 0;
    if (::stat(path.c_str(), &info) != 0)
        return errno == ENOENT || errno == ENOTDIR || errno == ELOOP ? IsBrokenLink : 0;
    const auto real = realPath(path);
    return !m_realRoot.empty() && real && !isBelow(*real, m_realRoot) ? LeavesTree : 0;
}

} // namespace bascule::engine
