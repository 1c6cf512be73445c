// SPDX-License-Identifier: GPL-3.0-or-later
// inventory, assets, asset set.
#include "app/cli/Tr.h"
#include "app/cli/Verb.h"

#include "core/inventory/Decisions.h"
#include "core/inventory/InventoryJob.h"

namespace bascule::cli {

using namespace Qt::StringLiterals;

namespace {

QJsonObject assetJson(const Snapshot& snapshot, const Asset& asset)
{
    QJsonObject object = toJson(asset);
    const Server* server = snapshot.server(asset.server);
    object.insert(u"serverId"_s, asset.server);
    object.insert(u"server"_s, server ? server->name : QString());
    return object;
}

QJsonObject assetsDocument(const Invocation& call, const Snapshot& snapshot)
{
    QJsonArray assets, findings;
    for (const Asset& asset : snapshot.assets) {
        if (!asset.gone)
            assets.append(assetJson(snapshot, asset));
    }
    for (const Finding& finding : snapshot.findings)
        findings.append(findingJson(call, finding));
    return {{u"assets"_s, assets}, {u"findings"_s, findings}};
}

void printAssets(const Invocation& call, const Snapshot& snapshot)
{
    const text::Phrasebook& words = call.words;
    QList<QStringList> rows;
    for (const Asset& asset : snapshot.assets) {
        if (asset.gone)
            continue;
        const Server* server = snapshot.server(asset.server);
        rows.append({QString::number(asset.id), asset.name, words.word(asset.kind), server ? server->name : QString(),
                     displayPath(asset.path), words.number(asset.files), words.bytes(asset.bytes),
                     asset.critical ? Tr::tr("critical") : QString(),
                     asset.owner.isEmpty() ? Tr::tr("no owner") : asset.owner,
                     asset.migrate ? QString() : Tr::tr("stays behind")});
    }
    call.console.table({Tr::tr("No."), Tr::tr("Asset"), Tr::tr("Kind"), Tr::tr("Server"), Tr::tr("Path"),
                        Tr::tr("Files"), Tr::tr("Size"), QString(), Tr::tr("Owner"), QString()},
                       rows);
}

int runInventory(const Invocation& call)
{
    return withProject(call, OpenMode::ReadWrite, [&](const StorePtr& store) {
        std::vector<Id> servers;
        if (call.args.has("server")) {
            const SnapshotPtr before = store->snapshot();
            const Server* server = findServer(*before, call.args.text("server"));
            if (!server)
                return call.console.fail(makeError("server.missing", call.args.text("server")));
            servers.push_back(server->id);
        }
        const Outcome outcome = runJob(call, store, std::make_unique<InventoryJob>(servers));
        const SnapshotPtr snapshot = store->snapshot();
        if (outcome.kind == Outcome::Kind::Succeeded) {
            printAssets(call, *snapshot);
            printFindings(call, snapshot->findings);
        }
        return finish(call, outcome, [&] { return assetsDocument(call, *snapshot); });
    });
}

int runAssets(const Invocation& call)
{
    return withProject(call, OpenMode::ReadOnly, [&](const StorePtr& store) {
        const SnapshotPtr snapshot = store->snapshot();
        printAssets(call, *snapshot);
        printFindings(call, snapshot->findings);
        call.console.document(assetsDocument(call, *snapshot));
        return int(Good);
    });
}

/// --critical, --migrate: yes or no, or an exit.
bool takeYesNo(const Invocation& call, const char* option, std::optional<bool>& value, int& exit)
{
    if (!call.args.has(option))
        return true;
    value = yesNo(call.args.text(option));
    if (!value)
        exit = call.console.usage(Tr::tr("The option --%1 is yes or no.").arg(QLatin1String(option)));
    return value.has_value();
}

int runAssetSet(const Invocation& call)
{
    AssetChange wanted;
    int exit = Good;
    if (!takeYesNo(call, "critical", wanted.critical, exit) || !takeYesNo(call, "migrate", wanted.migrate, exit))
        return exit;
    if (call.args.has("owner"))
        wanted.owner = call.args.text("owner").trimmed();
    if (call.args.has("to"))
        wanted.destination = call.args.bytes("to");
    if (call.args.has("rto")) {
        bool good = false;
        wanted.rtoMinutes = call.args.text("rto").toInt(&good);
        if (!good)
            return call.console.usage(Tr::tr("“%1” is no whole number.").arg(call.args.text("rto")));
    }
    return withProject(call, OpenMode::ReadWrite, [&](const StorePtr& store) {
        const SnapshotPtr before = store->snapshot();
        const Asset* asset = findAsset(*before, call.args.textAt(1));
        if (!asset)
            return call.console.fail(makeError("asset.missing", call.args.textAt(1)));
        const Id id = asset->id;
        const auto write = [&](StoreTx& tx) { return setAsset(tx, id, wanted, byWhom(call)); };
        if (auto done = store->write(write); !done)
            return call.console.fail(done.error());
        const SnapshotPtr snapshot = store->snapshot();
        call.console.line(Tr::tr("“%1” is saved.").arg(snapshot->asset(id)->name));
        call.console.document({{u"asset"_s, assetJson(*snapshot, *snapshot->asset(id))}});
        return int(Good);
    });
}

} // namespace

std::vector<Verb> inventoryVerbs()
{
    return {
        {"inventory",
         "PROJECT",
         QT_TRANSLATE_NOOP("Cli", "read the servers and list what is on them; nothing is changed there"),
         {{"server", "NAME", QT_TRANSLATE_NOOP("Cli", "this one only; all source servers, unless given")}},
         runInventory,
         1,
         1},
        {"assets",
         "PROJECT",
         QT_TRANSLATE_NOOP("Cli", "the assets and findings of the last inventory"),
         {},
         runAssets,
         1,
         1},
        {"asset set",
         "PROJECT ID",
         QT_TRANSLATE_NOOP("Cli", "decide about an asset"),
         {{"critical", "yes|no", QT_TRANSLATE_NOOP("Cli", "the business stops without it")},
          {"owner", "PERSON", QT_TRANSLATE_NOOP("Cli", "who answers for it")},
          {"migrate", "yes|no", QT_TRANSLATE_NOOP("Cli", "whether it goes to the new server")},
          {"to", "PATH", QT_TRANSLATE_NOOP("Cli", "where it goes there; the same path, unless given")},
          {"rto", "MINUTES", QT_TRANSLATE_NOOP("Cli", "how soon it must be back; 0: as the project")},
          kBy},
         runAssetSet,
         2,
         2},
    };
}

} // namespace bascule::cli
