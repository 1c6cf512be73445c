// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backups/CopyHere.h"

#include "core/backups/Here.h"
#include "core/databases/DatabasePlaces.h"

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

/// A glob that means this very path below the root.
std::string globOf(const std::string& path)
{
    std::string glob = "/";
    for (const char c : path) {
        if (c == '*' || c == '?' || c == '[' || c == '\\')
            glob.push_back('\\');
        glob.push_back(c);
    }
    return glob;
}

class Copying
{
public:
    Copying(const HostPath& source, std::shared_ptr<engine::Pace> pace, engine::Counters& counters,
            std::stop_token stop)
        : m_source(source)
        , m_pace(std::move(pace))
        , m_counters(counters)
        , m_stop(std::move(stop))
    {
    }

    Result<CopyHere> run()
    {
        const auto facts = m_source.host->factsAt(m_source.path);
        if (!facts)
            return facts.error();
        if (!*facts)
            return makeError("path.missing", m_source.shown());
        const bool isFolder = (*facts)->kind == 'd';
        m_copy.owners[{}] = {(*facts)->uid, (*facts)->gid, (*facts)->mode, (*facts)->mtimeNs};
        m_bytes = isFolder ? 0 : (*facts)->size;
        if (isFolder) {
            if (auto looked = look(); !looked)
                return looked.error();
        }
        if (auto room = roomHere(m_bytes); !room)
            return room.error();
        auto folder = ScratchFolder::make("packing");
        if (!folder)
            return folder.error();
        m_copy.folder = folder.value();
        m_copy.path = m_copy.folder->path() + (isFolder ? "/tree" : m_source.path.substr(m_source.path.rfind('/')));
        m_counters.bytesTotal += m_bytes;
        m_counters.totalsKnown = true;
        if (auto copied = isFolder ? tree() : file(); !copied)
            return copied.error();
        return std::move(m_copy);
    }

private:
    Result<void> look()
    {
        engine::WalkOptions options;
        options.traits = true;
        const auto unreadable =
            m_source.host->walkTree(m_source.path, options, m_stop, [&](const engine::TreeEntry& entry) {
                m_copy.owners[entry.path] = {entry.uid, entry.gid, entry.mode, entry.mtimeNs};
                if (entry.kind == 'f')
                    m_bytes += entry.size;
                if (!entry.head.empty())
                    m_databases.push_back(entry.path);
                return !m_stop.stop_requested();
            });
        if (m_stop.stop_requested())
            return makeError("cancelled");
        if (!unreadable)
            return unreadable.error();
        for (const engine::Unreadable& one : *unreadable) {
            if (one.reason != "mount.boundary" && one.reason != "vanished")
                problem("backup.source-unreadable", one.path, {}, false);
        }
        return {};
    }

    Result<void> tree()
    {
        engine::SyncOptions options;
        options.pace = m_pace;
        options.durable = false;                 // it is read again soon, and then thrown away
        options.owners = engine::OwnersBy::Free; // they are packed as they are at the source
        for (const std::string& database : m_databases) {
            options.excludes.push_back(globOf(database));
            for (const std::string& sidecar : sqliteSidecars(database))
                options.excludes.push_back(globOf(sidecar));
        }
        const auto synced = syncPlaces(m_source, HostPath(m_copy.path), options, m_counters, m_stop);
        if (!synced)
            return synced.error();
        if (synced->cancelled)
            return makeError("cancelled");
        for (const engine::SkippedItem& item : synced->skipped)
            noteSkipped(item);
        for (const std::string& database : m_databases) {
            if (auto copied = copyDatabase(database); !copied)
                return copied;
        }
        return {};
    }

    Result<void> file()
    {
        const auto is = isSqlite(m_source);
        if (!is && isOfTheWay(is.error()))
            return is.error();
        if (is.valueOr(false))
            return sqliteCopy(m_source, HostPath(m_copy.path), m_counters, m_stop);
        const auto fetched = m_source.host->fetchFile(m_source.path, m_copy.path, INT64_MAX, m_counters, m_stop);
        return fetched ? Result<void>() : Result<void>(fetched.error());
    }

    Result<void> copyDatabase(const std::string& database)
    {
        const auto copied = sqliteCopy(m_source / database, HostPath(m_copy.path + '/' + database), m_counters, m_stop);
        if (!copied && isOfTheWay(copied.error()))
            return copied;
        if (!copied)
            problem("backup.database-not-copied", database,
                    {{u"detail"_s, QString::fromStdString(copied.error().detail)}}, false);
        return {};
    }

    /// Owners and modes are packed as they are at the source, so that it is no loss when they cannot be had here.
    void noteSkipped(const engine::SkippedItem& item)
    {
        const std::string& reason = item.reason;
        if (reason == "metadata.owner-not-kept" || reason == "metadata.mode-not-kept" ||
            reason == "metadata.times-not-kept")
            return;
        if (reason.starts_with("metadata.") || reason.starts_with("kind.") || reason == "changed.during-copy")
            problem(reason.c_str(), item.path, {}, true);
        else
            problem("backup.source-unreadable", item.path, {{u"detail"_s, QString::fromStdString(reason)}}, false);
    }

    void problem(const char* code, const std::string& path, const QJsonObject& params, bool note)
    {
        m_copy.problems.append(backupProblem(code, (m_source / path).shown(), params, note));
    }

    const HostPath& m_source;
    const std::shared_ptr<engine::Pace> m_pace;
    engine::Counters& m_counters;
    std::stop_token m_stop;
    CopyHere m_copy;
    std::vector<std::string> m_databases;
    std::int64_t m_bytes = 0;
};

} // namespace

Result<CopyHere> copyHere(const HostPath& source, std::shared_ptr<engine::Pace> pace, engine::Counters& counters,
                          std::stop_token stop)
{
    return Copying(source, std::move(pace), counters, std::move(stop)).run();
}

} // namespace bascule
