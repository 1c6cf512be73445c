// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/RowModel.h"

#include "ui/widgets/Buttons.h"

using namespace Qt::StringLiterals;

namespace bascule::ui {

Cell Cell::plain(const QString& text)
{
    Cell cell;
    cell.text = text;
    return cell;
}

Cell Cell::mutedText(const QString& text)
{
    Cell cell = plain(text);
    cell.muted = true;
    return cell;
}

Cell Cell::number(const QString& text, const QVariant& sort)
{
    Cell cell = plain(text);
    cell.right = true;
    cell.sort = sort;
    return cell;
}

Cell Cell::state(Look look, const QString& word)
{
    Cell cell = plain(word);
    cell.look = look;
    return cell;
}

Cell Cell::filePath(const QString& path)
{
    Cell cell = plain(path);
    cell.path = true;
    return cell;
}

Cell Cell::named(const QString& icon, const QString& text, const QString& second)
{
    Cell cell = plain(text);
    cell.icon = icon;
    cell.second = second;
    return cell;
}

bool Row::operator==(const Row& other) const
{
    return kind == other.kind && id == other.id && cells == other.cells && group == other.group &&
           count == other.count && selectable == other.selectable && search == other.search &&
           children == other.children;
}

namespace {

/// Same rows in the same places: contents may differ.
bool sameShape(const QList<Row>& a, const QList<Row>& b)
{
    if (a.size() != b.size())
        return false;
    for (qsizetype i = 0; i < a.size(); ++i) {
        if (a[i].id != b[i].id || a[i].kind != b[i].kind || a[i].group != b[i].group ||
            !sameShape(a[i].children, b[i].children))
            return false;
        if (a[i].group && !a[i].cells.isEmpty() && !b[i].cells.isEmpty() && a[i].id == 0 &&
            a[i].cells.first().text != b[i].cells.first().text)
            return false;
    }
    return true;
}

QString spoken(const Cell& cell)
{
    if (!cell.description.isEmpty())
        return cell.description;
    const QString word = cell.look == Look::None ? QString() : wordOf(cell.look);
    QStringList parts;
    if (!word.isEmpty() && !cell.text.contains(word, Qt::CaseInsensitive))
        parts << word;
    if (!cell.text.isEmpty())
        parts << cell.text;
    if (!cell.second.isEmpty())
        parts << cell.second;
    return parts.join(u", "_s);
}

} // namespace

RowModel::RowModel(QObject* parent)
    : QAbstractItemModel(parent)
{
}

RowModel::~RowModel() = default;

void RowModel::setColumns(const QList<Column>& columns)
{
    if (columns.size() != m_columns.size()) {
        beginResetModel();
        m_columns = columns;
        endResetModel();
        return;
    }
    m_columns = columns;
    if (!m_columns.isEmpty())
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, int(m_columns.size()) - 1);
}

void RowModel::setRows(const QList<Row>& rows)
{
    if (!sameShape(m_rows, rows)) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    const QList<Row> before = std::exchange(m_rows, rows);
    const int last = int(m_columns.size()) - 1;
    for (int i = 0; i < int(m_rows.size()); ++i) {
        const QModelIndex parent = index(i, 0);
        if (before[i].cells != m_rows[i].cells || before[i].count != m_rows[i].count)
            Q_EMIT dataChanged(parent, index(i, last));
        for (int j = 0; j < int(m_rows[i].children.size()); ++j) {
            if (before[i].children[j] != m_rows[i].children[j])
                Q_EMIT dataChanged(index(j, 0, parent), index(j, last, parent));
        }
    }
}

int RowModel::leafCount() const
{
    int count = 0;
    for (const Row& row : m_rows)
        count += row.group ? int(row.children.size()) : 1;
    return count;
}

const Row* RowModel::row(const QModelIndex& index) const
{
    if (!index.isValid())
        return nullptr;
    if (index.internalId() == 0)
        return index.row() < m_rows.size() ? &m_rows[index.row()] : nullptr;
    const auto parent = qsizetype(index.internalId()) - 1;
    if (parent >= m_rows.size() || index.row() >= m_rows[parent].children.size())
        return nullptr;
    return &m_rows[parent].children[index.row()];
}

QModelIndex RowModel::indexOf(const QString& kind, qint64 id) const
{
    for (int i = 0; i < int(m_rows.size()); ++i) {
        const QModelIndex here = index(i, 0);
        if (!m_rows[i].group && m_rows[i].id == id && m_rows[i].kind == kind)
            return here;
        for (int j = 0; j < int(m_rows[i].children.size()); ++j) {
            if (m_rows[i].children[j].id == id && m_rows[i].children[j].kind == kind)
                return index(j, 0, here);
        }
    }
    return {};
}

QModelIndex RowModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : quintptr(0));
}

QModelIndex RowModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(int(child.internalId()) - 1, 0, quintptr(0));
}

int RowModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return int(m_rows.size());
    if (parent.internalId() != 0 || parent.column() != 0)
        return 0;
    return int(m_rows[parent.row()].children.size());
}

int RowModel::columnCount(const QModelIndex&) const
{
    return int(m_columns.size());
}

QVariant RowModel::data(const QModelIndex& index, int role) const
{
    const Row* row = this->row(index);
    if (!row)
        return {};
    if (role == GroupRole)
        return row->group;
    if (role == CountRole)
        return row->count;
    if (role == RowKindRole)
        return row->kind;
    if (role == RowIdRole)
        return row->id;
    if (index.column() >= row->cells.size())
        return {};
    const Cell& cell = row->cells[index.column()];
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::ToolTipRole:
        return cell.tooltip.isEmpty() ? QVariant() : plainToolTip(cell.tooltip);
    case Qt::TextAlignmentRole:
        return int((cell.right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::CheckStateRole:
        return cell.checked ? QVariant(*cell.checked ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::AccessibleTextRole:
        return spoken(cell);
    case StateRole:
        return int(cell.look);
    case PlainStateRole:
        return cell.plainState;
    case SecondLineRole:
        return cell.second;
    case IconRole:
        return cell.icon;
    case ToneRole:
        return cell.tone ? QVariant(int(*cell.tone)) : QVariant();
    case MutedRole:
        return cell.muted;
    case BoldRole:
        return cell.bold;
    case FixedRole:
        return cell.fixed;
    case PathRole:
        return cell.path;
    case CheckableRole:
        return cell.checked.has_value();
    case SortRole:
        return cell.sort.isValid() ? cell.sort : QVariant(cell.text);
    case SearchRole:
        return cell.second.isEmpty() ? cell.text : QString(cell.text + u' ' + cell.second);
    default:
        return {};
    }
}

bool RowModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const Row* row = this->row(index);
    if (!row || role != Qt::CheckStateRole)
        return false;
    Q_EMIT checkChanged(row->kind, row->id, value.toInt() == Qt::Checked);
    return true;
}

QVariant RowModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    if (role == Qt::DisplayRole)
        return m_columns[section].title;
    if (role == Qt::TextAlignmentRole)
        return int((m_columns[section].right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

Qt::ItemFlags RowModel::flags(const QModelIndex& index) const
{
    const Row* row = this->row(index);
    if (!row)
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled;
    if (row->selectable)
        flags |= Qt::ItemIsSelectable;
    if (index.column() < row->cells.size() && row->cells[index.column()].checked)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

RowProxy::RowProxy(RowModel* model, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setSourceModel(model);
    setSortLocaleAware(true);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setDynamicSortFilter(true);
}

void RowProxy::setWords(const QString& words)
{
    m_words = words.simplified();
    invalidateFilter();
}

void RowProxy::setPredicate(std::function<bool(const Row&)> predicate)
{
    m_predicate = std::move(predicate);
    invalidateFilter();
}

int RowProxy::leafCount() const
{
    int count = 0;
    for (int i = 0; i < rowCount(); ++i) {
        const QModelIndex top = index(i, 0);
        count += top.data(GroupRole).toBool() ? rowCount(top) : 1;
    }
    return count;
}

bool RowProxy::accepts(const Row& row) const
{
    if (m_predicate && !m_predicate(row))
        return false;
    if (m_words.isEmpty())
        return true;
    QString all = row.search;
    for (const Cell& cell : row.cells)
        all += u' ' + cell.text + u' ' + cell.second;
    const QStringList words = m_words.split(u' ');
    for (const QString& word : words) {
        if (!all.contains(word, Qt::CaseInsensitive))
            return false;
    }
    return true;
}

bool RowProxy::filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const
{
    const Row* row = m_model->row(m_model->index(sourceRow, 0, sourceParent));
    if (!row)
        return false;
    if (!row->group)
        return accepts(*row);
    if (row->children.isEmpty())
        return m_words.isEmpty() && !m_predicate;
    for (const Row& child : row->children) {
        if (accepts(child))
            return true;
    }
    return false;
}

bool RowProxy::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    if (left.data(GroupRole).toBool() || right.data(GroupRole).toBool())
        return sortOrder() == Qt::AscendingOrder ? left.row() < right.row() : left.row() > right.row();
    const QVariant a = left.data(SortRole);
    const QVariant b = right.data(SortRole);
    if (a.typeId() == QMetaType::QString && b.typeId() == QMetaType::QString)
        return QString::localeAwareCompare(a.toString(), b.toString()) < 0;
    const QPartialOrdering order = QVariant::compare(a, b);
    if (order == QPartialOrdering::Unordered)
        return QString::localeAwareCompare(a.toString(), b.toString()) < 0;
    return order == QPartialOrdering::Less;
}

} // namespace bascule::ui
