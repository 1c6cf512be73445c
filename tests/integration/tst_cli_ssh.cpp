// SPDX-License-Identifier: GPL-3.0-or-later
// server add --ssh and server test as people and scripts use them, against a real sshd.
#include "tests/integration/Cli.h"
#include "tests/integration/Sshd.h"

#include <QRegularExpression>

#include <fcntl.h>

using namespace Qt::StringLiterals;

class CliSshTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(QFile::exists(u"/usr/sbin/sshd"_s), "openssh-server is missing"); }

    void init()
    {
        m_server = std::make_unique<Sshd>();
        m_cli = std::make_unique<Cli>();
        m_cli->environment().insert(u"BASCULE_SSH_TIMEOUT"_s, u"2"_s);
        QVERIFY2(m_server->start(), m_server->log());
        useConfig(m_server->config());
        m_project = m_cli->bytes("p.bascule");
        QVERIFY(m_cli->run({"project", "new", m_project, "--name", "P"}).exit == 0);
    }
    void cleanup()
    {
        m_cli.reset();
        m_server.reset();
        for (const char* name : {"bascule-t1", "bascule-t2"})
            Sshd::tool({u"userdel"_s, u"-f"_s, u"-r"_s, QString::fromLatin1(name)});
    }

    void aKnownServerPassesEveryLine()
    {
        m_server->know();
        add("vega", m_server->address(), {"--root", m_server->bytes("")});
        const auto tested = m_cli->run({"server", "test", m_project, "vega", "--json"});
        QVERIFY2(tested.exit == 0, tested.words());
        const QJsonArray lines = linesOf(tested);
        const QStringList steps{u"resolve"_s, u"connect"_s,      u"host-key"_s, u"authentication"_s,
                                u"shell"_s,   u"architecture"_s, u"helper"_s,   u"free-space"_s};
        QCOMPARE(lines.size(), steps.size());
        for (qsizetype i = 0; i < steps.size(); ++i) {
            QCOMPARE(lines[i][u"step"].toString(), steps[i]);
            QCOMPARE(lines[i][u"state"].toString(), u"passed"_s);
            const QString words = lines[i][u"message"].toString();
            QVERIFY2(!words.isEmpty() && !words.contains(u'{') && !words.contains(u'<'), qPrintable(words));
        }
        QVERIFY(lines[2][u"message"].toString().contains(m_server->fingerprint("host.pub")));
        QVERIFY(tested.json()[u"servers"][0][u"bytesFree"].toInteger() > 0);
        // The same for people, in French; and the ledger has both.
        m_cli->setLanguage("fr");
        const auto shown = m_cli->run({"server", "test", m_project});
        QVERIFY2(shown.exit == 0 && shown.out.contains("Clé d’hôte"), shown.words());
        QVERIFY(m_cli->run({"ledger", "verify", m_project}).exit == 0);
    }

    void anUnknownKeyNeedsSomebodyOrItsFingerprint()
    {
        add("vega", m_server->address());
        const auto refused = m_cli->run({"server", "test", m_project, "vega", "--json"}, -1, "setsid -w");
        QVERIFY2(refused.exit == 3, refused.words());
        QCOMPARE(codeOf(refused), u"ssh.host-key-unknown"_s);
        QVERIFY(refused.out.contains(m_server->fingerprint("host.pub").toUtf8()));
        const auto wrong = m_cli->run({"server", "test", m_project, "vega", "--host-key", "SHA256:nothing"});
        QVERIFY2(wrong.exit == 3, wrong.words());
        const auto accepted =
            m_cli->run({"server", "test", m_project, "vega", "--host-key", m_server->fingerprint("host.pub").toUtf8()});
        QVERIFY2(accepted.exit == 0, accepted.words());
        QVERIFY(m_cli->run({"server", "test", m_project, "vega"}).exit == 0);
    }

    void aChangedKeyIsRefusedForSafety()
    {
        m_server->know();
        add("vega", m_server->address());
        QVERIFY(m_server->makeKey("host"));
        QVERIFY2(m_server->start(), m_server->log());
        const auto tested = m_cli->run({"server", "test", m_project, "vega", "--json", "--yes", "--host-key",
                                        m_server->fingerprint("host.pub").toUtf8()});
        QVERIFY2(tested.exit == 5, tested.words());
        QCOMPARE(codeOf(tested), u"ssh.host-key-changed"_s);
        QCOMPARE(linesOf(tested)[3][u"state"].toString(), u"not-tried"_s);
        QVERIFY(!m_server->log().contains("Accepted"));
    }

    void unreachable_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QString>("code");
        QTest::newRow("refused") << "127.0.0.1:" + QByteArray::number(Sshd::freePort()) << u"ssh.refused"_s;
        QTest::newRow("unresolvable") << QByteArray("nowhere.invalid") << u"ssh.unresolvable"_s;
    }
    void unreachable()
    {
        QFETCH(QByteArray, address);
        QFETCH(QString, code);
        add("gone", QString::fromUtf8(address));
        const auto tested = m_cli->run({"server", "test", m_project, "gone", "--json"});
        QVERIFY2(tested.exit == 3, tested.words());
        QCOMPARE(codeOf(tested), code);
    }

    void wrongAddressesAreUsage()
    {
        for (const char* address : {"-oProxyCommand=id", "a b", "x:99999", "h;id", "@h"}) {
            const auto added = m_cli->run(
                {"server", "add", m_project, "x", "--role", "other", QByteArray("--ssh=") + address, "--json"});
            QVERIFY2(added.exit == 2, added.words());
            QCOMPARE(added.errorCode(), u"ssh.address-invalid"_s);
        }
    }

    void syncsAndCompares()
    {
        m_server->know();
        const QByteArray at = m_server->address().toUtf8() + ':';
        const QByteArray from = m_cli->bytes("from"), to = m_cli->bytes("to"), third = m_cli->bytes("third");
        m_cli->makeFile(from + "/a/one", "1");
        m_cli->makeFile(from + "/two", QByteArray(300'000, 'x'));
        const auto there = m_cli->run({"sync", from, at + to, "--json"});
        QVERIFY2(there.exit == 0 && there.json()[u"verified"].toBool(), there.words());
        QCOMPARE(m_cli->manifest(to), m_cli->manifest(from));
        // Between two servers; that of the test has its key where the program does not look, and says so.
        const auto between = m_cli->run({"sync", at + to, at + third, "--json"});
        QVERIFY2(between.exit == 0, between.words());
        QCOMPARE(between.json()[u"way"].toString(), u"relay"_s);
        QCOMPARE(between.json()[u"wayReason"][u"code"].toString(), u"direct.host-key-unknown"_s);
        QCOMPARE(m_cli->manifest(third), m_cli->manifest(from));
        m_cli->setLanguage("fr");
        const auto said = m_cli->run({"sync", at + to, at + third});
        QVERIFY2(said.exit == 0 && said.out.contains("passé"), said.words());
        const auto straight = m_cli->run({"sync", at + to, at + third, "--direct", "--json"});
        QVERIFY2(straight.exit == 3 && straight.errorCode() == u"direct.host-key-unknown"_s, straight.words());
        QVERIFY(m_cli->run({"compare", from, at + third}).exit == 0);
        m_cli->makeFile(from + "/a/one", "2");
        const auto differs = m_cli->run({"compare", at + from, third, "--json"});
        QVERIFY2(differs.exit == 1, differs.words());
        QCOMPARE(differs.json()[u"differences"][0][u"path"].toString(), u"a/one"_s);
    }

    void manifestsOfServers()
    {
        m_server->know();
        const QByteArray at = m_server->address().toUtf8() + ':';
        const QByteArray from = m_cli->bytes("from"), to = m_cli->bytes("to");
        m_cli->makeFile(from + "/a/one", "1");
        m_cli->makeFile(from + "/two", QByteArray(300'000, 'x'));
        const auto here = m_cli->run({"manifest", from, m_cli->bytes("m1"), "--sha256", "--json"});
        QVERIFY2(here.exit == 0, here.words());
        const auto there = m_cli->run({"sync", from, at + to, "--manifest", m_cli->bytes("m2"), "--sha256", "--json"});
        QVERIFY2(there.exit == 0, there.words());
        QCOMPARE(there.json()[u"manifest"][u"rootHash"], here.json()[u"rootHash"]);
        const auto again = m_cli->run({"manifest", at + to, m_cli->bytes("m3"), "--json"});
        QVERIFY2(again.exit == 0 && again.json()[u"whole"].toBool(), again.words());
        const auto proved = m_cli->run({"manifest", "verify", m_cli->bytes("m3"), "--json"});
        QVERIFY2(proved.json()[u"root"].toString().endsWith(QString::fromUtf8(to)), proved.words());
        for (const char* manifest : {"m1", "m2", "m3"}) {
            const auto same = m_cli->run({"compare", "--manifest", m_cli->bytes(manifest), at + to});
            QVERIFY2(same.exit == 0, same.words());
        }
        m_cli->makeFile(to + "/a/one", "2");
        const auto differs = m_cli->run({"compare", "--manifest", m_cli->bytes("m1"), at + to, "--json"});
        QVERIFY2(differs.exit == 1, differs.words());
        QCOMPARE(differs.json()[u"differences"][0][u"path"].toString(), u"a/one"_s);
        const auto missing = m_cli->run({"manifest", at + to + "/nothing", m_cli->bytes("m4"), "--json"});
        QVERIFY2(missing.exit == 3 && missing.errorCode() == u"path.missing"_s, missing.words());
        QVERIFY(!QFile::exists(m_cli->path("m4")));
    }

    /// This machine calls a user by another number than the server does.
    void ownersByName()
    {
        if (::geteuid() != 0)
            QSKIP("needs root to give files away");
        m_server->know();
        const QByteArray at = m_server->address().toUtf8() + ':';
        const QByteArray from = m_cli->bytes("from"), to = m_cli->bytes("to"), accounts = m_cli->bytes("passwd");
        m_cli->makeFile(from + "/theirs", "1");
        m_cli->makeFile(from + "/nobodys", "2");
        QVERIFY(m_cli
                    ->shell("sed 's/^daemon:x:[0-9]*:/daemon:x:71001:/' /etc/passwd > " + accounts +
                            " && chown 71001 " + from + "/theirs && chown 71002 " + from + "/nobodys")
                    .exit == 0);
        const QByteArray elsewhere = "unshare -m sh -c 'mount --bind " + accounts + " /etc/passwd && exec \"$@\"' sh";
        const auto synced = m_cli->run({"sync", from, at + to, "--owners", "names", "--json"}, -1, elsewhere);
        QVERIFY2(synced.exit == 0, synced.words());
        const QJsonArray owners = synced.json()[u"owners"].toArray();
        QCOMPARE(owners.size(), 2);
        QCOMPARE(owners[0].toObject(), (QJsonObject{{u"kind"_s, u"user"_s},
                                                    {u"name"_s, u"daemon"_s},
                                                    {u"from"_s, 71001},
                                                    {u"to"_s, 1},
                                                    {u"entries"_s, 1},
                                                    {u"code"_s, u"owner.mapped"_s},
                                                    {u"nameAtTarget"_s, QString()}}));
        QCOMPARE(owners[1][u"code"].toString(), u"owner.no-name"_s);
        QCOMPARE(m_cli->shell("stat -c %u " + to + "/theirs " + to + "/nobodys").out, QByteArray("1\n71002\n"));
        const auto said = m_cli->run({"sync", from, at + to, "--owners", "names"}, -1, elsewhere);
        QVERIFY2(said.exit == 0 && said.out.contains("number 71001 becomes 1") && said.out.contains("0 created"),
                 said.words());
        const auto same = m_cli->run({"compare", from, at + to, "--owners", "names"}, -1, elsewhere);
        QVERIFY2(same.exit == 0, same.words());
        const auto differs = m_cli->run({"compare", from, at + to, "--json"}, -1, elsewhere);
        QVERIFY2(differs.exit == 1 && differs.json()[u"differences"][0][u"what"].toString() == u"owner"_s,
                 differs.words());
    }

    void wrongEnds_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<int>("exit");
        QTest::addColumn<QString>("code");
        QTest::newRow("relative") << QByteArray("host:folder") << QByteArray("/x") << 2 << u"end.relative"_s;
        QTest::newRow("no address") << QByteArray("a b:/folder") << QByteArray("/x") << 2 << u"ssh.address-invalid"_s;
        QTest::newRow("no folder there") << QByteArray("SERVER:/nowhere/at/all") << QByteArray("COPY") << 3
                                         << u"path.missing"_s;
        QTest::newRow("not reached") << QByteArray("nowhere.invalid:/x") << QByteArray("COPY") << 3
                                     << u"ssh.unresolvable"_s;
        QTest::newRow("one server alone")
            << QByteArray("SERVER:/etc") << QByteArray("COPY --direct") << 2 << u"usage"_s;
    }
    void wrongEnds()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(int, exit);
        QFETCH(QString, code);
        m_server->know();
        from.replace("SERVER", m_server->address().toUtf8());
        to.replace("COPY", m_cli->bytes("copy"));
        std::vector<QByteArray> words{"sync", from};
        for (const QByteArray& word : to.split(' '))
            words.push_back(word);
        words.push_back("--json");
        const auto ran = m_cli->run(words);
        QVERIFY2(ran.exit == exit, ran.words());
        QCOMPARE(ran.errorCode(), code);
        QVERIFY(!QFile::exists(QString::fromLocal8Bit(m_cli->bytes("copy"))));
    }

    /// A server's folder is inventoried there, not the one of the same name here.
    void inventoriesAServer()
    {
        m_server->know();
        m_cli->makeFile(m_cli->bytes("old/etc/hostname"), "vega\n");
        m_cli->makeFile(m_cli->bytes("old/srv/shares/doc/a"), "1");
        add("vega", m_server->address(), {"--root", m_cli->bytes("old")});
        const QByteArray before = m_cli->manifest(m_cli->bytes("old"));
        const auto ran = m_cli->run({"inventory", m_project, "--json"});
        QVERIFY2(ran.exit <= 1, ran.words());
        QVERIFY2(ran.out.contains("srv/shares/doc"), ran.words());
        QCOMPARE(m_cli->manifest(m_cli->bytes("old")), before);
    }

    void aPasswordAndSudoThroughADescriptor()
    {
        if (!isRoot())
            QSKIP("needs root, to make accounts");
        makeUser("bascule-t1", "s3cret word");
        QVERIFY2(m_server->start("PasswordAuthentication yes\n"), m_server->log());
        m_server->know();
        const QString address = u"bascule-t1@127.0.0.1:%1"_s.arg(m_server->port());
        add("vega", address, {"--sudo"});
        // Not in the group sudo yet.
        auto tested = withPasswords("s3cret word\ns3cret word\n");
        QVERIFY2(tested.exit == 1, tested.words());
        QCOMPARE(codeOf(tested), u"sudo.not-allowed"_s);
        QVERIFY(Sshd::tool({u"usermod"_s, u"-aG"_s, u"sudo"_s, u"bascule-t1"_s}));
        tested = withPasswords("s3cret word\ns3cret word\n");
        QVERIFY2(tested.exit == 0, tested.words());
        QCOMPARE(linesOf(tested)[6][u"step"].toString(), u"sudo"_s);
        QCOMPARE(linesOf(tested)[6][u"state"].toString(), u"passed"_s);
        tested = withPasswords("s3cret word\nwrong\n");
        QVERIFY2(tested.exit == 1, tested.words());
        QCOMPARE(codeOf(tested), u"sudo.wrong-password"_s);
        const qsizetype failures = m_server->log().count("Failed password");
        tested = withPasswords("wrong\n");
        QVERIFY2(tested.exit == 3, tested.words());
        QCOMPARE(codeOf(tested), u"ssh.denied"_s);
        QCOMPARE(m_server->log().count("Failed password"), failures + 1); // one attempt, nobody is locked out
        // Nobody to ask: said, and no attempt is wasted.
        tested = m_cli->run({"server", "test", m_project, "vega", "--json"}, -1, "setsid -w");
        QVERIFY2(tested.exit == 3, tested.words());
        QCOMPARE(codeOf(tested), u"ssh.nobody-to-ask"_s);
        QCOMPARE(m_server->log().count("Failed password"), failures + 1);
        // The secret is nowhere.
        QVERIFY(!m_server->log().contains("s3cret"));
        QVERIFY(!m_cli->shell("cat " + Cli::quoted(m_project) + "*").out.contains("s3cret"));
    }

    /// csh and fish, as login shells, read the one constant line like sh does.
    void otherLoginShells()
    {
        if (!isRoot())
            QSKIP("needs root, to make accounts");
        makeUser("bascule-t2", "x");
        m_server->know();
        add("vega", u"bascule-t2@127.0.0.1:%1"_s.arg(m_server->port()));
        for (const char* shell : {"/bin/sh", "/bin/bash", "/bin/csh", "/usr/bin/fish"}) {
            QVERIFY2(QFile::exists(QString::fromLatin1(shell)), shell);
            QVERIFY(Sshd::tool({u"usermod"_s, u"-s"_s, QString::fromLatin1(shell), u"bascule-t2"_s}));
            const auto tested = m_cli->run({"server", "test", m_project, "vega", "--json"});
            QVERIFY2(tested.exit == 0, QByteArray(shell) + ": " + tested.words());
        }
        QVERIFY(Sshd::tool({u"usermod"_s, u"-s"_s, u"/usr/sbin/nologin"_s, u"bascule-t2"_s}));
        const auto tested = m_cli->run({"server", "test", m_project, "vega", "--json"});
        QVERIFY2(tested.exit == 1, tested.words());
        QCOMPARE(codeOf(tested), u"ssh.no-shell"_s);
    }

private:
    void useConfig(const QByteArray& config)
    {
        m_cli->environment().insert(u"BASCULE_SSH_CONFIG"_s, QFile::decodeName(config));
    }
    void add(const char* name, const QString& address, const std::vector<QByteArray>& more = {})
    {
        std::vector<QByteArray> words{"server", "add", m_project, name, "--role", "source", "--ssh", address.toUtf8()};
        words.insert(words.end(), more.begin(), more.end());
        const auto added = m_cli->run(words);
        QVERIFY2(added.exit == 0, added.words());
    }
    void makeUser(const char* name, const QByteArray& password)
    {
        Sshd::tool({u"userdel"_s, u"-f"_s, u"-r"_s, QString::fromLatin1(name)});
        QVERIFY(Sshd::tool({u"useradd"_s, u"-m"_s, u"-s"_s, u"/bin/bash"_s, QString::fromLatin1(name)}));
        QProcess chpasswd;
        chpasswd.start(u"chpasswd"_s, QStringList{});
        QVERIFY(chpasswd.waitForStarted());
        chpasswd.write(QByteArray(name) + ':' + password + '\n');
        chpasswd.closeWriteChannel();
        QVERIFY(chpasswd.waitForFinished() && chpasswd.exitCode() == 0);
    }
    Cli::Result withPasswords(const QByteArray& lines)
    {
        m_cli->makeFile(m_cli->bytes("secrets"), lines);
        useConfig(m_server->config("none"));
        return m_cli->shell("exec setsid -w " + Cli::quoted(BASCULE_CLI) + " server test " + Cli::quoted(m_project) +
                            " vega --json --password-fd 7 7<" + Cli::quoted(m_cli->bytes("secrets")));
    }
    static QJsonArray linesOf(const Cli::Result& result) { return result.json()[u"servers"][0][u"lines"].toArray(); }
    static QString codeOf(const Cli::Result& result)
    {
        return result.json()[u"servers"][0][u"error"][u"code"].toString();
    }

    std::unique_ptr<Sshd> m_server;
    std::unique_ptr<Cli> m_cli;
    QByteArray m_project;
};

QTEST_GUILESS_MAIN(CliSshTest)
#include "tst_cli_ssh.moc"
