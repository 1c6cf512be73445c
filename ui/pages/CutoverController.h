// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cutover/Cutover.h"
#include "core/cutover/View.h"
#include "ui/pages/Parts.h"
#include "ui/prompts/Dialogs.h"
#include "ui/widgets/CheckpointStrip.h"
#include "ui/widgets/Figures.h"
#include "ui/widgets/FitBar.h"

#include <QCoreApplication>

namespace bascule::ui {

/// What the Cutover page shows and does. Views are pure; intents are jobs and writes. GUI thread.
class CutoverController
{
    Q_DECLARE_TR_FUNCTIONS(bascule::ui::CutoverController)
public:
    explicit CutoverController(AppContext& context)
        : m_context(context)
    {
    }

    /// Where the cutover stands, for buttons and words.
    enum class Stage {
        Plan,        ///< nothing was begun, or everything was taken back
        Waiting,     ///< a job waits for the window
        Running,     ///< a job is at it
        Interrupted, ///< a run is open and nobody is at it
        GoingBack,   ///< a rollback is under way
        CutOver,     ///< users are on the new server; one can still go back
        Committed
    };
    static Stage stage(const Snapshot& snapshot, bool jobRuns, bool rollbackRuns);

    static QList<Figure> figures(const CutoverView& view, Stage stage, const QDateTime& now,
                                 const text::Phrasebook& words);
    /// The thin bar of the window; without segments when there is nothing to draw.
    static FitModel bar(const CutoverView& view, Stage stage, const QDateTime& now, const text::Phrasebook& words);
    /// The server that a step works on; "source", "target" or both.
    static QString serverWord(const CutoverView& view, const QString& servers);
    static QList<Row> stepRows(const CutoverView& view, const text::Phrasebook& words);
    static QList<Row> conditionRows(const std::vector<GoCondition>& conditions, const text::Phrasebook& words);
    /// `progress`: of the job at it, or null.
    static Details stepDetails(const CutoverView& view, int number, const ProgressSnapshot* progress,
                               const text::Phrasebook& words);
    static Details conditionDetails(const Snapshot& snapshot, const GoCondition& condition, const QString& off,
                                    const text::Phrasebook& words);
    static StripState strip(const Snapshot& snapshot, const CutoverView& view, Stage stage,
                            const std::vector<GoCondition>& conditions, const text::Phrasebook& words);
    /// The conditions of the go dialog: all but the go itself.
    static QList<Condition> goConditions(const std::vector<GoCondition>& conditions, const text::Phrasebook& words);
    static bool isGo(const GoCondition& condition);
    /// True when the go by IT and by management is given for this runbook.
    static bool goGiven(const std::vector<GoCondition>& conditions);
    static int unmet(const std::vector<GoCondition>& conditions);
    /// The checkpoint that a condition asks for, if it does.
    static std::optional<Step> stepOf(const GoCondition& condition);
    static QList<Condition> rollbackFacts(const CutoverView& view, const RollbackClock& clock,
                                          const QJsonObject& preview, const text::Phrasebook& words);
    /// The message for users that fits the stage; empty moment when there is none.
    static QString messageMoment(Stage stage);

    void presync();
    void giveGo(const QString& it, const QString& management);
    void start(bool atWindow, bool force);
    void setPaused(bool paused);
    bool paused() const { return m_pause && m_pause->paused(); }
    /// Asks the running cutover to stop: until users are switched it undoes everything it has done.
    void stopAndUndo();
    JobId preview();
    void rollBack(const QString& person);
    void commit(const QString& person);
    void waive(Step step, const QString& person, const QString& why);
    /// Progress of the job with that title; empty when none runs.
    std::optional<ProgressSnapshot> progressOf(const QString& titleCode) const;

private:
    AppContext& m_context;
    std::shared_ptr<PauseSwitch> m_pause;
};

} // namespace bascule::ui
