// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/RowModel.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

class QLineEdit;
class QStackedWidget;
class QTabBar;
class QTreeView;

namespace bascule::ui {

/// Rows' heights: 28, 32 (cutover), 44 (two lines).
enum class RowSize { Dense, Middle, TwoLines };

/// One or several lists behind tabs with counts: sortable, searched by one field, copied with Ctrl+C as text with tabs,
/// with the empty state (a sentence and a button) and "no hits" in the list's place. GUI thread.
///
///     m_list = new ListPanel(this);
///     m_assets = m_list->addList({{tr("Asset"), 162}, {tr("Size"), 74, true}}, RowSize::Dense);
///     addRight(m_list->searchField());
///     connect(m_list, &ListPanel::currentChanged, this, [this] { … m_list->currentId() … });
class ListPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ListPanel(QWidget* parent = nullptr);
    ~ListPanel() override;

    /// Adds a list and gives its number. With more than one, tabs appear above. Name: the tab's, and the view's for
    /// screen readers.
    int addList(const QList<Column>& columns, RowSize size = RowSize::Dense, bool sortable = true);
    void setListName(int list, const QString& name);
    void setColumns(int list, const QList<Column>& columns);
    void setRows(int list, const QList<Row>& rows);
    const QList<Row>& rows(int list) const;
    /// Further filter, e.g. of a combo box; null shows all.
    void setPredicate(int list, std::function<bool(const Row&)> predicate);
    /// What stands in the list's place when it has no rows. Without act there is no button.
    void setEmpty(int list, const QString& sentence, const QString& button = {}, std::function<void()> act = {});
    /// Sorts by a column (also for the arrow in the header).
    void sortBy(int list, int column, Qt::SortOrder order = Qt::AscendingOrder);

    int currentList() const;
    void setCurrentList(int list);
    /// The selected row of the shown list; 0 and "" when none.
    qint64 currentId() const;
    QString currentKind() const;
    const Row* currentRow() const;
    /// Shows the list that has the row, scrolls to it and selects it. False if no list has it.
    bool select(const QString& kind, qint64 id);
    void selectFirst();

    /// Searches the shown list. Place it with PageBase::addRight(); it belongs to this panel until then.
    QLineEdit* searchField() const { return m_search; }
    QTreeView* view(int list) const;

    /// Re-reads words of its own (called by PageBase on a language change).
    void retranslate();

Q_SIGNALS:
    /// Another row (or none) is current, or the current one's contents changed list.
    void currentChanged();
    /// Enter or double click on a row.
    void activated(const QString& kind, qint64 id);
    void listChanged(int list);
    void checkChanged(const QString& kind, qint64 id, bool on);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct List;

    void showState(int list);
    void updateTabs();
    void copy(int list) const;
    /// With `anew` every column gets its width; else only the stretched one follows the view.
    void fitColumns(int list, bool anew);

    std::vector<std::unique_ptr<List>> m_lists;
    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    QLineEdit* m_search;
};

} // namespace bascule::ui
