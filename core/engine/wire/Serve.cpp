// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wire/Serve.h"

#include "core/engine/Folder.h"
#include "core/engine/HostFiles.h"
#include "core/engine/Tree.h"
#include "core/engine/wire/Bytes.h"
#include "core/engine/wire/Frame.h"
#include "core/engine/wire/Message.h"

#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include <unistd.h>

namespace bascule::engine::wire {

namespace {

constexpr std::size_t kEntriesAtOnce = 128 * 1024;
constexpr std::int64_t kMostRead = 512LL * 1024 * 1024;
constexpr auto kAliveEvery = std::chrono::seconds(5);

Result<Message> space(const Message& call)
{
    const auto found = spaceAt(call.text("path"));
    if (!found)
        return found.error();
    return Message()
        .set("bytesFree", found->bytesFree)
        .set("bytesTotal", found->bytesTotal)
        .set("inodesFree", found->inodesFree)
        .set("readOnly", found->readOnly);
}

Result<Message> folder(const Message& call)
{
    const std::string path = call.text("path");
    const Fd opened = openRoot(path.c_str());
    if (!opened)
        return systemError(errno, path, "open", Severity::Fatal);
    return Message();
}

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

WalkOptions walkOptions(const Message& call)
{
    WalkOptions options;
    options.excludes = call.texts("excludes");
    options.oneFileSystem = call.flag("oneFileSystem", true);
    return options;
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
    const auto visited = walk(call.text("path"), walkOptions(call), stop, [&](const TreeEntry& entry) {
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

Result<Message> fingerprintOf(const Message& call, const std::stop_token& stop)
{
    const auto found = fingerprint(call.text("path"), walkOptions(call), stop);
    if (!found)
        return found.error();
    return Message()
        .set("hash", found->hash)
        .set("entries", found->entries)
        .set("bytes", found->bytes)
        .set("newestCtimeNs", found->newestCtimeNs);
}

Result<Message> hash(const Message& call, const std::stop_token& stop)
{
    Counters counters;
    const auto found = hashFile(call.text("path"), counters, stop);
    if (!found)
        return found.error();
    return Message().set("hash", *found);
}

Result<Message> answer(const Message& call, FrameWriter& writer, const std::stop_token& stop)
{
    const std::string operation = call.operation();
    if (operation == "space")
        return space(call);
    if (operation == "exists")
        return Message().set("exists", existsAt(call.text("path")));
    if (operation == "folder")
        return folder(call);
    if (operation == "read")
        return read(call, writer, stop);
    if (operation == "walk")
        return walkTree(call, writer, stop);
    if (operation == "fingerprint")
        return fingerprintOf(call, stop);
    if (operation == "hash")
        return hash(call, stop);
    return Error{"helper.unknown-call", Severity::Fatal, operation, {}, {}};
}

/// Says that we are alive while a call is under way, so that silence means a broken link.
class Heartbeat
{
public:
    explicit Heartbeat(FrameWriter& writer)
        : m_thread([this, &writer](const std::stop_token& stop) {
            std::unique_lock lock(m_mutex);
            while (!m_wake.wait_for(lock, stop, kAliveEvery, [] { return false; }) && !stop.stop_requested()) {
                if (!writer.write(FrameType::Alive, {}))
                    return;
            }
        })
    {
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::jthread m_thread;
};

} // namespace

int serve(int input, int output, const ServeOptions& options)
{
    FrameReader reader(input, options.idleMs);
    FrameWriter writer(output, 60'000);
    const Message greeting = Message("hello")
                                 .set("protocol", std::int64_t{kProtocol})
                                 .set("version", options.version)
                                 .set("nonce", options.nonce)
                                 .set("pid", std::int64_t{::getpid()})
                                 .set("uid", std::int64_t{::geteuid()});
    if (!writer.write(FrameType::Control, greeting.encode()))
        return 1;
    std::jthread worker;
    std::atomic<bool> busy{false};
    for (;;) {
        auto frame = reader.read({});
        if (!frame) {
            if (frame.error().code == "link.silent" && busy)
                continue;
            // A call under way is over: nobody is there to be told.
            worker.request_stop();
            return frame.error().code == "link.garbled" ? 1 : 0;
        }
        if (frame->type == FrameType::Alive)
            continue;
        if (frame->type == FrameType::Cancel) {
            worker.request_stop();
            continue;
        }
        const auto call = frame->type == FrameType::Control ? Message::decode(frame->payload) : std::nullopt;
        if (!call || busy)
            return 1; // no caller of ours
        if (worker.joinable())
            worker.join();
        busy = true;
        worker = std::jthread([&writer, &busy, mine = *call](const std::stop_token& stop) {
            Result<Message> result = Error{};
            {
                const Heartbeat heartbeat(writer);
                result = answer(mine, writer, stop);
            }
            if (result && stop.stop_requested())
                result = Error{"call.cancelled", Severity::Fatal, {}, {}, {}};
            const Message last = result ? result->set("done", true) : Message::failed(result.error());
            std::string bytes = last.encode();
            if (bytes.size() > kMostControl)
                bytes = Message::failed({"helper.answer-too-long", Severity::Fatal, {}, {}, {}}).encode();
            busy = false;
            (void)writer.write(FrameType::Control, bytes);
        });
    }
}

} // namespace bascule::engine::wire
