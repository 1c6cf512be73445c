// SPDX-License-Identifier: GPL-3.0-or-later
// Rehearsal, cutover and rollback with the old, the new and the test server behind a real sshd.
#include "core/hosts/HostLooks.h"
#include "core/hosts/KeptWatches.h"
#include "core/rehearsal/Rehearse.h"
#include "core/rehearsal/Scenarios.h"
#include "core/runbook/RunLock.h"
#include "core/runbook/Subjects.h"
#include "tests/integration/SshMigrationRig.h"

class TestMigrationOverSsh : public SshMigrationRig
{
    Q_OBJECT

private slots:
    void initTestCase() { needTools(); }
    void init() { setUpServers(); }
    void cleanup() { tearDownServers(); }

    void thereAndBack()
    {
        const std::string before = picture(at.oldServer());
        QVERIFY(m_store
                    ->write([&](StoreTx& tx) -> Result<void> {
                        for (const Scenario& one : proposeScenarios(*m_store->snapshot())) {
                            if (auto id = setScenario(tx, one); !id)
                                return id.error();
                        }
                        auto id = tx.append(u"inventory"_s, evidence::CompatibilityRun, {}, {});
                        return id ? Result<void>() : Result<void>(id.error());
                    })
                    .ok());
        const Outcome rehearsed = ran<RehearseJob>();
        QVERIFY2(rehearsed.kind == Outcome::Kind::Succeeded && rehearsed.good, said(rehearsed));
        QVERIFY(lastGoodRehearsal(*m_store->snapshot(), buildRunbook(*m_store->snapshot()).hash));
        QCOMPARE(rsyncDifference(at.oldServer(), at.testServer()), QByteArray());
        QVERIFY(std::filesystem::is_empty(at.newServer()));
        QCOMPARE(picture(at.oldServer()), before);

        const Outcome copied = ran<PresyncJob>();
        QVERIFY2(copied.kind == Outcome::Kind::Succeeded, said(copied));
        write(at.oldServer() + "/srv/shares/rh/late.txt", "written after the first copy");
        const std::string since = picture(at.oldServer());
        const Outcome done = ran<CutoverJob>();
        QVERIFY2(done.kind == Outcome::Kind::Succeeded, said(done));
        expectMigrated();
        QCOMPARE(picture(at.oldServer()), since);

        write(at.newServer() + "/srv/shares/rh/new.txt", "written after the cutover");
        write(at.newServer() + "/srv/shares/rh/secret.txt", "changed after the cutover");
        std::filesystem::remove(at.newServer() + "/srv/shares/compta/2026/facture-7.txt");
        sql(at.database(at.newServer()), "INSERT INTO orders(words) VALUES('after')");
        const auto preview = rollbackPreview(*m_store->snapshot(), {}, m_connections.get());
        QVERIFY2(preview.ok(), preview ? "" : preview.error().code.c_str());
        QCOMPARE(preview->files.deleted, 1);
        QCOMPARE(preview->databases.size(), std::size_t(1));
        const Outcome back = ran<RollbackJob>();
        QVERIFY2(back.kind == Outcome::Kind::Succeeded, said(back));
        QCOMPARE(rsyncDifference(at.newServer(), at.oldServer()), QByteArray());
        QCOMPARE(number(at.database(at.oldServer()), "SELECT count(*) FROM orders"), 201);
        QCOMPARE(linkText(at.link()), at.oldServer());
        QVERIFY(there(at.oldServer() + "/srv/archive/old.bin"));
        QVERIFY(!frozenThere(at.oldServer()) && !frozenThere(at.newServer()));
        // What was replaced is kept beside the old server's root, where the rollback says it is.
        const QString kept = back.facts[u"keptIn"].toString();
        QVERIFY2(kept.startsWith(u"vega:"_s + QString::fromStdString(at.root)), qPrintable(kept));
        QCOMPARE(read(kept.mid(5).toStdString() + "/srv/shares/compta/2026/facture-7.txt"), std::string(7 * 97, 'x'));
        expectNothingOfOurs();
    }

    /// The helper there keeps the watch, over days if need be; a link that was lost meanwhile costs a walk.
    void theOldServerIsWatched()
    {
        KeptWatches watches;
        m_watches = &watches;
        const Outcome copied = ran<PresyncJob>();
        QVERIFY2(copied.kind == Outcome::Kind::Succeeded, said(copied));
        QCOMPARE(wayOfSync(), u"proof.sync-walked watch.first"_s);
        write(at.oldServer() + "/srv/shares/rh/late.txt", "written after the first copy");
        QVERIFY(ran<PresyncJob>().kind == Outcome::Kind::Succeeded);
        QCOMPARE(wayOfSync(), u"proof.sync-changes "_s);
        QVERIFY(there(at.newServer() + "/srv/shares/rh/late.txt"));
        m_sshd->cut();
        write(at.oldServer() + "/srv/shares/rh/later.txt", "written while nobody looked");
        QVERIFY2(startSshd(), m_sshd->log());
        connectAnew();
        const Outcome done = ran<CutoverJob>();
        QVERIFY2(done.kind == Outcome::Kind::Succeeded, said(done));
        QCOMPARE(wayOfSync(), u"proof.sync-walked watch.link-lost"_s);
        expectMigrated();
    }

    /// The watch would have a session that the transfer needs: both ends are on one server here.
    void aServerWithFewSessionsIsNotWatched()
    {
        KeptWatches watches;
        m_watches = &watches;
        m_sshd->cut();
        QVERIFY2(startSshd("MaxSessions 4"), m_sshd->log());
        connectAnew();
        for (int i = 0; i < 2; ++i) {
            const Outcome copied = ran<PresyncJob>();
            QVERIFY2(copied.kind == Outcome::Kind::Succeeded, said(copied));
            QCOMPARE(wayOfSync(), u"proof.sync-unwatched watch.few-sessions"_s);
        }
        QCOMPARE(rsyncDifference(at.oldServer(), at.newServer()), QByteArray());
    }

    void aLinkThatIsCutIsGoneOnWith_data()
    {
        QTest::addColumn<QString>("after");
        for (const char* step : {"precheck", "freeze", "verify"})
            QTest::newRow(step) << QString::fromLatin1(step);
    }
    /// Fault rows of lost links: the run stands where it was, and the next start brings it to its end.
    void aLinkThatIsCutIsGoneOnWith()
    {
        QFETCH(QString, after);
        CutoverJob job;
        const auto pause = job.pauseSwitch();
        pause->setPaused(true);
        Outcome outcome;
        std::thread thread([&] { outcome = ranHere(job); });
        const auto ended = qScopeGuard([&] {
            pause->setPaused(false);
            if (thread.joinable())
                thread.join();
        });
        pauseAfter(*pause, after.toLatin1().constData());
        m_sshd->cut();
        pause->setPaused(false);
        thread.join();
        QVERIFY2(outcome.kind == Outcome::Kind::Failed && isUnreachable(*outcome.error), said(outcome));
        QVERIFY(openCutover(*m_store->snapshot()));
        QCOMPARE(state(), MigrationState::CutoverRunning);
        QCOMPARE(frozenThere(at.oldServer()), after != u"precheck");
        QCOMPARE(linkText(at.link()), at.oldServer());
        QVERIFY2(startSshd(), m_sshd->log());
        connectAnew();
        const Outcome again = ran<CutoverJob>();
        QVERIFY2(again.kind == Outcome::Kind::Succeeded, said(again));
        expectMigrated();
    }

    void twoOperatorsMeet()
    {
        const auto host = hostFor(*m_store->snapshot()->serverOf(ServerRole::Source), m_connections.get());
        QVERIFY(host.ok());
        const HostPath root(*host, at.oldServer());
        auto first = RunLock::take(u"/one/a.bascule"_s, {root}, u"cutover"_s, m_real);
        QVERIFY2(first.ok(), first ? "" : first.error().code.c_str());
        // Somebody at another machine, with a state folder of its own.
        qputenv("BASCULE_STATE_DIR", QByteArray::fromStdString(at.root + "/state-2"));
        const auto second = RunLock::take(u"/two/b.bascule"_s, {root}, u"cutover"_s, m_real);
        QVERIFY(!second);
        QCOMPARE(second.error().code, std::string("run.locked"));
        QCOMPARE(second.error().subject, "vega:" + at.oldServer());
        QCOMPARE(std::get<std::string>(second.error().params.at("host")), std::string("vega"));
        QVERIFY(std::get<std::int64_t>(second.error().params.at("pid")) >= 0);
        // And somebody who sits at the server, where it is a folder like any other.
        const auto beside = RunLock::take(u"/three/c.bascule"_s, {at.oldServer()}, u"cutover"_s, m_real);
        QVERIFY(!beside);
        QCOMPARE(beside.error().code, std::string("run.locked"));
        QCOMPARE(beside.error().subject, at.oldServer());
        first->reset();
        QVERIFY(RunLock::take(u"/two/b.bascule"_s, {root}, u"cutover"_s, m_real).ok());
        {
            const auto local = RunLock::take(u"/three/c.bascule"_s, {at.newServer()}, u"presync"_s, m_real);
            QVERIFY(local.ok());
            qputenv("BASCULE_STATE_DIR", QByteArray::fromStdString(at.root + "/state"));
            QCOMPARE(code(ran<CutoverJob>()), u"run.locked"_s);
            QVERIFY(!openCutover(*m_store->snapshot()));
        }
        const Outcome done = ran<CutoverJob>();
        QVERIFY2(done.kind == Outcome::Kind::Succeeded, said(done));
    }

    void aServerThatNobodyConnectsIsToldBeforeAnything()
    {
        m_connections.reset();
        const Outcome outcome = ran<CutoverJob>();
        QCOMPARE(code(outcome), u"server.not-connected"_s);
        QVERIFY(!openCutover(*m_store->snapshot()));
        QCOMPARE(code(ran<RehearseJob>()), u"server.not-connected"_s);
    }
};

QTEST_GUILESS_MAIN(TestMigrationOverSsh)
#include "tst_migration_over_ssh.moc"
