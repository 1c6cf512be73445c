// SPDX-License-Identifier: GPL-3.0-or-later
// SIGKILL before every single system call that changes something.
#include "tests/fault/engine/Sweep.h"

using namespace sweep;

class TestEngineKills : public QObject
{
    Q_OBJECT

private slots:
    void killedAnywhere_data();
    void killedAnywhere();
    void killedAgainAndAgain();
};

void TestEngineKills::killedAnywhere_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("group commit") << QStringList{QStringLiteral("--threads"), QStringLiteral("1")};
    QTest::newRow("at once, two threads")
        << QStringList{QStringLiteral("--not-durable"), QStringLiteral("--threads"), QStringLiteral("2")};
    QTest::newRow("keeping what is replaced") << QStringList{QStringLiteral("--threads"), QStringLiteral("1"),
                                                             QStringLiteral("--keep"), QStringLiteral("@KEPT@")};
    QTest::newRow("stretch by stretch") << QStringList{QStringLiteral("--threads"), QStringLiteral("1"),
                                                       QStringLiteral("--prove-every"), QStringLiteral("65536")};
    // The target's helper is killed, and the operator's process finds itself without it.
    QTest::newRow("a helper") << QStringList{QStringLiteral("--threads"), QStringLiteral("1"),
                                             QStringLiteral("--helpers"), QStringLiteral("into"),
                                             QStringLiteral(ENGINE_SERVER)};
}

void TestEngineKills::killedAnywhere()
{
    QFETCH(QStringList, arguments);
    const Sweep sweep(arguments);
    const bool keeps = arguments.contains(QStringLiteral("--keep"));
    const int killed = arguments.contains(QStringLiteral("--helpers")) ? 3 : -1;
    int code = -1;
    int at = 1 - kSweepStep;
    while (code != 0) {
        at += kSweepStep;
        sweep.reset();
        code = sweep.runOnce(QStringLiteral("%1:KILL").arg(at));
        const QByteArray where = "killed at call " + QByteArray::number(at) + ": ";
        QVERIFY2(code == 0 || code == killed, (where + QByteArray::number(code)).constData());
        QByteArray wrong = sweep.wrongNow();
        if (wrong.isEmpty() && keeps)
            wrong = sweep.lost();
        if (wrong.isEmpty())
            wrong = sweep.wrongLater();
        if (wrong.isEmpty() && keeps)
            wrong = sweep.lost();
        QVERIFY2(wrong.isEmpty(), (where + wrong).constData());
    }
    QVERIFY(at > 50); // a sweep that ends early has swept nothing
    QCOMPARE(sweep.judgedByRsync(), QByteArray());
}

/// Each run gets a little further than the one before, and the target is right at every moment.
void TestEngineKills::killedAgainAndAgain()
{
    const Sweep sweep({});
    sweep.reset();
    int code = -1;
    for (int at = 5; code != 0 && at < 2000; at += 7 * kSweepStep) {
        code = sweep.runOnce(QStringLiteral("%1:KILL").arg(at));
        const QByteArray wrong = sweep.wrongNow();
        QVERIFY2(wrong.isEmpty(), wrong.constData());
    }
    QCOMPARE(code, 0);
    QCOMPARE(sweep.differences(), QByteArray());
    QCOMPARE(leftovers(sweep.target()), QByteArray());
    QCOMPARE(sweep.judgedByRsync(), QByteArray());
}

QTEST_GUILESS_MAIN(TestEngineKills)
#include "tst_engine_kills.moc"
