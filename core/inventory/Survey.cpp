// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inventory/Survey.h"

#include "core/databases/Sqlite.h"
#include "core/inventory/Places.h"

#include <QHash>

#include <cerrno>
#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace bascule::inventory {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t maxExamples = 5;
constexpr std::size_t maxFoldedNames = 2'000'000; // bounds the memory of the search for case twins
constexpr std::size_t maxSymlinks = 500'000;
constexpr qint64 hugeFolder = 10'000;
constexpr qint64 sparseFrom = 65'536; // smaller holes are an accident of block sizes
constexpr qint64 smallestPage = 512;

void newer(qint64& newest, qint64 ns)
{
    newest = std::max(newest, ns);
}

/// A process of ours may keep the file's access time, where the kernel lets it.
int openQuietly(const std::string& path)
{
    constexpr int flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
    const int fd = ::open(path.c_str(), flags | O_NOATIME);
    return fd >= 0 || errno != EPERM ? fd : ::open(path.c_str(), flags);
}

} // namespace

QByteArray readHead(const std::string& path, int count)
{
    const int fd = openQuietly(path);
    if (fd < 0)
        return {};
    QByteArray head(count, '\0');
    struct stat info;
    ssize_t got = -1;
    if (::fstat(fd, &info) == 0 && S_ISREG(info.st_mode)) {
        do
            got = ::read(fd, head.data(), std::size_t(count));
        while (got < 0 && errno == EINTR);
    }
    ::close(fd);
    head.truncate(got < 0 ? 0 : got);
    return head;
}

QString sqliteVersion(const QByteArray& head)
{
    if (head.size() < 100 || !head.startsWith(QByteArray("SQLite format 3\0", 16)))
        return {};
    const auto byte = [&](int at) { return quint32(static_cast<unsigned char>(head[at])); };
    const quint32 number = byte(96) << 24 | byte(97) << 16 | byte(98) << 8 | byte(99);
    if (number < 3'000'000 || number > 4'000'000)
        return u"SQLite 3"_s;
    return u"SQLite %1.%2.%3"_s.arg(number / 1'000'000).arg(number / 1000 % 1000).arg(number % 1000);
}

void Sighting::add(const std::string& path, qint64 times)
{
    count += times;
    examples.insert(path);
    if (examples.size() > maxExamples)
        examples.erase(std::prev(examples.end()));
}

Survey::Survey(const Host& host)
    : m_host(host)
    , m_privileged(::geteuid() == 0)
{
    folders.push_back({});
    m_folderByPath.emplace(std::string(), 0);
    loadOwners();
}

int Survey::folderIndex(std::string_view path)
{
    if (path == m_lastFolder)
        return m_lastIndex;
    m_lastFolder = path;
    const auto [at, fresh] = m_folderByPath.try_emplace(m_lastFolder, int(folders.size()));
    m_lastIndex = at->second;
    if (fresh) {
        const int index = at->second;
        const std::string mine(path);
        folders.push_back({.path = mine});
        const int parent = folderIndex(folderOf(mine));
        folders[std::size_t(index)].parent = parent;
        m_lastFolder = mine;
        m_lastIndex = index;
    }
    return m_lastIndex;
}

bool Survey::visit(const engine::TreeEntry& entry)
{
    if (entry.path.empty())
        return true;
    const int folder = folderIndex(folderOf(entry.path));
    ++folders[std::size_t(folder)].entries;
    Slot slot = 0;
    if (entry.kind == 'd') {
        slot = folderIndex(entry.path);
    } else {
        slot = countFile(entry, folder);
        if (entry.kind == 'l' && m_symlinks.size() < maxSymlinks)
            m_symlinks.push_back({entry.path, entry.linkTarget, slot});
        else if (entry.kind == 's')
            note("inventory.socket", slot, entry.path);
        else if (entry.kind == 'b' || entry.kind == 'c' || entry.kind == 'p')
            note("inventory.device", slot, entry.path);
    }
    noteName(entry.path, folder, slot);
    noteOwner(entry, slot);
    if (entry.kind != 'l') {
        noteMode(entry, slot);
        if (entry.kind == 'f' || entry.kind == 'd')
            noteAttributes(m_host.path(QByteArray::fromStdString(entry.path)), slot);
    }
    return true;
}

/// Counts everything but a folder, once, where it belongs.
Slot Survey::countFile(const engine::TreeEntry& entry, int folder)
{
    const std::string absolute = m_host.path(QByteArray::fromStdString(entry.path));
    if (entry.kind == 'f') {
        if (isSqliteSidecarName(std::string(baseName(entry.path)))) {
            m_sidecars.push_back({entry.path, folder, entry.size, entry.mtimeNs});
            return folder;
        }
        if (const auto kind = fileKind(entry.path)) {
            specials.push_back({*kind, entry.path, folder, 1, entry.size, entry.mtimeNs, {}});
            return ~int(specials.size() - 1);
        }
        // A database is whole pages long, so most files need not be opened.
        if (entry.size >= smallestPage && entry.size % smallestPage == 0 && !isSystemPlace(entry.path)) {
            const QString version = sqliteVersion(readHead(absolute, 100));
            if (!version.isEmpty()) {
                specials.push_back({AssetKind::Database, entry.path, folder, 1, entry.size, entry.mtimeNs, version});
                noteContent(entry, ~int(specials.size() - 1));
                return ~int(specials.size() - 1);
            }
        }
    }
    Folder& here = folders[std::size_t(folder)];
    ++here.files;
    newer(here.newestNs, entry.mtimeNs);
    if (entry.kind != 'f')
        return folder;
    if (isArchiveName(baseName(entry.path))) {
        ++here.archives;
        here.dated += isDatedName(baseName(entry.path)) ? 1 : 0;
    } else if (!isArchiveCompanion(baseName(entry.path))) {
        ++here.others;
    }
    if (entry.links <= 1)
        here.bytes += entry.size;
    noteContent(entry, folder);
    if (!m_privileged && ::faccessat(AT_FDCWD, absolute.c_str(), R_OK, AT_EACCESS) != 0 && errno == EACCES)
        deniedFiles[folder].add(entry.path);
    return folder;
}

void Survey::noteContent(const engine::TreeEntry& entry, Slot slot)
{
    if (entry.size - entry.blocks * 512 >= sparseFrom)
        note("inventory.sparse", slot, entry.path);
    if (entry.links <= 1)
        return;
    LinkGroup& group = m_links[{entry.device, entry.inode}];
    group.links = qint64(entry.links);
    ++group.seen;
    group.bytes = entry.size;
    if (group.first.empty() || entry.path < group.first) {
        if (!group.first.empty())
            group.others.emplace_back(group.first, group.slot);
        group.first = entry.path;
        group.slot = slot;
    } else {
        group.others.emplace_back(entry.path, slot);
    }
}

void Survey::noteName(const std::string& path, int folder, Slot slot)
{
    const QByteArray name = QByteArray::fromStdString(std::string(baseName(path)));
    const QString shown = displayPath(name);
    const QString text = QString::fromUtf8(name);
    if (text != shown)
        note("inventory.unusual-name", slot, path);
    if (m_folded.size() >= maxFoldedNames)
        return;
    // Folded twice over: by case and by the composition of accents, as file systems that fold do.
    const QString folded = text.normalized(QString::NormalizationForm_C).toCaseFolded();
    const quint64 key = quint64(qHash(folded, 0x9e3779b97f4a7c15ULL)) ^ (quint64(folder + 1) * 0x100000001b3ULL);
    if (!m_folded.insert(key).second)
        note("inventory.case-twins", slot, path);
}

void Survey::noteMode(const engine::TreeEntry& entry, Slot slot)
{
    const bool sticky = entry.kind == 'd' && (entry.mode & S_ISVTX);
    if ((entry.mode & S_IWOTH) && !sticky && (entry.kind == 'f' || entry.kind == 'd'))
        note("inventory.world-writable", slot, entry.path);
    if (entry.kind == 'f' && (entry.mode & (S_ISUID | S_ISGID)))
        note("inventory.setuid", slot, entry.path);
}

void Survey::noteAttributes(const std::string& path, Slot slot)
{
    char names[4096];
    const ssize_t length = ::llistxattr(path.c_str(), names, sizeof names);
    if (length == 0 || (length < 0 && errno != ERANGE))
        return;
    const std::string relative = path.substr(std::min(path.size(), m_host.path({}).size() + 1));
    bool acl = false, user = length < 0, capability = false;
    for (const char* name = names; length > 0 && name < names + length; name += std::string_view(name).size() + 1) {
        const std::string_view text(name);
        acl |= text.starts_with("system.posix_acl_");
        user |= text.starts_with("user.");
        capability |= text == "security.capability";
    }
    if (acl)
        note("inventory.acl", slot, relative);
    if (user)
        note("inventory.xattr", slot, relative);
    if (capability)
        note("inventory.capability", slot, relative);
}

void Survey::loadOwners()
{
    const auto load = [&](const char* file, std::map<std::uint32_t, bool>& known) {
        const auto content = m_host.readFile(file, 4 << 20);
        if (!content)
            return false;
        for (const QByteArray& line : content.value().split('\n')) {
            const QList<QByteArray> fields = line.split(':');
            bool ok = false;
            const uint id = fields.size() > 2 ? fields[2].toUInt(&ok) : 0;
            if (ok)
                known[id] = true;
        }
        return true;
    };
    m_ownPasswd = load("etc/passwd", m_users);
    load("etc/group", m_groups);
}

void Survey::noteOwner(const engine::TreeEntry& entry, Slot slot)
{
    // The server's own list of accounts where its tree holds one, else this machine's, asked once an id.
    if (const auto [at, fresh] = m_users.try_emplace(entry.uid, false); fresh && !m_ownPasswd) {
        char buffer[16384];
        passwd account;
        passwd* found = nullptr;
        at->second = ::getpwuid_r(entry.uid, &account, buffer, sizeof buffer, &found) == 0 && found;
    }
    if (const auto [at, fresh] = m_groups.try_emplace(entry.gid, false); fresh && !m_ownPasswd) {
        char buffer[65536];
        group account;
        group* found = nullptr;
        at->second = ::getgrgid_r(entry.gid, &account, buffer, sizeof buffer, &found) == 0 && found;
    }
    if (!m_users[entry.uid] || !m_groups[entry.gid])
        note("inventory.unknown-owner", slot, entry.path);
}

void Survey::finish(std::stop_token stop)
{
    settleSidecars();
    settleSymlinks(std::move(stop));
    // Bytes with several names count once, where the first name is; a special file has counted its own.
    for (const auto& [inode, group] : m_links) {
        if (group.slot >= 0)
            folders[std::size_t(group.slot)].bytes += group.bytes;
    }
    for (std::size_t i = 0; i < folders.size(); ++i) {
        if (folders[i].entries > hugeFolder)
            sightings[{"inventory.huge-folder", int(i)}].add(folders[i].path, folders[i].entries);
    }
}

/// -wal, -shm and -journal belong to their database; without one they are files like others.
void Survey::settleSidecars()
{
    std::unordered_map<std::string, int> databases;
    for (std::size_t i = 0; i < specials.size(); ++i) {
        if (specials[i].kind == AssetKind::Database)
            databases.emplace(specials[i].path, int(i));
    }
    for (const Sidecar& sidecar : m_sidecars) {
        const auto at = databases.find(sidecar.path.substr(0, sidecar.path.rfind('-')));
        if (at == databases.end()) {
            Folder& folder = folders[std::size_t(sidecar.folder)];
            ++folder.files;
            ++folder.others;
            folder.bytes += sidecar.bytes;
            newer(folder.newestNs, sidecar.newestNs);
            continue;
        }
        SpecialFile& database = specials[std::size_t(at->second)];
        ++database.files;
        database.bytes += sidecar.bytes;
        if (!sidecar.path.ends_with("-shm")) // is touched by readers too
            newer(database.newestNs, sidecar.newestNs);
        if (sidecar.path.ends_with("-journal") && sidecar.bytes > 0)
            note("inventory.hot-journal", ~at->second, sidecar.path);
    }
    m_sidecars.clear();
}

/// An absolute link is read as the server itself reads it (from the server's root) and, failing that, as it stands.
void Survey::settleSymlinks(std::stop_token stop)
{
    const auto root = engine::realPath(m_host.path({}));
    for (const Symlink& link : m_symlinks) {
        if (stop.stop_requested())
            return;
        struct stat info;
        if (link.target.starts_with('/')) {
            const std::string inside = m_host.path({}) + link.target;
            if (::lstat(inside.c_str(), &info) == 0)
                continue;
        }
        const std::string path = m_host.path(QByteArray::fromStdString(link.path));
        if (::stat(path.c_str(), &info) != 0) {
            if (errno == ENOENT || errno == ENOTDIR || errno == ELOOP)
                note("inventory.broken-link", link.slot, link.path);
            continue;
        }
        const auto real = engine::realPath(path);
        if (root && real && !isWithin(real.value(), root.value()))
            note("inventory.link-leaves", link.slot, link.path);
    }
    m_symlinks.clear();
}

std::vector<Survey::Linked> Survey::linked() const
{
    std::vector<Linked> groups;
    for (const auto& [inode, group] : m_links)
        groups.push_back({group.first, group.slot, group.others, group.seen < group.links});
    return groups;
}

} // namespace bascule::inventory
