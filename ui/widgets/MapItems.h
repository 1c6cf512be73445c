// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/MapView.h"

#include <QGraphicsObject>

namespace bascule::ui {

/// A server's region: alt fill, its name at the top left.
class RegionItem final : public QGraphicsItem
{
public:
    explicit RegionItem(const MapRegion& region);
    QRectF boundingRect() const override { return m_region.rect.adjusted(-1, -1, 1, 1); }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    MapRegion m_region;
};

/// A dependency: a curve with an arrow head; its line says the evidence.
class EdgeItem final : public QGraphicsItem
{
public:
    EdgeItem(const MapEdge& edge, const QPointF& from, const QPointF& to);
    qint64 id() const { return m_edge.id; }
    QRectF boundingRect() const override;
    QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    MapEdge m_edge;
    QPainterPath m_path;
    QPointF m_end;
    qreal m_angle = 0;
};

/// An asset: 128x44, icon, name and a second line.
class NodeItem final : public QGraphicsItem
{
public:
    explicit NodeItem(const MapNode& node, const QGraphicsView* view);
    qint64 id() const { return m_node.id; }
    QRectF boundingRect() const override { return m_node.rect.adjusted(-5, -5, 5, 5); }
    QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

    bool current = false; ///< the keyboard's node: a ring around it while the view has the focus

private:
    MapNode m_node;
    const QGraphicsView* m_view;
};

} // namespace bascule::ui
