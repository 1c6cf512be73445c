// SPDX-License-Identifier: GPL-3.0-or-later
// Lines that go silent without an end: the processes of the sessions at the server stand still. Who cancels a job then
// is not kept waiting until the line is given up, and what the line still holds does nothing when it wakes up.
#include "core/engine/wire/Helper.h"
#include "core/hosts/HostLooks.h"
#include "core/rehearsal/Rehearse.h"
#include "core/runbook/Subjects.h"
#include "tests/integration/SshMigrationRig.h"

#include <csignal>

class TestHungLines : public SshMigrationRig
{
    Q_OBJECT

    std::vector<pid_t> m_stopped;

    /// Every session that there is now hangs, while what was started in it does not know; new ones may come.
    void hang()
    {
        for (const qint64 pid : m_sshd->sessions()) {
            QFile name(u"/proc/%1/comm"_s.arg(pid));
            if (name.open(QIODevice::ReadOnly) && name.readAll().startsWith("sshd") && ::kill(pid_t(pid), SIGSTOP) == 0)
                m_stopped.push_back(pid_t(pid));
        }
        QVERIFY(!m_stopped.empty());
    }
    void wake()
    {
        for (const pid_t pid : m_stopped)
            ::kill(pid, SIGCONT);
        m_stopped.clear();
    }
    /// A letter for what a process is at; none for one that is gone.
    static QByteArray stateOf(pid_t pid)
    {
        QFile status(u"/proc/%1/stat"_s.arg(pid));
        if (!status.open(QIODevice::ReadOnly))
            return {};
        const QByteArray stat = status.readAll();
        return stat.mid(stat.lastIndexOf(')') + 2, 1);
    }
    /// Its parent may be one that hangs and does not hear of its end.
    static bool isGone(pid_t pid) { return stateOf(pid).isEmpty() || stateOf(pid) == "Z"; }
    bool stillHung() const
    {
        return std::any_of(m_stopped.begin(), m_stopped.end(), [](pid_t pid) { return stateOf(pid) == "T"; });
    }
    bool isRunning(const char* code)
    {
        const RunStep* step = stepOf(code);
        return step && step->state == StepState::Running;
    }

private slots:
    void initTestCase() { needTools(); }
    void init() { setUpServers(); }
    void cleanup()
    {
        wake();
        tearDownServers();
    }

    /// What it was told and nobody heard of again could be done at any later time, against what came after.
    void whatHangsAtTheServerIsEnded()
    {
        const auto address = SshAddress::parse(m_sshd->address());
        QVERIFY(address.ok());
        pid_t pid = 0;
        {
            const auto helper = m_connections->helper(*address, false, {});
            QVERIFY(helper.ok());
            pid = pid_t((*helper)->pid());
            hang();
            std::stop_source stop;
            std::thread canceller([&] {
                QThread::msleep(200);
                stop.request_stop();
            });
            const auto answer = (*helper)->space("/", stop.get_token());
            canceller.join();
            QVERIFY(!answer);
            QCOMPARE(answer.error().code, std::string("call.cancelled"));
        }
        QVERIFY(!isGone(pid));
        const auto helper = m_connections->helper(*address, false, {});
        QVERIFY2(helper.ok(), helper ? "" : helper.error().code.c_str());
        QVERIFY(stillHung());
        QVERIFY(isGone(pid));
        QVERIFY((*helper)->space("/").ok());
    }

    void aStepIsCancelled_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("step");
        QTest::newRow("freeze") << u"precheck"_s << u"freeze"_s;
        QTest::newRow("sync") << u"freeze"_s << u"sync"_s;
        QTest::newRow("verify") << u"database"_s << u"verify"_s;
    }
    /// The step's first question meets a silent line; the freeze is among those that write.
    void aStepIsCancelled()
    {
        QFETCH(QString, before);
        QFETCH(QString, step);
        CutoverJob job;
        const auto pause = job.pauseSwitch();
        pause->setPaused(true);
        std::stop_source stop;
        Outcome outcome;
        std::atomic<bool> ended{false};
        std::thread thread([&] {
            outcome = ranHere(job, stop.get_token());
            ended = true;
        });
        const auto joined = qScopeGuard([&] {
            wake();
            pause->setPaused(false);
            stop.request_stop();
            if (thread.joinable())
                thread.join();
        });
        pauseAfter(*pause, before.toLatin1().constData());
        hang();
        pause->setPaused(false);
        QTRY_VERIFY_WITH_TIMEOUT(isRunning(step.toLatin1().constData()), 30'000);
        QVERIFY(!ended);
        stop.request_stop();
        QTRY_VERIFY_WITH_TIMEOUT(bool(ended), 20'000);
        QVERIFY(stillHung());
        QVERIFY2(outcome.kind == Outcome::Kind::Cancelled, said(outcome));
        QVERIFY(!openCutover(*m_store->snapshot()));
        QVERIFY(!frozenThere(at.oldServer()));
        // What still lies in the silent line is not done any more when it wakes up.
        wake();
        m_connections->closeAll();
        QTRY_VERIFY_WITH_TIMEOUT(m_sshd->sessions().isEmpty(), 30'000);
        QVERIFY(!frozenThere(at.oldServer()));
        QCOMPARE(linkText(at.link()), at.oldServer());
        connectAnew();
        const Outcome again = ran<CutoverJob>();
        QVERIFY2(again.kind == Outcome::Kind::Succeeded, said(again));
        expectMigrated();
    }

    void aJobIsCancelledBeforeItsFirstStep_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"presync", "rehearsal", "rollback", "preview", "commit"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    /// Reaching the servers, taking the lock, looking at what is there: all of it asks over a silent line.
    void aJobIsCancelledBeforeItsFirstStep()
    {
        QFETCH(QString, kind);
        std::unique_ptr<Job> job;
        if (kind == u"presync")
            job = std::make_unique<PresyncJob>();
        else if (kind == u"rehearsal")
            job = std::make_unique<RehearseJob>();
        else if (kind == u"rollback")
            job = std::make_unique<RollbackJob>();
        else if (kind == u"preview")
            job = std::make_unique<RollbackPreviewJob>();
        else
            job = std::make_unique<CommitJob>(u"Claire"_s);
        const bool later = kind != u"presync" && kind != u"rehearsal";
        if (later)
            QCOMPARE(ran<CutoverJob>().kind, Outcome::Kind::Succeeded);
        else
            QVERIFY(hostFor(*m_store->snapshot()->serverOf(ServerRole::Source), m_connections.get()).ok());
        const MigrationState before = state();
        hang();
        std::stop_source stop;
        Outcome outcome;
        std::atomic<bool> ended{false};
        std::thread thread([&] {
            outcome = ranHere(*job, stop.get_token());
            ended = true;
        });
        const auto joined = qScopeGuard([&] {
            wake();
            stop.request_stop();
            if (thread.joinable())
                thread.join();
        });
        QTest::qWait(300); // it is asking, or about to
        QVERIFY(!ended);
        stop.request_stop();
        QTRY_VERIFY_WITH_TIMEOUT(bool(ended), 20'000);
        QVERIFY(stillHung());
        QVERIFY2(outcome.kind == Outcome::Kind::Cancelled, said(outcome));
        QCOMPARE(state(), before);
    }
};

QTEST_GUILESS_MAIN(TestHungLines)
#include "tst_hung_lines.moc"
