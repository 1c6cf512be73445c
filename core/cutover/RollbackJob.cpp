// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cutover/Cutover.h"
#include "core/cutover/View.h"
#include "core/cutover/Ways.h"
#include "core/hosts/KeptWatches.h"
#include "core/project/Moments.h"
#include "core/runbook/RunLock.h"
#include "core/runbook/StepWords.h"

namespace bascule {

using namespace Qt::StringLiterals;
using namespace cutover;

namespace {

/// Why a rollback may not begin now.
std::optional<Error> refusal(const Snapshot& snapshot, const QDateTime& now)
{
    if (openRollback(snapshot) || openCutover(snapshot))
        return {};
    const RollbackClock clock = rollbackClock(snapshot, now);
    if (clock.possible)
        return {};
    return makeError(clock.reason.toLatin1().constData(), snapshot.project.name,
                     {{"until", bytes(clock.until.isValid() ? iso(clock.until) : QString())}});
}

const Run* cutoverOf(const Snapshot& snapshot, const Run& rollback)
{
    return findById(snapshot.runs, rollback.facts[u"cutover"].toInteger());
}

/// The way back with what is this rollback's own.
RollbackGround wayOf(const Snapshot& snapshot, const Run& rollback, const Ends& ends)
{
    RollbackGround way;
    if (const Run* cutover = cutoverOf(snapshot, rollback))
        way = wayBack(snapshot, *cutover, ends);
    way.ground.owner = bytes(rollback.facts[u"owner"].toString());
    way.keepIn = {ends.source, pathFromJson(rollback.facts[u"keptIn"]).toStdString()};
    return way;
}

/// The project goes back to where it was when a rollback does not come to its end.
Result<void> endRollback(StoreTx& tx, Run& run, const std::vector<RunStep>& steps)
{
    const bool done = run.state == RunState::Succeeded;
    MigrationState before = MigrationState::CutOver;
    enumFrom(run.facts[u"stateBefore"].toString(), before);
    if (auto set = setState(tx, done ? MigrationState::RolledBack : before); !set)
        return set;
    if (done) {
        auto cutover = tx.get<Run>(run.facts[u"cutover"].toInteger());
        if (!cutover)
            return cutover.error();
        cutover.value().state = RunState::RolledBack;
        if (!cutover.value().endedAt.isValid())
            cutover.value().endedAt = run.endedAt;
        if (auto updated = tx.update(cutover.value()); !updated)
            return updated;
    }
    auto evidence = tx.append(u"cutover"_s, evidence::RollbackRun, run.runbookHash,
                              {{u"state"_s, enumName(run.state)},
                               {u"run"_s, run.id},
                               {u"cutover"_s, run.facts[u"cutover"]},
                               {u"ms"_s, run.startedAt.msecsTo(run.endedAt)},
                               {u"broughtBack"_s, run.facts[u"broughtBack"]},
                               {u"keptIn"_s, run.facts[u"keptIn"]},
                               {u"error"_s, run.error[u"code"]},
                               {u"steps"_s, stepsForEvidence(steps)}});
    if (!evidence)
        return evidence.error();
    run.evidence = evidence.value();
    return {};
}

/// A folder for what is replaced on the old server, on that server.
Path keptFor(const Snapshot& snapshot, const Ends& ends, const Run& cutover, const QDateTime& now)
{
    const QString moment = now.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    const QString beside = keepFolder(snapshot.file);
    if (ends.source->isHere())
        return (beside + u'/' + moment).toLocal8Bit();
    const Path root = pathFromJson(cutover.facts[u"source"]);
    return root.left(std::max<qsizetype>(0, root.lastIndexOf('/'))) + '/' +
           (beside.mid(beside.lastIndexOf(u'/') + 1) + u'/' + moment).toUtf8();
}

Result<Id> beginRollback(JobContext& context, const Ends& ends, const Snapshot& snapshot, const Run& cutover)
{
    const QDateTime now = context.clock.now();
    const Path kept = keptFor(snapshot, ends, cutover, now);
    QJsonObject scope;
    for (const RunStep* step : snapshot.stepsOf(cutover.id)) {
        if (step->params.contains(u"scope"_s))
            scope = step->params[u"scope"].toObject();
    }
    const std::vector<RunbookStep> steps =
        rollbackSteps(snapshot, scope, measuredTimings(snapshot, buildRunbook(snapshot)));
    RollbackSteps none{RollbackGround{}};
    ExecutorOptions options;
    options.onBegin = [](StoreTx& tx, Run&) { return setState(tx, MigrationState::RollbackRunning); };
    RunbookExecutor executor(context, none, options);
    return executor.begin(RunKind::Rollback, steps, cutover.runbookHash,
                          {{u"cutover"_s, cutover.id},
                           {u"stateBefore"_s, enumName(snapshot.project.state)},
                           {u"owner"_s, snapshot.file + u" rollback "_s + iso(now)},
                           {u"keptIn"_s, pathToJson(kept)},
                           {u"source"_s, cutover.facts[u"source"]},
                           {u"target"_s, cutover.facts[u"target"]},
                           {u"link"_s, cutover.facts[u"link"]}});
}

/// A cutover that never got to its users is simply undone.
Outcome undoCutover(JobContext& context, const Ends& ends, const Snapshot& snapshot, const Run& open)
{
    const Ground ground = groundOf(snapshot, open, ends);
    MigrationSteps steps(ground, servedBy(snapshot, ground), true);
    ExecutorOptions options;
    options.asking = ground.asking;
    options.onEnd = endCutover;
    RunbookExecutor executor(context, steps, options);
    const RunResult result = executor.undo(open.id, {});
    if (result.ended())
        return Outcome::succeeded(true, {{u"undone"_s, true}});
    return Outcome::failed(result.error.value_or(makeError("internal.error")));
}

QStringList displayed(const QStringList& list, int limit)
{
    return list.size() > limit ? list.mid(0, limit) : list;
}

} // namespace

Outcome RollbackJob::run(JobContext& context)
{
    SnapshotPtr snapshot = context.store->snapshot();
    if (auto refused = refusal(*snapshot, context.clock.now()))
        return Outcome::failed(*refused);
    const Run* cutover = snapshot->lastRun(RunKind::Cutover);
    if (!cutover)
        return Outcome::failed(makeError("rollback.nothing", snapshot->project.name));
    const auto ends = reachEnds(*snapshot, context.connections, context.stop);
    if (!ends)
        return failedOrCancelled(ends.error());
    const Ground ground = groundOf(*snapshot, *cutover, *ends);
    auto lock = RunLock::take(context.store->file(), {ground.source, ground.target}, u"rollback"_s, context.clock,
                              context.stop);
    if (!lock)
        return failedOrCancelled(lock.error());
    if (context.watches)
        context.watches->forget(); // users wrote on the target
    snapshot = context.store->snapshot();
    if (auto refused = refusal(*snapshot, context.clock.now()))
        return Outcome::failed(*refused);
    const Run* open = openRollback(*snapshot);
    Id id = open ? open->id : 0;
    if (!open) {
        const Run* running = openCutover(*snapshot);
        if (running && !switchBegan(*snapshot, *running))
            return undoCutover(context, *ends, *snapshot, *running);
        const Run* taken = cutoverToTakeBack(*snapshot);
        if (!taken)
            return Outcome::failed(makeError("rollback.nothing", snapshot->project.name));
        auto begun = beginRollback(context, *ends, *snapshot, *taken);
        if (!begun)
            return Outcome::failed(begun.error());
        id = begun.value();
        snapshot = context.store->snapshot();
        open = findById(snapshot->runs, id);
    }
    RollbackSteps steps(wayOf(*snapshot, *open, *ends));
    ExecutorOptions options;
    options.asking = ends->asking;
    options.onEnd = endRollback;
    RunbookExecutor executor(context, steps, options);
    Outcome outcome = outcomeOf(executor.execute(id), "rollback.halted");
    if (const SnapshotPtr after = context.store->snapshot(); const Run* run = findById(after->runs, id)) {
        const QJsonObject brought = run->facts[u"broughtBack"].toObject();
        for (auto it = brought.begin(); it != brought.end(); ++it)
            outcome.facts.insert(it.key(), it.value());
        outcome.facts.insert(u"keptIn"_s, ends->source->shown(pathFromJson(run->facts[u"keptIn"]).toStdString()));
    }
    return outcome;
}

Result<RollbackChanges> rollbackPreview(const Snapshot& snapshot, std::stop_token stop, SshConnections* connections)
{
    if (snapshot.project.state == MigrationState::Committed)
        return makeError("rollback.committed", snapshot.project.name);
    const Run* cutover = cutoverToTakeBack(snapshot);
    if (!cutover)
        return makeError("rollback.nothing", snapshot.project.name);
    const auto ends = reachEnds(snapshot, connections, stop);
    if (!ends)
        return ends.error();
    return rollbackChanges(wayBack(snapshot, *cutover, *ends), std::move(stop));
}

Outcome RollbackPreviewJob::run(JobContext& context)
{
    context.progress.part(u"phase.preview"_s);
    auto changes = rollbackPreview(*context.store->snapshot(), context.stop, context.connections);
    if (!changes)
        return changes.error().code == "cancelled" ? Outcome::cancelled() : Outcome::failed(changes.error());
    *m_found = std::move(changes.value());
    QJsonObject facts = changesToJson(*m_found);
    facts.insert(u"staying"_s, m_found->stayingTotal);
    facts.insert(u"conflictExamples"_s, QJsonArray::fromStringList(displayed(m_found->conflicts, 10)));
    return Outcome::succeeded(true, facts);
}

Outcome CommitJob::run(JobContext& context)
{
    const SnapshotPtr snapshot = context.store->snapshot();
    const MigrationState state = snapshot->project.state;
    const Run* cutover = snapshot->lastRun(RunKind::Cutover);
    if ((state != MigrationState::CutOver && state != MigrationState::Committed) || !cutover)
        return Outcome::failed(makeError("commit.not-cut-over", snapshot->project.name));
    const QString by = m_by.trimmed();
    if (by.isEmpty())
        return Outcome::failed(makeError("commit.no-name"));
    const auto ends = reachEnds(*snapshot, context.connections, context.stop);
    if (!ends)
        return failedOrCancelled(ends.error());
    const Ground ground = groundOf(*snapshot, *cutover, *ends);
    auto lock =
        RunLock::take(context.store->file(), {ground.source, ground.target}, u"commit"_s, context.clock, context.stop);
    if (!lock)
        return failedOrCancelled(lock.error());
    if (state != MigrationState::Committed) {
        auto done = context.store->write([&](StoreTx& tx) -> Result<void> {
            if (auto set = setState(tx, MigrationState::Committed); !set)
                return set;
            auto evidence = tx.append(u"cutover"_s, evidence::MigrationCommitted, cutover->runbookHash,
                                      {{u"run"_s, cutover->id}}, by);
            return evidence ? Result<void>() : Result<void>(evidence.error());
        });
        if (!done)
            return Outcome::failed(done.error());
    }
    // After the decision is written down: a crash in between is mended by committing again.
    const Host& source = ground.source.at();
    auto frozen = source.frozenBy(ground.source.path);
    if (!frozen && !ground.source.isHere())
        return failedOrCancelled(frozen.error());
    if (frozen && frozen.value() && frozen.value()->owner == ground.owner) {
        if (auto thawed = source.thaw(ground.source.path, ground.owner); !thawed)
            return failedOrCancelled(thawed.error());
    }
    return Outcome::succeeded();
}

} // namespace bascule
