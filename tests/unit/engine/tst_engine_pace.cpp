// SPDX-License-Identifier: GPL-3.0-or-later
// How fast a transfer goes, changed while it runs, here and with other processes; and the courtesy to a busy server.
#include "Trees.h"

#include "core/engine/Pace.h"
#include "core/engine/PaceKeeper.h"
#include "core/engine/wire/PaceFrames.h"

#include <atomic>
#include <thread>

using namespace bascule;
using namespace bascule::engine;
using namespace trees;

namespace {

constexpr std::int64_t kMiB = 1024 * 1024;
constexpr std::size_t kSize = 96 * kMiB;

/// A folder like /proc, which tells what the test wants.
class Proc
{
public:
    Proc()
    {
        folder(m_in / "pressure");
        folder(m_in / "self");
        folder(m_in / "self/task");
        folder(m_in / "self/task/1");
        put("stat", "cpu  9 9\ncpu0 4 4\ncpu1 5 5\nintr 7\n");
        load(0);
    }
    std::string path() const { return m_in.path(); }
    /// At once: who reads it sees the one or the other.
    void put(const std::string& name, const std::string& text) const
    {
        file(m_in / "new", text);
        must(::rename((m_in / "new").c_str(), (m_in / name).c_str()) == 0, name);
    }
    void load(double value) const { put("loadavg", std::to_string(value) + " 0.50 0.40 1/100 4242\n"); }
    void pressure(const std::string& of, double percent) const
    {
        put("pressure/" + of, "some avg10=" + std::to_string(percent) + " avg60=0.00 avg300=0.00 total=1\n" +
                                  "full avg10=99.00 avg60=0.00 avg300=0.00 total=1\n");
    }

private:
    const Scratch m_in;
};

/// Processes that want a processor each, at the lowest priority, and go with this.
class Burners
{
public:
    explicit Burners(int count)
    {
        for (int i = 0; i < count; ++i) {
            m_processes.push_back(std::make_unique<QProcess>());
            m_processes.back()->start(QStringLiteral("nice"),
                                      {QStringLiteral("-n"), QStringLiteral("19"), QStringLiteral("sh"),
                                       QStringLiteral("-c"), QStringLiteral("while :; do :; done")});
        }
        for (const auto& one : m_processes)
            must(one->waitForStarted(), "a process to burn time");
    }
    ~Burners()
    {
        for (const auto& one : m_processes)
            one->kill();
        for (const auto& one : m_processes)
            one->waitForFinished();
    }
    Burners(const Burners&) = delete;
    Burners& operator=(const Burners&) = delete;

private:
    std::vector<std::unique_ptr<QProcess>> m_processes;
};

/// A sync of one large file under way, with its ends where `ends` says.
class Run
{
public:
    Run(const std::string& from, const std::string& to, const QByteArray& ends, PaceWish wish)
        : pace(std::make_shared<Pace>(wish))
        , m_source(ends == "from" || ends == "between" ? helper() : nullptr)
        , m_target(ends == "into" || ends == "between" ? helper() : nullptr)
    {
        options.pace = pace;
        options.durable = false;
        m_thread = std::thread([this, from, to] {
            result = wire::transfer({m_source.get(), from, from}, {m_target.get(), to, to}, options, counters,
                                    stop.get_token());
            ended = true;
        });
    }
    ~Run()
    {
        stop.request_stop();
        if (m_thread.joinable())
            m_thread.join();
    }
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;
    void join() { m_thread.join(); }

    const std::shared_ptr<Pace> pace;
    SyncOptions options;
    Counters counters;
    std::stop_source stop;
    std::atomic<bool> ended{false};
    Result<SyncReport> result = Error{};

private:
    const std::unique_ptr<wire::Helper> m_source, m_target;
    std::thread m_thread;
};

void addEnds()
{
    QTest::addColumn<QByteArray>("ends");
    for (const char* ends : {"here", "from", "into", "between"})
        QTest::newRow(ends) << QByteArray(ends);
}

void makeLarge(const std::string& root)
{
    folder(root);
    std::string bytes = noise(kMiB, 5);
    for (std::size_t size = bytes.size(); size < kSize; size = bytes.size())
        bytes += bytes.substr(0, kSize - size);
    file(root + "/large", bytes);
}

} // namespace

class EnginePaceTest : public QObject
{
    Q_OBJECT

private slots:
    void changedWhileItRuns_data() { addEnds(); }
    /// Each of the first and the third limit alone would take an hour or more.
    void changedWhileItRuns()
    {
        QFETCH(QByteArray, ends);
        const Scratch scratch(true);
        makeLarge(scratch / "S");
        Run run(scratch / "S", scratch / "D", ends, {16 * 1024, false});
        QTRY_VERIFY_WITH_TIMEOUT(run.counters.bytesDone > 0, 60'000);
        run.pace->set({24 * kMiB, false});
        QTRY_VERIFY_WITH_TIMEOUT(run.counters.bytesDone > 8 * kMiB, 120'000);
        run.pace->set({1024, false});
        QTest::qWait(500); // what is on its way arrives
        const std::int64_t before = run.counters.bytesDone;
        QTest::qWait(1500);
        const std::int64_t meanwhile = run.counters.bytesDone - before;
        QVERIFY2(!run.ended && meanwhile < 12 * kMiB, QByteArray::number(qint64(meanwhile)));
        run.pace->set({});
        run.join();
        QVERIFY2(run.result.ok() && run.result->verified, words(run.result));
        QCOMPARE(rsyncDifference(scratch / "S", scratch / "D"), QByteArray());
        QVERIFY(run.pace->held().with.empty());
    }

    void stopsWhileLimited_data() { addEnds(); }
    void stopsWhileLimited()
    {
        QFETCH(QByteArray, ends);
        const Scratch scratch(true);
        makeLarge(scratch / "S");
        Run run(scratch / "S", scratch / "D", ends, {1024, true});
        QTRY_VERIFY_WITH_TIMEOUT(run.counters.bytesDone > 0, 60'000);
        run.stop.request_stop();
        QTRY_VERIFY_WITH_TIMEOUT(run.ended, 20'000);
        run.join();
        QVERIFY2(run.result.ok() && run.result->cancelled, words(run.result));
    }

    /// The same helper serves one transfer after the other, and each has its own pace.
    void aHelperServesSeveral()
    {
        const Scratch scratch(true);
        makeLarge(scratch / "S");
        const auto far = helper();
        for (int i = 0; i < 3; ++i) {
            SyncOptions options;
            options.pace = std::make_shared<Pace>(PaceWish{i == 1 ? 400 * kMiB : 0, i == 2});
            Counters counters;
            const std::string to = scratch / ("D" + std::to_string(i));
            const auto result = wire::transfer({far.get(), scratch / "S", "far"}, {nullptr, to, to}, options, counters,
                                               std::stop_token());
            QVERIFY2(result.ok() && result->verified, words(result));
            options.pace->set({1, true}); // nobody is there to heed it
            QVERIFY(!far->broken());
        }
    }

    /// Real processes make the load; both a run here and one in another process find it, and tell.
    void politeToARealLoad()
    {
        const Scratch scratch(true);
        makeLarge(scratch / "S");
        std::vector<std::unique_ptr<Run>> runs;
        for (const char* ends : {"here", "from", "into", "between"})
            runs.push_back(std::make_unique<Run>(scratch / "S", scratch / (std::string("D") + ends), ends,
                                                 PaceWish{32 * 1024, true}));
        {
            const Burners burners(24 + 2 * static_cast<int>(std::thread::hardware_concurrency()));
            for (const auto& run : runs) {
                QTRY_VERIFY_WITH_TIMEOUT(run->pace->holding().with != BusyWith::Nothing, 240'000);
                const Holding holding = run->pace->holding();
                QCOMPARE(holding.processors, std::int64_t{lookAtServer("/proc").processors});
                QVERIFY(holding.value > 0);
                QVERIFY(!run->ended);
            }
        }
        for (const auto& run : runs)
            run->pace->set({});
        for (const auto& run : runs) {
            run->join();
            QVERIFY2(run->result.ok() && run->result->verified, words(run->result));
            QVERIFY(run->pace->holding() == Holding());
            QVERIFY(!run->pace->held().with.empty());
        }
    }

    /// A busy server slows down who reads, and once it is calm the pace rises until nothing holds back.
    void heedsItsServer()
    {
        const Proc proc;
        const auto pace = std::make_shared<Pace>(PaceWish{0, true});
        PaceKeeper keeper(pace, 2, false, proc.path());
        std::atomic<bool> ended{false};
        std::atomic<std::int64_t> read{0};
        std::thread reader([&] {
            while (!ended) {
                keeper.passRead(64 * 1024, [&] { return ended.load(); });
                const PaceKeeper::Reading reading(&keeper);
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
                read += 64 * 1024;
            }
        });
        const auto waitFor = [&](BusyWith with, bool easing) {
            return QTest::qWaitFor([&] { return pace->holding().with == with && pace->holding().easing == easing; },
                                   120'000);
        };
        proc.load(9.5);
        const bool found = waitFor(BusyWith::Load, false);
        const Holding holding = pace->holding();
        // 64 KiB a millisecond, if it may.
        const bool slow = QTest::qWaitFor([&] { return keeper.block(kMiB) < 200'000; }, 120'000);
        proc.load(1);
        const bool eases = waitFor(BusyWith::Load, true);
        const bool free = waitFor(BusyWith::Nothing, false);
        proc.pressure("memory", 60);
        const bool again = waitFor(BusyWith::Memory, false);
        pace->set({0, false});
        const bool rude = waitFor(BusyWith::Nothing, false);
        ended = true;
        reader.join();
        QVERIFY(found);
        QCOMPARE(holding.value, 9.5);
        QCOMPARE(holding.processors, 2);
        QVERIFY(slow && eases && free && again && rude && read > 0);
        QCOMPARE(pace->held().with, (std::set<BusyWith>{BusyWith::Load, BusyWith::Memory}));
        QVERIFY(pace->held().time.count() > 0);
    }

    void looksAtTheServer()
    {
        const Proc proc;
        proc.load(7.8);
        ServerLook look = lookAtServer(proc.path());
        QCOMPARE(look.processors, 2);
        QCOMPARE(look.load, std::optional(7.8));
        QVERIFY(!look.cpu && !look.io && !look.memory);
        QCOMPARE(look.ownCpuWaitNs, 0);
        proc.pressure("cpu", 1.5);
        proc.pressure("io", 22);
        proc.pressure("memory", 0);
        proc.put("self/task/1/schedstat", "1000 250 7\n");
        look = lookAtServer(proc.path());
        QCOMPARE(look.cpu, std::optional(1.5));
        QCOMPARE(look.io, std::optional(22.0));
        QCOMPARE(look.memory, std::optional(0.0));
        QCOMPARE(look.ownCpuWaitNs, 250);
        proc.put("loadavg", "what");
        proc.put("pressure/cpu", "all is well\n");
        look = lookAtServer(proc.path());
        QVERIFY(!look.load && !look.cpu);
        look = lookAtServer("/nonexistent");
        QVERIFY(look.processors == 1 && !look.load && !look.io);
        look = lookAtServer("/proc");
        QVERIFY(look.processors >= 1 && look.load);
    }

    void judges_data()
    {
        QTest::addColumn<double>("load");
        QTest::addColumn<double>("cpu");
        QTest::addColumn<double>("io");
        QTest::addColumn<double>("memory");
        QTest::addColumn<double>("ownWait");
        QTest::addColumn<double>("ownReading");
        QTest::addColumn<bool>("writes");
        QTest::addColumn<double>("latency");
        QTest::addColumn<QString>("found");
        const double none = -1;
        const auto row = [](const char* name) -> QTestData& { return QTest::newRow(name); };
        row("calm") << 0.5 << 3.0 << 2.0 << 0.0 << 0.0 << 0.0 << false << 3.0 << QString();
        row("nothing known") << none << none << none << none << 0.0 << 0.0 << false << 0.0 << QString();
        row("our own load") << 6.5 << 10.0 << none << none << 5.0 << 0.0 << false << 0.0 << QString();
        row("load") << 12.1 << 10.0 << none << none << 5.0 << 0.0 << false << 0.0 << QStringLiteral("load");
        row("our own waiting") << 1.0 << 90.0 << none << none << 60.0 << 0.0 << false << 0.0 << QString();
        row("cpu") << 1.0 << 90.0 << none << none << 20.0 << 0.0 << false << 0.0 << QStringLiteral("cpu");
        row("our own reading") << 1.0 << 1.0 << 98.0 << 1.0 << 0.0 << 95.0 << false << 8.0 << QString();
        row("io") << 1.0 << 1.0 << 98.0 << 1.0 << 0.0 << 20.0 << false << 8.0 << QStringLiteral("io");
        row("our own writing") << 1.0 << 1.0 << 98.0 << 1.0 << 0.0 << 20.0 << true << 8.0 << QString();
        row("memory") << 1.0 << 1.0 << 1.0 << 35.0 << 0.0 << 20.0 << true << 8.0 << QStringLiteral("memory");
        row("slow from the beginning") << 1.0 << none << none << none << 0.0 << 20.0 << true << 39.0 << QString();
        row("latency") << 1.0 << none << none << none << 0.0 << 95.0 << false << 140.0 << QStringLiteral("latency");
    }
    void judges()
    {
        QFETCH(double, load);
        QFETCH(double, cpu);
        QFETCH(double, io);
        QFETCH(double, memory);
        QFETCH(double, ownWait);
        QFETCH(double, ownReading);
        QFETCH(bool, writes);
        QFETCH(double, latency);
        QFETCH(QString, found);
        const auto known = [](double value) { return value < 0 ? std::nullopt : std::optional(value); };
        const ServerLook look{2, known(load), known(cpu), known(io), known(memory), 0};
        const Holding holding = judge(look, {8, ownWait, ownReading, writes, latency, 10});
        QCOMPARE(QString::fromLatin1(nameOf(holding.with)), found);
        QVERIFY(holding.with == BusyWith::Nothing || holding.processors == 2);
    }

    void goesDownAndUp()
    {
        Courtesy courtesy;
        const Holding busy{BusyWith::Load, 20, 2, false};
        QCOMPARE(courtesy.step({}, 500 * kMiB), 0);
        std::int64_t rate = courtesy.step(busy, 200 * kMiB);
        QCOMPARE(rate, 100 * kMiB);
        for (int i = 0; i < 60; ++i) {
            const std::int64_t next = courtesy.step(busy, rate);
            QVERIFY(next == rate || next == std::max(rate / 2, kMiB));
            rate = next;
        }
        QCOMPARE(rate, kMiB); // it moves on
        QVERIFY(courtesy.holding() == busy);
        std::int64_t step = 0;
        int steps = 0;
        while (rate > 0 && ++steps < 1000) {
            const std::int64_t next = courtesy.step({}, rate);
            QVERIFY(next == 0 || step == 0 || next - rate == step);
            QVERIFY(next == 0 || courtesy.holding().easing);
            step = next - rate;
            rate = next;
        }
        QVERIFY2(steps > 10 && steps < 60, QByteArray::number(steps));
        QVERIFY(courtesy.holding() == Holding());
        // Busy from the first moment, when nothing was read yet.
        Courtesy early;
        QVERIFY(early.step(busy, 0) > kMiB);
    }

    void aLimitIsHeededByWhoWaits()
    {
        RateLimit limit(1);
        std::atomic<int> passed{0};
        std::vector<std::thread> waiting;
        for (int i = 0; i < 4; ++i) {
            waiting.emplace_back([&] {
                limit.pass(kMiB, [] { return false; });
                ++passed;
            });
        }
        const bool one = QTest::qWaitFor([&] { return passed > 0; }, 60'000);
        QTest::qWait(300);
        const int before = passed;
        limit.setRate(0);
        for (std::thread& thread : waiting)
            thread.join();
        QVERIFY(one);
        QCOMPARE(before, 1); // the others wait for years
        QCOMPARE(passed, 4);
        QCOMPARE(limit.block(kMiB), std::size_t{kMiB});
        limit.setRate(2 * kMiB);
        QVERIFY(limit.block(kMiB) < 300'000);
    }

    void framesSayWhatWasSaid()
    {
        wire::Message call;
        wire::putWish(call, {123, true});
        Pace pace;
        QVERIFY(wire::takeWish(call.encode(), pace));
        QVERIFY((pace.wish() == PaceWish{123, true}));
        QVERIFY(wire::takeWish(wire::Message().set("bytesPerSecond", std::int64_t{-5}).encode(), pace));
        QVERIFY(pace.wish() == PaceWish());
        QVERIFY(!wire::takeWish("no", pace));
        const auto held = [](const std::string& with, wire::Message::Value value) {
            return wire::Message().set("with", with).set("value", std::move(value)).encode();
        };
        QVERIFY(wire::takeHolding(held("latency", 120.5), pace));
        QCOMPARE(pace.holding().value, 120.5);
        QVERIFY(!wire::takeHolding(held("boredom", 1.0), pace));
        QVERIFY(!wire::takeHolding(held("load", std::string("high")), pace));
        QVERIFY(!wire::takeHolding(held("load", std::numeric_limits<double>::infinity()), pace));
        QVERIFY(!wire::takeHolding("no", pace));
        QCOMPARE(pace.holding().value, 120.5);
        QVERIFY(wire::takeHolding(wire::Message().set("with", std::string()).encode(), pace));
        QVERIFY(pace.holding() == Holding());
    }
};

QTEST_GUILESS_MAIN(EnginePaceTest)
#include "tst_engine_pace.moc"
