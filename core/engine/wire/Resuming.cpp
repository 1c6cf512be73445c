// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wire/Resuming.h"

#include "core/engine/wire/Helper.h"

#include <algorithm>
#include <condition_variable>
#include <limits>
#include <mutex>
#include <thread>

namespace bascule::engine::wire {

namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kLookEvery = std::chrono::milliseconds(100);

/// What attempts put in place.
struct Done
{
    std::int64_t transferred = 0, created = 0, replaced = 0, metadataOnly = 0, deleted = 0;

    void add(const Counters& counters)
    {
        transferred += counters.transferred;
        created += counters.created;
        replaced += counters.replaced;
        metadataOnly += counters.metadataOnly;
        deleted += counters.deleted;
    }
    void addTo(SyncReport& report) const
    {
        report.transferred += transferred;
        report.created += created;
        report.replaced += replaced;
        report.metadataOnly += metadataOnly;
        report.deleted += deleted;
        // The last attempt found there what the earlier ones made.
        report.unchanged = std::max<std::int64_t>(0, report.unchanged - created - replaced);
    }
};

/// Tells the caller's counters, while it lives, what an attempt's say, on top of what was done before.
class Following
{
public:
    Following(const Counters& attempt, const Done& before, Counters& shown)
        : m_attempt(attempt)
        , m_before(before)
        , m_shown(shown)
        , m_thread([this](const std::stop_token& stop) {
            std::unique_lock lock(m_mutex);
            while (!m_wake.wait_for(lock, stop, kLookEvery, [] { return false; }) && !stop.stop_requested())
                follow();
        })
    {
    }
    ~Following()
    {
        m_thread.request_stop();
        m_thread.join();
        follow();
    }
    Following(const Following&) = delete;
    Following& operator=(const Following&) = delete;

private:
    void follow()
    {
        const auto raise = [](std::atomic<std::int64_t>& shown, std::int64_t value) {
            if (value > shown)
                shown = value;
        };
        // What is done first: it is never more than the total.
        const std::int64_t itemsDone = m_attempt.itemsDone;
        const std::int64_t bytesDone = m_before.transferred + m_attempt.bytesDone;
        raise(m_shown.itemsTotal, m_attempt.itemsTotal);
        raise(m_shown.bytesTotal, m_before.transferred + m_attempt.bytesTotal);
        raise(m_shown.itemsDone, std::min(itemsDone, m_shown.itemsTotal.load()));
        raise(m_shown.bytesDone, std::min(bytesDone, m_shown.bytesTotal.load()));
        raise(m_shown.transferred, m_before.transferred + m_attempt.transferred);
        raise(m_shown.created, m_before.created + m_attempt.created);
        raise(m_shown.replaced, m_before.replaced + m_attempt.replaced);
        raise(m_shown.metadataOnly, m_before.metadataOnly + m_attempt.metadataOnly);
        raise(m_shown.deleted, m_before.deleted + m_attempt.deleted);
        m_shown.phase = m_attempt.phase.load();
        m_shown.totalsKnown = m_attempt.totalsKnown.load();
    }

    const Counters& m_attempt;
    const Done m_before;
    Counters& m_shown;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::jthread m_thread;
};

/// One end with its connection, made anew as often as it takes.
class Connection
{
public:
    explicit Connection(const ReachableEnd& end)
        : m_end(end)
    {
    }
    TreeEnd tree() const { return {m_helper.get(), m_end.path, m_end.name}; }
    bool wasMade() const { return m_made; }

    Result<void> make(const std::stop_token& stop)
    {
        if (!m_end.connect || (m_helper && !m_helper->broken()))
            return {};
        giveUp();
        auto made = m_end.connect(stop);
        if (!made)
            return made.error();
        m_helper = std::move(*made);
        m_made = true;
        while (!m_earlier.empty()) {
            const auto& [pid, nonce] = m_earlier.back();
            // The caller may have kept it, alive as it is.
            if (nonce != m_helper->nonce()) {
                if (const auto ended = m_helper->endEarlier(pid, nonce, stop); !ended)
                    return ended.error();
            }
            m_earlier.pop_back();
        }
        return {};
    }

private:
    /// Lets go of what is lost, which may hang at the server.
    void giveUp()
    {
        if (m_helper)
            m_earlier.emplace_back(m_helper->pid(), m_helper->nonce());
        m_helper.reset();
    }

    const ReachableEnd& m_end;
    std::shared_ptr<Helper> m_helper;
    bool m_made = false;
    std::vector<std::pair<std::int64_t, std::string>> m_earlier;
};

/// One transfer with all its attempts.
class Retrying
{
public:
    Retrying(const ReachableEnd& source, const ReachableEnd& target, const Patience& patience, std::stop_token stop,
             const Attempt& once)
        : m_once(once ? once : transfer)
        , m_source(source)
        , m_target(target)
        , m_patience(patience)
        , m_stop(std::move(stop))
    {
    }

    Result<SyncReport> run(const SyncOptions& options, Counters& counters,
                           const std::function<void(const SyncAction&)>& onAction,
                           const std::function<void(const Error&)>& onReconnect)
    {
        for (std::int64_t number = 1;; ++number) {
            const bool isFirst = !m_source.wasMade() && !m_target.wasMade();
            auto report = attempt(options, counters, onAction);
            if (report && !report->cancelled)
                return whole(std::move(*report));
            if (m_stop.stop_requested())
                return cancelled(counters);
            const bool connected = m_connected;
            if (report || !m_patience.passes(report.error()) || (isFirst && !connected) ||
                Clock::now() - m_progressAt > m_patience.withoutProgress)
                return report;
            const std::chrono::milliseconds wait = nextWait();
            if (onReconnect)
                onReconnect(notice(report.error(), number + 1, wait));
            if (!pause(wait))
                return cancelled(counters);
        }
    }

private:
    Result<SyncReport> attempt(const SyncOptions& options, Counters& counters,
                               const std::function<void(const SyncAction&)>& onAction)
    {
        m_connected = false;
        for (Connection* one : {&m_source, &m_target}) {
            if (const auto made = one->make(m_stop); !made)
                return made.error();
        }
        m_connected = true;
        Counters mine;
        Result<SyncReport> report = Error{};
        {
            const Following following(mine, m_done, counters);
            report = m_once(m_source.tree(), m_target.tree(), options, mine, m_stop, onAction);
        }
        if (!report || report->cancelled)
            m_done.add(mine);
        noteProgress(mine);
        return report;
    }

    /// Less is missing than ever before. (What fails at the same place again and again makes none.)
    void noteProgress(const Counters& mine)
    {
        const std::int64_t missing =
            mine.totalsKnown ? mine.bytesTotal - mine.bytesDone : std::numeric_limits<std::int64_t>::max();
        if (mine.created + mine.replaced + mine.deleted > 0 || missing < m_leastMissing) {
            m_progressAt = Clock::now();
            m_failures = 0;
        }
        m_leastMissing = std::min(m_leastMissing, missing);
    }

    std::chrono::milliseconds nextWait()
    {
        const int failures = m_failures++;
        if (failures == 0)
            return std::chrono::milliseconds(0);
        return std::min(m_patience.longestWait, m_patience.firstWait * (std::int64_t{1} << std::min(failures - 1, 20)));
    }

    /// False when it is stopped meanwhile.
    bool pause(std::chrono::milliseconds wait)
    {
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any wake;
        wake.wait_for(lock, m_stop, wait, [] { return false; });
        return !m_stop.stop_requested();
    }

    static Error notice(const Error& cause, std::int64_t number, std::chrono::milliseconds wait)
    {
        Error error{"transfer.reconnecting", Severity::Transient, cause.subject, {}, cause.detail};
        error.params["attempt"] = number;
        error.params["seconds"] = std::int64_t{std::chrono::duration_cast<std::chrono::seconds>(wait).count()};
        error.params["cause"] = cause.code;
        return error;
    }

    SyncReport whole(SyncReport report) const
    {
        m_done.addTo(report);
        report.seconds = std::chrono::duration<double>(Clock::now() - m_begun).count();
        return report;
    }

    SyncReport cancelled(Counters& counters) const
    {
        SyncReport report;
        report.cancelled = true;
        counters.phase = Phase::Idle;
        return whole(std::move(report));
    }

    const Attempt m_once;
    Connection m_source, m_target;
    const Patience& m_patience;
    const std::stop_token m_stop;
    const Clock::time_point m_begun = Clock::now();
    Clock::time_point m_progressAt = m_begun;
    std::int64_t m_leastMissing = std::numeric_limits<std::int64_t>::max();
    int m_failures = 0;
    bool m_connected = false;
    Done m_done;
};

} // namespace

bool mayPass(const Error& error)
{
    if (error.code.starts_with("link."))
        return true;
    static const char* const codes[] = {
        "ssh.unresolvable", "ssh.refused",           "ssh.timeout",         "ssh.unreachable", "ssh.closed",
        "ssh.failed",       "ssh.too-many-sessions", "ssh.command-timeout", "ssh.no-shell",    "ssh.not-ssh",
        "helper.no-shell",  "helper.no-helper",      "helper.hangs"};
    return std::any_of(std::begin(codes), std::end(codes), [&](const char* code) { return error.code == code; });
}

Result<SyncReport> transferWithRetries(const ReachableEnd& source, const ReachableEnd& target,
                                       const SyncOptions& options, const Patience& patience, Counters& counters,
                                       std::stop_token stop, const std::function<void(const SyncAction&)>& onAction,
                                       const std::function<void(const Error&)>& onReconnect, const Attempt& once)
{
    return Retrying(source, target, patience, std::move(stop), once).run(options, counters, onAction, onReconnect);
}

} // namespace bascule::engine::wire
