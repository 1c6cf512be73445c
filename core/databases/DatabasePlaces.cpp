// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/databases/DatabasePlaces.h"

#include "core/databases/SqliteHandle.h"
#include "core/engine/wire/Databases.h"

#include <cerrno>
#include <fcntl.h>
#include <map>
#include <mutex>
#include <unistd.h>

namespace bascule {

namespace {

using engine::FileFacts;
using Local = std::shared_ptr<const LocalDatabase>;

/// A file system's clock may tick this seldom: what was written shortly before a snapshot might be written to again
/// without a newer time.
constexpr std::int64_t tickNs = 2'000'000'000;

/// What shows that a database was written to: the file and its log.
struct Stamp
{
    std::vector<std::int64_t> values;
    std::int64_t newestNs = 0;
    bool operator==(const Stamp& other) const { return values == other.values; }
};

Result<Stamp> stampOf(const HostPath& place)
{
    Stamp stamp;
    for (const char* end : {"", "-wal", "-journal"}) {
        const auto facts = place.at().factsAt(place.path + end, true);
        if (!facts)
            return facts.error();
        if (!*facts && *end == '\0')
            return makeError("path.missing", place.shown());
        const FileFacts one = facts->value_or(FileFacts{.size = -1});
        stamp.values.insert(stamp.values.end(), {one.size, one.mtimeNs, one.ctimeNs, std::int64_t(one.device),
                                                 std::int64_t(one.inode), one.mode, one.uid, one.gid});
        stamp.newestNs = std::max({stamp.newestNs, one.mtimeNs, one.ctimeNs});
    }
    return stamp;
}

struct Cache
{
    struct Entry
    {
        Stamp stamp;
        Local database;
    };
    std::mutex mutex;
    std::map<std::string, Entry> entries;
};

/// Asks a helper, once more over a new link when the first was lost: what is asked may be done twice.
template <class T>
Result<T> askingHelper(const HostPath& place, const std::stop_token& stop,
                       const std::function<Result<T>(engine::wire::Helper&)>& ask)
{
    for (int attempt = 0;; ++attempt) {
        const auto helper = place.at().helper(stop);
        if (!helper)
            return helper.error();
        Result<T> answer = ask(**helper);
        if (!answer && answer.error().code.starts_with("link.") && attempt == 0 && !stop.stop_requested())
            continue;
        return answer ? std::move(answer) : Result<T>(saidOf(place, {}, answer.error()));
    }
}

struct Fetched
{
    std::shared_ptr<LocalDatabase> database;
    std::int64_t startedNs = 0;
};

Result<Fetched> fetch(const HostPath& place, const std::stop_token& stop)
{
    auto folder = ScratchFolder::make("database");
    if (!folder)
        return folder.error();
    Fetched fetched{std::make_shared<LocalDatabase>()};
    fetched.database->folder = *folder;
    fetched.database->path = (*folder)->path() + "/database";
    const engine::Fd file(
        ::open(fetched.database->path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file)
        return systemError(errno, place.shown().toStdString(), "open", Severity::Fatal);
    engine::Counters counters;
    const auto ask = [&](engine::wire::Helper& helper) -> Result<engine::wire::FetchedDatabase> {
        if (::ftruncate(file.get(), 0) != 0)
            return systemError(errno, place.shown().toStdString(), "ftruncate", Severity::Fatal);
        return engine::wire::fetchDatabase(helper, place.path, file.get(), counters, stop);
    };
    auto done = askingHelper<engine::wire::FetchedDatabase>(place, stop, ask);
    if (!done)
        return done.error();
    fetched.database->look = std::move(done->look);
    fetched.startedNs = done->startedNs;
    return fetched;
}

/// Reads the file that stands for a place.
template <class T, class Read>
Result<T> readingAt(const HostPath& place, const std::stop_token& stop, const Read& read)
{
    if (place.isHere())
        return read(place.path);
    const auto local = databaseHere(place, stop);
    if (!local)
        return local.error();
    Result<T> answer = read((*local)->path);
    return answer ? std::move(answer) : Result<T>(saidOf(place, (*local)->path, answer.error()));
}

/// What is sent: a snapshot of our own as it is, and one of what may be in use.
Result<engine::sqlite::Snapshot> whole(const LocalDatabase& database, engine::Counters& counters,
                                       const std::stop_token& stop)
{
    if (database.folder) {
        engine::sqlite::Snapshot own;
        own.file = engine::Fd(::open(database.path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
        engine::Stat stat;
        if (!own.file || engine::statFd(own.file.get(), stat) != 0)
            return systemError(errno, displayPath(database.path).toStdString(), "open", Severity::Fatal);
        own.size = stat.size;
        return own;
    }
    auto taken = engine::sqlite::snapshot(database.path, counters, stop);
    return taken ? std::move(taken) : Result<engine::sqlite::Snapshot>(sqlite::shown(taken.error()));
}

/// Whether both are one file of one server.
bool sameFile(const HostPath& a, const HostPath& b)
{
    if (a.isHere() != b.isHere() || (!a.isHere() && a.host->name() != b.host->name()))
        return false;
    const auto one = a.at().factsAt(a.path);
    const auto other = b.at().factsAt(b.path);
    return one && other && *one && *other && (*one)->device == (*other)->device && (*one)->inode == (*other)->inode;
}

} // namespace

Error saidOf(const HostPath& place, const std::string& path, Error error)
{
    if (error.code == "call.cancelled")
        error.code = "cancelled";
    if (place.isHere())
        return error;
    if (error.subject.empty() || (!path.empty() && error.subject == displayPath(path).toStdString()))
        error.subject = place.shown().toStdString();
    else if (error.subject.starts_with('/'))
        error.subject = place.at().shown(error.subject).toStdString();
    return error;
}

Result<Local> databaseHere(const HostPath& place, std::stop_token stop)
{
    if (place.isHere()) {
        auto look = engine::sqlite::lookOf(place.path);
        if (!look)
            return sqlite::shown(look.error());
        return Local(std::make_shared<LocalDatabase>(LocalDatabase{place.path, std::move(*look), {}}));
    }
    const auto cache = place.at().kept<Cache>("databases");
    const auto stamp = stampOf(place);
    if (!stamp)
        return stamp.error();
    {
        const std::lock_guard lock(cache->mutex);
        const auto found = cache->entries.find(place.path);
        if (found != cache->entries.end() && found->second.stamp == *stamp)
            return found->second.database;
    }
    auto fetched = fetch(place, stop);
    if (!fetched)
        return fetched.error();
    const std::lock_guard lock(cache->mutex);
    cache->entries.erase(place.path);
    if (stamp->newestNs + tickNs < fetched->startedNs)
        cache->entries.emplace(place.path, Cache::Entry{*stamp, fetched->database});
    return Local(fetched->database);
}

Result<void> placeDatabase(const LocalDatabase& database, const HostPath& target, engine::Counters& counters,
                           std::stop_token stop)
{
    if (target.isHere()) {
        const auto copied =
            engine::sqlite::copyDressed(database.path, database.look, target.path, counters, std::move(stop));
        return copied ? Result<void>() : Result<void>(sqlite::shown(copied.error()));
    }
    counters.phase.store(engine::Phase::Copying);
    const auto file = whole(database, counters, stop);
    if (!file)
        return file.error();
    const auto ask = [&](engine::wire::Helper& helper) -> Result<bool> {
        const auto sent = engine::wire::sendDatabase(helper, file->file.get(), file->size, database.look, target.path,
                                                     counters, stop);
        return sent ? Result<bool>(true) : Result<bool>(sent.error());
    };
    const auto placed = askingHelper<bool>(target, stop, ask);
    if (!placed)
        return placed.error();
    counters.itemsDone.fetch_add(1);
    return {};
}

Result<bool> isSqlite(const HostPath& place)
{
    return place.isHere() ? isSqlite(place.path) : place.at().isDatabase(place.path);
}

Result<SqliteInfo> sqliteInfo(const HostPath& place, std::stop_token stop)
{
    return readingAt<SqliteInfo>(place, stop, [&](const std::string& path) { return sqliteInfo(path, stop); });
}

Result<SqliteIntegrity> sqliteIntegrity(const HostPath& place, std::stop_token stop)
{
    return readingAt<SqliteIntegrity>(place, stop,
                                      [&](const std::string& path) { return sqliteIntegrity(path, stop); });
}

Result<SqliteDigest> sqliteDigest(const HostPath& place, std::stop_token stop)
{
    return readingAt<SqliteDigest>(place, stop, [&](const std::string& path) { return sqliteDigest(path, stop); });
}

Result<SqliteAnswer> sqliteQuery(const HostPath& place, const QString& sql, std::stop_token stop)
{
    return readingAt<SqliteAnswer>(place, stop, [&](const std::string& path) { return sqliteQuery(path, sql, stop); });
}

Result<void> sqliteCopy(const HostPath& source, const HostPath& target, engine::Counters& counters,
                        std::stop_token stop)
{
    if (source.isHere() && target.isHere())
        return sqliteCopy(source.path, target.path, counters, std::move(stop));
    if (sameFile(source, target))
        return makeError("sqlite.same-file", target.shown());
    const auto is = isSqlite(source);
    if (!is)
        return is.error();
    if (!*is)
        return makeError("sqlite.not-a-database", source.shown());
    const auto local = databaseHere(source, stop);
    if (!local)
        return local.error();
    const auto placed = placeDatabase(**local, target, counters, std::move(stop));
    if (placed || placed.error().subject != displayPath((*local)->path).toStdString())
        return placed;
    return saidOf(source, (*local)->path, placed.error());
}

} // namespace bascule
