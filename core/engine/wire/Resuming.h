// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/wire/Transfer.h"

#include <chrono>
#include <memory>

namespace bascule::engine::wire {

/// A folder that a transfer goes from or into, and the way to its server.
struct ReachableEnd
{
    /// Makes the connection, and makes it again when it was lost; none: the folder is on this machine. It is called in
    /// the thread of the transfer. The helper may be one that the caller has already and keeps; one that is broken()
    /// is given up. It honours its stop within 2 seconds.
    std::function<Result<std::shared_ptr<Helper>>(std::stop_token)> connect;
    std::string path;
    std::string name; ///< what it is called in errors
};

/// Whether an error of a connection may be another one, or none, a while later: a link that is lost, a server that does
/// not answer; not a wrong password or host key.
bool mayPass(const Error& error);

/// For how long a lost connection is made again.
struct Patience
{
    std::chrono::milliseconds withoutProgress = std::chrono::minutes(10); ///< then the last error is the result
    std::chrono::milliseconds firstWait = std::chrono::seconds(1);        ///< the first retry does not wait
    std::chrono::milliseconds longestWait = std::chrono::seconds(30);     ///< each wait is twice the one before
    std::function<bool(const Error&)> passes = mayPass;                   ///< which errors are worth a retry
};

/// transfer() over links that may be lost: it then connects again and goes on, until all is there, the patience is at
/// its end, or an error comes that a retry does not mend. What hangs at the servers of an earlier attempt is ended
/// first, so that nothing works against the new one. Blocks; honours its stop within 2 seconds.
///
/// `onReconnect` is told before each retry, in the calling thread: "transfer.reconnecting" with the subject that the
/// error had and the params attempt (the number of the one that comes: 2, 3, …), seconds (how long is waited
/// before it) and cause (a code); detail is the error's.
///
/// The report adds up what the attempts put in place (where the target is a server, what it did in the last moments
/// before its link was lost is not known here, and not counted); what was skipped, and whether all is verified, is the
/// last attempt's. Counters never go back. An error of the first connection is returned at once.
///
/// `once` is what one attempt does, transfer() unless given.
using Attempt = std::function<Result<SyncReport>(const TreeEnd& source, const TreeEnd& target,
                                                 const SyncOptions& options, Counters& counters, std::stop_token stop,
                                                 const std::function<void(const SyncAction&)>& onAction)>;
Result<SyncReport> transferWithRetries(const ReachableEnd& source, const ReachableEnd& target,
                                       const SyncOptions& options, const Patience& patience, Counters& counters,
                                       std::stop_token stop,
                                       const std::function<void(const SyncAction&)>& onAction = {},
                                       const std::function<void(const Error&)>& onReconnect = {},
                                       const Attempt& once = {});

} // namespace bascule::engine::wire
