// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cutover/View.h"

#include "core/board/Board.h"
#include "core/cutover/Cutover.h"
#include "core/cutover/Ways.h"
#include "core/planning/Plan.h"
#include "core/project/Moments.h"
#include "core/runbook/StepWords.h"

#include <algorithm>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

/// The run that the page is about: a rollback once one began, else the cutover; null: the plan.
const Run* shownRun(const Snapshot& snapshot)
{
    const Run* cutover = snapshot.lastRun(RunKind::Cutover);
    const Run* rollback = snapshot.lastRun(RunKind::Rollback);
    const bool goingBack = snapshot.project.state == MigrationState::RollbackRunning;
    const bool wentBack = snapshot.project.state == MigrationState::RolledBack;
    if (rollback && (goingBack || wentBack) && (!cutover || rollback->id > cutover->id))
        return rollback;
    return cutover;
}

StepView planned(const RunbookStep& step)
{
    StepView view;
    view.number = step.number;
    view.code = step.code;
    view.subject = step.subject;
    view.title = step.title;
    view.undo = step.undo;
    view.servers = step.servers;
    view.actions = step.actions;
    view.plannedMs = step.plannedMs;
    view.measured = step.measured;
    return view;
}

StepView journalled(const RunStep& step, const std::vector<RunbookStep>& plan, const QDateTime& now)
{
    StepView view;
    view.number = step.number;
    view.code = step.code;
    view.subject = step.subject;
    view.title = stepTitle(step.code, step.subject, step.params);
    view.undo = stepUndo(step.code, step.subject, step.params);
    view.servers = stepServers(step.code);
    view.plannedMs = step.plannedMs;
    view.state = step.state;
    view.startedAt = step.startedAt;
    view.endedAt = step.endedAt;
    view.error = step.error;
    if (step.startedAt.isValid())
        view.tookMs = std::max<qint64>(0, step.startedAt.msecsTo(step.endedAt.isValid() ? step.endedAt : now));
    for (const QJsonValue& value : step.proof) {
        const QJsonObject item = value.toObject();
        view.proof.push_back({item[u"code"].toString(), item[u"params"].toObject(), {}});
        view.proofOk.push_back(item[u"ok"].toBool());
    }
    for (const RunbookStep& of : plan) {
        if (of.code == step.code && of.subject == step.subject) {
            view.actions = of.actions;
            view.measured = of.measured;
        }
    }
    return view;
}

void fillSteps(CutoverView& view, const Snapshot& snapshot, const Run* run, const Runbook& book, const QDateTime& now)
{
    if (!run) {
        for (const RunbookStep& step : book.steps)
            view.steps.push_back(planned(step));
        return;
    }
    for (const RunStep* step : snapshot.stepsOf(run->id))
        view.steps.push_back(journalled(*step, book.steps, now));
    for (std::size_t i = 0; i < view.steps.size(); ++i) {
        const StepView& step = view.steps[i];
        view.done += step.state == StepState::Verified || step.state == StepState::Skipped ? 1 : 0;
        if (step.state == StepState::Running || step.state == StepState::Failed)
            view.current = int(i);
        const bool reached = step.state == StepState::Running || step.state == StepState::Verified ||
                             step.state == StepState::Failed || step.state == StepState::Skipped;
        if (step.code == u"switch" && reached)
            view.switched = true;
        if (step.code == u"freeze" && step.endedAt.isValid())
            view.frozenSince = step.endedAt;
        if (step.error[u"code"].toString() == u"source.changed-after-freeze")
            view.writeSeen = true;
    }
    // Between two steps the next one is at hand.
    if (view.running && view.current < 0) {
        for (std::size_t i = 0; i < view.steps.size() && view.current < 0; ++i) {
            if (view.steps[i].state == StepState::Waiting)
                view.current = int(i);
        }
    }
}

void fillRun(CutoverView& view, const Run& run)
{
    view.run = run.id;
    view.kind = run.kind;
    view.state = run.state;
    view.running = run.state == RunState::Running;
    view.paused = run.facts.contains(u"pausedAt"_s);
    view.halted = run.facts.contains(u"halted"_s);
    view.undoing = view.running && run.facts.contains(u"undoing"_s);
    view.startedAt = run.startedAt;
    view.endedAt = run.endedAt;
}

/// What is left: as planned for what has not begun, and what remains of the step at hand. Where nothing was measured
/// the plan is an estimate, which is said by a wider span.
void fillEnd(CutoverView& view, const Timings& timings, const QDateTime& now)
{
    const bool begun = view.run != 0;
    if (begun && !view.running)
        return;
    const QDateTime from = begun ? now : view.windowStart;
    if (!from.isValid())
        return;
    qint64 low = 0, high = 0;
    for (const StepView& step : view.steps) {
        if (step.state == StepState::Verified || step.state == StepState::Skipped)
            continue;
        qint64 shortest = step.plannedMs;
        for (const StepTiming& timing : timings.steps) {
            if (step.measured && timing.code == step.code && timing.subject == step.subject)
                shortest = timing.medianMs;
        }
        const qint64 gone = step.state == StepState::Running ? step.tookMs : 0;
        low += std::max<qint64>(0, shortest - gone);
        high += std::max<qint64>(0, step.plannedMs - gone) * (step.measured ? 10 : 13) / 10;
    }
    view.endsLow = from.addMSecs(low);
    view.endsHigh = from.addMSecs(high);
    if (view.windowEnd.isValid())
        view.spareMs = view.endsHigh.msecsTo(view.windowEnd);
}

void fillWindow(CutoverView& view, const Snapshot& snapshot, const Timings& timings, const QDateTime& now)
{
    if (const Window* window = snapshot.window()) {
        view.windowStart = window->start;
        view.windowEnd = window->start.addSecs(qint64(window->minutes) * 60);
        view.lastMoment = view.windowEnd.addMSecs(-timings.rollbackMs);
    }
    view.rollbackMs = timings.rollbackMs;
    view.rollbackMeasured = timings.rollbackMeasured;
    if (const Run* drill = snapshot.lastRun(RunKind::RollbackDrill))
        view.drilledAt = drill->endedAt;
    const RollbackClock clock = rollbackClock(snapshot, now);
    view.decideUntil = snapshot.project.state == MigrationState::CutOver ? clock.until : view.lastMoment;
    if (view.decideUntil.isValid())
        view.timeLeftToDecideMs = std::max<qint64>(0, now.msecsTo(view.decideUntil));
}

void fillServers(CutoverView& view, const Snapshot& snapshot)
{
    if (const Server* source = snapshot.serverOf(ServerRole::Source))
        view.oldServerName = source->name;
    if (const Server* target = snapshot.serverOf(ServerRole::Target))
        view.newServerName = target->name;
    const MigrationState state = snapshot.project.state;
    const Run* cutover = snapshot.lastRun(RunKind::Cutover);
    const bool frozen = cutover && cutover->facts.contains(u"frozen"_s) &&
                        (state == MigrationState::CutoverRunning || state == MigrationState::CutOver ||
                         state == MigrationState::RollbackRunning);
    if (state == MigrationState::Committed)
        view.oldServer = OldServer::Released;
    else if (frozen)
        view.oldServer = OldServer::Frozen;
    if (frozen && !view.frozenSince.isValid()) {
        for (const RunStep* step : snapshot.stepsOf(cutover->id)) {
            if (step->code == u"freeze")
                view.frozenSince = step->endedAt;
        }
    }
    if (!frozen)
        view.frozenSince = {};
}

Item decision(const char* code, const QJsonObject& params = {}, Target target = {PageId::Cutover, {}, 0})
{
    return {QString::fromLatin1(code), params, std::move(target)};
}

Item decisionNow(const CutoverView& view, const Snapshot& snapshot, const QDateTime& now)
{
    if (view.halted)
        return decision("cutover.decision-halted");
    if (view.running && view.paused)
        return decision("cutover.decision-paused");
    if (view.running)
        return decision("cutover.decision-none");
    switch (snapshot.project.state) {
    case MigrationState::CutOver:
        return decision(rollbackClock(snapshot, now).possible ? "cutover.decision-watch" : "cutover.decision-commit");
    case MigrationState::Committed:
        return decision("cutover.decision-over");
    case MigrationState::Preparing:
    case MigrationState::RolledBack:
    case MigrationState::CutoverRunning:
    case MigrationState::RollbackRunning:
        break;
    }
    qint64 missing = 0, goMissing = 0;
    for (const GoCondition& condition : cutoverConditions(snapshot, now)) {
        const bool go = condition.item.code.startsWith(u"cutover.condition-go"_s);
        missing += !condition.met && !go ? 1 : 0;
        goMissing += !condition.met && go ? 1 : 0;
    }
    if (missing > 0)
        return decision("cutover.decision-not-ready", {{u"count"_s, missing}});
    if (goMissing > 0)
        return decision("cutover.decision-go", {{u"count"_s, goMissing}}, {PageId::Cutover, u"give-go"_s, 0});
    if (now < view.windowStart) {
        return decision("cutover.decision-wait", {{u"start"_s, iso(view.windowStart)}});
    }
    if (now >= view.windowEnd)
        return decision("cutover.decision-window-over", {}, {PageId::Planning, u"window"_s, 0});
    return decision("cutover.decision-start");
}

} // namespace

RollbackClock rollbackClock(const Snapshot& snapshot, const QDateTime& now)
{
    RollbackClock clock;
    const Timings timings = measuredTimings(snapshot, buildRunbook(snapshot));
    clock.takesMs = timings.rollbackMs;
    clock.measured = timings.rollbackMeasured;
    const MigrationState state = snapshot.project.state;
    if (state == MigrationState::Committed) {
        clock.reason = u"rollback.committed"_s;
        return clock;
    }
    const Run* taken = cutoverToTakeBack(snapshot);
    if (!taken) {
        clock.reason = u"rollback.nothing"_s;
        return clock;
    }
    const QDateTime since = taken->state == RunState::Succeeded ? snapshot.project.cutoverAt : taken->startedAt;
    clock.until = since.addDays(snapshot.project.rollbackDays);
    clock.leftMs = std::max<qint64>(0, now.msecsTo(clock.until));
    clock.possible = now <= clock.until;
    if (!clock.possible)
        clock.reason = u"rollback.too-late"_s;
    return clock;
}

CutoverView cutoverView(const Snapshot& snapshot, const QDateTime& now)
{
    CutoverView view;
    Runbook book = buildRunbook(snapshot);
    const Run* run = shownRun(snapshot);
    // Where a cutover came to nothing, the page is about the next one.
    const bool over =
        run && run->kind == RunKind::Cutover && (run->state == RunState::Failed || run->state == RunState::Cancelled);
    if (over && run->runbookHash != book.hash)
        run = nullptr;
    if (run) {
        fillRun(view, *run);
        book.hash = run->runbookHash;
    }
    view.runbookHash = book.hash;
    const Timings timings = measuredTimings(snapshot, book);
    fillSteps(view, snapshot, run, book, now);
    fillWindow(view, snapshot, timings, now);
    fillEnd(view, timings, now);
    fillServers(view, snapshot);
    for (const PersonRole role : {PersonRole::It, PersonRole::Management}) {
        if (const Approval* go = approvalFor(snapshot, u"go"_s, role, book.hash)) {
            view.goGivenBy.append(go->person);
            view.goGivenAt = std::max(view.goGivenAt, go->at);
        }
    }
    view.decision = decisionNow(view, snapshot, now);
    return view;
}

} // namespace bascule
