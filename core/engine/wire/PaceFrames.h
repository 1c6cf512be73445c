// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Pace.h"
#include "core/engine/wire/Message.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <thread>

namespace bascule::engine::wire {

// Pace frames: to the side that reads a source what is wished, from there what holds it back.

/// A wish in the call that a transfer begins with.
void putWish(Message& call, const PaceWish& wish);
PaceWish wishIn(const Message& call);
/// What a Pace frame brings; false when it is none.
bool takeWish(std::string_view payload, Pace& pace);
bool takeHolding(std::string_view payload, Pace& pace);

/// Sends the payload of a Pace frame whenever there is a newer one, while this lives; ends after a send that failed.
class PaceTeller
{
public:
    using Send = std::function<Result<void>(std::string_view payload)>;
    /// What is wished now, and each wish that follows.
    static PaceTeller ofWishes(std::shared_ptr<Pace> pace, Send send);
    /// What holds back, from now on.
    static PaceTeller ofHoldings(std::shared_ptr<Pace> pace, Send send);

private:
    explicit PaceTeller(std::jthread thread)
        : m_thread(std::move(thread))
    {
    }
    std::jthread m_thread;
};

class FrameWriter;
/// The latter with Pace frames.
PaceTeller holdingTeller(const std::shared_ptr<Pace>& pace, FrameWriter& writer);

/// Once this goes nothing holds back any more: the transfer is over, or its link is lost. `pace` may be none.
class HeldDuring
{
public:
    explicit HeldDuring(std::shared_ptr<Pace> pace)
        : m_pace(std::move(pace))
    {
    }
    ~HeldDuring()
    {
        if (m_pace)
            m_pace->tell({});
    }
    HeldDuring(const HeldDuring&) = delete;
    HeldDuring& operator=(const HeldDuring&) = delete;

private:
    const std::shared_ptr<Pace> m_pace;
};

} // namespace bascule::engine::wire
