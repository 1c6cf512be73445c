// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Fd.h"
#include "core/engine/Result.h"

#include <string>

namespace bascule::engine {

/// A path's folder, opened, and its last component.
struct Slot
{
    Fd folder;
    std::string name;
};

Result<Slot> slotOf(const std::string& path);

/// A name for what is staged beside its place, that nothing has.
std::string temporaryBeside();

} // namespace bascule::engine
