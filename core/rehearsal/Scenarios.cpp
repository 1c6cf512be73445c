// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rehearsal/Scenarios.h"

#include "core/runbook/RunLock.h"
#include "core/runbook/Subjects.h"
#include "core/runbook/Transfer.h"

#include <QElapsedTimer>

#include <algorithm>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

Scenario proposed(const QString& name, ScenarioKind kind, const QString& probe, const QJsonObject& params)
{
    Scenario scenario;
    scenario.name = name;
    scenario.kind = kind;
    scenario.probe = probe;
    scenario.params = params;
    return scenario;
}

/// What the project must answer for: assets that somebody called critical, or all where nobody did.
std::vector<const Asset*> thatMatter(const Snapshot& snapshot)
{
    std::vector<const Asset*> all, critical;
    for (const Asset* asset : snapshot.presentAssets()) {
        if (!asset->migrate || asset->path.isEmpty())
            continue;
        all.push_back(asset);
        if (asset->critical)
            critical.push_back(asset);
    }
    return critical.empty() ? all : critical;
}

} // namespace

std::vector<Scenario> proposeScenarios(const Snapshot& snapshot)
{
    std::vector<Scenario> wanted;
    bool anyFiles = false;
    for (const Asset* asset : thatMatter(snapshot)) {
        const QJsonObject of{{u"asset"_s, asset->id}, {u"name"_s, asset->name}};
        if (asset->kind == AssetKind::Database) {
            QJsonObject params = of;
            params.insert(u"query"_s, u"SELECT count(*) FROM sqlite_master"_s);
            wanted.push_back(
                proposed(u"scenario.name.sqlite-query"_s, ScenarioKind::Behaviour, u"sqlite-query"_s, params));
        } else if (asset->files > 0) {
            anyFiles = true;
            wanted.push_back(
                proposed(u"scenario.name.file-readable"_s, ScenarioKind::Behaviour, u"file-readable"_s, of));
        }
    }
    wanted.push_back(proposed(u"scenario.name.link-targets"_s, ScenarioKind::Behaviour, u"link-targets"_s, {}));
    wanted.push_back(
        proposed(u"scenario.name.rights-equal"_s, ScenarioKind::Rights, u"rights-equal"_s, {{u"sample"_s, 1000}}));
    wanted.push_back(proposed(u"scenario.name.read-rate"_s, ScenarioKind::Performance, u"read-rate"_s,
                              {{u"threads"_s, 4}, {u"leastPercent"_s, 50}}));
    wanted.push_back(proposed(u"scenario.name.compatible"_s, ScenarioKind::Compatibility, u"compatible"_s, {}));
    if (!anyFiles) {
        wanted.push_back(
            proposed(u"scenario.name.file-readable-all"_s, ScenarioKind::Behaviour, u"file-readable"_s, {}));
    }
    std::erase_if(wanted, [&](const Scenario& one) {
        return std::any_of(snapshot.scenarios.begin(), snapshot.scenarios.end(), [&](const Scenario& there) {
            return there.probe == one.probe && there.params[u"asset"] == one.params[u"asset"];
        });
    });
    return wanted;
}

Result<Id> setScenario(StoreTx& tx, Scenario scenario)
{
    scenario.name = scenario.name.trimmed();
    if (scenario.name.isEmpty())
        return makeError("scenario.no-name");
    if (!scenarioProbes().contains(scenario.probe))
        return makeError("scenario.unknown-probe", scenario.probe, {{"name", bytes(scenario.probe)}});
    if (scenario.probe == u"sqlite-query") {
        if (scenario.params[u"query"].toString().trimmed().isEmpty())
            return makeError("scenario.param-missing", scenario.name, {{"name", "query"}});
        if (scenario.params[u"asset"].toInteger() == 0 && scenario.params[u"path"].toString().isEmpty())
            return makeError("scenario.param-missing", scenario.name, {{"name", "path"}});
    }
    if (scenario.id == 0)
        return tx.insert(scenario);
    auto before = tx.get<Scenario>(scenario.id);
    if (!before)
        return before.error();
    if (before.value().probe != scenario.probe || before.value().params != scenario.params) {
        scenario.state = ScenarioState::NotRun;
        scenario.ranAt = {};
        scenario.tookMs = 0;
        scenario.outcome = {};
        scenario.run = 0;
        scenario.evidence = 0;
    }
    if (auto done = tx.update(scenario); !done)
        return done.error();
    return scenario.id;
}

Result<void> removeScenario(StoreTx& tx, Id id)
{
    return tx.erase<Scenario>(id);
}

Result<int> runScenarios(JobContext& context, const std::vector<Id>& ids, Id rehearsal, std::stop_token stop)
{
    const SnapshotPtr snapshot = context.store->snapshot();
    const Server* source = snapshot->serverOf(ServerRole::Source);
    const Server* test = snapshot->serverOf(ServerRole::Test);
    if (!source || !test)
        return makeError("rehearsal.no-test-server");
    const auto asking = std::make_shared<StopSwitch>(stop);
    const auto sourceHost = hostForRun(*source, context.connections, asking);
    const auto testHost = hostForRun(*test, context.connections, asking);
    if (!sourceHost || !testHost)
        return !sourceHost ? sourceHost.error() : testHost.error();
    const ScenarioGround ground{*snapshot,
                                {*sourceHost, source->root.toStdString()},
                                {*testHost, test->root.toStdString()},
                                scopeOf(*snapshot, *source)};
    std::vector<Scenario> chosen;
    for (const Scenario& scenario : snapshot->scenarios) {
        if (ids.empty() || std::find(ids.begin(), ids.end(), scenario.id) != ids.end())
            chosen.push_back(scenario);
    }
    engine::Counters& counters = context.progress.part(u"phase.scenarios"_s);
    counters.itemsTotal = std::int64_t(chosen.size());
    counters.totalsKnown = true;
    int failures = 0;
    for (Scenario& scenario : chosen) {
        QElapsedTimer timer;
        timer.start();
        const ScenarioFinding finding = runScenario(scenario, ground, stop);
        if (stop.stop_requested())
            return makeError("cancelled");
        auto written = context.store->write([&](StoreTx& tx) -> Result<void> {
            // It may have been changed or removed while it ran: then there is nothing to say about it.
            auto now = tx.get<Scenario>(scenario.id);
            if (!now)
                return now.error().code == "store.row-missing" ? Result<void>() : Result<void>(now.error());
            if (now.value().probe != scenario.probe || now.value().params != scenario.params)
                return {};
            Scenario row = now.value();
            row.state = finding.passed ? ScenarioState::Passed : ScenarioState::Failed;
            row.ranAt = tx.now();
            row.tookMs = timer.elapsed();
            row.outcome = {{u"code"_s, finding.code}, {u"params"_s, finding.params}};
            row.run = rehearsal;
            auto evidence = tx.append(u"rehearsal"_s, evidence::ScenarioRun, row.name,
                                      {{u"scenario"_s, row.id},
                                       {u"ok"_s, finding.passed},
                                       {u"ms"_s, row.tookMs},
                                       {u"run"_s, rehearsal},
                                       {u"code"_s, finding.code},
                                       {u"params"_s, finding.params}});
            if (!evidence)
                return evidence.error();
            row.evidence = evidence.value();
            return tx.update(row);
        });
        if (!written)
            return written.error();
        failures += finding.passed ? 0 : 1;
        ++counters.itemsDone;
    }
    return failures;
}

Item ScenarioRunJob::title() const
{
    return {u"job.scenarios"_s, {{u"count"_s, qint64(m_ids.size())}}, {}};
}

Outcome ScenarioRunJob::run(JobContext& context)
{
    const SnapshotPtr snapshot = context.store->snapshot();
    const Server* test = snapshot->serverOf(ServerRole::Test);
    if (!test)
        return Outcome::failed(makeError("rehearsal.no-test-server"));
    if (snapshot->scenarios.empty())
        return Outcome::failed(makeError("scenario.none"));
    const auto host = hostForRun(*test, context.connections, std::make_shared<StopSwitch>(context.stop));
    if (!host)
        return host.error().code == "cancelled" ? Outcome::cancelled() : Outcome::failed(host.error());
    auto lock = RunLock::take(context.store->file(), {{*host, test->root.toStdString()}}, u"scenarios"_s, context.clock,
                              context.stop);
    if (!lock)
        return lock.error().code == "cancelled" ? Outcome::cancelled() : Outcome::failed(lock.error());
    const Run* rehearsal = lastGoodRehearsal(*snapshot, buildRunbook(*snapshot).hash);
    auto failures = runScenarios(context, m_ids, rehearsal ? rehearsal->id : 0, context.stop);
    if (!failures)
        return failures.error().code == "cancelled" ? Outcome::cancelled() : Outcome::failed(failures.error());
    return Outcome::succeeded(failures.value() == 0, {{u"failed"_s, failures.value()}});
}

} // namespace bascule
