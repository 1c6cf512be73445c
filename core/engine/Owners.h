// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Owners by name: where two machines call the same person by different numbers, the number is looked up by the name.

#include "core/engine/Attributes.h"
#include "core/engine/Stat.h"
#include "core/engine/Sync.h"

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace bascule::engine {

enum class OwnerKind : std::uint8_t { User, Group };

/// Whether it can be the name of a user or group: such as name services and their files take.
bool isOwnerName(std::string_view name);

/// "name:x:1000:…", of /etc/passwd and /etc/group and of what getent says.
struct AccountLine
{
    std::string name;
    std::uint32_t id = 0;
};
std::vector<AccountLine> accountLines(const char* file);
/// What getent says of names or numbers in a database ("passwd", "group"): a program without shared libraries cannot
/// ask the name services itself. Blocks, for a few seconds at most; what they do not answer by then is not known.
std::vector<AccountLine> askNameServices(const char* database, const std::vector<std::string>& keys);

/// The users and groups of this machine: of its files and, where these do not have one, of its name services. Remembers
/// what it learned. Thread-safe; blocks as askNameServices().
class Accounts
{
public:
    /// Those that have a name.
    std::map<std::uint32_t, std::string> names(OwnerKind kind, const std::set<std::uint32_t>& ids);
    std::string name(OwnerKind kind, std::uint32_t id); ///< empty: it has none
    std::optional<std::uint32_t> id(OwnerKind kind, const std::string& name);

private:
    struct Table
    {
        bool read = false;
        std::map<std::uint32_t, std::string> names;
        std::map<std::string, std::uint32_t> ids;
        std::set<std::uint32_t> nameless;
        std::set<std::string> unknown;
    };
    Table& table(OwnerKind kind);
    static void add(Table& table, const std::vector<AccountLine>& lines);

    std::mutex m_mutex;
    Table m_tables[2];
};

/// The owners that something has: its own and those that its ACLs name.
using OwnerIds = std::set<std::pair<OwnerKind, std::uint32_t>>;
void addOwners(const Stat& stat, const Xattrs& xattrs, OwnerIds& ids);

/// Gives what comes from one machine the numbers that its owners have on another one. Who has no name there, or whose
/// name is not known here, keeps the number; the superuser always does. Thread-safe.
class OwnerMap
{
public:
    struct Lookups
    {
        std::function<std::string(OwnerKind, std::uint32_t)> nameAtSource; ///< empty: it has none
        std::function<std::optional<std::uint32_t>(OwnerKind, const std::string&)> idAtTarget;
        std::function<std::string(OwnerKind, std::uint32_t)> nameAtTarget; ///< for reports; may be none
    };
    explicit OwnerMap(Lookups lookups)
        : m_lookups(std::move(lookups))
    {
    }
    /// Owner, group, and the ACLs' entries, which are then in the order of the new numbers. Where two names have one
    /// number, an ACL's entry for it allows what both allowed.
    void apply(Stat& stat, Xattrs& xattrs);
    /// An entry of the source that is transferred; before apply().
    void count(const Stat& stat, const Xattrs& xattrs);
    /// Those counted that did not just keep their number by their name, users first, by number; at most 10,000.
    std::vector<OwnerMapping> report() const;

private:
    OwnerMapping& of(OwnerKind kind, std::uint32_t id);
    std::uint32_t mapped(OwnerKind kind, std::uint32_t id);
    void applyToAcl(std::string& acl);

    const Lookups m_lookups;
    mutable std::mutex m_mutex;
    std::map<std::pair<OwnerKind, std::uint32_t>, OwnerMapping> m_owners;
};

} // namespace bascule::engine
