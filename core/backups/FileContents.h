// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Counters.h"

#include <stop_token>
#include <string>

// Inside of the room.
namespace bascule {

enum class Sameness { Equal, Different, Unreadable, Stopped };

/// Compares two regular files byte for byte, following no links. Bumps counters.bytesDone; blocks.
Sameness compareContents(const std::string& left, const std::string& right, engine::Counters& counters,
                         const std::stop_token& stop);

} // namespace bascule
