// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Compare.h"
#include "core/engine/Sync.h"
#include "core/jobs/Job.h"

#include <thread>

namespace bascule {

/// Says what the engine is doing just now in a job's progress, as long as this lives.
class PhaseTeller
{
public:
    PhaseTeller(Progress& progress, const engine::Counters& counters);
    ~PhaseTeller();

private:
    std::jthread m_thread;
};

/// The engine by itself: makes one folder the same as another, without a project. Facts: outcome, files, bytes,
/// transferred, skipped, verified, seconds, created, replaced, metadataOnly, deleted, unchanged; in a dry run also
/// actions. good: verified and nothing skipped.
class SyncJob final : public Job
{
public:
    SyncJob(Path source, Path target, engine::SyncOptions options)
        : m_source(std::move(source))
        , m_target(std::move(target))
        , m_options(std::move(options))
    {
    }
    Item title() const override;
    Outcome run(JobContext& context) override;

private:
    Path m_source, m_target;
    engine::SyncOptions m_options;
};

/// Compares two folders. Facts: equal, differences (path, what, detail), differencesTotal, entries, bytes, seconds.
class CompareJob final : public Job
{
public:
    CompareJob(Path left, Path right, engine::CompareOptions options)
        : m_left(std::move(left))
        , m_right(std::move(right))
        , m_options(std::move(options))
    {
    }
    Item title() const override;
    Outcome run(JobContext& context) override;

private:
    Path m_left, m_right;
    engine::CompareOptions m_options;
};

} // namespace bascule
