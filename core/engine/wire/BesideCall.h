// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/wire/Frame.h"
#include "core/engine/wire/Message.h"

#include <functional>
#include <future>
#include <stop_token>
#include <thread>

namespace bascule::engine::wire {

class Helper;

/// A call of a helper that goes on beside what this thread does, until it ends by itself or is ended. What is written
/// to the helper once this is made comes after the call.
class BesideCall
{
public:
    using Content = std::function<Result<void>(const Frame&)>;
    /// `content` sees the frames that come, `ended` the answer, unless the call was ended by us; both on a thread of
    /// this.
    BesideCall(Helper& helper, Message call, Content content, std::function<void(const Result<Message>&)> ended);
    /// Ends the call and waits for it.
    ~BesideCall();
    BesideCall(const BesideCall&) = delete;
    BesideCall& operator=(const BesideCall&) = delete;
    /// Asks for the end, without waiting.
    void end() { m_end.request_stop(); }

private:
    void run();

    Helper& m_helper;
    const Message m_call;
    const Content m_content;
    const std::function<void(const Result<Message>&)> m_ended;
    std::stop_source m_end;
    std::promise<void> m_begun;
    std::jthread m_thread; // begins when all else is there, and is waited for before it goes
};

} // namespace bascule::engine::wire
