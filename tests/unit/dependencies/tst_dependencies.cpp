// SPDX-License-Identifier: GPL-3.0-or-later
// Dependencies over real trees: what is found, what survives a second look.
#include "core/dependencies/DependencyScanJob.h"
#include "core/dependencies/Gathering.h"
#include "core/dependencies/Sources.h"
#include "core/engine/Tree.h"
#include "core/inventory/Decisions.h"
#include "core/inventory/InventoryJob.h"
#include "tests/support/FarHost.h"
#include "tests/unit/inventory/ServerTree.h"

using namespace bascule;
using namespace bascule::test;
using namespace Qt::StringLiterals;

class TestDependencies : public QObject
{
    Q_OBJECT
private slots:
    void needsAnInventory();
    void findsWhatIsThere();
    void readsAServerBehindAHelperAlike();
    void sleepsWithItsTask();
    void decisionsSurvive();
    void vanishedOnesGo();
    void storesNoSecret();
    void followsTheRealRootAndLinks();
    void listeningMattersOnTheOldAddressOnly();
    void unreadConfigurationIsABlindSpot();
    void leavesTheSourceAlone();
    void stops();
};

namespace {

void office(const ServerTree& tree)
{
    tree.file("srv/shares/compta/bilan.ods", "x");
    tree.file("srv/shares/direction/plan.ods", "x");
    tree.file("opt/shop/etc/shop.ini", "[db]\n"
                                       "path = /var/lib/shop/shop.db\n"
                                       "[ldap]\n"
                                       "host = ldap.example.org\n"
                                       "port = 389\n"
                                       "[files]\n"
                                       "export = /srv/shares/compta/export\n"
                                       "queue = amqp://shop:geheim@queue.lan/shop\n");
    tree.file("opt/shop/bin/serve.py", "DB = '../../../var/lib/shop/shop.db'\n");
    tree.file("opt/shop/bin/cloture.sh",
              "#!/bin/sh\nsqlite3 /var/lib/shop/shop.db .dump > /srv/shares/direction/d.sql\n");
    tree.file("etc/cron.d/cloture", "MAILTO=root\n0 5 1 * * root /opt/shop/bin/cloture.sh\n");
    tree.file("etc/systemd/system/shop.service",
              "[Unit]\nRequires=network-online.target\n[Service]\nExecStart=/usr/bin/python3 /opt/shop/bin/serve.py\n");
    tree.file("etc/systemd/system/report.timer", "[Timer]\nOnCalendar=daily\nUnit=shop.service\n");
    tree.file("etc/shop/extra.conf", "cache = /srv/cache/shop\n");
    tree.database("var/lib/shop/shop.db", "CREATE TABLE t(a);");
}

/// "from > to (kind)" of each, in order of text.
QStringList lines(const Snapshot& snapshot)
{
    QStringList all;
    for (const Dependency& one : snapshot.dependencies) {
        const Asset* from = snapshot.asset(one.from);
        const Asset* to = snapshot.asset(one.to);
        all += u"%1 %2 > %3 (%4)"_s.arg(from ? enumName(from->kind) : QString(), from ? from->name : QString(),
                                        to ? enumName(to->kind) + u' ' + to->name : one.toName, one.kind);
    }
    all.sort();
    return all;
}

const Dependency* named(const Snapshot& snapshot, const QString& line)
{
    for (const Dependency& one : snapshot.dependencies) {
        Snapshot alone;
        alone.assets = snapshot.assets;
        alone.dependencies = {one};
        if (lines(alone).front() == line)
            return &one;
    }
    return nullptr;
}

} // namespace

void TestDependencies::needsAnInventory()
{
    ServerTree tree;
    const Outcome outcome = tree.run(DependencyScanJob());
    QCOMPARE(outcome.kind, Outcome::Kind::Failed);
    QCOMPARE(QString::fromStdString(outcome.error->code), u"dependencies.no-inventory"_s);
}

void TestDependencies::readsAServerBehindAHelperAlike()
{
    using namespace dependencies;
    ServerTree tree;
    office(tree);
    tree.link("shares/compta", "srv/linked");
    tree.file("opt/shop/etc/more.conf", "in = /srv/linked/bilan.ods\nout = /opt/none/there\n");
    tree.run(InventoryJob());
    const SnapshotPtr snapshot = tree.snapshot();
    const auto read = [&](const HostPtr& host) {
        Resolver resolver(*snapshot);
        Gathering gathering(*snapshot, resolver);
        const bool added = resolver.add(*snapshot->server(tree.source), *host).ok();
        const std::vector<Path> files{"opt/shop/etc/shop.ini", "opt/shop/bin/cloture.sh", "opt/shop/etc/more.conf",
                                      "etc/cron.d/cloture", "etc/systemd/system/shop.service"};
        const auto take = [&](std::size_t index, Result<QByteArray>&& content) {
            const std::vector<Clue> clues = cluesIn(content.valueOr({}), syntaxOf(files[index]), {});
            if (resolver.learn(clues, tree.source).ok())
                gathering.add(tree.source, resolver.ownerOf(tree.source, files[index]), files[index], clues, false);
        };
        const bool all = host->readFiles(files, maxConfigBytes, {}, take).ok();
        QJsonArray found{added, all};
        for (const Dependency& dependency : gathering.dependencies())
            found.append(toJson(dependency));
        return QJsonDocument(found).toJson();
    };
    const QByteArray here = read(hostFor(*snapshot->server(tree.source)).value());
    FarServer far(u"vega"_s, tree.root().toStdString());
    QCOMPARE(read(far.host()), here);
    QVERIFY2(here.count("/srv/linked/bilan.ods") == 1 && here.count("ldap.example.org:389") >= 1, here.constData());
}

void TestDependencies::findsWhatIsThere()
{
    ServerTree tree;
    office(tree);
    tree.run(InventoryJob());
    const Outcome outcome = tree.run(DependencyScanJob());
    QCOMPARE(outcome.kind, Outcome::Kind::Succeeded);
    const SnapshotPtr snapshot = tree.snapshot();
    QCOMPARE(lines(*snapshot), (QStringList{
                                   u"application shop > database shop (sqlite)"_s,
                                   u"application shop > ldap.example.org:389 (address)"_s,
                                   u"application shop > queue.lan:5672 (connection)"_s,
                                   u"application shop > share compta (path)"_s,
                                   u"service shop > application shop (path)"_s,
                                   u"task cloture > application shop (path)"_s,
                                   u"task cloture > database shop (sqlite)"_s,
                                   u"task cloture > share direction (path)"_s,
                                   u"task report > service shop (service)"_s,
                               }));
    const Dependency* sqlite = named(*snapshot, u"application shop > database shop (sqlite)"_s);
    QCOMPARE(sqlite->evidence.size(), 2);
    QCOMPARE(sqlite->evidence[1][u"file"_s].toString(), u"opt/shop/etc/shop.ini"_s);
    QCOMPARE(sqlite->evidence[1][u"line"_s].toInt(), 2);
    QCOMPARE(sqlite->evidence[1][u"excerpt"_s].toString(), u"path = /var/lib/shop/shop.db"_s);
    QVERIFY(sqlite->confidence > 85 && sqlite->confidence < 100);
    QCOMPARE(sqlite->state, DependencyState::ToConfirm);
    // What the configuration names and is not there.
    const auto missing = ServerTree::findings(*snapshot, u"dependencies.path-missing"_s);
    QCOMPARE(missing.size(), std::size_t(1));
    QCOMPARE(missing[0].subject, u"/srv/cache/shop"_s);
    const Evidence* line = snapshot->lastEvidence(evidence::DependencyScan);
    QVERIFY(line);
    QCOMPARE(line->data[u"found"_s].toInt(), 9);
    QCOMPARE(line->data[u"toConfirm"_s].toInt(), 9);
}

void TestDependencies::sleepsWithItsTask()
{
    ServerTree tree;
    office(tree);
    tree.run(InventoryJob());
    tree.run(DependencyScanJob());
    const SnapshotPtr snapshot = tree.snapshot();
    QVERIFY(named(*snapshot, u"task cloture > database shop (sqlite)"_s)->dormant);
    QVERIFY(named(*snapshot, u"task cloture > application shop (path)"_s)->dormant);
    QVERIFY(!named(*snapshot, u"task report > service shop (service)"_s)->dormant);
    QVERIFY(!named(*snapshot, u"application shop > database shop (sqlite)"_s)->dormant);
    const QString excerpt =
        named(*snapshot, u"task cloture > application shop (path)"_s)->evidence[0][u"excerpt"_s].toString();
    QCOMPARE(excerpt, u"0 5 1 * * … /opt/shop/bin/cloture.sh"_s);
    // Run every night as well, it no longer sleeps.
    tree.file("etc/cron.d/nuit", "0 2 * * * root /opt/shop/bin/cloture.sh\n");
    tree.run(InventoryJob());
    tree.run(DependencyScanJob());
    QVERIFY(!named(*tree.snapshot(), u"task nuit > database shop (sqlite)"_s)->dormant);
}

void TestDependencies::decisionsSurvive()
{
    ServerTree tree;
    office(tree);
    tree.run(InventoryJob());
    tree.run(DependencyScanJob());
    const SnapshotPtr first = tree.snapshot();
    const Id confirmed = named(*first, u"application shop > database shop (sqlite)"_s)->id;
    const Id dismissed = named(*first, u"application shop > ldap.example.org:389 (address)"_s)->id;
    const auto decide = [&](Id id, DependencyState state, const QString& by, const QString& why) {
        return tree.store->write([&](StoreTx& tx) { return decideDependency(tx, id, state, by, why); });
    };
    QCOMPARE(QString::fromStdString(decide(dismissed, DependencyState::Dismissed, u"Anne"_s, u" "_s).error().code),
             u"decision.reason-missing"_s);
    QCOMPARE(QString::fromStdString(decide(confirmed, DependencyState::Confirmed, {}, {}).error().code),
             u"decision.person-missing"_s);
    QVERIFY(decide(confirmed, DependencyState::Confirmed, u"Anne"_s, {}));
    QVERIFY(decide(dismissed, DependencyState::Dismissed, u"Anne"_s, u"switched off, password=Geheim"_s));
    QVERIFY(!decide(99999, DependencyState::Confirmed, u"Anne"_s, {}));

    tree.file("opt/shop/etc/more.ini", "again = /var/lib/shop/shop.db\n");
    tree.run(DependencyScanJob());
    const SnapshotPtr second = tree.snapshot();
    const Dependency* kept = findById(second->dependencies, confirmed);
    QCOMPARE(kept->state, DependencyState::Confirmed);
    QCOMPARE(kept->by, u"Anne"_s);
    QCOMPARE(kept->evidence.size(), 3);
    const Dependency* away = findById(second->dependencies, dismissed);
    QCOMPARE(away->state, DependencyState::Dismissed);
    QVERIFY(away->why.startsWith(u"switched off") && !away->why.contains(u"Geheim"));
    const Evidence* line = second->lastEvidence(evidence::DependencyDecided, away->key);
    QVERIFY(line);
    QCOMPARE(line->who, u"Anne"_s);
    // Nothing changed since: the same rows, to the last field.
    tree.run(DependencyScanJob());
    const SnapshotPtr third = tree.snapshot();
    QCOMPARE(third->dependencies.size(), second->dependencies.size());
    for (std::size_t i = 0; i < second->dependencies.size(); ++i)
        QCOMPARE(toJson(third->dependencies[i]), toJson(second->dependencies[i]));
}

void TestDependencies::vanishedOnesGo()
{
    ServerTree tree;
    office(tree);
    tree.run(InventoryJob());
    tree.run(DependencyScanJob());
    const Id decided = named(*tree.snapshot(), u"application shop > share compta (path)"_s)->id;
    QVERIFY(tree.write(
        [&](StoreTx& tx) { return decideDependency(tx, decided, DependencyState::Confirmed, u"Anne"_s, {}); }));
    tree.file("opt/shop/etc/shop.ini", "[db]\n");
    tree.run(DependencyScanJob());
    const SnapshotPtr snapshot = tree.snapshot();
    QVERIFY(!named(*snapshot, u"application shop > ldap.example.org:389 (address)"_s));
    QVERIFY(findById(snapshot->dependencies, decided));
}

void TestDependencies::storesNoSecret()
{
    ServerTree tree;
    office(tree);
    tree.file("opt/shop/.env", "DATABASE_URL=postgres://shop:Geheim1/x@db.lan/shop\n"
                               "DB_PASSWORD=Geheim1.example.org:99\n"
                               "API_TOKEN=Geheim1\nHOOK=https://hook.lan/Geheim1?key=Geheim1\n");
    tree.file("etc/cron.d/envoi", "0 1 * * * root mysql -uroot -pGeheim1.lan:80 -h db.lan shop\n");
    tree.file("opt/shop/key.conf",
              "-----BEGIN RSA PRIVATE KEY-----\nGeheim1.example.org:443\n-----END RSA PRIVATE KEY-----\n");
    tree.run(InventoryJob());
    tree.run(DependencyScanJob());
    const SnapshotPtr snapshot = tree.snapshot();
    QVERIFY(named(*snapshot, u"application shop > db.lan:5432 (connection)"_s));
    QVERIFY(named(*snapshot, u"application shop > hook.lan:443 (url)"_s));
    // Not in a row, not in the ledger, not anywhere in the project's file or its log.
    for (const QString& suffix : {u""_s, u"-wal"_s}) {
        QFile file(tree.store->file() + suffix);
        if (!file.exists())
            continue;
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(!bytes.toLower().contains("geheim"), qPrintable(file.fileName()));
    }
}

void TestDependencies::followsTheRealRootAndLinks()
{
    ServerTree tree;
    tree.file("srv/shares/compta/a", "x");
    tree.link("shares/compta", "srv/courant");
    tree.file("opt/app/app.conf", "a = " + tree.at("srv/shares/compta/a") + "\n");
    tree.file("opt/web/web.conf", "b = /srv/courant/a\n");
    tree.file("opt/save/save.sh", "tar cf /x.tar /srv/shares\n");
    tree.file("srv/shares/direction/b", "x");
    tree.run(InventoryJob());
    tree.run(DependencyScanJob());
    QCOMPARE(lines(*tree.snapshot()),
             (QStringList{u"application app > share compta (path)"_s, u"application save > share compta (path)"_s,
                          u"application save > share direction (path)"_s, u"application web > share compta (path)"_s}));
}

void TestDependencies::listeningMattersOnTheOldAddressOnly()
{
    ServerTree tree;
    tree.file("etc/hostname", "vega\n");
    tree.file("etc/hosts", "127.0.0.1 localhost\n10.0.0.7 vega.lan vega\n");
    tree.file("opt/a/a.conf", "listen = 10.0.0.7:8080\n");
    tree.file("opt/b/b.conf", "listen = 10.0.0.9:8080\nlisten = 127.0.0.1:80\nlisten 0.0.0.0:81\n");
    tree.run(InventoryJob());
    tree.run(DependencyScanJob());
    QCOMPARE(lines(*tree.snapshot()), QStringList{u"application a > 10.0.0.7:8080 (address)"_s});
}

void TestDependencies::unreadConfigurationIsABlindSpot()
{
    ServerTree tree;
    tree.file("opt/app/huge.json", QByteArray(2 << 20, ' '));
    tree.file("opt/app/image.conf", QByteArray("host = a.lan:80\0\0", 17));
    tree.file("opt/app/good.conf", "host = b.lan:80\n");
    QCOMPARE(::mkfifo(tree.at("opt/app/pipe.conf").constData(), 0600), 0);
    tree.run(InventoryJob());
    QCOMPARE(tree.run(DependencyScanJob()).kind, Outcome::Kind::Succeeded);
    const SnapshotPtr snapshot = tree.snapshot();
    const auto blind = ServerTree::findings(*snapshot, u"dependencies.too-big"_s);
    QCOMPARE(blind.size(), std::size_t(1));
    QCOMPARE(blind[0].kind, FindingKind::BlindSpot);
    QCOMPARE(blind[0].subject, u"opt/app/huge.json"_s);
    QCOMPARE(lines(*snapshot), QStringList{u"application app > b.lan:80 (address)"_s});
}

void TestDependencies::leavesTheSourceAlone()
{
    ServerTree tree;
    office(tree);
    tree.run(InventoryJob());
    const auto before = engine::fingerprint(tree.root().toStdString(), {}, {});
    tree.run(DependencyScanJob());
    const auto after = engine::fingerprint(tree.root().toStdString(), {}, {});
    QCOMPARE(QString::fromStdString(after.value().hash), QString::fromStdString(before.value().hash));
}

void TestDependencies::stops()
{
    ServerTree tree;
    office(tree);
    tree.run(InventoryJob());
    std::stop_source stop;
    stop.request_stop();
    DependencyScanJob job;
    QCOMPARE(tree.run(job, stop.get_token()).kind, Outcome::Kind::Cancelled);
    QVERIFY(!tree.snapshot()->lastEvidence(evidence::DependencyScan));
}

QTEST_GUILESS_MAIN(TestDependencies)
#include "tst_dependencies.moc"
