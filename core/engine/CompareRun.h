// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Compare.h"
#include "core/engine/Excludes.h"
#include "core/engine/Fd.h"
#include "core/engine/Folder.h"
#include "core/engine/Hash.h"
#include "core/engine/Judgement.h"
#include "core/engine/Leftovers.h"
#include "core/engine/Pool.h"

#include <atomic>
#include <memory>
#include <mutex>

namespace bascule::engine {

/// A folder under way; it waits for the hashes of what is in it.
struct ComparedFolder
{
    ComparedFolder* parent = nullptr;
    std::size_t slot = 0; ///< of this folder in the parent's hashes
    std::string path;
    bool onLeft = true, onRight = true;
    Hash128 own;                  ///< of its own attributes
    std::vector<Hash128> entries; ///< left entries in the order of their names
    std::size_t used = 0;         ///< of these; the rest was excluded
    std::atomic<std::int64_t> pending{1};
};

/// A file whose contents are still to be read.
struct ComparedFile
{
    std::size_t slot = 0;
    std::string name;
    std::int64_t size = 0;
    bool both = false; ///< read the right side too
    Hash128 own;
};

/// One comparison from beginning to end.
class CompareRun
{
public:
    CompareRun(const CompareOptions& options, Counters& counters, std::stop_token stop);
    Result<CompareReport> run(const std::string& left, const std::string& right);

private:
    bool stopping() const { return m_stop.stop_requested(); }
    void start(ComparedFolder* folder);
    void look(ComparedFolder* folder);
    void lookInto(ComparedFolder* folder, int left, int right);
    void meet(ComparedFolder* folder, int left, int right, const char* name, bool onLeft, bool onRight,
              std::vector<ComparedFile>& files);
    void hand(ComparedFolder* folder, std::vector<ComparedFile>& files);
    void readFiles(ComparedFolder* folder, const std::vector<ComparedFile>& files);
    void readContents(int dirFd, const ComparedFile& file, Inspected& one, bool isLeft);
    void release(ComparedFolder* folder, std::int64_t count = 1);

    const CompareOptions& m_options;
    Counters& m_counters;
    std::stop_token m_stop;
    std::function<bool()> m_stopping;
    Excludes m_excludes;
    Judgement m_judgement;
    Fd m_left, m_right;
    Runs m_runs; ///< that left something on the right
    std::unique_ptr<Pool> m_pool;
    std::atomic<std::int64_t> m_looking{0};
    std::mutex m_mutex; ///< guards the hash
    Hash128 m_rootHash;
};

} // namespace bascule::engine
