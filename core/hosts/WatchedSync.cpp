// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/WatchedSync.h"

#include "core/engine/Pause.h"
#include "core/engine/wire/Watching.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <utility>

namespace bascule {

namespace {

constexpr std::chrono::milliseconds kSettle{500}; // what comes in bursts is synced together
constexpr int kLookMs = 2000;                     // so often a watch is asked anew
constexpr std::chrono::minutes kBetweenWalks{1};  // where nothing tells of changes
constexpr const char* kFewSessions = "watch.few-sessions";
constexpr const char* kFirst = "first"; // the reason of the first walk, which is none

/// Two tokens as one.
class Either
{
public:
    Either(const std::stop_token& one, const std::stop_token& other)
        : m_one(one, [this] { m_source.request_stop(); })
        , m_other(other, [this] { m_source.request_stop(); })
    {
    }
    std::stop_token token() const { return m_source.get_token(); }

private:
    std::stop_source m_source;
    std::stop_callback<std::function<void()>> m_one, m_other;
};

} // namespace

Result<std::unique_ptr<engine::Watch>> watchPlace(const HostPath& place, const std::stop_token& stop)
{
    if (place.isHere())
        return engine::Watch::start(place.path, stop);
    auto helper = place.host->helper(stop);
    if (!helper)
        return helper.error();
    return engine::wire::RemoteWatch::start(std::move(*helper), place.path, stop);
}

Result<engine::SyncReport> syncChanges(const HostPath& source, const HostPath& target, engine::SyncOptions options,
                                       engine::Changes& changes, const std::function<engine::Counters&()>& counters,
                                       const std::stop_token& stop, const TransferWatch& watch)
{
    const auto once = [&] {
        options.changes = changes;
        return syncPlaces(source, target, options, counters(), stop, {}, watch);
    };
    auto report = once();
    if (report || report.error().code != "sync.needs-walk")
        return report;
    changes.addEverything(report.error().code);
    return once();
}

engine::Changes leftOutOf(const engine::SyncReport& report)
{
    engine::Changes left;
    for (const engine::SkippedItem& item : report.skipped)
        left.add(item.path, true);
    if (report.skippedTotal > static_cast<std::int64_t>(report.skipped.size()))
        left.addEverything("watch.too-many");
    return left;
}

WatchedSync::WatchedSync(HostPath source, HostPath target, engine::SyncOptions options, TransferWatch transfer,
                         Hooks hooks)
    : m_source(std::move(source))
    , m_target(std::move(target))
    , m_options(std::move(options))
    , m_transfer(std::move(transfer))
    , m_hooks(std::move(hooks))
{
}

Result<WatchedReport> WatchedSync::run(const std::stop_token& finish, const std::stop_token& stop)
{
    // Before the first sync looks at anything, so that nothing is missed between the two.
    if (const auto watching = watchAnew(stop); !watching)
        return watching.error();
    m_due.addEverything(kFirst);
    for (;;) {
        // Asked before the changes are: what follows is the last sync only if it began after that.
        const bool last = finish.stop_requested();
        m_due.add(m_watch->take());
        if (m_due.isEverything() && m_due.why().starts_with("link.") && !stop.stop_requested()) {
            if (const auto watching = watchAnew(stop); !watching)
                return watching.error();
        }
        if (!m_due.isEmpty() || (last && !m_again.isEmpty())) {
            if (const auto done = pass(stop); !done)
                return done.error();
        }
        if (last || m_report.total.cancelled)
            return m_report;
        awaitChange(finish, stop);
        if (stop.stop_requested()) {
            m_report.total.cancelled = true;
            return m_report;
        }
    }
}

Result<void> WatchedSync::watchAnew(const std::stop_token& stop)
{
    m_watch.reset();
    auto watch = watchPlace(m_source, stop);
    if (!watch)
        return watch.error();
    keep(std::move(*watch));
    return {};
}

void WatchedSync::keep(std::unique_ptr<engine::Watch> watch)
{
    m_watch = std::move(watch);
    m_report.watchedBy = m_watch->way();
    m_report.why = QString::fromStdString(m_watch->why());
}

Result<void> WatchedSync::pass(const std::stop_token& stop)
{
    m_due.add(std::exchange(m_again, {}));
    engine::Changes changes = std::exchange(m_due, {});
    const auto once = [&] {
        return syncChanges(m_source, m_target, m_options, changes, m_hooks.counters, stop, m_transfer);
    };
    auto report = once();
    if (!report && report.error().code == "ssh.too-many-sessions" && m_watch->way() != engine::WatchWay::Walk) {
        // The watch has a session that the transfer needs. What it would have told is lost with it.
        keep(engine::Watch::none(kFewSessions));
        changes.addEverything(kFewSessions);
        report = once();
    }
    if (!report)
        return report.error();
    if (changes.isEverything() && changes.why() != kFirst) {
        const std::string& code = changes.why();
        const QString why = QString::fromStdString(code.starts_with("link.") ? "watch.link-lost" : code);
        if (!m_report.walkReasons.contains(why))
            m_report.walkReasons.append(why);
    }
    add(*report, changes.isEverything());
    return {};
}

void WatchedSync::add(const engine::SyncReport& report, bool walked)
{
    engine::SyncReport sum = report;
    const engine::SyncReport& before = m_report.total;
    if (!walked) {
        sum.files = before.files;
        sum.entries = before.entries;
        sum.bytes = before.bytes;
        sum.unchanged = before.unchanged;
        sum.owners = before.owners;
        for (const engine::OwnerMapping& owner : report.owners) { // such as came with a change
            const bool known = std::any_of(sum.owners.begin(), sum.owners.end(), [&](const auto& one) {
                return one.group == owner.group && one.from == owner.from;
            });
            if (!known)
                sum.owners.push_back(owner);
        }
    }
    sum.transferred += before.transferred;
    sum.created += before.created;
    sum.replaced += before.replaced;
    sum.metadataOnly += before.metadataOnly;
    sum.deleted += before.deleted;
    sum.seconds += before.seconds;
    m_report.total = std::move(sum);
    m_report.lastSeconds = report.seconds;
    ++m_report.passes;
    m_report.walks += walked ? 1 : 0;
    m_again.add(leftOutOf(report));
}

/// Until something has changed, and a little longer; or until the end is asked for.
void WatchedSync::awaitChange(const std::stop_token& finish, const std::stop_token& stop)
{
    const Either either(finish, stop);
    m_hooks.waiting();
    if (m_watch->way() == engine::WatchWay::Walk)
        return engine::pauseFor(kBetweenWalks, either.token());
    while (!either.token().stop_requested() && !m_watch->wait(kLookMs, either.token())) {
    }
    engine::pauseFor(kSettle, either.token());
}

} // namespace bascule
