// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Sync.h"
#include "core/engine/wire/Message.h"
#include "core/engine/wire/RemoteSource.h"

namespace bascule::engine::wire {

class FrameWriter;
class Helper;

/// A folder, on a server when `helper` is set, else on this machine. `name` is what it is called in errors.
/// Two ends on servers have a helper each, also on one and the same server.
struct TreeEnd
{
    Helper* helper = nullptr;
    std::string path;
    std::string name;
};

/// sync() where one end or both are on servers. Between two servers everything goes through this machine. Errors: those
/// of sync() and of the links.
Result<SyncReport> transfer(const TreeEnd& source, const TreeEnd& target, const SyncOptions& options,
                            Counters& counters, std::stop_token stop,
                            const std::function<void(const SyncAction&)>& onAction = {});

/// The call "receive", and the run of it (or of one that is answered alike) by a helper: what comes of Progress,
/// Skipped and Actions frames goes to the counters, the report, the options' sink and `onAction`; `ask` gets the
/// questions for the source. Without it the helper finds its source by itself, and is told of a `pace` that changes.
Message receiveCall(const std::string& path, const std::string& sourceName, const SyncOptions& options, bool actions);
Result<SyncReport> receivedBy(Helper& target, const Message& call, const SyncOptions& options, Counters& counters,
                              const std::stop_token& stop, const std::function<void(const SyncAction&)>& onAction,
                              const std::function<Result<void>(const Frame&)>& ask = {},
                              const std::shared_ptr<Pace>& pace = {});

/// The helper's side of such a call: runs `run` and tells of it.
using ReceivingRun =
    std::function<Result<SyncReport>(const SyncOptions&, Counters&, const std::function<void(const SyncAction&)>&)>;
Result<Message> receiveThrough(const Message& call, FrameWriter& writer, const ReceivingRun& run);

/// The helper's side of a transfer into a folder of its server: the call "receive". Sends Progress, Skipped, Owners
/// and, when asked for, Actions frames.
Result<Message> receive(const Message& call, RemoteSource& source, FrameWriter& writer, const std::stop_token& stop);

} // namespace bascule::engine::wire
