// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/PlanningController.h"

using namespace Qt::StringLiterals;

namespace bascule::ui {

namespace {

constexpr std::array kApprovers{PersonRole::Management, PersonRole::It};

QDate localDay(const QDateTime& when)
{
    return when.toLocalTime().date();
}

/// The last day a period touches: one that ends at midnight does not touch the next day.
QDate lastDay(const CriticalPeriod& period)
{
    return std::max(localDay(period.from), localDay(period.to.addMSecs(-1)));
}

bool overlaps(const WindowFit& fit)
{
    return std::any_of(fit.problems.begin(), fit.problems.end(),
                       [](const Item& problem) { return problem.code == "window.overlaps-critical"_L1; });
}

int overlapped(const WindowFit& fit)
{
    return int(std::count_if(fit.problems.begin(), fit.problems.end(),
                             [](const Item& problem) { return problem.code == "window.overlaps-critical"_L1; }));
}

const Message* messageOf(const Snapshot& snapshot, const QString& moment)
{
    for (const Message& message : snapshot.messages) {
        if (message.moment == moment)
            return &message;
    }
    return nullptr;
}

std::vector<const Contact*> inOrder(const Snapshot& snapshot)
{
    std::vector<const Contact*> contacts;
    for (const Contact& contact : snapshot.contacts)
        contacts.push_back(&contact);
    std::stable_sort(contacts.begin(), contacts.end(),
                     [](const Contact* a, const Contact* b) { return a->place < b->place; });
    return contacts;
}

int readyMessages(const Snapshot& snapshot)
{
    return int(std::count_if(snapshot.messages.begin(), snapshot.messages.end(),
                             [](const Message& message) { return message.ready && !message.text.isEmpty(); }));
}

} // namespace

QString PlanningController::spanWords(const QDateTime& start, const QDateTime& end, const text::Phrasebook& words)
{
    const QString day =
        tr("%1 %2", "weekday and date, year").arg(words.weekdayDate(start), QString::number(localDay(start).year()));
    return tr("%1, %2 to %3", "day, time, time").arg(day, words.time(start), words.time(end));
}

std::vector<PlanningController::Candidate> PlanningController::candidates(const Snapshot& snapshot,
                                                                          const std::vector<Window>& proposals)
{
    std::vector<Candidate> result;
    const Window* chosen = snapshot.window();
    if (chosen)
        result.push_back({chosen->id, chosen->start, chosen->minutes, true});
    Id id = 0;
    for (const Window& proposal : proposals) {
        --id;
        if (!chosen || proposal.start != chosen->start || proposal.minutes != chosen->minutes)
            result.push_back({id, proposal.start, proposal.minutes, false});
    }
    return result;
}

CalendarModel PlanningController::calendar(const Snapshot& snapshot, const Timings& timings, const QDate& first,
                                           const std::vector<Candidate>& candidates, Id selected, const QDateTime& now,
                                           const text::Phrasebook& words)
{
    CalendarModel model;
    model.first = first;
    model.today = localDay(now);
    model.periodsLabel = tr("Critical periods");
    model.windowsLabel = tr("Windows");
    for (const CriticalPeriod& period : snapshot.criticalPeriods)
        model.periods.append({period.id, localDay(period.from), lastDay(period), period.why});
    for (const Candidate& candidate : candidates) {
        const WindowFit fit = fitWindow(candidate.start, candidate.minutes, timings, snapshot.criticalPeriods, now);
        CalendarWindow window;
        window.id = candidate.id;
        window.day = localDay(candidate.start);
        window.chosen = candidate.chosen;
        if (overlaps(fit)) {
            window.look = Look::Blocked;
            window.word = tr("touches %n period(s)", "", overlapped(fit));
        } else if (!fit.ok()) {
            window.look = Look::ToFix;
            window.word = words.say(fit.problems.front());
        } else {
            window.look = candidate.chosen ? Look::Passed : Look::NotStarted;
            window.word = candidate.chosen ? tr("chosen") : candidate.id == selected ? tr("possible") : QString();
        }
        window.accessible = tr("%1: %2").arg(spanWords(fit.start, fit.ends, words), candidate.chosen ? tr("chosen")
                                                                                    : fit.ok()       ? tr("possible")
                                                                                                     : window.word);
        model.windows.append(window);
    }
    return model;
}

FitModel PlanningController::noWindow(const Timings& timings, const text::Phrasebook& words)
{
    FitModel model;
    model.title = tr("No window is chosen yet");
    const int minutes = suggestedMinutes(timings);
    if (timings.rehearsals > 0) {
        model.segments = {{FitSegment::Kind::Measured, double(timings.p90Ms) / 1000,
                           tr("Measured cutover (P90): %1").arg(words.duration(timings.p90Ms))},
                          {FitSegment::Kind::Rollback, double(timings.rollbackMs) / 1000,
                           tr("Rollback: %1").arg(words.duration(timings.rollbackMs))}};
    }
    const QString text = timings.rehearsals > 0
                             ? tr("%1 would hold it with a margin").arg(words.duration(qint64(minutes) * 60000))
                             : tr("Rehearse first: the window must hold what was measured");
    if (model.segments.isEmpty())
        model.segments = {{FitSegment::Kind::Margin, 1, text}};
    else
        model.marks = {{0, text, {}, false, false, Token::Muted, FitMark::Side::Right}};
    model.accessible = model.title + u". "_s + text;
    return model;
}

FitModel PlanningController::fitBar(const WindowFit& fit, const text::Phrasebook& words)
{
    FitModel model;
    QString verdict;
    if (overlaps(fit))
        verdict = tr("touches %n critical period(s)", "", overlapped(fit));
    else if (!fit.ok())
        verdict = words.say(fit.problems.front());
    else if (!fit.measured)
        verdict = tr("the cutover has not been measured yet");
    else if (!fit.rollbackMeasured)
        verdict = tr("the way back has not been measured yet");
    else
        verdict = tr("everything fits, with %1 to spare").arg(words.duration(fit.marginMs));
    model.title = tr("%1: %2", "when, verdict").arg(spanWords(fit.start, fit.ends, words), verdict);
    model.accessible = model.title;

    const double whole = double(fit.start.msecsTo(fit.ends)) / 1000;
    const double cutover = double(fit.cutoverMs) / 1000;
    const double rollback = double(fit.rollbackMs) / 1000;
    if (fit.measured)
        model.segments.append(
            {FitSegment::Kind::Measured, cutover, tr("Measured cutover (P90): %1").arg(words.duration(fit.cutoverMs))});
    if (fit.marginMs > 0 || !fit.measured)
        model.segments.append({FitSegment::Kind::Margin, fit.measured ? double(fit.marginMs) / 1000 : whole - rollback,
                               fit.measured ? tr("Margin: %1").arg(words.duration(fit.marginMs))
                                            : tr("Not measured yet: rehearse the cutover")});
    if (rollback > 0)
        model.segments.append(
            {FitSegment::Kind::Rollback, rollback, tr("Rollback: %1").arg(words.duration(fit.rollbackMs))});

    model.marks.append(
        {0, tr("%1 writes frozen").arg(words.time(fit.start)), {}, false, false, Token::Muted, FitMark::Side::Right});
    if (fit.measured && fit.marginMs >= 0)
        model.marks.append({cutover,
                            tr("%1 open to users").arg(words.time(fit.usersAt)),
                            {},
                            false,
                            false,
                            Token::Muted,
                            FitMark::Side::Right});
    if (fit.lastRollbackMoment.isValid() && rollback > 0)
        model.marks.append({std::max(0.0, whole - rollback), tr("last moment to go back"),
                            words.time(fit.lastRollbackMoment), false, false, Token::Text, FitMark::Side::Centre});
    model.marks.append({whole,
                        tr("%1 end of the window").arg(words.time(fit.ends)),
                        {},
                        false,
                        false,
                        Token::Muted,
                        FitMark::Side::Left});
    return model;
}

QString PlanningController::stepsHeader(const Timings& timings)
{
    return timings.rehearsals > 0 ? tr("Step, measured over %n rehearsal(s)", "", timings.rehearsals)
                                  : tr("Step, not measured yet");
}

QList<Row> PlanningController::stepRows(const Runbook& runbook, const Timings& timings, const text::Phrasebook& words)
{
    QList<Row> rows;
    if (runbook.steps.empty())
        return rows;
    const auto cell = [&words](qint64 ms) {
        return ms > 0 ? Cell::number(words.duration(ms), ms) : Cell::number(u"–"_s, 0);
    };
    for (const RunbookStep& step : runbook.steps) {
        const StepTiming* timing = nullptr;
        for (const StepTiming& one : timings.steps) {
            if (one.code == step.code && one.subject == step.subject)
                timing = &one;
        }
        Row row{u"step"_s, step.number, {Cell::plain(words.say(step.title))}};
        if (timing) {
            row.cells += {cell(timing->medianMs), cell(timing->p90Ms), cell(timing->rollbackMs)};
        } else {
            Cell estimate = Cell::number(
                step.plannedMs > 0 ? tr("about %1").arg(words.duration(step.plannedMs)) : u"–"_s, step.plannedMs);
            estimate.muted = true;
            row.cells += {cell(0), estimate, cell(0)};
        }
        rows.append(row);
    }
    Row total{u"total"_s,
              0,
              {Cell::plain(tr("Total")), cell(timings.medianMs), cell(timings.p90Ms), cell(timings.rollbackMs)}};
    for (Cell& one : total.cells)
        one.bold = true;
    total.selectable = false;
    rows.append(total);
    return rows;
}

QList<Row> PlanningController::calendarRows(const Snapshot& snapshot, const Timings& timings,
                                            const std::vector<Candidate>& candidates, const QDateTime& now,
                                            const text::Phrasebook& words)
{
    QList<Row> rows;
    const auto when = [&words](const QDateTime& at) {
        Cell cell = Cell::plain(tr("%1, %2", "date, time").arg(words.date(at), words.time(at)));
        cell.sort = at;
        return cell;
    };
    for (const Candidate& candidate : candidates) {
        const WindowFit fit = fitWindow(candidate.start, candidate.minutes, timings, snapshot.criticalPeriods, now);
        const Cell state = !fit.ok()          ? Cell::state(Look::Blocked, words.say(fit.problems.front()))
                           : candidate.chosen ? Cell::state(Look::Passed, tr("chosen"))
                                              : Cell::state(Look::NotStarted, tr("possible"));
        Cell name = Cell::named(u"calendar"_s, candidate.chosen ? tr("Chosen window") : tr("Proposal"));
        name.bold = candidate.chosen;
        rows.append({u"window"_s, candidate.id, {name, when(fit.start), when(fit.ends), state}});
    }
    for (const CriticalPeriod& period : snapshot.criticalPeriods) {
        Cell state = Cell::state(Look::ToFix, tr("critical period"));
        rows.append({u"critical"_s,
                     period.id,
                     {Cell::named(u"lock"_s, period.why), when(period.from), when(period.to), state}});
    }
    return rows;
}

QString PlanningController::momentName(const QString& moment)
{
    if (moment == "before"_L1)
        return tr("A few days before");
    if (moment == "start"_L1)
        return tr("When it starts");
    if (moment == "end"_L1)
        return tr("When it is done");
    return tr("If one goes back");
}

QList<Row> PlanningController::messageRows(const Snapshot& snapshot)
{
    QList<Row> rows;
    qint64 number = 0;
    for (const char* code : kMessageMoments) {
        const QString moment = QString::fromLatin1(code);
        const Message* message = messageOf(snapshot, moment);
        Row row{u"message"_s, ++number, {Cell::plain(momentName(moment))}};
        if (!message || message->text.isEmpty())
            row.cells += {Cell::state(Look::Waiting, tr("to write")), parts::none(tr("None"))};
        else
            row.cells +=
                {message->ready ? Cell::state(Look::Passed, tr("ready")) : Cell::state(Look::InProgress, tr("draft")),
                 Cell::plain(message->text.simplified())};
        rows.append(row);
    }
    return rows;
}

QList<Row> PlanningController::contactRows(const Snapshot& snapshot, const text::Phrasebook& words)
{
    QList<Row> rows;
    for (const Contact* contact : inOrder(snapshot))
        rows.append({u"contact"_s,
                     contact->id,
                     {Cell::number(words.number(contact->place), contact->place),
                      Cell::named(u"person"_s, contact->name), Cell::named(u"phone"_s, contact->phone)}});
    return rows;
}

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

QString PlanningController::whyNotWindow(const QDateTime& start, int minutes, const Timings& timings,
                                         const Snapshot& snapshot, const QDateTime& now, const text::Phrasebook& words)
{
    const WindowFit fit = fitWindow(start, minutes, timings, snapshot.criticalPeriods, now);
    return fit.ok() ? QString() : words.say(fit.problems.front());
}

// ---------------------------------------------------------------- intents

void PlanningController::chooseWindow(const QDateTime& start, int minutes)
{
    const SnapshotPtr snapshot = m_context.snapshot();
    const Timings timings = measuredTimings(*snapshot, buildRunbook(*snapshot));
    const QString who = m_context.lastPerson().isEmpty() ? u"bascule"_s : m_context.lastPerson();
    m_context.write([start, minutes, timings, who](StoreTx& tx) -> Result<void> {
        if (auto id = setWindow(tx, start, minutes, timings, who); !id)
            return id.error();
        return {};
    });
}

void PlanningController::withdraw()
{
    m_context.write([](StoreTx& tx) { return withdrawWindow(tx); });
}

void PlanningController::addPeriod(const QDateTime& from, const QDateTime& to, const QString& why)
{
    m_context.write([from, to, why](StoreTx& tx) -> Result<void> {
        if (auto id = addCriticalPeriod(tx, from, to, why); !id)
            return id.error();
        return {};
    });
}

void PlanningController::removePeriod(Id period)
{
    m_context.write([period](StoreTx& tx) { return removeCriticalPeriod(tx, period); });
}

void PlanningController::saveMessage(const QString& moment, const QString& text, bool ready)
{
    m_context.write([moment, text, ready](StoreTx& tx) -> Result<void> {
        if (auto id = setMessage(tx, moment, text, ready); !id)
            return id.error();
        return {};
    });
}

void PlanningController::saveContact(const Contact& contact)
{
    m_context.write([contact](StoreTx& tx) -> Result<void> {
        if (auto id = setContact(tx, contact); !id)
            return id.error();
        return {};
    });
}

void PlanningController::editContact(Id id, const QString& field, const QString& value)
{
    const Contact* contact = findById(m_context.snapshot()->contacts, id);
    if (!contact)
        return;
    Contact changed = *contact;
    (field == "name"_L1 ? changed.name : changed.phone) = value.trimmed();
    saveContact(changed);
}

void PlanningController::removeContact(Id id)
{
    m_context.write([id](StoreTx& tx) { return bascule::removeContact(tx, id); });
}

void PlanningController::moveContact(Id id, int place)
{
    m_context.write([id, place](StoreTx& tx) { return bascule::moveContact(tx, id, place); });
}

void PlanningController::approvePlan(const QString& person, PersonRole role)
{
    const SnapshotPtr snapshot = m_context.snapshot();
    const QString subject = approvalSubject(*snapshot, u"planning"_s, buildRunbook(*snapshot));
    m_context.setLastPerson(person);
    m_context.write([person, role, subject](StoreTx& tx) -> Result<void> {
        if (auto id = approve(tx, u"planning"_s, person, role, subject); !id)
            return id.error();
        return {};
    });
}

} // namespace bascule::ui
