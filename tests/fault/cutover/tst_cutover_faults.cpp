// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever happens to a cutover or a rollback, running it again ends verified: on the new server, or back on the old.
#include "core/cutover/Cutover.h"
#include "core/databases/Sqlite.h"
#include "core/engine/Freeze.h"
#include "tests/fault/cutover/Gate.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

#include <csignal>

using namespace bascule;
using namespace bascule::fixture;

class TestCutoverFaults : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void killedAtEveryRecord_data();
    void killedAtEveryRecord();
    void killedAtRandomMoments();
    void everyStoreStatementFails();
    void everyFileOperationFails();
    void rollbackKilledAtEveryRecord_data();
    void rollbackKilledAtEveryRecord();
    void rollbackKilledAtRandomMoments();
    void rollbackFileOperationsFail();

private:
    struct World
    {
        Folder dir{true};
        Places at;
        SystemClock clock;
        std::string before; ///< the old server as it was
    };
    std::unique_ptr<World> freshWorld();
    int drive(const World& world, const char* verb, const QStringList& environment = {}, int killAfterMs = -1);
    void cutOver(World& world);
    void runAgain(const World& world, const char* verb, MigrationState wanted);
    void writeAsUsers(const World& world);
    void expectForward(const World& world);
    void expectBackUntouched(const World& world);
    void expectRolledBack(const World& world, bool atOnce = true);
    void expectOneOrTheOther(const World& world);
};

void TestCutoverFaults::initTestCase()
{
    if (!QFile::exists(QStringLiteral(CUTOVER_DRIVER)))
        QSKIP("the driver is not built");
}

std::unique_ptr<TestCutoverFaults::World> TestCutoverFaults::freshWorld()
{
    auto world = std::make_unique<World>();
    world->at.root = world->dir.path();
    qputenv("BASCULE_STATE_DIR", QByteArray::fromStdString(world->at.root + "/state"));
    makeTrees(world->at);
    world->before = picture(world->at.oldServer());
    auto store = makeProject(world->at, world->clock);
    const auto gate = openGate(*store);
    if (!gate)
        qFatal("%s", gate.error().code.c_str());
    return world;
}

int TestCutoverFaults::drive(const World& world, const char* verb, const QStringList& environment, int killAfterMs)
{
    QProcess process;
    QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    for (const QString& pair : environment)
        own.insert(pair.section(u'=', 0, 0), pair.section(u'=', 1));
    process.setProcessEnvironment(own);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral(CUTOVER_DRIVER), {world.at.project(), QString::fromLatin1(verb)});
    if (killAfterMs >= 0 && !process.waitForFinished(killAfterMs))
        ::kill(pid_t(process.processId()), SIGKILL);
    process.waitForFinished(60'000);
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

void TestCutoverFaults::cutOver(World& world)
{
    QCOMPARE(drive(world, "cutover"), 0);
}

/// The second start, which must bring it to its end; refused when the first was killed after its last record.
void TestCutoverFaults::runAgain(const World& world, const char* verb, MigrationState wanted)
{
    drive(world, verb);
    auto store = ProjectStore::open(world.at.project(), OpenMode::ReadOnly, world.clock);
    QVERIFY(store);
    const SnapshotPtr snapshot = store.value()->snapshot();
    QCOMPARE(enumName(snapshot->project.state), enumName(wanted));
    QVERIFY(!openCutover(*snapshot) && !openRollback(*snapshot));
}

void TestCutoverFaults::writeAsUsers(const World& world)
{
    const std::string fresh = world.at.newServer();
    write(fresh + "/srv/shares/rh/new.txt", "since the cutover\n");
    write(fresh + "/srv/shares/compta/2026/facture-1.txt", "corrected\n");
    std::filesystem::remove(fresh + "/srv/shares/compta/2026/facture-2.txt");
    sql(world.at.database(fresh), "INSERT INTO orders (words) VALUES ('since the cutover')");
}

/// Users are on the new server, which holds all of the old one.
void TestCutoverFaults::expectForward(const World& world)
{
    auto store = ProjectStore::open(world.at.project(), OpenMode::ReadOnly, world.clock);
    QVERIFY(store);
    const SnapshotPtr snapshot = store.value()->snapshot();
    QCOMPARE(enumName(snapshot->project.state), enumName(MigrationState::CutOver));
    QVERIFY(snapshot->ledger.intact);
    QCOMPARE(linkText(world.at.link()), world.at.newServer());
    QCOMPARE(picture(world.at.oldServer()), world.before);
    std::filesystem::create_directories(world.at.root + "/expected");
    const std::string expected = picture(world.at.newServer());
    for (const char* path :
         {"/srv/shares/compta/2026/facture-39.txt", "/srv/shares/rh/secret.txt", "/opt/shop/shop.conf"})
        QVERIFY2(expected.find(path) != std::string::npos, path);
    QVERIFY(!there(world.at.newServer() + "/srv/archive"));
    const auto old = sqliteDigest(world.at.database(world.at.oldServer()));
    const auto fresh = sqliteDigest(world.at.database(world.at.newServer()));
    QVERIFY(old && fresh);
    QCOMPARE(fresh.value().hash, old.value().hash);
    const auto frozen = engine::frozenBy(world.at.oldServer());
    QVERIFY(frozen && frozen.value());
}

/// As if nothing had been tried: users on the old server, nothing frozen.
void TestCutoverFaults::expectBackUntouched(const World& world)
{
    QCOMPARE(linkText(world.at.link()), world.at.oldServer());
    QCOMPARE(picture(world.at.oldServer()), world.before);
    const auto frozen = engine::frozenBy(world.at.oldServer());
    QVERIFY(frozen && !frozen.value());
}

void TestCutoverFaults::expectOneOrTheOther(const World& world)
{
    auto store = ProjectStore::open(world.at.project(), OpenMode::ReadOnly, world.clock);
    QVERIFY(store);
    const MigrationState state = store.value()->snapshot()->project.state;
    store.value().reset();
    if (state == MigrationState::CutOver)
        return expectForward(world);
    QCOMPARE(enumName(state), enumName(MigrationState::Preparing));
    expectBackUntouched(world);
}

/// Users are back, with what they wrote. `atOnce`: one run did it all, so that its counts and what it kept are whole.
void TestCutoverFaults::expectRolledBack(const World& world, bool atOnce)
{
    auto store = ProjectStore::open(world.at.project(), OpenMode::ReadOnly, world.clock);
    QVERIFY(store);
    const SnapshotPtr snapshot = store.value()->snapshot();
    QCOMPARE(enumName(snapshot->project.state), enumName(MigrationState::RolledBack));
    QVERIFY(snapshot->ledger.intact);
    const std::string old = world.at.oldServer();
    QCOMPARE(linkText(world.at.link()), old);
    QCOMPARE(read(old + "/srv/shares/rh/new.txt"), std::string("since the cutover\n"));
    QCOMPARE(read(old + "/srv/shares/compta/2026/facture-1.txt"), std::string("corrected\n"));
    QVERIFY(!there(old + "/srv/shares/compta/2026/facture-2.txt"));
    QVERIFY(there(old + "/srv/archive/old.bin"));
    QCOMPARE(number(world.at.database(old), "SELECT count(*) FROM orders"), 201);
    for (const std::string& root : {old, world.at.newServer()}) {
        const auto frozen = engine::frozenBy(root);
        QVERIFY(frozen && !frozen.value());
    }
    if (!atOnce)
        return;
    // Nothing was lost: what was replaced and deleted is kept.
    const Run* run = snapshot->lastRun(RunKind::Rollback);
    const std::string kept = pathFromJson(run->facts[u"keptIn"]).toStdString();
    QCOMPARE(read(kept + "/srv/shares/compta/2026/facture-1.txt"), std::string(97, 'x'));
    QCOMPARE(read(kept + "/srv/shares/compta/2026/facture-2.txt"), std::string(194, 'x'));
    QCOMPARE(number(kept + "/databases/var/lib/shop/shop.db", "SELECT count(*) FROM orders"), 200);
    const QJsonObject brought = run->facts[u"broughtBack"].toObject();
    QCOMPARE(brought[u"created"].toInteger(), 1);
    QCOMPARE(brought[u"deleted"].toInteger(), 1);
    QCOMPARE(brought[u"databases"].toInteger(), 1);
}

void TestCutoverFaults::killedAtEveryRecord_data()
{
    QTest::addColumn<QString>("at");
    for (int record = 1; record <= 24; ++record) {
        QTest::addRow("before %d", record) << QString::number(record);
        if (record % 3 == 0)
            QTest::addRow("after %d", record) << QString::number(record) + u":after"_s;
    }
}

void TestCutoverFaults::killedAtEveryRecord()
{
    QFETCH(QString, at);
    auto world = freshWorld();
    const int first = drive(*world, "cutover", {u"BASCULE_KILL_AT_RECORD="_s + at});
    // Past the last record nothing kills it: then it has simply been done.
    if (first == -1)
        runAgain(*world, "cutover", MigrationState::CutOver);
    else
        QCOMPARE(first, 0);
    expectForward(*world);
}

void TestCutoverFaults::killedAtRandomMoments()
{
    for (int round = 0; round < 8; ++round) {
        auto world = freshWorld();
        int exit = -1;
        int kills = 0;
        for (int attempt = 0; exit != 0 && attempt < 30; ++attempt) {
            exit = drive(*world, "cutover", {}, attempt < 5 ? 15 + (round * 37 + attempt * 53) % 230 : -1);
            kills += exit == -1 ? 1 : 0;
        }
        QCOMPARE(exit, 0);
        expectForward(*world);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestCutoverFaults::everyStoreStatementFails()
{
    int failures = 0;
    // Early ones all, later ones every few: the sweep must stay short.
    for (qint64 n = 1; n < 2000; n += n < 30 ? 1 : 5) {
        auto world = freshWorld();
        bool done = false;
        {
            auto store = ProjectStore::open(world->at.project(), OpenMode::ReadWrite, world->clock);
            QVERIFY(store);
            Bench bench{*store.value(), world->clock, {}, {}};
            ProjectStore::failStatement(n);
            CutoverJob job;
            const Outcome outcome = bench.run(job);
            ProjectStore::failStatement(0);
            done = outcome.kind == Outcome::Kind::Succeeded;
            if (!done) {
                ++failures;
                Bench again{*store.value(), world->clock, {}, {}};
                CutoverJob second;
                const Outcome end = again.run(second);
                // An error that was taken for one of the step's is undone at once; then this is a fresh cutover.
                QVERIFY2(end.kind == Outcome::Kind::Succeeded, said(end) + " at statement " + QByteArray::number(n));
            }
        }
        expectForward(*world);
        if (QTest::currentTestFailed())
            return;
        if (done)
            break;
    }
    QVERIFY2(failures > 20, "the sweep met nothing");
}

void TestCutoverFaults::everyFileOperationFails()
{
    int failures = 0;
    for (int n = 1; n < 1500; n += n < 12 ? 1 : 23) {
        auto world = freshWorld();
        const int first = drive(*world, "cutover", {u"BASCULE_FAULT=%1:EIO"_s.arg(n)});
        expectOneOrTheOther(*world);
        if (QTest::currentTestFailed()) {
            qWarning("EIO at operation %d, exit %d", n, first);
            return;
        }
        if (first != 0) {
            ++failures;
            QCOMPARE(drive(*world, "cutover"), 0);
            expectForward(*world);
        }
        auto killed = freshWorld();
        const int second = drive(*killed, "cutover", {u"BASCULE_FAULT=%1:KILL"_s.arg(n)});
        if (second == 0)
            break;
        QCOMPARE(drive(*killed, "cutover"), 0);
        expectForward(*killed);
        if (QTest::currentTestFailed()) {
            qWarning("killed at operation %d", n);
            return;
        }
    }
    QVERIFY2(failures > 5, "the sweep met nothing");
}

void TestCutoverFaults::rollbackKilledAtEveryRecord_data()
{
    QTest::addColumn<QString>("at");
    for (int record = 1; record <= 18; ++record) {
        QTest::addRow("before %d", record) << QString::number(record);
        if (record % 3 == 0)
            QTest::addRow("after %d", record) << QString::number(record) + u":after"_s;
    }
}

void TestCutoverFaults::rollbackKilledAtEveryRecord()
{
    QFETCH(QString, at);
    auto world = freshWorld();
    cutOver(*world);
    writeAsUsers(*world);
    const int first = drive(*world, "rollback", {u"BASCULE_KILL_AT_RECORD="_s + at});
    if (first == -1)
        runAgain(*world, "rollback", MigrationState::RolledBack);
    else
        QCOMPARE(first, 0);
    expectRolledBack(*world);
}

void TestCutoverFaults::rollbackKilledAtRandomMoments()
{
    for (int round = 0; round < 6; ++round) {
        auto world = freshWorld();
        cutOver(*world);
        writeAsUsers(*world);
        int exit = -1;
        for (int attempt = 0; exit == -1 && attempt < 30; ++attempt)
            exit = drive(*world, "rollback", {}, attempt < 5 ? 15 + (round * 41 + attempt * 59) % 230 : -1);
        expectRolledBack(*world);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestCutoverFaults::rollbackFileOperationsFail()
{
    int failures = 0;
    for (int n = 1; n < 400; n += n < 6 ? 1 : 7) {
        auto world = freshWorld();
        cutOver(*world);
        writeAsUsers(*world);
        const bool kill = n % 2 == 0;
        const int first = drive(*world, "rollback", {u"BASCULE_FAULT=%1:%2"_s.arg(n).arg(kill ? u"KILL"_s : u"EIO"_s)});
        if (first != 0) {
            ++failures;
            QCOMPARE(drive(*world, "rollback"), 0);
        }
        expectRolledBack(*world, first == 0 || kill);
        if (QTest::currentTestFailed()) {
            qWarning("operation %d, exit %d", n, first);
            return;
        }
        if (first == 0)
            break;
    }
    QVERIFY2(failures > 4, "the sweep met nothing");
}

QTEST_GUILESS_MAIN(TestCutoverFaults)
#include "tst_cutover_faults.moc"
