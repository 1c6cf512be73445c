// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/BoardTable.h"

#include <QPainter>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace bascule::ui {

void BoardModel::setRows(const QList<BoardRow>& rows)
{
    if (rows == m_rows)
        return;
    if (rows.size() == m_rows.size()) {
        m_rows = rows;
        Q_EMIT dataChanged(index(0, 0), index(int(rows.size()) - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void BoardModel::wordsChanged()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int BoardModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int BoardModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant BoardModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const BoardRow& row = m_rows[index.row()];
    if (role == LookRole)
        return int(row.look);
    if (role == SecondRole)
        return index.column() == EvidenceColumn ? row.missing : QString();
    if (role == Qt::AccessibleTextRole && index.column() == EvidenceColumn)
        return QString(row.fact + u". "_s + row.missing);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case StepColumn:
        return row.title;
    case RiskColumn:
        return row.risk;
    case ImpactColumn:
        return row.impact;
    case ControlColumn:
        return row.control;
    case StateColumn:
        return wordOf(row.look);
    default:
        return row.fact;
    }
}

QVariant BoardModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StepColumn:
        return tr("Migration step");
    case RiskColumn:
        return tr("Main risk");
    case ImpactColumn:
        return tr("Possible business impact");
    case ControlColumn:
        return tr("Key checkpoint");
    case StateColumn:
        return tr("State");
    default:
        return tr("Evidence, and what is missing");
    }
}

namespace {

constexpr int padding = 12;
constexpr int top = 10;

/// Draws (or with no painter only measures) wrapped words with the house's line height; gives the height taken.
int wrapped(QPainter* painter, const QPoint& at, int width, const QString& text, const QFont& font, int lineHeight)
{
    if (text.isEmpty() || width < 8)
        return 0;
    const int line = std::max(lineHeight, QFontMetrics(font).height());
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    int y = 0;
    for (QTextLine piece = layout.createLine(); piece.isValid(); piece = layout.createLine()) {
        piece.setLineWidth(width);
        piece.setPosition(QPointF(0, y + (line - piece.height()) / 2));
        y += line;
    }
    layout.endLayout();
    if (painter)
        layout.draw(painter, at);
    return y;
}

int leftOf(const QModelIndex& index)
{
    return index.column() == BoardModel::StepColumn ? padding + 4 : padding;
}

FontRole fontOf(int column)
{
    return column == BoardModel::StepColumn || column == BoardModel::StateColumn ? FontRole::BodyBold : FontRole::Body;
}

} // namespace

int BoardDelegate::heightFor(const QModelIndex& index, int width)
{
    const Theme& theme = Theme::instance();
    int room = width - leftOf(index) - padding;
    if (index.column() == BoardModel::StateColumn)
        room -= 24;
    int height = wrapped(nullptr, {}, room, index.data().toString(), theme.font(fontOf(index.column())), 20);
    height +=
        wrapped(nullptr, {}, room, index.data(BoardModel::SecondRole).toString(), theme.font(FontRole::Caption), 18);
    return height + 2 * top;
}

QSize BoardDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {option.rect.width(), std::max(88, heightFor(index, option.rect.width()))};
}

void BoardDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = Theme::instance();
    const auto look = static_cast<Look>(index.data(BoardModel::LookRole).toInt());
    const QRect rect = option.rect;
    const bool last = index.row() + 1 == index.model()->rowCount();
    painter->save();
    painter->fillRect(rect, theme.color(Token::Base));
    if (!last)
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color(Token::Hair));
    if (index.column() == BoardModel::StepColumn && look != Look::NotStarted)
        painter->fillRect(QRect(rect.left(), rect.top(), 4, rect.height() - (last ? 0 : 1)),
                          theme.color(tokenOf(look)));
    QPoint at(rect.left() + leftOf(index), rect.top() + top);
    int room = rect.width() - leftOf(index) - padding;
    painter->setPen(theme.color(Token::Text));
    if (index.column() == BoardModel::StateColumn) {
        painter->drawPixmap(at.x(), at.y() + 2,
                            theme.pixmap(iconOf(look), tokenOf(look), 16, painter->device()->devicePixelRatioF()));
        at.rx() += 24;
        room -= 12; // the word may come close to the edge before it wraps
        painter->setPen(theme.color(tokenOf(look)));
    }
    const int used = wrapped(painter, at, room, index.data().toString(), theme.font(fontOf(index.column())), 20);
    painter->setPen(theme.color(Token::Muted));
    wrapped(painter, at + QPoint(0, used - 1), room, index.data(BoardModel::SecondRole).toString(),
            theme.font(FontRole::Caption), 18);
    painter->restore();
}

} // namespace bascule::ui
