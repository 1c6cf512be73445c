// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hosts/SshConnection.h"
#include "core/project/Checkpoint.h"

#include <functional>

namespace bascule {

/// What is tried when a server over SSH is tested, in this order. To add one: its place here, its name in the list
/// below, its words in tables/Hosts.cpp ("connection.NAME", "connection.NAME-ok"), and its function in the test.
enum class ConnectionStep { Resolve, Connect, HostKey, Authentication, Shell, Architecture, Sudo, Helper, FreeSpace };
enum class ConnectionState { Passed, Failed, NotTried };

template <>
struct EnumNames<ConnectionStep>
{
    static constexpr std::array names{"resolve",      "connect", "host-key", "authentication", "shell",
                                      "architecture", "sudo",    "helper",   "free-space"};
};
template <>
struct EnumNames<ConnectionState>
{
    static constexpr std::array names{"passed", "failed", "not-tried"};
};

/// One line of the test.
struct ConnectionLine
{
    ConnectionStep step = ConnectionStep::Resolve;
    ConnectionState state = ConnectionState::NotTried;
    Item outcome;               ///< of one that passed: what was found ("connection.resolve-ok", its params)
    std::optional<Error> error; ///< of one that failed
};

struct ConnectionReport
{
    std::vector<ConnectionLine> lines;
    bool ok = false;
    std::optional<Error> error; ///< of the first line that failed
    qint64 bytesFree = 0, bytesTotal = 0, inodesFree = 0;
    bool readOnly = false;
    std::optional<Error> stopped; ///< "cancelled", when the test did not come to its end

    QJsonArray linesJson() const;
};

/// Tries to reach a server over SSH and to work there, line by line; blocks on a job's thread. What comes after a line
/// that makes the rest pointless is NotTried. `told` hears of every line that is settled. `fresh`: connects anew even
/// where a connection is up. Reads only.
ConnectionReport testConnection(const Server& server, SshConnections& connections, bool fresh, std::stop_token stop,
                                const std::function<void(const ConnectionLine&)>& told = {});

/// An error as the evidence and --json have it: code, subject, params; never the raw detail.
QJsonObject errorJson(const Error& error);

} // namespace bascule
