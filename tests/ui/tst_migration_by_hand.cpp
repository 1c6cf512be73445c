// SPDX-License-Identifier: GPL-3.0-or-later
// A whole migration of the demo's company by the window's own buttons, in both languages, with a picture of each page.
#include "UiRig.h"

#include "core/backups/Backups.h"
#include "core/cutover/Cutover.h"
#include "core/inventory/Map.h"
#include "core/planning/Plan.h"
#include "ui/pages/BackupsController.h"
#include "ui/widgets/MapView.h"

#include <QFile>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace bascule;
using namespace bascule::ui;

namespace {

const QString kIt = u"Karim Benali"_s;
const QString kBusiness = u"Sophie Marchand"_s;
const QString kManagement = u"Claire Vasseur"_s;

} // namespace

class MigrationByHandTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<UiRig> rig;
    DemoPlaces places;

    void makeProject(Language language);
    void nameServers();
    void takeInventory();
    void decideLinks();
    void checkCompatibility();
    void proveBackups();
    void rehearse();
    void plan();
    void watchBefore();
    void cutOver();
    void watchAfter();
    void goBack();
    Checkpoint of(Step step) { return rig->context().board().of(step); }
    QString open(Step step);

private slots:
    void migrate_data()
    {
        QTest::addColumn<int>("language");
        QTest::newRow("fr") << int(Language::French);
        QTest::newRow("en") << int(Language::English);
    }
    void migrate();
    // One window at a time, also after a failure: the next row dresses the application anew.
    void cleanup() { rig.reset(); }
};

/// What a checkpoint still misses, for failures.
QString MigrationByHandTest::open(Step step)
{
    QStringList said;
    for (const Item& item : of(step).missing)
        said.append(rig->context().text().say(item));
    return said.join(u"; "_s) + u" | "_s + rig->complaint();
}

void MigrationByHandTest::migrate()
{
    QFETCH(int, language);
    rig = std::make_unique<UiRig>(static_cast<Language>(language));
    const auto seeded = rig->seed(0.1);
    QVERIFY2(seeded.ok(), seeded ? "" : seeded.error().code.c_str());
    places = *seeded;
    using Part = void (MigrationByHandTest::*)();
    makeProject(static_cast<Language>(language));
    for (const Part part :
         {&MigrationByHandTest::nameServers, &MigrationByHandTest::takeInventory, &MigrationByHandTest::decideLinks,
          &MigrationByHandTest::checkCompatibility, &MigrationByHandTest::proveBackups, &MigrationByHandTest::rehearse,
          &MigrationByHandTest::plan, &MigrationByHandTest::watchBefore, &MigrationByHandTest::cutOver,
          &MigrationByHandTest::watchAfter, &MigrationByHandTest::goBack}) {
        if (QTest::currentTestFailed())
            return;
        (this->*part)();
    }
}

void MigrationByHandTest::makeProject(Language language)
{
    QCOMPARE(rig->page()->pageId(), PageId::Project);
    rig->shoot(u"project-none"_s);
    QVERIFY(!rig->page()->nextReason().allowed);
    QVERIFY(rig->press(u"new"_s));
    QVERIFY(rig->fill(u"name"_s, u"Maison Delorme"_s));
    QVERIFY(!rig->verb()); // the file is missing yet
    QVERIFY(rig->fill(u"language"_s, enumName(language)));
    QVERIFY(rig->fill(u"file"_s, rig->path(u"demo/migration.bascule"_s)));
    QVERIFY(rig->verb());
    QVERIFY2(rig->waitFor([this] { return rig->context().hasProject(); }), qPrintable(rig->complaint()));
    rig->go(PageId::Project);
    const std::pair<QString, PersonRole> people[] = {
        {kIt, PersonRole::It}, {kBusiness, PersonRole::Business}, {kManagement, PersonRole::Management}};
    for (const auto& [name, role] : people) {
        QVERIFY(rig->press(u"person"_s));
        QVERIFY(rig->fill(u"name"_s, name));
        QVERIFY(rig->fill(u"role"_s, enumName(role)));
        QVERIFY(rig->fill(u"contact"_s, u"04 78 00 00 01"_s));
        QVERIFY(rig->verb());
        QVERIFY(rig->waitFor([&, wanted = name] {
            const auto& all = rig->snapshot().persons;
            return std::any_of(all.begin(), all.end(), [&](const Person& one) { return one.name == wanted; });
        }));
    }
    // The link that users go through.
    QVERIFY(rig->select(u"setting"_s, 9));
    auto* link = rig->details()->findChild<QLineEdit*>(u"field:switchLink"_s);
    QVERIFY(link);
    link->setFocus();
    QTest::keyClicks(link, QString::fromUtf8(places.link));
    QTest::keyClick(link, Qt::Key_Return);
    QVERIFY2(rig->waitFor([this] { return rig->snapshot().project.switchLink == places.link; }),
             qPrintable(rig->complaint()));
    rig->list()->setCurrentList(0);
    rig->list()->selectFirst();
    rig->shoot(u"project"_s);
    QVERIFY(rig->page()->nextReason().allowed);
}

void MigrationByHandTest::nameServers()
{
    rig->go(PageId::Servers);
    rig->shoot(u"servers-none"_s);
    QVERIFY(!rig->page()->nextReason().allowed);
    const struct
    {
        QString name;
        ServerRole role;
        Path root;
    } servers[] = {{u"vega"_s, ServerRole::Source, places.oldServer},
                   {u"vega-bis"_s, ServerRole::Target, places.oldServer + "/srv"},
                   {u"altair"_s, ServerRole::Target, places.newServer},
                   {u"essai"_s, ServerRole::Test, places.testServer}};
    for (const auto& server : servers) {
        QVERIFY(rig->press(u"add"_s));
        QVERIFY(rig->fill(u"name"_s, server.name));
        QVERIFY(rig->fill(u"role"_s, enumName(server.role)));
        QVERIFY(rig->fill(u"root"_s, QString::fromUtf8(server.root)));
        QVERIFY(rig->verb());
        if (server.name == "vega-bis"_L1) {
            // A target inside the source is refused in words on the page, and nothing is kept.
            QVERIFY(rig->waitFor([this] { return !rig->complaint().isEmpty(); }));
            QVERIFY(!rig->snapshot().serverOf(ServerRole::Target));
            rig->page()->message()->clear();
            continue;
        }
        QVERIFY2(rig->waitFor([&] { return rig->snapshot().serverOf(server.role) != nullptr; }),
                 qPrintable(rig->complaint()));
    }
    QVERIFY(rig->idle());
    QVERIFY(rig->select(u"server"_s, rig->snapshot().serverOf(ServerRole::Source)->id));
    rig->shoot(u"servers"_s);
    QVERIFY(rig->page()->nextReason().allowed);
    QVERIFY(rig->waitFor([this] { return rig->page()->strip()->state().look == Look::Passed; }));
}

void MigrationByHandTest::takeInventory()
{
    rig->go(PageId::Inventory);
    rig->shoot(u"inventory-none"_s);
    QVERIFY(rig->press(u"run"_s));
    QVERIFY(rig->idle());
    QVERIFY2(!rig->snapshot().presentAssets().empty(), qPrintable(rig->complaint()));
    // The database and the first share are critical, and get an owner.
    std::vector<Id> critical;
    for (const Asset* asset : rig->snapshot().presentAssets()) {
        if (asset->kind == AssetKind::Database)
            critical.push_back(asset->id);
    }
    for (const Asset* asset : rig->snapshot().presentAssets()) {
        if (asset->kind == AssetKind::Share && critical.size() < 3)
            critical.push_back(asset->id);
    }
    QVERIFY(critical.size() >= 2);
    for (const Id id : critical) {
        if (!rig->snapshot().asset(id)->critical) {
            QVERIFY(rig->select(u"asset"_s, id));
            QVERIFY(rig->chooseDetail(u"critical"_s, u"yes"_s));
            if (rig->dialog()) // asked once
                QVERIFY(rig->decide(kIt));
            QVERIFY2(rig->waitFor([&] { return rig->snapshot().asset(id)->critical; }), qPrintable(rig->complaint()));
        }
    }
    rig->shoot(u"inventory-owners"_s);
    for (int i = 0; i < 40 && rig->press(u"assign"_s); ++i) {
        const Id id = rig->list()->currentId();
        QVERIFY(rig->chooseDetail(u"owner"_s, kBusiness));
        QVERIFY2(rig->waitFor([&] { return rig->snapshot().asset(id)->owner == kBusiness; }),
                 qPrintable(rig->complaint()));
    }
    // What blocks and what could not be seen is accepted with a reason.
    for (const Finding& finding : std::vector<Finding>(rig->snapshot().findings)) {
        const bool blind = finding.kind == FindingKind::BlindSpot;
        const bool blocks = finding.severity == FindingSeverity::Blocking;
        if (finding.state != FindingState::Open || finding.room != "inventory"_L1 || (!blind && !blocks))
            continue;
        QVERIFY(rig->select(blind ? u"blind-spot"_s : u"finding"_s, finding.id));
        QVERIFY(rig->pressDetail(u"accept"_s));
        QVERIFY(rig->decide(kIt, u"Known and harmless"_s));
        QVERIFY(rig->waitFor(
            [&, id = finding.id] { return findById(rig->snapshot().findings, id)->state == FindingState::Accepted; }));
    }
}

void MigrationByHandTest::decideLinks()
{
    rig->go(PageId::Dependencies);
    rig->shoot(u"dependencies-none"_s);
    QVERIFY(rig->press(u"scan"_s));
    QVERIFY(rig->idle());
    QVERIFY2(!rig->snapshot().dependencies.empty(), qPrintable(rig->complaint()));
    rig->press(u"asList"_s);
    int decided = 0;
    for (; decided < 200 && rig->press(u"decide"_s); ++decided) {
        QTest::qWait(1);
        const Id id = rig->list()->currentKind() == "dependency"_L1 ? rig->list()->currentId() : 0;
        QVERIFY(id != 0);
        const QString key = QString::number(id);
        if (decided == 1) {
            QVERIFY(rig->pressDetail(u"dismiss:"_s + key));
            QVERIFY(rig->decide(kIt, u"An old address that nobody calls"_s));
        } else {
            QVERIFY2(rig->pressDetail(u"confirm:"_s + key), qPrintable(key));
            if (rig->dialog())
                QVERIFY(rig->decide(kIt));
        }
        QVERIFY2(rig->waitFor(
                     [&] { return findById(rig->snapshot().dependencies, id)->state != DependencyState::ToConfirm; }),
                 qPrintable(rig->complaint()));
    }
    QVERIFY(decided > 0);
    rig->shoot(u"dependencies-list"_s);
    QVERIFY(rig->press(u"asMap"_s));
    auto* map = rig->page()->findChild<MapView*>();
    QVERIFY(map);
    QVERIFY2(rig->waitFor([map] { return !map->model().nodes.isEmpty(); }), qPrintable(rig->complaint()));
    for (const Asset* asset : rig->snapshot().presentAssets()) {
        if (asset->kind == AssetKind::Database)
            map->reveal(asset->id);
    }
    QTest::qWait(50);
    rig->shoot(u"dependencies"_s);
    // Other rooms may have blind spots of their own.
    for (const Finding& finding : std::vector<Finding>(rig->snapshot().findings)) {
        if (finding.state != FindingState::Open || finding.kind != FindingKind::BlindSpot)
            continue;
        rig->go(PageId::Inventory);
        QVERIFY(rig->select(u"blind-spot"_s, finding.id));
        QVERIFY(rig->pressDetail(u"accept"_s));
        QVERIFY(rig->decide(kIt, u"Looked at by hand"_s));
        QVERIFY(rig->waitFor(
            [&, id = finding.id] { return findById(rig->snapshot().findings, id)->state == FindingState::Accepted; }));
    }
}

void MigrationByHandTest::checkCompatibility()
{
    rig->go(PageId::Compatibility);
    rig->shoot(u"compatibility-none"_s);
    QVERIFY(rig->press(u"run"_s));
    QVERIFY(rig->idle());
    QVERIFY2(rig->snapshot().lastEvidence(evidence::CompatibilityRun), qPrintable(rig->complaint()));
    QVERIFY(rig->press(u"test"_s));
    QVERIFY(rig->idle());
    QVERIFY2(rig->snapshot().lastEvidence(evidence::DatabaseTested), qPrintable(rig->complaint()));
    rig->list()->setCurrentList(0);
    rig->list()->selectFirst();
    rig->shoot(u"compatibility"_s);
    for (const Finding& finding : std::vector<Finding>(rig->snapshot().findings)) {
        if (finding.state != FindingState::Open || finding.severity != FindingSeverity::Blocking)
            continue;
        QVERIFY(rig->select(u"finding"_s, finding.id));
        QVERIFY(rig->pressDetail(u"accept"_s));
        QVERIFY(rig->decide(kIt, u"Handled by the new version"_s));
        QVERIFY(rig->waitFor(
            [&, id = finding.id] { return findById(rig->snapshot().findings, id)->state == FindingState::Accepted; }));
    }
    // Everything the map needs is settled now.
    rig->go(PageId::Inventory);
    rig->list()->setCurrentList(0);
    QVERIFY2(rig->press(u"validate"_s), qPrintable(open(Step::Inventory)));
    QVERIFY(rig->decide(kIt));
    QVERIFY2(rig->waitFor([this] { return of(Step::Inventory).state == CheckpointState::Passed; }),
             qPrintable(open(Step::Inventory)));
    rig->list()->selectFirst();
    rig->shoot(u"inventory"_s);
}

void MigrationByHandTest::proveBackups()
{
    rig->go(PageId::Backups);
    rig->list()->selectFirst();
    rig->shoot(u"backups-none"_s);
    for (const Asset* asset : rig->snapshot().presentAssets()) {
        if (asset->critical) {
            QVERIFY(rig->select(u"asset"_s, asset->id));
            break;
        }
    }
    QVERIFY(rig->pressLink(BackupsController::tr("Look for backups in the servers’ backup folders")));
    QVERIFY(rig->idle());
    QVERIFY2(!rig->snapshot().backups.empty(), qPrintable(rig->complaint()));
    QVERIFY(rig->press(u"read"_s));
    QVERIFY(rig->idle());
    QVERIFY(rig->press(u"restore"_s));
    QVERIFY(rig->idle());
    bool damaged = false;
    for (const Backup& backup : rig->snapshot().backups)
        damaged = damaged || (backup.read != ReadState::Intact && backup.read != ReadState::NotRead);
    QVERIFY(damaged); // the demo has one that was cut short
    rig->list()->selectFirst();
    rig->shoot(u"backups-damaged"_s);
    std::vector<Id> critical;
    for (const Asset* asset : rig->snapshot().presentAssets()) {
        if (asset->critical)
            critical.push_back(asset->id);
    }
    for (const Id id : critical) {
        const auto& all = rig->snapshot().backups;
        const bool proven = std::any_of(all.begin(), all.end(), [&](const Backup& backup) {
            return backup.asset == id && backup.restore == RestoreState::Restored;
        });
        if (proven)
            continue;
        QVERIFY(rig->select(u"asset"_s, id));
        QVERIFY(rig->pressDetail(u"make"_s));
        QVERIFY(rig->idle());
    }
    QVERIFY(rig->press(u"plan"_s));
    QVERIFY(rig->fill(u"person"_s, kIt));
    QVERIFY(rig->verb());
    QVERIFY2(rig->waitFor([this] { return !rig->snapshot().project.rollbackScenario.isEmpty(); }),
             qPrintable(rig->complaint()));
    rig->list()->selectFirst();
    rig->shoot(u"backups"_s);
}

void MigrationByHandTest::rehearse()
{
    rig->go(PageId::Rehearsal);
    rig->shoot(u"rehearsal-none"_s);
    QVERIFY(rig->pressEmpty()); // takes the proposed scenarios
    QVERIFY2(rig->waitFor([this] { return !rig->snapshot().scenarios.empty(); }), qPrintable(rig->complaint()));
    QVERIFY(rig->press(u"rehearse"_s));
    QVERIFY(rig->idle(300'000));
    const Run* run = rig->snapshot().lastRun(RunKind::Rehearsal);
    QVERIFY(run);
    QVERIFY2(run->state == RunState::Succeeded,
             QJsonDocument(run->error).toJson(QJsonDocument::Compact) + rig->complaint().toUtf8());
    for (const Drift& drift : std::vector<Drift>(rig->snapshot().drifts)) {
        if (drift.state != DifferenceState::Open)
            continue;
        QVERIFY(rig->select(u"drift"_s, drift.id));
        QVERIFY(rig->pressDetail(u"accept-drift"_s));
        QVERIFY(rig->decide(kIt, u"Users write on the old server meanwhile"_s));
        QVERIFY(rig->waitFor(
            [&, id = drift.id] { return findById(rig->snapshot().drifts, id)->state == DifferenceState::Accepted; }));
    }
    for (const auto& [name, role] : {std::pair{kIt, PersonRole::It}, std::pair{kBusiness, PersonRole::Business}}) {
        QVERIFY(rig->press(u"sign"_s));
        QVERIFY(rig->fill(u"person"_s, name));
        QVERIFY(rig->fill(u"role"_s, enumName(role)));
        QVERIFY(rig->verb());
        QVERIFY2(rig->waitFor([&, wanted = role] {
            return approvalFor(rig->snapshot(), u"rehearsal"_s, wanted, rehearsalSubject(rig->snapshot())) != nullptr;
        }),
                 qPrintable(rig->complaint()));
    }
    QVERIFY2(of(Step::Rehearsal).state == CheckpointState::Passed, qPrintable(open(Step::Rehearsal)));
    QVERIFY2(of(Step::Backups).state == CheckpointState::Passed, qPrintable(open(Step::Backups)));
    rig->list()->setCurrentList(0);
    rig->list()->selectFirst();
    rig->shoot(u"rehearsal"_s);
    rig->list()->setCurrentList(1);
    rig->list()->selectFirst();
    rig->shoot(u"rehearsal-steps"_s);
}

void MigrationByHandTest::plan()
{
    rig->go(PageId::Planning);
    rig->shoot(u"planning-none"_s);
    const QDateTime now = rig->context().now();
    const struct
    {
        QString why;
        int from, to;
    } periods[] = {{u"Paie"_s, 2, 4}, {u"Black Friday"_s, 5, 8}, {u"Stock"_s, 12, 14}};
    for (const auto& period : periods) {
        QVERIFY(rig->press(u"period"_s));
        QVERIFY(rig->fill(u"why"_s, period.why));
        QVERIFY(rig->fill(u"from"_s, now.addDays(period.from).toString(Qt::ISODate)));
        QVERIFY(rig->fill(u"to"_s, now.addDays(period.from - 1).toString(Qt::ISODate)));
        QVERIFY(!rig->verb()); // ends before it begins
        QVERIFY(rig->fill(u"to"_s, now.addDays(period.to).toString(Qt::ISODate)));
        QVERIFY(rig->verb());
        QVERIFY2(rig->waitFor([&] {
            const auto& all = rig->snapshot().criticalPeriods;
            return std::any_of(all.begin(), all.end(),
                               [&](const CriticalPeriod& one) { return one.why == period.why; });
        }),
                 qPrintable(rig->complaint()));
    }
    // A window across a critical period is refused with its reason.
    QVERIFY(rig->press(u"choose"_s));
    QVERIFY(rig->fill(u"start"_s, now.addDays(3).toString(Qt::ISODate)));
    QVERIFY(!rig->verb());
    rig->dialog()->reject();
    QTest::qWait(1);
    QVERIFY(rig->press(u"propose"_s));
    QVERIFY(rig->waitFor([this] { return rig->list()->currentKind() == "window"_L1; }));
    rig->shoot(u"planning-proposals"_s);
    QVERIFY(rig->pressDetail(u"take"_s));
    QVERIFY2(rig->waitFor([this] { return rig->snapshot().window() != nullptr; }), qPrintable(rig->complaint()));
    for (Id moment = 1; moment <= Id(kMessageMoments.size()); ++moment) {
        QVERIFY(rig->select(u"message"_s, moment));
        QVERIFY(rig->pressDetail(u"edit-message"_s));
        QVERIFY(rig->verb());
        QVERIFY(rig->waitFor([&] { return Id(rig->snapshot().messages.size()) == moment; }));
    }
    rig->list()->setCurrentList(3);
    QVERIFY(rig->pressEmpty());
    QVERIFY(rig->fill(u"name"_s, kIt));
    QVERIFY(rig->fill(u"phone"_s, u"06 12 34 56 78"_s));
    QVERIFY(rig->verb());
    QVERIFY(rig->waitFor([this] { return !rig->snapshot().contacts.empty(); }));
    for (const auto& [name, role] : {std::pair{kIt, PersonRole::It}, std::pair{kManagement, PersonRole::Management}}) {
        QVERIFY(rig->press(u"approve"_s));
        QVERIFY(rig->fill(u"person"_s, name));
        QVERIFY(rig->fill(u"role"_s, enumName(role)));
        QVERIFY(rig->verb());
        QVERIFY2(rig->waitFor([&, wanted = role] {
            const QString subject = approvalSubject(rig->snapshot(), u"planning"_s, buildRunbook(rig->snapshot()));
            return approvalFor(rig->snapshot(), u"planning"_s, wanted, subject) != nullptr;
        }),
                 qPrintable(rig->complaint()));
    }
    QVERIFY2(of(Step::Planning).state == CheckpointState::Passed, qPrintable(open(Step::Planning)));
    rig->list()->setCurrentList(0);
    rig->list()->selectFirst();
    rig->shoot(u"planning"_s);
}

void MigrationByHandTest::watchBefore()
{
    rig->go(PageId::Monitoring);
    rig->shoot(u"monitoring-none"_s);
    QVERIFY(rig->pressEmpty()); // takes the proposed checks
    QVERIFY2(rig->waitFor([this] { return !rig->snapshot().checks.empty(); }), qPrintable(rig->complaint()));
    QVERIFY(rig->press(u"baseline"_s));
    QVERIFY(rig->idle());
    for (const Check& check : rig->snapshot().checks)
        QVERIFY2(check.baselineEvidence != 0, qPrintable(check.name));
    rig->list()->selectFirst();
    rig->shoot(u"monitoring-baseline"_s);
}

void MigrationByHandTest::cutOver()
{
    rig->go(PageId::Cutover);
    rig->list()->setCurrentList(0);
    rig->list()->selectFirst();
    rig->shoot(u"cutover-plan"_s);
    rig->shootBoard();
    QVERIFY(rig->press(u"presync"_s));
    QVERIFY(rig->idle(300'000));
    QVERIFY2(rig->press(u"go"_s), qPrintable(rig->complaint()));
    QDialog* dialog = rig->dialog();
    QVERIFY(dialog);
    const auto names = dialog->findChildren<QComboBox*>();
    QCOMPARE(names.size(), 2);
    names[0]->setEditText(kIt);
    names[1]->setEditText(kManagement);
    QVERIFY(rig->verb());
    QVERIFY2(rig->waitFor([this] { return rig->page()->findChild<QPushButton*>(u"start"_s)->isVisible(); }),
             qPrintable(rig->complaint()));
    QVERIFY(rig->press(u"start"_s));
    QVERIFY(rig->fill(u"when"_s, u"force"_s));
    QVERIFY(rig->verb());
    QVERIFY(rig->waitFor([this] { return rig->snapshot().lastRun(RunKind::Cutover) != nullptr; }));
    // In the middle of it, when it lasts that long.
    rig->waitFor([this] {
        const Run* run = rig->snapshot().lastRun(RunKind::Cutover);
        const auto steps = rig->snapshot().stepsOf(run->id);
        return run->state != RunState::Running || std::count_if(steps.begin(), steps.end(), [](const RunStep* one) {
                                                      return one->state == StepState::Verified;
                                                  }) >= 2;
    });
    rig->shoot(u"cutover-running"_s);
    QVERIFY(rig->idle(300'000));
    const Run* run = rig->snapshot().lastRun(RunKind::Cutover);
    QVERIFY2(run->state == RunState::Succeeded,
             QJsonDocument(run->error).toJson(QJsonDocument::Compact) + rig->complaint().toUtf8());
    QCOMPARE(int(rig->snapshot().project.state), int(MigrationState::CutOver));
    QCOMPARE(QFile::symLinkTarget(QString::fromUtf8(places.link)), QString::fromUtf8(places.newServer));
    rig->shoot(u"cutover"_s);
}

void MigrationByHandTest::watchAfter()
{
    rig->go(PageId::Monitoring);
    for (int round = 0; round < 3; ++round) {
        QVERIFY(rig->press(u"round"_s));
        QVERIFY(rig->idle());
    }
    QVERIFY2(rig->snapshot().incidents.empty(), qPrintable(open(Step::Monitoring)));
    rig->list()->setCurrentList(0);
    rig->list()->selectFirst();
    rig->shoot(u"monitoring"_s);
    QVERIFY(rig->press(u"asCharts"_s));
    rig->shoot(u"monitoring-charts"_s);
    QVERIFY(rig->press(u"asList"_s));
    rig->shootBoard();
}

void MigrationByHandTest::goBack()
{
    // What somebody writes on the new server comes back with the rollback.
    const Asset* share = nullptr;
    for (const Asset* asset : rig->snapshot().presentAssets()) {
        if (asset->kind == AssetKind::Share && asset->migrate)
            share = asset;
    }
    QVERIFY(share);
    const QString relative = QString::fromUtf8(share->path) + u"/written-meanwhile.txt"_s;
    QFile written(QString::fromUtf8(places.newServer) + u'/' + relative);
    QVERIFY(written.open(QIODevice::WriteOnly));
    written.write("new work\n");
    written.close();

    rig->go(PageId::Cutover);
    QVERIFY2(rig->press(u"back"_s), qPrintable(rig->complaint()));
    QVERIFY(rig->dialog());
    QVERIFY(rig->idle());
    QTest::keyClick(rig->dialog(), Qt::Key_Return); // Enter never destroys: Cancel is the default
    QVERIFY(rig->waitFor([this] { return !rig->dialog(); }));
    QCOMPARE(int(rig->snapshot().project.state), int(MigrationState::CutOver));
    QVERIFY(rig->press(u"back"_s));
    QVERIFY(rig->decide(kManagement));
    QVERIFY(rig->idle(300'000));
    QVERIFY2(rig->snapshot().project.state == MigrationState::RolledBack, qPrintable(rig->complaint()));
    QFile back(QString::fromUtf8(places.oldServer) + u'/' + relative);
    QVERIFY(back.open(QIODevice::ReadOnly));
    QCOMPARE(back.readAll(), QByteArray("new work\n"));
    QCOMPARE(QFile::symLinkTarget(QString::fromUtf8(places.link)), QString::fromUtf8(places.oldServer));
    rig->shoot(u"cutover-rolled-back"_s);
}

QTEST_MAIN(MigrationByHandTest)
#include "tst_migration_by_hand.moc"
