// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runbook/Transfer.h"

namespace bascule {

/// The steps from the old server to the new one: of a cutover, and of a rehearsal on the test environment.
class MigrationSteps final : public StepActions
{
public:
    /// `served`: the server as the checks are to see it, with the root of ground.target. Its checks go over the job's
    /// connections. `targetKnown`: some earlier
    /// run of this project filled that folder, so that what is in it beyond the source may go.
    MigrationSteps(Ground ground, Server served, bool targetKnown);

    StepOutcome precheck(const RunStep& step, StepEnv& env) override;
    StepOutcome perform(const RunStep& step, StepEnv& env) override;
    StepOutcome verify(const RunStep& step, StepEnv& env) override;
    Result<void> undo(const RunStep& step, StepEnv& env) override;
    Result<std::size_t> resumeAt(std::size_t next, StepEnv& env) override;
    bool isPointOfNoReturn(const RunStep& step) const override;
    Result<bool> canUndoLate(StepEnv& env) override;

    const Ground& ground() const { return m_ground; }

private:
    StepOutcome lastChecks(StepEnv& env);
    StepOutcome checkLink(StepEnv& env);
    Result<QJsonObject> pictureAtRest(StepEnv& env) const;
    StepOutcome freezeSource(StepEnv& env);
    StepOutcome verifyAll(StepEnv& env);
    StepOutcome switchUsers(StepEnv& env);
    StepOutcome runChecks(StepEnv& env);
    StepOutcome open(StepEnv& env);
    StepOutcome sourceStillFrozen(StepEnv& env);

    Ground m_ground;
    Server m_served;
    bool m_targetKnown;
};

/// A folder's identity as device and inode (and its server's name, elsewhere), so that one that was replaced is not
/// taken for the one we filled. Empty when there is none.
QString identityText(const HostPath& folder);
/// Key in a run's facts for the identity of a target that the run found empty or ours.
inline constexpr auto kTargetAdopted = "targetAdopted";
/// True when a run of this project adopted that folder.
bool targetIsKnown(const Snapshot& snapshot, const HostPath& folder);

/// Checks both ends before anything is written: folders there and apart, target writable and free of other people's
/// files, room enough, databases readable. Adds to facts. Shared by first copy, rehearsal and cutover.
StepOutcome checkEnds(const Ground& ground, bool targetKnown, StepEnv& env);

} // namespace bascule
