// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backups/Pack.h"
#include "core/databases/Scratch.h"
#include "core/hosts/Host.h"

// Inside of the room: an asset of a server, brought here to be packed.
namespace bascule {

/// What is on a server as a tree (or file) of this machine, with consistent copies of its databases.
struct CopyHere
{
    std::shared_ptr<ScratchFolder> folder; ///< private, gone with the last who has it
    std::string path;
    PackOwners owners;   ///< of the originals: only root may give files away
    QJsonArray problems; ///< what could not be brought
};

/// Blocks; a folder comes at the `pace`. Errors: "backup.no-room-here", "path.missing", "cancelled", system codes,
/// those of the way to the server.
Result<CopyHere> copyHere(const HostPath& source, std::shared_ptr<engine::Pace> pace, engine::Counters& counters,
                          std::stop_token stop);

} // namespace bascule
