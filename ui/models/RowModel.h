// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Roles.h"
#include "ui/theme/StateLook.h"

#include <QAbstractItemModel>
#include <QSortFilterProxyModel>

#include <functional>
#include <memory>
#include <optional>

namespace bascule::ui {

/// One cell as it is seen. Plain text only; make it of the Phrasebook's or tr()'s words.
struct Cell
{
    QString text = {};
    QString second = {};    ///< caption line (44 px rows)
    Look look = Look::None; ///< state icon; the text takes its colour unless plainState
    bool plainState = false;
    QString icon = {}; ///< kind icon, drawn in text colour
    std::optional<Token> tone = {};
    bool muted = false;
    bool bold = false;
    bool fixed = false;
    bool path = false;  ///< elided in the middle
    bool right = false; ///< numbers
    std::optional<bool> checked = {};
    QVariant sort = {};       ///< what to sort by, if not the text
    QString tooltip = {};     ///< the whole text where it is elided, if empty
    QString description = {}; ///< for screen readers, if more than text and state's word

    bool operator==(const Cell&) const = default;

    static Cell plain(const QString& text);
    static Cell mutedText(const QString& text);
    static Cell number(const QString& text, const QVariant& sort);
    static Cell state(Look look, const QString& word);
    static Cell filePath(const QString& path);
    static Cell named(const QString& icon, const QString& text, const QString& second = {});
};

/// One row, or a group with rows below it (one level).
struct Row
{
    QString kind{}; ///< "asset", "finding", … as in core's Target
    qint64 id = 0;
    QList<Cell> cells{};
    bool group = false; ///< cells[0] is the group's name; count is shown behind it
    QString count{};
    bool selectable = true;
    QString search{}; ///< further words the search field finds the row by
    QList<Row> children{};

    bool operator==(const Row& other) const;
};

struct Column
{
    QString title = {};
    int width = 100; ///< logical px at the default font
    bool right = false;
    bool stretch = false; ///< takes what is left; the first such column
};

/// Rows for RowDelegate. setRows() keeps what is equal: same ids in the same order change in place (selection, scroll
/// position and open groups stay); other changes reset, and ListPanel selects the same row again. GUI thread.
class RowModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    explicit RowModel(QObject* parent = nullptr);
    ~RowModel() override;

    void setColumns(const QList<Column>& columns);
    const QList<Column>& columns() const { return m_columns; }
    void setRows(const QList<Row>& rows);
    const QList<Row>& rows() const { return m_rows; }
    /// Rows that are no groups.
    int leafCount() const;

    const Row* row(const QModelIndex& index) const;
    QModelIndex indexOf(const QString& kind, qint64 id) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    /// A check box was pressed. The model shows the old value until the next setRows().
    void checkChanged(const QString& kind, qint64 id, bool on);

private:
    QList<Column> m_columns;
    QList<Row> m_rows;
};

/// Sorts by SortRole, filters by words and by a predicate; groups stay while a child does. Group order is kept.
class RowProxy : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit RowProxy(RowModel* model, QObject* parent = nullptr);
    void setWords(const QString& words);
    const QString& words() const { return m_words; }
    void setPredicate(std::function<bool(const Row&)> predicate);
    int leafCount() const;

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    bool accepts(const Row& row) const;

    RowModel* m_model;
    QString m_words;
    std::function<bool(const Row&)> m_predicate;
};

} // namespace bascule::ui
