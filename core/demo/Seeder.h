// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Base.h"

#include <cstdint>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace bascule::demo {

/// Numbers that are the same on every machine (the standard's distributions are not).
class Dice
{
public:
    explicit Dice(std::uint64_t seed)
        : m_state(seed)
    {
    }
    std::uint64_t next();
    /// 0 to bound - 1.
    std::uint64_t below(std::uint64_t bound) { return next() % bound; }

private:
    std::uint64_t m_state;
};

/// Owner of an entry; kept only as root.
struct Owner
{
    unsigned uid = 0, gid = 0;
};

/// Writes the entries of a tree with every attribute fixed. The first failure is kept and everything after it is a
/// no-op. What a file system cannot hold (ACLs, attributes, names that are no UTF-8) is left out.
class Seeder
{
public:
    /// `base` is "now" in seconds since 1970.
    Seeder(std::string root, std::int64_t base, std::stop_token stop);

    void folder(const std::string& path, unsigned mode, Owner owner);
    /// `age`: seconds before base of its last change.
    void file(const std::string& path, const std::string& bytes, unsigned mode, Owner owner, std::int64_t age);
    /// `islands`: offset and bytes; the rest are holes.
    void sparseFile(const std::string& path, std::int64_t size, const std::map<std::int64_t, std::string>& islands,
                    Owner owner, std::int64_t age);
    void symlink(const std::string& path, const std::string& target, std::int64_t age);
    void hardLink(const std::string& path, const std::string& existing);
    /// `text` as setfacl understands it; with `inherited` also as the default ACL of a folder.
    void acl(const std::string& path, const std::string& text, bool inherited);
    void attribute(const std::string& path, const std::string& name, const std::string& value);
    /// Sets the times of all folders, deepest first: what was made in them changed them.
    void finish();

    const std::string& root() const { return m_root; }
    std::int64_t base() const { return m_base; }
    bool failed() const { return m_error.has_value(); }
    Result<void> result() const;
    void fail(Error error);

private:
    std::string absolute(const std::string& path) const { return m_root + '/' + path; }
    bool stopped();
    void own(const std::string& path, Owner owner);
    void touch(const std::string& path, std::int64_t age);

    std::string m_root;
    std::int64_t m_base;
    std::stop_token m_stop;
    std::map<std::string, std::int64_t> m_folders; ///< path and age
    std::optional<Error> m_error;
};

/// Readable filler: French words in lines, `bytes` long.
std::string prose(Dice& dice, std::size_t bytes);
/// Rows of a table with ';' between, `bytes` long.
std::string table(Dice& dice, std::size_t bytes);
/// What does not compress: as photographs and PDFs are.
std::string noise(Dice& dice, std::size_t bytes);

} // namespace bascule::demo
