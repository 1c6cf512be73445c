// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/Checkpoint.h"

namespace bascule {

/// What the evidence says of the step "inventory" at `now` (UTC). Pure; any thread.
Checkpoint inventoryCheckpoint(const Snapshot& snapshot, const QDateTime& now);

} // namespace bascule
