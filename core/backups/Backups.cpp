// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backups/Backups.h"

#include "core/hosts/OnThisMachine.h"

#include <QCryptographicHash>
#include <QTimeZone>

#include <cerrno>
#include <sys/stat.h>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

Result<void> checkKind(const QString& kind)
{
    if (kind == u"auto"_s || kind == u"tar"_s || kind == u"zip"_s)
        return {};
    for (const QString& later : {u"sql"_s, u"pgdump"_s, u"restic"_s, u"borg"_s}) {
        if (kind == later)
            return makeError("backup.kind-not-yet", kind);
    }
    return makeError("backup.kind-unknown", kind);
}

Result<void> describeFile(const Server& server, Backup& backup)
{
    const std::string path =
        backup.path.startsWith('/') ? backup.path.toStdString() : (server.root + '/' + backup.path).toStdString();
    struct stat info
    {
    };
    if (::stat(path.c_str(), &info) != 0)
        return systemError(errno, displayPath(path).toStdString(), "stat", Severity::Fatal);
    if (!S_ISREG(info.st_mode))
        return makeError("path.not-a-file", displayPath(path));
    backup.bytes = info.st_size;
    backup.madeAt = QDateTime::fromMSecsSinceEpoch(
        qint64(info.st_mtim.tv_sec) * 1000 + info.st_mtim.tv_nsec / 1'000'000, QTimeZone::utc());
    return {};
}

} // namespace

Result<Id> addBackup(StoreTx& tx, const NewBackup& wanted)
{
    if (auto kind = checkKind(wanted.kind); !kind)
        return kind.error();
    auto asset = tx.get<Asset>(wanted.asset);
    if (!asset)
        return makeError("backup.asset-unknown", QString::number(wanted.asset));
    auto server = tx.get<Server>(wanted.server != 0 ? wanted.server : asset->server);
    if (!server)
        return makeError("backup.server-unknown", QString::number(wanted.server));
    if (auto here = onThisMachine(*server); !here)
        return here.error();
    Backup backup;
    backup.asset = asset->id;
    backup.server = server->id;
    backup.path = wanted.path;
    backup.kind = wanted.kind;
    // One inside the server's folder is known by its path there, however it was named.
    if (backup.path.startsWith(server->root + '/'))
        backup.path = backup.path.mid(server->root.size() + 1);
    auto there = tx.all<Backup>();
    if (!there)
        return there.error();
    for (const Backup& other : *there) {
        if (other.asset == backup.asset && other.server == backup.server && other.path == backup.path)
            return other.id;
    }
    if (auto described = describeFile(*server, backup); !described)
        return described.error();
    return tx.insert(backup);
}

Result<void> removeBackup(StoreTx& tx, Id id)
{
    if (auto there = tx.get<Backup>(id); !there)
        return makeError("backup.unknown", QString::number(id));
    return tx.erase<Backup>(id);
}

QString rollbackScenarioHash(const QString& text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.trimmed().toUtf8(), QCryptographicHash::Sha256).toHex());
}

Result<void> writeRollbackScenario(StoreTx& tx, const QString& text, const QString& by)
{
    if (text.trimmed().isEmpty())
        return makeError("backup.scenario-empty");
    auto projects = tx.all<Project>();
    if (!projects)
        return projects.error();
    if (projects->empty())
        return makeError("store.row-missing", u"project"_s);
    Project project = projects->front();
    project.rollbackScenario = text.trimmed();
    if (auto updated = tx.update(project); !updated)
        return updated;
    auto noted = tx.append(u"backups"_s, evidence::RollbackScenarioWritten, rollbackScenarioHash(text),
                           {{u"characters"_s, project.rollbackScenario.size()}}, by);
    return noted ? Result<void>() : Result<void>(noted.error());
}

qint64 recoveryObjectiveMs(const Snapshot& snapshot, const Asset& asset)
{
    const int minutes = asset.rtoMinutes > 0 ? asset.rtoMinutes : snapshot.project.rtoMinutes;
    return qint64(minutes) * 60'000;
}

} // namespace bascule
