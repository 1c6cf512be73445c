// SPDX-License-Identifier: GPL-3.0-or-later
// Large files from elsewhere that changed in places: the blocks that the target's version has are taken from there. The
// new version is staged and proven as a whole like any other; the old one stays what it is until then.
#include "core/engine/Folder.h"
#include "core/engine/Io.h"
#include "core/engine/SyncFetching.h"
#include "core/engine/SyncRun.h"

#include <algorithm>
#include <cerrno>

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

/// The new version begins as the older one where the file system lets them share blocks.
void SyncRun::takeOlder(Fetching& fetching)
{
    if (m_cloneRefused.load(std::memory_order_relaxed))
        return;
    const int to = fetching.copy.get();
    fetching.sharesBlocks = io::clone(to, fetching.older.get()) == 0 && io::truncate(to, fetching.olderLength) == 0;
    if (!fetching.sharesBlocks) {
        m_cloneRefused = true;
        (void)io::truncate(to, 0);
    }
}

/// Copies what did not come up to there, since it is the same in the older version.
ContentResult SyncRun::fillFromOlder(Fetching& fetching, std::int64_t end)
{
    const std::int64_t until = std::min(end, fetching.olderLength);
    if (!fetching.older || fetching.end >= until)
        return {};
    const std::int64_t counted = std::min(until - fetching.end, fetching.planned);
    ContentResult result;
    if (!fetching.sharesBlocks)
        result = copyPart(fetching.older.get(), fetching.copy.get(), fetching.end, until, m_content);
    fetching.planned -= counted;
    fetching.items[fetching.index].size -= counted;
    done(0, counted);
    return result;
}

} // namespace bascule::engine
