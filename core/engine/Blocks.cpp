// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Blocks.h"

#include "core/engine/Io.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <mutex>
#include <string>
#include <thread>

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

namespace {

constexpr std::int64_t kPiece = 256 * 1024;                // read at once
constexpr std::int64_t kWorthThreads = 32 * 1024 * 1024LL; // below, a thread is begun for nothing

/// Several threads take pieces of a file in turn, so that a disk is read nearly in order; the first that fails ends
/// all.
class BlockHashing
{
public:
    BlockHashing(int fd, const std::function<bool()>& stopping, BlockList& blocks)
        : m_fd(fd)
        , m_stopping(stopping)
        , m_blocks(blocks)
        , m_piece(std::max(kPiece, blocks.block))
        , m_hole(shortHashOfHole(blocks.block))
    {
    }

    void work()
    {
        DataStretches data(m_fd, m_blocks.length);
        for (std::int64_t at = 0; !m_ended && (at = m_next.fetch_add(m_piece)) < m_blocks.length;) {
            const ContentResult result = m_stopping() ? ContentResult{Kind::Stopped, 0} : piece(data, at);
            if (result.kind == Kind::Done)
                continue;
            const std::lock_guard lock(m_mutex);
            if (!m_ended)
                m_result = result;
            m_ended = true;
        }
    }
    ContentResult result() const { return m_result; } ///< once all are done

private:
    ContentResult piece(DataStretches& data, std::int64_t at)
    {
        const std::int64_t end = std::min(at + m_piece, m_blocks.length);
        const auto first = m_blocks.hashes.begin() + at / m_blocks.block;
        const auto count = (end - at) / m_blocks.block;
        std::int64_t begin = 0;
        std::int64_t stop = 0;
        if (!data.next(at, end, begin, stop)) {
            std::fill_n(first, count, m_hole);
            return {};
        }
        char* bytes = threadBlock(1);
        const ssize_t got = readFully(m_fd, bytes, static_cast<std::size_t>(end - at), at);
        if (got < 0)
            return {Kind::ReadFailed, errno};
        if (got < end - at)
            return {Kind::Changed, 0};
        const auto size = static_cast<std::size_t>(m_blocks.block);
        for (std::int64_t i = 0; i < count; ++i)
            first[i] = shortHash(bytes + static_cast<std::size_t>(i) * size, size);
        return {};
    }

    const int m_fd;
    const std::function<bool()>& m_stopping;
    BlockList& m_blocks; ///< each thread fills places of its own
    const std::int64_t m_piece;
    const std::uint32_t m_hole;
    std::atomic<std::int64_t> m_next{0};
    std::atomic<bool> m_ended{false};
    std::mutex m_mutex; ///< guards what is below
    ContentResult m_result;
};

} // namespace

ContentResult hashBlocks(int fd, const std::function<bool()>& stopping, BlockList& blocks)
{
    blocks.hashes.assign(blocks.count(), 0);
    BlockHashing hashing(fd, stopping, blocks);
    {
        std::vector<std::jthread> others;
        for (unsigned i = 1; blocks.length >= kWorthThreads && i < std::min(4U, std::thread::hardware_concurrency());
             ++i)
            others.emplace_back([&hashing] { hashing.work(); });
        hashing.work();
    }
    return hashing.result();
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
