// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backups/Compare.h"

#include "core/backups/Archive.h"
#include "core/backups/FileContents.h"
#include "core/backups/Owners.h"
#include "core/backups/Place.h"
#include "core/databases/DatabasePlaces.h"

#include <QTimeZone>

#include <optional>
#include <sys/stat.h>
#include <unistd.h>
#include <unordered_map>
#include <unordered_set>

namespace bascule {

using namespace Qt::StringLiterals;

QJsonObject RestoreCounts::toJson() const
{
    return {{u"equal"_s, equal},         {u"changedSince"_s, changedSince}, {u"missing"_s, missing},
            {u"different"_s, different}, {u"removedSince"_s, removedSince}, {u"outside"_s, outside}};
}

QJsonObject RestoreComparison::toJson() const
{
    QJsonObject object = own.toJson();
    QJsonObject inside;
    for (const auto& [id, counts] : other)
        inside.insert(QString::number(id), counts.toJson());
    object.insert(u"assets"_s, inside);
    return object;
}

namespace {

constexpr int maxNamed = 50; ///< paths named one by one; all are counted
constexpr std::size_t hashedAtOnce = 1'000;

std::int64_t mtimeNs(const struct stat& info)
{
    return std::int64_t(info.st_mtim.tv_sec) * 1'000'000'000 + info.st_mtim.tv_nsec;
}

bool lstatOf(const std::string& path, struct stat& info)
{
    return ::lstat(path.c_str(), &info) == 0;
}

class Comparing
{
public:
    Comparing(HostPtr host, const Asset& asset, const std::vector<Asset>& assets, std::string restored,
              const QDateTime& madeAt, engine::Counters& counters, std::stop_token stop)
        : m_host(std::move(host))
        , m_asset(asset)
        , m_owners(assets, asset.server)
        , m_restored(std::move(restored))
        , m_madeAtNs(madeAt.toMSecsSinceEpoch() * 1'000'000)
        , m_counters(counters)
        , m_stop(std::move(stop))
    {
    }

    Result<RestoreComparison> run()
    {
        m_source = m_host->path(m_asset.path);
        const auto facts = m_host->factsAt(m_source);
        if (!facts)
            return facts.error();
        if (!*facts)
            return makeError("path.missing", m_host->shown(m_source));
        const bool isFolder = (*facts)->kind == 'd';
        std::vector<engine::TreeEntry> entries;
        if (auto collected = isFolder ? collect(entries) : takeFile(**facts, entries); !collected)
            return collected.error();
        const auto place = placeInBackup({m_asset.path.toStdString(), m_source, m_restored}, entries, isFolder, m_stop);
        m_result.found = place.has_value();
        m_result.base = place.value_or(std::string());
        if (!m_result.found) {
            problem("backup.nothing-of-asset", displayPath(m_asset.path), {{u"asset"_s, m_asset.name}});
            return m_result;
        }
        auto compared = compareAll(entries);
        if (compared && isFolder)
            compared = countRemoved(entries);
        if (m_stop.stop_requested())
            return makeError("cancelled", displayPath(m_source));
        if (!compared)
            return compared.error();
        summarise();
        return m_result;
    }

private:
    Result<void> takeFile(const engine::FileFacts& facts, std::vector<engine::TreeEntry>& entries)
    {
        engine::TreeEntry one;
        one.kind = facts.kind;
        one.size = facts.size;
        one.mtimeNs = facts.mtimeNs;
        if (facts.kind == 'l') {
            auto text = m_host->linkTextAt(m_source);
            if (!text)
                return text.error();
            one.linkTarget = std::move(text).value();
        }
        entries.push_back(one);
        return {};
    }

    Result<void> collect(std::vector<engine::TreeEntry>& entries)
    {
        engine::WalkOptions options;
        options.traits = true;
        auto unreadable = m_host->walk(m_asset.path, options, m_stop, [&](const engine::TreeEntry& entry) {
            if (!entry.path.empty() && entry.path != ".")
                entries.push_back(entry);
            if (!entry.head.empty())
                m_databases.insert(entry.path);
            return !m_stop.stop_requested();
        });
        if (!unreadable)
            return unreadable.error();
        for (const engine::Unreadable& one : *unreadable) {
            if (one.reason != "mount.boundary")
                problem("backup.source-unreadable", displayPath(joined(m_asset.path.toStdString(), one.path)), {},
                        true);
        }
        return {};
    }

    // ---------------------------------------------------------------- entry by entry

    Result<void> compareAll(const std::vector<engine::TreeEntry>& entries)
    {
        for (std::size_t i = 0; i < entries.size() && !m_stop.stop_requested(); ++i) {
            if (i % hashedAtOnce == 0 && !m_host->isHere()) {
                if (auto hashed = hashThere(entries, i); !hashed)
                    return hashed;
            }
            if (!isJudged(entries[i]))
                continue;
            judge(entries[i]);
            if (m_lost)
                return *m_lost;
        }
        return {};
    }

    bool isJudged(const engine::TreeEntry& entry) const
    {
        if (entry.kind == 'p' || entry.kind == 's' || entry.kind == 'b' || entry.kind == 'c')
            return false;
        if (isSqliteSidecarName(entry.path) && m_databases.contains(entry.path.substr(0, entry.path.rfind('-'))))
            return false;
        const std::string full = joined(m_asset.path.toStdString(), entry.path);
        const QList<const Asset*> owners = m_owners.of(full);
        const bool isBackup = std::any_of(owners.begin(), owners.end(),
                                          [](const Asset* owner) { return owner->kind == AssetKind::Backups; });
        return m_asset.kind == AssetKind::Backups || (!isBackup && !m_owners.aroundBackups(full));
    }

    void judge(const engine::TreeEntry& entry)
    {
        const QList<const Asset*> owners = m_owners.of(joined(m_asset.path.toStdString(), entry.path));
        bool mine = owners.isEmpty();
        for (const Asset* owner : owners)
            mine = mine || owner->id == m_asset.id;
        RestoreCounts once;
        m_current = &once;
        m_quiet = !mine;
        compareOne(entry);
        m_current = nullptr;
        m_counters.itemsDone.fetch_add(1);
        if (mine)
            add(m_result.own, once);
        for (const Asset* owner : owners) {
            if (owner->id != m_asset.id)
                add(m_result.other[owner->id], once);
        }
    }

    /// The next files' contents, as far as only those can tell: their hashes are made on the server, many in one
    /// question.
    Result<void> hashThere(const std::vector<engine::TreeEntry>& entries, std::size_t first)
    {
        m_hashes.clear();
        std::vector<std::string> paths;
        for (std::size_t i = first; i < std::min(first + hashedAtOnce, entries.size()); ++i) {
            const engine::TreeEntry& entry = entries[i];
            const std::string restored = joined(m_restored, joined(m_result.base, entry.path));
            struct stat info;
            if (entry.kind == 'f' && isJudged(entry) && lstatOf(restored, info) && S_ISREG(info.st_mode) &&
                info.st_size == entry.size && !isSqlite(restored).valueOr(false))
                paths.push_back(entry.path);
        }
        auto hashes = m_host->hashFiles(m_source, paths, m_stop);
        if (!hashes)
            return hashes.error();
        for (std::size_t i = 0; i < paths.size(); ++i)
            m_hashes.emplace(paths[i], std::move((*hashes)[i]));
        return {};
    }

    static void add(RestoreCounts& sum, const RestoreCounts& once)
    {
        sum.equal += once.equal;
        sum.changedSince += once.changedSince;
        sum.missing += once.missing;
        sum.different += once.different;
        sum.outside += once.outside;
    }

    void compareOne(const engine::TreeEntry& entry)
    {
        const std::string restored = joined(m_restored, joined(m_result.base, entry.path));
        const std::string source = joined(m_source, entry.path);
        const QString shown = displayPath(joined(m_asset.path.toStdString(), entry.path));
        struct stat info
        {
        };
        if (!lstatOf(restored, info)) {
            if (m_asset.kind == AssetKind::Files && !holdsTopOf(entry.path))
                ++m_current->outside;
            else if (entry.mtimeNs > m_madeAtNs)
                ++m_current->changedSince;
            else
                missing(shown);
            return;
        }
        if (entry.kind == 'd') {
            if (S_ISDIR(info.st_mode))
                ++m_current->equal;
            else
                different(entry, info, shown);
            return;
        }
        if (entry.kind == 'l') {
            if (S_ISLNK(info.st_mode) && QByteArray::fromStdString(entry.linkTarget) == linkTarget(restored))
                ++m_current->equal;
            else
                different(entry, info, shown);
            return;
        }
        if (!S_ISREG(info.st_mode)) {
            different(entry, info, shown);
        } else if (isSqlite(restored).valueOr(false)) {
            compareDatabase(source, restored, shown);
        } else if (info.st_size != entry.size) {
            different(entry, info, shown);
        } else {
            compareFile(entry, info, source, restored, shown);
        }
    }

    void compareFile(const engine::TreeEntry& entry, const struct stat& info, const std::string& source,
                     const std::string& restored, const QString& shown)
    {
        switch (m_host->isHere() ? compareContents(source, restored, m_counters, m_stop)
                                 : compareHashes(m_hashes[entry.path], restored)) {
        case Sameness::Equal:
            ++m_current->equal;
            break;
        case Sameness::Different:
            different(entry, info, shown);
            break;
        case Sameness::Unreadable:
            problem("backup.source-unreadable", shown, {}, true);
            break;
        case Sameness::Stopped:
            break;
        }
    }

    Sameness compareHashes(const std::string& there, const std::string& restored)
    {
        if (there.empty())
            return Sameness::Unreadable;
        const auto here = engine::hashUnfollowed(restored, m_counters, m_stop);
        if (!here)
            return m_stop.stop_requested() ? Sameness::Stopped : Sameness::Unreadable;
        return *here == there ? Sameness::Equal : Sameness::Different;
    }

    static QByteArray linkTarget(const std::string& path)
    {
        QByteArray target(4096, '\0');
        const ssize_t size = ::readlink(path.c_str(), target.data(), std::size_t(target.size()));
        target.truncate(std::max<ssize_t>(size, 0));
        return target;
    }

    /// What no other asset covers is often backed up in parts, such as "etc": such a backup is judged by its part.
    bool holdsTopOf(const std::string& path) const
    {
        struct stat info
        {
        };
        return lstatOf(joined(m_restored, joined(m_result.base, path.substr(0, path.find('/')))), info);
    }

    void missing(const QString& shown)
    {
        if (++m_current->missing + m_result.own.missing <= maxNamed)
            problem("backup.file-missing", shown);
    }

    /// Archives keep whole seconds at times, zips every second one.
    void different(const engine::TreeEntry& entry, const struct stat& restored, const QString& shown)
    {
        constexpr std::int64_t coarse = 2'000'000'000;
        const bool newer = entry.mtimeNs > mtimeNs(restored) + coarse || entry.mtimeNs > m_madeAtNs;
        if (newer) {
            ++m_current->changedSince;
            return;
        }
        if (++m_current->different + m_result.own.different <= maxNamed)
            problem("backup.file-different", shown);
    }

    // ---------------------------------------------------------------- databases

    void compareDatabase(const std::string& source, const std::string& restored, const QString& shown)
    {
        ++m_result.databases;
        auto live = sqliteDigest(HostPath(m_host, source), m_stop);
        if (!live && isOfTheWay(live.error())) {
            m_lost = live.error();
            return;
        }
        auto kept = sqliteDigest(restored, m_stop);
        if (!kept) {
            ++m_current->different;
            problem("backup.database-damaged", shown, {{u"detail"_s, QString::fromStdString(kept.error().detail)}});
            return;
        }
        if (!live) {
            problem("backup.source-unreadable", shown, {}, true);
            return;
        }
        if (live->hash == kept->hash) {
            ++m_current->equal;
            return;
        }
        const qint64 lost = std::count_if(live->tables.begin(), live->tables.end(), [&](const auto& table) {
            return std::none_of(kept->tables.begin(), kept->tables.end(),
                                [&](const auto& other) { return other.name == table.name; });
        });
        const QJsonObject params{{u"there"_s, qint64(live->tables.size()) - lost},
                                 {u"expected"_s, qint64(live->tables.size())},
                                 {u"rowsThen"_s, kept->rows},
                                 {u"rowsNow"_s, live->rows}};
        if (lost > 0) {
            ++m_current->different;
            problem("backup.database-tables-missing", shown, params);
        } else if (writtenSince(source, restored)) {
            ++m_current->changedSince;
            problem("backup.database-moved-on", shown, params, true);
        } else {
            ++m_current->different;
            problem("backup.database-different", shown, params);
        }
    }

    /// The newest of the database and its log is newer than the backup or than what came out of it.
    bool writtenSince(const std::string& source, const std::string& restored) const
    {
        struct stat kept
        {
        };
        lstatOf(restored, kept);
        const auto database = m_host->factsAt(source);
        const auto log = m_host->factsAt(source + "-wal");
        const bool isThere = database && *database;
        if (isThere && (*database)->mtimeNs > std::min(m_madeAtNs, mtimeNs(kept) + 2'000'000'000))
            return true;
        return log && *log && (*log)->size > 0 && (*log)->mtimeNs > m_madeAtNs;
    }

    // ---------------------------------------------------------------- the rest

    /// Files of the backup that the source has no more. What the walk of the source has not met is asked for: it does
    /// not look into mounts.
    Result<void> countRemoved(const std::vector<engine::TreeEntry>& entries)
    {
        std::unordered_set<std::string_view> met;
        for (const engine::TreeEntry& entry : entries)
            met.insert(entry.path);
        std::vector<std::string> unmet;
        auto ignored = engine::walk(joined(m_restored, m_result.base), {}, m_stop, [&](const engine::TreeEntry& entry) {
            if (entry.kind == 'f' && !isSqliteSidecarName(entry.path) && !met.contains(entry.path))
                unmet.push_back(joined(m_source, entry.path));
            return !m_stop.stop_requested();
        });
        const auto sights = m_host->look(unmet, false, m_stop);
        if (!sights)
            return sights.error();
        m_result.own.removedSince +=
            std::count_if(sights->begin(), sights->end(), [](const engine::Sight& sight) { return !sight.isThere(); });
        return {};
    }

    void summarise()
    {
        m_quiet = false;
        for (const auto& [id, counts] : m_result.other) {
            if (!counts.good())
                problem("backup.inside-not-covered", displayPath(m_asset.path),
                        {{u"assetId"_s, id}, {u"count"_s, counts.missing + counts.different}}, true);
        }
        if (m_result.own.outside > 0)
            problem("backup.part-only", displayPath(m_asset.path), {{u"count"_s, m_result.own.outside}}, true);
        if (m_result.own.missing > maxNamed)
            problem("backup.files-missing", displayPath(m_asset.path), {{u"count"_s, m_result.own.missing}});
        if (m_result.own.different > maxNamed)
            problem("backup.files-different", displayPath(m_asset.path), {{u"count"_s, m_result.own.different}});
    }

    void problem(const char* code, const QString& subject, const QJsonObject& params = {}, bool note = false)
    {
        if (!m_quiet)
            m_result.problems.append(backupProblem(code, subject, params, note));
    }

    HostPtr m_host;
    const Asset& m_asset;
    Owners m_owners;
    std::string m_restored, m_source;
    std::int64_t m_madeAtNs;
    engine::Counters& m_counters;
    std::stop_token m_stop;
    RestoreComparison m_result;
    std::unordered_set<std::string> m_databases;           ///< of the source
    std::unordered_map<std::string, std::string> m_hashes; ///< of the source's next files, where it is elsewhere
    std::optional<Error> m_lost;                           ///< the way to the source
    RestoreCounts* m_current = nullptr;
    bool m_quiet = false; ///< what is compared belongs to another asset
};

} // namespace

Result<RestoreComparison> compareRestored(const HostPtr& host, const Asset& asset, const std::vector<Asset>& assets,
                                          const std::string& restored, const QDateTime& madeAt,
                                          engine::Counters& counters, std::stop_token stop)
{
    return Comparing(host, asset, assets, restored, madeAt, counters, std::move(stop)).run();
}

} // namespace bascule
