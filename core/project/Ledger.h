// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/Values.h"

#include <vector>

namespace bascule {

/// Kinds of evidence. The checkpoints look for these, so nothing turns green without its line in the ledger.
namespace evidence {
inline constexpr auto ProjectMade = "project.made";
inline constexpr auto InventoryRun = "inventory.run";           // data: server, assets, findings, blindSpots
inline constexpr auto DependencyScan = "dependencies.scan";     // data: found, toConfirm
inline constexpr auto DependencyDecided = "dependency.decided"; // subject: dependency key; data: state, why
inline constexpr auto AssetChanged = "asset.changed";           // subject: asset name; data: what changed
inline constexpr auto FindingDecided = "finding.decided";       // subject: finding key; data: state, why
inline constexpr auto MapValidated = "map.validated";           // subject: map hash; data: assets, dependencies
inline constexpr auto CompatibilityRun = "compatibility.run";
inline constexpr auto DatabaseTested = "database.tested"; // data: asset, ok, ms, tables, rows, hash, problems
inline constexpr auto BackupRead = "backup.read";         // data: backup, asset, state, hash, bytes, ms, entries
inline constexpr auto BackupRestored = "backup.restored"; // data: backup, asset, ok, ms, comparison, hash
inline constexpr auto RollbackScenarioWritten = "rollback.scenario"; // subject: hash of the text
inline constexpr auto RollbackDrill = "rollback.drill";              // subject: runbook hash; data: ok, ms, run
inline constexpr auto RehearsalRun = "rehearsal.run";                // subject: runbook hash; data: ok, run, ms, steps
inline constexpr auto ScenarioRun = "scenario.run";                  // data: scenario, ok, ms, run
inline constexpr auto DriftMeasured = "drift.measured";              // data: open, accepted
inline constexpr auto DriftDecided = "drift.decided";
inline constexpr auto RehearsalSigned = "rehearsal.signed"; // data: role, run
inline constexpr auto WindowChosen = "window.chosen";       // data: start, minutes
inline constexpr auto CriticalPeriods = "planning.critical";
inline constexpr auto PlanApproved = "plan.approved"; // subject: plan hash (runbook + window + periods); data: role
inline constexpr auto GoGiven = "go.given";           // subject: runbook hash; data: role, conditions
inline constexpr auto StepWaived = "step.waived";     // subject: step; data: why
inline constexpr auto CutoverRun = "cutover.run";     // data: state, run, ms
inline constexpr auto RollbackRun = "rollback.run";   // data: state, run, ms, broughtBack
inline constexpr auto MigrationCommitted = "migration.committed";
inline constexpr auto BaselineMeasured = "check.baseline";  // data: check, medianMs, rounds
inline constexpr auto MonitoringRound = "monitoring.round"; // data: checks, up, down, unknown
inline constexpr auto IncidentOpened = "incident.opened";
inline constexpr auto IncidentClosed = "incident.closed";
inline constexpr auto ReportMade = "report.made";
} // namespace evidence

/// The hash that `entry` must carry: SHA-256 over prev and every field but id and hash, canonically encoded.
QString ledgerHash(const Evidence& entry);

/// What `ledger verify` says.
struct LedgerCheck
{
    bool intact = false;
    qint64 entries = 0;
    /// First entry that does not fit, 0 when intact; `code` says how: "ledger.changed", "ledger.broken-chain",
    /// "ledger.missing-entry", "ledger.truncated".
    Id firstBad = 0;
    QString code;
};

/// Pure: checks ids, chain and hashes of all entries in order, and that the last one is `head` (hash and count kept
/// apart).
LedgerCheck verifyLedger(const std::vector<Evidence>& entries, const QString& headHash, qint64 headCount);

} // namespace bascule
