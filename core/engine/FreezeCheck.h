// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Freeze.h"

namespace bascule::engine {

/// A freeze by somebody else than `owner` that writing into this folder would break: of the folder itself, of one above
/// it, or (with `below`) of one below it.
std::optional<FreezeLock> freezeInTheWay(int folderFd, const std::string& owner, bool below);

} // namespace bascule::engine
