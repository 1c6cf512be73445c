// SPDX-License-Identifier: GPL-3.0-or-later
// The speed of a sync as people and scripts set it: a rate in a file that changes meanwhile, and the courtesy to a busy
// server.
#include "tests/integration/RunningCli.h"
#include "tests/integration/Sshd.h"

#include <thread>

using namespace Qt::StringLiterals;

class TestCliPace : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theFileIsFollowed_data() { addEnds(); }
    void theFileIsFollowed();
    void wrongFiles();
    void politeToALoad();
    void theProjectRemembers();

private:
    QString end(bool server, const char* name)
    {
        return (server ? m_server.address() + u':' : QString()) + m_cli.path(name);
    }
    /// At once, as scripts should.
    bool setRate(const QByteArray& text)
    {
        return m_cli.makeFile(m_cli.bytes("rate.new"), text + '\n') &&
               ::rename(m_cli.bytes("rate.new").constData(), m_cli.bytes("rate").constData()) == 0;
    }

    Cli m_cli;
    Sshd m_server;
};

void TestCliPace::initTestCase()
{
    QVERIFY2(QFile::exists(u"/usr/sbin/sshd"_s), "openssh-server is missing");
    QVERIFY2(m_server.start(), m_server.log());
    m_server.know();
    m_cli.environment().insert(u"BASCULE_SSH_CONFIG"_s, QFile::decodeName(m_server.config()));
    QByteArray bytes;
    for (quint32 i = 0; bytes.size() < 24'000'000; i = i * 1'664'525 + 1'013'904'223)
        bytes.append(reinterpret_cast<const char*>(&i), sizeof i);
    QVERIFY(m_cli.makeFile(m_cli.bytes("S/large"), bytes));
}

/// At the first rate it would take hours.
void TestCliPace::theFileIsFollowed()
{
    QFETCH(bool, fromServer);
    QFETCH(bool, toServer);
    const QByteArray name = QByteArray("D") + (fromServer ? "1" : "0") + (toServer ? "1" : "0");
    QVERIFY(setRate("2k"));
    Running sync(m_cli, {u"sync"_s, end(fromServer, "S"), end(toServer, name), u"--bwlimit"_s,
                         u'@' + m_cli.path("rate"), u"--json"_s});
    QVERIFY(QTest::qWaitFor([&] { return QFile::exists(m_cli.path(name)); }, 60'000));
    QVERIFY(setRate("as fast as it goes"));
    QVERIFY2(QTest::qWaitFor([&] { return !sync.err().isEmpty(); }, 20'000), sync.err());
    QTest::qWait(1500); // it is looked at again and again, and not said again
    QVERIFY(sync.runs());
    QVERIFY(!QFile::exists(m_cli.path(name + "/large")));
    QVERIFY(setRate("0"));
    const auto ended = sync.end();
    QVERIFY2(ended.exit == 0, ended.words());
    QVERIFY(ended.json()[u"verified"].toBool());
    QCOMPARE(ended.json()[u"transferred"].toInteger(), 24'000'000);
    QVERIFY(!ended.json().contains(u"heldBack"_s));
    QCOMPARE(ended.err.count('\n'), 1);
    QVERIFY2(ended.err.contains("as fast as it goes"), ended.err);
}

void TestCliPace::wrongFiles()
{
    const QByteArray rate = m_cli.bytes("wrong");
    const auto exitOf = [&](const QByteArray& limit) {
        return m_cli.run({"sync", m_cli.bytes("S"), m_cli.bytes("nowhere"), "--bwlimit", limit, "--json"}).exit;
    };
    QCOMPARE(exitOf('@' + rate), 2); // there is none
    QVERIFY(m_cli.makeFile(rate, "soon"));
    QCOMPARE(exitOf('@' + rate), 2);
    QVERIFY(m_cli.makeFile(rate, ""));
    QCOMPARE(exitOf('@' + rate), 2);
    QVERIFY(QFile::remove(QFile::decodeName(rate)));
    QCOMPARE(::mkfifo(rate.constData(), 0600), 0); // which nobody will ever write to
    QCOMPARE(exitOf('@' + rate), 2);
    QCOMPARE(exitOf("@"), 2);
    QCOMPARE(exitOf("@/etc"), 2);
    QVERIFY(!QFile::exists(m_cli.path("nowhere")));
}

/// Real processes make it. The first rate leaves time to find it.
void TestCliPace::politeToALoad()
{
    QVERIFY(setRate("2k"));
    Running sync(m_cli, {u"sync"_s, end(true, "S"), m_cli.path("polite"), u"--polite"_s, u"--bwlimit"_s,
                         u'@' + m_cli.path("rate"), u"--json"_s});
    const int processors = int(std::thread::hardware_concurrency());
    std::vector<std::unique_ptr<QProcess>> burners;
    for (int i = 0; i < 24 + 2 * processors; ++i) {
        burners.push_back(std::make_unique<QProcess>());
        burners.back()->start(u"nice"_s, {u"-n"_s, u"19"_s, u"sh"_s, u"-c"_s, u"while :; do :; done"_s});
    }
    const auto load = [] {
        QFile file(u"/proc/loadavg"_s);
        return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').first().toDouble() : 0;
    };
    // More than the processors, the helper's own threads (8 at most), and what goes with them.
    const bool loaded = QTest::qWaitFor([&] { return load() > processors + 8 + 3; }, 300'000);
    QTest::qWait(3000); // it is measured once a second
    for (const auto& burner : burners)
        burner->kill();
    for (const auto& burner : burners)
        burner->waitForFinished();
    QVERIFY(loaded);
    QVERIFY(setRate("0"));
    const auto ended = sync.end();
    QVERIFY2(ended.exit == 0, ended.words());
    const QJsonObject held = ended.json()[u"heldBack"].toObject();
    QVERIFY2(held[u"seconds"].toDouble() > 0, ended.words());
    QVERIFY2(held[u"why"].toArray().first().toString().startsWith(u"was-busy."_s), ended.words());
}

void TestCliPace::theProjectRemembers()
{
    const QByteArray file = m_cli.bytes("firm.bascule");
    QCOMPARE(m_cli.run({"project", "new", file, "--name", "Firm"}).exit, 0);
    auto result = m_cli.run({"project", "set", file, "--bwlimit", "5M", "--polite", "yes", "--json"});
    QVERIFY2(result.exit == 0, result.words());
    QCOMPARE(result.json()[u"project"][u"copyRate"].toInteger(), 5'000'000);
    QCOMPARE(result.json()[u"project"][u"copyPolite"].toBool(), true);
    QVERIFY(m_cli.run({"project", "show", file}).out.contains("at most 5\xc2\xa0MB/s"));
    QCOMPARE(m_cli.run({"project", "set", file, "--polite", "perhaps"}).exit, 2);
    QCOMPARE(m_cli.run({"project", "set", file, "--bwlimit", "fast"}).exit, 2);
    result = m_cli.run({"project", "set", file, "--bwlimit", "0", "--json"});
    QCOMPARE(result.json()[u"project"][u"copyRate"].toInteger(), 0);
    QCOMPARE(result.json()[u"project"][u"copyPolite"].toBool(), true);
}

QTEST_GUILESS_MAIN(TestCliPace)
#include "tst_cli_pace.moc"
