// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/SshAddress.h"

#include <algorithm>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

Error invalid(const QString& text, const char* reason)
{
    return makeError("ssh.address-invalid", displayPath(text.toUtf8()), {{"reason", std::string(reason)}});
}

bool isWord(QChar c)
{
    return c.unicode() < 0x80 ? c.isLetterOrNumber() : c.isLetterOrNumber() && c.isPrint();
}

bool isUserChar(QChar c)
{
    // Directories have users such as anne@firm.example and svc+backup.
    return isWord(c) || c == u'.' || c == u'_' || c == u'-' || c == u'+' || c == u'@';
}

bool isHostChar(QChar c)
{
    return isWord(c) || c == u'.' || c == u'_' || c == u'-';
}

bool isIpv6(const QString& host)
{
    return host.contains(u':') && std::all_of(host.begin(), host.end(), [](QChar c) {
               return c == u':' || c == u'.' || (c >= u'0' && c <= u'9') ||
                      (c.toLower() >= u'a' && c.toLower() <= u'f');
           });
}

bool good(const QString& part, bool (*allowed)(QChar), qsizetype most)
{
    return !part.isEmpty() && part.size() <= most && !part.startsWith(u'-') &&
           std::all_of(part.begin(), part.end(), allowed);
}

} // namespace

Result<SshAddress> SshAddress::parse(const QString& text)
{
    SshAddress address;
    QString rest = text.trimmed();
    if (rest.isEmpty())
        return invalid(text, "ssh.address-empty");
    if (const qsizetype at = rest.lastIndexOf(u'@'); at >= 0) {
        address.user = rest.left(at);
        rest = rest.mid(at + 1);
        if (!good(address.user, isUserChar, 64))
            return invalid(text, "ssh.address-user");
    }
    QString port;
    bool hasPort = false;
    if (rest.startsWith(u'[')) {
        const qsizetype end = rest.indexOf(u']');
        address.host = end < 0 ? QString() : rest.mid(1, end - 1);
        const QString after = end < 0 ? QString() : rest.mid(end + 1);
        if (!isIpv6(address.host) || !(after.isEmpty() || after.startsWith(u':')))
            return invalid(text, "ssh.address-host");
        hasPort = !after.isEmpty();
        port = after.mid(1);
    } else {
        if (rest.count(u':') > 1)
            return invalid(text, "ssh.address-brackets");
        hasPort = rest.contains(u':');
        address.host = rest.section(u':', 0, 0);
        port = rest.section(u':', 1);
        if (!good(address.host, isHostChar, 253))
            return invalid(text, "ssh.address-host");
    }
    if (hasPort) {
        const bool digits = !port.isEmpty() && port.size() <= 5 &&
                            std::all_of(port.begin(), port.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
        address.port = digits ? port.toInt() : 0;
        if (address.port < 1 || address.port > 65535)
            return invalid(text, "ssh.address-port");
    }
    return address;
}

QString SshAddress::text() const
{
    QString whole = user.isEmpty() ? QString() : user + u'@';
    whole += host.contains(u':') ? u'[' + host + u']' : host;
    return port > 0 ? whole + u':' + QString::number(port) : whole;
}

QList<QByteArray> SshAddress::arguments() const
{
    QList<QByteArray> list;
    if (!user.isEmpty())
        list << "-l" << user.toUtf8();
    if (port > 0)
        list << "-p" << QByteArray::number(port);
    return list << "--" << host.toUtf8();
}

} // namespace bascule
