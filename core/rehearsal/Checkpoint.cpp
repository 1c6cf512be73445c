// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rehearsal/Checkpoint.h"

#include "core/project/Moments.h"
#include "core/runbook/Subjects.h"

#include <algorithm>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

Target on(const QString& kind, Id id = 0)
{
    return {PageId::Rehearsal, kind, id};
}

/// What is collected on the way to a state.
struct Findings
{
    Checkpoint checkpoint;
    bool blocked = false;
    bool expired = false;
    bool begun = false;

    void fact(const char* code, const QJsonObject& params, Target target)
    {
        checkpoint.facts.push_back({QString::fromLatin1(code), params, std::move(target)});
    }
    void missing(const char* code, const QJsonObject& params, Target target)
    {
        checkpoint.missing.push_back({QString::fromLatin1(code), params, std::move(target)});
    }
};

/// The last rehearsal of any runbook that succeeded, or null.
const Run* anyGoodRehearsal(const Snapshot& snapshot)
{
    for (auto run = snapshot.runs.rbegin(); run != snapshot.runs.rend(); ++run) {
        if (run->kind == RunKind::Rehearsal && run->state == RunState::Succeeded &&
            hasEvidence(snapshot, run->evidence, evidence::RehearsalRun))
            return &*run;
    }
    return nullptr;
}

/// The rehearsal that counts, after saying what speaks against it; null when there is none.
const Run* lookAtRuns(Findings& found, const Snapshot& snapshot, const Runbook& book, const QDateTime& now)
{
    const Run* newest = newestRehearsal(snapshot);
    found.begun = newest != nullptr;
    if (!newest) {
        found.missing("rehearsal.none-yet", {}, on(u"rehearse"_s));
        return nullptr;
    }
    const bool failed = newest->state == RunState::Failed;
    if (failed) {
        found.blocked = true;
        QJsonObject params = newest->error[u"params"].toObject();
        params.insert(u"subject"_s, newest->error[u"subject"]);
        params.insert(u"at"_s, iso(newest->endedAt));
        params.insert(u"reason"_s, newest->error[u"code"]);
        found.missing("rehearsal.last-failed", params, on(u"run"_s, newest->id));
    } else if (newest->state == RunState::Running) {
        found.missing("rehearsal.still-running", {}, on(u"run"_s, newest->id));
    }
    const Run* good = lastGoodRehearsal(snapshot, book.hash);
    if (!good) {
        if (const Run* other = anyGoodRehearsal(snapshot)) {
            found.expired = true;
            found.missing("rehearsal.again", {{u"at"_s, iso(other->endedAt)}}, on(u"rehearse"_s));
        } else if (!failed && newest->state != RunState::Running) {
            found.missing("rehearsal.none-yet", {}, on(u"rehearse"_s));
        }
        return nullptr;
    }
    const QDateTime goodUntil = good->endedAt.addDays(snapshot.project.rehearsalDays);
    if (now > goodUntil) {
        found.expired = true;
        found.missing("rehearsal.too-old", {{u"at"_s, iso(good->endedAt)}, {u"days"_s, snapshot.project.rehearsalDays}},
                      on(u"rehearse"_s));
    }
    found.checkpoint.expiresAt = goodUntil;
    found.checkpoint.since = good->endedAt;
    found.checkpoint.evidence.push_back(good->evidence);
    const Timings timings = measuredTimings(snapshot, book);
    found.fact("rehearsal.fact-run",
               {{u"at"_s, iso(good->endedAt)}, {u"count"_s, timings.rehearsals}, {u"time"_s, timings.medianMs}},
               on(u"run"_s, good->id));
    if (timings.rollbackMeasured)
        found.fact("rehearsal.fact-drill", {{u"time"_s, timings.rollbackMs}}, on(u"run"_s, good->id));
    return good;
}

/// A proposed scenario's name is a code with its params; one that people wrote is said as it is.
QJsonObject nameOf(const Scenario& scenario)
{
    if (scenario.name.startsWith(u"scenario.name."_s))
        return {{u"code"_s, scenario.name}, {u"params"_s, scenario.params}};
    return {{u"code"_s, u"scenario.called"_s}, {u"params"_s, QJsonObject{{u"name"_s, scenario.name}}}};
}

void lookAtScenarios(Findings& found, const Snapshot& snapshot, const Run* rehearsal)
{
    qint64 required = 0, passed = 0;
    std::array<bool, 4> kinds{};
    for (const Scenario& scenario : snapshot.scenarios) {
        found.begun = true;
        if (!scenario.required)
            continue;
        ++required;
        kinds[std::size_t(scenario.kind)] = true;
        const Target target = on(u"scenario"_s, scenario.id);
        const QJsonObject params{{u"scenario"_s, nameOf(scenario)}, {u"id"_s, scenario.id}};
        const bool proven =
            hasEvidence(snapshot, scenario.evidence, evidence::ScenarioRun) &&
            snapshot.evidenceById(scenario.evidence)->data[u"ok"].toBool() == (scenario.state == ScenarioState::Passed);
        if (scenario.state == ScenarioState::Failed) {
            found.blocked = true;
            found.missing("rehearsal.scenario-failed", params, target);
        } else if (scenario.state == ScenarioState::NotRun || !proven) {
            found.missing("rehearsal.scenario-not-run", params, target);
        } else if (rehearsal && scenario.run < rehearsal->id) {
            found.missing("rehearsal.scenario-older", params, target);
        } else {
            ++passed;
            found.checkpoint.evidence.push_back(scenario.evidence);
        }
    }
    for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
        if (!kinds[kind]) {
            found.missing("rehearsal.no-scenario-of-kind", {{u"kind"_s, enumName(ScenarioKind(kind))}},
                          on(u"add-scenario"_s));
        }
    }
    if (required > 0)
        found.fact("rehearsal.fact-scenarios", {{u"passed"_s, passed}, {u"count"_s, required}}, on(u"scenario"_s));
}

void lookAtDrift(Findings& found, const Snapshot& snapshot, const Run* rehearsal)
{
    qint64 accepted = 0;
    for (const Drift& drift : snapshot.drifts) {
        if (drift.state == DifferenceState::Open) {
            QJsonObject params = drift.params;
            params.insert(u"difference"_s, drift.code);
            found.missing("rehearsal.drift-open", params, on(u"drift"_s, drift.id));
        }
        accepted += drift.state == DifferenceState::Accepted ? 1 : 0;
    }
    const Evidence* measured = snapshot.lastEvidence(evidence::DriftMeasured);
    if (rehearsal && (!measured || measured->id < rehearsal->evidence))
        found.missing("rehearsal.drift-not-measured", {}, on(u"measure-drift"_s));
    else if (measured)
        found.fact("rehearsal.fact-drift", {{u"at"_s, iso(measured->at)}, {u"count"_s, accepted}}, on(u"drift"_s));
}

/// The signature of that role under exactly this rehearsal, if the ledger has it; what approve() of the planning room
/// writes for the step "rehearsal".
const Approval* signatureOf(const Snapshot& snapshot, PersonRole role, const QString& subject)
{
    for (auto at = snapshot.approvals.rbegin(); at != snapshot.approvals.rend(); ++at) {
        if (at->step != enumName(Step::Rehearsal) || at->role != role || at->subject != subject)
            continue;
        const Evidence* proof = snapshot.evidenceById(at->evidence);
        if (proof && proof->kind == QLatin1String(evidence::RehearsalSigned) && proof->subject == subject &&
            proof->who == at->person && proof->data[u"role"].toString() == enumName(role))
            return &*at;
    }
    return nullptr;
}

void lookAtSignatures(Findings& found, const Snapshot& snapshot, const Run* rehearsal)
{
    QStringList names;
    const Evidence* run = rehearsal ? snapshot.evidenceById(rehearsal->evidence) : nullptr;
    for (const PersonRole role : {PersonRole::It, PersonRole::Business}) {
        const Approval* given = run ? signatureOf(snapshot, role, run->hash) : nullptr;
        if (!given) {
            found.missing("rehearsal.signature-missing", {{u"role"_s, enumName(role)}}, on(u"sign-rehearsal"_s));
            continue;
        }
        names.append(given->person);
        found.checkpoint.evidence.push_back(given->evidence);
        found.checkpoint.since = std::max(found.checkpoint.since, given->at);
    }
    if (names.isEmpty())
        return;
    found.checkpoint.by = names.join(u", "_s);
    found.fact("rehearsal.fact-signed",
               {{u"names"_s, QJsonArray::fromStringList(names)}, {u"at"_s, iso(found.checkpoint.since)}},
               on(u"sign-rehearsal"_s));
}

} // namespace

Checkpoint rehearsalCheckpoint(const Snapshot& snapshot, const QDateTime& now)
{
    Findings found;
    found.checkpoint.step = Step::Rehearsal;
    Runbook book = buildRunbook(snapshot);
    QDateTime when = now;
    // Once the cutover has run, what counts is what had been rehearsed when it began.
    if (const Run* run = snapshot.lastRun(RunKind::Cutover); run && cutoverBegan(snapshot.project.state)) {
        book.hash = run->runbookHash;
        when = run->startedAt;
    } else {
        for (const Item& problem : book.problems)
            found.checkpoint.missing.push_back(problem);
    }
    if (!snapshot.serverOf(ServerRole::Test))
        found.missing("rehearsal.no-test-server", {}, {PageId::Servers, u"add-test"_s, 0});
    const Run* rehearsal = lookAtRuns(found, snapshot, book, when);
    lookAtScenarios(found, snapshot, rehearsal);
    lookAtDrift(found, snapshot, rehearsal);
    lookAtSignatures(found, snapshot, rehearsal);

    Checkpoint& checkpoint = found.checkpoint;
    if (found.blocked)
        checkpoint.state = CheckpointState::Blocked;
    else if (found.expired)
        checkpoint.state = CheckpointState::Expired;
    else if (checkpoint.missing.empty())
        checkpoint.state = CheckpointState::Passed;
    else
        checkpoint.state = found.begun ? CheckpointState::InProgress : CheckpointState::NotStarted;
    if (checkpoint.state != CheckpointState::Passed)
        checkpoint.expiresAt = {};
    applyWaiver(checkpoint, snapshot);
    return std::move(checkpoint);
}

} // namespace bascule
