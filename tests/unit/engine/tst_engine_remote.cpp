// SPDX-License-Identifier: GPL-3.0-or-later
// Syncs from and into another process: stopped in the middle, the process killed or silent in the middle, and a file
// that is written to meanwhile. What a far end that lies can do is in tst_engine_liar.cpp.
#include "Trees.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <csignal>
#include <filesystem>
#include <thread>

using namespace bascule;
using namespace bascule::engine;
using namespace trees;

namespace {

constexpr int kLarge = 20;
constexpr std::size_t kLargeSize = 4 * 1024 * 1024;
constexpr int kSmall = 300;

void makeTree(const std::string& root)
{
    folder(root);
    for (int i = 0; i < kLarge; ++i)
        file(root + "/large" + std::to_string(i), noise(kLargeSize, static_cast<unsigned>(i)));
    folder(root + "/small");
    for (int i = 0; i < kSmall; ++i)
        file(root + "/small/" + std::to_string(i), std::string(1000, static_cast<char>('a' + i % 26)));
}

/// Bytes of the files under their final names; fails when one of them is not whole.
std::int64_t bytesOfWhole(const std::string& source, const std::string& target)
{
    std::int64_t bytes = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(target)) {
        const std::string name = entry.path().string().substr(target.size());
        if (!entry.is_regular_file() || entry.path().filename().string().starts_with(".bascule-"))
            continue;
        if (content(entry.path().string()) != content(source + name))
            return -1;
        bytes += static_cast<std::int64_t>(entry.file_size());
    }
    return bytes;
}

/// A sync with another process, which this watches.
struct Run
{
    Run(std::string from, std::string to, bool intoServer, SyncOptions how = {})
        : source(std::move(from))
        , target(std::move(to))
        , into(intoServer)
        , options(std::move(how))
    {
    }
    const std::string source, target;
    const bool into;
    SyncOptions options;
    Counters counters;
    std::stop_source stop;
    std::unique_ptr<wire::Helper> far = helper();
    Result<SyncReport> result = Error{};
    std::atomic<bool> ended{false};
    QElapsedTimer sinceDisturbed;
    qint64 took = -1;

    /// Calls `disturb` once some bytes are copied, and measures how long the sync goes on after it.
    void go(std::int64_t after, const std::function<void()>& disturb)
    {
        std::thread worker([this] {
            wire::Helper* none = nullptr;
            result = wire::transfer({into ? none : far.get(), source, source},
                                    {into ? far.get() : none, target, target}, options, counters, stop.get_token());
            took = sinceDisturbed.isValid() ? sinceDisturbed.elapsed() : -1;
            ended = true;
        });
        while (!ended && counters.bytesDone < after)
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        sinceDisturbed.start();
        disturb();
        worker.join();
    }
};

} // namespace

class EngineRemoteTest : public QObject
{
    Q_OBJECT

private slots:
    void cancelledInTheMiddle_data() { directions(); }
    void cancelledInTheMiddle()
    {
        QFETCH(bool, into);
        const Scratch scratch;
        makeTree(scratch / "S");
        Run first(scratch / "S", scratch / "D", into, slowly());
        first.go(12 * 1024 * 1024, [&] { first.stop.request_stop(); });
        QVERIFY2(first.result.ok(), words(first.result));
        QVERIFY(first.result->cancelled);
        QVERIFY(!first.result->verified);
        QVERIFY2(first.took >= 0 && first.took < 2000, QByteArray::number(first.took));
        QCOMPARE(unexpected(scratch / "D"), QByteArray());
        const std::int64_t kept = bytesOfWhole(scratch / "S", scratch / "D");
        QVERIFY(kept >= 0);
        // The same helper goes on to be of use.
        QVERIFY(!first.far->broken());
        Run second(scratch / "S", scratch / "D", into);
        second.far = std::move(first.far);
        second.go(INT64_MAX, [] {});
        converged(second, kept);
    }

    void killedInTheMiddle_data() { directions(); }
    void killedInTheMiddle()
    {
        QFETCH(bool, into);
        const Scratch scratch;
        makeTree(scratch / "S");
        Run first(scratch / "S", scratch / "D", into, slowly());
        first.go(12 * 1024 * 1024, [&] { ::kill(static_cast<pid_t>(first.far->pid()), SIGKILL); });
        QCOMPARE(code(first.result), QByteArray("link.closed"));
        QVERIFY2(first.took >= 0 && first.took < 3000, QByteArray::number(first.took));
        QVERIFY(first.far->broken());
        if (!into) // who is killed cannot clean up; the next one does
            QCOMPARE(unexpected(scratch / "D"), QByteArray());
        const std::int64_t kept = bytesOfWhole(scratch / "S", scratch / "D");
        QVERIFY(kept >= 0);
        Run second(scratch / "S", scratch / "D", into);
        second.go(INT64_MAX, [] {});
        converged(second, kept);
    }

    void oneOfTwoKilled_data()
    {
        QTest::addColumn<bool>("source");
        QTest::newRow("source") << true;
        QTest::newRow("target") << false;
    }
    void oneOfTwoKilled()
    {
        QFETCH(bool, source);
        const Scratch scratch;
        makeTree(scratch / "S");
        const auto near = helper();
        const auto far = helper();
        Counters counters;
        std::atomic<bool> ended{false};
        QElapsedTimer since;
        std::thread killer([&] {
            while (!ended && counters.bytesDone < 12 * 1024 * 1024)
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
            since.start();
            ::kill(static_cast<pid_t>((source ? near : far)->pid()), SIGKILL);
        });
        const auto result =
            wire::transfer({near.get(), scratch / "S", "S"}, {far.get(), scratch / "D", "D"}, slowly(), counters, {});
        ended = true;
        killer.join();
        QCOMPARE(code(result), QByteArray("link.closed"));
        QVERIFY2(since.elapsed() < 3000, QByteArray::number(since.elapsed()));
        QVERIFY(bytesOfWhole(scratch / "S", scratch / "D") >= 0);
        // The other one is told of the end, and serves on.
        QCOMPARE(far->broken(), !source);
        QCOMPARE(near->broken(), source);
        QVERIFY((source ? far : near)->exists(scratch / "S").ok());
    }

    void silentWhenCancelled_data() { directions(); }
    void silentWhenCancelled()
    {
        QFETCH(bool, into);
        const Scratch scratch;
        makeTree(scratch / "S");
        Run run(scratch / "S", scratch / "D", into, slowly());
        run.go(12 * 1024 * 1024, [&] {
            ::kill(static_cast<pid_t>(run.far->pid()), SIGSTOP);
            std::this_thread::sleep_for(std::chrono::milliseconds(1000)); // pipes fill
            run.sinceDisturbed.restart();
            run.stop.request_stop();
        });
        ::kill(static_cast<pid_t>(run.far->pid()), SIGKILL);
        QVERIFY2(run.result.ok() && run.result->cancelled, words(run.result));
        QVERIFY2(run.took >= 0 && run.took < 2000, QByteArray::number(run.took));
        QVERIFY(bytesOfWhole(scratch / "S", scratch / "D") >= 0);
    }

    void cancelledBeforeItBegins_data() { directions(); }
    void cancelledBeforeItBegins()
    {
        QFETCH(bool, into);
        const Scratch scratch;
        folder(scratch / "S");
        folder(scratch / "D");
        file(scratch / "D/kept", "kept");
        Run run(scratch / "S", scratch / "D", into);
        run.options.deleteExtra = true;
        run.stop.request_stop();
        run.go(INT64_MAX, [] {});
        QVERIFY2(run.result.ok() && run.result->cancelled, words(run.result));
        QVERIFY(exists(scratch / "D/kept"));
        QVERIFY(!run.far->broken());
    }

    void missingEnds_data() { directions(); }
    void missingEnds()
    {
        QFETCH(bool, into);
        const Scratch scratch;
        folder(scratch / "S");
        folder(scratch / "D");
        file(scratch / "D/kept", "kept");
        file(scratch / "F", "no folder");
        const auto sync = [&](const std::string& source, const std::string& target, bool deleteExtra = false) {
            Run run(source, target, into);
            run.options.deleteExtra = deleteExtra;
            run.go(INT64_MAX, [] {});
            return code(run.result) + ' ' +
                   (run.result.ok() ? QByteArray() : QByteArray::fromStdString(run.result.error().subject));
        };
        QCOMPARE(sync(scratch / "none", scratch / "D"),
                 QByteArray::fromStdString("path.missing " + (scratch / "none")));
        QCOMPARE(sync(scratch / "F", scratch / "D"), QByteArray::fromStdString("path.not-a-folder " + (scratch / "F")));
        QCOMPARE(sync(scratch / "S", scratch / "none/D"),
                 QByteArray::fromStdString("path.missing " + (scratch / "none")));
        QCOMPARE(sync(scratch / "S", scratch / "D", true),
                 QByteArray::fromStdString("sync.source-empty " + (scratch / "S")));
        QVERIFY(exists(scratch / "D/kept"));
    }

    void writtenMeanwhile_data()
    {
        QTest::addColumn<bool>("into");
        QTest::addColumn<int>("size");
        QTest::newRow("from, small") << false << 1000;
        QTest::newRow("from, large") << false << 20'000'000;
        QTest::newRow("into, small") << true << 1000;
        QTest::newRow("into, large") << true << 20'000'000;
    }
    void writtenMeanwhile()
    {
        QFETCH(bool, into);
        QFETCH(int, size);
        const Scratch scratch;
        folder(scratch / "S");
        file(scratch / "S/calm", "calm");
        file(scratch / "S/log", noise(static_cast<std::size_t>(size), 1));
        std::atomic<bool> ended{false};
        std::thread writer([&] {
            const int fd = ::open((scratch / "S/log").c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
            while (!ended && ::write(fd, "+", 1) == 1)
                std::this_thread::sleep_for(std::chrono::microseconds(200));
            ::close(fd);
        });
        Run first(scratch / "S", scratch / "D", into);
        first.go(INT64_MAX, [] {});
        ended = true;
        writer.join();
        QVERIFY2(first.result.ok(), words(first.result));
        QCOMPARE(content(scratch / "D/calm"), std::string("calm"));
        if (size < 1'000'000 && first.result->verified) {
            // So small a file may be caught between two writes: it is then what it was at one time.
            const std::string copy = content(scratch / "D/log");
            QVERIFY(copy.size() >= static_cast<std::size_t>(size) && content(scratch / "S/log").starts_with(copy));
        } else {
            QCOMPARE(first.result->skippedTotal, 1);
            QCOMPARE(first.result->skipped[0].reason, std::string("changed.during-copy"));
            QCOMPARE(first.result->skipped[0].path, std::string("log"));
            QVERIFY(!first.result->verified);
            QVERIFY(!exists(scratch / "D/log"));
        }
        QCOMPARE(leftovers(scratch / "D"), QByteArray());
        Run second(scratch / "S", scratch / "D", into);
        second.go(INT64_MAX, [] {});
        QVERIFY2(second.result.ok() && second.result->verified, words(second.result));
        QCOMPARE(rsyncDifference(scratch / "S", scratch / "D"), QByteArray());
    }

    void sourceGoneMeanwhile_data() { directions(); }
    /// A source that is taken away while it is read is no reason to delete anything.
    void sourceGoneMeanwhile()
    {
        QFETCH(bool, into);
        const Scratch scratch;
        makeTree(scratch / "S");
        folder(scratch / "D");
        file(scratch / "D/extra", "extra");
        Run run(scratch / "S", scratch / "D", into, slowly());
        run.options.deleteExtra = true;
        run.go(12 * 1024 * 1024, [&] {
            must(::rename((scratch / "S").c_str(), (scratch / "elsewhere").c_str()) == 0, "rename");
            folder(scratch / "S");
        });
        QVERIFY2(!run.result.ok() || !run.result->verified, words(run.result));
        QVERIFY(exists(scratch / "D/extra"));
    }

private:
    static void directions()
    {
        QTest::addColumn<bool>("into");
        QTest::newRow("from") << false;
        QTest::newRow("into") << true;
    }
    /// What else than large files that are held for the next run is left; with them goes their lock file.
    static QByteArray unexpected(const std::string& root)
    {
        QByteArray found;
        bool isHeld = false;
        bool isLocked = false;
        for (const QByteArray& path : leftovers(root).split('\n')) {
            isHeld = isHeld || path.endsWith(".held");
            isLocked = isLocked || path.endsWith(".lock");
            if (!path.isEmpty() && !path.endsWith(".held") && !path.endsWith(".lock"))
                found += path + '\n';
        }
        return isHeld == isLocked ? found : found + "a lock and nothing held, or the other way round";
    }
    /// So that there is a middle.
    static SyncOptions slowly()
    {
        SyncOptions options;
        options.bytesPerSecond = 24 * 1024 * 1024;
        options.durable = false;
        return options;
    }
    static void converged(const Run& run, std::int64_t kept)
    {
        QVERIFY2(run.result.ok() && run.result->verified, words(run.result));
        QCOMPARE(rsyncDifference(run.source, run.target), QByteArray());
        QCOMPARE(leftovers(run.target), QByteArray());
        QVERIFY(kept > 0);
        QCOMPARE(run.result->transferred, kLarge * std::int64_t{kLargeSize} + kSmall * 1000 - kept);
    }
};

QTEST_GUILESS_MAIN(EngineRemoteTest)
#include "tst_engine_remote.moc"
