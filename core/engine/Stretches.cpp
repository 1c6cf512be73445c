// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Stretches.h"

#include <algorithm>
#include <cerrno>

namespace bascule::engine {

namespace {

using Kind = ContentResult::Kind;

/// Hashes one stretch after the other, into `whole` too; `each` says whether to go on.
ContentResult eachStretch(int fd, const std::function<bool()>& stopping, std::int64_t length, std::int64_t block,
                          SparseHasher* whole, const std::function<bool(const Hash128&)>& each)
{
    char* bytes = threadBlock(1);
    const auto hashBlock = static_cast<std::int64_t>(kHashBlock);
    std::int64_t start = 0;
    std::int64_t end = 0;
    for (std::int64_t begin = 0; begin < length; begin += block) {
        const std::int64_t behind = std::min(length, begin + block);
        SparseHasher one;
        for (std::int64_t at = begin; at < behind && nextData(fd, at, behind, start, end);) {
            if (stopping())
                return {Kind::Stopped, 0};
            at = start - start % hashBlock;
            const ssize_t got = readFully(fd, bytes, kHashBlock, at);
            if (got < 0)
                return {Kind::ReadFailed, errno};
            if (static_cast<std::size_t>(got) < kHashBlock)
                return {Kind::Changed, 0};
            one.addBlock(at, bytes, kHashBlock);
            if (whole != nullptr)
                whole->addBlock(at, bytes, kHashBlock);
            at += hashBlock;
        }
        if (!each(one.value(behind)))
            break;
    }
    return {};
}

} // namespace

Stretches Stretches::of(std::int64_t length)
{
    constexpr std::int64_t least = 1024 * 1024;
    Stretches stretches;
    stretches.length = length - length % static_cast<std::int64_t>(kHashBlock);
    stretches.block = least;
    while (stretches.count() > kMostStretches)
        stretches.block *= 2;
    return stretches;
}

ContentResult hashStretches(int fd, const std::function<bool()>& stopping, Stretches& stretches)
{
    stretches.hashes.clear();
    return eachStretch(fd, stopping, stretches.length, stretches.block, nullptr, [&](const Hash128& hash) {
        stretches.hashes.push_back(hash);
        return true;
    });
}

ContentResult compareStretches(int fd, const std::function<bool()>& stopping, const Stretches& stretches,
                               std::int64_t& same, SparseHasher& hasher)
{
    same = 0;
    SparseHasher ahead = hasher;
    std::size_t index = 0;
    return eachStretch(fd, stopping, stretches.length, stretches.block, &ahead, [&](const Hash128& hash) {
        if (!(hash == stretches.hashes[index]))
            return false;
        ++index;
        same = std::min(stretches.length, same + stretches.block);
        hasher = ahead;
        return true;
    });
}

} // namespace bascule::engine
