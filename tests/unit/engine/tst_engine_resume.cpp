// SPDX-License-Identifier: GPL-3.0-or-later
// Transfers over links that are cut, reset, silent or altered, and with either side killed or stopped in the middle:
// each goes on where it was, ends verified, and leaves nothing of ours behind.
#include "Relay.h"

#include <QElapsedTimer>
#include <QTest>

#include <filesystem>

using namespace bascule;
using namespace bascule::engine;
using namespace trees;
using namespace relay;

namespace {

#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
constexpr int kEvery = 3;
#else
constexpr int kEvery = 1;
#endif

void addEnds()
{
    QTest::addColumn<QString>("ends");
    for (const char* ends : {"from", "into", "between"})
        QTest::newRow(ends) << QString::fromLatin1(ends);
}

} // namespace

class EngineResumeTest : public QObject
{
    Q_OBJECT

private slots:
    // In memory, but promoted in batches as on a disk; the helpers inherit it.
    void initTestCase() { qputenv("BASCULE_MEMORY_AS_DISK", "1"); }

    void cutAnywhere_data()
    {
        QTest::addColumn<QString>("ends");
        QTest::addColumn<QString>("what");
        QTest::addColumn<qint64>("after");
        for (const char* ends : {"from", "into", "between"}) {
            int turn = 0;
            for (const qint64 after : {1, 50, 150, 300, 1'000, 5'000, 30'000, 100'000, 250'000, 400'000, 800'000,
                                       1'500'000, 3'000'000, 5'000'000, 6'500'000, 7'100'000}) {
                // What a sanitizer looks for does not hang on the byte: it sees every third cut.
                if (kEvery > 1 && turn % kEvery != 0) {
                    ++turn;
                    continue;
                }
                const QString what = turn++ % 2 == 0 ? QStringLiteral("cut") : QStringLiteral("reset");
                QTest::addRow("%s, %s after %lld", ends, qPrintable(what), static_cast<long long>(after))
                    << QString::fromLatin1(ends) << what << after;
            }
        }
    }
    void cutAnywhere()
    {
        QFETCH(QString, ends);
        QFETCH(QString, what);
        QFETCH(qint64, after);
        const Scratch scratch(true);
        makeTree(scratch / "S", 4 * kMiB, 4, 200);
        const QByteArray before = stateOf(scratch / "S");
        const Fault fault{what.toStdString(), after + 200}; // behind the greeting
        // Between two servers the one or the other link.
        const bool source = ends == u"from" || (ends == u"between" && after % 3 == 0);
        Trial trial(scratch, ends.toStdString(), source ? std::vector{fault} : std::vector<Fault>(),
                    source ? std::vector<Fault>() : std::vector{fault});
        const auto result = trial.go();
        QVERIFY(trial.reconnects >= 1);
        VERIFY_DONE(trial, result, before);
    }

    void altered_data()
    {
        QTest::addColumn<QString>("ends");
        QTest::addColumn<qint64>("after");
        for (const char* ends : {"from", "into"}) {
            for (const qint64 after : {1'000'000, 2'345'678, 4'000'000, 6'000'000, 7'777'777})
                QTest::newRow((QByteArray(ends) + ", after " + QByteArray::number(after)).constData())
                    << QString::fromLatin1(ends) << after;
        }
    }
    /// A bit that changed on the way, in the contents of a file.
    void altered()
    {
        QFETCH(QString, ends);
        QFETCH(qint64, after);
        const Scratch scratch(true);
        makeTree(scratch / "S", 9 * kMiB, 0, 0);
        const QByteArray before = stateOf(scratch / "S");
        const std::vector<Fault> flip{{"flip", after}};
        Trial trial(scratch, ends.toStdString(), ends == u"from" ? flip : std::vector<Fault>(),
                    ends == u"from" ? std::vector<Fault>() : flip);
        const auto result = trial.go();
        QCOMPARE(trial.reconnects, 1);
        QCOMPARE(trial.causes.at(0), std::string("link.garbled"));
        VERIFY_DONE(trial, result, before);
    }

    void silent_data() { addEnds(); }
    void silent()
    {
        QFETCH(QString, ends);
        const Scratch scratch(true);
        makeTree(scratch / "S", 8 * kMiB, 2, 100);
        const QByteArray before = stateOf(scratch / "S");
        const std::vector<Fault> stall{{"stall", 3'000'000}};
        const bool source = ends == u"from";
        Trial trial(scratch, ends.toStdString(), source ? stall : std::vector<Fault>(),
                    source ? std::vector<Fault>() : stall, 7000);
        QElapsedTimer since;
        since.start();
        const auto result = trial.go();
        QVERIFY2(since.elapsed() < 40'000, QByteArray::number(since.elapsed()));
        QCOMPARE(trial.reconnects, 1);
        QCOMPARE(trial.causes.at(0), std::string("link.silent"));
        VERIFY_DONE(trial, result, before);
    }

    void sideDisturbed_data()
    {
        QTest::addColumn<QString>("ends");
        QTest::addColumn<bool>("source");
        QTest::addColumn<int>("signal");
        QTest::newRow("source killed") << "from" << true << SIGKILL;
        QTest::newRow("source stopped") << "from" << true << SIGSTOP;
        QTest::newRow("target killed") << "into" << false << SIGKILL;
        QTest::newRow("target stopped") << "into" << false << SIGSTOP;
        QTest::newRow("source of two killed") << "between" << true << SIGKILL;
        QTest::newRow("source of two stopped") << "between" << true << SIGSTOP;
        QTest::newRow("target of two killed") << "between" << false << SIGKILL;
        QTest::newRow("target of two stopped") << "between" << false << SIGSTOP;
    }
    /// The helper of one side is killed, or hangs, in the middle.
    void sideDisturbed()
    {
        QFETCH(QString, ends);
        QFETCH(bool, source);
        QFETCH(int, signal);
        const Scratch scratch(true);
        makeTree(scratch / "S", 64 * kMiB, 8, 200); // more than is under way at once
        const QByteArray before = stateOf(scratch / "S");
        Trial trial(scratch, ends.toStdString(), {}, {}, 7000);
        trial.options.bytesPerSecond = 48 * kMiB;
        std::atomic<bool> ended{false};
        std::thread disturbing([&] {
            while (!ended && trial.counters.bytesDone < 10 * std::int64_t{kMiB})
                std::this_thread::sleep_for(std::chrono::milliseconds(2));
            ::kill((source ? trial.near : trial.far).newest, signal);
        });
        const auto result = trial.go();
        ended = true;
        disturbing.join();
        QVERIFY(trial.reconnects >= 1);
        VERIFY_DONE(trial, result, before);
    }

    void sideWakes_data()
    {
        QTest::addColumn<QString>("ends");
        QTest::addColumn<bool>("late");
        QTest::newRow("source, in time") << "from" << false;
        QTest::newRow("target, in time") << "into" << false;
        QTest::newRow("source, when another has taken its place") << "from" << true;
        QTest::newRow("target, when another has taken its place") << "into" << true;
    }
    /// The helper of one side hangs and goes on later: as if nothing had been, or without getting in the way of the one
    /// that was started meanwhile.
    void sideWakes()
    {
        QFETCH(QString, ends);
        QFETCH(bool, late);
        const Scratch scratch(true);
        makeTree(scratch / "S", 64 * kMiB, 8, 200);
        const QByteArray before = stateOf(scratch / "S");
        Trial trial(scratch, ends.toStdString(), {}, {}, 7000);
        trial.options.bytesPerSecond = 48 * kMiB;
        std::atomic<bool> ended{false};
        std::thread disturbing([&] {
            while (!ended && trial.counters.bytesDone < 10 * std::int64_t{kMiB})
                std::this_thread::sleep_for(std::chrono::milliseconds(2));
            const auto& newest = (ends == u"from" ? trial.near : trial.far).newest;
            const pid_t stopped = newest;
            ::kill(stopped, SIGSTOP);
            std::this_thread::sleep_for(std::chrono::milliseconds(1500));
            while (late && !ended && newest == stopped)
                std::this_thread::sleep_for(std::chrono::milliseconds(2));
            ::kill(stopped, SIGCONT);
        });
        const auto result = trial.go();
        ended = true;
        disturbing.join();
        QVERIFY(late ? trial.reconnects >= 1 : trial.reconnects == 0);
        VERIFY_DONE(trial, result, before);
    }

    void operatorKilled_data() { addEnds(); }
    /// The program itself is killed in the middle: the helpers bring in what they have and end.
    void operatorKilled()
    {
        QFETCH(QString, ends);
        const Scratch scratch(true);
        makeTree(scratch / "S", 24 * kMiB, 8, 200);
        const QByteArray before = stateOf(scratch / "S");
        QProcess program;
        program.start(QString::fromStdString(relay::ownPath()),
                      {QStringLiteral("operate"), ends, QFile::decodeName(scratch.path().c_str())});
        QVERIFY(program.waitForStarted());
        const relay::Count count(scratch / "count");
        QTRY_VERIFY_WITH_TIMEOUT(count.value() > 12 * std::int64_t{kMiB}, 60'000);
        program.kill();
        QVERIFY(program.waitForFinished(10'000));
        const QByteArray helpers = scratch.path().c_str();
        QTRY_VERIFY_WITH_TIMEOUT(processesWith(helpers).isEmpty(), 30'000);
        QVERIFY(isWhole(scratch / "S", scratch / "D"));
        Trial trial(scratch, ends.toStdString(), {}, {});
        const auto result = trial.go();
        const std::int64_t links = ends == u"between" ? 2 : 1;
        VERIFY_DONE(trial, result, before);
        // Little of what was passed on before was passed on again, when the target's process could bring it in.
        const std::int64_t all = std::int64_t{24 * kMiB} + 8 * 700'000 + 200 * 2000;
        const std::int64_t twice = trial.count.value() - links * all;
        QVERIFY2(ends == u"from" || twice < links * 4 * std::int64_t{kMiB},
                 QByteArray::number(static_cast<qint64>(twice)));
    }

    void stopped_data() { addEnds(); }
    /// Stopping is heeded while it waits to connect again too.
    void stopped()
    {
        QFETCH(QString, ends);
        const Scratch scratch(true);
        makeTree(scratch / "S", 2 * kMiB, 0, 0);
        Trial trial(scratch, ends.toStdString(), std::vector<Fault>(50, {"cut", 300}),
                    std::vector<Fault>(50, {"cut", 300}));
        trial.patience.firstWait = std::chrono::seconds(30);
        QElapsedTimer since;
        std::thread stopping([&] {
            std::this_thread::sleep_for(std::chrono::seconds(2));
            since.start();
            trial.stop.request_stop();
        });
        const auto result = trial.go();
        const qint64 took = since.isValid() ? since.elapsed() : -1;
        stopping.join();
        QVERIFY2(result.ok() && result->cancelled, words(result));
        QVERIFY2(took >= 0 && took < 2000, QByteArray::number(took));
    }

    void patienceEnds_data() { addEnds(); }
    void patienceEnds()
    {
        QFETCH(QString, ends);
        const Scratch scratch(true);
        makeTree(scratch / "S", 2 * kMiB, 0, 0);
        Trial trial(scratch, ends.toStdString(), std::vector<Fault>(500, {"cut", 300}),
                    std::vector<Fault>(500, {"cut", 300}));
        trial.patience.withoutProgress = std::chrono::seconds(kEvery > 1 ? 15 : 2); // a sanitizer takes its time
        const auto result = trial.go();
        QCOMPARE(code(result), QByteArray("link.closed"));
        QVERIFY(trial.reconnects >= 2);
    }

    void held_data()
    {
        QTest::addColumn<QString>("what");
        for (const char* what :
             {"as it was", "a byte altered", "shorter", "longer", "empty", "a week old", "of the future",
              "a link to it", "the source changed", "the source gone", "made a symlink"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    /// What is held is only ever believed as far as it is right.
    void held()
    {
        QFETCH(QString, what);
        const Scratch scratch(true);
        makeTree(scratch / "S", 16 * kMiB, 0, 10);
        folder(scratch / "outside");
        file(scratch / "outside/file", "untouched");
        Trial first(scratch, "from", {{"cut", 12'000'000}}, {});
        first.patience.passes = [](const Error&) { return false; };
        QCOMPARE(code(first.go()), QByteArray("link.closed"));
        QVERIFY(!exists(scratch / "D/large"));
        const std::string path =
            (scratch / "D/") + QDir(QFile::decodeName((scratch / "D").c_str()))
                                   .entryList({QStringLiteral(".bascule-*.held")}, QDir::Files | QDir::Hidden)
                                   .value(0)
                                   .toStdString();
        const auto size = static_cast<std::int64_t>(std::filesystem::file_size(path));
        QVERIFY(size > 10'000'000 && size <= 12'000'000);
        std::int64_t missing = static_cast<std::int64_t>(16 * kMiB) - size;
        const std::int64_t all = 16 * kMiB;
        if (what == u"a byte altered") {
            const int fd = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
            QCOMPARE(::pwrite(fd, "?!", 2, 5'000'000), 2);
            ::close(fd);
            missing = all - 4 * static_cast<std::int64_t>(kMiB); // it agrees up to there
        } else if (what == u"shorter") {
            std::filesystem::resize_file(path, 6'000'000);
            missing = all - 6'000'000 / 65536 * 65536;
        } else if (what == u"longer") {
            std::filesystem::resize_file(path, 40'000'000);
            missing = all - size / static_cast<std::int64_t>(kMiB) * static_cast<std::int64_t>(kMiB);
        } else if (what == u"empty") {
            std::filesystem::resize_file(path, 0);
            missing = all;
        } else if (what == u"a week old" || what == u"of the future") {
            touch(path, ::time(nullptr) + (what == u"a week old" ? -8 : 8) * 24 * 3600, 0);
            missing = all;
        } else if (what == u"a link to it") {
            std::filesystem::create_hard_link(path, scratch / "outside/linked");
            missing = all;
        } else if (what == u"the source changed") {
            touch(scratch / "S/large", 12345, 6);
            missing = all;
        } else if (what == u"the source gone") {
            std::filesystem::remove(scratch / "S/large");
            missing = 0;
        } else if (what == u"made a symlink") {
            std::filesystem::remove(path);
            std::filesystem::create_symlink(scratch / "outside/file", path);
            missing = all;
        }
        const QByteArray before = stateOf(scratch / "S");
        const std::int64_t passed = first.count.value();
        Trial second(scratch, "from", {}, {});
        const auto result = second.go();
        const std::int64_t came = second.count.value() - passed;
        VERIFY_DONE(second, result, before);
        QVERIFY2(came > missing && came < missing + 100'000, QByteArray::number(static_cast<qint64>(came)) + " of " +
                                                                 QByteArray::number(static_cast<qint64>(missing)));
        QCOMPARE(content(scratch / "outside/file"), std::string("untouched"));
        if (what == u"a link to it") // a file that has another name is not ours to write to
            QCOMPARE(static_cast<std::int64_t>(std::filesystem::file_size(scratch / "outside/linked")), size);
    }

    void theirs()
    {
        const Scratch scratch(true);
        makeTree(scratch / "S", kMiB, 0, 10);
        folder(scratch / "D");
        const std::string mine = scratch / "D/.bascule-00112233445566aa-00112233445566aa00112233445566aa.held";
        file(mine, "a user's own");
        Trial trial(scratch, "from", {{"cut", 500'000}}, {});
        const auto result = trial.go();
        QVERIFY2(result.ok() && result->verified, words(result));
        QCOMPARE(content(mine), std::string("a user's own"));
    }

    void sparse_data() { addEnds(); }
    /// A file with vast holes is gone on with, and keeps them.
    void sparse()
    {
        QFETCH(QString, ends);
        const Scratch scratch(true);
        folder(scratch / "S");
        const int fd = ::open((scratch / "S/sparse").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
        const std::string bytes = noise(kMiB, 3);
        for (int i = 0; i < 12; ++i)
            QCOMPARE(::pwrite(fd, bytes.data(), bytes.size(), i * 9'000'000'000LL + i * 1000),
                     static_cast<ssize_t>(bytes.size()));
        QCOMPARE(::ftruncate(fd, 120'000'000'000LL), 0);
        ::close(fd);
        const std::vector<Fault> cuts(2, {"cut", 5'000'000});
        Trial trial(scratch, ends.toStdString(), ends == u"from" ? cuts : std::vector<Fault>(),
                    ends == u"from" ? std::vector<Fault>() : cuts);
        const auto result = trial.go();
        QVERIFY2(result.ok() && result->verified, words(result));
        QCOMPARE(trial.reconnects, 2);
        struct stat info;
        QCOMPARE(::stat((scratch / "D/sparse").c_str(), &info), 0);
        QCOMPARE(static_cast<qint64>(info.st_size), 120'000'000'000LL);
        QVERIFY(info.st_blocks * 512 < 14 * static_cast<std::int64_t>(kMiB));
        QVERIFY(trial.count.value() < (ends == u"between" ? 2 : 1) * 16 * static_cast<std::int64_t>(kMiB));
        QCOMPARE(leftovers(scratch / "D"), QByteArray());
    }

private:
    /// Processes whose arguments have that text.
    static QByteArray processesWith(const QByteArray& text)
    {
        QByteArray found;
        for (const QString& pid : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QFile file(QStringLiteral("/proc/%1/cmdline").arg(pid));
            if (pid.toInt() > 0 && pid.toInt() != ::getpid() && file.open(QIODevice::ReadOnly) &&
                file.readAll().contains(text))
                found += pid.toLatin1() + ' ';
        }
        return found;
    }
};

int main(int argc, char** argv)
{
    if (relay::isRelay(argc, argv))
        return relay::main(argv);
    if (argc == 4 && std::strcmp(argv[1], "operate") == 0) {
        // The program that is killed: a transfer that would take long.
        const std::string root = argv[3];
        Server near(root + "/count", {});
        Server far(root + "/count", {});
        const bool into = std::strcmp(argv[2], "into") == 0;
        const bool from = std::strcmp(argv[2], "from") == 0;
        SyncOptions options;
        options.bytesPerSecond = 8 * kMiB;
        Counters counters;
        const auto result = wire::transferWithRetries(
            into ? wire::ReachableEnd{{}, root + "/S", "S"} : near.at(root + "/S"),
            from ? wire::ReachableEnd{{}, root + "/D", "D"} : far.at(root + "/D"), options, {}, counters, {});
        return result.ok() ? 0 : 1;
    }
    QCoreApplication application(argc, argv);
    EngineResumeTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_engine_resume.moc"
