// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"
#include "core/runbook/Transfer.h"

namespace bascule {

/// Three-way differences between the test environment and production: what the rehearsal left, what the source is now,
/// what the test environment is now. One row an asset and way of differing: codes "drift.source-changed",
/// "drift.test-changed", "drift.both-changed", "drift.never-equal", "drift.database-rows", "drift.database-schema"
/// (params name, count, examples). Writes the rows and the evidence; returns how many are open.
/// `ground.target` is the test root. `contents` false compares metadata and sizes only.
Result<int> measureDrift(JobContext& context, const Ground& ground, bool contents, std::stop_token stop);

/// Inside ProjectStore::write(): accepts a difference, or calls it resolved. Errors: "drift.no-name",
/// "drift.no-reason".
Result<void> decideDrift(StoreTx& tx, Id id, DifferenceState state, const QString& by, const QString& why);

/// Measures the drift, contents too. good: none is open. Errors: "rehearsal.no-test-server", "drift.not-rehearsed",
/// "run.locked".
class DriftJob final : public Job
{
public:
    Item title() const override { return {QStringLiteral("job.drift"), {}, {}}; }
    QStringList resources() const override { return {QStringLiteral("project")}; }
    Outcome run(JobContext& context) override;
};

} // namespace bascule
