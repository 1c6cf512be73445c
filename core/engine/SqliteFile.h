// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Result.h"

#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>

#include <sys/stat.h>

struct sqlite3;

/// Connections to SQLite files, by SQLite's own C interface; the same in the program and in the helper. Errors have the
/// path as their subject: "path.missing", "path.denied", "sqlite.not-a-database", "sqlite.damaged", "sqlite.busy",
/// "sqlite.not-closed", "sqlite.failed", "disk.full", "cancelled", …
namespace bascule::engine::sqlite {

/// The code of a failed call, with SQLite's words as detail.
Error error(int rc, sqlite3* db, const std::string& path);
Error cancelled(const std::string& path);

/// How a file is opened.
enum class Mode {
    Source, ///< nothing written, neither the file nor beside it
    Own,    ///< a file of ours: read and written, hot journals and logs are settled
    Sealed  ///< a complete file nobody else has open: immutable
};

/// A folder for a moment, of mode 0700, on a disk where there is one: below BASCULE_SCRATCH_DIR or TMPDIR, in /var/tmp
/// or in /tmp. Who wants nothing to stay, also when the process is killed, opens its files and calls remove() at once.
class MomentaryFolder
{
public:
    static Result<MomentaryFolder> make();
    MomentaryFolder(MomentaryFolder&& other) noexcept
        : m_path(std::move(other.m_path))
    {
        other.m_path.clear();
    }
    MomentaryFolder& operator=(MomentaryFolder&&) = delete;
    ~MomentaryFolder() { remove(); }
    const std::string& path() const { return m_path; }
    /// With the files in it.
    void remove();

private:
    explicit MomentaryFolder(std::string path)
        : m_path(std::move(path))
    {
    }
    std::string m_path;
};

/// A connection of one thread.
class Connection
{
public:
    static Result<Connection> open(const std::string& path, Mode mode, std::stop_token stop);
    Connection(Connection&&) noexcept;
    Connection& operator=(Connection&&) noexcept;
    ~Connection();

    sqlite3* db() const;
    const std::string& path() const;
    bool walMode() const;
    /// False when it was opened immutable and something wrote meanwhile.
    bool undisturbed() const;
    Result<void> exec(const std::string& sql);
    /// First column of the first row; 0 or empty when there is none.
    Result<std::int64_t> number(const std::string& sql);
    Result<std::string> text(const std::string& sql);
    Error failure(int rc) const;
    /// How long one statement waits for a busy database; 20 s unless told.
    void waitAtMost(int ms);

private:
    struct State;
    explicit Connection(std::unique_ptr<State> state);
    static Result<Connection> openRaw(const std::string& file, const std::string& shown, const char* query, int flags,
                                      std::stop_token stop);
    static Result<Connection> openSource(const std::string& path, std::stop_token stop);
    static Result<Connection> openCopy(const std::string& path, const struct stat& before, std::stop_token stop);
    std::unique_ptr<State> m_state;
};

/// True for a regular file that begins as a SQLite database does; false for anything else, also what is unreadable in
/// kind (folder, fifo, link). Errors: "path.missing", "path.denied".
Result<bool> isDatabase(const std::string& path);

} // namespace bascule::engine::sqlite
