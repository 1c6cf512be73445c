// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>

namespace bascule::engine {

/// What a run is doing just now.
enum class Phase : int { Idle, Scanning, Comparing, Copying, Verifying, Promoting, Deleting, Finishing };

/// Bumped by engine threads, read by anybody at any time. Totals grow while the scan is still running
/// (totalsKnown turns true once they are final); done never exceeds total and never goes backwards in a run.
struct Counters
{
    std::atomic<Phase> phase{Phase::Idle};
    std::atomic<std::int64_t> itemsDone{0};
    std::atomic<std::int64_t> itemsTotal{0};
    std::atomic<std::int64_t> bytesDone{0};
    std::atomic<std::int64_t> bytesTotal{0};
    std::atomic<bool> totalsKnown{false};
    // What a sync has put in place, as its report says at the end.
    std::atomic<std::int64_t> transferred{0};
    std::atomic<std::int64_t> created{0};
    std::atomic<std::int64_t> replaced{0};
    std::atomic<std::int64_t> metadataOnly{0};
    std::atomic<std::int64_t> deleted{0};
};

} // namespace bascule::engine
