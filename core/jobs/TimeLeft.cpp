// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/TimeLeft.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace bascule {

namespace {

constexpr std::size_t kMostParts = 120;
constexpr qint64 kRecentMs = 20'000;
constexpr int kShares = 40;            ///< how finely the time is shared between items and bytes
constexpr double kEquallyWell = 0.05;  ///< of the time of a part: so much worse is still about as good
constexpr double kDearestItem = 0.05;  ///< seconds; more than a far server's answer takes, with many under way
constexpr double kCheapestByte = 1e-9; ///< seconds: 1 GB/s
constexpr double kLeastPace = 0.05, kMostPace = 20;
constexpr double kEarlier = 0.9, kLater = 1.15; ///< what no past tells: a pace is never quite the same

} // namespace

void TimeLeft::add(const Work& now)
{
    if (m_last) {
        m_open.seconds += double(now.ms - m_last->ms) / 1000;
        m_open.items += double(now.items - m_last->items);
        m_open.bytes += double(now.bytes - m_last->bytes);
    }
    m_last = now;
    if (m_open.seconds >= m_partSeconds) {
        m_parts.push_back(m_open);
        m_open = {};
        if (m_parts.size() >= kMostParts)
            merge();
    }
    m_recent.push_back(now);
    while (m_recent.size() > 2 && m_recent[1].ms <= now.ms - kRecentMs)
        m_recent.pop_front();
}

/// Two parts become one: what is kept does not grow with the time.
void TimeLeft::merge()
{
    std::vector<Part> merged;
    for (std::size_t i = 0; i + 1 < m_parts.size(); i += 2) {
        const Part& a = m_parts[i];
        const Part& b = m_parts[i + 1];
        merged.push_back({a.seconds + b.seconds, a.items + b.items, a.bytes + b.bytes});
    }
    m_parts = std::move(merged);
    m_partSeconds *= 2;
}

/// How far off the costs are for a part of the past, as a share of its time.
double TimeLeft::misfit(const Costs& costs) const
{
    double off = 0, all = 0;
    const auto look = [&](const Part& part) {
        // Time in which nothing moved tells of neither cost.
        if (part.seconds <= 0 || (part.items == 0 && part.bytes == 0))
            return;
        const double error = part.seconds - costs.of(part.items, part.bytes);
        off += error * error;
        all += part.seconds * part.seconds;
    };
    for (const Part& part : m_parts)
        look(part);
    look(m_open);
    return all > 0 ? std::sqrt(off / all) : 0;
}

std::vector<TimeLeft::Costs> TimeLeft::plausible(const Part& sum) const
{
    if (sum.bytes <= 0)
        return {{sum.seconds / sum.items, kCheapestByte}};
    if (sum.items <= 0)
        return {{0, sum.seconds / sum.bytes}, {kDearestItem, sum.seconds / sum.bytes}};
    std::vector<std::pair<double, Costs>> all;
    double best = std::numeric_limits<double>::max();
    const double most = std::min(1.0, kDearestItem * sum.items / sum.seconds);
    for (int i = 0; i <= kShares; ++i) {
        const double share = most * double(i) / kShares;
        Costs costs{share * sum.seconds / sum.items, (1 - share) * sum.seconds / sum.bytes};
        const double off = misfit(costs);
        best = std::min(best, off);
        costs.byte = std::max(costs.byte, kCheapestByte);
        all.emplace_back(off, costs);
    }
    std::vector<Costs> good;
    for (const auto& [off, costs] : all) {
        if (off <= best + kEquallyWell)
            good.push_back(costs);
    }
    return good;
}

std::optional<TimeLeft::Span> TimeLeft::rest(qint64 items, qint64 bytes) const
{
    Part sum = m_open, moving;
    for (const Part& part : m_parts) {
        sum.seconds += part.seconds;
        sum.items += part.items;
        sum.bytes += part.bytes;
        if (part.items > 0 || part.bytes > 0)
            moving.seconds += part.seconds;
    }
    if ((sum.items <= 0 && sum.bytes <= 0) || sum.seconds <= 0)
        return std::nullopt;
    const double idle = m_parts.empty() ? 0 : sum.seconds - m_open.seconds - moving.seconds;
    moving = {sum.seconds - idle, sum.items, sum.bytes};
    const double stops = sum.seconds / moving.seconds; // the past as it was, with its pauses
    const Part lately{double(m_recent.back().ms - m_recent.front().ms) / 1000,
                      double(m_recent.back().items - m_recent.front().items),
                      double(m_recent.back().bytes - m_recent.front().bytes)};
    Span span{std::numeric_limits<double>::max(), 0};
    const auto take = [&span](double seconds) {
        span.low = std::min(span.low, seconds);
        span.high = std::max(span.high, seconds);
    };
    for (const Costs& costs : plausible(moving)) {
        const double thought = costs.of(double(items), double(bytes));
        take(thought);
        take(thought * stops);
        const double expected = costs.of(lately.items, lately.bytes);
        if (expected > 0)
            take(thought * std::clamp(lately.seconds / expected, kLeastPace, kMostPace));
    }
    span.low *= kEarlier;
    span.high *= kLater;
    return span;
}

} // namespace bascule
