// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hosts/Host.h"
#include "core/project/Snapshot.h"

#include <span>
#include <stop_token>
#include <string>

namespace bascule {

/// What one look at something found. `Unknown` says that we could not look (no uplink of our own, no permission,
/// stopped), which is not the same as `Down`.
struct ProbeOutcome
{
    CheckState state = CheckState::Unknown;
    double ms = 0; ///< how long the thing itself took to answer
    QString code;  ///< "check.file-ok", … for the catalogue
    QJsonObject params;
};

/// Where a check looks. Paths are absolute bytes.
struct ProbeContext
{
    std::string root;       ///< of the server that serves now
    std::string assetPath;  ///< of the check's asset on it; the root when the check has no asset
    std::string switchLink; ///< what users go through; may be empty
    QString server;         ///< its name, for outcomes
    int timeoutMs = 5000;   ///< for what waits on a network
    std::stop_token stop;
    QDateTime now;
    HostPtr host = {};     ///< of the server that serves now; null: this machine
    HostPtr linkHost = {}; ///< where the switch link is; null: this machine
};

/// One kind of check. Stateless: run() may be called from several threads at once, none of them the GUI thread; it
/// blocks, at most timeoutMs for a network, and gives up within 2 s of a stop (state Unknown, code "check.stopped").
class Probe
{
public:
    virtual ~Probe() = default;
    virtual QString kind() const = 0;
    /// What is wrong with a check's params before it is saved: "check.param-missing" (params name), …
    virtual Result<void> validate(const QJsonObject& params) const = 0;
    virtual ProbeOutcome run(const QJsonObject& params, const ProbeContext& context) const = 0;
};

/// All kinds. To add one: derive from Probe in a file of its own, list it in Registry.cpp, give its codes words in
/// core/text/tables/Monitoring.cpp, and test it.
std::span<const Probe* const> probes();
/// Null for an unknown kind.
const Probe* probeFor(const QString& kind);

/// The server that serves users at that state of the migration: the target once cut over, the source otherwise; null
/// when there is none.
const Server* activeServer(const Snapshot& snapshot);

/// The place a check looks at on `server`. An asset lies at its destination on a target.
ProbeContext probeContext(const Snapshot& snapshot, const Check& check, const Server& server, const QDateTime& now,
                          std::stop_token stop);

/// Runs a check on a server and says how it is doing, compared with its baseline when it has one: Degraded
/// ("check.slow", params ms, p95Ms) when it took over three times the baseline's P95 and over 50 ms more.
/// A server over SSH is asked over `connections`; what cannot be asked is Unknown.
ProbeOutcome runCheck(const Snapshot& snapshot, const Check& check, const Server& server, const QDateTime& now,
                      std::stop_token stop, SshConnections* connections = nullptr);

/// The comparison alone. Pure.
ProbeOutcome judge(ProbeOutcome outcome, const QJsonObject& baseline);

} // namespace bascule
