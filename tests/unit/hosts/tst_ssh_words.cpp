// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses people type, prompts and errors as OpenSSH 9.2 and sudo 1.9 print them.
#include "core/hosts/Askpass.h"
#include "core/hosts/SshAddress.h"
#include "core/hosts/SshErrors.h"
#include "core/hosts/SshRun.h"

#include <QTest>

using namespace bascule;
using namespace Qt::StringLiterals;

class SshWordsTest : public QObject
{
    Q_OBJECT

private slots:
    void addresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::addColumn<QString>("again");
        const auto row = [](const char* text, const char* user, const char* host, int port, const char* again) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(user) << QString::fromUtf8(host) << port
                                << QString::fromUtf8(again);
        };
        row("vega", "", "vega", 0, "vega");
        row(" vega.lan ", "", "vega.lan", 0, "vega.lan");
        row("root@vega", "root", "vega", 0, "root@vega");
        row("root@10.0.0.7:2222", "root", "10.0.0.7", 2222, "root@10.0.0.7:2222");
        row("vega:22", "", "vega", 22, "vega:22");
        row("[::1]", "", "::1", 0, "[::1]");
        row("anne@[2001:db8::7]:2200", "anne", "2001:db8::7", 2200, "anne@[2001:db8::7]:2200");
        row("anne@firm.example@vega", "anne@firm.example", "vega", 0, "anne@firm.example@vega");
        row("svc+backup@old_server-1", "svc+backup", "old_server-1", 0, "svc+backup@old_server-1");
        row("serveur-été", "", "serveur-été", 0, "serveur-été");
    }
    void addresses()
    {
        QFETCH(QString, text);
        QFETCH(QString, user);
        QFETCH(QString, host);
        QFETCH(int, port);
        QFETCH(QString, again);
        const auto address = SshAddress::parse(text);
        QVERIFY(address.ok());
        QCOMPARE(address.value().user, user);
        QCOMPARE(address.value().host, host);
        QCOMPARE(address.value().port, port);
        QCOMPARE(address.value().text(), again);
        QVERIFY(SshAddress::parse(again).value() == address.value());
        QCOMPARE(address.value().arguments().last(), host.toUtf8());
        QVERIFY(address.value().arguments().contains("--"));
    }

    void wrongAddresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* text, const char* reason) {
            QTest::newRow(text) << QString::fromUtf8(text) << QLatin1String("ssh.address-") + QLatin1String(reason);
        };
        row("", "empty");
        row("   ", "empty");
        row("-oProxyCommand=id", "host");
        row("root@-oProxyCommand=id", "host");
        row("-l@vega", "user");
        row("@vega", "user");
        row("root@", "host");
        row(":22", "host");
        row("vega:", "port");
        row("vega:0", "port");
        row("vega:65536", "port");
        row("vega:22x", "port");
        row("vega:+22", "port");
        row("vega: 22", "port");
        row("vega:999999999999", "port");
        row("%h", "host");
        row("root%n@vega", "user");
        row("fe80::1", "brackets");
        row("[fe80::1%eth0]", "host");
        row("[vega]", "host");
        row("[::1", "host");
        row("[::1]22", "host");
        row("[]", "host");
        row("ve ga", "host");
        row("vega;id", "host");
        row("vega$(id)", "host");
        row("vega`id`", "host");
        row("ve'ga", "host");
        row("ve\"ga", "host");
        row("vega|x", "host");
        row("vega&", "host");
        row("vega\\x", "host");
        row("ssh://vega", "port");
        row("vega/srv", "host");
        row("ve\nga", "host");
        row("ve\x1bga", "host");
        row("ro ot@vega", "user");
        row("ro$ot@vega", "user");
        row("\xe2\x80\xaevega", "host");
    }
    void wrongAddresses()
    {
        QFETCH(QString, text);
        QFETCH(QString, reason);
        const auto address = SshAddress::parse(text);
        QVERIFY(!address.ok());
        QCOMPARE(address.error().code, std::string("ssh.address-invalid"));
        QCOMPARE(std::get<std::string>(address.error().params.at("reason")), reason.toStdString());
    }

    void tooLongAddresses()
    {
        QVERIFY(SshAddress::parse(QString(253, u'a')).ok());
        QVERIFY(!SshAddress::parse(QString(254, u'a')).ok());
        QVERIFY(!SshAddress::parse(QString(65, u'u') + u"@vega"_s).ok());
    }

    void hostKeyPrompt()
    {
        const QByteArray text = "The authenticity of host '[127.0.0.1]:2222 ([127.0.0.1]:2222)' can't be established.\n"
                                "ED25519 key fingerprint is SHA256:FyKMnPz6hzVgGZLUNEL0Hk2nQ2v0pDPn0+pO2Wq/8uM.\n"
                                "This key is not known by any other names.\n"
                                "Are you sure you want to continue connecting (yes/no/[fingerprint])? ";
        const Prompt prompt = readPrompt(text);
        QCOMPARE(prompt.kind, Prompt::Kind::HostKey);
        QCOMPARE(prompt.host, u"127.0.0.1"_s);
        QCOMPARE(prompt.keyType, u"ED25519"_s);
        QCOMPARE(prompt.fingerprint, u"SHA256:FyKMnPz6hzVgGZLUNEL0Hk2nQ2v0pDPn0+pO2Wq/8uM"_s);
        QVERIFY(!knowsOtherKeys(text));
        QVERIFY(knowsOtherKeys("The authenticity of host 'vega (10.0.0.7)' can't be established\n"
                               "but keys of different type are already known for this host.\n"));
    }

    void otherPrompts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("host");
        const auto row = [](const char* text, Prompt::Kind kind, const char* user, const char* host) {
            QTest::newRow(text) << QByteArray(text) << int(kind) << QString::fromUtf8(user) << QString::fromUtf8(host);
        };
        row("root@vega's password: ", Prompt::Kind::Password, "root", "vega");
        row("anne@firm.example@vega's password: ", Prompt::Kind::Password, "anne@firm.example", "vega");
        row("(root@vega) Password: ", Prompt::Kind::Password, "root", "vega");
        row("(root@vega) Verification code: ", Prompt::Kind::Other, "root", "vega");
        row("(root@vega) Your password has expired. Choose a new one, at least ten characters: ", Prompt::Kind::Other,
            "root", "vega");
        row("Enter passphrase for key '/home/a/.ssh/id_ed25519': ", Prompt::Kind::Passphrase, "", "");
        row("Enter PIN for ED25519-SK key /home/a/.ssh/id: ", Prompt::Kind::Other, "", "");
    }
    void otherPrompts()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, kind);
        QFETCH(QString, user);
        QFETCH(QString, host);
        const Prompt prompt = readPrompt(text);
        QCOMPARE(int(prompt.kind), kind);
        QCOMPARE(prompt.user, user);
        QCOMPARE(prompt.host, host);
    }

    void sshErrors_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* said, const char* code) {
            QTest::newRow(said) << QByteArray(said) << QString::fromLatin1(code);
        };
        row("ssh: Could not resolve hostname nowhere.invalid: Name or service not known\r\n", "ssh.unresolvable");
        row("ssh: connect to host 127.0.0.1 port 1: Connection refused\r\n", "ssh.refused");
        row("ssh: connect to host 10.9.9.9 port 22: Connection timed out\r\n", "ssh.timeout");
        row("Connection timed out during banner exchange\r\nConnection to 127.0.0.1 port 2 timed out\r\n",
            "ssh.timeout");
        row("Timeout, server vega not responding.\r\n", "ssh.timeout");
        row("ssh: connect to host 10.9.9.9 port 22: No route to host\r\n", "ssh.unreachable");
        row("ssh: connect to host 2001:db8::1 port 22: Network is unreachable\r\n", "ssh.unreachable");
        row("Host key verification failed.\r\n", "ssh.host-key-unknown");
        row("@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\r\nHost key verification failed.\r\n",
            "ssh.host-key-changed");
        row("root@vega: Permission denied (publickey,password).\r\n", "ssh.denied");
        row("Received disconnect from 127.0.0.1 port 2:2: Too many authentication failures\r\n", "ssh.denied");
        row("mux_client_request_session: session request failed: Session open refused by peer\r\n"
            "Connection closed by UNKNOWN port 65535\r\n",
            "ssh.too-many-sessions");
        row("kex_exchange_identification: Connection closed by remote host\r\n", "ssh.closed");
        row("Connection reset by 127.0.0.1 port 22\r\n", "ssh.closed");
        row("Unable to negotiate with 10.0.0.1 port 22: no matching key exchange method found.\r\n",
            "ssh.no-common-algorithm");
        row("/home/a/.ssh/config: line 3: Bad configuration option: foo\r\n", "ssh.config-invalid");
        row("Bad owner or permissions on /home/a/.ssh/config\r\n", "ssh.config-invalid");
        row("something new\r\n", "ssh.failed");
        row("", "ssh.failed");
    }
    void sshErrors()
    {
        QFETCH(QByteArray, said);
        QFETCH(QString, code);
        const Error error = sshError("debug1: Permission denied (x)\r\nOpenSSH_9.2p1\r\n" + said, u"vega"_s);
        QCOMPARE(QString::fromStdString(error.code), code);
        QCOMPARE(error.subject, std::string(error.code == "ssh.unresolvable" ? "nowhere.invalid" : "vega"));
        QVERIFY(error.detail.find("debug1") == std::string::npos);
    }

    /// Who was to log in there is not part of the name; the host may be the one on the way.
    void anUnknownHostIsNamedAlone()
    {
        const QByteArray said = "ssh: Could not resolve hostname nowhere.invalid: Name or service not known\r\n";
        const Error error = sshError(said, u"me@nowhere.invalid:2222"_s);
        QCOMPARE(error.code, std::string("ssh.unresolvable"));
        QCOMPARE(error.subject, std::string("nowhere.invalid"));
    }

    void deniedNamesTheMethods()
    {
        const Error error = sshError("root@vega: Permission denied (publickey,keyboard-interactive).\r\n", u"vega"_s);
        QCOMPARE(std::get<std::string>(error.params.at("methods")), std::string("publickey,keyboard-interactive"));
    }

    void sudoErrors_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* said, const char* code) {
            QTest::newRow(said) << QByteArray(said) << QString::fromLatin1(code);
        };
        row("sudo: command not found\n", "sudo.missing");
        row("Sorry, try again.\nsudo: no password was provided\nsudo: 1 incorrect password attempt\n",
            "sudo.wrong-password");
        row("anne is not in the sudoers file.\n", "sudo.not-allowed");
        row("Sorry, user anne is not allowed to execute '/bin/sh' as root on vega.\n", "sudo.not-allowed");
        row("Sorry, user anne may not run sudo on vega.\n", "sudo.not-allowed");
        row("sudo: sorry, you must have a tty to run sudo\n", "sudo.needs-terminal");
        row("sudo: unable to open /etc/sudoers\n", "sudo.failed");
    }
    void sudoErrors()
    {
        QFETCH(QByteArray, said);
        QFETCH(QString, code);
        QCOMPARE(QString::fromStdString(sudoError(said, u"vega"_s).code), code);
    }

    void marksAreFoundInNoise()
    {
        using namespace sshrun;
        const QByteArray mark = nonce();
        QVERIFY(mark != nonce());
        QVERIFY(mark.size() >= 40);
        QVERIFY(!after("Welcome\n" + mark.chopped(1), mark));
        QCOMPARE(after("Welcome \n" + mark + "\nout", mark).value_or(-1), 9 + mark.size() + 1);
        QByteArray out = "a\nb\n\n" + mark + " 7\n";
        QCOMPARE(takeStatus(out, mark).value_or(-1), 7);
        QCOMPARE(out, QByteArray("a\nb\n"));
        QByteArray cut = "a\n\n" + mark + " 7";
        QVERIFY(!takeStatus(cut, mark));
        // What a login shell hears is the same each time, and has nothing that csh or fish would read otherwise.
        const QByteArray bootstrap = kBootstrap;
        QCOMPARE(bootstrap.count('\''), 2);
        QVERIFY(!bootstrap.contains('!') && !bootstrap.contains('\\') && !bootstrap.contains('\n'));
    }
};

QTEST_GUILESS_MAIN(SshWordsTest)
#include "tst_ssh_words.moc"
