// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wire/Watching.h"

#include "core/engine/Folder.h"
#include "core/engine/wire/BesideCall.h"
#include "core/engine/wire/Bytes.h"
#include "core/engine/wire/Helper.h"
#include "core/engine/wire/Records.h"

#include <cerrno>
#include <chrono>
#include <utility>

namespace bascule::engine::wire {

namespace {

constexpr std::size_t kFrame = 256 * 1024;
constexpr std::size_t kMostCode = 256;
constexpr std::size_t kMostQuestions = 100;
constexpr int kMostWaitMs = 60'000;
constexpr int kSliceMs = 100;

// What a Changed frame is: the greeting (of number 0), or the answer to a question, or a part of it.
enum Flag : std::uint64_t { Last = 1, Everything = 2, Something = 4 };

Error garbled(const char* what)
{
    return {"link.garbled", Severity::Session, {}, {}, what};
}

ByteWriter frameOf(std::uint64_t number, std::uint64_t flags, std::string_view text)
{
    ByteWriter writer;
    writer.number(number);
    writer.number(flags);
    writer.text(text);
    return writer;
}

} // namespace

RemoteWatch::RemoteWatch(std::shared_ptr<Helper> helper, std::stop_token stop)
    : Watch(std::string())
    , m_helper(std::move(helper))
    , m_stop(std::move(stop))
{
}

RemoteWatch::~RemoteWatch() = default;

Result<std::unique_ptr<Watch>> RemoteWatch::start(std::shared_ptr<Helper> helper, const std::string& path,
                                                  const std::stop_token& stop)
{
    std::unique_ptr<RemoteWatch> watch(new RemoteWatch(std::move(helper), stop));
    RemoteWatch* raw = watch.get();
    watch->m_call = std::make_unique<BesideCall>(
        *watch->m_helper, Message("watch").set("path", path), [raw](const Frame& frame) { return raw->hear(frame); },
        [raw](const Result<Message>& answer) {
            raw->lose(answer ? Error{"link.closed", Severity::Session, {}, {}, {}} : answer.error());
        });
    std::unique_lock lock(raw->m_mutex);
    raw->m_heard.wait(lock, stop, [raw] { return raw->m_stands || raw->m_lost; });
    if (raw->m_lost)
        return *raw->m_lost;
    if (!raw->m_stands)
        return Error{"call.cancelled", Severity::Fatal, {}, {}, {}};
    lock.unlock();
    return std::unique_ptr<Watch>(std::move(watch));
}

Result<void> RemoteWatch::hear(const Frame& frame)
{
    if (frame.type != FrameType::Changed)
        return garbled("a frame that is no change");
    ByteReader reader(frame.payload);
    const std::uint64_t number = reader.number();
    const std::uint64_t flags = reader.number();
    const std::string text(reader.text(kMostCode));
    const std::lock_guard lock(m_mutex);
    if (number == 0) {
        const std::uint64_t way = reader.number();
        if (!reader.ok() || m_stands || way > static_cast<std::uint64_t>(WatchWay::Walk))
            return garbled("no watch");
        m_way = static_cast<WatchWay>(way);
        m_why = text;
        m_stands = true;
        m_heard.notify_all();
        return {};
    }
    Answer other; // to a question that nobody waits for any more
    Answer& answer = number == m_answer.number ? m_answer : other;
    if (number > m_number || (number == m_answer.number && m_answer.complete))
        return garbled("an answer to nothing");
    if ((flags & Everything) != 0)
        answer.changes.addEverything(text.empty() ? "watch.failed" : text);
    while (reader.ok() && !reader.atEnd()) {
        const bool deep = reader.number() != 0;
        const std::string_view path = reader.text(kMostPath);
        if (!path.empty() && !staysBelow(path))
            reader.fail();
        if (reader.ok())
            answer.changes.add(path, deep);
    }
    if (!reader.ok())
        return garbled("no changes");
    answer.changed = (flags & Something) != 0;
    answer.complete = (flags & Last) != 0;
    m_heard.notify_all();
    return {};
}

void RemoteWatch::lose(const Error& error)
{
    const std::lock_guard lock(m_mutex);
    m_lost = error;
    m_heard.notify_all();
}

/// Its answer comes as m_answer.
void RemoteWatch::ask(int milliseconds)
{
    ByteWriter writer;
    {
        const std::lock_guard lock(m_mutex);
        m_answer = {};
        m_answer.number = ++m_number;
        writer.number(m_number);
    }
    writer.number(static_cast<std::uint64_t>(milliseconds));
    if (const auto sent = m_helper->write(FrameType::More, writer.bytes()); !sent)
        lose(sent.error());
}

Changes RemoteWatch::take()
{
    ask(0);
    std::unique_lock lock(m_mutex);
    m_heard.wait(lock, m_stop, [this] { return m_answer.complete || m_lost; });
    if (m_answer.complete)
        return std::exchange(m_answer, {}).changes;
    Changes changes;
    changes.addEverything(m_lost ? m_lost->code : "call.cancelled");
    return changes;
}

bool RemoteWatch::wait(int milliseconds, const std::stop_token& stop)
{
    ask(std::max(milliseconds, 1));
    std::unique_lock lock(m_mutex);
    m_heard.wait(lock, stop, [this] { return m_answer.complete || m_lost; });
    return m_lost || (m_answer.complete && m_answer.changed);
}

bool Watcher::more(std::string_view payload)
{
    ByteReader reader(payload);
    Question question;
    question.number = reader.number();
    question.milliseconds = static_cast<int>(std::min<std::uint64_t>(reader.number(), kMostWaitMs));
    const std::lock_guard lock(m_mutex);
    if (!reader.ok() || !reader.atEnd() || question.number == 0 || m_questions.size() >= kMostQuestions)
        return false;
    m_questions.push_back(question);
    m_asked.notify_all();
    return true;
}

bool Watcher::isAsked()
{
    const std::lock_guard lock(m_mutex);
    return !m_questions.empty();
}

Result<void> Watcher::tell(FrameWriter& writer, std::uint64_t number, const Changes& changes)
{
    if (changes.isEverything())
        return writer.write(FrameType::Changed, frameOf(number, Last | Everything, changes.why()).bytes());
    ByteWriter part = frameOf(number, 0, {});
    for (const auto& [path, deep] : changes.paths()) {
        if (part.size() > kFrame) {
            if (const auto sent = writer.write(FrameType::Changed, part.bytes()); !sent)
                return sent;
            part = frameOf(number, 0, {});
        }
        part.number(deep ? 1 : 0);
        part.text(path);
    }
    if (const auto sent = writer.write(FrameType::Changed, part.bytes()); !sent)
        return sent;
    return writer.write(FrameType::Changed, frameOf(number, Last, {}).bytes());
}

Result<Message> Watcher::run(const Message& call, FrameWriter& writer, const std::stop_token& stop)
{
    const std::string root = call.text("path");
    if (!openRoot(root.c_str()))
        return systemError(errno, root, "open", Severity::Fatal);
    const std::unique_ptr<Watch> watch = Watch::start(root, stop);
    ByteWriter greeting = frameOf(0, Last, watch->why());
    greeting.number(static_cast<std::uint64_t>(watch->way()));
    if (const auto sent = writer.write(FrameType::Changed, greeting.bytes()); !sent)
        return sent.error();
    for (;;) {
        Question question;
        {
            std::unique_lock lock(m_mutex);
            m_asked.wait(lock, stop, [this] { return !m_questions.empty(); });
            if (stop.stop_requested())
                return Message();
            question = m_questions.front();
            m_questions.pop_front();
        }
        if (question.milliseconds == 0) {
            if (const auto sent = tell(writer, question.number, watch->take()); !sent)
                return sent.error();
            continue;
        }
        // Whoever asks something else does not wait any more.
        bool changed = false;
        for (int left = question.milliseconds; left > 0 && !changed && !stop.stop_requested() && !isAsked();
             left -= kSliceMs)
            changed = watch->wait(std::min(left, kSliceMs), stop);
        const std::uint64_t flags = Last | (changed ? std::uint64_t{Something} : 0);
        if (const auto sent = writer.write(FrameType::Changed, frameOf(question.number, flags, {}).bytes()); !sent)
            return sent.error();
    }
}

} // namespace bascule::engine::wire
