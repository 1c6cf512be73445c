// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/Plan.h"

#include "core/project/Checkpoint.h"

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

/// The kind of evidence that an approval of that step leaves; null for steps that are not approved here.
const char* evidenceKind(const QString& step)
{
    if (step == u"planning")
        return evidence::PlanApproved;
    if (step == u"rehearsal")
        return evidence::RehearsalSigned;
    if (step == u"go")
        return evidence::GoGiven;
    return nullptr;
}

/// Finds a person by name, or adds them with that role. One name stands for one role: nobody agrees for two sides.
Result<void> ensurePerson(StoreTx& tx, const QString& name, PersonRole role)
{
    const auto persons = tx.all<Person>();
    if (!persons)
        return persons.error();
    for (const Person& person : persons.value()) {
        if (person.name.compare(name, Qt::CaseInsensitive) != 0)
            continue;
        if (person.role == role)
            return {};
        return makeError("approval.other-role", name,
                         {{"role", bytes(enumName(person.role))}, {"wanted", bytes(enumName(role))}});
    }
    Person person{0, name, role, {}};
    const auto id = tx.insert(person);
    return id ? Result<void>() : Result<void>(id.error());
}

} // namespace

Result<Id> approve(StoreTx& tx, const QString& step, const QString& person, PersonRole role, const QString& subject,
                   const QJsonObject& data)
{
    const char* kind = evidenceKind(step);
    if (!kind)
        return makeError("approval.unknown-step", step);
    const QString name = person.trimmed();
    if (name.isEmpty())
        return makeError("approval.no-name");
    if (subject.isEmpty())
        return makeError("approval.nothing-to-approve", {}, {{"step", bytes(step)}});
    if (auto known = ensurePerson(tx, name, role); !known)
        return known.error();
    QJsonObject noted = data;
    noted.insert(u"role"_s, enumName(role));
    const auto evidence = tx.append(step == u"go" ? u"cutover"_s : step, kind, subject, noted, name);
    if (!evidence)
        return evidence;
    Approval approval{0, step, name, role, tx.now(), subject, evidence.value()};
    return tx.insert(approval);
}

QString rehearsalSubject(const Snapshot& snapshot)
{
    const Run* run = snapshot.lastRun(RunKind::Rehearsal);
    if (!run || run->state != RunState::Succeeded || !hasEvidence(snapshot, run->evidence, evidence::RehearsalRun))
        return {};
    return snapshot.evidenceById(run->evidence)->hash;
}

QString approvalSubject(const Snapshot& snapshot, const QString& step, const Runbook& runbook)
{
    if (step == u"planning")
        return planHash(snapshot, runbook);
    if (step == u"rehearsal")
        return rehearsalSubject(snapshot);
    if (step == u"go")
        return runbook.hash;
    return {};
}

const Approval* approvalFor(const Snapshot& snapshot, const QString& step, PersonRole role, const QString& subject)
{
    const char* kind = evidenceKind(step);
    if (!kind || subject.isEmpty())
        return nullptr;
    for (auto at = snapshot.approvals.rbegin(); at != snapshot.approvals.rend(); ++at) {
        if (at->step != step || at->role != role || at->subject != subject)
            continue;
        // The row says so; the ledger must say the same.
        const Evidence* proof = snapshot.evidenceById(at->evidence);
        if (proof && proof->kind == QLatin1String(kind) && proof->subject == subject && proof->who == at->person &&
            proof->data.value(u"role"_s).toString() == enumName(role))
            return &*at;
    }
    return nullptr;
}

Result<Id> waive(StoreTx& tx, const QString& step, const QString& person, const QString& why)
{
    Step known = Step::Inventory;
    if (!enumFrom(step, known))
        return makeError("waiver.unknown-step", step);
    if (person.trimmed().isEmpty())
        return makeError("waiver.no-name");
    if (why.trimmed().isEmpty())
        return makeError("waiver.no-reason", person.trimmed());
    const auto evidence = tx.append(step, evidence::StepWaived, step, {{u"why"_s, why.trimmed()}}, person.trimmed());
    if (!evidence)
        return evidence;
    Waiver waiver{0, step, person.trimmed(), why.trimmed(), tx.now(), evidence.value()};
    return tx.insert(waiver);
}

} // namespace bascule
