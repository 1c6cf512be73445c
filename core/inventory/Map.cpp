// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inventory/Map.h"

#include <QCryptographicHash>

#include <algorithm>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

/// A line of fields, each with its length before it, so that no two maps read the same.
QByteArray line(const QList<QByteArray>& fields)
{
    QByteArray made;
    for (const QByteArray& field : fields)
        made += QByteArray::number(field.size()) + ':' + field;
    return made + '\n';
}

bool onSource(const Snapshot& snapshot, Id server)
{
    const Server* found = snapshot.server(server);
    return found && found->role == ServerRole::Source;
}

/// An asset named the same in every copy of the project, whatever its id.
QByteArray nameOf(const Snapshot& snapshot, Id asset)
{
    const Asset* found = snapshot.asset(asset);
    return found ? QByteArray::number(found->server) + '/' + found->key.toUtf8() : QByteArray();
}

QByteArray assetLine(const Asset& asset)
{
    return line({"asset", QByteArray::number(asset.server), asset.key.toUtf8(), asset.path,
                 asset.critical ? "critical" : "", asset.owner.toUtf8(), asset.migrate ? "migrate" : "",
                 asset.destination});
}

Target page(PageId id, const char* kind, Id row = 0)
{
    return {id, QLatin1String(kind), row};
}

PageId pageOf(const Finding& finding)
{
    if (finding.room == u"compatibility")
        return PageId::Compatibility;
    return finding.room == u"dependencies" ? PageId::Dependencies : PageId::Inventory;
}

/// Rooms whose findings speak of the map.
bool ofTheMap(const Finding& finding)
{
    return finding.room == u"inventory" || finding.room == u"dependencies" || finding.room == u"compatibility";
}

/// "code" with how many there are and a link to the first, when there are any.
template <class T, class Is>
void missing(std::vector<Item>& items, const char* code, const std::vector<T>& rows, const char* kind, Is is,
             const std::function<PageId(const T&)>& pageFor)
{
    qint64 count = 0;
    const T* first = nullptr;
    for (const T& row : rows) {
        if (!is(row))
            continue;
        ++count;
        if (!first)
            first = &row;
    }
    if (first)
        items.push_back({QLatin1String(code), {{u"count"_s, count}}, page(pageFor(*first), kind, first->id)});
}

/// True when the ledger holds an inventory of that server.
bool inventoried(const Snapshot& snapshot, Id server)
{
    return std::any_of(snapshot.evidence.begin(), snapshot.evidence.end(), [&](const Evidence& entry) {
        return entry.kind == QLatin1String(evidence::InventoryRun) && entry.data[u"server"_s].toInteger() == server;
    });
}

/// True when the ledger holds a scan of that server's configuration.
bool scanned(const Snapshot& snapshot, Id server)
{
    return std::any_of(snapshot.evidence.begin(), snapshot.evidence.end(), [&](const Evidence& entry) {
        return entry.kind == QLatin1String(evidence::DependencyScan) &&
               entry.data[u"servers"_s].toArray().contains(QJsonValue(server));
    });
}

} // namespace

std::vector<const Dependency*> mapDependencies(const Snapshot& snapshot)
{
    std::vector<const Dependency*> found;
    for (const Dependency& dependency : snapshot.dependencies) {
        const Asset* from = snapshot.asset(dependency.from);
        if (from && !from->gone && onSource(snapshot, from->server))
            found.push_back(&dependency);
    }
    return found;
}

QString mapHash(const Snapshot& snapshot)
{
    QByteArrayList lines;
    for (const Server& server : snapshot.servers) {
        if (server.role == ServerRole::Source)
            lines += line({"server", QByteArray::number(server.id), server.name.toUtf8(), server.root});
    }
    for (const Asset* asset : snapshot.presentAssets())
        lines += assetLine(*asset);
    for (const Dependency* dependency : mapDependencies(snapshot)) {
        lines += line({"dependency", dependency->key.toUtf8(), nameOf(snapshot, dependency->from),
                       nameOf(snapshot, dependency->to), dependency->toName.toUtf8(), dependency->kind.toUtf8(),
                       enumName(dependency->state).toUtf8(), dependency->why.toUtf8()});
    }
    for (const Finding& finding : snapshot.findings) {
        const bool blind = finding.kind == FindingKind::BlindSpot && ofTheMap(finding) &&
                           finding.state != FindingState::Resolved && onSource(snapshot, finding.server);
        if (blind)
            lines += line({"blind-spot", QByteArray::number(finding.server), finding.key.toUtf8(),
                           enumName(finding.state).toUtf8(), finding.why.toUtf8()});
    }
    // Rows come in the order they were found: the map is the same in any order.
    std::sort(lines.begin(), lines.end());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray& part : lines)
        hash.addData(part);
    return QString::fromLatin1(hash.result().toHex());
}

std::vector<Item> mapGaps(const Snapshot& snapshot)
{
    std::vector<Item> gaps;
    const bool anySource = snapshot.serverOf(ServerRole::Source) != nullptr;
    if (!anySource)
        gaps.push_back({u"missing.source-server"_s, {}, page(PageId::Servers, "add-server")});
    missing<Finding>(
        gaps, "missing.blocking-findings", snapshot.findings, "finding",
        [&](const Finding& f) {
            return f.kind == FindingKind::Finding && f.state == FindingState::Open && ofTheMap(f) &&
                   f.severity == FindingSeverity::Blocking;
        },
        pageOf);
    missing<Server>(
        gaps, "missing.inventory", snapshot.servers, "run-inventory",
        [&](const Server& s) { return s.role == ServerRole::Source && !inventoried(snapshot, s.id); },
        [](const Server&) { return PageId::Inventory; });
    missing<Server>(
        gaps, "missing.dependency-scan", snapshot.servers, "run-dependencies",
        [&](const Server& s) {
            return s.role == ServerRole::Source && inventoried(snapshot, s.id) && !scanned(snapshot, s.id);
        },
        [](const Server&) { return PageId::Dependencies; });
    missing<Asset>(
        gaps, "missing.owners", snapshot.assets, "asset",
        [&](const Asset& a) {
            return a.critical && a.owner.trimmed().isEmpty() && !a.gone && onSource(snapshot, a.server);
        },
        [](const Asset&) { return PageId::Inventory; });
    missing<Finding>(
        gaps, "missing.blind-spots", snapshot.findings, "blind-spot",
        [&](const Finding& f) {
            return f.kind == FindingKind::BlindSpot && f.state == FindingState::Open && ofTheMap(f) &&
                   onSource(snapshot, f.server);
        },
        pageOf);
    qint64 undecided = 0;
    Id first = 0;
    for (const Dependency* dependency : mapDependencies(snapshot)) {
        // A dismissal without its reason is none, whoever wrote the row.
        const bool decided = dependency->state == DependencyState::Confirmed ||
                             (dependency->state == DependencyState::Dismissed && !dependency->why.trimmed().isEmpty());
        if (!decided && ++undecided == 1)
            first = dependency->id;
    }
    if (undecided > 0)
        gaps.push_back(
            {u"missing.dependencies"_s, {{u"count"_s, undecided}}, page(PageId::Dependencies, "dependency", first)});
    return gaps;
}

} // namespace bascule
