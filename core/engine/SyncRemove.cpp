// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Folder.h"
#include "core/engine/Io.h"
#include "core/engine/SyncRun.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>

namespace bascule::engine {

/// Deletions come last, when everything else is in place, and only when the source still is what it was at the start:
/// a source that was emptied or unmounted meanwhile is no reason to empty the target.
void SyncRun::removeExtras()
{
    if (!m_extras.empty() && !stopping()) {
        m_counters.phase = Phase::Deleting;
        int error = 0;
        if (!sourceHasScope(error))
            fail(sourceIsEmpty(error));
        else if (m_grouped && !m_options.dryRun) {
            // What was moved at the source is at its new place on the disk before it goes from the old.
            if (error = syncTarget(); error != 0 && error != ECANCELED)
                fail(systemError(error, m_targetPath, "syncfs", Severity::Fatal));
        }
    }
    for (FolderNode* node : m_extras) {
        if (!stopping())
            removeExtrasIn(node);
        release(node);
    }
    m_extras.clear();
}

void SyncRun::removeExtrasIn(FolderNode* node)
{
    OpenPair pair;
    if (!openPair(node, pair))
        return;
    NameList names;
    if (node->scope != nullptr) {
        for (const auto& [name, below] : node->scope->entries)
            names.add(name);
    } else if (const int error = names.read(pair.target.get()); error != 0) {
        failOrSkip(error, node->path(), "read");
        return;
    }
    // Asked anew: only what is surely not at the source goes.
    std::vector<bool> absent;
    if (!surelyAbsent(node, names, pair.source.get(), absent))
        return;
    for (std::size_t i = 0; i < names.size() && !stopping(); ++i) {
        const char* name = names.at(i);
        Stat there;
        if (!absent[i] || (node->scope != nullptr && statAt(pair.target.get(), name, there) != 0))
            continue;
        if (isOfRun(m_runs, name) || nonceOf(name) == m_lock->nonce())
            continue;
        plan(1, 0);
        if (removeEntry(pair.target.get(), name, node->pathOf(name)))
            node->touched = true;
        done(1, 0);
    }
}

/// Removes (or moves to where replaced things are kept) one entry that the source does not have. True when something in
/// the folder changed.
bool SyncRun::removeEntry(int folder, const char* name, const std::string& path)
{
    Stat stat;
    if (const int error = statAt(folder, name, stat); error != 0) {
        if (error != ENOENT)
            failOrSkip(error, path, "stat");
        return false;
    }
    if (!m_excludes.empty() && m_excludes.match(path, stat.isFolder()))
        return false;
    if (stat.mountRoot) {
        skip(path, "mount.boundary");
        return false;
    }
    if (m_keep && stat.sameInode(m_keepStat))
        return false;
    if (stat.isFolder())
        return removeTree(folder, name, path);
    if (!m_options.dryRun) {
        int error = 0;
        if (m_keep)
            error = keepOld(folder, name, path, true);
        else if (io::unlink(folder, name) != 0)
            error = errno;
        if (error != 0 && error != ENOENT) {
            failOrSkip(error, path, "unlink");
            return false;
        }
    }
    act(SyncAction::Kind::Delete, path, stat.isFile() ? stat.size : 0);
    return true;
}

/// Removes what is in one folder, from where it was left, until a folder is met that is to be entered first: that one
/// is the answer.
std::optional<RemovalLevel> SyncRun::removeEntriesOf(RemovalLevel& level, int folder, const std::string& prefix,
                                                     bool& changed)
{
    while (level.next < level.names.size() && !stopping()) {
        const char* entry = level.names.at(level.next++);
        const std::string below = joined(level.path, entry);
        const std::string full = prefix + below;
        Stat stat;
        if (const int error = statAt(folder, entry, stat); error != 0) {
            if (error != ENOENT)
                failOrSkip(error, full, "stat");
            continue;
        }
        const bool isOurs = m_keep && stat.sameInode(m_keepStat);
        if (stat.isFolder() && !stat.mountRoot && !isOurs && (m_excludes.empty() || !m_excludes.match(full, true)))
            return RemovalLevel{below, stat, {}, 0, false};
        changed = removeEntry(folder, entry, full) || changed;
    }
    return std::nullopt;
}

/// Removes a folder with all that is in it, except for what is excluded, mounted or kept. One folder is open at a time,
/// however deep it goes.
bool SyncRun::removeTree(int folder, const char* name, const std::string& path)
{
    Stat top;
    if (const int error = statAt(folder, name, top); error != 0) {
        if (error != ENOENT)
            failOrSkip(error, path, "stat");
        return false;
    }
    const std::string prefix = path.substr(0, path.size() - std::string_view(name).size());
    std::vector<RemovalLevel> levels;
    levels.push_back({name, top, {}, 0, false});
    bool changed = false;
    while (!levels.empty() && !stopping()) {
        RemovalLevel& level = levels.back();
        const std::size_t slash = level.path.rfind('/');
        const std::string above = slash == std::string::npos ? std::string() : level.path.substr(0, slash);
        const std::string last = slash == std::string::npos ? level.path : level.path.substr(slash + 1);
        const Fd parent = openFolder(folder, above);
        if (!parent) {
            failOrSkip(errno, prefix + above, "open");
            return changed;
        }
        if (!m_root && !m_options.dryRun && !level.isRead && (level.stat.mode & 0700U) != 0700U)
            Place::named(parent.get(), last.c_str()).chmod(level.stat.permissions() | 0700U);
        const Fd here = openChildFolder(parent.get(), last.c_str());
        const int error = !here ? errno : level.isRead ? 0 : level.names.read(here.get());
        level.isRead = true;
        std::optional<RemovalLevel> deeper;
        if (error == 0)
            deeper = removeEntriesOf(level, here.get(), prefix, changed);
        if (deeper) {
            levels.push_back(std::move(*deeper));
            continue;
        }
        if (error != 0)
            failOrSkip(error, prefix + level.path, "open");
        else if (!stopping())
            changed = removeFolder(parent.get(), last.c_str(), prefix + level.path, level.stat) || changed;
        levels.pop_back();
    }
    return changed;
}

/// The folder itself, once it is empty; what still lies in it was left there on purpose.
bool SyncRun::removeFolder(int folder, const char* name, const std::string& path, const Stat& stat)
{
    if (!m_options.dryRun) {
        if (m_keep) {
            int error = 0;
            const Fd kept = keepFolder(path, error);
            if (!kept) {
                failOrSkip(error, path, "keep");
                return false;
            }
            const timespec times[2] = {stat.accessed.spec(), stat.modified.spec()};
            io::times(kept.get(), times);
        }
        if (io::unlink(folder, name, AT_REMOVEDIR) != 0) {
            if (errno != ENOTEMPTY && errno != EEXIST)
                failOrSkip(errno, path, "rmdir");
            return false;
        }
    }
    act(SyncAction::Kind::Delete, path, 0);
    return true;
}

} // namespace bascule::engine
