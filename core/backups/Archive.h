// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Counters.h"
#include "core/project/Values.h"

#include <chrono>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace bascule {

/// Where reading stops, for the sake of hostile or broken archives.
struct ArchiveLimits
{
    std::int64_t entries = 10'000'000;
    std::int64_t bytes = std::int64_t(64) << 40; ///< unpacked
    std::int64_t ratio = 2'000;                  ///< unpacked to packed, once more than `ratioFrom` came out
    std::int64_t ratioFrom = std::int64_t(256) << 20;
    int depth = 256; ///< components of a path
    std::size_t nameBytes = 32'768;
    int xattrs = 1'000; ///< of one entry
    std::chrono::seconds time{6 * 3600};
};

/// One entry as the archive names it. `path` is bytes, cleaned of leading "/" and "./" and of a trailing "/".
struct ArchiveEntry
{
    std::string path;
    std::string stored; ///< as it stands in the archive
    char kind = 'f';    ///< 'f' file, 'd' folder, 'l' symlink, 'h' hard link, 'p', 's', 'b', 'c'
    std::int64_t size = 0;
    std::uint32_t mode = 0;
    std::int64_t mtimeNs = 0;
    bool hasMtime = false;
    std::string linkTarget; ///< of a symlink as it stands; of a hard link cleaned like `path`
    std::vector<std::pair<std::string, std::string>> xattrs;
    bool absolute = false; ///< began with "/"
    bool upwards = false;  ///< a component of it is ".."
};

/// Takes what an archive holds, in its order, on the reading thread. An error ends the reading and comes back from
/// readArchive().
class ArchiveVisitor
{
public:
    virtual ~ArchiveVisitor() = default;
    virtual Result<void> begin(const ArchiveEntry& entry) = 0;
    /// Blocks come in order; what lies between them is a hole.
    virtual Result<void> data(std::int64_t offset, const char* bytes, std::size_t size) = 0;
    virtual Result<void> end() = 0;
};

/// What reading found. Anything but Intact has a problem that says why.
struct ArchiveReport
{
    ReadState state = ReadState::NotRead;
    bool cancelled = false;
    QString format;         ///< e.g. "zstd, POSIX pax"; may be empty
    QString hash;           ///< SHA-256 of the file, 64 hex digits
    std::int64_t bytes = 0; ///< of the file
    std::int64_t entries = 0;
    std::int64_t unpacked = 0; ///< bytes of all entries
    qint64 ms = 0;
    QDateTime madeAt;    ///< the file's mtime
    QJsonArray problems; ///< [{code, subject, params, note}]; note: does not speak against the backup;
                         ///< restore (in Backup::problems): found by the restore test
};

/// One line of Backup::problems.
QJsonObject backupProblem(const char* code, const QString& subject = {}, const QJsonObject& params = {},
                          bool note = false);
/// True when one of them is more than a note.
bool hasRealProblem(const QJsonArray& problems);

/// Reads a tar (plain, gz, zst, xz, bz2, lz4) or a zip from its first byte to its last: every entry, every byte, every
/// checksum inside, the end marks, and a `.sha256` beside the file. Never runs another program. What is wrong with the
/// archive is said in the report; an error is that of the machine ("disk.io-error", "path.denied") or of the visitor.
Result<ArchiveReport> readArchive(const std::string& path, const ArchiveLimits& limits, ArchiveVisitor* visitor,
                                  engine::Counters& counters, std::stop_token stop);

/// SHA-256 of a file in hex. Errors: system codes, "cancelled".
Result<QString> sha256Of(const std::string& path, engine::Counters& counters, std::stop_token stop);

} // namespace bascule
