// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wire/Records.h"

#include "core/engine/wire/Frame.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace bascule::engine::wire {

namespace {

constexpr std::size_t kMostName = 255;
constexpr std::size_t kMostXattrs = 1024;
constexpr std::size_t kMostXattr = 64 * 1024; // the kernel's own limit
constexpr std::size_t kMostCode = 256;
constexpr std::size_t kMostDetail = 4096;

void put(ByteWriter& writer, const Time& time)
{
    writer.signedNumber(time.seconds);
    writer.number(time.nanoseconds);
}

Time takeTime(ByteReader& reader)
{
    Time time;
    time.seconds = reader.signedNumber();
    const std::uint64_t nanoseconds = reader.number();
    if (nanoseconds >= 1'000'000'000)
        reader.fail();
    time.nanoseconds = static_cast<std::uint32_t>(nanoseconds);
    return time;
}

std::uint32_t takeSmall(ByteReader& reader)
{
    const std::uint64_t value = reader.number();
    if (value > UINT32_MAX)
        reader.fail();
    return static_cast<std::uint32_t>(value);
}

Hash128 takeHash(ByteReader& reader)
{
    Hash128 hash;
    hash.low = reader.fixed();
    hash.high = reader.fixed();
    return hash;
}

} // namespace

bool staysBelow(std::string_view path)
{
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string_view part = path.substr(begin, end - begin);
        if (part.empty() || part == "." || part == ".." || part.find('\0') != std::string_view::npos)
            return false;
        begin = end + 1;
    }
    return true;
}

bool isName(std::string_view name)
{
    return name.size() <= kMostName && name.find('/') == std::string_view::npos && staysBelow(name);
}

void put(ByteWriter& writer, const Stat& stat)
{
    for (const std::uint64_t value :
         {std::uint64_t{stat.mode}, std::uint64_t{stat.uid}, std::uint64_t{stat.gid}, std::uint64_t{stat.links},
          stat.device, stat.inode, stat.specialDevice, std::uint64_t{stat.mountRoot}})
        writer.number(value);
    writer.signedNumber(stat.size);
    writer.signedNumber(stat.blocks);
    put(writer, stat.modified);
    put(writer, stat.changed);
    put(writer, stat.accessed);
}

Stat takeStat(ByteReader& reader)
{
    Stat stat;
    stat.mode = takeSmall(reader);
    stat.uid = takeSmall(reader);
    stat.gid = takeSmall(reader);
    stat.links = takeSmall(reader);
    stat.device = reader.number();
    stat.inode = reader.number();
    stat.specialDevice = reader.number();
    stat.mountRoot = reader.number() != 0;
    stat.size = reader.signedNumber();
    stat.blocks = reader.signedNumber();
    stat.modified = takeTime(reader);
    stat.changed = takeTime(reader);
    stat.accessed = takeTime(reader);
    if (stat.size < 0 || stat.blocks < 0 || stat.blocks > (INT64_MAX >> 9U))
        reader.fail();
    return stat;
}

void put(ByteWriter& writer, const Xattrs& xattrs)
{
    writer.number(xattrs.size());
    for (const auto& [name, value] : xattrs) {
        writer.text(name);
        writer.text(value);
    }
}

Xattrs takeXattrs(ByteReader& reader)
{
    Xattrs xattrs;
    const std::uint64_t count = reader.number();
    if (count > kMostXattrs)
        reader.fail();
    for (std::uint64_t i = 0; i < count && reader.ok(); ++i) {
        const std::string_view name = reader.text(kMostName);
        const std::string_view value = reader.text(kMostXattr);
        // Only what Attributes.h says is worth keeping: a sender does not choose what is set here.
        const bool known = name.starts_with("user.") || name.starts_with("trusted.") || name == "security.capability" ||
                           name == "system.posix_acl_access" || name == "system.posix_acl_default";
        if (!known || name.find('\0') != std::string_view::npos)
            reader.fail();
        xattrs.emplace_back(name, value);
    }
    return xattrs;
}

void put(ByteWriter& writer, const SourceEntry& entry)
{
    writer.text(entry.name);
    writer.number(static_cast<std::uint64_t>(entry.error));
    if (entry.error != 0)
        return;
    put(writer, entry.stat);
    put(writer, entry.xattrs);
    if (entry.stat.isLink())
        writer.text(entry.linkTarget);
}

SourceEntry takeSourceEntry(ByteReader& reader)
{
    SourceEntry entry;
    entry.name = reader.text(kMostName);
    if (!isName(entry.name))
        reader.fail();
    entry.error = static_cast<int>(reader.number() & 0xffffU);
    if (entry.error != 0)
        return entry;
    entry.stat = takeStat(reader);
    entry.xattrs = takeXattrs(reader);
    if (entry.stat.isLink())
        entry.linkTarget = reader.text(kMostPath);
    return entry;
}

void put(ByteWriter& writer, const Wanted& wanted)
{
    writer.number(static_cast<std::uint8_t>(wanted.what));
    writer.text(wanted.name);
    if (wanted.what == Wanted::What::Blocks) {
        writer.signedNumber(wanted.blocks.length);
        writer.signedNumber(wanted.blocks.block);
        std::string bytes(wanted.blocks.hashes.size() * sizeof(std::uint32_t), '\0');
        std::memcpy(bytes.data(), wanted.blocks.hashes.data(), bytes.size());
        writer.text(bytes);
    }
    if (wanted.what != Wanted::What::Rest)
        return;
    writer.signedNumber(wanted.have.from);
    writer.fixed(wanted.have.version.low);
    writer.fixed(wanted.have.version.high);
    writer.signedNumber(wanted.have.length);
    writer.signedNumber(wanted.have.block);
    for (const Hash128& hash : wanted.have.hashes) {
        writer.fixed(hash.low);
        writer.fixed(hash.high);
    }
}

namespace {

void takeBlocks(ByteReader& reader, BlockList& blocks)
{
    blocks.length = reader.signedNumber();
    blocks.block = reader.signedNumber();
    const std::string_view bytes = reader.text(kMostPayload);
    if (blocks.block < kLeastBlock || blocks.block > static_cast<std::int64_t>(kBlock) ||
        !std::has_single_bit(static_cast<std::uint64_t>(blocks.block)) || blocks.length <= 0 ||
        blocks.length % blocks.block != 0 || blocks.count() > kMostBlocks ||
        bytes.size() != blocks.count() * sizeof(std::uint32_t)) {
        blocks = {};
        reader.fail();
        return;
    }
    blocks.hashes.resize(blocks.count());
    std::memcpy(blocks.hashes.data(), bytes.data(), bytes.size());
}

} // namespace

Wanted takeWanted(ByteReader& reader)
{
    Wanted wanted;
    const std::uint64_t what = reader.number();
    if (what > static_cast<std::uint64_t>(Wanted::What::Blocks))
        reader.fail();
    wanted.what = static_cast<Wanted::What>(what & 7U);
    wanted.name = reader.text(kMostName);
    if (!isName(wanted.name))
        reader.fail();
    if (reader.ok() && wanted.what == Wanted::What::Blocks)
        takeBlocks(reader, wanted.blocks);
    if (!reader.ok() || wanted.what != Wanted::What::Rest)
        return wanted;
    wanted.have.from = reader.signedNumber();
    wanted.have.version = takeHash(reader);
    wanted.have.length = reader.signedNumber();
    wanted.have.block = reader.signedNumber();
    const auto whole = static_cast<std::int64_t>(kHashBlock);
    if (wanted.have.length <= 0 || wanted.have.length % whole != 0 || wanted.have.length > (INT64_MAX >> 1U) ||
        wanted.have.from < 0 || wanted.have.from % whole != 0 || wanted.have.from > wanted.have.length ||
        wanted.have.block <= 0 || wanted.have.block % whole != 0 || wanted.have.block > (INT64_MAX >> 1U) ||
        wanted.have.count() > kMostStretches) {
        reader.fail();
        return wanted;
    }
    for (std::size_t i = wanted.have.count(); i > 0 && reader.ok(); --i)
        wanted.have.hashes.push_back(takeHash(reader));
    return wanted;
}

void put(ByteWriter& writer, const Arrival& arrival)
{
    using Kind = Arrival::Kind;
    writer.number(static_cast<std::uint8_t>(arrival.kind));
    writer.number(arrival.index);
    const bool hasMeta = arrival.kind == Kind::Whole || arrival.kind == Kind::Begin || arrival.kind == Kind::Hash ||
                         arrival.kind == Kind::Attributes;
    if (hasMeta) {
        put(writer, arrival.stat);
        put(writer, arrival.xattrs);
        writer.text(arrival.linkTarget);
    }
    if (arrival.kind == Kind::Chunk || arrival.kind == Kind::Begin)
        writer.signedNumber(arrival.offset);
    if (arrival.kind == Kind::Whole || arrival.kind == Kind::Chunk)
        writer.text(arrival.bytes);
    if (arrival.kind == Kind::Whole || arrival.kind == Kind::End || arrival.kind == Kind::Hash) {
        writer.fixed(arrival.hash.low);
        writer.fixed(arrival.hash.high);
        writer.number(arrival.changed ? 1 : 0);
    }
    if (arrival.kind == Kind::Failed) {
        writer.text(arrival.code);
        writer.text(arrival.detail);
    }
}

Arrival takeArrival(ByteReader& reader)
{
    using Kind = Arrival::Kind;
    Arrival arrival;
    const std::uint64_t kind = reader.number();
    if (kind < static_cast<std::uint64_t>(Kind::Whole) || kind > static_cast<std::uint64_t>(Kind::Failed)) {
        reader.fail();
        return arrival;
    }
    arrival.kind = static_cast<Kind>(kind);
    arrival.index = static_cast<std::size_t>(reader.number());
    const bool hasMeta = arrival.kind == Kind::Whole || arrival.kind == Kind::Begin || arrival.kind == Kind::Hash ||
                         arrival.kind == Kind::Attributes;
    if (hasMeta) {
        arrival.stat = takeStat(reader);
        arrival.xattrs = takeXattrs(reader);
        arrival.linkTarget = reader.text(kMostPath);
        if (arrival.linkTarget.find('\0') != std::string::npos)
            reader.fail();
    }
    if (arrival.kind == Kind::Chunk || arrival.kind == Kind::Begin)
        arrival.offset = reader.signedNumber();
    if (arrival.kind == Kind::Whole || arrival.kind == Kind::Chunk)
        arrival.bytes = reader.text(kMostPayload);
    if (arrival.kind == Kind::Whole || arrival.kind == Kind::End || arrival.kind == Kind::Hash) {
        arrival.hash = takeHash(reader);
        arrival.changed = reader.number() != 0;
    }
    if (arrival.kind == Kind::Failed) {
        arrival.code = reader.text(kMostCode);
        arrival.detail = reader.text(kMostDetail);
    }
    if (arrival.offset < 0)
        reader.fail();
    return arrival;
}

} // namespace bascule::engine::wire
