// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"

#include <chrono>
#include <vector>

namespace bascule {

/// Runs checks once on the server that serves now (`ids` empty: all enabled ones), writes results, incidents and the
/// round's evidence. With `asBaseline` it is a baseline of one round. good: all are up. Errors: "monitoring.no-checks",
/// "monitoring.no-server".
class CheckRunJob : public Job
{
public:
    explicit CheckRunJob(std::vector<Id> ids = {}, bool asBaseline = false)
        : m_ids(std::move(ids))
        , m_asBaseline(asBaseline)
    {
    }
    Item title() const override;
    Outcome run(JobContext& context) override;

private:
    std::vector<Id> m_ids;
    bool m_asBaseline;
};

/// Measures how the old server does, so that the new one can be compared. Only before the cutover
/// ("baseline.after-cutover"). A check that is not up in every round gets no baseline; good is then false.
class BaselineJob : public Job
{
public:
    explicit BaselineJob(int rounds = 10, std::chrono::milliseconds pause = std::chrono::milliseconds(200),
                         std::vector<Id> ids = {})
        : m_rounds(rounds)
        , m_pause(pause)
        , m_ids(std::move(ids))
    {
    }
    Item title() const override;
    Outcome run(JobContext& context) override;

private:
    int m_rounds;
    std::chrono::milliseconds m_pause;
    std::vector<Id> m_ids;
};

/// Round after round: until `rounds` are done or `duration` is over, whichever is set; for ever when neither is.
struct MonitorOptions
{
    int rounds = 0;
    std::chrono::milliseconds duration{0};
    /// Between the starts of two rounds, every check in each; 0: each check at its own interval.
    std::chrono::milliseconds interval{0};
};

/// good: no incident is open at the end.
class MonitorJob : public Job
{
public:
    explicit MonitorJob(MonitorOptions options)
        : m_options(options)
    {
    }
    Item title() const override;
    Outcome run(JobContext& context) override;

private:
    MonitorOptions m_options;
};

} // namespace bascule
