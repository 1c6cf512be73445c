// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hosts/Host.h"
#include "core/project/Snapshot.h"

#include <QJsonArray>

namespace bascule {

/// How what came back agrees with its source.
struct RestoreCounts
{
    qint64 equal = 0;
    qint64 changedSince = 0; ///< written or made at the source after the backup
    qint64 missing = 0;      ///< older than the backup, but not in it
    qint64 different = 0;    ///< other contents although the source is not newer
    qint64 removedSince = 0; ///< in the backup only
    qint64 outside = 0;      ///< of Files assets: in top folders that the backup does not hold at all

    bool good() const { return missing == 0 && different == 0; }
    QJsonObject toJson() const;
};

struct RestoreComparison
{
    RestoreCounts own;                 ///< of the asset itself
    std::map<Id, RestoreCounts> other; ///< of the assets inside it, as far as they came back
    QJsonArray problems;
    bool found = false; ///< the asset's place in the backup was found
    std::string base;   ///< that place, relative to what was unpacked
    qint64 databases = 0;

    /// As it stands in Backup::comparison: the counts, and those of other assets under "assets" by id.
    QJsonObject toJson() const;
};

/// Compares what was unpacked below `restored` with an asset of a server, contents byte for byte (on another
/// machine by their hashes, made there); databases by what they hold. `madeAt`: when the backup was made. Reads the
/// source only; databases are never opened other than by SQLite. Errors: "cancelled", those of the host.
Result<RestoreComparison> compareRestored(const HostPtr& host, const Asset& asset, const std::vector<Asset>& assets,
                                          const std::string& restored, const QDateTime& madeAt,
                                          engine::Counters& counters, std::stop_token stop);

} // namespace bascule
