// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Attributes.h"
#include "core/engine/Counters.h"
#include "core/engine/Excludes.h"
#include "core/engine/Fd.h"
#include "core/engine/Hash.h"
#include "core/engine/Leftovers.h"
#include "core/engine/Result.h"
#include "core/engine/Stat.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

namespace bascule::engine {

/// What a tree has at one place, with all that a comparison needs.
struct Inspected
{
    enum class Kind : std::uint8_t { Entry = 1, End } kind = Kind::Entry;
    enum class Contents : std::uint8_t { None, Hashed, Changed, Failed };

    std::string name; ///< of an entry; empty for the root
    int error = 0;    ///< an entry could not be looked at, so nothing else is known; or its End: of reading the folder
    Stat stat;
    Xattrs xattrs;
    std::string linkTarget;
    int attributesError = 0; ///< of the extended attributes or the link's target, which are then not known
    bool opened = false;     ///< a folder whose entries follow, and then its End
    int openError = 0;       ///< a folder whose entries cannot be known
    Contents contents = Contents::None;
    int contentsError = 0;  ///< of Contents::Failed
    Hash128 hash;           ///< sparseHash() of Contents::Hashed; with `sha256` just a hash of that
    std::string sha256;     ///< of Contents::Hashed, when it was asked for: 32 bytes
    std::int64_t bytes = 0; ///< that were read for it

    /// Whether it lies on another file system than a tree with this root.
    bool isBeyond(const Stat& root) const { return stat.device != root.device || stat.mountRoot; }
};

/// A tree as a row: the root, then what is in it in the order of the names' bytes, each folder followed by its own
/// entries and an End; last the root's End. One thread.
class InspectionStream
{
public:
    virtual ~InspectionStream() = default;
    /// The next one; false when no more come: the tree is at its end, or the stream was stopped.
    virtual Result<bool> next(Inspected& one) = 0;
};

struct InspectOptions
{
    std::vector<std::string> excludes; ///< as in SyncOptions; what is excluded is not told
    bool contents = true;              ///< hash the contents of files
    bool sha256 = false;               ///< with SHA-256, over all bytes
    bool totals = false;               ///< count everything beside, so that the counters know early how much there is
    bool skipsRuns = false;            ///< leave out what a sync into the tree left, or has under way
    int threads = 0;
};

/// A tree of this machine. Folders are looked into by one thread, in order; entries are looked at and hashed by
/// several, some thousands ahead of the one that is asked for. Only reads, follows no link, leaves neither the root nor
/// its file system.
class Inspection final : public InspectionStream
{
public:
    /// `counters` is told of what was done, and must outlive this.
    Inspection(std::string root, const InspectOptions& options, Counters& counters, const std::stop_token& stop);
    ~Inspection() override;
    Inspection(const Inspection&) = delete;
    Inspection& operator=(const Inspection&) = delete;
    /// Begins. Errors: "path.missing", "path.not-a-folder", "path.denied".
    Result<void> open();
    Result<bool> next(Inspected& one) override;

private:
    struct Batch;
    struct Level;
    void walk();
    void meet(std::vector<Level>& levels);
    void add(const std::shared_ptr<const Fd>& folder, Inspected one);
    void flush();
    void work();
    void inspect(const Batch& batch, Inspected& one);
    void hash(int folder, Inspected& one);
    void count();
    void end();

    const std::string m_rootPath;
    const InspectOptions m_options;
    const Excludes m_excludes;
    Counters& m_counters;
    std::atomic<std::int64_t> m_items{0}, m_bytes{0}; ///< that are done
    std::shared_ptr<const Fd> m_root;
    Stat m_rootStat;
    Runs m_runs;                      ///< with InspectOptions::skipsRuns
    std::shared_ptr<Batch> m_filling; ///< the walker's
    std::shared_ptr<Batch> m_current; ///< the reader's
    std::size_t m_read = 0;           ///< of m_current

    std::mutex m_mutex;
    std::condition_variable m_roomy, m_waiting, m_ready;
    std::deque<std::shared_ptr<Batch>> m_batches; ///< in order, not yet read
    std::deque<std::shared_ptr<Batch>> m_tasks;   ///< those of them that have something left to do
    std::size_t m_held = 0;                       ///< entries in m_batches
    std::atomic<std::size_t> m_attributeBytes{0};
    bool m_walked = false;
    std::atomic<bool> m_ending{false};
    std::vector<std::thread> m_threads;
    std::stop_callback<std::function<void()>> m_onStop;
};

} // namespace bascule::engine
