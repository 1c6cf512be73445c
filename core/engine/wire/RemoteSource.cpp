// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wire/RemoteSource.h"

#include "core/engine/wire/Records.h"

#include <cerrno>
#include <utility>

namespace bascule::engine::wire {

namespace {

constexpr std::size_t kMostHeld = 16 * 1024 * 1024;
constexpr std::size_t kFrameCost = 512; // what keeping a frame costs beside its bytes
constexpr std::size_t kMostNotice = 4096;
constexpr std::size_t kMostEntries = 4 * 1024; // in one part of a folder; a sender of ours stays well below

Error garbled(const char* what)
{
    return {"link.garbled", Severity::Session, {}, {}, what};
}

ListPart lastPart(int error)
{
    ListPart part;
    part.last = true;
    part.error = error;
    return part;
}

} // namespace

void RemoteSource::ask(FrameType type, std::string_view payload)
{
    if (const auto sent = m_sink(type, payload); !sent)
        lose(sent.error());
}

Result<void> RemoteSource::take(Frame frame)
{
    switch (frame.type) {
    case FrameType::Listing:
        return takeListing(frame.payload);
    case FrameType::Files:
        return takeFiles(std::move(frame.payload));
    case FrameType::Absent:
        return takeAbsent(frame.payload);
    case FrameType::Names:
        return m_owners.take(frame.payload);
    default:
        return garbled("a frame that is no answer");
    }
}

Result<void> RemoteSource::takeListing(const std::string& payload)
{
    ByteReader reader(payload);
    ListPart part;
    const std::uint64_t number = reader.number();
    const std::uint64_t flags = reader.number();
    part.first = (flags & 1U) != 0;
    part.last = (flags & 2U) != 0;
    part.error = static_cast<int>(reader.number() & 0xffffU);
    if (part.first) {
        part.stat = takeStat(reader);
        part.xattrs = takeXattrs(reader);
        if (part.error == 0 && !part.stat.isFolder())
            reader.fail();
    }
    while (reader.ok() && !reader.atEnd()) {
        part.entries.push_back(takeSourceEntry(reader));
        if (part.entries.size() > kMostEntries)
            reader.fail();
    }
    if (!reader.ok())
        return garbled("no part of a folder");
    // Called with the lock: a list that is abandoned hears nothing after its last part.
    const std::lock_guard lock(m_mutex);
    const auto found = m_lists.find(number);
    if (found == m_lists.end())
        return number <= m_number ? Result<void>() : garbled("a folder nobody asked for");
    // Parts come one by one, so that what is not worked on yet stays small.
    if (!std::exchange(found->second.asked, false))
        return garbled("a part of a folder that nobody asked for");
    const OnPart onPart = found->second.onPart;
    if (part.last)
        m_lists.erase(found);
    onPart(std::move(part));
    return {};
}

Result<void> RemoteSource::takeFiles(std::string payload)
{
    ByteReader reader(payload);
    const std::uint64_t number = reader.number();
    const bool ended = reader.number() != 0;
    if (number == 0 && reader.ok())
        return takeLoss(reader);
    if (!reader.ok())
        return garbled("no files");
    {
        std::unique_lock lock(m_held->mutex);
        m_held->changed.wait(lock, [&] { return m_held->open || m_held->bytes < kMostHeld; });
        m_held->bytes += payload.size() + kFrameCost;
    }
    const std::size_t size = payload.size() + kFrameCost;
    const std::shared_ptr<const std::string> frame(new std::string(std::move(payload)),
                                                   [held = m_held, size](const std::string* mine) {
                                                       delete mine;
                                                       const std::lock_guard lock(held->mutex);
                                                       held->bytes -= size;
                                                       held->changed.notify_all();
                                                   });
    // Called with the lock: a fetch that is abandoned hears nothing after its last answer.
    const std::lock_guard lock(m_mutex);
    const auto found = m_fetches.find(number);
    if (found == m_fetches.end())
        return number <= m_number ? Result<void>() : garbled("files nobody asked for");
    if (!ended) {
        found->second(frame);
        return {};
    }
    found->second(nullptr);
    m_fetches.erase(found);
    return {};
}

std::string RemoteSource::lossNotice(const Error& error)
{
    ByteWriter writer;
    writer.number(0);
    writer.number(1);
    const bool isLinks = error.code.starts_with("link.");
    writer.text(isLinks ? error.code.substr(0, kMostNotice) : "link.closed");
    writer.text((isLinks ? error.detail : error.code).substr(0, kMostNotice));
    return writer.take();
}

Result<void> RemoteSource::takeLoss(ByteReader& reader)
{
    Error error = garbled("");
    error.code = reader.text(kMostNotice);
    error.detail = reader.text(kMostNotice);
    if (!reader.ok() || !error.code.starts_with("link."))
        return garbled("no notice of a loss");
    lose(std::move(error));
    return {};
}

Result<void> RemoteSource::takeAbsent(const std::string& payload)
{
    ByteReader reader(payload);
    const std::uint64_t number = reader.number();
    const auto error = static_cast<int>(reader.number() & 0xffffU);
    const std::string_view answers = reader.text(kMostPayload);
    if (!reader.ok())
        return garbled("no answer");
    const std::lock_guard lock(m_mutex);
    const auto found = m_absents.find(number);
    if (found == m_absents.end())
        return number <= m_number ? Result<void>() : garbled("an answer to nothing");
    found->second->done = true;
    found->second->error = error;
    found->second->answers = answers;
    m_absents.erase(found);
    m_changed.notify_all();
    return {};
}

void RemoteSource::lose(Error error)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_lost && !m_ended)
            m_lost = std::move(error);
    }
    abandon();
}

void RemoteSource::abandon()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
        // Who is at work on a part hears of it when asking for the next.
        std::erase_if(m_lists, [](const auto& one) {
            if (one.second.asked)
                one.second.onPart(lastPart(ECANCELED));
            return one.second.asked;
        });
        for (const auto& [number, onArrivals] : m_fetches)
            onArrivals(nullptr);
        m_fetches.clear();
        for (const auto& [number, absent] : m_absents) {
            absent->done = true;
            absent->error = ECANCELED;
        }
        m_absents.clear();
        m_changed.notify_all();
    }
    {
        const std::lock_guard lock(m_held->mutex);
        m_held->open = true;
        m_held->changed.notify_all();
    }
}

std::optional<Error> RemoteSource::lost() const
{
    const std::lock_guard lock(m_mutex);
    return m_lost;
}

Result<Stat> RemoteSource::root()
{
    struct Answer
    {
        std::mutex mutex;
        std::condition_variable changed;
        std::optional<ListPart> part;
    };
    const auto answer = std::make_shared<Answer>();
    const std::uint64_t number = list(
        {},
        [answer](ListPart part) {
            const std::lock_guard lock(answer->mutex);
            if (!answer->part)
                answer->part = std::move(part);
            answer->changed.notify_all();
        },
        nullptr);
    ListPart part;
    {
        std::unique_lock lock(answer->mutex);
        answer->changed.wait(lock, [&] { return answer->part.has_value(); });
        part = *answer->part;
    }
    drop(number);
    if (const auto gone = lost())
        return *gone;
    if (!part.first || part.error != 0)
        return systemError(part.error, {}, "open", Severity::Fatal);
    return part.stat;
}

std::uint64_t RemoteSource::list(const std::string& path, OnPart onPart, std::uint64_t* number,
                                 const std::vector<std::string>* names)
{
    std::uint64_t mine = 0;
    bool ended = false;
    {
        const std::lock_guard lock(m_mutex);
        mine = ++m_number;
        if (number != nullptr)
            *number = mine;
        ended = m_ended;
        if (!ended)
            m_lists[mine].onPart = onPart;
    }
    if (ended) {
        onPart(lastPart(ECANCELED));
        return mine;
    }
    ByteWriter writer;
    writer.number(mine);
    writer.number(names == nullptr ? 0 : 3);
    writer.text(path);
    if (names != nullptr) {
        writer.number(names->size());
        for (const std::string& name : *names)
            writer.text(name);
    }
    ask(FrameType::List, writer.bytes());
    return mine;
}

void RemoteSource::more(std::uint64_t list)
{
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_lists.find(list);
        if (found == m_lists.end())
            return;
        found->second.asked = true;
        if (m_ended) {
            found->second.onPart(lastPart(ECANCELED));
            m_lists.erase(found);
            return;
        }
    }
    ByteWriter writer;
    writer.number(list);
    writer.number(1);
    ask(FrameType::List, writer.bytes());
}

void RemoteSource::drop(std::uint64_t list)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_lists.erase(list) == 0)
            return;
    }
    ByteWriter writer;
    writer.number(list);
    writer.number(2);
    ask(FrameType::List, writer.bytes());
}

void RemoteSource::fetch(const std::string& path, std::vector<Wanted> wanted, OnArrivals onArrivals)
{
    ByteWriter writer;
    {
        const std::lock_guard lock(m_mutex);
        if (m_ended) {
            onArrivals(nullptr);
            return;
        }
        m_fetches[++m_number] = std::move(onArrivals);
        writer.number(m_number);
    }
    writer.text(path);
    writer.number(wanted.size());
    for (const Wanted& one : wanted)
        put(writer, one);
    ask(FrameType::Fetch, writer.bytes());
}

int RemoteSource::absent(const std::string& path, const std::vector<std::string>& names, std::vector<bool>& absent)
{
    const auto answer = std::make_shared<Absent>();
    ByteWriter writer;
    {
        const std::lock_guard lock(m_mutex);
        if (m_ended)
            return ECANCELED;
        m_absents[++m_number] = answer;
        writer.number(m_number);
    }
    writer.text(path);
    writer.number(names.size());
    for (const std::string& name : names)
        writer.text(name);
    ask(FrameType::Absent, writer.bytes());
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return answer->done; });
    if (answer->error == 0 && answer->answers.size() != names.size())
        return EPROTO;
    absent.clear();
    for (const char one : answer->answers)
        absent.push_back(one == '1');
    return answer->error;
}

bool RemoteSource::read(const std::string& frame, std::size_t wanted, const std::function<void(const Arrival&)>& visit)
{
    ByteReader reader(frame);
    reader.number();
    reader.number();
    while (reader.ok() && !reader.atEnd()) {
        const Arrival arrival = takeArrival(reader);
        if (!reader.ok() || arrival.index >= wanted)
            return false;
        visit(arrival);
    }
    return reader.ok();
}

} // namespace bascule::engine::wire
