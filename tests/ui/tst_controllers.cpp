// SPDX-License-Identifier: GPL-3.0-or-later
// What pages show, as pure functions of a snapshot: no widget, no store, no job.
#include "ui/pages/BackupsController.h"
#include "ui/pages/CompatibilityController.h"
#include "ui/pages/CutoverController.h"
#include "ui/pages/DependenciesController.h"
#include "ui/pages/InventoryController.h"
#include "ui/pages/MonitoringController.h"
#include "ui/pages/PlanningController.h"
#include "ui/pages/ProjectController.h"
#include "ui/pages/RehearsalController.h"
#include "ui/pages/ServersController.h"

#include "core/hosts/ServerCheckJob.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace bascule;
using namespace bascule::ui;

namespace {

const QDateTime kNow = QDateTime::fromString(u"2026-11-24T09:40:00Z"_s, Qt::ISODate);

Asset asset(Id id, AssetKind kind, const QString& name, bool critical, const QString& owner = {})
{
    Asset made;
    made.id = id;
    made.server = 1;
    made.kind = kind;
    made.name = name;
    made.path = "srv/" + name.toUtf8();
    made.bytes = 1'800'000'000;
    made.files = 12;
    made.critical = critical;
    made.owner = owner;
    return made;
}

Snapshot sample()
{
    Snapshot snapshot;
    snapshot.file = u"/tmp/x.bascule"_s;
    snapshot.project.name = u"Maison Delorme"_s;
    snapshot.persons = {{1, u"Karim Benali"_s, PersonRole::It, {}},
                        {2, u"Sophie Marchand"_s, PersonRole::Business, {}}};
    Server source;
    source.id = 1;
    source.name = u"vega"_s;
    source.root = "/srv/vega";
    Server target;
    target.id = 2;
    target.name = u"altair"_s;
    target.role = ServerRole::Target;
    target.root = "/srv/altair";
    snapshot.servers = {source, target};
    snapshot.assets = {asset(1, AssetKind::Database, u"shop"_s, true, u"Sophie Marchand"_s),
                       asset(2, AssetKind::Share, u"projets"_s, true), asset(3, AssetKind::Task, u"cloture"_s, false),
                       asset(4, AssetKind::Service, u"sync"_s, false)};
    return snapshot;
}

Backup backup(Id id, Id of, const QDateTime& made)
{
    Backup one;
    one.id = id;
    one.asset = of;
    one.server = 1;
    one.path = "backups/" + QByteArray::number(id) + ".tar.zst";
    one.madeAt = made;
    one.bytes = 61'000'000;
    one.read = ReadState::Intact;
    one.entries = 5214;
    return one;
}

const Row* rowOf(const QList<Row>& rows, const QString& kind, Id id)
{
    for (const Row& row : rows) {
        if (row.kind == kind && row.id == id)
            return &row;
        if (const Row* child = rowOf(row.children, kind, id))
            return child;
    }
    return nullptr;
}

QStringList textsOf(const Details& details)
{
    QStringList texts;
    for (const Section& section : details.sections) {
        for (const Block& block : section.blocks)
            texts << block.title << block.text;
    }
    return texts;
}

} // namespace

class ControllersTest : public QObject
{
    Q_OBJECT

private:
    text::Phrasebook english{Language::English};
    text::Phrasebook french{Language::French};

private slots:
    void inventoryGroupsByKind()
    {
        const QList<Row> groups = InventoryController::assetRows(sample(), 0, english);
        QCOMPARE(groups.size(), 3);
        for (const Row& group : groups)
            QVERIFY(group.group && group.count == QString::number(group.children.size()));
        // Services and scheduled tasks share a group.
        QCOMPARE(groups.back().children.size(), 2);
        QVERIFY(InventoryController::assetRows(sample(), 77, english).isEmpty());
    }

    void inventoryNamesWhatLacksAnOwner()
    {
        Snapshot snapshot = sample();
        const QList<Row> rows = InventoryController::assetRows(snapshot, 0, english);
        const Row* share = rowOf(rows, u"asset"_s, 2);
        QVERIFY(share && share->cells[4].tone == Token::Warn);
        QVERIFY(rowOf(rows, u"asset"_s, 3)->cells[4].muted); // nobody must own what is not critical
        QCOMPARE(InventoryController::firstWithoutOwner(snapshot), Id(2));
        snapshot.assets[1].owner = u"Karim Benali"_s;
        QCOMPARE(InventoryController::firstWithoutOwner(snapshot), Id(0));
        snapshot.assets[1].owner.clear();
        snapshot.assets[1].gone = true;
        QCOMPARE(InventoryController::firstWithoutOwner(snapshot), Id(0));
    }

    void inventoryShowsTheWorstFinding()
    {
        Snapshot snapshot = sample();
        Finding finding;
        finding.server = 1;
        finding.asset = 1;
        finding.code = u"path.missing"_s;
        for (FindingSeverity severity :
             {FindingSeverity::Note, FindingSeverity::ToFix, FindingSeverity::Blocking, FindingSeverity::ToFix}) {
            ++finding.id;
            finding.severity = severity;
            snapshot.findings.push_back(finding);
        }
        const QList<Row> rows = InventoryController::assetRows(snapshot, 0, english);
        QCOMPARE(int(rowOf(rows, u"asset"_s, 1)->cells[5].look), int(Look::Blocking));
        const Details details = InventoryController::assetDetails(snapshot, 1, kNow, {}, english);
        QCOMPARE(details.sections.back().blocks.size(), 4);
        QCOMPARE(int(details.sections.back().blocks.front().look), int(Look::Blocking));
        snapshot.findings[2].state = FindingState::Accepted;
        QCOMPARE(int(rowOf(InventoryController::assetRows(snapshot, 0, english), u"asset"_s, 1)->cells[5].look),
                 int(Look::ToFix));
    }

    void backupsExpireAndCompareWithTheirObjective()
    {
        Snapshot snapshot = sample();
        Backup one = backup(1, 1, kNow.addDays(-1));
        one.restore = RestoreState::Restored;
        one.restoredAt = kNow.addDays(-6);
        one.restoreMs = 3 * 60'000;
        snapshot.backups = {one};
        const auto cells = [&] {
            return rowOf(BackupsController::rows(snapshot, BackupsController::Shown::Critical, kNow, english),
                         u"asset"_s, 1)
                ->cells;
        };
        QCOMPARE(int(cells()[3].look), int(Look::Passed));
        QVERIFY(BackupsController::isProven(snapshot, snapshot.assets[0], kNow));
        snapshot.backups[0].restoredAt = kNow.addDays(-8);
        QCOMPARE(int(cells()[3].look), int(Look::Expired));
        QVERIFY(!BackupsController::isProven(snapshot, snapshot.assets[0], kNow));
        snapshot.backups[0].restoredAt = kNow.addDays(-1);
        snapshot.assets[0].rtoMinutes = 2;
        QCOMPARE(int(cells()[4].look), int(Look::ToFix));
        QVERIFY(!BackupsController::isProven(snapshot, snapshot.assets[0], kNow));
    }

    void backupsShowTheNewestAndWhatHasNone()
    {
        Snapshot snapshot = sample();
        snapshot.backups = {backup(1, 1, kNow.addDays(-3)), backup(2, 1, kNow.addDays(-1))};
        snapshot.backups[1].read = ReadState::CutShort;
        const QList<Row> rows = BackupsController::rows(snapshot, BackupsController::Shown::Critical, kNow, english);
        QCOMPARE(rows.size(), 3); // two critical assets and the way back
        QCOMPARE(int(rowOf(rows, u"asset"_s, 1)->cells[2].look), int(Look::Failed));
        QCOMPARE(int(rowOf(rows, u"asset"_s, 2)->cells[2].look), int(Look::Blocked));
        QVERIFY(rowOf(rows, u"rollback"_s, 1));
        QCOMPARE(BackupsController::backupsOf(snapshot, 1).front()->id, Id(2));
        const Details details = BackupsController::assetDetails(snapshot, 1, 1, kNow, {}, {}, english);
        QVERIFY(textsOf(details).contains(u"1.tar.zst"_s)); // the older one can be chosen
    }

    void planningDrawsTheWindowToScale()
    {
        Timings timings;
        timings.rehearsals = 3;
        timings.p90Ms = 72 * 60'000;
        timings.medianMs = 48 * 60'000;
        timings.rollbackMs = 38 * 60'000;
        timings.rollbackMeasured = true;
        const QDateTime start = kNow.addDays(12);
        const WindowFit fit = fitWindow(start, 180, timings, {}, kNow);
        QVERIFY(fit.ok());
        const FitModel bar = PlanningController::fitBar(fit, english);
        double whole = 0;
        for (const FitSegment& segment : bar.segments)
            whole += segment.length;
        QCOMPARE(whole, 180.0 * 60);
        QCOMPARE(int(bar.segments.front().kind), int(FitSegment::Kind::Measured));
        QCOMPARE(bar.segments.front().length, 72.0 * 60);
        QCOMPARE(int(bar.segments.back().kind), int(FitSegment::Kind::Rollback));
    }

    void planningRefusesInWords()
    {
        Snapshot snapshot = sample();
        CriticalPeriod period;
        period.id = 1;
        period.from = kNow.addDays(3);
        period.to = kNow.addDays(4);
        period.why = u"Paie"_s;
        snapshot.criticalPeriods = {period};
        Timings timings;
        const auto why = [&](const QDateTime& start, int minutes) {
            return PlanningController::whyNotWindow(start, minutes, timings, snapshot, kNow, english);
        };
        QVERIFY(why(kNow.addDays(3).addSecs(3600), 120).contains(u"Paie"_s));
        QVERIFY(!why(kNow.addDays(-1), 120).isEmpty());
        QVERIFY(!why(kNow.addDays(5), 0).isEmpty());
        QVERIFY2(why(kNow.addDays(5), 120).isEmpty(), qPrintable(why(kNow.addDays(5), 120)));
        QVERIFY(!why(kNow.addDays(5), 120).contains(u'«'));
        const CalendarModel calendar = PlanningController::calendar(
            snapshot, timings, kNow.date(), {{-1, kNow.addDays(3), 60, false}}, -1, kNow, english);
        QCOMPARE(calendar.periods.size(), 1);
        QCOMPARE(int(calendar.windows.front().look), int(Look::Blocked));
    }

    void aPeriodThatEndsAtMidnightDoesNotTouchTheNextDay()
    {
        Snapshot snapshot = sample();
        CriticalPeriod period;
        period.id = 1;
        const QDate day(2026, 11, 27);
        period.from = day.startOfDay().toUTC();
        period.to = day.addDays(1).startOfDay().toUTC();
        period.why = u"Paie"_s;
        snapshot.criticalPeriods = {period};
        const CalendarModel calendar = PlanningController::calendar(snapshot, {}, day, {}, 0, kNow, english);
        QCOMPARE(calendar.periods.front().from, day);
        QCOMPARE(calendar.periods.front().to, day);
    }

    void monitoringCountsAndKeepsTheClock()
    {
        Snapshot snapshot = sample();
        Incident open;
        open.id = 1;
        open.openedAt = kNow.addSecs(-600);
        snapshot.incidents = {open};
        QList<Figure> figures = MonitoringController::figures(snapshot, kNow, english);
        QCOMPARE(figures.size(), 3);
        QCOMPARE(figures[1].value, u"1"_s);
        QCOMPARE(int(figures[1].tone), int(Token::Bad));
        QCOMPARE(figures[0].value, u"–"_s); // nothing is measured before the cutover
        snapshot.project.state = MigrationState::CutOver;
        snapshot.project.cutoverAt = kNow.addDays(-6).addSecs(-12 * 3600);
        figures = MonitoringController::figures(snapshot, kNow, english);
        QCOMPARE(int(figures[2].tone), int(Token::Warn)); // less than a day left
        snapshot.project.cutoverAt = kNow.addDays(-8);
        QCOMPARE(MonitoringController::figures(snapshot, kNow, english)[2].value, MonitoringController::tr("expired"));
    }

    void monitoringMakesChecksOfWhatIsTyped()
    {
        const Check tcp = MonitoringController::makeCheck(u"mail"_s, u"tcp"_s, 0, u"mail.example.org:25"_s, 60);
        QCOMPARE(tcp.params.value("host"_L1).toString(), u"mail.example.org"_s);
        QCOMPARE(tcp.params.value("port"_L1).toInt(), 25);
        QVERIFY2(MonitoringController::whyNotCheck(tcp, english).isEmpty(),
                 qPrintable(MonitoringController::whyNotCheck(tcp, english)));
        const Check empty = MonitoringController::makeCheck(u"web"_s, u"http"_s, 0, {}, 60);
        QVERIFY(!MonitoringController::whyNotCheck(empty, english).isEmpty());
        for (const Choice& choice : MonitoringController::kindChoices())
            QVERIFY2(choice.text != choice.value, qPrintable(choice.value));
    }

    void serversStripNamesWhatIsMissing()
    {
        Snapshot snapshot = sample();
        StripState state = ServersController::strip(snapshot, english);
        QCOMPARE(int(state.look), int(Look::InProgress));
        QCOMPARE(state.items.size(), 3); // a test environment, and two folders nobody has looked at
        QCOMPARE(int(ServersController::nextRole(snapshot)), int(ServerRole::Test));
        QVERIFY(ServersController::complete(snapshot));
        Evidence look;
        look.id = 1;
        look.at = kNow;
        look.kind = QString::fromLatin1(ServerCheckJob::kEvidence);
        look.data = {{u"server"_s, 1},
                     {u"ok"_s, false},
                     {u"error"_s, QJsonObject{{u"code"_s, u"server.folder-missing"_s}, {u"subject"_s, u"/x"_s}}}};
        snapshot.evidence = {look};
        state = ServersController::strip(snapshot, english);
        QCOMPARE(int(state.look), int(Look::Blocked));
        const QList<Row> rows = ServersController::rows(snapshot, kNow, english);
        QCOMPARE(int(rowOf(rows, u"server"_s, 1)->cells[2].look), int(Look::Failed));
        QCOMPARE(int(rowOf(rows, u"server"_s, 2)->cells[2].look), int(Look::Waiting));
    }

    void projectAsksForItBusinessAndManagement()
    {
        Snapshot snapshot = sample();
        StripState state = ProjectController::strip(snapshot, true, english);
        QCOMPARE(state.items.size(), 1); // management
        QVERIFY(state.items.front().target);
        QVERIFY(!ProjectController::whyNotName(snapshot, u"karim benali"_s).isEmpty());
        QVERIFY(ProjectController::whyNotName(snapshot, u"karim benali"_s, 1).isEmpty());
        QCOMPARE(ProjectController::settingRows(snapshot, english).size(), 10);
        for (const auto owners : {engine::OwnersBy::Number, engine::OwnersBy::Name, engine::OwnersBy::Free}) {
            snapshot.project.owners = owners;
            const Details details =
                ProjectController::settingDetails(snapshot, ProjectController::Setting::Owners, {}, english);
            QCOMPARE(details.facts.front().value, enumName(owners));
            QCOMPARE(details.facts.front().choices.size(), 3);
        }
        QCOMPARE(int(ProjectController::strip({}, false, english).look), int(Look::NotStarted));
    }

    void dependenciesSayWhatIsToBeDecided()
    {
        Snapshot snapshot = sample();
        Dependency dependency;
        dependency.id = 5;
        dependency.from = 2;
        dependency.to = 1;
        dependency.kind = u"sqlite"_s;
        dependency.confidence = 95;
        snapshot.dependencies = {dependency};
        QCOMPARE(DependenciesController::undecided(snapshot), 1);
        QCOMPARE(DependenciesController::firstUndecided(snapshot), Id(5));
        const Details details = DependenciesController::pointDetails(snapshot, 1, {}, english);
        QVERIFY(textsOf(details).join(u' ').contains(u"projets"_s)); // what stops with it
        snapshot.dependencies[0].state = DependencyState::Dismissed;
        QCOMPARE(DependenciesController::undecided(snapshot), 1); // a dismissal without a reason is none
        snapshot.dependencies[0].why = u"unused"_s;
        QCOMPARE(DependenciesController::undecided(snapshot), 0);
    }

    void theMapKeepsDecisionsOfTheSnapshot()
    {
        Snapshot snapshot = sample();
        Dependency dependency;
        dependency.id = 5;
        dependency.from = 2;
        dependency.to = 1;
        dependency.kind = u"sqlite"_s;
        dependency.confidence = 95;
        snapshot.dependencies = {dependency};
        MapLayout layout;
        layout.nodes = {{{1, 1, u"shop"_s, {}}, QRectF(200, 0, 128, 44)},
                        {{2, 1, u"projets"_s, {}}, QRectF(0, 0, 128, 44)}};
        layout.edges = {{{5, 2, 1, DependencyState::ToConfirm, false}, {}}};
        MapModel map = DependenciesController::map(layout, snapshot, 1, english);
        QCOMPARE(int(map.edges.front().style), int(EdgeStyle::ToConfirm));
        QCOMPARE(int(map.nodes[0].mark), int(NodeMark::Selected));
        QCOMPARE(int(map.nodes[1].mark), int(NodeMark::Stops));
        QCOMPARE(int(map.edges.front().mark), int(NodeMark::Stops));
        snapshot.dependencies[0].state = DependencyState::Confirmed;
        map = DependenciesController::map(layout, snapshot, 0, english);
        QCOMPARE(int(map.edges.front().style), int(EdgeStyle::Confirmed));
        snapshot.dependencies[0].state = DependencyState::Dismissed;
        QVERIFY(DependenciesController::map(layout, snapshot, 0, english).edges.isEmpty());
    }

    void cutoverKnowsItsStage()
    {
        using Stage = CutoverController::Stage;
        Snapshot snapshot = sample();
        QCOMPARE(int(CutoverController::stage(snapshot, false, false)), int(Stage::Plan));
        QCOMPARE(int(CutoverController::stage(snapshot, true, false)), int(Stage::Waiting));
        snapshot.project.state = MigrationState::CutOver;
        QCOMPARE(int(CutoverController::stage(snapshot, false, false)), int(Stage::CutOver));
        QCOMPARE(int(CutoverController::stage(snapshot, false, true)), int(Stage::GoingBack));
        snapshot.project.state = MigrationState::Committed;
        QCOMPARE(int(CutoverController::stage(snapshot, false, false)), int(Stage::Committed));
        for (Stage stage : {Stage::Plan, Stage::Running, Stage::GoingBack, Stage::CutOver})
            QVERIFY(!CutoverController::messageMoment(stage).isEmpty());
    }

    void cutoverConditionsOfCheckpointsCanBeWaived()
    {
        const Snapshot snapshot = sample();
        const auto conditions = cutoverConditions(snapshot, kNow);
        QVERIFY(conditions.size() > 6);
        int steps = 0, go = 0;
        for (const GoCondition& condition : conditions) {
            steps += CutoverController::stepOf(condition).has_value();
            go += CutoverController::isGo(condition);
        }
        QCOMPARE(steps, 5);
        QCOMPARE(go, 2);
        QCOMPARE(CutoverController::goConditions(conditions, english).size(), qsizetype(conditions.size()) - 2);
        QVERIFY(!CutoverController::goGiven(conditions));
    }

    void cutoverBarAddsUp()
    {
        CutoverView view;
        view.run = 1;
        view.running = true;
        view.startedAt = view.windowStart = kNow.addSecs(-38 * 60);
        view.windowEnd = view.windowStart.addSecs(180 * 60);
        view.endsLow = kNow.addSecs(24 * 60);
        view.endsHigh = kNow.addSecs(28 * 60);
        view.rollbackMs = 38 * 60'000;
        view.lastMoment = view.windowEnd.addMSecs(-view.rollbackMs);
        const FitModel bar = CutoverController::bar(view, CutoverController::Stage::Running, kNow, english);
        double whole = 0;
        for (const FitSegment& segment : bar.segments)
            whole += segment.length;
        QCOMPARE(whole, 180.0 * 60);
        QCOMPARE(bar.segments.front().length, 38.0 * 60);
        QCOMPARE(int(bar.segments.front().kind), int(FitSegment::Kind::Done));
    }

    void cutoverFiguresSayWhatTheRollbackTakes()
    {
        CutoverView view;
        view.oldServerName = u"vega"_s;
        view.oldServer = OldServer::Frozen;
        view.frozenSince = kNow;
        view.writeSeen = true;
        const auto figures = CutoverController::figures(view, CutoverController::Stage::Running, kNow, english);
        QCOMPARE(figures.size(), 3);
        QCOMPARE(int(figures[2].tone), int(Token::Bad));
        QVERIFY(figures[2].caption.contains(u"vega"_s));
    }

    void rehearsalSaysWhatKeepsItBack()
    {
        Snapshot snapshot = sample();
        QVERIFY(!RehearsalController::whyNotRehearse(snapshot, english).isEmpty()); // no test environment
        Scenario scenario;
        scenario.id = 1;
        scenario.name = u"scenario.name.rights-equal"_s;
        scenario.kind = ScenarioKind::Rights;
        snapshot.scenarios = {scenario};
        const QList<Row> rows = RehearsalController::scenarioRows(snapshot, kNow, english);
        QVERIFY(!rows.front().cells[0].text.startsWith(u"scenario."_s)); // a code is said in words
        scenario.name = u"Order entry works"_s;
        QCOMPARE(RehearsalController::scenarioName(scenario, english), scenario.name);
        for (const Choice& choice : RehearsalController::probeChoices())
            QVERIFY2(choice.text != choice.value, qPrintable(choice.value));
    }

    void compatibilityStripBeginsWithTheCheck()
    {
        Snapshot snapshot = sample();
        QCOMPARE(int(CompatibilityController::strip(snapshot, english).look), int(Look::NotStarted));
        Evidence run;
        run.id = 1;
        run.at = kNow;
        run.kind = QString::fromLatin1(evidence::CompatibilityRun);
        snapshot.evidence = {run};
        const StripState state = CompatibilityController::strip(snapshot, english);
        QCOMPARE(int(state.look), int(Look::InProgress)); // the database is still to be tested
        QCOMPARE(state.items.size(), 1);
    }

    void nothingIsSaidInAngleQuotes()
    {
        // The catalogue says a code that it does not know as itself, in angle quotes.
        const Snapshot snapshot = sample();
        for (const text::Phrasebook* words : {&english, &french}) {
            QStringList said;
            for (const GoCondition& condition : cutoverConditions(snapshot, kNow))
                said.append(words->say(condition.item));
            for (const StripItem& item :
                 CutoverController::strip(snapshot, cutoverView(snapshot, kNow), CutoverController::Stage::Plan,
                                          cutoverConditions(snapshot, kNow), *words)
                     .items)
                said.append(item.text);
            for (const QString& text : said)
                QVERIFY2(!text.startsWith(u'‹') && !text.contains(u"cutover."_s), qPrintable(text));
        }
    }
};

QTEST_GUILESS_MAIN(ControllersTest)
#include "tst_controllers.moc"
