// SPDX-License-Identifier: GPL-3.0-or-later
// Every single system call that only reads made to fail, at the source and at the target: what could not be known is
// never taken for nothing.
#include "tests/fault/engine/Sweep.h"

using namespace sweep;

class TestEngineReads : public QObject
{
    Q_OBJECT

private slots:
    void failingAnywhere_data();
    void failingAnywhere();
};

void TestEngineReads::failingAnywhere_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<QString>("error");
    QTest::addColumn<bool>("helpers");
    for (const char* call : {"openat", "openat2", "getdents64", "statx", "pread64", "lseek", "readlinkat", "fgetxattr",
                             "lgetxattr", "flistxattr"})
        QTest::newRow(call) << QString::fromLatin1(call) << QStringLiteral("EIO") << false;
    QTest::newRow("too many open") << QStringLiteral("openat") << QStringLiteral("EMFILE") << false;
    for (const char* call : {"openat2", "getdents64", "statx"})
        QTest::addRow("between helpers: %s", call) << QString::fromLatin1(call) << QStringLiteral("EIO") << true;
}

void TestEngineReads::failingAnywhere()
{
    QFETCH(QString, call);
    QFETCH(QString, error);
    QFETCH(bool, helpers);
    QStringList arguments{QStringLiteral("--threads"), QStringLiteral("1")};
    if (helpers)
        arguments << QStringLiteral("--helpers") << QStringLiteral("between") << QStringLiteral(ENGINE_SERVER);
    const Sweep sweep(arguments);
    const std::string log = sweep.scratch("strace");
    int met = 0;
    for (int at = 1;; at += kSweepStep) { // the at-th such call of each thread
        sweep.reset();
        QByteArray said;
        const int code = sweep.runOnce({}, &said,
                                       {QStringLiteral("strace"), QStringLiteral("-f"), QStringLiteral("--seccomp-bpf"),
                                        QStringLiteral("-qq"), QStringLiteral("-o"), QFile::decodeName(log.c_str()),
                                        QStringLiteral("-e"), QStringLiteral("trace=") + call, QStringLiteral("-e"),
                                        QStringLiteral("inject=%1:error=%2:when=%3").arg(call, error).arg(at)});
        const std::string calls = content(log);
        const std::size_t injected = calls.find("(INJECTED)");
        if (injected == std::string::npos)
            break;
        if (said.contains("error while loading shared libraries"))
            continue; // not ours yet
        const std::size_t begin = calls.rfind('\n', injected) + 1;
        const QByteArray where = error.toLatin1() + " at " + QByteArray::number(at) + ": " +
                                 QByteArray::fromStdString(calls.substr(begin, injected - begin)) + ": ";
        QVERIFY2(code == 0 || code == 1 || code == 3, (where + said).constData());
        ++met;
        QByteArray wrong = sweep.wrongNow(said);
        if (wrong.isEmpty() && code == 0)
            wrong = sweep.differences(); // P3
        if (wrong.isEmpty() && at % 10 == 1)
            wrong = sweep.wrongLater();
        QVERIFY2(wrong.isEmpty(), (where + wrong + "; said: " + said).constData());
    }
    QVERIFY(met > 0); // a sweep that meets nothing has swept nothing
}

QTEST_GUILESS_MAIN(TestEngineReads)
#include "tst_engine_reads.moc"
