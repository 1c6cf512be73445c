// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitoring/Rounds.h"

#include "core/monitoring/Baseline.h"
#include "core/monitoring/Checks.h"
#include "core/monitoring/Round.h"
#include "core/monitoring/Watched.h"

#include <QHash>

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace bascule {

using namespace Qt::StringLiterals;
using namespace monitoring;
using SteadyClock = std::chrono::steady_clock;

namespace {

/// Waits until then, or until the job is stopped.
void waitUntil(const std::stop_token& stop, SteadyClock::time_point then)
{
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    wake.wait_until(lock, stop, then, [] { return false; });
}

int shortestInterval(const std::vector<Check>& checks)
{
    int seconds = 3600;
    for (const Check& check : checks)
        seconds = std::min(seconds, check.everySeconds);
    return seconds;
}

} // namespace

Item CheckRunJob::title() const
{
    return m_asBaseline ? Item{u"job.baseline"_s, {}, {PageId::Monitoring, {}, 0}}
                        : Item{u"job.checks"_s, {}, {PageId::Monitoring, {}, 0}};
}

Outcome CheckRunJob::run(JobContext& context)
{
    if (m_asBaseline)
        return BaselineJob(1, {}, m_ids).run(context);
    const SnapshotPtr snapshot = context.store->snapshot();
    const auto server = serverToWatch(*snapshot);
    if (!server)
        return Outcome::failed(server.error());
    const auto checks = checksToRun(*snapshot, m_ids);
    if (!checks)
        return Outcome::failed(checks.error());
    engine::Counters& counters = context.progress.part(u"phase.check-round"_s, {{u"server"_s, (*server)->name}});
    counters.itemsTotal = std::int64_t(checks->size());
    counters.totalsKnown = true;
    const auto measured =
        measure(*snapshot, checks.value(), **server, context.clock, context.stop, counters, context.connections);
    if (context.stop.stop_requested())
        return Outcome::cancelled();
    const bool subset = checks->size() != enabledChecks(*snapshot).size();
    const auto summary = record(context, *snapshot, **server, measured, subset, shortestInterval(checks.value()));
    return summary ? Outcome::succeeded(summary->good(), summary->facts()) : Outcome::failed(summary.error());
}

namespace {

/// Which checks are due, and when the next ones will be. With a fixed interval every check is due in every round.
class Schedule
{
public:
    explicit Schedule(std::chrono::milliseconds interval)
        : m_interval(interval)
    {
    }

    std::vector<Check> due(const std::vector<Check>& checks)
    {
        const auto now = SteadyClock::now();
        std::vector<Check> list;
        for (const Check& check : checks) {
            auto& next = m_next[check.id];
            if (next > now)
                continue;
            next = now + (m_interval.count() > 0 ? m_interval
                                                 : std::chrono::milliseconds(std::chrono::seconds(check.everySeconds)));
            list.push_back(check);
        }
        return list;
    }

    SteadyClock::time_point next() const
    {
        auto first = SteadyClock::now() + std::chrono::seconds(60);
        for (const auto& at : m_next)
            first = std::min(first, at);
        return first;
    }

private:
    std::chrono::milliseconds m_interval;
    QHash<Id, SteadyClock::time_point> m_next;
};

bool anyOpen(const Snapshot& snapshot)
{
    return std::any_of(snapshot.incidents.begin(), snapshot.incidents.end(),
                       [](const Incident& incident) { return !incident.closedAt.isValid(); });
}

} // namespace

Item MonitorJob::title() const
{
    return {u"job.monitor"_s, {}, {PageId::Monitoring, {}, 0}};
}

Outcome MonitorJob::run(JobContext& context)
{
    const auto started = SteadyClock::now();
    const auto ends = started + m_options.duration;
    const bool timed = m_options.duration.count() > 0;
    engine::Counters& counters = context.progress.part(u"phase.monitoring"_s);
    engine::Counters single; // checks within a round are too quick to be shown
    if (m_options.rounds > 0) {
        counters.itemsTotal = m_options.rounds;
        counters.totalsKnown = true;
    }
    Schedule schedule(m_options.interval);
    QJsonObject facts;
    bool good = true;
    qint64 rounds = 0;
    while (!context.stop.stop_requested()) {
        const SnapshotPtr snapshot = context.store->snapshot();
        const auto checks = checksToRun(*snapshot, {});
        if (!checks)
            return Outcome::failed(checks.error());
        const auto server = serverToWatch(*snapshot);
        // A cutover that runs ends some time: go on after it, unless a number of rounds was asked for now.
        if (!server && (m_options.rounds > 0 || !isMoving(*snapshot)))
            return Outcome::failed(server.error());
        const std::vector<Check> due = server ? schedule.due(checks.value()) : std::vector<Check>();
        if (!due.empty()) {
            const auto measured =
                measure(*snapshot, due, **server, context.clock, context.stop, single, context.connections);
            if (context.stop.stop_requested())
                break;
            const auto summary =
                record(context, *snapshot, **server, measured, due.size() != checks->size(),
                       m_options.interval.count() > 0 ? int(std::max<qint64>(1, m_options.interval.count() / 1000))
                                                      : shortestInterval(due));
            if (!summary)
                return Outcome::failed(summary.error());
            facts = summary->facts();
            good = summary->down == 0;
            counters.itemsDone = ++rounds;
        }
        if (m_options.rounds > 0 && rounds >= m_options.rounds)
            break;
        auto next = server ? schedule.next() : SteadyClock::now() + std::chrono::seconds(1);
        if (timed && next >= ends)
            next = ends;
        waitUntil(context.stop, next);
        if (timed && SteadyClock::now() >= ends)
            break;
    }
    facts.insert(u"count"_s, rounds);
    if (context.stop.stop_requested() && !(m_options.rounds > 0 && rounds >= m_options.rounds))
        return Outcome::cancelled();
    return Outcome::succeeded(good && !anyOpen(*context.store->snapshot()), facts);
}

} // namespace bascule
