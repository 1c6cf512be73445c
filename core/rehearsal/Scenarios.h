// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"
#include "core/runbook/Scope.h"

#include <vector>

namespace bascule {

/// What a scenario found. `code` and `params` are for the catalogue.
struct ScenarioFinding
{
    bool passed = false;
    QString code;
    QJsonObject params;
};

/// Where a scenario looks: the same path on both servers, where the runbook puts it.
struct ScenarioGround
{
    const Snapshot& snapshot;
    HostPath source, test; ///< roots
    MigrationScope scope;
};

/// The probes there are: "file-readable", "rights-equal", "sqlite-query", "read-rate", "link-targets", "compatible".
/// Common params: "asset" (its id) and "path" (relative to the asset, or to the root without one). Own params:
/// "sample" (entries looked at), "query" and "expected", "threads", "limitBytes", "leastPercent".
QStringList scenarioProbes();

/// Runs one scenario. Blocks; ends within 2 s of a stop ("scenario.stopped").
ScenarioFinding runScenario(const Scenario& scenario, const ScenarioGround& ground, std::stop_token stop);

/// A sensible set of required scenarios of all four kinds; those that are there already are left out. Pure. Their
/// names are codes of the catalogue ("scenario.…" with the scenario's params) until somebody renames them.
std::vector<Scenario> proposeScenarios(const Snapshot& snapshot);

// Inside ProjectStore::write().

/// Adds (id 0) or changes; what is looked for changing takes the result away. Errors: "scenario.no-name",
/// "scenario.unknown-probe", "scenario.param-missing" (params name).
Result<Id> setScenario(StoreTx& tx, Scenario scenario);
Result<void> removeScenario(StoreTx& tx, Id id);

/// Runs scenarios (all, or the given ones) and writes their results and evidence. Returns how many failed.
Result<int> runScenarios(JobContext& context, const std::vector<Id>& ids, Id rehearsal, std::stop_token stop);

/// Runs scenarios on the test environment as it stands. good: all passed. Errors: "scenario.none",
/// "rehearsal.no-test-server", "run.locked".
class ScenarioRunJob final : public Job
{
public:
    explicit ScenarioRunJob(std::vector<Id> ids = {})
        : m_ids(std::move(ids))
    {
    }
    Item title() const override;
    QStringList resources() const override { return {QStringLiteral("project")}; }
    Outcome run(JobContext& context) override;

private:
    std::vector<Id> m_ids;
};

} // namespace bascule
