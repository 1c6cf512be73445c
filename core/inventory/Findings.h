// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/ProjectStore.h"

#include <set>
#include <vector>

namespace bascule {

/// Puts what a run of `room` found on `servers` in the place of what its last run found there. A finding with a known
/// key keeps its id and what was decided; an accepted one opens again when there is more of it ("count" grew), a
/// resolved one when it is seen again. What is seen no more is removed, or resolved when somebody had accepted it.
Result<void> replaceFindings(StoreTx& tx, const QString& room, const std::set<Id>& servers, std::vector<Finding> found);

} // namespace bascule
