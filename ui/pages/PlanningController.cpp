// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/PlanningController.h"
#include "ui/pages/PlanningParts.h"

using namespace Qt::StringLiterals;

namespace bascule::ui {

using namespace planning;

namespace {

QDate localDay(const QDateTime& when)
{
    return when.toLocalTime().date();
}

/// The last day a period touches: one that ends at midnight does not touch the next day.
QDate lastDay(const CriticalPeriod& period)
{
    return std::max(localDay(period.from), localDay(period.to.addMSecs(-1)));
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
        if (overlapped(fit) > 0) {
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
    if (overlapped(fit) > 0)
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
        Cell cell = Cell::plain(tr("%1, %2", "date, time").arg(words.shortDate(at), words.time(at)));
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
