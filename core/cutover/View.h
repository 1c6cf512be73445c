// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runbook/Runbook.h"

namespace bascule {

/// A step as the cutover page shows it: planned, running or done.
struct StepView
{
    int number = 0;
    QString code, subject;
    Item title, undo;
    QString servers; ///< "source", "target" or "both"
    std::vector<Item> actions;
    StepState state = StepState::Waiting;
    qint64 plannedMs = 0;
    bool measured = false;
    qint64 tookMs = 0; ///< so far, of the running one; 0 when not begun
    QDateTime startedAt, endedAt;
    std::vector<Item> proof; ///< what it proved so far
    std::vector<bool> proofOk;
    QJsonObject error; ///< {code, subject, params, detail}
};

enum class OldServer { InUse, Frozen, Released };

/// Everything the cutover page shows, of a plan, a run under way or the last one.
struct CutoverView
{
    Id run = 0; ///< 0: the plan
    RunKind kind = RunKind::Cutover;
    RunState state = RunState::Running; ///< of the run
    bool running = false;               ///< the run is not at its end (whether a process is at it: RunLock::holder())
    bool paused = false, halted = false, undoing = false;
    bool switched = false; ///< users go to the new server
    std::vector<StepView> steps;
    int current = -1; ///< index of the step at hand, or that failed; -1: none
    int done = 0;

    QDateTime startedAt, endedAt;
    /// When it ends: low and high of what is left. Invalid without a window or a run.
    QDateTime endsLow, endsHigh;
    QDateTime windowStart, windowEnd; ///< of the chosen window
    QDateTime lastMoment;             ///< latest start of a rollback that still ends in the window
    qint64 spareMs = 0;               ///< from endsHigh to windowEnd; negative when it does not fit
    qint64 timeLeftToDecideMs = 0;    ///< from now to lastMoment, or to the end of the rollback's days once cut over
    QDateTime decideUntil;
    qint64 rollbackMs = 0;
    bool rollbackMeasured = false;
    QDateTime drilledAt;

    OldServer oldServer = OldServer::InUse;
    QString oldServerName, newServerName;
    QDateTime frozenSince;
    bool writeSeen = false; ///< somebody wrote on the old server after the freeze

    Item decision;         ///< what is asked of people now, "cutover.decision-…"
    QStringList goGivenBy; ///< names, for this runbook
    QDateTime goGivenAt;   ///< the later one
    QString runbookHash;
};
/// Pure.
CutoverView cutoverView(const Snapshot& snapshot, const QDateTime& now);

/// How long a rollback stays possible after the cutover.
struct RollbackClock
{
    bool possible = false;
    QString reason;  ///< why not: "rollback.nothing", "rollback.committed", "rollback.too-late"
    QDateTime until; ///< invalid when nothing was cut over
    qint64 leftMs = 0;
    qint64 takesMs = 0;
    bool measured = false;
};
/// Pure.
RollbackClock rollbackClock(const Snapshot& snapshot, const QDateTime& now);

template <>
struct EnumNames<OldServer>
{
    static constexpr std::array names{"in-use", "frozen", "released"};
};

} // namespace bascule
