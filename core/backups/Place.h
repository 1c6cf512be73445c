// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Tree.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

// Inside of the room: where an asset lies in what a backup unpacked to.
namespace bascule {

struct PlaceQuestion
{
    std::string path;     ///< the asset's, relative to its server's root
    std::string source;   ///< the asset's, absolute
    std::string restored; ///< the folder that the backup was unpacked to
};

/// The folder (or file) below `restored` that holds most of the asset's entries: backups begin at the server's root, at
/// "/", at a folder on the way, or at the asset itself. Nothing when none of the entries is there.
std::optional<std::string> placeInBackup(const PlaceQuestion& question, const std::vector<engine::TreeEntry>& entries,
                                         bool folder, const std::stop_token& stop);

/// "a/b"; one of them may be empty.
std::string joined(const std::string& folder, const std::string& name);

/// The path and ever shorter ends of it: "a/b/c", "b/c", "c".
std::vector<std::string> pathEnds(const std::string& path);

} // namespace bascule
