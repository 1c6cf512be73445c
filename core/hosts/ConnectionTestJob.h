// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hosts/ConnectionTest.h"
#include "core/jobs/Job.h"

namespace bascule {

/// Tests the connection to one server over SSH (see testConnection()). With an id it leaves a line of evidence
/// "server.checked"; a server that is not in the project yet (id 0) is only tried. facts: server, ok, error, lines and
/// what of bytesFree, bytesTotal, inodesFree, readOnly could be seen. good: every line passed.
class ConnectionTestJob final : public Job
{
public:
    ConnectionTestJob(Server server, std::shared_ptr<SshConnections> connections);
    Item title() const override;
    Outcome run(JobContext& context) override;

private:
    Server m_server;
    std::shared_ptr<SshConnections> m_connections;
};

/// The test as the evidence "server.checked" has it; nothing when it was cancelled.
std::optional<QJsonObject> checkOverSsh(const Server& server, SshConnections& connections, bool fresh,
                                        Progress& progress, std::stop_token stop);

} // namespace bascule
