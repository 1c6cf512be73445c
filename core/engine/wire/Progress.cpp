// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wire/Progress.h"

#include "core/engine/wire/Frame.h"

#include <algorithm>
#include <chrono>

namespace bascule::engine::wire {

namespace {
constexpr auto kProgressEvery = std::chrono::milliseconds(100);
}

Message progressOf(const Counters& counters)
{
    return Message()
        .set("phase", static_cast<std::int64_t>(counters.phase.load()))
        .set("itemsDone", counters.itemsDone.load())
        .set("itemsTotal", counters.itemsTotal.load())
        .set("bytesDone", counters.bytesDone.load())
        .set("bytesTotal", counters.bytesTotal.load())
        .set("totalsKnown", counters.totalsKnown.load())
        .set("transferred", counters.transferred.load())
        .set("created", counters.created.load())
        .set("replaced", counters.replaced.load())
        .set("metadataOnly", counters.metadataOnly.load())
        .set("deleted", counters.deleted.load());
}

void takeProgress(const Message& message, Counters& counters)
{
    const auto raise = [](std::atomic<std::int64_t>& counter, std::int64_t value) {
        if (value > counter)
            counter = value;
    };
    const std::int64_t phase = message.number("phase");
    if (phase >= 0 && phase <= static_cast<std::int64_t>(Phase::Finishing))
        counters.phase = static_cast<Phase>(phase);
    raise(counters.itemsTotal, message.number("itemsTotal"));
    raise(counters.bytesTotal, message.number("bytesTotal"));
    raise(counters.itemsDone, std::min(message.number("itemsDone"), counters.itemsTotal.load()));
    raise(counters.bytesDone, std::min(message.number("bytesDone"), counters.bytesTotal.load()));
    counters.totalsKnown = message.flag("totalsKnown");
    raise(counters.transferred, message.number("transferred"));
    raise(counters.created, message.number("created"));
    raise(counters.replaced, message.number("replaced"));
    raise(counters.metadataOnly, message.number("metadataOnly"));
    raise(counters.deleted, message.number("deleted"));
}

ProgressTeller::ProgressTeller(const Counters& counters, FrameWriter& writer)
    : m_thread([this, &counters, &writer](const std::stop_token& stop) {
        std::unique_lock lock(m_mutex);
        while (!m_wake.wait_for(lock, stop, kProgressEvery, [] { return false; }) && !stop.stop_requested())
            (void)writer.write(FrameType::Progress, progressOf(counters).encode());
    })
{
}

} // namespace bascule::engine::wire
