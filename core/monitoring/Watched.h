// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside of the room.
#include "core/project/Snapshot.h"

namespace bascule {

/// Assets that need a check: critical ones that are there and move.
std::vector<const Asset*> watchedAssets(const Snapshot& snapshot);

/// True when the ledger holds that check's baseline, measured before the cutover that counts.
bool hasBaseline(const Snapshot& snapshot, const Check& check);

/// True once users are on the new server.
inline bool isMoved(const Snapshot& snapshot)
{
    return snapshot.project.state == MigrationState::CutOver || snapshot.project.state == MigrationState::Committed;
}

/// True while a cutover or rollback moves things about: nothing is judged then.
inline bool isMoving(const Snapshot& snapshot)
{
    return snapshot.project.state == MigrationState::CutoverRunning ||
           snapshot.project.state == MigrationState::RollbackRunning;
}

} // namespace bascule
