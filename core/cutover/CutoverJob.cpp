// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cutover/Cutover.h"
#include "core/cutover/Ways.h"
#include "core/project/Moments.h"
#include "core/runbook/RunLock.h"
#include "core/runbook/StepWords.h"

#include <thread>

namespace bascule {

using namespace Qt::StringLiterals;
using namespace cutover;

namespace {

/// Nothing when the cutover may start as far as conditions and state go.
std::optional<Error> gate(const Snapshot& snapshot, const QDateTime& now)
{
    const MigrationState state = snapshot.project.state;
    if (cutoverBegan(state))
        return makeError("cutover.wrong-state", {}, {{"state", "migration-state." + bytes(enumName(state))}});
    QJsonArray missing;
    for (const GoCondition& condition : cutoverConditions(snapshot, now)) {
        if (!condition.met)
            missing.append(QJsonObject{{u"code"_s, condition.item.code}, {u"params"_s, condition.item.params}});
    }
    if (missing.isEmpty())
        return {};
    return makeError("cutover.not-ready", snapshot.project.name,
                     {{"count", std::int64_t(missing.size())},
                      {"missing", QJsonDocument(missing).toJson(QJsonDocument::Compact).toStdString()}});
}

/// Where `now` lies in the chosen window.
struct Slot
{
    QDateTime start, end;
    bool inside = false, before = false;
};

Slot slotOf(const Snapshot& snapshot, const QDateTime& now)
{
    Slot slot;
    if (const Window* window = snapshot.window()) {
        slot.start = window->start;
        slot.end = window->start.addSecs(qint64(window->minutes) * 60);
        slot.inside = now >= slot.start && now < slot.end;
        slot.before = now < slot.start;
    }
    return slot;
}

/// Waits for the window; false when cancelled.
bool waitUntil(const QDateTime& start, JobContext& context)
{
    context.progress.phase(u"phase.waiting-for-window"_s, {{u"start"_s, iso(start)}});
    while (context.clock.now() < start) {
        if (context.stop.stop_requested())
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return !context.stop.stop_requested();
}

Ground freshGround(const Snapshot& snapshot, const Ends& ends, const QDateTime& now, const char* kind)
{
    const Server* source = snapshot.serverOf(ServerRole::Source);
    Ground ground;
    ground.source = {ends.source, source->root.toStdString()};
    ground.target = {ends.target, snapshot.serverOf(ServerRole::Target)->root.toStdString()};
    ground.link = {ends.link(), switchLinkOf(snapshot)};
    ground.scope = scopeOf(snapshot, *source);
    ground.asking = ends.asking;
    ground.owner = bytes(snapshot.file) + ' ' + kind + ' ' + bytes(iso(now));
    return ground;
}

RunResult runCutover(JobContext& context, const Ends& ends, Id id, const std::shared_ptr<PauseSwitch>& pause)
{
    const SnapshotPtr snapshot = context.store->snapshot();
    const Run* run = findById(snapshot->runs, id);
    if (!run) {
        RunResult none;
        none.error = makeError("store.row-missing");
        return none;
    }
    const Ground ground = groundOf(*snapshot, *run, ends);
    MigrationSteps steps(ground, servedBy(*snapshot, ground), targetIsKnown(*snapshot, ground.target));
    ExecutorOptions options;
    options.pause = pause;
    options.asking = ground.asking;
    options.deadline = QDateTime::fromString(run->facts[u"deadline"].toString(), Qt::ISODateWithMs);
    options.onEnd = endCutover;
    RunbookExecutor executor(context, steps, options);
    return executor.execute(id);
}

Result<Id> beginCutover(JobContext& context, const Ends& ends, const Snapshot& snapshot, bool forced, const Slot& slot)
{
    const Runbook book = buildRunbook(snapshot);
    const Ground ground = freshGround(snapshot, ends, context.clock.now(), "cutover");
    QJsonObject facts = groundFacts(ground);
    facts.insert(u"forced"_s, forced);
    facts.insert(u"stateBefore"_s, enumName(snapshot.project.state));
    if (slot.inside) {
        const Timings timings = measuredTimings(snapshot, book);
        facts.insert(u"deadline"_s, iso(slot.end.addMSecs(-timings.rollbackMs)));
    }
    ExecutorOptions options;
    options.onBegin = [](StoreTx& tx, Run&) { return setState(tx, MigrationState::CutoverRunning); };
    MigrationSteps steps(ground, {}, true);
    RunbookExecutor executor(context, steps, options);
    return executor.begin(RunKind::Cutover, book.steps, book.hash, facts);
}

} // namespace

Outcome CutoverJob::run(JobContext& context)
{
    SnapshotPtr snapshot = context.store->snapshot();
    const Run* open = openCutover(*snapshot);
    if (!open) {
        if (auto refused = gate(*snapshot, context.clock.now()))
            return Outcome::failed(*refused);
        const Slot slot = slotOf(*snapshot, context.clock.now());
        if (m_options.atWindow && slot.before) {
            if (!waitUntil(slot.start, context))
                return Outcome::cancelled();
            // Much may have happened while it waited.
            snapshot = context.store->snapshot();
            if (auto refused = gate(*snapshot, context.clock.now()))
                return Outcome::failed(*refused);
        }
    } else if (snapshot->project.state == MigrationState::RollbackRunning) {
        return Outcome::failed(makeError("cutover.wrong-state", {}, {{"state", "migration-state.rollback-running"}}));
    }
    const auto ends = reachEnds(*snapshot, context.connections, context.stop);
    if (!ends)
        return failedOrCancelled(ends.error());
    const Ground ground =
        open ? groundOf(*snapshot, *open, *ends) : freshGround(*snapshot, *ends, context.clock.now(), "cutover");
    auto lock =
        RunLock::take(context.store->file(), {ground.source, ground.target}, u"cutover"_s, context.clock, context.stop);
    if (!lock)
        return failedOrCancelled(lock.error());
    // Somebody else may have begun, or ended, a run before we had the lock.
    snapshot = context.store->snapshot();
    open = openCutover(*snapshot);
    Id id = open ? open->id : 0;
    if (!open) {
        if (auto refused = gate(*snapshot, context.clock.now()))
            return Outcome::failed(*refused);
        const Slot slot = slotOf(*snapshot, context.clock.now());
        if (!slot.inside && !m_options.force) {
            return Outcome::failed(makeError("cutover.outside-window", {},
                                             {{"start", bytes(iso(slot.start))}, {"end", bytes(iso(slot.end))}}));
        }
        auto begun = beginCutover(context, *ends, *snapshot, !slot.inside, slot);
        if (!begun)
            return Outcome::failed(begun.error());
        id = begun.value();
    }
    return outcomeOf(runCutover(context, *ends, id, m_pause), "cutover.halted");
}

Outcome PresyncJob::run(JobContext& context)
{
    const SnapshotPtr snapshot = context.store->snapshot();
    const Runbook book = buildRunbook(*snapshot);
    if (!book.problems.empty())
        return Outcome::failed(makeError("presync.not-possible", {}, {{"reason", bytes(book.problems.front().code)}}));
    const MigrationState state = snapshot->project.state;
    if (cutoverBegan(state))
        return Outcome::failed(
            makeError("cutover.wrong-state", {}, {{"state", "migration-state." + bytes(enumName(state))}}));
    const auto ends = reachEnds(*snapshot, context.connections, context.stop);
    if (!ends)
        return failedOrCancelled(ends.error());
    Ground ground = freshGround(*snapshot, *ends, context.clock.now(), "presync");
    ground.link = {};
    ground.rehearsal = true;
    ground.firstCopy = true;
    auto lock =
        RunLock::take(context.store->file(), {ground.source, ground.target}, u"presync"_s, context.clock, context.stop);
    if (!lock)
        return failedOrCancelled(lock.error());
    // One that was interrupted is not gone on with: the engine finds by itself what is missing.
    auto closed = context.store->write([&](StoreTx& tx) -> Result<void> {
        for (const Run& run : snapshot->runs) {
            if (run.kind != RunKind::Presync || run.state != RunState::Running)
                continue;
            Run row = run;
            row.state = RunState::Failed;
            row.endedAt = tx.now();
            row.error = errorToJson(makeError("run.interrupted"));
            if (auto done = tx.update(row); !done)
                return done;
        }
        return {};
    });
    if (!closed)
        return Outcome::failed(closed.error());
    std::vector<RunbookStep> copySteps;
    for (const RunbookStep& step : book.steps) {
        if (step.code != u"precheck" && step.code != u"sync")
            continue;
        copySteps.push_back(step);
        copySteps.back().number = int(copySteps.size());
    }
    MigrationSteps steps(ground, servedBy(*snapshot, ground), targetIsKnown(*snapshot, ground.target));
    ExecutorOptions options;
    options.asking = ground.asking;
    RunbookExecutor executor(context, steps, options);
    auto id = executor.begin(RunKind::Presync, copySteps, book.hash, groundFacts(ground));
    if (!id)
        return Outcome::failed(id.error());
    return outcomeOf(executor.execute(id.value()), "cutover.halted");
}

} // namespace bascule
