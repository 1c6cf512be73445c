// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Result.h"

#include <optional>
#include <string>

namespace bascule::engine {

/// Who froze a folder, for what, since when.
struct FreezeLock
{
    std::string owner;  ///< an id, e.g. of the cutover run
    std::string reason; ///< a code
    std::int64_t sinceMs = 0;
};

/// Freezes are kept outside the frozen tree, so that the source stays unmodified: one file a root, named by device and
/// inode, in `$BASCULE_STATE_DIR/freezes` (default `$XDG_STATE_HOME/bascule/freezes`,
/// `~/.local/state/bascule/freezes`). sync() refuses to write into a root, or below one, that somebody else has frozen.
/// They survive a crash; freezing again as the same owner is no error. Errors: "freeze.held" (params owner),
/// "path.missing", system codes.
Result<void> freeze(const std::string& root, const FreezeLock& lock);
Result<void> thaw(const std::string& root, const std::string& owner);
Result<std::optional<FreezeLock>> frozenBy(const std::string& root);

} // namespace bascule::engine
