// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Content.h"

#include "core/engine/Io.h"
#include "core/engine/PaceKeeper.h"
#include "core/engine/Sha256.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace bascule::engine {

namespace {

using Kind = ContentResult::Kind;

constexpr std::int64_t kCloneFrom = 64 * 1024;      // below, sharing blocks costs more than copying them
constexpr std::int64_t kDropFrom = 8 * 1024 * 1024; // below, a read-back from the disk costs more than it tells
constexpr std::size_t kCalm = 256 * 1024;           // fits a core's own cache: read, hash and write while it is there

/// Reads until the block is full, or `enough` is there, or the file ends; −1 and errno. Asking for one more than is
/// enough tells in one call that the file ends there.
ssize_t readEnough(int fd, char* bytes, std::size_t size, std::int64_t offset, std::size_t enough)
{
    std::size_t done = 0;
    while (done < enough) {
        const ssize_t got = ::pread(fd, bytes + done, size - done, offset + static_cast<std::int64_t>(done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        done += static_cast<std::size_t>(got);
    }
    return static_cast<ssize_t>(done);
}

/// A read of the source.
template <class Read>
ssize_t timed(const ContentContext& context, const Read& read)
{
    const PaceKeeper::Reading reading(context.pace);
    return read();
}

bool isZero(const char* bytes, std::size_t size)
{
    return size == 0 || (bytes[0] == 0 && std::memcmp(bytes, bytes + 1, size - 1) == 0);
}

/// How what was written is proven.
enum class Proof {
    Later, ///< by whoever called
    Hash,  ///< later, against the hash of what was read
    Block, ///< at once, block by block, while it is near: for what will not be read from the disk anyway
};

ContentResult copyStretch(int from, int to, std::int64_t start, std::int64_t end, Proof proof, Hasher& hasher,
                          const ContentContext& context)
{
    char* block = threadBlock(0);
    for (std::int64_t at = start; at < end;) {
        if (context.stopping())
            return {Kind::Stopped, 0};
        const std::size_t want = std::min(context.stepOf(kCalm), static_cast<std::size_t>(end - at));
        context.pass(static_cast<std::int64_t>(want));
        const ssize_t got = context.readSource(from, block, want, at);
        if (got < 0)
            return {Kind::ReadFailed, errno};
        if (static_cast<std::size_t>(got) < want)
            return {Kind::Changed, 0};
        if (proof == Proof::Hash)
            hasher.add(block, want);
        if (const int error = io::writeAll(to, block, want, at); error != 0)
            return {Kind::WriteFailed, error};
        if (proof == Proof::Block) {
            if (const ContentResult result = proveBlock(to, block, want, at); result.kind != Kind::Done)
                return result;
        }
        at += got;
        context.progress(got);
    }
    return {};
}

/// Hash of all bytes, holes read as zeros.
ContentResult plainHash(int fd, std::int64_t size, const ContentContext& context, Hash128& hash)
{
    Hasher hasher;
    char* block = threadBlock(1);
    for (std::int64_t at = 0; at < size;) {
        if (context.stopping())
            return {Kind::Stopped, 0};
        const std::size_t want = std::min(kCalm, static_cast<std::size_t>(size - at));
        const ssize_t got = readFully(fd, block, want, at);
        if (got < 0)
            return {Kind::ReadFailed, errno};
        if (static_cast<std::size_t>(got) < want)
            return {Kind::Changed, 0};
        hasher.add(block, want);
        at += got;
    }
    hash = hasher.value();
    return {};
}

/// Brings the file to the disk and out of memory in pieces, so that a stop is heeded and the read-back is of the disk.
ContentResult dropFromCache(int fd, std::int64_t size, const ContentContext& context)
{
    constexpr std::int64_t piece = 8 * 1024 * 1024;
    for (std::int64_t at = 0; at < size; at += piece) {
        if (context.stopping())
            return {Kind::Stopped, 0};
        if (io::syncRange(fd, at, piece) != 0 && errno != ENOSYS && errno != EINVAL && errno != ESPIPE)
            return {Kind::WriteFailed, errno};
    }
    ::posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
    return {};
}

/// On network file systems a copy made by the server is cheaper than two transfers.
bool copiesByServer(int fd)
{
    struct statfs info;
    if (::fstatfs(fd, &info) != 0)
        return false;
    const auto type = static_cast<std::uint32_t>(info.f_type);
    return type == 0x6969U || type == 0xfe534d42U || type == 0xff534d42U; // NFS, SMB2, CIFS
}

ContentResult copyByBlocks(int from, const Stat& stat, int to, Proof proof, Hasher& hasher,
                           const ContentContext& context)
{
    if (!stat.hasHoles())
        return copyStretch(from, to, 0, stat.size, proof, hasher, context);
    std::int64_t start = 0;
    std::int64_t end = 0;
    for (std::int64_t at = 0; nextData(from, at, stat.size, start, end); at = end) {
        const ContentResult result = copyStretch(from, to, start, end, Proof::Later, hasher, context);
        if (result.kind != Kind::Done)
            return result;
    }
    if (io::truncate(to, stat.size) != 0)
        return {Kind::WriteFailed, errno};
    return {};
}

/// A read error of the copy is the target's, not the source's.
ContentResult ofTarget(ContentResult result)
{
    if (result.kind == Kind::ReadFailed)
        result.kind = Kind::WriteFailed;
    else if (result.kind == Kind::Changed)
        result.kind = Kind::Different;
    return result;
}

} // namespace

std::size_t ContentContext::stepOf(std::size_t most) const
{
    return pace != nullptr ? pace->block(most) : most;
}

void ContentContext::pass(std::int64_t bytes) const
{
    if (pace == nullptr)
        return;
    pace->passRead(bytes, stopping);
    pace->passSent(bytes, stopping);
}

ssize_t ContentContext::readSource(int fd, char* bytes, std::size_t size, std::int64_t offset) const
{
    return timed(*this, [&] { return readFully(fd, bytes, size, offset); });
}

std::function<void(std::int64_t)> ContentContext::reading() const
{
    if (pace == nullptr)
        return {};
    return [this](std::int64_t bytes) { pace->passRead(bytes, stopping); };
}

ssize_t readFully(int fd, char* bytes, std::size_t size, std::int64_t offset)
{
    return readEnough(fd, bytes, size, offset, size);
}

ContentResult proveBlock(int to, const char* bytes, std::size_t size, std::int64_t offset)
{
    char* back = threadBlock(1);
    const ssize_t got = readFully(to, back, size, offset);
    if (got < 0)
        return {Kind::WriteFailed, errno};
    if (static_cast<std::size_t>(got) != size || std::memcmp(bytes, back, size) != 0)
        return {Kind::Different, 0};
    return {};
}

bool nextData(int fd, std::int64_t offset, std::int64_t size, std::int64_t& start, std::int64_t& end)
{
    if (offset >= size)
        return false;
    start = ::lseek(fd, offset, SEEK_DATA);
    if (start < 0 && errno == ENXIO)
        return false;
    if (start < 0) {
        start = offset;
        end = size;
        return true;
    }
    if (start >= size)
        return false;
    end = ::lseek(fd, start, SEEK_HOLE);
    if (end < 0 || end > size)
        end = size;
    return true;
}

bool DataStretches::next(std::int64_t offset, std::int64_t limit, std::int64_t& start, std::int64_t& end)
{
    if ((offset < m_start || offset >= m_end) && !nextData(m_fd, offset, m_size, m_start, m_end)) {
        m_start = m_end = 0;
        return false;
    }
    start = std::max(offset, m_start);
    end = std::min(limit, m_end);
    return start < end;
}

char* threadBlock(int index)
{
    thread_local std::unique_ptr<char[]> blocks[2];
    if (!blocks[index])
        blocks[index].reset(new char[kBlock + 1]); // one more, to see that the file ends where it should
    return blocks[index].get();
}

ContentResult copySmall(int from, const Stat& stat, int to, const ContentContext& context)
{
    char* block = threadBlock(0);
    const auto size = static_cast<std::size_t>(stat.size);
    context.pass(stat.size);
    const ssize_t got = timed(context, [&] { return readEnough(from, block, size + 1, 0, size); });
    if (got < 0)
        return {Kind::ReadFailed, errno};
    if (static_cast<std::size_t>(got) != size)
        return {Kind::Changed, 0};
    if (size == 0)
        return {};
    if (const int error = io::writeAll(to, block, size, 0); error != 0)
        return {Kind::WriteFailed, error};
    context.progress(stat.size);
    char* back = threadBlock(1);
    const ssize_t again = readEnough(to, back, size + 1, 0, size);
    if (again < 0)
        return {Kind::WriteFailed, errno};
    if (again != got || std::memcmp(block, back, size) != 0)
        return {Kind::Different, 0};
    return {};
}

bool copyInKernel(int from, const Stat& stat, int to, const ContentContext& context, ContentResult& result)
{
    if (stat.size < kCloneFrom)
        return false;
    if (!context.cloneRefused->load(std::memory_order_relaxed)) {
        if (io::clone(to, from) == 0) {
            context.progress(stat.size);
            return true;
        }
        if (errno == ENOSPC || errno == EDQUOT || errno == EIO || errno == EROFS) {
            result = {Kind::WriteFailed, errno};
            return true;
        }
        *context.cloneRefused = true;
    }
    if (stat.hasHoles() || !copiesByServer(to))
        return false;
    for (std::int64_t at = 0; at < stat.size;) {
        if (context.stopping()) {
            result = {Kind::Stopped, 0};
            return true;
        }
        const std::size_t piece = context.stepOf(16 * kBlock);
        context.pass(static_cast<std::int64_t>(piece));
        const ssize_t got = io::copyRange(from, to, at, piece);
        if (got < 0 && at == 0 && (errno == EXDEV || errno == EINVAL || errno == EOPNOTSUPP || errno == ENOSYS))
            return false;
        if (got < 0)
            result = {Kind::WriteFailed, errno};
        else if (got == 0)
            result = {Kind::Changed, 0};
        if (got <= 0)
            return true;
        at += got;
        context.progress(got);
    }
    return true;
}

ContentResult copyContents(int from, const Stat& stat, int to, const ContentContext& context)
{
    ContentResult result;
    Hash128 wanted;
    Hasher hasher;
    const bool inKernel = copyInKernel(from, stat, to, context, result);
    if (inKernel || stat.hasHoles()) {
        if (!inKernel)
            result = copyByBlocks(from, stat, to, Proof::Later, hasher, context);
        if (result.kind == Kind::Done)
            result = sparseHash(from, stat.size, context.stopping, context.reading(), wanted);
        if (result.kind != Kind::Done)
            return result;
        if (context.fromDisk && stat.size >= kDropFrom)
            result = dropFromCache(to, stat.size, context);
        Hash128 found;
        if (result.kind == Kind::Done)
            result = ofTarget(sparseHash(to, stat.size, context.stopping, {}, found));
        if (result.kind == Kind::Done && !(found == wanted))
            result.kind = Kind::Different;
        return result;
    }
    const bool fromDisk = context.fromDisk && stat.size >= kDropFrom;
    result = copyByBlocks(from, stat, to, fromDisk ? Proof::Hash : Proof::Block, hasher, context);
    if (result.kind == Kind::Done && fromDisk)
        result = dropFromCache(to, stat.size, context);
    if (result.kind != Kind::Done || !fromDisk)
        return result;
    Hash128 found;
    result = ofTarget(plainHash(to, stat.size, context, found));
    if (result.kind == Kind::Done && !(found == hasher.value()))
        result.kind = Kind::Different;
    return result;
}

ContentResult sparseHash(int fd, std::int64_t size, const std::function<bool()>& stopping,
                         const std::function<void(std::int64_t)>& read, Hash128& hash)
{
    SparseHasher hasher;
    char* block = threadBlock(1);
    std::int64_t start = 0;
    std::int64_t end = 0;
    const auto hashBlock = static_cast<std::int64_t>(kHashBlock);
    std::int64_t next = 0; // the first offset not looked at yet
    while (nextData(fd, next, size, start, end)) {
        for (std::int64_t at = std::max(next, start - start % hashBlock); at < end; at += hashBlock) {
            if (stopping())
                return {Kind::Stopped, 0};
            const std::size_t want = static_cast<std::size_t>(std::min(hashBlock, size - at));
            const ssize_t got = readFully(fd, block, want, at);
            if (got < 0)
                return {Kind::ReadFailed, errno};
            if (static_cast<std::size_t>(got) < want)
                return {Kind::Changed, 0};
            if (read)
                read(got);
            next = at + hashBlock;
            hasher.addBlock(at, block, want);
        }
    }
    hash = hasher.value(size);
    return {};
}

ContentResult wholeHash(int fd, std::int64_t size, const std::function<bool()>& stopping,
                        const std::function<void(std::int64_t)>& read, std::string& sha256)
{
    Sha256 hasher;
    DataStretches stretches(fd, size);
    char* block = threadBlock(1);
    for (std::int64_t at = 0; at < size;) {
        if (stopping())
            return {Kind::Stopped, 0};
        const std::int64_t limit = std::min(size, at + static_cast<std::int64_t>(kBlock));
        std::int64_t start = limit;
        std::int64_t end = limit;
        if (!stretches.next(at, limit, start, end))
            start = end = limit;
        if (start > at) {
            std::memset(block, 0, static_cast<std::size_t>(start - at));
            hasher.add(block, static_cast<std::size_t>(start - at));
        }
        const auto want = static_cast<std::size_t>(end - start);
        const ssize_t got = readFully(fd, block, want, start);
        if (got < 0)
            return {Kind::ReadFailed, errno};
        if (static_cast<std::size_t>(got) < want)
            return {Kind::Changed, 0};
        if (read)
            read(got);
        hasher.add(block, want);
        at = end;
    }
    // Shrunk within what was a hole: nothing of it was read.
    Stat now;
    if (const int error = statFd(fd, now); error != 0)
        return {Kind::ReadFailed, error};
    if (now.size < size)
        return {Kind::Changed, 0};
    sha256 = hasher.take();
    return {};
}

ContentResult writeArrived(int to, std::int64_t offset, std::string_view bytes, bool holes,
                           const ContentContext& context)
{
    const std::size_t step = holes ? kHashBlock : std::max<std::size_t>(bytes.size(), 1);
    for (std::size_t at = 0; at < bytes.size(); at += step) {
        const std::string_view part = bytes.substr(at, step);
        if (context.stopping())
            return {Kind::Stopped, 0};
        if (holes && isZero(part.data(), part.size()))
            continue;
        const std::int64_t place = offset + static_cast<std::int64_t>(at);
        if (const int error = io::writeAll(to, part.data(), part.size(), place); error != 0)
            return {Kind::WriteFailed, error};
    }
    return {};
}

ContentResult proveArrived(int to, std::int64_t size, const Hash128& wanted, const ContentContext& context)
{
    ContentResult result;
    if (context.fromDisk && size >= kDropFrom)
        result = dropFromCache(to, size, context);
    Hash128 found;
    if (result.kind == Kind::Done)
        result = ofTarget(sparseHash(to, size, context.stopping, {}, found));
    if (result.kind == Kind::Done && !(found == wanted))
        result.kind = Kind::Different;
    return result;
}

void SparseHasher::addBlock(std::int64_t offset, const char* bytes, std::size_t size)
{
    if (isZero(bytes, size))
        return;
    m_hasher.addNumber(static_cast<std::uint64_t>(offset));
    m_hasher.add(bytes, size);
}

Hash128 SparseHasher::value(std::int64_t fileSize)
{
    m_hasher.addNumber(static_cast<std::uint64_t>(fileSize));
    return m_hasher.value();
}

void StretchHasher::add(std::int64_t offset, std::string_view bytes)
{
    const auto hashBlock = static_cast<std::int64_t>(kHashBlock);
    while (!bytes.empty()) {
        const std::int64_t begin = offset % hashBlock;
        if (m_block != offset - begin) {
            endBlock();
            const auto whole = static_cast<std::size_t>(std::min(hashBlock, m_size - offset));
            if (begin == 0 && bytes.size() >= whole && whole > 0) { // most are, and need no copy
                m_hasher.addBlock(offset, bytes.data(), whole);
                bytes.remove_prefix(whole);
                offset += static_cast<std::int64_t>(whole);
                continue;
            }
            m_block = offset - begin;
            m_bytes.assign(static_cast<std::size_t>(std::min(hashBlock, m_size - m_block)), '\0');
        }
        const std::size_t take = std::min(bytes.size(), m_bytes.size() - static_cast<std::size_t>(begin));
        std::memcpy(m_bytes.data() + begin, bytes.data(), take);
        bytes.remove_prefix(take);
        offset += static_cast<std::int64_t>(take);
    }
}

void StretchHasher::endBlock()
{
    if (m_block >= 0)
        m_hasher.addBlock(m_block, m_bytes.data(), m_bytes.size());
    m_block = -1;
}

Hash128 StretchHasher::value()
{
    endBlock();
    return m_hasher.value(m_size);
}

} // namespace bascule::engine
