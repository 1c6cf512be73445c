// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runbook/Runbook.h"
#include "core/runbook/Subjects.h"

#include <algorithm>
#include <cmath>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

qint64 median(std::vector<qint64> values)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

/// By nearest rank: with few measurements that is the slowest one, which is what a window should hold.
qint64 p90(std::vector<qint64> values)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const auto rank = std::size_t(std::ceil(0.9 * double(values.size())));
    return values[rank - 1];
}

qint64 tookMs(const RunStep& step)
{
    return step.startedAt.isValid() && step.endedAt.isValid()
               ? std::max<qint64>(1, step.startedAt.msecsTo(step.endedAt))
               : 0;
}

bool counts(const Snapshot& snapshot, const Run& run, RunKind kind, const char* evidence, const QString& hash)
{
    return run.kind == kind && run.state == RunState::Succeeded && run.runbookHash == hash &&
           hasEvidence(snapshot, run.evidence, evidence);
}

/// What the drills took for the way back of one step; the code of a rollback's step is "rollback-" and the forward one.
std::vector<qint64> backTimes(const Snapshot& snapshot, const std::vector<const Run*>& drills, const RunbookStep& step)
{
    std::vector<qint64> times;
    for (const Run* run : drills) {
        for (const RunStep* done : snapshot.stepsOf(run->id)) {
            if (done->code == u"rollback-"_s + step.code && done->subject == step.subject)
                times.push_back(tookMs(*done));
        }
    }
    return times;
}

} // namespace

Timings measuredTimings(const Snapshot& snapshot, const Runbook& runbook)
{
    Timings timings;
    std::vector<const Run*> rehearsals, drills;
    for (const Run& run : snapshot.runs) {
        if (counts(snapshot, run, RunKind::Rehearsal, evidence::RehearsalRun, runbook.hash))
            rehearsals.push_back(&run);
        if (counts(snapshot, run, RunKind::RollbackDrill, evidence::RollbackDrill, runbook.hash))
            drills.push_back(&run);
    }
    timings.rehearsals = int(rehearsals.size());
    timings.rollbackMeasured = !drills.empty();
    std::vector<qint64> totals, backTotals;
    for (const Run* run : rehearsals) {
        qint64 sum = 0;
        for (const RunStep* step : snapshot.stepsOf(run->id))
            sum += tookMs(*step);
        totals.push_back(sum);
    }
    for (const Run* run : drills) {
        qint64 sum = 0;
        for (const RunStep* step : snapshot.stepsOf(run->id))
            sum += tookMs(*step);
        backTotals.push_back(sum);
    }
    for (const RunbookStep& step : runbook.steps) {
        std::vector<qint64> times;
        for (const Run* run : rehearsals) {
            for (const RunStep* done : snapshot.stepsOf(run->id)) {
                if (done->code == step.code && done->subject == step.subject)
                    times.push_back(tookMs(*done));
            }
        }
        timings.steps.push_back(
            {step.code, step.subject, median(times), p90(times), p90(backTimes(snapshot, drills, step))});
    }
    timings.medianMs = median(totals);
    timings.p90Ms = p90(totals);
    timings.rollbackMs = p90(backTotals);
    return timings;
}

const Run* lastGoodRehearsal(const Snapshot& snapshot, const QString& runbookHash)
{
    for (auto run = snapshot.runs.rbegin(); run != snapshot.runs.rend(); ++run) {
        if (counts(snapshot, *run, RunKind::Rehearsal, evidence::RehearsalRun, runbookHash))
            return &*run;
    }
    return nullptr;
}

const Run* newestRehearsal(const Snapshot& snapshot)
{
    return snapshot.lastRun(RunKind::Rehearsal);
}

} // namespace bascule
