// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hosts/Host.h"

#include <memory>
#include <mutex>
#include <stop_token>

namespace bascule {

/// Which stop ends what a run asks of its hosts without a token of its own: the job's while it goes forward, none while
/// something is brought to its end or taken back whatever anybody wants. Shared by a run and its hosts; any thread.
class StopSwitch
{
public:
    explicit StopSwitch(std::stop_token stop = {})
        : m_stop(std::move(stop))
    {
    }
    std::stop_token token() const
    {
        const std::lock_guard lock(m_mutex);
        return m_stop;
    }
    /// For what is asked from now on.
    void set(std::stop_token stop)
    {
        const std::lock_guard lock(m_mutex);
        m_stop = std::move(stop);
    }

private:
    mutable std::mutex m_mutex;
    std::stop_token m_stop;
};

/// hostFor() of a run, which may be asked to stop and then still has things to put back.
Result<HostPtr> hostFor(const Server& server, SshConnections* connections, std::shared_ptr<const StopSwitch> asking);

} // namespace bascule
