// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Hash.h"
#include "core/engine/Stat.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include <sys/types.h>

namespace bascule::engine {

/// A block that a thread reads into. Two a thread: what was read, and what was read back.
inline constexpr std::size_t kBlock = 1024 * 1024;
/// What sparseHash() looks at at once.
inline constexpr std::size_t kHashBlock = 64 * 1024;

/// What ended a piece of work on contents.
struct ContentResult
{
    enum class Kind { Done, Stopped, ReadFailed, WriteFailed, Changed, Different } kind = Kind::Done;
    int error = 0;
};

class PaceKeeper;

/// How contents are read and written; shared by the threads of a run.
struct ContentContext
{
    std::function<bool()> stopping;
    PaceKeeper* pace = nullptr;                 ///< of what is read here and copied; none: as fast as it goes
    std::function<void(std::int64_t)> progress; ///< bytes that were written
    std::atomic<bool>* cloneRefused = nullptr;  ///< the pair of file systems shares no blocks: not asked again
    bool fromDisk = false; ///< flush what was written and drop it from the cache before it is read back

    /// The largest block to copy at once, `most` at most.
    std::size_t stepOf(std::size_t most) const;
    /// Waits until so many bytes of the source may be read and copied, or the stop.
    void pass(std::int64_t bytes) const;
    /// As readFully(), of the source: how long that takes tells how busy its server is.
    ssize_t readSource(int fd, char* bytes, std::size_t size, std::int64_t offset) const;
    /// For sparseHash() of the source, to heed the pace too; valid as long as this.
    std::function<void(std::int64_t)> reading() const;
};

/// Copies `size` bytes with their holes into an empty file, and reads the copy back against the hash of what was read.
/// Shared blocks where the file system can, else block by block. `from` and `to` are open for reading, `to` for writing
/// too.
ContentResult copyContents(int from, const Stat& stat, int to, const ContentContext& context);

/// Lets the file system share or copy the blocks into an empty file; false when it cannot and nothing was written.
bool copyInKernel(int from, const Stat& stat, int to, const ContentContext& context, ContentResult& result);

/// The whole of a file that fits a block: read once, written, read back. Used for the many small ones.
ContentResult copySmall(int from, const Stat& stat, int to, const ContentContext& context);

/// Hash of a file by its non-zero blocks and its size: the same for any layout of holes, and quick on vast holes.
/// `read` is told of bytes read. Kind::Changed when the file shrank meanwhile.
ContentResult sparseHash(int fd, std::int64_t size, const std::function<bool()>& stopping,
                         const std::function<void(std::int64_t)>& read, Hash128& hash);

/// SHA-256 of all of a file's bytes, of holes too without reading them. `read` and the result as of sparseHash().
ContentResult wholeHash(int fd, std::int64_t size, const std::function<bool()>& stopping,
                        const std::function<void(std::int64_t)>& read, std::string& sha256);

/// Writes bytes that came from elsewhere, leaving holes where whole blocks (by kHashBlock from the file's start) are
/// zeros when `holes`. The file is empty there yet.
ContentResult writeArrived(int to, std::int64_t offset, std::string_view bytes, bool holes,
                           const ContentContext& context);

/// Whether a file that was written has the size and the sparseHash() that were sent with it.
ContentResult proveArrived(int to, std::int64_t size, const Hash128& wanted, const ContentContext& context);

/// Sparse hash of bytes that begin a file, as sparseHash() of a file with just them.
class SparseHasher
{
public:
    /// A block at `offset`, a multiple of kHashBlock, in order; each but the file's last has kHashBlock bytes.
    void addBlock(std::int64_t offset, const char* bytes, std::size_t size);
    Hash128 value(std::int64_t fileSize);

private:
    Hasher m_hasher;
};

/// The same of bytes that come in stretches, in order, with holes between: to be told apart from what a disk makes of
/// them. Keeps one block.
class StretchHasher
{
public:
    explicit StretchHasher(std::int64_t fileSize)
        : m_size(fileSize)
    {
    }
    void add(std::int64_t offset, std::string_view bytes);
    Hash128 value();

private:
    void endBlock();

    std::int64_t m_size;
    std::int64_t m_block = -1; ///< where the block begins that m_bytes is part of
    std::string m_bytes;
    SparseHasher m_hasher;
};

/// The next stretch of data of a file from `offset` on; false at the end. A file system that knows no holes has one.
bool nextData(int fd, std::int64_t offset, std::int64_t size, std::int64_t& start, std::int64_t& end);

/// The same of a file that is read piece by piece: asks once for each stretch. Some file systems look at every page of
/// it to answer.
class DataStretches
{
public:
    DataStretches(int fd, std::int64_t size)
        : m_fd(fd)
        , m_size(size)
    {
    }
    /// The next stretch from `offset` on, cut off at `limit`.
    bool next(std::int64_t offset, std::int64_t limit, std::int64_t& start, std::int64_t& end);

private:
    int m_fd;
    std::int64_t m_size;
    std::int64_t m_start = 0, m_end = 0; ///< of the one that was found last
};

/// Reads back what was just written there and compares it. Uses the thread's second block.
ContentResult proveBlock(int to, const char* bytes, std::size_t size, std::int64_t offset);

/// Reads until the block is full or the file ends; −1 and errno.
ssize_t readFully(int fd, char* bytes, std::size_t size, std::int64_t offset);

/// The calling thread's n-th block (0 or 1).
char* threadBlock(int index);

} // namespace bascule::engine
