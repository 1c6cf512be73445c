// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitoring/Checks.h"
#include "core/monitoring/Watched.h"

#include <QHash>
#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

QSet<Id> idsOf(const QJsonValue& list)
{
    QSet<Id> ids;
    for (const QJsonValue& id : list.toArray())
        ids.insert(id.toInteger());
    return ids;
}

/// One check's sum over the rounds.
struct Tally
{
    QDateTime last; ///< when it was last looked at, with or without a result
    qint64 watchedMs = 0, downMs = 0;
};

/// The time that a round speaks for: since the look before, three intervals at most. Never nothing, so that two rounds
/// in one millisecond both count.
qint64 spanOf(const QDateTime& from, const QDateTime& to, qint64 everySeconds)
{
    return std::clamp<qint64>(from.msecsTo(to), 1, std::max<qint64>(1, everySeconds) * 3000);
}

} // namespace

Availability availability(const Snapshot& snapshot, const QDateTime& now)
{
    Availability result;
    result.since = snapshot.project.cutoverAt;
    if (!result.since.isValid() || !isMoved(snapshot))
        return result;
    result.until = result.since.addSecs(qint64(snapshot.project.observationHours) * 3600);
    result.over = now >= result.until;
    result.elapsedMs = std::max<qint64>(0, result.since.msecsTo(std::min(now, result.until)));

    QHash<Id, Tally> tallies;
    for (const Check* check : enabledChecks(snapshot))
        tallies.insert(check->id, {result.since, 0, 0});
    QDateTime last = result.since;
    for (const Evidence& line : snapshot.evidence) {
        if (line.kind != QLatin1String(evidence::MonitoringRound) || line.at < result.since || line.at > result.until)
            continue;
        ++result.rounds;
        const QSet<Id> down = idsOf(line.data.value(u"downChecks"_s));
        const QSet<Id> unknown = idsOf(line.data.value(u"unknownChecks"_s));
        const QSet<Id> subset = idsOf(line.data.value(u"subset"_s));
        const qint64 every = line.data.value(u"everySeconds"_s).toInteger(60);
        bool spoke = false;
        for (auto at = tallies.begin(); at != tallies.end(); ++at) {
            if (!subset.isEmpty() && !subset.contains(at.key()))
                continue;
            const qint64 span = spanOf(at->last, line.at, every);
            at->last = line.at;
            if (unknown.contains(at.key()))
                continue;
            spoke = true;
            at->watchedMs += span;
            at->downMs += down.contains(at.key()) ? span : 0;
        }
        result.watchedMs += spoke ? spanOf(last, line.at, every) : 0;
        last = line.at;
    }
    result.watchedMs = std::min(result.watchedMs, std::max<qint64>(result.elapsedMs, 1));
    for (const Check* check : enabledChecks(snapshot)) {
        const Tally& tally = tallies[check->id];
        if (tally.watchedMs == 0)
            continue;
        const double percent = 100.0 * double(tally.watchedMs - tally.downMs) / double(tally.watchedMs);
        result.checks.push_back({check->id, percent, tally.watchedMs, tally.downMs});
        if (!result.known || percent < result.percent) {
            result.percent = percent;
            result.worstCheck = check->id;
        }
        result.known = true;
    }
    return result;
}

} // namespace bascule
