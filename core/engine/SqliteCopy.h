// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Attributes.h"
#include "core/engine/Counters.h"
#include "core/engine/Fd.h"
#include "core/engine/Result.h"
#include "core/engine/Stat.h"

#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

namespace bascule::engine::sqlite {

// Copies of databases that may be in use, through SQLite's backup interface. Block, honour `stop` ("cancelled"), any
// thread. Errors besides those of SqliteFile.h: "sqlite.changing", "sqlite.target-in-use", "sqlite.copy-damaged",
// "sqlite.same-file", "path.not-a-file"; system codes.

/// What a copy is given of the original: owner, mode, times, ACL and extended attributes.
struct Look
{
    Stat stat;
    Xattrs xattrs;
};
/// Follows links, as opening does.
Result<Look> lookOf(const std::string& path);

/// One consistent snapshot, written to a temporary beside the target, journal mode as the source's, integrity checked,
/// synced, dressed as the source, then renamed over the target. What the target's old -wal or -journal held is first
/// settled in the old target, so that it never meets the new file. Metadata that cannot be set (no privilege) is no
/// error here: compare() tells.
Result<void> copy(const std::string& source, const std::string& target, Counters& counters, std::stop_token stop);
/// The same, dressed as told: `source` stands for an original elsewhere.
Result<void> copyDressed(const std::string& source, const Look& look, const std::string& target, Counters& counters,
                         std::stop_token stop);

/// Brings what the -wal or -journal beside a database of ours holds into its file. It writes.
Result<void> settle(const std::string& path, std::stop_token stop);

/// One consistent snapshot in a file without a name, which goes with its descriptor: nothing stays, also of a process
/// that is killed. Not checked for integrity: of a damaged database it is as damaged.
struct Snapshot
{
    Fd file; ///< read from 0 to size
    std::int64_t size = 0;
    Look look; ///< of the original, before it was read
};
Result<Snapshot> snapshot(const std::string& path, Counters& counters, std::stop_token stop);

/// A database that comes from elsewhere, in parts: kept in a temporary beside the target and, whole and checked,
/// promoted as copy() does. Dropped before finish(), it leaves nothing. One thread at a time.
class Arrival
{
public:
    static Result<std::unique_ptr<Arrival>> begin(const std::string& target);
    ~Arrival();
    Result<void> add(std::string_view bytes);
    /// `hash`: XXH3-128 of all bytes, as hex; what lies on the disk is read back against it ("sqlite.copy-damaged").
    Result<void> finish(const Look& look, const std::string& hash, std::stop_token stop);

private:
    struct Private;
    explicit Arrival(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// XXH3-128 of a file's bytes, as hex.
Result<std::string> contentHash(int fd, std::int64_t size, const std::string& path, std::stop_token stop);

} // namespace bascule::engine::sqlite
