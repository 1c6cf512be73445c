// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compatibility/CompatibilityJob.h"

#include "core/compatibility/Measures.h"
#include "core/compatibility/Probe.h"
#include "core/dependencies/Resolver.h"
#include "core/inventory/Findings.h"

namespace bascule {

using namespace Qt::StringLiterals;
using namespace bascule::compatibility;

namespace {

/// One check of all source servers against the target. Lives for one run of the job.
class CrossCheck
{
public:
    CrossCheck(JobContext& context, const Snapshot& snapshot)
        : m_context(context)
        , m_snapshot(snapshot)
    {
    }

    Result<void> reach()
    {
        m_target = m_snapshot.serverOf(ServerRole::Target);
        if (!m_target)
            return makeError("compatibility.no-target");
        if (!m_target->inventoriedAt.isValid())
            return makeError("compatibility.target-not-inventoried", m_target->name);
        auto host = hostFor(*m_target, m_context.connections, m_context.stop);
        if (!host)
            return host.error();
        m_targetHost = std::move(host).value();
        for (const Server& server : m_snapshot.servers) {
            if (server.role != ServerRole::Source || !server.inventoriedAt.isValid())
                continue;
            auto source = hostFor(server, m_context.connections, m_context.stop);
            if (!source)
                return source.error();
            m_sources.emplace_back(&server, std::move(source).value());
        }
        if (m_sources.empty())
            return makeError("compatibility.no-inventory");
        return {};
    }

    Result<void> measure()
    {
        m_context.progress.part(u"compatibility.probing"_s, {{u"server"_s, m_target->name}});
        const auto probe = m_targetHost->probeFolder(m_targetHost->path({}), m_context.stop);
        if (!probe)
            return probe.error();
        const auto account = m_targetHost->account(m_context.stop);
        if (!account)
            return account.error();
        m_targetFacts = targetFacts(*probe);
        m_targetUser = account->uid;
        for (const auto& [server, host] : m_sources) {
            if (auto done = measureTree(*server, *host); !done)
                return done;
            if (auto done = measureDependencies(*server, *host); !done)
                return done;
        }
        return measureDatabases();
    }

    std::set<Id> servers() const
    {
        std::set<Id> ids{m_target->id};
        for (const auto& [server, host] : m_sources)
            ids.insert(server->id);
        return ids;
    }
    const std::vector<Finding>& findings() const { return m_findings; }
    const Server& target() const { return *m_target; }
    qint64 databases() const { return m_databases; }

private:
    static Facts together(Facts facts, const Facts& more)
    {
        for (auto at = more.begin(); at != more.end(); ++at)
            facts.insert(at.key(), at.value());
        return facts;
    }

    void ask(const QString& scope, const Facts& facts, Id server, Id asset, const QString& subject, const QString& key)
    {
        for (Finding& finding : judge(rules(), scope, facts)) {
            finding.server = server;
            finding.asset = asset;
            finding.subject = subject;
            if (!finding.params.contains(u"subject"_s))
                finding.params.insert(u"subject"_s, subject); // for the sentence of a reason
            finding.key = finding.params[u"rule"_s].toString() + u'@' + key;
            m_findings.push_back(std::move(finding));
        }
    }

    Result<void> measureTree(const Server& server, const Host& host)
    {
        engine::Counters& counters = m_context.progress.part(u"compatibility.walking"_s, {{u"server"_s, server.name}});
        counters.phase = engine::Phase::Scanning;
        auto measured = measureSource(m_snapshot, server, host, {m_target->id, m_targetUser}, counters, m_context.stop);
        if (!measured)
            return measured.error();
        Facts facts = together(m_targetFacts, measured.value().facts);
        const double free = facts[u"new.bytesFree"_s].toDouble();
        if (free > 0)
            facts[u"need.percentOfFree"_s] = 100 * facts[u"need.bytes"_s].toDouble() / free;
        ask(u"target"_s, facts, m_target->id, 0, m_target->name, server.name);
        const auto conflicts = accountConflicts(host, *m_targetHost, measured.value(), m_context.stop);
        if (!conflicts)
            return conflicts.error();
        for (const AccountConflict& conflict : conflicts.value())
            ask(u"account"_s, conflict.facts, m_target->id, 0, conflict.facts[u"account.name"_s].toString(),
                conflict.key);
        return {};
    }

    Result<void> measureDependencies(const Server& server, const Host& host)
    {
        const auto names = dependencies::ownNames(server, host, m_context.stop);
        if (!names)
            return names.error();
        for (const Dependency& dependency : m_snapshot.dependencies) {
            const Asset* from = m_snapshot.asset(dependency.from);
            if (dependency.state == DependencyState::Dismissed || !from || from->gone || from->server != server.id)
                continue;
            ask(u"dependency"_s, dependencyFacts(m_snapshot, dependency, server, names.value()), server.id, from->id,
                from->name, dependency.key);
        }
        return {};
    }

    Result<void> measureDatabases()
    {
        engine::Counters& counters = m_context.progress.part(u"compatibility.databases"_s);
        std::vector<std::pair<const Asset*, HostPath>> all;
        for (const auto& [server, host] : m_sources) {
            for (const Asset& asset : m_snapshot.assets) {
                if (asset.server != server->id || asset.kind != AssetKind::Database || asset.gone || !asset.migrate)
                    continue;
                all.emplace_back(&asset, HostPath(host, host->path(asset.path)));
                counters.bytesTotal += asset.bytes;
            }
        }
        counters.itemsTotal = qint64(all.size());
        counters.totalsKnown = true;
        const Facts around = together(m_targetFacts, libraryFacts());
        for (const auto& [asset, place] : all) {
            const auto facts = databaseFacts(place, m_context.stop);
            if (m_context.stop.stop_requested())
                return makeError("cancelled");
            if (!facts)
                return facts.error();
            ask(u"database"_s, together(around, facts.value()), asset->server, asset->id, asset->name, asset->key);
            ++counters.itemsDone;
            counters.bytesDone += asset->bytes;
        }
        m_databases = qint64(all.size());
        return {};
    }

    JobContext& m_context;
    const Snapshot& m_snapshot;
    const Server* m_target = nullptr;
    HostPtr m_targetHost;
    std::vector<std::pair<const Server*, HostPtr>> m_sources;
    Facts m_targetFacts;
    std::uint32_t m_targetUser = 0;
    std::vector<Finding> m_findings;
    qint64 m_databases = 0;
};

QJsonObject summary(const CrossCheck& check)
{
    qint64 blocking = 0, toFix = 0, notes = 0;
    for (const Finding& finding : check.findings()) {
        blocking += finding.severity == FindingSeverity::Blocking ? 1 : 0;
        toFix += finding.severity == FindingSeverity::ToFix ? 1 : 0;
        notes += finding.severity == FindingSeverity::Note ? 1 : 0;
    }
    return {{u"rules"_s, qint64(rules().size())},
            {u"databases"_s, check.databases()},
            {u"blocking"_s, blocking},
            {u"toFix"_s, toFix},
            {u"notes"_s, notes},
            {u"findings"_s, qint64(check.findings().size())}};
}

} // namespace

Item CompatibilityJob::title() const
{
    return {u"job.compatibility"_s, {}, {PageId::Compatibility, {}, 0}};
}

QStringList CompatibilityJob::resources() const
{
    return {u"project"_s};
}

Outcome CompatibilityJob::run(JobContext& context)
{
    if (!context.store)
        return Outcome::failed(makeError("compatibility.no-target"));
    const SnapshotPtr snapshot = context.store->snapshot();
    CrossCheck check(context, *snapshot);
    if (auto reached = check.reach(); !reached)
        return context.stop.stop_requested() ? Outcome::cancelled() : Outcome::failed(reached.error());
    const auto measured = check.measure();
    if (context.stop.stop_requested())
        return Outcome::cancelled();
    if (!measured)
        return Outcome::failed(measured.error());
    const QJsonObject facts = summary(check);
    const auto written = context.store->write([&](StoreTx& tx) -> Result<void> {
        if (auto done = replaceFindings(tx, u"compatibility"_s, check.servers(), check.findings()); !done)
            return done;
        const auto line = tx.append(u"inventory"_s, evidence::CompatibilityRun, check.target().name, facts);
        return line ? Result<void>() : line.error();
    });
    if (!written)
        return Outcome::failed(written.error());
    return Outcome::succeeded(facts[u"blocking"_s].toInteger() == 0, facts);
}

} // namespace bascule
