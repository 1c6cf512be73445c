// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/StepRail.h"
#include "ui/wizard/AppContext.h"

namespace bascule::ui {

/// What the rail says of the project: pure functions of the snapshot, the board and the words. GUI thread.
RailModel makeRail(const AppContext& context);

/// The running-work bar: the oldest job, what, how fast, how long; idle: the last work and its result.
WorkView makeWorkView(const AppContext& context);

} // namespace bascule::ui
