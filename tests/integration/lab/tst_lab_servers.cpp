// SPDX-License-Identifier: GPL-3.0-or-later
// server add and server test against servers of two Debian releases, as the people who own them set them up.
#include "tests/integration/lab/Lab.h"

using namespace Qt::StringLiterals;

class LabServersTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY2(Lab::isUp(),
                 "no lab: start it with packaging/test --lab, or name its ssh_config in BASCULE_LAB_CONFIG");
        m_touched = true;
    }
    void init()
    {
        m_cli = Lab::cli();
        m_project = m_cli->bytes("p.bascule");
        QVERIFY(m_cli->run({"project", "new", m_project, "--name", "P"}).exit == 0);
        if (m_touched)
            QVERIFY(Lab::plain("old"));
        m_touched = false;
    }
    void cleanupTestCase() { QVERIFY(Lab::plain("old")); }

    void everyLinePasses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QByteArray>("root");
        QTest::newRow("old, root") << u"old"_s << QByteArray("/srv/share");
        QTest::newRow("new, root") << u"new"_s << QByteArray("/srv");
        QTest::newRow("through a jump host") << u"old-by-jump"_s << QByteArray("/srv/share");
        QTest::newRow("a noisy shell") << u"chatty@old"_s << QByteArray("/");
        QTest::newRow("a noisy shell, bookworm") << u"chatty@new"_s << QByteArray("/");
        QTest::newRow("csh") << u"cshell@old"_s << QByteArray("/");
        QTest::newRow("csh, bookworm") << u"cshell@new"_s << QByteArray("/");
    }
    void everyLinePasses()
    {
        QFETCH(QString, address);
        QFETCH(QByteArray, root);
        add(address, {"--root", root});
        const auto tested = test();
        QVERIFY2(tested.exit == 0, tested.words());
        const QJsonArray lines = linesOf(tested);
        QCOMPARE(lines.size(), 8);
        for (const QJsonValue& line : lines)
            QCOMPARE(line[u"state"].toString(), u"passed"_s);
        const QString host = address.section(u'@', -1).section(u'-', 0, 0);
        QVERIFY2(lines[2][u"message"].toString().contains(fingerprint(host)), tested.words());
        const qint64 bytesFree = tested.json()[u"servers"][0][u"bytesFree"].toInteger();
        QVERIFY2(bytesFree > 0, tested.words());
        if (root.startsWith("/srv")) // its own file system of 1 GiB, not the machine's
            QVERIFY2(bytesFree < qint64(1) << 30, tested.words());
        QVERIFY(m_cli->run({"ledger", "verify", m_project}).exit == 0);
    }

    void aPasswordForLoginAndForSudo_data() { bothHosts(); }
    void aPasswordForLoginAndForSudo()
    {
        QFETCH(QString, host);
        const QByteArray password = Lab::password("ops");
        add(u"ops@"_s + host, {"--sudo", "--root", "/srv"});
        const auto since = Lab::on(host.toUtf8(), "date +%s").out.trimmed();
        auto tested = withPasswords(password + '\n' + password + '\n');
        QVERIFY2(tested.exit == 0, tested.words());
        QCOMPARE(stateOf(tested, u"sudo"_s), u"passed"_s);
        tested = withPasswords(password + "\nwrong\n");
        QVERIFY2(tested.exit == 1, tested.words());
        QCOMPARE(codeOf(tested), u"sudo.wrong-password"_s);
        tested = withPasswords("wrong\n");
        QVERIFY2(tested.exit == 3, tested.words());
        QCOMPARE(codeOf(tested), u"ssh.denied"_s);
        // Nowhere: not in the server's journal, which has sudo's command lines, not in the project.
        const auto journal = Lab::on(host.toUtf8(), "journalctl --no-pager -o cat --since @" + since);
        QVERIFY2(journal.out.contains("Accepted password for ops"), journal.words());
        QVERIFY(!journal.out.contains(password));
        QVERIFY(!m_cli->shell("cat " + Cli::quoted(m_project) + "*").out.contains(password));
    }

    void nobodyBecomesRootWithoutSudo_data() { bothHosts(); }
    void nobodyBecomesRootWithoutSudo()
    {
        QFETCH(QString, host);
        const QByteArray password = Lab::password("nosudo");
        add(u"nosudo@"_s + host, {"--sudo"});
        const auto tested = withPasswords(password + '\n' + password + '\n');
        QVERIFY2(tested.exit == 1, tested.words());
        QCOMPARE(codeOf(tested), u"sudo.not-allowed"_s);
        QCOMPARE(stateOf(tested, u"shell"_s), u"passed"_s);
    }

    /// auto's sudo asks for nothing, so nobody is asked.
    void sudoWithoutAPassword_data() { bothHosts(); }
    void sudoWithoutAPassword()
    {
        QFETCH(QString, host);
        add(u"auto@"_s + host, {"--sudo"});
        const auto tested = test();
        QVERIFY2(tested.exit == 0, tested.words());
        QCOMPARE(stateOf(tested, u"sudo"_s), u"passed"_s);
    }

    void sudoThatWantsATerminal()
    {
        trouble({"requiretty", "old"});
        add(u"auto@old"_s, {"--sudo"});
        const auto tested = test();
        QVERIFY2(tested.exit == 1, tested.words());
        QCOMPARE(codeOf(tested), u"sudo.needs-terminal"_s);
    }

    void oneSessionIsEnoughForTheTest()
    {
        trouble({"sshd", "old", "MaxSessions", "1"});
        add(u"old"_s, {"--root", "/srv"});
        const auto tested = test();
        QVERIFY2(tested.exit == 0, tested.words());
    }

    /// Whatever is said, and without one byte to the impostor: no password, no key.
    void aChangedKeyIsAHardStop()
    {
        trouble({"rekey", "old"});
        const auto here =
            Lab::lab({"exec", "old", "journalctl -n 1 --show-cursor -o cat | sed -n 's/^-- cursor: //p'"});
        QVERIFY2(here.exit == 0 && here.out.startsWith("s="), here.words());
        const auto shown = Lab::lab({"exec", "old", "ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub"});
        const QByteArray key = shown.out.split(' ').value(1);
        QVERIFY2(key.startsWith("SHA256:"), shown.words());
        const std::pair<const char*, const char*> servers[] = {
            {"old", "/srv"}, {"ops@old", "/var"}, {"old-by-jump", "/etc"}};
        for (const auto& [address, root] : servers) {
            add(QString::fromLatin1(address), {"--root", root}, address);
            const auto tested =
                Lab::withPasswords(*m_cli, Lab::password("ops") + '\n',
                                   {"server", "test", m_project, address, "--json", "--yes", "--host-key", key});
            QVERIFY2(tested.exit == 5, tested.words());
            QCOMPARE(codeOf(tested), u"ssh.host-key-changed"_s);
            QCOMPARE(stateOf(tested, u"authentication"_s), u"not-tried"_s);
        }
        const auto journal =
            Lab::lab({"exec", "old", "journalctl --no-pager -o cat --after-cursor='" + here.out.trimmed() + "'"});
        QVERIFY2(journal.exit == 0 && journal.out.contains("preauth") && !journal.out.contains("Accepted") &&
                     !journal.out.contains("Failed"),
                 journal.words());
        // With the right key back, so is the server.
        QVERIFY(Lab::plain("old"));
        const auto tested = m_cli->run({"server", "test", m_project, "old", "--json"});
        QVERIFY2(tested.exit == 0, tested.words());
    }

    /// Packets vanish without a word.
    void aSilentServerIsATimeout()
    {
        add(u"old"_s);
        // Else this machine may no longer know its hardware address, and say at once that there is no way to it.
        QVERIFY(Lab::on("old", "true").exit == 0);
        trouble({"cut", "old"});
        const auto tested = test();
        QVERIFY2(tested.exit == 3, tested.words());
        QCOMPARE(codeOf(tested), u"ssh.timeout"_s);
        QVERIFY(Lab::plain("old"));
        const auto again = test();
        QVERIFY2(again.exit == 0, again.words());
    }

private:
    void bothHosts()
    {
        QTest::addColumn<QString>("host");
        QTest::newRow("bullseye") << u"old"_s;
        QTest::newRow("bookworm") << u"new"_s;
    }
    void trouble(const std::vector<QByteArray>& words)
    {
        m_touched = true;
        const auto made = Lab::lab(words);
        QVERIFY2(made.exit == 0, made.words());
    }
    void add(const QString& address, const std::vector<QByteArray>& more = {}, const char* name = "vega")
    {
        std::vector<QByteArray> words{"server", "add", m_project, name, "--role", "other", "--ssh", address.toUtf8()};
        words.insert(words.end(), more.begin(), more.end());
        const auto added = m_cli->run(words);
        QVERIFY2(added.exit == 0, added.words());
    }
    /// Without a terminal: whoever would be asked is not there.
    Cli::Result test() { return m_cli->run({"server", "test", m_project, "vega", "--json"}, -1, "setsid -w"); }
    Cli::Result withPasswords(const QByteArray& lines)
    {
        return Lab::withPasswords(*m_cli, lines, {"server", "test", m_project, "vega", "--json"});
    }
    static QString fingerprint(const QString& host)
    {
        const auto said = Lab::on(host.toUtf8(), "ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub");
        return QString::fromUtf8(said.out).section(u' ', 1, 1);
    }
    static QJsonArray linesOf(const Cli::Result& result) { return result.json()[u"servers"][0][u"lines"].toArray(); }
    static QString stateOf(const Cli::Result& result, const QString& step)
    {
        for (const QJsonValue& line : linesOf(result)) {
            if (line[u"step"].toString() == step)
                return line[u"state"].toString();
        }
        return {};
    }
    static QString codeOf(const Cli::Result& result)
    {
        return result.json()[u"servers"][0][u"error"][u"code"].toString();
    }

    std::unique_ptr<Cli> m_cli;
    QByteArray m_project;
    bool m_touched = false;
};

QTEST_GUILESS_MAIN(LabServersTest)
#include "tst_lab_servers.moc"
