// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitoring/Round.h"

#include "core/monitoring/Checks.h"
#include "core/monitoring/Watched.h"

#include <QJsonArray>

#include <algorithm>
#include <atomic>
#include <thread>

namespace bascule::monitoring {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNetworkThreads = 4;

bool isLocal(const Check& check)
{
    return check.kind == u"file" || check.kind == u"tree" || check.kind == u"link" || check.kind == u"sqlite";
}

} // namespace

std::vector<Measured> measure(const Snapshot& snapshot, const std::vector<Check>& checks, const Server& server,
                              const Clock& clock, std::stop_token stop, engine::Counters& counters,
                              SshConnections* connections)
{
    std::vector<Measured> measured(checks.size());
    const auto look = [&](std::size_t index) {
        const Check& check = checks[index];
        measured[index] = {check, runCheck(snapshot, check, server, clock.now(), stop, connections), clock.now()};
        counters.itemsDone.fetch_add(1);
    };
    std::vector<std::size_t> remote;
    for (std::size_t index = 0; index < checks.size(); ++index) {
        if (!isLocal(checks[index]))
            remote.push_back(index);
    }
    std::atomic<std::size_t> next{0};
    std::vector<std::jthread> threads;
    for (std::size_t n = 0; n < std::min<std::size_t>(kNetworkThreads, remote.size()); ++n) {
        threads.emplace_back([&] {
            for (std::size_t at = next++; at < remote.size(); at = next++)
                look(remote[at]);
        });
    }
    for (std::size_t index = 0; index < checks.size(); ++index) {
        if (isLocal(checks[index]))
            look(index);
    }
    threads.clear(); // joins
    return measured;
}

QJsonObject RoundSummary::facts() const
{
    return {{u"checks"_s, checks},   {u"up"_s, up},         {u"degraded"_s, degraded}, {u"down"_s, down},
            {u"unknown"_s, unknown}, {u"opened"_s, opened}, {u"closed"_s, closed}};
}

namespace {

QJsonObject outcomeJson(const ProbeOutcome& outcome)
{
    return {{u"code"_s, outcome.code}, {u"params"_s, outcome.params}};
}

void count(RoundSummary& summary, CheckState state)
{
    ++summary.checks;
    switch (state) {
    case CheckState::Up:
        ++summary.up;
        break;
    case CheckState::Degraded:
        ++summary.degraded;
        break;
    case CheckState::Down:
        ++summary.down;
        break;
    case CheckState::Unknown:
    case CheckState::NotRun:
        ++summary.unknown;
        break;
    }
}

/// The results of a check that an incident may be judged by: since the last one ended, and on this server.
std::vector<CheckResult> recentResults(const Snapshot& snapshot, const Check& check)
{
    QDateTime since = isMoved(snapshot) ? snapshot.project.cutoverAt : QDateTime();
    for (const Incident& incident : snapshot.incidents) {
        if (incident.check == check.id && incident.closedAt.isValid() && !(since > incident.closedAt))
            since = incident.closedAt;
    }
    std::vector<CheckResult> results;
    for (const CheckResult& result : snapshot.checkResults) {
        if (result.check == check.id && !result.baseline && !(since.isValid() && result.at <= since))
            results.push_back(result);
    }
    std::stable_sort(results.begin(), results.end(),
                     [](const CheckResult& a, const CheckResult& b) { return a.id < b.id; });
    return results;
}

/// The open incident of a check as the transaction sees it: it may have been closed by hand meanwhile.
Result<std::optional<Incident>> openIncident(StoreTx& tx, const Snapshot& snapshot, Id check)
{
    for (auto at = snapshot.incidents.rbegin(); at != snapshot.incidents.rend(); ++at) {
        if (at->check != check || at->closedAt.isValid())
            continue;
        auto incident = tx.get<Incident>(at->id);
        if (!incident)
            return incident.error();
        if (!incident->closedAt.isValid())
            return std::optional(incident.value());
        break;
    }
    return std::optional<Incident>();
}

Result<void> noteIncident(StoreTx& tx, const char* kind, const Check& check, const Incident& incident)
{
    const auto noted = tx.append(enumName(Step::Monitoring), kind, check.name,
                                 {{u"incident"_s, incident.id},
                                  {u"check"_s, check.id},
                                  {u"code"_s, incident.code},
                                  {u"params"_s, incident.params}});
    return noted ? Result<void>() : Result<void>(noted.error());
}

Result<void> settleIncident(StoreTx& tx, const Snapshot& snapshot, const Measured& one, const CheckResult& result,
                            RoundSummary& summary)
{
    auto open = openIncident(tx, snapshot, one.check.id);
    if (!open)
        return open.error();
    std::vector<CheckResult> results = recentResults(snapshot, one.check);
    results.push_back(result);
    const IncidentVerdict verdict = judgeIncident(results, open->has_value());
    if (verdict.what == IncidentVerdict::What::Close) {
        Incident incident = **open;
        incident.closedAt = result.at;
        ++summary.closed;
        if (auto done = tx.update(incident); !done)
            return done;
        return noteIncident(tx, evidence::IncidentClosed, one.check, incident);
    }
    if (verdict.what != IncidentVerdict::What::Open)
        return {};
    // Two of three were bad, but this one may be the good one: say what was wrong, not what is right.
    QJsonObject reason = result.outcome;
    for (auto at = results.rbegin(); at != results.rend(); ++at) {
        if (at->state == verdict.worst) {
            reason = at->outcome;
            break;
        }
    }
    Incident incident;
    incident.check = one.check.id;
    incident.openedAt = result.at;
    incident.code = reason.value(u"code"_s).toString();
    incident.params = reason.value(u"params"_s).toObject();
    ++summary.opened;
    if (const auto id = tx.insert(incident); !id)
        return id.error();
    return noteIncident(tx, evidence::IncidentOpened, one.check, incident);
}

Result<void> writeOne(StoreTx& tx, const Snapshot& snapshot, const Measured& one, RoundSummary& summary)
{
    auto check = tx.get<Check>(one.check.id);
    if (!check) {
        // Removed while it ran: nobody wants to know any more.
        return check.error().code == "store.row-missing" ? Result<void>() : Result<void>(check.error());
    }
    CheckResult result{0, one.check.id, one.at, one.outcome.state, one.outcome.ms, outcomeJson(one.outcome), false};
    if (const auto id = tx.insert(result); !id)
        return id.error();
    check->state = one.outcome.state;
    check->ranAt = one.at;
    if (auto done = tx.update(check.value()); !done)
        return done;
    count(summary, one.outcome.state);
    return settleIncident(tx, snapshot, one, result, summary);
}

/// What the ledger keeps of a round: little, for there is one a minute.
QJsonObject roundData(const Server& server, const std::vector<Measured>& measured, const RoundSummary& summary,
                      bool subset, int everySeconds)
{
    QJsonArray all, down, unknown;
    for (const Measured& one : measured) {
        all.append(one.check.id);
        if (one.outcome.state == CheckState::Down)
            down.append(one.check.id);
        else if (one.outcome.state == CheckState::Unknown)
            unknown.append(one.check.id);
    }
    QJsonObject data{{u"server"_s, server.name},        {u"checks"_s, summary.checks}, {u"up"_s, summary.up},
                     {u"degraded"_s, summary.degraded}, {u"down"_s, summary.down},     {u"unknown"_s, summary.unknown},
                     {u"everySeconds"_s, everySeconds}};
    if (!down.isEmpty())
        data.insert(u"downChecks"_s, down);
    if (!unknown.isEmpty())
        data.insert(u"unknownChecks"_s, unknown);
    if (subset)
        data.insert(u"subset"_s, all);
    return data;
}

} // namespace

Result<RoundSummary> record(JobContext& context, const Snapshot& snapshot, const Server& server,
                            const std::vector<Measured>& measured, bool subset, int everySeconds)
{
    RoundSummary summary;
    const auto written = context.store->write([&](StoreTx& tx) -> Result<void> {
        summary = {};
        for (const Measured& one : measured) {
            if (auto done = writeOne(tx, snapshot, one, summary); !done)
                return done;
        }
        const auto noted = tx.append(enumName(Step::Monitoring), evidence::MonitoringRound, server.name,
                                     roundData(server, measured, summary, subset, everySeconds));
        return noted ? Result<void>() : Result<void>(noted.error());
    });
    return written ? Result<RoundSummary>(summary) : Result<RoundSummary>(written.error());
}

Result<const Server*> serverToWatch(const Snapshot& snapshot)
{
    if (isMoving(snapshot))
        return makeError("monitoring.moving");
    if (const Server* server = activeServer(snapshot))
        return server;
    return makeError("monitoring.no-server");
}

Result<std::vector<Check>> checksToRun(const Snapshot& snapshot, const std::vector<Id>& ids)
{
    std::vector<Check> checks;
    if (ids.empty()) {
        for (const Check* check : enabledChecks(snapshot))
            checks.push_back(*check);
        if (checks.empty())
            return makeError("monitoring.no-checks");
        return checks;
    }
    for (const Id id : ids) {
        const Check* check = findById(snapshot.checks, id);
        if (!check)
            return makeError("monitoring.check-unknown", QString::number(id));
        checks.push_back(*check);
    }
    return checks;
}

} // namespace bascule::monitoring
