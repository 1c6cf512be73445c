// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inventory/Findings.h"

#include <map>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

qint64 countOf(const Finding& finding)
{
    return finding.params.value(u"count"_s).toInteger(1);
}

/// What was decided stays, unless it was decided of less than there is now.
void inherit(Finding& fresh, const Finding& old)
{
    fresh.id = old.id;
    if (old.state == FindingState::Accepted && countOf(fresh) <= countOf(old)) {
        fresh.state = old.state;
        fresh.by = old.by;
        fresh.why = old.why;
    }
}

bool same(const Finding& a, const Finding& b)
{
    return toJson(a) == toJson(b);
}

} // namespace

Result<void> replaceFindings(StoreTx& tx, const QString& room, const std::set<Id>& servers, std::vector<Finding> found)
{
    auto rows = tx.all<Finding>();
    if (!rows)
        return rows.error();
    std::map<std::pair<Id, QString>, Finding> before;
    for (Finding& row : rows.value()) {
        if (row.room == room && servers.contains(row.server))
            before.emplace(std::pair(row.server, row.key), row);
    }
    std::set<std::pair<Id, QString>> written;
    for (Finding& finding : found) {
        const std::pair identity(finding.server, finding.key);
        if (!written.insert(identity).second)
            continue;
        finding.room = room;
        const auto old = before.find(identity);
        if (old == before.end()) {
            if (auto done = tx.insert(finding); !done)
                return done.error();
            continue;
        }
        inherit(finding, old->second);
        if (!same(finding, old->second)) {
            if (auto done = tx.update(finding); !done)
                return done;
        }
    }
    for (auto& [identity, old] : before) {
        if (written.contains(identity) || old.state == FindingState::Resolved)
            continue;
        if (old.state == FindingState::Open) {
            if (auto done = tx.erase<Finding>(old.id); !done)
                return done;
            continue;
        }
        old.state = FindingState::Resolved;
        if (auto done = tx.update(old); !done)
            return done;
    }
    return {};
}

} // namespace bascule
