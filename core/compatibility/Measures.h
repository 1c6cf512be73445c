// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compatibility/Rules.h"
#include "core/engine/Counters.h"
#include "core/hosts/Host.h"
#include "core/project/Snapshot.h"

#include <set>
#include <stop_token>

namespace bascule::compatibility {

/// Facts "library.*": the SQLite that will open the databases on this machine.
Facts libraryFacts();

/// Facts "db.*" of a SQLite file, which is read whole and not written. Empty when stopped. Errors: those of the way to
/// its server.
Result<Facts> databaseFacts(const HostPath& path, std::stop_token stop);

/// What a tree asks of the file system that it goes to.
struct SourceMeasure
{
    Facts facts; ///< "old.*" and "need.*"
    std::set<std::uint32_t> owners, groups;
};
/// Where it goes: the server, and the number of the account that we are there.
struct TargetAccount
{
    Id server = 0;
    std::uint32_t uid = 0;
};
/// Walks what migrates of a source server. What the inventory has counted is taken from its findings.
Result<SourceMeasure> measureSource(const Snapshot& snapshot, const Server& source, const Host& host,
                                    const TargetAccount& target, engine::Counters& counters, std::stop_token stop);

/// An account that means somebody else on the other server.
struct AccountConflict
{
    Facts facts; ///< "account.*"
    QString key;
};
/// Compares the servers' own lists of accounts, where their trees hold them, for the ids that own something. Errors:
/// those of the way to the servers.
Result<std::vector<AccountConflict>> accountConflicts(const Host& source, const Host& target,
                                                      const SourceMeasure& measure, std::stop_token stop);

/// Facts "dependency.*" of one dependency; `names` are ownNames() of the server it lies on.
Facts dependencyFacts(const Snapshot& snapshot, const Dependency& dependency, const Server& server,
                      const std::set<QString>& names);

} // namespace bascule::compatibility
