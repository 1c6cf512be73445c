// SPDX-License-Identifier: GPL-3.0-or-later
// Limits of the process: memory, open files, the size of a file, being stopped for a while.
#include "tests/fault/engine/Sweep.h"

#include <csignal>

using namespace sweep;

class TestEngineLimits : public QObject
{
    Q_OBJECT

private slots:
    void aVastFolder();
    void filesTooBig();
    void tooManyOpen();
    void killedForMemory();
    void stoppedForAWhile_data();
    void stoppedForAWhile();
};

namespace {

/// A memory cgroup of our own with that limit; empty where none can be made.
std::string memoryGroup(const std::string& limit)
{
    const std::string name = "/bascule-test-" + std::to_string(::getpid());
    for (const auto& [root, setting] :
         {std::pair{"/sys/fs/cgroup/memory", "/memory.limit_in_bytes"}, std::pair{"/sys/fs/cgroup", "/memory.max"}}) {
        const std::string group = root + name;
        if (::mkdir(group.c_str(), 0755) != 0)
            continue;
        const int fd = ::open((group + setting).c_str(), O_WRONLY | O_CLOEXEC);
        const bool limited = fd >= 0 && ::write(fd, limit.data(), limit.size()) == static_cast<ssize_t>(limit.size());
        if (fd >= 0)
            ::close(fd);
        if (limited)
            return group;
        ::rmdir(group.c_str());
    }
    return {};
}

} // namespace

/// Memory does not grow with the names of a folder. Their number: BASCULE_TEST_NAMES.
void TestEngineLimits::aVastFolder()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return; // sanitizers reserve terabytes
#endif
    const int names = std::max(200'000, qEnvironmentVariableIntValue("BASCULE_TEST_NAMES"));
    const Scratch scratch(true);
    folder(scratch / "S");
    for (int i = 0; i < names; ++i)
        must(::mknod((scratch / ("S/a rather long name, as people give them, number " + std::to_string(i))).c_str(),
                     S_IFREG | 0644, 0) == 0,
             "name");
    for (const char* done : {"created ", "created 0 "}) {
        QProcess limited;
        limited.start(QStringLiteral("prlimit"),
                      {QStringLiteral("--as=268435456"), QStringLiteral(BASCULE_ENGINE_DRIVER), QStringLiteral("sync"),
                       QStringLiteral("--delete"), QFile::decodeName((scratch / "S").c_str()),
                       QFile::decodeName((scratch / "D").c_str())});
        QVERIFY(limited.waitForFinished(-1));
        QVERIFY2(limited.exitStatus() == QProcess::NormalExit && limited.exitCode() == 0,
                 limited.readAllStandardError().constData());
        const QByteArray all = QByteArray::number(names) + ' ';
        const QByteArray said = limited.readAllStandardOutput();
        QVERIFY2(said.startsWith(done) && said.contains(all), said.constData());
    }
}

/// One file that the limit does not let through is that file's error, and neither the end of the process nor of the
/// run.
void TestEngineLimits::filesTooBig()
{
    const Sweep sweep({});
    sweep.reset();
    QByteArray said;
    const int code = sweep.runOnce({}, &said, {QStringLiteral("prlimit"), QStringLiteral("--fsize=100000")});
    QVERIFY2(code == 1, said.constData());
    QVERIFY2(said.contains("skipped file.too-big large ") && said.contains("skipped 2 "), said.constData());
    QCOMPARE(sweep.wrongNow(), QByteArray());
    QVERIFY(content(sweep.target() + "/changed") == "new contents, of another length");
    QCOMPARE(leftovers(sweep.target()), QByteArray());
    QCOMPARE(sweep.wrongLater(), QByteArray());
}

void TestEngineLimits::tooManyOpen()
{
    const Sweep sweep({});
    int failed = 0;
    int good = 0;
    for (int limit = 6; limit < 40 && good < 3; ++limit) {
        sweep.reset();
        QByteArray said;
        const int code =
            sweep.runOnce({}, &said, {QStringLiteral("prlimit"), QStringLiteral("--nofile=%1").arg(limit)});
        if (said.contains("error while loading shared libraries"))
            continue;
        QVERIFY2(code == 0 || said.contains("limit.open-files"), said.constData());
        QCOMPARE(sweep.wrongNow(), QByteArray());
        QCOMPARE(code == 0 ? sweep.differences() : QByteArray(), QByteArray());
        QCOMPARE(sweep.wrongLater(), QByteArray());
        failed += code != 0 ? 1 : 0;
        good += code == 0 ? 1 : 0;
    }
    QVERIFY(failed > 2 && good > 0);
}

/// The kernel ends the process because its group has no memory left: pages of a target in memory count as its own.
void TestEngineLimits::killedForMemory()
{
    const std::string group = isRoot() ? memoryGroup("12582912") : std::string();
    if (group.empty())
        QSKIP("no memory cgroup can be made here (that needs root); killed at every call is in tst_engine_kills");
    const Scratch scratch(true);
    folder(scratch / "S");
    for (unsigned i = 0; i < 40; ++i)
        file(scratch / ("S/" + std::to_string(i)), noise(1'000'000, i));
    const auto before = fingerprint(scratch / "S", {}, {});
    QProcess driver;
    driver.start(QStringLiteral("sh"),
                 {QStringLiteral("-c"), QStringLiteral("echo $$ >\"$0/cgroup.procs\"; exec \"$@\""),
                  QFile::decodeName(group.c_str()), QStringLiteral(BASCULE_ENGINE_DRIVER), QStringLiteral("sync"),
                  QFile::decodeName((scratch / "S").c_str()), QFile::decodeName((scratch / "D").c_str())});
    QVERIFY(driver.waitForFinished(60'000));
    const bool killed = driver.exitStatus() == QProcess::CrashExit && driver.exitCode() == SIGKILL;
    // What it wrote still counts, and goes with the target; then the group can go.
    const QByteArray said = driver.readAllStandardError() + driver.readAllStandardOutput();
    int whole = 0;
    bool half = false;
    for (unsigned i = 0; i < 40; ++i) {
        const std::string path = scratch / ("D/" + std::to_string(i));
        half = half || (exists(path) && content(path) != noise(1'000'000, i));
        whole += exists(path) ? 1 : 0;
    }
    QVERIFY2(killed, said.constData());
    QVERIFY(!half && whole < 40);
    QCOMPARE(fingerprint(scratch / "S", {}, {})->hash, before->hash);
    const auto result = run(scratch / "S", scratch / "D");
    QVERIFY2(result.ok() && result->verified, words(result).constData());
    QCOMPARE(result->unchanged, whole);
    QCOMPARE(rsyncDifference(scratch / "S", scratch / "D"), QByteArray());
    QCOMPARE(leftovers(scratch / "D"), QByteArray());
    remove(scratch / "D");
    ::rmdir(group.c_str());
}

void TestEngineLimits::stoppedForAWhile_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("here") << QStringList();
    QTest::newRow("the operator's process, with helpers")
        << QStringList{QStringLiteral("--helpers"), QStringLiteral("between"), QStringLiteral(ENGINE_SERVER)};
}

/// SIGSTOP in the midst, and SIGCONT later: it goes on as if nothing had been.
void TestEngineLimits::stoppedForAWhile()
{
    QFETCH(QStringList, arguments);
    const Scratch scratch(true);
    folder(scratch / "S");
    for (unsigned i = 0; i < 400; ++i)
        file(scratch / ("S/" + std::to_string(i)), noise(100'000, i));
    QProcess driver;
    driver.start(QStringLiteral(BASCULE_ENGINE_DRIVER), QStringList{QStringLiteral("sync")}
                                                            << arguments << QFile::decodeName((scratch / "S").c_str())
                                                            << QFile::decodeName((scratch / "D").c_str()));
    QVERIFY(driver.waitForStarted());
    const auto pid = static_cast<pid_t>(driver.processId());
    int stops = 0;
    while (!driver.waitForFinished(stops < 20 ? 1 : 10'000) && stops < 20) {
        ::kill(pid, SIGSTOP);
        QVERIFY(!driver.waitForFinished(50)); // stopped it does not end
        ::kill(pid, SIGCONT);
        ++stops;
    }
    QVERIFY(driver.state() == QProcess::NotRunning || driver.waitForFinished(60'000));
    QVERIFY2(driver.exitStatus() == QProcess::NormalExit && driver.exitCode() == 0,
             driver.readAllStandardError().constData());
    QVERIFY(stops > 0);
    QCOMPARE(rsyncDifference(scratch / "S", scratch / "D"), QByteArray());
}

QTEST_GUILESS_MAIN(TestEngineLimits)
#include "tst_engine_limits.moc"
