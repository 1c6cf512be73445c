// SPDX-License-Identifier: GPL-3.0-or-later
// Looking into folders of a source elsewhere, and asking for what is in them. Nothing waits for an answer: what comes
// is worked on by the pool, in the order in which it comes.
#include "core/engine/Folder.h"
#include "core/engine/NameFolding.h"
#include "core/engine/SyncFetching.h"
#include "core/engine/SyncRun.h"

#include <algorithm>
#include <cerrno>
#include <condition_variable>

namespace bascule::engine {

namespace {

constexpr int kListsAtOnce = 64;
constexpr std::int64_t kMostInFlight =
    20'000; // items asked for and not there: beyond, no further folders are looked at
constexpr std::int64_t kMostAsked = 8 * 1024 * 1024; // bytes of questions that the other end keeps meanwhile
constexpr std::size_t kMostGathered = 1'000'000;     // entries of a folder whose counterpart folds names
constexpr std::size_t kNamesAtOnce = 2000;
constexpr std::size_t kMostNames = 512 * 1024; // bytes: they go into one frame

std::size_t bytesOf(const Scope& scope)
{
    std::size_t bytes = 0;
    for (const auto& [name, below] : scope.entries)
        bytes += name.size() + 4;
    return bytes;
}

/// Part of a folder elsewhere, as a folder.
class PartFolder final : public SourceFolder
{
public:
    explicit PartFolder(const ListPart& part)
        : m_part(part)
    {
    }
    int stat(Stat& stat) override
    {
        stat = m_part.stat;
        return 0;
    }
    int xattrs(Xattrs& xattrs) override
    {
        xattrs = m_part.xattrs;
        return 0;
    }
    const char* next() override
    {
        return m_next < m_part.entries.size() ? m_part.entries[m_next++].name.c_str() : nullptr;
    }
    int error() const override { return m_part.error; }
    int statOf(const char*, Stat& stat) override
    {
        stat = current().stat;
        return current().error;
    }
    int xattrsOf(const char*, Xattrs& xattrs) override
    {
        xattrs = current().xattrs;
        return current().error;
    }
    int linkTargetOf(const char*, std::int64_t, std::string& target) override
    {
        target = current().linkTarget;
        return current().error;
    }
    std::set<std::string> conflicts() override
    {
        std::set<std::string> seen;
        std::set<std::string> conflicts;
        for (const SourceEntry& entry : m_part.entries) {
            std::string folded = foldedName(entry.name);
            if (!seen.insert(folded).second)
                conflicts.insert(std::move(folded));
        }
        return conflicts;
    }

private:
    const SourceEntry& current() const { return m_part.entries[m_next - 1]; }

    const ListPart& m_part;
    std::size_t m_next = 0;
};

} // namespace

/// A folder elsewhere under way.
struct Listing
{
    std::uint64_t id = 0;
    Fd target;
    bool given = false;                ///< given up: its counterpart cannot be worked in
    std::vector<SourceEntry> gathered; ///< of a folder whose counterpart folds names: all are known before one is taken
};

FolderNode::FolderNode() = default;
FolderNode::~FolderNode() = default;

/// Whether the source still is what it was at the start, and has anything that a sync would see.
/// `error`: why that cannot be said, if so.
bool SyncRun::sourceHasScope(int& error)
{
    error = 0;
    if (m_remote == nullptr) {
        const Fd again = openRoot(m_sourcePath.c_str());
        Stat now;
        error = again ? statFd(again.get(), now) : errno;
        return error == 0 && now.sameInode(m_sourceStat) && hasScope(again.get(), false, error);
    }
    struct Answer
    {
        std::mutex mutex;
        std::condition_variable changed;
        std::optional<ListPart> part;
    };
    const auto answer = std::make_shared<Answer>();
    const std::uint64_t list = m_remote->list({}, [answer](ListPart part) {
        const std::lock_guard lock(answer->mutex);
        answer->part = std::move(part);
        answer->changed.notify_all();
    });
    for (;;) {
        ListPart part;
        {
            std::unique_lock lock(answer->mutex);
            answer->changed.wait(lock, [&] { return answer->part.has_value(); });
            part = std::move(*std::exchange(answer->part, std::nullopt));
        }
        error = part.error;
        const bool same = part.error == 0 && (!part.first || part.stat.sameInode(m_sourceStat));
        const bool has = same && std::any_of(part.entries.begin(), part.entries.end(), [this](const SourceEntry& one) {
                             return one.error == 0 && !m_excludes.match(one.name, one.stat.isFolder());
                         });
        if (has || !same || part.last) {
            m_remote->drop(list);
            return has;
        }
        m_remote->more(list);
    }
}

void SyncRun::listRemote(FolderNode* node)
{
    if (node->scope != nullptr && bytesOf(*node->scope) > kMostNames) {
        needWalk(node->path());
        endLook(node);
        return;
    }
    m_pool->hold();
    node->listing = std::make_unique<Listing>();
    {
        const std::lock_guard lock(m_flowMutex);
        m_listsWaiting.push_back(node);
    }
    pumpLists();
}

/// Asks for what may be asked for now: the rest of folders that are begun first, then the folders found last.
void SyncRun::pumpLists()
{
    for (;;) {
        std::uint64_t part = 0;
        FolderNode* folder = nullptr;
        {
            const std::lock_guard lock(m_flowMutex);
            if ((m_inFlight >= kMostInFlight || m_askedBytes >= kMostAsked) && !stopping())
                return;
            if (!m_partsWaiting.empty()) {
                part = m_partsWaiting.back()->listing->id; // which lives as long as it waits here
                m_partsWaiting.pop_back();
            } else if (!m_listsWaiting.empty() && m_listsOut < kListsAtOnce) {
                folder = m_listsWaiting.back();
                m_listsWaiting.pop_back();
                ++m_listsOut;
            } else {
                return;
            }
        }
        if (part != 0) {
            m_remote->more(part);
            continue;
        }
        const auto onPart = [this, folder](ListPart got) {
            const auto kept = std::make_shared<ListPart>(std::move(got));
            m_pool->addLook([this, folder, kept] { lookAtPart(folder, *kept); });
        };
        std::vector<std::string> names;
        if (folder->scope != nullptr) {
            for (const auto& [name, below] : folder->scope->entries)
                names.push_back(name);
        }
        // The answer may be worked on before this returns.
        m_remote->list(folder->path(), onPart, &folder->listing->id, folder->scope != nullptr ? &names : nullptr);
    }
}

void SyncRun::lookAtPart(FolderNode* node, ListPart& part)
{
    Listing& listing = *node->listing;
    if (part.error != 0)
        loseLink();
    if (!stopping() && !listing.given)
        takePart(node, part);
    if (!part.last && !stopping() && !listing.given) {
        {
            const std::lock_guard lock(m_flowMutex);
            m_partsWaiting.push_back(node);
        }
        pumpLists();
        return;
    }
    if (!part.last)
        m_remote->drop(listing.id);
    endList(node);
}

void SyncRun::takePart(FolderNode* node, ListPart& part)
{
    Listing& listing = *node->listing;
    if (part.first && part.error != 0) {
        node->unreadable = true;
        skip(node->path(), part.error == ENOENT ? "vanished" : systemErrorCode(part.error));
        return;
    }
    if (part.first) {
        PartFolder folder(part);
        std::optional<Fd> target = meetTarget(node, folder);
        if (!part.xattrs.empty())
            node->xattrs = std::make_unique<Xattrs>(part.xattrs);
        listing.given = !target;
        if (target)
            listing.target = std::move(*target);
    }
    if (listing.given)
        return;
    if (node->folds && node->scope != nullptr)
        return needWalk(node->path()); // which names are one at the target is told by all of them
    if (node->folds && !(part.first && part.last)) {
        std::move(part.entries.begin(), part.entries.end(), std::back_inserter(listing.gathered));
        if (listing.gathered.size() > kMostGathered)
            return garbled("a folder without end");
        part.entries.clear();
        if (part.last)
            part.entries.swap(listing.gathered);
    }
    PartFolder folder(part);
    lookAtEntries(node, folder, listing.target ? listing.target.get() : -1);
    if (part.last && !stopping() && node->scope == nullptr && hasRemoteExtra(node))
        noteExtra(node);
}

void SyncRun::endList(FolderNode* node)
{
    {
        const std::lock_guard lock(m_flowMutex);
        std::erase(m_partsWaiting, node); // a run that ends does not wait for the rest
        --m_listsOut;
    }
    node->listing.reset();
    pumpLists();
    endLook(node);
    m_pool->letGo();
}

/// Whether the target's folder has more names than those that were met there. It may say so wrongly: each name is asked
/// for before it goes.
bool SyncRun::hasRemoteExtra(FolderNode* node)
{
    if (!m_options.deleteExtra || !node->existed || node->unreadable)
        return false;
    const Fd again = openFolder(node->listing->target.get(), "");
    if (!again)
        return true;
    FolderReader reader(again.get());
    std::int64_t names = 0;
    while (const char* name = reader.next()) {
        Stat stat;
        const bool excluded = !m_excludes.empty() && statAt(again.get(), name, stat) == 0 &&
                              m_excludes.match(node->pathOf(name), stat.isFolder());
        names += excluded ? 0 : 1;
    }
    return names > node->present || reader.error() != 0;
}

/// Which of a folder's names the source surely does not have. What cannot be said is listed; false when it is all of
/// them.
bool SyncRun::surelyAbsent(FolderNode* node, const NameList& names, int source, std::vector<bool>& absent)
{
    absent.assign(names.size(), false);
    if (m_remote == nullptr) {
        Stat stat;
        for (std::size_t i = 0; i < names.size(); ++i) {
            const int error = statAt(source, names.at(i), stat);
            absent[i] = error == ENOENT;
            if (error == 0 || error == ENOENT)
                continue;
            const std::string path = node->pathOf(names.at(i));
            if (!m_excludes.match(path, false) && !m_excludes.match(path, true))
                skip(path, systemErrorCode(error), systemError(error, path, "stat").detail);
        }
        return true;
    }
    for (std::size_t begin = 0; begin < names.size() && !stopping(); begin += kNamesAtOnce) {
        std::vector<std::string> asked;
        for (std::size_t i = begin; i < std::min(names.size(), begin + kNamesAtOnce); ++i)
            asked.emplace_back(names.at(i));
        std::vector<bool> answer;
        const int error = m_remote->absent(node->path(), asked, answer);
        if (error != 0 || answer.size() != asked.size()) {
            loseLink();
            if (!stopping())
                skip(node->path(), error == ENOENT ? "vanished" : systemErrorCode(error));
            return false;
        }
        std::copy(answer.begin(), answer.end(), absent.begin() + static_cast<std::ptrdiff_t>(begin));
    }
    return !stopping();
}

void SyncRun::loseLink()
{
    if (const std::optional<Error> lost = m_remote->lost())
        fail(*lost);
}

/// Asks for items of a folder. Each is `pending` in the node already.
void SyncRun::fetch(FolderNode* node, std::vector<Item> items, LinkGroup* group)
{
    const auto fetching = std::make_shared<Fetching>();
    fetching->node = node;
    fetching->group = group;
    std::int64_t decided = 0;
    for (Item& item : items) {
        if (item.held && item.work == Item::Work::Copy && !m_options.dryRun) {
            m_pool->addLook([this, node, item, group] { fetchRest(node, item, group); });
            continue;
        }
        if (hasOlder(item, group)) {
            m_pool->addLook([this, node, item] { fetchBlocks(node, item); });
            continue;
        }
        if (!m_options.dryRun || item.work == Item::Work::CompareContents) {
            fetching->items.push_back(std::move(item));
            continue;
        }
        const auto kind = item.work == Item::Work::Attributes ? SyncAction::Kind::Metadata
                          : item.targetKind == '\0'           ? SyncAction::Kind::Create
                                                              : SyncAction::Kind::Replace;
        act(kind, node->pathOf(item.name), item.work == Item::Work::Attributes ? 0 : item.size);
        done(group == nullptr ? 1 : 0, item.size);
        if (group != nullptr)
            group->ready = true;
        ++decided;
    }
    std::vector<Wanted> wanted;
    for (const Item& item : fetching->items) {
        const auto what = item.work == Item::Work::CompareContents ? Wanted::What::Hash
                          : item.work == Item::Work::Attributes    ? Wanted::What::Attributes
                                                                   : Wanted::What::Contents;
        wanted.push_back({what, item.name, {}, {}});
    }
    if (!wanted.empty())
        ask(fetching, std::move(wanted));
    if (decided > 0)
        release(node, decided);
}

/// Asks for the items of a fetch.
void SyncRun::ask(const std::shared_ptr<Fetching>& fetching, std::vector<Wanted> wanted)
{
    const std::string path = fetching->node->path();
    fetching->left = fetching->items.size();
    fetching->settled.assign(fetching->items.size(), false);
    fetching->asked = static_cast<std::int64_t>(path.size());
    for (const Wanted& one : wanted)
        fetching->asked += static_cast<std::int64_t>(sizeof one + one.name.size() + one.have.hashes.size() * 16 +
                                                     one.blocks.hashes.size() * sizeof(std::uint32_t));
    m_inFlight += static_cast<std::int64_t>(wanted.size());
    m_askedBytes += fetching->asked;
    m_pool->hold();
    m_remote->fetch(path, std::move(wanted), [this, fetching](std::shared_ptr<const std::string> frame) {
        const std::lock_guard lock(fetching->mutex);
        fetching->frames.push_back(std::move(frame));
        if (!std::exchange(fetching->running, true))
            m_pool->addLook([this, fetching] { fetchLater(fetching); });
    });
}

/// Works on what came of a fetch, one frame after the other.
void SyncRun::fetchLater(const std::shared_ptr<Fetching>& fetching)
{
    for (;;) {
        std::shared_ptr<const std::string> frame;
        {
            const std::lock_guard lock(fetching->mutex);
            if (fetching->frames.empty()) {
                fetching->running = false;
                return;
            }
            frame = std::move(fetching->frames.front());
            fetching->frames.pop_front();
        }
        if (frame == nullptr) {
            endFetch(*fetching);
            return;
        }
        const auto visit = [&](const Arrival& arrival) {
            if (!spoiled() && !m_garbled)
                arrive(*fetching, arrival);
        };
        // Also what came before the link was lost.
        if (!spoiled() && !m_garbled && !m_remote->read(*frame, fetching->items.size(), visit))
            garbled("arrivals");
    }
}

/// No more comes. What was not settled by then is given up: the run is stopping, or the link is lost.
void SyncRun::endFetch(Fetching& fetching)
{
    if (fetching.left > 0 && !stopping()) {
        loseLink();
        if (!stopping())
            garbled("a fetch that ends early");
    }
    if (fetching.copy)
        holdBack(fetching);
    fetching.rest.reset();
    fetching.older.reset();
    m_askedBytes -= fetching.asked;
    if (fetching.left > 0) {
        m_inFlight -= static_cast<std::int64_t>(fetching.left);
        release(fetching.node, static_cast<std::int64_t>(fetching.left));
        fetching.left = 0;
    }
    pumpLists();
    m_pool->letGo();
}

void SyncRun::garbled(const char* what)
{
    m_garbled = true;
    fail({"link.garbled", Severity::Session, m_sourcePath, {}, what});
}

Result<SyncReport> sync(RemoteTree& source, const std::string& name, const std::string& target,
                        const SyncOptions& options, Counters& counters, std::stop_token stop,
                        const std::function<void(const SyncAction&)>& onAction)
{
    return SyncRun(options, counters, std::move(stop), onAction).run(source, name, target);
}

} // namespace bascule::engine
