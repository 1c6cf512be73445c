// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/Board.h"
#include "core/cutover/Cutover.h"
#include "core/cutover/Ways.h"
#include "core/planning/Plan.h"
#include "core/project/Moments.h"

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

PageId pageOf(Step step)
{
    switch (step) {
    case Step::Inventory:
        return PageId::Inventory;
    case Step::Backups:
        return PageId::Backups;
    case Step::Rehearsal:
        return PageId::Rehearsal;
    case Step::Planning:
        return PageId::Planning;
    case Step::Monitoring:
        break;
    }
    return PageId::Monitoring;
}

GoCondition condition(const char* code, bool met, Target target, const QJsonObject& params = {})
{
    return {{QString::fromLatin1(code), params, std::move(target)}, met};
}

/// The go of that role for this runbook, unless a rollback came after it: what was decided then was used up.
const Approval* goOf(const Snapshot& snapshot, PersonRole role, const QString& hash)
{
    const Approval* given = approvalFor(snapshot, u"go"_s, role, hash);
    const Evidence* back = snapshot.lastEvidence(evidence::RollbackRun);
    return given && (!back || given->evidence > back->id) ? given : nullptr;
}

} // namespace

std::vector<GoCondition> cutoverConditions(const Snapshot& snapshot, const QDateTime& now)
{
    std::vector<GoCondition> all;
    const Runbook book = buildRunbook(snapshot);
    const Board board = computeBoard(snapshot, now);
    for (const Item& problem : book.problems)
        all.push_back({problem, false});
    all.push_back(condition("cutover.condition-ledger", snapshot.ledger.intact, {PageId::Project, u"ledger"_s, 0}));
    for (const Checkpoint& checkpoint : board.checkpoints) {
        const bool settled = checkpoint.state == CheckpointState::Passed || checkpoint.state == CheckpointState::Waived;
        const bool monitoring = checkpoint.step == Step::Monitoring;
        all.push_back(condition(monitoring ? "cutover.condition-monitoring" : "cutover.condition-checkpoint",
                                settled || (monitoring && board.monitoringReady), {pageOf(checkpoint.step), {}, 0},
                                {{u"step"_s, u"row."_s + enumName(checkpoint.step) + u".title"_s},
                                 {u"state"_s, enumName(checkpoint.state)}}));
    }
    const Window* window = snapshot.window();
    all.push_back(condition("cutover.condition-window", window != nullptr, {PageId::Planning, u"window"_s, 0}));
    for (const PersonRole role : {PersonRole::It, PersonRole::Management}) {
        const Approval* go = goOf(snapshot, role, book.hash);
        all.push_back(condition(role == PersonRole::It ? "cutover.condition-go-it" : "cutover.condition-go-management",
                                go != nullptr, {PageId::Cutover, u"give-go"_s, 0},
                                {{u"name"_s, go ? go->person : QString()}, {u"at"_s, go ? iso(go->at) : QString()}}));
    }
    return all;
}

const Run* openCutover(const Snapshot& snapshot)
{
    const Run* run = snapshot.lastRun(RunKind::Cutover);
    return run && run->state == RunState::Running ? run : nullptr;
}

const Run* openRollback(const Snapshot& snapshot)
{
    const Run* run = snapshot.lastRun(RunKind::Rollback);
    return run && run->state == RunState::Running ? run : nullptr;
}

const Run* cutoverToTakeBack(const Snapshot& snapshot)
{
    const Run* run = snapshot.lastRun(RunKind::Cutover);
    if (!run)
        return nullptr;
    const bool done = run->state == RunState::Succeeded && (snapshot.project.state == MigrationState::CutOver ||
                                                            snapshot.project.state == MigrationState::RollbackRunning);
    const bool switched = run->state == RunState::Running && cutover::switchBegan(snapshot, *run);
    return done || switched ? run : nullptr;
}

} // namespace bascule
