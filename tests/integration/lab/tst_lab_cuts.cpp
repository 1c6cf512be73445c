// SPDX-License-Identifier: GPL-3.0-or-later
// Transfers between real servers whose connections break: they go on by themselves, and hardly anything goes twice.
#include "tests/integration/lab/Lab.h"

#include <QTest>

using namespace Qt::StringLiterals;

class LabCutsTest : public QObject
{
    Q_OBJECT

    /// All that has passed the lines of both servers so far, both ways: data, helpers, handshakes.
    static qint64 passed()
    {
        qint64 sum = 0;
        for (const char* host : {"old", "new"})
            sum += Lab::on(host, "awk '/eth0:/ {printf \"%.0f\", $2 + $10}' /proc/net/dev").out.trimmed().toLongLong();
        return sum;
    }
    /// Ends every connection of root's to a host but the one that asks: as a cable would, for both ends at once.
    static void cut(const QByteArray& host)
    {
        Lab::on(host, "mine=$PPID; for p in $(pgrep -f '^sshd: root@notty'); do [ $p = $mine ] || kill -9 $p; done");
    }
    static QByteArray sums(const QByteArray& host, const QByteArray& folder)
    {
        return Lab::on(host, "cd " + folder +
                                 " && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum")
            .out;
    }
    QJsonObject finished(QProcess& process)
    {
        process.waitForFinished(300'000);
        return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    }
    std::unique_ptr<QProcess> begin(Cli& cli, const QString& way, const QString& limit)
    {
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(cli.environment());
        process->start(QStringLiteral(BASCULE_CLI),
                       {u"sync"_s, u"old:/srv/big"_s, u"new:/srv/copy"_s, way, u"--bwlimit"_s, limit, u"--json"_s});
        return process;
    }

private slots:
    void initTestCase();
    void init() { Lab::on("new", "rm -rf /srv/copy"); }
    void cleanupTestCase() { Lab::on("old", "rm -rf /srv/big"); }
    void tenCuts_data();
    void tenCuts();
    void aSilentLineIsNoticed();
    void aBadLineIsNoLostOne_data();
    void aBadLineIsNoLostOne();
};

void LabCutsTest::initTestCase()
{
    QVERIFY2(Lab::isUp(), "no lab: start it with tests/lab/lab up, or run packaging/test --lab");
    QVERIFY(Lab::reset("new"));
    QVERIFY(Lab::plain("old"));
    QVERIFY(Lab::on("old", "mkdir -p /srv/big/many && head -c 260M /dev/urandom > /srv/big/one && cd /srv/big/many && "
                           "head -c 20M /dev/urandom | split -b 10240 -a 4 - f")
                .exit == 0);
}

void LabCutsTest::tenCuts_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("direct") << u"--direct"_s;
    QTest::newRow("relay") << u"--relay"_s;
}

void LabCutsTest::tenCuts()
{
    QFETCH(QString, way);
    const auto cli = Lab::cli();
    const qint64 before = passed();
    auto clean = begin(*cli, way, u"500M"_s);
    QVERIFY(finished(*clean)[u"verified"].toBool());
    const qint64 once = passed() - before;
    QVERIFY(once > 2 * 280'000'000LL); // each byte of data leaves one and comes to the other
    init();
    const qint64 again = passed();
    auto process = begin(*cli, way, u"8M"_s); // it lasts until the tenth
    int cuts = 0;
    while (cuts < 10) {
        // Each falls into a transfer that has come on since the one before.
        const qint64 since = passed();
        while (passed() < since + 2 * 5'000'000 && !process->waitForFinished(100)) {
        }
        if (process->state() == QProcess::NotRunning)
            break;
        cut(way == "--direct"_L1 && cuts % 2 != 0 ? "new" : "old");
        ++cuts;
    }
    const QJsonObject facts = finished(*process);
    const qint64 cost = passed() - again;
    QCOMPARE(cuts, 10);
    QVERIFY2(facts[u"verified"].toBool(), QJsonDocument(facts).toJson().constData());
    // One that falls into the making of a connection is one with the cut before it.
    QVERIFY2(facts[u"reconnects"].toInt() >= 8, QJsonDocument(facts).toJson().constData());
    QCOMPARE(sums("new", "/srv/copy"), sums("old", "/srv/big"));
    qInfo("one clean run %lld bytes, with ten cuts %lld: %.3f", once, cost, double(cost) / double(once));
    QVERIFY2(double(cost) <= 1.05 * double(once), QByteArray::number(double(cost) / double(once)).constData());
    QCOMPARE(Lab::on("new", "find /srv/copy -name '.bascule*'").out, QByteArray());
    QVERIFY(!Lab::on("old", "cat /root/.ssh/authorized_keys").out.contains("bascule"));
}

/// Packets vanish and nobody says so: the run notices, waits, and goes on when the line is whole again.
void LabCutsTest::aSilentLineIsNoticed()
{
    const auto cli = Lab::cli();
    auto process = begin(*cli, u"--relay"_s, u"20M"_s);
    QVERIFY(!process->waitForFinished(3000));
    QVERIFY(Lab::lab({"cut", "old"}).exit == 0);
    QVERIFY(!process->waitForFinished(60'000)); // it does not give up within its patience
    QVERIFY(Lab::lab({"heal", "old"}).exit == 0);
    const QJsonObject facts = finished(*process);
    QVERIFY2(facts[u"verified"].toBool(), QJsonDocument(facts).toJson().constData());
    QVERIFY(facts[u"reconnects"].toInt() >= 1);
    QCOMPARE(sums("new", "/srv/copy"), sums("old", "/srv/big"));
}

void LabCutsTest::aBadLineIsNoLostOne_data()
{
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("300 ms there and back") << QByteArray("delay") << QByteArray("150ms");
    QTest::newRow("one packet in twenty lost") << QByteArray("loss") << QByteArray("5%");
    QTest::newRow("256 kbit/s") << QByteArray("rate") << QByteArray("256kbit");
}

/// It takes its time, and nobody takes that for an end: not while the helper is sent, nor after.
void LabCutsTest::aBadLineIsNoLostOne()
{
    QFETCH(QByteArray, what);
    QFETCH(QByteArray, value);
    const auto cli = Lab::cli();
    cli->environment().insert(u"BASCULE_SSH_TIMEOUT"_s, u"15"_s);
    QVERIFY(Lab::on("old", "mkdir -p /srv/slow && head -c 150000 /dev/urandom > /srv/slow/one && touch /srv/slow/two")
                .exit == 0);
    QVERIFY(Lab::lab({"netem", "old", what, value}).exit == 0);
    QProcess process;
    process.setProcessEnvironment(cli->environment());
    process.start(QStringLiteral(BASCULE_CLI),
                  {u"sync"_s, u"old:/srv/slow"_s, QFile::decodeName(cli->bytes("copy")), u"--json"_s});
    const QJsonObject facts = finished(process);
    QVERIFY(Lab::plain("old"));
    QVERIFY2(facts[u"verified"].toBool(), QJsonDocument(facts).toJson().constData());
    QCOMPARE(facts[u"reconnects"].toInt(), 0);
}

QTEST_GUILESS_MAIN(LabCutsTest)
#include "tst_lab_cuts.moc"
