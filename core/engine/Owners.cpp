// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Owners.h"

#include "core/engine/Fd.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fstream>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace bascule::engine {

namespace {

constexpr std::size_t kMostName = 256;
constexpr std::size_t kMostAsked = 500; // in one question to the name services
constexpr std::size_t kMostReported = 10'000;
constexpr auto kAnswerWithin = std::chrono::seconds(10);

std::optional<AccountLine> lineOf(const std::string& line)
{
    const auto first = line.find(':');
    const auto second = first == std::string::npos ? first : line.find(':', first + 1);
    AccountLine account;
    if (second == std::string::npos || first == 0)
        return std::nullopt;
    if (std::from_chars(line.data() + second + 1, line.data() + line.size(), account.id).ec != std::errc())
        return std::nullopt;
    account.name = line.substr(0, first);
    return account;
}

/// All that a child writes until it ends; one that takes too long is ended.
std::string allSaid(const Fd& reading, pid_t child)
{
    std::string said;
    char buffer[4096];
    const auto until = std::chrono::steady_clock::now() + kAnswerWithin;
    for (;;) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        pollfd waiting{reading.get(), POLLIN, 0};
        const int ready = left.count() > 0 ? ::poll(&waiting, 1, static_cast<int>(left.count())) : 0;
        if (ready < 0 && errno == EINTR)
            continue;
        const ssize_t got = ready > 0 ? ::read(reading.get(), buffer, sizeof buffer) : 0;
        if (got < 0 && errno == EINTR)
            continue;
        if (ready <= 0)
            ::kill(child, SIGKILL);
        if (got <= 0)
            break;
        said.append(buffer, static_cast<std::size_t>(got));
    }
    while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
    }
    return said;
}

const char* fileOf(OwnerKind kind)
{
    return kind == OwnerKind::User ? "/etc/passwd" : "/etc/group";
}

const char* databaseOf(OwnerKind kind)
{
    return kind == OwnerKind::User ? "passwd" : "group";
}

/// An ACL's entry as the kernel keeps it, behind four bytes of version.
struct AclEntry
{
    std::uint16_t tag = 0, permissions = 0;
    std::uint32_t id = 0;
};
static_assert(sizeof(AclEntry) == 8);
constexpr std::size_t kAclHead = 4;

bool isAcl(const std::string& name)
{
    return name == "system.posix_acl_access" || name == "system.posix_acl_default";
}

std::vector<AclEntry> entriesOf(const std::string& acl)
{
    if (acl.size() < kAclHead || (acl.size() - kAclHead) % sizeof(AclEntry) != 0)
        return {};
    std::vector<AclEntry> entries((acl.size() - kAclHead) / sizeof(AclEntry));
    if (!entries.empty())
        std::memcpy(entries.data(), acl.data() + kAclHead, acl.size() - kAclHead);
    return entries;
}

std::optional<OwnerKind> kindOf(const AclEntry& entry)
{
    if (entry.tag == 0x02)
        return OwnerKind::User;
    return entry.tag == 0x08 ? std::optional(OwnerKind::Group) : std::nullopt;
}

} // namespace

bool isOwnerName(std::string_view name)
{
    const auto isBad = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == ':' || c == ','; };
    return !name.empty() && name.size() <= kMostName && name.front() != '-' && name.front() != '+' &&
           std::none_of(name.begin(), name.end(), isBad);
}

std::vector<AccountLine> accountLines(const char* file)
{
    std::vector<AccountLine> lines;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        if (auto account = lineOf(line))
            lines.push_back(std::move(*account));
    }
    return lines;
}

std::vector<AccountLine> askNameServices(const char* database, const std::vector<std::string>& keys)
{
    int ends[2];
    if (keys.empty() || ::pipe2(ends, O_CLOEXEC) != 0)
        return {};
    const Fd reading(ends[0]);
    Fd writing(ends[1]);
    const std::string program = "getent", table = database;
    std::vector<char*> arguments{const_cast<char*>(program.c_str()), const_cast<char*>(table.c_str())};
    for (const std::string& key : keys)
        arguments.push_back(const_cast<char*>(key.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, writing.get(), STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = -1;
    const int failed = ::posix_spawnp(&child, program.c_str(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0)
        return {};
    writing = Fd();
    const std::string said = allSaid(reading, child);
    std::vector<AccountLine> lines;
    for (std::size_t at = 0; at < said.size();) {
        const std::size_t end = std::min(said.find('\n', at), said.size());
        if (auto account = lineOf(said.substr(at, end - at)))
            lines.push_back(std::move(*account));
        at = end + 1;
    }
    return lines;
}

Accounts::Table& Accounts::table(OwnerKind kind)
{
    Table& table = m_tables[kind == OwnerKind::User ? 0 : 1];
    if (!std::exchange(table.read, true))
        add(table, accountLines(fileOf(kind)));
    return table;
}

void Accounts::add(Table& table, const std::vector<AccountLine>& lines)
{
    for (const AccountLine& line : lines) { // of several with one number the first one is its name
        table.names.emplace(line.id, line.name);
        table.ids.emplace(line.name, line.id);
    }
}

std::map<std::uint32_t, std::string> Accounts::names(OwnerKind kind, const std::set<std::uint32_t>& ids)
{
    const std::lock_guard lock(m_mutex);
    Table& known = table(kind);
    std::vector<std::string> asked;
    const auto ask = [&] {
        add(known, askNameServices(databaseOf(kind), asked));
        asked.clear();
    };
    for (const std::uint32_t id : ids) {
        if (!known.names.contains(id) && !known.nameless.contains(id))
            asked.push_back(std::to_string(id));
        if (asked.size() == kMostAsked)
            ask();
    }
    ask();
    std::map<std::uint32_t, std::string> found;
    for (const std::uint32_t id : ids) {
        const auto one = known.names.find(id);
        if (one != known.names.end())
            found.insert(*one);
        else
            known.nameless.insert(id);
    }
    return found;
}

std::string Accounts::name(OwnerKind kind, std::uint32_t id)
{
    const auto found = names(kind, {id});
    return found.empty() ? std::string() : found.begin()->second;
}

std::optional<std::uint32_t> Accounts::id(OwnerKind kind, const std::string& name)
{
    if (!isOwnerName(name))
        return std::nullopt;
    const std::lock_guard lock(m_mutex);
    Table& known = table(kind);
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    // getent would take a number for one.
    const bool askable = !std::all_of(name.begin(), name.end(), isDigit);
    if (askable && !known.ids.contains(name) && known.unknown.insert(name).second)
        add(known, askNameServices(databaseOf(kind), {name}));
    const auto found = known.ids.find(name);
    return found == known.ids.end() ? std::nullopt : std::optional(found->second);
}

void addOwners(const Stat& stat, const Xattrs& xattrs, OwnerIds& ids)
{
    ids.emplace(OwnerKind::User, stat.uid);
    ids.emplace(OwnerKind::Group, stat.gid);
    for (const auto& [name, value] : xattrs) {
        if (!isAcl(name))
            continue;
        for (const AclEntry& entry : entriesOf(value)) {
            if (const auto kind = kindOf(entry))
                ids.emplace(*kind, entry.id);
        }
    }
}

/// With the lock.
OwnerMapping& OwnerMap::of(OwnerKind kind, std::uint32_t id)
{
    const auto [at, isNew] = m_owners.try_emplace({kind, id});
    OwnerMapping& owner = at->second;
    if (!isNew)
        return owner;
    owner.group = kind == OwnerKind::Group;
    owner.from = owner.to = id;
    if (id == 0)
        return owner;
    owner.name = m_lookups.nameAtSource(kind, id);
    const auto there = owner.name.empty() ? std::nullopt : m_lookups.idAtTarget(kind, owner.name);
    if (there) {
        owner.to = *there;
        owner.code = owner.to == id ? "" : "owner.mapped";
    } else {
        owner.code = owner.name.empty() ? "owner.no-name" : "owner.unknown-at-target";
        owner.nameAtTarget = m_lookups.nameAtTarget ? m_lookups.nameAtTarget(kind, id) : std::string();
    }
    return owner;
}

std::uint32_t OwnerMap::mapped(OwnerKind kind, std::uint32_t id)
{
    const std::lock_guard lock(m_mutex);
    return of(kind, id).to;
}

void OwnerMap::applyToAcl(std::string& acl)
{
    std::vector<AclEntry> entries = entriesOf(acl);
    bool changed = false;
    for (AclEntry& entry : entries) {
        const auto kind = kindOf(entry);
        const std::uint32_t to = kind ? mapped(*kind, entry.id) : entry.id;
        changed = changed || to != entry.id;
        entry.id = to;
    }
    if (!changed)
        return;
    // Tags are in the order of their values, and the kernel wants them so.
    std::stable_sort(entries.begin(), entries.end(), [](const AclEntry& a, const AclEntry& b) {
        return std::pair(a.tag, kindOf(a) ? a.id : 0) < std::pair(b.tag, kindOf(b) ? b.id : 0);
    });
    std::vector<AclEntry> kept;
    for (const AclEntry& entry : entries) {
        if (!kept.empty() && kindOf(entry) && kept.back().tag == entry.tag && kept.back().id == entry.id)
            kept.back().permissions &= entry.permissions;
        else
            kept.push_back(entry);
    }
    acl.resize(kAclHead + kept.size() * sizeof(AclEntry));
    std::memcpy(acl.data() + kAclHead, kept.data(), kept.size() * sizeof(AclEntry));
}

void OwnerMap::apply(Stat& stat, Xattrs& xattrs)
{
    stat.uid = mapped(OwnerKind::User, stat.uid);
    stat.gid = mapped(OwnerKind::Group, stat.gid);
    for (auto& [name, value] : xattrs) {
        if (isAcl(name))
            applyToAcl(value);
    }
}

void OwnerMap::count(const Stat& stat, const Xattrs& xattrs)
{
    OwnerIds ids;
    addOwners(stat, xattrs, ids);
    const std::lock_guard lock(m_mutex);
    for (const auto& [kind, id] : ids)
        ++of(kind, id).entries;
}

std::vector<OwnerMapping> OwnerMap::report() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<OwnerMapping> owners;
    for (const auto& [key, owner] : m_owners) {
        if (owner.entries > 0 && !owner.code.empty() && owners.size() < kMostReported)
            owners.push_back(owner);
    }
    return owners;
}

} // namespace bascule::engine
