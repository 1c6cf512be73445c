// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/databases/SqliteHandle.h"

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <optional>
#include <thread>
#include <unistd.h>

namespace bascule::sqlite {

using namespace Qt::StringLiterals;

Error cancelled(const std::string& path)
{
    return makeError("cancelled", displayPath(path));
}

Error error(int rc, sqlite3* db, const std::string& path)
{
    const QString words = QString::fromUtf8(db ? sqlite3_errmsg(db) : sqlite3_errstr(rc));
    const int extended = db ? sqlite3_extended_errcode(db) : rc;
    const int systemErrno = db ? sqlite3_system_errno(db) : 0;
    const QString shown = displayPath(path);
    const Params params{{"sqlite", std::int64_t(extended)}};
    if (extended == SQLITE_READONLY_ROLLBACK || extended == SQLITE_READONLY_RECOVERY ||
        extended == SQLITE_CANTOPEN_DIRTYWAL)
        return makeError("sqlite.not-closed", shown, params, words);
    switch (rc & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return makeError("sqlite.busy", shown, params, words);
    case SQLITE_CORRUPT:
        return makeError("sqlite.damaged", shown, params, words);
    case SQLITE_NOTADB:
        return makeError("sqlite.not-a-database", shown, params, words);
    case SQLITE_FULL:
        return makeError("disk.full", shown, params, words);
    case SQLITE_INTERRUPT:
        return makeError("cancelled", shown, params, words);
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
    case SQLITE_PERM:
    case SQLITE_READONLY:
        if (systemErrno != 0) {
            Error failed = systemError(systemErrno, shown.toStdString(), "sqlite");
            failed.detail += (failed.detail.empty() ? "" : " ") + words.toStdString();
            failed.severity = Severity::Fatal;
            return failed;
        }
        if ((rc & 0xff) == SQLITE_IOERR)
            return makeError("disk.io-error", shown, params, words);
        break;
    default:
        break;
    }
    return makeError("sqlite.failed", shown, params, words);
}

// ---------------------------------------------------------------- handle

struct Handle::State
{
    sqlite3* db = nullptr;
    std::string shown;
    std::stop_token stop;
    std::chrono::steady_clock::time_point busySince{};
    bool wal = false;
    int busyMs = 20'000;
    std::shared_ptr<ScratchFolder> scratch;
    std::optional<struct stat> sealed; ///< of the original, when its stillness must be checked
    std::string original;

    ~State()
    {
        if (db)
            sqlite3_close_v2(db);
    }
};

namespace {

bool statOf(const std::string& path, struct stat& info)
{
    return ::stat(path.c_str(), &info) == 0;
}

bool sameMoment(const struct stat& a, const struct stat& b)
{
    return a.st_ino == b.st_ino && a.st_dev == b.st_dev && a.st_size == b.st_size &&
           a.st_mtim.tv_sec == b.st_mtim.tv_sec && a.st_mtim.tv_nsec == b.st_mtim.tv_nsec &&
           a.st_ctim.tv_sec == b.st_ctim.tv_sec && a.st_ctim.tv_nsec == b.st_ctim.tv_nsec;
}

/// The -wal as it matters: absent, empty, or with frames.
enum class Log { None, Empty, Frames };
Log logOf(const std::string& path)
{
    struct stat info
    {
    };
    if (!statOf(path + "-wal", info))
        return Log::None;
    return info.st_size == 0 ? Log::Empty : Log::Frames;
}

std::string asUri(const std::string& path, const char* query)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) || std::strchr("/._-", c)) {
            uri += c;
        } else {
            uri += '%';
            uri += digits[byte >> 4];
            uri += digits[byte & 15];
        }
    }
    return uri + "?" + query;
}

/// Copies bytes of a file that nobody has open.
bool copyBytes(const std::string& from, const std::string& to)
{
    std::error_code failed;
    std::filesystem::copy_file(from, to, failed);
    return !failed;
}

} // namespace

Handle::Handle(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

Handle::~Handle() = default;

sqlite3* Handle::db() const
{
    return m_state->db;
}

const std::string& Handle::path() const
{
    return m_state->shown;
}

bool Handle::walMode() const
{
    return m_state->wal;
}

Error Handle::failure(int rc) const
{
    if (m_state->stop.stop_requested())
        return cancelled(m_state->shown);
    return error(rc, m_state->db, m_state->shown);
}

void Handle::waitAtMost(int ms)
{
    m_state->busyMs = ms;
}

bool Handle::undisturbed() const
{
    if (!m_state->sealed)
        return true;
    struct stat now
    {
    };
    const bool still = statOf(m_state->original, now) && sameMoment(*m_state->sealed, now);
    return still && (m_state->scratch != nullptr || logOf(m_state->original) != Log::Frames);
}

Result<Handle> Handle::openRaw(const std::string& file, const std::string& shown, const char* query, int flags,
                               std::stop_token stop)
{
    auto state = std::make_unique<State>();
    state->shown = shown;
    state->original = shown;
    state->stop = std::move(stop);
    const int rc = sqlite3_open_v2(asUri(file, query).c_str(), &state->db,
                                   flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE, nullptr);
    if (rc != SQLITE_OK)
        return error(rc, state->db, shown);
    sqlite3_extended_result_codes(state->db, 1);
    State* raw = state.get();
    sqlite3_busy_handler(
        raw->db,
        [](void* data, int count) -> int {
            auto* self = static_cast<State*>(data);
            const auto now = std::chrono::steady_clock::now();
            if (count == 0)
                self->busySince = now;
            if (self->stop.stop_requested() || now - self->busySince > std::chrono::milliseconds(self->busyMs))
                return 0;
            std::this_thread::sleep_for(std::chrono::milliseconds(count < 20 ? 5 : 50));
            return 1;
        },
        raw);
    sqlite3_progress_handler(
        raw->db, 20'000, [](void* data) -> int { return static_cast<State*>(data)->stop.stop_requested() ? 1 : 0; },
        raw);
    // A schema from elsewhere must not be able to do more than hold data.
    sqlite3_db_config(raw->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(raw->db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    // Read through SQLite's own descriptor: opening and closing the file ourselves would drop other locks of this
    // process on it.
    sqlite3_file* opened = nullptr;
    unsigned char header[100] = {};
    if (sqlite3_file_control(raw->db, "main", SQLITE_FCNTL_FILE_POINTER, &opened) == SQLITE_OK && opened &&
        opened->pMethods && opened->pMethods->xRead(opened, header, sizeof header, 0) == SQLITE_OK)
        raw->wal = header[18] == 2 || header[19] == 2;
    return Handle(std::move(state));
}

Result<Handle> Handle::openSource(const std::string& path, std::stop_token stop)
{
    struct stat before
    {
    };
    if (!statOf(path, before))
        return systemError(errno, displayPath(path).toStdString(), "stat", Severity::Fatal);
    auto plain = openRaw(path, path, "mode=ro", SQLITE_OPEN_READONLY, stop);
    if (!plain || !plain.value().m_state->wal)
        return plain;
    struct stat ignored
    {
    };
    const bool hasIndex = statOf(path + "-shm", ignored);
    const Log log = logOf(path);
    if (log != Log::None && hasIndex) {
        auto shared = openRaw(path, path, "mode=ro&readonly_shm=1", SQLITE_OPEN_READONLY, stop);
        // SQLite maps the index at the first read only. If the application closed the database between our look and
        // that read, the index is gone: the caller looks again.
        if (shared) {
            if (auto first = shared.value().number("PRAGMA schema_version"); !first)
                return first.error();
        }
        return shared;
    }
    if (log != Log::Frames) {
        auto sealed = openRaw(path, path, "mode=ro&immutable=1", SQLITE_OPEN_READONLY, stop);
        if (sealed)
            sealed.value().m_state->sealed = before;
        return sealed;
    }
    auto scratch = ScratchFolder::make("sqlite");
    if (!scratch)
        return scratch.error();
    const std::string copy = scratch.value()->path() + "/copy";
    if (!copyBytes(path, copy) || !copyBytes(path + "-wal", copy + "-wal"))
        return systemError(errno, displayPath(path).toStdString(), "copy", Severity::Fatal);
    auto own = openRaw(copy, path, "mode=rw", SQLITE_OPEN_READWRITE, stop);
    if (own) {
        own.value().m_state->scratch = scratch.value();
        own.value().m_state->sealed = before;
    }
    return own;
}

Result<Handle> Handle::open(const std::string& path, Mode mode, std::stop_token stop)
{
    if (stop.stop_requested())
        return cancelled(path);
    struct stat info
    {
    };
    if (!statOf(path, info))
        return systemError(errno, displayPath(path).toStdString(), "stat", Severity::Fatal);
    if (!S_ISREG(info.st_mode))
        return makeError("sqlite.not-a-database", displayPath(path));
    switch (mode) {
    case Mode::Own:
        return openRaw(path, path, "mode=rw", SQLITE_OPEN_READWRITE, stop);
    case Mode::Sealed:
        return openRaw(path, path, "mode=ro&immutable=1", SQLITE_OPEN_READONLY, stop);
    case Mode::Source:
        break;
    }
    // An application that opens or closes the database just now changes which way of opening is right.
    for (int tries = 0;; ++tries) {
        auto source = openSource(path, stop);
        struct stat index
        {
        };
        if (source || tries == 20 || stop.stop_requested() || statOf(path + "-shm", index))
            return source;
        std::this_thread::sleep_for(std::chrono::milliseconds(25));
    }
}

Result<void> Handle::exec(const QByteArray& sql)
{
    const int rc = sqlite3_exec(m_state->db, sql.constData(), nullptr, nullptr, nullptr);
    if (rc != SQLITE_OK)
        return failure(rc);
    return {};
}

Result<qint64> Handle::number(const QByteArray& sql)
{
    auto statement = Statement::prepare(*this, sql);
    if (!statement)
        return statement.error();
    auto row = statement.value().step();
    if (!row)
        return row.error();
    return row.value() ? statement.value().number(0) : 0;
}

Result<QString> Handle::text(const QByteArray& sql)
{
    auto statement = Statement::prepare(*this, sql);
    if (!statement)
        return statement.error();
    auto row = statement.value().step();
    if (!row)
        return row.error();
    return row.value() ? statement.value().text(0) : QString();
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
