// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/board/BoardWindow.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>

namespace bascule::ui {

/// The managers' table, six columns, read only.
class BoardModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { StepColumn, RiskColumn, ImpactColumn, ControlColumn, StateColumn, EvidenceColumn, ColumnCount };
    static constexpr int LookRole = Qt::UserRole + 1;
    static constexpr int SecondRole = Qt::UserRole + 2;

    using QAbstractTableModel::QAbstractTableModel;
    void setRows(const QList<BoardRow>& rows);
    void wordsChanged();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<BoardRow> m_rows;
};

/// Wrapped text at the top of 88 px rows, state bar at the left edge, icon and word for the state.
class BoardDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Height of a cell's words at a width.
    static int heightFor(const QModelIndex& index, int width);
};

} // namespace bascule::ui
