// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Base.h"

#include <QList>

namespace bascule {

/// Where a server is reached over SSH: `[user@]host[:port]`, the host a name, an address (IPv6 in brackets) or an alias
/// of the operator's ~/.ssh/config. What is not given is left to that file. A plain value.
struct SshAddress
{
    QString user; ///< may be empty
    QString host; ///< without brackets
    int port = 0; ///< 0: not given

    /// "ssh.address-invalid", params reason (a code that says what is wrong with it). Whatever ssh or a shell could
    /// take for something else is refused: a leading '-', '%', control and shell characters, blanks.
    static Result<SshAddress> parse(const QString& text);
    /// The shortest text that parses to the same.
    QString text() const;
    /// The end of an ssh command line: -l, -p, "--" and the host.
    QList<QByteArray> arguments() const;

    bool operator==(const SshAddress&) const = default;
};

} // namespace bascule
