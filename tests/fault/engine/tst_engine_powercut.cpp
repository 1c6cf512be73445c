// SPDX-License-Identifier: GPL-3.0-or-later
// The power of the target's disk cut before every system call that changes something.
#include "tests/fault/engine/Disk.h"
#include "tests/fault/engine/Sweep.h"

using namespace disks;
using namespace sweep;

class TestEnginePowerCut : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cutAnywhere_data();
    void cutAnywhere();
    void theDiskDoesForget();
};

namespace {

const QString kNamesFirst = QStringLiteral("data=writeback,noauto_da_alloc");

} // namespace

void TestEnginePowerCut::initTestCase()
{
    if (!isRoot())
        QSKIP("only root may mount the disk whose power is cut");
    QVERIFY2(mountsOfOurOwn(), std::strerror(errno));
}

void TestEnginePowerCut::cutAnywhere_data()
{
    QTest::addColumn<int>("how");
    QTest::addColumn<QString>("mountOptions");
    QTest::addColumn<QStringList>("arguments");
    const QStringList plain{QStringLiteral("--threads"), QStringLiteral("1")};
    QTest::newRow("at once") << static_cast<int>(Cut::AtOnce) << QString() << plain;
    QTest::newRow("names before contents") << static_cast<int>(Cut::NamesFirst) << kNamesFirst << plain;
    QTest::newRow("keeping what is replaced")
        << static_cast<int>(Cut::NamesFirst) << kNamesFirst
        << (QStringList(plain) << QStringLiteral("--keep") << QStringLiteral("@KEPT@"));
    QTest::newRow("stretch by stretch") << static_cast<int>(Cut::NamesFirst) << kNamesFirst
                                        << (QStringList(plain)
                                            << QStringLiteral("--prove-every") << QStringLiteral("65536"));
    QTest::newRow("a helper") << static_cast<int>(Cut::NamesFirst) << kNamesFirst
                              << (QStringList(plain) << QStringLiteral("--helpers") << QStringLiteral("into")
                                                     << QStringLiteral(ENGINE_SERVER));
}

void TestEnginePowerCut::cutAnywhere()
{
    QFETCH(int, how);
    QFETCH(QString, mountOptions);
    QFETCH(QStringList, arguments);
    const Scratch scratch(true);
    const Disk disk(scratch / "disk", QStringLiteral("24M"));
    const Sweep sweep(arguments, disk.at());
    disk.mount();
    sweep.reset();
    disk.unmount();
    disk.save();
    const bool keeps = arguments.contains(QStringLiteral("--keep"));
    const int killed = arguments.contains(QStringLiteral("--helpers")) ? 3 : -1;
    int code = -1;
    int at = 1 - kSweepStep;
    int cut = 0;
    while (code != 0) {
        at += kSweepStep;
        disk.restore();
        disk.mount(mountOptions);
        code = sweep.runOnce(QStringLiteral("%1:KILL").arg(at));
        disk.cut(static_cast<Cut>(how));
        disk.unmount();
        disk.mount();
        const QByteArray where = "cut at call " + QByteArray::number(at) + ": ";
        QVERIFY2(code == 0 || code == killed, (where + QByteArray::number(code)).constData());
        QByteArray wrong = sweep.wrongNow();
        if (wrong.isEmpty() && keeps)
            wrong = sweep.lost();
        if (wrong.isEmpty() && code == 0) // what a run says that ends well is on the disk
            wrong = sweep.differences() + sweep.judgedByRsync();
        if (wrong.isEmpty() && (code == 0 || at % 4 == how)) // the runs after are many; a quarter of them shows it
            wrong = sweep.wrongLater();
        disk.unmount();
        cut += code != 0 ? 1 : 0;
        QVERIFY2(wrong.isEmpty(), (where + wrong).constData());
    }
    QVERIFY2(cut > 50 / kSweepStep, QByteArray::number(cut).constData()); // a sweep that ends early has swept nothing
}

/// Without group commit the same cut does harm: else the sweep above would show nothing.
void TestEnginePowerCut::theDiskDoesForget()
{
    const Scratch scratch(true);
    const Disk disk(scratch / "disk", QStringLiteral("24M"));
    const Sweep sweep({QStringLiteral("--not-durable")}, disk.at());
    disk.mount();
    sweep.reset();
    disk.unmount();
    disk.mount(kNamesFirst);
    QCOMPARE(sweep.runOnce({}), 0);
    disk.cut(Cut::NamesFirst);
    disk.unmount();
    disk.mount();
    const QByteArray wrong = sweep.wrongNow();
    disk.unmount();
    QVERIFY2(wrong.startsWith("neither old nor new"), wrong.constData());
}

QTEST_GUILESS_MAIN(TestEnginePowerCut)
#include "tst_engine_powercut.moc"
