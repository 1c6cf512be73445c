// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Tree.h"

#include <cstddef>

namespace bascule::engine {

/// What TreeEntry::head has of a database: SQLite's header.
inline constexpr std::size_t kHeadBytes = 100;

/// Finds the traits of what a walk meets. Reads only; follows links only to see whether they lead anywhere.
class TraitFinder
{
public:
    /// `root` is the walk's.
    explicit TraitFinder(std::string root);
    /// `entry` has its path, kind and size; `name` is its name in the folder held open.
    void lookAt(int folder, const char* name, TreeEntry& entry) const;

private:
    std::uint8_t attributes(const std::string& path) const;
    std::uint8_t link(const TreeEntry& entry, const std::string& path) const;

    std::string m_root, m_realRoot;
};

/// At most `size` first bytes of a regular file, without following a link, blocking on a fifo or (where the kernel lets
/// us) touching its access time. Empty when it cannot be read.
std::string headOf(int folder, const char* name, std::size_t size);

} // namespace bascule::engine
