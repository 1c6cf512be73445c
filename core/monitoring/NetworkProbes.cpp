// SPDX-License-Identifier: GPL-3.0-or-later
// Checks of a port and of a name.
#include "core/monitoring/NetworkWait.h"

#include <QDnsLookup>
#include <QTcpSocket>

namespace bascule::monitoring {

using namespace Qt::StringLiterals;

namespace {

class TcpProbe final : public Probe
{
public:
    QString kind() const override { return u"tcp"_s; }
    Result<void> validate(const QJsonObject& params) const override { return needsHostPort(params); }

    ProbeOutcome run(const QJsonObject& params, const ProbeContext& context) const override
    {
        const QString host = params.value(u"host"_s).toString();
        const int port = params.value(u"port"_s).toInt();
        if (auto unresolved = cannotResolve(host, context))
            return *unresolved;
        NetworkWait wait(context.timeoutMs, context.stop);
        QTcpSocket socket;
        QObject::connect(&socket, &QTcpSocket::connected, wait.context(), [&] { wait.done(); });
        QObject::connect(&socket, &QTcpSocket::errorOccurred, wait.context(), [&] { wait.done(); });
        socket.connectToHost(host, quint16(port));
        const auto end = wait.wait();
        const double ms = wait.ms();
        const bool connected = socket.state() == QAbstractSocket::ConnectedState;
        const auto error = socket.error();
        const QString words = socket.errorString();
        socket.abort();
        if (end == NetworkWait::End::Stopped)
            return outcome(CheckState::Unknown, "check.stopped");
        const QJsonObject found{{u"subject"_s, host}, {u"port"_s, port}, {u"detail"_s, words}};
        if (connected)
            return outcome(CheckState::Up, "check.tcp-ok", {{u"subject"_s, host}, {u"port"_s, port}}, ms);
        if (end == NetworkWait::End::TimedOut || error == QAbstractSocket::SocketTimeoutError)
            return noAnswer(host, port, context);
        if (error == QAbstractSocket::ConnectionRefusedError)
            return outcome(CheckState::Down, "check.refused", found, ms);
        if (!canReach(host))
            return outcome(CheckState::Unknown, "check.no-uplink", found);
        // "Network unreachable" is about the way there as much as about the server.
        if (error == QAbstractSocket::NetworkError)
            return outcome(CheckState::Unknown, "check.no-way", found);
        return outcome(CheckState::Down, "check.connection-failed", found, ms);
    }
};

class DnsProbe final : public Probe
{
public:
    QString kind() const override { return u"dns"_s; }
    Result<void> validate(const QJsonObject& params) const override
    {
        if (auto there = needs(params, "name"); !there)
            return there;
        const QString server = params.value(u"nameserver"_s).toString();
        if (!server.isEmpty() && QHostAddress(server).isNull())
            return makeError("check.bad-host", displayPath(server.toUtf8()));
        return {};
    }

    ProbeOutcome run(const QJsonObject& params, const ProbeContext& context) const override
    {
        const QString name = params.value(u"name"_s).toString();
        NetworkWait wait(context.timeoutMs, context.stop);
        const bool six = params.value(u"type"_s).toString() == u"AAAA";
        QDnsLookup lookup(six ? QDnsLookup::AAAA : QDnsLookup::A, name);
        if (const QString server = params.value(u"nameserver"_s).toString(); !server.isEmpty())
            lookup.setNameserver(QHostAddress(server));
        QObject::connect(&lookup, &QDnsLookup::finished, wait.context(), [&] { wait.done(); });
        lookup.lookup();
        const auto end = wait.wait();
        const double ms = wait.ms();
        if (end != NetworkWait::End::Done)
            lookup.abort();
        if (end == NetworkWait::End::Stopped)
            return outcome(CheckState::Unknown, "check.stopped");
        const QJsonObject subject{{u"subject"_s, name}};
        if (end == NetworkWait::End::TimedOut)
            return outcome(CheckState::Unknown, "check.no-resolver", subject);
        return judgeAnswer(lookup, params, name, ms);
    }

private:
    static ProbeOutcome judgeAnswer(const QDnsLookup& lookup, const QJsonObject& params, const QString& name, double ms)
    {
        const QJsonObject subject{{u"subject"_s, name}};
        if (lookup.error() == QDnsLookup::NotFoundError)
            return outcome(CheckState::Down, "check.name-unknown", subject, ms);
        if (lookup.error() != QDnsLookup::NoError)
            return outcome(CheckState::Unknown, "check.no-resolver", subject);
        QStringList addresses;
        for (const QDnsHostAddressRecord& record : lookup.hostAddressRecords())
            addresses.append(record.value().toString());
        if (addresses.isEmpty())
            return outcome(CheckState::Down, "check.name-unknown", subject, ms);
        const QString expected = params.value(u"expect"_s).toString();
        const QJsonObject found{
            {u"subject"_s, name}, {u"address"_s, addresses.join(u", "_s)}, {u"expected"_s, expected}};
        if (!expected.isEmpty() && !addresses.contains(expected))
            return outcome(CheckState::Down, "check.dns-elsewhere", found, ms);
        return outcome(CheckState::Up, "check.dns-ok", found, ms);
    }
};

} // namespace

const Probe& tcpProbe()
{
    static const TcpProbe probe;
    return probe;
}

const Probe& dnsProbe()
{
    static const DnsProbe probe;
    return probe;
}

} // namespace bascule::monitoring
