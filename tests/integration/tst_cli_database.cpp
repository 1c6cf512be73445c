// SPDX-License-Identifier: GPL-3.0-or-later
// database test on real SQLite files: one that is sound, one whose rows point nowhere, one that is damaged.
#include "tests/integration/Cli.h"

#include "core/base/Clock.h"
#include "core/project/ProjectStore.h"

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

class TestCliDatabase : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void none();
    void good();
    void broken();
    void damaged();
    void chosen();
    void otherVersion();
    void otherKind();

private:
    bool makeDatabase(const char* name, const QStringList& statements);
    Cli::Result test(std::vector<QByteArray> more = {});
    /// The result of the one database of that name.
    static QJsonObject of(const Cli::Result& result, const QString& name);

    Cli m_cli;
    QByteArray m_project, m_old;
    bascule::SystemClock m_clock;
};

bool TestCliDatabase::makeDatabase(const char* name, const QStringList& statements)
{
    bool done = true;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"making"_s);
        database.setDatabaseName(QFile::decodeName(m_old + "/srv/" + name));
        done = database.open();
        for (const QString& statement : statements)
            done = done && QSqlQuery(database).exec(statement);
    }
    QSqlDatabase::removeDatabase(u"making"_s);
    return done;
}

Cli::Result TestCliDatabase::test(std::vector<QByteArray> more)
{
    more.insert(more.begin(), {"database", "test", m_project});
    return m_cli.run(more);
}

QJsonObject TestCliDatabase::of(const Cli::Result& result, const QString& name)
{
    for (const QJsonValue& one : result.json()[u"databases"].toArray()) {
        if (one[u"path"].toString().endsWith(u'/' + name))
            return one.toObject();
    }
    return {};
}

void TestCliDatabase::initTestCase()
{
    m_cli.environment().insert(u"BASCULE_SCRATCH_DIR"_s, m_cli.path("scratch"));
    m_project = m_cli.bytes("p.bascule");
    m_old = m_cli.bytes("old");
    QVERIFY(m_cli.makeFile(m_old + "/srv/readme.txt", "read me"));
    QVERIFY(m_cli.run({"project", "new", m_project, "--name", "Petit"}).exit == 0);
    QVERIFY(m_cli.run({"server", "add", m_project, "old", "--role", "source", "--local", m_old}).exit == 0);
}

void TestCliDatabase::none()
{
    for (const bool looked : {false, true}) {
        if (looked)
            QCOMPARE(m_cli.run({"inventory", m_project}).exit, 0);
        const auto result = test({"--json"});
        QVERIFY2(result.exit == 5, result.words());
        QCOMPARE(result.errorCode(), u"database.none"_s);
        QVERIFY2(result.err.contains("“Petit”") && result.err.contains("bascule-cli inventory"), result.words());
        QCOMPARE(result.err.count('\n'), 1);
    }
}

void TestCliDatabase::good()
{
    QVERIFY(makeDatabase("good.db", {u"CREATE TABLE client(id INTEGER PRIMARY KEY, name TEXT)"_s,
                                     u"INSERT INTO client(name) VALUES('Ada'),('Max'),('Bea')"_s,
                                     u"CREATE VIEW names AS SELECT name FROM client"_s}));
    QCOMPARE(m_cli.run({"inventory", m_project}).exit, 0);
    const QByteArray before = m_cli.manifest(m_old);
    const auto result = test({"--json"});
    QVERIFY2(result.exit == 0, result.words());
    QVERIFY2(result.err.isEmpty(), result.err);
    const QJsonObject one = of(result, u"good.db"_s);
    QVERIFY2(one[u"ok"].toBool() && one[u"findings"].toArray().isEmpty(), result.out);
    QCOMPARE(one[u"tables"].toInteger(), 1);
    QCOMPARE(one[u"rows"].toInteger(), 3);
    QVERIFY(one[u"version"].toString().startsWith(u"SQLite 3"_s));
    QCOMPARE(result.json()[u"good"].toInteger(), 1);
    QCOMPARE(result.json()[u"bad"].toInteger(), 0);
    // The original is as it was, the throwaway copy is gone, the ledger has a line.
    QCOMPARE(m_cli.manifest(m_old), before);
    QVERIFY(QDir(m_cli.path("scratch")).isEmpty());
    const auto table = test();
    QVERIFY2(table.exit == 0 && table.out.contains("opens as it should") && table.out.contains("nothing to fix"),
             table.words());
    auto store = bascule::ProjectStore::open(QFile::decodeName(m_project), bascule::OpenMode::ReadOnly, m_clock);
    QVERIFY(store.ok());
    const bascule::Evidence* line = (*store)->snapshot()->lastEvidence(bascule::evidence::DatabaseTested);
    QVERIFY(line && line->data[u"ok"].toBool() && line->data[u"asset"].toInteger() == one[u"id"].toInteger());
}

void TestCliDatabase::broken()
{
    QVERIFY(makeDatabase("broken.db", {u"CREATE TABLE parent(id INTEGER PRIMARY KEY)"_s,
                                       u"CREATE TABLE child(p REFERENCES parent(id))"_s,
                                       u"INSERT INTO child VALUES(7),(8)"_s, u"CREATE TABLE gone(x)"_s,
                                       u"CREATE VIEW lost AS SELECT x FROM gone"_s, u"DROP TABLE gone"_s}));
    QCOMPARE(m_cli.run({"inventory", m_project}).exit, 0);
    const auto result = test({"--json"});
    QVERIFY2(result.exit == 1, result.words());
    QVERIFY2(of(result, u"good.db"_s)[u"ok"].toBool(), result.out);
    const QJsonObject one = of(result, u"broken.db"_s);
    QVERIFY2(!one[u"ok"].toBool(true), result.out);
    QCOMPARE(one[u"open"].toInteger(), 2);
    QStringList codes;
    for (const QJsonValue& finding : one[u"findings"].toArray()) {
        codes << finding[u"code"].toString();
        const QString message = finding[u"message"].toString();
        QVERIFY2(!message.isEmpty() && !message.contains(u'{') && !message.contains(u'<'), qPrintable(message));
    }
    codes.sort();
    QCOMPARE(codes, (QStringList{u"database.orphans"_s, u"database.view-broken"_s}));
    QCOMPARE(result.json()[u"bad"].toInteger(), 1);
    m_cli.setLanguage("fr");
    const auto table = test();
    m_cli.setLanguage("en");
    QVERIFY2(table.exit == 1 && table.out.contains("casserait") && table.out.contains("2 constats"), table.words());
    // What somebody accepts is counted no more, as in the window; the database would break all the same.
    for (const QJsonValue& finding : one[u"findings"].toArray())
        QCOMPARE(m_cli
                     .run({"finding", "accept", m_project, QByteArray::number(finding[u"id"].toInteger()), "--by",
                           "Ada", "--why", "Not used"})
                     .exit,
                 0);
    const auto again = test({"--json"});
    QVERIFY2(again.exit == 1, again.words());
    QCOMPARE(of(again, u"broken.db"_s)[u"open"].toInteger(), 0);
    QCOMPARE(of(again, u"broken.db"_s)[u"findings"].toArray().size(), 2);
}

void TestCliDatabase::damaged()
{
    QVERIFY(
        makeDatabase("damaged.db", {u"CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT)"_s,
                                    u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) "
                                    "INSERT INTO t SELECT i, hex(zeroblob(200)) FROM n"_s}));
    QFile file(QFile::decodeName(m_old + "/srv/damaged.db"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.size() > 40'960);
    QVERIFY(file.seek(20'480) && file.write(QByteArray(8'192, '\xa5')) == 8'192);
    file.close();
    QCOMPARE(m_cli.run({"inventory", m_project}).exit, 0);
    const auto result = test({"--json"});
    QVERIFY2(result.exit == 1, result.words());
    const QJsonObject one = of(result, u"damaged.db"_s);
    QVERIFY2(!one[u"ok"].toBool(true) && one[u"open"].toInteger() >= 1, result.out);
    const QJsonObject finding = one[u"findings"][0].toObject();
    QCOMPARE(finding[u"severity"].toString(), u"blocking"_s);
    QVERIFY2(finding[u"message"].toString().contains(u"damaged"_s), result.out);
    QVERIFY2(of(result, u"good.db"_s)[u"ok"].toBool(), result.out);
}

void TestCliDatabase::chosen()
{
    const QJsonObject one = of(test({"--json"}), u"good.db"_s);
    for (const QByteArray& given : {one[u"name"].toString().toUtf8(), QByteArray::number(one[u"id"].toInteger()),
                                    one[u"path"].toString().toUtf8()}) {
        const auto result = test({"--database", given, "--json"});
        QVERIFY2(result.exit == 0, result.words());
        QCOMPARE(result.json()[u"databases"].toArray().size(), 1);
    }
    QCOMPARE(test({QByteArray::number(one[u"id"].toInteger())}).exit, 0);
    for (const QByteArray& given : {QByteArray("nowhere"), QByteArray("99999")}) {
        const auto result = test({"--database", given, "--json"});
        QVERIFY2(result.exit == 2, result.words());
        QCOMPARE(result.errorCode(), u"database.unknown"_s);
        QVERIFY2(result.err.contains(given) && result.err.contains("inventory"), result.words());
    }
    // Gone since the inventory: nothing can be said about it.
    QVERIFY(QFile::rename(QFile::decodeName(m_old + "/srv/good.db"), m_cli.path("away.db")));
    const auto gone = test({QByteArray::number(one[u"id"].toInteger()), "--json"});
    QVERIFY(QFile::rename(m_cli.path("away.db"), QFile::decodeName(m_old + "/srv/good.db")));
    QVERIFY2(gone.exit == 3, gone.words());
    QCOMPARE(gone.errorCode(), u"path.missing"_s);
}

void TestCliDatabase::otherVersion()
{
    const QByteArray good = of(test({"--json"}), u"good.db"_s)[u"name"].toString().toUtf8();
    QCOMPARE(test({"--database", good, "--version", "3"}).exit, 0);
    const auto result = test({"--database", good, "--version", "4.1", "--json"});
    QVERIFY2(result.exit == 2, result.words());
    QCOMPARE(result.errorCode(), u"later"_s);
    QVERIFY2(result.err.contains("4.1"), result.words());
}

/// A later version's inventory knows other engines; this one does not pretend to test them.
void TestCliDatabase::otherKind()
{
    {
        auto store = bascule::ProjectStore::open(QFile::decodeName(m_project), bascule::OpenMode::ReadWrite, m_clock);
        QVERIFY(store.ok());
        const auto written = (*store)->write([&](bascule::StoreTx& tx) -> bascule::Result<void> {
            bascule::Asset asset;
            asset.server = (*store)->snapshot()->servers.front().id;
            asset.kind = bascule::AssetKind::Database;
            asset.name = u"accounts"_s;
            asset.path = "var/lib/postgresql/15/main";
            asset.key = u"database:accounts"_s;
            asset.version = u"PostgreSQL 15"_s;
            const auto id = tx.insert(asset);
            return id ? bascule::Result<void>() : bascule::Result<void>(id.error());
        });
        QVERIFY(written.ok());
    }
    for (const std::vector<QByteArray>& more :
         {std::vector<QByteArray>{"--database", "accounts", "--json"}, {"--json"}}) {
        const auto result = test(more);
        QVERIFY2(result.exit == 2, result.words());
        QCOMPARE(result.errorCode(), u"later"_s);
        QVERIFY2(result.err.contains("“accounts”") && result.err.contains("PostgreSQL 15"), result.words());
    }
}

QTEST_GUILESS_MAIN(TestCliDatabase)
#include "tst_cli_database.moc"
