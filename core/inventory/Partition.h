// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/Survey.h"

namespace bascule::inventory {

/// One asset as found: every byte and every file of the tree belongs to exactly one.
struct Piece
{
    AssetKind kind = AssetKind::Files;
    std::string path;
    QString name;
    QString version;
    qint64 bytes = 0;
    qint64 files = 0;
    qint64 newestNs = 0;
    qint64 archives = 0; ///< of Backups
};

/// The tree cut into assets. [0] is the rest (Files, path "").
struct Partition
{
    std::vector<Piece> pieces;
    std::vector<int> ofFolder;  ///< piece of each folder of the survey
    std::vector<int> ofSpecial; ///< piece of each special file
    int of(Slot slot) const { return slot < 0 ? ofSpecial[std::size_t(~slot)] : ofFolder[std::size_t(slot)]; }
};

/// Pure.
Partition partition(const Survey& survey);

/// The key that an asset keeps over inventories: kind and path, percent-encoded where it is not plain.
QString assetKey(AssetKind kind, const Path& path);

} // namespace bascule::inventory
