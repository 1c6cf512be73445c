// SPDX-License-Identifier: GPL-3.0-or-later
// What an end of the run looked like at a moment, and whether it still does.
#include "core/databases/DatabasePlaces.h"
#include "core/runbook/Transfer.h"

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

const Path& pathAt(const ScopeDatabase& database, Side side)
{
    return side == Side::Source ? database.from : database.to;
}

Result<TreePrint> printOf(const Ground& ground, Side side, std::stop_token stop)
{
    const auto excludes = printExcludes(ground.scope, side, ground.source);
    if (!excludes)
        return excludes.error();
    return treePrint(rootOf(ground, side), *excludes, looseFolders(ground.scope, side), stop);
}

} // namespace

QJsonObject endToJson(const TreePrint& print, const QJsonObject& databases)
{
    return {{u"tree"_s, printToJson(print)}, {u"databases"_s, databases}};
}

QString pictureHash(const QJsonObject& picture, const Path& path)
{
    return picture[u"databases"].toObject()[pathToJson(path)].toObject()[u"hash"].toString();
}

qint64 pictureCtime(const QJsonObject& picture)
{
    return printFromJson(picture[u"tree"]).newestCtimeNs;
}

Result<QJsonObject> pictureOf(const Ground& ground, Side side, std::stop_token stop)
{
    // Databases first: whatever reading them may move in their folders has then happened.
    QJsonObject databases;
    for (const ScopeDatabase& database : ground.scope.databases) {
        const HostPath file = below(rootOf(ground, side), pathAt(database, side));
        const auto stamp = databaseStamp(file);
        if (!stamp)
            return stamp.error();
        auto digest = sqliteDigest(file, stop);
        if (!digest)
            return digest.error();
        databases.insert(pathToJson(pathAt(database, side)),
                         QJsonObject{{u"stamp"_s, *stamp}, {u"hash"_s, digest.value().hash}});
    }
    auto print = printOf(ground, side, stop);
    if (!print)
        return print.error();
    return endToJson(print.value(), databases);
}

std::optional<Error> changedSincePicture(const Ground& ground, Side side, const QJsonObject& picture, const char* code,
                                         std::stop_token stop)
{
    QStringList examples;
    qint64 count = 0;
    for (const ScopeDatabase& database : ground.scope.databases) {
        const Path& path = pathAt(database, side);
        const QJsonObject before = picture[u"databases"].toObject()[pathToJson(path)].toObject();
        const HostPath file = below(rootOf(ground, side), path);
        const auto stamp = databaseStamp(file);
        if (!stamp)
            return stamp.error();
        if (*stamp == before[u"stamp"].toString())
            continue;
        // Somebody else's reading may have moved the log into the file; only the contents tell.
        auto digest = sqliteDigest(file, stop);
        if (!digest)
            return digest.error();
        if (digest.value().hash != before[u"hash"].toString()) {
            examples.append(displayPath(path));
            ++count;
        }
    }
    const TreePrint before = printFromJson(picture[u"tree"]);
    auto now = printOf(ground, side, stop);
    if (!now)
        return now.error();
    if (!(now.value() == before)) {
        const auto excludes = printExcludes(ground.scope, side, ground.source);
        const auto loose = looseFolders(ground.scope, side);
        if (!excludes)
            return excludes.error();
        auto changes = changedSince(rootOf(ground, side), *excludes, loose, before.newestCtimeNs, 10, stop);
        // Within one tick of the kernel's clock a change may carry the old newest time.
        if (changes && changes.value().total == 0)
            changes = changedSince(rootOf(ground, side), *excludes, loose, before.newestCtimeNs - 1, 10, stop);
        if (!changes)
            return changes.error();
        examples += changes.value().examples;
        count += std::max<qint64>(changes.value().total, 1);
    }
    if (count == 0)
        return {};
    return makeError(code, rootOf(ground, side).shown(),
                     {{"count", std::int64_t(count)}, {"examples", examples.join(u", ").toStdString()}});
}

} // namespace bascule
