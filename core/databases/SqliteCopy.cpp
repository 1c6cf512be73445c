// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/databases/Sqlite.h"

#include "core/databases/SqliteHandle.h"

#include <QUuid>

#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <sys/xattr.h>
#include <thread>
#include <unistd.h>

namespace bascule {

using namespace Qt::StringLiterals;
using sqlite::Handle;
using sqlite::Mode;

namespace {

using SteadyClock = std::chrono::steady_clock;
constexpr int firstStep = 512;
/// How long a writer may keep making us begin again before it is held off for the rest of the copy.
constexpr auto patience = std::chrono::seconds(20);
constexpr auto busyLimit = std::chrono::seconds(60);

Error fileError(int number, const std::string& path, const char* call)
{
    return systemError(number, displayPath(path).toStdString(), call, Severity::Fatal);
}

std::string folderOf(const std::string& path)
{
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

constexpr std::string_view stagePrefix = ".bascule-sqlite-";
constexpr std::string_view stageSuffix = ".part";
constexpr std::size_t nonceDigits = 32;

bool isStageName(std::string_view name)
{
    if (name.size() != stagePrefix.size() + nonceDigits + stageSuffix.size() || !name.starts_with(stagePrefix) ||
        !name.ends_with(stageSuffix))
        return false;
    const std::string_view nonce = name.substr(stagePrefix.size(), nonceDigits);
    return nonce.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

void removeWithSidecars(const std::string& path)
{
    for (const std::string& sidecar : sqliteSidecars(path))
        ::unlink(sidecar.c_str());
    ::unlink(path.c_str());
}

/// Removes what a killed run left: a running one holds an flock on its temporary, which the kernel drops with it.
void removeDeadStages(const std::string& folder)
{
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
        const std::string path = entry.path().string();
        if (!isStageName(entry.path().filename().string()))
            continue;
        const int descriptor = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
        struct stat info
        {
        };
        if (descriptor >= 0 && ::fstat(descriptor, &info) == 0 && S_ISREG(info.st_mode) &&
            ::flock(descriptor, LOCK_EX | LOCK_NB) == 0)
            removeWithSidecars(path);
        if (descriptor >= 0)
            ::close(descriptor);
    }
}

/// A temporary beside the target, removed with everything SQLite puts beside it unless it was promoted.
class Stage
{
public:
    static Result<std::unique_ptr<Stage>> make(const std::string& target)
    {
        const std::string folder = folderOf(target);
        removeDeadStages(folder);
        for (;;) {
            const std::string path = folder + '/' + std::string(stagePrefix) +
                                     QUuid::createUuid().toString(QUuid::Id128).toStdString() +
                                     std::string(stageSuffix);
            const int descriptor = ::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0600);
            if (descriptor < 0)
                return fileError(errno, target, "open");
            struct stat info
            {
            };
            // Another run may have taken the file for a leftover in the moment before the lock.
            if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0 && ::fstat(descriptor, &info) == 0 && info.st_nlink > 0)
                return std::unique_ptr<Stage>(new Stage(path, descriptor));
            ::close(descriptor);
        }
    }
    ~Stage()
    {
        if (!m_promoted)
            removeWithSidecars(m_path);
        ::close(m_descriptor);
    }
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;
    const std::string& path() const { return m_path; }
    int descriptor() const { return m_descriptor; }
    void promoted() { m_promoted = true; }

private:
    Stage(std::string path, int descriptor)
        : m_path(std::move(path))
        , m_descriptor(descriptor)
    {
    }
    std::string m_path;
    int m_descriptor;
    bool m_promoted = false;
};

void report(engine::Counters& counters, std::int64_t base, std::int64_t pages, std::int64_t left, int pageSize)
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
Result<void> copyPages(Handle& source, Handle& target, engine::Counters& counters, std::stop_token stop)
{
    const bool snapshot = source.walMode();
    if (snapshot) {
        if (auto begun = source.exec("BEGIN; SELECT count(*) FROM sqlite_schema"); !begun)
            return begun;
    }
    const int pageSize = int(source.number("PRAGMA page_size").valueOr(4096));
    sqlite3_backup* backup = sqlite3_backup_init(target.db(), "main", source.db(), "main");
    if (!backup)
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
            return sqlite::cancelled(source.path());
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
        return makeError("sqlite.busy", displayPath(source.path()));
    return target.failure(rc == SQLITE_DONE ? finished : rc);
}

Result<void> fill(const std::string& source, const std::string& stage, engine::Counters& counters, std::stop_token stop)
{
    for (int attempt = 0; attempt < 4; ++attempt) {
        auto from = Handle::open(source, Mode::Source, stop);
        if (!from)
            return from.error();
        auto into = Handle::open(stage, Mode::Own, stop);
        if (!into)
            return into.error();
        // The stage is thrown away unless it is whole; it is synced once, at the end.
        if (auto set = into.value().exec("PRAGMA synchronous = OFF"); !set)
            return set;
        if (auto copied = copyPages(from.value(), into.value(), counters, stop); !copied)
            return copied;
        const char* mode = from.value().walMode() ? "PRAGMA journal_mode = WAL" : "PRAGMA journal_mode = DELETE";
        auto settled = into.value().text(mode);
        if (!settled)
            return settled.error();
        if (from.value().undisturbed())
            return {};
    }
    return makeError("sqlite.changing", displayPath(source));
}

Result<void> checkStage(const std::string& stage, const std::string& target, std::stop_token stop)
{
    auto sealed = Handle::open(stage, Mode::Sealed, stop);
    if (!sealed)
        return sealed.error();
    auto words = sealed.value().text("PRAGMA integrity_check(5)");
    if (!words)
        return words.error();
    if (words.value() != u"ok"_s)
        return makeError("sqlite.copy-damaged", displayPath(target), {}, words.value());
    return {};
}

void copyXattrs(const std::string& source, int target)
{
    std::string names(65'536, '\0');
    const ssize_t size = ::llistxattr(source.c_str(), names.data(), names.size());
    for (ssize_t at = 0; at < size;) {
        const std::string name(names.c_str() + at);
        at += ssize_t(name.size()) + 1;
        if (name.rfind("security.selinux", 0) == 0)
            continue;
        std::string value(65'536, '\0');
        const ssize_t length = ::lgetxattr(source.c_str(), name.c_str(), value.data(), value.size());
        if (length >= 0 && ::fsetxattr(target, name.c_str(), value.data(), std::size_t(length), 0) != 0)
            continue; // what cannot be kept here shows in compare()
    }
}

/// Owner, mode, ACL, xattrs, times, in the order in which they survive each other; then to disk.
Result<void> dress(const struct stat& info, const std::string& source, const Stage& staged)
{
    const std::string& stage = staged.path();
    const int descriptor = staged.descriptor();
    Result<void> result;
    if (::fchown(descriptor, info.st_uid, info.st_gid) != 0 && ::fchown(descriptor, uid_t(-1), info.st_gid) != 0)
        errno = 0; // without the privilege the file stays ours, as any copy would
    if (::fchmod(descriptor, info.st_mode & 07777) != 0)
        result = fileError(errno, stage, "fchmod");
    copyXattrs(source, descriptor);
    const struct timespec times[2] = {info.st_atim, info.st_mtim};
    if (result && ::futimens(descriptor, times) != 0)
        result = fileError(errno, stage, "futimens");
    if (result && ::fsync(descriptor) != 0)
        result = fileError(errno, stage, "fsync");
    return result;
}

bool present(const std::string& path)
{
    struct stat info
    {
    };
    return ::lstat(path.c_str(), &info) == 0;
}

/// Brings what an old target's -wal or -journal holds into the old target, so that it is complete by itself until the
/// rename, and so that no log of the old file is ever replayed into the new one.
Result<void> settleTarget(const std::string& target, std::stop_token stop)
{
    bool leftovers = false;
    for (const std::string& sidecar : sqliteSidecars(target))
        leftovers = leftovers || present(sidecar);
    if (!leftovers)
        return {};
    auto is = present(target) ? isSqlite(target) : Result<bool>(false);
    if (is && is.value()) {
        auto old = Handle::open(target, Mode::Own, stop);
        if (!old)
            return old.error();
        old.value().waitAtMost(3'000);
        auto mode = old.value().text("PRAGMA journal_mode = DELETE");
        if (!mode && (mode.error().code == "sqlite.busy"))
            return makeError("sqlite.target-in-use", displayPath(target));
        if (!mode && mode.error().code == "cancelled")
            return mode.error();
        // A damaged old target cannot be settled; it is about to be replaced whole.
    }
    for (const std::string& sidecar : sqliteSidecars(target)) {
        if (::unlink(sidecar.c_str()) != 0 && errno != ENOENT)
            return fileError(errno, sidecar, "unlink");
    }
    return {};
}

Result<void> promote(const std::string& stage, const std::string& target)
{
    if (::rename(stage.c_str(), target.c_str()) != 0)
        return fileError(errno, target, "rename");
    const int folder = ::open(folderOf(target).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return fileError(errno, target, "open");
    const int failed = ::fsync(folder) != 0 ? errno : 0;
    ::close(folder);
    if (failed != 0)
        return fileError(failed, target, "fsync");
    return {};
}

} // namespace

Result<void> sqliteSettle(const std::string& path, std::stop_token stop)
{
    auto own = Handle::open(path, Mode::Own, stop);
    if (!own)
        return own.error();
    own.value().waitAtMost(3'000);
    auto mode = own.value().text("PRAGMA journal_mode = DELETE");
    if (!mode)
        return mode.error().code == "sqlite.busy" ? makeError("sqlite.target-in-use", displayPath(path)) : mode.error();
    return {};
}

Result<void> sqliteCopy(const std::string& source, const std::string& target, engine::Counters& counters,
                        std::stop_token stop)
{
    auto is = isSqlite(source);
    if (!is)
        return is.error();
    if (!is.value())
        return makeError("sqlite.not-a-database", displayPath(source));
    struct stat info
    {
    }, old{};
    if (::stat(source.c_str(), &info) != 0)
        return fileError(errno, source, "stat");
    if (::lstat(target.c_str(), &old) == 0) {
        if (!S_ISREG(old.st_mode))
            return makeError("path.not-a-file", displayPath(target));
        if (old.st_dev == info.st_dev && old.st_ino == info.st_ino)
            return makeError("sqlite.same-file", displayPath(target));
    }
    counters.phase.store(engine::Phase::Copying);
    auto stage = Stage::make(target);
    if (!stage)
        return stage.error();
    const std::string& path = stage.value()->path();
    if (auto filled = fill(source, path, counters, stop); !filled)
        return filled;
    counters.phase.store(engine::Phase::Verifying);
    if (auto checked = checkStage(path, target, stop); !checked)
        return checked;
    if (auto dressed = dress(info, source, *stage.value()); !dressed)
        return dressed;
    counters.phase.store(engine::Phase::Promoting);
    if (auto settled = settleTarget(target, stop); !settled)
        return settled;
    if (auto promoted = promote(path, target); !promoted)
        return promoted;
    stage.value()->promoted();
    counters.itemsDone.fetch_add(1);
    return {};
}

} // namespace bascule
