// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/wire/Frame.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace bascule::engine::wire {

inline constexpr auto kAliveEvery = std::chrono::seconds(5);

/// Says every five seconds that we are alive, while `speaks` says so and as long as this lives: so silence means a
/// broken link. Its end waits for a frame that is being written; see FrameWriter::hurry().
class Heartbeat
{
public:
    Heartbeat(FrameWriter& writer, std::function<bool()> speaks)
        : m_speaks(std::move(speaks))
        , m_thread([this, &writer](const std::stop_token& stop) {
            std::unique_lock lock(m_mutex);
            while (!m_wake.wait_for(lock, stop, kAliveEvery, [] { return false; }) && !stop.stop_requested()) {
                if (m_speaks() && !writer.write(FrameType::Alive, {}))
                    return;
            }
        })
    {
    }

private:
    const std::function<bool()> m_speaks;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::jthread m_thread;
};

} // namespace bascule::engine::wire
