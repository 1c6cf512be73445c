// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Attributes.h"
#include "core/engine/Content.h"
#include "core/engine/DoneFolders.h"
#include "core/engine/Excludes.h"
#include "core/engine/Fd.h"
#include "core/engine/Folder.h"
#include "core/engine/Leftovers.h"
#include "core/engine/Pool.h"
#include "core/engine/Source.h"
#include "core/engine/Sync.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <unordered_map>

namespace bascule::engine {

struct Fetching;
struct LargeCopy;
struct Listing;
struct Proving;

/// A source folder under way. It lives while something in it is still to be done (`pending`); then it gets its
/// attributes, goes, and lets its parent go on.
struct FolderNode
{
    FolderNode* parent = nullptr;
    std::string name;
    Stat source;
    Stat target; ///< what lay there before, when `existed`
    bool existed = false;
    bool inTarget = false;   ///< it is there now (never in a dry run, unless it existed)
    bool defaultAcl = false; ///< new entries inherit an ACL there, which they are not to have
    bool attributesDiffer = false;
    bool unreadable = false;
    bool extraNoted = false;          ///< with `scope`: of several parts each may find that names are gone
    bool folds = false;               ///< names that differ in case only are one at the target
    std::atomic<bool> touched{false}; ///< we changed entries in it: its time is to be set again
    std::atomic<std::int64_t> pending{1};
    std::atomic<std::int64_t> present{0}; ///< entries of the source that the target has under their names
    const Scope* scope = nullptr;         ///< only what it names is looked at; none: everything
    std::unique_ptr<Listing> listing;     ///< of a folder elsewhere that is being looked at
    std::unique_ptr<Xattrs> xattrs;       ///< of a folder elsewhere, for the end

    FolderNode();
    ~FolderNode();
    std::string path() const;
    std::string pathOf(std::string_view entry) const;
};

/// The entries of the folder that the scope names.
std::unique_ptr<SourceFolder> namedEntries(std::unique_ptr<SourceFolder> folder, const Scope& scope);

/// Part of a large file from elsewhere that an earlier run brought, for this one to go on with.
struct HeldFile
{
    std::string folder, name;
    Stat source;                    ///< what it is part of
    Stat asLeft;                    ///< by the earlier run
    std::atomic<bool> taken{false}; ///< it is the beginning of a copy under way
};

/// An entry that is no folder and needs something done.
struct Item
{
    enum class Work : std::uint8_t { Copy, Attributes, CompareContents } work = Work::Copy;
    char kind = 'f';                ///< the source's, as in TreeEntry
    char targetKind = '\0';         ///< what lies at the target; NUL: nothing
    bool attributesDiffer = false;  ///< with CompareContents
    std::uint8_t attempts = 0;      ///< at one that is elsewhere and changes while it is read
    bool asWhole = false;           ///< its blocks were not as their hashes said
    std::shared_ptr<HeldFile> held; ///< part of it that an earlier run brought
    std::int64_t size = 0;
    std::string name;
};

/// What a look into a folder has found so far.
struct Seen
{
    std::set<std::string> conflicts; ///< folded names that several entries have, where the target folds
    std::vector<Item> items;
    std::int64_t entries = 0, files = 0, bytes = 0, unchanged = 0, present = 0;
    bool gone = false; ///< with FolderNode::scope: some of the names are no more
};

struct LinkMember
{
    FolderNode* node;
    std::string name;
    char targetKind = '\0';
    bool sameContents = false;
    bool sameAttributes = false;
    std::uint64_t targetDevice = 0, targetInode = 0;
    std::uint32_t targetLinks = 0;
};

/// All names in scope of one source inode that has, or whose target has, more than one link.
struct LinkGroup
{
    Stat source;
    std::int64_t planned = 0; ///< bytes counted in the total
    std::vector<LinkMember> members;
    std::size_t leader = 0; ///< the member that the others are linked to
    bool ready = false;     ///< the leader is in place
};

/// Which group an inode of the target is to serve.
using LinkOwners = std::unordered_map<std::uint64_t, LinkGroup*>;

/// Staged under a temporary name, complete and verified.
struct Staged
{
    FolderNode* node = nullptr;
    LinkGroup* group = nullptr;
    std::string name;
    std::string temporary;
    char kind = 'f';
    char targetKind = '\0';
    std::int64_t bytes = 0;
    bool isLarge = false; ///< not to be done twice: it is promoted at once, and its record goes then
};

/// A folder pair opened to work on some of its entries.
struct OpenPair
{
    FolderNode* node = nullptr;
    Fd source;
    Fd target;
    std::int64_t completed = 0; ///< items done, still to be released
    std::optional<Stat> fresh;  ///< of a new temporary in `target`
};

/// A folder that is being emptied.
struct RemovalLevel
{
    std::string path; ///< relative to the folder that the removal started in
    Stat stat;
    NameList names;
    std::size_t next = 0;
    bool isRead = false;
};

/// Where an entry is copied from and staged in.
struct StageSlot
{
    int from;
    const char* name;
    int to;
    const std::string& path; ///< for reports
    bool inheritsAcl = false;
    std::optional<Stat>* fresh = nullptr; ///< what a new temporary looks like in `to`, asked once for many
    bool mayHold = false;                 ///< `to` is in the target: part of it may outlive the run
};

/// Whether nothing was written to a file in between, as far as its times tell.
inline bool isSameVersion(const Stat& before, const Stat& after)
{
    return before.size == after.size && before.modified == after.modified && before.changed == after.changed &&
           before.sameInode(after);
}

/// One sync from beginning to end. Its parts: this header and SyncRun.cpp (the phases), SyncScan.cpp (what is to be
/// done), SyncRemote.cpp (the same of a source elsewhere), SyncStage.cpp (copies under temporary names),
/// SyncBlocks.cpp (large ones that changed in places), SyncHeld.cpp (such that outlive a run), SyncLarge.cpp (such of
/// this machine), SyncScope.cpp (what a
/// watch told of), SyncPromote.cpp (group commit, what is replaced), SyncLinks.cpp, SyncRemove.cpp, SyncFolders.cpp
/// (attributes of folders).
class SyncRun
{
public:
    SyncRun(const SyncOptions& options, Counters& counters, std::stop_token stop,
            const std::function<void(const SyncAction&)>& onAction);
    ~SyncRun();
    Result<SyncReport> run(const std::string& source, const std::string& target);
    Result<SyncReport> run(RemoteTree& source, const std::string& name, const std::string& target);

private:
    // SyncRun.cpp
    Result<SyncReport> runOpened(std::chrono::steady_clock::time_point begun);
    Result<void> openRoots(const std::string& source, const std::string& target);
    Result<void> openBesideSource(const std::string& target);
    bool sourceHasScope(int& error);
    Error sourceIsEmpty(int error) const;
    Result<void> openTarget(const std::string& target);
    Result<void> openKeep();
    Result<void> refuseUnsafe(const std::string& source, const std::string& target);
    void runPhases();
    bool stopping() const { return m_failed.load(std::memory_order_relaxed) || m_stop.stop_requested(); }
    /// Not even what has arrived is of use. (Without its link a run brings in what it has, and fails then.)
    bool spoiled() const { return m_spoiled.load(std::memory_order_relaxed) || m_stop.stop_requested(); }
    bool endsRun(int error) const;
    void fail(Error error);
    void skip(std::string path, std::string code, std::string detail = {});
    /// Ends the run when the target as a whole is at fault, else lists the path.
    void failOrSkip(int error, const std::string& path, const char* what);
    /// False: it must not be promoted so; the run ends, until somebody says that owners may go.
    bool acceptLost(const std::string& path, const std::vector<Lost>& lost);
    bool canGive(const Stat& stat) const;
    void act(SyncAction::Kind kind, const std::string& path, std::int64_t bytes);
    void plan(std::int64_t items, std::int64_t bytes);
    void done(std::int64_t items, std::int64_t bytes);
    void sleepUnlessStopped(int milliseconds) const;

    // SyncScan.cpp
    bool hasScope(int rootFd, bool isTarget, int& error);
    void startFolder(FolderNode* node);
    void look(FolderNode* node);
    void endLook(FolderNode* node);
    std::optional<Fd> meetTarget(FolderNode* node, SourceFolder& source);
    void lookAtEntries(FolderNode* node, SourceFolder& source, int target);
    void meet(FolderNode* node, SourceFolder& source, int target, const char* name, Seen& seen);
    void meetFolder(FolderNode* node, int target, const char* name, const Stat& stat, const Stat* present);
    void meetOther(FolderNode* node, SourceFolder& source, int target, const char* name, const Stat& stat,
                   const Stat* present, Seen& seen);
    bool makeTargetFolder(FolderNode* parent, FolderNode* child, int target, const Stat* present);
    bool sameContents(SourceFolder& source, int target, const char* name, const Stat& stat, const Stat& present) const;
    void addLinked(FolderNode* node, const char* name, const Stat& stat, const Stat* present, bool contents,
                   bool attributes);
    void hand(FolderNode* node, std::vector<Item>& items);
    bool hasExtra(FolderNode* node, SourceFolder& source, int target);
    void noteExtra(FolderNode* node);
    void compareFolderAttributes(FolderNode* node, SourceFolder& source, int target);

    // SyncScope.cpp
    void giveScope(FolderNode* child) const;
    void needWalk(const std::string& path);

    // SyncRemote.cpp: folders of a source elsewhere
    void listRemote(FolderNode* node);
    void pumpLists();
    void lookAtPart(FolderNode* node, ListPart& part);
    void takePart(FolderNode* node, ListPart& part);
    void endList(FolderNode* node);
    bool hasRemoteExtra(FolderNode* node);
    void fetch(FolderNode* node, std::vector<Item> items, LinkGroup* group);
    void ask(const std::shared_ptr<Fetching>& fetching, std::vector<Wanted> wanted);
    void fetchLater(const std::shared_ptr<Fetching>& fetching);
    void endFetch(Fetching& fetching);
    void loseLink();

    // SyncArrivals.cpp: entries of a source elsewhere
    void arrive(Fetching& fetching, const Arrival& arrival);
    void arriveWhole(Fetching& fetching, const Arrival& arrival);
    void arriveSpecial(Fetching& fetching, const Arrival& arrival, const StageSlot& slot, Staged staged);
    void arriveBegin(Fetching& fetching, const Arrival& arrival);
    void arriveChunk(Fetching& fetching, const Arrival& arrival);
    void arriveEnd(Fetching& fetching, const Arrival& arrival);
    void arriveHash(Fetching& fetching, const Arrival& arrival);
    bool openFetching(Fetching& fetching);
    void failToWrite(int error, const std::string& path);
    bool isWritten(const ContentResult& result, const std::string& path);
    void finishFile(Fetching& fetching, std::size_t index, const Arrival& meta, Staged staged, const Fd& copy);
    void settle(Fetching& fetching, std::size_t index, bool good);
    void hand(Fetching& fetching, std::size_t index, Staged staged);
    void askAgain(Fetching& fetching, std::size_t index, Item::Work work);
    void garbled(const char* what);
    bool surelyAbsent(FolderNode* node, const NameList& names, int source, std::vector<bool>& absent);

    // SyncBlocks.cpp
    bool hasOlder(const Item& item, const LinkGroup* group) const;
    void fetchBlocks(FolderNode* node, Item item);
    void takeOlder(Fetching& fetching);
    void countOlder(Fetching& fetching, std::int64_t end);

    enum class Outcome { Staged, Skipped, TypeChanged, Again };

    // SyncHeld.cpp
    std::shared_ptr<HeldFile> takeHeld(FolderNode* node, int target, const char* name, const Stat& stat);
    void fetchRest(FolderNode* node, Item item, LinkGroup* group);
    int createHeld(Fetching& fetching, const Arrival& begin);
    bool goOn(Fetching& fetching, const Arrival& begin);
    void holdBack(Fetching& fetching);

    // SyncProving.cpp: large files from elsewhere, stretch by stretch
    Stretches whatIsHeld(Fetching& fetching, const HeldFile& held, const Stat& stat);
    int startProving(Fetching& fetching, bool goesOn);
    bool takeIn(Fetching& fetching, std::int64_t offset, std::string_view bytes);
    ContentResult endStretch(Proving& proving, int to, std::int64_t size) const;
    ContentResult proveRest(Proving& proving, int to, std::int64_t size) const;
    void removeHeld();
    bool isSomethingHeld() const;
    void clearEnded();

    // SyncFolders.cpp
    bool waits(FolderNode* child);
    void lookAtDone();
    void noteDone(FolderNode* node, const std::string& path);

    // SyncLarge.cpp
    Outcome stageLarge(const StageSlot& slot, const Fd& file, const Stat& stat, const Xattrs& xattrs, int attempt,
                       Staged& staged, std::int64_t& unplanned);
    int openLarge(const StageSlot& slot, const Stat& stat, Staged& staged, LargeCopy& copy);
    ContentResult copyLarge(const Fd& file, const Stat& stat, LargeCopy& copy, const ContentContext& context);
    bool keepLarge(const std::string& name, LargeCopy& copy);
    bool isSealable(const Fd& held) const;
    void takeBack(int target, const Staged& staged);

    // SyncStage.cpp
    void workOn(FolderNode* node, const std::vector<Item>& items);
    bool openPair(FolderNode* node, OpenPair& pair);
    bool process(OpenPair& pair, const Item& item, LinkGroup* group);
    bool changeAttributes(OpenPair& pair, const Item& item);
    bool changeAttributes(OpenPair& pair, const Item& item, const Stat& want, const Xattrs& wantXattrs);
    int dressSpecial(const StageSlot& slot, const Stat& stat, const Xattrs& xattrs, const Staged& staged,
                     std::vector<Lost>& lost);
    bool contentsEqual(const OpenPair& pair, const Item& item);
    bool stage(const StageSlot& slot, Staged& staged, std::int64_t planned);
    Outcome stageFile(const StageSlot& slot, int attempt, Staged& staged, std::int64_t& unplanned);
    Outcome stageContents(const StageSlot& slot, const Fd& file, const Stat& stat, int attempt, Staged& staged,
                          std::int64_t& unplanned);
    Outcome copyInto(const StageSlot& slot, const Fd& file, const Stat& stat, const Fd& copy, int attempt,
                     Staged& staged, std::int64_t& unplanned);
    Outcome outcomeOf(const ContentResult& result, const std::string& path, int attempt);
    Outcome giveAttributes(const StageSlot& slot, const Stat& stat, const Xattrs& xattrs, const Fd& copy);
    Outcome stageSpecial(const StageSlot& slot, Staged& staged);
    int makeSpecial(const StageSlot& slot, const Stat& stat, const std::string& linkTarget, Staged& staged);
    int createTemporary(int to, Fd& file, std::string& name);
    int ensureLock();
    std::string nextTemporary();
    void discard(int dirFd, const std::string& temporary);
    void makeWritable(FolderNode* node, int target);

    // SyncPromote.cpp
    void hold(OpenPair& pair, Staged staged);
    void flush();
    void commit(std::vector<Staged> batch);
    bool promote(FolderNode* node, int target, const Staged& staged);
    bool clearWay(FolderNode* node, int target, const char* name, char kind, bool forFolder);
    int keepOld(int target, const char* name, const std::string& path, bool move);
    int keepCopy(int target, const char* name, const std::string& path, int keepFolder, const std::string& keepName);
    Fd keepFolder(const std::string& path, int& error);
    int syncTarget();

    // SyncLinks.cpp
    void decideGroups();
    void decideGroup(LinkGroup& group, const LinkOwners& owners);
    std::ptrdiff_t servingMember(const LinkGroup& group, const LinkOwners& owners) const;
    enum class Led { Good, Failed, Asked };
    Led lead(LinkGroup& group, Item::Work work);
    void linkFollowers(LinkGroup& group);
    void linkFollower(const LinkMember& member, int leaderFolder, const char* leaderName);

    // SyncRemove.cpp
    void removeExtras();
    void removeExtrasIn(FolderNode* node);
    bool removeEntry(int folder, const char* name, const std::string& path);
    std::optional<RemovalLevel> removeEntriesOf(RemovalLevel& level, int folder, const std::string& prefix,
                                                bool& changed);
    bool removeTree(int folder, const char* name, const std::string& path);
    bool removeFolder(int folder, const char* name, const std::string& path, const Stat& stat);

    // SyncFolders.cpp
    void release(FolderNode* node, std::int64_t count = 1);
    void finishFolder(FolderNode* node);
    int wantedXattrs(FolderNode* node, const std::string& path, const Xattrs& present, Xattrs& want) const;

    const SyncOptions& m_options;
    Counters& m_counters;
    std::stop_token m_stop;
    const std::function<void(const SyncAction&)>& m_onAction;
    Excludes m_excludes;
    Fd m_source, m_target, m_keep;
    Stat m_sourceStat, m_targetStat, m_keepStat;
    RemoteTree* m_remote = nullptr; ///< the source, when it is elsewhere: m_source is none then
    std::string m_sourcePath, m_targetPath;
    bool m_targetMade = false;
    bool m_grouped = false; ///< promoted in batches, after the disk has them
    bool m_root = false;    ///< we are root: nothing is denied
    ContentContext m_content;
    std::atomic<bool> m_cloneRefused{false};

    std::atomic<bool> m_failed{false};
    std::atomic<bool> m_spoiled{false}; ///< by something else than the link
    std::atomic<bool> m_garbled{false}; ///< the source sent what nobody asked for
    std::mutex m_reportMutex;           ///< guards the report, the error, and the calls of m_onAction
    SyncReport m_report;
    std::optional<Error> m_error;

    std::unique_ptr<Scope> m_scope;     ///< what is looked at; none: everything
    std::unique_ptr<PaceKeeper> m_pace; ///< of a source on this machine; none: as fast as it goes
    std::unique_ptr<Pool> m_pool;
    std::atomic<std::int64_t> m_looking{0};
    std::atomic<std::uint64_t> m_number{0};
    std::unique_ptr<RunLock> m_lock;
    std::once_flag m_lockOnce;
    int m_lockError = 0;
    std::atomic<bool> m_locked{false}; ///< the lock file is there; for threads that need not have asked for it
    std::atomic<bool> m_temporaryLeft{false};
    DoneFolders m_done;
    bool m_doneLast = false; ///< folders that an earlier run was done with wait
    std::mutex m_doneMutex;
    std::vector<FolderNode*> m_doneBefore; ///< those that wait
    Runs m_runs;                           ///< whose temporaries lay in the target at the beginning
    std::atomic<bool> m_heldBack{false};   ///< a file that is not whole is kept
    std::mutex m_heldMutex;
    std::vector<std::shared_ptr<HeldFile>> m_held;

    std::mutex m_batchMutex;
    std::vector<Staged> m_batch;
    std::int64_t m_batchBytes = 0;
    std::mutex m_commitMutex;

    std::mutex m_groupsMutex;
    std::unordered_map<std::uint64_t, std::unique_ptr<LinkGroup>> m_groups; ///< by source inode: one file system
    std::mutex m_extrasMutex;
    std::vector<FolderNode*> m_extras; ///< folders that have some
    std::mutex m_keepMutex;

    // A source elsewhere: what was asked and has not come.
    std::mutex m_flowMutex;
    std::vector<FolderNode*> m_listsWaiting, m_partsWaiting;
    int m_listsOut = 0;
    std::atomic<std::int64_t> m_inFlight{0};
    std::atomic<std::int64_t> m_askedBytes{0}; ///< what the questions under way take at the other end
};

} // namespace bascule::engine
