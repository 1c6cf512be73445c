// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Base.h"

#include <stop_token>
#include <vector>

namespace bascule::reaching {

/// An address of a host.
struct Place
{
    QString text; ///< "10.0.0.7", "2001:db8::7"
    int family = 0;
};

/// What a name stands for. "ssh.unresolvable", "cancelled". Blocks; gives up within a moment of a stop, the system's
/// resolver then ends on its own.
Result<std::vector<Place>> resolve(const QString& host, std::stop_token stop);

struct Greeting
{
    QString software; ///< "OpenSSH_9.2p1 Debian-2"
    qint64 ms = 0;
};

/// Connects to the first place that takes it and reads the server's first line. "ssh.refused", "ssh.timeout",
/// "ssh.unreachable", "ssh.closed", "ssh.not-ssh", "cancelled".
Result<Greeting> greet(const std::vector<Place>& places, int port, const QString& subject, int timeoutMs,
                       std::stop_token stop);

} // namespace bascule::reaching
