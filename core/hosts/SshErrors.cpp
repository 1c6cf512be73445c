// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/SshErrors.h"

#include <QRegularExpression>

#include <array>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

struct Sign
{
    const char* text;
    const char* code;
};

// The first that is found wins: ssh often says the cause first and a consequence after it.
constexpr std::array signs{
    Sign{"REMOTE HOST IDENTIFICATION HAS CHANGED", "ssh.host-key-changed"},
    Sign{"REVOKED HOST KEY", "ssh.host-key-changed"},
    Sign{"Could not resolve hostname", "ssh.unresolvable"},
    Sign{"Bad configuration option", "ssh.config-invalid"},
    Sign{"bad configuration options", "ssh.config-invalid"},
    Sign{"Bad owner or permissions on", "ssh.config-invalid"},
    Sign{"Can't open user config file", "ssh.config-invalid"},
    Sign{"keyword ", "ssh.config-invalid"},
    Sign{"Unable to negotiate", "ssh.no-common-algorithm"},
    Sign{"Host key verification failed", "ssh.host-key-unknown"},
    Sign{"Too many authentication failures", "ssh.denied"},
    Sign{"Permission denied (", "ssh.denied"},
    Sign{"No supported authentication methods", "ssh.denied"},
    Sign{"Your password has expired", "ssh.password-expired"},
    Sign{"Session open refused by peer", "ssh.too-many-sessions"},
    Sign{"open failed: ", "ssh.too-many-sessions"},
    Sign{"Connection refused", "ssh.refused"},
    Sign{"timed out", "ssh.timeout"},
    Sign{"not responding", "ssh.timeout"},
    Sign{"No route to host", "ssh.unreachable"},
    Sign{"Network is unreachable", "ssh.unreachable"},
    Sign{"Host is down", "ssh.unreachable"},
    Sign{"Permission denied, please try again", "ssh.denied"},
    Sign{"Connection closed", "ssh.closed"},
    Sign{"Connection reset", "ssh.closed"},
    Sign{"Broken pipe", "ssh.closed"},
    Sign{"kex_exchange_identification", "ssh.closed"},
    Sign{"banner line contains invalid characters", "ssh.not-ssh"},
    Sign{"Protocol mismatch", "ssh.not-ssh"},
    Sign{"Control socket connect", "ssh.closed"},
    Sign{"mux_client", "ssh.closed"},
    Sign{"master refused", "ssh.closed"},
};

QString detailOf(const QByteArray& said)
{
    return displayPath(said.trimmed().right(2000));
}

} // namespace

QByteArray withoutDebug(const QByteArray& said)
{
    QByteArray kept;
    for (QByteArray line : said.split('\n')) {
        while (line.endsWith('\r'))
            line.chop(1);
        if (!line.startsWith("debug") && !line.startsWith("OpenSSH_") && !line.startsWith("Authenticated to ") &&
            !line.isEmpty())
            kept += line + '\n';
    }
    return kept;
}

Error sshError(const QByteArray& said, const QString& subject)
{
    const QByteArray plain = withoutDebug(said);
    for (const Sign& sign : signs) {
        if (!plain.contains(sign.text))
            continue;
        Error error = makeError(sign.code, subject, {}, detailOf(plain));
        if (error.code == "ssh.denied") {
            static const QRegularExpression methods(u"Permission denied \\(([a-z0-9,@.-]+)\\)"_s);
            const QString offered = methods.match(QString::fromUtf8(plain)).captured(1);
            error.params.insert_or_assign("methods", offered.isEmpty() ? std::string("–") : offered.toStdString());
        }
        if (error.code == "ssh.unresolvable") {
            // The host alone, which may be the one on the way there: who is to log in was not looked up.
            static const QRegularExpression name(u"Could not resolve hostname ([^\\s:]+(?::[^\\s:]+)*):"_s);
            const QString unknown = name.match(QString::fromUtf8(plain)).captured(1);
            if (!unknown.isEmpty())
                error.subject = unknown.toStdString();
        }
        return error;
    }
    return makeError("ssh.failed", subject, {}, detailOf(plain));
}

Error sudoError(const QByteArray& said, const QString& subject)
{
    constexpr std::array marks{
        Sign{"command not found", "sudo.missing"},
        Sign{"must have a tty", "sudo.needs-terminal"},
        Sign{"a terminal is required", "sudo.needs-terminal"},
        Sign{"no tty present", "sudo.needs-terminal"},
        Sign{"incorrect password", "sudo.wrong-password"},
        Sign{"Sorry, try again", "sudo.wrong-password"},
        Sign{"no password was provided", "sudo.wrong-password"},
        Sign{"not in the sudoers file", "sudo.not-allowed"},
        Sign{"is not allowed to", "sudo.not-allowed"},
        Sign{"may not run sudo", "sudo.not-allowed"},
        Sign{"account validation failure", "sudo.not-allowed"},
    };
    for (const Sign& mark : marks) {
        if (said.contains(mark.text))
            return makeError(mark.code, subject, {}, detailOf(said));
    }
    return makeError("sudo.failed", subject, {}, detailOf(said));
}

} // namespace bascule
