// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Pace.h"
#include "core/engine/RateLimit.h"
#include "core/engine/ServerLoad.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

namespace bascule::engine {

/// What a look at an entry counts as, for the server that is read: an inode and its attributes, somewhere on the disk.
inline constexpr std::int64_t kEntryBytes = 1024;

/// Keeps the threads that read a source to a Pace, which may change meanwhile: to its limit, and, while it is polite,
/// to what the server that is read can spare. Measures that once a second on a thread of its own, and tells the Pace
/// what holds it back. Every other member is for the threads that read.
class PaceKeeper
{
public:
    /// `threads`: how many read. `writes`: the target is on the same machine. `proc`: where the kernel tells of the
    /// machine.
    PaceKeeper(std::shared_ptr<Pace> pace, int threads, bool writes, std::string proc = "/proc");
    ~PaceKeeper();
    PaceKeeper(const PaceKeeper&) = delete;
    PaceKeeper& operator=(const PaceKeeper&) = delete;

    /// The largest block worth copying at once, `most` at most.
    std::size_t block(std::size_t most) const { return m_calm.block(m_line.block(most)); }
    /// Waits until so many bytes may be sent on; or the stop.
    void passSent(std::int64_t bytes, const std::function<bool()>& stopping) { m_line.pass(bytes, stopping); }
    /// Waits until so many bytes may be read; or the stop.
    void passRead(std::int64_t bytes, const std::function<bool()>& stopping)
    {
        m_read += bytes;
        m_calm.pass(bytes, stopping);
    }

    /// A read of the source, while it lives; `keeper` may be null.
    class Reading
    {
    public:
        explicit Reading(PaceKeeper* keeper);
        ~Reading();
        Reading(const Reading&) = delete;
        Reading& operator=(const Reading&) = delete;

    private:
        PaceKeeper* const m_keeper;
        std::chrono::steady_clock::time_point m_begun;
    };

private:
    using Clock = std::chrono::steady_clock;
    struct Sampler;
    void run(const std::stop_token& stop);

    const std::shared_ptr<Pace> m_pace;
    const int m_threads;
    const bool m_writes;
    const std::string m_proc;
    RateLimit m_line; ///< of what is sent on
    RateLimit m_calm; ///< of what is read, while that is too much for the server
    std::atomic<std::int64_t> m_read{0};
    std::atomic<bool> m_timing{false};

    /// Reads since the last sample.
    struct Reads
    {
        int now = 0;             ///< under way
        Clock::time_point since; ///< when the first of those began, or the sample
        Clock::duration any{};   ///< in which at least one was under way
        Clock::duration sum{};   ///< of all that ended
        std::int64_t ended = 0;
    };
    std::mutex m_mutex;
    Reads m_reads;
    std::jthread m_thread;
};

} // namespace bascule::engine
