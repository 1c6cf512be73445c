// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/SqliteStage.h"

#include "core/engine/Io.h"
#include "core/engine/SqliteFile.h"
#include "core/engine/wire/Helper.h"

#include <array>
#include <cerrno>
#include <filesystem>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bascule::engine::sqlite {

namespace {

constexpr std::string_view stagePrefix = ".bascule-sqlite-";
constexpr std::string_view stageSuffix = ".part";
constexpr std::size_t nonceDigits = 32;

std::string folderOf(const std::string& path)
{
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

std::array<std::string, 3> sidecarsOf(const std::string& path)
{
    return {path + "-wal", path + "-shm", path + "-journal"};
}

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
    for (const std::string& sidecar : sidecarsOf(path))
        ::unlink(sidecar.c_str());
    ::unlink(path.c_str());
}

void removeDeadStages(const std::string& folder)
{
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
        const std::string path = entry.path().string();
        if (!isStageName(entry.path().filename().string()))
            continue;
        const Fd descriptor(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
        struct stat info;
        if (descriptor && ::fstat(descriptor.get(), &info) == 0 && S_ISREG(info.st_mode) &&
            ::flock(descriptor.get(), LOCK_EX | LOCK_NB) == 0)
            removeWithSidecars(path);
    }
}

bool present(const std::string& path)
{
    struct stat info;
    return ::lstat(path.c_str(), &info) == 0;
}

} // namespace

Error fileError(int number, const std::string& path, const char* call)
{
    return systemError(number, path, call, Severity::Fatal);
}

Stage::Stage(std::string path, std::string target, Fd fd)
    : m_path(std::move(path))
    , m_target(std::move(target))
    , m_fd(std::move(fd))
{
}

Stage::~Stage()
{
    if (!m_promoted)
        removeWithSidecars(m_path);
}

Result<std::unique_ptr<Stage>> Stage::make(const std::string& target)
{
    struct stat old;
    if (::lstat(target.c_str(), &old) == 0 && !S_ISREG(old.st_mode))
        return Error{"path.not-a-file", Severity::Fatal, target, {}, {}};
    const std::string folder = folderOf(target);
    removeDeadStages(folder);
    for (;;) {
        const std::string path = folder + '/' + std::string(stagePrefix) + wire::newNonce() + std::string(stageSuffix);
        Fd fd(::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0600));
        if (!fd)
            return fileError(errno, target, "open");
        struct stat info;
        // Another run may have taken the file for a leftover in the moment before the lock.
        if (::flock(fd.get(), LOCK_EX | LOCK_NB) == 0 && ::fstat(fd.get(), &info) == 0 && info.st_nlink > 0)
            return std::unique_ptr<Stage>(new Stage(path, target, std::move(fd)));
    }
}

Result<void> Stage::check(const std::stop_token& stop) const
{
    auto sealed = Connection::open(m_path, Mode::Sealed, stop);
    if (!sealed)
        return sealed.error();
    const auto words = sealed->text("PRAGMA integrity_check(5)");
    if (!words)
        return words.error();
    if (*words != "ok")
        return Error{"sqlite.copy-damaged", Severity::Fatal, m_target, {}, *words};
    return {};
}

/// Owner, mode, ACL, xattrs, times, in the order in which they survive each other; then to disk.
Result<void> Stage::dress(const Look& look) const
{
    const Place place = Place::opened(m_fd.get());
    Present have;
    std::vector<Lost> lost; // shows in compare()
    int failed = place.stat(have.stat);
    if (failed == 0)
        failed = place.read(have.xattrs);
    if (failed == 0)
        failed = applyAttributes(place, look.stat, look.xattrs, have, lost);
    if (failed != 0)
        return fileError(failed, m_target, "attributes");
    if (io::sync(m_fd.get()) != 0)
        return fileError(errno, m_target, "fsync");
    return {};
}

/// Brings what an old target's -wal or -journal holds into the old target, so that it is complete by itself until the
/// rename, and so that no log of the old file is ever replayed into the new one.
Result<void> Stage::settleTarget(const std::stop_token& stop) const
{
    bool leftovers = false;
    for (const std::string& sidecar : sidecarsOf(m_target))
        leftovers = leftovers || present(sidecar);
    if (!leftovers)
        return {};
    const auto is = present(m_target) ? isDatabase(m_target) : Result<bool>(false);
    if (is && *is) {
        auto old = Connection::open(m_target, Mode::Own, stop);
        if (!old)
            return old.error();
        old->waitAtMost(3'000);
        const auto mode = old->text("PRAGMA journal_mode = DELETE");
        if (!mode && (mode.error().code == "sqlite.busy"))
            return Error{"sqlite.target-in-use", Severity::Fatal, m_target, {}, {}};
        if (!mode && mode.error().code == "cancelled")
            return mode.error();
        // A damaged old target cannot be settled; it is about to be replaced whole.
    }
    for (const std::string& sidecar : sidecarsOf(m_target)) {
        if (::unlink(sidecar.c_str()) != 0 && errno != ENOENT)
            return fileError(errno, sidecar, "unlink");
    }
    return {};
}

Result<void> Stage::rename() const
{
    if (::rename(m_path.c_str(), m_target.c_str()) != 0)
        return fileError(errno, m_target, "rename");
    const Fd folder(::open(folderOf(m_target).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder)
        return fileError(errno, m_target, "open");
    if (::fsync(folder.get()) != 0)
        return fileError(errno, m_target, "fsync");
    return {};
}

Result<void> Stage::promote(const Look& look, Counters& counters, const std::stop_token& stop)
{
    counters.phase.store(Phase::Verifying);
    if (auto checked = check(stop); !checked)
        return checked;
    if (auto dressed = dress(look); !dressed)
        return dressed;
    counters.phase.store(Phase::Promoting);
    if (auto settled = settleTarget(stop); !settled)
        return settled;
    if (auto renamed = rename(); !renamed)
        return renamed;
    m_promoted = true;
    counters.itemsDone.fetch_add(1);
    return {};
}

} // namespace bascule::engine::sqlite
