// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Content.h"

#include <vector>

namespace bascule::engine {

/// The beginning of a file in stretches of `block` bytes, the last of which may be shorter: both ends hash theirs, to
/// find how far they agree.
struct Stretches
{
    std::int64_t from = 0;   ///< up to there nothing is hashed, since it is proven; a multiple of kHashBlock
    Hash128 version;         ///< with `from`: the version of the source's file that it is proven of, see versionOf()
    std::int64_t length = 0; ///< up to there; a multiple of kHashBlock
    std::int64_t block = 0;  ///< a multiple of kHashBlock
    std::vector<Hash128> hashes;

    std::size_t count() const { return static_cast<std::size_t>((length - from + block - 1) / block); }
    /// Stretches of a megabyte, or longer ones, so that there are kMostStretches at the most.
    static Stretches of(std::int64_t length, std::int64_t from = 0);
};
inline constexpr std::size_t kMostStretches = 4096;

/// Stands for a file as it is: inode, size and times. Nobody writes to it without changing that.
Hash128 versionOf(const Stat& stat);

/// Brings a part of the file to the disk and out of memory; in pieces, so that a stop is heeded.
ContentResult flushStretch(int fd, std::int64_t begin, std::int64_t end, const ContentContext& context);

/// Reads a stretch of what was written back, and compares it with its hashStretch(). A read error is one of writing.
ContentResult readBack(int fd, std::int64_t begin, std::int64_t end, const Hash128& wanted,
                       const ContentContext& context);

/// Hash of what lies in the file from `begin`, a multiple of kHashBlock, to `end`: the same for any layout of holes.
/// `hasher` takes the same in, if given. Kind::Changed when the file ends before, within what is no hole.
ContentResult hashStretch(int fd, const std::function<bool()>& stopping, std::int64_t begin, std::int64_t end,
                          Hash128& hash, SparseHasher* hasher = nullptr);

/// Hashes the stretches of a file. Kind::Changed when it is shorter.
ContentResult hashStretches(int fd, const std::function<bool()>& stopping, Stretches& stretches);

/// How much of the file begins as those stretches: `from` and a whole number of them. `hasher` goes on behind that
/// then; what lies before `from` it does not take in.
ContentResult compareStretches(int fd, const std::function<bool()>& stopping, const Stretches& stretches,
                               std::int64_t& same, SparseHasher& hasher);

} // namespace bascule::engine
