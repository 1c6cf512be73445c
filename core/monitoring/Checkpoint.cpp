// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitoring/Checkpoint.h"

#include "core/monitoring/Checks.h"
#include "core/monitoring/Watched.h"
#include "core/project/Moments.h"

#include <QJsonArray>

#include <algorithm>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

/// Less than half of the observation period watched is no observation: a green that nobody measured.
constexpr double kWatchedAtLeast = 0.5;

struct Findings
{
    Checkpoint checkpoint;
    bool blocked = false;
    bool expired = false;

    void fact(const char* code, const QJsonObject& params = {})
    {
        checkpoint.facts.push_back({QString::fromLatin1(code), params, {PageId::Monitoring, {}, 0}});
    }
    void missing(const char* code, const QJsonObject& params = {}, const char* kind = "check", Id id = 0)
    {
        checkpoint.missing.push_back(
            {QString::fromLatin1(code), params, {PageId::Monitoring, QString::fromLatin1(kind), id}});
    }
};

/// Adds a line that counts assets and names them.
void addAssets(Findings& found, const char* code, const char* kind, const std::vector<const Asset*>& assets)
{
    if (assets.empty())
        return;
    QStringList names;
    for (const Asset* asset : assets)
        names.append(asset->name);
    found.missing(code, {{u"count"_s, qint64(assets.size())}, {u"names"_s, QJsonArray::fromStringList(names)}}, kind,
                  assets.front()->id);
}

void lookAtBaselines(Findings& found, const Snapshot& snapshot)
{
    qint64 measured = 0;
    const auto checks = enabledChecks(snapshot);
    for (const Check* check : checks) {
        if (!hasBaseline(snapshot, *check))
            continue;
        ++measured;
        found.checkpoint.evidence.push_back(check->baselineEvidence);
    }
    if (!checks.empty())
        found.fact("monitoring.fact-baselines", {{u"measured"_s, measured}, {u"count"_s, qint64(checks.size())}});
    std::vector<const Asset*> unwatched, unmeasured;
    for (const Asset* asset : watchedAssets(snapshot)) {
        bool watched = false, withBaseline = false;
        for (const Check* check : checks) {
            watched = watched || check->asset == asset->id;
            withBaseline = withBaseline || (check->asset == asset->id && hasBaseline(snapshot, *check));
        }
        if (!watched)
            unwatched.push_back(asset);
        else if (!withBaseline)
            unmeasured.push_back(asset);
    }
    addAssets(found, "monitoring.asset-unwatched", "asset", unwatched);
    addAssets(found, "monitoring.asset-without-baseline", "baseline", unmeasured);
    if (unwatched.empty() && unmeasured.empty() && measured == 0)
        found.missing(checks.empty() ? "monitoring.no-check" : "monitoring.no-baseline", {},
                      checks.empty() ? "check" : "baseline");
}

void lookAtIncidents(Findings& found, const Snapshot& snapshot)
{
    qint64 open = 0;
    for (const Incident& incident : snapshot.incidents) {
        if (incident.closedAt.isValid())
            continue;
        ++open;
        found.blocked = true;
        const Check* check = findById(snapshot.checks, incident.check);
        found.missing("monitoring.incident-open",
                      {{u"name"_s, check ? check->name : QString()}, {u"since"_s, iso(incident.openedAt)}}, "incident",
                      incident.id);
    }
    found.fact("monitoring.fact-incidents", {{u"count"_s, open}});
}

/// Checks that have not run for three intervals, or that could not look.
void lookAtRounds(Findings& found, const Snapshot& snapshot, const QDateTime& now)
{
    qint64 stale = 0, never = 0, unknown = 0;
    QDateTime newest;
    const QDateTime cutover = snapshot.project.cutoverAt;
    for (const Check* check : enabledChecks(snapshot)) {
        const bool ran = check->ranAt.isValid() && check->ranAt >= cutover;
        const QDateTime last = ran ? check->ranAt : cutover;
        if (last.secsTo(now) > 3 * qint64(check->everySeconds))
            ++stale;
        else if (!ran)
            ++never;
        else if (check->state == CheckState::Unknown)
            ++unknown;
        if (ran && !(newest > check->ranAt))
            newest = check->ranAt;
    }
    if (newest.isValid())
        found.checkpoint.since = newest;
    if (stale > 0) {
        found.expired = true;
        found.missing("monitoring.stale", {{u"count"_s, stale}, {u"last"_s, iso(newest)}}, "monitor");
    }
    if (never > 0)
        found.missing("monitoring.not-run-yet", {{u"count"_s, never}}, "monitor");
    if (unknown > 0)
        found.missing("monitoring.unknown", {{u"count"_s, unknown}});
}

void lookAtAvailability(Findings& found, const Snapshot& snapshot, const Availability& seen)
{
    const double target = snapshot.project.availabilityTarget;
    if (seen.known) {
        found.fact("monitoring.fact-availability", {{u"percent"_s, seen.percent},
                                                    {u"target"_s, target},
                                                    {u"watched"_s, seen.watchedMs},
                                                    {u"elapsed"_s, seen.elapsedMs}});
        if (seen.percent < target) {
            found.blocked = true;
            const Check* worst = findById(snapshot.checks, seen.worstCheck);
            found.missing(
                "monitoring.availability-low",
                {{u"percent"_s, seen.percent}, {u"target"_s, target}, {u"name"_s, worst ? worst->name : QString()}},
                "check", seen.worstCheck);
        }
    }
    if (!seen.over) {
        found.missing("monitoring.observing", {{u"until"_s, iso(seen.until)}}, "monitor");
        found.fact("monitoring.earliest", {{u"at"_s, iso(seen.until)}, {u"target"_s, target}});
    } else if (double(seen.watchedMs) < kWatchedAtLeast * double(seen.elapsedMs)) {
        found.missing("monitoring.watched-too-little", {{u"watched"_s, seen.watchedMs}, {u"elapsed"_s, seen.elapsedMs}},
                      "monitor");
    }
}

/// When it can pass at the earliest if the cutover goes as planned.
void lookAhead(Findings& found, const Snapshot& snapshot)
{
    const QJsonObject params{{u"period"_s, qint64(snapshot.project.observationHours) * 3'600'000},
                             {u"target"_s, snapshot.project.availabilityTarget}};
    if (monitoringReady(snapshot))
        found.fact("monitoring.ready");
    found.missing("monitoring.after-cutover", params, "cutover");
    if (const Window* window = snapshot.window()) {
        const QDateTime users = window->start.addSecs(qint64(window->minutes) * 60);
        found.fact("monitoring.earliest",
                   {{u"at"_s, iso(users.addSecs(qint64(snapshot.project.observationHours) * 3600))},
                    {u"target"_s, snapshot.project.availabilityTarget}});
    }
}

} // namespace

Checkpoint monitoringCheckpoint(const Snapshot& snapshot, const QDateTime& now)
{
    Findings found;
    Checkpoint& checkpoint = found.checkpoint;
    checkpoint.step = Step::Monitoring;
    const bool moved = isMoved(snapshot);
    lookAtBaselines(found, snapshot);
    if (moved || std::any_of(snapshot.incidents.begin(), snapshot.incidents.end(),
                             [](const Incident& incident) { return !incident.closedAt.isValid(); }))
        lookAtIncidents(found, snapshot);
    if (moved) {
        const Availability seen = availability(snapshot, now);
        // Once the migration is settled and the period is over, the watch has done its work.
        if (!(seen.over && snapshot.project.state == MigrationState::Committed))
            lookAtRounds(found, snapshot, now);
        lookAtAvailability(found, snapshot, seen);
    } else {
        lookAhead(found, snapshot);
    }
    if (const Evidence* round = snapshot.lastEvidence(evidence::MonitoringRound))
        checkpoint.evidence.push_back(round->id);

    const bool none = enabledChecks(snapshot).empty();
    if (none && !moved)
        checkpoint.state = CheckpointState::NotStarted;
    else if (found.blocked || none)
        checkpoint.state = CheckpointState::Blocked;
    else if (found.expired)
        checkpoint.state = CheckpointState::Expired;
    else
        checkpoint.state = checkpoint.missing.empty() ? CheckpointState::Passed : CheckpointState::InProgress;
    applyWaiver(checkpoint, snapshot);
    return std::move(found.checkpoint);
}

} // namespace bascule
