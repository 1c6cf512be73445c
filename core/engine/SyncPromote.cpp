// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Folder.h"
#include "core/engine/Io.h"
#include "core/engine/SyncRun.h"

#include <algorithm>
#include <cerrno>
#include <condition_variable>
#include <thread>

#include <fcntl.h>
#include <unistd.h>

namespace bascule::engine {

namespace {

constexpr std::size_t kBatchItems = 8192;
constexpr std::int64_t kBatchBytes = 256 * 1024 * 1024;

/// The state of a syncfs that may outlive the wait for it.
struct Syncing
{
    std::mutex mutex;
    std::condition_variable changed;
    bool done = false;
    int error = 0;
};

} // namespace

/// syncfs of the target. It cannot be interrupted and may take long on a busy disk, so it runs beside us: a stop is
/// heeded at once (ECANCELED), and the sync ends by itself, touching nothing of ours.
int SyncRun::syncTarget()
{
    const int fd = ::fcntl(m_target.get(), F_DUPFD_CLOEXEC, 0);
    if (fd < 0)
        return errno;
    auto state = std::make_shared<Syncing>();
    std::thread([state, fd] {
        const int error = io::syncFileSystem(fd) == 0 ? 0 : errno;
        ::close(fd);
        const std::lock_guard lock(state->mutex);
        state->error = error;
        state->done = true;
        state->changed.notify_all();
    }).detach();
    std::unique_lock lock(state->mutex);
    while (!state->done) {
        if (spoiled())
            return ECANCELED;
        state->changed.wait_for(lock, std::chrono::milliseconds(100));
    }
    return state->error;
}

/// Takes what was staged: renames it at once where nothing has to reach a disk first, else keeps it for the next batch.
void SyncRun::hold(OpenPair& pair, Staged staged)
{
    if (!m_grouped) {
        promote(pair.node, pair.target.get(), staged);
        ++pair.completed;
        return;
    }
    std::vector<Staged> batch;
    {
        const std::lock_guard lock(m_batchMutex);
        m_batchBytes += staged.bytes;
        const bool waits = !staged.isLarge;
        m_batch.push_back(std::move(staged));
        if (waits && m_batch.size() < kBatchItems && m_batchBytes < kBatchBytes)
            return;
        batch.swap(m_batch);
        m_batchBytes = 0;
    }
    commit(std::move(batch));
}

void SyncRun::flush()
{
    std::vector<Staged> batch;
    {
        const std::lock_guard lock(m_batchMutex);
        batch.swap(m_batch);
        m_batchBytes = 0;
    }
    commit(std::move(batch));
}

/// Contents to the disk, then the names. The renames reach the disk with the syncfs of the next batch or of the end: a
/// power cut before that leaves the old entry, which is a state that was promised.
void SyncRun::commit(std::vector<Staged> batch)
{
    if (batch.empty())
        return;
    const std::lock_guard lock(m_commitMutex);
    if (!spoiled()) {
        const std::size_t done = m_done.waiting();
        const int error = syncTarget();
        if (error == 0)
            m_done.write(m_target.get(), m_lock->nonce(), done);
        // After a failed sync nobody knows which files the disk has: all of them go, and are sent again by the next
        // run.
        if (error != 0 && error != ECANCELED)
            fail(systemError(error, m_targetPath, "syncfs",
                             error == ENOSPC || error == EDQUOT ? Severity::Halt : Severity::Fatal));
    }
    std::stable_sort(batch.begin(), batch.end(), [](const Staged& a, const Staged& b) { return a.node < b.node; });
    for (auto first = batch.begin(); first != batch.end();) {
        const auto last = std::find_if(first, batch.end(), [&](const Staged& one) { return one.node != first->node; });
        FolderNode* node = first->node;
        const Fd target = openFolder(m_target.get(), node->path());
        if (!target) {
            m_temporaryLeft = true;
            failOrSkip(errno, node->path(), "open");
        }
        for (auto one = first; one != last && target; ++one) {
            if (spoiled())
                takeBack(target.get(), *one);
            else
                promote(node, target.get(), *one);
        }
        const std::int64_t count = last - first;
        first = last;
        release(node, count);
    }
}

bool SyncRun::promote(FolderNode* node, int target, const Staged& staged)
{
    const char* name = staged.name.c_str();
    const bool isNew = staged.targetKind == '\0';
    node->touched = true; // also when it fails: the temporary was there
    if (!isNew && !clearWay(node, target, name, staged.targetKind, false)) {
        discard(target, staged.temporary);
        return false;
    }
    // Where there was nothing there still has to be nothing: what came meanwhile is somebody's, or is our own under a
    // name that the file system takes for the same.
    const int renamed = isNew ? io::renameNew(target, staged.temporary.c_str(), target, name)
                              : io::rename(target, staged.temporary.c_str(), target, name);
    if (renamed != 0) {
        const int error = errno;
        if (isNew && error == EEXIST)
            skip(node->pathOf(staged.name), "name.conflict");
        else
            failOrSkip(error, node->pathOf(staged.name), "rename");
        discard(target, staged.temporary);
        return false;
    }
    if (staged.isLarge && io::unlink(target, proofNameOf(staged.temporary).c_str()) != 0 && errno != ENOENT)
        m_temporaryLeft = true;
    if (staged.group != nullptr)
        staged.group->ready = true;
    act(staged.targetKind == '\0' ? SyncAction::Kind::Create : SyncAction::Kind::Replace, node->pathOf(staged.name),
        staged.bytes);
    const std::lock_guard lock(m_reportMutex);
    m_counters.transferred = m_report.transferred += staged.bytes;
    return true;
}

/// Readies the place of an old entry for a new one: keeps the old one where that is wanted, and removes it where a
/// rename cannot replace it (folders). False when it has to stay; that is listed then.
bool SyncRun::clearWay(FolderNode* node, int target, const char* name, char kind, bool forFolder)
{
    const std::string path = node->pathOf(name);
    if (kind == 'd') {
        if (const Fd old = m_runs.ended.empty() ? Fd() : openChildFolder(target, name))
            removeLeftovers(old.get(), m_runs.ended, m_content.stopping);
        // Its contents are extra, and extra is removed only on request; when they are kept elsewhere nothing is lost.
        if (m_options.deleteExtra || m_keep)
            removeTree(target, name, path);
        else
            io::unlink(target, name, AT_REMOVEDIR);
        Stat still;
        if (statAt(target, name, still) == ENOENT)
            return true;
        if (!stopping())
            skip(path, "path.folder-in-the-way");
        return false;
    }
    int error = m_keep ? keepOld(target, name, path, forFolder) : 0;
    if (error == 0 && forFolder && !m_keep && io::unlink(target, name) != 0 && errno != ENOENT)
        error = errno;
    if (error == 0)
        return true;
    failOrSkip(error, path, "replace");
    return false;
}

/// The folder of that path below keepReplacedIn, made with the attributes of the target's.
Fd SyncRun::keepFolder(const std::string& path, int& error)
{
    const std::lock_guard lock(m_keepMutex);
    error = 0;
    Fd there = openFolder(m_keep.get(), path);
    if (there || errno != ENOENT) {
        error = there ? 0 : errno;
        return there;
    }
    std::size_t end = 0;
    do {
        end = path.find('/', end + 1);
        const std::string part = path.substr(0, end);
        const std::size_t slash = part.rfind('/');
        const std::string above = slash == std::string::npos ? std::string() : part.substr(0, slash);
        const std::string name = part.substr(slash == std::string::npos ? 0 : slash + 1);
        const Fd parent = openFolder(m_keep.get(), above);
        if (!parent || (io::makeFolder(parent.get(), name.c_str(), 0700) != 0 && errno != EEXIST)) {
            error = errno;
            return Fd();
        }
        const Fd original = openFolder(m_target.get(), part);
        there = openFolder(m_keep.get(), part);
        Present have;
        Stat want;
        Xattrs wantXattrs;
        std::vector<Lost> lost;
        if (there && original && statFd(original.get(), want) == 0 && statFd(there.get(), have.stat) == 0 &&
            Place::opened(original.get()).read(wantXattrs) == 0)
            applyAttributes(Place::opened(there.get()), want, wantXattrs, have, lost);
    } while (end != std::string::npos);
    error = there ? 0 : errno;
    return there;
}

/// Gives the old entry a second home. `move`: it leaves the target; else its name stays until something is renamed over
/// it.
int SyncRun::keepOld(int target, const char* name, const std::string& path, bool move)
{
    const std::size_t slash = path.rfind('/');
    int error = 0;
    const Fd keep = keepFolder(slash == std::string::npos ? std::string() : path.substr(0, slash), error);
    if (!keep)
        return error;
    Stat old;
    if ((error = statAt(target, name, old)) != 0)
        return error == ENOENT ? 0 : error;
    std::string keepName = name;
    Stat present;
    for (int number = 1; statAt(keep.get(), keepName.c_str(), present) == 0; ++number) {
        if (present.sameInode(old)) // kept by a run that ended just then
            return !move || io::unlink(target, name) == 0 ? 0 : errno;
        keepName = std::string(name) + ".~" + std::to_string(number) + "~";
    }
    const int answer = move ? io::rename(target, name, keep.get(), keepName.c_str())
                            : io::link(target, name, keep.get(), keepName.c_str());
    if (answer == 0)
        return 0;
    error = errno;
    if (error != EXDEV && error != EPERM && error != EMLINK && error != EOPNOTSUPP && error != ENAMETOOLONG)
        return error;
    error = keepCopy(target, name, path, keep.get(), keepName);
    if (error == 0 && move && io::unlink(target, name) != 0)
        error = errno;
    return error;
}

int SyncRun::keepCopy(int target, const char* name, const std::string& path, int keepFolder,
                      const std::string& keepName)
{
    Stat old;
    Staged staged;
    if (const int error = statAt(target, name, old); error != 0)
        return error;
    staged.kind = old.kind();
    if (!stage({target, name, keepFolder, path, false, nullptr}, staged, 0))
        return ECANCELED; // listed by then
    if (io::rename(keepFolder, staged.temporary.c_str(), keepFolder, keepName.c_str()) != 0) {
        const int error = errno;
        discard(keepFolder, staged.temporary);
        return error;
    }
    if (m_grouped && io::syncFileSystem(keepFolder) != 0)
        return errno;
    return 0;
}

} // namespace bascule::engine
