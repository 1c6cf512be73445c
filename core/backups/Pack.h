// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Counters.h"
#include "core/engine/Result.h"

#include <QJsonArray>

#include <stop_token>
#include <string>
#include <unordered_map>

namespace bascule {

/// What a packing took in.
struct PackReport
{
    qint64 entries = 0, files = 0, bytes = 0, databases = 0;
    QJsonArray problems; ///< what could not be read, what changed meanwhile (notes)
};

/// What an entry gets instead of what its file has here; folders also their time.
struct PackOwner
{
    std::uint32_t uid = 0, gid = 0, mode = 0;
    std::int64_t mtimeNs = 0;
};
/// By path below the source; "" is the source itself.
using PackOwners = std::unordered_map<std::string, PackOwner>;

/// Packs a folder or a file as .tar.zst (pax): modes, owners, times, links, ACLs, xattrs, holes. SQLite databases go
/// in as SQLite's backup interface gives them, without their logs. Sockets are left out and listed. `source` is
/// absolute; entries are named `name` and what lies below it; `owners`: those of a copy's originals. `target` must not
/// exist; it is synced, and removed when this fails. Errors: "backup.write-failed", "cancelled", system codes.
Result<PackReport> packTree(const std::string& source, const std::string& name, const std::string& target,
                            engine::Counters& counters, std::stop_token stop, const PackOwners* owners = nullptr);

} // namespace bascule
