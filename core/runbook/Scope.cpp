// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runbook/Scope.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>
#include <dirent.h>
#include <sys/stat.h>

namespace bascule {

using namespace Qt::StringLiterals;

QString pathToJson(const Path& path)
{
    return QString::fromLatin1(path.toPercentEncoding("/ ._-+,@="));
}

Path pathFromJson(const QJsonValue& value)
{
    return QByteArray::fromPercentEncoding(value.toString().toLatin1());
}

std::string below(const std::string& root, const Path& relative)
{
    return relative.isEmpty() ? root : root + '/' + relative.toStdString();
}

HostPath below(const HostPath& root, const Path& relative)
{
    return {root.host, below(root.path, relative)};
}

bool isBelow(const Path& path, const Path& folder)
{
    return folder.isEmpty() || path == folder || path.startsWith(folder + '/');
}

Path relativeTo(const Path& path, const Path& folder)
{
    if (folder.isEmpty())
        return path;
    return path == folder ? Path() : path.mid(folder.size() + 1);
}

Path parentOf(const Path& path)
{
    const qsizetype slash = path.lastIndexOf('/');
    return slash < 0 ? Path() : path.left(slash);
}

namespace {

Path cleaned(Path path)
{
    while (path.startsWith('/'))
        path.remove(0, 1);
    while (path.endsWith('/'))
        path.chop(1);
    return path;
}

/// Where a path of the source lies on the target: with the nearest folder that was given a destination of its own.
Path destinationOf(const Asset& asset, const std::vector<const Asset*>& assets)
{
    const Path from = cleaned(asset.path);
    if (!asset.destination.isEmpty())
        return cleaned(asset.destination);
    const Asset* nearest = nullptr;
    for (const Asset* other : assets) {
        if (other == &asset || !other->migrate || other->destination.isEmpty() || other->kind == AssetKind::Database)
            continue;
        const Path folder = cleaned(other->path);
        if (folder.isEmpty() || folder == from || !isBelow(from, folder))
            continue;
        if (!nearest || folder.size() > cleaned(nearest->path).size())
            nearest = other;
    }
    if (!nearest)
        return from;
    return cleaned(nearest->destination) + '/' + relativeTo(from, cleaned(nearest->path));
}

/// The project's own files never travel, wherever they lie.
void leaveOwnFiles(MigrationScope& scope, const Snapshot& snapshot, const Server& source)
{
    if (snapshot.file.isEmpty() || source.kind != ServerKind::Local)
        return;
    const QString root = QDir::cleanPath(QString::fromLocal8Bit(source.root));
    const QString file = QDir::cleanPath(snapshot.file);
    if (!file.startsWith(root + u'/'))
        return;
    const Path relative = file.mid(root.size() + 1).toLocal8Bit();
    scope.hidden.push_back(relative);
    scope.left.push_back(keepFolder(file).mid(root.size() + 1).toLocal8Bit());
}

void sortUnique(std::vector<Path>& paths)
{
    std::sort(paths.begin(), paths.end());
    paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
}

QJsonArray pathsToJson(const std::vector<Path>& paths)
{
    QJsonArray array;
    for (const Path& path : paths)
        array.append(pathToJson(path));
    return array;
}

std::vector<Path> pathsFromJson(const QJsonValue& value)
{
    std::vector<Path> paths;
    for (const QJsonValue& entry : value.toArray())
        paths.push_back(pathFromJson(entry));
    return paths;
}

template <class T>
QJsonArray endsToJson(const std::vector<T>& entries)
{
    QJsonArray array;
    for (const T& entry : entries) {
        array.append(QJsonObject{{u"asset"_s, entry.asset},
                                 {u"name"_s, entry.name},
                                 {u"from"_s, pathToJson(entry.from)},
                                 {u"to"_s, pathToJson(entry.to)}});
    }
    return array;
}

template <class T>
std::vector<T> endsFromJson(const QJsonValue& value)
{
    std::vector<T> entries;
    for (const QJsonValue& entry : value.toArray()) {
        const QJsonObject object = entry.toObject();
        entries.push_back({object[u"asset"].toInteger(), object[u"name"].toString(), pathFromJson(object[u"from"]),
                           pathFromJson(object[u"to"])});
    }
    return entries;
}

} // namespace

MigrationScope scopeOf(const Snapshot& snapshot, const Server& source)
{
    MigrationScope scope;
    std::vector<const Asset*> assets;
    for (const Asset* asset : snapshot.presentAssets()) {
        if (asset->server == source.id)
            assets.push_back(asset);
    }
    // Several tasks may stand in one file: it stays behind only if all of them do.
    std::set<Path> migrated;
    for (const Asset* asset : assets) {
        if (asset->migrate)
            migrated.insert(cleaned(asset->path));
    }
    std::set<Path> moved;
    std::vector<ScopeUnit> own;
    for (const Asset* asset : assets) {
        const Path from = cleaned(asset->path);
        if (from.isEmpty()) {
            if (asset->kind == AssetKind::Files)
                scope.rest = asset->migrate;
            continue;
        }
        const Path to = destinationOf(*asset, assets);
        if (asset->kind == AssetKind::Database) {
            scope.hidden.push_back(from);
            if (asset->migrate)
                scope.databases.push_back({asset->id, asset->name, from, to});
        } else if (!asset->migrate) {
            if (!migrated.contains(from))
                scope.left.push_back(from);
        } else {
            scope.carried.push_back(from);
            if (!asset->destination.isEmpty() && to != from && moved.insert(from).second)
                own.push_back({asset->id, asset->name, from, to});
        }
    }
    leaveOwnFiles(scope, snapshot, source);
    sortUnique(scope.left);
    sortUnique(scope.carried);
    sortUnique(scope.hidden);
    const auto byPath = [](const auto& a, const auto& b) { return a.from < b.from; };
    std::sort(own.begin(), own.end(), byPath);
    std::sort(scope.databases.begin(), scope.databases.end(), byPath);
    const bool inPlace = std::any_of(scope.carried.begin(), scope.carried.end(),
                                     [&](const Path& path) { return !moved.contains(path); });
    if (scope.rest || inPlace)
        scope.units.push_back({0, {}, {}, {}});
    scope.units.insert(scope.units.end(), own.begin(), own.end());
    for (const Finding& finding : snapshot.findings) {
        if (finding.kind == FindingKind::BlindSpot && finding.state == FindingState::Accepted &&
            (finding.server == source.id || finding.server == 0))
            scope.accepted.append(finding.subject);
    }
    scope.accepted.sort();
    scope.owners = snapshot.project.owners;
    return scope;
}

QString keepFolder(const QString& projectFile)
{
    const QString suffix = u".bascule"_s;
    return (projectFile.endsWith(suffix) ? projectFile.chopped(suffix.size()) : projectFile) + u".rollback"_s;
}

Path onTarget(const MigrationScope& scope, const Path& from)
{
    for (const ScopeDatabase& database : scope.databases) {
        if (database.from == from)
            return database.to;
    }
    const ScopeUnit* nearest = nullptr;
    for (const ScopeUnit& unit : scope.units) {
        if (isBelow(from, unit.from) && (!nearest || unit.from.size() > nearest->from.size()))
            nearest = &unit;
    }
    if (!nearest || nearest->from == nearest->to)
        return from;
    const Path rest = relativeTo(from, nearest->from);
    return rest.isEmpty() ? nearest->to : nearest->to + '/' + rest;
}

QJsonObject scopeToJson(const MigrationScope& scope)
{
    QJsonObject json{{u"units"_s, endsToJson(scope.units)},
                     {u"databases"_s, endsToJson(scope.databases)},
                     {u"left"_s, pathsToJson(scope.left)},
                     {u"carried"_s, pathsToJson(scope.carried)},
                     {u"hidden"_s, pathsToJson(scope.hidden)},
                     {u"rest"_s, scope.rest},
                     {u"accepted"_s, QJsonArray::fromStringList(scope.accepted)}};
    if (scope.owners != engine::OwnersBy::Number) // what was signed without it stays as it was signed
        json.insert(u"owners"_s, enumName(scope.owners));
    return json;
}

MigrationScope scopeFromJson(const QJsonObject& json)
{
    MigrationScope scope;
    scope.units = endsFromJson<ScopeUnit>(json[u"units"]);
    scope.databases = endsFromJson<ScopeDatabase>(json[u"databases"]);
    scope.left = pathsFromJson(json[u"left"]);
    scope.carried = pathsFromJson(json[u"carried"]);
    scope.hidden = pathsFromJson(json[u"hidden"]);
    scope.rest = json[u"rest"].toBool(true);
    for (const QJsonValue& entry : json[u"accepted"].toArray())
        scope.accepted.append(entry.toString());
    (void)enumFrom(json[u"owners"].toString(), scope.owners);
    return scope;
}

} // namespace bascule
