// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/StateLook.h"

#include <QGraphicsView>
#include <QPointF>
#include <QRectF>

namespace bascule::ui {

/// How a node stands to the selected one.
enum class NodeMark { Plain, Selected, Stops, Degrades };
enum class EdgeStyle { Confirmed, ToConfirm, Dormant };

struct MapNode
{
    qint64 id = 0;
    QRectF rect = {}; ///< scene coordinates, 128x44
    QString title = {}, subtitle = {};
    QString icon = {};
    NodeMark mark = NodeMark::Plain;
    QString markWord = {}; ///< replaces the subtitle for Stops and Degrades: "stops", "degrades"
    QString accessible = {};
    bool operator==(const MapNode&) const = default;
};

struct MapEdge
{
    qint64 id = 0; ///< the dependency
    qint64 from = 0, to = 0;
    EdgeStyle style = EdgeStyle::Confirmed;
    QList<QPointF> points = {}; ///< cubic Bézier: start, then triples (control, control, end); empty: drawn straight
    NodeMark mark = NodeMark::Plain; ///< Stops and Degrades colour it
    QString tooltip = {};
    bool operator==(const MapEdge&) const = default;
};

struct MapRegion
{
    QString title = {}; ///< the server
    QRectF rect = {};
    bool operator==(const MapRegion&) const = default;
};

/// Positions come ready made (core lays out by Graphviz); y grows downwards.
struct MapModel
{
    QList<MapNode> nodes = {};
    QList<MapEdge> edges = {};
    QList<MapRegion> regions = {};
    bool operator==(const MapModel&) const = default;
};

/// The dependency map: pan by dragging, zoom by wheel, + and -, 0 fits. Tab reaches the map, then arrows follow
/// edges (Right: what it needs; Left: what needs it; Up/Down: neighbours). Selecting is told, marks are the page's.
class MapView : public QGraphicsView
{
    Q_OBJECT
public:
    explicit MapView(QWidget* parent = nullptr);
    void setModel(const MapModel& model);
    const MapModel& model() const { return m_model; }

    qint64 currentNode() const { return m_current; }
    void setCurrentNode(qint64 id);
    /// Brings a node into sight and gives it the focus (search field, links).
    void reveal(qint64 id);

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void fit();
    /// As much of the map as can be read, with the selected node in sight.
    void fitReadable();

Q_SIGNALS:
    void nodeSelected(qint64 id);
    void edgeSelected(qint64 id);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void build();
    void zoomBy(qreal factor);
    void fitAtLeast(qreal least);
    void move(int key);
    void say();
    const MapNode* node(qint64 id) const;

    MapModel m_model;
    qint64 m_current = 0;
    bool m_fitted = true;
};

} // namespace bascule::ui
