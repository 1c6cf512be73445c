// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Tree.h"

#include "core/engine/Excludes.h"
#include "core/engine/Folder.h"
#include "core/engine/Hash.h"
#include "core/engine/LinkTarget.h"
#include "core/engine/Stat.h"
#include "core/engine/Traits.h"

#include <algorithm>
#include <cerrno>
#include <optional>

namespace bascule::engine {

namespace {

TreeEntry entryOf(const Stat& stat)
{
    TreeEntry entry;
    entry.kind = stat.kind();
    entry.mode = stat.mode;
    entry.uid = stat.uid;
    entry.gid = stat.gid;
    entry.size = stat.size;
    entry.blocks = stat.blocks;
    entry.mtimeNs = stat.modified.sinceEpochNs();
    entry.ctimeNs = stat.changed.sinceEpochNs();
    entry.atimeNs = stat.accessed.sinceEpochNs();
    entry.device = stat.device;
    entry.inode = stat.inode;
    entry.links = stat.links;
    return entry;
}

/// A walk under way: folders still to be looked into, the deepest last.
class Walk
{
public:
    Walk(const WalkOptions& options, std::stop_token stop, const std::function<bool(const TreeEntry&)>& visit)
        : m_options(options)
        , m_excludes(options.excludes)
        , m_stop(std::move(stop))
        , m_visit(visit)
    {
    }

    Result<std::vector<Unreadable>> run(const std::string& root)
    {
        const Fd rootFd = openRoot(root.c_str());
        if (!rootFd)
            return systemError(errno, root, "open", Severity::Fatal);
        if (const int error = statFd(rootFd.get(), m_root); error != 0)
            return systemError(error, root, "stat", Severity::Fatal);
        m_waiting.emplace_back();
        if (m_options.traits)
            m_traits.emplace(root);
        bool first = true;
        while (!m_waiting.empty() && !m_ended) {
            const std::string path = std::move(m_waiting.back());
            m_waiting.pop_back();
            const Fd folder = openFolder(rootFd.get(), path);
            NameList names;
            const int error = folder ? names.read(folder.get()) : errno;
            if (error != 0 && first)
                return systemError(error, root, "read", Severity::Fatal);
            if (error != 0)
                m_unreadable.push_back({path, systemErrorCode(error)});
            first = false;
            if (folder)
                look(folder.get(), path, names);
        }
        return std::move(m_unreadable);
    }

private:
    void look(int folder, const std::string& path, NameList& names)
    {
        names.sort();
        const std::size_t firstOfMine = m_waiting.size();
        for (std::size_t i = 0; i < names.size() && !m_ended; ++i) {
            if (m_stop.stop_requested())
                m_ended = true;
            else
                meet(folder, joined(path, names.at(i)), names.at(i));
        }
        std::reverse(m_waiting.begin() + static_cast<std::ptrdiff_t>(firstOfMine), m_waiting.end());
    }

    void meet(int folder, std::string path, const char* name)
    {
        Stat stat;
        if (const int error = statAt(folder, name, stat); error != 0) {
            m_unreadable.push_back({std::move(path), error == ENOENT ? "vanished" : systemErrorCode(error)});
            return;
        }
        if (!m_excludes.empty() && m_excludes.match(path, stat.isFolder()))
            return;
        if (m_options.oneFileSystem && (stat.device != m_root.device || stat.mountRoot)) {
            m_unreadable.push_back({std::move(path), "mount.boundary"});
            return;
        }
        TreeEntry entry = entryOf(stat);
        entry.path = std::move(path);
        if (stat.isLink()) {
            if (const int error = readLinkTarget(folder, name, stat.size, entry.linkTarget); error != 0) {
                m_unreadable.push_back({std::move(entry.path), systemErrorCode(error)});
                return;
            }
        }
        if (m_traits)
            m_traits->lookAt(folder, name, entry);
        if (!m_visit(entry))
            m_ended = true;
        else if (stat.isFolder())
            m_waiting.push_back(std::move(entry.path));
    }

    const WalkOptions& m_options;
    Excludes m_excludes;
    std::stop_token m_stop;
    const std::function<bool(const TreeEntry&)>& m_visit;
    Stat m_root;
    std::optional<TraitFinder> m_traits;
    std::vector<std::string> m_waiting;
    std::vector<Unreadable> m_unreadable;
    bool m_ended = false;
};

Hash128 fingerprintOf(const TreeEntry& entry)
{
    std::string bytes = entry.path;
    bytes.push_back('\0');
    const auto add = [&bytes](std::uint64_t number) {
        bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
    };
    add(static_cast<std::uint64_t>(entry.kind));
    add(entry.mode);
    add(entry.uid);
    add(entry.gid);
    add(static_cast<std::uint64_t>(entry.size));
    add(static_cast<std::uint64_t>(entry.mtimeNs));
    add(static_cast<std::uint64_t>(entry.ctimeNs));
    add(entry.device);
    add(entry.inode);
    add(entry.links);
    bytes.append(entry.linkTarget);
    return hashOf(bytes.data(), bytes.size());
}

} // namespace

Result<std::vector<Unreadable>> walk(const std::string& root, const WalkOptions& options, std::stop_token stop,
                                     const std::function<bool(const TreeEntry&)>& visit)
{
    return Walk(options, std::move(stop), visit).run(root);
}

Result<Fingerprint> fingerprint(const std::string& root, const WalkOptions& options, std::stop_token stop)
{
    Fingerprint print;
    Hasher hasher; // the walk's order is that of the names, so it is the same each time
    const auto add = [&](const TreeEntry& entry) {
        const Hash128 one = fingerprintOf(entry);
        hasher.addNumber(one.low);
        hasher.addNumber(one.high);
        ++print.entries;
        print.bytes += entry.kind == 'f' ? entry.size : 0;
        print.newestCtimeNs = std::max(print.newestCtimeNs, entry.ctimeNs);
        return true;
    };
    Stat rootStat;
    if (const int error = statPath(root.c_str(), rootStat); error != 0)
        return systemError(error, root, "stat", Severity::Fatal);
    add(entryOf(rootStat));
    const auto unreadable = walk(root, options, stop, add);
    if (!unreadable)
        return unreadable.error();
    if (stop.stop_requested())
        return Error{"cancelled", Severity::Fatal, root, {}, {}};
    for (const Unreadable& item : *unreadable) {
        if (item.reason != "mount.boundary")
            return Error{
                item.reason == "vanished" ? "changed.during-scan" : item.reason, Severity::Item, item.path, {}, {}};
    }
    print.hash = hasher.value().hex();
    return print;
}

} // namespace bascule::engine
