// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/Moment.h"
#include "core/runbook/Runbook.h"

#include <vector>

namespace bascule {

/// How a window holds what must happen in it. Times are UTC, durations milliseconds.
struct WindowFit
{
    /// Why it cannot be taken: "window.no-start", "window.in-past", "window.zero-length", "window.too-long",
    /// "window.overlaps-critical" (one each period; params why, from, to), "window.does-not-fit" (params needs, has),
    /// "window.dst-change" (params at). Empty: it may be chosen.
    std::vector<Item> problems;
    QDateTime start, ends;
    bool measured = false;         ///< a rehearsal of this runbook measured the cutover
    bool rollbackMeasured = false; ///< a drill measured the way back
    qint64 cutoverMs = 0;          ///< P90; 0 when not measured
    qint64 rollbackMs = 0;
    qint64 marginMs = 0;          ///< what is left; negative when it does not fit
    QDateTime usersAt;            ///< when users are expected back: start + cutover
    QDateTime lastRollbackMoment; ///< the latest start of a rollback that still ends in the window

    bool ok() const { return problems.empty(); }
};

/// Longest window that makes sense, in minutes.
inline constexpr int kLongestWindowMinutes = 7 * 24 * 60;

/// Pure. A period that ends when the window starts, or the other way round, does not overlap it.
WindowFit fitWindow(const QDateTime& start, int minutes, const Timings& timings,
                    const std::vector<CriticalPeriod>& periods, const QDateTime& now,
                    const QTimeZone& zone = localZone());

/// Minutes that hold the measured cutover and rollback with a fifth to spare, in half hours; 60 at least.
int suggestedMinutes(const Timings& timings);

/// Nights and week-ends of the next four weeks, in order of time, that have no problem. `minutes` 0: the suggested
/// length. Pure; the windows have no id.
std::vector<Window> proposeWindows(const Timings& timings, const std::vector<CriticalPeriod>& periods,
                                   const QDateTime& now, int minutes = 0, const QTimeZone& zone = localZone());

/// What approvals of the plan are given for: SHA-256 (hex) over the runbook's hash, the chosen window and the critical
/// periods. Empty without a window.
QString planHash(const Snapshot& snapshot, const Runbook& runbook);
QString planHash(const Snapshot& snapshot, const QString& runbookHash);

} // namespace bascule
