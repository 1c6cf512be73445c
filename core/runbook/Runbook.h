// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/Checkpoint.h"

namespace bascule {

/// One step of the runbook, as data.
struct RunbookStep
{
    int number = 0;
    QString code;              ///< "precheck", "freeze", "sync", "database", "verify", "switch", "checks", "open"
    QString subject;           ///< what it is about (a database's name, a folder), for display; may be empty
    QJsonObject params;        ///< what the executor needs (asset ids, paths)
    Item title;                ///< code "step.CODE" and params for the catalogue
    QString servers;           ///< "source", "target" or "both"
    std::vector<Item> actions; ///< every action on every server, in order
    Item undo;                 ///< what takes it back, code "undo.CODE"
    qint64 plannedMs = 0;      ///< P90 of the rehearsals, or an estimate from sizes
    bool measured = false;     ///< plannedMs comes from a rehearsal
};

/// The cutover as data. Its hash covers what would be done (steps, params, servers), not the times.
struct Runbook
{
    std::vector<RunbookStep> steps;
    QString hash;
    /// What keeps it from being run: no source, no target, no test environment needed here, nothing to migrate …
    std::vector<Item> problems;
};

/// Pure: the runbook of this project as it is now.
Runbook buildRunbook(const Snapshot& snapshot);

/// Times of one step over the rehearsals of the current runbook. Milliseconds.
struct StepTiming
{
    QString code, subject;
    qint64 medianMs = 0, p90Ms = 0, rollbackMs = 0;
};

struct Timings
{
    int rehearsals = 0; ///< how many successful ones of the current runbook were measured
    std::vector<StepTiming> steps;
    qint64 medianMs = 0, p90Ms = 0; ///< of the whole cutover
    qint64 rollbackMs = 0;          ///< of the whole rollback, from the drills (P90)
    bool rollbackMeasured = false;
};

/// Pure: what the rehearsals of the current runbook measured.
Timings measuredTimings(const Snapshot& snapshot, const Runbook& runbook);

} // namespace bascule
