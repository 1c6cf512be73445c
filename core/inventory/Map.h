// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/Checkpoint.h"

namespace bascule {

/// SHA-256 (hex) over what a person validates: the source servers, their assets with who answers for them and where
/// they go, the dependencies and blind spots with what was decided of each. Sizes and times are not in it: they change
/// by the minute. Pure; any thread.
QString mapHash(const Snapshot& snapshot);

/// What the map still lacks before somebody may validate it, most important first. Pure; the checkpoint's own list but
/// the validation itself.
std::vector<Item> mapGaps(const Snapshot& snapshot);

/// Dependencies of the source servers whose assets are still there. Pure.
std::vector<const Dependency*> mapDependencies(const Snapshot& snapshot);

} // namespace bascule
