// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/Snapshot.h"

#include <vector>

namespace bascule {

/// A box of the map: an asset, or a name outside of all servers.
struct MapPoint
{
    Id id = 0;       ///< the asset's, or negative for what is outside (−1, −2, … in the order of names)
    Id server = 0;   ///< 0: outside
    QString name;    ///< of the asset or of what is outside
    QString version; ///< of the asset
};

/// A line of the map: `from` needs `to`.
struct MapLink
{
    Id dependency = 0;
    Id from = 0, to = 0; ///< ids of points
    DependencyState state = DependencyState::ToConfirm;
    bool dormant = false;
};

/// What the map shows: assets of the source servers that are linked, or stand for something by themselves (shares,
/// applications, databases); what is outside; every dependency that nobody dismissed.
struct MapGraph
{
    std::vector<MapPoint> points;
    std::vector<MapLink> links;
};

/// Pure; any thread.
MapGraph mapGraph(const Snapshot& snapshot);

/// The same as Graphviz text, for `dot`. Pure.
QString dotOf(const Snapshot& snapshot);

/// What happens to others when an asset fails.
struct BlastRadius
{
    std::vector<Id> stops;    ///< assets that need it, directly or through others
    std::vector<Id> degrades; ///< assets that reach it only over a weak link (a web address, a name, low confidence)
};
/// Counts dependencies that nobody dismissed; never contains the asset itself. In the order of distance. Pure.
BlastRadius blastRadius(const Snapshot& snapshot, Id asset);

} // namespace bascule
