// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/Plan.h"
#include "ui/pages/Parts.h"
#include "ui/widgets/CalendarStrip.h"
#include "ui/widgets/FitBar.h"

#include <QCoreApplication>

namespace bascule::ui {

/// What the Planning page shows and does. Views are pure; intents write through the context. GUI thread.
class PlanningController
{
    Q_DECLARE_TR_FUNCTIONS(bascule::ui::PlanningController)
public:
    explicit PlanningController(AppContext& context)
        : m_context(context)
    {
    }

    /// A window under consideration: the chosen one (its id) or a proposal (a negative id).
    struct Candidate
    {
        Id id = 0;
        QDateTime start;
        int minutes = 0;
        bool chosen = false;
    };
    /// The chosen one first, then the proposals.
    static std::vector<Candidate> candidates(const Snapshot& snapshot, const std::vector<Window>& proposals);

    static CalendarModel calendar(const Snapshot& snapshot, const Timings& timings, const QDate& first,
                                  const std::vector<Candidate>& candidates, Id selected, const QDateTime& now,
                                  const text::Phrasebook& words);
    /// The fit bar of a window; `fit` from fitWindow().
    static FitModel fitBar(const WindowFit& fit, const text::Phrasebook& words);
    /// The bar's place when there is no window.
    static FitModel noWindow(const Timings& timings, const text::Phrasebook& words);

    static QString stepsHeader(const Timings& timings);
    static QList<Row> stepRows(const Runbook& runbook, const Timings& timings, const text::Phrasebook& words);
    /// Windows and critical periods: the calendar's table twin.
    static QList<Row> calendarRows(const Snapshot& snapshot, const Timings& timings,
                                   const std::vector<Candidate>& candidates, const QDateTime& now,
                                   const text::Phrasebook& words);
    static QList<Row> messageRows(const Snapshot& snapshot);
    static QList<Row> contactRows(const Snapshot& snapshot, const text::Phrasebook& words);

    /// "Ready for this window": periods, approvals, messages, contacts.
    static Details ready(const Snapshot& snapshot, const Timings& timings, const QDateTime& now, const QString& off,
                         const text::Phrasebook& words);
    static Details windowDetails(const Snapshot& snapshot, const Candidate& candidate, const WindowFit& fit,
                                 const QString& off, const text::Phrasebook& words);
    static Details periodDetails(const Snapshot& snapshot, Id period, const QString& off,
                                 const text::Phrasebook& words);
    static Details messageDetails(const Snapshot& snapshot, int moment, const QString& off,
                                  const text::Phrasebook& words);
    static Details contactDetails(const Snapshot& snapshot, Id contact, const QString& off,
                                  const text::Phrasebook& words);
    static Details stepDetails(const Runbook& runbook, int number, const text::Phrasebook& words);

    /// Why such a window cannot be chosen, in words; empty when it can.
    static QString whyNotWindow(const QDateTime& start, int minutes, const Timings& timings, const Snapshot& snapshot,
                                const QDateTime& now, const text::Phrasebook& words);
    static QString momentName(const QString& moment);
    /// A draft for people to correct: names the servers and the window.
    static QString draftMessage(const Snapshot& snapshot, const QString& moment, const Timings& timings,
                                const text::Phrasebook& words);

    /// "Sunday 6 December 2026, from 04:00 to 07:00".
    static QString spanWords(const QDateTime& start, const QDateTime& end, const text::Phrasebook& words);

    void chooseWindow(const QDateTime& start, int minutes);
    void withdraw();
    void addPeriod(const QDateTime& from, const QDateTime& to, const QString& why);
    void removePeriod(Id period);
    void saveMessage(const QString& moment, const QString& text, bool ready);
    void saveContact(const Contact& contact);
    void editContact(Id contact, const QString& field, const QString& value);
    void removeContact(Id contact);
    void moveContact(Id contact, int place);
    void approvePlan(const QString& person, PersonRole role);

private:
    AppContext& m_context;
};

} // namespace bascule::ui
