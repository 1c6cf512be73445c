// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Blocks.h"

#include "core/engine/Io.h"

#include <algorithm>
#include <cerrno>
#include <string>

namespace bascule::engine {

using Kind = ContentResult::Kind;

BlockList BlockList::of(std::int64_t length)
{
    BlockList blocks;
    blocks.block = kLeastBlock;
    while (length / blocks.block > static_cast<std::int64_t>(kMostBlocks) &&
           blocks.block < static_cast<std::int64_t>(kBlock))
        blocks.block *= 2;
    blocks.length = std::min(length / blocks.block, static_cast<std::int64_t>(kMostBlocks)) * blocks.block;
    return blocks;
}

std::uint32_t shortHash(const char* bytes, std::size_t size)
{
    return static_cast<std::uint32_t>(hashOf(bytes, size).low);
}

std::uint32_t shortHashOfHole(std::int64_t block)
{
    const std::string zeros(static_cast<std::size_t>(block), '\0');
    return shortHash(zeros.data(), zeros.size());
}

ContentResult hashBlocks(int fd, const std::function<bool()>& stopping, BlockList& blocks)
{
    blocks.hashes.clear();
    blocks.hashes.reserve(blocks.count());
    const std::uint32_t hole = shortHashOfHole(blocks.block);
    DataStretches data(fd, blocks.length);
    char* bytes = threadBlock(1);
    const auto size = static_cast<std::size_t>(blocks.block);
    std::int64_t start = 0;
    std::int64_t end = 0;
    for (std::int64_t at = 0; at < blocks.length; at += blocks.block) {
        if (stopping())
            return {Kind::Stopped, 0};
        if (!data.next(at, at + blocks.block, start, end)) {
            blocks.hashes.push_back(hole);
            continue;
        }
        const ssize_t got = readFully(fd, bytes, size, at);
        if (got < 0)
            return {Kind::ReadFailed, errno};
        if (static_cast<std::size_t>(got) < size)
            return {Kind::Changed, 0};
        blocks.hashes.push_back(shortHash(bytes, size));
    }
    return {};
}

ContentResult copyPart(int from, int to, std::int64_t length, const ContentContext& context)
{
    char* block = threadBlock(1);
    DataStretches data(from, length);
    std::int64_t start = 0;
    std::int64_t stop = 0;
    for (std::int64_t at = 0; data.next(at, length, start, stop);) {
        if (context.stopping())
            return {Kind::Stopped, 0};
        const auto want = static_cast<std::size_t>(std::min(stop - start, std::int64_t{256 * 1024}));
        const ssize_t got = readFully(from, block, want, start);
        if (got < 0)
            return {Kind::WriteFailed, errno}; // both are the target's
        if (static_cast<std::size_t>(got) < want)
            return {Kind::Changed, 0};
        if (const int error = io::writeAll(to, block, want, start); error != 0)
            return {Kind::WriteFailed, error};
        at = start + got;
    }
    return {};
}

ContentResult writeOver(int to, std::int64_t offset, std::string_view bytes, const ContentContext& context)
{
    constexpr auto step = static_cast<std::size_t>(kLeastBlock);
    for (std::size_t at = 0; at < bytes.size(); at += step) {
        const std::string_view part = bytes.substr(at, step);
        const std::int64_t place = offset + static_cast<std::int64_t>(at);
        if (context.stopping())
            return {Kind::Stopped, 0};
        const bool isZero = part.size() == step && part.find_first_not_of('\0') == std::string_view::npos;
        if (isZero && io::punchHole(to, place, static_cast<std::int64_t>(part.size())) == 0)
            continue;
        if (const int error = io::writeAll(to, part.data(), part.size(), place); error != 0)
            return {Kind::WriteFailed, error};
    }
    return {};
}

} // namespace bascule::engine
