// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/MapItems.h"

#include "ui/widgets/Buttons.h"

#include <QPainter>
#include <QPainterPathStroker>

#include <cmath>

using namespace Qt::StringLiterals;

namespace bascule::ui {

namespace {

Token edgeToken(NodeMark mark)
{
    return mark == NodeMark::Stops ? Token::Bad : mark == NodeMark::Degrades ? Token::Warn : Token::Edge;
}

/// An icon in scene coordinates, crisp at the zoom in use.
void drawIcon(QPainter* painter, const QPointF& at, const QString& name, Token token, int size)
{
    const qreal zoom = painter->worldTransform().m11();
    const qreal ratio = std::max(0.5, zoom * painter->device()->devicePixelRatioF());
    const QPixmap picture = Theme::instance().pixmap(name, token, size, std::ceil(ratio * 2) / 2);
    painter->drawPixmap(QRectF(at, QSizeF(size, size)), picture, QRectF(picture.rect()));
}

} // namespace

RegionItem::RegionItem(const MapRegion& region)
    : m_region(region)
{
    setZValue(-2);
}

void RegionItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    const Theme& theme = Theme::instance();
    painter->setPen(QPen(theme.color(Token::Line), 1));
    painter->setBrush(theme.color(Token::Alt));
    painter->drawRect(m_region.rect.adjusted(0.5, 0.5, -0.5, -0.5));
    painter->setFont(theme.font(FontRole::Caption));
    painter->setPen(theme.color(Token::Muted));
    const QRectF words = m_region.rect.adjusted(9, 4, -8, 0);
    const QFontMetricsF metrics(painter->font());
    painter->drawText(QRectF(words.topLeft(), QSizeF(words.width(), metrics.height())),
                      int(Qt::AlignLeft | Qt::AlignVCenter),
                      metrics.elidedText(m_region.title, Qt::ElideRight, words.width()));
}

EdgeItem::EdgeItem(const MapEdge& edge, const QPointF& from, const QPointF& to)
    : m_edge(edge)
{
    QList<QPointF> points = edge.points;
    if (points.size() < 4)
        points = {from, from + (to - from) / 3, to - (to - from) / 3, to};
    m_path.moveTo(points.first());
    for (qsizetype i = 1; i + 2 < points.size(); i += 3)
        m_path.cubicTo(points[i], points[i + 1], points[i + 2]);
    m_end = m_path.currentPosition();
    const QPointF before = m_path.pointAtPercent(0.97);
    m_angle = std::atan2(m_end.y() - before.y(), m_end.x() - before.x());
    setZValue(edge.mark == NodeMark::Plain ? -1 : -0.5);
    if (!edge.tooltip.isEmpty())
        setToolTip(plainToolTip(edge.tooltip));
}

QRectF EdgeItem::boundingRect() const
{
    return m_path.boundingRect().adjusted(-12, -12, 12, 12);
}

QPainterPath EdgeItem::shape() const
{
    QPainterPathStroker stroker;
    stroker.setWidth(8);
    return stroker.createStroke(m_path);
}

void EdgeItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    const QColor color = Theme::instance().color(edgeToken(m_edge.mark));
    const bool marked = m_edge.mark != NodeMark::Plain;
    QPen pen(color, marked ? 2 : 1.25);
    if (m_edge.style == EdgeStyle::ToConfirm) {
        pen.setDashPattern({5 / pen.widthF(), 4 / pen.widthF()});
        pen.setCapStyle(Qt::FlatCap);
    } else if (m_edge.style == EdgeStyle::Dormant) {
        pen.setWidthF(2.5);
        pen.setDashPattern({0.6, 2});
        pen.setCapStyle(Qt::RoundCap);
    }
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(m_path);
    const qreal size = marked ? 9 : 7;
    const QPointF along(std::cos(m_angle), std::sin(m_angle));
    const QPointF across(-along.y(), along.x());
    QPolygonF head;
    head << m_end << m_end - along * size + across * size * 0.45 << m_end - along * size - across * size * 0.45;
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawPolygon(head);
}

NodeItem::NodeItem(const MapNode& node, const QGraphicsView* view)
    : m_node(node)
    , m_view(view)
{
    setZValue(1);
    QString tip = node.title;
    if (!node.subtitle.isEmpty())
        tip += u'\n' + node.subtitle;
    setToolTip(plainToolTip(tip));
}

QPainterPath NodeItem::shape() const
{
    QPainterPath path;
    path.addRect(m_node.rect);
    return path;
}

void NodeItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    const Theme& theme = Theme::instance();
    const NodeMark mark = m_node.mark;
    const bool hit = mark == NodeMark::Stops || mark == NodeMark::Degrades;
    const bool selected = mark == NodeMark::Selected;
    const Token fill = selected                  ? Token::Accent
                       : mark == NodeMark::Stops ? Token::BadSoft
                       : hit                     ? Token::WarnSoft
                                                 : Token::Base;
    const Token edge = selected ? Token::Accent : edgeToken(mark);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(theme.color(edge), hit ? 2 : 1));
    painter->setBrush(theme.color(fill));
    const qreal inset = hit ? 1 : 0.5;
    const QRectF rect = m_node.rect;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), 2, 2);
    const Token iconToken = selected ? Token::On : hit ? Token::Text : Token::Muted;
    drawIcon(painter, QPointF(rect.left() + 10, rect.center().y() - 8), m_node.icon, iconToken, 16);

    const qreal left = rect.left() + 33;
    const qreal room = rect.right() - 4 - left;
    painter->setFont(theme.font(hit || selected ? FontRole::BodyBold : FontRole::Body));
    painter->setPen(theme.color(selected ? Token::On : Token::Text));
    const QFontMetricsF title(painter->font());
    const QFontMetricsF small(theme.font(FontRole::Caption));
    const bool two = !m_node.subtitle.isEmpty() || hit;
    const qreal top = rect.top() + (rect.height() - title.height() - (two ? small.height() - 2 : 0)) / 2;
    painter->drawText(
        QRectF(left, top, room, title.height()), int(Qt::AlignLeft | Qt::AlignVCenter),
        title.elidedText(m_node.title, m_node.title.contains(u'/') ? Qt::ElideMiddle : Qt::ElideRight, room));
    if (two) {
        QRectF second(left, top + title.height() - 2, room, small.height());
        QString words = m_node.subtitle;
        Token ink = selected ? Token::On : Token::Muted;
        if (hit) {
            const Look look = mark == NodeMark::Stops ? Look::Blocked : Look::ToFix;
            drawIcon(painter, QPointF(second.left(), second.center().y() - 6), iconOf(look), edgeToken(mark), 12);
            second.setLeft(second.left() + 16);
            words = m_node.markWord;
            ink = edgeToken(mark);
        }
        painter->setFont(theme.font(FontRole::Caption));
        painter->setPen(theme.color(ink));
        painter->drawText(second, int(Qt::AlignLeft | Qt::AlignVCenter),
                          small.elidedText(words, Qt::ElideRight, second.width()));
    }
    if (current && m_view->hasFocus()) {
        painter->setPen(QPen(theme.color(Token::Accent), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(rect.adjusted(-3, -3, 3, 3), 4, 4);
    }
}

} // namespace bascule::ui
