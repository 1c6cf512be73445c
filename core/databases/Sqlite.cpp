// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/databases/Sqlite.h"

#include "core/databases/SqliteHandle.h"

#include <sys/stat.h>
#include <unistd.h>

namespace bascule {

using namespace Qt::StringLiterals;
using sqlite::Handle;
using sqlite::Statement;

QString sqliteQuoted(const QString& identifier)
{
    QString doubled = identifier;
    doubled.replace(u'"', u"\"\""_s);
    return u'"' + doubled + u'"';
}

std::vector<std::string> sqliteSidecars(const std::string& path)
{
    return {path + "-wal", path + "-shm", path + "-journal"};
}

bool isSqliteSidecarName(const std::string& name)
{
    const auto ends = [&](std::string_view end) {
        return name.size() > end.size() && std::string_view(name).substr(name.size() - end.size()) == end;
    };
    return ends("-wal") || ends("-shm") || ends("-journal");
}

Result<bool> isSqlite(const std::string& path)
{
    const auto is = engine::sqlite::isDatabase(path);
    return is ? Result<bool>(*is) : Result<bool>(sqlite::shown(is.error()));
}

// ---------------------------------------------------------------- information

namespace {

/// Names of what the main schema holds by kind of table, as PRAGMA table_list says.
Result<std::vector<QString>> ordinaryTables(Handle& handle)
{
    auto list = Statement::prepare(handle, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN "
                                           "('table', 'shadow') AND name NOT IN ('sqlite_schema') AND (name NOT LIKE "
                                           "'sqlite\\_%' ESCAPE '\\' OR name = 'sqlite_sequence') ORDER BY name");
    if (!list)
        return list.error();
    std::vector<QString> names;
    for (;;) {
        auto row = list.value().step();
        if (!row)
            return row.error();
        if (!row.value())
            return names;
        names.push_back(list.value().text(0));
    }
}

QString writerVersion(qint64 number)
{
    if (number < 3'000'000)
        return {};
    return u"%1.%2.%3"_s.arg(number / 1'000'000).arg(number / 1000 % 1000).arg(number % 1000);
}

qint64 writerNumber(Handle& handle)
{
    sqlite3_file* file = nullptr;
    unsigned char word[4] = {};
    if (sqlite3_file_control(handle.db(), "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || !file ||
        !file->pMethods || file->pMethods->xRead(file, word, sizeof word, 96) != SQLITE_OK)
        return 0;
    return qint64(word[0]) << 24 | qint64(word[1]) << 16 | qint64(word[2]) << 8 | qint64(word[3]);
}

Result<SqliteIntegrity> integrityOf(Handle& handle)
{
    SqliteIntegrity integrity;
    {
        auto check = Statement::prepare(handle, "PRAGMA integrity_check(20)");
        if (!check)
            return check.error();
        for (;;) {
            auto row = check.value().step();
            if (!row) {
                if (row.error().code != "sqlite.damaged")
                    return row.error();
                integrity.problems << QString::fromStdString(row.error().detail);
                break;
            }
            if (!row.value())
                break;
            const QString words = check.value().text(0);
            if (words != u"ok"_s)
                integrity.problems << words;
        }
    }
    integrity.ok = integrity.problems.isEmpty();
    if (!integrity.ok)
        return integrity;
    auto check = Statement::prepare(handle, "PRAGMA foreign_key_check");
    if (!check)
        return check.error();
    for (;;) {
        auto row = check.value().step();
        if (!row) {
            // A schema with a dangling reference ("foreign key mismatch") is the schema's business, not damage.
            if (row.error().code != "sqlite.failed")
                return row.error();
            integrity.foreignKeys << QString::fromStdString(row.error().detail);
            ++integrity.foreignKeyErrors;
            break;
        }
        if (!row.value())
            break;
        if (++integrity.foreignKeyErrors <= 20)
            integrity.foreignKeys << u"%1 %2 → %3"_s.arg(check.value().text(0), check.value().text(1),
                                                         check.value().text(2));
    }
    return integrity;
}

Result<void> countObjects(Handle& handle, SqliteInfo& info)
{
    const std::pair<const char*, int*> kinds[] = {
        {"table", &info.tables}, {"index", &info.indexes}, {"view", &info.views}, {"trigger", &info.triggers}};
    for (const auto& [kind, count] : kinds) {
        auto number = handle.number(
            QByteArray("SELECT count(*) FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND type = '") +
            kind + "'");
        if (!number)
            return number.error();
        *count = int(number.value());
    }
    auto tables = ordinaryTables(handle);
    if (!tables)
        return tables.error();
    for (const QString& table : tables.value()) {
        if (table == u"sqlite_sequence"_s)
            continue;
        auto rows = handle.number("SELECT count(*) FROM main." + sqliteQuoted(table).toUtf8());
        if (!rows)
            return rows.error();
        info.rows += rows.value();
    }
    return {};
}

Result<SqliteInfo> infoOf(Handle& handle)
{
    SqliteInfo info;
    info.walMode = handle.walMode();
    auto begun = handle.exec("BEGIN");
    if (!begun)
        return begun.error();
    auto pages = handle.number("PRAGMA page_count");
    if (!pages)
        return pages.error();
    info.pageSize = int(handle.number("PRAGMA page_size").valueOr(0));
    info.bytes = pages.value() * info.pageSize;
    info.userVersion = int(handle.number("PRAGMA user_version").valueOr(0));
    info.applicationId = int(handle.number("PRAGMA application_id").valueOr(0));
    info.encoding = handle.text("PRAGMA encoding").valueOr({});
    info.version = writerVersion(writerNumber(handle));
    auto integrity = integrityOf(handle);
    if (!integrity)
        return integrity.error();
    info.integrityOk = integrity.value().ok;
    info.integrityDetail = integrity.value().problems.join(u'\n');
    auto counted = countObjects(handle, info);
    if (!counted && info.integrityOk)
        return counted.error();
    return info;
}

} // namespace

Result<SqliteInfo> sqliteInfo(const std::string& path, std::stop_token stop)
{
    return sqlite::reading<SqliteInfo>(path, stop, infoOf);
}

Result<SqliteIntegrity> sqliteIntegrity(const std::string& path, std::stop_token stop)
{
    return sqlite::reading<SqliteIntegrity>(path, stop, integrityOf);
}

// ---------------------------------------------------------------- a query

namespace {

Result<SqliteAnswer> answerOf(Handle& handle, const QString& sql)
{
    const QByteArray utf8 = sql.toUtf8();
    sqlite3_stmt* raw = nullptr;
    const char* tail = nullptr;
    const int rc = sqlite3_prepare_v2(handle.db(), utf8.constData(), int(utf8.size()), &raw, &tail);
    if (rc != SQLITE_OK)
        return handle.failure(rc);
    const bool single =
        raw && QByteArray(tail).trimmed().isEmpty() && sqlite3_stmt_readonly(raw) != 0 && sqlite3_column_count(raw) > 0;
    sqlite3_finalize(raw);
    if (!single)
        return makeError("sqlite.not-a-query", displayPath(handle.path()));
    auto query = Statement::prepare(handle, utf8);
    if (!query)
        return query.error();
    SqliteAnswer answer;
    const int columns = sqlite3_column_count(query.value().raw());
    for (int i = 0; i < columns; ++i)
        answer.columns << QString::fromUtf8(sqlite3_column_name(query.value().raw(), i));
    while (answer.rows < 100'000) {
        auto row = query.value().step();
        if (!row)
            return row.error();
        if (!row.value())
            break;
        if (++answer.rows == 1) {
            for (int i = 0; i < columns; ++i)
                answer.row << query.value().text(i);
        }
    }
    return answer;
}

} // namespace

Result<SqliteAnswer> sqliteQuery(const std::string& path, const QString& sql, std::stop_token stop)
{
    return sqlite::reading<SqliteAnswer>(path, stop, [&](Handle& handle) { return answerOf(handle, sql); });
}

} // namespace bascule
