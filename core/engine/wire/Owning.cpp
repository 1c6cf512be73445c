// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wire/Owning.h"

#include "core/engine/Folder.h"
#include "core/engine/wire/Bytes.h"

#include <array>

namespace bascule::engine::wire {

namespace {

constexpr std::size_t kMostName = 256;
constexpr std::size_t kMostNames = 100'000; // that are kept of a machine
constexpr std::size_t kFrame = 64 * 1024;
constexpr std::size_t kMostOwners = 10'000;
constexpr std::array kCodes{"owner.mapped", "owner.unknown-at-target", "owner.no-name"};

Error garbled(const char* what)
{
    return {"link.garbled", Severity::Session, {}, {}, what};
}

OwnerKind takeKind(ByteReader& reader)
{
    const std::uint64_t kind = reader.number();
    if (kind > 1)
        reader.fail();
    return kind == 1 ? OwnerKind::Group : OwnerKind::User;
}

std::uint32_t takeId(ByteReader& reader)
{
    const std::uint64_t id = reader.number();
    if (id > UINT32_MAX)
        reader.fail();
    return static_cast<std::uint32_t>(id);
}

/// Of an owner, or nothing.
std::string takeName(ByteReader& reader, bool mayBeNone)
{
    const std::string_view name = reader.text(kMostName);
    if (!isOwnerName(name) && !(mayBeNone && name.empty()))
        reader.fail();
    return std::string(name);
}

} // namespace

Result<void> OwnerTeller::tell(const OwnerIds& ids)
{
    const std::lock_guard lock(m_mutex);
    std::set<std::uint32_t> asked[2];
    for (const auto& [kind, id] : ids) {
        if (m_told.emplace(kind, id).second)
            asked[kind == OwnerKind::Group ? 1 : 0].insert(id);
    }
    ByteWriter writer;
    for (const OwnerKind kind : {OwnerKind::User, OwnerKind::Group}) {
        const std::set<std::uint32_t>& mine = asked[kind == OwnerKind::Group ? 1 : 0];
        if (mine.empty())
            continue;
        for (const auto& [id, name] : m_accounts.names(kind, mine)) {
            if (!isOwnerName(name))
                continue;
            writer.number(kind == OwnerKind::Group ? 1 : 0);
            writer.number(id);
            writer.text(name);
            if (writer.size() < kFrame)
                continue;
            if (const auto sent = m_sink(FrameType::Names, writer.take()); !sent)
                return sent;
        }
    }
    return writer.size() > 0 ? m_sink(FrameType::Names, writer.take()) : Result<void>();
}

Result<void> OwnerNames::take(const std::string& payload)
{
    ByteReader reader(payload);
    const std::lock_guard lock(m_mutex);
    while (reader.ok() && !reader.atEnd()) {
        const OwnerKind kind = takeKind(reader);
        const std::uint32_t id = takeId(reader);
        std::string name = takeName(reader, false);
        if (m_names.size() >= kMostNames)
            reader.fail();
        if (reader.ok())
            m_names.emplace(std::pair(kind, id), std::move(name));
    }
    return reader.ok() ? Result<void>() : garbled("no names of owners");
}

std::string OwnerNames::name(OwnerKind kind, std::uint32_t id) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_names.find({kind, id});
    return found == m_names.end() ? std::string() : found->second;
}

Result<Stat> MappedTree::root()
{
    auto root = m_tree.root();
    if (root) {
        Xattrs none;
        m_owners.apply(*root, none);
    }
    return root;
}

std::uint64_t MappedTree::list(const std::string& path, OnPart onPart, std::uint64_t* number,
                               const std::vector<std::string>* names)
{
    return m_tree.list(
        path,
        [this, path, mine = std::move(onPart)](ListPart part) {
            take(path, part);
            mine(std::move(part));
        },
        number, names);
}

void MappedTree::take(const std::string& path, ListPart& part)
{
    if (part.first && part.error == 0) {
        m_owners.count(part.stat, part.xattrs);
        m_owners.apply(part.stat, part.xattrs);
    }
    for (SourceEntry& entry : part.entries) {
        if (entry.error != 0)
            continue;
        // A folder is counted where it is looked into.
        if (!entry.stat.isFolder() && !m_excludes.match(joined(path, entry.name), false))
            m_owners.count(entry.stat, entry.xattrs);
        m_owners.apply(entry.stat, entry.xattrs);
    }
}

bool MappedTree::read(const std::string& frame, std::size_t wanted, const std::function<void(const Arrival&)>& visit)
{
    return m_tree.read(frame, wanted, [&](const Arrival& arrival) {
        using Kind = Arrival::Kind;
        if (arrival.kind == Kind::Chunk || arrival.kind == Kind::End || arrival.kind == Kind::Failed)
            return visit(arrival);
        Arrival mapped = arrival;
        m_owners.apply(mapped.stat, mapped.xattrs);
        visit(mapped);
    });
}

Result<bool> MappedStream::next(Inspected& one)
{
    auto more = m_tree.next(one);
    if (more && *more && one.kind == Inspected::Kind::Entry && one.error == 0)
        m_owners.apply(one.stat, one.xattrs);
    return more;
}

std::string accountQuestion(OwnerKind kind, const std::string& name)
{
    ByteWriter writer;
    writer.number(kind == OwnerKind::Group ? 1 : 0);
    writer.text(name);
    return writer.take();
}

std::optional<std::string> accountAnswer(const std::string& question, Accounts& accounts)
{
    ByteReader reader(question);
    const OwnerKind kind = takeKind(reader);
    const std::string name = takeName(reader, false);
    if (!reader.ok() || !reader.atEnd())
        return std::nullopt;
    const auto id = accounts.id(kind, name);
    ByteWriter writer;
    writer.raw(question);
    writer.number(id ? 1 : 0);
    writer.number(id.value_or(0));
    return writer.take();
}

bool takeAccount(const std::string& answer, OwnerKind kind, const std::string& name, std::optional<std::uint32_t>& id)
{
    ByteReader reader(answer);
    if (takeKind(reader) != kind || takeName(reader, false) != name)
        reader.fail();
    const std::uint64_t known = reader.number();
    const std::uint32_t number = takeId(reader);
    if (known > 1 || !reader.ok() || !reader.atEnd())
        return false;
    id = known == 1 ? std::optional(number) : std::nullopt;
    return true;
}

void sendOwners(const std::vector<OwnerMapping>& owners, FrameWriter& writer)
{
    ByteWriter batch;
    for (const OwnerMapping& owner : owners) {
        batch.number(owner.group ? 1 : 0);
        batch.text(owner.name);
        batch.number(owner.from);
        batch.number(owner.to);
        batch.signedNumber(owner.entries);
        std::uint64_t code = 0;
        while (code + 1 < kCodes.size() && owner.code != kCodes[code])
            ++code;
        batch.number(code);
        batch.text(isOwnerName(owner.nameAtTarget) ? owner.nameAtTarget : std::string());
        if (batch.size() >= kFrame)
            (void)writer.write(FrameType::Owners, batch.take());
    }
    if (batch.size() > 0) // an error of the link is told by the answer
        (void)writer.write(FrameType::Owners, batch.take());
}

Result<void> takeOwners(const std::string& payload, std::vector<OwnerMapping>& owners)
{
    ByteReader reader(payload);
    while (reader.ok() && !reader.atEnd()) {
        OwnerMapping owner;
        owner.group = takeKind(reader) == OwnerKind::Group;
        owner.name = takeName(reader, true);
        owner.from = takeId(reader);
        owner.to = takeId(reader);
        owner.entries = reader.signedNumber();
        const std::uint64_t code = reader.number();
        owner.nameAtTarget = takeName(reader, true);
        if (code >= kCodes.size() || owner.entries < 0 || owners.size() >= kMostOwners)
            reader.fail();
        if (!reader.ok())
            break;
        owner.code = kCodes[code];
        owners.push_back(std::move(owner));
    }
    return reader.ok() ? Result<void>() : garbled("no owners");
}

} // namespace bascule::engine::wire
