// SPDX-License-Identifier: GPL-3.0-or-later
// After the switch: back to the old server with what users wrote, or for good to the new one.
#include "core/cutover/View.h"
#include "tests/unit/cutover/CutoverRig.h"

#include <thread>

class TestRollback : public CutoverRig
{
    Q_OBJECT
private slots:
    void init() { setUp(m_real); }
    void cleanup() { tearDown(); }
    void rollbackBringsBackWhatUsersWrote();
    void rollbackNamesConflicts();
    void rollbackOfAnUnfinishedCutoverUndoesIt();
    void rollbackHasItsTime();
    void commitReleasesTheOldServer();
    void secondCutoverAfterARollback();
    void viewOfPlanRunAndEnd();
};

void TestRollback::rollbackBringsBackWhatUsersWrote()
{
    QCOMPARE(code(run<CutoverJob>()), QString());
    const std::string fresh = at.newServer(), old = at.oldServer();
    write(fresh + "/srv/shares/rh/new.txt", "since\n");
    write(fresh + "/srv/shares/compta/2026/facture-1.txt", "corrected\n");
    std::filesystem::remove(fresh + "/srv/shares/compta/2026/facture-2.txt");
    ::chmod((fresh + "/srv/shares/rh/secret.txt").c_str(), 0640);
    sql(at.database(fresh), "INSERT INTO orders (words) VALUES ('since')");
    write(fresh + "/srv/archive/note.txt", "at a place that is not migrated\n");

    const auto preview = rollbackPreview(*m_store->snapshot(), {});
    QVERIFY(preview);
    QCOMPARE(preview.value().files.created, 1);
    QCOMPARE(preview.value().files.deleted, 1);
    QVERIFY(preview.value().files.changed >= 2);
    QCOMPARE(preview.value().databases.size(), std::size_t(1));
    QCOMPARE(preview.value().conflictsTotal, 0);
    QCOMPARE(preview.value().staying, QStringList({u"srv/archive"_s}));

    const Outcome outcome = run<RollbackJob>();
    QVERIFY2(outcome.kind == Outcome::Kind::Succeeded, said(outcome));
    QCOMPARE(enumName(state()), u"rolled-back"_s);
    QCOMPARE(outcome.facts[u"created"].toInteger(), 1);
    QCOMPARE(read(old + "/srv/shares/rh/new.txt"), std::string("since\n"));
    QCOMPARE(read(old + "/srv/shares/compta/2026/facture-1.txt"), std::string("corrected\n"));
    QVERIFY(!there(old + "/srv/shares/compta/2026/facture-2.txt"));
    struct stat info;
    ::stat((old + "/srv/shares/rh/secret.txt").c_str(), &info);
    QCOMPARE(info.st_mode & 0777u, 0640u);
    QCOMPARE(number(at.database(old), "SELECT count(*) FROM orders"), 201);
    QCOMPARE(read(old + "/srv/archive/old.bin").size(), std::size_t(5000));
    QCOMPARE(linkText(at.link()), old);
    QVERIFY(!frozen(old) && !frozen(fresh));
    const SnapshotPtr snapshot = m_store->snapshot();
    QCOMPARE(enumName(snapshot->lastRun(RunKind::Cutover)->state), u"rolled-back"_s);
    const std::string kept = pathFromJson(snapshot->lastRun(RunKind::Rollback)->facts[u"keptIn"]).toStdString();
    QCOMPARE(read(kept + "/srv/shares/compta/2026/facture-2.txt"), std::string(194, 'x'));
    QCOMPARE(number(kept + "/databases/var/lib/shop/shop.db", "SELECT count(*) FROM orders"), 200);
    QCOMPARE(snapshot->lastEvidence(evidence::RollbackRun)->data[u"broughtBack"].toObject()[u"databases"].toInteger(),
             1);
    QVERIFY(snapshot->ledger.intact);
    QCOMPARE(code(run<RollbackJob>()), u"rollback.nothing"_s);
}

void TestRollback::rollbackNamesConflicts()
{
    QCOMPARE(code(run<CutoverJob>()), QString());
    QTest::qSleep(20);
    write(at.newServer() + "/srv/shares/compta/2026/facture-5.txt", "on the new server\n");
    write(at.oldServer() + "/srv/shares/compta/2026/facture-5.txt", "on the old one, frozen or not\n");
    const auto preview = rollbackPreview(*m_store->snapshot(), {});
    QVERIFY(preview);
    QCOMPARE(preview.value().conflicts, QStringList({u"srv/shares/compta/2026/facture-5.txt"_s}));
    QCOMPARE(code(run<RollbackJob>()), QString());
    QCOMPARE(read(at.oldServer() + "/srv/shares/compta/2026/facture-5.txt"), std::string("on the new server\n"));
    const std::string kept =
        pathFromJson(m_store->snapshot()->lastRun(RunKind::Rollback)->facts[u"keptIn"]).toStdString();
    QCOMPARE(read(kept + "/srv/shares/compta/2026/facture-5.txt"), std::string("on the old one, frozen or not\n"));
}

void TestRollback::rollbackOfAnUnfinishedCutoverUndoesIt()
{
    // As a process killed right after the freeze leaves it.
    qputenv("BASCULE_STATE_DIR", QByteArray::fromStdString(at.root + "/state"));
    CutoverJob job;
    job.pauseSwitch()->setPaused(true);
    Bench bench{*m_store, m_real, {}, {}};
    std::thread runner([&] { (void)bench.run(job); });
    QTRY_VERIFY(m_store->snapshot()->lastRun(RunKind::Cutover) != nullptr);
    QCOMPARE(code(run<RollbackJob>()), u"run.locked"_s);
    ProjectStore::failStatement(1); // the journal fails: the run is left as it stands
    job.pauseSwitch()->setPaused(false);
    runner.join();
    ProjectStore::failStatement(0);
    QVERIFY(openCutover(*m_store->snapshot()));
    const Outcome outcome = run<RollbackJob>();
    QVERIFY2(outcome.kind == Outcome::Kind::Succeeded, said(outcome));
    QVERIFY(outcome.facts[u"undone"].toBool());
    QCOMPARE(enumName(state()), u"preparing"_s);
    QVERIFY(!frozen(at.oldServer()));
}

void TestRollback::rollbackHasItsTime()
{
    tearDown();
    m_clock.set(QDateTime::currentDateTimeUtc());
    setUp(m_clock);
    QCOMPARE(code(run<CutoverJob>()), QString());
    RollbackClock clock = rollbackClock(*m_store->snapshot(), m_clock.now().addDays(6));
    QVERIFY(clock.possible);
    QCOMPARE(clock.leftMs, qint64(24) * 3600 * 1000);
    m_clock.set(m_clock.now().addDays(7).addSecs(1));
    clock = rollbackClock(*m_store->snapshot(), m_clock.now());
    QVERIFY(!clock.possible);
    QCOMPARE(clock.reason, u"rollback.too-late"_s);
    QCOMPARE(code(run<RollbackJob>()), u"rollback.too-late"_s);
    QCOMPARE(enumName(state()), u"cut-over"_s);
}

void TestRollback::commitReleasesTheOldServer()
{
    QCOMPARE(code(run<CommitJob>(u"Claire"_s)), u"commit.not-cut-over"_s);
    QCOMPARE(code(run<CutoverJob>()), QString());
    QCOMPARE(code(run<CommitJob>(u"  "_s)), u"commit.no-name"_s);
    QCOMPARE(code(run<CommitJob>(u"Claire"_s)), QString());
    QCOMPARE(enumName(state()), u"committed"_s);
    QVERIFY(!frozen(at.oldServer()));
    QCOMPARE(m_store->snapshot()->lastEvidence(evidence::MigrationCommitted)->who, u"Claire"_s);
    QCOMPARE(code(run<RollbackJob>()), u"rollback.committed"_s);
    QCOMPARE(code(run<CutoverJob>()), u"cutover.wrong-state"_s);
    QCOMPARE(code(run<CommitJob>(u"Claire"_s)), QString());
}

void TestRollback::secondCutoverAfterARollback()
{
    QCOMPARE(code(run<CutoverJob>()), QString());
    QCOMPARE(code(run<RollbackJob>()), QString());
    // The go was used up by the rollback.
    QCOMPARE(code(run<CutoverJob>()), u"cutover.not-ready"_s);
    QVERIFY(giveGo(*m_store));
    const Outcome outcome = run<CutoverJob>();
    QVERIFY2(outcome.kind == Outcome::Kind::Succeeded, said(outcome));
    QCOMPARE(linkText(at.link()), at.newServer());
}

void TestRollback::viewOfPlanRunAndEnd()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    CutoverView view = cutoverView(*m_store->snapshot(), now);
    QCOMPARE(view.run, Id(0));
    QCOMPARE(view.steps.size(), std::size_t(8));
    QCOMPARE(view.decision.code, u"cutover.decision-start"_s);
    QVERIFY(view.oldServer == OldServer::InUse);
    QCOMPARE(view.goGivenBy, QStringList({u"Claire"_s, u"Hélène"_s}));
    QVERIFY(view.endsHigh >= view.endsLow);
    QVERIFY(view.lastMoment.isValid());
    QCOMPARE(code(run<CutoverJob>()), QString());
    view = cutoverView(*m_store->snapshot(), QDateTime::currentDateTimeUtc());
    QVERIFY(view.run != 0 && !view.running && view.switched);
    QCOMPARE(view.done, 8);
    QVERIFY(view.oldServer == OldServer::Frozen);
    QVERIFY(view.frozenSince.isValid());
    QCOMPARE(view.decision.code, u"cutover.decision-watch"_s);
    QCOMPARE(view.steps[2].actions.empty(), false);
    QVERIFY(!view.steps[2].proof.empty());
    QCOMPARE(view.decideUntil, m_store->snapshot()->project.cutoverAt.addDays(7));
    QCOMPARE(code(run<RollbackJob>()), QString());
    view = cutoverView(*m_store->snapshot(), QDateTime::currentDateTimeUtc());
    QVERIFY(view.kind == RunKind::Rollback && view.oldServer == OldServer::InUse);
    for (const GoCondition& condition : cutoverConditions(*m_store->snapshot(), now))
        QCOMPARE(condition.met, !condition.item.code.startsWith(u"cutover.condition-go"_s));
}

QTEST_GUILESS_MAIN(TestRollback)
#include "tst_rollback.moc"
