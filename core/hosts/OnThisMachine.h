// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/Snapshot.h"

#include <initializer_list>

namespace bascule {

/// What cannot be done on another machine yet asks this first, before it does anything: "server.ssh-later" for a server
/// over SSH, whose root is a folder there and none of ours.
Result<void> onThisMachine(const Server& server);
/// The same of the servers with these roles, as far as there are some.
Result<void> onThisMachine(const Snapshot& snapshot, std::initializer_list<ServerRole> roles);

} // namespace bascule
