// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Counters.h"
#include "core/engine/wire/Message.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace bascule::engine::wire {

class FrameWriter;

/// Counters as a message, and what the far end says of its counters; ours never go back, whatever it says.
Message progressOf(const Counters& counters);
void takeProgress(const Message& message, Counters& counters);

/// Says how far a call is, ten times a second, while this lives.
class ProgressTeller
{
public:
    ProgressTeller(const Counters& counters, FrameWriter& writer);

private:
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::jthread m_thread;
};

} // namespace bascule::engine::wire
