// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dependencies/Graph.h"
#include "core/engine/Result.h"

#include <QList>
#include <QPointF>
#include <QRectF>

#include <stop_token>

namespace bascule {

/// Where the boxes and lines of the map lie. Pixels, y downwards, the origin at the top left.
struct MapLayout
{
    struct Node
    {
        MapPoint point;
        QRectF rect; ///< 128x44
    };
    struct Edge
    {
        MapLink link;
        QList<QPointF> points; ///< cubic Bézier: start, then triples (control, control, end)
    };
    struct Region
    {
        Id server = 0; ///< 0: what is outside of all servers
        QString name;  ///< the server's, empty for the outside
        QRectF rect;
    };
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    std::vector<Region> regions;
    QSizeF size;
};

/// Size of a node in pixels.
inline constexpr int mapNodeWidth = 128, mapNodeHeight = 44;

/// Lays the map out by Graphviz (the program `dot`, ranks from left to right). Blocks for as long as that takes, up to
/// a minute; any thread but the GUI's. Errors: "map.program-missing" (no `dot`), "map.layout-failed", "map.too-large"
/// (it took too long), "cancelled".
Result<MapLayout> layoutMap(const Snapshot& snapshot, std::stop_token stop = {});

} // namespace bascule
