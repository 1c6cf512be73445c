// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/KeptWatches.h"

#include "core/hosts/WatchedSync.h"

#include <algorithm>
#include <utility>

namespace bascule {

namespace {
constexpr std::ptrdiff_t kMostOfAServer = 4; // sessions that watches have; sshd lets in ten unless told otherwise
}

struct KeptWatches::Kept
{
    QString server;         ///< name; empty: this machine
    bool isWatched = false; ///< guarded by m_mutex
    std::stop_source stop;  ///< of what the watch waits for, whichever job asks
    std::unique_ptr<engine::Watch> watch;
    std::string likeness;
    engine::Changes due; ///< told of, and not synced
};

KeptWatches::Pass KeptWatches::begin(const HostPath& source, const HostPath& target, const std::string& likeness,
                                     const std::stop_token& stop)
{
    const std::string key = source.shown().toStdString() + '\0' + target.shown().toStdString();
    Pass pass;
    {
        const std::lock_guard lock(m_mutex);
        const QString server = source.isHere() ? QString() : source.at().name();
        const auto holdsSession = [&](const auto& one) {
            return one.second->isWatched && one.second->server == server && one.first != key;
        };
        if (!source.isHere() && (m_refused.contains(server) ||
                                 std::count_if(m_kept.begin(), m_kept.end(), holdsSession) >= kMostOfAServer)) {
            pass.changes.addEverything("watch.few-sessions");
            pass.why = "watch.few-sessions";
            return pass;
        }
        std::shared_ptr<Kept>& kept = m_kept[key];
        if (!kept)
            kept = std::make_shared<Kept>();
        kept->server = server;
        pass.kept = kept;
    }
    Kept& kept = *pass.kept;
    if (kept.stop.stop_requested())
        kept.stop = {};
    const std::stop_callback forward(stop, [&kept] { kept.stop.request_stop(); });
    if (kept.watch)
        kept.due.add(kept.watch->take());
    if (kept.watch && kept.likeness != likeness)
        kept.due.addEverything("watch.other-sync");
    const bool isLost =
        kept.due.isEverything() && (kept.due.why().starts_with("link.") || kept.due.why() == "call.cancelled");
    if (!kept.watch || isLost) {
        kept.watch.reset();
        // Before the sync looks at anything, so that nothing is missed between the two.
        auto watch = watchPlace(source, kept.stop.get_token());
        if (watch)
            kept.watch = std::move(*watch);
        kept.due = {};
        kept.due.addEverything(isLost ? "watch.link-lost" : !watch ? watch.error().code : "watch.first");
    }
    pass.changes = kept.due;
    if (kept.watch) {
        pass.way = kept.watch->way();
        pass.why = kept.watch->why();
    }
    if (pass.way == engine::WatchWay::Walk)
        kept.watch.reset(); // nothing is told of, so nothing is to be kept
    const std::lock_guard lock(m_mutex);
    kept.isWatched = kept.watch != nullptr;
    return pass;
}

void KeptWatches::succeeded(const Pass& pass, const engine::SyncReport& report, const std::string& likeness)
{
    if (!pass.kept)
        return;
    pass.kept->due = leftOutOf(report);
    pass.kept->likeness = likeness;
}

void KeptWatches::giveUp(const HostPath& source)
{
    std::map<std::string, std::shared_ptr<Kept>> ended;
    const std::lock_guard lock(m_mutex);
    m_refused.insert(source.at().name());
    ended.swap(m_kept);
}

void KeptWatches::forget()
{
    std::map<std::string, std::shared_ptr<Kept>> ended;
    const std::lock_guard lock(m_mutex);
    ended.swap(m_kept);
}

} // namespace bascule
