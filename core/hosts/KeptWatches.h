// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Watch.h"
#include "core/hosts/Host.h"

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>

namespace bascule {

/// Watches on sources that outlive the job which began them, so that the next sync of the same two ends looks only at
/// what changed since: between a first copy and the cutover lie days. Kept with an open project; what they know is lost
/// with it, and then everything is looked at. Used by jobs on their threads, one at a time for the same two ends.
class KeptWatches
{
    struct Kept;

public:
    /// A sync that is about to begin.
    struct Pass
    {
        engine::Changes changes; ///< what it is to look at; "everything" with why
        engine::WatchWay way = engine::WatchWay::Walk;
        std::string why; ///< a code: why there is no better way
        std::shared_ptr<Kept> kept;
    };

    /// Asks the watch on `source`, or begins one. `likeness`: what else the outcome depends on (options, the target's
    /// identity): when it is not what it was last time, everything is looked at. That there can be no watch is no
    /// error: the way is Walk then. Of one server elsewhere a few folders are watched, as each takes a session. Blocks
    /// while one is set up; heeds the stop.
    Pass begin(const HostPath& source, const HostPath& target, const std::string& likeness,
               const std::stop_token& stop);
    /// The target has what the pass was to look at, but for what the report lists, and is like this now. Without this
    /// call all is due again.
    static void succeeded(const Pass& pass, const engine::SyncReport& report, const std::string& likeness);
    /// Ends the watches on the source's server and begins no more there: it lets in too few sessions at once.
    void giveUp(const HostPath& source);
    /// Ends all: what lies at a target was changed by something else than these syncs.
    void forget();

private:
    std::mutex m_mutex;
    std::map<std::string, std::shared_ptr<Kept>> m_kept; ///< by the two ends
    std::set<QString> m_refused;                         ///< names of servers
};

} // namespace bascule
