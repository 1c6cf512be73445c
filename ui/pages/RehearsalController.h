// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/Parts.h"

#include <QCoreApplication>

namespace bascule::ui {

/// What the Test environment page shows and does. Views are pure; intents are jobs and writes. GUI thread.
class RehearsalController
{
    Q_DECLARE_TR_FUNCTIONS(bascule::ui::RehearsalController)
public:
    explicit RehearsalController(AppContext& context)
        : m_context(context)
    {
    }

    static QList<Row> scenarioRows(const Snapshot& snapshot, const QDateTime& now, const text::Phrasebook& words);
    /// Steps of the newest rehearsal: planned and taken times.
    static QList<Row> stepRows(const Snapshot& snapshot, const text::Phrasebook& words);
    static QList<Row> driftRows(const Snapshot& snapshot, const text::Phrasebook& words);
    static Details scenarioDetails(const Snapshot& snapshot, Id scenario, const QDateTime& now, const QString& off,
                                   const text::Phrasebook& words);
    /// The newest rehearsal, its signatures, and the proof of one step (0: none chosen).
    static Details runDetails(const Snapshot& snapshot, Id step, const QDateTime& now, const text::Phrasebook& words);
    static Details driftDetails(const Snapshot& snapshot, Id drift, const QString& off, const text::Phrasebook& words);
    static QString scenarioName(const Scenario& scenario, const text::Phrasebook& words);
    static QString probeWord(const QString& probe);
    static QList<Choice> probeChoices();
    static QList<Choice> kindChoices(const text::Phrasebook& words);
    static const Run* newestRun(const Snapshot& snapshot);
    static int openDrifts(const Snapshot& snapshot);
    /// What is signed now; empty when no rehearsal succeeded.
    static QString signSubject(const Snapshot& snapshot);
    static bool isSigned(const Snapshot& snapshot, PersonRole role);
    /// Why nothing can be rehearsed, in words; empty when it can.
    static QString whyNotRehearse(const Snapshot& snapshot, const text::Phrasebook& words);

    void rehearse();
    void runScenarios(Id one = 0);
    void measureDrift();
    void sign(const QString& person, PersonRole role);
    void decideDrift(Id drift, DifferenceState state, const QString& by, const QString& why);
    void proposeScenarios();
    void saveScenario(const Scenario& scenario);
    void editScenario(Id scenario, const QString& field, const QString& value);
    void removeScenario(Id scenario);

private:
    AppContext& m_context;
};

} // namespace bascule::ui
