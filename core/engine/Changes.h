// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace bascule::engine {

/// The part of a tree that a sync is to look at. A folder that is not `whole` is looked at for itself, and only the
/// entries that are named here.
struct Scope
{
    bool whole = false;
    std::map<std::string, std::unique_ptr<Scope>, std::less<>> entries;
};

/// What changed in a tree since some moment, as a list of names: what they stand for now is for the reader to see. Too
/// much in it is harmless, too little is not. A plain value, one thread.
class Changes
{
public:
    /// More than this is kept as "everything": a walk costs no more then, and who tells may be anybody.
    static constexpr std::size_t kMostPaths = 200'000;
    static constexpr std::size_t kMostBytes = 32 * 1024 * 1024;

    /// `path`: relative to the root, bytes; "" is the root itself. `deep`: an entry came to be there under this name,
    /// so that whatever is below it is new as well.
    void add(std::string_view path, bool deep);
    /// Nothing is known of what changed, so that all is to be looked at. `why`: a code ("watch.overflow", …).
    void addEverything(const std::string& why);
    void add(const Changes& other);

    bool isEverything() const { return !m_why.empty(); }
    const std::string& why() const { return m_why; }
    bool isEmpty() const { return m_paths.empty() && m_why.empty(); }
    /// The paths, each with whether it is deep.
    const std::map<std::string, bool, std::less<>>& paths() const { return m_paths; }
    /// What a sync is to look at. Not with isEverything().
    Scope scope() const;

private:
    std::map<std::string, bool, std::less<>> m_paths;
    std::size_t m_bytes = 0; ///< of the paths
    std::string m_why;
};

} // namespace bascule::engine
