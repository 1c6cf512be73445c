// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dependencies/DependencyScanJob.h"

#include "core/dependencies/Gathering.h"
#include "core/dependencies/Sources.h"
#include "core/hosts/OnThisMachine.h"
#include "core/inventory/Findings.h"

namespace bascule {

using namespace Qt::StringLiterals;
using namespace bascule::dependencies;

namespace {

/// One configuration file to be read.
struct Source
{
    Id server = 0;
    const Host* host = nullptr;
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
        if (auto here = onThisMachine(m_snapshot, {ServerRole::Source}); !here)
            return here;
        for (const Server& server : m_snapshot.servers) {
            if (server.role != ServerRole::Source || !server.inventoriedAt.isValid())
                continue;
            auto host = hostFor(server);
            if (!host)
                return host.error();
            m_resolver.add(server, *host.value());
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
            const auto walked = host->walk({}, {}, m_context.stop, [&, &on = server, &at = host](const auto& entry) {
                ++counters.itemsDone;
                if (entry.kind == 'f')
                    consider(*on, *at, entry);
                return !m_context.stop.stop_requested();
            });
            if (!walked)
                return walked.error();
        }
        return {};
    }

    /// Tasks first: which scripts they run is known before those are read.
    void read()
    {
        engine::Counters& counters = m_context.progress.part(u"dependencies.reading"_s);
        for (const Source& source : m_sources)
            counters.bytesTotal += source.size;
        counters.itemsTotal = qint64(m_sources.size());
        counters.totalsKnown = true;
        for (const bool tasks : {true, false}) {
            for (Source& source : m_sources) {
                if (m_context.stop.stop_requested())
                    return;
                if ((source.inside == AssetKind::Task) != tasks)
                    continue;
                readOne(source, tasks);
                ++counters.itemsDone;
                counters.bytesDone += source.size;
            }
        }
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
    void consider(const Server& server, const Host& host, const engine::TreeEntry& entry)
    {
        const Path path = QByteArray::fromStdString(entry.path);
        const Id owner = m_resolver.ownerOf(server.id, path);
        const Asset* asset = m_snapshot.asset(owner);
        // By its place, not by whom it speaks for: etc/shop/shop.conf speaks for shop and lies in etc.
        const bool elsewhere = asset && !asset->path.isEmpty() && !path.startsWith(asset->path);
        const AssetKind inside = asset && !elsewhere ? asset->kind : AssetKind::Files;
        switch (wantedFile(path, entry.size, inside)) {
        case Wanted::Yes:
            m_sources.push_back(
                {server.id, &host, path, owner, inside, entry.size, path.startsWith("etc/cron.monthly/")});
            break;
        case Wanted::TooBig:
            m_gathering.blindSpot(server.id, owner, "dependencies.too-big", path, {{u"bytes"_s, qint64(entry.size)}});
            break;
        case Wanted::No:
            break;
        }
    }

    void readOne(Source& source, bool task)
    {
        const auto content = source.host->readFile(source.path, maxConfigBytes);
        if (!content) {
            const QString code = QString::fromStdString(content.error().code);
            if (code == u"file.too-big") // it has grown since it was met
                m_gathering.blindSpot(source.server, source.owner, "dependencies.too-big", source.path,
                                      {{u"bytes"_s, source.size}});
            else if (code != u"path.missing")
                m_gathering.blindSpot(source.server, source.owner, "dependencies.unread", source.path,
                                      {{u"reason"_s, code}});
            return;
        }
        const std::vector<Clue> clues = cluesIn(content.value(), syntaxOf(source.path), m_context.stop);
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
        return Outcome::failed(reached.error());
    const auto collected = scan.collect();
    if (collected && !context.stop.stop_requested())
        scan.read();
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
