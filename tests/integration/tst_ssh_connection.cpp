// SPDX-License-Identifier: GPL-3.0-or-later
// Connections over the real ssh to a real sshd: keys, prompts, refusals, odd shells, cuts, and nothing left behind.
#include "core/engine/wire/Ciphers.h"
#include "core/hosts/SshConnection.h"
#include "tests/integration/Sshd.h"

#include <QCoreApplication>
#include <QStandardPaths>
#include <QTest>

#include <chrono>
#include <thread>

using namespace bascule;
using namespace Qt::StringLiterals;

namespace {

/// Says what it was told to, and notes what it was asked.
class Script final : public Prompter
{
public:
    std::vector<Prompt> asked;
    bool acceptKey = true;
    bool nobody = false;
    QByteArray secret;
    int refuseFrom = 100;

    Answer ask(const Prompt& prompt, std::stop_token) override
    {
        asked.push_back(prompt);
        if (nobody)
            return Answer::nobodyThere();
        if (prompt.kind == Prompt::Kind::HostKey)
            return acceptKey ? Answer::given() : Answer::refused();
        return int(asked.size()) > refuseFrom ? Answer::refused() : Answer::given(Secret(secret));
    }
};

/// A port that accepts and never says anything.
class SilentPort
{
public:
    SilentPort()
    {
        m_fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        ::bind(m_fd, reinterpret_cast<sockaddr*>(&address), size);
        ::getsockname(m_fd, reinterpret_cast<sockaddr*>(&address), &size);
        ::listen(m_fd, 8);
        port = ntohs(address.sin_port);
    }
    ~SilentPort() { ::close(m_fd); }
    int port = 0;

private:
    int m_fd = -1;
};

/// For QVERIFY2, which wants its words in any case.
template <class T>
QByteArray why(const Result<T>& result)
{
    return result ? QByteArray() : QByteArray::fromStdString(result.error().code + ": " + result.error().detail);
}

QByteArray commandLineOf(const QString& pid)
{
    QFile file(u"/proc/"_s + pid + u"/cmdline"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().replace('\0', ' ') : QByteArray();
}

/// Command lines of processes that name `what`.
QByteArrayList processesNaming(const QByteArray& what)
{
    QByteArrayList found;
    for (const QString& pid : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        const QByteArray line = commandLineOf(pid);
        if (line.left(line.indexOf(' ')).endsWith("ssh") && line.contains(what))
            found.append(line);
    }
    return found;
}

} // namespace

class SshConnectionTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY2(QFile::exists(u"/usr/sbin/sshd"_s), "openssh-server is missing (packaging/test installs it)");
        QVERIFY2(!QStandardPaths::findExecutable(u"ssh"_s).isEmpty(), "openssh-client is missing");
        // The folders of this test's connections are apart from those of other processes.
        m_runtime = std::make_unique<QTemporaryDir>(u"/tmp/bt-XXXXXX"_s);
        QVERIFY(m_runtime->isValid());
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_runtime->path()));
    }
    void init()
    {
        m_server = std::make_unique<Sshd>();
        m_script = std::make_shared<Script>();
    }
    /// After every one of them: no process of ours, no socket, no folder.
    void cleanup()
    {
        m_connections.reset();
        QTRY_VERIFY2_WITH_TIMEOUT(processesNaming(QFile::encodeName(m_runtime->path())).isEmpty(),
                                  processesNaming(QFile::encodeName(m_runtime->path())).join('\n').constData(), 3000);
        QCOMPARE(
            QDir(m_runtime->path()).entryList(QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot),
            QStringList());
        m_server.reset();
    }

    void aGoodKeyConnectsAndIsShared()
    {
        QVERIFY2(m_server->start(), m_server->log());
        m_server->know();
        const auto connection = open();
        QVERIFY2(connection.ok(), why(connection).constData());
        // What cleanup() looks for is there now.
        QCOMPARE(processesNaming(QFile::encodeName(m_runtime->path())).size(), 1);
        QVERIFY(m_script->asked.empty());
        QCOMPARE(connection.value()->method(), u"publickey"_s);
        QCOMPARE(connection.value()->fingerprint(), m_server->fingerprint("host.pub"));
        QVERIFY(!connection.value()->keyWasAsked());
        const auto again = m_connections->get(address(), {});
        QVERIFY(again.ok());
        QCOMPARE(again.value().get(), connection.value().get());
        const auto ran = connection.value()->run("cat; printf err >&2; exit 7", QByteArray("in\0put\n", 7), {}, {});
        QVERIFY2(ran.ok(), why(ran).constData());
        QCOMPARE(ran.value().status, 7);
        QCOMPARE(ran.value().out, QByteArray("in\0put\n", 7));
        QCOMPARE(ran.value().err, QByteArray("err"));
        QCOMPARE(m_server->log().count("Accepted publickey"), 1);
        // A status of 255 is the script's own, and no lost connection.
        QCOMPARE(connection.value()->run("exit 255", {}, {}, {}).value().status, 255);
    }

    /// The quick cipher where this processor has one; never one that the configuration leaves out.
    void theCipherIsTheQuickestAllowed()
    {
        QVERIFY2(m_server->start(), m_server->log());
        m_server->know();
        const auto usual = open();
        QVERIFY2(usual.ok(), why(usual).constData());
        const std::string first = engine::wire::quickFirst(engine::wire::kUsualCiphers);
        QCOMPARE((*usual)->cipher().toStdString(), first.substr(0, first.find(',')));
        const auto one = open("client", "Ciphers aes256-ctr\n");
        QVERIFY2(one.ok(), why(one).constData());
        QCOMPARE((*one)->cipher(), u"aes256-ctr"_s);
        const auto two = open("client", "Ciphers aes192-ctr,aes256-gcm@openssh.com\n");
        QVERIFY2(two.ok(), why(two).constData());
        QCOMPARE((*two)->cipher().toStdString(),
                 first.starts_with("aes128-gcm") ? "aes256-gcm@openssh.com" : "aes192-ctr");
    }

    void anUnknownKeyIsAskedWithItsFingerprint()
    {
        QVERIFY2(m_server->start(), m_server->log());
        const auto connection = open();
        QVERIFY2(connection.ok(), why(connection).constData());
        QCOMPARE(m_script->asked.size(), 1u);
        const Prompt& prompt = m_script->asked.front();
        QCOMPARE(prompt.kind, Prompt::Kind::HostKey);
        QCOMPARE(prompt.fingerprint, m_server->fingerprint("host.pub"));
        QCOMPARE(prompt.keyType, u"ED25519"_s);
        QCOMPARE(prompt.host, u"127.0.0.1"_s);
        QVERIFY(connection.value()->keyWasAsked());
        QVERIFY(m_server->read("known_hosts").contains(m_server->read("host.pub").split(' ').value(1)));
        // Known from now on.
        QVERIFY(m_connections->get(address(), {}, true).ok());
        QCOMPARE(m_script->asked.size(), 1u);
    }

    void aRefusedKeyIsNoConnection()
    {
        QVERIFY2(m_server->start(), m_server->log());
        m_script->acceptKey = false;
        const auto connection = open();
        QVERIFY(!connection.ok());
        QCOMPARE(connection.error().code, std::string("ssh.host-key-unknown"));
        QCOMPARE(QString::fromStdString(std::get<std::string>(connection.error().params.at("fingerprint"))),
                 m_server->fingerprint("host.pub"));
        QVERIFY(!m_server->log().contains("Accepted"));
        QVERIFY(m_server->read("known_hosts").isEmpty());
        // The same where there is nobody to ask.
        m_script->nobody = true;
        QCOMPARE(open().error().code, std::string("ssh.host-key-unknown"));
    }

    void aChangedKeyIsAHardStop()
    {
        QVERIFY2(m_server->start(), m_server->log());
        m_server->know();
        QVERIFY(m_server->makeKey("host"));
        QVERIFY2(m_server->start(), m_server->log());
        const QByteArray known = m_server->read("known_hosts");
        const auto connection = open(); // whoever is asked says yes to everything
        QVERIFY(!connection.ok());
        QCOMPARE(connection.error().code, std::string("ssh.host-key-changed"));
        QCOMPARE(QString::fromStdString(std::get<std::string>(connection.error().params.at("fingerprint"))),
                 m_server->fingerprint("host.pub"));
        QVERIFY(m_script->asked.empty());
        QVERIFY(!m_server->log().contains("Accepted"));
        QCOMPARE(m_server->read("known_hosts"), known);
    }

    /// A server that suddenly shows a key of another type only is a changed server, not an unknown one.
    void aKeyOfAnotherTypeIsAHardStopToo()
    {
        QVERIFY2(m_server->start(), m_server->log());
        m_server->know();
        QFile::remove(m_server->path("host"));
        QVERIFY(Sshd::tool(
            {u"ssh-keygen"_s, u"-q"_s, u"-t"_s, u"ecdsa"_s, u"-N"_s, QString(), u"-f"_s, m_server->path("host")}));
        QVERIFY2(m_server->start(), m_server->log());
        const auto connection = open();
        QVERIFY(!connection.ok());
        QCOMPARE(connection.error().code, std::string("ssh.host-key-changed"));
        QVERIFY(m_script->asked.empty());
        QVERIFY(!m_server->log().contains("Accepted"));
    }

    void aPassphraseIsAskedAndKeptFromSight()
    {
        QVERIFY(m_server->makeKey("locked", "open sesame 42"));
        m_server->put("authorized_keys", m_server->read("locked.pub"));
        QVERIFY2(m_server->start(), m_server->log());
        m_server->know();
        m_script->secret = "open sesame 42";
        const auto connection = open("locked");
        QVERIFY2(connection.ok(), why(connection).constData());
        QCOMPARE(m_script->asked.size(), 1u);
        QCOMPARE(m_script->asked.front().kind, Prompt::Kind::Passphrase);
        QVERIFY(m_script->asked.front().text.contains(m_server->path("locked")));
        const auto ran = connection.value()->run("env; cat /proc/$PPID/cmdline", {}, {}, {});
        QVERIFY(ran.ok());
        QVERIFY(!ran.value().out.contains("sesame"));
        QVERIFY(!m_server->log().contains("sesame"));
    }

    void aWrongPassphraseIsDeniedAfterOneTry()
    {
        QVERIFY(m_server->makeKey("locked", "open sesame 42"));
        m_server->put("authorized_keys", m_server->read("locked.pub"));
        QVERIFY2(m_server->start(), m_server->log());
        m_server->know();
        m_script->secret = "wrong";
        const auto connection = open("locked");
        QVERIFY(!connection.ok());
        QCOMPARE(connection.error().code, std::string("ssh.denied"));
        QCOMPARE(std::get<std::string>(connection.error().params.at("methods")), std::string("publickey"));
        QCOMPARE(m_script->asked.size(), 1u);
        // Not answering, and nobody there, are each said as such.
        m_script->refuseFrom = 0;
        QCOMPARE(open("locked").error().code, std::string("ssh.not-answered"));
        m_script->nobody = true;
        QCOMPARE(open("locked").error().code, std::string("ssh.nobody-to-ask"));
    }

    void anUnknownUserKeyIsDenied()
    {
        QVERIFY2(m_server->start(), m_server->log());
        m_server->know();
        QVERIFY(m_server->makeKey("stranger"));
        const auto connection = open("stranger");
        QVERIFY(!connection.ok());
        QCOMPARE(connection.error().code, std::string("ssh.denied"));
        QVERIFY(m_script->asked.empty());
    }

    void nobodyThere()
    {
        m_connections = std::make_unique<SshConnections>(m_script, options());
        const auto closed = SshAddress::parse(u"127.0.0.1:%1"_s.arg(Sshd::freePort()));
        QCOMPARE(m_connections->get(closed.value(), {}).error().code, std::string("ssh.refused"));
        const auto nowhere = SshAddress::parse(u"nowhere.invalid"_s);
        QCOMPARE(m_connections->get(nowhere.value(), {}).error().code, std::string("ssh.unresolvable"));
        const SilentPort silent;
        QElapsedTimer clock;
        clock.start();
        const auto mute = SshAddress::parse(u"127.0.0.1:%1"_s.arg(silent.port));
        QCOMPARE(m_connections->get(mute.value(), {}).error().code, std::string("ssh.timeout"));
        QVERIFY2(clock.elapsed() < 6000, qPrintable(QString::number(clock.elapsed())));
    }

    void aBrokenConfigurationIsNamed()
    {
        SshOptions wrong = options();
        m_server->put("ssh_config", "Frobnicate yes\n");
        m_connections = std::make_unique<SshConnections>(m_script, wrong);
        QCOMPARE(m_connections->get(SshAddress::parse(u"vega"_s).value(), {}).error().code,
                 std::string("ssh.config-invalid"));
        QCOMPARE(m_connections->route(SshAddress::parse(u"vega"_s).value(), {}).error().code,
                 std::string("ssh.config-invalid"));
    }

    void cancelledWhileConnectingWithinTwoSeconds()
    {
        const SilentPort silent;
        SshOptions patient = options();
        patient.connectTimeout = 60;
        m_connections = std::make_unique<SshConnections>(m_script, patient);
        std::stop_source source;
        std::jthread later([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            source.request_stop();
        });
        QElapsedTimer clock;
        clock.start();
        const auto mute = SshAddress::parse(u"127.0.0.1:%1"_s.arg(silent.port));
        QCOMPARE(m_connections->get(mute.value(), source.get_token()).error().code, std::string("cancelled"));
        QVERIFY2(clock.elapsed() < 2300, qPrintable(QString::number(clock.elapsed())));
    }

    void cancelledWhileRunningWithinTwoSeconds()
    {
        QVERIFY2(m_server->start(), m_server->log());
        m_server->know();
        const auto connection = open();
        QVERIFY(connection.ok());
        std::stop_source source;
        std::jthread later([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            source.request_stop();
        });
        QElapsedTimer clock;
        clock.start();
        const auto ran = connection.value()->run("sleep 60", {}, {}, source.get_token());
        QCOMPARE(ran.error().code, std::string("cancelled"));
        QVERIFY2(clock.elapsed() < 2300, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(connection.value()->run("true", {}, {}, {}).ok());
    }

    void aChattyLoginDoesNoHarm_data()
    {
        QTest::addColumn<QByteArray>("noise");
        QTest::newRow("words") << QByteArray("Welcome to VEGA\n");
        QTest::newRow("no newline") << QByteArray("Welcome");
        QTest::newRow("control") << QByteArray("\x1b[31mred\x1b[0m\n");
        QTest::newRow("much") << QByteArray(100'000, 'x');
    }
    void aChattyLoginDoesNoHarm()
    {
        QFETCH(QByteArray, noise);
        m_server->put("noise", noise);
        m_server->put("login.sh",
                      "#!/bin/sh\ncat " + m_server->bytes("noise") + "\ncat " + m_server->bytes("noise") +
                          " >&2\nexec /bin/sh -c \"$SSH_ORIGINAL_COMMAND\"\n",
                      0755);
        QVERIFY2(m_server->start("ForceCommand " + m_server->bytes("login.sh")), m_server->log());
        m_server->know();
        const auto connection = open();
        QVERIFY2(connection.ok(), why(connection).constData());
        const auto ran = connection.value()->run("echo out; echo err >&2", {}, {}, {});
        QVERIFY2(ran.ok(), why(ran).constData());
        QCOMPARE(ran.value().out, QByteArray("out\n"));
        QCOMPARE(ran.value().err, QByteArray("err\n"));
        QVERIFY(ran.value().noise >= noise.size() - 1);
    }

    void aLoginWithoutShellIsNamed()
    {
        QVERIFY2(m_server->start("ForceCommand echo This account is not available."), m_server->log());
        m_server->know();
        const auto connection = open();
        QVERIFY2(connection.ok(), why(connection).constData());
        const auto ran = connection.value()->run("echo out", {}, {}, {});
        QCOMPARE(ran.error().code, std::string("ssh.no-shell"));
        QVERIFY(ran.error().detail.find("not available") != std::string::npos);
    }

    void oneSessionAtATimeIsEnough()
    {
        QVERIFY2(m_server->start("MaxSessions 1"), m_server->log());
        m_server->know();
        const auto connection = open();
        QVERIFY2(connection.ok(), why(connection).constData());
        for (int i = 0; i < 5; ++i)
            QVERIFY(connection.value()->run("true", {}, {}, {}).ok());
        // While one is held, a second is refused, and ssh does not quietly connect anew.
        std::jthread holder([&] { (void)connection.value()->run("sleep 3", {}, {}, {}); });
        std::this_thread::sleep_for(std::chrono::milliseconds(800));
        const auto second = connection.value()->run("true", {}, {}, {});
        QCOMPARE(second.error().code, std::string("ssh.too-many-sessions"));
        holder.join();
        QCOMPARE(m_server->log().count("Accepted publickey"), 1);
    }

    void whatCostsTooMuchIsEnded()
    {
        QVERIFY2(m_server->start(), m_server->log());
        m_server->know();
        const auto connection = open();
        QVERIFY(connection.ok());
        RunLimits small;
        small.output = 10'000;
        small.timeoutMs = 1500;
        QCOMPARE(connection.value()->run("yes", {}, small, {}).error().code, std::string("ssh.output-too-long"));
        QCOMPARE(connection.value()->run("yes >&2", {}, small, {}).error().code, std::string("ssh.output-too-long"));
        QCOMPARE(connection.value()->run("sleep 30", {}, small, {}).error().code, std::string("ssh.command-timeout"));
        QCOMPARE(connection.value()->run("printf %s ok", {}, small, {}).value().out, QByteArray("ok"));
    }

    void aCutIsNoticedAndTheNextUseConnectsAnew()
    {
        QVERIFY2(m_server->start(), m_server->log());
        m_server->know();
        const auto connection = open();
        QVERIFY(connection.ok());
        // The server's side of the connection goes away in the middle of a script.
        const auto ran = connection.value()->run("kill -9 $PPID; sleep 5", {}, {}, {});
        QVERIFY(!ran.ok());
        QCOMPARE(ran.error().code, std::string("ssh.closed"));
        const auto again = m_connections->get(address(), {});
        QVERIFY2(again.ok(), why(again).constData());
        QVERIFY(again.value()->run("true", {}, {}, {}).ok());
    }

    void aJumpHostAsksForItsOwnKey()
    {
        QVERIFY2(m_server->start(), m_server->log());
        const QByteArray port = QByteArray::number(m_server->port());
        // The same sshd twice: reached as "through", by way of itself.
        const QByteArray config = m_server->config("client", "Host through\n  HostName 127.0.0.1\n  Port " + port +
                                                                 "\n  HostKeyAlias vega\n  ProxyJump jump\n"
                                                                 "Host jump\n  HostName 127.0.0.1\n  Port " +
                                                                 port + "\n");
        SshOptions jumping;
        jumping.askpass = BASCULE_CLI;
        jumping.configFile = config;
        m_connections = std::make_unique<SshConnections>(m_script, jumping);
        const SshAddress through = SshAddress::parse(u"through"_s).value();
        const auto route = m_connections->route(through, {});
        QVERIFY(route.ok());
        QCOMPARE(route.value().through, u"jump"_s);
        QCOMPARE(route.value().port, m_server->port());
        const auto connection = m_connections->get(through, {});
        QVERIFY2(connection.ok(), why(connection).constData());
        QCOMPARE(m_script->asked.size(), 2u);
        QCOMPARE(connection.value()->run("echo there", {}, {}, {}).value().out, QByteArray("there\n"));
    }

    void leftoversOfAKilledProcessAreCleared()
    {
        QVERIFY2(m_server->start(), m_server->log());
        m_server->know();
        // A folder whose process is gone, with a connection still up in it.
        const QByteArray folder = QFile::encodeName(m_runtime->path()) + "/bascule-ssh-gone00";
        QVERIFY(::mkdir(folder.constData(), 0700) == 0);
        QFile lock(QFile::decodeName(folder + "/lock"));
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.close();
        QVERIFY(Sshd::tool({u"ssh"_s, u"-F"_s, QFile::decodeName(m_server->config()), u"-N"_s, u"-f"_s,
                            u"-oControlMaster=yes"_s, u"-oControlPersist=600"_s,
                            u"-oControlPath="_s + QFile::decodeName(folder + "/m1"), u"-p"_s,
                            QString::number(m_server->port()), u"--"_s, u"127.0.0.1"_s}));
        QVERIFY(!processesNaming(folder).isEmpty());
        QVERIFY(open().ok());
        QTRY_VERIFY(processesNaming(folder).isEmpty());
        QVERIFY(!QFile::exists(QFile::decodeName(folder)));
    }

private:
    SshOptions options() const
    {
        SshOptions options;
        options.configFile = m_server->config();
        options.connectTimeout = 2;
        options.askpass = BASCULE_CLI;
        return options;
    }
    SshAddress address() const { return SshAddress::parse(m_server->address()).value(); }
    Result<std::shared_ptr<SshConnection>> open(const char* key = "client", const QByteArray& more = {})
    {
        m_connections.reset();
        SshOptions wanted = options();
        wanted.configFile = m_server->config(key, more);
        m_connections = std::make_unique<SshConnections>(m_script, wanted);
        return m_connections->get(address(), {});
    }

    std::unique_ptr<QTemporaryDir> m_runtime;
    std::unique_ptr<Sshd> m_server;
    std::shared_ptr<Script> m_script;
    std::unique_ptr<SshConnections> m_connections;
};

QTEST_GUILESS_MAIN(SshConnectionTest)
#include "tst_ssh_connection.moc"
