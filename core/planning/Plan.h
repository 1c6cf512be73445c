// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/Window.h"
#include "core/project/ProjectStore.h"

namespace bascule {

// What people decide while they plan. Each function belongs inside ProjectStore::write(); an error rolls the whole
// write back. Names and reasons are trimmed. `who` is the person at the keyboard, or "bascule".

/// Chooses the window and withdraws the one before; returns its id. Errors are the codes of WindowFit::problems with
/// their params.
Result<Id> setWindow(StoreTx& tx, const QDateTime& start, int minutes, const Timings& timings,
                     const QString& who = QStringLiteral("bascule"), const QTimeZone& zone = localZone());
/// "window.none" when none is chosen.
Result<void> withdrawWindow(StoreTx& tx, const QString& who = QStringLiteral("bascule"));

/// Errors: "critical.no-reason", "critical.backwards", "time.not-understood" for an invalid moment.
Result<Id> addCriticalPeriod(StoreTx& tx, const QDateTime& from, const QDateTime& to, const QString& why,
                             const QString& who = QStringLiteral("bascule"));
Result<void> removeCriticalPeriod(StoreTx& tx, Id id, const QString& who = QStringLiteral("bascule"));

/// The moments a message is for, in order.
inline constexpr std::array kMessageMoments{"before", "start", "end", "rollback"};
/// One message a moment. Errors: "message.unknown-moment", "message.empty" (ready without a text).
Result<Id> setMessage(StoreTx& tx, const QString& moment, const QString& text, bool ready);

/// Adds (id 0) or changes a contact; without a place it goes last. Errors: "contact.no-name", "contact.no-phone".
Result<Id> setContact(StoreTx& tx, Contact contact);
Result<void> removeContact(StoreTx& tx, Id id);
/// Puts a contact at a place (1 is called first) and numbers the others after it.
Result<void> moveContact(StoreTx& tx, Id id, int place);

/// An agreement by name. `step` is "planning" (subject: planHash), "rehearsal" (subject: rehearsalSubject) or "go"
/// (subject: the runbook's hash). The map of the inventory is validated in its own room. `data` is added to the
/// evidence. A name that is not among the project's people is added to them with that role.
/// Errors: "approval.no-name", "approval.unknown-step", "approval.nothing-to-approve" (empty subject),
/// "approval.other-role" (params role: the person has another one).
Result<Id> approve(StoreTx& tx, const QString& step, const QString& person, PersonRole role, const QString& subject,
                   const QJsonObject& data = {});

/// What is approved at that step as things are: see approve(); empty when there is nothing yet.
QString approvalSubject(const Snapshot& snapshot, const QString& step, const Runbook& runbook);
/// Hash of the evidence of the last rehearsal, if it succeeded; else empty.
QString rehearsalSubject(const Snapshot& snapshot);

/// The newest approval of that step by that role for that subject whose evidence stands in the ledger, or null.
const Approval* approvalFor(const Snapshot& snapshot, const QString& step, PersonRole role, const QString& subject);

/// Takes responsibility for a checkpoint that has not passed, by name and with a reason; shown for ever.
/// Errors: "waiver.unknown-step", "waiver.no-name", "waiver.no-reason".
Result<Id> waive(StoreTx& tx, const QString& step, const QString& person, const QString& why);

} // namespace bascule
