// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Excludes.h"
#include "core/runbook/Executor.h"
#include "core/runbook/RunLock.h"
#include "core/runbook/Scope.h"
#include "core/runbook/TreePrint.h"
#include "tests/fault/cutover/Fixture.h"
#include "tests/support/FarHost.h"

#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <thread>

using namespace bascule;
using namespace bascule::fixture;

namespace {

/// Steps that only note what is asked of them.
class NotedSteps final : public StepActions
{
public:
    QStringList calls;
    QString failAt, stopAt;
    bool undoLate = true;
    bool undoFails = false;
    std::function<void(const QString&)> during;
    std::size_t goBackTo = 99;

    StepOutcome precheck(const RunStep&, StepEnv&) override { return {}; }
    StepOutcome perform(const RunStep& step, StepEnv& env) override
    {
        calls.append(step.code);
        env.facts[step.code] = true;
        if (during)
            during(step.code);
        if (step.code == failAt)
            return StepOutcome::failed(makeError("checks.failed", step.code, {{"count", std::int64_t{1}}}));
        if (step.code == stopAt || env.stop.stop_requested())
            return StepOutcome::stopped();
        StepOutcome outcome;
        outcome.proof.append(proofItem(u"proof.opened"_s, true));
        return outcome;
    }
    StepOutcome verify(const RunStep&, StepEnv&) override { return {}; }
    Result<void> undo(const RunStep& step, StepEnv&) override
    {
        calls.append(u"undo "_s + step.code);
        return undoFails ? Result<void>(makeError("disk.full")) : Result<void>();
    }
    Result<std::size_t> resumeAt(std::size_t next, StepEnv&) override
    {
        calls.append(u"resume at %1"_s.arg(next));
        return std::min(next, goBackTo);
    }
    bool isPointOfNoReturn(const RunStep& step) const override { return step.code == u"switch"; }
    Result<bool> canUndoLate(StepEnv&) override { return undoLate; }
};

std::vector<RunbookStep> fourSteps()
{
    std::vector<RunbookStep> steps;
    for (const char* code : {"freeze", "sync", "switch", "checks"}) {
        RunbookStep step;
        step.number = int(steps.size()) + 1;
        step.code = QString::fromLatin1(code);
        steps.push_back(step);
    }
    return steps;
}

} // namespace

class TestExecutor : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void runsAllAndWritesBothEnds();
    void failureBeforeTheSwitchIsUndone();
    void failureAfterTheSwitchIsUndoneWhileNothingIsLost();
    void failureAfterTheSwitchHaltsOnceUsersWrote();
    void cancellingUndoesBeforeTheSwitchAndFinishesAfter();
    void deadlineUndoes();
    void pauseWaitsAndGoesOn();
    void interruptedRunGoesOnWhereItStood();
    void interruptedUndoGoesOnUndoing();
    void whatNoLongerHoldsIsDoneAgain();
    void failingJournalLeavesARunToResume();
    void lockKeepsTheSecondOut();
    void operatorsHereAndElsewhereMeet();
    void excludesMatchOnlyTheirPath();
    void leftFolderWithSomethingCarriedInIt();
    void printSeesEveryChange();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    SystemClock m_clock;
    std::shared_ptr<ProjectStore> m_store;
    std::stop_source m_stop;
    Progress m_progress;
    NotedSteps m_steps;

    JobContext context() { return {m_store.get(), m_clock, m_stop.get_token(), m_progress}; }
    Run row(Id id) { return *findById(m_store->snapshot()->runs, id); }
    QStringList states(Id id)
    {
        QStringList all;
        for (const RunStep* step : m_store->snapshot()->stepsOf(id))
            all.append(enumName(step->state));
        return all;
    }
    Id begin(const ExecutorOptions& options = {})
    {
        JobContext job = context();
        RunbookExecutor executor(job, m_steps, options);
        return executor.begin(RunKind::Cutover, fourSteps(), u"hash"_s, {}).valueOr(0);
    }
    RunResult go(Id id, const ExecutorOptions& options = {})
    {
        JobContext job = context();
        return RunbookExecutor(job, m_steps, options).execute(id);
    }
};

void TestExecutor::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    qputenv("BASCULE_STATE_DIR", m_dir->filePath(u"state"_s).toLocal8Bit());
    Project project;
    project.name = u"P"_s;
    auto store = ProjectStore::create(m_dir->filePath(u"p.bascule"_s), project, m_clock);
    QVERIFY(store);
    m_store = store.value();
    m_stop = {};
    m_steps = {};
}

void TestExecutor::cleanup()
{
    ProjectStore::failStatement(0);
    m_store.reset();
}

void TestExecutor::runsAllAndWritesBothEnds()
{
    int ended = 0;
    ExecutorOptions options;
    options.onEnd = [&](StoreTx&, Run& run, const std::vector<RunStep>& steps) -> Result<void> {
        ++ended;
        run.facts[u"steps"_s] = qint64(steps.size());
        return {};
    };
    const Id id = begin(options);
    QCOMPARE(states(id), QStringList({u"waiting"_s, u"waiting"_s, u"waiting"_s, u"waiting"_s}));
    const RunResult result = go(id, options);
    QVERIFY(!result.error);
    QCOMPARE(m_steps.calls, QStringList({u"freeze"_s, u"sync"_s, u"switch"_s, u"checks"_s}));
    QCOMPARE(states(id), QStringList({u"verified"_s, u"verified"_s, u"verified"_s, u"verified"_s}));
    const Run run = row(id);
    QCOMPARE(enumName(run.state), u"succeeded"_s);
    QVERIFY(run.endedAt.isValid());
    QCOMPARE(run.facts[u"steps"].toInt(), 4);
    QCOMPARE(ended, 1);
    QCOMPARE(m_store->snapshot()->runSteps[0].proof.size(), 1);
}

void TestExecutor::failureBeforeTheSwitchIsUndone()
{
    m_steps.failAt = u"sync"_s;
    const Id id = begin();
    const RunResult result = go(id);
    QCOMPARE(QString::fromStdString(result.error->code), u"checks.failed"_s);
    QCOMPARE(m_steps.calls, QStringList({u"freeze"_s, u"sync"_s, u"undo sync"_s, u"undo freeze"_s}));
    QCOMPARE(states(id), QStringList({u"undone"_s, u"failed"_s, u"waiting"_s, u"waiting"_s}));
    QCOMPARE(enumName(row(id).state), u"failed"_s);
    QCOMPARE(row(id).error[u"code"].toString(), u"checks.failed"_s);
}

void TestExecutor::failureAfterTheSwitchIsUndoneWhileNothingIsLost()
{
    m_steps.failAt = u"checks"_s;
    const Id id = begin();
    const RunResult result = go(id);
    QVERIFY(result.error && !result.halted);
    QCOMPARE(m_steps.calls.mid(4), QStringList({u"undo checks"_s, u"undo switch"_s, u"undo sync"_s, u"undo freeze"_s}));
    QCOMPARE(enumName(row(id).state), u"failed"_s);
}

void TestExecutor::failureAfterTheSwitchHaltsOnceUsersWrote()
{
    m_steps.failAt = u"checks"_s;
    m_steps.undoLate = false;
    const Id id = begin();
    const RunResult result = go(id);
    QVERIFY(result.halted);
    QCOMPARE(enumName(row(id).state), u"running"_s);
    QVERIFY(row(id).facts.contains(u"halted"_s));
    m_steps.failAt.clear();
    m_steps.calls.clear();
    const RunResult second = go(id);
    QVERIFY(!second.error);
    QCOMPARE(m_steps.calls, QStringList({u"resume at 3"_s, u"checks"_s}));
    QCOMPARE(enumName(row(id).state), u"succeeded"_s);
    QVERIFY(!row(id).facts.contains(u"halted"_s));
}

void TestExecutor::cancellingUndoesBeforeTheSwitchAndFinishesAfter()
{
    m_steps.during = [&](const QString& code) {
        if (code == u"sync")
            m_stop.request_stop();
    };
    Id id = begin();
    RunResult result = go(id);
    QVERIFY(result.cancelled);
    QCOMPARE(m_steps.calls, QStringList({u"freeze"_s, u"sync"_s, u"undo sync"_s, u"undo freeze"_s}));
    QCOMPARE(enumName(row(id).state), u"cancelled"_s);

    m_stop = {};
    m_steps.calls.clear();
    m_steps.during = [&](const QString& code) {
        if (code == u"switch")
            m_stop.request_stop();
    };
    id = begin();
    result = go(id);
    QVERIFY(!result.cancelled && !result.error);
    QCOMPARE(m_steps.calls.last(), u"checks"_s);
    QCOMPARE(enumName(row(id).state), u"succeeded"_s);
}

void TestExecutor::deadlineUndoes()
{
    ExecutorOptions options;
    options.deadline = m_clock.now().addMSecs(150);
    m_steps.during = [&](const QString& code) {
        if (code == u"sync")
            QTest::qSleep(500);
    };
    const Id id = begin(options);
    const RunResult result = go(id, options);
    QVERIFY(result.error);
    QCOMPARE(QString::fromStdString(result.error->code), u"cutover.window-passed"_s);
    QVERIFY(m_steps.calls.contains(u"undo freeze"_s));
    QCOMPARE(enumName(row(id).state), u"failed"_s);
    QCOMPARE(row(id).error[u"code"].toString(), u"cutover.window-passed"_s);
}

void TestExecutor::pauseWaitsAndGoesOn()
{
    ExecutorOptions options;
    options.pause = std::make_shared<PauseSwitch>();
    m_steps.during = [&](const QString& code) {
        if (code == u"freeze")
            options.pause->setPaused(true);
    };
    const Id id = begin(options);
    RunResult result;
    std::thread runner([&] { result = go(id, options); });
    QTRY_VERIFY(row(id).facts.contains(u"pausedAt"_s));
    QTest::qSleep(200);
    QCOMPARE(m_steps.calls, QStringList({u"freeze"_s}));
    options.pause->setPaused(false);
    runner.join();
    QVERIFY(!result.error);
    QCOMPARE(enumName(row(id).state), u"succeeded"_s);
    QVERIFY(!row(id).facts.contains(u"pausedAt"_s));
}

void TestExecutor::interruptedRunGoesOnWhereItStood()
{
    const Id id = begin();
    // As a process killed in the middle of the second step leaves it.
    QVERIFY(m_store->write([&](StoreTx& tx) -> Result<void> {
        const auto all = tx.all<RunStep>();
        RunStep first = all.value()[0], second = all.value()[1];
        first.state = StepState::Verified;
        second.state = StepState::Running;
        if (auto done = tx.update(first); !done)
            return done;
        return tx.update(second);
    }));
    const RunResult result = go(id);
    QVERIFY(!result.error);
    QCOMPARE(m_steps.calls, QStringList({u"resume at 1"_s, u"sync"_s, u"switch"_s, u"checks"_s}));
}

void TestExecutor::interruptedUndoGoesOnUndoing()
{
    m_steps.failAt = u"sync"_s;
    m_steps.undoFails = true;
    const Id id = begin();
    const RunResult result = go(id);
    QCOMPARE(QString::fromStdString(result.error->code), u"run.undo-failed"_s);
    QCOMPARE(enumName(row(id).state), u"running"_s);
    m_steps.undoFails = false;
    m_steps.failAt.clear();
    m_steps.calls.clear();
    const RunResult second = go(id);
    QCOMPARE(QString::fromStdString(second.error->code), u"checks.failed"_s);
    QCOMPARE(m_steps.calls, QStringList({u"undo sync"_s, u"undo freeze"_s}));
    QCOMPARE(enumName(row(id).state), u"failed"_s);
}

void TestExecutor::whatNoLongerHoldsIsDoneAgain()
{
    const Id id = begin();
    QVERIFY(m_store->write([&](StoreTx& tx) -> Result<void> {
        const auto all = tx.all<RunStep>();
        for (RunStep step : all.value()) {
            if (step.number <= 2)
                step.state = StepState::Verified;
            if (auto done = tx.update(step); !done)
                return done;
        }
        return {};
    }));
    m_steps.goBackTo = 1;
    const RunResult result = go(id);
    QVERIFY(!result.error);
    QCOMPARE(m_steps.calls, QStringList({u"resume at 2"_s, u"sync"_s, u"switch"_s, u"checks"_s}));
}

void TestExecutor::failingJournalLeavesARunToResume()
{
    int failures = 0;
    for (qint64 n = 1; n < 500; ++n) {
        const Id id = begin();
        m_steps.calls.clear();
        ProjectStore::failStatement(n);
        const RunResult result = go(id);
        ProjectStore::failStatement(0);
        if (!result.error)
            break;
        ++failures;
        const RunResult second = go(id);
        QVERIFY2(!second.error, second.error ? second.error->code.c_str() : "");
        QCOMPARE(enumName(row(id).state), u"succeeded"_s);
        QVERIFY(!m_steps.calls.join(u' ').contains(u"undo"_s));
    }
    QVERIFY2(failures > 8, "the sweep met nothing");
}

void TestExecutor::lockKeepsTheSecondOut()
{
    const std::string root = m_dir->filePath(u"root"_s).toStdString();
    std::filesystem::create_directories(root);
    {
        auto lock = RunLock::take(m_store->file(), {root}, u"cutover"_s, m_clock);
        QVERIFY(lock);
        auto second = RunLock::take(m_store->file(), {root}, u"cutover"_s, m_clock);
        QVERIFY(!second);
        QCOMPARE(QString::fromStdString(second.error().code), u"run.locked"_s);
        QCOMPARE(std::get<std::int64_t>(second.error().params.at("pid")), std::int64_t(::getpid()));
        // Another project, the same server.
        auto other = RunLock::take(m_dir->filePath(u"other.bascule"_s), {root}, u"cutover"_s, m_clock);
        QVERIFY(!other);
        QCOMPARE(RunLock::holder(m_store->file())[u"purpose"].toString(), u"cutover"_s);
    }
    QVERIFY(RunLock::holder(m_store->file()).isEmpty());
    QVERIFY(RunLock::take(m_store->file(), {root}, u"cutover"_s, m_clock));
}

/// One works on the server itself, the other comes from elsewhere, each with a state folder of their own: the folder is
/// one and the same.
void TestExecutor::operatorsHereAndElsewhereMeet()
{
    const std::string root = m_dir->filePath(u"root"_s).toStdString();
    std::filesystem::create_directories(root);
    FarServer vega(u"vega"_s);
    const HostPath far(vega.host(), root);
    const auto take = [&](const char* who, const HostPath& folder) {
        qputenv("BASCULE_STATE_DIR", m_dir->filePath(QString::fromLatin1(who)).toLocal8Bit());
        return RunLock::take(m_dir->filePath(QString::fromLatin1(who) + u".bascule"_s), {folder}, u"cutover"_s,
                             m_clock);
    };
    const auto refused = [](const Result<std::unique_ptr<RunLock>>& lock) {
        return lock ? std::string("held") : lock.error().code + ' ' + lock.error().subject;
    };
    const auto pidOf = [](const Error& error) { return std::get<std::int64_t>(error.params.at("pid")); };
    {
        const auto here = take("claire", root);
        QVERIFY(here);
        const auto there = take("karim", far);
        QCOMPARE(refused(there), "run.locked vega:" + root);
        QCOMPARE(std::get<std::string>(there.error().params.at("host")), std::string("vega"));
        QCOMPARE(pidOf(there.error()), std::int64_t(::getpid()));
        QVERIFY(there.error().params.contains("since"));
    }
    {
        const auto there = take("karim", far);
        QVERIFY2(there, refused(there).c_str());
        const std::int64_t helper = vega.lastPid();
        const auto here = take("claire", root);
        QCOMPARE(refused(here), "run.locked " + root);
        QCOMPARE(std::get<std::string>(here.error().params.at("host")), QSysInfo::machineHostName().toStdString());
        QCOMPARE(pidOf(here.error()), helper);
        QVERIFY(here.error().params.contains("since"));
        FarServer other(u"vega"_s);
        QCOMPARE(refused(take("sophie", HostPath(other.host(), root))), "run.locked vega:" + root);
    }
    QVERIFY(take("claire", root));
    QVERIFY(take("karim", far));
}

void TestExecutor::excludesMatchOnlyTheirPath()
{
    const std::string odd = "a/we[ir]d*?\\name\n";
    const engine::Excludes excludes({literalExclude(odd)});
    QVERIFY(excludes.match(odd, false));
    QVERIFY(!excludes.match("a/weid*?\\name\n", false));
    QVERIFY(!excludes.match("a/we[ir]dXY\\name\n", false));
    QVERIFY(!excludes.match("b/" + odd, false));
}

void TestExecutor::leftFolderWithSomethingCarriedInIt()
{
    const std::string root = m_dir->filePath(u"source"_s).toStdString();
    write(root + "/srv/keep/in/a.txt", "a");
    write(root + "/srv/keep/out.txt", "b");
    write(root + "/srv/other/c.txt", "c");
    write(root + "/top.txt", "d");
    MigrationScope scope;
    scope.units = {{0, {}, {}, {}}};
    scope.left = {"srv"};
    scope.carried = {"srv/keep/in"};
    const auto globs = unitExcludes(scope, scope.units[0], root);
    QVERIFY(globs.ok());
    const engine::Excludes excludes(*globs);
    QVERIFY(!excludes.match("srv", true));
    QVERIFY(!excludes.match("srv/keep", true));
    QVERIFY(!excludes.match("srv/keep/in", true));
    QVERIFY(excludes.match("srv/keep/out.txt", false));
    QVERIFY(excludes.match("srv/other", true));
    QVERIFY(!excludes.match("top.txt", false));
    scope.rest = false;
    const auto fewer = unitExcludes(scope, scope.units[0], root);
    QVERIFY(fewer.ok());
    const engine::Excludes without(*fewer);
    QVERIFY(without.match("top.txt", false));
    QVERIFY(!without.match("srv/keep/in", true));
}

void TestExecutor::printSeesEveryChange()
{
    const std::string root = m_dir->filePath(u"tree"_s).toStdString();
    write(root + "/a/one.txt", "one");
    write(root + "/b/two.txt", "two");
    const auto print = [&] { return treePrint(root, {}, {}, {}).value(); };
    const TreePrint first = print();
    QVERIFY(first == print());
    QCOMPARE(first.entries, 4);
    QTest::qSleep(20);
    write(root + "/a/one.txt", "ONE"); // the same size
    const TreePrint second = print();
    QVERIFY(!(first == second));
    const auto changed = changedSince(root, {}, {}, first.newestCtimeNs, 10, {});
    QCOMPARE(changed.value().examples, QStringList({u"a/one.txt"_s}));
    // Putting the time back does not hide it.
    struct timespec times[2] = {{1, 0}, {1, 0}};
    ::utimensat(AT_FDCWD, (root + "/b/two.txt").c_str(), times, 0);
    QVERIFY(!(second == print()));
    const TreePrint third = print();
    ::chmod((root + "/b").c_str(), 0700);
    QVERIFY(!(third == print()));
    const TreePrint fourth = print();
    std::filesystem::remove(root + "/b/two.txt");
    QVERIFY(!(fourth == print()));
    QVERIFY(treePrint(root, {}, {}, {}).value() == print());
    // A loose folder's own times do not count, what is in it does.
    const TreePrint loose = treePrint(root, {"/a/x-wal"}, {"a"}, {}).value();
    write(root + "/a/x-wal", "log");
    QVERIFY(loose == treePrint(root, {"/a/x-wal"}, {"a"}, {}).value());
    write(root + "/a/three.txt", "3");
    QVERIFY(!(loose == treePrint(root, {"/a/x-wal"}, {"a"}, {}).value()));
}

QTEST_GUILESS_MAIN(TestExecutor)
#include "tst_executor.moc"
