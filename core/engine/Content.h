// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Hash.h"
#include "core/engine/Stat.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>

namespace bascule::engine {

/// A block that a thread reads into. Two a thread: what was read, and what was read back.
inline constexpr std::size_t kBlock = 1024 * 1024;

/// Keeps all copying threads together below so many bytes a second.
class RateLimit
{
public:
    explicit RateLimit(std::int64_t bytesPerSecond)
        : m_rate(bytesPerSecond)
    {
    }
    /// The largest block worth reading at once, so that the stream stays even.
    std::size_t block() const;
    /// Waits until `bytes` may pass, or the stop.
    void pass(std::int64_t bytes, const std::function<bool()>& stopping);

private:
    std::int64_t m_rate;
    std::mutex m_mutex;
    std::int64_t m_freeAtNs = 0;
};

/// What ended a piece of work on contents.
struct ContentResult
{
    enum class Kind { Done, Stopped, ReadFailed, WriteFailed, Changed, Different } kind = Kind::Done;
    int error = 0;
};

/// How contents are read and written; shared by the threads of a run.
struct ContentContext
{
    std::function<bool()> stopping;
    RateLimit* limit = nullptr;
    std::function<void(std::int64_t)> progress; ///< bytes that were written
    std::atomic<bool>* cloneRefused = nullptr;  ///< the pair of file systems shares no blocks: not asked again
    bool fromDisk = false; ///< flush what was written and drop it from the cache before it is read back
};

/// Copies `size` bytes with their holes into an empty file, and reads the copy back against the hash of what was read.
/// Shared blocks where the file system can, else block by block. `from` and `to` are open for reading, `to` for writing
/// too.
ContentResult copyContents(int from, const Stat& stat, int to, const ContentContext& context);

/// The whole of a file that fits a block: read once, written, read back. Used for the many small ones.
ContentResult copySmall(int from, const Stat& stat, int to, const ContentContext& context);

/// Hash of a file by its non-zero blocks and its size: the same for any layout of holes, and quick on vast holes.
/// `read` is told of bytes read. Kind::Changed when the file shrank meanwhile.
ContentResult sparseHash(int fd, std::int64_t size, const std::function<bool()>& stopping,
                         const std::function<void(std::int64_t)>& read, Hash128& hash);

/// The calling thread's n-th block (0 or 1).
char* threadBlock(int index);

} // namespace bascule::engine
