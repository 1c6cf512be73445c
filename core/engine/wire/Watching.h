// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Watch.h"
#include "core/engine/wire/Message.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace bascule::engine::wire {

class BesideCall;
class FrameWriter;
class Helper;
struct Frame;

/// A watch on a folder of a server, by a helper that does nothing else meanwhile. When the link is lost it says
/// "everything" with the link's code from then on: make another one.
class RemoteWatch final : public Watch
{
public:
    /// Waits until the watch stands. Errors: "path.…" of the folder, those of the link, "call.cancelled". `stop` also
    /// ends every later wait; take() says "everything" then.
    static Result<std::unique_ptr<Watch>> start(std::shared_ptr<Helper> helper, const std::string& path,
                                                const std::stop_token& stop);
    ~RemoteWatch() override;
    WatchWay way() const override { return m_way; }
    Changes take() override;
    bool wait(int milliseconds, const std::stop_token& stop) override;

private:
    /// What a Changed frame says, or several that belong together.
    struct Answer
    {
        std::uint64_t number = 0;
        bool complete = false;
        bool changed = false;
        Changes changes;
    };
    RemoteWatch(std::shared_ptr<Helper> helper, std::stop_token stop);
    void ask(int milliseconds);
    Result<void> hear(const Frame& frame);
    void lose(const Error& error);

    std::shared_ptr<Helper> m_helper;
    const std::stop_token m_stop;
    WatchWay m_way = WatchWay::Walk;
    std::mutex m_mutex;
    std::condition_variable_any m_heard;
    bool m_stands = false;
    std::optional<Error> m_lost;
    std::uint64_t m_number = 0;
    Answer m_answer;
    std::unique_ptr<BesideCall> m_call; // ends before the rest goes
};

/// The helper's side: the call "watch". Says what it watches by; each More frame asks what changed, or to be told when
/// something has.
class Watcher
{
public:
    Result<Message> run(const Message& call, FrameWriter& writer, const std::stop_token& stop);
    /// False when it is no question of ours. Any thread.
    bool more(std::string_view payload);

private:
    struct Question
    {
        std::uint64_t number = 0;
        int milliseconds = 0; ///< to wait for a change; 0: what changed
    };
    bool isAsked();
    static Result<void> tell(FrameWriter& writer, std::uint64_t number, const Changes& changes);

    std::mutex m_mutex;
    std::condition_variable_any m_asked;
    std::deque<Question> m_questions;
};

} // namespace bascule::engine::wire
