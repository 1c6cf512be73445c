// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <stop_token>
#include <string_view>

namespace bascule::engine {

/// How fast a transfer may go.
struct PaceWish
{
    std::int64_t bytesPerSecond = 0; ///< 0: no limit
    bool polite = false;             ///< go slowly while the server that is read is busy
    bool operator==(const PaceWish&) const = default;
};

/// What a server is busy with.
enum class BusyWith : std::uint8_t { Nothing, Load, Cpu, Io, Memory, Latency };

/// "load", "cpu", "io", "memory", "latency"; empty for Nothing.
const char* nameOf(BusyWith busy);
std::optional<BusyWith> busyNamed(std::string_view name);

/// What holds a polite transfer back just now.
struct Holding
{
    BusyWith with = BusyWith::Nothing; ///< Nothing: it goes as fast as it may
    /// Load: processes that run or wait, of the last minute; Cpu, Io, Memory: percent of the last ten seconds in which
    /// somebody waited for it; Latency: milliseconds a read takes.
    double value = 0;
    std::int64_t processors = 0; ///< of that server
    bool easing = false;         ///< it is busy no more, and the pace rises again
    bool operator==(const Holding&) const = default;
};

/// Steers one transfer after the other, also while it runs: who asked for it sets what is wished, the side that reads
/// the source tells what holds it back. Shared; every member may be called from any thread.
class Pace
{
public:
    explicit Pace(PaceWish wish = {})
        : m_wish(wish)
    {
    }
    void set(const PaceWish& wish);
    /// `*number` becomes the number of changes so far, for awaitWish().
    PaceWish wish(std::uint64_t* number = nullptr) const;
    /// Waits for a wish that is newer than `number`, the stop, or the end of `atMost`; none waits for ever.
    void awaitWish(std::uint64_t number, const std::stop_token& stop,
                   std::optional<std::chrono::milliseconds> atMost) const;

    void tell(const Holding& holding);
    Holding holding(std::uint64_t* number = nullptr) const;
    /// The same for what is told.
    void awaitHolding(std::uint64_t number, const std::stop_token& stop) const;

    /// For how long, and by what, transfers were held back so far.
    struct Held
    {
        std::chrono::milliseconds time{0};
        std::set<BusyWith> with;
    };
    Held held() const;

private:
    using Clock = std::chrono::steady_clock;
    mutable std::mutex m_mutex;
    mutable std::condition_variable_any m_changed;
    PaceWish m_wish;
    std::uint64_t m_wishes = 1;
    Holding m_holding;
    std::uint64_t m_holdings = 1;
    Held m_held;
    Clock::time_point m_since; ///< of m_holding, while that is something
};

struct SyncOptions;
/// What steers a run with these options; none where it goes as fast as it may, come what will.
std::shared_ptr<Pace> paceOf(const SyncOptions& options);
/// What such a run wishes now.
PaceWish wishOf(const SyncOptions& options);

} // namespace bascule::engine
