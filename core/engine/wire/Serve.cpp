// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wire/Serve.h"

#include "core/engine/Fd.h"
#include "core/engine/HostFiles.h"
#include "core/engine/HostLooks.h"
#include "core/engine/Tree.h"
#include "core/engine/wire/Bytes.h"
#include "core/engine/wire/Comparison.h"
#include "core/engine/wire/Databases.h"
#include "core/engine/wire/Direct.h"
#include "core/engine/wire/Earlier.h"
#include "core/engine/wire/Frame.h"
#include "core/engine/wire/Heartbeat.h"
#include "core/engine/wire/ManyOperations.h"
#include "core/engine/wire/Message.h"
#include "core/engine/wire/Operations.h"
#include "core/engine/wire/PaceFrames.h"
#include "core/engine/wire/RemoteSource.h"
#include "core/engine/wire/Sender.h"
#include "core/engine/wire/Transfer.h"
#include "core/engine/wire/Watching.h"

#include <atomic>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <mutex>
#include <optional>
#include <thread>

#include <fcntl.h>
#include <unistd.h>

namespace bascule::engine::wire {

namespace {

constexpr std::size_t kEntriesAtOnce = 128 * 1024;
constexpr std::int64_t kMostRead = 512LL * 1024 * 1024;

Result<Message> read(const Message& call, FrameWriter& writer, const std::stop_token&)
{
    const std::int64_t limit = std::min(call.number("limit"), kMostRead);
    const auto content = readFileBelow(call.text("root"), call.text("path"), limit);
    if (!content)
        return content.error();
    for (std::size_t at = 0; at < content->size(); at += kMostPayload) {
        const std::string_view part = std::string_view(*content).substr(at, kMostPayload);
        if (const auto sent = writer.write(FrameType::Content, part); !sent)
            return sent.error();
    }
    return Message();
}

Result<Message> walkTree(const Message& call, FrameWriter& writer, const std::stop_token& stop)
{
    ByteWriter batch;
    std::optional<Error> lost;
    const auto send = [&] {
        const auto sent = writer.write(FrameType::Entries, batch.take());
        if (!sent)
            lost = sent.error();
        return !lost;
    };
    const auto visited = walk(call.text("path"), walkOptionsOf(call), stop, [&](const TreeEntry& entry) {
        put(batch, entry);
        return batch.size() < kEntriesAtOnce || send();
    });
    if (!visited)
        return visited.error();
    for (const Unreadable& one : *visited) {
        put(batch, one);
        if (batch.size() >= kEntriesAtOnce && !send())
            break;
    }
    if (batch.size() > 0 && !lost)
        send();
    if (lost)
        return *lost;
    return Message();
}

/// Keeps a folder for the caller until it lets go or is gone.
Result<Message> hold(const Message& call, FrameWriter& writer, const std::stop_token& stop)
{
    const auto folder = holdFolder(call.text("path"));
    if (!folder)
        return folder.error();
    const Fd held(*folder);
    if (const auto sent = writer.write(FrameType::Content, {}); !sent)
        return sent.error();
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any wake;
    wake.wait(lock, stop, [] { return false; });
    return Message();
}

Result<Message> answer(const Message& call, FrameWriter& writer, const std::stop_token& stop)
{
    const std::string operation = call.operation();
    if (operation == "read")
        return read(call, writer, stop);
    if (operation == "read-many")
        return readMany(call, writer, stop);
    if (operation == "fetch")
        return fetch(call, writer, stop);
    if (operation == "walk")
        return walkTree(call, writer, stop);
    for (const auto& rooms : {operate, operateDirect}) {
        if (auto done = rooms(call, stop))
            return *done;
    }
    if (operation == "end")
        return endEarlier(call, stop);
    if (operation == "hold")
        return hold(call, writer, stop);
    if (operation == "database")
        return sendSnapshot(call, writer, stop);
    return Error{"helper.unknown-call", Severity::Fatal, operation, {}, {}};
}

/// While it lives, SIGTERM makes the input end.
class Terminating
{
public:
    explicit Terminating(int input)
        : m_nothing(::open("/dev/null", O_RDONLY | O_CLOEXEC))
    {
        s_nothing = m_nothing.get();
        s_input = input;
        struct sigaction action = {};
        action.sa_handler = [](int) {
            const int before = errno;
            ::dup2(s_nothing, s_input);
            errno = before;
        };
        ::sigaction(SIGTERM, &action, &m_before);
    }
    ~Terminating() { ::sigaction(SIGTERM, &m_before, nullptr); }
    Terminating(const Terminating&) = delete;
    Terminating& operator=(const Terminating&) = delete;

private:
    inline static std::atomic<int> s_nothing{-1}, s_input{-1};
    Fd m_nothing;
    struct sigaction m_before = {};
};

/// One caller from the greeting to the end.
class Session
{
public:
    Session(int input, int output, const ServeOptions& options)
        : m_options(options)
        , m_reader(input, std::min(options.idleMs, options.silenceMs))
        , m_writer(output, options.silenceMs)
    {
    }

    Served run()
    {
        const Message greeting = Message("hello")
                                     .set("protocol", std::int64_t{kProtocol})
                                     .set("version", m_options.version)
                                     .set("nonce", m_options.nonce)
                                     .set("pid", std::int64_t{::getpid()})
                                     .set("uid", std::int64_t{::geteuid()});
        if (!m_writer.write(FrameType::Control, greeting.encode()))
            return {1, true};
        auto heard = std::chrono::steady_clock::now();
        for (;;) {
            auto frame = m_reader.read({});
            const auto quiet = std::chrono::steady_clock::now() - heard;
            const auto most = std::chrono::milliseconds(m_busy ? m_options.silenceMs : m_options.idleMs);
            if (!frame && frame.error().code == "link.silent" && quiet < most)
                continue;
            if (frame)
                heard = std::chrono::steady_clock::now();
            if (!frame || !take(std::move(*frame))) {
                end(frame ? Error{"link.garbled", Severity::Session, {}, {}, {}} : frame.error(),
                    quiet > 2 * std::chrono::milliseconds(m_options.silenceMs));
                const bool garbled = frame || frame.error().code == "link.garbled";
                return {garbled ? 1 : 0, !garbled && !m_left};
            }
        }
    }

private:
    /// A call under way is over: nobody is there to be told. A transfer into here brings in what it has, unless it was
    /// held up for so long that another may have been made meanwhile.
    void end(const Error& error, bool late)
    {
        m_writer.hurry(true);
        const bool pulling = m_pull && !late && m_pull->sever();
        if ((!m_source && !pulling) || late)
            m_worker.request_stop();
        if (m_source)
            m_source->lose(error);
        if (m_worker.joinable())
            m_worker.join();
    }

    /// False when the caller is none of ours.
    bool take(Frame frame)
    {
        switch (frame.type) {
        case FrameType::Alive:
            return true;
        case FrameType::Cancel:
            m_worker.request_stop();
            return true;
        case FrameType::List:
        case FrameType::Fetch:
            return m_sender ? m_sender->take(frame).ok() : !m_busy;
        case FrameType::Absent:
            return m_sender ? m_sender->take(frame).ok() : m_source ? m_source->take(std::move(frame)).ok() : !m_busy;
        case FrameType::Listing:
        case FrameType::Files:
        case FrameType::Names:
            // What was under way when a transfer ended.
            return m_source ? m_source->take(std::move(frame)).ok() : !m_busy;
        case FrameType::More:
            if (m_watcher)
                return m_watcher->more(frame.payload);
            if (m_inspector)
                m_inspector->more();
            return m_inspector || !m_busy;
        case FrameType::Pace:
            return m_pace ? takeWish(frame.payload, *m_pace) : !m_busy;
        case FrameType::Accounts: {
            if (!m_busy)
                return true; // of a comparison that ended
            const auto answer = m_inspector ? m_inspector->account(frame.payload) : std::nullopt;
            return answer && m_writer.write(FrameType::Accounts, *answer).ok();
        }
        case FrameType::Content:
            if (m_database)
                m_database->take(frame.payload);
            return m_database != nullptr;
        case FrameType::Control: {
            const auto call = Message::decode(frame.payload);
            if (!call || m_busy)
                return false;
            if (call->operation() == "leave")
                m_left = true;
            else
                begin(*call);
            return true;
        }
        default:
            return false;
        }
    }

    void begin(const Message& call)
    {
        if (m_worker.joinable())
            m_worker.join();
        m_sender.reset();
        m_source.reset();
        m_pull.reset();
        m_pace.reset();
        m_inspector.reset();
        m_database.reset();
        m_watcher.reset();
        // Frames that follow the call are for these.
        const auto sink = [this](FrameType type, std::string_view payload) { return m_writer.write(type, payload); };
        Result<void> ready;
        if (call.operation() == "send") {
            m_pace = std::make_shared<Pace>(wishIn(call));
            m_sender = std::make_unique<Sender>(call.text("path"), sink, m_pace, call.flag("names"));
            ready = m_sender->open();
        } else if (call.operation() == "receive") {
            m_source = std::make_unique<RemoteSource>(sink);
        } else if (call.operation() == "pull") {
            m_pace = std::make_shared<Pace>(wishIn(call));
            m_pull = std::make_unique<Pull>();
        } else if (call.operation() == "inspect") {
            m_inspector = std::make_unique<Inspector>();
        } else if (call.operation() == "watch") {
            m_watcher = std::make_unique<Watcher>();
        } else if (call.operation() == "place-database") {
            m_database = std::make_unique<DatabaseReceiver>(call);
        }
        m_busy = true;
        m_worker = std::jthread([this, ready, call](const std::stop_token& stop) {
            Result<Message> result = ready ? answerOf(call, stop) : Result<Message>(ready.error());
            if (result && stop.stop_requested())
                result = Error{"call.cancelled", Severity::Fatal, {}, {}, {}};
            const Message last = result ? result->set("done", true) : Message::failed(result.error());
            std::string bytes = last.encode();
            if (bytes.size() > kMostControl)
                bytes = Message::failed({"helper.answer-too-long", Severity::Fatal, {}, {}, {}}).encode();
            m_busy = false;
            (void)m_writer.write(FrameType::Control, bytes);
        });
    }

    Result<Message> answerOf(const Message& call, const std::stop_token& stop)
    {
        if (m_source)
            return receive(call, *m_source, m_writer, stop);
        if (m_pull)
            return m_pull->run(call, m_pace, m_writer, stop);
        if (m_inspector)
            return m_inspector->run(call, m_writer, stop);
        if (m_watcher)
            return m_watcher->run(call, m_writer, stop);
        if (m_database)
            return m_database->finish(stop);
        if (!m_sender)
            return answer(call, m_writer, stop);
        // The sender answers by itself until the caller has what it wants.
        const auto teller = holdingTeller(m_pace, m_writer);
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any wake;
        wake.wait(lock, stop, [] { return false; });
        m_sender->stop(); // after the answer nothing comes
        return Message();
    }

    const ServeOptions& m_options;
    FrameReader m_reader;
    FrameWriter m_writer;
    std::atomic<bool> m_busy{false};
    bool m_left = false;          ///< the caller said so
    std::shared_ptr<Pace> m_pace; ///< of what is read for a transfer
    std::unique_ptr<Sender> m_sender;
    std::unique_ptr<RemoteSource> m_source;
    std::unique_ptr<Pull> m_pull;
    std::unique_ptr<Inspector> m_inspector;
    std::unique_ptr<DatabaseReceiver> m_database;
    std::unique_ptr<Watcher> m_watcher;
    Heartbeat m_heartbeat{m_writer, [] { return true; }};
    std::jthread m_worker;
};

} // namespace

Served serve(int input, int output, const ServeOptions& options)
{
    const Terminating terminating(input);
    return Session(input, output, options).run();
}

} // namespace bascule::engine::wire
