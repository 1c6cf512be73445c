// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wire/Databases.h"

#include "core/engine/Content.h"
#include "core/engine/Io.h"
#include "core/engine/wire/Bytes.h"
#include "core/engine/wire/Records.h"

#include <algorithm>
#include <cerrno>
#include <chrono>

namespace bascule::engine::wire {

namespace {

Error garbled()
{
    return {"link.garbled", Severity::Session, {}, {}, "no database"};
}

/// In one frame; attributes that would not fit are left out, and show when the copy is compared.
std::string encoded(const sqlite::Look& look)
{
    Xattrs xattrs = look.xattrs;
    for (;;) {
        ByteWriter writer;
        put(writer, look.stat);
        put(writer, xattrs);
        if (writer.size() <= kMostPayload)
            return std::string(writer.take());
        xattrs.pop_back();
    }
}

std::optional<sqlite::Look> decoded(std::string_view payload)
{
    ByteReader reader(payload);
    sqlite::Look look;
    look.stat = takeStat(reader);
    look.xattrs = takeXattrs(reader);
    if (!reader.ok() || !reader.atEnd())
        return {};
    return look;
}

/// Hands the file to `part` a frame at a time.
template <class Part>
Result<void> inParts(int fd, std::int64_t size, const std::string& path, const Part& part)
{
    for (std::int64_t at = 0; at < size;) {
        const auto wanted = static_cast<std::size_t>(std::min<std::int64_t>(size - at, kMostPayload));
        const ssize_t got = readFully(fd, threadBlock(0), wanted, at);
        if (got <= 0)
            return systemError(got < 0 ? errno : EIO, path, "read", Severity::Fatal);
        if (const auto taken = part(std::string_view(threadBlock(0), static_cast<std::size_t>(got))); !taken)
            return taken;
        at += got;
    }
    return {};
}

} // namespace

Result<FetchedDatabase> fetchDatabase(Helper& helper, const std::string& path, int to, Counters& counters,
                                      const std::stop_token& stop)
{
    FetchedDatabase fetched;
    std::optional<sqlite::Look> look;
    Hasher hasher;
    const auto take = [&](const Frame& frame) -> Result<void> {
        if (frame.type != FrameType::Content)
            return garbled();
        if (!look) {
            look = decoded(frame.payload);
            return look ? Result<void>() : Result<void>(garbled());
        }
        if (const int failed = io::writeAll(to, frame.payload.data(), frame.payload.size(), fetched.size); failed != 0)
            return systemError(failed, path, "write", Severity::Fatal);
        hasher.add(frame.payload.data(), frame.payload.size());
        fetched.size += static_cast<std::int64_t>(frame.payload.size());
        counters.bytesDone.fetch_add(static_cast<std::int64_t>(frame.payload.size()));
        return {};
    };
    const auto answer = helper.call(Message("database").set("path", path), stop, take);
    if (!answer)
        return answer.error();
    if (!look || answer->number("size", -1) != fetched.size || answer->text("hash") != hasher.value().hex())
        return Error{"sqlite.copy-damaged", Severity::Fatal, path, {}, {}};
    fetched.look = std::move(*look);
    fetched.startedNs = answer->number("startedNs");
    return fetched;
}

Result<void> sendDatabase(Helper& helper, int from, std::int64_t size, const sqlite::Look& look,
                          const std::string& path, Counters& counters, const std::stop_token& stop)
{
    const auto hash = sqlite::contentHash(from, size, path, stop);
    if (!hash)
        return hash.error();
    Result<void> sent;
    const auto send = [&] {
        // A link that takes nothing is not waited for after a stop.
        const std::stop_callback hurry(stop, [&helper] { helper.hurry(); });
        sent = helper.write(FrameType::Content, encoded(look));
        if (!sent)
            return;
        sent = inParts(from, size, path, [&](std::string_view part) -> Result<void> {
            if (stop.stop_requested())
                return Error{"call.cancelled", Severity::Fatal, path, {}, {}};
            counters.bytesDone.fetch_add(static_cast<std::int64_t>(part.size()));
            return helper.write(FrameType::Content, part);
        });
    };
    // What could not be read here ends the call there too: nobody waits for the rest.
    std::stop_source unreadable;
    const std::stop_callback passedOn(stop, [&unreadable] { unreadable.request_stop(); });
    const auto answer = helper.call(Message("place-database").set("path", path).set("size", size).set("hash", *hash),
                                    unreadable.get_token(), {}, [&] {
                                        send();
                                        if (!sent)
                                            unreadable.request_stop();
                                    });
    if (!sent)
        return sent;
    return answer ? Result<void>() : Result<void>(answer.error());
}

Result<Message> sendSnapshot(const Message& call, FrameWriter& writer, const std::stop_token& stop)
{
    const std::string path = call.text("path");
    const std::int64_t startedNs =
        std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch())
            .count();
    Counters counters;
    const auto snapshot = sqlite::snapshot(path, counters, stop);
    if (!snapshot)
        return snapshot.error();
    if (const auto sent = writer.write(FrameType::Content, encoded(snapshot->look)); !sent)
        return sent.error();
    Hasher hasher;
    const auto sent = inParts(snapshot->file.get(), snapshot->size, path, [&](std::string_view part) -> Result<void> {
        if (stop.stop_requested())
            return Error{"call.cancelled", Severity::Fatal, path, {}, {}};
        hasher.add(part.data(), part.size());
        return writer.write(FrameType::Content, part);
    });
    if (!sent)
        return sent.error();
    return Message().set("size", snapshot->size).set("hash", hasher.value().hex()).set("startedNs", startedNs);
}

// ---------------------------------------------------------------- receiver

DatabaseReceiver::DatabaseReceiver(const Message& call)
    : m_path(call.text("path"))
    , m_hash(call.text("hash"))
    , m_missing(call.number("size"))
{
    auto arrival = sqlite::Arrival::begin(m_path);
    if (arrival)
        m_arrival = std::move(*arrival);
    else
        m_error = arrival.error();
}

Result<void> DatabaseReceiver::keep(std::string_view payload)
{
    if (!m_look) {
        m_look = decoded(payload);
        return m_look ? Result<void>() : Result<void>(garbled());
    }
    m_missing -= static_cast<std::int64_t>(payload.size());
    return m_missing < 0 ? Result<void>(garbled()) : m_arrival->add(payload);
}

void DatabaseReceiver::take(std::string_view payload)
{
    const std::lock_guard lock(m_mutex);
    if (m_error || !m_arrival)
        return;
    if (const auto kept = keep(payload); !kept) {
        m_error = kept.error();
        m_arrival.reset();
    }
    m_wake.notify_all();
}

Result<Message> DatabaseReceiver::finish(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, stop, [this] { return m_error || (m_look && m_missing == 0); });
    const auto arrival = std::move(m_arrival);
    if (m_error)
        return *m_error;
    if (stop.stop_requested())
        return Error{"call.cancelled", Severity::Fatal, m_path, {}, {}};
    lock.unlock();
    const auto placed = arrival->finish(*m_look, m_hash, stop);
    return placed ? Result<Message>(Message()) : Result<Message>(placed.error());
}

} // namespace bascule::engine::wire
