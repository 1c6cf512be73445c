// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wire/Transfer.h"

#include "core/engine/wire/BesideCall.h"
#include "core/engine/wire/Bytes.h"
#include "core/engine/wire/Frame.h"
#include "core/engine/wire/Helper.h"
#include "core/engine/wire/Owning.h"
#include "core/engine/wire/PaceFrames.h"
#include "core/engine/wire/Progress.h"
#include "core/engine/wire/Records.h"
#include "core/engine/wire/Sender.h"

#include <algorithm>
#include <mutex>

namespace bascule::engine::wire {

namespace {

constexpr std::size_t kBatch = 64 * 1024;
constexpr std::size_t kMostText = 64 * 1024;
constexpr std::size_t kMostChanges = 512 * 1024; // bytes: they go into one call
constexpr std::size_t kMostListed = 10'000;      // as sync() itself keeps
constexpr std::size_t kMostListedBytes = 32 * 1024 * 1024;

/// As texts, each with whether it is deep before it; nothing when that is too much for a call.
std::optional<std::vector<std::string>> textsOf(const SyncOptions& options)
{
    if (!options.changes || options.changes->isEverything())
        return std::nullopt;
    std::vector<std::string> texts;
    std::size_t bytes = 0;
    for (const auto& [path, deep] : options.changes->paths()) {
        texts.push_back((deep ? '+' : '=') + path);
        bytes += path.size() + 8;
    }
    if (bytes > kMostChanges)
        return std::nullopt;
    return texts;
}

/// Nothing where the call names none, or something that is no path below a root.
std::optional<Changes> changesOf(const Message& call)
{
    if (!call.flag("onlyChanges"))
        return std::nullopt;
    Changes changes;
    for (const std::string& text : call.texts("changes")) {
        const std::string_view path = std::string_view(text).substr(text.empty() ? 0 : 1);
        if (text.empty() || (!path.empty() && !staysBelow(path)))
            return std::nullopt;
        changes.add(path, text[0] == '+');
    }
    return changes;
}

Message callOf(const std::string& path, const std::string& sourceName, const SyncOptions& options, bool actions)
{
    const auto changes = textsOf(options);
    Message message("receive");
    putWish(message, wishOf(options));
    return message.set("onlyChanges", changes.has_value())
        .set("changes", changes.value_or(std::vector<std::string>()))
        .set("path", path)
        .set("sourceName", sourceName)
        .set("deleteExtra", options.deleteExtra)
        .set("checksum", options.checksum)
        .set("dryRun", options.dryRun)
        .set("excludes", options.excludes)
        .set("threads", std::int64_t{options.threads})
        .set("durable", options.durable)
        .set("owners", static_cast<std::int64_t>(options.owners))
        .set("keepReplacedIn", options.keepReplacedIn)
        .set("freezeOwner", options.freezeOwner)
        .set("actions", actions);
}

SyncOptions optionsOf(const Message& call)
{
    SyncOptions options;
    options.deleteExtra = call.flag("deleteExtra");
    options.checksum = call.flag("checksum");
    options.dryRun = call.flag("dryRun");
    options.excludes = call.texts("excludes");
    options.threads = static_cast<int>(std::clamp<std::int64_t>(call.number("threads"), 0, 64));
    const PaceWish wish = wishIn(call);
    options.bytesPerSecond = wish.bytesPerSecond;
    options.polite = wish.polite;
    options.durable = call.flag("durable", true);
    options.owners = static_cast<OwnersBy>(
        std::clamp<std::int64_t>(call.number("owners"), 0, static_cast<std::int64_t>(OwnersBy::Free)));
    options.keepReplacedIn = call.text("keepReplacedIn");
    options.freezeOwner = call.text("freezeOwner");
    options.changes = changesOf(call);
    return options;
}

Message answerOf(const SyncReport& report)
{
    return Message()
        .set("cancelled", report.cancelled)
        .set("verified", report.verified)
        .set("files", report.files)
        .set("entries", report.entries)
        .set("bytes", report.bytes)
        .set("transferred", report.transferred)
        .set("created", report.created)
        .set("replaced", report.replaced)
        .set("metadataOnly", report.metadataOnly)
        .set("deleted", report.deleted)
        .set("unchanged", report.unchanged)
        .set("skippedTotal", report.skippedTotal)
        .set("seconds", report.seconds);
}

void takeAnswer(const Message& answer, SyncReport& report)
{
    report.cancelled = answer.flag("cancelled");
    report.verified = answer.flag("verified");
    report.files = answer.number("files");
    report.entries = answer.number("entries");
    report.bytes = answer.number("bytes");
    report.transferred = answer.number("transferred");
    report.created = answer.number("created");
    report.replaced = answer.number("replaced");
    report.metadataOnly = answer.number("metadataOnly");
    report.deleted = answer.number("deleted");
    report.unchanged = answer.number("unchanged");
    report.skippedTotal = answer.number("skippedTotal");
}

Result<void> garbled(const char* what)
{
    return Error{"link.garbled", Severity::Session, {}, {}, what};
}

Result<void> takeHeld(const Frame& frame, const std::shared_ptr<Pace>& pace)
{
    Pace nobody;
    return takeHolding(frame.payload, pace ? *pace : nobody) ? Result<void>() : garbled("no pace");
}

/// `bytes`: of what is kept already. `sink` gets all, kept or not; it may be none.
Result<void> takeSkipped(const std::string& payload, SyncReport& report, std::size_t& bytes, SkippedSink* sink)
{
    ByteReader reader(payload);
    while (reader.ok() && !reader.atEnd()) {
        SkippedItem item;
        item.path = reader.text(kMostPath);
        item.reason = reader.text(kMostText);
        item.detail = reader.text(kMostText);
        if (reader.ok() && sink != nullptr)
            sink->add(item);
        if (!reader.ok() || report.skipped.size() >= kMostListed || bytes > kMostListedBytes)
            continue;
        bytes += item.path.size() + item.reason.size() + item.detail.size();
        report.skipped.push_back(std::move(item));
    }
    return reader.ok() ? Result<void>() : garbled("no list of paths");
}

Result<void> takeActions(const std::string& payload, const std::function<void(const SyncAction&)>& onAction)
{
    ByteReader reader(payload);
    while (reader.ok() && !reader.atEnd()) {
        SyncAction action{};
        action.kind = static_cast<SyncAction::Kind>(reader.number() & 3U);
        action.path = reader.text(kMostPath);
        action.bytes = reader.signedNumber();
        if (reader.ok() && onAction)
            onAction(action);
    }
    return reader.ok() ? Result<void>() : garbled("no list of changes");
}

/// Sends what a run on this server tells of, as it is told.
class SkippedTeller final : public SkippedSink
{
public:
    explicit SkippedTeller(FrameWriter& writer)
        : m_writer(writer)
    {
    }
    void begin() override {}
    void add(const SkippedItem& item) override
    {
        m_waiting.text(item.path);
        m_waiting.text(std::string_view(item.reason).substr(0, kMostText));
        m_waiting.text(std::string_view(item.detail).substr(0, kMostText));
        if (m_waiting.size() > kBatch)
            flush();
    }
    void end() override {}
    void flush()
    {
        if (m_waiting.size() > 0) // an error of the link ends the run anyway
            (void)m_writer.write(FrameType::Skipped, m_waiting.take());
    }

private:
    FrameWriter& m_writer;
    ByteWriter m_waiting;
};

/// What serves a tree goes on until it is told to end: any other end is one too early.
Error endedEarly(const Result<Message>& answer)
{
    return answer ? Error{"link.closed", Severity::Session, {}, {}, {}} : answer.error();
}

/// A helper that serves a source at the pace of a transfer, while this lives.
class Sending
{
public:
    using Content = BesideCall::Content;
    Sending(const TreeEnd& source, const SyncOptions& options, const Content& content,
            std::function<void(const Result<Message>&)> ended)
        : m_held(options.pace)
        , m_sending(*source.helper, call(source, options), withPace(options.pace, content), std::move(ended))
    {
        if (options.pace)
            m_teller = PaceTeller::ofWishes(options.pace, [helper = source.helper](std::string_view payload) {
                return helper->write(FrameType::Pace, payload);
            });
    }

private:
    static Message call(const TreeEnd& source, const SyncOptions& options)
    {
        Message message("send");
        message.set("path", source.path).set("names", options.owners == OwnersBy::Name);
        putWish(message, wishOf(options));
        return message;
    }
    static Content withPace(const std::shared_ptr<Pace>& pace, const Content& content)
    {
        return [pace, content](const Frame& frame) -> Result<void> {
            return frame.type == FrameType::Pace ? takeHeld(frame, pace) : content(frame);
        };
    }

    const HeldDuring m_held;
    const BesideCall m_sending;
    std::optional<PaceTeller> m_teller; // the first to go: what follows is another call's
};

/// sync() from another machine into this one.
Result<SyncReport> syncHere(RemoteSource& source, const std::string& name, const std::string& target,
                            const SyncOptions& options, Counters& counters, const std::stop_token& stop,
                            const std::function<void(const SyncAction&)>& onAction)
{
    if (options.owners != OwnersBy::Name)
        return sync(source, name, target, options, counters, stop, onAction);
    Accounts here;
    OwnerMap owners({[&](OwnerKind kind, std::uint32_t id) { return source.owners().name(kind, id); },
                     [&](OwnerKind kind, const std::string& called) { return here.id(kind, called); },
                     [&](OwnerKind kind, std::uint32_t id) { return here.name(kind, id); }});
    MappedTree mapped(source, owners, options.excludes);
    auto report = sync(mapped, name, target, options, counters, stop, onAction);
    if (report)
        report->owners = owners.report();
    return report;
}

Result<SyncReport> fromServer(const TreeEnd& source, const TreeEnd& target, const SyncOptions& options,
                              Counters& counters, const std::stop_token& stop,
                              const std::function<void(const SyncAction&)>& onAction)
{
    Helper& helper = *source.helper;
    RemoteSource tree([&](FrameType type, std::string_view payload) { return helper.write(type, payload); });
    const Sending sending(
        source, options, [&](const Frame& frame) { return tree.take(frame); },
        [&](const Result<Message>& answer) { tree.lose(endedEarly(answer)); });
    const std::stop_callback hurrying(stop, [&helper] { helper.hurry(); });
    return syncHere(tree, source.name, target.path, options, counters, stop, onAction);
}

/// Into a server, from what `ask` forwards its questions to.
Result<SyncReport> intoServer(const TreeEnd& source, const TreeEnd& target, const SyncOptions& options,
                              Counters& counters, const std::stop_token& stop,
                              const std::function<void(const SyncAction&)>& onAction,
                              const std::function<Result<void>(const Frame&)>& ask)
{
    return receivedBy(*target.helper, callOf(target.path, source.name, options, static_cast<bool>(onAction)), options,
                      counters, stop, onAction, ask);
}

/// Through this machine: each question goes on to the source, each answer on to the target.
Result<SyncReport> betweenServers(const TreeEnd& source, const TreeEnd& target, const SyncOptions& options,
                                  Counters& counters, const std::stop_token& stop,
                                  const std::function<void(const SyncAction&)>& onAction)
{
    std::mutex mutex;
    std::optional<Error> lost;
    // The target is told, so that it brings in what it has; then its call ends.
    const auto sourceLost = [&](const Error& error) {
        {
            const std::lock_guard lock(mutex);
            if (!lost)
                lost = error;
        }
        (void)target.helper->write(FrameType::Files, RemoteSource::lossNotice(error));
    };
    const Sending sending(
        source, options, [&](const Frame& frame) { return target.helper->write(frame.type, frame.payload); },
        [&](const Result<Message>& answer) { sourceLost(endedEarly(answer)); });
    const std::stop_callback hurrying(stop, [&] {
        source.helper->hurry();
        target.helper->hurry();
    });
    const auto ask = [&](const Frame& frame) -> Result<void> {
        std::optional<Error> gone;
        {
            const std::lock_guard lock(mutex);
            gone = lost;
        }
        if (!gone) {
            if (const auto sent = source.helper->write(frame.type, frame.payload); !sent)
                gone = sent.error();
        }
        if (gone) // also when it was told before it began to ask
            sourceLost(*gone);
        return {};
    };
    auto report = intoServer(source, target, options, counters, stop, onAction, ask);
    const std::lock_guard lock(mutex);
    if (lost && !stop.stop_requested())
        return *lost;
    return report;
}

} // namespace

Message receiveCall(const std::string& path, const std::string& sourceName, const SyncOptions& options, bool actions)
{
    return callOf(path, sourceName, options, actions);
}

Result<SyncReport> receivedBy(Helper& target, const Message& call, const SyncOptions& options, Counters& counters,
                              const std::stop_token& stop, const std::function<void(const SyncAction&)>& onAction,
                              const std::function<Result<void>(const Frame&)>& ask, const std::shared_ptr<Pace>& pace)
{
    if (options.skippedTo != nullptr)
        options.skippedTo->begin();
    const auto begun = std::chrono::steady_clock::now();
    SyncReport report;
    std::size_t skippedBytes = 0;
    const auto content = [&](const Frame& frame) -> Result<void> {
        switch (frame.type) {
        case FrameType::List:
        case FrameType::Fetch:
        case FrameType::Absent:
            return ask ? ask(frame) : garbled("a question to nobody");
        case FrameType::Progress:
            if (const auto message = Message::decode(frame.payload)) {
                takeProgress(*message, counters);
                return {};
            }
            return garbled("no progress");
        case FrameType::Pace:
            return ask ? garbled("a pace of nobody") : takeHeld(frame, pace);
        case FrameType::Skipped:
            return takeSkipped(frame.payload, report, skippedBytes, options.skippedTo);
        case FrameType::Actions:
            return takeActions(frame.payload, onAction);
        case FrameType::Owners:
            return takeOwners(frame.payload, report.owners);
        default:
            return garbled("a frame that has no place in a transfer");
        }
    };
    const HeldDuring held(pace); // (the last to go)
    std::optional<PaceTeller> teller;
    // Not before the helper has the call: there is nobody to heed it yet.
    const auto sent = [&] {
        if (pace)
            teller = PaceTeller::ofWishes(
                pace, [&target](std::string_view payload) { return target.write(FrameType::Pace, payload); });
    };
    const auto answer = target.call(call, stop, content, sent);
    teller.reset();
    if (!answer && answer.error().code == "call.cancelled" && stop.stop_requested()) {
        report.cancelled = true;
        return report;
    }
    if (!answer)
        return answer.error();
    takeAnswer(*answer, report);
    if (options.skippedTo != nullptr && !report.cancelled)
        options.skippedTo->end();
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    counters.itemsDone = counters.itemsTotal.load();
    counters.bytesDone = counters.bytesTotal.load();
    counters.phase = Phase::Idle;
    return report;
}

Result<SyncReport> transfer(const TreeEnd& source, const TreeEnd& target, const SyncOptions& options,
                            Counters& counters, std::stop_token stop,
                            const std::function<void(const SyncAction&)>& onAction)
{
    if (source.helper == nullptr && target.helper == nullptr)
        return sync(source.path, target.path, options, counters, std::move(stop), onAction);
    if (target.helper == nullptr)
        return fromServer(source, target, options, counters, stop, onAction);
    if (source.helper == nullptr) {
        Sender sender(
            source.path, [&](FrameType type, std::string_view payload) { return target.helper->write(type, payload); },
            paceOf(options), options.owners == OwnersBy::Name);
        if (const auto opened = sender.open(); !opened)
            return opened.error();
        return intoServer(source, target, options, counters, stop, onAction,
                          [&](const Frame& frame) { return sender.take(frame); });
    }
    return betweenServers(source, target, options, counters, stop, onAction);
}

Result<Message> receive(const Message& call, RemoteSource& source, FrameWriter& writer, const std::stop_token& stop)
{
    return receiveThrough(
        call, writer,
        [&](const SyncOptions& options, Counters& counters, const std::function<void(const SyncAction&)>& onAction) {
            return syncHere(source, call.text("sourceName"), call.text("path"), options, counters, stop, onAction);
        });
}

Result<Message> receiveThrough(const Message& call, FrameWriter& writer, const ReceivingRun& run)
{
    Counters counters;
    ByteWriter actions;
    std::function<void(const SyncAction&)> onAction;
    if (call.flag("actions"))
        onAction = [&](const SyncAction& action) { // one at a time
            actions.number(static_cast<std::uint64_t>(action.kind));
            actions.text(action.path);
            actions.signedNumber(action.bytes);
            if (actions.size() > kBatch)
                (void)writer.write(FrameType::Actions, actions.take());
        };
    SkippedTeller skipped(writer);
    SyncOptions options = optionsOf(call);
    options.skippedTo = &skipped;
    Result<SyncReport> report = Error{};
    {
        const ProgressTeller teller(counters, writer);
        report = run(options, counters, onAction);
    }
    skipped.flush(); // also of a run that failed
    if (!report)
        return report.error();
    if (actions.size() > 0)
        (void)writer.write(FrameType::Actions, actions.take());
    sendOwners(report->owners, writer);
    (void)writer.write(FrameType::Progress, progressOf(counters).encode());
    return answerOf(*report);
}

} // namespace bascule::engine::wire
