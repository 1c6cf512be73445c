// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Freeze.h"
#include "core/rehearsal/Checkpoint.h"
#include "core/rehearsal/Drift.h"
#include "core/rehearsal/Rehearse.h"
#include "core/rehearsal/Scenarios.h"
#include "core/runbook/Runbook.h"
#include "tests/fault/cutover/Fixture.h"

#include <QTest>

#include <thread>

using namespace bascule;
using namespace bascule::fixture;

class TestRehearsal : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void rehearsesWithoutTouchingAnythingReal();
    void drillBringsProbesBackAndLeavesNothing();
    void rehearsedTwiceIsMeasuredTwice();
    void sourceInUseIsNoFailure();
    void interruptedOneIsClosed();
    void refusals();
    void proposedScenariosCoverAllKinds();
    void brokenTestEnvironmentFailsItsScenarios();
    void driftIsThreeWay();
    void acceptedDriftStaysAccepted();
    void checkpointFromNothingToPassed();
    void checkpointExpires();

private:
    std::unique_ptr<Folder> m_dir;
    Places at;
    SystemClock m_clock;
    std::shared_ptr<ProjectStore> m_store;

    template <class J, class... A>
    Outcome run(A&&... args)
    {
        J job(std::forward<A>(args)...);
        Bench bench{*m_store, m_clock, {}, {}};
        return bench.run(job);
    }
    QString code(const Outcome& outcome)
    {
        return outcome.error ? QString::fromStdString(outcome.error->code) : QString();
    }
    SnapshotPtr now() { return m_store->snapshot(); }
    void proposeAll();
    void noteCompatibility();
    void sign(PersonRole role);
    Checkpoint checkpoint(const QDateTime& when) { return rehearsalCheckpoint(*now(), when); }
    QStringList missing(const QDateTime& when = QDateTime::currentDateTimeUtc())
    {
        QStringList codes;
        for (const Item& item : checkpoint(when).missing)
            codes.append(item.code);
        return codes;
    }
    const Scenario* scenario(const char* probe)
    {
        m_seen = now();
        for (const Scenario& one : m_seen->scenarios) {
            if (one.probe == QLatin1String(probe))
                return &one;
        }
        return nullptr;
    }
    SnapshotPtr m_seen;
};

void TestRehearsal::init()
{
    m_dir = std::make_unique<Folder>();
    at.root = m_dir->path();
    qputenv("BASCULE_STATE_DIR", QByteArray::fromStdString(at.root + "/state"));
    makeTrees(at);
    m_store = makeProject(at, m_clock);
}

void TestRehearsal::cleanup()
{
    m_seen.reset();
    m_store.reset();
    m_dir.reset();
}

void TestRehearsal::proposeAll()
{
    QVERIFY(m_store->write([&](StoreTx& tx) -> Result<void> {
        for (const Scenario& one : proposeScenarios(*now())) {
            if (auto id = setScenario(tx, one); !id)
                return id.error();
        }
        return {};
    }));
}

void TestRehearsal::noteCompatibility()
{
    QVERIFY(m_store->write([](StoreTx& tx) -> Result<void> {
        auto id = tx.append(u"inventory"_s, evidence::CompatibilityRun, {}, {});
        return id ? Result<void>() : Result<void>(id.error());
    }));
}

/// What approve() of the planning room writes.
void TestRehearsal::sign(PersonRole role)
{
    const Run* last = now()->lastRun(RunKind::Rehearsal);
    const QString subject = now()->evidenceById(last->evidence)->hash;
    QVERIFY(m_store->write([&](StoreTx& tx) -> Result<void> {
        auto id =
            tx.append(u"rehearsal"_s, evidence::RehearsalSigned, subject, {{u"role"_s, enumName(role)}}, u"Claire"_s);
        if (!id)
            return id.error();
        Approval approval{0, u"rehearsal"_s, u"Claire"_s, role, tx.now(), subject, id.value()};
        auto row = tx.insert(approval);
        return row ? Result<void>() : Result<void>(row.error());
    }));
}

void TestRehearsal::rehearsesWithoutTouchingAnythingReal()
{
    noteCompatibility();
    proposeAll();
    write(at.newServer() + "/already/there.txt", "on the real target\n");
    const std::string source = picture(at.oldServer()), target = picture(at.newServer());
    const Outcome outcome = run<RehearseJob>();
    QVERIFY2(outcome.kind == Outcome::Kind::Succeeded, said(outcome));
    QVERIFY2(outcome.good, said(outcome));
    QCOMPARE(picture(at.oldServer()), source);
    QCOMPARE(picture(at.newServer()), target);
    QCOMPARE(linkText(at.link()), at.oldServer());
    QVERIFY(!engine::frozenBy(at.oldServer()).value());
    QVERIFY(!engine::frozenBy(at.testServer()).value());
    QCOMPARE(number(at.database(at.testServer()), "SELECT count(*) FROM orders"), 200);
    const Run* last = now()->lastRun(RunKind::Rehearsal);
    QCOMPARE(enumName(last->state), u"succeeded"_s);
    const Evidence* line = now()->evidenceById(last->evidence);
    QCOMPARE(line->kind, QString::fromLatin1(evidence::RehearsalRun));
    QVERIFY(line->data[u"ok"].toBool());
    QVERIFY(line->data[u"targetUntouched"].toBool());
    QVERIFY(line->data[u"sourceUnchanged"].toBool());
    QCOMPARE(line->subject, buildRunbook(*now()).hash);
    QCOMPARE(enumName(now()->project.state), u"preparing"_s);
    const Timings timings = measuredTimings(*now(), buildRunbook(*now()));
    QCOMPARE(timings.rehearsals, 1);
    QVERIFY(timings.p90Ms > 0);
    QVERIFY(timings.rollbackMeasured && timings.rollbackMs > 0);
    QVERIFY(now()->drifts.empty());
}

void TestRehearsal::drillBringsProbesBackAndLeavesNothing()
{
    const Outcome outcome = run<RehearseJob>();
    QVERIFY2(outcome.kind == Outcome::Kind::Succeeded, said(outcome));
    const Evidence* drill = now()->lastEvidence(evidence::RollbackDrill);
    QVERIFY(drill);
    QVERIFY2(drill->data[u"ok"].toBool(), qPrintable(drill->data[u"error"].toString()));
    const QJsonObject brought = drill->data[u"broughtBack"].toObject();
    QCOMPARE(brought[u"created"].toInteger(), 1);
    QCOMPARE(brought[u"deleted"].toInteger(), 1);
    QVERIFY(brought[u"changed"].toInteger() >= 1);
    QCOMPARE(brought[u"databases"].toInteger(), 1);
    // Nothing of it is left, neither beside the test environment nor in it.
    QStringList beside = QDir(QString::fromStdString(at.root + "/lab"))
                             .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    QCOMPARE(beside, QStringList({u"test-server"_s}));
    for (const auto& entry : std::filesystem::directory_iterator(at.testServer()))
        QVERIFY2(entry.path().filename().string().find("bascule") == std::string::npos, entry.path().c_str());
    QCOMPARE(number(at.database(at.testServer()), "SELECT count(*) FROM sqlite_master WHERE name='bascule_drill'"), 0);
}

void TestRehearsal::rehearsedTwiceIsMeasuredTwice()
{
    QCOMPARE(code(run<RehearseJob>(false)), QString());
    write(at.oldServer() + "/srv/shares/rh/more.txt", "more\n");
    std::filesystem::remove(at.oldServer() + "/srv/shares/compta/2026/facture-4.txt");
    QCOMPARE(code(run<RehearseJob>(false)), QString());
    QCOMPARE(measuredTimings(*now(), buildRunbook(*now())).rehearsals, 2);
    QVERIFY(there(at.testServer() + "/srv/shares/rh/more.txt"));
    QVERIFY(!there(at.testServer() + "/srv/shares/compta/2026/facture-4.txt"));
}

void TestRehearsal::sourceInUseIsNoFailure()
{
    std::atomic<bool> end{false};
    std::thread user([&] {
        for (int i = 0; !end; ++i) {
            write(at.oldServer() + "/srv/shares/rh/busy.txt", std::string(std::size_t(i % 100), 'b'));
            QTest::qSleep(3);
        }
    });
    const Outcome outcome = run<RehearseJob>(false);
    end = true;
    user.join();
    QVERIFY2(outcome.kind == Outcome::Kind::Succeeded, said(outcome));
    QVERIFY(!now()->lastEvidence(evidence::RehearsalRun)->data[u"sourceUnchanged"].toBool());
}

void TestRehearsal::interruptedOneIsClosed()
{
    QCOMPARE(code(run<RehearseJob>(false)), QString());
    const std::string owner = "somebody's drill";
    QVERIFY(engine::freeze(at.testServer(), {owner, "freeze.rollback", 1}));
    QVERIFY(m_store->write([&](StoreTx& tx) -> Result<void> {
        Run left;
        left.kind = RunKind::RollbackDrill;
        left.facts = {{u"owner"_s, QString::fromStdString(owner)}};
        auto id = tx.insert(left);
        return id ? Result<void>() : Result<void>(id.error());
    }));
    const Outcome outcome = run<RehearseJob>(false);
    QVERIFY2(outcome.kind == Outcome::Kind::Succeeded, said(outcome));
    QCOMPARE(enumName(now()->lastRun(RunKind::RollbackDrill)->state), u"failed"_s);
    QVERIFY(!engine::frozenBy(at.testServer()).value());
}

void TestRehearsal::refusals()
{
    write(at.testServer() + "/foreign.txt", "not ours\n");
    QCOMPARE(code(run<RehearseJob>()), u"target.not-empty"_s);
    QCOMPARE(read(at.testServer() + "/foreign.txt"), std::string("not ours\n"));
    const Run* failed = now()->lastRun(RunKind::Rehearsal);
    QCOMPARE(enumName(failed->state), u"failed"_s);
    QVERIFY(!now()->evidenceById(failed->evidence)->data[u"ok"].toBool());
    std::filesystem::remove(at.testServer() + "/foreign.txt");
    QVERIFY(m_store->write([](StoreTx& tx) -> Result<void> {
        const auto all = tx.all<Server>();
        return tx.erase<Server>(all.value().back().id);
    }));
    QCOMPARE(code(run<RehearseJob>()), u"rehearsal.no-test-server"_s);
    QCOMPARE(code(run<DriftJob>()), u"rehearsal.no-test-server"_s);
}

void TestRehearsal::proposedScenariosCoverAllKinds()
{
    const auto proposed = proposeScenarios(*now());
    std::array<int, 4> kinds{};
    for (const Scenario& one : proposed) {
        ++kinds[std::size_t(one.kind)];
        QVERIFY(one.required);
        QVERIFY(one.name.startsWith(u"scenario.name."_s));
    }
    for (const int count : kinds)
        QVERIFY(count >= 1);
    proposeAll();
    QVERIFY(proposeScenarios(*now()).empty());
    const auto refused = m_store->write([](StoreTx& tx) -> Result<void> {
        Scenario wrong;
        wrong.name = u"x"_s;
        wrong.probe = u"sqlite-query"_s;
        auto id = setScenario(tx, wrong);
        return id ? Result<void>() : Result<void>(id.error());
    });
    QVERIFY(!refused);
    QCOMPARE(QString::fromStdString(refused.error().code), u"scenario.param-missing"_s);
}

void TestRehearsal::brokenTestEnvironmentFailsItsScenarios()
{
    proposeAll();
    QCOMPARE(code(run<RehearseJob>(false)), QString());
    QVERIFY(scenario("compatible")->state == ScenarioState::Failed); // nobody looked
    noteCompatibility();
    Outcome outcome = run<ScenarioRunJob>();
    QVERIFY2(outcome.good, said(outcome));
    ::chmod((at.testServer() + "/srv/shares/rh/secret.txt").c_str(), 0666);
    sql(at.database(at.testServer()), "CREATE TABLE surprise (a)");
    std::filesystem::remove_all(at.testServer() + "/srv/shares/rh");
    outcome = run<ScenarioRunJob>();
    QVERIFY(outcome.kind == Outcome::Kind::Succeeded && !outcome.good);
    QVERIFY(scenario("rights-equal")->state == ScenarioState::Failed);
    QVERIFY(scenario("sqlite-query")->state == ScenarioState::Failed);
    QVERIFY(scenario("link-targets")->state == ScenarioState::Failed);
    QCOMPARE(scenario("link-targets")->outcome[u"code"].toString(), u"scenario.links-broken"_s);
    QVERIFY(hasEvidence(*now(), scenario("rights-equal")->evidence, evidence::ScenarioRun));
}

void TestRehearsal::driftIsThreeWay()
{
    QCOMPARE(code(run<DriftJob>()), u"drift.not-rehearsed"_s);
    QCOMPARE(code(run<RehearseJob>(false)), QString());
    QTest::qSleep(20);
    write(at.oldServer() + "/srv/shares/rh/later.txt", "production went on\n");
    write(at.testServer() + "/opt/shop/shop.conf", "somebody played\n");
    sql(at.database(at.oldServer()), "INSERT INTO orders (words) VALUES ('later')");
    const Outcome outcome = run<DriftJob>();
    QVERIFY2(outcome.kind == Outcome::Kind::Succeeded && !outcome.good, said(outcome));
    QMap<QString, QString> found;
    for (const Drift& drift : now()->drifts)
        found.insert(drift.subject, drift.code);
    QCOMPARE(found.value(u"rh"_s), u"drift.source-changed"_s);
    QCOMPARE(found.value(u"shop"_s), u"drift.test-changed"_s);
    QCOMPARE(found.value(u"shop.db"_s), u"drift.database-rows"_s);
    QCOMPARE(now()->lastEvidence(evidence::DriftMeasured)->data[u"open"].toInt(), int(now()->drifts.size()));
}

void TestRehearsal::acceptedDriftStaysAccepted()
{
    QCOMPARE(code(run<RehearseJob>(false)), QString());
    QTest::qSleep(20);
    sql(at.database(at.oldServer()), "INSERT INTO orders (words) VALUES ('later')");
    (void)run<DriftJob>();
    QCOMPARE(now()->drifts.size(), std::size_t(1));
    const Id id = now()->drifts[0].id;
    const auto decide = [&](const QString& by, const QString& why) {
        return m_store->write([&](StoreTx& tx) { return decideDrift(tx, id, DifferenceState::Accepted, by, why); });
    };
    QCOMPARE(QString::fromStdString(decide(u" "_s, u"x"_s).error().code), u"drift.no-name"_s);
    QCOMPARE(QString::fromStdString(decide(u"Claire"_s, {}).error().code), u"drift.no-reason"_s);
    QVERIFY(decide(u"Claire"_s, u"orders come in all day"_s));
    sql(at.database(at.oldServer()), "INSERT INTO orders (words) VALUES ('and more')");
    QVERIFY(run<DriftJob>().good);
    QVERIFY(now()->drifts[0].state == DifferenceState::Accepted);
    QCOMPARE(code(run<RehearseJob>(false)), QString());
    QVERIFY(now()->drifts[0].state == DifferenceState::Resolved);
}

void TestRehearsal::checkpointFromNothingToPassed()
{
    QVERIFY(checkpoint(QDateTime::currentDateTimeUtc()).state == CheckpointState::NotStarted);
    QVERIFY(missing().contains(u"rehearsal.none-yet"_s));
    QVERIFY(missing().contains(u"rehearsal.no-scenario-of-kind"_s));
    proposeAll();
    (void)run<RehearseJob>();
    // Nobody looked at compatibility yet, so that scenario failed.
    QVERIFY(checkpoint(QDateTime::currentDateTimeUtc()).state == CheckpointState::Blocked);
    QVERIFY(missing().contains(u"rehearsal.scenario-failed"_s));
    noteCompatibility();
    (void)run<ScenarioRunJob>();
    QCOMPARE(missing(), QStringList({u"rehearsal.signature-missing"_s, u"rehearsal.signature-missing"_s}));
    QVERIFY(checkpoint(QDateTime::currentDateTimeUtc()).state == CheckpointState::InProgress);
    sign(PersonRole::It);
    QCOMPARE(missing().size(), 1);
    sign(PersonRole::Business);
    const Checkpoint passed = checkpoint(QDateTime::currentDateTimeUtc());
    QVERIFY2(passed.state == CheckpointState::Passed, qPrintable(missing().join(u' ')));
    QVERIFY(passed.expiresAt.isValid());
    QVERIFY(!passed.evidence.empty());
}

void TestRehearsal::checkpointExpires()
{
    noteCompatibility();
    proposeAll();
    (void)run<RehearseJob>();
    sign(PersonRole::It);
    sign(PersonRole::Business);
    const QDateTime today = QDateTime::currentDateTimeUtc();
    QVERIFY2(checkpoint(today).state == CheckpointState::Passed, qPrintable(missing().join(u' ')));
    QVERIFY(checkpoint(today.addDays(15)).state == CheckpointState::Expired);
    QVERIFY(missing(today.addDays(15)).contains(u"rehearsal.too-old"_s));
    // A row that says passed without its line in the ledger proves nothing.
    QVERIFY(m_store->write([](StoreTx& tx) -> Result<void> {
        const auto all = tx.all<Scenario>();
        Scenario one = all.value().front();
        one.evidence = 1;
        return tx.update(one);
    }));
    QVERIFY(missing().contains(u"rehearsal.scenario-not-run"_s));
    QVERIFY(m_store->write([](StoreTx& tx) -> Result<void> {
        const auto all = tx.all<Asset>();
        Asset one = all.value()[1];
        one.migrate = false;
        return tx.update(one);
    }));
    QVERIFY(checkpoint(today).state == CheckpointState::Expired);
    QVERIFY(missing().contains(u"rehearsal.again"_s));
}

QTEST_GUILESS_MAIN(TestRehearsal)
#include "tst_rehearsal.moc"
