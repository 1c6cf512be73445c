// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/MapView.h"

#include "ui/widgets/FocusRing.h"
#include "ui/widgets/MapItems.h"

#include <QAccessible>
#include <QGraphicsScene>
#include <QKeyEvent>
#include <QWheelEvent>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace bascule::ui {

namespace {
/// Below this the 9 pt captions of the nodes can no longer be read.
constexpr qreal readable = 0.85;
} // namespace

MapView::MapView(QWidget* parent)
    : QGraphicsView(parent)
{
    setScene(new QGraphicsScene(this));
    setDragMode(QGraphicsView::ScrollHandDrag);
    setTransformationAnchor(QGraphicsView::AnchorUnderMouse);
    setResizeAnchor(QGraphicsView::AnchorViewCenter);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(240, 160);
    FocusRing::attach(this);
    const auto dress = [this] {
        setBackgroundBrush(Theme::instance().color(Token::Base));
        viewport()->update();
    };
    dress();
    connect(&Theme::instance(), &Theme::changed, this, dress);
    say();
}

void MapView::setModel(const MapModel& model)
{
    if (model == m_model)
        return;
    bool moved = model.nodes.size() != m_model.nodes.size();
    for (qsizetype i = 0; !moved && i < model.nodes.size(); ++i)
        moved = model.nodes[i].rect != m_model.nodes[i].rect;
    m_model = model;
    build();
    if (moved && m_fitted)
        fitAtLeast(readable);
    say();
}

const MapNode* MapView::node(qint64 id) const
{
    for (const MapNode& node : m_model.nodes) {
        if (node.id == id)
            return &node;
    }
    return nullptr;
}

void MapView::build()
{
    scene()->clear();
    for (const MapRegion& region : std::as_const(m_model.regions))
        scene()->addItem(new RegionItem(region));
    for (const MapEdge& edge : std::as_const(m_model.edges)) {
        const MapNode* from = node(edge.from);
        const MapNode* to = node(edge.to);
        if (!from || !to)
            continue;
        scene()->addItem(new EdgeItem(edge, QPointF(from->rect.right(), from->rect.center().y()),
                                      QPointF(to->rect.left(), to->rect.center().y())));
    }
    for (const MapNode& each : std::as_const(m_model.nodes)) {
        auto* item = new NodeItem(each, this);
        item->current = each.id == m_current;
        scene()->addItem(item);
    }
    if (!node(m_current))
        m_current = 0;
    QRectF all;
    for (const MapRegion& region : std::as_const(m_model.regions))
        all |= region.rect;
    for (const MapNode& each : std::as_const(m_model.nodes))
        all |= each.rect;
    for (const MapEdge& edge : std::as_const(m_model.edges)) {
        if (edge.points.size() > 1)
            all |= QPolygonF(edge.points).boundingRect();
    }
    scene()->setSceneRect(all.adjusted(-5, -5, 5, 5));
}

void MapView::setCurrentNode(qint64 id)
{
    if (id == m_current)
        return;
    m_current = id;
    const QList<QGraphicsItem*> items = scene()->items();
    for (QGraphicsItem* item : items) {
        if (auto* nodeItem = dynamic_cast<NodeItem*>(item)) {
            nodeItem->current = nodeItem->id() == id;
            nodeItem->update();
        }
    }
    say();
}

void MapView::reveal(qint64 id)
{
    const MapNode* found = node(id);
    if (!found)
        return;
    setCurrentNode(id);
    ensureVisible(found->rect, 24, 24);
    Q_EMIT nodeSelected(id);
}

void MapView::zoomBy(qreal factor)
{
    const qreal zoom = transform().m11() * factor;
    if (zoom < 0.2 || zoom > 4)
        return;
    m_fitted = false;
    scale(factor, factor);
}

void MapView::zoomIn()
{
    zoomBy(1.25);
}

void MapView::zoomOut()
{
    zoomBy(0.8);
}

/// The whole map, however small.
void MapView::fit()
{
    fitAtLeast(0);
}

void MapView::fitReadable()
{
    fitAtLeast(readable);
    if (const MapNode* here = node(m_current))
        ensureVisible(here->rect, 24, 24);
}

/// Never larger than life: 1:1 keeps the words at their size. Not smaller than `least` either: the rest is panned to.
void MapView::fitAtLeast(qreal least)
{
    m_fitted = true;
    const QRectF all = scene()->sceneRect();
    if (all.isEmpty())
        return;
    resetTransform();
    const qreal factor = std::min({1.0, viewport()->width() / all.width(), viewport()->height() / all.height()});
    const qreal zoom = std::max(factor, least);
    scale(zoom, zoom);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    if (zoom > factor)
        ensureVisible(QRectF(all.topLeft(), QSizeF(1, 1)), 0, 0);
    else
        centerOn(all.center());
}

/// Right follows what the node needs, Left what needs it, Up and Down go to the nearest node above and below.
void MapView::move(int key)
{
    const MapNode* from = node(m_current);
    if (!from) {
        if (!m_model.nodes.isEmpty())
            reveal(m_model.nodes.first().id);
        return;
    }
    qint64 best = 0;
    double bestDistance = std::numeric_limits<double>::max();
    const auto offer = [&](const MapNode& to, double distance) {
        if (distance < bestDistance) {
            bestDistance = distance;
            best = to.id;
        }
    };
    for (const MapNode& to : std::as_const(m_model.nodes)) {
        if (to.id == from->id)
            continue;
        const QPointF way = to.rect.center() - from->rect.center();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            const bool right = key == Qt::Key_Up ? way.y() < -1 : way.y() > 1;
            if (right)
                offer(to, std::abs(way.y()) + 3 * std::abs(way.x()));
            continue;
        }
        for (const MapEdge& edge : std::as_const(m_model.edges)) {
            const bool needs = edge.from == from->id && edge.to == to.id;
            const bool needed = edge.to == from->id && edge.from == to.id;
            if ((key == Qt::Key_Right && needs) || (key == Qt::Key_Left && needed))
                offer(to, std::abs(way.y()) + 0.1 * std::abs(way.x()));
        }
    }
    if (best)
        reveal(best);
}

void MapView::say()
{
    const MapNode* here = node(m_current);
    const QString what = here ? (here->accessible.isEmpty() ? here->title + u", "_s + here->subtitle : here->accessible)
                              : tr("%n nodes", nullptr, int(m_model.nodes.size()));
    setAccessibleName(tr("Dependency map: %1").arg(what));
    if (hasFocus()) {
        QAccessibleEvent event(this, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
    }
}

void MapView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        return move(event->key());
    case Qt::Key_Plus:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_0:
        if (event->modifiers() == Qt::NoModifier)
            return fit();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current)
            Q_EMIT nodeSelected(m_current);
        return;
    default:
        break;
    }
    event->ignore(); // shortcuts of the window
}

void MapView::wheelEvent(QWheelEvent* event)
{
    const int turn = event->angleDelta().y();
    if (event->modifiers().testFlag(Qt::ShiftModifier) || turn == 0) {
        QGraphicsView::wheelEvent(event);
        return;
    }
    zoomBy(turn > 0 ? 1.15 : 1 / 1.15);
    event->accept();
}

void MapView::resizeEvent(QResizeEvent* event)
{
    QGraphicsView::resizeEvent(event);
    if (m_fitted)
        fitAtLeast(readable);
}

void MapView::mousePressEvent(QMouseEvent* event)
{
    QGraphicsView::mousePressEvent(event);
    const QList<QGraphicsItem*> under = items(event->pos());
    for (QGraphicsItem* item : under) {
        if (const auto* nodeItem = dynamic_cast<NodeItem*>(item)) {
            const qint64 id = nodeItem->id();
            setCurrentNode(id);
            Q_EMIT nodeSelected(id);
            return;
        }
        if (const auto* edgeItem = dynamic_cast<EdgeItem*>(item)) {
            Q_EMIT edgeSelected(edgeItem->id());
            return;
        }
    }
}

void MapView::focusInEvent(QFocusEvent* event)
{
    QGraphicsView::focusInEvent(event);
    if (!m_current && !m_model.nodes.isEmpty())
        setCurrentNode(m_model.nodes.first().id);
    viewport()->update();
    say();
}

/// Tab goes through the map's surroundings, not through its nodes: the arrows do that.
bool MapView::focusNextPrevChild(bool next)
{
    return QWidget::focusNextPrevChild(next);
}

} // namespace bascule::ui
