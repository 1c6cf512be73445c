// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/SqliteFile.h"

#include <cctype>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <optional>
#include <sqlite3.h>
#include <string_view>
#include <thread>

#include <unistd.h>

namespace bascule::engine::sqlite {

Error cancelled(const std::string& path)
{
    return {"cancelled", Severity::Fatal, path, {}, {}};
}

Error error(int rc, sqlite3* db, const std::string& path)
{
    const std::string words = db != nullptr ? sqlite3_errmsg(db) : sqlite3_errstr(rc);
    const int extended = db != nullptr ? sqlite3_extended_errcode(db) : rc;
    const int systemErrno = db != nullptr ? sqlite3_system_errno(db) : 0;
    const auto called = [&](const char* code) {
        return Error{code, Severity::Fatal, path, {{"sqlite", std::int64_t{extended}}}, words};
    };
    if (extended == SQLITE_READONLY_ROLLBACK || extended == SQLITE_READONLY_RECOVERY ||
        extended == SQLITE_CANTOPEN_DIRTYWAL)
        return called("sqlite.not-closed");
    switch (rc & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return called("sqlite.busy");
    case SQLITE_CORRUPT:
        return called("sqlite.damaged");
    case SQLITE_NOTADB:
        return called("sqlite.not-a-database");
    case SQLITE_FULL:
        return called("disk.full");
    case SQLITE_INTERRUPT:
        return called("cancelled");
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
    case SQLITE_PERM:
    case SQLITE_READONLY:
        if (systemErrno != 0) {
            Error failed = systemError(systemErrno, path, "sqlite", Severity::Fatal);
            failed.detail += (failed.detail.empty() ? "" : " ") + words;
            return failed;
        }
        if ((rc & 0xff) == SQLITE_IOERR)
            return called("disk.io-error");
        break;
    default:
        break;
    }
    return called("sqlite.failed");
}

// ---------------------------------------------------------------- a folder for a moment

Result<MomentaryFolder> MomentaryFolder::make()
{
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);
        return std::string(value != nullptr && *value == '/' ? value : "");
    };
    int failed = ENOENT;
    for (const std::string& parent :
         {variable("BASCULE_SCRATCH_DIR"), variable("TMPDIR"), std::string("/var/tmp"), std::string("/tmp")}) {
        if (parent.empty())
            continue;
        std::string path = parent + "/.bascule-sqlite.XXXXXX";
        if (::mkdtemp(path.data()) != nullptr)
            return MomentaryFolder(path);
        failed = errno;
    }
    return systemError(failed, "/var/tmp", "mkdtemp", Severity::Fatal);
}

void MomentaryFolder::remove()
{
    if (m_path.empty())
        return;
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
    m_path.clear();
}

// ---------------------------------------------------------------- connection

struct Connection::State
{
    sqlite3* db = nullptr;
    std::string shown;
    std::stop_token stop;
    std::chrono::steady_clock::time_point busySince{};
    bool wal = false;
    int busyMs = 20'000;
    bool ownCopy = false;
    std::optional<struct stat> sealed; ///< of the original, when its stillness must be checked
    std::string original;

    ~State()
    {
        if (db != nullptr)
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
    struct stat info;
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
        if (std::isalnum(byte) != 0 || std::strchr("/._-", c) != nullptr) {
            uri += c;
        } else {
            uri += '%';
            uri += digits[byte >> 4U];
            uri += digits[byte & 15U];
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

int whenBusy(const std::stop_token& stop, std::chrono::steady_clock::time_point& since, int limitMs, int count)
{
    const auto now = std::chrono::steady_clock::now();
    if (count == 0)
        since = now;
    if (stop.stop_requested() || now - since > std::chrono::milliseconds(limitMs))
        return 0;
    std::this_thread::sleep_for(std::chrono::milliseconds(count < 20 ? 5 : 50));
    return 1;
}

/// The first row of a statement, as `read` wants it.
template <class T, class Read>
Result<T> firstRow(const Connection& connection, const std::string& sql, const Read& read)
{
    sqlite3_stmt* statement = nullptr;
    int rc = sqlite3_prepare_v2(connection.db(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
    if (rc != SQLITE_OK)
        return connection.failure(rc);
    rc = sqlite3_step(statement);
    Result<T> result = T{};
    if (rc == SQLITE_ROW)
        result = read(statement);
    else if (rc != SQLITE_DONE)
        result = connection.failure(rc);
    sqlite3_finalize(statement);
    return result;
}

} // namespace

Connection::Connection(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

Connection::Connection(Connection&&) noexcept = default;
Connection& Connection::operator=(Connection&&) noexcept = default;
Connection::~Connection() = default;

sqlite3* Connection::db() const
{
    return m_state->db;
}

const std::string& Connection::path() const
{
    return m_state->shown;
}

bool Connection::walMode() const
{
    return m_state->wal;
}

Error Connection::failure(int rc) const
{
    if (m_state->stop.stop_requested())
        return cancelled(m_state->shown);
    return error(rc, m_state->db, m_state->shown);
}

void Connection::waitAtMost(int ms)
{
    m_state->busyMs = ms;
}

bool Connection::undisturbed() const
{
    if (!m_state->sealed)
        return true;
    struct stat now;
    const bool still = statOf(m_state->original, now) && sameMoment(*m_state->sealed, now);
    return still && (m_state->ownCopy || logOf(m_state->original) != Log::Frames);
}

Result<Connection> Connection::openRaw(const std::string& file, const std::string& shown, const char* query, int flags,
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
            return whenBusy(self->stop, self->busySince, self->busyMs, count);
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
    if (sqlite3_file_control(raw->db, "main", SQLITE_FCNTL_FILE_POINTER, &opened) == SQLITE_OK && opened != nullptr &&
        opened->pMethods != nullptr && opened->pMethods->xRead(opened, header, sizeof header, 0) == SQLITE_OK)
        raw->wal = header[18] == 2 || header[19] == 2;
    return Connection(std::move(state));
}

/// A copy of the file and its log, which lose their names before anything is read: killed, we leave nothing.
Result<Connection> Connection::openCopy(const std::string& path, const struct stat& before, std::stop_token stop)
{
    auto folder = MomentaryFolder::make();
    if (!folder)
        return folder.error();
    const std::string copy = folder->path() + "/copy";
    if (!copyBytes(path, copy) || !copyBytes(path + "-wal", copy + "-wal"))
        return systemError(errno, path, "copy", Severity::Fatal);
    auto own = openRaw(copy, path, "mode=rw", SQLITE_OPEN_READWRITE, std::move(stop));
    if (!own)
        return own;
    own->m_state->ownCopy = true;
    own->m_state->sealed = before;
    // Alone with it, SQLite keeps the log's index in memory; the first read opens the log.
    if (auto alone = own->exec("PRAGMA locking_mode = EXCLUSIVE"); !alone)
        return alone.error();
    if (auto read = own->number("PRAGMA schema_version"); !read)
        return read.error();
    return own;
}

Result<Connection> Connection::openSource(const std::string& path, std::stop_token stop)
{
    struct stat before;
    if (!statOf(path, before))
        return systemError(errno, path, "stat", Severity::Fatal);
    auto plain = openRaw(path, path, "mode=ro", SQLITE_OPEN_READONLY, stop);
    if (!plain || !plain->m_state->wal)
        return plain;
    struct stat ignored;
    const bool hasIndex = statOf(path + "-shm", ignored);
    const Log log = logOf(path);
    if (log != Log::None && hasIndex) {
        auto shared = openRaw(path, path, "mode=ro&readonly_shm=1", SQLITE_OPEN_READONLY, stop);
        // SQLite maps the index at the first read only. If the application closed the database between our look and
        // that read, the index is gone: the caller looks again.
        if (shared) {
            if (auto first = shared->number("PRAGMA schema_version"); !first)
                return first.error();
        }
        return shared;
    }
    if (log == Log::Frames)
        return openCopy(path, before, std::move(stop));
    auto sealed = openRaw(path, path, "mode=ro&immutable=1", SQLITE_OPEN_READONLY, stop);
    if (sealed)
        sealed->m_state->sealed = before;
    return sealed;
}

Result<Connection> Connection::open(const std::string& path, Mode mode, std::stop_token stop)
{
    if (stop.stop_requested())
        return cancelled(path);
    struct stat info;
    if (!statOf(path, info))
        return systemError(errno, path, "stat", Severity::Fatal);
    if (!S_ISREG(info.st_mode))
        return Error{"sqlite.not-a-database", Severity::Fatal, path, {}, {}};
    switch (mode) {
    case Mode::Own:
        return openRaw(path, path, "mode=rw", SQLITE_OPEN_READWRITE, std::move(stop));
    case Mode::Sealed:
        return openRaw(path, path, "mode=ro&immutable=1", SQLITE_OPEN_READONLY, std::move(stop));
    case Mode::Source:
        break;
    }
    // An application that opens or closes the database just now changes which way of opening is right.
    for (int tries = 0;; ++tries) {
        auto source = openSource(path, stop);
        struct stat index;
        if (source || tries == 20 || stop.stop_requested() || statOf(path + "-shm", index))
            return source;
        std::this_thread::sleep_for(std::chrono::milliseconds(25));
    }
}

Result<void> Connection::exec(const std::string& sql)
{
    const int rc = sqlite3_exec(m_state->db, sql.c_str(), nullptr, nullptr, nullptr);
    if (rc != SQLITE_OK)
        return failure(rc);
    return {};
}

Result<std::int64_t> Connection::number(const std::string& sql)
{
    return firstRow<std::int64_t>(
        *this, sql, [](sqlite3_stmt* row) { return static_cast<std::int64_t>(sqlite3_column_int64(row, 0)); });
}

Result<std::string> Connection::text(const std::string& sql)
{
    return firstRow<std::string>(*this, sql, [](sqlite3_stmt* row) {
        const auto* words = reinterpret_cast<const char*>(sqlite3_column_text(row, 0));
        return words == nullptr ? std::string() : std::string(words, std::size_t(sqlite3_column_bytes(row, 0)));
    });
}

Result<bool> isDatabase(const std::string& path)
{
    struct stat info;
    if (::lstat(path.c_str(), &info) != 0)
        return systemError(errno, path, "lstat", Severity::Fatal);
    if (!S_ISREG(info.st_mode) || info.st_size < 512)
        return false;
    if (::access(path.c_str(), R_OK) != 0)
        return systemError(errno, path, "access", Severity::Fatal);
    // Through SQLite's own descriptor, for the sake of the locks that a plain close() would drop.
    sqlite3* db = nullptr;
    std::string uriSafe = path;
    if (uriSafe.rfind("file:", 0) == 0)
        uriSafe.insert(0, "./");
    const int rc = sqlite3_open_v2(uriSafe.c_str(), &db,
                                   SQLITE_OPEN_READONLY | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_NOMUTEX, nullptr);
    bool is = false;
    sqlite3_file* file = nullptr;
    char header[16] = {};
    if (rc == SQLITE_OK && sqlite3_file_control(db, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK &&
        file != nullptr && file->pMethods != nullptr &&
        file->pMethods->xRead(file, header, sizeof header, 0) == SQLITE_OK)
        is = std::string_view(header, sizeof header) == std::string_view("SQLite format 3\0", 16);
    sqlite3_close_v2(db);
    return is;
}

} // namespace bascule::engine::sqlite
