// SPDX-License-Identifier: GPL-3.0-or-later
// Sources that change while they are copied, stops, rates and counters.
#include "tests/unit/engine/Trees.h"

#include "core/engine/Compare.h"
#include "core/engine/Tree.h"

#include <atomic>
#include <chrono>
#include <thread>

using namespace trees;
using Clock = std::chrono::steady_clock;

class TestEngineLive : public QObject
{
    Q_OBJECT

private slots:
    void changingFiles();
    void sameSizeRewriteWithTimeRestored();
    void vanishingFiles();
    void stopsInAVastFile();
    void stopsInTheScan();
    void stopsWhileLimited();
    void stopsComparing();
    void keepsToTheRate();
    void countersOnlyGrow();
    void twoRunsAtOnce();
    void memoryStaysBounded();
};

namespace {

double secondsSince(Clock::time_point begun)
{
    return std::chrono::duration<double>(Clock::now() - begun).count();
}

/// Requests a stop after so many milliseconds, and tells how long the call went on after that.
double secondsToStop(int afterMs, const std::function<bool(std::stop_token)>& call, bool& wasCancelled)
{
    std::stop_source stop;
    Clock::time_point requested;
    std::thread stopper([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(afterMs));
        requested = Clock::now();
        stop.request_stop();
    });
    wasCancelled = call(stop.get_token());
    const Clock::time_point ended = Clock::now();
    stopper.join();
    return std::chrono::duration<double>(ended - requested).count();
}

} // namespace

/// A file that is written without a pause is reported; its neighbours arrive; and once it rests, so does it.
void TestEngineLive::changingFiles()
{
    const Scratch scratch;
    folder(scratch / "S");
    for (int i = 0; i < 200; ++i)
        file(scratch / ("S/calm" + std::to_string(i)), noise(3000, static_cast<unsigned>(i)));
    file(scratch / "S/busy", noise(20 * 1024 * 1024, 1));
    std::atomic<bool> ended{false};
    std::thread writer([&] {
        const int fd = ::open((scratch / "S/busy").c_str(), O_WRONLY | O_CLOEXEC);
        for (int i = 0; !ended; ++i) {
            if (::pwrite(fd, &i, sizeof i, (i % 4000) * 4096) != static_cast<ssize_t>(sizeof i))
                break;
            std::this_thread::sleep_for(std::chrono::microseconds(200));
        }
        ::close(fd);
    });
    const auto result = run(scratch / "S", scratch / "D");
    // Nothing else to do there: what was staged in vain leaves no trace in the folder's time either.
    const auto again = run(scratch / "S", scratch / "D");
    ended = true;
    writer.join();
    QCOMPARE(words(result), QByteArray("changed.during-copy busy \n"));
    QCOMPARE(words(again), QByteArray("changed.during-copy busy \n"));
    Stat here;
    Stat there;
    QVERIFY(statPath((scratch / "S").c_str(), here) == 0 && statPath((scratch / "D").c_str(), there) == 0);
    QVERIFY(here.modified == there.modified);
    QVERIFY(!result->verified);
    QCOMPARE(result->created, 200);
    QVERIFY(!exists(scratch / "D/busy"));
    QCOMPARE(leftovers(scratch / "D"), QByteArray());
    QVERIFY(run(scratch / "S", scratch / "D")->verified);
    QCOMPARE(rsyncDifference(scratch / "S", scratch / "D"), QByteArray());
}

/// Only the change time tells; the copy must be of one state, never of two.
void TestEngineLive::sameSizeRewriteWithTimeRestored()
{
    const Scratch scratch;
    folder(scratch / "S");
    const std::string path = scratch / "S/file";
    std::string bytes(30 * 1024 * 1024, 'a');
    file(path, bytes);
    touch(path, 1000, 0);
    std::atomic<bool> ended{false};
    std::thread writer([&] {
        for (char letter = 'b'; !ended; letter = letter == 'z' ? 'a' : static_cast<char>(letter + 1)) {
            std::fill(bytes.begin(), bytes.end(), letter);
            const int fd = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
            if (::pwrite(fd, bytes.data(), bytes.size(), 0) < 0)
                ended = true;
            ::close(fd);
            touch(path, 1000, 0);
            std::this_thread::sleep_for(std::chrono::milliseconds(40));
        }
    });
    for (int round = 0; round < 3; ++round) {
        const auto result = run(scratch / "S", scratch / "D");
        if (!result.ok() || !exists(scratch / "D/file"))
            continue; // reported as changed
        const std::string copy = content(scratch / "D/file");
        const bool isWhole = copy.find_first_not_of(copy[0]) == std::string::npos;
        if (!isWhole)
            ended = true;
        if (!isWhole)
            writer.join();
        QVERIFY2(isWhole, "two states in one file");
        ::unlink((scratch / "D/file").c_str());
    }
    ended = true;
    writer.join();
}

void TestEngineLive::vanishingFiles()
{
    const Scratch scratch(true);
    folder(scratch / "S");
    for (int i = 0; i < 3000; ++i)
        file(scratch / ("S/f" + std::to_string(i)), noise(2000, static_cast<unsigned>(i)));
    std::atomic<bool> begun{false};
    std::thread remover([&] {
        while (!begun)
            std::this_thread::yield();
        for (int i = 0; i < 3000; i += 2)
            ::unlink((scratch / ("S/f" + std::to_string(i))).c_str());
    });
    begun = true;
    const auto result = run(scratch / "S", scratch / "D");
    remover.join();
    QVERIFY2(result.ok(), words(result).constData());
    for (const SkippedItem& item : result->skipped)
        QVERIFY(item.reason == "vanished" || item.reason == "changed.during-copy");
    for (int i = 1; i < 3000; i += 2)
        QCOMPARE(content(scratch / ("D/f" + std::to_string(i))), noise(2000, static_cast<unsigned>(i)));
    SyncOptions options;
    options.deleteExtra = true;
    QVERIFY(run(scratch / "S", scratch / "D", options)->verified);
    QCOMPARE(rsyncDifference(scratch / "S", scratch / "D"), QByteArray());
}

void TestEngineLive::stopsInAVastFile()
{
    const Scratch scratch;
    folder(scratch / "S");
    file(scratch / "S/small", "x");
    file(scratch / "S/vast", noise(1024 * 1024, 1));
    {
        const int fd = ::open((scratch / "S/vast").c_str(), O_WRONLY | O_CLOEXEC);
        const std::string piece = noise(8 * 1024 * 1024, 2);
        for (int i = 0; i < 128; ++i) // 1 GiB
            QCOMPARE(::pwrite(fd, piece.data(), piece.size(), static_cast<off_t>(i) * 8 * 1024 * 1024),
                     8 * 1024 * 1024);
        ::close(fd);
    }
    bool cancelled = false;
    const double seconds = secondsToStop(
        200,
        [&](std::stop_token stop) {
            const auto result = run(scratch / "S", scratch / "D", {}, std::move(stop));
            return result.ok() && result->cancelled && !result->verified;
        },
        cancelled);
    QVERIFY(cancelled);
    QVERIFY2(seconds < 2, std::to_string(seconds).c_str());
    QVERIFY(!exists(scratch / "D/vast"));
    QCOMPARE(leftovers(scratch / "D"), QByteArray());
}

void TestEngineLive::stopsInTheScan()
{
    const Scratch scratch(true);
    folder(scratch / "S");
    for (int d = 0; d < 100; ++d) {
        folder(scratch / ("S/" + std::to_string(d)));
        for (int i = 0; i < 300; ++i)
            file(scratch / ("S/" + std::to_string(d) + "/" + std::to_string(i)), "x");
    }
    for (const int after : {0, 5, 20, 60, 150}) {
        std::stop_source stop;
        bool cancelled = false;
        const double seconds = secondsToStop(
            after,
            [&](std::stop_token token) {
                const auto result = run(scratch / "S", scratch / "D", {}, std::move(token));
                return result.ok() && result->cancelled;
            },
            cancelled);
        QVERIFY2(seconds < 2, std::to_string(seconds).c_str());
        QCOMPARE(leftovers(scratch / "D"), QByteArray());
    }
    QVERIFY(run(scratch / "S", scratch / "D")->verified);
    QCOMPARE(rsyncDifference(scratch / "S", scratch / "D"), QByteArray());
}

void TestEngineLive::stopsWhileLimited()
{
    const Scratch scratch;
    folder(scratch / "S");
    file(scratch / "S/file", noise(4 * 1024 * 1024, 1));
    SyncOptions options;
    options.bytesPerSecond = 50'000;
    bool cancelled = false;
    const double seconds = secondsToStop(
        500,
        [&](std::stop_token stop) {
            const auto result = run(scratch / "S", scratch / "D", options, std::move(stop));
            return result.ok() && result->cancelled;
        },
        cancelled);
    QVERIFY(cancelled);
    QVERIFY2(seconds < 2, std::to_string(seconds).c_str());
}

void TestEngineLive::stopsComparing()
{
    const Scratch scratch;
    folder(scratch / "S");
    file(scratch / "S/vast", noise(1, 1));
    {
        const int fd = ::open((scratch / "S/vast").c_str(), O_WRONLY | O_CLOEXEC);
        const std::string piece = noise(8 * 1024 * 1024, 2);
        for (int i = 0; i < 64; ++i)
            QCOMPARE(::pwrite(fd, piece.data(), piece.size(), static_cast<off_t>(i) * 8 * 1024 * 1024),
                     8 * 1024 * 1024);
        ::close(fd);
    }
    bool cancelled = false;
    const double seconds = secondsToStop(
        10,
        [&](std::stop_token stop) {
            Counters counters;
            const auto report = compare(scratch / "S", scratch / "S", {}, counters, std::move(stop));
            return report.ok() && report->cancelled && !report->equal;
        },
        cancelled);
    QVERIFY(cancelled);
    QVERIFY2(seconds < 2, std::to_string(seconds).c_str());
}

void TestEngineLive::keepsToTheRate()
{
    const Scratch scratch(true);
    folder(scratch / "S");
    for (int i = 0; i < 30; ++i)
        file(scratch / ("S/" + std::to_string(i)), noise(100'000, static_cast<unsigned>(i)));
    SyncOptions options;
    options.bytesPerSecond = 2'000'000;
    const auto begun = Clock::now();
    QVERIFY(run(scratch / "S", scratch / "D", options)->verified);
    QVERIFY(secondsSince(begun) > 1.2); // 3 MB at 2 MB/s; that it is no slower is not for a busy machine to judge
}

void TestEngineLive::countersOnlyGrow()
{
    const Scratch scratch(true);
    makeZoo(scratch / "S");
    for (int i = 0; i < 3000; ++i)
        file(scratch / ("S/empty-folder/" + std::to_string(i)), noise(4000, static_cast<unsigned>(i)));
    Counters counters;
    std::atomic<bool> ended{false};
    std::string wrong;
    std::thread watcher([&] {
        std::int64_t items = 0;
        std::int64_t bytes = 0;
        while (!ended) {
            const std::int64_t itemsDone = counters.itemsDone;
            const std::int64_t itemsTotal = counters.itemsTotal;
            const std::int64_t bytesDone = counters.bytesDone;
            const std::int64_t bytesTotal = counters.bytesTotal;
            if (itemsDone > itemsTotal || bytesDone > bytesTotal)
                wrong = "more done than there is";
            if (itemsDone < items || bytesDone < bytes)
                wrong = "went backwards";
            items = itemsDone;
            bytes = bytesDone;
        }
    });
    const auto result = sync(scratch / "S", scratch / "D", {}, counters, {});
    ended = true;
    watcher.join();
    QVERIFY(result->verified);
    QCOMPARE(QByteArray::fromStdString(wrong), QByteArray());
    QVERIFY(counters.totalsKnown);
    QCOMPARE(counters.itemsDone.load(), counters.itemsTotal.load());
    QCOMPARE(counters.bytesDone.load(), counters.bytesTotal.load());
    QCOMPARE(counters.itemsTotal.load(), result->entries);
}

void TestEngineLive::twoRunsAtOnce()
{
    const Scratch scratch(true);
    makeZoo(scratch / "S");
    std::vector<std::thread> runs;
    std::atomic<int> good{0};
    for (int i = 0; i < 3; ++i) {
        runs.emplace_back([&] {
            SyncOptions options;
            options.deleteExtra = true;
            good += run(scratch / "S", scratch / "D", options).ok() ? 1 : 0;
        });
    }
    for (std::thread& one : runs)
        one.join();
    QVERIFY(good >= 1);
    SyncOptions options;
    options.deleteExtra = true;
    const auto last = run(scratch / "S", scratch / "D", options);
    QCOMPARE(words(last), QByteArray());
    QCOMPARE(rsyncDifference(scratch / "S", scratch / "D"), QByteArray());
    QCOMPARE(leftovers(scratch / "D"), QByteArray());
}

/// One folder of very many names, looked at by a process that may not grow (the fault tests do this with a limit set).
void TestEngineLive::memoryStaysBounded()
{
    const Scratch scratch(true);
    folder(scratch / "S");
    for (int i = 0; i < 60'000; ++i) {
        const int fd = ::open((scratch / ("S/" + std::to_string(i))).c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
        QVERIFY(fd >= 0);
        ::close(fd);
    }
    const auto residentKb = [] {
        const std::string status = content("/proc/self/status");
        return std::atol(status.c_str() + status.find("VmHWM:") + 6);
    };
    const long before = residentKb();
    QVERIFY(run(scratch / "S", scratch / "D")->verified);
    QVERIFY(residentKb() - before < 64 * 1024);
    std::int64_t seen = 0;
    QVERIFY(walk(scratch / "D", {}, {}, [&seen](const TreeEntry&) { return ++seen > 0; }).ok());
    QCOMPARE(seen, 60'000);
}

QTEST_GUILESS_MAIN(TestEngineLive)
#include "tst_engine_live.moc"
