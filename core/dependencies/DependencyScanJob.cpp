// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dependencies/DependencyScanJob.h"

#include "core/dependencies/Gathering.h"
#include "core/dependencies/Sources.h"
#include "core/inventory/Findings.h"

namespace bascule {

using namespace Qt::StringLiterals;
using namespace bascule::dependencies;

namespace {

/// One configuration file to be read.
struct Source
{
    Id server = 0;
    Path path;
    Id owner = 0;
    AssetKind inside = AssetKind::Files;
    qint64 size = 0;
    bool dormant = false;
};

/// A script that only tasks run speaks for its task, and sleeps when all of them do.
struct RunBy
{
    Id task = 0;
    bool dormant = true;
};

/// One scan over the source servers. Lives for one run of the job.
class Scan
{
public:
    Scan(JobContext& context, const Snapshot& snapshot)
        : m_context(context)
        , m_snapshot(snapshot)
        , m_resolver(snapshot)
        , m_gathering(snapshot, m_resolver)
    {
    }

    Result<void> reach()
    {
        for (const Server& server : m_snapshot.servers) {
            if (server.role != ServerRole::Source || !server.inventoriedAt.isValid())
                continue;
            auto host = hostFor(server, m_context.connections, m_context.stop);
            if (!host)
                return host.error();
            if (auto added = m_resolver.add(server, *host.value(), m_context.stop); !added)
                return added;
            m_hosts.emplace_back(&server, std::move(host).value());
        }
        if (m_hosts.empty())
            return makeError("dependencies.no-inventory");
        return {};
    }

    Result<void> collect()
    {
        for (const auto& [server, host] : m_hosts) {
            auto& counters = m_context.progress.part(u"dependencies.looking"_s, {{u"server"_s, server->name}});
            counters.phase = engine::Phase::Scanning;
            const auto walked = host->walk({}, {}, m_context.stop, [&, &on = server](const auto& entry) {
                ++counters.itemsDone;
                if (entry.kind == 'f')
                    consider(*on, entry);
                return !m_context.stop.stop_requested();
            });
            if (!walked)
                return walked.error();
        }
        return {};
    }

    /// Tasks first: which scripts they run is known before those are read.
    Result<void> read()
    {
        engine::Counters& counters = m_context.progress.part(u"dependencies.reading"_s);
        for (const Source& source : m_sources)
            counters.bytesTotal += source.size;
        counters.itemsTotal = qint64(m_sources.size());
        counters.totalsKnown = true;
        for (const bool tasks : {true, false}) {
            for (const auto& [server, host] : m_hosts) {
                std::vector<const Source*> sources;
                for (const Source& source : m_sources) {
                    if (source.server == server->id && (source.inside == AssetKind::Task) == tasks)
                        sources.push_back(&source);
                }
                if (auto done = readThose(*host, sources, tasks, counters); !done)
                    return done;
            }
        }
        return {};
    }

    std::set<Id> servers() const
    {
        std::set<Id> ids;
        for (const auto& [server, host] : m_hosts)
            ids.insert(server->id);
        return ids;
    }
    const Gathering& gathering() const { return m_gathering; }
    qint64 files() const { return qint64(m_sources.size()); }

private:
    void consider(const Server& server, const engine::TreeEntry& entry)
    {
        const Path path = QByteArray::fromStdString(entry.path);
        const Id owner = m_resolver.ownerOf(server.id, path);
        const Asset* asset = m_snapshot.asset(owner);
        // By its place, not by whom it speaks for: etc/shop/shop.conf speaks for shop and lies in etc.
        const bool elsewhere = asset && !asset->path.isEmpty() && !path.startsWith(asset->path);
        const AssetKind inside = asset && !elsewhere ? asset->kind : AssetKind::Files;
        switch (wantedFile(path, entry.size, inside)) {
        case Wanted::Yes:
            m_sources.push_back({server.id, path, owner, inside, entry.size, path.startsWith("etc/cron.monthly/")});
            break;
        case Wanted::TooBig:
            m_gathering.blindSpot(server.id, owner, "dependencies.too-big", path, {{u"bytes"_s, qint64(entry.size)}});
            break;
        case Wanted::No:
            break;
        }
    }

    /// Some hundred files at a time: then what they point at is looked up at once, and little is held in memory.
    Result<void> readThose(const Host& host, const std::vector<const Source*>& sources, bool tasks,
                           engine::Counters& counters)
    {
        constexpr std::size_t atOnce = 256;
        for (std::size_t first = 0; first < sources.size(); first += atOnce) {
            const std::size_t count = std::min(atOnce, sources.size() - first);
            std::vector<Path> paths;
            for (std::size_t i = 0; i < count; ++i)
                paths.push_back(sources[first + i]->path);
            std::vector<std::vector<Clue>> clues(count);
            std::vector<Clue> all;
            const auto take = [&](std::size_t index, Result<QByteArray>&& content) {
                const Source& source = *sources[first + index];
                clues[index] = cluesOf(source, content);
                all.insert(all.end(), clues[index].begin(), clues[index].end());
                ++counters.itemsDone;
                counters.bytesDone += source.size;
            };
            if (auto read = host.readFiles(paths, maxConfigBytes, m_context.stop, take); !read)
                return read;
            if (auto learnt = m_resolver.learn(all, sources[first]->server, m_context.stop); !learnt)
                return learnt;
            for (std::size_t i = 0; i < count; ++i)
                gather(*sources[first + i], clues[i], tasks);
        }
        return {};
    }

    std::vector<Clue> cluesOf(const Source& source, const Result<QByteArray>& content)
    {
        if (content)
            return cluesIn(content.value(), syntaxOf(source.path), m_context.stop);
        const QString code = QString::fromStdString(content.error().code);
        if (code == u"file.too-big") // it has grown since it was met
            m_gathering.blindSpot(source.server, source.owner, "dependencies.too-big", source.path,
                                  {{u"bytes"_s, source.size}});
        else if (code != u"path.missing")
            m_gathering.blindSpot(source.server, source.owner, "dependencies.unread", source.path,
                                  {{u"reason"_s, code}});
        return {};
    }

    void gather(const Source& source, const std::vector<Clue>& clues, bool task)
    {
        const auto run = m_runBy.find({source.server, source.path});
        if (run != m_runBy.end()) {
            m_gathering.add(source.server, run->second.task, source.path, clues, run->second.dormant);
            return;
        }
        m_gathering.add(source.server, source.owner, source.path, clues, source.dormant);
        if (task)
            noteScripts(source, clues);
    }

    void noteScripts(const Source& task, const std::vector<Clue>& clues)
    {
        for (const Clue& clue : clues) {
            const auto script = m_resolver.fileMeant(clue, task.server);
            if (!script || wantedFile(*script, 1, AssetKind::Application) != Wanted::Yes || script->endsWith(".conf"))
                continue;
            if (!script->endsWith(".sh") && !script->endsWith(".py") && !script->endsWith(".pl") &&
                !script->endsWith(".bash") && !script->endsWith(".rb"))
                continue;
            RunBy& by = m_runBy[{task.server, *script}];
            // Two tasks may run it: it speaks for the one that runs it more often.
            const bool dormant = task.dormant || clue.dormant;
            if (by.task == 0 || (by.dormant && !dormant))
                by.task = task.owner;
            by.dormant = by.dormant && dormant;
        }
    }

    JobContext& m_context;
    const Snapshot& m_snapshot;
    Resolver m_resolver;
    Gathering m_gathering;
    std::vector<std::pair<const Server*, HostPtr>> m_hosts;
    std::vector<Source> m_sources;
    std::map<std::pair<Id, Path>, RunBy> m_runBy;
};

Result<void> write(StoreTx& tx, const Scan& scan, QJsonObject& facts)
{
    const std::set<Id> servers = scan.servers();
    const std::vector<Dependency> found = scan.gathering().dependencies();
    if (auto done = replaceDependencies(tx, servers, found); !done)
        return done;
    const std::vector<Finding> findings = scan.gathering().findings();
    if (auto done = replaceFindings(tx, u"dependencies"_s, servers, findings); !done)
        return done;
    auto rows = tx.all<Dependency>();
    if (!rows)
        return rows.error();
    qint64 toConfirm = 0, blind = 0;
    for (const Dependency& row : rows.value())
        toConfirm += row.state == DependencyState::ToConfirm ? 1 : 0;
    for (const Finding& finding : findings)
        blind += finding.kind == FindingKind::BlindSpot ? 1 : 0;
    QJsonArray ids;
    for (const Id id : servers)
        ids.append(id);
    facts = {{u"found"_s, qint64(found.size())},
             {u"toConfirm"_s, toConfirm},
             {u"blindSpots"_s, blind},
             {u"files"_s, scan.files()},
             {u"servers"_s, ids}};
    const auto line = tx.append(u"inventory"_s, evidence::DependencyScan, {}, facts);
    if (!line)
        return line.error();
    return {};
}

} // namespace

Item DependencyScanJob::title() const
{
    return {u"job.dependencies"_s, {}, {PageId::Dependencies, {}, 0}};
}

QStringList DependencyScanJob::resources() const
{
    return {u"project"_s};
}

Outcome DependencyScanJob::run(JobContext& context)
{
    if (!context.store)
        return Outcome::failed(makeError("dependencies.no-inventory"));
    const SnapshotPtr snapshot = context.store->snapshot();
    Scan scan(context, *snapshot);
    if (auto reached = scan.reach(); !reached)
        return context.stop.stop_requested() ? Outcome::cancelled() : Outcome::failed(reached.error());
    auto collected = scan.collect();
    if (collected && !context.stop.stop_requested())
        collected = scan.read();
    if (context.stop.stop_requested())
        return Outcome::cancelled();
    if (!collected)
        return Outcome::failed(collected.error());
    QJsonObject facts;
    const auto written = context.store->write([&](StoreTx& tx) { return write(tx, scan, facts); });
    if (!written)
        return Outcome::failed(written.error());
    return Outcome::succeeded(true, facts);
}

} // namespace bascule
