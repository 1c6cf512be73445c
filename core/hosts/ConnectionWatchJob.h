// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hosts/SshConnection.h"
#include "core/jobs/Job.h"

namespace bascule {

/// Looks whether the connection to a server still carries anything, and makes it anew when not. Meant for the
/// background: asks what the connections' prompter answers, so give it one that makes nothing come up; leaves no
/// evidence, and a server that cannot be reached is no failure of the job. facts: server, ok, again (it was gone and is
/// back), error. good: it is up.
class ConnectionWatchJob final : public Job
{
public:
    ConnectionWatchJob(Server server, std::shared_ptr<SshConnections> connections)
        : m_server(std::move(server))
        , m_connections(std::move(connections))
    {
    }
    Item title() const override;
    bool background() const override { return true; }
    Outcome run(JobContext& context) override;

private:
    Server m_server;
    std::shared_ptr<SshConnections> m_connections;
};

} // namespace bascule
