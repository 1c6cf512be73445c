// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runbook/Runbook.h"

namespace bascule {

/// The last rehearsal of exactly this runbook that succeeded and stands in the ledger, or null. Pure.
const Run* lastGoodRehearsal(const Snapshot& snapshot, const QString& runbookHash);

/// The last rehearsal of any runbook, whatever became of it, or null; one still running counts.
const Run* newestRehearsal(const Snapshot& snapshot);

} // namespace bascule
