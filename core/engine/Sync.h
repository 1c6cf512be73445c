// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Changes.h"
#include "core/engine/Compare.h"
#include "core/engine/Counters.h"
#include "core/engine/Result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace bascule::engine {

class Pace;
/// A path and what happened to it.
struct SkippedItem
{
    std::string path;   ///< relative to the root
    std::string reason; ///< a code: "changed.during-copy", "kind.socket", "path.denied", "metadata.acl-not-kept", …
    std::string detail;
};

/// Is told of every path that a run could not keep or read, as it happens, however many there are. Called from any
/// engine thread, one at a time; it is not to throw, nor to wait for long.
class SkippedSink
{
public:
    virtual ~SkippedSink() = default;
    /// A run begins. Where one is tried again after a lost link, the next attempt tells anew of what is still so.
    virtual void begin() = 0;
    virtual void add(const SkippedItem& item) = 0;
    /// The run came to its end: what was told before its begin() counts no more. Not called when it failed or was
    /// stopped.
    virtual void end() = 0;
};

/// What a sync is asked to do. Paths are bytes, as the kernel has them.
struct SyncOptions
{
    bool deleteExtra =
        false; ///< remove what the source does not have; inside the root only; never if the source root is empty
    bool checksum = false; ///< compare contents by hash instead of size, mtime and the rest of the metadata
    bool dryRun = false;   ///< find out and report, write nothing
    /// Globs on the path relative to the root, '/'-separated: a leading '/' anchors at the root, '*' does not cross
    /// '/',
    /// '**' does, a trailing '/' names folders only; without '/' the last component is matched. An excluded folder's
    /// children are excluded too. What is excluded is not copied, and not deleted at the target.
    std::vector<std::string> excludes;
    int threads = 0;                 ///< copying threads; 0: by the machine (2 to 8)
    std::int64_t bytesPerSecond = 0; ///< bandwidth limit, 0: none
    bool polite = false;             ///< go slowly while the server that is read is busy
    /// When set, its wish counts instead of these two, also when it changes in the middle; it is told what holds the
    /// run back.
    std::shared_ptr<Pace> pace;
    bool durable = true; ///< group commit to disk (syncfs, then rename, then the directories)
    OwnersBy owners = OwnersBy::Number;
    /// When set, whatever would be overwritten or deleted at the target is first moved (or copied, across filesystems)
    /// to the same relative path below this folder, so that nothing is lost.
    std::string keepReplacedIn;
    /// Refuse to write below a target root that another owner has frozen (see Freeze.h), unless this is that owner.
    std::string freezeOwner;
    /// When set, only this is looked at: what changed since a run that made the two equal (see Watch.h). Ignored when
    /// it is "everything". A change in files that have several names cannot be followed so: "sync.needs-walk".
    std::optional<Changes> changes;
    SkippedSink* skippedTo = nullptr; ///< outlives the run; none: only the report tells
};

/// What became of an owner that is not the same number on both sides, or has no name on one of them.
struct OwnerMapping
{
    bool group = false;
    std::string name; ///< at the source; empty: it has none there
    std::uint32_t from = 0, to = 0;
    std::int64_t entries = 0; ///< that it owns, or whose ACL names it
    std::string code;         ///< "owner.mapped", "owner.unknown-at-target", "owner.no-name"
    std::string nameAtTarget; ///< of `to` where the number was kept: who gets these entries; empty: nobody
};

/// One change that the run made (or, in a dry run, would make).
struct SyncAction
{
    enum class Kind { Create, Replace, Metadata, Delete } kind;
    std::string path;
    std::int64_t bytes = 0;
};

struct SyncReport
{
    bool cancelled = false;
    bool verified = false; ///< every written file was read back and its hash found equal, and nothing was skipped
    // Of a run that was given `changes`: only of what it looked at.
    std::int64_t files = 0;       ///< regular files in scope at the source
    std::int64_t entries = 0;     ///< everything in scope at the source
    std::int64_t bytes = 0;       ///< bytes of the regular files in scope (holes counted)
    std::int64_t transferred = 0; ///< bytes actually written
    std::int64_t created = 0, replaced = 0, metadataOnly = 0, deleted = 0, unchanged = 0;
    std::vector<SkippedItem> skipped; ///< at most 10,000; skippedTotal counts all
    std::int64_t skippedTotal = 0;
    std::vector<OwnerMapping> owners; ///< by name: each id once, at most 10,000; users first, by number
    double seconds = 0;
};

/// Makes `target` the same as `source`: scan, diff, copy, verify, promote, with every attribute kept.
/// Blocks; uses threads of its own. `counters` may be read by others meanwhile. `stop` ends it within 2 seconds with
/// report.cancelled (what was promoted stays, stages are removed; what is proven of large files stays for the next run,
/// see ProofRecord.h). `onAction` is called from any engine thread, one at
/// a time, for each change. The target is made if its parent exists. Errors (nothing was written): "path.missing",
/// "path.not-a-folder", "path.denied", "sync.same-folder", "sync.target-inside-source", "sync.source-inside-target",
/// "sync.source-empty" (with deleteExtra and a target that is not empty), "sync.target-frozen", "sync.needs-walk" (with
/// `changes`: run it again without them; what it did by then is good), "disk.read-only", "disk.full", "disk.no-inodes",
/// "disk.io-error"; "owner.cannot-be-given" (an owner that the account at the target cannot give; without anything
/// written when the source's root has one, else the files before it are there).
Result<SyncReport> sync(const std::string& source, const std::string& target, const SyncOptions& options,
                        Counters& counters, std::stop_token stop,
                        const std::function<void(const SyncAction&)>& onAction = {});

class RemoteTree;

/// The same from a tree on another machine; `name` is what it is called in errors. Both ends check contents by hash.
/// Further errors: those of the link.
Result<SyncReport> sync(RemoteTree& source, const std::string& name, const std::string& target,
                        const SyncOptions& options, Counters& counters, std::stop_token stop,
                        const std::function<void(const SyncAction&)>& onAction = {});

} // namespace bascule::engine
