// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/ProjectStore.h"

#include <optional>

namespace bascule {

// What people decide of the map. Each writes the row and its line in the ledger, within the caller's transaction.
// Errors: "decision.person-missing" (nobody named), "store.row-missing", "store.write-failed", and those named below.

/// What to change of an asset; what is absent stays.
struct AssetChange
{
    std::optional<bool> critical;
    std::optional<QString> owner; ///< empty: nobody
    std::optional<bool> migrate;
    std::optional<Path>
        destination;               ///< relative to the target's root; a leading slash is dropped; empty: the same path
    std::optional<int> rtoMinutes; ///< 0: the project's
};
/// Errors: "asset.destination-outside" (it has ".." in it), "asset.rto-negative". Nothing is written when nothing
/// changes.
Result<void> setAsset(StoreTx& tx, Id asset, const AssetChange& change, const QString& by);

/// Dismissing needs a reason: "decision.reason-missing".
Result<void> decideDependency(StoreTx& tx, Id dependency, DependencyState state, const QString& by, const QString& why);

/// Accepting needs a reason: "decision.reason-missing".
Result<void> decideFinding(StoreTx& tx, Id finding, FindingState state, const QString& by, const QString& why);

/// A named person vouches for the map as it is now. "map.not-complete" (params count) while anything is missing. The
/// role is the person's in the project, or IT.
Result<void> validateMap(StoreTx& tx, const QString& person);

} // namespace bascule
