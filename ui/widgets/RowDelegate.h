// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace bascule::ui {

/// Paints rows by ui/models/Roles.h: hairline below, selection fill with the 4 px bar, icon and word, two lines, middle
/// elision of paths. Sizes in logical px.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit RowDelegate(QObject* parent = nullptr);

    /// Height of a row: 28, 32 or 44; grows with the font.
    void setRowHeight(int pixels);
    int rowHeight() const;
    /// Left padding of rows below a group.
    static constexpr int childIndent = 20;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

private:
    struct Parts;
    Parts partsOf(const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintGroup(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintBack(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    int m_height = 28;
};

} // namespace bascule::ui
