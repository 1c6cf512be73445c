// SPDX-License-Identifier: GPL-3.0-or-later
// Checks over the network, against servers of our own on this machine. They run on a worker thread, as in a job.
#include "core/monitoring/Probe.h"

#include <QFile>
#include <QHostInfo>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>
#include <QtEndian>

#include <future>
#include <thread>

using namespace bascule;
using namespace Qt::StringLiterals;

namespace {

/// Answers every request with the same bytes. Empty: never answers.
class Page : public QTcpServer
{
public:
    explicit Page(QByteArray answer)
        : m_answer(std::move(answer))
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* socket = nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                    if (m_answer.isEmpty())
                        return;
                    socket->write(m_answer);
                    socket->disconnectFromHost();
                });
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
    }
    QString url(const QString& path = u"/"_s) const { return u"http://127.0.0.1:%1%2"_s.arg(serverPort()).arg(path); }

private:
    QByteArray m_answer;
};

QByteArray answer(int status, const QByteArray& body)
{
    return "HTTP/1.1 " + QByteArray::number(status) +
           " X\r\nContent-Type: text/html\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\nConnection: close\r\n\r\n" + body;
}

} // namespace

class NetworkTest : public QObject
{
    Q_OBJECT

private slots:
    void connects()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QJsonObject params{{u"host"_s, u"127.0.0.1"_s}, {u"port"_s, server.serverPort()}};
        const ProbeOutcome up = look(u"tcp"_s, params);
        QCOMPARE(up.state, CheckState::Up);
        QVERIFY(up.ms > 0);
        // A name: a minimal system knows itself as nothing, not even as localhost.
        const bool named = !QHostInfo::fromName(u"localhost"_s).addresses().isEmpty();
        const ProbeOutcome byName = look(u"tcp"_s, {{u"host"_s, u"localhost"_s}, {u"port"_s, server.serverPort()}});
        QCOMPARE(byName.state == CheckState::Up, named);
        server.close();
        const ProbeOutcome down = look(u"tcp"_s, params);
        QCOMPARE(down.state, CheckState::Down);
        QCOMPARE(down.code, u"check.refused"_s);
    }

    void aNameNobodyKnowsIsNeverUp()
    {
        // Down where a name server says so, Unknown where none answers; ".invalid" never exists.
        const ProbeOutcome found = look(u"tcp"_s, {{u"host"_s, u"nowhere.invalid"_s}, {u"port"_s, 80}});
        QVERIFY(found.state == CheckState::Down || found.state == CheckState::Unknown);
        QVERIFY2(found.code == u"check.name-unknown" || found.code == u"check.no-resolver" ||
                     found.code == u"check.no-uplink",
                 qPrintable(found.code));
    }

    void readsAPage()
    {
        Page good(answer(200, "<html>Bienvenue, Café Delorme</html>"));
        const QString wanted = u"Café"_s;
        QCOMPARE(look(u"http"_s, {{u"url"_s, good.url()}, {u"contains"_s, wanted}}).state, CheckState::Up);
        // A polite error page: status 200, another text.
        Page polite(answer(200, "<html>Maintenance</html>"));
        const ProbeOutcome other = look(u"http"_s, {{u"url"_s, polite.url()}, {u"contains"_s, wanted}});
        QCOMPARE(other.state, CheckState::Down);
        QCOMPARE(other.code, u"check.http-other-page"_s);
        Page broken(answer(503, "busy"));
        const ProbeOutcome status = look(u"http"_s, {{u"url"_s, broken.url()}});
        QCOMPARE(status.code, u"check.http-status"_s);
        QCOMPARE(status.params.value(u"status"_s).toInt(), 503);
        QCOMPARE(look(u"http"_s, {{u"url"_s, broken.url()}, {u"status"_s, 503}}).state, CheckState::Up);
    }

    void waitsNoLongerThanAsked()
    {
        Page silent({});
        QElapsedTimer timer;
        timer.start();
        const ProbeOutcome found = look(u"http"_s, {{u"url"_s, silent.url()}}, 500);
        QCOMPARE(found.state, CheckState::Down);
        QCOMPARE(found.code, u"check.no-answer"_s);
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    }

    void stopsWithinTwoSeconds()
    {
        Page silent({});
        std::stop_source source;
        QElapsedTimer timer;
        timer.start();
        std::jthread later([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
            source.request_stop();
        });
        const ProbeOutcome found = look(u"http"_s, {{u"url"_s, silent.url()}}, 60'000, source.get_token());
        QCOMPARE(found.state, CheckState::Unknown);
        QCOMPARE(found.code, u"check.stopped"_s);
        QVERIFY(timer.elapsed() < 2000);
    }

    void trustsOnlyWhatIsSigned()
    {
        QTemporaryDir dir;
        const auto made = [&](const QStringList& arguments) {
            QProcess openssl;
            openssl.setWorkingDirectory(dir.path());
            openssl.start(u"openssl"_s, arguments);
            return openssl.waitForFinished(60'000) && openssl.exitCode() == 0;
        };
        QVERIFY2(made({u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-keyout"_s, u"key.pem"_s,
                       u"-out"_s, u"cert.pem"_s, u"-days"_s, u"90"_s, u"-subj"_s, u"/CN=shop.test"_s, u"-addext"_s,
                       u"subjectAltName=DNS:shop.test,IP:127.0.0.1"_s}),
                 "the package openssl is missing");
        QSslServer server;
        QFile key(dir.filePath(u"key.pem"_s));
        QVERIFY(key.open(QIODevice::ReadOnly));
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificateChain(QSslCertificate::fromPath(dir.filePath(u"cert.pem"_s)));
        configuration.setPrivateKey(QSslKey(&key, QSsl::Rsa));
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // of the client, who shows none
        server.setSslConfiguration(configuration);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, &server, [&] { delete server.nextPendingConnection(); });

        QJsonObject params{{u"host"_s, u"127.0.0.1"_s}, {u"port"_s, server.serverPort()}};
        const ProbeOutcome stranger = look(u"tls"_s, params);
        QCOMPARE(stranger.state, CheckState::Down);
        QCOMPARE(stranger.code, u"check.tls-untrusted"_s);
        params.insert(u"caFile"_s, dir.filePath(u"cert.pem"_s));
        const ProbeOutcome trusted = look(u"tls"_s, params);
        QCOMPARE(trusted.code, u"check.tls-ok"_s);
        QVERIFY(trusted.params.value(u"count"_s).toInt() >= 88);
        params.insert(u"name"_s, u"shop.test"_s);
        QCOMPARE(look(u"tls"_s, params).state, CheckState::Up);
        params.insert(u"name"_s, u"other.test"_s);
        QCOMPARE(look(u"tls"_s, params).code, u"check.tls-other-name"_s);
        params.remove(u"name"_s);
        params.insert(u"warnDays"_s, 120);
        const ProbeOutcome soon = look(u"tls"_s, params);
        QCOMPARE(soon.state, CheckState::Degraded);
        QCOMPARE(soon.code, u"check.tls-expires-soon"_s);
        params.insert(u"caFile"_s, dir.filePath(u"key.pem"_s));
        QCOMPARE(look(u"tls"_s, params).code, u"check.ca-unreadable"_s);

        const QString url = u"https://127.0.0.1:%1/"_s.arg(server.serverPort());
        QCOMPARE(look(u"http"_s, {{u"url"_s, url}}).code, u"check.tls-untrusted"_s);

        QTcpServer plain;
        QVERIFY(plain.listen(QHostAddress::LocalHost));
        connect(&plain, &QTcpServer::newConnection, &plain, [&] {
            QTcpSocket* socket = plain.nextPendingConnection();
            socket->write("220 I do not speak TLS\r\n");
        });
        QCOMPARE(look(u"tls"_s, {{u"host"_s, u"127.0.0.1"_s}, {u"port"_s, plain.serverPort()}}).code,
                 u"check.tls-failed"_s);
    }

    void asksANameServer()
    {
        // A name server of our own; port 53 needs a privilege, so without it only the silent one is tried.
        QUdpSocket dns;
        const bool bound = dns.bind(QHostAddress(u"127.0.0.77"_s), 53);
        const auto params = [](const QString& name) {
            return QJsonObject{{u"name"_s, name}, {u"nameserver"_s, u"127.0.0.77"_s}};
        };
        if (bound) {
            connect(&dns, &QUdpSocket::readyRead, &dns, [&] {
                while (dns.hasPendingDatagrams()) {
                    QByteArray query(int(dns.pendingDatagramSize()), Qt::Uninitialized);
                    QHostAddress from;
                    quint16 port = 0;
                    dns.readDatagram(query.data(), query.size(), &from, &port);
                    dns.writeDatagram(reply(query), from, port);
                }
            });
            const ProbeOutcome found = look(u"dns"_s, params(u"shop.test"_s));
            QCOMPARE(found.code, u"check.dns-ok"_s);
            QCOMPARE(found.params.value(u"address"_s).toString(), u"192.0.2.10"_s);
            QJsonObject moved = params(u"shop.test"_s);
            moved.insert(u"expect"_s, u"192.0.2.99"_s);
            QCOMPARE(look(u"dns"_s, moved).code, u"check.dns-elsewhere"_s);
            moved.insert(u"expect"_s, u"192.0.2.10"_s);
            QCOMPARE(look(u"dns"_s, moved).state, CheckState::Up);
            const ProbeOutcome gone = look(u"dns"_s, params(u"gone.test"_s));
            QCOMPARE(gone.state, CheckState::Down);
            QCOMPARE(gone.code, u"check.name-unknown"_s);
            dns.close();
        }
        const ProbeOutcome silent = look(u"dns"_s, params(u"shop.test"_s), 1500);
        QCOMPARE(silent.state, CheckState::Unknown); // the name server is down, not the shop
        QCOMPARE(silent.code, u"check.no-resolver"_s);
    }

    void refusesBadParams_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QJsonObject>("params");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* name, const char* kind, const QJsonObject& params, const char* code) {
            QTest::newRow(name) << QString::fromLatin1(kind) << params << QString::fromLatin1(code);
        };
        row("no host", "tcp", {{u"port"_s, 1}}, "check.param-missing");
        row("no port", "tcp", {{u"host"_s, u"a"_s}}, "check.param-missing");
        row("port 0", "tcp", {{u"host"_s, u"a"_s}, {u"port"_s, 0}}, "check.bad-port");
        row("port 70000", "tls", {{u"host"_s, u"a"_s}, {u"port"_s, 70000}}, "check.bad-port");
        row("an option", "tls", {{u"host"_s, u"-oProxyCommand=x"_s}}, "check.bad-host");
        row("blanks", "tls", {{u"host"_s, u"a b"_s}}, "check.bad-host");
        row("no url", "http", {}, "check.param-missing");
        row("a file", "http", {{u"url"_s, u"file:///etc/passwd"_s}}, "check.bad-url");
        row("a secret", "http", {{u"url"_s, u"https://me:pw@shop.test/"_s}}, "check.url-secret");
        row("no name", "dns", {}, "check.param-missing");
        row("a name as server", "dns", {{u"name"_s, u"a"_s}, {u"nameserver"_s, u"ns.test"_s}}, "check.bad-host");
        row("good", "tls", {{u"host"_s, u"shop.test"_s}}, "");
    }
    void refusesBadParams()
    {
        QFETCH(QString, kind);
        QFETCH(QJsonObject, params);
        QFETCH(QString, code);
        const auto valid = probeFor(kind)->validate(params);
        QCOMPARE(valid ? QString() : QString::fromStdString(valid.error().code), code);
    }

private:
    /// A for shop.test, no such name for all else.
    static QByteArray reply(const QByteArray& query)
    {
        const bool known = query.contains(QByteArray("\4shop\4test", 10));
        QByteArray packet = query.first(12);
        packet[2] = char(0x81);
        packet[3] = char(known ? 0x80 : 0x83);
        qToBigEndian<quint16>(known ? 1 : 0, packet.data() + 6);
        qToBigEndian<quint16>(0, packet.data() + 8);
        qToBigEndian<quint16>(0, packet.data() + 10);
        const qsizetype end = query.indexOf('\0', 12) + 5;
        packet += query.sliced(12, end - 12);
        if (known)
            packet += QByteArray("\xc0\x0c\0\1\0\1\0\0\0\x3c\0\4\xc0\0\2\x0a", 16);
        return packet;
    }

    /// On another thread, while the servers of this one answer.
    ProbeOutcome look(const QString& kind, const QJsonObject& params, int timeoutMs = 5000, std::stop_token stop = {})
    {
        const ProbeContext context{"/", "/", {}, u"vega"_s, timeoutMs, stop, QDateTime::currentDateTimeUtc()};
        auto outcome = std::async(std::launch::async, [&] { return probeFor(kind)->run(params, context); });
        while (outcome.wait_for(std::chrono::milliseconds(5)) != std::future_status::ready)
            QCoreApplication::processEvents();
        return outcome.get();
    }
};

QTEST_GUILESS_MAIN(NetworkTest)
#include "tst_network.moc"
