// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"
#include "core/runbook/Executor.h"
#include "core/runbook/RollbackSteps.h"

#include <memory>

namespace bascule {

/// One thing that must hold before the cutover may start.
struct GoCondition
{
    Item item; ///< code "cutover.condition-…", and where it is settled
    bool met = false;
};
/// All of them, in the order in which they are settled: runbook, ledger, five checkpoints, window, go by IT and by
/// management for exactly this runbook (after the last rollback). Pure.
std::vector<GoCondition> cutoverConditions(const Snapshot& snapshot, const QDateTime& now);

/// A cutover that is Running, or stands where a person must decide; null when there is none. Pure. Whether a process is
/// at it just now says RunLock::holder().
const Run* openCutover(const Snapshot& snapshot);
/// The same for a rollback.
const Run* openRollback(const Snapshot& snapshot);
/// The cutover that a rollback would take back, or null.
const Run* cutoverToTakeBack(const Snapshot& snapshot);

/// Copies most of the data before the window; the old server stays in use. Databases are left to the window, and what
/// changes while it is read is left to the final sync. Errors: "cutover.wrong-state", those of the steps.
class PresyncJob final : public Job
{
public:
    Item title() const override { return {QStringLiteral("job.presync"), {}, {}}; }
    QStringList resources() const override { return {QStringLiteral("project")}; }
    Outcome run(JobContext& context) override;
};

struct CutoverOptions
{
    bool atWindow = false; ///< wait for the chosen window's start
    bool force = false;    ///< start outside the chosen window; noted in the evidence. Everything else must hold
};

/// The cutover. A run that was interrupted is found and continued, or undone if that is where it was going, without
/// asking the conditions again. Until users are switched, cancelling or the end of the window (minus the time of a
/// rollback) undoes everything done so far; afterwards it is brought to its end.
/// Errors: "cutover.not-ready" (params count, missing: JSON of the items), "cutover.outside-window" (start, end),
/// "cutover.window-passed", "cutover.wrong-state", "cutover.halted" (reason: users were switched and something
/// failed, the target has been written to: a person decides), "source.changed-after-freeze", "run.locked", …
class CutoverJob final : public Job
{
public:
    explicit CutoverJob(CutoverOptions options = {})
        : m_options(options)
        , m_pause(std::make_shared<PauseSwitch>())
    {
    }
    Item title() const override { return {QStringLiteral("job.cutover"), {}, {}}; }
    QStringList resources() const override { return {QStringLiteral("project")}; }
    Outcome run(JobContext& context) override;

    /// Keep it before the job is handed over: pauses after the step at hand, and goes on. The window is still watched.
    std::shared_ptr<PauseSwitch> pauseSwitch() const { return m_pause; }

private:
    CutoverOptions m_options;
    std::shared_ptr<PauseSwitch> m_pause;
};

/// Back to the old server, with what users wrote on the new one. An interrupted rollback is continued. A cutover that
/// was interrupted before users were switched is undone instead.
/// Errors: "rollback.too-late" (params until), "rollback.committed", "rollback.nothing", "run.locked", those of the
/// steps. What was replaced on the old server lies in NAME.rollback/… beside the project file, or on an old server over
/// SSH beside its root.
class RollbackJob final : public Job
{
public:
    Item title() const override { return {QStringLiteral("job.rollback"), {}, {}}; }
    QStringList resources() const override { return {QStringLiteral("project")}; }
    Outcome run(JobContext& context) override;
};

/// What a rollback would bring back now, and what it would meet: reads both servers, writes nothing. Blocks; for a
/// thread of its own. Errors: "rollback.nothing", "rollback.committed", those of reading.
Result<RollbackChanges> rollbackPreview(const Snapshot& snapshot, std::stop_token stop,
                                        SshConnections* connections = nullptr);
/// The same as a job: the counts are in the outcome's facts (created, changed, deleted, bytes, databases, conflicts,
/// staying) and the whole in `found` (shared, complete once the job has ended).
class RollbackPreviewJob final : public Job
{
public:
    RollbackPreviewJob()
        : m_found(std::make_shared<RollbackChanges>())
    {
    }
    Item title() const override { return {QStringLiteral("job.rollback-preview"), {}, {}}; }
    Outcome run(JobContext& context) override;
    std::shared_ptr<const RollbackChanges> found() const { return m_found; }

private:
    std::shared_ptr<RollbackChanges> m_found;
};

/// Ends the possibility of a rollback: the old server is released. `by`: who decided. Errors: "commit.not-cut-over",
/// "commit.no-name".
class CommitJob final : public Job
{
public:
    explicit CommitJob(QString by)
        : m_by(std::move(by))
    {
    }
    Item title() const override { return {QStringLiteral("job.commit"), {}, {}}; }
    QStringList resources() const override { return {QStringLiteral("project")}; }
    Outcome run(JobContext& context) override;

private:
    QString m_by;
};

} // namespace bascule
