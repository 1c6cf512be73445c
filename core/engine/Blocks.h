// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Content.h"

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace bascule::engine {

/// The whole blocks that a file begins with, each by a short hash: those that the source's file has in the same places
/// need not be sent. Two blocks of one hash may differ once in four thousand million; the hash of the whole file tells.
struct BlockList
{
    std::int64_t length = 0; ///< of all of them together
    std::int64_t block = 0;  ///< a power of two from kLeastBlock to kBlock
    std::vector<std::uint32_t> hashes;

    std::size_t count() const { return block > 0 ? static_cast<std::size_t>(length / block) : 0; }
    /// Blocks as small as kMostBlocks allows; of a file that is too long for it, its beginning.
    static BlockList of(std::int64_t length);
};
inline constexpr std::int64_t kLeastBlock = 16 * 1024; // what small changes here and there cost
inline constexpr std::size_t kMostBlocks = 200'000;    // go into one question

std::uint32_t shortHash(const char* bytes, std::size_t size);
/// That of a block of zeros.
std::uint32_t shortHashOfHole(std::int64_t block);

/// Hashes the blocks of a file, quick on vast holes, of a large one with threads of its own, which ask `stopping` too.
/// Kind::Changed when it is shorter.
ContentResult hashBlocks(int fd, const std::function<bool()>& stopping, BlockList& blocks);

/// Copies the beginning of one file to an empty one; holes stay holes. Kind::Changed when it is shorter.
ContentResult copyPart(int from, int to, std::int64_t length, const ContentContext& context);

/// Writes bytes over what lies there; whole blocks (by kHashBlock) of zeros become holes where the file system can.
ContentResult writeOver(int to, std::int64_t offset, std::string_view bytes, const ContentContext& context);

} // namespace bascule::engine
