// SPDX-License-Identifier: GPL-3.0-or-later
// The inventory over real trees: nothing left out, nothing twice, nothing changed, decisions kept.
#include "core/engine/Tree.h"
#include "core/inventory/Decisions.h"
#include "core/inventory/Findings.h"
#include "core/inventory/InventoryJob.h"
#include "core/inventory/Report.h"
#include "core/inventory/Survey.h"
#include "tests/support/FarHost.h"
#include "tests/unit/inventory/ServerTree.h"

#include <QJsonDocument>

using namespace bascule;
using namespace bascule::test;
using namespace Qt::StringLiterals;

class TestInventory : public QObject
{
    Q_OBJECT
private slots:
    void cutsATreeWithoutGap();
    void readsAServerBehindAHelperAlike();
    void findsDatabasesByTheirHeader();
    void countsALiveLog();
    void secondRunShowsNoDifference();
    void keepsDecisions();
    void marksWhatIsGone();
    void proposesCriticalityOnce();
    void leavesTheSourceAlone();
    void stopsSoon();
    void failsOnAMissingRoot();
};

namespace {

void smallServer(const ServerTree& tree)
{
    tree.file("srv/shares/compta/bilan 2026.ods", QByteArray(5000, 'b'));
    tree.file("srv/shares/compta/2025/ancien.ods", QByteArray(700, 'a'));
    tree.file("srv/shares/direction/note.txt", "note");
    tree.file("opt/shop/bin/shop.py", "print(1)\n");
    tree.file("opt/shop/VERSION", "4.2.1\n");
    tree.file("etc/shop/shop.conf", "[db]\npath = /var/lib/shop/shop.db\n");
    tree.file("etc/cron.d/cloture", "0 5 1 * * root /opt/shop/bin/cloture.sh\n");
    tree.file("etc/cron.d/.placeholder", "");
    tree.file("etc/systemd/system/shop.service", "[Service]\nExecStart=/opt/shop/bin/shop.py\n");
    tree.file("srv/backups/shop-2026-11-23.tar.zst", QByteArray(2000, 'z'));
    tree.file("srv/backups/shop-2026-11-23.tar.zst.sha256", "abc");
    tree.file("var/spool/mail/root", "mail");
    tree.file("readme", "top");
    tree.database("var/lib/shop/shop.db", "CREATE TABLE t(a); INSERT INTO t VALUES (1);");
}

/// What a look at a host says, as one document.
QByteArray lookAt(const Server& server, const HostPtr& host)
{
    using namespace inventory;
    auto survey = Survey::begin(*host);
    if (!survey)
        return "begin: " + QByteArray::fromStdString(survey.error().code);
    const auto unreadable =
        host->walk({}, Survey::options(), {}, [&](const engine::TreeEntry& entry) { return survey->visit(entry); });
    if (!unreadable)
        return "walk: " + QByteArray::fromStdString(unreadable.error().code);
    if (const auto finished = survey->finish(); !finished)
        return "finish: " + QByteArray::fromStdString(finished.error().code);
    const auto found = foundOn(server, *host, *survey, partition(*survey), *unreadable, {});
    if (!found)
        return "found: " + QByteArray::fromStdString(found.error().code);
    QJsonArray assets, findings;
    for (const Asset& asset : found->assets)
        assets.append(toJson(asset));
    for (const Finding& finding : found->findings)
        findings.append(toJson(finding));
    return QJsonDocument(QJsonObject{{u"assets"_s, assets}, {u"findings"_s, findings}}).toJson();
}

} // namespace

void TestInventory::readsAServerBehindAHelperAlike()
{
    ServerTree tree;
    smallServer(tree);
    tree.link("/nowhere", "srv/shares/broken");
    tree.link("/usr", "srv/shares/out");
    tree.link("/srv/shares/compta", "srv/shares/inside");
    tree.file("srv/shares/compta/caf\xe9", "x");
    ::chmod(tree.at("srv/shares/direction/note.txt").constData(), 0666);
    QCOMPARE(::link(tree.at("readme").constData(), tree.at("opt/shop/README").constData()), 0);
    const Server server = *tree.snapshot()->server(tree.source);
    const QByteArray here = lookAt(server, hostFor(server).value());
    FarServer far(u"vega"_s, tree.root().toStdString());
    QCOMPARE(lookAt(server, far.host()), here);
    QVERIFY2(here.contains("inventory.broken-link") && here.contains("inventory.link-leaves") &&
                 here.contains("inventory.linked-across") && here.contains("database:var/lib/shop/shop.db"),
             here.constData());
}

void TestInventory::cutsATreeWithoutGap()
{
    ServerTree tree;
    smallServer(tree);
    const Outcome outcome = tree.run(InventoryJob());
    QCOMPARE(outcome.kind, Outcome::Kind::Succeeded);
    const SnapshotPtr snapshot = tree.snapshot();

    QCOMPARE(snapshot->assets.size(), std::size_t(8));
    const struct
    {
        const char16_t* key;
        const char16_t* name;
        qint64 files, bytes;
    } wanted[] = {
        {u"share:srv/shares/compta", u"compta", 2, 5700}, {u"share:srv/shares/direction", u"direction", 1, 4},
        {u"application:opt/shop", u"shop", 2, 15},        {u"task:etc/cron.d/cloture", u"cloture", 1, 40},
        {u"backups:srv/backups", u"backups", 2, 2003},
    };
    for (const auto& one : wanted) {
        const Asset* asset = tree.asset(*snapshot, QString::fromUtf16(one.key));
        QVERIFY2(asset, qPrintable(QString::fromUtf16(one.key)));
        QCOMPARE(asset->name, QString::fromUtf16(one.name));
        QCOMPARE(asset->files, one.files);
        QCOMPARE(asset->bytes, one.bytes);
        QVERIFY(asset->lastWrite.isValid());
    }
    QCOMPARE(tree.asset(*snapshot, u"application:opt/shop"_s)->version, u"4.2.1"_s);
    QCOMPARE(tree.asset(*snapshot, u"task:etc/cron.d/cloture"_s)->version, u"cron 0 5 1 * *"_s);
    QCOMPARE(tree.asset(*snapshot, u"service:etc/systemd/system/shop.service"_s)->name, u"shop"_s);
    QVERIFY(!tree.asset(*snapshot, u"backups:srv/backups"_s)->migrate);
    const Asset* rest = tree.asset(*snapshot, u"files:"_s);
    QVERIFY(rest);
    QCOMPARE(rest->files, 4); // shop.conf, .placeholder, mail, readme

    // Every file and byte of the tree is in exactly one asset.
    qint64 files = 0, bytes = 0, seenFiles = 0, seenBytes = 0;
    const auto walked = engine::walk(tree.root().toStdString(), {}, {}, [&](const engine::TreeEntry& entry) {
        files += entry.kind == 'd' ? 0 : 1;
        bytes += entry.kind == 'f' ? entry.size : 0;
        return true;
    });
    QVERIFY(walked.ok());
    for (const Asset& asset : snapshot->assets) {
        seenFiles += asset.files;
        seenBytes += asset.bytes;
    }
    QCOMPARE(seenFiles, files);
    QCOMPARE(seenBytes, bytes);

    const Evidence* line = snapshot->lastEvidence(evidence::InventoryRun, u"vega"_s);
    QVERIFY(line);
    QCOMPARE(line->data[u"server"_s].toInteger(), tree.source);
    QCOMPARE(line->data[u"assets"_s].toInt(), 8);
    QVERIFY(snapshot->server(tree.source)->inventoriedAt.isValid());
    QVERIFY(!snapshot->server(tree.target)->inventoriedAt.isValid());
}

void TestInventory::findsDatabasesByTheirHeader()
{
    ServerTree tree;
    tree.database("opt/app/data/store", "CREATE TABLE t(a);"); // no suffix at all
    tree.file("opt/app/data/fake.db", "SQLite format 2" + QByteArray(1024 - 15, '\0'));
    tree.file("opt/app/data/short.db", "SQLite format 3");
    tree.database("srv/shares/it/profile.sqlite", "CREATE TABLE t(a);");
    tree.run(InventoryJob());
    const SnapshotPtr snapshot = tree.snapshot();
    const Asset* store = tree.asset(*snapshot, u"database:opt/app/data/store"_s);
    QVERIFY(store);
    QCOMPARE(store->version, u"SQLite "_s + QString::fromUtf8(sqlite3_libversion()));
    QVERIFY(store->critical);
    QVERIFY(!tree.asset(*snapshot, u"database:opt/app/data/fake.db"_s));
    QVERIFY(!tree.asset(*snapshot, u"database:opt/app/data/short.db"_s));
    // Somebody's program left one in a share: a database, but nobody's business.
    const Asset* profile = tree.asset(*snapshot, u"database:srv/shares/it/profile.sqlite"_s);
    QVERIFY(profile);
    QVERIFY(!profile->critical);
    QCOMPARE(ServerTree::findings(*snapshot, u"inventory.no-backup"_s).size(), std::size_t(2));
}

void TestInventory::countsALiveLog()
{
    ServerTree tree;
    sqlite3* live = nullptr;
    tree.database("var/lib/crm/crm.db",
                  "PRAGMA journal_mode=WAL; CREATE TABLE t(a); INSERT INTO t VALUES (randomblob(20000));", &live);
    const qint64 main = QFileInfo(QString::fromUtf8(tree.at("var/lib/crm/crm.db"))).size();
    const qint64 log = QFileInfo(QString::fromUtf8(tree.at("var/lib/crm/crm.db-wal"))).size();
    QVERIFY(log > 0);
    tree.run(InventoryJob());
    const SnapshotPtr snapshot = tree.snapshot();
    const Asset* crm = tree.asset(*snapshot, u"database:var/lib/crm/crm.db"_s);
    QVERIFY(crm);
    QVERIFY(crm->bytes >= main + log);
    QCOMPARE(crm->files, 3);
    QCOMPARE(tree.asset(*snapshot, u"files:"_s)->files, 0);
    sqlite3_close(live);
}

void TestInventory::secondRunShowsNoDifference()
{
    ServerTree tree;
    smallServer(tree);
    tree.link("nowhere", "srv/shares/compta/lien");
    tree.run(InventoryJob());
    const SnapshotPtr first = tree.snapshot();
    tree.run(InventoryJob());
    const SnapshotPtr second = tree.snapshot();
    QCOMPARE(first->assets.size(), second->assets.size());
    for (std::size_t i = 0; i < first->assets.size(); ++i)
        QCOMPARE(toJson(second->assets[i]), toJson(first->assets[i]));
    QCOMPARE(first->findings.size(), second->findings.size());
    for (std::size_t i = 0; i < first->findings.size(); ++i)
        QCOMPARE(toJson(second->findings[i]), toJson(first->findings[i]));
    QCOMPARE(second->evidence.size(), first->evidence.size() + 1);
}

void TestInventory::keepsDecisions()
{
    ServerTree tree;
    smallServer(tree);
    tree.run(InventoryJob());
    const Id id = tree.asset(*tree.snapshot(), u"share:srv/shares/compta"_s)->id;
    AssetChange change;
    change.critical = true;
    change.owner = u"J. Moreau"_s;
    change.migrate = false;
    change.destination = "/srv/data/compta/";
    change.rtoMinutes = 30;
    QVERIFY(tree.write([&](StoreTx& tx) { return setAsset(tx, id, change, u"Anne"_s); }));
    tree.file("srv/shares/compta/neuf.txt", "neuf");
    tree.run(InventoryJob());
    const SnapshotPtr snapshot = tree.snapshot();
    const Asset* asset = snapshot->asset(id);
    QVERIFY(asset->critical && !asset->migrate);
    QCOMPARE(asset->owner, u"J. Moreau"_s);
    QCOMPARE(asset->destination, QByteArray("srv/data/compta"));
    QCOMPARE(asset->rtoMinutes, 30);
    QCOMPARE(asset->files, 3);
    const Evidence* line = snapshot->lastEvidence(evidence::AssetChanged, u"compta"_s);
    QVERIFY(line);
    QCOMPARE(line->who, u"Anne"_s);
    QCOMPARE(line->data[u"owner"_s].toString(), u"J. Moreau"_s);
    // The same again is no change and no line.
    const auto lines = snapshot->evidence.size();
    QVERIFY(tree.write([&](StoreTx& tx) { return setAsset(tx, id, change, u"Anne"_s); }));
    QCOMPARE(tree.snapshot()->evidence.size(), lines);
    change.destination = "../etc";
    QVERIFY(!tree.write([&](StoreTx& tx) { return setAsset(tx, id, change, u"Anne"_s); }));
    QVERIFY(!tree.write([&](StoreTx& tx) { return setAsset(tx, id, AssetChange{}, u" "_s); }));
}

void TestInventory::marksWhatIsGone()
{
    ServerTree tree;
    smallServer(tree);
    tree.run(InventoryJob());
    const Id id = tree.asset(*tree.snapshot(), u"share:srv/shares/direction"_s)->id;
    QVERIFY(QDir(QString::fromUtf8(tree.at("srv/shares/direction"))).removeRecursively());
    tree.run(InventoryJob());
    QVERIFY(tree.snapshot()->asset(id)->gone);
    for (const Asset* asset : tree.snapshot()->presentAssets())
        QVERIFY(asset->id != id);
    tree.file("srv/shares/direction/retour.txt", "r");
    tree.run(InventoryJob());
    QVERIFY(!tree.snapshot()->asset(id)->gone);
}

void TestInventory::proposesCriticalityOnce()
{
    ServerTree tree;
    smallServer(tree);
    tree.run(InventoryJob());
    const SnapshotPtr first = tree.snapshot();
    const Asset* application = tree.asset(*first, u"application:opt/shop"_s);
    QVERIFY(application->critical);
    QVERIFY(!tree.asset(*first, u"share:srv/shares/compta"_s)->critical);
    AssetChange change;
    change.critical = false;
    const Id id = application->id;
    QVERIFY(tree.write([&](StoreTx& tx) { return setAsset(tx, id, change, u"Anne"_s); }));
    tree.run(InventoryJob());
    QVERIFY(!tree.snapshot()->asset(id)->critical);
}

void TestInventory::leavesTheSourceAlone()
{
    ServerTree tree;
    smallServer(tree);
    const auto before = engine::fingerprint(tree.root().toStdString(), {}, {});
    tree.run(InventoryJob());
    const auto after = engine::fingerprint(tree.root().toStdString(), {}, {});
    QVERIFY(before.ok() && after.ok());
    QCOMPARE(QString::fromStdString(after.value().hash), QString::fromStdString(before.value().hash));
}

void TestInventory::stopsSoon()
{
    ServerTree tree;
    for (int i = 0; i < 2000; ++i)
        tree.file("srv/shares/it/" + QByteArray::number(i % 50) + '/' + QByteArray::number(i));
    std::stop_source stop;
    stop.request_stop();
    InventoryJob job;
    QCOMPARE(tree.run(job, stop.get_token()).kind, Outcome::Kind::Cancelled);
    QVERIFY(tree.snapshot()->assets.empty());
    QVERIFY(!tree.snapshot()->lastEvidence(evidence::InventoryRun));
}

void TestInventory::failsOnAMissingRoot()
{
    ServerTree tree;
    smallServer(tree);
    tree.addServer(u"fantôme"_s, ServerRole::Source, tree.root() + "/nulle-part");
    const Outcome outcome = tree.run(InventoryJob());
    QCOMPARE(outcome.kind, Outcome::Kind::Failed);
    QCOMPARE(QString::fromStdString(outcome.error->code), u"server.folder-missing"_s);
    // The other one was read all the same.
    QVERIFY(tree.snapshot()->lastEvidence(evidence::InventoryRun, u"vega"_s));
}

QTEST_GUILESS_MAIN(TestInventory)
#include "tst_inventory.moc"
