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

/// Pure.
Board computeBoard(const Snapshot& snapshot, const QDateTime& now);

} // namespace bascule
