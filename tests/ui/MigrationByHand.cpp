// SPDX-License-Identifier: GPL-3.0-or-later
#include "MigrationByHand.h"

#include "core/inventory/Map.h"
#include "ui/pages/BackupsController.h"
#include "ui/widgets/MapView.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace bascule;
using namespace bascule::ui;

QString MigrationByHand::open(Step step)
{
    QStringList said;
    for (const Item& item : of(step).missing)
        said.append(rig->context().text().say(item));
    return said.join(u"; "_s) + u" | "_s + rig->complaint();
}

void MigrationByHand::makeProject(Language language)
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
    rig->shoot(u"project-settings"_s);
    rig->list()->setCurrentList(0);
    rig->list()->selectFirst();
    rig->shoot(u"project"_s);
    QVERIFY(rig->page()->nextReason().allowed);
}

void MigrationByHand::nameServers()
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

void MigrationByHand::takeInventory()
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

void MigrationByHand::decideLinks()
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

void MigrationByHand::checkCompatibility()
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

void MigrationByHand::proveBackups()
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
