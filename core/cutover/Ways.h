// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside of the room: from a run's journal back to the ends it works on, and how its end is written down.
#include "core/cutover/Cutover.h"
#include "core/runbook/MigrationSteps.h"

namespace bascule::cutover {

/// Where the two ends are.
struct Ends
{
    HostPtr source, target;
    const HostPtr& link() const { return target->isHere() ? here : target; }
    HostPtr here = thisMachine();
    std::shared_ptr<StopSwitch> asking; ///< of both
};
/// Reaches both servers. Errors as hostForRun().
Result<Ends> reachEnds(const Snapshot& snapshot, SshConnections* connections, std::stop_token stop);

/// Facts that a run keeps of its ends, so that a later process finds the same ones whatever the project says by then.
QJsonObject groundFacts(const Ground& ground);
/// The ground of a run, from its facts and its first step's scope.
Ground groundOf(const Snapshot& snapshot, const Run& run, const Ends& ends);
/// The server that checks look at, with the run's target.
Server servedBy(const Snapshot& snapshot, const Ground& ground);

/// What a rollback of that cutover works on. `keepIn` and owner are the rollback's own.
RollbackGround wayBack(const Snapshot& snapshot, const Run& cutover, const Ends& ends);

/// Step states and times for the evidence.
QJsonArray stepsForEvidence(const std::vector<RunStep>& steps);
/// Sets the project's state in the same transaction.
Result<void> setState(StoreTx& tx, MigrationState state, const QDateTime& cutoverAt = {});

/// Writes the end of a cutover: project state and evidence.
Result<void> endCutover(StoreTx& tx, Run& run, const std::vector<RunStep>& steps);
/// Whether users were (or are just being) sent to the new server.
bool switchBegan(const Snapshot& snapshot, const Run& run);

Outcome outcomeOf(const RunResult& result, const char* haltedCode);
/// Of what went wrong before a run.
Outcome failedOrCancelled(const Error& error);

} // namespace bascule::cutover
