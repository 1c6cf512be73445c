// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compatibility/Measures.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <sys/stat.h>

namespace bascule::compatibility {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 sparseFrom = 65'536;

bool isWithin(const std::string& path, const QByteArray& folder)
{
    const auto size = std::size_t(folder.size());
    return size == 0 ||
           (path.compare(0, size, folder.constData(), size) == 0 && (path.size() == size || path[size] == '/'));
}

/// How often the inventory saw something on a server.
double seen(const Snapshot& snapshot, Id server, const QString& code)
{
    double count = 0;
    for (const Finding& finding : snapshot.findings) {
        if (finding.server == server && finding.room == u"inventory" && finding.code == code)
            count += finding.params[u"count"_s].toDouble(1);
    }
    return count;
}

/// What is still to be brought, by the assets that the target has already.
void addNeed(const Snapshot& snapshot, const Server& source, Id target, Facts& facts)
{
    std::map<QString, const Asset*> there;
    for (const Asset& asset : snapshot.assets) {
        if (asset.server == target && !asset.gone)
            there.emplace(asset.key, &asset);
    }
    double bytes = 0, files = 0;
    for (const Asset& asset : snapshot.assets) {
        if (asset.server != source.id || asset.gone || !asset.migrate)
            continue;
        const auto at = there.find(asset.key);
        bytes += double(std::max<qint64>(0, asset.bytes - (at == there.end() ? 0 : at->second->bytes)));
        files += double(std::max<qint64>(0, asset.files - (at == there.end() ? 0 : at->second->files)));
    }
    facts[u"need.bytes"_s] = bytes;
    facts[u"need.files"_s] = files;
}

/// Counts while the tree is walked.
struct Tally
{
    double fineTimes = 0, sparse = 0, symlinks = 0, hardLinks = 0, setuid = 0, programs = 0, foreignOwners = 0;
    std::size_t longestName = 0;
    std::int64_t largestFile = -1;
    std::string longestPath, largestPath;

    void meet(const engine::TreeEntry& entry, std::uint32_t me, bool inApplication)
    {
        const std::size_t name = entry.path.size() - (entry.path.rfind('/') + 1);
        if (name > longestName) {
            longestName = name;
            longestPath = entry.path;
        }
        fineTimes += entry.mtimeNs % 1'000'000'000 != 0 ? 1 : 0;
        symlinks += entry.kind == 'l' ? 1 : 0;
        foreignOwners += entry.uid != me ? 1 : 0;
        if (entry.kind != 'f')
            return;
        if (entry.size > largestFile) {
            largestFile = entry.size;
            largestPath = entry.path;
        }
        sparse += entry.size - entry.blocks * 512 >= sparseFrom ? 1 : 0;
        hardLinks += entry.links > 1 ? 1 : 0;
        setuid += entry.mode & (S_ISUID | S_ISGID) ? 1 : 0;
        programs += inApplication && (entry.mode & 0111) ? 1 : 0;
    }

    void write(Facts& facts) const
    {
        facts[u"old.fineTimes"_s] = fineTimes;
        facts[u"old.sparse"_s] = sparse;
        facts[u"old.symlinks"_s] = symlinks;
        facts[u"old.hardLinks"_s] = hardLinks;
        facts[u"old.setuid"_s] = setuid;
        facts[u"old.programs"_s] = programs;
        facts[u"old.foreignOwners"_s] = foreignOwners;
        facts[u"old.longestName"_s] = double(longestName);
        facts[u"old.longestPath"_s] = displayPath(longestPath);
        facts[u"old.largestFile"_s] = double(largestFile);
        facts[u"old.largestPath"_s] = displayPath(largestPath);
    }
};

/// name -> id of a list of accounts.
using Names = std::map<QByteArray, std::uint32_t>;

Names namesIn(const QByteArray& content)
{
    Names known;
    for (const QByteArray& line : content.split('\n')) {
        const QList<QByteArray> fields = line.split(':');
        bool ok = false;
        const uint id = fields.size() > 2 ? fields[2].toUInt(&ok) : 0;
        if (ok && !fields[0].isEmpty())
            known.emplace(fields[0], id);
    }
    return known;
}

/// The lists of users and of groups that a server's tree holds; nothing where it holds none.
using Lists = std::array<std::optional<Names>, 2>;

Result<Lists> listsOf(const Host& host, const std::stop_token& stop)
{
    Lists lists;
    const auto take = [&](std::size_t index, Result<QByteArray>&& content) {
        if (content)
            lists[index] = namesIn(content.value());
    };
    if (auto read = host.readFiles({"etc/passwd", "etc/group"}, 4 << 20, stop, take); !read)
        return read.error();
    return lists;
}

QByteArray nameOf(const Names& known, std::uint32_t id)
{
    for (const auto& [name, number] : known) {
        if (number == id)
            return name;
    }
    return {};
}

} // namespace

Result<SourceMeasure> measureSource(const Snapshot& snapshot, const Server& source, const Host& host,
                                    const TargetAccount& target, engine::Counters& counters, std::stop_token stop)
{
    SourceMeasure made;
    std::vector<QByteArray> excluded, applications;
    for (const Asset& asset : snapshot.assets) {
        if (asset.server != source.id || asset.gone)
            continue;
        if (!asset.migrate && !asset.path.isEmpty())
            excluded.push_back(asset.path);
        else if (asset.kind == AssetKind::Application)
            applications.push_back(asset.path);
    }
    const auto inOneOf = [](const std::string& path, const std::vector<QByteArray>& folders) {
        return std::any_of(folders.begin(), folders.end(), [&](const QByteArray& one) { return isWithin(path, one); });
    };
    Tally tally;
    const auto walked = host.walk({}, {}, stop, [&](const engine::TreeEntry& entry) {
        ++counters.itemsDone;
        if (!entry.path.empty() && !inOneOf(entry.path, excluded)) {
            tally.meet(entry, target.uid, inOneOf(entry.path, applications));
            made.owners.insert(entry.uid);
            made.groups.insert(entry.gid);
        }
        return !stop.stop_requested();
    });
    if (!walked)
        return walked.error();
    tally.write(made.facts);
    made.facts[u"old.acl"_s] = seen(snapshot, source.id, u"inventory.acl"_s);
    made.facts[u"old.xattr"_s] = seen(snapshot, source.id, u"inventory.xattr"_s);
    made.facts[u"old.caseTwins"_s] = seen(snapshot, source.id, u"inventory.case-twins"_s);
    made.facts[u"old.unusualNames"_s] = seen(snapshot, source.id, u"inventory.unusual-name"_s);
    addNeed(snapshot, source, target.server, made.facts);
    return made;
}

Result<std::vector<AccountConflict>> accountConflicts(const Host& source, const Host& target,
                                                      const SourceMeasure& measure, std::stop_token stop)
{
    const auto sourceLists = listsOf(source, stop);
    if (!sourceLists)
        return sourceLists.error();
    const auto targetLists = listsOf(target, stop);
    if (!targetLists)
        return targetLists.error();
    std::vector<AccountConflict> conflicts;
    const auto compare = [&](std::size_t list, const std::set<std::uint32_t>& used, const QString& what) {
        const auto& old = sourceLists.value()[list];
        const auto& fresh = targetLists.value()[list];
        if (!old || !fresh)
            return;
        for (const auto& [name, id] : *old) {
            const auto same = fresh->find(name);
            const QByteArray other = nameOf(*fresh, id);
            const bool conflict = (same != fresh->end() && same->second != id) || (!other.isEmpty() && other != name);
            if (!used.contains(id))
                continue;
            Facts facts{{u"account.conflict"_s, conflict},
                        {u"account.name"_s, displayPath(name)},
                        {u"account.id"_s, double(id)},
                        {u"account.otherName"_s, displayPath(other.isEmpty() ? name : other)},
                        {u"account.otherId"_s, double(same == fresh->end() ? id : same->second)}};
            conflicts.push_back({facts, what + u':' + displayPath(name)});
        }
    };
    compare(0, measure.owners, u"user"_s);
    compare(1, measure.groups, u"group"_s);
    return conflicts;
}

Facts dependencyFacts(const Snapshot& snapshot, const Dependency& dependency, const Server& server,
                      const std::set<QString>& names)
{
    Facts facts;
    const Asset* from = snapshot.asset(dependency.from);
    const Asset* to = snapshot.asset(dependency.to);
    QJsonObject shown = dependency.evidence.isEmpty() ? QJsonObject() : dependency.evidence.first().toObject();
    const QString root = displayPath(server.root);
    bool namesRoot = false;
    for (const QJsonValue& line : dependency.evidence) {
        if (root.size() > 1 && !namesRoot && line[u"excerpt"_s].toString().contains(root)) {
            namesRoot = true;
            shown = line.toObject();
        }
    }
    facts[u"dependency.namesOldRoot"_s] = namesRoot;
    facts[u"dependency.root"_s] = root;
    facts[u"dependency.file"_s] = shown[u"file"_s];
    facts[u"dependency.line"_s] = shown[u"line"_s];
    facts[u"dependency.namesOldServer"_s] = !to && names.contains(dependency.toName.section(u':', 0, 0).toLower());
    facts[u"dependency.toName"_s] = to ? to->name : dependency.toName;
    if (from) {
        facts[u"dependency.fromName"_s] = from->name;
        facts[u"dependency.fromMigrates"_s] = from->migrate;
    }
    if (!to)
        return facts;
    const bool byPath = dependency.kind == u"path" || dependency.kind == u"sqlite";
    facts[u"dependency.targetMoves"_s] = byPath && !to->destination.isEmpty() && to->destination != to->path;
    facts[u"dependency.path"_s] = displayPath(to->path);
    facts[u"dependency.destination"_s] = displayPath(to->destination);
    facts[u"dependency.toMigrates"_s] = to->migrate;
    return facts;
}

} // namespace bascule::compatibility
