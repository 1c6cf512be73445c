// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runbook/Executor.h"
#include "core/runbook/Transfer.h"

namespace bascule {

/// A folder of ours beside the test environment (or, where nothing may be made there, in the state folder), for the
/// rehearsal's link and the drill; on the test environment's server. Named after the project, so that what a crash left
/// is found and removed.
class RehearsalScratch
{
public:
    /// Makes it, empty.
    static Result<RehearsalScratch> make(const QString& projectFile, const HostPath& testRoot);
    /// Removes whatever an interrupted rehearsal of this project left: the scratch folder, and the drill's probes in
    /// the test environment.
    static Result<void> clear(const QString& projectFile, const HostPath& testRoot);

    const HostPath& path() const { return m_path; }
    HostPath link() const { return m_path / "link"; }
    HostPath clone() const { return m_path / "old-server"; }
    HostPath drillLink() const { return m_path / "drill-link"; }
    HostPath kept() const { return m_path / "kept"; }
    HostPath savedDatabase() const { return m_path / "saved.db"; }
    /// Folder of the drill's probes, relative to a server's root.
    static std::string probes(const QString& projectFile);

private:
    HostPath m_path;
};

/// The rollback drill: clones what is migrated, writes on the test environment what users would (a new, a changed and a
/// deleted file, a row in a database), runs the real rollback against the clone, looks whether all of it came back, and
/// puts the test environment back as it was. Journalled as a RollbackDrill, with its evidence.
/// `rehearsal`: ground of the rehearsal, whose target is the test root.
RunResult runRollbackDrill(JobContext& context, const Ground& rehearsal, const RehearsalScratch& scratch,
                           const QString& runbookHash, Id rehearsalRun);

} // namespace bascule
