// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitoring/Checks.h"

#include "core/monitoring/Probe.h"
#include "core/monitoring/Watched.h"
#include "core/project/Checkpoint.h"

#include <algorithm>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

Check proposalFor(const Asset& asset)
{
    Check check;
    check.asset = asset.id;
    check.name = asset.name;
    switch (asset.kind) {
    case AssetKind::Database:
        check.kind = u"sqlite"_s;
        check.params = {{u"minRows"_s, 1}}; // at least one table
        break;
    case AssetKind::Service:
    case AssetKind::Task:
        check.kind = u"file"_s;
        check.params = {{u"minBytes"_s, asset.bytes > 0 ? 1 : 0}};
        break;
    case AssetKind::Share:
    case AssetKind::Application:
    case AssetKind::Backups:
    case AssetKind::Files:
        check.kind = u"tree"_s;
        check.params = {{u"sample"_s, 5}, {u"minFiles"_s, asset.files > 0 ? 1 : 0}};
        break;
    }
    return check;
}

bool hasCheck(const Snapshot& snapshot, Id asset)
{
    return std::any_of(snapshot.checks.begin(), snapshot.checks.end(),
                       [&](const Check& check) { return check.asset == asset && check.enabled; });
}

} // namespace

std::vector<const Asset*> watchedAssets(const Snapshot& snapshot)
{
    std::vector<const Asset*> watched;
    for (const Asset* asset : snapshot.presentAssets()) {
        // What stays behind is not on the new server, so there is nothing to watch there.
        if (asset->critical && asset->migrate)
            watched.push_back(asset);
    }
    return watched;
}

bool hasBaseline(const Snapshot& snapshot, const Check& check)
{
    if (check.baseline.isEmpty() || !hasEvidence(snapshot, check.baselineEvidence, evidence::BaselineMeasured))
        return false;
    const Evidence* proof = snapshot.evidenceById(check.baselineEvidence);
    if (proof->data.value(u"check"_s).toInteger() != check.id)
        return false;
    const QDateTime cutover = snapshot.project.cutoverAt;
    return !cutover.isValid() || snapshot.project.state == MigrationState::RolledBack || proof->at <= cutover;
}

std::vector<Check> proposeChecks(const Snapshot& snapshot)
{
    std::vector<Check> proposals;
    for (const Asset* asset : watchedAssets(snapshot)) {
        if (!hasCheck(snapshot, asset->id))
            proposals.push_back(proposalFor(*asset));
    }
    const bool link = std::any_of(snapshot.checks.begin(), snapshot.checks.end(),
                                  [](const Check& check) { return check.kind == u"link"; });
    if (!snapshot.project.switchLink.isEmpty() && !link) {
        Check check;
        check.name = displayPath(snapshot.project.switchLink);
        check.kind = u"link"_s;
        proposals.push_back(check);
    }
    return proposals;
}

Result<Id> setCheck(StoreTx& tx, Check check)
{
    check.name = check.name.trimmed();
    if (check.name.isEmpty())
        return makeError("check.no-name");
    const Probe* probe = probeFor(check.kind);
    if (!probe)
        return makeError("check.unknown-kind", check.kind);
    if (check.everySeconds < 5)
        return makeError("check.interval", check.name);
    if (auto valid = probe->validate(check.params); !valid)
        return valid.error();
    if (check.id == 0) {
        check.state = CheckState::NotRun;
        check.ranAt = {};
        check.baseline = {};
        check.baselineEvidence = 0;
        return tx.insert(check);
    }
    const auto old = tx.get<Check>(check.id);
    if (!old)
        return old.error();
    // What a check measured belongs to what it looked at.
    const bool same = old->kind == check.kind && old->params == check.params && old->asset == check.asset;
    check.state = same ? old->state : CheckState::NotRun;
    check.ranAt = same ? old->ranAt : QDateTime();
    check.baseline = same ? old->baseline : QJsonObject();
    check.baselineEvidence = same ? old->baselineEvidence : 0;
    const auto done = tx.update(check);
    return done ? Result<Id>(check.id) : Result<Id>(done.error());
}

Result<void> removeCheck(StoreTx& tx, Id id)
{
    if (const auto found = tx.get<Check>(id); !found)
        return found.error();
    return tx.erase<Check>(id);
}

Result<void> closeIncident(StoreTx& tx, Id id, const QString& person, const QString& why)
{
    auto incident = tx.get<Incident>(id);
    if (!incident)
        return incident.error();
    if (incident->closedAt.isValid())
        return makeError("incident.closed-already");
    if (person.trimmed().isEmpty())
        return makeError("incident.no-name");
    if (why.trimmed().isEmpty())
        return makeError("incident.no-reason");
    incident->closedAt = tx.now();
    incident->by = person.trimmed();
    incident->why = why.trimmed();
    if (auto done = tx.update(incident.value()); !done)
        return done;
    const auto check = tx.get<Check>(incident->check);
    const auto noted =
        tx.append(enumName(Step::Monitoring), evidence::IncidentClosed, check ? check->name : QString(),
                  {{u"incident"_s, id}, {u"check"_s, incident->check}, {u"why"_s, incident->why}}, incident->by);
    return noted ? Result<void>() : Result<void>(noted.error());
}

IncidentVerdict judgeIncident(std::span<const CheckResult> results, bool open)
{
    const auto good = [](CheckState state) { return state == CheckState::Up; };
    std::vector<CheckState> said; // newest first, at most three
    for (auto at = results.rbegin(); at != results.rend() && said.size() < 3; ++at) {
        if (at->state != CheckState::Unknown && at->state != CheckState::NotRun)
            said.push_back(at->state);
    }
    IncidentVerdict verdict;
    if (open) {
        if (said.size() >= 2 && good(said[0]) && good(said[1]))
            verdict.what = IncidentVerdict::What::Close;
        return verdict;
    }
    int bad = 0;
    for (const CheckState state : said) {
        bad += good(state) ? 0 : 1;
        if (state == CheckState::Down || (state == CheckState::Degraded && verdict.worst == CheckState::Up))
            verdict.worst = state;
    }
    if (bad >= 2)
        verdict.what = IncidentVerdict::What::Open;
    return verdict;
}

bool monitoringReady(const Snapshot& snapshot)
{
    const auto ready = [&](const Check& check) { return check.enabled && hasBaseline(snapshot, check); };
    if (std::none_of(snapshot.checks.begin(), snapshot.checks.end(), ready))
        return false;
    const auto assets = watchedAssets(snapshot);
    return std::all_of(assets.begin(), assets.end(), [&](const Asset* asset) {
        return std::any_of(snapshot.checks.begin(), snapshot.checks.end(),
                           [&](const Check& check) { return check.asset == asset->id && ready(check); });
    });
}

std::vector<const Check*> enabledChecks(const Snapshot& snapshot)
{
    std::vector<const Check*> enabled;
    for (const Check& check : snapshot.checks) {
        if (check.enabled)
            enabled.push_back(&check);
    }
    return enabled;
}

} // namespace bascule
