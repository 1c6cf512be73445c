// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Base.h"
#include "core/engine/SqliteFile.h"

#include <functional>
#include <sqlite3.h>
#include <stop_token>
#include <string>

// Inside of the room: connections and statements that clean up after themselves.
namespace bascule::sqlite {

using engine::sqlite::Mode;

Error cancelled(const std::string& path);
/// An error of the engine with its path made fit to be shown.
Error shown(Error error);

/// A connection of one thread.
class Handle
{
public:
    static Result<Handle> open(const std::string& path, Mode mode, std::stop_token stop);

    sqlite3* db() const { return m_connection.db(); }
    const std::string& path() const { return m_connection.path(); }
    /// False when it was opened immutable and something wrote meanwhile.
    bool undisturbed() const { return m_connection.undisturbed(); }
    bool walMode() const { return m_connection.walMode(); }
    Result<void> exec(const QByteArray& sql);
    /// First column of the first row; 0 or empty when there is none.
    Result<qint64> number(const QByteArray& sql);
    Result<QString> text(const QByteArray& sql);
    Error failure(int rc) const { return shown(m_connection.failure(rc)); }

private:
    explicit Handle(engine::sqlite::Connection connection)
        : m_connection(std::move(connection))
    {
    }
    engine::sqlite::Connection m_connection;
};

class Statement
{
public:
    static Result<Statement> prepare(const Handle& handle, const QByteArray& sql);
    Statement(Statement&& other) noexcept;
    ~Statement();
    /// True: a row is there; false: done.
    Result<bool> step();
    qint64 number(int column) const { return sqlite3_column_int64(m_statement, column); }
    QByteArray bytes(int column) const;
    /// As UTF-8 whatever the database's encoding: a blob read would give UTF-16 databases' own bytes.
    QString text(int column) const;
    sqlite3_stmt* raw() const { return m_statement; }

private:
    Statement(const Handle* handle, sqlite3_stmt* statement)
        : m_handle(handle)
        , m_statement(statement)
    {
    }
    const Handle* m_handle;
    sqlite3_stmt* m_statement;
};

/// Reads a source; again when something wrote to it while it was read without locks.
template <class T>
Result<T> reading(const std::string& path, std::stop_token stop, const std::function<Result<T>(Handle&)>& read)
{
    for (int attempt = 0; attempt < 4; ++attempt) {
        auto handle = Handle::open(path, Mode::Source, stop);
        if (!handle)
            return handle.error();
        Result<T> result = read(handle.value());
        if (handle.value().undisturbed())
            return result;
    }
    return makeError("sqlite.changing", displayPath(path));
}

} // namespace bascule::sqlite
