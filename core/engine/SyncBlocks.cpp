// SPDX-License-Identifier: GPL-3.0-or-later
// Large files from elsewhere that changed in places: the blocks that the target's version has are taken from there. The
// new version is staged and proven as a whole like any other; the old one stays what it is until then.
#include "core/engine/Folder.h"
#include "core/engine/Io.h"
#include "core/engine/SyncFetching.h"
#include "core/engine/SyncRun.h"

#include <algorithm>

namespace bascule::engine {

namespace {

constexpr std::int64_t kWorthComparing = 4 * 1024 * 1024;

} // namespace

/// Whether it is worth a look which blocks of an item the target has.
bool SyncRun::hasOlder(const Item& item, const LinkGroup* group) const
{
    return item.work == Item::Work::Copy && item.kind == 'f' && item.targetKind == 'f' && group == nullptr &&
           item.size >= kWorthComparing && !item.asWhole && !m_options.dryRun;
}

/// Asks for what is other in an item than at the target. It is pending in the node.
void SyncRun::fetchBlocks(FolderNode* node, Item item)
{
    const auto fetching = std::make_shared<Fetching>();
    fetching->node = node;
    Wanted wanted{Wanted::What::Contents, item.name, {}, {}};
    Stat stat;
    Fd older =
        !stopping() && openFetching(*fetching) ? openForReading(fetching->pair.target.get(), item.name.c_str()) : Fd();
    const bool isThere = older && statFd(older.get(), stat) == 0 && stat.isFile();
    BlockList blocks = BlockList::of(isThere ? std::min(stat.size, item.size) : 0);
    if (blocks.length > 0 && hashBlocks(older.get(), m_content.stopping, blocks).kind == ContentResult::Kind::Done) {
        fetching->olderLength = blocks.length;
        fetching->older = std::move(older);
        wanted.what = Wanted::What::Blocks;
        wanted.blocks = std::move(blocks);
    }
    fetching->items.push_back(std::move(item));
    ask(fetching, {std::move(wanted)});
}

/// The new version begins as the older one: it shares the blocks where the file system can, else they are copied. At
/// once, since meanwhile the other end looks for what is other.
void SyncRun::takeOlder(Fetching& fetching)
{
    const int to = fetching.copy.get();
    if (!m_cloneRefused.load(std::memory_order_relaxed)) {
        if (io::clone(to, fetching.older.get()) == 0 && io::truncate(to, fetching.olderLength) == 0)
            return;
        m_cloneRefused = true;
        (void)io::truncate(to, 0);
    }
    const ContentResult result = copyPart(fetching.older.get(), to, fetching.olderLength, m_content);
    if (result.kind == ContentResult::Kind::WriteFailed && !stopping())
        failToWrite(result.error, fetching.node->pathOf(fetching.staged.name));
    // Shorter by now: in the end it shows that this is not the source's.
}

/// What did not come up to there is the same as in the older version, and there.
void SyncRun::countOlder(Fetching& fetching, std::int64_t end)
{
    const std::int64_t until = std::min(end, fetching.olderLength);
    if (!fetching.older || fetching.end >= until)
        return;
    const std::int64_t counted = std::min(until - fetching.end, fetching.planned);
    fetching.planned -= counted;
    fetching.items[fetching.index].size -= counted;
    done(0, counted);
}

} // namespace bascule::engine
