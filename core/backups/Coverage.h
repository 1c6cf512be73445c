// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/Snapshot.h"

namespace bascule {

/// How far an asset can be brought back, best first.
enum class CoverageState {
    Good,      ///< read whole and restored for real, recently, in time
    TooSlow,   ///< restored, but not within the objective
    Expired,   ///< restored, but too long ago
    NotTested, ///< a backup is there, nobody restored it
    Failed,    ///< the newest proof says that it does not come back
    None       ///< no backup
};

/// The proof that decides for one asset. Pointers live as long as the snapshot.
struct Coverage
{
    CoverageState state = CoverageState::None;
    const Backup* backup = nullptr;    ///< the one that decides
    const Evidence* proof = nullptr;   ///< its restore, when there was one
    const Evidence* reading = nullptr; ///< its reading, when there was one
    bool byOther = false;              ///< the backup is that of an asset around this one
    qint64 ms = 0;                     ///< measured time to restore
    qint64 objectiveMs = 0;
    QDateTime expiresAt; ///< invalid without a proof
};

/// Pure: what the ledger proves about an asset at `now`. Rows without their evidence count as not tested.
Coverage coverageOf(const Snapshot& snapshot, const Asset& asset, const QDateTime& now);

/// The newest backup of an asset by the time it was made, or null.
const Backup* newestBackup(const Snapshot& snapshot, Id asset);

} // namespace bascule
