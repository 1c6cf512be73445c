// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/databases/Sqlite.h"
#include "core/engine/wire/Manifests.h"
#include "core/hosts/KeptWatches.h"
#include "core/monitoring/Checks.h"
#include "core/runbook/RunLock.h"
#include "tests/unit/cutover/CutoverRig.h"

#include <thread>

namespace {

/// A check whose outcome a test decides by making and removing a file.
void addFileCheck(ProjectStore& store, const char* path)
{
    QVERIFY(store.write([&](StoreTx& tx) -> Result<void> {
        Check check;
        check.name = u"marker"_s;
        check.kind = u"file"_s;
        check.params = {{u"path"_s, QString::fromLatin1(path)}};
        auto id = tx.insert(check);
        return id ? Result<void>() : Result<void>(id.error());
    }));
}

} // namespace

class TestCutover : public CutoverRig
{
    Q_OBJECT
private slots:
    void init() { setUp(m_real); }
    void cleanup() { tearDown(); }
    void movesEverythingAndProvesIt();
    void keepsManifestsBesideTheProject();
    void goesOnWithoutManifests();
    void nothingStartsBeforeItIsReady();
    void goIsForThisRunbookOnly();
    void outsideTheWindowOnlyWhenForced();
    void waitsForTheWindow();
    void windowThatPassesUndoes();
    void sourceWrittenAfterTheFreezeStopsIt();
    void databaseWrittenAfterTheFreezeStopsIt();
    void failedCheckSendsUsersBack();
    void foreignFilesOnTheTargetAreNeverRemoved();
    void ownDestinations();
    void cancelledBeforeTheSwitch();
    void linkThatPointsElsewhere();
    void withoutALink();
    void firstCopyMakesTheFinalSyncSmall();
    void theLastSyncLooksAtWhatChanged();
    void aTargetThatWasTouchedIsMadeGood();
    void afterARollbackEverythingIsLookedAt();
    void twoOperators();

private:
    /// Lets a paused job take one step at a time until the old server is frozen.
    void pauseWhenFrozen(CutoverJob& job)
    {
        for (int i = 0; i < 200 && !(stepOf("freeze") && stepOf("freeze")->state == StepState::Verified); ++i) {
            job.pauseSwitch()->setPaused(false);
            QTest::qSleep(5);
            job.pauseSwitch()->setPaused(true);
            QTest::qSleep(20);
        }
    }
};

void TestCutover::movesEverythingAndProvesIt()
{
    const std::string before = picture(at.oldServer());
    const Outcome outcome = run<CutoverJob>();
    QVERIFY2(outcome.kind == Outcome::Kind::Succeeded, said(outcome));
    QCOMPARE(enumName(state()), u"cut-over"_s);
    QCOMPARE(picture(at.oldServer()), before);
    QCOMPARE(linkText(at.link()), at.newServer());
    QVERIFY(frozen(at.oldServer()));
    // The same picture but what was left behind.
    std::filesystem::remove_all(at.oldServer() + "/srv/archive");
    QCOMPARE(picture(at.newServer()), picture(at.oldServer()));
    struct stat one, two;
    ::stat((at.newServer() + "/srv/shares/rh/secret.txt").c_str(), &one);
    ::stat((at.newServer() + "/srv/shares/compta/twin.txt").c_str(), &two);
    QCOMPARE(one.st_ino, two.st_ino);
    QCOMPARE(sqliteDigest(at.database(at.newServer())).value().hash,
             sqliteDigest(at.database(at.oldServer())).value().hash);
    const SnapshotPtr snapshot = m_store->snapshot();
    QVERIFY(snapshot->project.cutoverAt.isValid());
    QVERIFY(snapshot->ledger.intact);
    const Run* run = snapshot->lastRun(RunKind::Cutover);
    QCOMPARE(enumName(run->state), u"succeeded"_s);
    QVERIFY(hasEvidence(*snapshot, run->evidence, evidence::CutoverRun));
    QCOMPARE(snapshot->evidenceById(run->evidence)->subject, run->runbookHash);
    for (const RunStep* step : snapshot->stepsOf(run->id)) {
        QCOMPARE(enumName(step->state), u"verified"_s);
        QVERIFY2(!step->proof.isEmpty(), qPrintable(step->code));
    }
}

void TestCutover::keepsManifestsBesideTheProject()
{
    const Outcome outcome = run<CutoverJob>();
    QVERIFY2(outcome.kind == Outcome::Kind::Succeeded, said(outcome));
    const SnapshotPtr snapshot = m_store->snapshot();
    const Run* run = snapshot->lastRun(RunKind::Cutover);
    const QJsonArray manifests = snapshot->evidenceById(run->evidence)->data[u"manifests"].toArray();
    QVERIFY(!manifests.isEmpty());
    int said = 0;
    for (const QJsonValue& proof : stepOf("verify")->proof)
        said += proof[u"code"].toString() == u"proof.manifest"_s && proof[u"ok"].toBool() ? 1 : 0;
    QCOMPARE(said, int(manifests.size()));
    for (const QJsonValue& one : manifests) {
        const QString file = one[u"file"].toString();
        QVERIFY2(file.startsWith(m_store->file() + u".evidence/"_s), qPrintable(file));
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup),
                 QFile::Permissions());
        const auto facts = engine::verifyManifest(file.toStdString(), {});
        QVERIFY2(facts, facts ? "" : facts.error().code.c_str());
        QCOMPARE(QString::fromStdString(facts->totals.rootHash), one[u"rootHash"].toString());
        QVERIFY(facts->totals.entries > 0);
        // It tells of the new server, and finds what users do there afterwards.
        engine::Counters counters;
        engine::ManifestFacts read;
        const auto compared = [&] {
            return engine::wire::compareWithManifest(file.toStdString(), {nullptr, facts->header.root, "new"}, {}, read,
                                                     counters, {});
        };
        QVERIFY2(compared()->equal, compared()->differences.empty() ? "" : compared()->differences[0].path.c_str());
        QVERIFY(QByteArray::fromStdString(facts->header.root).startsWith(QByteArray::fromStdString(at.newServer())));
        write(facts->header.root + "/written afterwards", "x");
        QVERIFY(!compared()->equal);
        std::filesystem::remove(facts->header.root + "/written afterwards");
    }
}

/// Evidence that cannot be kept is no reason to keep users waiting.
void TestCutover::goesOnWithoutManifests()
{
    write((m_store->file() + u".evidence"_s).toStdString(), "a file where the folder should be");
    const Outcome outcome = run<CutoverJob>();
    QVERIFY2(outcome.kind == Outcome::Kind::Succeeded, said(outcome));
    int missing = 0;
    for (const QJsonValue& proof : stepOf("verify")->proof)
        missing += proof[u"code"].toString() == u"proof.no-manifest"_s && !proof[u"ok"].toBool() ? 1 : 0;
    QVERIFY(missing > 0);
    const SnapshotPtr snapshot = m_store->snapshot();
    const Run* run = snapshot->lastRun(RunKind::Cutover);
    QVERIFY(snapshot->evidenceById(run->evidence)->data[u"manifests"].toArray().isEmpty());
}

void TestCutover::nothingStartsBeforeItIsReady()
{
    QVERIFY(m_store->write([](StoreTx& tx) -> Result<void> {
        const auto all = tx.all<Waiver>();
        return tx.erase<Waiver>(all.value().front().id);
    }));
    const Outcome outcome = run<CutoverJob>();
    QCOMPARE(code(outcome), u"cutover.not-ready"_s);
    QVERIFY(outcome.error->params.at("missing").index() == 2);
    QVERIFY(std::get<std::string>(outcome.error->params.at("missing")).find("cutover.condition-checkpoint") !=
            std::string::npos);
    QVERIFY(m_store->snapshot()->runs.empty());
    QVERIFY(!frozen(at.oldServer()));
    QCOMPARE(linkText(at.link()), at.oldServer());
    // Being forced is about the time only.
    QCOMPARE(code(run<CutoverJob>(CutoverOptions{false, true})), u"cutover.not-ready"_s);
}

void TestCutover::goIsForThisRunbookOnly()
{
    QVERIFY(m_store->write([](StoreTx& tx) -> Result<void> {
        const auto all = tx.all<Asset>();
        Asset changed = all.value()[2];
        changed.migrate = false;
        return tx.update(changed);
    }));
    const Outcome outcome = run<CutoverJob>();
    QCOMPARE(code(outcome), u"cutover.not-ready"_s);
    QCOMPARE(std::get<std::int64_t>(outcome.error->params.at("count")), std::int64_t{2});
    QVERIFY(giveGo(*m_store));
    QCOMPARE(code(run<CutoverJob>()), QString());
}

void TestCutover::outsideTheWindowOnlyWhenForced()
{
    QVERIFY(m_store->write([](StoreTx& tx) -> Result<void> {
        const auto all = tx.all<Window>();
        Window window = all.value().front();
        window.start = tx.now().addSecs(3600);
        return tx.update(window);
    }));
    QCOMPARE(code(run<CutoverJob>()), u"cutover.outside-window"_s);
    QVERIFY(m_store->snapshot()->runs.empty());
    const Outcome forced = run<CutoverJob>(CutoverOptions{false, true});
    QVERIFY2(forced.kind == Outcome::Kind::Succeeded, said(forced));
    const Evidence* line = m_store->snapshot()->lastEvidence(evidence::CutoverRun);
    QVERIFY(line->data[u"forced"].toBool());
}

void TestCutover::waitsForTheWindow()
{
    QVERIFY(m_store->write([](StoreTx& tx) -> Result<void> {
        const auto all = tx.all<Window>();
        Window window = all.value().front();
        window.start = tx.now().addMSecs(1500);
        return tx.update(window);
    }));
    const QDateTime start = m_store->snapshot()->window()->start;
    const Outcome outcome = run<CutoverJob>(CutoverOptions{true, false});
    QVERIFY2(outcome.kind == Outcome::Kind::Succeeded, said(outcome));
    QVERIFY(m_store->snapshot()->lastRun(RunKind::Cutover)->startedAt >= start);
}

void TestCutover::windowThatPassesUndoes()
{
    QVERIFY(m_store->write([](StoreTx& tx) -> Result<void> {
        const auto all = tx.all<Window>();
        Window window = all.value().front();
        window.start = tx.now().addSecs(-52);
        window.minutes = 1;
        return tx.update(window);
    }));
    CutoverJob job;
    // Paused in the middle: the window does not wait for people.
    job.pauseSwitch()->setPaused(true);
    Bench bench{*m_store, m_real, {}, {}};
    const Outcome outcome = bench.run(job);
    QCOMPARE(code(outcome), u"cutover.window-passed"_s);
    QCOMPARE(enumName(state()), u"preparing"_s);
    QVERIFY(!frozen(at.oldServer()));
    QCOMPARE(linkText(at.link()), at.oldServer());
}

void TestCutover::sourceWrittenAfterTheFreezeStopsIt()
{
    CutoverJob job;
    job.pauseSwitch()->setPaused(true);
    Bench bench{*m_store, m_real, {}, {}};
    Outcome outcome;
    std::thread runner([&] { outcome = bench.run(job); });
    pauseWhenFrozen(job); // then be the user who did not get the message
    write(at.oldServer() + "/srv/shares/rh/late.txt", "after the freeze\n");
    job.pauseSwitch()->setPaused(false);
    runner.join();
    if (outcome.kind == Outcome::Kind::Succeeded)
        QSKIP("this machine was too slow to be interrupted in time");
    QCOMPARE(code(outcome), u"source.changed-after-freeze"_s);
    QVERIFY(std::get<std::string>(outcome.error->params.at("examples")).find("late.txt") != std::string::npos);
    QCOMPARE(enumName(state()), u"preparing"_s);
    QVERIFY(!frozen(at.oldServer()));
    QCOMPARE(linkText(at.link()), at.oldServer());
    QCOMPARE(enumName(m_store->snapshot()->lastRun(RunKind::Cutover)->state), u"failed"_s);
    // Tried again, it carries the late file too.
    QCOMPARE(code(run<CutoverJob>()), QString());
    QVERIFY(there(at.newServer() + "/srv/shares/rh/late.txt"));
}

void TestCutover::databaseWrittenAfterTheFreezeStopsIt()
{
    CutoverJob job;
    job.pauseSwitch()->setPaused(true);
    Bench bench{*m_store, m_real, {}, {}};
    Outcome outcome;
    std::thread runner([&] { outcome = bench.run(job); });
    pauseWhenFrozen(job); // then be the user who did not get the message
    sql(at.database(at.oldServer()), "INSERT INTO orders (words) VALUES ('late')");
    job.pauseSwitch()->setPaused(false);
    runner.join();
    if (outcome.kind == Outcome::Kind::Succeeded)
        QSKIP("this machine was too slow to be interrupted in time");
    QCOMPARE(code(outcome), u"source.changed-after-freeze"_s);
    QCOMPARE(enumName(state()), u"preparing"_s);
    QCOMPARE(linkText(at.link()), at.oldServer());
}

void TestCutover::failedCheckSendsUsersBack()
{
    // Up on the old server, down on the new one: what it looks at is not migrated.
    addFileCheck(*m_store, "srv/archive/old.bin");
    QVERIFY(giveGo(*m_store));
    const Outcome outcome = run<CutoverJob>();
    QCOMPARE(code(outcome), u"checks.failed"_s);
    QCOMPARE(linkText(at.link()), at.oldServer());
    QVERIFY(!frozen(at.oldServer()));
    QCOMPARE(enumName(state()), u"preparing"_s);
    QCOMPARE(enumName(stepOf("checks")->state), u"failed"_s);
    QCOMPARE(enumName(stepOf("switch")->state), u"undone"_s);
    // What was down before does not count.
    std::filesystem::remove(at.oldServer() + "/srv/archive/old.bin");
    const Outcome second = run<CutoverJob>();
    QVERIFY2(second.kind == Outcome::Kind::Succeeded, said(second));
}

void TestCutover::foreignFilesOnTheTargetAreNeverRemoved()
{
    write(at.newServer() + "/home/somebody/thesis.txt", "mine\n");
    const Outcome outcome = run<CutoverJob>();
    QCOMPARE(code(outcome), u"target.not-empty"_s);
    QCOMPARE(read(at.newServer() + "/home/somebody/thesis.txt"), std::string("mine\n"));
    QCOMPARE(enumName(state()), u"preparing"_s);
    std::filesystem::remove_all(at.newServer() + "/home");
    QCOMPARE(code(run<CutoverJob>()), QString());
}

void TestCutover::ownDestinations()
{
    QVERIFY(m_store->write([](StoreTx& tx) -> Result<void> {
        const auto all = tx.all<Asset>();
        for (Asset asset : all.value()) {
            if (asset.name == u"compta")
                asset.destination = "data/finance/compta";
            else if (asset.name == u"shop.db")
                asset.destination = "data/bases/shop.db";
            else
                continue;
            if (auto done = tx.update(asset); !done)
                return done;
        }
        return {};
    }));
    QVERIFY(giveGo(*m_store));
    const Outcome outcome = run<CutoverJob>();
    QVERIFY2(outcome.kind == Outcome::Kind::Succeeded, said(outcome));
    QVERIFY(there(at.newServer() + "/data/finance/compta/2026/facture-7.txt"));
    QVERIFY(!there(at.newServer() + "/srv/shares/compta"));
    QVERIFY(there(at.newServer() + "/srv/shares/rh/secret.txt"));
    QCOMPARE(number(at.newServer() + "/data/bases/shop.db", "SELECT count(*) FROM orders"), 200);
    QVERIFY(!there(at.database(at.newServer())));
    // And back again.
    write(at.newServer() + "/data/finance/compta/2026/new.txt", "new\n");
    sql(at.newServer() + "/data/bases/shop.db", "INSERT INTO orders (words) VALUES ('new')");
    const Outcome back = run<RollbackJob>();
    QVERIFY2(back.kind == Outcome::Kind::Succeeded, said(back));
    QCOMPARE(read(at.oldServer() + "/srv/shares/compta/2026/new.txt"), std::string("new\n"));
    QCOMPARE(number(at.database(at.oldServer()), "SELECT count(*) FROM orders"), 201);
    QVERIFY(!there(at.oldServer() + "/data"));
}

void TestCutover::cancelledBeforeTheSwitch()
{
    CutoverJob job;
    job.pauseSwitch()->setPaused(true);
    Bench bench{*m_store, m_real, {}, {}};
    Outcome outcome;
    std::thread runner([&] { outcome = bench.run(job); });
    QTRY_VERIFY(m_store->snapshot()->lastRun(RunKind::Cutover) != nullptr);
    bench.stop.request_stop();
    runner.join();
    QVERIFY(outcome.kind == Outcome::Kind::Cancelled);
    QCOMPARE(enumName(state()), u"preparing"_s);
    QVERIFY(!frozen(at.oldServer()));
    QCOMPARE(enumName(m_store->snapshot()->lastRun(RunKind::Cutover)->state), u"cancelled"_s);
    QVERIFY(m_store->snapshot()->lastEvidence(evidence::CutoverRun));
}

void TestCutover::linkThatPointsElsewhere()
{
    std::filesystem::remove(at.link());
    std::filesystem::create_directories(at.root + "/elsewhere");
    std::filesystem::create_symlink(at.root + "/elsewhere", at.link());
    QCOMPARE(code(run<CutoverJob>()), u"switch.points-elsewhere"_s);
    QCOMPARE(linkText(at.link()), at.root + "/elsewhere");
    // One into the old server goes to the same place of the new one, and back to the very text it had.
    std::filesystem::remove(at.link());
    std::filesystem::create_symlink("old-server/srv/shares", at.link());
    const Outcome outcome = run<CutoverJob>();
    QVERIFY2(outcome.kind == Outcome::Kind::Succeeded, said(outcome));
    QCOMPARE(linkText(at.link()), at.newServer() + "/srv/shares");
    QCOMPARE(code(run<RollbackJob>()), QString());
    QCOMPARE(linkText(at.link()), std::string("old-server/srv/shares"));
}

void TestCutover::withoutALink()
{
    QVERIFY(m_store->write([](StoreTx& tx) -> Result<void> {
        auto project = tx.get<Project>(1);
        project.value().switchLink.clear();
        return tx.update(project.value());
    }));
    QVERIFY(giveGo(*m_store));
    const Outcome outcome = run<CutoverJob>();
    QVERIFY2(outcome.kind == Outcome::Kind::Succeeded, said(outcome));
    QCOMPARE(enumName(stepOf("switch")->state), u"skipped"_s);
    QCOMPARE(stepOf("switch")->proof.last().toObject()[u"code"].toString(), u"proof.no-link"_s);
    QCOMPARE(linkText(at.link()), at.oldServer());
    QCOMPARE(code(run<RollbackJob>()), QString());
}

void TestCutover::firstCopyMakesTheFinalSyncSmall()
{
    const Outcome first = run<PresyncJob>();
    QVERIFY2(first.kind == Outcome::Kind::Succeeded, said(first));
    QVERIFY(there(at.newServer() + "/srv/shares/compta/2026/facture-9.txt"));
    QVERIFY(!there(at.database(at.newServer())));
    QVERIFY(!frozen(at.oldServer()));
    write(at.oldServer() + "/srv/shares/rh/fresh.txt", "fresh\n");
    std::filesystem::remove(at.oldServer() + "/srv/shares/compta/2026/facture-3.txt");
    const Outcome outcome = run<CutoverJob>();
    QVERIFY2(outcome.kind == Outcome::Kind::Succeeded, said(outcome));
    const QJsonObject synced = stepOf("sync")->proof[0].toObject()[u"params"].toObject();
    QCOMPARE(synced[u"transferred"].toInteger(), 6);
    QCOMPARE(synced[u"deleted"].toInteger(), 1);
}

/// Between the first copy and the cutover the source is watched, as the window's session does.
void TestCutover::theLastSyncLooksAtWhatChanged()
{
    KeptWatches watches;
    m_watches = &watches;
    QVERIFY(run<PresyncJob>().kind == Outcome::Kind::Succeeded);
    QCOMPARE(wayOfSync(), u"proof.sync-walked watch.first"_s);
    write(at.oldServer() + "/srv/shares/rh/fresh.txt", "fresh\n");
    QVERIFY(run<PresyncJob>().kind == Outcome::Kind::Succeeded);
    QCOMPARE(wayOfSync(), u"proof.sync-changes "_s);
    QVERIFY(there(at.newServer() + "/srv/shares/rh/fresh.txt"));
    write(at.oldServer() + "/srv/shares/rh/later.txt", "later\n");
    std::filesystem::remove(at.oldServer() + "/srv/shares/compta/2026/facture-3.txt");
    const Outcome outcome = run<CutoverJob>();
    QVERIFY2(outcome.kind == Outcome::Kind::Succeeded, said(outcome));
    QCOMPARE(wayOfSync(), u"proof.sync-changes "_s);
    const QJsonObject synced = stepOf("sync")->proof[0].toObject()[u"params"].toObject();
    QCOMPARE(synced[u"transferred"].toInteger(), 6);
    QCOMPARE(synced[u"deleted"].toInteger(), 1);
    for (const QJsonValue item : QJsonArray(stepOf("verify")->proof))
        QVERIFY2(item[u"code"] != u"proof.sync-walked"_s, "the last sync had missed something");
    std::filesystem::remove_all(at.oldServer() + "/srv/archive");
    QCOMPARE(picture(at.newServer()), picture(at.oldServer()));
}

/// Nobody watches the target. What was done to it shows when all is compared.
void TestCutover::aTargetThatWasTouchedIsMadeGood()
{
    KeptWatches watches;
    m_watches = &watches;
    QVERIFY(run<PresyncJob>().kind == Outcome::Kind::Succeeded);
    std::filesystem::remove(at.newServer() + "/srv/shares/compta/2026/facture-9.txt");
    const Outcome outcome = run<CutoverJob>();
    QVERIFY2(outcome.kind == Outcome::Kind::Succeeded, said(outcome));
    QCOMPARE(wayOfSync(), u"proof.sync-changes "_s);
    QVERIFY(there(at.newServer() + "/srv/shares/compta/2026/facture-9.txt"));
    std::filesystem::remove_all(at.oldServer() + "/srv/archive");
    QCOMPARE(picture(at.newServer()), picture(at.oldServer()));
}

void TestCutover::afterARollbackEverythingIsLookedAt()
{
    KeptWatches watches;
    m_watches = &watches;
    QVERIFY(run<PresyncJob>().kind == Outcome::Kind::Succeeded);
    QVERIFY(run<CutoverJob>().kind == Outcome::Kind::Succeeded);
    QCOMPARE(wayOfSync(), u"proof.sync-changes "_s);
    QCOMPARE(code(run<RollbackJob>()), QString());
    QVERIFY(giveGo(*m_store));
    const Outcome outcome = run<CutoverJob>();
    QVERIFY2(outcome.kind == Outcome::Kind::Succeeded, said(outcome));
    QCOMPARE(wayOfSync(), u"proof.sync-walked watch.first"_s);
}

void TestCutover::twoOperators()
{
    auto lock = RunLock::take(at.project(), {at.newServer()}, u"cutover"_s, m_real);
    QVERIFY(lock);
    const Outcome outcome = run<CutoverJob>();
    QCOMPARE(code(outcome), u"run.locked"_s);
    QVERIFY(m_store->snapshot()->runs.empty());
}

QTEST_GUILESS_MAIN(TestCutover)
#include "tst_cutover.moc"
