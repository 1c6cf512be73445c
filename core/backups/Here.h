// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backups/Archive.h"
#include "core/databases/Scratch.h"
#include "core/hosts/Host.h"
#include "core/project/Snapshot.h"

#include <optional>

// Inside of the room: backups that lie on servers, read on this machine.
namespace bascule {

/// Where a backup's file is. Errors: "backup.server-unknown", those of hostFor().
Result<HostPath> placeOfBackup(const Snapshot& snapshot, const Backup& backup, SshConnections* connections,
                               std::stop_token stop);

/// As readArchive(), of a file anywhere: one on a server is fetched into a private folder here first, where there must
/// be room for it, with the ".sha256" beside it. `firstBytes`: how much of a server's file is enough (then the report
/// tells of a file that ends there). Errors besides: "backup.no-room-here" (params bytes, free), those of the way.
Result<ArchiveReport> readArchiveAt(const HostPath& place, const ArchiveLimits& limits, ArchiveVisitor* visitor,
                                    engine::Counters& counters, std::stop_token stop,
                                    std::int64_t firstBytes = INT64_MAX);

/// Whether so many bytes fit where scratch folders are made.
Result<void> roomHere(std::int64_t bytes);

} // namespace bascule
