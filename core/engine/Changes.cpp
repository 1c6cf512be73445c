// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Changes.h"

#include <algorithm>

namespace bascule::engine {

void Changes::add(std::string_view path, bool deep)
{
    if (isEverything())
        return;
    if (const auto found = m_paths.find(path); found != m_paths.end()) {
        found->second = found->second || deep;
        return;
    }
    m_bytes += path.size();
    if (m_paths.size() >= kMostPaths || m_bytes > kMostBytes) {
        addEverything("watch.too-many");
        return;
    }
    m_paths.emplace(path, deep);
}

void Changes::addEverything(const std::string& why)
{
    m_paths.clear();
    m_bytes = 0;
    if (m_why.empty())
        m_why = why;
}

void Changes::add(const Changes& other)
{
    if (other.isEverything())
        addEverything(other.why());
    for (const auto& [path, deep] : other.paths())
        add(path, deep);
}

Scope Changes::scope() const
{
    Scope root;
    for (const auto& [path, deep] : m_paths) {
        Scope* here = &root;
        for (std::size_t at = 0; at < path.size() && !here->whole;) {
            const std::size_t slash = std::min(path.find('/', at), path.size());
            std::unique_ptr<Scope>& below = here->entries[path.substr(at, slash - at)];
            if (!below)
                below = std::make_unique<Scope>();
            here = below.get();
            at = slash + 1;
        }
        if (deep) {
            here->whole = true;
            here->entries.clear();
        }
    }
    return root;
}

} // namespace bascule::engine
