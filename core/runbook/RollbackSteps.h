// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runbook/Transfer.h"

namespace bascule {

/// What a rollback must know of the cutover that it takes back.
struct RollbackGround
{
    Ground ground;           ///< source: the old server; target: where users wrote since; owner: of this rollback
    std::string sourceOwner; ///< owner of the source's freeze, the cutover run; empty: it is not frozen (a drill)
    std::string linkBefore;  ///< what the link said before the cutover; empty: there was none
    QJsonObject frozen;      ///< picture of the source when it was frozen; empty when unknown
    HostPath keepIn;         ///< folder for what is replaced on the source, on its server
};

/// The way back: what users wrote on the new server returns to the old one, verified, then users do too. Codes
/// "rollback-…", see rollbackSteps(). Nothing is lost: what is replaced on the old server is kept.
class RollbackSteps final : public StepActions
{
public:
    explicit RollbackSteps(RollbackGround ground)
        : m_way(std::move(ground))
    {
    }

    StepOutcome precheck(const RunStep& step, StepEnv& env) override;
    StepOutcome perform(const RunStep& step, StepEnv& env) override;
    StepOutcome verify(const RunStep& step, StepEnv& env) override;
    Result<void> undo(const RunStep& step, StepEnv& env) override;
    Result<std::size_t> resumeAt(std::size_t next, StepEnv& env) override;
    bool isPointOfNoReturn(const RunStep& step) const override;
    Result<bool> canUndoLate(StepEnv& env) override;

private:
    StepOutcome lookFirst(StepEnv& env);
    StepOutcome freezeTarget(StepEnv& env);
    StepOutcome bringDatabase(const ScopeDatabase& database, StepEnv& env);
    StepOutcome verifyAll(StepEnv& env);
    StepOutcome switchBack();
    StepOutcome thawBoth();
    CarryOptions options() const;

    RollbackGround m_way;
};

/// What a rollback would bring back now.
struct RollbackChanges
{
    CarryPreview files;
    struct Base
    {
        QString name;
        qint64 differences = 0; ///< tables and objects that differ
    };
    std::vector<Base> databases; ///< those that differ
    /// Changed on the old server too since it was frozen: the new server's version comes back, the other is kept aside.
    QStringList conflicts;
    qint64 conflictsTotal = 0;
    /// Written on the new server at places that are not migrated: they stay there.
    QStringList staying;
    qint64 stayingTotal = 0;
};
/// Reads both ends, writes nothing. Blocks.
Result<RollbackChanges> rollbackChanges(const RollbackGround& way, std::stop_token stop);
/// Counts for facts and evidence: created, changed, deleted, bytes, databases, conflicts.
QJsonObject changesToJson(const RollbackChanges& changes);

} // namespace bascule
