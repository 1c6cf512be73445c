// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inventory/Survey.h"

#include "core/databases/Sqlite.h"
#include "core/inventory/Places.h"

#include <QHash>

#include <array>
#include <sys/stat.h>

namespace bascule::inventory {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t maxExamples = 5;
constexpr std::size_t maxFoldedNames = 2'000'000; // bounds the memory of the search for case twins
constexpr qint64 hugeFolder = 10'000;
constexpr qint64 sparseFrom = 65'536; // smaller holes are an accident of block sizes

void newer(qint64& newest, qint64 ns)
{
    newest = std::max(newest, ns);
}

} // namespace

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

namespace {

/// The numbers in a list of accounts or groups.
void takeNumbers(const QByteArray& content, std::set<std::uint32_t>& known)
{
    for (const QByteArray& line : content.split('\n')) {
        const QList<QByteArray> fields = line.split(':');
        bool ok = false;
        const uint id = fields.size() > 2 ? fields[2].toUInt(&ok) : 0;
        if (ok)
            known.insert(id);
    }
}

} // namespace

void merge(Sighting& into, const Sighting& more)
{
    into.count += more.count;
    for (const std::string& example : more.examples)
        into.add(example, 0);
}

Survey::Survey()
{
    folders.push_back({});
    m_folderByPath.emplace(std::string(), 0);
}

Result<Survey> Survey::begin(const Host& host, std::stop_token stop)
{
    Survey survey;
    survey.m_host = &host;
    const auto take = [&](std::size_t index, Result<QByteArray>&& content) {
        if (content)
            takeNumbers(content.value(), index == 0 ? survey.m_users : survey.m_groups);
        survey.m_ownPasswd |= index == 0 && content;
    };
    if (auto read = host.readFiles({"etc/passwd", "etc/group"}, 4 << 20, std::move(stop), take); !read)
        return read.error();
    return survey;
}

engine::WalkOptions Survey::options()
{
    engine::WalkOptions options;
    options.traits = true;
    return options;
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
        if (entry.kind == 's')
            note("inventory.socket", slot, entry.path);
        else if (entry.kind == 'b' || entry.kind == 'c' || entry.kind == 'p')
            note("inventory.device", slot, entry.path);
    }
    noteName(entry.path, folder, slot);
    noteOwner(entry, slot);
    noteTraits(entry, slot);
    if (entry.kind != 'l')
        noteMode(entry, slot);
    return true;
}

/// Counts everything but a folder, once, where it belongs.
Slot Survey::countFile(const engine::TreeEntry& entry, int folder)
{
    if (entry.kind == 'f') {
        if (isSqliteSidecarName(std::string(baseName(entry.path)))) {
            m_sidecars.push_back({entry.path, folder, entry.size, entry.mtimeNs});
            return folder;
        }
        if (const auto kind = fileKind(entry.path)) {
            specials.push_back({*kind, entry.path, folder, 1, entry.size, entry.mtimeNs, {}});
            return ~int(specials.size() - 1);
        }
        if (!entry.head.empty() && !isSystemPlace(entry.path)) {
            const QString version = sqliteVersion(QByteArray::fromStdString(entry.head));
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
    if (entry.traits & engine::IsClosed)
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

void Survey::noteTraits(const engine::TreeEntry& entry, Slot slot)
{
    static constexpr std::array told{std::pair{engine::HasAcl, "inventory.acl"},
                                     std::pair{engine::HasUserXattrs, "inventory.xattr"},
                                     std::pair{engine::HasCapability, "inventory.capability"},
                                     std::pair{engine::IsBrokenLink, "inventory.broken-link"},
                                     std::pair{engine::LeavesTree, "inventory.link-leaves"}};
    for (const auto& [trait, code] : told) {
        if (entry.traits & trait)
            note(code, slot, entry.path);
    }
}

void Survey::noteOwner(const engine::TreeEntry& entry, Slot slot)
{
    if (!m_users.contains(entry.uid) || !m_groups.contains(entry.gid))
        m_unlisted[{entry.uid, entry.gid}][slot].add(entry.path);
}

/// Where the tree holds a list of accounts, who is not in it is unknown; without one the machine is asked.
Result<void> Survey::settleOwners(const std::stop_token& stop)
{
    Host::Accounts asked;
    for (const auto& [owner, places] : m_unlisted) {
        asked.users.insert(owner.first);
        asked.groups.insert(owner.second);
    }
    if (!m_ownPasswd && !m_unlisted.empty()) {
        auto known = m_host->knownAccounts(asked, stop);
        if (!known)
            return known.error();
        m_users.merge(known->users);
        m_groups.merge(known->groups);
    }
    for (const auto& [owner, places] : m_unlisted) {
        if (m_users.contains(owner.first) && m_groups.contains(owner.second))
            continue;
        for (const auto& [slot, seen] : places)
            merge(sightings[{"inventory.unknown-owner", slot}], seen);
    }
    m_unlisted.clear();
    return {};
}

Result<void> Survey::finish(std::stop_token stop)
{
    settleSidecars();
    if (auto settled = settleOwners(stop); !settled)
        return settled;
    // Bytes with several names count once, where the first name is; a special file has counted its own.
    for (const auto& [inode, group] : m_links) {
        if (group.slot >= 0)
            folders[std::size_t(group.slot)].bytes += group.bytes;
    }
    for (std::size_t i = 0; i < folders.size(); ++i) {
        if (folders[i].entries > hugeFolder)
            sightings[{"inventory.huge-folder", int(i)}].add(folders[i].path, folders[i].entries);
    }
    return {};
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

std::vector<Survey::Linked> Survey::linked() const
{
    std::vector<Linked> groups;
    for (const auto& [inode, group] : m_links)
        groups.push_back({group.first, group.slot, group.others, group.seen < group.links});
    return groups;
}

} // namespace bascule::inventory
