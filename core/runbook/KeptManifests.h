// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Compare.h"
#include "core/runbook/Executor.h"
#include "core/runbook/Transfer.h"

#include <functional>

namespace bascule {

/// PROJECT.evidence, made if need be; empty where nothing can be kept there: no project, or it lies in a folder that is
/// migrated, where it would itself be something that users wrote meanwhile.
QString evidenceFolder(const Ground& ground, const StepEnv& env);

/// The manifests of what a run has brought over, one a unit: PROJECT.evidence/run-ID-N.manifest, for the owner of the
/// project alone. They come of the very reading that compares both sides. Where one cannot be kept (the project lies in
/// a folder that is migrated, the disk is full) the run goes on, and its proof says so. One thread.
class KeptManifests
{
public:
    KeptManifests(const Ground& ground, StepEnv& env);

    /// comparePlaces() of a unit, which keeps a manifest of the right side when `isGood` says so of the report.
    Result<engine::CompareReport> compare(const UnitEnds& ends, const engine::CompareOptions& options,
                                          engine::Counters& counters,
                                          const std::function<bool(const engine::CompareReport&)>& isGood);
    /// All units are compared and good: their manifests become part of the proof and of the run's facts ("manifests":
    /// file, path, rootHash, entries, bytes).
    void tell(QJsonArray& proof);

private:
    StepEnv& m_env;
    QString m_folder; ///< empty: none can be kept
    QJsonArray m_kept, m_missing;
    int m_number = 0;
};

} // namespace bascule
