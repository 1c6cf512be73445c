// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/databases/Scratch.h"
#include "core/databases/Sqlite.h"
#include "core/engine/SqliteCopy.h"
#include "core/hosts/Host.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace bascule {

// SQLite files on servers. SQLite needs a file of this machine: one on a server is read through a consistent snapshot,
// which the helper takes there in a file without a name and which is kept here in a private folder. Functions block,
// honour `stop` ("cancelled"), any thread. Errors as in Sqlite.h, with "old:/srv/shop.db" as the subject, "link.…", and
// those of Host::helper().

/// A database as a file of this machine: itself, or a snapshot of one on a server, gone with the last who has it.
struct LocalDatabase
{
    std::string path;
    engine::sqlite::Look look;             ///< of the original
    std::shared_ptr<ScratchFolder> folder; ///< of the snapshot; none when it is the database itself
};

/// The database behind a place. A snapshot is fetched once, for as long as the host lives and the original is not
/// written to.
Result<std::shared_ptr<const LocalDatabase>> databaseHere(const HostPath& place, std::stop_token stop = {});

/// Puts a database over the one at a place (which need not be there), as sqliteCopy() does, dressed as its original:
/// staged beside it, its integrity and hash checked, synced, renamed.
Result<void> placeDatabase(const LocalDatabase& database, const HostPath& target, engine::Counters& counters,
                           std::stop_token stop = {});

// As the functions of the same name in Sqlite.h.
Result<bool> isSqlite(const HostPath& place);
Result<SqliteInfo> sqliteInfo(const HostPath& place, std::stop_token stop = {});
Result<SqliteIntegrity> sqliteIntegrity(const HostPath& place, std::stop_token stop = {});
Result<SqliteDigest> sqliteDigest(const HostPath& place, std::stop_token stop = {});
Result<SqliteAnswer> sqliteQuery(const HostPath& place, const QString& sql, std::stop_token stop = {});
Result<void> sqliteCopy(const HostPath& source, const HostPath& target, engine::Counters& counters,
                        std::stop_token stop = {});

/// An error about the file `path` here, said of the place that it stands for.
Error saidOf(const HostPath& place, const std::string& path, Error error);

} // namespace bascule
