// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Tree.h"
#include "core/hosts/Host.h"
#include "core/project/Values.h"

#include <set>
#include <stop_token>

namespace bascule {

/// What a tree looked like at one moment, without contents; the order in which folders are read does not matter.
/// Two equal prints of one tree mean that nothing was written meanwhile: a user cannot set ctime back.
struct TreePrint
{
    QString hash;
    qint64 entries = 0;
    qint64 bytes = 0;
    qint64 newestCtimeNs = 0;
    qint64 unreadable = 0;

    friend bool operator==(const TreePrint& a, const TreePrint& b)
    {
        return a.hash == b.hash && a.entries == b.entries;
    }
};

QJsonObject printToJson(const TreePrint& print);
TreePrint printFromJson(const QJsonValue& json);

/// A print of a tree on another server is summed up there, and equals none that is taken here.
/// `loose`: folders (relative) whose own times do not count, because side files of databases come and go in them.
/// Blocks; error "cancelled" when stopped.
Result<TreePrint> treePrint(const HostPath& root, const std::vector<std::string>& excludes,
                            const std::set<std::string>& loose, std::stop_token stop);

/// Paths whose ctime is newer than that, at most `limit`, and how many there are in all.
struct Changes
{
    QStringList examples; ///< for display
    qint64 total = 0;
};
Result<Changes> changedSince(const HostPath& root, const std::vector<std::string>& excludes,
                             const std::set<std::string>& loose, qint64 ctimeNs, int limit, std::stop_token stop);

/// True when the path, or (where it is gone) the nearest folder above it, changed after that moment. By the clock of
/// that server, of which the moment is to be too. Errors: those of reaching it.
Result<bool> changedAfter(const HostPath& root, const std::string& relative, qint64 ctimeNs);

/// Times, sizes and inodes of a database's files: equal stamps mean that nobody wrote. Reading it by other programs may
/// change them (a checkpoint when the last one closes), so that a different stamp only asks for a closer look.
Result<QString> databaseStamp(const HostPath& path);

} // namespace bascule
