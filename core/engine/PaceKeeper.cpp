// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/PaceKeeper.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace bascule::engine {

namespace {

constexpr std::chrono::milliseconds kSampleEvery{1000};
constexpr std::chrono::milliseconds kShortestSample{500}; // when a wish comes between two
constexpr double kWindow = 10;                            // seconds: what the kernel's own figures are of
constexpr double kLatencyWindow = 3;
constexpr std::int64_t kLeastReads = 4; // fewer tell of themselves, not of the disk
constexpr int kBaseSamples = 5;         // the beginning

double secondsOf(std::chrono::steady_clock::duration time)
{
    return std::chrono::duration<double>(time).count();
}

/// How much a figure of the last `seconds` counts in an average over `window`.
double weight(double seconds, double window)
{
    return 1 - std::exp(-seconds / window);
}

} // namespace

PaceKeeper::Reading::Reading(PaceKeeper* keeper)
    : m_keeper(keeper != nullptr && keeper->m_timing ? keeper : nullptr)
{
    if (m_keeper == nullptr)
        return;
    m_begun = Clock::now();
    const std::lock_guard lock(m_keeper->m_mutex);
    if (m_keeper->m_reads.now++ == 0)
        m_keeper->m_reads.since = m_begun;
}

PaceKeeper::Reading::~Reading()
{
    if (m_keeper == nullptr)
        return;
    const auto ended = Clock::now();
    const std::lock_guard lock(m_keeper->m_mutex);
    Reads& reads = m_keeper->m_reads;
    reads.sum += ended - m_begun;
    ++reads.ended;
    if (--reads.now == 0)
        reads.any += std::max(ended - reads.since, Clock::duration{});
}

/// What the server has done since it was looked at last. Lives while the pace is polite.
struct PaceKeeper::Sampler
{
    explicit Sampler(PaceKeeper& mine)
        : keeper(mine)
        , at(Clock::now())
        , cpuWaitNs(lookAtServer(mine.m_proc).ownCpuWaitNs)
        , read(mine.m_read)
    {
        (void)takeReads();
        keeper.m_timing = true;
    }
    ~Sampler()
    {
        keeper.m_timing = false;
        keeper.m_calm.setRate(0);
        keeper.m_pace->tell({});
    }
    Sampler(const Sampler&) = delete;
    Sampler& operator=(const Sampler&) = delete;

    Reads takeReads() const
    {
        const std::lock_guard lock(keeper.m_mutex);
        const auto now = Clock::now();
        Reads taken = keeper.m_reads;
        if (taken.now > 0)
            taken.any += std::max(now - taken.since, Clock::duration{});
        keeper.m_reads = {};
        keeper.m_reads.now = taken.now;
        keeper.m_reads.since = now;
        return taken;
    }

    void sample()
    {
        const auto now = Clock::now();
        if (now - at < kShortestSample)
            return;
        const double seconds = secondsOf(now - at);
        at = now;
        const ServerLook look = lookAtServer(keeper.m_proc);
        const auto waitedNs = static_cast<double>(look.ownCpuWaitNs - std::exchange(cpuWaitNs, look.ownCpuWaitNs));
        const Reads reads = takeReads();
        const auto average = [&](double& figure, double share) {
            figure += (std::clamp(share * 100, 0.0, 100.0) - figure) * weight(seconds, kWindow);
        };
        average(own.cpuWait, waitedNs / 1e9 / seconds);
        average(own.reading, secondsOf(reads.any) / seconds);
        noteLatency(reads, seconds);
        own.threads = keeper.m_threads;
        own.writes = keeper.m_writes;
        const std::int64_t total = keeper.m_read;
        const std::int64_t before = std::exchange(read, total);
        const auto rate = static_cast<std::int64_t>(static_cast<double>(total - before) / seconds);
        keeper.m_calm.setRate(courtesy.step(judge(look, own), rate));
        keeper.m_pace->tell(courtesy.holding());
    }

    void noteLatency(const Reads& reads, double seconds)
    {
        if (reads.ended == 0 && reads.now == 0) // nothing was read: what is known grows old
            own.latencyMs += (own.baseMs - own.latencyMs) * weight(seconds, kWindow);
        timed += reads.ended;
        timedSum += reads.sum;
        if (timed < kLeastReads)
            return;
        const double ms = secondsOf(timedSum) * 1000 / static_cast<double>(timed);
        timed = 0;
        timedSum = {};
        if (baseSamples < kBaseSamples) {
            ++baseSamples;
            own.baseMs += (ms - own.baseMs) / baseSamples;
            own.latencyMs = own.baseMs;
        } else {
            own.latencyMs += (ms - own.latencyMs) * weight(seconds, kLatencyWindow);
        }
    }

    PaceKeeper& keeper;
    Clock::time_point at;
    std::int64_t cpuWaitNs;
    std::int64_t read;
    int baseSamples = 0;
    std::int64_t timed = 0; ///< reads that are not in own.latencyMs yet
    Clock::duration timedSum{};
    OwnPart own;
    Courtesy courtesy;
};

PaceKeeper::PaceKeeper(std::shared_ptr<Pace> pace, int threads, bool writes, std::string proc)
    : m_pace(std::move(pace))
    , m_threads(threads)
    , m_writes(writes)
    , m_proc(std::move(proc))
    , m_line(m_pace->wish().bytesPerSecond)
    , m_thread([this](const std::stop_token& stop) { run(stop); })
{
}

PaceKeeper::~PaceKeeper()
{
    m_thread.request_stop();
    m_thread.join();
}

void PaceKeeper::run(const std::stop_token& stop)
{
    std::optional<Sampler> sampler;
    while (!stop.stop_requested()) {
        std::uint64_t number = 0;
        const PaceWish wish = m_pace->wish(&number);
        m_line.setRate(wish.bytesPerSecond);
        if (!wish.polite)
            sampler.reset();
        else if (!sampler)
            sampler.emplace(*this);
        else
            sampler->sample();
        m_pace->awaitWish(number, stop, sampler ? std::optional(kSampleEvery) : std::nullopt);
    }
}

} // namespace bascule::engine
