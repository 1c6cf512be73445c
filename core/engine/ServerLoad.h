// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Pace.h"

#include <cstdint>
#include <optional>
#include <string>

namespace bascule::engine {

/// How busy this machine is, as its kernel tells. What the kernel does not tell is absent.
struct ServerLook
{
    std::int64_t processors = 1;
    std::optional<double> load;            ///< of the last minute
    std::optional<double> cpu, io, memory; ///< pressure: percent of the last ten seconds in which somebody waited
    std::int64_t ownCpuWaitNs = 0;         ///< for how long threads of ours waited for a processor, since they began
};

/// Reads loadavg, stat, pressure/{cpu,io,memory} and self/task/*/schedstat below `proc`.
ServerLook lookAtServer(const std::string& proc);

/// What a transfer itself causes of all that.
struct OwnPart
{
    int threads = 0;      ///< that read or hash
    double cpuWait = 0;   ///< percent of the last ten seconds in which one of them waited for a processor
    double reading = 0;   ///< percent of the last ten seconds in which one of them was in a read
    bool writes = false;  ///< on the same machine
    double latencyMs = 0; ///< that a read took lately; 0: not known
    double baseMs = 0;    ///< and at the beginning; 0: not known
};

/// What the server is busy with beside what the transfer causes; Nothing where it is not.
Holding judge(const ServerLook& look, const OwnPart& own);

/// How slow a polite transfer goes: halved while the server is busy, down to a pace that still moves, and up again in
/// even steps. One thread.
class Courtesy
{
public:
    /// Once a second, with what was found and what was read a second meanwhile. The answer is the pace from now on, 0:
    /// as fast as it goes.
    std::int64_t step(const Holding& found, std::int64_t bytesPerSecond);
    /// What it is held back by: what was found last while it is not as fast as before.
    const Holding& holding() const { return m_holding; }

private:
    Holding m_holding;
    std::int64_t m_rate = 0;
    std::int64_t m_top = 0; ///< how fast it was when the server became busy
    int m_sinceLowered = 0;
};

} // namespace bascule::engine
