// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/RateLimit.h"

#include <algorithm>

namespace bascule::engine {

namespace {
constexpr std::chrono::nanoseconds kLongestWait = std::chrono::milliseconds(100);
}

std::size_t RateLimit::block(std::size_t most) const
{
    const std::int64_t rate = m_rate;
    if (rate <= 0)
        return most;
    return std::min(most, static_cast<std::size_t>(std::max<std::int64_t>(rate / 10, 4096)));
}

void RateLimit::advance()
{
    const auto now = Clock::now();
    const std::int64_t rate = m_rate;
    if (rate <= 0)
        m_passed = m_asked;
    else
        m_passed =
            std::min(m_asked, m_passed + static_cast<double>(rate) * std::chrono::duration<double>(now - m_at).count());
    m_at = now;
}

void RateLimit::setRate(std::int64_t bytesPerSecond)
{
    const std::lock_guard lock(m_mutex);
    advance(); // what is behind us was at the old rate
    m_rate = std::max<std::int64_t>(bytesPerSecond, 0);
    m_changed.notify_all();
}

void RateLimit::pass(std::int64_t bytes, const std::function<bool()>& stopping)
{
    if (m_rate <= 0)
        return;
    std::unique_lock lock(m_mutex);
    advance();
    const double due = m_asked; // once all that came before has passed
    m_asked += static_cast<double>(bytes);
    for (bool stopped = false; !stopped;) {
        advance();
        const std::int64_t rate = m_rate;
        if (rate <= 0 || m_passed >= due)
            return;
        const double seconds = std::min((due - m_passed) / static_cast<double>(rate), 1.0);
        // Rounded up, so that it does not wake a moment too early again and again.
        const auto left = std::chrono::nanoseconds(static_cast<std::int64_t>(seconds * 1e9) + 1000);
        m_changed.wait_for(lock, std::min(left, kLongestWait));
        lock.unlock(); // what is asked has locks of its own
        stopped = stopping();
        lock.lock();
    }
}

} // namespace bascule::engine
