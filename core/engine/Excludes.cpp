// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Excludes.h"

namespace bascule::engine {

namespace {

/// Matches one character against a class that starts after '['; moves `glob` past ']'. A class without end is a plain
/// '['.
bool classMatches(std::string_view& glob, unsigned char character, bool& wellFormed)
{
    std::size_t at = 0;
    const bool negated = at < glob.size() && (glob[at] == '!' || glob[at] == '^');
    if (negated)
        ++at;
    bool found = false;
    for (bool first = true; at < glob.size() && (first || glob[at] != ']'); first = false) {
        const auto low = static_cast<unsigned char>(glob[at++]);
        auto high = low;
        if (at + 1 < glob.size() && glob[at] == '-' && glob[at + 1] != ']') {
            high = static_cast<unsigned char>(glob[at + 1]);
            at += 2;
        }
        found = found || (low <= character && character <= high);
    }
    wellFormed = at < glob.size();
    if (wellFormed)
        glob.remove_prefix(at + 1);
    return found != negated;
}

/// Matches what one glob element (no star) says of the first character; moves both on.
bool oneMatches(std::string_view& glob, std::string_view& text)
{
    if (text.empty())
        return false;
    const char wanted = glob.front();
    const char have = text.front();
    glob.remove_prefix(1);
    text.remove_prefix(1);
    if (wanted == '?')
        return have != '/';
    if (wanted == '[') {
        bool wellFormed = false;
        const bool matches = classMatches(glob, static_cast<unsigned char>(have), wellFormed);
        return wellFormed ? matches && have != '/' : have == '[';
    }
    if (wanted == '\\' && !glob.empty()) {
        const char escaped = glob.front();
        glob.remove_prefix(1);
        return escaped == have;
    }
    return wanted == have;
}

} // namespace

bool globMatches(std::string_view glob, std::string_view text)
{
    while (!glob.empty()) {
        if (glob.front() != '*') {
            if (!oneMatches(glob, text))
                return false;
            continue;
        }
        const bool crosses = glob.size() > 1 && glob[1] == '*';
        while (!glob.empty() && glob.front() == '*')
            glob.remove_prefix(1);
        if (crosses && !glob.empty() && glob.front() == '/' && globMatches(glob.substr(1), text))
            return true; // "**/" is also no folder at all
        for (std::size_t taken = 0;; ++taken) {
            if (globMatches(glob, text.substr(taken)))
                return true;
            if (taken == text.size() || (!crosses && text[taken] == '/'))
                return false;
        }
    }
    return text.empty();
}

Excludes::Excludes(const std::vector<std::string>& globs)
{
    for (const std::string& given : globs) {
        Rule rule;
        rule.glob = given;
        while (!rule.glob.empty() && rule.glob.back() == '/') {
            rule.foldersOnly = true;
            rule.glob.pop_back();
        }
        if (!rule.glob.empty() && rule.glob.front() == '/') {
            rule.anchored = true;
            rule.glob.erase(0, 1);
        }
        if (rule.glob.empty())
            continue;
        rule.wholePath = rule.anchored || rule.glob.find('/') != std::string::npos;
        m_rules.push_back(std::move(rule));
    }
}

bool Excludes::match(std::string_view path, bool isFolder) const
{
    for (const Rule& rule : m_rules) {
        if (rule.foldersOnly && !isFolder)
            continue;
        if (!rule.wholePath) {
            if (globMatches(rule.glob, path.substr(path.rfind('/') + 1)))
                return true;
            continue;
        }
        if (globMatches(rule.glob, path))
            return true;
        if (rule.anchored)
            continue;
        for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1)) {
            if (globMatches(rule.glob, path.substr(slash + 1)))
                return true;
        }
    }
    return false;
}

} // namespace bascule::engine
