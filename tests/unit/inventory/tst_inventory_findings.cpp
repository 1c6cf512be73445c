// SPDX-License-Identifier: GPL-3.0-or-later
// What an inventory says of places that are not like others: found, counted, kept inert, named once.
#include "core/base/CommandLine.h"
#include "core/inventory/Decisions.h"
#include "core/inventory/InventoryJob.h"
#include "tests/unit/inventory/ServerTree.h"

#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/xattr.h>
#include <thread>

using namespace bascule;
using namespace bascule::test;
using namespace Qt::StringLiterals;

class TestInventoryFindings : public QObject
{
    Q_OBJECT
private slots:
    void findsHostilePlaces();
    void acceptsStayUntilThereIsMore();
    void seesHardLinksAcrossAssets();
    void reportsUnreadablePlaces();
    void namesBackupFolders();
    void aTargetHasNoFindings();
    void quotesForAShell();
};

void TestInventoryFindings::findsHostilePlaces()
{
    ServerTree tree;
    tree.file("srv/shares/it/nom\nligne", "n");
    tree.file("srv/shares/it/latin\xe9.txt", "n");
    tree.file("srv/shares/it/Rapport.txt", "1");
    tree.file("srv/shares/it/rapport.txt", "2");
    tree.file("srv/shares/it/cafe\xcc\x81", "nfd");
    tree.file("srv/shares/it/caf\xc3\xa9", "nfc");
    tree.link("nulle/part", "srv/shares/it/cassé");
    tree.link("/srv/shares/it/Rapport.txt", "srv/shares/it/absolu"); // right on the server itself
    tree.link("/usr/bin/env", "srv/shares/it/dehors");
    tree.link("../../../../../../../../usr/bin/env", "srv/shares/it/dehors2");
    tree.file("srv/shares/it/ouvert", "o");
    QCOMPARE(::chmod(tree.at("srv/shares/it/ouvert").constData(), 0666), 0);
    tree.file("srv/shares/it/lance", "o");
    QCOMPARE(::chmod(tree.at("srv/shares/it/lance").constData(), 04755), 0);
    tree.file("srv/shares/it/creux", "o");
    QCOMPARE(::truncate(tree.at("srv/shares/it/creux").constData(), 10'000'000), 0);
    QCOMPARE(::mkfifo(tree.at("srv/shares/it/tube").constData(), 0600), 0);
    const int fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    const QByteArray place = tree.at("srv/s");
    QVERIFY(place.size() < int(sizeof address.sun_path));
    std::copy(place.begin(), place.end(), address.sun_path);
    QCOMPARE(::bind(fd, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    ::close(fd);
    const bool owns = ::chown(tree.at("srv/shares/it/ouvert").constData(), 54321, 54321) == 0;
    const bool xattrs = ::setxattr(tree.at("srv/shares/it/lance").constData(), "user.note", "1", 1, 0) == 0;

    QCOMPARE(tree.run(InventoryJob()).kind, Outcome::Kind::Succeeded);
    const SnapshotPtr snapshot = tree.snapshot();
    const auto count = [&](const char16_t* code) {
        const auto found = ServerTree::findings(*snapshot, QString::fromUtf16(code));
        return found.empty() ? 0 : found.front().params[u"count"_s].toInt();
    };
    QCOMPARE(count(u"inventory.unusual-name"), 2);
    QCOMPARE(count(u"inventory.case-twins"), 2);
    QCOMPARE(count(u"inventory.broken-link"), 1);
    QCOMPARE(count(u"inventory.link-leaves"), 2);
    QCOMPARE(count(u"inventory.world-writable"), 1);
    QCOMPARE(count(u"inventory.setuid"), 1);
    QCOMPARE(count(u"inventory.sparse"), 1);
    QCOMPARE(count(u"inventory.socket"), 1);
    QCOMPARE(count(u"inventory.device"), 1);
    QCOMPARE(count(u"inventory.unknown-owner"), owns ? 1 : 0);
    QCOMPARE(count(u"inventory.xattr"), xattrs ? 1 : 0);
    // Names are inert: no newline, no raw byte.
    const Finding names = ServerTree::findings(*snapshot, u"inventory.unusual-name"_s).front();
    QCOMPARE(names.params[u"examples"_s].toArray(),
             (QJsonArray{u"srv/shares/it/latin\\xe9.txt"_s, u"srv/shares/it/nom\\x0aligne"_s}));
    QCOMPARE(names.asset, tree.asset(*snapshot, u"share:srv/shares/it"_s)->id);
}

void TestInventoryFindings::acceptsStayUntilThereIsMore()
{
    ServerTree tree;
    tree.folder("srv/shares/it");
    tree.link("nulle", "srv/shares/it/a");
    tree.run(InventoryJob());
    const Id id = ServerTree::findings(*tree.snapshot(), u"inventory.broken-link"_s).front().id;
    QVERIFY(!tree.write([&](StoreTx& tx) { return decideFinding(tx, id, FindingState::Accepted, u"Anne"_s, {}); }));
    QVERIFY(
        tree.write([&](StoreTx& tx) { return decideFinding(tx, id, FindingState::Accepted, u"Anne"_s, u"known"_s); }));
    tree.run(InventoryJob());
    Finding finding = *findById(tree.snapshot()->findings, id);
    QCOMPARE(finding.state, FindingState::Accepted);
    QCOMPARE(finding.why, u"known"_s);
    tree.link("nulle", "srv/shares/it/b");
    tree.run(InventoryJob());
    finding = *findById(tree.snapshot()->findings, id);
    QCOMPARE(finding.state, FindingState::Open);
    QCOMPARE(finding.params[u"count"_s].toInt(), 2);
    ::unlink(tree.at("srv/shares/it/a").constData());
    ::unlink(tree.at("srv/shares/it/b").constData());
    tree.run(InventoryJob());
    QVERIFY(!findById(tree.snapshot()->findings, id));
}

void TestInventoryFindings::seesHardLinksAcrossAssets()
{
    ServerTree tree;
    tree.file("srv/shares/a/plan.txt", QByteArray(1000, 'p'));
    tree.folder("srv/shares/b");
    QCOMPARE(::link(tree.at("srv/shares/a/plan.txt").constData(), tree.at("srv/shares/b/plan.txt").constData()), 0);
    QCOMPARE(::link(tree.at("srv/shares/a/plan.txt").constData(), tree.at("srv/shares/a/copie.txt").constData()), 0);
    QCOMPARE(::link(tree.at("srv/shares/a/plan.txt").constData(), (tree.targetRoot() + "/hors").constData()), 0);
    tree.run(InventoryJob());
    const SnapshotPtr snapshot = tree.snapshot();
    QCOMPARE(ServerTree::findings(*snapshot, u"inventory.linked-across"_s).size(), std::size_t(1));
    QCOMPARE(ServerTree::findings(*snapshot, u"inventory.linked-outside"_s).size(), std::size_t(1));
    // The bytes lie on the disk once, so they count once.
    QCOMPARE(tree.asset(*snapshot, u"share:srv/shares/a"_s)->bytes +
                 tree.asset(*snapshot, u"share:srv/shares/b"_s)->bytes,
             qint64(1000));
}

void TestInventoryFindings::reportsUnreadablePlaces()
{
    ServerTree tree;
    tree.file("srv/shares/rh/salaires/dossier/x.ods", "x");
    tree.file("srv/shares/rh/secret.ods", "x");
    QCOMPARE(::chmod(tree.at("srv/shares/rh/salaires").constData(), 0), 0);
    QCOMPARE(::chmod(tree.at("srv/shares/rh/secret.ods").constData(), 0), 0);
    QVERIFY(::chmod(QFileInfo(QString::fromUtf8(tree.root())).path().toUtf8().constData(), 0755) == 0);
    Outcome outcome;
    // As nobody, on this thread alone, where the test runs as root.
    std::thread([&] {
        if (::geteuid() == 0)
            ::syscall(SYS_setresuid, -1, 65534, -1);
        outcome = tree.run(InventoryJob());
    }).join();
    QCOMPARE(outcome.kind, Outcome::Kind::Succeeded);
    const SnapshotPtr snapshot = tree.snapshot();
    const auto folders = ServerTree::findings(*snapshot, u"inventory.blind-denied"_s);
    QCOMPARE(folders.size(), std::size_t(1));
    QCOMPARE(folders.front().kind, FindingKind::BlindSpot);
    QCOMPARE(folders.front().subject, u"srv/shares/rh/salaires"_s);
    QVERIFY(folders.front().params[u"command"_s].toString().contains(u"setfacl -R -m u:"_s));
    const auto files = ServerTree::findings(*snapshot, u"inventory.blind-files"_s);
    QCOMPARE(files.size(), std::size_t(1));
    QCOMPARE(files.front().params[u"count"_s].toInt(), 1);
    QCOMPARE(outcome.facts[u"blindSpots"_s].toInt(), 2);
    ::chmod(tree.at("srv/shares/rh/salaires").constData(), 0755);
    ::chmod(tree.at("srv/shares/rh/secret.ods").constData(), 0644);
    tree.run(InventoryJob());
    QVERIFY(ServerTree::findings(*tree.snapshot(), u"inventory.blind-denied"_s).empty());
}

void TestInventoryFindings::namesBackupFolders()
{
    ServerTree tree;
    tree.file("var/backups/nuit/a.tar.gz", "x");
    tree.file("var/backups/nuit/a.tar.gz.md5", "x");
    tree.database("var/backups/nuit/copie.db", "CREATE TABLE t(a);");
    tree.file("srv/shares/archives/vieux.zip", "x"); // a department called so
    tree.file("srv/shares/archives/lisezmoi.odt", "x");
    tree.file("srv/shares/archives/note.odt", "x");
    tree.file("opt/app/backups/app.sql.gz", "x");
    tree.file("opt/app/run.sh", "x");
    tree.file("var/lib/outil/modele.zip", "x"); // somebody's data, in a folder of archives alone
    tree.file("var/lib/outil/schema.sql", "x");
    for (const char* day : {"2026-11-21", "2026-11-22", "2026-11-23"})
        tree.file(QByteArray("srv/nuit/base-") + day + ".tar.zst", "x");
    tree.run(InventoryJob());
    const SnapshotPtr snapshot = tree.snapshot();
    QVERIFY(tree.asset(*snapshot, u"backups:srv/nuit"_s));
    QVERIFY(!tree.asset(*snapshot, u"backups:var/lib/outil"_s));
    QVERIFY(tree.asset(*snapshot, u"backups:var/backups"_s));
    QCOMPARE(tree.asset(*snapshot, u"backups:var/backups"_s)->files, 3);
    QVERIFY(!tree.asset(*snapshot, u"database:var/backups/nuit/copie.db"_s));
    QVERIFY(tree.asset(*snapshot, u"share:srv/shares/archives"_s));
    QVERIFY(tree.asset(*snapshot, u"backups:opt/app/backups"_s));
    QCOMPARE(tree.asset(*snapshot, u"application:opt/app"_s)->files, 1);
}

void TestInventoryFindings::aTargetHasNoFindings()
{
    ServerTree tree;
    QVERIFY(QDir(QString::fromUtf8(tree.targetRoot())).mkpath(u"srv/shares/compta"_s));
    QCOMPARE(::symlink("nulle", (tree.targetRoot() + "/srv/lien").constData()), 0);
    QCOMPARE(tree.run(InventoryJob({tree.target})).kind, Outcome::Kind::Succeeded);
    const SnapshotPtr snapshot = tree.snapshot();
    QVERIFY(snapshot->findings.empty());
    QVERIFY(snapshot->server(tree.target)->inventoriedAt.isValid());
    QVERIFY(!snapshot->server(tree.source)->inventoriedAt.isValid());
    QVERIFY(snapshot->presentAssets().empty());
    QCOMPARE(snapshot->assets.size(), std::size_t(2));
}

void TestInventoryFindings::quotesForAShell()
{
    QCOMPARE(shellShown("/srv/a b"), u"'/srv/a b'"_s);
    QCOMPARE(shellShown("/srv/l'été"), u"'/srv/l'\\''été'"_s);
    QCOMPARE(shellShown("/a\n'\\\xe9"), u"$'/a\\x0a\\'\\\\\\xe9'"_s);
}

QTEST_GUILESS_MAIN(TestInventoryFindings)
#include "tst_inventory_findings.moc"
