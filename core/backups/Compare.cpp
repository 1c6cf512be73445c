// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backups/Compare.h"

#include "core/backups/Archive.h"
#include "core/backups/FileContents.h"
#include "core/backups/Place.h"
#include "core/databases/Sqlite.h"

#include <QHash>
#include <QMultiHash>
#include <QSet>
#include <QTimeZone>

#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

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

std::int64_t mtimeNs(const struct stat& info)
{
    return std::int64_t(info.st_mtim.tv_sec) * 1'000'000'000 + info.st_mtim.tv_nsec;
}

bool lstatOf(const std::string& path, struct stat& info)
{
    return ::lstat(path.c_str(), &info) == 0;
}

/// Which asset a path belongs to: the one that lies deepest.
class Owners
{
public:
    Owners(const std::vector<Asset>& assets, Id server)
    {
        for (const Asset& asset : assets) {
            if (asset.server != server || asset.gone)
                continue;
            m_byPath.insert(asset.path, &asset);
            // The folders on the way to the backups are commonly left out of backups together with them.
            for (qsizetype slash = asset.path.lastIndexOf('/'); asset.kind == AssetKind::Backups && slash > 0;
                 slash = asset.path.lastIndexOf('/', slash - 1))
                m_aroundBackups.insert(asset.path.left(slash));
        }
    }
    QList<const Asset*> of(const std::string& path) const
    {
        QByteArray at = QByteArray::fromStdString(path);
        for (;;) {
            if (const auto found = m_byPath.values(at); !found.isEmpty() || at.isEmpty())
                return found;
            const qsizetype slash = at.lastIndexOf('/');
            at.truncate(std::max<qsizetype>(slash, 0));
        }
    }

    bool aroundBackups(const std::string& path) const
    {
        return m_aroundBackups.contains(QByteArray::fromStdString(path));
    }

private:
    QMultiHash<QByteArray, const Asset*> m_byPath;
    QSet<QByteArray> m_aroundBackups;
};

class Comparing
{
public:
    Comparing(const Host& host, const Asset& asset, const std::vector<Asset>& assets, std::string restored,
              const QDateTime& madeAt, engine::Counters& counters, std::stop_token stop)
        : m_host(host)
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
        m_source = m_host.path(m_asset.path);
        struct stat info
        {
        };
        if (!lstatOf(m_source, info))
            return systemError(errno, displayPath(m_source).toStdString(), "lstat", Severity::Fatal);
        std::vector<engine::TreeEntry> entries;
        if (S_ISDIR(info.st_mode)) {
            auto walked = collect(entries);
            if (!walked)
                return walked.error();
        } else {
            engine::TreeEntry one;
            one.kind = S_ISREG(info.st_mode) ? 'f' : S_ISLNK(info.st_mode) ? 'l' : 's';
            one.size = info.st_size;
            one.mtimeNs = mtimeNs(info);
            entries.push_back(one);
        }
        const auto place =
            placeInBackup({m_asset.path.toStdString(), m_source, m_restored}, entries, S_ISDIR(info.st_mode), m_stop);
        m_result.found = place.has_value();
        m_result.base = place.value_or(std::string());
        if (!m_result.found) {
            problem("backup.nothing-of-asset", displayPath(m_asset.path), {{u"asset"_s, m_asset.name}});
            return m_result;
        }
        compareAll(entries);
        if (m_stop.stop_requested())
            return makeError("cancelled", displayPath(m_source));
        if (S_ISDIR(info.st_mode))
            countRemoved();
        summarise();
        return m_result;
    }

private:
    Result<void> collect(std::vector<engine::TreeEntry>& entries)
    {
        engine::WalkOptions options;
        auto unreadable = m_host.walk(m_asset.path, options, m_stop, [&](const engine::TreeEntry& entry) {
            if (!entry.path.empty() && entry.path != ".")
                entries.push_back(entry);
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

    void compareAll(const std::vector<engine::TreeEntry>& entries)
    {
        for (const engine::TreeEntry& entry : entries) {
            if (m_stop.stop_requested())
                return;
            if (entry.kind == 'p' || entry.kind == 's' || entry.kind == 'b' || entry.kind == 'c')
                continue;
            if (isSqliteSidecarName(entry.path) && belongsToDatabase(entry.path))
                continue;
            const std::string full = joined(m_asset.path.toStdString(), entry.path);
            const QList<const Asset*> owners = m_owners.of(full);
            const bool isBackup = std::any_of(owners.begin(), owners.end(),
                                              [](const Asset* owner) { return owner->kind == AssetKind::Backups; });
            if ((isBackup || m_owners.aroundBackups(full)) && m_asset.kind != AssetKind::Backups)
                continue;
            m_current = nullptr;
            bool mine = owners.isEmpty();
            for (const Asset* owner : owners)
                mine = mine || owner->id == m_asset.id;
            RestoreCounts once;
            m_current = &once;
            m_quiet = !mine;
            compareOne(entry);
            m_counters.itemsDone.fetch_add(1);
            if (mine)
                add(m_result.own, once);
            for (const Asset* owner : owners) {
                if (owner->id != m_asset.id)
                    add(m_result.other[owner->id], once);
            }
        }
    }

    static void add(RestoreCounts& sum, const RestoreCounts& once)
    {
        sum.equal += once.equal;
        sum.changedSince += once.changedSince;
        sum.missing += once.missing;
        sum.different += once.different;
        sum.outside += once.outside;
    }

    bool belongsToDatabase(const std::string& sidecar) const
    {
        const std::string database = sidecar.substr(0, sidecar.rfind('-'));
        return isSqlite(joined(m_source, database)).valueOr(false);
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
            if (S_ISLNK(info.st_mode) && linkTarget(source) == linkTarget(restored))
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
        switch (compareContents(source, restored, m_counters, m_stop)) {
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
        auto live = sqliteDigest(source, m_stop);
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
        }, info{};
        lstatOf(restored, kept);
        for (const std::string& path : {source, source + "-wal"}) {
            if (lstatOf(path, info) && (path == source || info.st_size > 0) && mtimeNs(info) > m_madeAtNs)
                return true;
        }
        return lstatOf(source, info) && mtimeNs(info) > mtimeNs(kept) + 2'000'000'000;
    }

    // ---------------------------------------------------------------- the rest

    void countRemoved()
    {
        auto ignored = engine::walk(joined(m_restored, m_result.base), {}, m_stop, [&](const engine::TreeEntry& entry) {
            struct stat info
            {
            };
            if (entry.kind == 'f' && !isSqliteSidecarName(entry.path) && !lstatOf(joined(m_source, entry.path), info))
                ++m_result.own.removedSince;
            return !m_stop.stop_requested();
        });
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

    const Host& m_host;
    const Asset& m_asset;
    Owners m_owners;
    std::string m_restored, m_source;
    std::int64_t m_madeAtNs;
    engine::Counters& m_counters;
    std::stop_token m_stop;
    RestoreComparison m_result;
    RestoreCounts* m_current = nullptr;
    bool m_quiet = false; ///< what is compared belongs to another asset
};

} // namespace

Result<RestoreComparison> compareRestored(const Host& host, const Asset& asset, const std::vector<Asset>& assets,
                                          const std::string& restored, const QDateTime& madeAt,
                                          engine::Counters& counters, std::stop_token stop)
{
    return Comparing(host, asset, assets, restored, madeAt, counters, std::move(stop)).run();
}

} // namespace bascule
