// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ListPanel.h"

#include "ui/widgets/Buttons.h"
#include "ui/widgets/FocusRing.h"
#include "ui/widgets/RowDelegate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QSet>
#include <QStackedWidget>
#include <QTabBar>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bascule::ui {

namespace {

/// A sentence and a button, top left in the list's place.
class EmptyState final : public QFrame
{
public:
    EmptyState()
    {
        setObjectName(u"emptyState"_s);
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 12, 0, 0);
        layout->setSpacing(12);
        label = new TextLabel(FontRole::Body, Token::Text, this);
        label->setWordWrap(true);
        button = new Button({}, ButtonRole::Plain, this);
        layout->addWidget(label);
        layout->addWidget(button, 0, Qt::AlignLeft);
        layout->addStretch(1);
    }
    TextLabel* label;
    Button* button;
};

/// Tabs with room for their words in bold, as the chosen one is written: the style measures them in regular.
class Tabs final : public QTabBar
{
public:
    using QTabBar::QTabBar;

protected:
    QSize tabSizeHint(int index) const override
    {
        constexpr int paddings = 2 * 16 + 2;
        const int bold = QFontMetrics(Theme::instance().font(FontRole::BodyBold)).horizontalAdvance(tabText(index));
        QSize size = QTabBar::tabSizeHint(index);
        size.setWidth(std::max(size.width(), bold + paddings));
        return size;
    }
};

QString rowKey(const QModelIndex& index)
{
    const qint64 id = index.data(RowIdRole).toLongLong();
    return index.data(RowKindRole).toString() + u'/' + QString::number(id) +
           (id == 0 ? index.data().toString() : QString());
}

} // namespace

struct ListPanel::List
{
    QString name;
    RowModel* model = nullptr;
    RowProxy* proxy = nullptr;
    QTreeView* view = nullptr;
    RowDelegate* delegate = nullptr;
    QStackedWidget* stack = nullptr;
    EmptyState* empty = nullptr;
    EmptyState* noHits = nullptr;
    std::function<void()> act;
    QSet<QString> closed; ///< groups a person closed
    bool filtered = false;
};

ListPanel::ListPanel(QWidget* parent)
    : QWidget(parent)
    , m_tabs(new Tabs(this))
    , m_stack(new QStackedWidget(this))
    , m_search(makeSearchField(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs, 0, Qt::AlignLeft);
    layout->addWidget(m_stack, 1);
    m_tabs->setExpanding(false);
    m_tabs->setElideMode(Qt::ElideRight);
    m_tabs->setDocumentMode(true);
    m_tabs->setDrawBase(false);
    m_tabs->hide();
    m_search->hide(); // until a page places it
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int list) {
        m_stack->setCurrentIndex(list);
        if (list >= 0 && list < int(m_lists.size())) {
            const QSignalBlocker blocker(m_search);
            m_search->setText(m_lists[list]->proxy->words());
        }
        Q_EMIT listChanged(list);
        Q_EMIT currentChanged();
    });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& words) {
        const int list = currentList();
        if (list < 0)
            return;
        m_lists[list]->proxy->setWords(words);
        showState(list);
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        selectFirst();
        if (currentList() >= 0)
            m_lists[currentList()]->view->setFocus(Qt::OtherFocusReason);
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        for (int i = 0; i < int(m_lists.size()); ++i)
            fitColumns(i, true);
    });
    retranslate();
}

ListPanel::~ListPanel() = default;

int ListPanel::addList(const QList<Column>& columns, RowSize size, bool sortable)
{
    auto made = std::make_unique<List>();
    List& list = *made;
    const int number = int(m_lists.size());
    list.model = new RowModel(this);
    list.model->setColumns(columns);
    list.proxy = new RowProxy(list.model, this);
    list.delegate = new RowDelegate(this);
    list.delegate->setRowHeight(size == RowSize::Dense ? 28 : size == RowSize::Middle ? 32 : 44);
    list.view = new QTreeView;
    list.view->setModel(list.proxy);
    list.view->setItemDelegate(list.delegate);
    list.view->setIndentation(0);
    list.view->setRootIsDecorated(false);
    list.view->setUniformRowHeights(false);
    list.view->setSelectionBehavior(QAbstractItemView::SelectRows);
    list.view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list.view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list.view->setExpandsOnDoubleClick(false);
    list.view->setTabKeyNavigation(false);
    list.view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    list.view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    QHeaderView* header = list.view->header();
    header->setStretchLastSection(false);
    header->setSectionsMovable(false);
    header->setMinimumSectionSize(32);
    header->setFixedHeight(Theme::instance().rowHeight(29));
    header->setHighlightSections(false);
    list.view->setSortingEnabled(sortable);
    header->setSectionsClickable(sortable);
    header->setSortIndicatorShown(false);
    if (sortable) {
        header->setSortIndicator(-1, Qt::AscendingOrder);
        list.proxy->sort(-1);
        connect(header, &QHeaderView::sectionClicked, header, [header] { header->setSortIndicatorShown(true); });
    }
    list.view->installEventFilter(this);
    list.view->viewport()->installEventFilter(this);
    FocusRing::attach(list.view);

    list.stack = new QStackedWidget;
    list.empty = new EmptyState;
    list.noHits = new EmptyState;
    list.stack->addWidget(list.view);
    list.stack->addWidget(list.empty);
    list.stack->addWidget(list.noHits);
    m_stack->addWidget(list.stack);
    m_tabs->addTab(QString());
    connect(list.empty->button, &QPushButton::clicked, this, [this, number] {
        if (m_lists[number]->act)
            m_lists[number]->act();
    });
    connect(list.noHits->button, &QPushButton::clicked, m_search, &QLineEdit::clear);
    connect(list.view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this, number] {
        if (number == currentList())
            Q_EMIT currentChanged();
    });
    connect(list.view, &QTreeView::clicked, this, [this, number](const QModelIndex& index) {
        List& own = *m_lists[number];
        if (index.data(GroupRole).toBool())
            own.view->setExpanded(index.siblingAtColumn(0), !own.view->isExpanded(index.siblingAtColumn(0)));
    });
    const auto activate = [this](const QModelIndex& index) {
        if (index.isValid() && !index.data(GroupRole).toBool())
            Q_EMIT activated(index.data(RowKindRole).toString(), index.data(RowIdRole).toLongLong());
    };
    connect(list.view, &QTreeView::doubleClicked, this, activate);
    connect(list.view, &QTreeView::collapsed, this,
            [this, number](const QModelIndex& index) { m_lists[number]->closed.insert(rowKey(index)); });
    connect(list.view, &QTreeView::expanded, this,
            [this, number](const QModelIndex& index) { m_lists[number]->closed.remove(rowKey(index)); });
    connect(list.model, &RowModel::checkChanged, this, &ListPanel::checkChanged);
    m_lists.push_back(std::move(made));
    m_tabs->setVisible(m_lists.size() > 1);
    retranslate();
    fitColumns(number, true);
    showState(number);
    return number;
}

void ListPanel::setListName(int list, const QString& name)
{
    m_lists[list]->name = name;
    m_lists[list]->view->setAccessibleName(name);
    updateTabs();
}

void ListPanel::setColumns(int list, const QList<Column>& columns)
{
    m_lists[list]->model->setColumns(columns);
    fitColumns(list, true);
}

const QList<Row>& ListPanel::rows(int list) const
{
    return m_lists[list]->model->rows();
}

void ListPanel::setRows(int number, const QList<Row>& rows)
{
    List& list = *m_lists[number];
    if (rows == list.model->rows()) {
        showState(number);
        return;
    }
    const QModelIndex current = list.view->currentIndex();
    const QString kind = current.data(RowKindRole).toString();
    const qint64 id = current.siblingAtColumn(0).data(RowIdRole).toLongLong();
    const int scrolled = list.view->verticalScrollBar()->value();
    {
        // One currentChanged() at the end, not one for the reset and one for the row found again.
        const QSignalBlocker blocker(this);
        list.model->setRows(rows);
        for (int i = 0; i < list.proxy->rowCount(); ++i) {
            const QModelIndex top = list.proxy->index(i, 0);
            if (!top.data(GroupRole).toBool())
                continue;
            list.view->setFirstColumnSpanned(i, {}, true);
            const QSignalBlocker quiet(list.view);
            list.view->setExpanded(top, !list.closed.contains(rowKey(top)));
        }
        if (!list.view->currentIndex().isValid() && current.isValid() == false && kind.isEmpty()) {
            // nothing was selected: stays so
        } else if (!list.view->currentIndex().isValid() ||
                   list.view->currentIndex().data(RowIdRole).toLongLong() != id) {
            const QModelIndex again = list.proxy->mapFromSource(list.model->indexOf(kind, id));
            if (again.isValid())
                list.view->setCurrentIndex(again);
        }
        list.view->verticalScrollBar()->setValue(scrolled);
    }
    updateTabs();
    showState(number);
    if (number == currentList())
        Q_EMIT currentChanged();
}

void ListPanel::setPredicate(int list, std::function<bool(const Row&)> predicate)
{
    m_lists[list]->filtered = bool(predicate);
    m_lists[list]->proxy->setPredicate(std::move(predicate));
    showState(list);
}

void ListPanel::setEmpty(int list, const QString& sentence, const QString& button, std::function<void()> act)
{
    m_lists[list]->empty->label->setText(sentence);
    m_lists[list]->empty->button->setText(button);
    m_lists[list]->empty->button->setVisible(!button.isEmpty());
    m_lists[list]->act = std::move(act);
}

void ListPanel::sortBy(int list, int column, Qt::SortOrder order)
{
    m_lists[list]->view->header()->setSortIndicatorShown(true);
    m_lists[list]->view->sortByColumn(column, order);
}

int ListPanel::currentList() const
{
    return m_stack->currentIndex();
}

void ListPanel::setCurrentList(int list)
{
    m_tabs->setCurrentIndex(list);
    m_stack->setCurrentIndex(list);
}

const Row* ListPanel::currentRow() const
{
    const int list = currentList();
    if (list < 0)
        return nullptr;
    const List& own = *m_lists[list];
    const Row* row = own.model->row(own.proxy->mapToSource(own.view->currentIndex()));
    return row && !row->group ? row : nullptr;
}

qint64 ListPanel::currentId() const
{
    const Row* row = currentRow();
    return row ? row->id : 0;
}

QString ListPanel::currentKind() const
{
    const Row* row = currentRow();
    return row ? row->kind : QString();
}

bool ListPanel::select(const QString& kind, qint64 id)
{
    for (int i = 0; i < int(m_lists.size()); ++i) {
        List& list = *m_lists[i];
        const QModelIndex source = list.model->indexOf(kind, id);
        if (!source.isValid())
            continue;
        setCurrentList(i);
        if (!list.proxy->mapFromSource(source).isValid())
            m_search->clear(); // a link leads to it: the search steps back
        const QModelIndex index = list.proxy->mapFromSource(source);
        if (!index.isValid())
            return false;
        list.view->setExpanded(index.parent(), true);
        list.view->setCurrentIndex(index);
        list.view->scrollTo(index, QAbstractItemView::PositionAtCenter);
        return true;
    }
    return false;
}

void ListPanel::selectFirst()
{
    const int number = currentList();
    if (number < 0)
        return;
    const List& list = *m_lists[number];
    QModelIndex first = list.proxy->index(0, 0);
    if (first.data(GroupRole).toBool())
        first = list.proxy->index(0, 0, first);
    if (first.isValid())
        list.view->setCurrentIndex(first);
}

QTreeView* ListPanel::view(int list) const
{
    return m_lists[list]->view;
}

void ListPanel::retranslate()
{
    m_search->setAccessibleName(tr("Search the list"));
    if (m_search->placeholderText().isEmpty() || m_search->property("own").toBool()) {
        m_search->setPlaceholderText(tr("Filter"));
        m_search->setProperty("own", true);
    }
    m_tabs->setAccessibleName(tr("Lists"));
    for (const auto& list : m_lists) {
        list->noHits->label->setText(tr("No row fits the filter."));
        list->noHits->button->setText(tr("Clear the filter"));
    }
}

void ListPanel::showState(int number)
{
    const List& list = *m_lists[number];
    const bool words = !list.proxy->words().isEmpty();
    const bool none = list.model->leafCount() == 0;
    const bool hidden = !none && list.proxy->leafCount() == 0;
    list.noHits->button->setVisible(words);
    list.stack->setCurrentIndex(none ? 1 : hidden ? 2 : 0);
}

void ListPanel::updateTabs()
{
    for (int i = 0; i < int(m_lists.size()); ++i) {
        const List& list = *m_lists[i];
        m_tabs->setTabText(i, u"%1 (%2)"_s.arg(list.name).arg(list.model->leafCount()));
    }
}

void ListPanel::copy(int number) const
{
    const List& list = *m_lists[number];
    QModelIndexList rows = list.view->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [&](const QModelIndex& a, const QModelIndex& b) {
        return list.view->visualRect(a).top() < list.view->visualRect(b).top();
    });
    QStringList lines;
    for (const QModelIndex& row : rows) {
        QStringList cells;
        for (int column = 0; column < list.model->columnCount(); ++column) {
            const QModelIndex cell = row.siblingAtColumn(column);
            const QString second = cell.data(SecondLineRole).toString();
            QString text = cell.data().toString();
            if (!second.isEmpty())
                text += u" – "_s + second;
            cells << text.replace(u'\t', u' ').replace(u'\n', u' ');
        }
        lines << cells.join(u'\t');
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void ListPanel::fitColumns(int number, bool anew)
{
    const List& list = *m_lists[number];
    const QList<Column>& columns = list.model->columns();
    if (columns.isEmpty())
        return;
    QHeaderView* header = list.view->header();
    const qreal scale = Theme::instance().font(FontRole::Body).pointSizeF() / 10.0;
    int stretch = 0;
    for (int i = int(columns.size()) - 1; i >= 0; --i) {
        if (columns[i].stretch)
            stretch = i;
        if (anew)
            header->resizeSection(i, qRound(columns[i].width * scale));
    }
    int others = 0;
    for (int i = 0; i < int(columns.size()); ++i)
        others += i == stretch ? 0 : header->sectionSize(i);
    // A little narrower than wished is better than a bar to scroll sideways.
    const int least = qRound(columns[stretch].width * scale * 0.75);
    header->resizeSection(stretch, std::max(least, list.view->viewport()->width() - others));
}

bool ListPanel::eventFilter(QObject* watched, QEvent* event)
{
    for (int i = 0; i < int(m_lists.size()); ++i) {
        List& list = *m_lists[i];
        if (watched == list.view->viewport() && event->type() == QEvent::Resize)
            fitColumns(i, false);
        if (watched != list.view || event->type() != QEvent::KeyPress)
            continue;
        const auto* key = static_cast<QKeyEvent*>(event);
        const QModelIndex current = list.view->currentIndex();
        if (key->matches(QKeySequence::Copy)) {
            copy(i);
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (current.data(GroupRole).toBool())
                list.view->setExpanded(current, !list.view->isExpanded(current));
            else if (current.isValid())
                Q_EMIT activated(current.data(RowKindRole).toString(), current.data(RowIdRole).toLongLong());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ListPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace bascule::ui
