// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backups/Checkpoint.h"

#include "core/backups/Backups.h"
#include "core/backups/Coverage.h"
#include "core/project/Moments.h"

#include <algorithm>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

Item item(const char* code, QJsonObject params, const char* kind, Id id = 0)
{
    return {QLatin1String(code), std::move(params), {PageId::Backups, QLatin1String(kind), id}};
}

/// What is still missing for one asset; nothing when it is covered.
std::optional<Item> gap(const Asset& asset, const Coverage& coverage)
{
    QJsonObject params{{u"name"_s, asset.name}};
    switch (coverage.state) {
    case CoverageState::Good:
        return {};
    case CoverageState::None:
        return item("missing.backup", params, "asset", asset.id);
    case CoverageState::NotTested:
        return item("missing.restore-test", params, "backup", coverage.backup->id);
    case CoverageState::Failed:
        return item("missing.good-backup", params, "backup", coverage.backup->id);
    case CoverageState::Expired:
        params.insert(u"at"_s, iso(coverage.proof->at));
        return item("missing.restore-again", params, "backup", coverage.backup->id);
    case CoverageState::TooSlow:
        params.insert(u"ms"_s, coverage.ms);
        params.insert(u"objective"_s, coverage.objectiveMs);
        return item("missing.restore-in-time", params, "backup", coverage.backup->id);
    }
    return {};
}

/// The written scenario's line: it must speak of the text as it stands.
const Evidence* scenarioWritten(const Snapshot& snapshot)
{
    if (snapshot.project.rollbackScenario.trimmed().isEmpty())
        return nullptr;
    return snapshot.lastEvidence(evidence::RollbackScenarioWritten,
                                 rollbackScenarioHash(snapshot.project.rollbackScenario));
}

/// The newest time that a rollback was carried out and went well: in a drill, or for real.
const Evidence* rollbackCarriedOut(const Snapshot& snapshot)
{
    for (auto at = snapshot.evidence.rbegin(); at != snapshot.evidence.rend(); ++at) {
        if (at->kind == QLatin1String(evidence::RollbackDrill) && at->data[u"ok"].toBool())
            return &*at;
        const QString state = at->data[u"state"].toString();
        if (at->kind == QLatin1String(evidence::RollbackRun) &&
            (state == enumName(RunState::Succeeded) || state == enumName(RunState::RolledBack)))
            return &*at;
    }
    return nullptr;
}

/// Everything that the verdict rests on.
struct Findings
{
    std::vector<std::pair<const Asset*, Coverage>> assets; ///< the critical ones
    const Evidence* written = nullptr;
    const Evidence* carriedOut = nullptr;
    bool anything = false; ///< something was measured or decided
};

Findings findingsOf(const Snapshot& snapshot, const QDateTime& now)
{
    Findings findings;
    for (const Asset* asset : snapshot.presentAssets()) {
        if (asset->critical)
            findings.assets.emplace_back(asset, coverageOf(snapshot, *asset, now));
    }
    findings.written = scenarioWritten(snapshot);
    findings.carriedOut = rollbackCarriedOut(snapshot);
    findings.anything = findings.written || findings.carriedOut || snapshot.lastEvidence(evidence::BackupRead) ||
                        snapshot.lastEvidence(evidence::BackupRestored);
    return findings;
}

void addMissing(Checkpoint& checkpoint, const Findings& findings)
{
    if (findings.assets.empty())
        checkpoint.missing.push_back({u"missing.critical-assets"_s, {}, {PageId::Inventory, u"asset"_s, 0}});
    // The worst first: what does not come back, then what was never tried, then what must be done again.
    for (const CoverageState state : {CoverageState::Failed, CoverageState::None, CoverageState::NotTested,
                                      CoverageState::TooSlow, CoverageState::Expired}) {
        for (const auto& [asset, coverage] : findings.assets) {
            if (coverage.state != state)
                continue;
            if (auto missing = gap(*asset, coverage))
                checkpoint.missing.push_back(*missing);
        }
    }
    if (!findings.written)
        checkpoint.missing.push_back(item("missing.rollback-scenario", {}, "rollback-scenario"));
    if (!findings.carriedOut)
        checkpoint.missing.push_back({u"missing.rollback-drill"_s, {}, {PageId::Rehearsal, u"rollback-drill"_s, 0}});
}

void addFacts(Checkpoint& checkpoint, const Findings& findings)
{
    qint64 good = 0;
    const Coverage* slowest = nullptr;
    QString slowestName;
    for (const auto& [asset, coverage] : findings.assets) {
        if (coverage.proof)
            checkpoint.evidence.push_back(coverage.proof->id);
        if (coverage.reading)
            checkpoint.evidence.push_back(coverage.reading->id);
        if (coverage.state != CoverageState::Good)
            continue;
        ++good;
        checkpoint.since = std::max(checkpoint.since, coverage.proof->at);
        if (!slowest || coverage.ms * slowest->objectiveMs > slowest->ms * coverage.objectiveMs) {
            slowest = &coverage;
            slowestName = asset->name;
        }
        if (!checkpoint.expiresAt.isValid() || coverage.expiresAt < checkpoint.expiresAt)
            checkpoint.expiresAt = coverage.expiresAt;
    }
    if (good > 0)
        checkpoint.facts.push_back(
            item("fact.restored", {{u"count"_s, good}, {u"total"_s, qint64(findings.assets.size())}}, "asset"));
    if (slowest)
        checkpoint.facts.push_back(
            item("fact.slowest-restore",
                 {{u"name"_s, slowestName}, {u"ms"_s, slowest->ms}, {u"objective"_s, slowest->objectiveMs}}, "backup",
                 slowest->backup->id));
    for (const Evidence* line : {findings.written, findings.carriedOut}) {
        if (!line)
            continue;
        checkpoint.evidence.push_back(line->id);
        checkpoint.since = std::max(checkpoint.since, line->at);
    }
    if (findings.written)
        checkpoint.facts.push_back(item("fact.rollback-scenario",
                                        {{u"person"_s, findings.written->who}, {u"at"_s, iso(findings.written->at)}},
                                        "rollback-scenario"));
    if (findings.carriedOut)
        checkpoint.facts.push_back(
            item("fact.rollback-run",
                 {{u"at"_s, iso(findings.carriedOut->at)}, {u"ms"_s, findings.carriedOut->data[u"ms"].toInteger()}},
                 "rollback-drill"));
    std::sort(checkpoint.evidence.begin(), checkpoint.evidence.end());
    checkpoint.evidence.erase(std::unique(checkpoint.evidence.begin(), checkpoint.evidence.end()),
                              checkpoint.evidence.end());
}

CheckpointState stateOf(const Checkpoint& checkpoint, const Findings& findings)
{
    if (checkpoint.missing.empty())
        return CheckpointState::Passed;
    const auto any = [&](CoverageState state) {
        return std::any_of(findings.assets.begin(), findings.assets.end(),
                           [&](const auto& one) { return one.second.state == state; });
    };
    if (any(CoverageState::Failed) || any(CoverageState::TooSlow))
        return CheckpointState::Blocked;
    const bool onlyAge = std::all_of(checkpoint.missing.begin(), checkpoint.missing.end(),
                                     [](const Item& missing) { return missing.code == u"missing.restore-again"; });
    if (onlyAge)
        return CheckpointState::Expired;
    return findings.anything ? CheckpointState::InProgress : CheckpointState::NotStarted;
}

} // namespace

Checkpoint backupsCheckpoint(const Snapshot& snapshot, const QDateTime& now)
{
    Checkpoint checkpoint;
    checkpoint.step = Step::Backups;
    const Findings findings = findingsOf(snapshot, now);
    addMissing(checkpoint, findings);
    addFacts(checkpoint, findings);
    checkpoint.state = stateOf(checkpoint, findings);
    if (findings.written)
        checkpoint.by = findings.written->who;
    applyWaiver(checkpoint, snapshot);
    return checkpoint;
}

} // namespace bascule
