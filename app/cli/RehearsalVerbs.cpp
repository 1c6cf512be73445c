// SPDX-License-Identifier: GPL-3.0-or-later
// scenario add|propose|run|list, rehearse, drift, drift accept.
#include "app/cli/Tr.h"
#include "app/cli/Verb.h"

#include "core/rehearsal/Drift.h"
#include "core/rehearsal/Rehearse.h"
#include "core/rehearsal/Scenarios.h"

namespace bascule::cli {

using namespace Qt::StringLiterals;

namespace {

/// A proposed scenario's name is a code until somebody renames it.
QString nameOf(const Invocation& call, const Scenario& scenario)
{
    return text::Phrasebook::knows(scenario.name) ? call.words.say(scenario.name, scenario.params) : scenario.name;
}

QString outcomeOf(const Invocation& call, const QJsonObject& outcome)
{
    const QString code = outcome[u"code"].toString();
    return code.isEmpty() ? QString() : call.words.say(code, outcome[u"params"].toObject());
}

QJsonObject scenarioJson(const Invocation& call, const Scenario& scenario)
{
    QJsonObject object = toJson(scenario);
    object.insert(u"title"_s, nameOf(call, scenario));
    object.insert(u"message"_s, outcomeOf(call, scenario.outcome));
    return object;
}

QJsonObject driftJson(const Invocation& call, const Drift& drift)
{
    QJsonObject object = toJson(drift);
    QJsonObject params = drift.params;
    params.insert(u"subject"_s, drift.subject);
    object.insert(u"message"_s, call.words.say(drift.code, params));
    return object;
}

QJsonArray scenariosJson(const Invocation& call, const Snapshot& snapshot)
{
    QJsonArray scenarios;
    for (const Scenario& scenario : snapshot.scenarios)
        scenarios.append(scenarioJson(call, scenario));
    return scenarios;
}

QJsonArray driftsJson(const Invocation& call, const Snapshot& snapshot)
{
    QJsonArray drifts;
    for (const Drift& drift : snapshot.drifts)
        drifts.append(driftJson(call, drift));
    return drifts;
}

void printScenarios(const Invocation& call, const Snapshot& snapshot)
{
    QList<QStringList> rows;
    for (const Scenario& scenario : snapshot.scenarios)
        rows.append({QString::number(scenario.id), nameOf(call, scenario), call.words.word(scenario.kind),
                     call.words.word(scenario.state), outcomeOf(call, scenario.outcome)});
    call.console.table({Tr::tr("No."), Tr::tr("Scenario"), Tr::tr("Kind"), Tr::tr("State"), Tr::tr("Found")}, rows);
}

void printDrifts(const Invocation& call, const Snapshot& snapshot)
{
    QList<QStringList> rows;
    for (const Drift& drift : snapshot.drifts) {
        if (drift.state == DifferenceState::Resolved)
            continue;
        const QString state =
            drift.state == DifferenceState::Accepted ? Tr::tr("accepted by %1").arg(drift.by) : Tr::tr("open");
        rows.append({QString::number(drift.id), driftJson(call, drift)[u"message"].toString(), state});
    }
    if (rows.isEmpty())
        call.console.line(Tr::tr("The test environment is as production is."));
    else
        call.console.table({Tr::tr("No."), Tr::tr("Difference"), Tr::tr("State")}, rows);
}

void printLastRun(const Invocation& call, const Snapshot& snapshot, RunKind kind)
{
    const Run* run = snapshot.lastRun(kind);
    if (!run)
        return;
    const qint64 ms = run->endedAt.isValid() ? run->startedAt.msecsTo(run->endedAt) : 0;
    call.console.line(
        Tr::tr("%1: %2, %3").arg(call.words.word(run->kind), call.words.word(run->state), call.words.duration(ms)));
}

int runScenarioAdd(const Invocation& call)
{
    int exit = Good;
    auto params = paramsOf(call, exit);
    if (!params)
        return exit;
    Scenario scenario;
    scenario.name = call.args.text("name");
    scenario.probe = call.args.text("probe");
    scenario.required = !call.args.has("optional");
    if (call.args.has("kind") && !enumFrom(call.args.text("kind"), scenario.kind))
        return call.console.usage(Tr::tr("The --kind is behaviour, performance, rights or compatibility."));
    return withProject(call, OpenMode::ReadWrite, [&](const StorePtr& store) {
        if (call.args.has("asset")) {
            const SnapshotPtr before = store->snapshot();
            const Asset* asset = findAsset(*before, call.args.text("asset"));
            if (!asset)
                return call.console.fail(makeError("asset.missing", call.args.text("asset")));
            params->insert(u"asset"_s, asset->id);
        }
        scenario.params = *params;
        const auto id = writeNew(*store, [&](StoreTx& tx) { return setScenario(tx, scenario); });
        if (!id)
            return call.console.fail(id.error());
        const SnapshotPtr snapshot = store->snapshot();
        const Scenario* made = findById(snapshot->scenarios, *id);
        call.console.line(Tr::tr("Added the scenario “%1”.").arg(nameOf(call, *made)));
        call.console.document({{u"scenario"_s, scenarioJson(call, *made)}});
        return int(Good);
    });
}

int runScenarioPropose(const Invocation& call)
{
    return withProject(call, OpenMode::ReadWrite, [&](const StorePtr& store) {
        const std::vector<Scenario> proposed = proposeScenarios(*store->snapshot());
        const auto write = [&](StoreTx& tx) -> Result<void> {
            for (const Scenario& scenario : proposed) {
                if (auto set = setScenario(tx, scenario); !set)
                    return set.error();
            }
            return {};
        };
        if (auto done = store->write(write); !done)
            return call.console.fail(done.error());
        const SnapshotPtr snapshot = store->snapshot();
        printScenarios(call, *snapshot);
        call.console.document({{u"scenarios"_s, scenariosJson(call, *snapshot)}});
        return int(Good);
    });
}

int runScenarioList(const Invocation& call)
{
    return withProject(call, OpenMode::ReadOnly, [&](const StorePtr& store) {
        const SnapshotPtr snapshot = store->snapshot();
        printScenarios(call, *snapshot);
        call.console.document({{u"scenarios"_s, scenariosJson(call, *snapshot)}});
        return int(Good);
    });
}

int runScenarios(const Invocation& call)
{
    const std::vector<Id> ids = idsOf(call);
    return withProject(call, OpenMode::ReadWrite, [&](const StorePtr& store) {
        const Outcome outcome = runJob(call, store, std::make_unique<ScenarioRunJob>(ids));
        const SnapshotPtr snapshot = store->snapshot();
        if (outcome.kind == Outcome::Kind::Succeeded)
            printScenarios(call, *snapshot);
        return finish(call, outcome, [&] { return QJsonObject{{u"scenarios"_s, scenariosJson(call, *snapshot)}}; });
    });
}

int runRehearse(const Invocation& call)
{
    return withProject(call, OpenMode::ReadWrite, [&](const StorePtr& store) {
        const Outcome outcome = runJob(call, store, std::make_unique<RehearseJob>(!call.args.has("no-drill")));
        const SnapshotPtr snapshot = store->snapshot();
        if (outcome.kind == Outcome::Kind::Succeeded) {
            printLastRun(call, *snapshot, RunKind::Rehearsal);
            printLastRun(call, *snapshot, RunKind::RollbackDrill);
            printScenarios(call, *snapshot);
            printDrifts(call, *snapshot);
        }
        return finish(call, outcome, [&] {
            QJsonObject document{{u"scenarios"_s, scenariosJson(call, *snapshot)},
                                 {u"drifts"_s, driftsJson(call, *snapshot)}};
            if (const Run* run = snapshot->lastRun(RunKind::Rehearsal))
                document.insert(u"run"_s, toJson(*run));
            if (const Run* run = snapshot->lastRun(RunKind::RollbackDrill))
                document.insert(u"drill"_s, toJson(*run));
            return document;
        });
    });
}

int runDrift(const Invocation& call)
{
    return withProject(call, OpenMode::ReadWrite, [&](const StorePtr& store) {
        const Outcome outcome = runJob(call, store, std::make_unique<DriftJob>());
        const SnapshotPtr snapshot = store->snapshot();
        if (outcome.kind == Outcome::Kind::Succeeded)
            printDrifts(call, *snapshot);
        return finish(call, outcome, [&] { return QJsonObject{{u"drifts"_s, driftsJson(call, *snapshot)}}; });
    });
}

int runDriftAccept(const Invocation& call)
{
    const Id id = idOf(call.args.textAt(1));
    const auto write = [&](StoreTx& tx) {
        return decideDrift(tx, id, DifferenceState::Accepted, byWhom(call), call.args.text("why"));
    };
    return change(call, write, [&](const Snapshot& snapshot) {
        call.console.line(Tr::tr("Accepted, with the reason."));
        call.console.document({{u"drift"_s, driftJson(call, *findById(snapshot.drifts, id))}});
        return int(Good);
    });
}

} // namespace

std::vector<Verb> rehearsalVerbs()
{
    return {
        {"scenario add",
         "PROJECT",
         QT_TRANSLATE_NOOP("Cli", "add something that must work on the test environment"),
         {{"name", "NAME", QT_TRANSLATE_NOOP("Cli", "what it is called")},
          {"kind", "KIND", QT_TRANSLATE_NOOP("Cli", "behaviour, performance, rights or compatibility")},
          {"probe", "PROBE",
           QT_TRANSLATE_NOOP("Cli", "file-readable, rights-equal, sqlite-query, read-rate, link-targets, compatible")},
          {"asset", "ID", QT_TRANSLATE_NOOP("Cli", "what it is about")},
          {"param", "NAME=VALUE", QT_TRANSLATE_NOOP("Cli", "what the probe asks for: path, query, expected, sample"),
           true},
          {"optional", nullptr, QT_TRANSLATE_NOOP("Cli", "not required by the checkpoint")}},
         runScenarioAdd,
         1,
         1},
        {"scenario propose",
         "PROJECT",
         QT_TRANSLATE_NOOP("Cli", "add a sensible set of scenarios of all four kinds"),
         {},
         runScenarioPropose,
         1,
         1},
        {"scenario list",
         "PROJECT",
         QT_TRANSLATE_NOOP("Cli", "the scenarios and their last results"),
         {},
         runScenarioList,
         1,
         1},
        {"scenario run",
         "PROJECT [ID]…",
         QT_TRANSLATE_NOOP("Cli", "run scenarios on the test environment; exit 1 when one fails"),
         {},
         runScenarios,
         1,
         1000},
        {"rehearse",
         "PROJECT",
         QT_TRANSLATE_NOOP("Cli",
                           "run the runbook on the test environment, timed, with scenarios and a rollback drill"),
         {{"no-drill", nullptr, QT_TRANSLATE_NOOP("Cli", "leave the rollback drill out: a second timing")}},
         runRehearse,
         1,
         1},
        {"drift",
         "PROJECT",
         QT_TRANSLATE_NOOP("Cli",
                           "compare the test environment with production as it is now; exit 1 while they differ"),
         {},
         runDrift,
         1,
         1},
        {"drift accept",
         "PROJECT ID --why TEXT",
         QT_TRANSLATE_NOOP("Cli", "accept a difference, by name and with a reason"),
         {kBy, kWhy},
         runDriftAccept,
         2,
         2},
    };
}

} // namespace bascule::cli
