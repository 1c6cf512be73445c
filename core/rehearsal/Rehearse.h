// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"

namespace bascule {

/// Rehearses the runbook on the test environment: the same steps, the same code, timed; the source is only read and the
/// link that is switched is one of our own. Then the scenarios, the proof that nothing real was touched, the rollback
/// drill, and the drift. good: everything passed. An interrupted rehearsal is closed as failed by the next one.
/// Errors: "rehearsal.not-possible" (params reason), "rehearsal.no-test-server", "rehearsal.after-cutover",
/// "rehearsal.touched" (the target or the link changed meanwhile), "run.locked", those of the steps.
class RehearseJob final : public Job
{
public:
    /// `drill` false leaves the rollback drill out (a second timing run).
    explicit RehearseJob(bool drill = true)
        : m_drill(drill)
    {
    }
    Item title() const override { return {QStringLiteral("job.rehearse"), {}, {}}; }
    QStringList resources() const override { return {QStringLiteral("project")}; }
    Outcome run(JobContext& context) override;

private:
    bool m_drill;
};

} // namespace bascule
