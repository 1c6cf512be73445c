// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backups/Archive.h"
#include "core/jobs/Job.h"

// Inside of the room: the two proofs of one backup, written to the store with their evidence.
namespace bascule {

/// What became of one backup.
struct Proof
{
    bool cancelled = false;
    bool good = false;
};

/// Reads it whole. Errors are the machine's, not the archive's.
Result<Proof> proveByReading(JobContext& context, const Backup& backup);
/// Restores it into scratch and compares.
Result<Proof> proveByRestoring(JobContext& context, const Backup& backup);

/// Puts what a reading found into the row, with its evidence.
Result<void> recordReading(StoreTx& tx, Id backup, const ArchiveReport& report);

/// The backups a job is asked for: all when `ids` is empty. "backup.unknown", "backup.none", "backup.kind-not-yet".
Result<std::vector<Backup>> chosenBackups(const Snapshot& snapshot, const std::vector<Id>& ids);

/// "24 Nov's name" for titles: the file's name.
QString backupName(const Backup& backup);

} // namespace bascule
