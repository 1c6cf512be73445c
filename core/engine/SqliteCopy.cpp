// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/SqliteCopy.h"

#include "core/engine/Content.h"
#include "core/engine/Hash.h"
#include "core/engine/Io.h"
#include "core/engine/SqliteFile.h"
#include "core/engine/SqliteStage.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <sqlite3.h>
#include <thread>

#include <fcntl.h>
#include <unistd.h>

namespace bascule::engine::sqlite {

namespace {

using SteadyClock = std::chrono::steady_clock;
constexpr int firstStep = 512;
constexpr int attempts = 4;
/// How long a writer may keep making us begin again before it is held off for the rest of the copy.
constexpr auto patience = std::chrono::seconds(20);
constexpr auto busyLimit = std::chrono::seconds(60);

Error called(const char* code, const std::string& path)
{
    return {code, Severity::Fatal, path, {}, {}};
}

void report(Counters& counters, std::int64_t base, std::int64_t pages, std::int64_t left, std::int64_t pageSize)
{
    // Done never goes back, also when SQLite begins again or the database grows.
    const std::int64_t total = base + pages * pageSize;
    if (counters.bytesTotal.load() < total)
        counters.bytesTotal.store(total);
    const std::int64_t done = base + (pages - left) * pageSize;
    if (counters.bytesDone.load() < done)
        counters.bytesDone.store(std::min(done, counters.bytesTotal.load()));
}

/// Steps through the pages. In WAL mode one read transaction makes it one snapshot and disturbs no writer. In rollback
/// mode holding a read lock would keep the application from committing, so we let it in between the steps, and hold it
/// off only when it has made us begin again for too long.
Result<void> copyPages(Connection& source, Connection& target, Counters& counters, const std::stop_token& stop)
{
    const bool snapshot = source.walMode();
    if (snapshot) {
        if (auto begun = source.exec("BEGIN; SELECT count(*) FROM sqlite_schema"); !begun)
            return begun;
    }
    const std::int64_t pageSize = source.number("PRAGMA page_size").valueOr(4096);
    sqlite3_backup* backup = sqlite3_backup_init(target.db(), "main", source.db(), "main");
    if (backup == nullptr)
        return target.failure(sqlite3_errcode(target.db()));
    const auto began = SteadyClock::now();
    auto busySince = began;
    const std::int64_t base = counters.bytesDone.load();
    int rc = SQLITE_OK;
    int pagesPerStep = firstStep;
    int left = 0;
    while (rc != SQLITE_DONE) {
        if (stop.stop_requested()) {
            sqlite3_backup_finish(backup);
            return cancelled(source.path());
        }
        const auto now = SteadyClock::now();
        const bool hold = !snapshot && now - began > patience;
        rc = sqlite3_backup_step(backup, hold ? -1 : pagesPerStep);
        if (rc == SQLITE_BUSY || rc == SQLITE_LOCKED) {
            if (now - busySince > busyLimit)
                break;
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            continue;
        }
        if (rc != SQLITE_OK && rc != SQLITE_DONE)
            break;
        busySince = now;
        const int remaining = sqlite3_backup_remaining(backup);
        report(counters, base, sqlite3_backup_pagecount(backup), remaining, pageSize);
        // A commit made it begin again: take more at a time, so that the pauses of the application grow only as needed.
        if (left > 0 && remaining > left - pagesPerStep && pagesPerStep < 1 << 20)
            pagesPerStep *= 2;
        left = remaining;
        if (rc == SQLITE_OK && !snapshot)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    const int finished = sqlite3_backup_finish(backup);
    if (rc == SQLITE_DONE && finished == SQLITE_OK)
        return {};
    if (rc == SQLITE_BUSY || rc == SQLITE_LOCKED)
        return called("sqlite.busy", source.path());
    return target.failure(rc == SQLITE_DONE ? finished : rc);
}

Result<void> fill(const std::string& source, const std::string& stage, Counters& counters, const std::stop_token& stop)
{
    for (int attempt = 0; attempt < attempts; ++attempt) {
        auto from = Connection::open(source, Mode::Source, stop);
        if (!from)
            return from.error();
        auto into = Connection::open(stage, Mode::Own, stop);
        if (!into)
            return into.error();
        // The stage is thrown away unless it is whole; it is synced once, at the end.
        if (auto set = into->exec("PRAGMA synchronous = OFF"); !set)
            return set;
        if (auto copied = copyPages(*from, *into, counters, stop); !copied)
            return copied;
        const char* mode = from->walMode() ? "PRAGMA journal_mode = WAL" : "PRAGMA journal_mode = DELETE";
        if (const auto settled = into->text(mode); !settled)
            return settled.error();
        if (from->undisturbed())
            return {};
    }
    return called("sqlite.changing", source);
}

/// A new file that loses its name before anything is written to it.
Result<Fd> fillUnnamed(Connection& from, Counters& counters, const std::stop_token& stop)
{
    auto folder = MomentaryFolder::make();
    if (!folder)
        return folder.error();
    const std::string path = folder->path() + "/snapshot";
    Fd file(::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file)
        return fileError(errno, path, "open");
    auto into = Connection::open(path, Mode::Own, stop);
    if (!into)
        return into.error();
    folder->remove();
    // Nothing beside it, as there is no place for it, and nobody to share it with.
    if (auto set =
            into->exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF");
        !set)
        return set.error();
    if (auto copied = copyPages(from, *into, counters, stop); !copied)
        return copied.error();
    return file;
}

Result<void> copyTo(const std::string& source, const Look& look, const std::string& target, Counters& counters,
                    const std::stop_token& stop)
{
    counters.phase.store(Phase::Copying);
    const auto stage = Stage::make(target);
    if (!stage)
        return stage.error();
    if (auto filled = fill(source, (*stage)->path(), counters, stop); !filled)
        return filled;
    return (*stage)->promote(look, counters, stop);
}

Result<void> mustBeDatabase(const std::string& path)
{
    const auto is = isDatabase(path);
    if (!is)
        return is.error();
    return *is ? Result<void>() : Result<void>(called("sqlite.not-a-database", path));
}

} // namespace

Result<Look> lookOf(const std::string& path)
{
    Look look;
    const Fd pinned(::open(path.c_str(), O_PATH | O_CLOEXEC));
    if (!pinned)
        return fileError(errno, path, "open");
    int failed = statFd(pinned.get(), look.stat);
    if (failed == 0) {
        // The file itself is not opened: closing it would drop the locks that this process has on it. What cannot be
        // read of its attributes shows when the copy is compared.
        const std::size_t slash = path.rfind('/');
        const std::string parent = slash == std::string::npos ? "." : path.substr(0, slash) + '/';
        const Fd folder(::open(parent.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
        if (folder)
            failed = Place::named(folder.get(), path.c_str() + (slash + 1)).read(look.xattrs);
    }
    if (failed != 0)
        return fileError(failed, path, "attributes");
    return look;
}

Result<void> copy(const std::string& source, const std::string& target, Counters& counters, std::stop_token stop)
{
    if (auto is = mustBeDatabase(source); !is)
        return is;
    const auto look = lookOf(source);
    if (!look)
        return look.error();
    Stat old;
    if (statAt(AT_FDCWD, target.c_str(), old) == 0 && old.isFile() && old.sameInode(look->stat))
        return called("sqlite.same-file", target);
    return copyTo(source, *look, target, counters, stop);
}

Result<void> copyDressed(const std::string& source, const Look& look, const std::string& target, Counters& counters,
                         std::stop_token stop)
{
    if (auto is = mustBeDatabase(source); !is)
        return is;
    return copyTo(source, look, target, counters, stop);
}

Result<void> settle(const std::string& path, std::stop_token stop)
{
    auto own = Connection::open(path, Mode::Own, std::move(stop));
    if (!own)
        return own.error();
    own->waitAtMost(3'000);
    const auto mode = own->text("PRAGMA journal_mode = DELETE");
    if (!mode)
        return mode.error().code == "sqlite.busy" ? called("sqlite.target-in-use", path) : mode.error();
    return {};
}

Result<Snapshot> snapshot(const std::string& path, Counters& counters, std::stop_token stop)
{
    if (auto is = mustBeDatabase(path); !is)
        return is.error();
    counters.phase.store(Phase::Copying);
    for (int attempt = 0; attempt < attempts; ++attempt) {
        auto look = lookOf(path);
        if (!look)
            return look.error();
        auto from = Connection::open(path, Mode::Source, stop);
        if (!from)
            return from.error();
        auto file = fillUnnamed(*from, counters, stop);
        if (!file)
            return file.error();
        Stat written;
        if (const int failed = statFd(file->get(), written); failed != 0)
            return fileError(failed, path, "fstat");
        if (from->undisturbed())
            return Snapshot{std::move(*file), written.size, std::move(*look)};
    }
    return called("sqlite.changing", path);
}

Result<std::string> contentHash(int fd, std::int64_t size, const std::string& path, std::stop_token stop)
{
    Hasher hasher;
    for (std::int64_t at = 0; at < size;) {
        if (stop.stop_requested())
            return cancelled(path);
        const auto wanted = static_cast<std::size_t>(std::min<std::int64_t>(size - at, kBlock));
        const ssize_t got = readFully(fd, threadBlock(0), wanted, at);
        if (got < 0)
            return fileError(errno, path, "read");
        if (got == 0)
            return fileError(EIO, path, "read");
        hasher.add(threadBlock(0), static_cast<std::size_t>(got));
        at += got;
    }
    return hasher.value().hex();
}

// ---------------------------------------------------------------- arrival

struct Arrival::Private
{
    std::string target;
    std::unique_ptr<Stage> stage;
    std::int64_t size = 0;
};

Arrival::Arrival(std::unique_ptr<Private> own)
    : d(std::move(own))
{
}

Arrival::~Arrival() = default;

Result<std::unique_ptr<Arrival>> Arrival::begin(const std::string& target)
{
    auto stage = Stage::make(target);
    if (!stage)
        return stage.error();
    auto own = std::make_unique<Private>();
    own->target = target;
    own->stage = std::move(*stage);
    return std::unique_ptr<Arrival>(new Arrival(std::move(own)));
}

Result<void> Arrival::add(std::string_view bytes)
{
    if (const int failed = io::writeAll(d->stage->descriptor(), bytes.data(), bytes.size(), d->size); failed != 0)
        return fileError(failed, d->target, "write");
    d->size += static_cast<std::int64_t>(bytes.size());
    return {};
}

Result<void> Arrival::finish(const Look& look, const std::string& hash, std::stop_token stop)
{
    // To the disk and out of the cache, so that what is read back is what the disk keeps.
    if (io::sync(d->stage->descriptor()) != 0)
        return fileError(errno, d->target, "fsync");
    ::posix_fadvise(d->stage->descriptor(), 0, 0, POSIX_FADV_DONTNEED);
    const auto kept = contentHash(d->stage->descriptor(), d->size, d->target, stop);
    if (!kept)
        return kept.error();
    if (*kept != hash)
        return called("sqlite.copy-damaged", d->target);
    Counters counters;
    return d->stage->promote(look, counters, stop);
}

} // namespace bascule::engine::sqlite
