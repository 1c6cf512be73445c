// SPDX-License-Identifier: GPL-3.0-or-later
// Exclude lists as the trees are at the moment: the part of the scope that has to look at the disk.
#include "core/runbook/Scope.h"

#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <sys/stat.h>

namespace bascule {

namespace {

constexpr const char* sideFiles[] = {"", "-wal", "-shm", "-journal"};

bool present(const std::string& path)
{
    struct stat info;
    return ::lstat(path.c_str(), &info) == 0;
}

std::vector<Path> childrenOf(const std::string& folder)
{
    std::vector<Path> names;
    if (DIR* directory = ::opendir(folder.c_str())) {
        while (const dirent* entry = ::readdir(directory)) {
            const Path name(entry->d_name);
            if (name != "." && name != "..")
                names.push_back(name);
        }
        ::closedir(directory);
    }
    std::sort(names.begin(), names.end());
    return names;
}

Path joined(const Path& folder, const Path& name)
{
    return folder.isEmpty() ? name : folder + '/' + name;
}

/// Everything in a folder that is left but what is migrated all the same, each as a path of its own.
void leaveAllBut(const std::vector<Path>& kept, const Path& folder, const std::string& sourceRoot,
                 std::vector<Path>& out)
{
    const auto holdsKept = [&](const Path& path) {
        return std::any_of(kept.begin(), kept.end(), [&](const Path& inner) { return isBelow(inner, path); });
    };
    for (const Path& name : childrenOf(below(sourceRoot, folder))) {
        const Path path = joined(folder, name);
        if (std::find(kept.begin(), kept.end(), path) != kept.end())
            continue;
        if (holdsKept(path))
            leaveAllBut(kept, path, sourceRoot, out);
        else
            out.push_back(path);
    }
}

/// What stays behind, as whole paths of the source.
std::vector<Path> leftBehind(const MigrationScope& scope, const std::string& sourceRoot)
{
    std::vector<Path> paths;
    const auto leave = [&](const Path& folder) {
        std::vector<Path> kept;
        for (const Path& inner : scope.carried) {
            if (inner != folder && isBelow(inner, folder))
                kept.push_back(inner);
        }
        if (kept.empty() && !folder.isEmpty())
            paths.push_back(folder);
        else
            leaveAllBut(kept, folder, sourceRoot, paths);
    };
    if (!scope.rest)
        leave({});
    for (const Path& folder : scope.left)
        leave(folder);
    return paths;
}

/// The shallowest part of `path` that the source does not have: the target has it for something with a way of its own.
Path firstMissing(const std::string& sourceRoot, const Path& base, const Path& path)
{
    for (qsizetype slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        const Path part = path.left(slash);
        if (!present(below(sourceRoot, joined(base, part))))
            return part;
    }
    return path;
}

} // namespace

std::string literalExclude(const std::string& path)
{
    std::string glob = "/";
    for (const char c : path) {
        if (c == '*' || c == '?' || c == '[' || c == ']' || c == '\\')
            glob += '\\';
        glob += c;
    }
    return glob;
}

std::vector<std::string> unitExcludes(const MigrationScope& scope, const ScopeUnit& unit, const std::string& sourceRoot)
{
    std::set<std::string> globs;
    const auto add = [&](const Path& path) {
        if (!path.isEmpty())
            globs.insert(literalExclude(path.toStdString()));
    };
    const auto addDatabase = [&](const Path& path) {
        for (const char* suffix : sideFiles)
            add(path + suffix);
    };
    for (const Path& path : scope.hidden) {
        if (isBelow(path, unit.from))
            addDatabase(relativeTo(path, unit.from));
    }
    for (const ScopeDatabase& database : scope.databases) {
        if (!isBelow(database.to, unit.to))
            continue;
        const Path relative = relativeTo(database.to, unit.to);
        addDatabase(relative);
        add(firstMissing(sourceRoot, unit.from, relative));
    }
    for (const Path& path : leftBehind(scope, sourceRoot)) {
        if (path != unit.from && isBelow(path, unit.from))
            add(relativeTo(path, unit.from));
    }
    for (const ScopeUnit& other : scope.units) {
        if (other.from == unit.from)
            continue;
        if (isBelow(other.from, unit.from))
            add(relativeTo(other.from, unit.from));
        if (other.to != unit.to && isBelow(other.to, unit.to))
            add(firstMissing(sourceRoot, unit.from, relativeTo(other.to, unit.to)));
    }
    return {globs.begin(), globs.end()};
}

std::vector<std::string> printExcludes(const MigrationScope& scope, Side side, const std::string& sourceRoot)
{
    std::vector<std::string> globs;
    const auto addDatabase = [&](const Path& path) {
        for (const char* suffix : sideFiles)
            globs.push_back(literalExclude((path + suffix).toStdString()));
    };
    if (side == Side::Target) {
        for (const ScopeDatabase& database : scope.databases)
            addDatabase(database.to);
        return globs;
    }
    for (const Path& path : scope.hidden)
        addDatabase(path);
    for (const Path& path : leftBehind(scope, sourceRoot))
        globs.push_back(literalExclude(path.toStdString()));
    return globs;
}

std::set<std::string> looseFolders(const MigrationScope& scope, Side side)
{
    std::set<std::string> folders;
    if (side == Side::Source) {
        for (const Path& path : scope.hidden)
            folders.insert(parentOf(path).toStdString());
    } else {
        for (const ScopeDatabase& database : scope.databases)
            folders.insert(parentOf(database.to).toStdString());
    }
    return folders;
}

Result<UnitEnds> unitEnds(const MigrationScope& scope, const ScopeUnit& unit, const std::string& sourceRoot,
                          const std::string& targetRoot)
{
    UnitEnds ends;
    ends.left = below(sourceRoot, unit.from);
    ends.right = below(targetRoot, unit.to);
    struct stat info;
    if (::lstat(ends.left.c_str(), &info) != 0)
        return systemError(errno, ends.left, "lstat", Severity::Fatal);
    if (S_ISDIR(info.st_mode)) {
        ends.excludes = unitExcludes(scope, unit, sourceRoot);
        return ends;
    }
    const Path name = unit.from.mid(unit.from.lastIndexOf('/') + 1);
    if (unit.to.mid(unit.to.lastIndexOf('/') + 1) != name) {
        return makeError("runbook.rename-file", displayPath(unit.from), {{"to", displayPath(unit.to).toStdString()}});
    }
    ends.only = name.toStdString();
    ends.left = below(sourceRoot, parentOf(unit.from));
    ends.right = below(targetRoot, parentOf(unit.to));
    std::set<std::string> others;
    for (const std::string& folder : {ends.left, ends.right}) {
        for (const Path& child : childrenOf(folder)) {
            if (child != name)
                others.insert(literalExclude(child.toStdString()));
        }
    }
    ends.excludes.assign(others.begin(), others.end());
    return ends;
}

} // namespace bascule
