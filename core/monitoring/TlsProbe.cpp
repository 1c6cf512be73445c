// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitoring/NetworkWait.h"
#include "core/monitoring/TlsErrors.h"

#include <QSslCertificate>
#include <QSslSocket>

namespace bascule::monitoring {

using namespace Qt::StringLiterals;

Result<QSslConfiguration> tlsConfiguration(const QJsonObject& params)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    if (const QString file = params.value(u"caFile"_s).toString(); !file.isEmpty()) {
        const QList<QSslCertificate> own = QSslCertificate::fromPath(file, QSsl::Pem);
        if (own.isEmpty())
            return makeError("check.ca-unreadable", displayPath(file.toUtf8()));
        configuration.addCaCertificates(own);
    }
    return configuration;
}

ProbeOutcome tlsRefused(const QList<QSslError>& errors, const QString& host)
{
    const char* code = "check.tls-untrusted";
    QString words;
    for (const QSslError& error : errors) {
        if (words.isEmpty())
            words = error.errorString();
        switch (error.error()) {
        case QSslError::CertificateExpired:
        case QSslError::CertificateNotYetValid:
            return outcome(
                CheckState::Down, "check.tls-expired",
                {{u"subject"_s, host}, {u"at"_s, error.certificate().expiryDate().toUTC().toString(Qt::ISODate)}});
        case QSslError::HostNameMismatch:
            code = "check.tls-other-name";
            break;
        default:
            break;
        }
    }
    return outcome(CheckState::Down, code, {{u"subject"_s, host}, {u"detail"_s, words}});
}

namespace {

class TlsProbe final : public Probe
{
public:
    QString kind() const override { return u"tls"_s; }
    Result<void> validate(const QJsonObject& params) const override { return needsHostPort(params, 443); }

    ProbeOutcome run(const QJsonObject& params, const ProbeContext& context) const override
    {
        const QString host = params.value(u"host"_s).toString();
        const int port = params.value(u"port"_s).toInt(443);
        if (!QSslSocket::supportsSsl())
            return outcome(CheckState::Unknown, "check.no-tls", {{u"subject"_s, host}});
        const auto configuration = tlsConfiguration(params);
        if (!configuration)
            return outcome(CheckState::Unknown, "check.ca-unreadable",
                           {{u"subject"_s, displayPath(configuration.error().subject)}});
        if (auto unresolved = cannotResolve(host, context))
            return *unresolved;

        NetworkWait wait(context.timeoutMs, context.stop);
        QSslSocket socket;
        socket.setSslConfiguration(configuration.value());
        QObject::connect(&socket, &QSslSocket::encrypted, wait.context(), [&] { wait.done(); });
        QObject::connect(&socket, &QSslSocket::errorOccurred, wait.context(), [&] { wait.done(); });
        // The certificate is for the name that users type, which need not be the host we go to.
        const QString name = params.value(u"name"_s).toString();
        socket.connectToHostEncrypted(host, quint16(port), name.isEmpty() ? host : name);
        const auto end = wait.wait();
        const double ms = wait.ms();
        const ProbeOutcome found = judgeSocket(socket, end, params, context, ms);
        socket.abort();
        return found;
    }

private:
    static ProbeOutcome judgeSocket(const QSslSocket& socket, NetworkWait::End end, const QJsonObject& params,
                                    const ProbeContext& context, double ms)
    {
        const QString host = params.value(u"host"_s).toString();
        const int port = params.value(u"port"_s).toInt(443);
        if (end == NetworkWait::End::Stopped)
            return outcome(CheckState::Unknown, "check.stopped");
        if (socket.isEncrypted())
            return judgeCertificate(socket.peerCertificate(), params, context, ms);
        if (const auto errors = socket.sslHandshakeErrors(); !errors.isEmpty()) {
            ProbeOutcome refused = tlsRefused(errors, host);
            refused.ms = ms;
            return refused;
        }
        if (end == NetworkWait::End::TimedOut)
            return noAnswer(host, port, context);
        const QJsonObject found{{u"subject"_s, host}, {u"port"_s, port}, {u"detail"_s, socket.errorString()}};
        if (socket.error() == QAbstractSocket::ConnectionRefusedError)
            return outcome(CheckState::Down, "check.refused", found, ms);
        if (!canReach(host))
            return outcome(CheckState::Unknown, "check.no-uplink", found);
        if (socket.error() == QAbstractSocket::NetworkError)
            return outcome(CheckState::Unknown, "check.no-way", found);
        return outcome(CheckState::Down, "check.tls-failed", found, ms);
    }

    static ProbeOutcome judgeCertificate(const QSslCertificate& certificate, const QJsonObject& params,
                                         const ProbeContext& context, double ms)
    {
        const QDateTime expires = certificate.expiryDate().toUTC();
        const qint64 days = context.now.daysTo(expires);
        const QJsonObject found{{u"subject"_s, params.value(u"host"_s).toString()},
                                {u"at"_s, expires.toString(Qt::ISODate)},
                                {u"count"_s, days}};
        if (days < params.value(u"warnDays"_s).toInt(14))
            return outcome(CheckState::Degraded, "check.tls-expires-soon", found, ms);
        return outcome(CheckState::Up, "check.tls-ok", found, ms);
    }
};

} // namespace

const Probe& tlsProbe()
{
    static const TlsProbe probe;
    return probe;
}

} // namespace bascule::monitoring
