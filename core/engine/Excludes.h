// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bascule::engine {

/// The exclude globs of SyncOptions, made ready. A value that does not change: any thread may ask.
class Excludes
{
public:
    Excludes() = default;
    explicit Excludes(const std::vector<std::string>& globs);

    bool empty() const { return m_rules.empty(); }
    /// Whether this very path (relative, no slash at the ends) is excluded. Callers do not descend into what is.
    bool match(std::string_view path, bool isFolder) const;

private:
    struct Rule
    {
        std::string glob;
        bool anchored = false;
        bool foldersOnly = false;
        bool wholePath = false; ///< has a slash: matched from any folder down, else on the last component
    };
    std::vector<Rule> m_rules;
};

/// '*' and '?' and [classes] stay within a component, '**' crosses.
bool globMatches(std::string_view glob, std::string_view text);

} // namespace bascule::engine
