// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/Snapshot.h"

#include <QJsonObject>

#include <vector>

namespace bascule {

/// The five steps of the mission's table.
enum class Step { Inventory, Backups, Rehearsal, Planning, Monitoring };
enum class CheckpointState { NotStarted, InProgress, Blocked, Passed, Expired, Waived };
/// The wizard's pages, for links.
enum class PageId {
    Project,
    Servers,
    Inventory,
    Dependencies,
    Compatibility,
    Backups,
    Rehearsal,
    Planning,
    Cutover,
    Monitoring
};

/// Where something is settled. `kind` names the row's table ("asset", "finding", "dependency", "backup", …) or an
/// action
/// ("validate-map", "sign-rehearsal", …).
struct Target
{
    PageId page = PageId::Project;
    QString kind;
    Id id = 0;
};

/// A fact or something missing: a code for the catalogue, its params, and where it is settled.
struct Item
{
    QString code;
    QJsonObject params;
    Target target;
};

/// What the evidence says of a step at a moment. Made only by the pure functions inventoryCheckpoint(snapshot, now)
/// etc. in the step's room; a waiver in the snapshot turns any state but Passed into Waived (see applyWaiver).
struct Checkpoint
{
    Step step = Step::Inventory;
    CheckpointState state = CheckpointState::NotStarted;
    std::vector<Item> facts;   ///< measured facts, most important first
    std::vector<Item> missing; ///< what is still missing, most important first; empty when Passed
    QDateTime since;           ///< of the deciding evidence
    QString by;                ///< who signed, if somebody did
    QDateTime expiresAt;       ///< when the oldest needed evidence goes stale; invalid if never
    std::vector<Id> evidence;  ///< ids in the ledger
    QString waivedBy, waivedWhy;
    CheckpointState computed = CheckpointState::NotStarted; ///< what it would be without the waiver
};

/// Sets computed, and the waived state and names where the newest waiver of this step (whose evidence is in the ledger)
/// applies. A waiver stays shown for ever (waivedBy), also once the step passes by itself.
void applyWaiver(Checkpoint& checkpoint, const Snapshot& snapshot);

/// False when the ledger's evidence with that id is missing or of another kind: rows alone prove nothing.
bool hasEvidence(const Snapshot& snapshot, Id id, const char* kind);

template <>
struct EnumNames<Step>
{
    static constexpr std::array names{"inventory", "backups", "rehearsal", "planning", "monitoring"};
};
template <>
struct EnumNames<CheckpointState>
{
    static constexpr std::array names{"not started", "in progress", "blocked", "passed", "expired", "waived"};
};
template <>
struct EnumNames<PageId>
{
    static constexpr std::array names{"project", "servers",   "inventory", "dependencies", "compatibility",
                                      "backups", "rehearsal", "planning",  "cutover",      "monitoring"};
};

} // namespace bascule
