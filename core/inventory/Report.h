// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/Partition.h"

namespace bascule::inventory {

/// What a survey says of one server, before it is compared with what the project knows.
struct Found
{
    std::vector<Asset> assets; ///< in the order of the partition's pieces
    std::vector<Finding> findings;
    std::vector<int> assetOf;    ///< index into assets of each finding
    qint64 bytes = 0, files = 0; ///< of the whole tree
};

/// Makes assets and findings of a survey. `backedUp`: assets (by key) that the project knows a backup of. Errors: those
/// of the way to the server, "cancelled".
Result<Found> foundOn(const Server& server, const Host& host, const Survey& survey, const Partition& cut,
                      const std::vector<engine::Unreadable>& unreadable, const std::set<QString>& backedUp,
                      std::stop_token stop = {});

/// Small files that say a version, by path relative to the root; what cannot be read is not in it.
using VersionFiles = std::map<Path, QByteArray>;

/// A task's schedule as it is written: "cron 0 5 1 * *", "systemd monthly"; an application's version by the file that
/// says it. Pure.
QString versionOf(const Piece& piece, const VersionFiles& files);

} // namespace bascule::inventory
