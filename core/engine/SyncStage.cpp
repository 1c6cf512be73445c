// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Folder.h"
#include "core/engine/Io.h"
#include "core/engine/LinkTarget.h"
#include "core/engine/ProofRecord.h"
#include "core/engine/SyncRun.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace bascule::engine {

namespace {

constexpr int kAttempts = 4; // at something that changes while it is read
constexpr std::int64_t kSmall = 256 * 1024;

} // namespace

bool SyncRun::openPair(FolderNode* node, OpenPair& pair)
{
    const std::string path = node->path();
    pair.node = node;
    if (m_remote == nullptr) {
        pair.source = openFolder(m_source.get(), path);
        if (!pair.source) {
            skip(path, errno == ENOENT ? "vanished" : systemErrorCode(errno));
            return false;
        }
    }
    pair.target = openFolder(m_target.get(), path);
    if (!pair.target) {
        failOrSkip(errno, path, "open");
        return false;
    }
    makeWritable(node, pair.target.get());
    return true;
}

/// A plain user's own folder may be closed to writing (0555, as the source has it); it is opened until its attributes
/// are set at the end.
void SyncRun::makeWritable(FolderNode* node, int target)
{
    if (m_root || m_options.dryRun || !node->existed || (node->target.mode & 0300U) == 0300U ||
        node->target.uid != ::geteuid())
        return;
    if (!node->touched.exchange(true))
        io::chmod(target, node->target.permissions() | 0700U);
}

void SyncRun::workOn(FolderNode* node, const std::vector<Item>& items)
{
    OpenPair pair;
    std::int64_t left = static_cast<std::int64_t>(items.size());
    if (m_options.dryRun && !node->inTarget) {
        for (const Item& item : items) {
            act(SyncAction::Kind::Create, node->pathOf(item.name), item.size);
            done(1, item.size);
        }
    } else if (!stopping() && openPair(node, pair)) {
        for (const Item& item : items) {
            if (stopping())
                break;
            process(pair, item, nullptr);
            --left;
        }
        left += pair.completed;
    }
    if (left > 0)
        release(node, left);
}

/// Does what an item asks for. With `group` the item is the leader of its links. False when it could not be done.
bool SyncRun::process(OpenPair& pair, const Item& item, LinkGroup* group)
{
    FolderNode* node = pair.node;
    const std::int64_t counts = group == nullptr ? 1 : 0; // names of a group are counted when they are linked
    const auto finish = [&](bool good) {
        ++pair.completed;
        done(counts, item.size);
        if (group != nullptr)
            group->ready = good;
        return good;
    };
    Item::Work work = item.work;
    if (work == Item::Work::CompareContents) {
        const bool equal = contentsEqual(pair, item);
        if (equal && !item.attributesDiffer) {
            const std::lock_guard lock(m_reportMutex);
            ++m_report.unchanged;
            return finish(true);
        }
        work = equal ? Item::Work::Attributes : Item::Work::Copy;
    }
    if (m_options.dryRun) {
        const auto kind = work == Item::Work::Attributes ? SyncAction::Kind::Metadata
                          : item.targetKind == '\0'      ? SyncAction::Kind::Create
                                                         : SyncAction::Kind::Replace;
        act(kind, node->pathOf(item.name), work == Item::Work::Attributes ? 0 : item.size);
        return finish(true);
    }
    if (work == Item::Work::Attributes)
        return finish(changeAttributes(pair, item));
    Staged staged;
    staged.node = node;
    staged.group = group;
    staged.name = item.name;
    staged.kind = item.kind;
    staged.targetKind = item.targetKind;
    const std::string path = node->pathOf(item.name);
    const StageSlot slot{
        pair.source.get(), item.name.c_str(), pair.target.get(), path, node->defaultAcl, &pair.fresh, true};
    const bool good = stage(slot, staged, item.size);
    if (good) {
        hold(pair, std::move(staged));
    } else {
        node->touched = true; // a temporary may have come and gone
        ++pair.completed;
    }
    done(counts, 0);
    return good;
}

bool SyncRun::contentsEqual(const OpenPair& pair, const Item& item)
{
    const Fd source = openForReading(pair.source.get(), item.name.c_str());
    const Fd target = openForReading(pair.target.get(), item.name.c_str());
    Hash128 here;
    Hash128 there;
    if (!source || !target)
        return false; // copying will tell why
    return sparseHash(source.get(), item.size, m_content.stopping, m_content.reading(), here).kind ==
               ContentResult::Kind::Done &&
           sparseHash(target.get(), item.size, m_content.stopping, {}, there).kind == ContentResult::Kind::Done &&
           here == there;
}

bool SyncRun::changeAttributes(OpenPair& pair, const Item& item)
{
    Stat want;
    Xattrs wantXattrs;
    int error = statAt(pair.source.get(), item.name.c_str(), want);
    if (error == 0)
        error = Place::named(pair.source.get(), item.name.c_str()).read(wantXattrs);
    if (error != 0) {
        skip(pair.node->pathOf(item.name), error == ENOENT ? "vanished" : systemErrorCode(error));
        return false;
    }
    return changeAttributes(pair, item, want, wantXattrs);
}

bool SyncRun::changeAttributes(OpenPair& pair, const Item& item, const Stat& want, const Xattrs& wantXattrs)
{
    const std::string path = pair.node->pathOf(item.name);
    Present have;
    const Place to = Place::named(pair.target.get(), item.name.c_str());
    int error = statAt(pair.target.get(), item.name.c_str(), have.stat);
    if (error == 0)
        error = to.read(have.xattrs);
    if (error == 0 && have.stat.kind() != want.kind()) {
        skip(path, "changed.during-copy");
        return false;
    }
    std::vector<Lost> lost;
    if (error == 0)
        error = applyAttributes(to, want, wantXattrs, have, lost);
    if (error != 0) {
        failOrSkip(error, path, "attributes");
        return false;
    }
    if (!acceptLost(path, lost))
        return false;
    act(SyncAction::Kind::Metadata, path, 0);
    return true;
}

std::string SyncRun::nextTemporary()
{
    return RunLock::temporaryName(m_lock->nonce(), ++m_number);
}

int SyncRun::ensureLock()
{
    std::call_once(m_lockOnce, [this] {
        m_lockError = m_lock->take();
        // A root that is closed to us may have folders that are not: then leftovers of a crash are left to the user.
        if (m_lockError == EACCES || m_lockError == EPERM)
            m_lockError = 0;
        else if (m_lockError == 0 && m_grouped)
            m_lockError = syncTarget(); // the proof is on the disk before what it is the proof for
        m_locked = m_lock->taken();
    });
    return m_lockError;
}

/// Opened for nobody else; 0 or an errno.
int SyncRun::createTemporary(int to, Fd& file, std::string& name)
{
    if (const int error = ensureLock(); error != 0)
        return error;
    for (;;) {
        name = nextTemporary();
        file = Fd(io::create(to, name.c_str(), O_RDWR | O_EXCL | O_NOFOLLOW, 0600));
        if (file)
            return 0;
        if (errno != EEXIST)
            return errno;
    }
}

void SyncRun::discard(int dirFd, const std::string& temporary)
{
    if (!keyOf(temporary).empty() && io::unlink(dirFd, proofNameOf(temporary).c_str()) != 0 && errno != ENOENT)
        m_temporaryLeft = true;
    if (io::unlink(dirFd, temporary.c_str()) != 0 && errno != ENOENT)
        m_temporaryLeft = true;
}

/// Copies an entry of any kind but a folder under a temporary name. False when that could not be done (listed or failed
/// by then). `planned`: bytes of it that the totals have.
bool SyncRun::stage(const StageSlot& slot, Staged& staged, std::int64_t planned)
{
    std::int64_t unplanned = planned;
    Outcome outcome = Outcome::Again;
    for (int attempt = 0; attempt < kAttempts && outcome == Outcome::Again && !stopping(); ++attempt) {
        if (attempt > 0)
            sleepUnlessStopped(30 * attempt * attempt);
        outcome = stageFile(slot, attempt, staged, unplanned);
        if (outcome == Outcome::TypeChanged)
            outcome = stageSpecial(slot, staged);
    }
    if (outcome == Outcome::Again && !stopping())
        skip(slot.path, "changed.during-copy");
    done(0, unplanned);
    return outcome == Outcome::Staged;
}

SyncRun::Outcome SyncRun::stageFile(const StageSlot& slot, int attempt, Staged& staged, std::int64_t& unplanned)
{
    // Fifos and devices are never opened, not even to see that they are none any more.
    if (staged.kind != 'f')
        return Outcome::TypeChanged;
    const Fd file = openForReading(slot.from, slot.name);
    Stat stat;
    int error = file ? statFd(file.get(), stat) : errno;
    if (error == ELOOP || error == ENXIO || (error == 0 && !stat.isFile())) {
        error = statAt(slot.from, slot.name, stat);
        staged.kind = error == 0 ? stat.kind() : 'f';
        return error == 0 ? Outcome::TypeChanged : Outcome::Again;
    }
    if (error == ENOENT) {
        skip(slot.path, "vanished");
        return Outcome::Skipped;
    }
    if (error == EMFILE || error == ENFILE || error == ENOMEM) {
        failOrSkip(error, slot.path, "open");
        return Outcome::Skipped;
    }
    if (error != 0) {
        skip(slot.path, systemErrorCode(error), systemError(error, slot.path, "open").detail);
        return Outcome::Skipped;
    }
    return stageContents(slot, file, stat, attempt, staged, unplanned);
}

SyncRun::Outcome SyncRun::stageContents(const StageSlot& slot, const Fd& file, const Stat& stat, int attempt,
                                        Staged& staged, std::int64_t& unplanned)
{
    Xattrs xattrs;
    if (const int error = Place::opened(file.get()).read(xattrs); error != 0) {
        skip(slot.path, systemErrorCode(error), systemError(error, slot.path, "getxattr").detail);
        return Outcome::Skipped;
    }
    if (slot.mayHold && stat.size > provenStretch(stat.size))
        return stageLarge(slot, file, stat, xattrs, attempt, staged, unplanned);
    Fd copy;
    if (const int error = createTemporary(slot.to, copy, staged.temporary); error != 0) {
        if (!stopping())
            failOrSkip(error, slot.path, "create");
        return Outcome::Skipped;
    }
    Outcome outcome = copyInto(slot, file, stat, copy, attempt, staged, unplanned);
    Stat after;
    if (outcome == Outcome::Staged && (statAt(slot.from, slot.name, after) != 0 || !isSameVersion(stat, after)))
        outcome = Outcome::Again;
    if (outcome == Outcome::Staged)
        outcome = giveAttributes(slot, stat, xattrs, copy);
    if (outcome != Outcome::Staged)
        discard(slot.to, staged.temporary);
    return outcome;
}

SyncRun::Outcome SyncRun::copyInto(const StageSlot& slot, const Fd& file, const Stat& stat, const Fd& copy, int attempt,
                                   Staged& staged, std::int64_t& unplanned)
{
    ContentContext context = m_content;
    staged.bytes = 0;
    context.progress = [&](std::int64_t bytes) {
        staged.bytes += bytes;
        const std::int64_t counted = std::min(bytes, unplanned);
        unplanned -= counted;
        done(0, counted);
    };
    const bool small = stat.size <= kSmall && !stat.hasHoles();
    const ContentResult result =
        small ? copySmall(file.get(), stat, copy.get(), context) : copyContents(file.get(), stat, copy.get(), context);
    return outcomeOf(result, slot.path, attempt);
}

/// What becomes of a file whose contents were copied so; what went wrong is listed or ends the run.
SyncRun::Outcome SyncRun::outcomeOf(const ContentResult& result, const std::string& path, int attempt)
{
    using Kind = ContentResult::Kind;
    switch (result.kind) {
    case Kind::Done:
        return Outcome::Staged;
    case Kind::Changed:
        return Outcome::Again;
    case Kind::Stopped:
        break;
    case Kind::ReadFailed:
        skip(path, systemErrorCode(result.error), systemError(result.error, path, "read").detail);
        break;
    case Kind::WriteFailed:
    case Kind::Different:
        // A disk that fails once is given a fresh file; one that fails twice ends the run.
        const int why = result.kind == Kind::Different ? EIO : result.error;
        if (why == EIO && attempt == 0)
            return Outcome::Again;
        failOrSkip(why, path, result.kind == Kind::Different ? "read-back" : "write");
    }
    return Outcome::Skipped;
}

SyncRun::Outcome SyncRun::giveAttributes(const StageSlot& slot, const Stat& stat, const Xattrs& xattrs, const Fd& copy)
{
    Present have;
    std::vector<Lost> lost;
    int error = 0;
    if (slot.fresh == nullptr || !slot.fresh->has_value()) {
        error = statFd(copy.get(), have.stat);
        have.stat.modified.nanoseconds = ~0U; // no time at all: it is set in any case
        if (error == 0 && slot.fresh != nullptr)
            *slot.fresh = have.stat;
    } else {
        have.stat = **slot.fresh;
    }
    const Place place = Place::opened(copy.get());
    if (error == 0 && slot.inheritsAcl)
        error = place.read(have.xattrs);
    if (error == 0)
        error = applyAttributes(place, stat, xattrs, have, lost);
    // On another disk than the one that is synced as a whole.
    if (error == 0 && m_grouped && have.stat.device != m_targetStat.device && io::sync(copy.get()) != 0)
        error = errno;
    if (error != 0) {
        failOrSkip(error, slot.path, "attributes");
        return Outcome::Skipped;
    }
    return acceptLost(slot.path, lost) ? Outcome::Staged : Outcome::Skipped;
}

SyncRun::Outcome SyncRun::stageSpecial(const StageSlot& slot, Staged& staged)
{
    Stat stat;
    int error = statAt(slot.from, slot.name, stat);
    if (error == 0 && (stat.isFolder() || stat.kind() == 's')) {
        skip(slot.path, stat.isFolder() ? "changed.during-copy" : "kind.socket");
        return Outcome::Skipped;
    }
    if (error == 0)
        staged.kind = stat.kind();
    if (error == 0 && stat.isFile())
        return Outcome::Again;
    Xattrs xattrs;
    if (error == 0)
        error = Place::named(slot.from, slot.name).read(xattrs);
    if (error != 0) {
        skip(slot.path, error == ENOENT ? "vanished" : systemErrorCode(error));
        return Outcome::Skipped;
    }
    std::string linkTarget;
    if (stat.isLink())
        error = readLinkTarget(slot.from, slot.name, stat.size, linkTarget);
    if (error == 0)
        error = makeSpecial(slot, stat, linkTarget, staged);
    if (error != 0) {
        if (!stopping())
            failOrSkip(error, slot.path, stat.isLink() ? "symlink" : "mknod");
        return Outcome::Skipped;
    }
    std::vector<Lost> lost;
    error = dressSpecial(slot, stat, xattrs, staged, lost);
    Stat after;
    const bool isSame = error == 0 && statAt(slot.from, slot.name, after) == 0 && isSameVersion(stat, after);
    if (isSame && acceptLost(slot.path, lost))
        return Outcome::Staged;
    discard(slot.to, staged.temporary);
    if (isSame)
        return Outcome::Skipped;
    if (error == 0)
        return Outcome::Again;
    failOrSkip(error, slot.path, "attributes");
    return Outcome::Skipped;
}

/// Gives what makeSpecial() made its attributes; 0 or an errno.
int SyncRun::dressSpecial(const StageSlot& slot, const Stat& stat, const Xattrs& xattrs, const Staged& staged,
                          std::vector<Lost>& lost)
{
    const Place place = Place::named(slot.to, staged.temporary.c_str());
    Present have;
    int error = statAt(slot.to, staged.temporary.c_str(), have.stat);
    if (error == 0 && slot.inheritsAcl && !stat.isLink())
        error = place.read(have.xattrs);
    return error == 0 ? applyAttributes(place, stat, xattrs, have, lost) : error;
}

/// A symlink, fifo or device under a temporary name; 0 or an errno.
int SyncRun::makeSpecial(const StageSlot& slot, const Stat& stat, const std::string& linkTarget, Staged& staged)
{
    int error = ensureLock();
    while (error == 0) {
        staged.temporary = nextTemporary();
        const char* name = staged.temporary.c_str();
        const int made = stat.isLink() ? io::symlink(linkTarget.c_str(), slot.to, name)
                                       : io::makeNode(slot.to, name, (stat.mode & S_IFMT) | 0600U, stat.specialDevice);
        if (made == 0)
            return 0;
        if (errno != EEXIST)
            error = errno;
    }
    return error;
}

} // namespace bascule::engine
