// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Attributes.h"
#include "core/engine/Compare.h"
#include "core/engine/Excludes.h"
#include "core/engine/Fd.h"
#include "core/engine/Folder.h"
#include "core/engine/Hash.h"
#include "core/engine/Pool.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>

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
    struct Linked
    {
        std::string path;
        std::uint64_t left, right;
    };
    bool stopping() const { return m_stop.stop_requested(); }
    void differ(const std::string& path, const char* what, std::string detail = {});
    void start(ComparedFolder* folder);
    void look(ComparedFolder* folder);
    void lookInto(ComparedFolder* folder, int left, int right);
    void meet(ComparedFolder* folder, int left, int right, const char* name, bool onLeft, bool onRight,
              std::vector<ComparedFile>& files);
    void compareAttributes(const std::string& path, const char* name, int left, int right, const Stat& here,
                           const Stat& there, const Xattrs& hereXattrs);
    void noteLinks(const std::string& path, const Stat& here, const Stat* there);
    void hand(ComparedFolder* folder, std::vector<ComparedFile>& files);
    void readFiles(ComparedFolder* folder, const std::vector<ComparedFile>& files);
    std::optional<Hash128> contentsOf(int dirFd, const ComparedFile& file, const std::string& path, bool isLeft);
    void release(ComparedFolder* folder, std::int64_t count = 1);
    void compareLinks();

    const CompareOptions& m_options;
    Counters& m_counters;
    std::stop_token m_stop;
    std::function<bool()> m_stopping;
    Excludes m_excludes;
    Fd m_left, m_right;
    Stat m_leftStat, m_rightStat;
    std::unique_ptr<Pool> m_pool;
    std::atomic<std::int64_t> m_looking{0};
    std::mutex m_mutex; ///< guards the report and the links
    CompareReport m_report;
    std::vector<Linked> m_linked;
    Hash128 m_rootHash;
};

} // namespace bascule::engine
