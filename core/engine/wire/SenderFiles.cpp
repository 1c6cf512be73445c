// SPDX-License-Identifier: GPL-3.0-or-later
// What a Sender answers to a fetch: entries, with their contents.
#include "core/engine/Blocks.h"
#include "core/engine/Content.h"
#include "core/engine/Folder.h"
#include "core/engine/LinkTarget.h"
#include "core/engine/wire/Records.h"
#include "core/engine/wire/Sender.h"

#include <algorithm>
#include <cerrno>

namespace bascule::engine::wire {

namespace {

constexpr std::size_t kFrame = 128 * 1024;  // of small files, and of parts of large ones: lost when it is cut
constexpr std::int64_t kWhole = 192 * 1024; // files up to here come in one piece
constexpr int kAttempts = 4;                // at a small file that is written to meanwhile

bool unchanged(const Stat& before, const Stat& after)
{
    return before.size == after.size && before.modified == after.modified && before.changed == after.changed &&
           before.sameInode(after);
}

Arrival failure(std::size_t index, int error, const char* what)
{
    Arrival arrival;
    arrival.index = index;
    arrival.code = error == ENOENT ? "vanished" : systemErrorCode(error);
    arrival.detail = systemError(error, {}, what).detail;
    return arrival;
}

} // namespace

/// What the other end has of a file.
struct Sender::Older
{
    const BlockList& have;
    std::uint32_t hole;

    explicit Older(const BlockList& list)
        : have(list)
        , hole(shortHashOfHole(list.block))
    {
    }
    bool has(std::int64_t offset, std::string_view bytes) const
    {
        const auto index = static_cast<std::size_t>(offset / have.block);
        return index < have.hashes.size() && static_cast<std::int64_t>(bytes.size()) == have.block &&
               have.hashes[index] == shortHash(bytes.data(), bytes.size());
    }
    /// Whether a hole is made there by sending nothing: where nothing lies, or zeros do.
    bool isHole(std::int64_t offset, std::int64_t length) const
    {
        for (std::int64_t at = offset; at < offset + length; at += have.block) {
            const auto index = static_cast<std::size_t>(at / have.block);
            const bool compared = index < have.hashes.size() && at + have.block <= offset + length;
            if (compared && have.hashes[index] != hole)
                return false;
        }
        return true;
    }
};

/// Arrivals on their way out, in frames of a good size.
struct Sender::Outgoing
{
    Sender& sender;
    std::uint64_t number;
    ByteWriter writer;

    Outgoing(Sender& mine, std::uint64_t which)
        : sender(mine)
        , number(which)
    {
        begin();
    }
    void begin()
    {
        writer.number(number);
        writer.number(0);
    }
    void flush()
    {
        sender.sendFrame(writer.take());
        begin();
    }
    void add(const Arrival& arrival)
    {
        if (writer.size() + arrival.bytes.size() > kMostPayload - 128 * 1024)
            flush();
        using Kind = Arrival::Kind;
        const bool isOwned = arrival.kind != Kind::Chunk && arrival.kind != Kind::End && arrival.kind != Kind::Failed;
        if (sender.m_owners && isOwned) {
            OwnerIds ids;
            addOwners(arrival.stat, arrival.xattrs, ids);
            sender.tellOwners(ids);
        }
        put(writer, arrival);
        if (writer.size() >= kFrame)
            flush();
    }
    void end()
    {
        if (writer.size() > 12)
            sender.sendFrame(writer.take());
        writer = {};
        writer.number(number);
        writer.number(1);
        sender.sendFrame(writer.take());
    }
};

void Sender::sendFiles(std::uint64_t number, const std::string& path, const std::vector<Wanted>& wanted)
{
    Outgoing out(*this, number);
    const Fd folder = openBelow(path);
    const int error = folder ? 0 : errno;
    for (std::size_t i = 0; i < wanted.size() && !stopping(); ++i) {
        if (folder)
            sendEntry(out, folder.get(), i, wanted[i]);
        else
            out.add(failure(i, error, "open"));
    }
    out.end();
}

void Sender::sendEntry(Outgoing& out, int folder, std::size_t index, const Wanted& wanted)
{
    const char* name = wanted.name.c_str();
    Arrival arrival;
    arrival.index = index;
    int error = statAt(folder, name, arrival.stat);
    Fd file;
    const bool isContents = wanted.what != Wanted::What::Attributes;
    if (error == 0 && arrival.stat.isFile() && isContents) {
        file = openForReading(folder, name);
        error = file ? statFd(file.get(), arrival.stat) : errno;
    }
    if (file && error == 0 && arrival.stat.isFile()) {
        if (wanted.what == Wanted::What::Hash)
            return sendHash(out, folder, file, arrival, name);
        error = sendContents(out, index, file, arrival.stat, folder, wanted);
        if (error != 0)
            out.add(failure(index, error, "read"));
        return;
    }
    if (error == 0)
        error = readXattrs(Place::named(folder, name), arrival.xattrs);
    if (error == 0 && arrival.stat.isLink())
        error = readLinkTarget(folder, name, arrival.stat.size, arrival.linkTarget);
    if (error != 0)
        return out.add(failure(index, error, "stat"));
    arrival.kind = isContents ? Arrival::Kind::Whole : Arrival::Kind::Attributes;
    arrival.hash = hashOf(nullptr, 0);
    out.add(arrival);
}

void Sender::sendHash(Outgoing& out, int folder, const Fd& file, Arrival& arrival, const char* name)
{
    arrival.kind = Arrival::Kind::Hash;
    int error = readXattrs(Place::opened(file.get()), arrival.xattrs);
    const ContentResult result = sparseHash(
        file.get(), arrival.stat.size, [this] { return stopping(); }, [this](std::int64_t bytes) { passRead(bytes); },
        arrival.hash);
    Stat after;
    arrival.changed = result.kind == ContentResult::Kind::Changed || statAt(folder, name, after) != 0 ||
                      !unchanged(arrival.stat, after);
    if (result.kind == ContentResult::Kind::ReadFailed)
        error = result.error;
    out.add(error == 0 ? arrival : failure(arrival.index, error, "read"));
}

/// A small file, in one piece; 0 or an errno.
int Sender::sendWhole(Outgoing& out, const Fd& file, Arrival& arrival, int folder, const char* name)
{
    char* block = threadBlock(0);
    Stat after;
    arrival.kind = Arrival::Kind::Whole;
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        if (attempt > 0) {
            std::this_thread::sleep_for(std::chrono::milliseconds(30 * attempt * attempt));
            if (const int error = statFd(file.get(), arrival.stat); error != 0)
                return error;
            if (arrival.stat.size > kWhole)
                break; // it is told as changed
        }
        const ssize_t got = read(file, block, static_cast<std::size_t>(arrival.stat.size), 0);
        if (got < 0)
            return errno;
        arrival.bytes = {block, static_cast<std::size_t>(got)};
        arrival.changed =
            got != arrival.stat.size || statAt(folder, name, after) != 0 || !unchanged(arrival.stat, after);
        if (!arrival.changed)
            break;
    }
    arrival.hash = hashOf(arrival.bytes.data(), arrival.bytes.size());
    out.add(arrival);
    return 0;
}

/// The data of a file behind begin.offset, with its holes; 0 or an errno. `changed`: it is shorter by now.
int Sender::sendStretches(Outgoing& out, const Arrival& begin, const Fd& file, SparseHasher& hasher, bool& changed)
{
    const std::int64_t size = begin.stat.size;
    Arrival chunk;
    chunk.kind = Arrival::Kind::Chunk;
    chunk.index = begin.index;
    char* block = threadBlock(0);
    const auto hashBlock = static_cast<std::int64_t>(kHashBlock);
    std::int64_t start = 0;
    std::int64_t end = 0;
    DataStretches data(file.get(), size);
    std::int64_t next = begin.offset; // the first offset not looked at yet; a whole block
    int error = 0;
    const auto rounded = [&](std::int64_t offset) { return (offset + hashBlock - 1) / hashBlock * hashBlock; };
    while (error == 0 && !changed && !stopping() && data.next(next, size, start, end)) {
        const std::int64_t at = start - start % hashBlock;
        const std::int64_t stop = std::min({at + static_cast<std::int64_t>(kFrame), rounded(end), size});
        const auto want = static_cast<std::size_t>(stop - at);
        const ssize_t got = read(file, block, want, at);
        if (got < 0)
            error = errno;
        changed = got >= 0 && static_cast<std::size_t>(got) < want;
        if (error != 0 || changed)
            break;
        for (std::size_t part = 0; part < want; part += kHashBlock)
            hasher.addBlock(at + static_cast<std::int64_t>(part), block + part, std::min(kHashBlock, want - part));
        // Hashed by whole blocks, sent by stretches of data: the copy is to have its holes where they are.
        std::int64_t from = at;
        while (data.next(from, stop, start, end)) {
            chunk.offset = start;
            chunk.bytes = {block + (start - at), static_cast<std::size_t>(end - start)};
            out.add(chunk);
            from = end;
        }
        next = rounded(stop);
    }
    return error;
}

/// What is not the same in the same place at the other end; 0 or an errno.
int Sender::sendBlocks(Outgoing& out, const Arrival& begin, const Fd& file, const BlockList& have, SparseHasher& hasher,
                       bool& changed)
{
    const std::int64_t size = begin.stat.size;
    const std::int64_t step = std::max(have.block, static_cast<std::int64_t>(kHashBlock));
    const Older older(have);
    DataStretches data(file.get(), size);
    char* bytes = threadBlock(0);
    for (std::int64_t at = 0; at < size && !stopping(); at += step) {
        const std::int64_t want = std::min(step, size - at);
        std::int64_t start = 0;
        std::int64_t end = 0;
        if (!data.next(at, at + want, start, end) && older.isHole(at, want))
            continue;
        const ssize_t got = read(file, bytes, static_cast<std::size_t>(want), at);
        if (got < 0)
            return errno;
        changed = got < want;
        if (changed)
            return 0;
        for (std::int64_t part = 0; part < want; part += static_cast<std::int64_t>(kHashBlock))
            hasher.addBlock(at + part, bytes + part,
                            static_cast<std::size_t>(std::min(static_cast<std::int64_t>(kHashBlock), want - part)));
        sendOthers(out, begin.index, older, at, {bytes, static_cast<std::size_t>(want)});
    }
    return 0;
}

/// The blocks of these bytes that the other end has not; those that follow each other together.
void Sender::sendOthers(Outgoing& out, std::size_t index, const Older& older, std::int64_t offset,
                        std::string_view bytes)
{
    Arrival chunk;
    chunk.kind = Arrival::Kind::Chunk;
    chunk.index = index;
    const auto block = static_cast<std::size_t>(older.have.block);
    std::size_t first = 0; // of the blocks that go together
    const auto send = [&](std::size_t end) {
        for (; first < end; first += chunk.bytes.size()) {
            chunk.offset = offset + static_cast<std::int64_t>(first);
            chunk.bytes = bytes.substr(first, std::min(kFrame, end - first));
            out.add(chunk);
        }
    };
    for (std::size_t at = 0; at < bytes.size(); at += block) {
        const std::string_view one = bytes.substr(at, block);
        if (!older.has(offset + static_cast<std::int64_t>(at), one))
            continue;
        send(at);
        first = at + one.size();
    }
    send(bytes.size());
}

/// 0 when something was sent that ends the entry, else an errno.
int Sender::sendContents(Outgoing& out, std::size_t index, const Fd& file, const Stat& opened, int folder,
                         const Wanted& wanted)
{
    Arrival arrival;
    arrival.index = index;
    arrival.stat = opened;
    if (const int error = readXattrs(Place::opened(file.get()), arrival.xattrs); error != 0)
        return error;
    if (opened.size <= kWhole && !opened.hasHoles())
        return sendWhole(out, file, arrival, folder, wanted.name.c_str());
    SparseHasher hasher;
    const std::int64_t size = opened.size;
    const bool isThatVersion = wanted.have.from == 0 || wanted.have.version == versionOf(opened);
    if (wanted.what == Wanted::What::Rest && wanted.have.length <= size && isThatVersion) {
        const auto stops = [this] { // asked before each block
            passRead(static_cast<std::int64_t>(kHashBlock));
            return stopping();
        };
        const ContentResult result = compareStretches(file.get(), stops, wanted.have, arrival.offset, hasher);
        if (result.kind == ContentResult::Kind::ReadFailed)
            return result.error;
    }
    arrival.kind = Arrival::Kind::Begin;
    out.add(arrival);
    out.flush();
    bool changed = false;
    int error = 0;
    if (wanted.what == Wanted::What::Blocks)
        error = sendBlocks(out, arrival, file, wanted.blocks, hasher, changed);
    else
        error = sendStretches(out, arrival, file, hasher, changed);
    // What has begun is ended in any case; an error of reading shows when it is asked for again.
    Arrival ending;
    ending.kind = Arrival::Kind::End;
    ending.index = index;
    ending.hash = hasher.value(size);
    Stat after;
    ending.changed = changed || stopping() || error != 0 || statAt(folder, wanted.name.c_str(), after) != 0 ||
                     !unchanged(opened, after);
    out.add(ending);
    return 0;
}

} // namespace bascule::engine::wire
