// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/databases/SqliteHandle.h"

namespace bascule::sqlite {

Error cancelled(const std::string& path)
{
    return makeError("cancelled", displayPath(path));
}

Error shown(Error error)
{
    error.subject = displayPath(error.subject).toStdString();
    return error;
}

Result<Handle> Handle::open(const std::string& path, Mode mode, std::stop_token stop)
{
    auto connection = engine::sqlite::Connection::open(path, mode, std::move(stop));
    if (!connection)
        return shown(connection.error());
    return Handle(std::move(*connection));
}

Result<void> Handle::exec(const QByteArray& sql)
{
    const auto done = m_connection.exec(sql.toStdString());
    return done ? Result<void>() : Result<void>(shown(done.error()));
}

Result<qint64> Handle::number(const QByteArray& sql)
{
    const auto found = m_connection.number(sql.toStdString());
    return found ? Result<qint64>(qint64{*found}) : Result<qint64>(shown(found.error()));
}

Result<QString> Handle::text(const QByteArray& sql)
{
    const auto found = m_connection.text(sql.toStdString());
    return found ? Result<QString>(QString::fromStdString(*found)) : Result<QString>(shown(found.error()));
}

// ---------------------------------------------------------------- statement

Result<Statement> Statement::prepare(const Handle& handle, const QByteArray& sql)
{
    sqlite3_stmt* statement = nullptr;
    const int rc = sqlite3_prepare_v2(handle.db(), sql.constData(), int(sql.size()), &statement, nullptr);
    if (rc != SQLITE_OK)
        return handle.failure(rc);
    return Statement(&handle, statement);
}

Statement::Statement(Statement&& other) noexcept
    : m_handle(other.m_handle)
    , m_statement(std::exchange(other.m_statement, nullptr))
{
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

Result<bool> Statement::step()
{
    const int rc = sqlite3_step(m_statement);
    if (rc == SQLITE_ROW)
        return true;
    if (rc == SQLITE_DONE)
        return false;
    return m_handle->failure(rc);
}

QString Statement::text(int column) const
{
    const unsigned char* data = sqlite3_column_text(m_statement, column);
    const int size = sqlite3_column_bytes(m_statement, column);
    return data ? QString::fromUtf8(reinterpret_cast<const char*>(data), size) : QString();
}

QByteArray Statement::bytes(int column) const
{
    const void* data = sqlite3_column_blob(m_statement, column);
    const int size = sqlite3_column_bytes(m_statement, column);
    return data ? QByteArray(static_cast<const char*>(data), size) : QByteArray();
}

} // namespace bascule::sqlite
