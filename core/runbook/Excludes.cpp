// SPDX-License-Identifier: GPL-3.0-or-later
// Exclude lists as the trees are at the moment: the part of the scope that has to look at the disk.
#include "core/hosts/HostLooks.h"
#include "core/runbook/Scope.h"

#include <algorithm>
#include <cerrno>

namespace bascule {

namespace {

constexpr const char* sideFiles[] = {"", "-wal", "-shm", "-journal"};

Path joined(const Path& folder, const Path& name)
{
    return folder.isEmpty() ? name : folder + '/' + name;
}

/// Looks at one end. What the system does not let us see counts as not there; when the server cannot be asked, what was
/// seen is worth nothing, and `error` says why.
class Looker
{
public:
    explicit Looker(HostPath root)
        : m_root(std::move(root))
    {
    }

    bool present(const Path& path)
    {
        if (error)
            return false;
        const auto there = presentAt(below(m_root, path));
        if (!there)
            error = there.error();
        return there.valueOr(false);
    }

    std::vector<Path> childrenOf(const Path& folder)
    {
        if (error)
            return {};
        const auto names = namesIn(below(m_root, folder));
        if (!names && !m_root.isHere() && (isUnreachable(names.error()) || names.error().code == "cancelled"))
            error = names.error();
        std::vector<Path> children;
        for (const std::string& name : names.valueOr({}))
            children.push_back(Path::fromStdString(name));
        std::sort(children.begin(), children.end());
        return children;
    }

    std::optional<Error> error;

private:
    HostPath m_root;
};

/// Everything in a folder that is left but what is migrated all the same, each as a path of its own.
void leaveAllBut(const std::vector<Path>& kept, const Path& folder, Looker& source, std::vector<Path>& out)
{
    const auto holdsKept = [&](const Path& path) {
        return std::any_of(kept.begin(), kept.end(), [&](const Path& inner) { return isBelow(inner, path); });
    };
    for (const Path& name : source.childrenOf(folder)) {
        const Path path = joined(folder, name);
        if (std::find(kept.begin(), kept.end(), path) != kept.end())
            continue;
        if (holdsKept(path))
            leaveAllBut(kept, path, source, out);
        else
            out.push_back(path);
    }
}

/// What stays behind, as whole paths of the source.
std::vector<Path> leftBehind(const MigrationScope& scope, Looker& source)
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
            leaveAllBut(kept, folder, source, paths);
    };
    if (!scope.rest)
        leave({});
    for (const Path& folder : scope.left)
        leave(folder);
    return paths;
}

/// The shallowest part of `path` that the source does not have: the target has it for something with a way of its own.
Path firstMissing(Looker& source, const Path& base, const Path& path)
{
    for (qsizetype slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        const Path part = path.left(slash);
        if (!source.present(joined(base, part)))
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

Result<std::vector<std::string>> unitExcludes(const MigrationScope& scope, const ScopeUnit& unit,
                                              const HostPath& sourceRoot)
{
    Looker source(sourceRoot);
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
        add(firstMissing(source, unit.from, relative));
    }
    for (const Path& path : leftBehind(scope, source)) {
        if (path != unit.from && isBelow(path, unit.from))
            add(relativeTo(path, unit.from));
    }
    for (const ScopeUnit& other : scope.units) {
        if (other.from == unit.from)
            continue;
        if (isBelow(other.from, unit.from))
            add(relativeTo(other.from, unit.from));
        if (other.to != unit.to && isBelow(other.to, unit.to))
            add(firstMissing(source, unit.from, relativeTo(other.to, unit.to)));
    }
    if (source.error)
        return *source.error;
    return std::vector<std::string>(globs.begin(), globs.end());
}

Result<std::vector<std::string>> printExcludes(const MigrationScope& scope, Side side, const HostPath& sourceRoot)
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
    Looker source(sourceRoot);
    for (const Path& path : leftBehind(scope, source))
        globs.push_back(literalExclude(path.toStdString()));
    if (source.error)
        return *source.error;
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

Result<UnitEnds> unitEnds(const MigrationScope& scope, const ScopeUnit& unit, const HostPath& sourceRoot,
                          const HostPath& targetRoot)
{
    UnitEnds ends;
    ends.left = below(sourceRoot, unit.from);
    ends.right = below(targetRoot, unit.to);
    const auto facts = ends.left.at().factsAt(ends.left.path);
    if (!facts)
        return facts.error();
    if (!*facts)
        return systemError(ENOENT, ends.left.shown().toStdString(), "lstat", Severity::Fatal);
    if ((*facts)->kind == 'd') {
        auto excludes = unitExcludes(scope, unit, sourceRoot);
        if (!excludes)
            return excludes.error();
        ends.excludes = std::move(*excludes);
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
    for (const HostPath& folder : {ends.left, ends.right}) {
        Looker looker(folder);
        for (const Path& child : looker.childrenOf({})) {
            if (child != name)
                others.insert(literalExclude(child.toStdString()));
        }
        if (looker.error)
            return *looker.error;
    }
    ends.excludes.assign(others.begin(), others.end());
    return ends;
}

} // namespace bascule
