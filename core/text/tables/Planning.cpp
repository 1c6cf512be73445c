// SPDX-License-Identifier: GPL-3.0-or-later
// What planning says: windows, periods, approvals, messages, waivers.
#include "core/text/Catalogue.h"

#include <QCoreApplication>

namespace bascule::text {

namespace {

constexpr Entry entries[] = {
    // Times as they are typed.
    {"time.not-understood", QT_TRANSLATE_NOOP("Text", "“{subject}” is not a date and time."),
     QT_TRANSLATE_NOOP("Text", "Write it as 2026-12-06T04:00.")},
    {"time.does-not-exist",
     QT_TRANSLATE_NOOP("Text", "“{subject}” does not exist: the clocks go forward to summer time then."),
     QT_TRANSLATE_NOOP("Text", "Choose a time an hour later, or another day.")},
    {"time.ambiguous", QT_TRANSLATE_NOOP("Text", "“{subject}” comes twice: the clocks go back from summer time then."),
     QT_TRANSLATE_NOOP("Text", "Choose a time outside that hour, or write the offset from UTC behind it.")},

    // Why a window is refused.
    {"window.no-start", QT_TRANSLATE_NOOP("Text", "The window has no start."),
     QT_TRANSLATE_NOOP("Text", "Choose a date and a time.")},
    {"window.in-past", QT_TRANSLATE_NOOP("Text", "The window of {start:datetime} lies in the past."),
     QT_TRANSLATE_NOOP("Text", "Choose a date to come.")},
    {"window.zero-length", QT_TRANSLATE_NOOP("Text", "The window has no length."),
     QT_TRANSLATE_NOOP("Text", "Give it at least the time of the cutover and of the rollback.")},
    {"window.too-long", QT_TRANSLATE_NOOP("Text", "A window of {has:duration} is longer than {most:duration}."),
     QT_TRANSLATE_NOOP("Text", "Choose a shorter one.")},
    {"window.overlaps-critical",
     QT_TRANSLATE_NOOP("Text", "The window meets the critical period “{why}”, {from:datetime} to {to:datetime}."),
     QT_TRANSLATE_NOOP("Text", "Choose another window, or remove the period if it no longer holds.")},
    {"window.does-not-fit",
     QT_TRANSLATE_NOOP("Text",
                       "The cutover and the rollback need {needs:duration}, and the window has {has:duration}."),
     QT_TRANSLATE_NOOP("Text", "Choose a longer window.")},
    {"window.dst-change", QT_TRANSLATE_NOOP("Text", "The clocks change on {at:datetime}, inside the window."),
     QT_TRANSLATE_NOOP("Text", "Choose a window before or after it: times in logs and on clocks would not agree.")},
    {"window.none", QT_TRANSLATE_NOOP("Text", "No window is chosen."), QT_TRANSLATE_NOOP("Text", "Choose one.")},

    {"critical.no-reason", QT_TRANSLATE_NOOP("Text", "The critical period has no name."),
     QT_TRANSLATE_NOOP("Text", "Say what it is, such as “Payroll”.")},
    {"critical.backwards",
     QT_TRANSLATE_NOOP("Text", "The critical period ends ({to:datetime}) before it starts ({from:datetime})."),
     QT_TRANSLATE_NOOP("Text", "Choose an end after the start.")},

    {"message.unknown-moment", QT_TRANSLATE_NOOP("Text", "There is no moment “{subject}” for a message."),
     QT_TRANSLATE_NOOP("Text", "Choose one of: before, start, end, rollback.")},
    {"message.empty", QT_TRANSLATE_NOOP("Text", "The message “{moment:enum}” has no text, so it is not ready."),
     QT_TRANSLATE_NOOP("Text", "Write it first.")},
    {"contact.no-name", QT_TRANSLATE_NOOP("Text", "The contact has no name."),
     QT_TRANSLATE_NOOP("Text", "Say who is to be called.")},
    {"contact.no-phone", QT_TRANSLATE_NOOP("Text", "{subject} has no phone number."),
     QT_TRANSLATE_NOOP("Text", "Say where they can be reached at night.")},

    {"approval.no-name", QT_TRANSLATE_NOOP("Text", "An approval needs a name."),
     QT_TRANSLATE_NOOP("Text", "Say who approves.")},
    {"approval.unknown-step", QT_TRANSLATE_NOOP("Text", "Nothing is approved at a step “{subject}”."),
     QT_TRANSLATE_NOOP("Text", "Choose one of: rehearsal, planning, go.")},
    {"approval.nothing-to-approve", QT_TRANSLATE_NOOP("Text", "There is nothing to approve here yet."),
     QT_TRANSLATE_NOOP("Text", "Choose a window for planning; rehearse for the test environment.")},
    {"approval.other-role",
     QT_TRANSLATE_NOOP("Text", "{subject} is known for another role ({role:enum}), and one name speaks for one role."),
     QT_TRANSLATE_NOOP("Text", "Let somebody else approve, or change the role in the project.")},

    {"waiver.unknown-step", QT_TRANSLATE_NOOP("Text", "There is no checkpoint “{subject}”."),
     QT_TRANSLATE_NOOP("Text", "Choose one of: inventory, backups, rehearsal, planning, monitoring.")},
    {"waiver.no-name", QT_TRANSLATE_NOOP("Text", "A waiver needs a name."),
     QT_TRANSLATE_NOOP("Text", "Say who takes it on.")},
    {"waiver.no-reason", QT_TRANSLATE_NOOP("Text", "A waiver needs a reason."),
     QT_TRANSLATE_NOOP("Text", "Say why it may be passed over: it stays in the project for ever.")},

    // The checkpoint: what was measured.
    {"planning.fact-fit", QT_TRANSLATE_NOOP("Text", "{cutover:duration} measured, {rollback:duration} to roll back, in "
                                                    "a window of {window:duration}")},
    {"planning.fact-window", QT_TRANSLATE_NOOP("Text", "Window from {start:datetime} to {ends:datetime}")},
    {"planning.fact-margin",
     QT_TRANSLATE_NOOP("Text", "{margin:duration} to spare; last moment to go back {last:time}")},
    {"planning.fact-approved", QT_TRANSLATE_NOOP("Text", "Approved on {at:date} by {names}")},
    {"planning.fact-messages", QT_TRANSLATE_N_NOOP("Text", "%n message(s) to users ready")},
    {"planning.fact-contacts", QT_TRANSLATE_N_NOOP("Text", "%n contact(s) to call")},
    {"planning.fact-cutover-inside", QT_TRANSLATE_NOOP("Text", "Cutover started on {at:datetime}, in the window")},
    {"planning.fact-cutover-outside",
     QT_TRANSLATE_NOOP("Text", "Cutover started on {at:datetime}, outside the window")},

    // The checkpoint: what is missing.
    {"planning.no-window", QT_TRANSLATE_NOOP("Text", "a window for the cutover")},
    {"planning.window-passed",
     QT_TRANSLATE_NOOP("Text", "another window: the one chosen ended on {ends:datetime} without a cutover")},
    {"planning.rehearse-first", QT_TRANSLATE_NOOP("Text", "a rehearsal, to measure how long the cutover takes")},
    {"planning.rollback-not-measured", QT_TRANSLATE_NOOP("Text", "a rollback drill, to measure the way back")},
    {"planning.approval-missing", QT_TRANSLATE_NOOP("Text", "the approval of: {role:enum}")},
    {"planning.approval-outdated",
     QT_TRANSLATE_NOOP("Text", "a new approval by {person}: the plan has changed since {at:date}")},
    {"planning.message-missing", QT_TRANSLATE_NOOP("Text", "the message to users: {moment:enum}")},
    {"planning.contact-missing", QT_TRANSLATE_NOOP("Text", "somebody to call when things go wrong")},

    // The board's answer.
    {"board.question", QT_TRANSLATE_NOOP("Text", "Can we go?")},
    {"board.ledger-broken", QT_TRANSLATE_NOOP("Text", "No: the evidence has been tampered with")},
    {"board.cutover-running", QT_TRANSLATE_NOOP("Text", "The cutover is running")},
    {"board.rollback-running", QT_TRANSLATE_NOOP("Text", "The rollback is running")},
    {"board.cut-over", QT_TRANSLATE_NOOP("Text", "Done: rollback possible until {until:date}")},
    {"board.cut-over-final", QT_TRANSLATE_NOOP("Text", "Done: the time for a rollback is over")},
    {"board.committed", QT_TRANSLATE_NOOP("Text", "Done for good")},
    {"board.rolled-back", QT_TRANSLATE_NOOP("Text", "Back on the old server since {at:date}")},
    {"board.why-yes", QT_TRANSLATE_NOOP("Text", "All checkpoints before the cutover have passed, and monitoring is "
                                                "ready to start with it.")},
    {"board.why-yes-waived",
     QT_TRANSLATE_N_NOOP("Text", "%n checkpoint(s) waived by name, the others have passed, and monitoring is ready to "
                                 "start with the cutover.")},
    {"board.why-open", QT_TRANSLATE_NOOP("Text", "{step:code} is still open.")},
    {"board.why-missing", QT_TRANSLATE_NOOP("Text", "{step:code}: {missing:code}")},
    {"board.why-monitored", QT_TRANSLATE_NOOP("Text", "The observation period is over, without an open incident.")},
    {"board.why-cutover-running",
     QT_TRANSLATE_NOOP("Text", "Each step is checked before the next one starts; the old server is kept.")},
    {"board.why-rollback-running", QT_TRANSLATE_NOOP("Text", "What users wrote on the new server is brought back.")},
    {"board.next-none", QT_TRANSLATE_NOOP("Text", "No window chosen")},
    {"board.next-cutover", QT_TRANSLATE_NOOP("Text", "Planned cutover")},
    {"board.next-in", QT_TRANSLATE_NOOP("Text", "in {left:duration}")},
    {"board.next-in-days", QT_TRANSLATE_N_NOOP("Text", "in %n day(s)")},
    {"board.next-open", QT_TRANSLATE_NOOP("Text", "the window is open until {until:time}")},
    {"board.next-missed", QT_TRANSLATE_NOOP("Text", "this window has passed")},
    {"board.next-rollback", QT_TRANSLATE_NOOP("Text", "Rollback possible until")},
    {"board.next-left", QT_TRANSLATE_NOOP("Text", "{left:duration} left")},
    {"board.next-left-days", QT_TRANSLATE_N_NOOP("Text", "%n day(s) left")},
    {"board.next-over", QT_TRANSLATE_NOOP("Text", "this time is over")},
    {"board.next-committed", QT_TRANSLATE_NOOP("Text", "Settled on")},
};

} // namespace

std::span<const Entry> planningTable()
{
    return entries;
}

} // namespace bascule::text
