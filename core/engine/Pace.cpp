// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Pace.h"

#include "core/engine/Sync.h"

#include <array>
#include <cstddef>

namespace bascule::engine {

namespace {
constexpr std::array kNames{"", "load", "cpu", "io", "memory", "latency"};
}

const char* nameOf(BusyWith busy)
{
    return kNames[static_cast<std::size_t>(busy)];
}

std::optional<BusyWith> busyNamed(std::string_view name)
{
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        if (name == kNames[i])
            return static_cast<BusyWith>(i);
    }
    return std::nullopt;
}

void Pace::set(const PaceWish& wish)
{
    const std::lock_guard lock(m_mutex);
    if (wish == m_wish)
        return;
    m_wish = wish;
    ++m_wishes;
    m_changed.notify_all();
}

PaceWish Pace::wish(std::uint64_t* number) const
{
    const std::lock_guard lock(m_mutex);
    if (number != nullptr)
        *number = m_wishes;
    return m_wish;
}

void Pace::awaitWish(std::uint64_t number, const std::stop_token& stop,
                     std::optional<std::chrono::milliseconds> atMost) const
{
    std::unique_lock lock(m_mutex);
    const auto newer = [&] { return m_wishes != number; };
    if (atMost)
        m_changed.wait_for(lock, stop, *atMost, newer);
    else
        m_changed.wait(lock, stop, newer);
}

void Pace::tell(const Holding& holding)
{
    const std::lock_guard lock(m_mutex);
    if (holding == m_holding)
        return;
    const auto now = Clock::now();
    if (m_holding.with != BusyWith::Nothing)
        m_held.time += std::chrono::duration_cast<std::chrono::milliseconds>(now - m_since);
    if (holding.with != BusyWith::Nothing)
        m_held.with.insert(holding.with);
    m_since = now;
    m_holding = holding;
    ++m_holdings;
    m_changed.notify_all();
}

Holding Pace::holding(std::uint64_t* number) const
{
    const std::lock_guard lock(m_mutex);
    if (number != nullptr)
        *number = m_holdings;
    return m_holding;
}

void Pace::awaitHolding(std::uint64_t number, const std::stop_token& stop) const
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, stop, [&] { return m_holdings != number; });
}

Pace::Held Pace::held() const
{
    const std::lock_guard lock(m_mutex);
    Held held = m_held;
    if (m_holding.with != BusyWith::Nothing)
        held.time += std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - m_since);
    return held;
}

std::shared_ptr<Pace> paceOf(const SyncOptions& options)
{
    const PaceWish wish{options.bytesPerSecond, options.polite};
    return options.pace || wish == PaceWish() ? options.pace : std::make_shared<Pace>(wish);
}

PaceWish wishOf(const SyncOptions& options)
{
    return options.pace ? options.pace->wish() : PaceWish{options.bytesPerSecond, options.polite};
}

} // namespace bascule::engine
