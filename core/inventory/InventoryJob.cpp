// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inventory/InventoryJob.h"

#include "core/inventory/Findings.h"
#include "core/inventory/Report.h"

#include <algorithm>
#include <map>
#include <set>

namespace bascule {

using namespace Qt::StringLiterals;
using inventory::Found;

namespace {

/// Assets as the project has them, by key.
Result<std::map<QString, Asset>> knownAssets(StoreTx& tx, Id server)
{
    auto rows = tx.all<Asset>();
    if (!rows)
        return rows.error();
    std::map<QString, Asset> known;
    for (Asset& asset : rows.value()) {
        if (asset.server == server)
            known.emplace(asset.key, asset);
    }
    return known;
}

/// What was measured is new, what people decided stays.
void inherit(Asset& fresh, const Asset& old)
{
    fresh.id = old.id;
    fresh.critical = old.critical;
    fresh.owner = old.owner;
    fresh.migrate = old.migrate;
    fresh.destination = old.destination;
    fresh.rtoMinutes = old.rtoMinutes;
}

Result<void> writeAssets(StoreTx& tx, Id server, Found& found, qint64& gone)
{
    auto known = knownAssets(tx, server);
    if (!known)
        return known.error();
    for (Asset& asset : found.assets) {
        asset.seenAt = tx.now();
        const auto old = known.value().find(asset.key);
        if (old == known.value().end()) {
            if (auto done = tx.insert(asset); !done)
                return done.error();
            continue;
        }
        inherit(asset, old->second);
        if (auto done = tx.update(asset); !done)
            return done;
        known.value().erase(old);
    }
    for (auto& [key, asset] : known.value()) {
        ++gone;
        if (asset.gone)
            continue;
        asset.gone = true;
        if (auto done = tx.update(asset); !done)
            return done;
    }
    return {};
}

Result<void> writeServer(StoreTx& tx, Server server, Found& found)
{
    qint64 gone = 0;
    if (auto done = writeAssets(tx, server.id, found, gone); !done)
        return done;
    qint64 blindSpots = 0;
    for (std::size_t i = 0; i < found.findings.size(); ++i) {
        found.findings[i].asset = found.assets[std::size_t(found.assetOf[i])].id;
        blindSpots += found.findings[i].kind == FindingKind::BlindSpot ? 1 : 0;
    }
    if (auto done = replaceFindings(tx, u"inventory"_s, {server.id}, found.findings); !done)
        return done;
    auto row = tx.get<Server>(server.id);
    if (!row)
        return row.error();
    row.value().inventoriedAt = tx.now();
    if (auto done = tx.update(row.value()); !done)
        return done;
    const QJsonObject data{{u"server"_s, server.id},
                           {u"root"_s, displayPath(server.root)},
                           {u"assets"_s, qint64(found.assets.size())},
                           {u"findings"_s, qint64(found.findings.size()) - blindSpots},
                           {u"blindSpots"_s, blindSpots},
                           {u"files"_s, found.files},
                           {u"bytes"_s, found.bytes},
                           {u"gone"_s, gone}};
    if (auto line = tx.append(u"inventory"_s, evidence::InventoryRun, server.name, data); !line)
        return line.error();
    return {};
}

/// Keys of the server's assets that a backup of the project covers.
std::set<QString> backedUp(const Snapshot& snapshot, Id server)
{
    std::set<QString> keys;
    for (const Backup& backup : snapshot.backups) {
        const Asset* asset = snapshot.asset(backup.asset);
        if (asset && asset->server == server)
            keys.insert(asset->key);
    }
    return keys;
}

struct Sum
{
    qint64 assets = 0, findings = 0, blindSpots = 0, files = 0, bytes = 0;
};

Result<void> readServer(JobContext& context, const Server& server, Sum& sum)
{
    engine::Counters& counters = context.progress.part(u"inventory.reading"_s, {{u"server"_s, server.name}});
    counters.phase = engine::Phase::Scanning;
    auto host = hostFor(server, context.connections, context.stop);
    if (!host)
        return host.error();
    auto begun = inventory::Survey::begin(*host.value(), context.stop);
    if (!begun)
        return begun.error();
    inventory::Survey& survey = begun.value();
    const auto visit = [&](const engine::TreeEntry& entry) {
        ++counters.itemsDone;
        if (entry.kind == 'f')
            counters.bytesDone += entry.size;
        return survey.visit(entry) && !context.stop.stop_requested();
    };
    auto unreadable = host.value()->walk({}, inventory::Survey::options(), context.stop, visit);
    if (context.stop.stop_requested())
        return makeError("cancelled");
    if (!unreadable)
        return unreadable.error();
    if (auto finished = survey.finish(context.stop); !finished)
        return finished;
    const inventory::Partition cut = inventory::partition(survey);
    auto found = inventory::foundOn(server, *host.value(), survey, cut, unreadable.value(),
                                    backedUp(*context.store->snapshot(), server.id), context.stop);
    if (!found)
        return found.error();
    if (context.stop.stop_requested())
        return makeError("cancelled");
    auto written = context.store->write([&](StoreTx& tx) { return writeServer(tx, server, found.value()); });
    if (!written)
        return written;
    for (const Finding& finding : found->findings)
        ++(finding.kind == FindingKind::BlindSpot ? sum.blindSpots : sum.findings);
    sum.assets += qint64(found->assets.size());
    sum.files += found->files;
    sum.bytes += found->bytes;
    return {};
}

} // namespace

Item InventoryJob::title() const
{
    return {u"job.inventory"_s, {}, {PageId::Inventory, {}, 0}};
}

QStringList InventoryJob::resources() const
{
    return {u"project"_s};
}

Outcome InventoryJob::run(JobContext& context)
{
    if (!context.store)
        return Outcome::failed(makeError("inventory.no-server"));
    const SnapshotPtr snapshot = context.store->snapshot();
    std::vector<Server> servers;
    for (const Server& server : snapshot->servers) {
        const bool wanted = m_servers.empty()
                                ? server.role == ServerRole::Source
                                : std::find(m_servers.begin(), m_servers.end(), server.id) != m_servers.end();
        if (wanted)
            servers.push_back(server);
    }
    if (servers.empty())
        return Outcome::failed(makeError("inventory.no-server"));
    Sum sum;
    std::optional<Error> failure;
    for (const Server& server : servers) {
        const auto done = readServer(context, server, sum);
        if (!done && context.stop.stop_requested())
            return Outcome::cancelled();
        if (!done && !failure)
            failure = done.error();
    }
    if (failure)
        return Outcome::failed(*failure);
    return Outcome::succeeded(true, {{u"servers"_s, qint64(servers.size())},
                                     {u"assets"_s, sum.assets},
                                     {u"findings"_s, sum.findings},
                                     {u"blindSpots"_s, sum.blindSpots},
                                     {u"files"_s, sum.files},
                                     {u"bytes"_s, sum.bytes}});
}

} // namespace bascule
