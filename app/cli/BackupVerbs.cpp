// SPDX-License-Identifier: GPL-3.0-or-later
// backup add|discover|make|verify|restore-test|list, rollback-scenario.
#include "app/cli/Tr.h"
#include "app/cli/Verb.h"

#include "core/backups/Backups.h"

#include <QFile>

#include <unistd.h>

namespace bascule::cli {

using namespace Qt::StringLiterals;

namespace {

/// One state in a word: what a restore proved, else what the reading said.
QString stateOf(const Backup& backup)
{
    if (backup.restore != RestoreState::NotTested)
        return enumName(backup.restore);
    return enumName(backup.read);
}

QJsonArray problemsOf(const Invocation& call, const Backup& backup)
{
    QJsonArray problems;
    for (const QJsonValue& value : backup.problems) {
        QJsonObject problem = value.toObject();
        QJsonObject params = problem[u"params"].toObject();
        params.insert(u"subject"_s, problem[u"subject"]);
        problem.insert(u"message"_s, call.words.say(problem[u"code"].toString(), params));
        problems.append(problem);
    }
    return problems;
}

QJsonObject backupJson(const Invocation& call, const Snapshot& snapshot, const Backup& backup)
{
    QJsonObject object = toJson(backup);
    const Asset* asset = snapshot.asset(backup.asset);
    object.insert(u"assetName"_s, asset ? asset->name : QString());
    object.insert(u"state"_s, stateOf(backup));
    object.insert(u"problems"_s, problemsOf(call, backup));
    return object;
}

/// Those of `ids`, or all.
QJsonObject backupsDocument(const Invocation& call, const Snapshot& snapshot, const std::vector<Id>& ids)
{
    QJsonArray backups;
    for (const Backup& backup : snapshot.backups) {
        if (ids.empty() || std::find(ids.begin(), ids.end(), backup.id) != ids.end())
            backups.append(backupJson(call, snapshot, backup));
    }
    return {{u"backups"_s, backups}};
}

void printBackups(const Invocation& call, const Snapshot& snapshot, const std::vector<Id>& ids)
{
    const text::Phrasebook& words = call.words;
    QList<QStringList> rows;
    for (const Backup& backup : snapshot.backups) {
        if (!ids.empty() && std::find(ids.begin(), ids.end(), backup.id) == ids.end())
            continue;
        const Asset* asset = snapshot.asset(backup.asset);
        const bool tested = backup.restore != RestoreState::NotTested;
        rows.append({QString::number(backup.id), asset ? asset->name : QString(), displayPath(backup.path),
                     words.dateTime(backup.madeAt), words.bytes(backup.bytes), words.word(backup.read),
                     words.word(backup.restore), tested ? words.duration(backup.restoreMs) : QString()});
    }
    call.console.table({Tr::tr("No."), Tr::tr("Asset"), Tr::tr("Backup"), Tr::tr("Made"), Tr::tr("Size"),
                        Tr::tr("Read whole"), Tr::tr("Restored for real"), Tr::tr("Took")},
                       rows);
    for (const Backup& backup : snapshot.backups) {
        if (!ids.empty() && std::find(ids.begin(), ids.end(), backup.id) == ids.end())
            continue;
        for (const QJsonValue& problem : problemsOf(call, backup))
            call.console.line(Tr::tr("%1: %2").arg(displayPath(backup.path), problem[u"message"].toString()));
    }
}

int runAndPrint(const Invocation& call, std::unique_ptr<Job> job, const std::vector<Id>& ids)
{
    return withProject(call, OpenMode::ReadWrite, [&](const StorePtr& store) {
        const Outcome outcome = runJob(call, store, std::move(job));
        const SnapshotPtr snapshot = store->snapshot();
        if (outcome.kind == Outcome::Kind::Succeeded)
            printBackups(call, *snapshot, ids);
        return finish(call, outcome, [&] { return backupsDocument(call, *snapshot, ids); });
    });
}

/// A relative path means the server's root, or the folder one is in where only that has the file.
Path backupPath(const Server& server, const QByteArray& given)
{
    if (server.kind != ServerKind::Local || given.startsWith('/') ||
        ::access((server.root + '/' + given).constData(), F_OK) == 0)
        return given;
    const Path here = absolutePath(given);
    return ::access(here.constData(), F_OK) == 0 ? here : given;
}

int runAdd(const Invocation& call)
{
    if (!call.args.has("asset") || !call.args.has("path"))
        return call.console.usage(Tr::tr("A backup needs its --asset and its --path."));
    NewBackup wanted;
    if (call.args.has("kind"))
        wanted.kind = call.args.text("kind");
    for (const char* later : {"sql", "pgdump", "restic", "borg"}) {
        if (wanted.kind == QLatin1String(later))
            return call.console.later(u"--kind "_s + wanted.kind);
    }
    return withProject(call, OpenMode::ReadWrite, [&](const StorePtr& store) {
        const SnapshotPtr before = store->snapshot();
        const Asset* asset = findAsset(*before, call.args.text("asset"));
        if (!asset)
            return call.console.fail(makeError("asset.missing", call.args.text("asset")));
        const Server* server = before->server(asset->server);
        if (call.args.has("server"))
            server = findServer(*before, call.args.text("server"));
        if (!server)
            return call.console.fail(makeError("server.missing", call.args.text("server")));
        wanted.asset = asset->id;
        wanted.server = server->id;
        wanted.path = backupPath(*server, call.args.bytes("path"));
        const Outcome added = runJob(call, store, std::make_unique<AddBackupJob>(wanted));
        if (added.kind != Outcome::Kind::Succeeded)
            return finish(call, added);
        const Id id = added.facts[u"backup"_s].toInteger();
        const SnapshotPtr snapshot = store->snapshot();
        printBackups(call, *snapshot, {id});
        call.console.document({{u"backup"_s, backupJson(call, *snapshot, *snapshot->backup(id))}});
        return int(Good);
    });
}

int runDiscover(const Invocation& call)
{
    return runAndPrint(call, std::make_unique<DiscoverBackupsJob>(), {});
}

int runVerify(const Invocation& call)
{
    const std::vector<Id> ids = idsOf(call);
    return runAndPrint(call, std::make_unique<BackupReadJob>(ids), ids);
}

int runRestoreTest(const Invocation& call)
{
    const std::vector<Id> ids = idsOf(call);
    return runAndPrint(call, std::make_unique<RestoreTestJob>(ids), ids);
}

int runMake(const Invocation& call)
{
    return withProject(call, OpenMode::ReadWrite, [&](const StorePtr& store) {
        const SnapshotPtr before = store->snapshot();
        const Asset* asset = findAsset(*before, call.args.textAt(1));
        if (!asset)
            return call.console.fail(makeError("asset.missing", call.args.textAt(1)));
        const Outcome outcome = runJob(call, store, std::make_unique<MakeBackupJob>(asset->id));
        const SnapshotPtr snapshot = store->snapshot();
        const std::vector<Id> ids{outcome.facts[u"backup"].toInteger()};
        if (outcome.kind == Outcome::Kind::Succeeded)
            printBackups(call, *snapshot, ids);
        return finish(call, outcome, [&] { return backupsDocument(call, *snapshot, ids); });
    });
}

int runList(const Invocation& call)
{
    return withProject(call, OpenMode::ReadOnly, [&](const StorePtr& store) {
        const SnapshotPtr snapshot = store->snapshot();
        printBackups(call, *snapshot, {});
        call.console.document(backupsDocument(call, *snapshot, {}));
        return int(Good);
    });
}

int runScenarioText(const Invocation& call)
{
    QString text = call.args.text("text");
    if (call.args.has("file")) {
        const QByteArray path = absolutePath(call.args.bytes("file"));
        QFile file(QFile::decodeName(path));
        if (!file.open(QIODevice::ReadOnly))
            return call.console.fail(makeError("path.missing", displayPath(path)));
        text = QString::fromUtf8(file.read(1'000'000));
    }
    const auto write = [&](StoreTx& tx) { return writeRollbackScenario(tx, text, byWhom(call)); };
    return change(call, write, [&](const Snapshot& snapshot) {
        call.console.line(Tr::tr("The rollback scenario is written down."));
        call.console.document({{u"rollbackScenario"_s, snapshot.project.rollbackScenario}});
        return int(Good);
    });
}

} // namespace

std::vector<Verb> backupVerbs()
{
    return {
        {"backup add",
         "PROJECT --asset ID --path P",
         QT_TRANSLATE_NOOP("Cli", "register a backup of an asset"),
         {{"asset", "ID", QT_TRANSLATE_NOOP("Cli", "what it is a backup of")},
          {"path", "P", QT_TRANSLATE_NOOP("Cli", "the file, from the server's root or absolute")},
          {"server", "NAME", QT_TRANSLATE_NOOP("Cli", "where the file is; the asset's server, unless given")},
          {"kind", "KIND", QT_TRANSLATE_NOOP("Cli", "auto, tar or zip (sql, pgdump, restic, borg: a later version)")}},
         runAdd,
         1,
         1},
        {"backup discover",
         "PROJECT",
         QT_TRANSLATE_NOOP("Cli", "look for backups on the servers and register those that belong to an asset"),
         {},
         runDiscover,
         1,
         1},
        {"backup make",
         "PROJECT ASSET",
         QT_TRANSLATE_NOOP("Cli", "make a fresh backup of an asset beside the project file, and restore it for real"),
         {},
         runMake,
         2,
         2},
        {"backup list",
         "PROJECT",
         QT_TRANSLATE_NOOP("Cli", "the registered backups and what was proved of them"),
         {},
         runList,
         1,
         1},
        {"backup verify",
         "PROJECT [ID]…",
         QT_TRANSLATE_NOOP("Cli", "read backups whole, every byte and every checksum; exit 1 when one is not intact"),
         {},
         runVerify,
         1,
         1000},
        {"backup restore-test",
         "PROJECT [ID]…",
         QT_TRANSLATE_NOOP("Cli", "restore backups for real into a scratch folder and compare with their source"),
         {},
         runRestoreTest,
         1,
         1000},
        {"rollback-scenario set",
         "PROJECT",
         QT_TRANSLATE_NOOP("Cli", "write down how one goes back"),
         {{"text", "TEXT", QT_TRANSLATE_NOOP("Cli", "the scenario")},
          {"file", "FILE", QT_TRANSLATE_NOOP("Cli", "the scenario, from a file")},
          kBy},
         runScenarioText,
         1,
         1},
    };
}

} // namespace bascule::cli
