// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside of the room: one round of checks, measured and written down.
#include "core/engine/Counters.h"
#include "core/jobs/Job.h"
#include "core/monitoring/Probe.h"

namespace bascule::monitoring {

struct Measured
{
    Check check;
    ProbeOutcome outcome;
    QDateTime at;
};

/// Looks at all of them: what is on disk one after the other (a database must not be closed in one thread while it is
/// read in another), what waits on a network four at a time. Bumps counters.itemsDone.
std::vector<Measured> measure(const Snapshot& snapshot, const std::vector<Check>& checks, const Server& server,
                              const Clock& clock, std::stop_token stop, engine::Counters& counters,
                              SshConnections* connections = nullptr);

struct RoundSummary
{
    qint64 checks = 0, up = 0, degraded = 0, down = 0, unknown = 0;
    int opened = 0, closed = 0;

    bool good() const { return up == checks; }
    QJsonObject facts() const;
};

/// Writes results, the checks' states, incidents and the evidence of the round in one transaction. `everySeconds`: how
/// long after this the next one is due.
Result<RoundSummary> record(JobContext& context, const Snapshot& snapshot, const Server& server,
                            const std::vector<Measured>& measured, bool subset, int everySeconds);

/// The server to look at, or "monitoring.no-server", "monitoring.moving".
Result<const Server*> serverToWatch(const Snapshot& snapshot);
/// Enabled checks, or those with the ids: "monitoring.no-checks", "monitoring.check-unknown".
Result<std::vector<Check>> checksToRun(const Snapshot& snapshot, const std::vector<Id>& ids);

} // namespace bascule::monitoring
