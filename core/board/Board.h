// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/Checkpoint.h"

#include <array>

namespace bascule {

/// The managers' table: the five checkpoints and the answer.
struct Board
{
    std::array<Checkpoint, 5> checkpoints; ///< in the order of Step
    int passed = 0;                        ///< passed or waived
    int waived = 0;
    /// True when the cutover may start: the first four are passed or waived and monitoring is ready (its checks have a
    /// baseline) or waived.
    bool ready = false;
    bool monitoringReady = false;

    const Checkpoint& of(Step step) const { return checkpoints[static_cast<std::size_t>(step)]; }
};

/// Pure. Never ready when the ledger does not hold together.
Board computeBoard(const Snapshot& snapshot, const QDateTime& now);

/// The answer to "Can we go?", as codes for the catalogue.
struct BoardAnswer
{
    /// "go-no-go.not-yet" (count), "go-no-go.yes", "go-no-go.yes-waived" (count), "board.ledger-broken",
    /// "board.cutover-running", "board.cut-over" (until), "board.cut-over-final", "board.rollback-running",
    /// "board.rolled-back", "board.committed".
    Item answer;
    CheckpointState look = CheckpointState::NotStarted; ///< whose icon and colour stand beside it
    Item why;                                           ///< one sentence
    Item nextTitle;                                     ///< what the next date is; "board.next-none" when there is none
    QDateTime next;                                     ///< invalid when there is none
    Item nextFact;                                      ///< a line below the date; its code may be empty
};

/// Pure.
BoardAnswer answer(const Board& board, const Snapshot& snapshot, const QDateTime& now);

} // namespace bascule
