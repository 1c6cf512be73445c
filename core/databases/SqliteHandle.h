// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/databases/Scratch.h"

#include <functional>
#include <memory>
#include <sqlite3.h>
#include <stop_token>
#include <string>
#include <sys/stat.h>

// Inside of the room: connections and statements that clean up after themselves.
namespace bascule::sqlite {

/// The code of a failed call, with SQLite's words as detail.
Error error(int rc, sqlite3* db, const std::string& path);
Error cancelled(const std::string& path);

/// How a file is opened.
enum class Mode {
    Source, ///< nothing written, neither the file nor beside it
    Own,    ///< a file of ours: read and written, hot journals and logs are settled
    Sealed  ///< a complete file nobody else has open: immutable
};

/// A connection of one thread.
class Handle
{
public:
    static Result<Handle> open(const std::string& path, Mode mode, std::stop_token stop);
    Handle(Handle&&) = default;
    Handle& operator=(Handle&&) = default;
    ~Handle();

    sqlite3* db() const;
    const std::string& path() const;
    bool walMode() const;
    /// False when it was opened immutable and something wrote meanwhile.
    bool undisturbed() const;
    Result<void> exec(const QByteArray& sql);
    /// First column of the first row; 0 or empty when there is none.
    Result<qint64> number(const QByteArray& sql);
    Result<QString> text(const QByteArray& sql);
    Error failure(int rc) const;
    /// How long one statement waits for a busy database; 20 s unless told.
    void waitAtMost(int ms);

private:
    struct State;
    explicit Handle(std::unique_ptr<State> state);
    static Result<Handle> openRaw(const std::string& file, const std::string& shown, const char* query, int flags,
                                  std::stop_token stop);
    static Result<Handle> openSource(const std::string& path, std::stop_token stop);
    std::unique_ptr<State> m_state;
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
