// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backups/Backups.h"

#include "core/hosts/Host.h"

#include <QCryptographicHash>
#include <QTimeZone>

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

QDateTime timeOf(qint64 ns)
{
    return QDateTime::fromMSecsSinceEpoch(ns / 1'000'000, QTimeZone::utc());
}

/// Of a file of this machine, or of the server's host.
Result<NewBackup::Seen> seeFile(const HostPath& place)
{
    const auto facts = place.host->factsAt(place.path, true);
    if (!facts)
        return facts.error();
    if (!*facts)
        return makeError("path.missing", place.shown());
    if ((*facts)->kind != 'f')
        return makeError("path.not-a-file", place.shown());
    return NewBackup::Seen{(*facts)->size, timeOf((*facts)->mtimeNs)};
}

Result<NewBackup::Seen> seenOf(const NewBackup& wanted, const Server& server)
{
    if (wanted.seen)
        return *wanted.seen;
    if (!wanted.here && server.kind != ServerKind::Local)
        return makeError("server.not-connected", server.name, {{"address", server.address.toStdString()}});
    return seeFile(
        HostPath((wanted.path.startsWith('/') ? wanted.path : server.root + '/' + wanted.path).toStdString()));
}

/// One inside the server's folder is known by its path there, however it was named.
Path knownPath(const NewBackup& wanted, const Server& server)
{
    const bool isRoot = server.root == "/";
    if (wanted.here || !(isRoot ? wanted.path.startsWith('/') : wanted.path.startsWith(server.root + '/')))
        return wanted.path;
    return wanted.path.mid(isRoot ? 1 : server.root.size() + 1);
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
    Backup backup;
    backup.asset = asset->id;
    backup.server = wanted.here ? 0 : server->id;
    backup.path = knownPath(wanted, *server);
    backup.kind = wanted.kind;
    auto there = tx.all<Backup>();
    if (!there)
        return there.error();
    for (const Backup& other : *there) {
        if (other.asset == backup.asset && other.server == backup.server && other.path == backup.path)
            return other.id;
    }
    const auto seen = seenOf(wanted, *server);
    if (!seen)
        return seen.error();
    backup.bytes = seen->bytes;
    backup.madeAt = seen->madeAt;
    return tx.insert(backup);
}

Result<NewBackup> lookAtBackup(const Snapshot& snapshot, NewBackup wanted, SshConnections* connections,
                               std::stop_token stop)
{
    const Asset* asset = snapshot.asset(wanted.asset);
    const Server* server = snapshot.server(wanted.server != 0 || !asset ? wanted.server : asset->server);
    if (wanted.here || !server || server->kind == ServerKind::Local)
        return wanted; // addBackup() looks, and says what is missing
    const auto host = hostFor(*server, connections, std::move(stop));
    if (!host)
        return host.error();
    const auto seen = seeFile(HostPath(host.value(), host.value()->path(wanted.path)));
    if (!seen)
        return seen.error();
    wanted.seen = seen.value();
    return wanted;
}

Item AddBackupJob::title() const
{
    return {u"job.add-backup"_s, {}, {}};
}

Outcome AddBackupJob::run(JobContext& context)
{
    const auto looked = lookAtBackup(*context.store->snapshot(), m_wanted, context.connections, context.stop);
    if (context.stop.stop_requested())
        return Outcome::cancelled();
    if (!looked)
        return Outcome::failed(looked.error());
    Id id = 0;
    const auto written = context.store->write([&](StoreTx& tx) -> Result<void> {
        auto added = addBackup(tx, looked.value());
        if (!added)
            return added.error();
        id = *added;
        return {};
    });
    return written ? Outcome::succeeded(true, {{u"backup"_s, id}}) : Outcome::failed(written.error());
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
