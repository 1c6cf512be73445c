// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitoring/Baseline.h"

#include "core/monitoring/Round.h"
#include "core/monitoring/Rounds.h"
#include "core/monitoring/Watched.h"
#include "core/project/Moments.h"

#include <QMap>

#include <algorithm>
#include <cmath>
#include <condition_variable>
#include <mutex>

namespace bascule {

using namespace Qt::StringLiterals;
using namespace monitoring;

namespace monitoring {

double quantile(std::vector<double> values, double part)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const double place = part * double(values.size() - 1);
    const auto below = std::size_t(std::floor(place));
    const std::size_t above = std::min(below + 1, values.size() - 1);
    return values[below] + (values[above] - values[below]) * (place - double(below));
}

QJsonObject baselineOf(const std::vector<double>& ms)
{
    return {{u"medianMs"_s, quantile(ms, 0.5)},
            {u"p5Ms"_s, quantile(ms, 0.05)},
            {u"p95Ms"_s, quantile(ms, 0.95)},
            {u"rounds"_s, qint64(ms.size())}};
}

} // namespace monitoring

namespace {

/// What all rounds said of one check.
struct Series
{
    Check check;
    std::vector<Measured> rounds;

    bool allUp() const
    {
        return !rounds.empty() && std::all_of(rounds.begin(), rounds.end(),
                                              [](const Measured& one) { return one.outcome.state == CheckState::Up; });
    }
};

Result<void> writeSeries(StoreTx& tx, const Series& series)
{
    auto check = tx.get<Check>(series.check.id);
    if (!check)
        return check.error().code == "store.row-missing" ? Result<void>() : Result<void>(check.error());
    std::vector<double> ms;
    for (const Measured& one : series.rounds) {
        CheckResult result{0,
                           one.check.id,
                           one.at,
                           one.outcome.state,
                           one.outcome.ms,
                           {{u"code"_s, one.outcome.code}, {u"params"_s, one.outcome.params}},
                           true};
        if (const auto id = tx.insert(result); !id)
            return id.error();
        ms.push_back(one.outcome.ms);
        check->state = one.outcome.state;
        check->ranAt = one.at;
    }
    // Changed while it was measured: the figures are of something else.
    const bool same = check->kind == series.check.kind && check->params == series.check.params;
    if (series.allUp() && same) {
        QJsonObject data = baselineOf(ms);
        check->baseline = data;
        check->baseline.insert(u"at"_s, iso(tx.now()));
        data.insert(u"check"_s, check->id);
        const auto noted = tx.append(enumName(Step::Monitoring), evidence::BaselineMeasured, check->name, data);
        if (!noted)
            return noted.error();
        check->baselineEvidence = noted.value();
    }
    return tx.update(check.value());
}

} // namespace

Item BaselineJob::title() const
{
    return {u"job.baseline"_s, {}, {PageId::Monitoring, {}, 0}};
}

Outcome BaselineJob::run(JobContext& context)
{
    const SnapshotPtr snapshot = context.store->snapshot();
    if (isMoved(*snapshot) || isMoving(*snapshot))
        return Outcome::failed(makeError("baseline.after-cutover"));
    const auto server = serverToWatch(*snapshot);
    if (!server)
        return Outcome::failed(server.error());
    auto checks = checksToRun(*snapshot, m_ids);
    if (!checks)
        return Outcome::failed(checks.error());
    std::map<Id, Series> series;
    for (Check& check : checks.value()) {
        series[check.id].check = check;
        check.baseline = {}; // the old server is not compared with itself
    }
    const int rounds = std::max(1, m_rounds);
    engine::Counters& counters = context.progress.part(u"phase.baseline"_s, {{u"server"_s, (*server)->name}});
    counters.itemsTotal = std::int64_t(checks->size()) * rounds;
    counters.totalsKnown = true;
    std::mutex mutex;
    std::condition_variable_any wake;
    for (int round = 0; round < rounds; ++round) {
        if (round > 0) {
            std::unique_lock lock(mutex);
            wake.wait_for(lock, context.stop, m_pause, [] { return false; });
        }
        for (Measured& one :
             measure(*snapshot, checks.value(), **server, context.clock, context.stop, counters, context.connections))
            series[one.check.id].rounds.push_back(std::move(one));
        if (context.stop.stop_requested())
            return Outcome::cancelled();
    }
    qint64 measured = 0;
    const auto written = context.store->write([&](StoreTx& tx) -> Result<void> {
        measured = 0;
        for (const auto& [id, one] : series) {
            if (auto done = writeSeries(tx, one); !done)
                return done;
            measured += one.allUp() ? 1 : 0;
        }
        return {};
    });
    if (!written)
        return Outcome::failed(written.error());
    const qint64 all = qint64(series.size());
    return Outcome::succeeded(measured == all, {{u"measured"_s, measured}, {u"checks"_s, all}, {u"rounds"_s, rounds}});
}

} // namespace bascule
