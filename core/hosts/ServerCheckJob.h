// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"
#include "core/project/Snapshot.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

#include <memory>
#include <vector>

namespace bascule {

class SshConnections;

/// Looks whether the folders of servers are there, can be read (and written, for a target or test environment) and how
/// much room they have. One line of evidence "server.checked" a server: subject its name, data server, ok, error, and
/// when it could be reached bytesFree, bytesTotal, inodesFree, readOnly. A server over SSH is
/// reached as ConnectionTestJob does, with its lines and address in the data. good: all are usable.
class ServerCheckJob final : public Job
{
public:
    static constexpr auto kEvidence = "server.checked";

    /// Empty: all servers.
    explicit ServerCheckJob(std::vector<Id> servers = {}, std::shared_ptr<SshConnections> connections = {})
        : m_servers(std::move(servers))
        , m_connections(std::move(connections))
    {
    }
    Item title() const override;
    Outcome run(JobContext& context) override;

private:
    std::vector<Id> m_servers;
    std::shared_ptr<SshConnections> m_connections;
};

/// What the last look at a server said.
struct ServerTest
{
    bool known = false, good = false, readOnly = false;
    qint64 bytesFree = 0, bytesTotal = 0;
    QJsonObject error;
    QJsonArray lines; ///< of the connection test of a server over SSH
    QDateTime at;
};
/// From the ledger; nothing is known of a server whose address is another one now.
ServerTest lastTest(const Snapshot& snapshot, const Server& server);

} // namespace bascule
