// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"
#include "core/runbook/Runbook.h"

#include <atomic>
#include <functional>
#include <memory>

namespace bascule {

class StopSwitch;

/// Asks a running cutover to wait after the step it is at, and lets it go on again. Shared between the page and the
/// job; any thread.
class PauseSwitch
{
public:
    void setPaused(bool paused) { m_paused = paused; }
    bool paused() const { return m_paused; }

private:
    std::atomic<bool> m_paused{false};
};

/// How one part of a step went.
struct StepOutcome
{
    QJsonArray proof; ///< [{code, ok, params}], added to the step's
    std::optional<Error> error;
    bool cancelled = false;
    bool skipped = false; ///< there was nothing to do, and proof says why

    static StepOutcome failed(Error error, QJsonArray proof = {})
    {
        return {std::move(proof), std::move(error), false, false};
    }
    static StepOutcome stopped() { return {{}, {}, true, false}; }
    bool good() const { return !error && !cancelled; }
};

/// What a step has at hand. `facts` are the run's and are journalled with the step.
struct StepEnv
{
    JobContext& job;
    std::stop_token stop;
    const Run& run;
    const std::vector<RunStep>& steps;
    QJsonObject& facts;
};

/// What the steps of one runbook do. Every member may be called again after a crash at any point of it.
class StepActions
{
public:
    virtual ~StepActions() = default;
    virtual StepOutcome precheck(const RunStep& step, StepEnv& env) = 0;
    virtual StepOutcome perform(const RunStep& step, StepEnv& env) = 0;
    virtual StepOutcome verify(const RunStep& step, StepEnv& env) = 0;
    /// Takes a step back that was begun, whatever it got to. Cannot be cancelled.
    virtual Result<void> undo(const RunStep& step, StepEnv& env) = 0;
    /// After a crash: looks whether what was verified still holds. Index of the first step to do (again), at most
    /// `next`. An error is a step that can never hold again: the run is undone.
    virtual Result<std::size_t> resumeAt(std::size_t next, StepEnv& env) = 0;
    /// The step that users feel: from its start on, the run is finished rather than undone when somebody cancels.
    virtual bool isPointOfNoReturn(const RunStep& step) const = 0;
    /// Whether everything can still be taken back without loss although that point has passed.
    virtual Result<bool> canUndoLate(StepEnv& env) = 0;
};

struct ExecutorOptions
{
    std::shared_ptr<PauseSwitch> pause;
    /// Of the hosts that the steps work on: they heed the run's stop as long as a step may be stopped.
    std::shared_ptr<StopSwitch> asking;
    /// Past this moment and before the point of no return, the run is stopped and undone with `deadlineError`.
    QDateTime deadline;
    const char* deadlineError = "cutover.window-passed";
    /// Written in the same transaction as the run's begin and end: the project's state, the evidence.
    std::function<Result<void>(StoreTx&, Run&)> onBegin;
    std::function<Result<void>(StoreTx&, Run&, const std::vector<RunStep>&)> onEnd;
};

/// How a run ended, or where it stands.
struct RunResult
{
    Run run;
    std::optional<Error> error;
    bool cancelled = false;
    /// It stands past the point of no return and cannot be undone without loss: a person decides.
    bool halted = false;
    bool ended() const { return run.state != RunState::Running; }
};

/// Runs a runbook's steps, journalled before and after each, so that a run killed at any point is continued or undone
/// by the next call. Lives on a job's thread; the caller holds the RunLock.
class RunbookExecutor
{
public:
    RunbookExecutor(JobContext& job, StepActions& actions, ExecutorOptions options);
    ~RunbookExecutor();

    /// Writes the run and its waiting steps. Errors: those of the store.
    Result<Id> begin(RunKind kind, const std::vector<RunbookStep>& steps, const QString& runbookHash,
                     const QJsonObject& facts);
    /// Runs, or goes on with, a run that is Running. When a server cannot be reached any more (see isUnreachable()) the
    /// run is left as it stands, with that error: the next call goes on with it.
    RunResult execute(Id run);
    /// Takes back what a run did so far. `why` absent: somebody asked for it.
    RunResult undo(Id run, std::optional<Error> why);

private:
    struct Walk;
    JobContext& m_job;
    StepActions& m_actions;
    ExecutorOptions m_options;
};

/// For steps outside of an executor.
QJsonObject proofItem(const QString& code, bool ok, const QJsonObject& params = {});
QJsonObject errorToJson(const Error& error);
Error errorFromJson(const QJsonObject& json);

} // namespace bascule
