// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside of the room: waiting for the network on a worker thread.
#include "core/monitoring/Probes.h"

#include <QEventLoop>
#include <QHostAddress>

#include <optional>

namespace bascule::monitoring {

/// An event loop of a worker thread that ends when quit() is called, when the time is over or when the job is stopped.
/// Never used on the GUI thread.
class NetworkWait
{
public:
    NetworkWait(int timeoutMs, std::stop_token stop);
    enum class End { Done, TimedOut, Stopped };
    /// Returns at once when done() was called before. May be called again; the time goes on.
    End wait();
    void done();
    QObject* context() { return &m_loop; }
    double ms() const { return milliseconds(m_timer); }

private:
    QEventLoop m_loop;
    QElapsedTimer m_timer;
    int m_timeoutMs;
    std::stop_token m_stop;
    bool m_done = false;
};

/// True when the host is this machine, or a network interface other than the loopback is up: else what does not answer
/// says nothing about the server.
bool canReach(const QString& host);

/// Looks a name up when it is no address. An outcome: why not ("check.name-unknown", Down; "check.no-resolver" and
/// "check.no-uplink", Unknown; "check.no-answer", Unknown; "check.stopped").
std::optional<ProbeOutcome> cannotResolve(const QString& host, const ProbeContext& context);

/// "check.no-answer", or Unknown when we cannot reach anything ourselves.
ProbeOutcome noAnswer(const QString& host, int port, const ProbeContext& context);

} // namespace bascule::monitoring
