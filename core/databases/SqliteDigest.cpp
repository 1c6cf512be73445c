// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/databases/Sqlite.h"

#include "core/databases/SqliteHandle.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <cstring>

namespace bascule {

using namespace Qt::StringLiterals;
using sqlite::Handle;
using sqlite::Statement;

namespace {

void addNumber(QCryptographicHash& hash, quint64 number)
{
    const quint64 little = qToLittleEndian(number);
    hash.addData(QByteArrayView(reinterpret_cast<const char*>(&little), sizeof little));
}

void addText(QCryptographicHash& hash, const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    addNumber(hash, quint64(utf8.size()));
    hash.addData(utf8);
}

/// One value with its type, so that 1, 1.0, '1' and x'31' stay apart.
void addValue(QCryptographicHash& hash, sqlite3_stmt* row, int column)
{
    const int type = sqlite3_column_type(row, column);
    const char tag = char(type);
    hash.addData(QByteArrayView(&tag, 1));
    switch (type) {
    case SQLITE_INTEGER:
        addNumber(hash, quint64(sqlite3_column_int64(row, column)));
        break;
    case SQLITE_FLOAT: {
        const double real = sqlite3_column_double(row, column);
        quint64 bits = 0;
        std::memcpy(&bits, &real, sizeof bits);
        addNumber(hash, bits);
        break;
    }
    case SQLITE_TEXT:
    case SQLITE_BLOB: {
        const void* data = type == SQLITE_TEXT ? static_cast<const void*>(sqlite3_column_text(row, column))
                                               : sqlite3_column_blob(row, column);
        const int size = sqlite3_column_bytes(row, column);
        addNumber(hash, quint64(size));
        if (size > 0)
            hash.addData(QByteArrayView(static_cast<const char*>(data), size));
        break;
    }
    default:
        break;
    }
}

struct TableShape
{
    QStringList columns; ///< all but hidden ones of virtual tables
    QStringList key;     ///< primary key columns in their order
    bool withoutRowid = false;
};

Result<TableShape> shapeOf(Handle& handle, const QString& table, bool withoutRowid)
{
    TableShape shape;
    shape.withoutRowid = withoutRowid;
    auto info = Statement::prepare(handle, "SELECT name, pk FROM pragma_table_xinfo(" +
                                               ("'" + QString(table).replace(u'\'', u"''"_s).toUtf8() + "'") +
                                               ") WHERE hidden <> 1 ORDER BY cid");
    if (!info)
        return info.error();
    std::vector<std::pair<qint64, QString>> key;
    for (;;) {
        auto row = info.value().step();
        if (!row)
            return row.error();
        if (!row.value())
            break;
        shape.columns << info.value().text(0);
        if (info.value().number(1) > 0)
            key.emplace_back(info.value().number(1), info.value().text(0));
    }
    std::sort(key.begin(), key.end());
    for (const auto& [place, name] : key)
        shape.key << name;
    return shape;
}

/// A word for the row's number that no column has taken; empty when all three are taken.
QString rowidName(const QStringList& columns)
{
    for (const QString& word : {u"rowid"_s, u"_rowid_"_s, u"oid"_s}) {
        if (!columns.contains(word, Qt::CaseInsensitive))
            return word;
    }
    return {};
}

QByteArray orderedSelect(const QString& table, const TableShape& shape)
{
    QStringList columns, order;
    for (const QString& column : shape.columns)
        columns << sqliteQuoted(column);
    if (!shape.withoutRowid && !rowidName(shape.columns).isEmpty()) {
        order << rowidName(shape.columns);
    } else {
        for (const QString& column : shape.withoutRowid ? shape.key : shape.columns)
            order << sqliteQuoted(column) + u" COLLATE BINARY"_s;
    }
    const QString sql = u"SELECT %1 FROM main.%2 ORDER BY %3"_s; // multi-argument arg(): names may hold "%1" themselves
    return sql.arg(columns.join(u", "_s), sqliteQuoted(table), order.join(u", "_s)).toUtf8();
}

Result<SqliteTableDigest> digestTable(Handle& handle, const QString& table, bool withoutRowid)
{
    auto shape = shapeOf(handle, table, withoutRowid);
    if (!shape)
        return shape.error();
    SqliteTableDigest digest;
    digest.name = table;
    auto rows = Statement::prepare(handle, orderedSelect(table, shape.value()));
    if (!rows)
        return rows.error();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString& column : shape.value().columns)
        addText(hash, column);
    const int columns = int(shape.value().columns.size());
    for (;;) {
        auto row = rows.value().step();
        if (!row)
            return row.error();
        if (!row.value())
            break;
        ++digest.rows;
        for (int i = 0; i < columns; ++i)
            addValue(hash, rows.value().raw(), i);
    }
    digest.hash = QString::fromLatin1(hash.result().toHex());
    return digest;
}

Result<void> readObjects(Handle& handle, SqliteDigest& digest)
{
    auto objects = Statement::prepare(handle, "SELECT type, name, tbl_name, coalesce(sql, '') FROM main.sqlite_schema "
                                              "WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\' ORDER BY type, name");
    if (!objects)
        return objects.error();
    for (;;) {
        auto row = objects.value().step();
        if (!row)
            return row.error();
        if (!row.value())
            return {};
        digest.objects.push_back(
            {objects.value().text(0), objects.value().text(1), objects.value().text(2), objects.value().text(3)});
    }
}

Result<void> readTables(Handle& handle, SqliteDigest& digest)
{
    std::vector<std::pair<QString, bool>> tables;
    {
        auto list = Statement::prepare(
            handle, "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow') AND "
                    "name <> 'sqlite_schema' AND (name NOT LIKE 'sqlite\\_%' ESCAPE '\\' OR name = 'sqlite_sequence') "
                    "ORDER BY name");
        if (!list)
            return list.error();
        for (;;) {
            auto row = list.value().step();
            if (!row)
                return row.error();
            if (!row.value())
                break;
            tables.emplace_back(list.value().text(0), list.value().number(1) != 0);
        }
    }
    for (const auto& [table, withoutRowid] : tables) {
        auto one = digestTable(handle, table, withoutRowid);
        if (!one)
            return one.error();
        digest.rows += one.value().rows;
        digest.tables.push_back(one.value());
    }
    return {};
}

QString overallHash(const SqliteDigest& digest)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const SqliteObject& object : digest.objects) {
        for (const QString& part : {object.type, object.name, object.table, object.sql})
            addText(hash, part);
    }
    for (const SqliteTableDigest& table : digest.tables) {
        addText(hash, table.name);
        addNumber(hash, quint64(table.rows));
        addText(hash, table.hash);
    }
    addNumber(hash, quint64(qint64(digest.userVersion)));
    addNumber(hash, quint64(qint64(digest.applicationId)));
    return QString::fromLatin1(hash.result().toHex());
}

Result<SqliteDigest> digestOf(Handle& handle)
{
    SqliteDigest digest;
    // One transaction, so that all tables are of one moment.
    if (auto begun = handle.exec("BEGIN"); !begun)
        return begun.error();
    if (auto objects = readObjects(handle, digest); !objects)
        return objects.error();
    if (auto tables = readTables(handle, digest); !tables)
        return tables.error();
    auto userVersion = handle.number("PRAGMA user_version");
    auto applicationId = handle.number("PRAGMA application_id");
    if (!userVersion || !applicationId)
        return userVersion ? applicationId.error() : userVersion.error();
    digest.userVersion = int(userVersion.value());
    digest.applicationId = int(applicationId.value());
    digest.hash = overallHash(digest);
    return digest;
}

const SqliteTableDigest* tableOf(const SqliteDigest& digest, const QString& name)
{
    for (const SqliteTableDigest& table : digest.tables) {
        if (table.name == name)
            return &table;
    }
    return nullptr;
}

const SqliteObject* objectOf(const SqliteDigest& digest, const SqliteObject& like)
{
    for (const SqliteObject& object : digest.objects) {
        if (object.type == like.type && object.name == like.name)
            return &object;
    }
    return nullptr;
}

Item item(const char* code, const QJsonObject& params)
{
    return {QString::fromLatin1(code), params, {}};
}

void compareObjects(const SqliteDigest& left, const SqliteDigest& right, std::vector<Item>& items)
{
    for (const SqliteObject& object : left.objects) {
        const QJsonObject params{{u"type"_s, object.type}, {u"name"_s, object.name}};
        const SqliteObject* other = objectOf(right, object);
        if (!other && object.type == u"table"_s)
            items.push_back(item("sqlite.table-missing", {{u"table"_s, object.name}}));
        else if (!other)
            items.push_back(item("sqlite.object-missing", params));
        else if (other->sql != object.sql || other->table != object.table)
            items.push_back(item("sqlite.object-differs", params));
    }
    for (const SqliteObject& object : right.objects) {
        if (objectOf(left, object))
            continue;
        if (object.type == u"table"_s)
            items.push_back(item("sqlite.table-extra", {{u"table"_s, object.name}}));
        else
            items.push_back(item("sqlite.object-extra", {{u"type"_s, object.type}, {u"name"_s, object.name}}));
    }
}

} // namespace

Result<SqliteDigest> sqliteDigest(const std::string& path, std::stop_token stop)
{
    return sqlite::reading<SqliteDigest>(path, stop, digestOf);
}

std::vector<Item> compareDigests(const SqliteDigest& left, const SqliteDigest& right)
{
    std::vector<Item> items;
    compareObjects(left, right, items);
    for (const SqliteTableDigest& table : left.tables) {
        const SqliteTableDigest* other = tableOf(right, table.name);
        if (!other)
            continue;
        if (other->rows != table.rows)
            items.push_back(item("sqlite.row-count",
                                 {{u"table"_s, table.name}, {u"left"_s, table.rows}, {u"right"_s, other->rows}}));
        else if (other->hash != table.hash)
            items.push_back(item("sqlite.rows-differ", {{u"table"_s, table.name}, {u"rows"_s, table.rows}}));
    }
    if (left.userVersion != right.userVersion)
        items.push_back(item("sqlite.user-version", {{u"left"_s, left.userVersion}, {u"right"_s, right.userVersion}}));
    if (left.applicationId != right.applicationId)
        items.push_back(
            item("sqlite.application-id", {{u"left"_s, left.applicationId}, {u"right"_s, right.applicationId}}));
    return items;
}

} // namespace bascule
