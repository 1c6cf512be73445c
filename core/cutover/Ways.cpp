// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cutover/Ways.h"

namespace bascule::cutover {

using namespace Qt::StringLiterals;

Result<Ends> reachEnds(const Snapshot& snapshot, SshConnections* connections, std::stop_token stop)
{
    Ends ends{thisMachine(), thisMachine(), thisMachine(), std::make_shared<StopSwitch>(std::move(stop))};
    for (const auto& [role, host] : {std::pair{ServerRole::Source, &ends.source}, {ServerRole::Target, &ends.target}}) {
        const Server* server = snapshot.serverOf(role);
        auto reached = server ? hostForRun(*server, connections, ends.asking) : Result<HostPtr>(thisMachine());
        if (!reached)
            return reached.error();
        *host = std::move(*reached);
    }
    return ends;
}

QJsonObject groundFacts(const Ground& ground)
{
    const auto json = [](const HostPath& place) { return pathToJson(Path::fromStdString(place.path)); };
    return {{u"source"_s, json(ground.source)},
            {u"target"_s, json(ground.target)},
            {u"link"_s, json(ground.link)},
            {u"owner"_s, QString::fromStdString(ground.owner)}};
}

Ground groundOf(const Snapshot& snapshot, const Run& run, const Ends& ends)
{
    Ground ground;
    ground.source = {ends.source, pathFromJson(run.facts[u"source"]).toStdString()};
    ground.target = {ends.target, pathFromJson(run.facts[u"target"]).toStdString()};
    ground.link = {ends.link(), pathFromJson(run.facts[u"link"]).toStdString()};
    ground.owner = bytes(run.facts[u"owner"].toString());
    ground.asking = ends.asking;
    for (const RunStep* step : snapshot.stepsOf(run.id)) {
        if (step->params.contains(u"scope"_s))
            ground.scope = scopeFromJson(step->params[u"scope"].toObject());
    }
    return ground;
}

Server servedBy(const Snapshot& snapshot, const Ground& ground)
{
    Server served;
    if (const Server* target = snapshot.serverOf(ServerRole::Target))
        served = *target;
    served.role = ServerRole::Target;
    served.root = Path::fromStdString(ground.target.path);
    return served;
}

RollbackGround wayBack(const Snapshot& snapshot, const Run& cutover, const Ends& ends)
{
    RollbackGround way;
    way.ground = groundOf(snapshot, cutover, ends);
    way.sourceOwner = way.ground.owner;
    way.ground.owner.clear();
    way.linkBefore = pathFromJson(cutover.facts[u"linkBefore"]).toStdString();
    way.frozen = cutover.facts[u"frozen"].toObject();
    return way;
}

QJsonArray stepsForEvidence(const std::vector<RunStep>& steps)
{
    QJsonArray all;
    for (const RunStep& step : steps) {
        const bool timed = step.startedAt.isValid() && step.endedAt.isValid();
        all.append(QJsonObject{{u"code"_s, step.code},
                               {u"subject"_s, step.subject},
                               {u"state"_s, enumName(step.state)},
                               {u"ms"_s, timed ? step.startedAt.msecsTo(step.endedAt) : 0},
                               {u"proof"_s, step.proof}});
    }
    return all;
}

Result<void> setState(StoreTx& tx, MigrationState state, const QDateTime& cutoverAt)
{
    auto project = tx.get<Project>(1);
    if (!project)
        return project.error();
    project.value().state = state;
    if (cutoverAt.isValid())
        project.value().cutoverAt = cutoverAt;
    return tx.update(project.value());
}

Result<void> endCutover(StoreTx& tx, Run& run, const std::vector<RunStep>& steps)
{
    const bool done = run.state == RunState::Succeeded;
    MigrationState before = MigrationState::Preparing;
    enumFrom(run.facts[u"stateBefore"].toString(), before);
    if (auto set = setState(tx, done ? MigrationState::CutOver : before, done ? run.endedAt : QDateTime()); !set)
        return set;
    auto evidence = tx.append(u"cutover"_s, evidence::CutoverRun, run.runbookHash,
                              {{u"state"_s, enumName(run.state)},
                               {u"run"_s, run.id},
                               {u"ms"_s, run.startedAt.msecsTo(run.endedAt)},
                               {u"forced"_s, run.facts[u"forced"].toBool()},
                               {u"entries"_s, run.facts[u"entries"]},
                               {u"bytes"_s, run.facts[u"bytes"]},
                               {u"manifests"_s, run.facts[u"manifests"]},
                               {u"frozen"_s, run.facts[u"frozen"]},
                               {u"error"_s, run.error[u"code"]},
                               {u"steps"_s, stepsForEvidence(steps)}});
    if (!evidence)
        return evidence.error();
    run.evidence = evidence.value();
    return {};
}

bool switchBegan(const Snapshot& snapshot, const Run& run)
{
    for (const RunStep* step : snapshot.stepsOf(run.id)) {
        if (step->code == u"switch")
            return step->state != StepState::Waiting && step->state != StepState::Undone;
    }
    return false;
}

Outcome failedOrCancelled(const Error& error)
{
    return error.code == "cancelled" ? Outcome::cancelled() : Outcome::failed(error);
}

Outcome outcomeOf(const RunResult& result, const char* haltedCode)
{
    if (result.cancelled)
        return Outcome::cancelled();
    if (result.halted && result.error) {
        // The reason is said with its own params, so they come along.
        Error halted = *result.error;
        halted.params["reason"] = halted.code;
        halted.code = haltedCode;
        return Outcome::failed(halted);
    }
    if (result.error)
        return Outcome::failed(*result.error);
    return Outcome::succeeded(true, {{u"ms"_s, result.run.startedAt.msecsTo(result.run.endedAt)},
                                     {u"entries"_s, result.run.facts[u"entries"]},
                                     {u"bytes"_s, result.run.facts[u"bytes"]}});
}

} // namespace bascule::cutover
