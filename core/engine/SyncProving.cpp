// SPDX-License-Identifier: GPL-3.0-or-later
// Large files from elsewhere are proven stretch by stretch while they arrive, as those of this machine are (see
// SyncLarge.cpp): what is proven is neither sent nor read again at the source by the next run.
#include "core/engine/Folder.h"
#include "core/engine/Io.h"
#include "core/engine/SyncFetching.h"
#include "core/engine/SyncRun.h"

#include <algorithm>
#include <cerrno>

namespace bascule::engine {

namespace {

using Kind = ContentResult::Kind;

} // namespace

/// What is to be told of a held file, without hashes yet: behind what is proven of it, or from its beginning.
Stretches SyncRun::whatIsHeld(Fetching& fetching, const HeldFile& held, const Stat& stat)
{
    const std::int64_t size = held.source.size;
    auto proving = std::make_unique<Proving>();
    bool sealed = false;
    const int folder = fetching.pair.target.get();
    // A record that tells of much less than there is has lost lines: then hashes tell more.
    if (!stat.sameInode(held.asLeft) ||
        !proving->record.open(folder, held.name, held.asLeft, size, proving->proven, sealed) ||
        stat.size - proving->proven.length > 2 * proving->proven.block) {
        io::unlink(folder, proofNameOf(held.name).c_str());
        return Stretches::of(std::min(stat.size, size));
    }
    proving->doubtful = sealed ? 0 : proving->proven.hashes.size();
    Stretches have = Stretches::of(std::min(stat.size, size), proving->proven.length);
    have.version = versionOf(held.source);
    fetching.proving = std::move(proving);
    return have;
}

/// Begins a record of a file that is to arrive, or goes on with the one there is; 0 or an errno.
int SyncRun::startProving(Fetching& fetching, bool goesOn)
{
    const std::int64_t size = fetching.meta.stat.size;
    const std::string& name = fetching.staged.temporary;
    const int folder = fetching.pair.target.get();
    if (fetching.proving && (!goesOn || fetching.meta.offset == 0)) {
        // Of another version by now: what is written from here on is not what the record tells of.
        fetching.proving.reset();
        if (goesOn && io::unlink(folder, proofNameOf(name).c_str()) != 0 && errno != ENOENT)
            return errno;
    }
    if (!fetching.proving) {
        Stat stat;
        if (goesOn || fetching.older || size <= provenStretch(size) || keyOf(name).empty())
            return 0;
        auto proving = std::make_unique<Proving>();
        proving->proven.block = provenStretch(size);
        proving->stretch.emplace(proving->proven.block);
        int error = statFd(fetching.copy.get(), stat);
        if (error == 0)
            error = proving->record.create(folder, name, stat, size);
        fetching.proving = std::move(proving);
        return error;
    }
    Stretches& proven = fetching.proving->proven;
    fetching.proving->stretch.emplace(std::min(proven.length + proven.block, size));
    fetching.hasher.emplace(size);
    const auto block = static_cast<std::int64_t>(kHashBlock);
    char* bytes = threadBlock(0);
    DataStretches data(fetching.copy.get(), fetching.meta.offset);
    std::int64_t start = 0;
    std::int64_t end = 0;
    for (std::int64_t at = proven.length; data.next(at, fetching.meta.offset, start, end);) {
        at = std::max(at, start - start % block);
        if (readFully(fetching.copy.get(), bytes, kHashBlock, at) != block)
            return errno != 0 ? errno : EIO;
        if (spoiled() || !takeIn(fetching, at, {bytes, kHashBlock}))
            return 0; // the run ends
        at += block;
    }
    return 0;
}

/// Bytes that lie in the copy now, in order. False when they cannot be proven; the run ends then.
bool SyncRun::takeIn(Fetching& fetching, std::int64_t offset, std::string_view bytes)
{
    if (fetching.hasher)
        fetching.hasher->add(offset, bytes);
    Proving* proving = fetching.proving.get();
    while (proving != nullptr && !bytes.empty()) {
        const std::int64_t end = proving->proven.length + proving->proven.block;
        if (offset >= end) {
            const ContentResult result = endStretch(*proving, fetching.copy.get(), fetching.meta.stat.size);
            if (result.kind != Kind::Done && result.kind != Kind::Stopped)
                failToWrite(result.kind == Kind::Different ? EIO : result.error,
                            fetching.node->pathOf(fetching.staged.name));
            if (result.kind != Kind::Done)
                return false;
            continue;
        }
        const auto part =
            static_cast<std::size_t>(std::min<std::int64_t>(end - offset, static_cast<std::int64_t>(bytes.size())));
        proving->stretch->add(offset, bytes.substr(0, part));
        proving->hasData = true;
        bytes.remove_prefix(part);
        offset += static_cast<std::int64_t>(part);
    }
    return true;
}

/// A whole stretch has arrived: to the disk, read back, and noted.
ContentResult SyncRun::endStretch(Proving& proving, int to, std::int64_t size) const
{
    const std::int64_t begin = proving.proven.length;
    const std::int64_t end = begin + proving.proven.block;
    const Hash128 hash = proving.stretch->value();
    Stat now;
    ContentResult result;
    if (statFd(to, now) != 0 || (now.size < end && io::truncate(to, end) != 0))
        result = {Kind::WriteFailed, errno};
    if (result.kind == Kind::Done && m_content.fromDisk && proving.hasData)
        result = flushStretch(to, begin, end, m_content);
    if (result.kind == Kind::Done)
        result = readBack(to, begin, end, hash, m_content);
    if (result.kind == Kind::Done) {
        if (const int error = proving.record.add(hash, m_content.fromDisk && proving.hasData); error != 0)
            result = {Kind::WriteFailed, error};
    }
    if (result.kind != Kind::Done)
        return result;
    proving.proven.hashes.push_back(hash);
    proving.proven.length = end;
    proving.stretch.emplace(std::min(end + proving.proven.block, size));
    proving.hasData = false;
    return {};
}

/// Everything has arrived, and the file has its size: what is not proven yet, and what is no more.
ContentResult SyncRun::proveRest(Proving& proving, int to, std::int64_t size) const
{
    ContentResult result;
    const std::int64_t block = proving.proven.block;
    while (result.kind == Kind::Done && proving.proven.length + block < size)
        result = endStretch(proving, to, size);
    const std::int64_t begin = proving.proven.length;
    if (result.kind == Kind::Done && m_content.fromDisk)
        result = flushStretch(to, begin, size, m_content);
    if (result.kind == Kind::Done && begin < size)
        result = readBack(to, begin, size, proving.stretch->value(), m_content);
    for (std::size_t i = 0; i < proving.doubtful && result.kind == Kind::Done; ++i) {
        const std::int64_t at = static_cast<std::int64_t>(i) * block;
        result = readBack(to, at, at + block, proving.proven.hashes[i], m_content);
    }
    if (result.kind == Kind::Done)
        proving.doubtful = 0;
    return result;
}

} // namespace bascule::engine
