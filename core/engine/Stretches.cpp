// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Stretches.h"

#include "core/engine/Io.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>

namespace bascule::engine {

namespace {

using Kind = ContentResult::Kind;

/// Hashes one stretch after the other, into `whole` too; `each` says whether to go on.
ContentResult eachStretch(int fd, const std::function<bool()>& stopping, const Stretches& stretches,
                          SparseHasher* whole, const std::function<bool(const Hash128&)>& each)
{
    for (std::int64_t begin = stretches.from; begin < stretches.length; begin += stretches.block) {
        Hash128 hash;
        const ContentResult result =
            hashStretch(fd, stopping, begin, std::min(stretches.length, begin + stretches.block), hash, whole);
        if (result.kind != Kind::Done)
            return result;
        if (!each(hash))
            break;
    }
    return {};
}

} // namespace

Hash128 versionOf(const Stat& stat)
{
    Hasher hasher;
    for (const std::int64_t number :
         {static_cast<std::int64_t>(stat.inode), stat.size, stat.modified.seconds,
          std::int64_t{stat.modified.nanoseconds}, stat.changed.seconds, std::int64_t{stat.changed.nanoseconds}})
        hasher.addNumber(static_cast<std::uint64_t>(number));
    return hasher.value();
}

Stretches Stretches::of(std::int64_t length, std::int64_t from)
{
    constexpr std::int64_t least = 1024 * 1024;
    Stretches stretches;
    stretches.length = length - length % static_cast<std::int64_t>(kHashBlock);
    stretches.from = from;
    stretches.block = least;
    while (stretches.count() > kMostStretches)
        stretches.block *= 2;
    return stretches;
}

ContentResult hashStretch(int fd, const std::function<bool()>& stopping, std::int64_t begin, std::int64_t end,
                          Hash128& hash, SparseHasher* hasher)
{
    constexpr std::int64_t atOnce = 4 * static_cast<std::int64_t>(kHashBlock);
    const auto hashBlock = static_cast<std::int64_t>(kHashBlock);
    char* bytes = threadBlock(1);
    DataStretches data(fd, end);
    SparseHasher mine;
    std::int64_t start = 0;
    std::int64_t stop = 0;
    for (std::int64_t at = begin; data.next(at, end, start, stop);) {
        if (stopping())
            return {Kind::Stopped, 0};
        at = std::max(at, start - start % hashBlock);
        stop = (stop + hashBlock - 1) / hashBlock * hashBlock;
        const auto want = static_cast<std::size_t>(std::min({at + atOnce, stop, end}) - at);
        const ssize_t got = readFully(fd, bytes, want, at);
        if (got < 0)
            return {Kind::ReadFailed, errno};
        if (static_cast<std::size_t>(got) < want)
            return {Kind::Changed, 0};
        for (std::size_t part = 0; part < want; part += kHashBlock) {
            const std::int64_t offset = at + static_cast<std::int64_t>(part);
            const std::size_t size = std::min(kHashBlock, want - part);
            mine.addBlock(offset, bytes + part, size);
            if (hasher != nullptr)
                hasher->addBlock(offset, bytes + part, size);
        }
        at += static_cast<std::int64_t>(want);
    }
    hash = mine.value(end);
    return {};
}

ContentResult flushStretch(int fd, std::int64_t begin, std::int64_t end, const ContentContext& context)
{
    constexpr std::int64_t piece = 8 * 1024 * 1024;
    for (std::int64_t at = begin; at < end; at += piece) {
        if (context.stopping())
            return {Kind::Stopped, 0};
        if (io::syncRange(fd, at, std::min(piece, end - at)) != 0 && errno != ENOSYS && errno != EINVAL &&
            errno != ESPIPE)
            return {Kind::WriteFailed, errno};
    }
    if (io::sync(fd) != 0)
        return {Kind::WriteFailed, errno};
    ::posix_fadvise(fd, begin, end - begin, POSIX_FADV_DONTNEED);
    return {};
}

ContentResult readBack(int fd, std::int64_t begin, std::int64_t end, const Hash128& wanted,
                       const ContentContext& context)
{
    Hash128 found;
    ContentResult result = hashStretch(fd, context.stopping, begin, end, found);
    if (result.kind == Kind::ReadFailed)
        result.kind = Kind::WriteFailed;
    else if (result.kind == Kind::Changed || (result.kind == Kind::Done && !(found == wanted)))
        result.kind = Kind::Different;
    return result;
}

ContentResult hashStretches(int fd, const std::function<bool()>& stopping, Stretches& stretches)
{
    stretches.hashes.clear();
    return eachStretch(fd, stopping, stretches, nullptr, [&](const Hash128& hash) {
        stretches.hashes.push_back(hash);
        return true;
    });
}

ContentResult compareStretches(int fd, const std::function<bool()>& stopping, const Stretches& stretches,
                               std::int64_t& same, SparseHasher& hasher)
{
    same = stretches.from;
    SparseHasher ahead = hasher;
    std::size_t index = 0;
    return eachStretch(fd, stopping, stretches, &ahead, [&](const Hash128& hash) {
        if (!(hash == stretches.hashes[index]))
            return false;
        ++index;
        same = std::min(stretches.length, same + stretches.block);
        hasher = ahead;
        return true;
    });
}

} // namespace bascule::engine
