// SPDX-License-Identifier: GPL-3.0-or-later
// The rules as data, each with facts that make it speak and facts that leave it silent; then the check over real trees.
#include "core/compatibility/CompatibilityJob.h"
#include "core/compatibility/Measures.h"
#include "core/compatibility/Probe.h"
#include "core/engine/Tree.h"
#include "core/inventory/Decisions.h"
#include "core/inventory/InventoryJob.h"
#include "tests/unit/inventory/ServerTree.h"

#include <QProcess>
#include <QStandardPaths>

using namespace bascule;
using namespace bascule::compatibility;
using namespace bascule::test;
using namespace Qt::StringLiterals;

class TestCompatibility : public QObject
{
    Q_OBJECT
private slots:
    void rulesAreWellFormed();
    void everyRuleSpeaksAndIsSilent_data();
    void everyRuleSpeaksAndIsSilent();
    void everyRuleIsTried();
    void badRulesAreRefused();
    void probesForReal();
    void probeOfAReadOnlyPlace();
    void databaseFeatures();
    void damagedDatabase();
    void runsOnACleanServer();
    void reportsWhatBreaks();
    void needsBothSides();
    void accountsOfBothSides();
    void stops();
    void leavesBothSidesAlone();
};

void TestCompatibility::rulesAreWellFormed()
{
    QVERIFY(rules().size() >= 30);
    QStringList ids, codes;
    for (const Rule& rule : rules()) {
        QVERIFY2(!ids.contains(rule.id), qPrintable(rule.id));
        QVERIFY2(!codes.contains(rule.code), qPrintable(rule.code));
        ids += rule.id;
        codes += rule.code;
    }
}

void TestCompatibility::everyRuleSpeaksAndIsSilent_data()
{
    QTest::addColumn<Facts>("bad");
    QTest::addColumn<Facts>("good");
    const auto row = [](const char* rule, Facts bad, Facts good) { QTest::newRow(rule) << bad << good; };
    const auto pair = [&](const char* rule, const char16_t* need, const char16_t* can) {
        const QString n = QString::fromUtf16(need), c = QString::fromUtf16(can);
        row(rule, {{n, 3}, {c, false}}, {{n, 3}, {c, true}});
    };
    row("target-not-writable", {{u"new.writable"_s, false}}, {{u"new.writable"_s, true}});
    row("space", {{u"need.bytes"_s, 100}, {u"new.bytesFree"_s, 99}},
        {{u"need.bytes"_s, 100}, {u"new.bytesFree"_s, 100}});
    row("space-tight", {{u"need.bytes"_s, 90}, {u"new.bytesFree"_s, 100}, {u"need.percentOfFree"_s, 90}},
        {{u"need.bytes"_s, 80}, {u"new.bytesFree"_s, 100}, {u"need.percentOfFree"_s, 80}});
    row("inodes", {{u"need.files"_s, 11}, {u"new.inodesFree"_s, 10}}, {{u"need.files"_s, 11}});
    pair("acl", u"old.acl", u"new.acl");
    pair("xattr", u"old.xattr", u"new.xattr");
    row("long-names", {{u"old.longestName"_s, 200}, {u"new.longestName"_s, 143}},
        {{u"old.longestName"_s, 255}, {u"new.longestName"_s, 255}});
    pair("case", u"old.caseTwins", u"new.caseSensitive");
    pair("any-bytes", u"old.unusualNames", u"new.anyBytes");
    pair("fine-times", u"old.fineTimes", u"new.nanoseconds");
    pair("sparse", u"old.sparse", u"new.sparse");
    pair("symlinks", u"old.symlinks", u"new.symlinks");
    pair("hard-links", u"old.hardLinks", u"new.hardLinks");
    row("large-files", {{u"old.largestFile"_s, 5e9}, {u"new.largestFile"_s, 4e9}},
        {{u"old.largestFile"_s, 4e9}, {u"new.largestFile"_s, 4e9}});
    row("nosuid", {{u"old.setuid"_s, 1}, {u"new.nosuid"_s, true}}, {{u"old.setuid"_s, 0}, {u"new.nosuid"_s, true}});
    row("noexec", {{u"old.programs"_s, 1}, {u"new.noexec"_s, true}},
        {{u"old.programs"_s, 1}, {u"new.noexec"_s, false}});
    pair("owners", u"old.foreignOwners", u"new.chown");
    row("account", {{u"account.conflict"_s, true}}, {{u"account.conflict"_s, false}});
    row("old-address", {{u"dependency.namesOldServer"_s, true}}, {{u"dependency.namesOldServer"_s, false}});
    row("old-root", {{u"dependency.namesOldRoot"_s, true}}, {{u"dependency.namesOldRoot"_s, false}});
    row("path-moves", {{u"dependency.targetMoves"_s, true}}, {{u"dependency.targetMoves"_s, false}});
    row("left-behind", {{u"dependency.fromMigrates"_s, true}, {u"dependency.toMigrates"_s, false}},
        {{u"dependency.fromMigrates"_s, false}, {u"dependency.toMigrates"_s, false}});
    row("sqlite-unreadable", {{u"db.readable"_s, false}}, {{u"db.readable"_s, true}});
    row("sqlite-damaged", {{u"db.intact"_s, false}}, {{u"db.intact"_s, true}});
    row("sqlite-foreign-keys", {{u"db.foreignKeyErrors"_s, 2}}, {{u"db.foreignKeyErrors"_s, 0}});
    row("sqlite-newer", {{u"db.writer"_s, 3045000}, {u"library.number"_s, 3040001}},
        {{u"db.writer"_s, 3040000}, {u"library.number"_s, 3040001}});
    const auto feature = [&](const char* rule, const char16_t* fact, int since) {
        const QString f = QString::fromUtf16(fact);
        row(rule, {{f, 1}, {u"library.number"_s, since - 1}}, {{f, 1}, {u"library.number"_s, since}});
    };
    feature("sqlite-strict", u"db.strict", 3037000);
    feature("sqlite-without-rowid", u"db.withoutRowid", 3008002);
    feature("sqlite-generated", u"db.generated", 3031000);
    row("sqlite-modules", {{u"db.modulesMissing"_s, 1}}, {{u"db.modulesMissing"_s, 0}});
    row("sqlite-wal-network", {{u"db.wal"_s, true}, {u"new.network"_s, true}},
        {{u"db.wal"_s, false}, {u"new.network"_s, true}});
    row("sqlite-wal-memory", {{u"db.wal"_s, true}, {u"new.sharedMemory"_s, false}},
        {{u"db.wal"_s, true}, {u"new.sharedMemory"_s, true}});
    row("sqlite-page-size", {{u"db.pageSize"_s, 1024}}, {{u"db.pageSize"_s, 4096}});
    row("sqlite-encoding", {{u"db.encoding"_s, u"UTF-16le"_s}}, {{u"db.encoding"_s, u"UTF-8"_s}});
}

namespace {

QStringList rulesThatSpeak(const Facts& facts)
{
    QStringList ids;
    for (const char16_t* scope : {u"target", u"database", u"dependency", u"account"}) {
        for (const Finding& finding : judge(rules(), QString::fromUtf16(scope), facts))
            ids += finding.params[u"rule"_s].toString();
    }
    return ids;
}

} // namespace

void TestCompatibility::everyRuleSpeaksAndIsSilent()
{
    QFETCH(Facts, bad);
    QFETCH(Facts, good);
    const QString rule = QString::fromUtf8(QTest::currentDataTag());
    QCOMPARE(rulesThatSpeak(bad), QStringList{rule});
    QCOMPARE(rulesThatSpeak(good), QStringList{});
}

/// A rule without its row above would never have been seen to speak.
void TestCompatibility::everyRuleIsTried()
{
    QFile source(QStringLiteral(BASCULE_SOURCE_DIR "/tests/unit/compatibility/tst_compatibility.cpp"));
    QVERIFY(source.open(QIODevice::ReadOnly));
    const QByteArray text = source.readAll();
    for (const Rule& rule : rules())
        QVERIFY2(text.contains("(\"" + rule.id.toUtf8() + "\","), qPrintable(rule.id));
    QVERIFY(rulesThatSpeak({}).isEmpty()); // nothing measured, nothing said
}

void TestCompatibility::badRulesAreRefused()
{
    const QByteArray good = R"([{"id":"a","scope":"target","severity":"note","code":"compat.a","source":"https://x.y/",
        "when":[{"fact":"f","op":"==","value":1}]}])";
    QVERIFY(readRules(good));
    for (const auto& [from, to] : {std::pair{"\"id\":\"a\"", "\"id\":\"\""},
                                   {"target", "moon"},
                                   {"note", "loud"},
                                   {"\"==\"", "\"=\""},
                                   {"\"value\":1", "\"value\":1,\"other\":\"g\""},
                                   {",\"value\":1", ""},
                                   {"https://x.y/", "somewhere"},
                                   {"[{\"id", "{\"id"}}) {
        QVERIFY2(!readRules(QByteArray(good).replace(from, to)), to);
    }
}

void TestCompatibility::probesForReal()
{
    QTemporaryDir dir;
    const Facts facts = targetFacts(engine::probeFolder(dir.path().toStdString()));
    QVERIFY(facts[u"new.writable"_s].toBool());
    QVERIFY(facts[u"new.symlinks"_s].toBool());
    QVERIFY(facts[u"new.hardLinks"_s].toBool());
    QVERIFY(facts[u"new.nanoseconds"_s].toBool());
    QVERIFY(facts[u"new.caseSensitive"_s].toBool());
    QVERIFY(facts[u"new.anyBytes"_s].toBool());
    QVERIFY(facts[u"new.sharedMemory"_s].toBool());
    QCOMPARE(facts[u"new.longestName"_s].toInt(), 255);
    QVERIFY(facts[u"new.bytesFree"_s].toDouble() > 0);
    QVERIFY(!facts[u"new.network"_s].toBool());
    // What the probe says of ACLs is what the system's own tool finds.
    const QString file = dir.filePath(u"f"_s);
    QFile made(file);
    QVERIFY(made.open(QIODevice::WriteOnly));
    made.close();
    if (QStandardPaths::findExecutable(u"setfacl"_s).isEmpty())
        QSKIP("setfacl is not installed");
    const int code = QProcess::execute(u"setfacl"_s, {u"-m"_s, u"u:65534:r"_s, file});
    QCOMPARE(facts[u"new.acl"_s].toBool(), code == 0);
    QVERIFY(made.remove());
    QCOMPARE(QDir(dir.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList());
}

void TestCompatibility::probeOfAReadOnlyPlace()
{
    const Facts facts = targetFacts(engine::probeFolder("/proc"));
    QVERIFY(facts.contains(u"new.writable"_s));
    QVERIFY(!facts[u"new.writable"_s].toBool());
    QVERIFY(!facts[u"new.reason"_s].toString().isEmpty());
    QVERIFY(!facts.contains(u"new.acl"_s));
}

void TestCompatibility::databaseFeatures()
{
    ServerTree tree;
    tree.database("a.db", "PRAGMA page_size=1024; PRAGMA journal_mode=WAL;"
                          "CREATE TABLE s(a INTEGER) STRICT; CREATE TABLE w(a PRIMARY KEY) WITHOUT ROWID;"
                          "CREATE TABLE g(a, b AS (a+1)); CREATE VIRTUAL TABLE f USING fts5(t);"
                          "CREATE TABLE p(id INTEGER PRIMARY KEY); CREATE TABLE c(p REFERENCES p(id));"
                          "INSERT INTO c VALUES (7);");
    const Facts facts = databaseFacts(tree.at("a.db").toStdString(), {}).value();
    QVERIFY(facts[u"db.readable"_s].toBool());
    QCOMPARE(facts[u"db.detail"_s].toString(), QString());
    QVERIFY(facts[u"db.intact"_s].toBool());
    QVERIFY(facts[u"db.wal"_s].toBool());
    QCOMPARE(facts[u"db.pageSize"_s].toInt(), 1024);
    QCOMPARE(facts[u"db.encoding"_s].toString(), u"UTF-8"_s);
    QCOMPARE(facts[u"db.strict"_s].toInt(), 1);
    QVERIFY(facts[u"db.withoutRowid"_s].toInt() >= 1); // fts5 has one of its own
    QCOMPARE(facts[u"db.generated"_s].toInt(), 1);
    QCOMPARE(facts[u"db.foreignKeyErrors"_s].toInt(), 1);
    QCOMPARE(facts[u"db.modulesMissing"_s].toInt(), 0);
    QCOMPARE(rulesThatSpeak(facts), (QStringList{u"sqlite-foreign-keys"_s, u"sqlite-page-size"_s}));
    // A module that this library lacks.
    tree.database("m.db", "CREATE VIRTUAL TABLE f USING fts5(t); PRAGMA writable_schema=ON;"
                          "UPDATE sqlite_master SET sql=replace(sql,'fts5','spellfix1') WHERE name='f';");
    const Facts missing = databaseFacts(tree.at("m.db").toStdString(), {}).value();
    QCOMPARE(missing[u"db.modulesMissing"_s].toInt(), 1);
    QCOMPARE(missing[u"db.modules"_s].toArray(), QJsonArray{u"spellfix1"_s});
}

void TestCompatibility::damagedDatabase()
{
    ServerTree tree;
    tree.database("d.db",
                  "CREATE TABLE t(a); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<2000)"
                  " INSERT INTO t SELECT randomblob(50) FROM n; CREATE INDEX i ON t(a);");
    QFile file(QString::fromUtf8(tree.at("d.db")));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(3 * 4096));
    QCOMPARE(file.write(QByteArray(8192, '\x5a')), qint64(8192));
    file.close();
    const Facts facts = databaseFacts(tree.at("d.db").toStdString(), {}).value();
    const QStringList spoken = rulesThatSpeak(facts);
    QVERIFY2(spoken.contains(u"sqlite-damaged"_s) || spoken.contains(u"sqlite-unreadable"_s),
             qPrintable(spoken.join(u' ')));
}

namespace {

void office(const ServerTree& tree)
{
    tree.file("srv/shares/compta/a.ods", "x");
    tree.file("opt/shop/etc/shop.conf", "db = /var/lib/shop/shop.db\n");
    tree.database("var/lib/shop/shop.db", "PRAGMA journal_mode=WAL; CREATE TABLE t(a);");
}

Id addDependency(const ServerTree& tree, Dependency dependency)
{
    const bool written = tree.write([&](StoreTx& tx) -> Result<void> {
        auto id = tx.insert(dependency);
        return id ? Result<void>() : id.error();
    });
    return written ? dependency.id : 0;
}

} // namespace

void TestCompatibility::runsOnACleanServer()
{
    ServerTree tree;
    office(tree);
    tree.run(InventoryJob());
    tree.run(InventoryJob({tree.target}));
    const Outcome outcome = tree.run(CompatibilityJob());
    QCOMPARE(outcome.kind, Outcome::Kind::Succeeded);
    QVERIFY(outcome.good);
    const SnapshotPtr snapshot = tree.snapshot();
    for (const Finding& finding : snapshot->findings)
        QVERIFY2(finding.room != u"compatibility" || finding.severity != FindingSeverity::Blocking,
                 qPrintable(finding.code));
    const Evidence* line = snapshot->lastEvidence(evidence::CompatibilityRun);
    QVERIFY(line);
    QCOMPARE(line->data[u"databases"_s].toInt(), 1);
    QCOMPARE(line->data[u"rules"_s].toInt(), int(rules().size()));
}

void TestCompatibility::reportsWhatBreaks()
{
    ServerTree tree;
    office(tree);
    tree.file("etc/hostname", "vega.office.lan\n");
    tree.file("etc/hosts", "127.0.0.1 localhost\n10.0.0.7 vega.office.lan vega\n");
    tree.database("opt/shop/data/old.db", "PRAGMA page_size=512; CREATE TABLE t(a);");
    tree.run(InventoryJob());
    tree.run(InventoryJob({tree.target}));
    const SnapshotPtr before = tree.snapshot();
    const Asset* shop = tree.asset(*before, u"application:opt/shop"_s);
    const Asset* share = tree.asset(*before, u"share:srv/shares/compta"_s);
    const Asset* base = tree.asset(*before, u"database:var/lib/shop/shop.db"_s);
    QVERIFY(shop && share && base);
    Dependency one;
    one.from = shop->id;
    one.kind = u"address"_s;
    one.toName = u"10.0.0.7:5432"_s;
    one.key = u"1"_s;
    one.evidence = {
        QJsonObject{{u"file"_s, u"opt/shop/etc/shop.conf"_s}, {u"line"_s, 3}, {u"excerpt"_s, u"host = 10.0.0.7"_s}}};
    QVERIFY(addDependency(tree, one));
    one.toName = u"10.0.0.8:5432"_s; // somebody else's
    one.key = u"2"_s;
    QVERIFY(addDependency(tree, one));
    one.toName.clear();
    one.to = share->id;
    one.kind = u"path"_s;
    one.key = u"3"_s;
    one.evidence = {
        QJsonObject{{u"file"_s, u"f"_s}, {u"line"_s, 1}, {u"excerpt"_s, QString::fromUtf8(tree.at("srv"))}}};
    QVERIFY(addDependency(tree, one));
    one.to = base->id;
    one.kind = u"sqlite"_s;
    one.key = u"4"_s;
    one.evidence = {};
    QVERIFY(addDependency(tree, one));
    AssetChange moves, stays;
    moves.destination = "var/lib/new/shop.db";
    stays.migrate = false;
    const Id baseId = base->id, shareId = share->id;
    QVERIFY(tree.write([&](StoreTx& tx) -> Result<void> {
        if (auto done = setAsset(tx, baseId, moves, u"Anne"_s); !done)
            return done;
        return setAsset(tx, shareId, stays, u"Anne"_s);
    }));
    QCOMPARE(tree.run(CompatibilityJob()).kind, Outcome::Kind::Succeeded);
    const SnapshotPtr snapshot = tree.snapshot();
    const auto count = [&](const char16_t* code) {
        return ServerTree::findings(*snapshot, QString::fromUtf16(code)).size();
    };
    QCOMPARE(count(u"compat.old-address"), std::size_t(1));
    QCOMPARE(ServerTree::findings(*snapshot, u"compat.old-address"_s)[0].params[u"line"_s].toInt(), 3);
    QCOMPARE(count(u"compat.old-root"), std::size_t(1));
    QCOMPARE(count(u"compat.path-moves"), std::size_t(1));
    QCOMPARE(count(u"compat.left-behind"), std::size_t(1));
    QCOMPARE(count(u"compat.sqlite-page-size"), std::size_t(1));
    // A second run says the same, in the same rows.
    tree.run(CompatibilityJob());
    const SnapshotPtr again = tree.snapshot();
    QCOMPARE(again->findings.size(), snapshot->findings.size());
    for (std::size_t i = 0; i < snapshot->findings.size(); ++i)
        QCOMPARE(toJson(again->findings[i]), toJson(snapshot->findings[i]));
}

void TestCompatibility::needsBothSides()
{
    ServerTree tree;
    office(tree);
    const auto code = [&] {
        const Outcome outcome = tree.run(CompatibilityJob());
        return outcome.error ? QString::fromStdString(outcome.error->code) : QString();
    };
    QCOMPARE(code(), u"compatibility.target-not-inventoried"_s);
    tree.run(InventoryJob({tree.target}));
    QCOMPARE(code(), u"compatibility.no-inventory"_s);
    QVERIFY(tree.write([&](StoreTx& tx) { return tx.erase<Server>(tree.target); }));
    QCOMPARE(code(), u"compatibility.no-target"_s);
}

void TestCompatibility::accountsOfBothSides()
{
    ServerTree tree;
    office(tree);
    const QByteArray me = QByteArray::number(::geteuid());
    tree.file("etc/passwd", "shop:x:" + me + ":100::/:/bin/sh\nnobodys:x:4242:100::/:/bin/sh\n");
    QVERIFY(QDir(QString::fromUtf8(tree.targetRoot())).mkpath(u"etc"_s));
    const auto accounts = [&](const QByteArray& text) {
        QFile file(QString::fromUtf8(tree.targetRoot()) + u"/etc/passwd"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        tree.run(InventoryJob());
        tree.run(InventoryJob({tree.target}));
        tree.run(CompatibilityJob());
    };
    accounts("shop:x:" + me + ":100::/:/bin/sh\nnobodys:x:1:1::/:\n");
    QVERIFY(ServerTree::findings(*tree.snapshot(), u"compat.account"_s).empty());
    accounts("shop:x:7777:100::/:/bin/sh\n");
    const auto found = ServerTree::findings(*tree.snapshot(), u"compat.account"_s);
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(found[0].params[u"otherId"_s].toInt(), 7777);
    accounts("mail:x:" + me + ":100::/:/bin/sh\n");
    QCOMPARE(ServerTree::findings(*tree.snapshot(), u"compat.account"_s)[0].params[u"otherName"_s].toString(),
             u"mail"_s);
}

void TestCompatibility::stops()
{
    ServerTree tree;
    office(tree);
    tree.run(InventoryJob());
    tree.run(InventoryJob({tree.target}));
    std::stop_source stop;
    stop.request_stop();
    CompatibilityJob job;
    QCOMPARE(tree.run(job, stop.get_token()).kind, Outcome::Kind::Cancelled);
    QVERIFY(!tree.snapshot()->lastEvidence(evidence::CompatibilityRun));
}

void TestCompatibility::leavesBothSidesAlone()
{
    ServerTree tree;
    office(tree);
    tree.run(InventoryJob());
    tree.run(InventoryJob({tree.target}));
    const auto print = [](const QByteArray& root) {
        const auto taken = engine::fingerprint(root.toStdString(), {}, {});
        return taken ? QString::fromStdString(taken.value().hash) : u"none"_s;
    };
    const QString source = print(tree.root());
    tree.run(CompatibilityJob());
    QCOMPARE(print(tree.root()), source);
    QCOMPARE(
        QDir(QString::fromUtf8(tree.targetRoot())).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
        QStringList());
}

QTEST_GUILESS_MAIN(TestCompatibility)
#include "tst_compatibility.moc"
