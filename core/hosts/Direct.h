// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/wire/Direct.h"
#include "core/hosts/Host.h"

namespace bascule {

/// A way from one server straight to another, open as long as this lives: a key made for it alone, which the source
/// takes from the target's address only and for one command only.
class DirectWay
{
public:
    /// Finds out whether the target's server reaches the source's, and opens the way. Blocks. Errors: "direct.no-ssh"
    /// (the target has no ssh), "direct.unreachable" (params tried), "direct.host-key-unknown", "direct.no-key" (none
    /// could be made here), those of admit(), of the links and "cancelled".
    static Result<std::unique_ptr<DirectWay>> open(const Host::Reach& source, engine::wire::Helper& sourceHelper,
                                                   engine::wire::Helper& targetHelper, std::stop_token stop);
    /// Takes the key away; the source's helper does so too when it ends.
    ~DirectWay();
    DirectWay(const DirectWay&) = delete;
    DirectWay& operator=(const DirectWay&) = delete;

    const engine::wire::Peer& peer() const { return m_peer; }

private:
    explicit DirectWay(engine::wire::Helper& source)
        : m_source(source)
    {
    }
    engine::wire::Helper& m_source;
    engine::wire::Peer m_peer;
    bool m_admitted = false;
};

} // namespace bascule
