// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/Ledger.h"
#include "core/project/Values.h"

#include <memory>
#include <vector>

namespace bascule {

/// Everything a project file says, at one moment. Immutable once shared; any thread may read it.
/// Pages, board, checkpoints and reports are functions of it.
struct Snapshot
{
    Project project;
    std::vector<Person> persons;
    std::vector<Server> servers;
    std::vector<Asset> assets;
    std::vector<Finding> findings;
    std::vector<Dependency> dependencies;
    std::vector<Backup> backups;
    std::vector<Scenario> scenarios;
    std::vector<Drift> drifts;
    std::vector<Run> runs;         ///< oldest first
    std::vector<RunStep> runSteps; ///< of all runs, in order
    std::vector<Window> windows;
    std::vector<CriticalPeriod> criticalPeriods;
    std::vector<Approval> approvals;
    std::vector<Waiver> waivers;
    std::vector<Message> messages;
    std::vector<Contact> contacts;
    std::vector<Check> checks;
    std::vector<CheckResult> checkResults; ///< the newest 5,000
    std::vector<Incident> incidents;
    std::vector<Evidence> evidence; ///< whole ledger, oldest first
    LedgerCheck ledger;             ///< verified when the snapshot was taken
    QString file;                   ///< the project file's path
    qint64 revision = 0;            ///< grows with every change
    bool readOnly = false;

    const Server* server(Id id) const;
    const Server* serverOf(ServerRole role) const; ///< the first of that role, or null
    const Asset* asset(Id id) const;
    const Backup* backup(Id id) const;
    const Run* lastRun(RunKind kind) const;
    std::vector<const RunStep*> stepsOf(Id run) const;
    const Window* window() const; ///< the chosen one, or null
    const Evidence* evidenceById(Id id) const;
    /// Newest evidence of that kind (and subject, unless empty), or null.
    const Evidence* lastEvidence(const char* kind, const QString& subject = {}) const;
    /// Assets of the source servers that are there (not gone).
    std::vector<const Asset*> presentAssets() const;
};

using SnapshotPtr = std::shared_ptr<const Snapshot>;

/// Finds a value by id, or null.
template <class T>
const T* findById(const std::vector<T>& values, Id id)
{
    for (const T& value : values) {
        if (value.id == id)
            return &value;
    }
    return nullptr;
}

} // namespace bascule
