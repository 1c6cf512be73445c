// SPDX-License-Identifier: GPL-3.0-or-later
// Every single system call that changes something made to fail, in each of the ways that they fail.
#include "tests/fault/engine/Sweep.h"

using namespace sweep;

class TestEngineFailures : public QObject
{
    Q_OBJECT

private slots:
    void failingAnywhere_data();
    void failingAnywhere();
    void failingAtTheHelper_data();
    void failingAtTheHelper();
    void fullFromThereOn();
    void realFullDisk();
};

void TestEngineFailures::failingAnywhere_data()
{
    QTest::addColumn<QString>("error");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("step");
    const QStringList plain{QStringLiteral("--threads"), QStringLiteral("1")};
    for (const char* error : {"ENOSPC", "EIO"})
        QTest::newRow(error) << QString::fromLatin1(error) << plain << 1 << 1;
    // What is done about an error was met at each call above; these are told apart by their names, and meet each call
    // among them.
    int first = 0;
    for (const char* error : {"EACCES", "EROFS", "EMFILE", "EDQUOT"})
        QTest::newRow(error) << QString::fromLatin1(error) << plain << ++first << 4;
    // These are no failures: the call is made again, or goes on where it was.
    QTest::newRow("EINTR") << QStringLiteral("EINTR") << plain << 1 << 1;
    QTest::newRow("SHORT") << QStringLiteral("SHORT") << plain << 1 << 1;
    for (const char* error : {"ENOSPC", "EIO", "SHORT"})
        QTest::addRow("%s, stretch by stretch", error)
            << QString::fromLatin1(error)
            << (QStringList(plain) << QStringLiteral("--prove-every") << QStringLiteral("65536")) << 1 << 1;
}

void TestEngineFailures::failingAnywhere()
{
    QFETCH(QString, error);
    QFETCH(QStringList, arguments);
    QFETCH(int, first);
    QFETCH(int, step);
    const Sweep sweep(arguments);
    const bool harmless = error == QLatin1String("EINTR") || error == QLatin1String("SHORT");
    int failures = 0;
    int at = first;
    for (bool met = true; met; at += step * kSweepStep) {
        sweep.reset();
        QByteArray said;
        const int code = sweep.runOnce(QStringLiteral("%1:%2").arg(at).arg(error), &said);
        const QByteArray where = error.toLatin1() + " at call " + QByteArray::number(at) + ": ";
        const qsizetype calls = said.indexOf("calls ");
        QVERIFY2(calls >= 0, (where + said).constData());
        met = said.mid(calls + 6).split('\n').front().toLongLong() >= at;
        QVERIFY2(code == 0 || code == 1 || code == 3, (where + said).constData());
        QVERIFY2(!harmless || code == 0, (where + said).constData());
        failures += code != 0 ? 1 : 0;
        QByteArray wrong = sweep.wrongNow(said);
        if (wrong.isEmpty() && code == 0)
            wrong = sweep.differences(); // P3
        if (wrong.isEmpty())
            wrong = sweep.wrongLater();
        QVERIFY2(wrong.isEmpty(), (where + wrong + "; said: " + said).constData());
    }
    QVERIFY(at > 50);
    QVERIFY(harmless ? failures == 0 : failures > 30 / step / kSweepStep);
    QCOMPARE(sweep.judgedByRsync(), QByteArray());
}

void TestEngineFailures::failingAtTheHelper_data()
{
    QTest::addColumn<QString>("error");
    for (const char* error : {"ENOSPC", "EIO"})
        QTest::newRow(error) << QString::fromLatin1(error);
}

/// The same where the target is with a helper: what fails there is told here.
void TestEngineFailures::failingAtTheHelper()
{
    QFETCH(QString, error);
    const Sweep sweep({QStringLiteral("--threads"), QStringLiteral("1"), QStringLiteral("--helpers"),
                       QStringLiteral("into"), QStringLiteral(ENGINE_SERVER)});
    int failures = 0;
    int good = 0;
    // Some calls may fail without harm; so many in a row mean that the helper made no more.
    int round = 0;
    for (int at = 1; good < 12; at += kSweepStep) {
        sweep.reset();
        QByteArray said;
        const int code = sweep.runOnce(QStringLiteral("%1:%2").arg(at).arg(error), &said);
        const QByteArray where = error.toLatin1() + " at call " + QByteArray::number(at) + ": ";
        QVERIFY2(code == 0 || code == 1 || code == 3, (where + said).constData());
        good = code == 0 ? good + 1 : 0;
        failures += code != 0 ? 1 : 0;
        QByteArray wrong = sweep.wrongNow(said);
        if (wrong.isEmpty() && code == 0)
            wrong = sweep.differences(); // P3
        if (wrong.isEmpty() && ++round % 4 == 0)
            wrong = sweep.wrongLater();
        QVERIFY2(wrong.isEmpty(), (where + wrong + "; said: " + said).constData());
    }
    QVERIFY2(failures > 30 / kSweepStep, QByteArray::number(failures).constData());
}

/// A disk that is full stays full: the run ends by name, and the next goes on once there is room.
void TestEngineFailures::fullFromThereOn()
{
    const Sweep sweep({});
    for (int at = 1; at < 150; at += 3 * kSweepStep) {
        sweep.reset();
        QByteArray said;
        const int code = sweep.runOnce(QStringLiteral("%1:ENOSPC+").arg(at), &said);
        QVERIFY(code != 2 && code != 4);
        QVERIFY2(code != 3 || said.contains("error disk.full"), said.constData());
        QByteArray wrong = sweep.wrongNow();
        if (wrong.isEmpty())
            wrong = sweep.wrongLater();
        QVERIFY2(wrong.isEmpty(), (QByteArray::number(at) + wrong).constData());
    }
}

void TestEngineFailures::realFullDisk()
{
    const Scratch scratch(true);
    folder(scratch / "S");
    folder(scratch / "mnt");
    for (int i = 0; i < 40; ++i)
        file(scratch / ("S/" + std::to_string(i)), noise(100'000, static_cast<unsigned>(i)));
    QProcess mount;
    mount.start(QStringLiteral("mount"),
                {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"), QStringLiteral("size=2m"),
                 QStringLiteral("none"), QFile::decodeName((scratch / "mnt").c_str())});
    if (!mount.waitForFinished() || mount.exitCode() != 0)
        return; // only root may; the injected failures above are for everybody
    const auto result = run(scratch / "S", scratch / "mnt");
    const QByteArray left = leftovers(scratch / "mnt");
    QProcess again;
    again.start(QStringLiteral("mount"), {QStringLiteral("-o"), QStringLiteral("remount,size=16m"),
                                          QFile::decodeName((scratch / "mnt").c_str())});
    again.waitForFinished();
    const auto later = run(scratch / "S", scratch / "mnt");
    const QByteArray difference = rsyncDifference(scratch / "S", scratch / "mnt");
    output(QStringLiteral("umount"), {QFile::decodeName((scratch / "mnt").c_str())});
    QCOMPARE(code(result), QByteArray("disk.full"));
    QCOMPARE(left, QByteArray());
    QVERIFY2(later.ok() && later->verified, words(later).constData());
    QVERIFY(later->unchanged > 5); // what had arrived is not sent again
    QCOMPARE(difference, QByteArray());
}

QTEST_GUILESS_MAIN(TestEngineFailures)
#include "tst_engine_failures.moc"
