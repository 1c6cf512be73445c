// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Compare.h"
#include "core/engine/Inspection.h"

#include <mutex>
#include <string>
#include <vector>

namespace bascule::engine {

/// Says what differs, wherever the two sides are, and collects it. Thread-safe.
class Judgement
{
public:
    Judgement(std::size_t maxDifferences, bool owners)
        : m_maxDifferences(maxDifferences)
        , m_owners(owners)
    {
    }
    void differ(const std::string& path, const char* what, std::string detail = {});
    void unreadable(const std::string& path, int error);
    struct Met
    {
        bool known = false;  ///< it could be looked at
        bool beyond = false; ///< on another file system: not to be gone into
    };
    /// A path that one side has, or both: kind, attributes, link target. Contents are another matter.
    Met meet(const std::string& path, const Inspected* here, const Inspected* there);
    /// The roots, before all else.
    void roots(const Inspected& here, const Inspected& there);
    /// Contents that were to be hashed on both sides, when `there` is given; else here alone.
    void contents(const std::string& path, const Inspected& here, const Inspected* there);
    /// All is met: what was found, in order.
    CompareReport end(bool cancelled);

private:
    struct Linked
    {
        std::string path;
        std::uint64_t left, right;
    };
    void attributes(const std::string& path, const Inspected& here, const Inspected& there);
    void compareLinks();
    void keep(const std::string& path, const char* what, std::string detail);

    const std::size_t m_maxDifferences;
    const bool m_owners; ///< they are judged
    Stat m_leftRoot, m_rightRoot;
    std::mutex m_mutex; ///< guards what is below
    CompareReport m_report;
    std::size_t m_kept = 0; ///< bytes of the report's texts
    std::vector<Linked> m_linked;
};

/// What the root hash takes of an entry besides its contents: what a copy keeps, so nothing of inodes and change times.
Hash128 ownHash(const Inspected& one);
/// An entry's hash with that of its contents, or with those of its entries in order.
Hash128 combined(const Hash128& first, const Hash128* rest, std::size_t count);

} // namespace bascule::engine
