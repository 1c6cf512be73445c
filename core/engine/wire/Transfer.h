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

/// The helper's side of a transfer into a folder of its server: the call "receive". Sends Progress, Skipped and, when
/// asked for, Actions frames.
Result<Message> receive(const Message& call, RemoteSource& source, FrameWriter& writer, const std::stop_token& stop);

} // namespace bascule::engine::wire
