// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hosts/Host.h"
#include "core/project/Snapshot.h"

#include <set>
#include <string>
#include <vector>

namespace bascule {

/// A path in JSON: bytes that are no plain text become %XX, so that any name survives.
QString pathToJson(const Path& path);
Path pathFromJson(const QJsonValue& value);

/// One tree that a sync carries over. Paths are relative to the servers' roots; "" is the root.
struct ScopeUnit
{
    Id asset = 0; ///< 0: the whole source but what has a way of its own
    QString name;
    Path from, to;
};

/// A database, carried over by SQLite's own means.
struct ScopeDatabase
{
    Id asset = 0;
    QString name;
    Path from, to;
};

/// What the runbook carries over and how: the pure part of every exclude list.
struct MigrationScope
{
    std::vector<ScopeUnit> units; ///< the whole source first, if any of it goes over
    std::vector<ScopeDatabase> databases;
    std::vector<Path> left;    ///< assets that are not migrated
    std::vector<Path> carried; ///< migrated files and folders, needed where they lie inside something left
    std::vector<Path> hidden;  ///< every database, migrated or not: never copied as a file
    bool rest = true;          ///< what no asset covers goes over too
    QStringList accepted;      ///< accepted blind spots, as shown: may stay behind
    engine::OwnersBy owners = engine::OwnersBy::Number;
};

/// Pure: from the source's assets. `source` is the server whose assets count.
MigrationScope scopeOf(const Snapshot& snapshot, const Server& source);

/// Where a rollback keeps what it replaces: NAME.rollback beside the project file NAME.bascule.
QString keepFolder(const QString& projectFile);

QJsonObject scopeToJson(const MigrationScope& scope);
MigrationScope scopeFromJson(const QJsonObject& json);

/// Where a path of the source lies on the target. Pure.
Path onTarget(const MigrationScope& scope, const Path& from);

/// A path as an exclude that matches it and nothing else.
std::string literalExclude(const std::string& path);

/// Excludes of one unit, relative to its two ends, as the trees are now; the same list serves both directions. Errors:
/// those of reaching the source's server.
Result<std::vector<std::string>> unitExcludes(const MigrationScope& scope, const ScopeUnit& unit,
                                              const HostPath& sourceRoot);

/// Which tree a fingerprint is taken of.
enum class Side { Source, Target };
Result<std::vector<std::string>> printExcludes(const MigrationScope& scope, Side side, const HostPath& sourceRoot);
/// Folders, relative, in which SQLite may make and remove its side files: their times say nothing.
std::set<std::string> looseFolders(const MigrationScope& scope, Side side);

/// The two folders that are synced and compared for a unit. A unit that is a file is carried through its folder, with
/// everything else in it excluded.
struct UnitEnds
{
    HostPath left, right;
    std::vector<std::string> excludes;
    std::string only; ///< name of the file, when the unit is one
};
/// Errors: "path.missing", "runbook.rename-file" (a file whose destination has another name).
Result<UnitEnds> unitEnds(const MigrationScope& scope, const ScopeUnit& unit, const HostPath& sourceRoot,
                          const HostPath& targetRoot);

/// root + '/' + relative, without a slash for "".
std::string below(const std::string& root, const Path& relative);
HostPath below(const HostPath& root, const Path& relative);
/// True for `folder` itself and everything in it; "" is the root of all.
bool isBelow(const Path& path, const Path& folder);
/// `path` relative to `folder`, which it must be below.
Path relativeTo(const Path& path, const Path& folder);
Path parentOf(const Path& path);

} // namespace bascule
