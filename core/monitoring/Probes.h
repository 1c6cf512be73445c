// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside of the room: the kinds of checks there are, and what they share.
#include "core/monitoring/Probe.h"

#include <QElapsedTimer>

namespace bascule::monitoring {

const Probe& fileProbe();
const Probe& treeProbe();
const Probe& linkProbe();
const Probe& sqliteProbe();
const Probe& tcpProbe();
const Probe& dnsProbe();
const Probe& httpProbe();
const Probe& tlsProbe();

inline double milliseconds(const QElapsedTimer& timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

inline ProbeOutcome outcome(CheckState state, const char* code, QJsonObject params = {}, double ms = 0)
{
    return {state, ms, QString::fromLatin1(code), std::move(params)};
}

/// What an error of the file system or of SQLite says about the thing looked at: gone and broken is Down, what we may
/// not see is Unknown.
ProbeOutcome outcomeOf(const Error& error, const QString& shown);

/// The place of the param "path", which is relative to the check's asset; empty is the asset itself.
HostPath pathOf(const QJsonObject& params, const ProbeContext& context);

/// "check.param-missing" (params name) unless the param is there and not empty.
Result<void> needs(const QJsonObject& params, const char* name);
/// Host and port of a network check: "check.param-missing", "check.bad-host", "check.bad-port".
Result<void> needsHostPort(const QJsonObject& params, int defaultPort = 0);

} // namespace bascule::monitoring
