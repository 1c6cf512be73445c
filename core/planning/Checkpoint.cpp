// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/Checkpoint.h"

#include "core/planning/Plan.h"
#include "core/project/Moments.h"

#include <QJsonArray>

#include <algorithm>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

/// What is collected on the way to a state.
struct Findings
{
    Checkpoint checkpoint;
    bool blocked = false;
    bool expired = false;

    void fact(const char* code, const QJsonObject& params = {})
    {
        checkpoint.facts.push_back({QString::fromLatin1(code), params, {PageId::Planning, u"window"_s, 0}});
    }
    void missing(const char* code, const QJsonObject& params, Target target)
    {
        checkpoint.missing.push_back({QString::fromLatin1(code), params, std::move(target)});
    }
};

void lookAtWindow(Findings& found, const Snapshot& snapshot, const Runbook& runbook, bool began, const QDateTime& now)
{
    const Window* window = snapshot.window();
    const Timings timings = measuredTimings(snapshot, runbook);
    const Target here{PageId::Planning, u"window"_s, window ? window->id : 0};
    if (timings.rehearsals == 0)
        found.missing("planning.rehearse-first", {}, {PageId::Rehearsal, u"rehearse"_s, 0});
    else if (!timings.rollbackMeasured)
        found.missing("planning.rollback-not-measured", {}, {PageId::Backups, u"rollback-drill"_s, 0});
    if (!window) {
        found.missing("planning.no-window", {}, here);
        return;
    }
    // A window that has begun is no longer chosen "in the past": it is being used, or it has been missed.
    const WindowFit fit =
        fitWindow(window->start, window->minutes, timings, snapshot.criticalPeriods, std::min(now, window->start));
    if (timings.rehearsals > 0) {
        found.fact("planning.fact-fit", {{u"cutover"_s, fit.cutoverMs},
                                         {u"rollback"_s, fit.rollbackMs},
                                         {u"window"_s, qint64(window->minutes) * 60'000}});
    }
    found.fact("planning.fact-window", {{u"start"_s, iso(fit.start)}, {u"ends"_s, iso(fit.ends)}});
    if (!began && now >= fit.ends) {
        found.expired = true;
        found.missing("planning.window-passed", {{u"ends"_s, iso(fit.ends)}}, here);
    }
    for (const Item& problem : fit.problems) {
        found.blocked = true;
        found.checkpoint.missing.push_back(problem);
    }
    if (fit.ok() && timings.rehearsals > 0 && timings.rollbackMeasured) {
        found.fact("planning.fact-margin", {{u"margin"_s, fit.marginMs}, {u"last"_s, iso(fit.lastRollbackMoment)}});
    }
    if (!began)
        found.checkpoint.expiresAt = fit.ends;
    if (const Evidence* chosen = snapshot.lastEvidence(evidence::WindowChosen))
        found.checkpoint.evidence.push_back(chosen->id);
    else
        found.missing("planning.no-window", {}, here); // a row that nobody ever chose
}

/// Adds where the cutover lay, once there was one.
void lookAtCutover(Findings& found, const Snapshot& snapshot)
{
    const Run* run = snapshot.lastRun(RunKind::Cutover);
    const Window* window = snapshot.window();
    if (!run || !window || !cutoverBegan(snapshot.project.state))
        return;
    const bool inside =
        run->startedAt >= window->start && run->startedAt < window->start.addSecs(qint64(window->minutes) * 60);
    found.fact(inside ? "planning.fact-cutover-inside" : "planning.fact-cutover-outside",
               {{u"at"_s, iso(run->startedAt)}});
}

/// The newest approval of a role for whatever plan, if the ledger has it.
const Approval* lastApproval(const Snapshot& snapshot, PersonRole role)
{
    const QString step = enumName(Step::Planning);
    for (auto at = snapshot.approvals.rbegin(); at != snapshot.approvals.rend(); ++at) {
        if (at->step == step && at->role == role && hasEvidence(snapshot, at->evidence, evidence::PlanApproved))
            return &*at;
    }
    return nullptr;
}

void lookAtApprovals(Findings& found, const Snapshot& snapshot, const QString& subject)
{
    QStringList names;
    for (const PersonRole role : {PersonRole::It, PersonRole::Management}) {
        const Target target{PageId::Planning, u"approve-"_s + enumName(role), 0};
        if (const Approval* given = approvalFor(snapshot, enumName(Step::Planning), role, subject)) {
            names.append(given->person);
            found.checkpoint.evidence.push_back(given->evidence);
            if (!found.checkpoint.since.isValid() || given->at > found.checkpoint.since)
                found.checkpoint.since = given->at;
            continue;
        }
        if (const Approval* old = lastApproval(snapshot, role)) {
            found.expired = true;
            found.missing("planning.approval-outdated",
                          {{u"role"_s, enumName(role)}, {u"person"_s, old->person}, {u"at"_s, iso(old->at)}}, target);
        } else {
            found.missing("planning.approval-missing", {{u"role"_s, enumName(role)}}, target);
        }
    }
    if (names.isEmpty())
        return;
    found.checkpoint.by = names.join(u", "_s);
    found.fact("planning.fact-approved",
               {{u"names"_s, QJsonArray::fromStringList(names)}, {u"at"_s, iso(found.checkpoint.since)}});
}

void lookAtPeople(Findings& found, const Snapshot& snapshot)
{
    qint64 ready = 0;
    for (const char* moment : {"start", "end"}) {
        const bool there = std::any_of(snapshot.messages.begin(), snapshot.messages.end(), [&](const Message& message) {
            return message.ready && message.moment == QLatin1String(moment) && !message.text.isEmpty();
        });
        if (!there) {
            found.missing("planning.message-missing", {{u"moment"_s, QString::fromLatin1(moment)}},
                          {PageId::Planning, u"message"_s, 0});
        }
    }
    for (const Message& message : snapshot.messages)
        ready += message.ready ? 1 : 0;
    if (ready > 0)
        found.fact("planning.fact-messages", {{u"count"_s, ready}});
    if (snapshot.contacts.empty())
        found.missing("planning.contact-missing", {}, {PageId::Planning, u"contact"_s, 0});
    else
        found.fact("planning.fact-contacts", {{u"count"_s, qint64(snapshot.contacts.size())}});
}

bool nothingYet(const Snapshot& snapshot)
{
    const bool approved =
        std::any_of(snapshot.approvals.begin(), snapshot.approvals.end(),
                    [](const Approval& approval) { return approval.step == enumName(Step::Planning); });
    return !snapshot.window() && snapshot.criticalPeriods.empty() && snapshot.messages.empty() &&
           snapshot.contacts.empty() && !approved;
}

} // namespace

Checkpoint planningCheckpoint(const Snapshot& snapshot, const QDateTime& now)
{
    Findings found;
    found.checkpoint.step = Step::Planning;
    const bool began = cutoverBegan(snapshot.project.state);
    Runbook runbook = buildRunbook(snapshot);
    // Once the cutover has run, what counts is the plan it followed, not what a plan would look like today.
    if (const Run* run = snapshot.lastRun(RunKind::Cutover); began && run && !run->runbookHash.isEmpty())
        runbook.hash = run->runbookHash;

    lookAtWindow(found, snapshot, runbook, began, now);
    lookAtCutover(found, snapshot);
    lookAtApprovals(found, snapshot, planHash(snapshot, runbook));
    lookAtPeople(found, snapshot);

    Checkpoint& checkpoint = found.checkpoint;
    if (found.blocked)
        checkpoint.state = CheckpointState::Blocked;
    else if (found.expired)
        checkpoint.state = CheckpointState::Expired;
    else if (checkpoint.missing.empty())
        checkpoint.state = CheckpointState::Passed;
    else
        checkpoint.state = nothingYet(snapshot) ? CheckpointState::NotStarted : CheckpointState::InProgress;
    if (checkpoint.state != CheckpointState::Passed)
        checkpoint.expiresAt = {};
    applyWaiver(checkpoint, snapshot);
    return std::move(checkpoint);
}

} // namespace bascule
