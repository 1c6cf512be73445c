// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inventory/Checkpoint.h"

#include "core/inventory/Map.h"
#include "core/project/Moments.h"

#include <algorithm>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

/// The newest validation that the ledger bears out: the row alone proves nothing.
const Approval* validation(const Snapshot& snapshot)
{
    for (auto at = snapshot.approvals.rbegin(); at != snapshot.approvals.rend(); ++at) {
        if (at->step != u"inventory" || at->person.trimmed().isEmpty())
            continue;
        const Evidence* line = snapshot.evidenceById(at->evidence);
        if (line && line->kind == QLatin1String(evidence::MapValidated) && line->subject == at->subject &&
            line->who == at->person)
            return &*at;
    }
    return nullptr;
}

/// The newest inventory of each source server.
std::vector<const Evidence*> inventories(const Snapshot& snapshot)
{
    std::vector<const Evidence*> lines;
    for (const Server& server : snapshot.servers) {
        if (server.role != ServerRole::Source)
            continue;
        const auto at = std::find_if(snapshot.evidence.rbegin(), snapshot.evidence.rend(), [&](const Evidence& line) {
            return line.kind == QLatin1String(evidence::InventoryRun) &&
                   line.data[u"server"_s].toInteger() == server.id;
        });
        if (at != snapshot.evidence.rend())
            lines.push_back(&*at);
    }
    return lines;
}

Item fact(const char* code, QJsonObject params, PageId page, const char* kind)
{
    return {QLatin1String(code), std::move(params), {page, QLatin1String(kind), 0}};
}

void addFacts(Checkpoint& checkpoint, const Snapshot& snapshot, const std::vector<const Evidence*>& lines,
              const Approval* approval, bool current)
{
    if (approval && current)
        checkpoint.facts.push_back(fact("fact.map-validated",
                                        {{u"person"_s, approval->person}, {u"at"_s, iso(approval->at)}},
                                        PageId::Inventory, "asset"));
    const auto assets = snapshot.presentAssets();
    const auto critical = std::count_if(assets.begin(), assets.end(), [](const Asset* a) { return a->critical; });
    checkpoint.facts.push_back(fact("fact.assets", {{u"count"_s, qint64(assets.size())}}, PageId::Inventory, "asset"));
    if (critical > 0)
        checkpoint.facts.push_back(
            fact("fact.critical-assets", {{u"count"_s, qint64(critical)}}, PageId::Inventory, "asset"));
    qint64 confirmed = 0, dismissed = 0;
    for (const Dependency* dependency : mapDependencies(snapshot)) {
        confirmed += dependency->state == DependencyState::Confirmed ? 1 : 0;
        dismissed += dependency->state == DependencyState::Dismissed ? 1 : 0;
    }
    if (confirmed > 0)
        checkpoint.facts.push_back(
            fact("fact.dependencies-confirmed", {{u"count"_s, confirmed}}, PageId::Dependencies, "dependency"));
    if (dismissed > 0)
        checkpoint.facts.push_back(
            fact("fact.dependencies-dismissed", {{u"count"_s, dismissed}}, PageId::Dependencies, "dependency"));
    const auto accepted = std::count_if(snapshot.findings.begin(), snapshot.findings.end(), [](const Finding& f) {
        return f.kind == FindingKind::BlindSpot && f.state == FindingState::Accepted;
    });
    if (accepted > 0)
        checkpoint.facts.push_back(
            fact("fact.blind-spots-accepted", {{u"count"_s, qint64(accepted)}}, PageId::Inventory, "blind-spot"));
    QDateTime oldest;
    for (const Evidence* line : lines)
        oldest = oldest.isValid() ? std::min(oldest, line->at) : line->at;
    if (oldest.isValid())
        checkpoint.facts.push_back(fact("fact.inventory-at", {{u"at"_s, iso(oldest)}}, PageId::Inventory, "asset"));
}

} // namespace

Checkpoint inventoryCheckpoint(const Snapshot& snapshot, const QDateTime&)
{
    Checkpoint checkpoint;
    checkpoint.step = Step::Inventory;
    checkpoint.missing = mapGaps(snapshot);
    const auto lines = inventories(snapshot);
    const Approval* approval = validation(snapshot);
    const bool current = approval && approval->subject == mapHash(snapshot);
    for (const Evidence* line : lines) {
        checkpoint.evidence.push_back(line->id);
        checkpoint.since = std::max(checkpoint.since, line->at);
    }
    if (const Evidence* scan = snapshot.lastEvidence(evidence::DependencyScan)) {
        checkpoint.evidence.push_back(scan->id);
        checkpoint.since = std::max(checkpoint.since, scan->at);
    }
    if (approval) {
        checkpoint.evidence.push_back(approval->evidence);
        checkpoint.since = approval->at;
        checkpoint.by = approval->person;
    }
    if (!lines.empty())
        addFacts(checkpoint, snapshot, lines, approval, current);
    if (!current) {
        const QJsonObject params =
            approval ? QJsonObject{{u"person"_s, approval->person}, {u"at"_s, iso(approval->at)}} : QJsonObject{};
        checkpoint.missing.push_back({approval ? u"missing.map-changed"_s : u"missing.validation"_s,
                                      params,
                                      {PageId::Inventory, u"validate-map"_s, 0}});
    }
    const bool blocked = std::any_of(checkpoint.missing.begin(), checkpoint.missing.end(),
                                     [](const Item& item) { return item.code == u"missing.blocking-findings"; });
    if (lines.empty())
        checkpoint.state = CheckpointState::NotStarted;
    else if (blocked)
        checkpoint.state = CheckpointState::Blocked;
    else if (approval && !current)
        checkpoint.state = CheckpointState::Expired;
    else
        checkpoint.state = checkpoint.missing.empty() ? CheckpointState::Passed : CheckpointState::InProgress;
    applyWaiver(checkpoint, snapshot);
    return checkpoint;
}

} // namespace bascule
