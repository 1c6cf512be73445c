// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Watch.h"
#include "core/hosts/Host.h"

#include <QStringList>

#include <functional>

namespace bascule {

template <>
struct EnumNames<engine::WatchWay>
{
    static constexpr std::array names{"file-system", "folders", "walk"};
};

/// A watch on a place, there where it is. "helper.…", "path.…" and the codes of the link.
Result<std::unique_ptr<engine::Watch>> watchPlace(const HostPath& place, const std::stop_token& stop);

/// syncPlaces() of what changed; where that cannot be followed ("sync.needs-walk"), of everything, which `changes` says
/// then. `counters`: for each attempt.
Result<engine::SyncReport> syncChanges(const HostPath& source, const HostPath& target, engine::SyncOptions options,
                                       engine::Changes& changes, const std::function<engine::Counters&()>& counters,
                                       const std::stop_token& stop, const TransferWatch& watch);
/// What such a sync left out, to be looked at again by the next one.
engine::Changes leftOutOf(const engine::SyncReport& report);

/// What came of keeping a target equal to a source while that changes.
struct WatchedReport
{
    engine::SyncReport total; ///< counts are sums; files, entries and bytes are of the last walk
    double lastSeconds = 0;   ///< of the last sync
    std::int64_t passes = 0;  ///< syncs
    std::int64_t walks = 0;   ///< syncs that looked at everything
    QStringList walkReasons;  ///< codes, each once; that of the first one is none
    engine::WatchWay watchedBy = engine::WatchWay::Walk;
    QString why; ///< a code: why there is no better way
};

/// Syncs once, then again whenever something has changed, and once more when it is told to finish: that last sync costs
/// what changed, not what exists. What a watch could have missed makes a sync look at everything.
class WatchedSync
{
public:
    struct Hooks
    {
        std::function<void()> waiting;               ///< in sync; changes are awaited
        std::function<engine::Counters&()> counters; ///< for the next sync
    };

    WatchedSync(HostPath source, HostPath target, engine::SyncOptions options, TransferWatch transfer, Hooks hooks);
    /// Blocks until `finish` (one last sync, then the answer) or `stop` (within 2 seconds; total.cancelled). Errors as
    /// syncPlaces() and watchPlace(): what was synced by then is good.
    Result<WatchedReport> run(const std::stop_token& finish, const std::stop_token& stop);

private:
    Result<void> watchAnew(const std::stop_token& stop);
    void keep(std::unique_ptr<engine::Watch> watch);
    Result<void> pass(const std::stop_token& stop);
    void add(const engine::SyncReport& report, bool walked);
    void awaitChange(const std::stop_token& finish, const std::stop_token& stop);

    const HostPath m_source, m_target;
    engine::SyncOptions m_options;
    const TransferWatch m_transfer;
    const Hooks m_hooks;
    std::unique_ptr<engine::Watch> m_watch;
    engine::Changes m_due;   ///< told of, and not synced
    engine::Changes m_again; ///< what the last sync could not keep
    WatchedReport m_report;
};

} // namespace bascule
