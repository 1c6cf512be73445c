// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Fd.h"
#include "core/engine/Stat.h"

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

namespace bascule::engine {

/// Which folders a run is done with, for the case that it does not end well: the next run looks at the others first, so
/// that what is missing moves at once. It looks at these too, last: the note decides about the order of the work and
/// about nothing else, so that one that is wrong does no harm.
///
/// A folder is a hash of 8 bytes over its path and the source's root. They lie in a file beside the lock file (see
/// Leftovers.h), which is written to from some hundreds of folders on, and after the disk has what it tells of. Any
/// thread, except for load().
class DoneFolders
{
public:
    /// What ended runs noted of this source; at the most some millions.
    void load(int rootFd, const std::vector<std::string>& endedRuns, const Stat& source);
    bool knowsAny() const { return !m_earlier.empty(); }
    /// Whether an ended run was done with it.
    bool has(const std::string& path) const;

    void note(const std::string& path);
    /// How many are noted and not written: ask before a sync of the disk, and write so many after it.
    std::size_t waiting() const;
    /// Writes the first `count` of those that wait, if it is worth it. What cannot be written is given up.
    void write(int rootFd, const std::string& nonce, std::size_t count);
    /// There is a file, which is of use to the next run.
    bool isWritten() const;

private:
    std::uint64_t keyOf(const std::string& path) const;

    std::uint64_t m_source = 0;
    std::vector<std::uint64_t> m_earlier; ///< sorted
    mutable std::mutex m_mutex;           ///< guards what follows
    std::vector<std::uint64_t> m_waiting;
    Fd m_file;
    std::int64_t m_end = 0;
    bool m_failed = false;
};

} // namespace bascule::engine
