// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Counters.h"
#include "core/project/Checkpoint.h"

#include <stop_token>
#include <string>
#include <vector>

namespace bascule {

// SQLite files, by SQLite's own C interface. Paths are absolute bytes, as Host::path() gives them. All functions block,
// honour `stop` (error "cancelled") and may be called from any thread.
//
// "Read-only" here means that neither the file nor anything beside it is written:
//  - a database in rollback mode is opened read-only under SQLite's shared lock;
//  - one in WAL mode with its -wal and -shm (somebody has it open) is opened read-only with the shared memory
//  read-only;
//  - one in WAL mode at rest (no -wal) is opened immutable, because SQLite would otherwise leave an empty -wal and a
//    -shm behind; that nothing changed meanwhile is checked afterwards, and if it did, the reading is done again;
//  - one with a -wal but no -shm (nobody can have it open) is read from a private copy.
// A process that reads such a file by other means and closes it drops POSIX locks: do not hash or copy a database with
// the engine in one thread while another thread reads it here.
//
// Errors: "path.missing", "path.denied", "sqlite.not-a-database", "sqlite.damaged", "sqlite.busy",
// "sqlite.not-closed" (a hot journal: its application must open it first), "sqlite.changing", "sqlite.failed",
// "disk.full", "cancelled", …

/// What a SQLite file says of itself.
struct SqliteInfo
{
    QString version; ///< of the library that wrote it last, e.g. "3.40.1"; may be empty
    int tables = 0, indexes = 0, views = 0, triggers = 0;
    qint64 rows = 0;
    qint64 bytes = 0; ///< pages in use by this snapshot, with what is in the -wal
    bool walMode = false;
    int userVersion = 0;
    int applicationId = 0;
    int pageSize = 0;
    QString encoding;
    bool integrityOk = false;
    QString integrityDetail; ///< SQLite's words when not ok
};

/// True for a regular file that begins as a SQLite database does; false for anything else, also what is unreadable in
/// kind (folder, fifo, link). Errors: "path.missing", "path.denied".
Result<bool> isSqlite(const std::string& path);

/// Counts everything and checks integrity (reads the whole file).
Result<SqliteInfo> sqliteInfo(const std::string& path, std::stop_token stop = {});

struct SqliteIntegrity
{
    bool ok = false;             ///< integrity_check found nothing
    QStringList problems;        ///< SQLite's words, at most 20
    qint64 foreignKeyErrors = 0; ///< rows without their parent
    QStringList foreignKeys;     ///< "orders row 3 → customers", at most 20
};
Result<SqliteIntegrity> sqliteIntegrity(const std::string& path, std::stop_token stop = {});

/// Copies a database that may be in use through SQLite's backup interface: one consistent snapshot, written to a
/// temporary beside the target, journal mode as the source's, integrity checked, synced, with the source's mode, owner,
/// times, ACL and xattrs, then renamed over the target. What the target's old -wal or -journal held is first settled in
/// the old target, so that it never meets the new file. Errors besides the above: "sqlite.target-in-use",
/// "sqlite.copy-damaged". Metadata that cannot be set (no privilege) is not an error here: compare() tells.
Result<void> sqliteCopy(const std::string& source, const std::string& target, engine::Counters& counters,
                        std::stop_token stop = {});

/// Brings what the -wal or -journal beside a database of ours holds into its file and checks nothing else. For
/// throwaway copies only: it writes. Errors besides the above: "sqlite.target-in-use".
Result<void> sqliteSettle(const std::string& path, std::stop_token stop = {});

/// A table's rows in the order of its key, hashed with their types.
struct SqliteTableDigest
{
    QString name;
    qint64 rows = 0;
    QString hash; ///< SHA-256, hex
};

struct SqliteObject
{
    QString type; ///< "table", "index", "trigger", "view"
    QString name;
    QString table;
    QString sql;
};

/// What a database holds: equal digests are equal databases, wherever the pages lie.
struct SqliteDigest
{
    std::vector<SqliteObject> objects;     ///< ordered by type and name
    std::vector<SqliteTableDigest> tables; ///< ordered by name; virtual tables by their shadow tables
    int userVersion = 0;
    int applicationId = 0;
    qint64 rows = 0;
    QString hash; ///< over all of it
};
Result<SqliteDigest> sqliteDigest(const std::string& path, std::stop_token stop = {});

/// What differs, `left` being the original: codes "sqlite.table-missing", "sqlite.table-extra",
/// "sqlite.object-missing", "sqlite.object-extra", "sqlite.object-differs" (params type, name), "sqlite.row-count"
/// (table, left, right), "sqlite.rows-differ" (table, rows), "sqlite.user-version", "sqlite.application-id" (left,
/// right). Empty: equal.
std::vector<Item> compareDigests(const SqliteDigest& left, const SqliteDigest& right);

/// The first row of one reading statement, as text. "sqlite.not-a-query" when it would write or is no single statement.
struct SqliteAnswer
{
    QStringList columns;
    QStringList row; ///< empty when there is no row
    qint64 rows = 0; ///< counted up to 100,000
};
Result<SqliteAnswer> sqliteQuery(const std::string& path, const QString& sql, std::stop_token stop = {});

/// The files that belong to a database and must never be copied or judged by themselves: -wal, -shm, -journal.
std::vector<std::string> sqliteSidecars(const std::string& path);
bool isSqliteSidecarName(const std::string& name);

/// An identifier for SQL, in double quotes, inner ones doubled.
QString sqliteQuoted(const QString& identifier);

} // namespace bascule
