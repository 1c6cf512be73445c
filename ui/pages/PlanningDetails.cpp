// SPDX-License-Identifier: GPL-3.0-or-later
// What the Planning page says at the list's right: readiness, one window, one period, one message, one contact.
#include "ui/pages/PlanningController.h"
#include "ui/pages/PlanningParts.h"

using namespace Qt::StringLiterals;

namespace bascule::ui {

using namespace planning;

namespace {

constexpr std::array kApprovers{PersonRole::Management, PersonRole::It};

int readyMessages(const Snapshot& snapshot)
{
    return int(std::count_if(snapshot.messages.begin(), snapshot.messages.end(),
                             [](const Message& message) { return message.ready && !message.text.isEmpty(); }));
}

} // namespace

Details PlanningController::ready(const Snapshot& snapshot, const Timings& timings, const QDateTime& now,
                                  const QString& off, const text::Phrasebook& words)
{
    Details details;
    details.section(tr("Ready for this window"));
    const Window* window = snapshot.window();
    if (!window) {
        details.paragraph(tr("Choose a window first: click a day in the calendar, or let Bascule propose some."));
        details.buttons({{u"choose"_s, tr("Choose a window…"), ButtonRole::Plain, off, u"calendar"_s}});
        return details;
    }
    const WindowFit fit = fitWindow(window->start, window->minutes, timings, snapshot.criticalPeriods, now);
    const int touched = overlapped(fit);
    if (touched == 0)
        details.checkLine(Look::Passed, tr("No critical period touched"), tr("checked at %1").arg(words.time(now)));
    else
        details.checkLine(Look::Blocked, tr("%n critical period(s) touched", "", touched));
    if (!fit.measured)
        details.checkLine(Look::Waiting, tr("Cutover measured"), tr("not rehearsed yet")).link =
            Target{PageId::Rehearsal, {}, 0};
    else if (fit.marginMs < 0)
        details.checkLine(Look::Blocked, tr("Everything fits in the window"),
                          tr("%1 too short").arg(words.duration(-fit.marginMs)));

    const Runbook runbook = buildRunbook(snapshot);
    const QString subject = approvalSubject(snapshot, u"planning"_s, runbook);
    for (PersonRole role : kApprovers) {
        const Approval* approval = approvalFor(snapshot, u"planning"_s, role, subject);
        const QString text = role == PersonRole::It ? tr("Approval of IT") : tr("Approval of management");
        if (approval)
            details.checkLine(Look::Passed, text,
                              tr("%1, %2", "person, date").arg(approval->person, words.shortDate(approval->at)));
        else
            details.checkLine(Look::Waiting, text, tr("waiting"));
    }
    const int ready = readyMessages(snapshot);
    const int all = int(kMessageMoments.size());
    const bool enough = ready == all;
    details
        .checkLine(enough ? Look::Passed : Look::Waiting,
                   enough ? tr("%n message(s) to the users ready", "", ready)
                          : tr("%1 of %2 messages to the users ready").arg(ready).arg(all),
                   enough ? tr("read them") : tr("write them"))
        .link = Target{PageId::Planning, u"message"_s, 1};
    const int contacts = int(snapshot.contacts.size());
    details
        .checkLine(contacts > 0 ? Look::Passed : Look::Waiting, tr("%n escalation contact(s)", "", contacts),
                   contacts > 0 ? tr("see who is called first") : tr("add one"))
        .link = Target{PageId::Planning, u"contact"_s, contacts > 0 ? inOrder(snapshot).front()->id : 0};
    return details;
}

Details PlanningController::windowDetails(const Snapshot& snapshot, const Candidate& candidate, const WindowFit& fit,
                                          const QString& off, const text::Phrasebook& words)
{
    Q_UNUSED(snapshot)
    Details details;
    details.title = candidate.chosen ? tr("Chosen window") : tr("Proposal");
    details.subtitle = spanWords(fit.start, fit.ends, words);
    details.fact(tr("Length"), words.duration(qint64(candidate.minutes) * 60000));
    details.fact(tr("Users back"), fit.measured ? words.time(fit.usersAt) : tr("not measured yet"));
    details.fact(tr("Margin"), fit.measured ? words.duration(std::max<qint64>(0, fit.marginMs)) : u"–"_s);
    if (fit.lastRollbackMoment.isValid())
        details.fact(tr("Last moment to go back"), words.time(fit.lastRollbackMoment));
    details.section(fit.ok() ? QString() : tr("What keeps it from being taken"));
    for (const Item& problem : fit.problems)
        details.finding(Look::Blocked, {}, words.say(problem));
    if (candidate.chosen)
        details.buttons({{u"withdraw"_s, tr("Withdraw this window…"), ButtonRole::Plain, off, {}},
                         {u"choose"_s, tr("Change it…"), ButtonRole::Plain, off, {}}});
    else
        details.buttons({{u"take"_s,
                          tr("Choose this window"),
                          fit.ok() ? ButtonRole::Primary : ButtonRole::Plain,
                          off.isEmpty() && !fit.ok() ? words.say(fit.problems.front()) : off,
                          {}},
                         {u"choose"_s, tr("Change it…"), ButtonRole::Plain, off, {}}});
    return details;
}

Details PlanningController::periodDetails(const Snapshot& snapshot, Id id, const QString& off,
                                          const text::Phrasebook& words)
{
    Details details;
    const CriticalPeriod* period = findById(snapshot.criticalPeriods, id);
    if (!period)
        return details;
    details.title = period->why;
    details.subtitle = tr("Critical for the business: no cutover then");
    details.fact(tr("From"), words.dateTime(period->from));
    details.fact(tr("To"), words.dateTime(period->to));
    details.section({});
    details.buttons({{u"remove-period"_s, tr("Remove this period…"), ButtonRole::Plain, off, {}}});
    return details;
}

QString PlanningController::draftMessage(const Snapshot& snapshot, const QString& moment, const Timings& timings,
                                         const text::Phrasebook& words)
{
    const QString from = parts::serverName(snapshot, ServerRole::Source, words);
    const QString to = parts::serverName(snapshot, ServerRole::Target, words);
    const Window* window = snapshot.window();
    const QDateTime start = window ? window->start : QDateTime();
    const QDateTime end = window ? start.addSecs(qint64(window->minutes) * 60) : QDateTime();
    const QString span = window ? spanWords(start, end, words) : tr("(date to come)");
    if (moment == "before"_L1)
        return tr("Our server %1 is replaced by %2: %3. Shared folders and applications cannot be used then. Please "
                  "save your work and close your files before. You have nothing else to do.")
            .arg(from, to, span);
    if (moment == "start"_L1)
        return tr("The replacement of %1 begins now. Shared folders and applications are closed; we write again as "
                  "soon as they are open%2.")
            .arg(from, timings.p90Ms > 0 && window ? tr(", at about %1").arg(words.time(start.addMSecs(timings.p90Ms)))
                                                   : QString());
    if (moment == "end"_L1)
        return tr("The new server %1 is open. If something is missing or slow, tell IT at once: until the end of the "
                  "week we can go back without loss.")
            .arg(to);
    return tr("We have gone back to %1: work as you did before. What you wrote meanwhile has been brought back. We "
              "will announce another date.")
        .arg(from);
}

Details PlanningController::messageDetails(const Snapshot& snapshot, int number, const QString& off,
                                           const text::Phrasebook&)
{
    Details details;
    if (number < 1 || number > int(kMessageMoments.size()))
        return details;
    const QString moment = QString::fromLatin1(kMessageMoments[std::size_t(number - 1)]);
    const Message* message = messageOf(snapshot, moment);
    details.title = momentName(moment);
    details.subtitle = tr("Message to the users");
    details.section({});
    details.paragraph(message && !message->text.isEmpty() ? message->text
                                                          : tr("Not written yet. Bascule offers a draft."));
    details.buttons({{u"edit-message"_s, tr("Edit the message…"), ButtonRole::Plain, off, {}}});
    details.caption(tr("Bascule sends nothing: you send it by your usual means."));
    return details;
}

Details PlanningController::contactDetails(const Snapshot& snapshot, Id id, const QString& off, const text::Phrasebook&)
{
    Details details;
    const Contact* contact = findById(snapshot.contacts, id);
    if (!contact)
        return details;
    details.title = contact->name;
    details.subtitle = tr("Called in place %1 when something goes wrong").arg(contact->place);
    const auto lock = [&off](Fact& fact) {
        fact.enabled = off.isEmpty();
        fact.reason = off;
    };
    lock(details.line(tr("Name"), u"name"_s, contact->name));
    lock(details.line(tr("Phone"), u"phone"_s, contact->phone));
    details.section({});
    details.buttons({{u"contact-first"_s,
                      tr("Call first"),
                      ButtonRole::Plain,
                      contact->place <= 1 ? tr("This contact is called first already.") : off,
                      {}},
                     {u"remove-contact"_s, tr("Remove…"), ButtonRole::Plain, off, {}}});
    return details;
}

Details PlanningController::stepDetails(const Runbook& runbook, int number, const text::Phrasebook& words)
{
    Details details;
    for (const RunbookStep& step : runbook.steps) {
        if (step.number != number)
            continue;
        details.title = words.say(step.title);
        details.section(tr("What is done"));
        for (const Item& action : step.actions)
            details.checkLine(Look::None, words.say(action));
        details.section(tr("How it is undone"));
        details.paragraph(words.say(step.undo));
    }
    return details;
}

} // namespace bascule::ui
