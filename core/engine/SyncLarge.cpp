// SPDX-License-Identifier: GPL-3.0-or-later
// Large files of this machine. They are proven stretch by stretch while they are copied, and what is proven outlives
// the run: the next one goes on behind it, and reads the beginning at the source no more. At the target it is read once
// more, last, where the earlier run was killed: then nothing tells that nobody has written to it since.
#include "core/engine/Folder.h"
#include "core/engine/Io.h"
#include "core/engine/ProofRecord.h"
#include "core/engine/Roots.h"
#include "core/engine/SyncRun.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bascule::engine {

namespace {

using Kind = ContentResult::Kind;

constexpr auto kBlockSize = static_cast<std::int64_t>(kHashBlock);
constexpr std::int64_t kStep = 4 * kBlockSize; // fits a core's own cache

} // namespace

/// A large file on its way.
struct LargeCopy
{
    Fd file;
    ProofRecord record;
    Stretches proven;         ///< from the beginning, by this run and those before
    std::size_t doubtful = 0; ///< so many of the first were proven by a run that was killed, and not looked at since
    bool isWhole = false;     ///< the file system copied it at once: it is to be proven only
};

namespace {

/// Copies what is data in a part of the file, as data. Hashed by whole blocks, so that holes make no difference.
/// `provesBlocks`: each is read back at once, while it is near.
ContentResult copyStretch(int from, DataStretches& data, int to, std::int64_t begin, std::int64_t end,
                          bool provesBlocks, const ContentContext& context, Hash128& hash)
{
    SparseHasher hasher;
    char* bytes = threadBlock(0);
    std::int64_t start = 0;
    std::int64_t stop = 0;
    for (std::int64_t at = begin; data.next(at, end, start, stop);) {
        if (context.stopping())
            return {Kind::Stopped, 0};
        at = std::max(at, start - start % kBlockSize);
        const auto paced = static_cast<std::int64_t>(context.stepOf(static_cast<std::size_t>(kStep)));
        const std::int64_t step = std::max(kBlockSize, paced / kBlockSize * kBlockSize);
        const std::int64_t behind = std::min({at + step, (stop + kBlockSize - 1) / kBlockSize * kBlockSize, end});
        const auto want = static_cast<std::size_t>(behind - at);
        context.pass(behind - at);
        const ssize_t got = context.readSource(from, bytes, want, at);
        if (got < 0)
            return {Kind::ReadFailed, errno};
        if (static_cast<std::size_t>(got) < want)
            return {Kind::Changed, 0};
        for (std::size_t part = 0; part < want; part += kHashBlock)
            hasher.addBlock(at + static_cast<std::int64_t>(part), bytes + part, std::min(kHashBlock, want - part));
        for (std::int64_t next = at; data.next(next, behind, start, stop); next = stop) {
            const auto size = static_cast<std::size_t>(stop - start);
            if (const int error = io::writeAll(to, bytes + (start - at), size, start); error != 0)
                return {Kind::WriteFailed, error};
            if (provesBlocks) {
                const ContentResult result = proveBlock(to, bytes + (start - at), size, start);
                if (result.kind != Kind::Done)
                    return result;
            }
            context.progress(stop - start);
        }
        at = behind;
    }
    hash = hasher.value(end);
    return {};
}

/// One stretch, to the disk and proven. What lay there is replaced.
ContentResult copyAndProve(const Fd& from, DataStretches& data, const Stat& stat, const LargeCopy& copy,
                           std::int64_t begin, const ContentContext& context, Hash128& hash)
{
    const std::int64_t end = std::min(begin + copy.proven.block, stat.size);
    const int to = copy.file.get();
    std::int64_t written = 0;
    ContentContext counting = context;
    counting.progress = [&](std::int64_t bytes) {
        written += bytes;
        context.progress(bytes);
    };
    // What will not be read from the disk anyway, and has no holes that nobody wrote.
    const bool provesBlocks = !context.fromDisk && !copy.isWhole && !stat.hasHoles();
    const auto paced = [&, read = context.reading()] {
        if (read)
            read(kStep);
        return context.stopping();
    };
    ContentResult result = copy.isWhole ? hashStretch(from.get(), paced, begin, end, hash)
                                        : copyStretch(from.get(), data, to, begin, end, provesBlocks, counting, hash);
    Stat now;
    if (result.kind == Kind::Done && (statFd(to, now) != 0 || (now.size < end && io::truncate(to, end) != 0)))
        result = {Kind::WriteFailed, errno};
    if (result.kind == Kind::Done && context.fromDisk && (written > 0 || copy.isWhole || end == stat.size))
        result = flushStretch(to, begin, end, context);
    return result.kind == Kind::Done && !provesBlocks ? readBack(to, begin, end, hash, context) : result;
}

/// What a run that was killed had proven, once more. What is not so any longer is copied anew.
ContentResult proveDoubtful(const Fd& from, DataStretches& data, const Stat& stat, LargeCopy& copy,
                            const ContentContext& context)
{
    const int to = copy.file.get();
    for (std::size_t i = 0; i < copy.doubtful; ++i) {
        const std::int64_t begin = static_cast<std::int64_t>(i) * copy.proven.block;
        const std::int64_t end = begin + copy.proven.block;
        if (context.fromDisk)
            ::posix_fadvise(to, begin, copy.proven.block, POSIX_FADV_DONTNEED);
        ContentResult result = readBack(to, begin, end, copy.proven.hashes[i], context);
        if (result.kind == Kind::Different) {
            Hash128 hash;
            if (io::punchHole(to, begin, copy.proven.block) != 0 && errno != EOPNOTSUPP)
                return {Kind::WriteFailed, errno};
            result = copyAndProve(from, data, stat, copy, begin, context, hash);
            if (result.kind == Kind::Done && !(hash == copy.proven.hashes[i]))
                result.kind = Kind::Different; // the record is wrong about the source
        }
        if (result.kind != Kind::Done)
            return result;
    }
    copy.doubtful = 0;
    return {};
}

} // namespace

/// Takes over what an ended run held of the file, or begins anew; 0 or an errno.
int SyncRun::openLarge(const StageSlot& slot, const Stat& stat, Staged& staged, LargeCopy& copy)
{
    if (const int error = ensureLock(); error != 0)
        return error;
    copy.proven.block = provenStretch(stat.size);
    if (!m_lock->taken())
        return createTemporary(slot.to, copy.file, staged.temporary);
    const std::string key = heldKey(slot.path, stat);
    staged.temporary = RunLock::heldName(m_lock->nonce(), key);
    const char* name = staged.temporary.c_str();
    Stat now;
    if (Stat asLeft; inheritHeld(slot.to, m_runs.ended, m_lock->nonce(), key, asLeft)) {
        bool sealed = false;
        copy.file = Fd(::openat(slot.to, name, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
        if (copy.file && isOurAlone(copy.file.get(), now) && now.sameInode(asLeft) &&
            copy.record.open(slot.to, staged.temporary, asLeft, stat.size, copy.proven, sealed) &&
            (now.size == copy.proven.length || io::truncate(copy.file.get(), copy.proven.length) == 0)) {
            copy.doubtful = sealed ? 0 : copy.proven.hashes.size();
            return 0;
        }
        discard(slot.to, staged.temporary);
        copy = {};
        copy.proven.block = provenStretch(stat.size);
    }
    copy.file = Fd(io::create(slot.to, name, O_RDWR | O_EXCL | O_NOFOLLOW, 0600));
    if (!copy.file && errno != EEXIST)
        return errno;
    if (!copy.file)
        return createTemporary(slot.to, copy.file, staged.temporary);
    int error = statFd(copy.file.get(), now);
    if (error == 0)
        error = copy.record.create(slot.to, staged.temporary, now, stat.size);
    if (error != 0)
        discard(slot.to, staged.temporary);
    return error;
}

ContentResult SyncRun::copyLarge(const Fd& file, const Stat& stat, LargeCopy& copy, const ContentContext& context)
{
    ContentResult result;
    copy.isWhole = copy.proven.length == 0 && copyInKernel(file.get(), stat, copy.file.get(), context, result);
    DataStretches data(file.get(), stat.size);
    for (std::int64_t at = copy.proven.length; at < stat.size && result.kind == Kind::Done; at += copy.proven.block) {
        Hash128 hash;
        result = copyAndProve(file, data, stat, copy, at, context, hash);
        if (result.kind != Kind::Done || at + copy.proven.block > stat.size)
            continue;
        copy.proven.hashes.push_back(hash);
        copy.proven.length = at + copy.proven.block;
        if (const int error = copy.record.isOpen() ? copy.record.add(hash, context.fromDisk) : 0; error != 0)
            result = {Kind::WriteFailed, error};
    }
    return result.kind == Kind::Done ? proveDoubtful(file, data, stat, copy, context) : result;
}

/// A large file that is not whole when the run is stopped: what is proven of it stays. False when that is nothing.
bool SyncRun::keepLarge(const std::string& name, LargeCopy& copy)
{
    if (m_spoiled || keyOf(name).empty() || copy.proven.length == 0 || !copy.record.isOpen() ||
        io::truncate(copy.file.get(), copy.proven.length) != 0)
        return false;
    Stat stat;
    if (copy.doubtful == 0 && statFd(copy.file.get(), stat) == 0 && isSealable(copy.file))
        copy.record.seal(stat, m_grouped);
    m_heldBack = true;
    return true;
}

/// Whether the disk has what a record tells of: else only that the run is stopped in order would be known.
bool SyncRun::isSealable(const Fd& held) const
{
    return m_grouped || isMemoryFileSystem(held.get());
}

/// As stageContents(), with what is proven kept for a later run.
SyncRun::Outcome SyncRun::stageLarge(const StageSlot& slot, const Fd& file, const Stat& stat, const Xattrs& xattrs,
                                     int attempt, Staged& staged, std::int64_t& unplanned)
{
    LargeCopy copy;
    if (const int error = openLarge(slot, stat, staged, copy); error != 0) {
        if (!stopping())
            failOrSkip(error, slot.path, "create");
        return Outcome::Skipped;
    }
    const bool goesOn = copy.proven.length > 0;
    const auto count = [&](std::int64_t bytes) {
        const std::int64_t counted = std::min(bytes, unplanned);
        unplanned -= counted;
        done(0, counted);
    };
    count(copy.proven.length);
    staged.bytes = 0;
    ContentContext context = m_content;
    context.progress = [&](std::int64_t bytes) {
        staged.bytes += bytes;
        count(bytes);
    };
    const ContentResult result = copyLarge(file, stat, copy, context);
    Outcome outcome = outcomeOf(result, slot.path, attempt);
    Stat after;
    if (outcome == Outcome::Staged && (statAt(slot.from, slot.name, after) != 0 || !isSameVersion(stat, after)))
        outcome = Outcome::Again;
    if (outcome == Outcome::Staged) {
        // An earlier run may have made the file with attributes that one of today would not have.
        StageSlot mine = slot;
        mine.inheritsAcl = goesOn || slot.inheritsAcl;
        mine.fresh = goesOn ? nullptr : slot.fresh;
        outcome = giveAttributes(mine, stat, xattrs, copy.file);
    }
    staged.isLarge = outcome == Outcome::Staged;
    if (!staged.isLarge && (result.kind != Kind::Stopped || !keepLarge(staged.temporary, copy)))
        discard(slot.to, staged.temporary);
    return outcome;
}

/// What was staged and is not promoted, since the run is stopped: a large file is kept as one that is not whole.
void SyncRun::takeBack(int target, const Staged& staged)
{
    const Fd file(staged.isLarge && !m_spoiled && !keyOf(staged.temporary).empty()
                      ? ::openat(target, staged.temporary.c_str(), O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
                      : -1);
    Stat now;
    ProofRecord record;
    Stretches proven;
    bool sealed = false;
    const timespec times[2] = {{0, UTIME_NOW}, {0, UTIME_NOW}};
    if (file && io::chown(file.get(), ::geteuid(), ::getegid()) == 0 && io::chmod(file.get(), 0600) == 0 &&
        io::times(file.get(), times) == 0 && isOurAlone(file.get(), now) &&
        record.open(target, staged.temporary, now, now.size, proven, sealed)) {
        m_heldBack = true;
        if (isSealable(file))
            record.seal(now, m_grouped);
        return;
    }
    discard(target, staged.temporary);
}

} // namespace bascule::engine
