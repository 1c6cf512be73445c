// SPDX-License-Identifier: GPL-3.0-or-later
// sync --watch as people and scripts use it, on this machine and from a server.
#include "tests/integration/RunningCli.h"
#include "tests/integration/Sshd.h"
#include "tests/support/OwnMount.h"

using namespace Qt::StringLiterals;

namespace {

QByteArray content(const QByteArray& path)
{
    QFile file(QFile::decodeName(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

} // namespace

class TestCliWatch : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { ::umount2(m_cli.bytes().constData(), MNT_DETACH); }
    void followsUntilInterrupted_data() { addEnds(); }
    void followsUntilInterrupted();
    void aLostLinkMeansAWalk();
    void oneSessionMeansAWalk();
    void endsByItself();
    void aSecondInterruptCancels();
    void wordsAndUsage();

private:
    QString end(bool server, const QByteArray& name)
    {
        return (server ? m_server.address() + u':' : QString()) + m_cli.path(name.constData());
    }
    QByteArray rsyncDifference(const QByteArray& left, const QByteArray& right);
    bool comes(const QByteArray& path, const QByteArray& bytes)
    {
        return QTest::qWaitFor([&] { return content(path) == bytes; }, 30'000);
    }

    Cli m_cli;
    Sshd m_server;
};

void TestCliWatch::initTestCase()
{
    QVERIFY2(QFile::exists(u"/usr/sbin/sshd"_s), "openssh-server is missing");
    QVERIFY2(mountOwn(m_cli.bytes().toStdString()), std::strerror(errno));
    QVERIFY2(m_server.start(), m_server.log());
    m_server.know();
    m_cli.environment().insert(u"BASCULE_SSH_CONFIG"_s, QFile::decodeName(m_server.config()));
}

QByteArray TestCliWatch::rsyncDifference(const QByteArray& left, const QByteArray& right)
{
    const auto result = m_cli.shell("exec rsync -aHAX --numeric-ids --modify-window=-1 -n -i --delete --checksum " +
                                    Cli::quoted(left + '/') + ' ' + Cli::quoted(right + '/'));
    return result.exit == 0 ? result.out : "rsync failed: " + result.err;
}

void TestCliWatch::followsUntilInterrupted()
{
    QFETCH(bool, fromServer);
    QFETCH(bool, toServer);
    const QByteArray name = QByteArray("follow") + (fromServer ? "1" : "0") + (toServer ? "1" : "0");
    const QByteArray source = m_cli.bytes((name + "/S").constData()), target = m_cli.bytes((name + "/D").constData());
    for (int i = 0; i < 100; ++i)
        m_cli.makeFile(source + "/f" + QByteArray::number(i), QByteArray::number(i));
    Running watched(m_cli, {u"sync"_s, end(fromServer, name + "/S"), end(toServer, name + "/D"), u"--watch"_s,
                            u"--delete"_s, u"--json"_s});
    QVERIFY(comes(target + "/f99", "99"));
    m_cli.makeFile(source + "/f7", "changed");
    QVERIFY(comes(target + "/f7", "changed"));
    // Right before the end: it is in the last sync.
    m_cli.makeFile(source + "/new/deep/file", "new");
    QVERIFY(QFile::remove(QFile::decodeName(source + "/f8")));
    const auto ended = watched.end(SIGINT);
    QVERIFY2(ended.exit == 0 && ended.err.isEmpty(), ended.words());
    const QJsonObject json = ended.json();
    QCOMPARE(json[u"outcome"].toString(), u"succeeded"_s);
    QCOMPARE(json[u"watchedBy"].toString(), isRoot() ? u"file-system"_s : u"folders"_s);
    QCOMPARE(json[u"walks"].toInteger(), 1);
    QCOMPARE(json[u"walkReasons"].toArray(), QJsonArray());
    QVERIFY(json[u"passes"].toInteger() >= 2); // the first may have met the first change already
    QVERIFY(json[u"verified"].toBool());
    QCOMPARE(json[u"files"].toInteger(), 100);
    QCOMPARE(json[u"deleted"].toInteger(), 1);
    QVERIFY(json[u"lastSeconds"].toDouble() < json[u"seconds"].toDouble());
    QCOMPARE(content(target + "/new/deep/file"), QByteArray("new"));
    QCOMPARE(rsyncDifference(source, target), QByteArray());
}

/// What changed while nobody could tell of it is found.
void TestCliWatch::aLostLinkMeansAWalk()
{
    const QByteArray source = m_cli.bytes("lost/S"), target = m_cli.bytes("lost/D");
    m_cli.makeFile(source + "/one", "1");
    Running watched(m_cli, {u"sync"_s, end(true, "lost/S"), end(false, "lost/D"), u"--watch"_s, u"--json"_s});
    QVERIFY(comes(target + "/one", "1"));
    m_server.cut();
    m_cli.makeFile(source + "/one", "changed meanwhile");
    QVERIFY2(m_server.start(), m_server.log());
    QVERIFY(comes(target + "/one", "changed meanwhile"));
    m_cli.makeFile(source + "/one", "and again");
    QVERIFY(comes(target + "/one", "and again"));
    const auto ended = watched.end(SIGINT);
    QVERIFY2(ended.exit == 0, ended.words());
    QCOMPARE(ended.json()[u"walks"].toInteger(), 2);
    QCOMPARE(ended.json()[u"walkReasons"].toArray(), QJsonArray{u"watch.link-lost"_s});
    QCOMPARE(rsyncDifference(source, target), QByteArray());
}

/// The watch would hold the only session that the server grants a connection.
void TestCliWatch::oneSessionMeansAWalk()
{
    const QByteArray source = m_cli.bytes("few/S"), target = m_cli.bytes("few/D");
    m_cli.makeFile(source + "/one", "1");
    QVERIFY2(m_server.start("MaxSessions 1"), m_server.log());
    const auto ended = Running(m_cli, {u"sync"_s, end(true, "few/S"), end(false, "few/D"), u"--watch"_s, u"--for"_s,
                                       u"2s"_s, u"--json"_s})
                           .end();
    QVERIFY2(m_server.start(), m_server.log());
    QVERIFY2(ended.exit == 0, ended.words());
    QCOMPARE(ended.json()[u"watchedBy"].toString(), u"walk"_s);
    QCOMPARE(ended.json()[u"watchReason"].toString(), u"watch.few-sessions"_s);
    QCOMPARE(content(target + "/one"), QByteArray("1"));
    QCOMPARE(rsyncDifference(source, target), QByteArray());
}

void TestCliWatch::endsByItself()
{
    const QByteArray source = m_cli.bytes("time/S"), target = m_cli.bytes("time/D");
    m_cli.makeFile(source + "/one", "1");
    const auto ended = Running(m_cli, {u"sync"_s, end(false, "time/S"), end(false, "time/D"), u"--watch"_s, u"--for"_s,
                                       u"2s"_s, u"--json"_s})
                           .end();
    QVERIFY2(ended.exit == 0, ended.words());
    QCOMPARE(ended.json()[u"passes"].toInteger(), 1);
    QCOMPARE(rsyncDifference(source, target), QByteArray());
}

void TestCliWatch::aSecondInterruptCancels()
{
    const QByteArray source = m_cli.bytes("twice/S"), target = m_cli.bytes("twice/D");
    m_cli.makeFile(source + "/one", "1");
    m_cli.makeFile(source + "/large", QByteArray(20'000'000, 'x'));
    Running watched(m_cli, {u"sync"_s, end(false, "twice/S"), end(false, "twice/D"), u"--watch"_s, u"--bwlimit"_s,
                            u"1M"_s, u"--json"_s});
    QVERIFY(QTest::qWaitFor([&] { return QFile::exists(QFile::decodeName(target)); }, 30'000));
    watched.signal(SIGINT); // one last sync, after this one
    QTest::qWait(500);
    const auto ended = watched.end(SIGINT);
    QVERIFY2(ended.exit == 4, ended.words());
    QVERIFY(!QFile::exists(QFile::decodeName(target + "/large")));
    QVERIFY(m_cli.run({"sync", source, target}).exit == 0);
    QCOMPARE(rsyncDifference(source, target), QByteArray());
}

void TestCliWatch::wordsAndUsage()
{
    const QByteArray source = m_cli.bytes("words/S"), target = m_cli.bytes("words/D");
    m_cli.makeFile(source + "/one", "1");
    QCOMPARE(m_cli.run({"sync", source, target, "--watch", "--dry-run"}).exit, 2);
    QCOMPARE(m_cli.run({"sync", source, target, "--for", "2s"}).exit, 2);
    QCOMPARE(m_cli.run({"sync", source, target, "--watch", "--for", "soon"}).exit, 2);
    QVERIFY(!QFile::exists(QFile::decodeName(target)));
    m_cli.setLanguage("fr");
    const auto said = m_cli.run({"sync", source, target, "--watch", "--for", "1s"});
    m_cli.setLanguage("en");
    QVERIFY2(said.exit == 0, said.words());
    QVERIFY2(said.out.contains(isRoot() ? "fanotify" : "inotify"), said.words());
    QVERIFY2(said.out.contains("La dernière synchronisation a duré"), said.words());
}

QTEST_GUILESS_MAIN(TestCliWatch)
#include "tst_cli_watch.moc"
