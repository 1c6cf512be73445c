// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 at twenty random moments of a cutover, and of a rollback; run again, each ends verified.
#include "tests/integration/Cli.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

class TestCliKill : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void killedAndRunAgain();

private:
    void give(const char* step);
    void openWindow();
    void cutOver(int killAfterMs);
    void goBack(int killAfterMs, const QByteArray& written);
    QString state()
    {
        return m_cli.run({"project", "show", m_project, "--json"}).json()[u"project"][u"state"].toString();
    }

    Cli m_cli;
    QByteArray m_dir, m_project;
    int m_killed = 0;
};

void TestCliKill::initTestCase()
{
    m_dir = m_cli.bytes("demo");
    m_project = m_dir + "/demo.bascule";
    const auto made = m_cli.run({"demo", "--prepare-only", "--small", m_dir});
    QVERIFY2(made.exit == 0, made.words());
    openWindow();
}

void TestCliKill::openWindow()
{
    const QByteArray start = QDateTime::currentDateTimeUtc().addSecs(1).toString(Qt::ISODate).toLatin1();
    const auto window = m_cli.run({"window", "set", m_project, "--start", start, "--duration", "300"});
    QVERIFY2(window.exit == 0, window.words());
    give("planning");
}

void TestCliKill::give(const char* step)
{
    for (const char* name : {"Karim Benali", "Hélène Delorme"}) {
        const auto given = m_cli.run({"approve", m_project, step, "--by", name});
        QVERIFY2(given.exit == 0, given.words());
    }
}

void TestCliKill::cutOver(int killAfterMs)
{
    give("go");
    if (killAfterMs >= 0)
        m_killed += m_cli.run({"cutover", m_project, "--yes"}, killAfterMs).killed;
    // A run that stood before the switch may have been heading back: then it says so, and the next one goes through.
    auto result = m_cli.run({"cutover", m_project, "--at-window", "--yes", "--json"});
    if (result.exit == 1 && state() == u"preparing"_s)
        result = m_cli.run({"cutover", m_project, "--yes", "--json"});
    // Killed after its last record, it was done already and cannot be done again.
    if (result.errorCode() != u"cutover.wrong-state"_s)
        QVERIFY2(result.exit == 0, result.words());
    QCOMPARE(state(), u"cut-over"_s);
    QCOMPARE(QFileInfo(QFile::decodeName(m_dir + "/current")).canonicalFilePath(),
             QFile::decodeName(m_dir + "/new-server"));
    const auto compared = m_cli.run({"compare", m_dir + "/old-server", m_dir + "/new-server", "--exclude",
                                     "/var/backups", "--exclude", "/var/lib/gesto"});
    QVERIFY2(compared.exit == 0, compared.words());
}

void TestCliKill::goBack(int killAfterMs, const QByteArray& written)
{
    if (killAfterMs >= 0)
        m_killed += m_cli.run({"rollback", m_project, "--yes"}, killAfterMs).killed;
    const auto result = m_cli.run({"rollback", m_project, "--yes", "--json"});
    // Killed after its last record, it was done already.
    if (state() != u"rolled-back"_s)
        QVERIFY2(result.exit == 0, result.words());
    QCOMPARE(state(), u"rolled-back"_s);
    QCOMPARE(QFileInfo(QFile::decodeName(m_dir + "/current")).canonicalFilePath(),
             QFile::decodeName(m_dir + "/old-server"));
    QFile back(QFile::decodeName(m_dir + "/old-server/srv/shares/rh/" + written));
    QVERIFY2(back.open(QIODevice::ReadOnly) && back.readAll() == written, written);
}

void TestCliKill::killedAndRunAgain()
{
    QElapsedTimer timer;
    timer.start();
    cutOver(-1);
    const int cutoverMs = int(timer.elapsed());
    QVERIFY(m_cli.makeFile(m_dir + "/new-server/srv/shares/rh/first.txt", "first.txt"));
    timer.restart();
    goBack(-1, "first.txt");
    const int rollbackMs = int(timer.elapsed());
    for (int round = 0; round < 20; ++round) {
        const QByteArray name = "round" + QByteArray::number(round) + ".txt";
        // Something new each time, so that each cutover has something to do.
        QVERIFY(m_cli.makeFile(m_dir + "/old-server/srv/shares/rh/new " + name, QByteArray(50'000 * (round % 4), 'n')));
        cutOver(QRandomGenerator::global()->bounded(cutoverMs));
        QVERIFY(m_cli.makeFile(m_dir + "/new-server/srv/shares/rh/" + name, name));
        goBack(QRandomGenerator::global()->bounded(rollbackMs), name);
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY2(m_killed > 12, qPrintable(QString::number(m_killed)));
    const auto ledger = m_cli.run({"ledger", "verify", m_project});
    QVERIFY2(ledger.exit == 0, ledger.words());
}

QTEST_GUILESS_MAIN(TestCliKill)
#include "tst_cli_kill.moc"
