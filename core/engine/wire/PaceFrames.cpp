// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wire/PaceFrames.h"

#include "core/engine/wire/Frame.h"

#include <algorithm>
#include <cmath>

namespace bascule::engine::wire {

namespace {

Message messageOf(const Holding& holding)
{
    Message message;
    message.set("with", std::string(nameOf(holding.with)));
    if (holding.with != BusyWith::Nothing)
        message.set("value", holding.value).set("processors", holding.processors).set("easing", holding.easing);
    return message;
}

} // namespace

void putWish(Message& call, const PaceWish& wish)
{
    call.set("bytesPerSecond", wish.bytesPerSecond).set("polite", wish.polite);
}

PaceWish wishIn(const Message& call)
{
    return {std::max<std::int64_t>(call.number("bytesPerSecond"), 0), call.flag("polite")};
}

bool takeWish(std::string_view payload, Pace& pace)
{
    const auto message = Message::decode(payload);
    if (message)
        pace.set(wishIn(*message));
    return message.has_value();
}

bool takeHolding(std::string_view payload, Pace& pace)
{
    const auto message = Message::decode(payload);
    const auto with = message ? busyNamed(message->text("with")) : std::nullopt;
    if (!with)
        return false;
    Holding holding;
    holding.with = *with;
    if (const auto value = message->values().find("value"); value != message->values().end()) {
        const auto* number = std::get_if<double>(&value->second);
        if (number == nullptr || !std::isfinite(*number))
            return false;
        holding.value = *number;
    }
    holding.processors = message->number("processors");
    holding.easing = message->flag("easing");
    pace.tell(holding);
    return true;
}

PaceTeller PaceTeller::ofWishes(std::shared_ptr<Pace> pace, Send send)
{
    return PaceTeller(std::jthread([pace = std::move(pace), send = std::move(send)](const std::stop_token& stop) {
        for (std::uint64_t told = 0; !stop.stop_requested(); pace->awaitWish(told, stop, std::nullopt)) {
            Message message;
            putWish(message, pace->wish(&told));
            if (!send(message.encode()))
                return;
        }
    }));
}

PaceTeller PaceTeller::ofHoldings(std::shared_ptr<Pace> pace, Send send)
{
    std::uint64_t number = 0;
    (void)pace->holding(&number);
    return PaceTeller(
        std::jthread([pace = std::move(pace), number, send = std::move(send)](const std::stop_token& stop) {
            for (std::uint64_t told = number; !stop.stop_requested();) {
                pace->awaitHolding(told, stop);
                const Holding holding = pace->holding(&told);
                if (!stop.stop_requested() && !send(messageOf(holding).encode()))
                    return;
            }
        }));
}

PaceTeller holdingTeller(const std::shared_ptr<Pace>& pace, FrameWriter& writer)
{
    return PaceTeller::ofHoldings(
        pace, [&writer](std::string_view payload) { return writer.write(FrameType::Pace, payload); });
}

} // namespace bascule::engine::wire
