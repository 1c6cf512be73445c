// SPDX-License-Identifier: GPL-3.0-or-later
// What comes of entries of a source elsewhere: staged, read back, given its attributes and held for promotion, as what
// is copied here is.
#include "core/engine/Folder.h"
#include "core/engine/Io.h"
#include "core/engine/SyncFetching.h"
#include "core/engine/SyncRun.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace bascule::engine {

namespace {

constexpr std::uint8_t kMostAttempts = 4; // at a file that is written to while it is read

} // namespace

/// Opens the target's folder for a fetch, once. False when it cannot be: every item of it is given up then.
bool SyncRun::openFetching(Fetching& fetching)
{
    if (fetching.pair.node != nullptr)
        return static_cast<bool>(fetching.pair.target);
    if (m_options.dryRun) { // only looked at
        fetching.pair.node = fetching.node;
        fetching.pair.target = openFolder(m_target.get(), fetching.node->path());
        return static_cast<bool>(fetching.pair.target);
    }
    return openPair(fetching.node, fetching.pair);
}

void SyncRun::arrive(Fetching& fetching, const Arrival& arrival)
{
    using Kind = Arrival::Kind;
    if (arrival.index >= fetching.items.size() || fetching.settled[arrival.index])
        return garbled("an entry nobody asked for");
    const bool isRest = arrival.kind == Kind::Chunk || arrival.kind == Kind::End;
    if (isRest != static_cast<bool>(fetching.copy) || (isRest && fetching.index != arrival.index))
        return garbled("parts of files out of order");
    const std::string path = fetching.node->pathOf(fetching.items[arrival.index].name);
    if (arrival.kind == Kind::Failed) {
        skip(path, arrival.code, arrival.detail);
        return settle(fetching, arrival.index, false);
    }
    if (!openFetching(fetching))
        return settle(fetching, arrival.index, false); // listed or failed by then
    switch (arrival.kind) {
    case Kind::Whole:
        return arriveWhole(fetching, arrival);
    case Kind::Begin:
        return arriveBegin(fetching, arrival);
    case Kind::Chunk:
        return arriveChunk(fetching, arrival);
    case Kind::End:
        return arriveEnd(fetching, arrival);
    case Kind::Hash:
        return arriveHash(fetching, arrival);
    case Kind::Attributes:
        return settle(fetching, arrival.index,
                      changeAttributes(fetching.pair, fetching.items[arrival.index], arrival.stat, arrival.xattrs));
    case Kind::Failed:
        break;
    }
}

/// Of a large file, whose further parts come all the same: ends the run.
void SyncRun::failToWrite(int error, const std::string& path)
{
    const bool waits = error == ENOSPC || error == EDQUOT;
    fail(systemError(error, path, "write", waits ? Severity::Halt : Severity::Fatal));
}

/// Whether a piece of work on contents went well; what did not is listed or ends the run.
bool SyncRun::isWritten(const ContentResult& result, const std::string& path)
{
    using Kind = ContentResult::Kind;
    if (result.kind == Kind::Done)
        return true;
    if (result.kind == Kind::Different)
        failOrSkip(EIO, path, "read-back");
    else if (result.kind != Kind::Stopped)
        failOrSkip(result.error != 0 ? result.error : EIO, path, "write");
    return false;
}

void SyncRun::arriveWhole(Fetching& fetching, const Arrival& arrival)
{
    const Item& item = fetching.items[arrival.index];
    const std::string path = fetching.node->pathOf(item.name);
    Staged staged;
    staged.node = fetching.node;
    staged.group = fetching.group;
    staged.name = item.name;
    staged.kind = arrival.stat.kind();
    staged.targetKind = item.targetKind;
    const StageSlot slot{-1,   item.name.c_str(),         fetching.pair.target.get(),
                         path, fetching.node->defaultAcl, &fetching.pair.fresh};
    if (arrival.changed || arrival.stat.isFolder()) {
        skip(path, "changed.during-copy");
        return settle(fetching, arrival.index, false);
    }
    if (!arrival.stat.isFile())
        return arriveSpecial(fetching, arrival, slot, std::move(staged));
    if (static_cast<std::int64_t>(arrival.bytes.size()) != arrival.stat.size || arrival.bytes.size() > kBlock ||
        !(hashOf(arrival.bytes.data(), arrival.bytes.size()) == arrival.hash))
        return garbled("contents that are not what was sent");
    Fd copy;
    fetching.node->touched = true; // a temporary comes, and may go again
    if (const int error = createTemporary(slot.to, copy, staged.temporary); error != 0) {
        if (!stopping())
            failOrSkip(error, path, "create");
        return settle(fetching, arrival.index, false);
    }
    ContentResult result = writeArrived(copy.get(), 0, arrival.bytes, arrival.stat.hasHoles(), m_content);
    if (result.kind == ContentResult::Kind::Done && arrival.stat.hasHoles() &&
        io::truncate(copy.get(), arrival.stat.size) != 0)
        result = {ContentResult::Kind::WriteFailed, errno};
    if (result.kind == ContentResult::Kind::Done && !arrival.bytes.empty()) {
        char* back = threadBlock(1);
        const ssize_t got = readFully(copy.get(), back, arrival.bytes.size(), 0);
        if (got < 0)
            result = {ContentResult::Kind::WriteFailed, errno};
        else if (static_cast<std::size_t>(got) != arrival.bytes.size() ||
                 !(hashOf(back, arrival.bytes.size()) == arrival.hash))
            result.kind = ContentResult::Kind::Different;
    }
    if (!isWritten(result, path)) {
        discard(slot.to, staged.temporary);
        return settle(fetching, arrival.index, false);
    }
    staged.bytes = arrival.stat.size;
    finishFile(fetching, arrival.index, arrival, std::move(staged), copy);
}

/// Attributes, and into the batch.
void SyncRun::finishFile(Fetching& fetching, std::size_t index, const Arrival& meta, Staged staged, const Fd& copy)
{
    const std::string path = fetching.node->pathOf(fetching.items[index].name);
    // An earlier run may have made the file with attributes that one of today would not have.
    const bool isOld = fetching.restLength > 0;
    const StageSlot slot{-1,   fetching.items[index].name.c_str(), fetching.pair.target.get(),
                         path, isOld || fetching.node->defaultAcl, isOld ? nullptr : &fetching.pair.fresh};
    if (giveAttributes(slot, meta.stat, meta.xattrs, copy) != Outcome::Staged) {
        discard(slot.to, staged.temporary);
        return settle(fetching, index, false);
    }
    hand(fetching, index, std::move(staged));
}

void SyncRun::arriveSpecial(Fetching& fetching, const Arrival& arrival, const StageSlot& slot, Staged staged)
{
    std::vector<Lost> lost;
    if (staged.kind == 's') {
        skip(slot.path, "kind.socket");
        return settle(fetching, arrival.index, false);
    }
    fetching.node->touched = true;
    int error = makeSpecial(slot, arrival.stat, arrival.linkTarget, staged);
    const char* what = arrival.stat.isLink() ? "symlink" : "mknod";
    if (error == 0) {
        what = "attributes";
        error = dressSpecial(slot, arrival.stat, arrival.xattrs, staged, lost);
        if (error != 0)
            discard(slot.to, staged.temporary);
    }
    if (error != 0) {
        if (!stopping())
            failOrSkip(error, slot.path, what);
        return settle(fetching, arrival.index, false);
    }
    if (!acceptLost(slot.path, lost)) {
        discard(slot.to, staged.temporary);
        return settle(fetching, arrival.index, false);
    }
    hand(fetching, arrival.index, std::move(staged));
}

void SyncRun::arriveBegin(Fetching& fetching, const Arrival& arrival)
{
    const Item& item = fetching.items[arrival.index];
    const std::string path = fetching.node->pathOf(item.name);
    if (!arrival.stat.isFile())
        return garbled("a large entry that is no file");
    fetching.index = arrival.index;
    fetching.meta = arrival;
    fetching.meta.bytes = {};
    fetching.planned = item.size;
    fetching.end = arrival.offset;
    fetching.staged = {};
    fetching.staged.node = fetching.node;
    fetching.staged.group = fetching.group;
    fetching.staged.name = item.name;
    fetching.staged.targetKind = item.targetKind;
    fetching.node->touched = true;
    const bool goesOn = goOn(fetching, arrival);
    if (!goesOn && arrival.offset > 0)
        return garbled("the rest of what is not here");
    if (!fetching.older && (!goesOn || arrival.offset == 0))
        fetching.hasher.emplace(arrival.stat.size);
    int error = goesOn ? 0 : createHeld(fetching, arrival);
    if (error == 0)
        error = startProving(fetching, goesOn);
    if (error != 0 && !stopping()) {
        // The rest of it comes all the same; a full disk ends the run in any case.
        failOrSkip(error, path, "create");
        fail(systemError(error, path, "create", Severity::Fatal));
    }
    if (error == 0 && fetching.older)
        takeOlder(fetching);
}

void SyncRun::arriveChunk(Fetching& fetching, const Arrival& arrival)
{
    const auto size = static_cast<std::int64_t>(arrival.bytes.size());
    if (arrival.offset < fetching.end || size > fetching.meta.stat.size ||
        arrival.offset > fetching.meta.stat.size - size)
        return garbled("a part that is not in the file");
    countOlder(fetching, arrival.offset);
    fetching.end = arrival.offset + size;
    const std::string path = fetching.node->pathOf(fetching.staged.name);
    const bool over = fetching.older && fetching.meta.stat.hasHoles(); // zeros come where data was
    const ContentResult result =
        over ? writeOver(fetching.copy.get(), arrival.offset, arrival.bytes, m_content)
             : writeArrived(fetching.copy.get(), arrival.offset, arrival.bytes, false, m_content);
    if (result.kind != ContentResult::Kind::Done && !stopping())
        failToWrite(result.error, path);
    else if (result.kind == ContentResult::Kind::Done)
        takeIn(fetching, arrival.offset, arrival.bytes);
    fetching.staged.bytes += size;
    const std::int64_t counted = std::min(size, fetching.planned);
    fetching.planned -= counted;
    fetching.items[arrival.index].size -= counted;
    done(0, counted);
}

void SyncRun::arriveEnd(Fetching& fetching, const Arrival& arrival)
{
    const std::size_t index = arrival.index;
    const std::string path = fetching.node->pathOf(fetching.staged.name);
    const std::int64_t size = fetching.meta.stat.size;
    countOlder(fetching, size);
    const Fd copy = std::move(fetching.copy);
    Staged staged = std::move(fetching.staged);
    const std::unique_ptr<Proving> proving = std::move(fetching.proving);
    const bool isWhole = fetching.hasher.has_value(); // it came as a whole, so what came can be told from what is here
    const Hash128 came = isWhole ? fetching.hasher->value() : Hash128();
    fetching.hasher.reset();
    if (isWhole && !arrival.changed && !(came == arrival.hash)) {
        discard(fetching.pair.target.get(), staged.temporary);
        return garbled("contents that are not what was sent");
    }
    if (arrival.changed) {
        discard(fetching.pair.target.get(), staged.temporary);
        return askAgain(fetching, index, Item::Work::Copy);
    }
    ContentResult result;
    if (io::truncate(copy.get(), size) != 0)
        result = {ContentResult::Kind::WriteFailed, errno};
    if (result.kind == ContentResult::Kind::Done && proving)
        result = proveRest(*proving, copy.get(), size);
    else if (result.kind == ContentResult::Kind::Done)
        result = proveArrived(copy.get(), size, arrival.hash, m_content);
    // The older version may have been written to since it was hashed, and what a killed run held after it was proven.
    if ((!isWhole || (proving && proving->doubtful > 0)) && result.kind == ContentResult::Kind::Different) {
        discard(fetching.pair.target.get(), staged.temporary);
        fetching.items[index].asWhole = true;
        return askAgain(fetching, index, Item::Work::Copy);
    }
    if (!isWritten(result, path)) {
        discard(fetching.pair.target.get(), staged.temporary);
        return settle(fetching, index, false);
    }
    staged.isLarge = proving != nullptr;
    finishFile(fetching, index, fetching.meta, staged, copy);
}

void SyncRun::arriveHash(Fetching& fetching, const Arrival& arrival)
{
    const Item& item = fetching.items[arrival.index];
    const Fd file = openForReading(fetching.pair.target.get(), item.name.c_str());
    Hash128 here;
    const bool equal =
        !arrival.changed && file &&
        sparseHash(file.get(), arrival.stat.size, m_content.stopping, {}, here).kind == ContentResult::Kind::Done &&
        here == arrival.hash;
    if (equal && !item.attributesDiffer) {
        {
            const std::lock_guard lock(m_reportMutex);
            ++m_report.unchanged;
        }
        return settle(fetching, arrival.index, true);
    }
    if (m_options.dryRun) {
        act(equal ? SyncAction::Kind::Metadata : SyncAction::Kind::Replace, fetching.node->pathOf(item.name),
            equal ? 0 : item.size);
        return settle(fetching, arrival.index, true);
    }
    if (equal)
        return settle(fetching, arrival.index, changeAttributes(fetching.pair, item, arrival.stat, arrival.xattrs));
    askAgain(fetching, arrival.index, Item::Work::Copy);
}

/// Asks for the item once more, as a fetch of its own; it stays pending.
void SyncRun::askAgain(Fetching& fetching, std::size_t index, Item::Work work)
{
    Item item = fetching.items[index];
    if (item.work == work && ++item.attempts >= kMostAttempts) {
        skip(fetching.node->pathOf(item.name), "changed.during-copy");
        return settle(fetching, index, false);
    }
    item.work = work;
    if (fetching.meta.offset > 0 || item.attempts > 0)
        item.held = nullptr;
    fetching.settled[index] = true;
    --fetching.left;
    --m_inFlight;
    fetch(fetching.node, {std::move(item)}, fetching.group);
}

/// Into the batch, which releases the item once it is promoted.
void SyncRun::hand(Fetching& fetching, std::size_t index, Staged staged)
{
    done(fetching.group == nullptr ? 1 : 0, fetching.items[index].size);
    fetching.settled[index] = true;
    --fetching.left;
    --m_inFlight;
    FolderNode* node = fetching.node;
    hold(fetching.pair, std::move(staged));
    if (const std::int64_t completed = std::exchange(fetching.pair.completed, 0); completed > 0)
        release(node, completed);
    pumpLists();
}

void SyncRun::settle(Fetching& fetching, std::size_t index, bool good)
{
    done(fetching.group == nullptr ? 1 : 0, fetching.items[index].size);
    if (fetching.group != nullptr)
        fetching.group->ready = good;
    fetching.settled[index] = true;
    --fetching.left;
    --m_inFlight;
    release(fetching.node, 1);
    pumpLists();
}

} // namespace bascule::engine
