// SPDX-License-Identifier: GPL-3.0-or-later
// Links that are lost in the middle of a step of a cutover or a rollback, while data moves over a real sshd.
#include "core/hosts/HostLooks.h"
#include "core/runbook/Subjects.h"
#include "tests/integration/SshMigrationRig.h"

#include <random>

namespace {

constexpr std::size_t kBig = 96 * 1024 * 1024;
constexpr qint64 kUnderWay = 12 * 1024 * 1024;

/// Nothing that could be packed.
std::string noise(std::size_t size, unsigned seed)
{
    std::mt19937_64 random(seed);
    std::string bytes(size, '\0');
    for (std::size_t at = 0; at + 8 <= size; at += 8) {
        const std::uint64_t number = random();
        std::memcpy(bytes.data() + at, &number, 8);
    }
    return bytes;
}

/// A job on a thread of its own, as a runner has it.
class Running
{
public:
    template <class Run>
    explicit Running(Run&& run)
        : m_thread([this, run = std::forward<Run>(run)] {
            m_outcome = run(progress, m_stop.get_token());
            m_ended = true;
        })
    {
    }
    ~Running()
    {
        m_stop.request_stop();
        if (m_thread.joinable())
            m_thread.join();
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    void cancel() { m_stop.request_stop(); }
    bool ended() const { return m_ended; }
    Outcome outcome()
    {
        m_thread.join();
        return m_outcome;
    }
    Progress progress;

private:
    std::stop_source m_stop;
    Outcome m_outcome;
    std::atomic<bool> m_ended{false};
    std::thread m_thread;
};

} // namespace

class TestMigrationCuts : public SshMigrationRig
{
    Q_OBJECT

    std::unique_ptr<Running> m_running;

    template <class J>
    void begin()
    {
        m_running = std::make_unique<Running>([this](Progress& progress, std::stop_token stop) {
            J job;
            return ranHere(job, progress, std::move(stop));
        });
    }
    bool isUnderWay(const QString& code)
    {
        m_now = m_store->snapshot();
        for (const RunStep& step : m_now->runSteps) {
            if (step.code == code && step.state == StepState::Running)
                return true;
        }
        return false;
    }
    qint64 bytes() const { return m_running->progress.sample().bytesDone; }
    /// Cuts every link in the middle of what a step moves.
    void cutDuring(const char* code, const std::string& arriving)
    {
        const QString step = QString::fromLatin1(code);
        QTRY_VERIFY_WITH_TIMEOUT(m_running->ended() || isUnderWay(step), 60'000);
        const qint64 before = bytes();
        while (!m_running->ended() && isUnderWay(step) && bytes() < before + kUnderWay)
            ::usleep(500);
        m_sshd->cut();
        QVERIFY2(!m_running->ended() && isUnderWay(step), "the step was over before the cut");
        QVERIFY(bytes() < qint64(kBig));
        // What is not whole has no name of a user's yet.
        QVERIFY(!there(arriving));
    }
    bool saysItConnectsAgain() { return m_running->progress.sample().phase.code == u"transfer.reconnecting"_s; }
    /// The newest line of the ledger about a run, and how many there are.
    std::pair<QString, int> ledger(const char* kind)
    {
        m_now = m_store->snapshot();
        std::pair<QString, int> found;
        for (const Evidence& line : m_now->evidence) {
            if (line.kind == QLatin1String(kind))
                found = {line.data[u"state"].toString(), found.second + 1};
        }
        return found;
    }
    /// Every step of a run that came to its end was done, once, and has an end.
    void expectAllDone(RunKind kind)
    {
        m_now = m_store->snapshot();
        const Run* run = m_now->lastRun(kind);
        QVERIFY(run && run->state == RunState::Succeeded);
        QVERIFY(!run->facts.contains(u"undoing"_s) && !run->facts.contains(u"halted"_s));
        for (const RunStep* step : m_now->stepsOf(run->id)) {
            QVERIFY2(step->state == StepState::Verified || step->state == StepState::Skipped, qPrintable(step->code));
            QVERIFY(step->endedAt.isValid() && step->startedAt <= step->endedAt);
        }
    }
    void startAgain()
    {
        QVERIFY2(startSshd(), m_sshd->log());
        connectAnew();
    }
    std::string bigThere() const { return at.oldServer() + "/srv/shares/rh/big.bin"; }
    std::string bigHere() const { return at.newServer() + "/srv/shares/rh/big.bin"; }
    /// What users did on the new server, to be brought back.
    void useNewServer()
    {
        const std::string fresh = at.newServer();
        write(bigHere(), noise(kBig, 2));
        write(fresh + "/srv/shares/rh/secret.txt", "changed after the cutover");
        std::filesystem::remove(fresh + "/srv/shares/compta/2026/facture-7.txt");
        sql(at.database(fresh), "INSERT INTO orders(words) VALUES('after')");
    }
    void expectBack()
    {
        QCOMPARE(state(), MigrationState::RolledBack);
        QCOMPARE(rsyncDifference(at.newServer(), at.oldServer()), QByteArray());
        QCOMPARE(number(at.database(at.oldServer()), "SELECT count(*) FROM orders"), 201);
        QCOMPARE(linkText(at.link()), at.oldServer());
        QVERIFY(there(at.oldServer() + "/srv/archive/old.bin"));
        QVERIFY(!frozenThere(at.oldServer()) && !frozenThere(at.newServer()));
        // Nothing that was replaced or removed on the old server is lost, whichever attempt did it.
        const QByteArray kept = tool(u"find"_s, {QFile::decodeName((at.root + "/move.rollback").c_str()), u"-name"_s,
                                                 u"facture-7.txt"_s, u"-size"_s, u"679c"_s});
        QCOMPARE(kept.count('\n'), 1);
    }

private slots:
    void initTestCase() { needTools(); }
    void init() { setUpServers(); }
    void cleanup()
    {
        m_running.reset();
        tearDownServers();
    }

    void theFinalSyncGoesOnByItself()
    {
        write(bigThere(), noise(kBig, 1));
        const std::string before = picture(at.oldServer());
        begin<CutoverJob>();
        cutDuring("sync", bigHere());
        QCOMPARE(ledger(evidence::CutoverRun).second, 0);
        QTRY_VERIFY_WITH_TIMEOUT(saysItConnectsAgain(), 30'000);
        QVERIFY(frozenThere(at.oldServer()));
        QCOMPARE(linkText(at.link()), at.oldServer());
        QVERIFY2(startSshd(), m_sshd->log());
        const Outcome outcome = m_running->outcome();
        QVERIFY2(outcome.kind == Outcome::Kind::Succeeded, said(outcome));
        QCOMPARE(state(), MigrationState::CutOver);
        expectMigrated();
        QVERIFY(picture(at.oldServer()) == before);
        expectAllDone(RunKind::Cutover);
        QCOMPARE(ledger(evidence::CutoverRun), std::pair(u"succeeded"_s, 1));
        expectNoTemporaries();
    }

    /// Nobody can be asked to thaw what cannot be reached: the run says so, and the next start takes it back.
    void aFinalSyncIsCancelledWhileTheServerIsAway()
    {
        write(bigThere(), noise(kBig, 1));
        const std::string before = picture(at.oldServer());
        begin<CutoverJob>();
        cutDuring("sync", bigHere());
        QTRY_VERIFY_WITH_TIMEOUT(saysItConnectsAgain(), 30'000);
        m_running->cancel();
        const Outcome outcome = m_running->outcome();
        QCOMPARE(code(outcome), u"run.undo-failed"_s);
        QVERIFY(std::get<std::string>(outcome.error->params.at("reason")).starts_with("ssh."));
        QVERIFY(openCutover(*m_store->snapshot()));
        QCOMPARE(state(), MigrationState::CutoverRunning);
        QCOMPARE(ledger(evidence::CutoverRun).second, 0);
        QVERIFY(frozenThere(at.oldServer()));
        startAgain();
        QCOMPARE(ran<CutoverJob>().kind, Outcome::Kind::Cancelled);
        QCOMPARE(ledger(evidence::CutoverRun), std::pair(u"cancelled"_s, 1));
        QVERIFY(state() != MigrationState::CutoverRunning && !openCutover(*m_store->snapshot()));
        QVERIFY(!frozenThere(at.oldServer()));
        QCOMPARE(linkText(at.link()), at.oldServer());
        QVERIFY(picture(at.oldServer()) == before);
        const Outcome again = ran<CutoverJob>();
        QVERIFY2(again.kind == Outcome::Kind::Succeeded, said(again));
        expectMigrated();
        expectNoTemporaries();
    }

    void theWayBackGoesOnByItself()
    {
        QCOMPARE(ran<CutoverJob>().kind, Outcome::Kind::Succeeded);
        useNewServer();
        const std::string before = picture(at.newServer());
        begin<RollbackJob>();
        cutDuring("rollback-sync", bigThere());
        QCOMPARE(ledger(evidence::RollbackRun).second, 0);
        QTRY_VERIFY_WITH_TIMEOUT(saysItConnectsAgain(), 30'000);
        QVERIFY(frozenThere(at.newServer()) && frozenThere(at.oldServer()));
        QCOMPARE(linkText(at.link()), at.newServer());
        QVERIFY2(startSshd(), m_sshd->log());
        const Outcome outcome = m_running->outcome();
        QVERIFY2(outcome.kind == Outcome::Kind::Succeeded, said(outcome));
        expectBack();
        QVERIFY(picture(at.newServer()) == before);
        expectAllDone(RunKind::Rollback);
        QCOMPARE(ledger(evidence::RollbackRun), std::pair(u"succeeded"_s, 1));
        expectNothingOfOurs();
    }

    void aWayBackIsCancelledWhileTheServerIsAway()
    {
        QCOMPARE(ran<CutoverJob>().kind, Outcome::Kind::Succeeded);
        useNewServer();
        const std::string before = picture(at.newServer());
        begin<RollbackJob>();
        cutDuring("rollback-sync", bigThere());
        QTRY_VERIFY_WITH_TIMEOUT(saysItConnectsAgain(), 30'000);
        m_running->cancel();
        const Outcome outcome = m_running->outcome();
        QCOMPARE(code(outcome), u"run.undo-failed"_s);
        QVERIFY(openRollback(*m_store->snapshot()));
        QCOMPARE(state(), MigrationState::RollbackRunning);
        QVERIFY(frozenThere(at.newServer()) && frozenThere(at.oldServer()));
        startAgain();
        QCOMPARE(ran<RollbackJob>().kind, Outcome::Kind::Cancelled);
        QCOMPARE(ledger(evidence::RollbackRun), std::pair(u"cancelled"_s, 1));
        // Users are still on the new server and can write there; the old one waits for the next rollback.
        QCOMPARE(state(), MigrationState::CutOver);
        QCOMPARE(linkText(at.link()), at.newServer());
        QVERIFY(!frozenThere(at.newServer()) && frozenThere(at.oldServer()));
        QVERIFY(picture(at.newServer()) == before);
        const Outcome again = ran<RollbackJob>();
        QVERIFY2(again.kind == Outcome::Kind::Succeeded, said(again));
        expectBack();
        QVERIFY(picture(at.newServer()) == before);
        expectNothingOfOurs();
    }

private:
    SnapshotPtr m_now;
};

QTEST_GUILESS_MAIN(TestMigrationCuts)
#include "tst_migration_cuts.moc"
