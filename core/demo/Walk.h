// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/Demo.h"
#include "core/jobs/Job.h"

#include <memory>

namespace bascule {

/// How a demo is walked through. Everything is called on the thread of walkDemo().
struct DemoWalk
{
    const Clock& clock;
    Language language = Language::French;
    /// Stop before the go: a project ready to be cut over, with a window in the coming nights.
    bool prepareOnly = false;
    std::stop_token stop;
    /// Runs a job to its end; runDirectly() when empty.
    std::function<Outcome(const std::shared_ptr<ProjectStore>&, std::unique_ptr<Job>)> run;
    /// Makes the job that writes a PDF report; without it there are none.
    std::function<std::unique_ptr<Job>(const QString& path, Language language)> pdfReport;
    /// Told before each step (codes "demo.step-…") and what came of it.
    std::function<void(const Item&)> say;
    /// Told when the plan stands, before the cutover.
    std::function<void(const Snapshot&)> showPlan;
};

/// Runs a job on the calling thread.
Outcome runDirectly(const std::shared_ptr<ProjectStore>& store, const Clock& clock, std::stop_token stop,
                    std::unique_ptr<Job> job);

/// Makes the project of a seeded demo and takes every step of it with the jobs and decisions that any project has,
/// while the old server's application is at work. Returns the open project. A step that should have been good and was
/// not ends it: "demo.step-failed" (params step), or the job's own error; "cancelled".
Result<std::shared_ptr<ProjectStore>> walkDemo(const DemoPlaces& places, const DemoWalk& walk);

} // namespace bascule
