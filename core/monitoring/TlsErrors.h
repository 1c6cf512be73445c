// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside of the room: what TLS refuses, as codes, and how strictly we ask.
#include "core/monitoring/Probes.h"

#include <QSslConfiguration>
#include <QSslError>

namespace bascule::monitoring {

/// VerifyPeer, TLS 1.2 or later; the param "caFile" adds the certificates of an authority of one's own. Error:
/// "check.ca-unreadable".
Result<QSslConfiguration> tlsConfiguration(const QJsonObject& params);

/// Down, with "check.tls-expired", "check.tls-other-name" or "check.tls-untrusted"; the worst of what was found.
ProbeOutcome tlsRefused(const QList<QSslError>& errors, const QString& host);

} // namespace bascule::monitoring
