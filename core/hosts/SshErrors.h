// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Base.h"

namespace bascule {

/// What ssh meant by what it wrote to stderr (LC_ALL=C) before it ended with 255. Codes "ssh.…"; `detail` is the raw
/// text without debug lines. "ssh.denied" has params methods (what the server would take). Pure.
Error sshError(const QByteArray& said, const QString& subject);

/// What sudo meant: "sudo.missing", "sudo.wrong-password", "sudo.not-allowed", "sudo.needs-terminal", "sudo.failed".
Error sudoError(const QByteArray& said, const QString& subject);

/// Without ssh's own debug lines.
QByteArray withoutDebug(const QByteArray& said);

} // namespace bascule
