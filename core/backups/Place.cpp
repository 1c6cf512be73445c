// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backups/Place.h"

#include <algorithm>
#include <sys/stat.h>

namespace bascule {

std::string joined(const std::string& folder, const std::string& name)
{
    return folder.empty() ? name : name.empty() ? folder : folder + '/' + name;
}

std::vector<std::string> pathEnds(const std::string& path)
{
    std::vector<std::string> ends;
    std::size_t at = path.find_first_not_of('/');
    while (at != std::string::npos && at < path.size()) {
        ends.push_back(path.substr(at));
        const auto slash = path.find('/', at);
        at = slash == std::string::npos ? slash : slash + 1;
    }
    return ends;
}

namespace {

bool kindOf(const std::string& path, bool& folder)
{
    struct stat info
    {
    };
    if (::lstat(path.c_str(), &info) != 0)
        return false;
    folder = S_ISDIR(info.st_mode);
    return true;
}

std::string nameOf(const std::string& path)
{
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

/// Ends of the asset's path, of its absolute path, the top, and the top's folders.
std::vector<std::string> candidates(const PlaceQuestion& question, const std::stop_token& stop)
{
    std::vector<std::string> found = pathEnds(question.path);
    for (std::string& end : pathEnds(question.source))
        found.push_back(std::move(end));
    found.emplace_back();
    const auto walked = engine::walk(question.restored, {}, stop, [&](const engine::TreeEntry& entry) {
        if (entry.kind == 'd' && !entry.path.empty() && entry.path != "." && entry.path.find('/') == std::string::npos)
            found.push_back(entry.path);
        return found.size() < 200;
    });
    return found;
}

/// By its path's end, or by its name alone when only one file has it.
std::optional<std::string> placeOfFile(const PlaceQuestion& question, const std::stop_token& stop)
{
    for (const std::string& candidate : candidates(question, stop)) {
        bool folder = false;
        if (!candidate.empty() && kindOf(joined(question.restored, candidate), folder) && !folder)
            return candidate;
    }
    std::vector<std::string> hits;
    const std::string name = nameOf(question.source);
    const auto walked = engine::walk(question.restored, {}, stop, [&](const engine::TreeEntry& entry) {
        if (entry.kind == 'f' && nameOf(entry.path) == name)
            hits.push_back(entry.path);
        return hits.size() < 2;
    });
    return walked.ok() && hits.size() == 1 ? std::optional(hits.front()) : std::nullopt;
}

} // namespace

std::optional<std::string> placeInBackup(const PlaceQuestion& question, const std::vector<engine::TreeEntry>& entries,
                                         bool folder, const std::stop_token& stop)
{
    if (!folder)
        return placeOfFile(question, stop);
    std::vector<const engine::TreeEntry*> sample;
    const std::size_t step = std::max<std::size_t>(1, entries.size() / 300);
    for (std::size_t i = 0; i < entries.size(); i += step)
        sample.push_back(&entries[i]);
    std::optional<std::string> place;
    std::ptrdiff_t best = sample.empty() ? -1 : 0; // an empty folder agrees with any
    for (const std::string& candidate : candidates(question, stop)) {
        bool isFolder = false;
        const std::string base = joined(question.restored, candidate);
        if (!kindOf(base, isFolder) || !isFolder)
            continue;
        const auto hits = std::count_if(sample.begin(), sample.end(), [&](const engine::TreeEntry* entry) {
            bool any = false;
            return kindOf(joined(base, entry->path), any);
        });
        if (hits > best) {
            best = hits;
            place = candidate;
        }
    }
    return place;
}

} // namespace bascule
