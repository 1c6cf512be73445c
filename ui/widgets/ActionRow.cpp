// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ActionRow.h"

#include <QWidget>

namespace bascule::ui {

namespace {

constexpr int gap = 8;

QSize wanted(const QLayoutItem* item)
{
    return item->sizeHint().expandedTo(item->minimumSize()).boundedTo(item->maximumSize());
}

} // namespace

ActionRow::ActionRow(QWidget* parent)
    : QLayout(parent)
{
}

ActionRow::~ActionRow()
{
    qDeleteAll(m_left);
    qDeleteAll(m_right);
}

void ActionRow::addRight(QWidget* widget)
{
    addChildWidget(widget);
    m_right.append(new QWidgetItem(widget));
    invalidate();
}

void ActionRow::addItem(QLayoutItem* item)
{
    m_left.append(item);
    invalidate();
}

int ActionRow::count() const
{
    return int(m_left.size() + m_right.size());
}

QLayoutItem* ActionRow::itemAt(int index) const
{
    return index < m_left.size() ? m_left.value(index) : m_right.value(index - m_left.size());
}

QLayoutItem* ActionRow::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    return index < m_left.size() ? m_left.takeAt(index) : m_right.takeAt(index - m_left.size());
}

int ActionRow::heightForWidth(int width) const
{
    return place(QRect(0, 0, width, 0), false);
}

QSize ActionRow::sizeHint() const
{
    const QMargins margins = contentsMargins();
    const int both = widthOf(m_left, false) + gap + widthOf(m_right, false);
    return {both + margins.left() + margins.right(), place(QRect(0, 0, 10'000, 0), false)};
}

QSize ActionRow::minimumSize() const
{
    QSize size;
    for (int i = 0; i < count(); ++i) {
        if (!itemAt(i)->isEmpty())
            size = size.expandedTo(itemAt(i)->minimumSize());
    }
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void ActionRow::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

int ActionRow::widthOf(const QList<QLayoutItem*>& items, bool least) const
{
    int width = 0;
    for (const QLayoutItem* item : items) {
        if (!item->isEmpty())
            width += (width > 0 ? gap : 0) + (least ? item->minimumSize() : wanted(item)).width();
    }
    return width;
}

int ActionRow::place(const QRect& rect, bool really) const
{
    const QRect room = rect.marginsRemoved(contentsMargins());
    int x = room.left(), y = room.top(), line = 0;
    const auto put = [&](QLayoutItem* item, int width) {
        const int height = wanted(item).height();
        if (x > room.left() && x + width > room.right() + 1) {
            x = room.left();
            y += line + gap;
            line = 0;
        }
        if (really)
            item->setGeometry(QRect(x, y, std::min(width, room.width()), height));
        x += width + gap;
        line = std::max(line, height);
    };
    for (QLayoutItem* item : m_left) {
        if (!item->isEmpty())
            put(item, wanted(item).width());
    }
    // The right group takes what is left of this line, the last of it (the search) giving way; else a line of its own.
    const int whole = widthOf(m_right, false), least = widthOf(m_right, true);
    const int left = room.right() + 1 - x;
    const bool fits = least <= left;
    int spare = fits ? std::min(0, left - whole) : 0;
    if (fits && whole > 0)
        x = room.right() + 1 - std::min(whole, left);
    QList<int> widths;
    for (const QLayoutItem* item : m_right)
        widths << wanted(item).width();
    for (qsizetype i = m_right.size() - 1; i >= 0 && spare < 0; --i) {
        if (m_right[i]->isEmpty())
            continue;
        const int given = std::min(-spare, widths[i] - m_right[i]->minimumSize().width());
        widths[i] -= given;
        spare += given;
    }
    for (qsizetype i = 0; i < m_right.size(); ++i) {
        if (!m_right[i]->isEmpty())
            put(m_right[i], widths[i]);
    }
    return y + line + contentsMargins().bottom() - rect.top();
}

} // namespace bascule::ui
