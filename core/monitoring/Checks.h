// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/ProjectStore.h"

#include <optional>
#include <span>

namespace bascule {

/// A check for every critical asset that is there and has none, and one for the switch link. Pure.
std::vector<Check> proposeChecks(const Snapshot& snapshot);

// Inside ProjectStore::write().

/// Adds (id 0) or changes a check. A change of what it looks at takes its baseline away. Errors: "check.no-name",
/// "check.unknown-kind", "check.interval" (under 5 s), "check.param-missing", …
Result<Id> setCheck(StoreTx& tx, Check check);
Result<void> removeCheck(StoreTx& tx, Id id);
/// By hand: "incident.closed-already", "incident.no-name", "incident.no-reason".
Result<void> closeIncident(StoreTx& tx, Id id, const QString& person, const QString& why);

/// What the newest results of one check say about an incident.
struct IncidentVerdict
{
    enum class What { Nothing, Open, Close };
    What what = What::Nothing;
    CheckState worst = CheckState::Up; ///< of what opens it
};
/// Pure. Of the last three results that say something (Unknown says nothing) two must be bad to open an incident, and
/// the last two good to close it. `results` oldest first, only those since the last incident of that check ended.
IncidentVerdict judgeIncident(std::span<const CheckResult> results, bool open);

/// Availability since the cutover, from the rounds in the ledger. Each round speaks for the time since the one before,
/// for three intervals at most; what nobody watched counts neither way, nor does Unknown.
struct Availability
{
    struct OfCheck
    {
        Id check = 0;
        double percent = 100;
        qint64 watchedMs = 0, downMs = 0;
    };
    bool known = false; ///< something was watched since the cutover
    double percent = 0; ///< of the check that was worst
    Id worstCheck = 0;
    std::vector<OfCheck> checks;
    qint64 rounds = 0;
    qint64 watchedMs = 0;   ///< time that rounds speak for
    qint64 elapsedMs = 0;   ///< of the observation period so far
    QDateTime since, until; ///< the observation period
    bool over = false;      ///< `until` has passed
};
Availability availability(const Snapshot& snapshot, const QDateTime& now);

/// True when every critical asset has an enabled check with a baseline measured before the cutover (and there is at
/// least one such check): monitoring can start with the cutover.
bool monitoringReady(const Snapshot& snapshot);

/// The checks that rounds run.
std::vector<const Check*> enabledChecks(const Snapshot& snapshot);

} // namespace bascule
