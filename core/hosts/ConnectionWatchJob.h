// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hosts/SshConnection.h"
#include "core/jobs/Job.h"

namespace bascule {

/// Looks whether the connection to a server still carries anything, and makes it anew when not. Meant for the
/// background: asks what the connections' prompter answers, so give it one that makes nothing come up; leaves no
/// evidence, and a server that cannot be reached is no failure of the job. facts: server, ok, again (it was gone and is
/// back), error (if it was tried). good: it is up.
class ConnectionWatchJob final : public Job
{
public:
    /// What it does about a connection that is gone: makes it anew, or leaves that to somebody else.
    enum class When { Gone, Never };
    ConnectionWatchJob(Server server, std::shared_ptr<SshConnections> connections, When connect = When::Gone)
        : m_server(std::move(server))
        , m_connections(std::move(connections))
        , m_connect(connect)
    {
    }
    Item title() const override;
    bool background() const override { return true; }
    Outcome run(JobContext& context) override;

private:
    Server m_server;
    std::shared_ptr<SshConnections> m_connections;
    When m_connect;
};

} // namespace bascule
