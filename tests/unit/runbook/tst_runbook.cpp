// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runbook/Runbook.h"
#include "core/runbook/Scope.h"
#include "core/runbook/StepWords.h"
#include "core/runbook/Subjects.h"

#include <QTest>

using namespace bascule;
using namespace Qt::StringLiterals;

namespace {

Asset asset(Id id, AssetKind kind, const char* name, const Path& path, bool migrate = true, const Path& to = {})
{
    Asset made;
    made.id = id;
    made.server = 1;
    made.kind = kind;
    made.name = QString::fromUtf8(name);
    made.path = path;
    made.migrate = migrate;
    made.destination = to;
    made.bytes = 1'000'000;
    made.files = 100;
    return made;
}

Snapshot project()
{
    Snapshot snapshot;
    snapshot.servers = {
        {1, u"vega"_s, ServerRole::Source, ServerKind::Local, "/srv/old", QDateTime::currentDateTimeUtc()},
        {2, u"altair"_s, ServerRole::Target, ServerKind::Local, "/srv/new", {}},
    };
    snapshot.assets = {asset(1, AssetKind::Files, "/", ""), asset(2, AssetKind::Share, "compta", "srv/compta"),
                       asset(3, AssetKind::Files, "archive", "srv/archive", false),
                       asset(4, AssetKind::Database, "shop", "var/shop.db")};
    snapshot.project.switchLink = "/srv/serving";
    return snapshot;
}

QStringList codes(const Runbook& book)
{
    QStringList all;
    for (const RunbookStep& step : book.steps)
        all.append(step.code);
    return all;
}

bool has(const std::vector<Path>& paths, const Path& path)
{
    return std::find(paths.begin(), paths.end(), path) != paths.end();
}

Run finished(Id id, RunKind kind, const QString& hash, Id evidence)
{
    Run run;
    run.id = id;
    run.kind = kind;
    run.state = RunState::Succeeded;
    run.runbookHash = hash;
    run.evidence = evidence;
    return run;
}

} // namespace

class TestRunbook : public QObject
{
    Q_OBJECT
private slots:
    void stepsInTheirOrder();
    void eachAssetWithItsOwnWayHasAStep();
    void problemsAreNamed();
    void hashCoversWhatIsDoneAndNothingElse();
    void nestedAssetsFollowWhatMovesThem();
    void sharedFileStaysBehindOnlyIfAllDo();
    void anyNameSurvivesJson();
    void timesComeFromRehearsalsOfThisRunbook();
    void ownFilesNeverTravel();
};

void TestRunbook::stepsInTheirOrder()
{
    const Runbook book = buildRunbook(project());
    QVERIFY(book.problems.empty());
    QCOMPARE(codes(book), QStringList({u"precheck"_s, u"freeze"_s, u"sync"_s, u"database"_s, u"verify"_s, u"switch"_s,
                                       u"checks"_s, u"open"_s}));
    for (const RunbookStep& step : book.steps) {
        QVERIFY(!step.actions.empty());
        QVERIFY(step.undo.code.startsWith(u"undo."_s));
        QVERIFY(step.title.code.startsWith(u"step."_s));
        QVERIFY(step.plannedMs > 0);
        QVERIFY(!step.measured);
    }
    QCOMPARE(book.steps[3].subject, u"shop"_s);
    QCOMPARE(book.steps[1].servers, u"source"_s);
    bool leaves = false;
    for (const Item& action : book.steps[2].actions)
        leaves = leaves || (action.code == u"action.leave" && action.params[u"from"] == u"/srv/old/srv/archive"_s);
    QVERIFY(leaves);
}

void TestRunbook::eachAssetWithItsOwnWayHasAStep()
{
    Snapshot snapshot = project();
    snapshot.assets[1].destination = "data/compta";
    snapshot.assets[3].destination = "data/shop.db";
    const Runbook book = buildRunbook(snapshot);
    QCOMPARE(codes(book).count(u"sync"_s), 2);
    QCOMPARE(book.steps[3].subject, u"compta"_s);
    QCOMPARE(pathFromJson(book.steps[3].params[u"to"]), Path("data/compta"));
    QCOMPARE(pathFromJson(book.steps[4].params[u"to"]), Path("data/shop.db"));
    const MigrationScope scope = scopeOf(snapshot, snapshot.servers[0]);
    QCOMPARE(onTarget(scope, "srv/compta/a"), Path("data/compta/a"));
    QCOMPARE(onTarget(scope, "var/shop.db"), Path("data/shop.db"));
    QCOMPARE(onTarget(scope, "srv/rh"), Path("srv/rh"));
}

void TestRunbook::problemsAreNamed()
{
    Snapshot snapshot = project();
    snapshot.servers.pop_back();
    QCOMPARE(buildRunbook(snapshot).problems.front().code, u"runbook.no-target"_s);
    snapshot = project();
    snapshot.servers[0].inventoriedAt = {};
    QCOMPARE(buildRunbook(snapshot).problems.front().code, u"runbook.not-inventoried"_s);
    snapshot = project();
    for (Asset& one : snapshot.assets)
        one.migrate = false;
    QCOMPARE(buildRunbook(snapshot).problems.front().code, u"runbook.nothing-to-migrate"_s);
    snapshot = project();
    snapshot.servers.push_back({9, u"deneb"_s, ServerRole::Source, ServerKind::Local, "/srv/other", {}});
    QCOMPARE(buildRunbook(snapshot).problems.front().code, u"runbook.several-sources"_s);
}

void TestRunbook::hashCoversWhatIsDoneAndNothingElse()
{
    const Snapshot base = project();
    const QString hash = buildRunbook(base).hash;
    QCOMPARE(hash.size(), 64);
    Snapshot other = base;
    other.servers[0].name = u"another name"_s;
    other.assets[1].bytes = 5;
    other.assets[1].owner = u"Claire"_s;
    other.checks.push_back({});
    QCOMPARE(buildRunbook(other).hash, hash);
    other = base;
    other.assets[1].migrate = false;
    QVERIFY(buildRunbook(other).hash != hash);
    other = base;
    other.assets[1].destination = "data";
    QVERIFY(buildRunbook(other).hash != hash);
    other = base;
    other.servers[1].root = "/srv/elsewhere";
    QVERIFY(buildRunbook(other).hash != hash);
    other = base;
    other.project.switchLink = "/srv/another";
    QVERIFY(buildRunbook(other).hash != hash);
    other = base;
    other.project.owners = engine::OwnersBy::Name;
    QVERIFY(buildRunbook(other).hash != hash);
    QCOMPARE(scopeFromJson(buildRunbook(other).steps[0].params[u"scope"_s].toObject()).owners, engine::OwnersBy::Name);
    QCOMPARE(scopeFromJson(buildRunbook(base).steps[0].params[u"scope"_s].toObject()).owners, engine::OwnersBy::Number);
    qsizetype told = 0, syncs = 0;
    for (const RunbookStep& step : buildRunbook(other).steps) {
        syncs += step.code == u"sync"_s ? 1 : 0;
        for (const Item& action : step.actions)
            told += action.code == u"action.owners-by-name"_s ? 1 : 0;
    }
    QVERIFY(syncs > 0);
    QCOMPARE(told, syncs);
}

void TestRunbook::nestedAssetsFollowWhatMovesThem()
{
    Snapshot snapshot = project();
    snapshot.assets[1].destination = "data/compta";
    snapshot.assets.push_back(asset(5, AssetKind::Database, "books", "srv/compta/books.db"));
    const MigrationScope scope = scopeOf(snapshot, snapshot.servers[0]);
    QCOMPARE(scope.databases.size(), std::size_t(2));
    QCOMPARE(scope.databases[0].to, Path("data/compta/books.db"));
    QVERIFY(has(scope.hidden, "srv/compta/books.db"));
}

void TestRunbook::sharedFileStaysBehindOnlyIfAllDo()
{
    Snapshot snapshot = project();
    snapshot.assets.push_back(asset(6, AssetKind::Task, "nightly", "etc/crontab", false));
    snapshot.assets.push_back(asset(7, AssetKind::Task, "weekly", "etc/crontab", true));
    QVERIFY(!has(scopeOf(snapshot, snapshot.servers[0]).left, "etc/crontab"));
    snapshot.assets.back().migrate = false;
    QVERIFY(has(scopeOf(snapshot, snapshot.servers[0]).left, "etc/crontab"));
}

void TestRunbook::anyNameSurvivesJson()
{
    QByteArray all;
    for (int c = 1; c < 256; ++c)
        all.append(char(c));
    QCOMPARE(pathFromJson(QJsonValue(pathToJson(all))), all);
    MigrationScope scope;
    scope.units = {{3, u"a"_s, all, "b"}};
    scope.left = {all};
    scope.rest = false;
    const auto text = QJsonDocument(scopeToJson(scope)).toJson();
    const MigrationScope back = scopeFromJson(QJsonDocument::fromJson(text).object());
    QCOMPARE(back.units[0].from, all);
    QCOMPARE(back.units[0].asset, Id(3));
    QCOMPARE(back.left[0], all);
    QVERIFY(!back.rest);
}

void TestRunbook::timesComeFromRehearsalsOfThisRunbook()
{
    Snapshot snapshot = project();
    const QString hash = buildRunbook(snapshot).hash;
    const QDateTime start = QDateTime::fromString(u"2026-11-01T04:00:00Z"_s, Qt::ISODate);
    const auto addRun = [&](Id id, RunKind kind, const QString& of, const char* evidence, const QString& code,
                            qint64 ms) {
        Evidence line;
        line.id = id;
        line.kind = QString::fromLatin1(evidence);
        snapshot.evidence.push_back(line);
        snapshot.runs.push_back(finished(id, kind, of, id));
        RunStep step;
        step.id = id;
        step.run = id;
        step.code = code;
        step.startedAt = start;
        step.endedAt = start.addMSecs(ms);
        snapshot.runSteps.push_back(step);
    };
    addRun(1, RunKind::Rehearsal, hash, evidence::RehearsalRun, u"sync"_s, 10'000);
    addRun(2, RunKind::Rehearsal, hash, evidence::RehearsalRun, u"sync"_s, 30'000);
    addRun(3, RunKind::Rehearsal, u"another runbook"_s, evidence::RehearsalRun, u"sync"_s, 90'000);
    addRun(4, RunKind::Rehearsal, hash, evidence::InventoryRun, u"sync"_s, 90'000); // no evidence of a rehearsal
    addRun(5, RunKind::RollbackDrill, hash, evidence::RollbackDrill, u"rollback-sync"_s, 7'000);
    const Runbook book = buildRunbook(snapshot);
    const Timings timings = measuredTimings(snapshot, book);
    QCOMPARE(timings.rehearsals, 2);
    QCOMPARE(timings.medianMs, 20'000);
    QCOMPARE(timings.p90Ms, 30'000);
    QVERIFY(timings.rollbackMeasured);
    QCOMPARE(timings.rollbackMs, 7'000);
    QCOMPARE(book.steps[2].plannedMs, 30'000);
    QVERIFY(book.steps[2].measured);
    QCOMPARE(timings.steps[2].rollbackMs, 7'000);
    QCOMPARE(lastGoodRehearsal(snapshot, hash)->id, Id(2));
    QVERIFY(!lastGoodRehearsal(snapshot, u"unknown"_s));
}

void TestRunbook::ownFilesNeverTravel()
{
    Snapshot snapshot = project();
    snapshot.file = u"/srv/old/srv/compta/move.bascule"_s;
    const MigrationScope scope = scopeOf(snapshot, snapshot.servers[0]);
    QVERIFY(has(scope.hidden, "srv/compta/move.bascule"));
    QVERIFY(has(scope.left, "srv/compta/move.rollback"));
}

QTEST_GUILESS_MAIN(TestRunbook)
#include "tst_runbook.moc"
