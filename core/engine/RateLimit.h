// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>

namespace bascule::engine {

/// Keeps all threads that use it together below so many bytes a second. Any thread may set another rate at any time;
/// who waits heeds it at once.
class RateLimit
{
public:
    /// 0: no limit.
    explicit RateLimit(std::int64_t bytesPerSecond = 0)
        : m_rate(bytesPerSecond)
    {
    }
    void setRate(std::int64_t bytesPerSecond);
    std::int64_t rate() const { return m_rate; }
    /// The largest block worth reading at once, `most` at most, so that the stream stays even.
    std::size_t block(std::size_t most) const;
    /// Waits until `bytes` may pass, or the stop, which is looked at every 100 ms.
    void pass(std::int64_t bytes, const std::function<bool()>& stopping);

private:
    using Clock = std::chrono::steady_clock;
    void advance();

    std::atomic<std::int64_t> m_rate;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    double m_asked = 0;  ///< bytes that came to pass
    double m_passed = 0; ///< that the rate has let through by m_at; never more than m_asked: a rest saves nothing up
    Clock::time_point m_at;
};

} // namespace bascule::engine
