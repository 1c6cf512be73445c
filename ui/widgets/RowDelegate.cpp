// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/RowDelegate.h"

#include "ui/models/Roles.h"
#include "ui/theme/StateLook.h"
#include "ui/widgets/Buttons.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace bascule::ui {

/// Where the parts of a cell lie and what they are.
struct RowDelegate::Parts
{
    QRect check, icon, text, second;
    QString iconName;
    QColor iconColor, textColor;
    QFont font;
    QString words, secondWords;
    Qt::TextElideMode elide = Qt::ElideRight;
    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
};

RowDelegate::RowDelegate(QObject* parent)
    : QStyledItemDelegate(parent)
{
}

void RowDelegate::setRowHeight(int pixels)
{
    m_height = pixels;
}

int RowDelegate::rowHeight() const
{
    const Theme& theme = Theme::instance();
    if (m_height < 44)
        return theme.rowHeight(m_height);
    const int lines =
        QFontMetrics(theme.font(FontRole::Body)).height() + QFontMetrics(theme.font(FontRole::Caption)).height();
    return std::max(m_height, lines + 8);
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const bool group = index.data(GroupRole).toBool();
    return {40, group ? Theme::instance().rowHeight(28) : rowHeight()};
}

void RowDelegate::paintBack(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = Theme::instance();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool group = index.data(GroupRole).toBool();
    painter->fillRect(option.rect, theme.color(selected ? Token::Sel : group ? Token::Alt : Token::Base));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      theme.color(Token::Hair));
    if (selected && index.column() == 0)
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 4, option.rect.height() - 1),
                          theme.color(Token::Accent));
}

RowDelegate::Parts RowDelegate::partsOf(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = Theme::instance();
    Parts parts;
    const int indent = index.column() == 0 ? 12 + (index.parent().isValid() ? childIndent : 0) : 8;
    QRect rect = option.rect.adjusted(indent, 0, -8, -1);
    const auto look = static_cast<Look>(index.data(StateRole).toInt());
    const bool plainState = index.data(PlainStateRole).toBool();
    const bool bold = index.data(BoldRole).toBool();
    parts.words = index.data(Qt::DisplayRole).toString();
    parts.secondWords = index.data(SecondLineRole).toString();
    parts.font = theme.font(index.data(FixedRole).toBool() ? FontRole::Fixed
                            : bold                         ? FontRole::BodyBold
                                                           : FontRole::Body);
    parts.alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    if (!(parts.alignment & Qt::AlignHorizontal_Mask))
        parts.alignment = Qt::AlignLeft | Qt::AlignVCenter;
    parts.elide = index.data(PathRole).toBool() ? Qt::ElideMiddle : Qt::ElideRight;
    const QVariant tone = index.data(ToneRole);
    Token token = index.data(MutedRole).toBool() ? Token::Muted : Token::Text;
    if (look != Look::None && !plainState)
        token = tokenOf(look);
    if (tone.isValid())
        token = static_cast<Token>(tone.toInt());
    parts.textColor = theme.color(token);
    parts.iconName = look != Look::None ? iconOf(look) : index.data(IconRole).toString();
    parts.iconColor = theme.color(look != Look::None ? tokenOf(look) : Token::Text);

    const bool two = m_height >= 44 && !parts.secondWords.isEmpty();
    const int first = QFontMetrics(parts.font).height();
    const int second = two ? QFontMetrics(theme.font(FontRole::Caption)).height() : 0;
    const int gap = two ? -2 : 0; // the fonts' own leading is enough between the two
    const int top = rect.top() + (rect.height() - first - second - gap) / 2;
    if (index.data(CheckableRole).toBool()) {
        parts.check = QRect(rect.left(), rect.top() + (rect.height() - 16) / 2, 16, 16);
        rect.setLeft(rect.left() + 24);
    }
    if (!parts.iconName.isEmpty()) {
        // A state's icon stands on the first line, a kind's icon in the row's middle.
        const int y = two && look != Look::None ? top + (first - 16) / 2 : rect.top() + (rect.height() - 16) / 2;
        parts.icon = QRect(rect.left(), y, 16, 16);
        rect.setLeft(rect.left() + 24);
    }
    parts.text = QRect(rect.left(), top, rect.width(), first);
    if (two)
        parts.second = QRect(rect.left(), top + first + gap, rect.width(), second);
    return parts;
}

void RowDelegate::paintGroup(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = Theme::instance();
    const auto* tree = qobject_cast<const QTreeView*>(option.widget);
    const bool open = !tree || tree->isExpanded(index.siblingAtColumn(0));
    const qreal ratio = painter->device()->devicePixelRatioF();
    QRect rect = option.rect.adjusted(12, 0, -8, -1);
    painter->drawPixmap(rect.left(), rect.top() + (rect.height() - 16) / 2,
                        theme.pixmap(open ? u"down"_s : u"right"_s, Token::Text, 16, ratio));
    rect.setLeft(rect.left() + 24);
    painter->setFont(theme.font(FontRole::BodyBold));
    painter->setPen(theme.color(Token::Text));
    const QFontMetrics metrics(painter->font());
    const QString name = metrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, rect.width());
    painter->drawText(rect, int(Qt::AlignLeft | Qt::AlignVCenter), name);
    rect.setLeft(rect.left() + metrics.horizontalAdvance(name) + 8);
    painter->setFont(theme.font(FontRole::Body));
    painter->setPen(theme.color(Token::Muted));
    painter->drawText(rect, int(Qt::AlignLeft | Qt::AlignVCenter), index.data(CountRole).toString());
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = Theme::instance();
    painter->save();
    paintBack(painter, option, index);
    if (index.data(GroupRole).toBool()) {
        paintGroup(painter, option, index);
        painter->restore();
        return;
    }
    const Parts parts = partsOf(option, index);
    const qreal ratio = painter->device()->devicePixelRatioF();
    if (!parts.check.isNull()) {
        QStyleOptionViewItem box(option);
        box.rect = parts.check;
        box.state = QStyle::State_Enabled;
        const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        box.state |= on ? QStyle::State_On : QStyle::State_Off;
        const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
        style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter, option.widget);
    }
    if (!parts.icon.isNull())
        painter->drawPixmap(parts.icon, theme.pixmap(parts.iconName, parts.iconColor, 16, ratio));
    painter->setFont(parts.font);
    painter->setPen(parts.textColor);
    painter->drawText(parts.text, int(parts.alignment | Qt::TextSingleLine),
                      QFontMetrics(parts.font).elidedText(parts.words, parts.elide, parts.text.width()));
    if (!parts.second.isNull()) {
        const QFont caption = theme.font(FontRole::Caption);
        painter->setFont(caption);
        painter->setPen(theme.color(Token::Muted));
        painter->drawText(parts.second, int(parts.alignment | Qt::TextSingleLine),
                          QFontMetrics(caption).elidedText(parts.secondWords, parts.elide, parts.second.width()));
    }
    painter->restore();
}

bool RowDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                            const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid() || index.data(GroupRole).toBool())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString own = index.data(Qt::ToolTipRole).toString();
    QString tip = own;
    if (own.isEmpty()) {
        const Parts parts = partsOf(option, index);
        const bool cut = QFontMetrics(parts.font).horizontalAdvance(parts.words) > parts.text.width() ||
                         QFontMetrics(Theme::instance().font(FontRole::Caption)).horizontalAdvance(parts.secondWords) >
                             parts.text.width();
        if (cut)
            tip = plainToolTip(parts.secondWords.isEmpty() ? parts.words
                                                           : QString(parts.words + u'\n' + parts.secondWords));
    }
    if (tip.isEmpty()) {
        QToolTip::hideText();
        event->ignore();
    } else {
        QToolTip::showText(event->globalPos(), tip, view);
    }
    return true;
}

bool RowDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                              const QModelIndex& index)
{
    if (!index.data(CheckableRole).toBool())
        return false;
    const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        if (!partsOf(option, index).check.adjusted(-6, -6, 6, 6).contains(mouse->position().toPoint()))
            return false;
        return model->setData(index, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    }
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space)
        return model->setData(index, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    return false;
}

} // namespace bascule::ui
