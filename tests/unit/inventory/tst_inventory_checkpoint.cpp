// SPDX-License-Identifier: GPL-3.0-or-later
// The checkpoint "Complete map validated": one row of its truth table a test.
#include "core/inventory/Checkpoint.h"
#include "core/inventory/Decisions.h"
#include "core/inventory/InventoryJob.h"
#include "core/inventory/Map.h"
#include "tests/unit/inventory/ServerTree.h"

using namespace bascule;
using namespace bascule::test;
using namespace Qt::StringLiterals;

namespace {

const QDateTime noon(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC);

Id addLine(Snapshot& snapshot, const char* kind, const QString& subject, const QJsonObject& data, const QString& who)
{
    Evidence line;
    line.id = Id(snapshot.evidence.size()) + 1;
    line.at = noon;
    line.who = who;
    line.step = u"inventory"_s;
    line.kind = QLatin1String(kind);
    line.subject = subject;
    line.data = data;
    snapshot.evidence.push_back(line);
    return line.id;
}

void validate(Snapshot& snapshot, const QString& person)
{
    Approval approval;
    approval.id = Id(snapshot.approvals.size()) + 1;
    approval.step = u"inventory"_s;
    approval.person = person;
    approval.at = noon;
    approval.subject = mapHash(snapshot);
    approval.evidence = addLine(snapshot, evidence::MapValidated, approval.subject, {}, person);
    snapshot.approvals.push_back(approval);
}

/// Everything in order but the validation: two assets, a dependency, a blind spot, all settled.
Snapshot ready()
{
    Snapshot snapshot;
    snapshot.servers = {{1, u"vega"_s, ServerRole::Source, ServerKind::Local, "/srv/old", noon},
                        {2, u"altair"_s, ServerRole::Target, ServerKind::Local, "/srv/new", {}}};
    Asset shop;
    shop.id = 1;
    shop.server = 1;
    shop.kind = AssetKind::Database;
    shop.key = u"database:shop.db"_s;
    shop.name = u"shop"_s;
    shop.path = "shop.db";
    shop.critical = true;
    shop.owner = u"S. Marchand"_s;
    Asset app = shop;
    app.id = 2;
    app.kind = AssetKind::Application;
    app.key = u"application:opt/shop"_s;
    app.path = "opt/shop";
    snapshot.assets = {shop, app};
    Dependency needs;
    needs.id = 1;
    needs.from = 2;
    needs.to = 1;
    needs.kind = u"sqlite"_s;
    needs.state = DependencyState::Confirmed;
    needs.key = u"1/application:opt/shop > 1/database:shop.db"_s;
    snapshot.dependencies = {needs};
    Finding blind;
    blind.id = 1;
    blind.server = 1;
    blind.kind = FindingKind::BlindSpot;
    blind.room = u"inventory"_s;
    blind.code = u"inventory.blind-denied"_s;
    blind.key = u"b"_s;
    blind.state = FindingState::Accepted;
    blind.why = u"empty"_s;
    snapshot.findings = {blind};
    addLine(snapshot, evidence::InventoryRun, u"vega"_s, {{u"server"_s, 1}}, u"bascule"_s);
    addLine(snapshot, evidence::DependencyScan, {}, {{u"servers"_s, QJsonArray{1}}}, u"bascule"_s);
    return snapshot;
}

QStringList missingCodes(const Snapshot& snapshot)
{
    QStringList codes;
    for (const Item& item : inventoryCheckpoint(snapshot, noon).missing)
        codes += item.code;
    return codes;
}

CheckpointState state(const Snapshot& snapshot)
{
    return inventoryCheckpoint(snapshot, noon).state;
}

} // namespace

class TestInventoryCheckpoint : public QObject
{
    Q_OBJECT
private slots:
    void nothingYet();
    void passesWhenValidated();
    void missingInTheOrderOfThePicture();
    void eachGapHoldsIt_data();
    void eachGapHoldsIt();
    void blockingFindingBlocks();
    void expiresWhenTheMapChanges_data();
    void expiresWhenTheMapChanges();
    void sizesDoNotChangeTheMap();
    void rowsAloneProveNothing();
    void waiverIsShown();
    void validatesForReal();
};

void TestInventoryCheckpoint::nothingYet()
{
    Snapshot empty;
    QCOMPARE(state(empty), CheckpointState::NotStarted);
    QCOMPARE(missingCodes(empty), (QStringList{u"missing.source-server"_s, u"missing.validation"_s}));
    Snapshot uninventoried = ready();
    uninventoried.evidence.clear();
    uninventoried.assets.clear();
    uninventoried.dependencies.clear();
    uninventoried.findings.clear();
    QCOMPARE(state(uninventoried), CheckpointState::NotStarted);
    QCOMPARE(missingCodes(uninventoried), (QStringList{u"missing.inventory"_s, u"missing.validation"_s}));
}

void TestInventoryCheckpoint::passesWhenValidated()
{
    Snapshot snapshot = ready();
    QCOMPARE(state(snapshot), CheckpointState::InProgress);
    QCOMPARE(missingCodes(snapshot), QStringList{u"missing.validation"_s});
    validate(snapshot, u"J. Moreau"_s);
    const Checkpoint checkpoint = inventoryCheckpoint(snapshot, noon);
    QCOMPARE(checkpoint.state, CheckpointState::Passed);
    QVERIFY(checkpoint.missing.empty());
    QCOMPARE(checkpoint.by, u"J. Moreau"_s);
    QCOMPARE(checkpoint.since, noon);
    QCOMPARE(checkpoint.facts.front().code, u"fact.map-validated"_s);
    QCOMPARE(checkpoint.evidence, (std::vector<Id>{1, 2, 3}));
    QCOMPARE(checkpoint.computed, CheckpointState::Passed);
}

void TestInventoryCheckpoint::missingInTheOrderOfThePicture()
{
    Snapshot snapshot = ready();
    snapshot.assets[0].owner.clear();
    snapshot.assets[1].owner = u"  "_s;
    snapshot.findings[0].state = FindingState::Open;
    snapshot.dependencies[0].state = DependencyState::ToConfirm;
    const Checkpoint checkpoint = inventoryCheckpoint(snapshot, noon);
    QCOMPARE(missingCodes(snapshot), (QStringList{u"missing.owners"_s, u"missing.blind-spots"_s,
                                                  u"missing.dependencies"_s, u"missing.validation"_s}));
    QCOMPARE(checkpoint.missing[0].params[u"count"_s].toInt(), 2);
    QCOMPARE(checkpoint.missing[0].target.page, PageId::Inventory);
    QCOMPARE(checkpoint.missing[0].target.kind, u"asset"_s);
    QCOMPARE(checkpoint.missing[0].target.id, Id(1));
    QCOMPARE(checkpoint.missing[1].target.kind, u"blind-spot"_s);
    QCOMPARE(checkpoint.missing[2].target.page, PageId::Dependencies);
    QCOMPARE(checkpoint.missing[3].target.kind, u"validate-map"_s);
}

using Change = std::function<void(Snapshot&)>;

void TestInventoryCheckpoint::eachGapHoldsIt_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("code");
    QTest::newRow("another source") << Change([](Snapshot& s) {
        s.servers.push_back({3, u"orion"_s, ServerRole::Source, ServerKind::Local, "/x", {}});
    }) << u"missing.inventory"_s;
    QTest::newRow("no scan") << Change([](Snapshot& s) { s.evidence.pop_back(); }) << u"missing.dependency-scan"_s;
    QTest::newRow("no owner") << Change([](Snapshot& s) { s.assets[0].owner.clear(); }) << u"missing.owners"_s;
    QTest::newRow("blind spot") << Change([](Snapshot& s) { s.findings[0].state = FindingState::Open; })
                                << u"missing.blind-spots"_s;
    QTest::newRow("to confirm") << Change([](Snapshot& s) { s.dependencies[0].state = DependencyState::ToConfirm; })
                                << u"missing.dependencies"_s;
    QTest::newRow("dismissed without a reason")
        << Change([](Snapshot& s) { s.dependencies[0].state = DependencyState::Dismissed; })
        << u"missing.dependencies"_s;
}

void TestInventoryCheckpoint::eachGapHoldsIt()
{
    QFETCH(Change, change);
    QFETCH(QString, code);
    Snapshot snapshot = ready();
    change(snapshot);
    validate(snapshot, u"J. Moreau"_s); // even then
    QCOMPARE(missingCodes(snapshot), QStringList{code});
    QCOMPARE(state(snapshot), CheckpointState::InProgress);
}

void TestInventoryCheckpoint::blockingFindingBlocks()
{
    Snapshot snapshot = ready();
    validate(snapshot, u"J. Moreau"_s);
    Finding finding;
    finding.id = 9;
    finding.server = 1;
    finding.room = u"compatibility"_s;
    finding.severity = FindingSeverity::Blocking;
    snapshot.findings.push_back(finding);
    QCOMPARE(state(snapshot), CheckpointState::Blocked);
    const Item item = inventoryCheckpoint(snapshot, noon).missing.front();
    QCOMPARE(item.code, u"missing.blocking-findings"_s);
    QCOMPARE(item.target.page, PageId::Compatibility);
    QCOMPARE(item.target.id, Id(9));
    snapshot.findings.back().state = FindingState::Accepted;
    QCOMPARE(state(snapshot), CheckpointState::Passed);
    snapshot.findings.back().state = FindingState::Open;
    snapshot.findings.back().severity = FindingSeverity::ToFix;
    QCOMPARE(state(snapshot), CheckpointState::Passed);
    snapshot.findings.back().severity = FindingSeverity::Blocking;
    snapshot.findings.back().room = u"backups"_s; // another step's
    QCOMPARE(state(snapshot), CheckpointState::Passed);
}

void TestInventoryCheckpoint::expiresWhenTheMapChanges_data()
{
    QTest::addColumn<Change>("change");
    QTest::newRow("asset appears") << Change([](Snapshot& s) {
        Asset more = s.assets[0];
        more.id = 3;
        more.key = u"share:srv/x"_s;
        s.assets.push_back(more);
    });
    QTest::newRow("asset gone") << Change([](Snapshot& s) { s.assets[0].gone = true; });
    QTest::newRow("owner") << Change([](Snapshot& s) { s.assets[0].owner = u"K. Benali"_s; });
    QTest::newRow("critical") << Change([](Snapshot& s) { s.assets[1].critical = false; });
    QTest::newRow("migrate") << Change([](Snapshot& s) { s.assets[1].migrate = false; });
    QTest::newRow("destination") << Change([](Snapshot& s) { s.assets[1].destination = "opt/x"; });
    QTest::newRow("dependency appears") << Change([](Snapshot& s) {
        Dependency more = s.dependencies[0];
        more.id = 2;
        more.to = 0;
        more.toName = u"ldap:389"_s;
        more.key = u"x"_s;
        s.dependencies.push_back(more);
    });
    QTest::newRow("dependency goes") << Change([](Snapshot& s) { s.dependencies.clear(); });
    QTest::newRow("decision turns") << Change([](Snapshot& s) {
        s.dependencies[0].state = DependencyState::Dismissed;
        s.dependencies[0].why = u"unused"_s;
    });
    QTest::newRow("server moves") << Change([](Snapshot& s) { s.servers[0].root = "/elsewhere"; });
    QTest::newRow("blind spot removed") << Change([](Snapshot& s) { s.findings[0].state = FindingState::Resolved; });
}

void TestInventoryCheckpoint::expiresWhenTheMapChanges()
{
    QFETCH(Change, change);
    Snapshot snapshot = ready();
    validate(snapshot, u"J. Moreau"_s);
    QCOMPARE(state(snapshot), CheckpointState::Passed);
    change(snapshot);
    QCOMPARE(state(snapshot), CheckpointState::Expired);
    QVERIFY(missingCodes(snapshot).contains(u"missing.map-changed"_s));
    // A new validation of the map as it is now settles it.
    validate(snapshot, u"J. Moreau"_s);
    QCOMPARE(state(snapshot), CheckpointState::Passed);
}

void TestInventoryCheckpoint::sizesDoNotChangeTheMap()
{
    Snapshot snapshot = ready();
    const QString hash = mapHash(snapshot);
    snapshot.assets[0].bytes += 1000;
    snapshot.assets[0].lastWrite = noon;
    snapshot.assets[0].seenAt = noon;
    snapshot.dependencies[0].evidence.append(QJsonObject{{u"file"_s, u"x"_s}});
    std::swap(snapshot.assets[0], snapshot.assets[1]);
    QCOMPARE(mapHash(snapshot), hash);
}

void TestInventoryCheckpoint::rowsAloneProveNothing()
{
    Snapshot snapshot = ready();
    Approval forged;
    forged.step = u"inventory"_s;
    forged.person = u"J. Moreau"_s;
    forged.subject = mapHash(snapshot);
    forged.evidence = 1; // the inventory's line
    snapshot.approvals = {forged};
    QCOMPARE(state(snapshot), CheckpointState::InProgress);
    validate(snapshot, u"J. Moreau"_s);
    snapshot.approvals.back().person = u"Somebody else"_s;
    QCOMPARE(state(snapshot), CheckpointState::InProgress);
    snapshot.approvals.back().person.clear();
    QCOMPARE(state(snapshot), CheckpointState::InProgress);
}

void TestInventoryCheckpoint::waiverIsShown()
{
    Snapshot snapshot = ready();
    Waiver waiver;
    waiver.step = u"inventory"_s;
    waiver.person = u"A. Delorme"_s;
    waiver.why = u"small server"_s;
    waiver.at = noon;
    waiver.evidence = addLine(snapshot, evidence::StepWaived, u"inventory"_s, {}, waiver.person);
    snapshot.waivers = {waiver};
    Checkpoint checkpoint = inventoryCheckpoint(snapshot, noon);
    QCOMPARE(checkpoint.state, CheckpointState::Waived);
    QCOMPARE(checkpoint.computed, CheckpointState::InProgress);
    QCOMPARE(checkpoint.waivedBy, u"A. Delorme"_s);
    validate(snapshot, u"J. Moreau"_s);
    checkpoint = inventoryCheckpoint(snapshot, noon);
    QCOMPARE(checkpoint.state, CheckpointState::Passed);
    QCOMPARE(checkpoint.waivedBy, u"A. Delorme"_s);
}

void TestInventoryCheckpoint::validatesForReal()
{
    ServerTree tree;
    tree.file("srv/shares/it/x", "x");
    const auto validateAs = [&](const QString& person) {
        return tree.store->write([&](StoreTx& tx) { return validateMap(tx, person); });
    };
    QVERIFY(!validateAs(u"J. Moreau"_s));
    tree.run(InventoryJob());
    QCOMPARE(QString::fromStdString(validateAs(u"J. Moreau"_s).error().code), u"map.not-complete"_s);
    QVERIFY(tree.write([&](StoreTx& tx) -> Result<void> {
        Person person;
        person.name = u"J. Moreau"_s;
        person.role = PersonRole::Business;
        if (auto id = tx.insert(person); !id)
            return id.error();
        auto line = tx.append(u"inventory"_s, evidence::DependencyScan, {}, {{u"servers"_s, QJsonArray{tree.source}}});
        return line ? Result<void>() : line.error();
    }));
    QCOMPARE(QString::fromStdString(validateAs(u" "_s).error().code), u"decision.person-missing"_s);
    QVERIFY(validateAs(u"J. Moreau"_s));
    const SnapshotPtr snapshot = tree.snapshot();
    QCOMPARE(inventoryCheckpoint(*snapshot, tree.clock.now()).state, CheckpointState::Passed);
    QCOMPARE(snapshot->approvals.back().role, PersonRole::Business);
    QVERIFY(snapshot->ledger.intact);
    tree.file("srv/shares/neuf/y", "y");
    tree.run(InventoryJob());
    QCOMPARE(inventoryCheckpoint(*tree.snapshot(), tree.clock.now()).state, CheckpointState::Expired);
}

QTEST_GUILESS_MAIN(TestInventoryCheckpoint)
#include "tst_inventory_checkpoint.moc"
