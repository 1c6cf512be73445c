// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wire/Comparison.h"

#include "core/engine/CompareStreams.h"
#include "core/engine/Sha256.h"
#include "core/engine/wire/BesideCall.h"
#include "core/engine/wire/Frame.h"
#include "core/engine/wire/Helper.h"
#include "core/engine/wire/Progress.h"
#include "core/engine/wire/Records.h"

#include <algorithm>
#include <cerrno>
#include <deque>
#include <optional>

namespace bascule::engine::wire {

namespace {

constexpr int kFramesAhead = 32;
constexpr std::size_t kFrame = 64 * 1024;
constexpr std::size_t kMostAttributes = 512 * 1024; // of an entry: it has to fit into a frame
constexpr std::size_t kMostAttributeCount = 1000;

Error garbled(const char* what)
{
    return {"link.garbled", Severity::Session, {}, {}, what};
}

/// A tree that a helper inspects. Frames come on one thread, next() is called on another.
class RemoteInspection final : public InspectionStream
{
public:
    RemoteInspection(const TreeEnd& end, const InspectOptions& options, Counters* counters, const std::stop_token& stop,
                     bool names = false, bool answers = false)
        : m_end(end)
        , m_sha256(options.sha256)
        , m_counters(counters)
        , m_stop(stop)
        , m_call(
              *end.helper,
              Message("inspect")
                  .set("path", end.path)
                  .set("excludes", options.excludes)
                  .set("contents", options.contents)
                  .set("sha256", options.sha256)
                  .set("threads", std::int64_t{options.threads})
                  .set("skipsRuns", options.skipsRuns)
                  .set("names", names)
                  .set("answers", answers)
                  .set("progress", counters != nullptr),
              [this](const Frame& frame) { return take(frame); },
              [this](const Result<Message>& answer) { close(answer); })
    {
    }
    /// Asks for the end, without waiting.
    void end() { m_call.end(); }
    /// What owners of entries that have come are called there.
    const OwnerNames& owners() const { return m_owners; }
    /// The number that a name has there: asked, so not in the thread that the frames come on.
    std::optional<std::uint32_t> idOf(OwnerKind kind, const std::string& name);
    Result<bool> next(Inspected& one) override;

private:
    Result<void> take(const Frame& frame);
    void close(const Result<Message>& answer);
    Result<bool> open();

    const TreeEnd m_end;
    const bool m_sha256;
    Counters* const m_counters;
    const std::stop_token m_stop;
    std::string m_frame; ///< that is read
    ByteReader m_reader{std::string_view()};
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<std::string> m_frames;
    OwnerNames m_owners;
    bool m_asking = false;
    std::optional<std::string> m_account; ///< the answer to what is asked
    bool m_complete = false;
    bool m_closed = false;
    std::optional<Error> m_error;
    BesideCall m_call; // begins when all else is there
};

Result<void> RemoteInspection::take(const Frame& frame)
{
    if (frame.type == FrameType::Progress && m_counters != nullptr) {
        const auto message = Message::decode(frame.payload);
        if (!message)
            return garbled("no progress");
        takeProgress(*message, *m_counters);
        return {};
    }
    if (frame.type == FrameType::Names)
        return m_owners.take(frame.payload);
    if (frame.type != FrameType::Inspected && frame.type != FrameType::Accounts)
        return garbled("a frame that has no place in a comparison");
    const std::lock_guard lock(m_mutex);
    if (frame.type == FrameType::Accounts) {
        if (!m_asking || m_account)
            return m_stop.stop_requested() ? Result<void>() : garbled("an answer to nothing");
        m_account = frame.payload;
        m_changed.notify_all();
        return {};
    }
    if (m_frames.size() >= kFramesAhead || m_complete)
        return garbled("more than was asked for");
    m_complete = frame.payload.empty(); // all of it came; questions are still answered
    if (!m_complete)
        m_frames.push_back(frame.payload);
    m_changed.notify_all();
    return {};
}

std::optional<std::uint32_t> RemoteInspection::idOf(OwnerKind kind, const std::string& name)
{
    {
        const std::lock_guard lock(m_mutex);
        m_asking = true;
    }
    // An error of the link is told by the call.
    (void)m_end.helper->write(FrameType::Accounts, accountQuestion(kind, name));
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, m_stop, [this] { return m_closed || m_account.has_value(); });
    m_asking = false;
    const auto answer = std::exchange(m_account, std::nullopt);
    std::optional<std::uint32_t> id;
    if (answer && !takeAccount(*answer, kind, name, id) && !m_error)
        m_error = garbled("no number of an owner");
    return id;
}

void RemoteInspection::close(const Result<Message>& answer)
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    if (!answer) {
        m_error = answer.error();
        if (m_error->subject == m_end.path)
            m_error->subject = m_end.name;
    }
    m_changed.notify_all();
}

/// The next frame; false when no more come.
Result<bool> RemoteInspection::open()
{
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, m_stop, [this] { return m_closed || m_complete || !m_frames.empty(); });
        if (m_stop.stop_requested())
            return false;
        if (m_error && m_error->code == "link.garbled")
            return *m_error;
        if (m_frames.empty()) // what came before an error is of use to nobody
            return m_error ? Result<bool>(*m_error) : Result<bool>(false);
        m_frame = std::move(m_frames.front());
        m_frames.pop_front();
    }
    m_reader = ByteReader(m_frame);
    // An error of the link is told by the call.
    (void)m_end.helper->write(FrameType::More, {});
    return true;
}

Result<bool> RemoteInspection::next(Inspected& one)
{
    while (m_reader.atEnd()) {
        auto opened = open();
        if (!opened || !*opened)
            return opened;
    }
    one = takeInspected(m_reader);
    if (!m_reader.ok())
        return garbled("no entry of a tree");
    if (one.contents == Inspected::Contents::Hashed && one.sha256.empty() == m_sha256)
        return garbled("another hash than was asked for");
    return true;
}

InspectOptions inspectOptions(const CompareOptions& options, std::size_t side)
{
    InspectOptions inspect;
    inspect.excludes = options.excludes;
    inspect.contents = options.contents;
    inspect.threads = options.threads;
    inspect.skipsRuns = side == 1;
    return inspect;
}

/// Who owns what on the left, and the number that they have on the right; `here`: the accounts of this machine.
OwnerMap::Lookups lookupsBetween(const RemoteInspection* left, RemoteInspection* right, Accounts& here)
{
    OwnerMap::Lookups lookups;
    lookups.nameAtSource = [left, &here](OwnerKind kind, std::uint32_t id) {
        return left != nullptr ? left->owners().name(kind, id) : here.name(kind, id);
    };
    lookups.idAtTarget = [right, &here](OwnerKind kind, const std::string& name) {
        return right != nullptr ? right->idOf(kind, name) : here.id(kind, name);
    };
    return lookups;
}

} // namespace

Result<std::unique_ptr<InspectionStream>> inspectEnd(const TreeEnd& end, const InspectOptions& options,
                                                     Counters& counters, const std::stop_token& stop)
{
    if (end.helper != nullptr)
        return std::unique_ptr<InspectionStream>(std::make_unique<RemoteInspection>(end, options, &counters, stop));
    auto local = std::make_unique<Inspection>(end.path, options, counters, stop);
    if (const auto opened = local->open(); !opened)
        return opened.error();
    return std::unique_ptr<InspectionStream>(std::move(local));
}

Result<CompareReport> compare(const TreeEnd& left, const TreeEnd& right, const CompareOptions& options,
                              Counters& counters, std::stop_token stop)
{
    if (left.helper == nullptr && right.helper == nullptr)
        return engine::compare(left.path, right.path, options, counters, std::move(stop));
    return compare(left, right, options, counters, std::move(stop),
                   [](InspectionStream& tree) -> InspectionStream& { return tree; });
}

Result<CompareReport> compare(const TreeEnd& left, const TreeEnd& right, const CompareOptions& options,
                              Counters& counters, std::stop_token stop,
                              const std::function<InspectionStream&(InspectionStream&)>& wrap)
{
    counters.phase = Phase::Comparing;
    Counters others; // of the right side
    std::unique_ptr<RemoteInspection> remotes[2];
    std::unique_ptr<Inspection> locals[2];
    InspectionStream* streams[2] = {nullptr, nullptr};
    for (const std::size_t side : {std::size_t{0}, std::size_t{1}}) {
        const TreeEnd& end = side == 0 ? left : right;
        if (end.helper != nullptr) {
            remotes[side] = std::make_unique<RemoteInspection>(
                end, inspectOptions(options, side), side == 0 ? &counters : nullptr, stop,
                side == 0 && options.owners == OwnersBy::Name, side == 1 && options.owners == OwnersBy::Name);
            streams[side] = remotes[side].get();
            continue;
        }
        InspectOptions inspect = inspectOptions(options, side);
        inspect.totals = side == 0;
        locals[side] = std::make_unique<Inspection>(end.path, inspect, side == 0 ? counters : others, stop);
        streams[side] = locals[side].get();
        if (const auto opened = locals[side]->open(); !opened)
            return opened.error();
    }
    const std::stop_callback hurrying(stop, [&] {
        for (const TreeEnd* end : {&left, &right}) {
            if (end->helper != nullptr)
                end->helper->hurry();
        }
    });
    Accounts here;
    std::optional<MappedStream> mapped;
    if (options.owners == OwnersBy::Name) {
        mapped.emplace(*streams[0], lookupsBetween(remotes[0].get(), remotes[1].get(), here));
        streams[0] = &*mapped;
    }
    auto report = engine::compare(*streams[0], wrap(*streams[1]), options, stop);
    for (const auto& remote : remotes) { // both, before one is waited for
        if (remote)
            remote->end();
    }
    for (auto& remote : remotes)
        remote.reset();
    for (auto& local : locals)
        local.reset();
    if (report && !report->cancelled) {
        counters.totalsKnown = true;
        counters.itemsDone = counters.itemsTotal.load();
        counters.bytesDone = counters.bytesTotal.load();
    }
    counters.phase = Phase::Idle;
    return report;
}

Inspector::Inspector()
    : m_credit(kFramesAhead)
{
}

void Inspector::more()
{
    const std::lock_guard lock(m_mutex);
    m_credit = std::min(m_credit + 1, kFramesAhead);
    m_asked.notify_all();
}

Result<void> Inspector::send(FrameWriter& writer, ByteWriter& batch, const std::stop_token& stop)
{
    {
        std::unique_lock lock(m_mutex);
        m_asked.wait(lock, stop, [this] { return m_credit > 0; });
        if (stop.stop_requested())
            return {};
        --m_credit;
    }
    return writer.write(FrameType::Inspected, batch.take());
}

/// All of it is told; until the other side has ended the call, it may still ask.
Result<Message> Inspector::stay(FrameWriter& writer, const std::stop_token& stop)
{
    if (const auto sent = writer.write(FrameType::Inspected, {}); !sent)
        return sent.error();
    std::unique_lock lock(m_mutex);
    m_asked.wait(lock, stop, [] { return false; });
    return Message();
}

Result<Message> Inspector::run(const Message& call, FrameWriter& writer, const std::stop_token& stop)
{
    InspectOptions options;
    options.excludes = call.texts("excludes");
    options.contents = call.flag("contents", true);
    options.sha256 = call.flag("sha256");
    options.threads = static_cast<int>(std::clamp<std::int64_t>(call.number("threads"), 0, 64));
    options.skipsRuns = call.flag("skipsRuns");
    options.totals = call.flag("progress");
    Counters counters;
    Inspection inspection(call.text("path"), options, counters, stop);
    if (const auto opened = inspection.open(); !opened)
        return opened.error();
    std::optional<ProgressTeller> teller;
    if (options.totals)
        teller.emplace(counters, writer);
    std::optional<OwnerTeller> owners;
    if (call.flag("names"))
        owners.emplace([&writer](FrameType type, std::string_view payload) { return writer.write(type, payload); });
    ByteWriter batch;
    Inspected one;
    for (;;) {
        const auto more = inspection.next(one);
        if (!more)
            return more.error();
        if (owners && *more && one.kind == Inspected::Kind::Entry && one.error == 0) {
            OwnerIds ids;
            addOwners(one.stat, one.xattrs, ids);
            if (const auto told = owners->tell(ids); !told)
                return told.error();
        }
        if (*more)
            put(batch, one);
        else if (options.totals) // before the last frame, behind which nobody looks
            (void)writer.write(FrameType::Progress, progressOf(counters).encode());
        if (batch.size() >= kFrame || (!*more && batch.size() > 0)) {
            if (const auto sent = send(writer, batch, stop); !sent)
                return sent.error();
        }
        if (*more && !stop.stop_requested())
            continue;
        if (call.flag("answers") && !stop.stop_requested())
            return stay(writer, stop);
        return Message();
    }
}

void put(ByteWriter& writer, const Inspected& one)
{
    std::size_t bytes = 0;
    for (const auto& [name, value] : one.xattrs)
        bytes += name.size() + value.size();
    const bool fits = bytes <= kMostAttributes && one.xattrs.size() <= kMostAttributeCount;
    writer.number(static_cast<std::uint8_t>(one.kind));
    writer.number(static_cast<std::uint64_t>(one.error));
    if (one.kind == Inspected::Kind::End)
        return;
    writer.text(one.name);
    if (one.error != 0)
        return;
    put(writer, one.stat);
    put(writer, fits ? one.xattrs : Xattrs());
    writer.text(one.linkTarget);
    writer.number(static_cast<std::uint64_t>(fits ? one.attributesError : E2BIG));
    writer.number(one.opened ? 1 : 0);
    writer.number(static_cast<std::uint64_t>(one.openError));
    writer.number(static_cast<std::uint8_t>(one.contents));
    if (one.contents == Inspected::Contents::None)
        return;
    writer.number(static_cast<std::uint64_t>(one.contentsError));
    writer.fixed(one.hash.low);
    writer.fixed(one.hash.high);
    writer.text(one.sha256);
    writer.signedNumber(one.bytes);
}

Inspected takeInspected(ByteReader& reader)
{
    using Kind = Inspected::Kind;
    using Contents = Inspected::Contents;
    const auto errorNumber = [&reader] { return static_cast<int>(reader.number() & 0xffffU); };
    Inspected one;
    const std::uint64_t kind = reader.number();
    if (kind != static_cast<std::uint64_t>(Kind::Entry) && kind != static_cast<std::uint64_t>(Kind::End))
        reader.fail();
    one.kind = static_cast<Kind>(kind & 3U);
    one.error = errorNumber();
    if (one.kind == Kind::End)
        return one;
    one.name = reader.text(kMostPath);
    if (!one.name.empty() && !isName(one.name)) // the root has none
        reader.fail();
    if (one.error != 0)
        return one;
    one.stat = takeStat(reader);
    one.xattrs = takeXattrs(reader);
    one.linkTarget = reader.text(kMostPath);
    one.attributesError = errorNumber();
    one.opened = reader.number() != 0;
    one.openError = errorNumber();
    const std::uint64_t contents = reader.number();
    if (contents > static_cast<std::uint64_t>(Contents::Failed) ||
        ((one.opened || one.openError != 0) && !one.stat.isFolder()) || (one.opened && one.openError != 0) ||
        !std::is_sorted(one.xattrs.begin(), one.xattrs.end()))
        reader.fail();
    one.contents = static_cast<Contents>(contents & 3U);
    if (one.contents == Contents::None)
        return one;
    one.contentsError = errorNumber();
    one.hash.low = reader.fixed();
    one.hash.high = reader.fixed();
    one.sha256 = reader.text(Sha256::kSize);
    if (!one.sha256.empty())
        one.hash = hashOf(one.sha256.data(), one.sha256.size());
    one.bytes = reader.signedNumber();
    if ((!one.sha256.empty() && one.sha256.size() != Sha256::kSize) || one.bytes < 0 || one.bytes > one.stat.size ||
        !one.stat.isFile())
        reader.fail();
    return one;
}

} // namespace bascule::engine::wire
