// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/JobRunner.h"
#include "core/jobs/Session.h"

#include "core/engine/Pace.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <condition_variable>
#include <thread>

using namespace bascule;
using namespace Qt::StringLiterals;

namespace {

class FunctionJob final : public Job
{
public:
    FunctionJob(std::function<Outcome(JobContext&)> work, QStringList resources = {})
        : m_work(std::move(work))
        , m_resources(std::move(resources))
    {
    }
    Item title() const override { return {u"job.test"_s, {}, {}}; }
    QStringList resources() const override { return m_resources; }
    bool background() const override { return inBackground; }
    Outcome run(JobContext& context) override { return m_work(context); }

    bool inBackground = false;

private:
    std::function<Outcome(JobContext&)> m_work;
    QStringList m_resources;
};

std::unique_ptr<Job> job(std::function<Outcome(JobContext&)> work, QStringList resources = {})
{
    return std::make_unique<FunctionJob>(std::move(work), std::move(resources));
}

Outcome untilStopped(JobContext& context)
{
    while (!context.stop.stop_requested())
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    return Outcome::cancelled();
}

} // namespace

class JobsTest : public QObject
{
    Q_OBJECT

private slots:
    /// A transfer heeds what is set for the runner, also while it runs; others are not bothered.
    void thePaceIsSteered()
    {
        JobRunner runner(nullptr, m_clock);
        QSignalSpy finished(&runner, &JobRunner::finished);
        std::shared_ptr<engine::Pace> pace;
        std::atomic<int> stage{0};
        runner.setPace(5000, false);
        const JobId id = runner.start(job([&](JobContext& context) {
            pace = context.progress.pace(u"old"_s);
            stage = pace->wish() == engine::PaceWish{5000, false} ? 1 : -1;
            while (stage == 1 && !context.stop.stop_requested()) {
                if (pace->wish() == engine::PaceWish{0, true})
                    stage = 2;
            }
            pace->tell({engine::BusyWith::Io, 62.04, 4, true});
            while (stage == 2 && !context.stop.stop_requested())
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
            pace->tell({});
            return Outcome::succeeded(true, context.progress.heldBack());
        }));
        QVERIFY(QTest::qWaitFor([&] { return stage != 0; }));
        QCOMPARE(stage, 1);
        runner.setPace(0, true);
        QVERIFY(QTest::qWaitFor([&] { return !runner.active().front().progress.held.code.isEmpty(); }));
        const JobView view = runner.active().front();
        QVERIFY(view.id == id && view.progress.paced && view.progress.polite && view.progress.rateLimit == 0);
        QCOMPARE(view.progress.held.code, u"pace.easing-old"_s);
        QCOMPARE(view.progress.held.params[u"why"].toString(), u"busy.io"_s);
        QCOMPARE(view.progress.held.params[u"value"].toDouble(), 62.0);
        QTest::qWait(20);
        stage = 3;
        QVERIFY(finished.wait());
        const QJsonObject facts = finished.front().at(1).value<Outcome>().facts;
        QVERIFY(facts[u"seconds"].toDouble() > 0);
        QCOMPARE(facts[u"why"].toArray(), QJsonArray{u"was-busy.io"_s});
        QCOMPARE(Progress().heldBack(), QJsonObject());
        QVERIFY(!Progress().sample().paced);
    }

    void endsInThreeWays()
    {
        JobRunner runner(nullptr, m_clock);
        QSignalSpy finished(&runner, &JobRunner::finished);
        runner.start(job([](JobContext&) { return Outcome::succeeded(false); }));
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(runner.last()->outcome.kind, Outcome::Kind::Succeeded);
        QVERIFY(!runner.last()->outcome.good);
        runner.start(job([](JobContext&) { return Outcome::failed(makeError("disk.full")); }));
        QTRY_COMPARE(finished.size(), 2);
        QCOMPARE(runner.last()->outcome.error->code, "disk.full");
        const JobId id = runner.start(job(untilStopped));
        QTRY_VERIFY(runner.active().front().running);
        runner.cancel(id);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 3, 2000);
        QCOMPARE(runner.last()->outcome.kind, Outcome::Kind::Cancelled);
        QVERIFY(runner.idle());
    }

    /// What a job reaches servers with is its own, stays until the job is gone, and no longer.
    void connectionsAreLetGoWithTheJob()
    {
        struct Held final : Job
        {
            Held(std::function<bool()> look, bool& there)
                : alive(std::move(look))
                , m_there(there)
            {
            }
            ~Held() override { m_there = alive(); }
            Item title() const override { return {u"job.test"_s, {}, {}}; }
            Outcome run(JobContext& context) override
            {
                return Outcome::succeeded(context.connections != nullptr && alive());
            }
            std::function<bool()> alive;

        private:
            bool& m_there;
        };
        std::vector<std::weak_ptr<int>> given;
        JobRunner runner(nullptr, m_clock, [&given] {
            const auto token = std::make_shared<int>(0);
            given.push_back(token);
            // Never looked into: how long it lives is what counts.
            return std::shared_ptr<SshConnections>(token, reinterpret_cast<SshConnections*>(token.get()));
        });
        QSignalSpy finished(&runner, &JobRunner::finished);
        for (std::size_t i = 0; i < 2; ++i) {
            bool whenItEnded = false;
            runner.start(std::make_unique<Held>([&given, i] { return !given.at(i).expired(); }, whenItEnded));
            QTRY_COMPARE(finished.size(), qsizetype(i + 1));
            QVERIFY(runner.last()->outcome.good);
            QVERIFY(whenItEnded);
            QCOMPARE(given.size(), i + 1);
            QVERIFY(given.at(i).expired());
        }
    }

    void runsOffTheCallersThreadAndReportsOnIt()
    {
        JobRunner runner(nullptr, m_clock);
        std::atomic<bool> elsewhere{false};
        const auto here = std::this_thread::get_id();
        bool reportedHere = false;
        connect(&runner, &JobRunner::finished, this, [&] { reportedHere = std::this_thread::get_id() == here; });
        runner.start(job([&](JobContext&) {
            elsewhere = std::this_thread::get_id() != here;
            return Outcome::succeeded();
        }));
        QTRY_VERIFY(reportedHere);
        QVERIFY(elsewhere);
    }

    void whatSharesAResourceRunsInTurn()
    {
        JobRunner runner(nullptr, m_clock);
        std::atomic<int> inside{0}, most{0}, done{0};
        const auto work = [&](JobContext&) {
            most = std::max(most.load(), ++inside);
            std::this_thread::sleep_for(std::chrono::milliseconds(30));
            --inside;
            ++done;
            return Outcome::succeeded();
        };
        for (int i = 0; i < 4; ++i)
            runner.start(job(work, {u"project"_s}));
        QTRY_COMPARE(done.load(), 4);
        QCOMPARE(most.load(), 1);
        for (int i = 0; i < 4; ++i)
            runner.start(job(work));
        QTRY_COMPARE(done.load(), 8);
        QCOMPARE(most.load(), 2);
    }

    void aWaitingJobCanBeCancelledWithoutRunning()
    {
        JobRunner runner(nullptr, m_clock);
        QSignalSpy finished(&runner, &JobRunner::finished);
        std::atomic<bool> ran{false};
        const JobId first = runner.start(job(untilStopped, {u"a"_s}));
        const JobId second = runner.start(job(
            [&](JobContext&) {
                ran = true;
                return Outcome::succeeded();
            },
            {u"a"_s}));
        runner.cancel(second);
        runner.cancel(first);
        QTRY_COMPARE(finished.size(), 2);
        QVERIFY(!ran);
    }

    /// It takes nobody's turn, waits for none, and is not what was done last.
    void theBackgroundIsInNobodysWay()
    {
        JobRunner runner(nullptr, m_clock);
        QSignalSpy finished(&runner, &JobRunner::finished);
        runner.start(job([](JobContext&) { return Outcome::failed(makeError("disk.full")); }));
        QTRY_COMPARE(finished.size(), 1);
        for (int i = 0; i < 2; ++i)
            runner.start(job(untilStopped));
        const auto quiet = [](std::function<Outcome(JobContext&)> work) {
            auto made = std::make_unique<FunctionJob>(std::move(work));
            made->inBackground = true;
            return made;
        };
        runner.start(quiet([](JobContext&) { return Outcome::succeeded(); }));
        QTRY_COMPARE(finished.size(), 2);
        QCOMPARE(int(runner.active().size()), 2);
        QCOMPARE(runner.last()->outcome.kind, Outcome::Kind::Failed);
        runner.cancelAll();
        QTRY_VERIFY(runner.idle());
        runner.start(quiet(untilStopped));
        QTRY_VERIFY(runner.active().front().running);
        QVERIFY(runner.active().front().background);
        for (int i = 0; i < 2; ++i)
            runner.start(job(untilStopped));
        QCOMPARE(int(runner.active().size()), 3);
        for (const JobView& each : runner.active())
            QVERIFY(each.running);
        runner.cancelAll();
        QTRY_VERIFY(runner.idle());
    }

    void destructionStopsAndJoins()
    {
        auto runner = std::make_unique<JobRunner>(nullptr, m_clock);
        std::atomic<bool> entered{false}, left{false};
        runner->start(job([&](JobContext& context) {
            entered = true;
            untilStopped(context);
            left = true;
            return Outcome::cancelled();
        }));
        QTRY_VERIFY(entered);
        runner.reset();
        QVERIFY(left);
    }

    void progressNeverGoesBackwards()
    {
        Progress progress;
        auto& first = progress.part(u"phase.scanning"_s);
        first.itemsTotal = 10;
        first.totalsKnown = true;
        first.itemsDone = 8;
        const auto before = progress.sample();
        QCOMPARE(before.itemsDone, 8);
        QCOMPARE(before.fraction, 0.8);
        QVERIFY(!before.etaLow); // nothing is promised in the first seconds
        auto& second = progress.part(u"phase.copying"_s);
        second.itemsTotal = 1000;
        second.totalsKnown = true;
        const auto after = progress.sample();
        QVERIFY(after.fraction >= before.fraction);
        QCOMPARE(after.itemsDone, 8);
        QCOMPARE(after.itemsTotal, 1010);
        QCOMPARE(after.phase.code, u"phase.copying"_s);
    }

    void anUnknownTotalHasNoFraction()
    {
        Progress progress;
        auto& part = progress.part({});
        part.itemsDone = 5;
        part.phase = engine::Phase::Scanning;
        const auto now = progress.sample();
        QCOMPARE(now.fraction, -1.0);
        QCOMPARE(now.itemsTotal, 0);
        QCOMPARE(now.phase.code, u"phase.scanning"_s);
    }

    void opensAProjectWithoutBlocking()
    {
        QTemporaryDir dir;
        Project fresh;
        fresh.name = u"x"_s;
        std::shared_ptr<ProjectStore> store;
        const auto here = std::this_thread::get_id();
        Session::openLater(dir.filePath(u"a.bascule"_s), OpenMode::ReadWrite, fresh, m_clock, this,
                           [&](Result<std::shared_ptr<ProjectStore>> opened) {
                               QCOMPARE(std::this_thread::get_id(), here);
                               store = opened.value();
                           });
        QVERIFY(!store);
        QTRY_VERIFY(store);
        QCOMPARE(store->snapshot()->project.name, u"x"_s);
        std::string code;
        Session::openLater(dir.filePath(u"none.bascule"_s), OpenMode::ReadWrite, {}, m_clock, this,
                           [&](Result<std::shared_ptr<ProjectStore>> opened) { code = opened.error().code; });
        QTRY_COMPARE(code, std::string("project.missing"));
    }

private:
    SystemClock m_clock;
};

QTEST_GUILESS_MAIN(JobsTest)
#include "tst_jobs.moc"
