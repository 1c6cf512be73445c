// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/Demo.h"
#include "core/demo/Seeder.h"

namespace bascule::demo {

// Ids of the company's people and groups; see etc/passwd and etc/group of the old server.
inline constexpr Owner kRoot{0, 0};
inline constexpr Owner kApplication{990, 990};
inline constexpr std::int64_t kHour = 3'600;
inline constexpr std::int64_t kDay = 86'400;
/// When the backups were made: at ten in the evening (UTC) of the day before `base`.
constexpr std::int64_t backupTime(std::int64_t base)
{
    return base - base % kDay - 2 * kHour;
}

/// The departments' shares with their users' files. `size`: share of the full number of files.
void seedShares(Seeder& seeder, const std::string& switchLink, double size);
/// Names that break careless programs, links of every kind, a sparse file.
void seedOddities(Seeder& seeder, const std::string& switchLink);
/// What people wrote since yesterday's backup.
void seedToday(Seeder& seeder);
/// Gesto, the order management: program, configuration, service, scheduled tasks, the system's own few files.
void seedApplication(Seeder& seeder);
/// Its database, in WAL mode, at rest. Path relative to the old server's root.
inline constexpr auto kDatabase = "var/lib/gesto/gesto.db";
Result<void> seedDatabase(const Seeder& seeder, std::stop_token stop);
/// Yesterday's backups as .tar.zst, each read back from the tree by libarchive with every attribute, and one of the day
/// before that was cut short.
Result<void> seedBackups(Seeder& seeder, std::stop_token stop);

} // namespace bascule::demo
