// SPDX-License-Identifier: GPL-3.0-or-later
// Large files from elsewhere that outlive a run: what has arrived of them when the link is lost is kept, and the next
// run to the same target goes on where it and the source agree. It is proven by hashes first, stretch by stretch, and
// as part of the whole file at the end, so it is never believed for its name.
#include "core/engine/Folder.h"
#include "core/engine/Io.h"
#include "core/engine/SyncFetching.h"
#include "core/engine/SyncRun.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace bascule::engine {

namespace {

constexpr std::int64_t kWorthHolding = 4 * static_cast<std::int64_t>(kHashBlock);

std::int64_t wholeBlocks(std::int64_t length)
{
    return length - length % static_cast<std::int64_t>(kHashBlock);
}

Fd openHeld(int folder, const char* name, Stat& stat)
{
    Fd file(::openat(folder, name, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    return file && isOurAlone(file.get(), stat) ? std::move(file) : Fd();
}

} // namespace

/// Takes over what an ended run held of a file that is to come from elsewhere, nullptr where there is nothing.
/// `target`: the folder, −1 when it is not open.
std::shared_ptr<HeldFile> SyncRun::takeHeld(FolderNode* node, int target, const char* name, const Stat& stat)
{
    if (m_remote == nullptr || m_runs.ended.empty() || m_options.dryRun || stat.size < kWorthHolding ||
        !node->inTarget || ensureLock() != 0 || !m_lock->taken())
        return nullptr;
    const std::string folder = node->path();
    const Fd opened = target < 0 ? openFolder(m_target.get(), folder) : Fd();
    const std::string key = heldKey(node->pathOf(name), stat);
    auto held = std::make_shared<HeldFile>();
    if (!inheritHeld(opened ? opened.get() : target, m_runs.ended, m_lock->nonce(), key, held->asLeft))
        return nullptr;
    node->touched = true;
    held->source = stat;
    held->folder = folder;
    held->name = RunLock::heldName(m_lock->nonce(), key);
    const std::lock_guard lock(m_heldMutex);
    m_held.push_back(held);
    return held;
}

/// Asks for what is missing of an item, which is pending in the node.
void SyncRun::fetchRest(FolderNode* node, Item item, LinkGroup* group)
{
    const HeldFile& held = *item.held;
    const auto fetching = std::make_shared<Fetching>();
    fetching->node = node;
    fetching->group = group;
    Wanted wanted{Wanted::What::Contents, item.name, {}, {}};
    Stat stat;
    // What cannot be opened is told when the answer comes.
    Fd file =
        !stopping() && openFetching(*fetching) ? openHeld(fetching->pair.target.get(), held.name.c_str(), stat) : Fd();
    Stretches have = file ? whatIsHeld(*fetching, held, stat) : Stretches();
    if (have.length > 0 && hashStretches(file.get(), m_content.stopping, have).kind == ContentResult::Kind::Done) {
        fetching->restLength = have.length;
        fetching->rest = std::move(file);
        wanted.what = Wanted::What::Rest;
        wanted.have = std::move(have);
    } else {
        fetching->proving.reset();
    }
    fetching->items.push_back(std::move(item));
    ask(fetching, {std::move(wanted)});
}

/// Goes on with what is held, where the source says so. False when nothing is.
bool SyncRun::goOn(Fetching& fetching, const Arrival& begin)
{
    if (!fetching.rest)
        return false;
    HeldFile& held = *fetching.items[begin.index].held;
    const std::int64_t proven = fetching.proving ? fetching.proving->proven.length : 0;
    if (begin.offset > fetching.restLength || (begin.offset > 0 && begin.offset < proven) ||
        begin.offset != wholeBlocks(begin.offset) || io::truncate(fetching.rest.get(), begin.offset) != 0 ||
        held.taken.exchange(true)) {
        fetching.rest.reset();
        return false;
    }
    fetching.copy = std::move(fetching.rest);
    fetching.staged.temporary = held.name;
    // Bytes of data; what is a hole was never sent.
    Stat stat;
    const bool known = statFd(fetching.copy.get(), stat) == 0;
    fetching.staged.bytes = known ? std::min(begin.offset, stat.blocks * 512) : begin.offset;
    const std::int64_t counted = std::min(begin.offset, fetching.planned);
    fetching.planned -= counted;
    fetching.items[begin.index].size -= counted;
    done(0, counted);
    return true;
}

/// Makes the file that a large one arrives in, under a name by which the next run knows it; 0 or an errno.
int SyncRun::createHeld(Fetching& fetching, const Arrival& begin)
{
    const int to = fetching.pair.target.get();
    if (const int error = ensureLock(); error != 0)
        return error;
    const std::string path = fetching.node->pathOf(fetching.staged.name);
    std::string name = RunLock::heldName(m_lock->nonce(), heldKey(path, begin.stat));
    Fd file(m_lock->taken() ? io::create(to, name.c_str(), O_RDWR | O_EXCL | O_NOFOLLOW, 0600) : -1);
    if (!file)
        return createTemporary(to, fetching.copy, fetching.staged.temporary);
    fetching.copy = std::move(file);
    fetching.staged.temporary = std::move(name);
    return 0;
}

/// A large file that has not arrived as a whole: kept when it is of use to a later run.
void SyncRun::holdBack(Fetching& fetching)
{
    const Fd copy = std::move(fetching.copy);
    const std::string& name = fetching.staged.temporary;
    const std::int64_t length = wholeBlocks(fetching.end);
    Stat stat;
    if (!m_spoiled && length >= kWorthHolding && !keyOf(name).empty() && statFd(copy.get(), stat) == 0 &&
        io::truncate(copy.get(), std::min(length, stat.size)) == 0) {
        m_heldBack = true;
        const bool isProven = fetching.proving && fetching.proving->doubtful == 0;
        if (isProven && isSealable(copy) && statFd(copy.get(), stat) == 0)
            fetching.proving->record.seal(stat, m_grouped);
    } else
        discard(fetching.pair.target.get(), name);
}

/// What nobody went on with has no use any more, once everything is there.
void SyncRun::removeHeld()
{
    for (const std::shared_ptr<HeldFile>& one : m_held) {
        if (stopping() || one->taken)
            continue;
        const Fd folder = openFolder(m_target.get(), one->folder);
        Stat before;
        if (folder && statFd(folder.get(), before) == 0 && io::unlink(folder.get(), one->name.c_str()) == 0) {
            io::unlink(folder.get(), proofNameOf(one->name).c_str());
            // The folder may have its times already.
            const timespec times[2] = {before.accessed.spec(), before.modified.spec()};
            io::times(folder.get(), times);
        } else if (errno != ENOENT) {
            m_temporaryLeft = true;
        }
        one->taken = true;
    }
}

bool SyncRun::isSomethingHeld() const
{
    return m_heldBack ||
           std::any_of(m_held.begin(), m_held.end(), [](const std::shared_ptr<HeldFile>& one) { return !one->taken; });
}

/// What ended runs left goes once everything is there: the walk that it takes holds nothing up then. A run that failed
/// here makes room, and leaves what is of use to the next one.
void SyncRun::clearEnded()
{
    if (m_runs.ended.empty() || m_options.dryRun || m_stop.stop_requested() || (m_failed && !m_spoiled))
        return;
    const bool isWhole = !m_failed;
    const auto stopping = [this] { return m_stop.stop_requested(); };
    if (removeLeftovers(m_target.get(), m_runs.ended, stopping, isWhole) && isWhole)
        removeLocks(m_target.get(), m_runs.ended);
}

} // namespace bascule::engine
