// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/Progress.h"

#include "core/engine/Pace.h"
#include "core/jobs/TimeLeft.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace bascule {

namespace {
constexpr qint64 measuringMs = 10'000; // no ETA before: a pace of two seconds says nothing
constexpr qint64 rateWindowMs = 3'000;
constexpr qint64 stalledMs = 30'000;

using namespace Qt::StringLiterals;

QString phaseCode(engine::Phase phase)
{
    switch (phase) {
    case engine::Phase::Idle:
        return {};
    case engine::Phase::Scanning:
        return u"phase.scanning"_s;
    case engine::Phase::Comparing:
        return u"phase.comparing"_s;
    case engine::Phase::Copying:
        return u"phase.copying"_s;
    case engine::Phase::Verifying:
        return u"phase.verifying"_s;
    case engine::Phase::Promoting:
        return u"phase.promoting"_s;
    case engine::Phase::Deleting:
        return u"phase.deleting"_s;
    case engine::Phase::Finishing:
        return u"phase.finishing"_s;
    }
    return {};
}
} // namespace

Progress::Progress()
    : Progress(std::function<qint64()>())
{
}

Progress::Progress(std::function<qint64()> elapsedMs)
    : m_elapsedMs(std::move(elapsedMs))
    , m_pace(std::make_shared<engine::Pace>())
    , m_timeLeft(std::make_unique<TimeLeft>())
{
    m_clock.start();
}

Progress::~Progress() = default;

engine::Counters& Progress::part(const QString& code, const QJsonObject& params)
{
    std::lock_guard lock(m_mutex);
    m_phase = {code, params, {}};
    m_parts.push_back(std::make_shared<engine::Counters>());
    return *m_parts.back();
}

void Progress::phase(const QString& code, const QJsonObject& params)
{
    std::lock_guard lock(m_mutex);
    m_phase = {code, params, {}};
}

void Progress::expect(qint64 items, qint64 bytes)
{
    std::lock_guard lock(m_mutex);
    m_expectedItems = items;
    m_expectedBytes = bytes;
}

std::shared_ptr<engine::Pace> Progress::pace(const QString& reads)
{
    std::lock_guard lock(m_mutex);
    m_paced = true;
    m_reads = reads;
    return m_pace;
}

void Progress::usePace(std::shared_ptr<engine::Pace> pace)
{
    std::lock_guard lock(m_mutex);
    m_pace = std::move(pace);
}

void Progress::setPace(qint64 bytesPerSecond, bool polite)
{
    std::lock_guard lock(m_mutex);
    m_pace->set({bytesPerSecond, polite});
}

QJsonObject Progress::heldBack() const
{
    std::lock_guard lock(m_mutex);
    const engine::Pace::Held held = m_pace->held();
    if (held.with.empty())
        return {};
    QJsonArray why;
    for (const engine::BusyWith with : held.with)
        why.append(u"was-busy."_s + QString::fromLatin1(engine::nameOf(with)));
    return {{u"seconds"_s, double(held.time.count()) / 1000}, {u"why"_s, why}};
}

void Progress::samplePace(ProgressSnapshot& now) const
{
    now.paced = m_paced;
    if (!m_paced)
        return;
    const engine::PaceWish wish = m_pace->wish();
    now.rateLimit = wish.bytesPerSecond;
    now.polite = wish.polite;
    const engine::Holding holding = m_pace->holding();
    if (holding.with == engine::BusyWith::Nothing)
        return;
    now.held = {(holding.easing ? u"pace.easing-"_s : u"pace.held-"_s) + m_reads,
                {{u"why"_s, u"busy."_s + QString::fromLatin1(engine::nameOf(holding.with))},
                 {u"value"_s, std::round(holding.value * 10) / 10},
                 {u"count"_s, qint64(holding.processors)}},
                {}};
}

ProgressSnapshot Progress::sample()
{
    std::lock_guard lock(m_mutex);
    ProgressSnapshot now;
    samplePace(now);
    now.phase = m_phase;
    now.elapsedMs = m_elapsedMs ? m_elapsedMs() : m_clock.elapsed();
    takeWork(now);
    takeTimeLeft(now);
    return now;
}

/// How much is done, and of how much.
void Progress::takeWork(ProgressSnapshot& now)
{
    qint64 items = 0, bytes = 0, itemsTotal = 0, bytesTotal = 0;
    bool known = !m_parts.empty();
    for (const auto& part : m_parts) {
        items += part->itemsDone.load();
        bytes += part->bytesDone.load();
        itemsTotal += part->itemsTotal.load();
        bytesTotal += part->bytesTotal.load();
    }
    if (!m_parts.empty()) {
        known = m_parts.back()->totalsKnown.load();
        // A part without a name of its own says what the engine is doing.
        if (m_phase.code.isEmpty())
            now.phase.code = phaseCode(m_parts.back()->phase.load());
    }
    if (m_expectedItems > 0 || m_expectedBytes > 0) {
        itemsTotal = std::max(itemsTotal, m_expectedItems);
        bytesTotal = std::max(bytesTotal, m_expectedBytes);
        known = true;
    }
    if (items > m_itemsDone || bytes > m_bytesDone)
        m_lastMoveMs = now.elapsedMs;
    m_itemsDone = std::max(m_itemsDone, items);
    m_bytesDone = std::max(m_bytesDone, bytes);
    now.itemsDone = m_itemsDone;
    now.bytesDone = m_bytesDone;
    if (known) {
        now.itemsTotal = std::max(itemsTotal, m_itemsDone);
        now.bytesTotal = std::max(bytesTotal, m_bytesDone);
        const double byItems = now.itemsTotal > 0 ? double(now.itemsDone) / double(now.itemsTotal) : -1;
        const double byBytes = now.bytesTotal > 0 ? double(now.bytesDone) / double(now.bytesTotal) : -1;
        // Small files cost by the piece, large ones by the byte: the mean of both runs the most even.
        const double fraction = byItems >= 0 && byBytes >= 0 ? (byItems + byBytes) / 2 : std::max(byItems, byBytes);
        m_fraction = std::max(m_fraction, std::min(fraction, 1.0));
        now.fraction = m_fraction;
    } else if (m_fraction >= 0) {
        now.fraction = m_fraction;
    }
    if (now.elapsedMs - m_lastMoveMs >= stalledMs)
        now.stalledSeconds = (now.elapsedMs - m_lastMoveMs) / 1000;
}

/// How fast, and how long still.
void Progress::takeTimeLeft(ProgressSnapshot& now)
{
    m_samples.push_back({now.elapsedMs, m_itemsDone, m_bytesDone});
    while (m_samples.size() > 1 && m_samples.front().ms < now.elapsedMs - rateWindowMs)
        m_samples.pop_front();
    const Sample& begin = m_samples.front();
    const double seconds = double(now.elapsedMs - begin.ms) / 1000.0;
    if (seconds > 0.5) {
        now.bytesPerSecond = double(m_bytesDone - begin.bytes) / seconds;
        now.itemsPerSecond = double(m_itemsDone - begin.items) / seconds;
    }
    m_timeLeft->add({now.elapsedMs, m_itemsDone, m_bytesDone});
    const bool isTotalKnown = now.itemsTotal > 0 || now.bytesTotal > 0;
    if (now.elapsedMs < measuringMs || !isTotalKnown || now.stalledSeconds > 0)
        return;
    if (const auto rest = m_timeLeft->rest(now.itemsTotal - now.itemsDone, now.bytesTotal - now.bytesDone)) {
        now.etaLow = qint64(std::floor(rest->low));
        now.etaHigh = qint64(std::ceil(rest->high));
    }
}

} // namespace bascule
