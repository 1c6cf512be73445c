// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/OnThisMachine.h"

#include <algorithm>

namespace bascule {

Result<void> onThisMachine(const Server& server)
{
    if (server.kind == ServerKind::Local)
        return {};
    return makeError("server.ssh-later", server.name, {{"address", server.address.toStdString()}});
}

Result<void> onThisMachine(const Snapshot& snapshot, std::initializer_list<ServerRole> roles)
{
    for (const Server& server : snapshot.servers) {
        if (std::find(roles.begin(), roles.end(), server.role) == roles.end())
            continue;
        if (auto here = onThisMachine(server); !here)
            return here;
    }
    return {};
}

} // namespace bascule
