// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/databases/DatabaseTest.h"

#include "core/databases/Scratch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace bascule;
using namespace Qt::StringLiterals;

class TestDatabaseTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    FixedClock m_clock{QDateTime(QDate(2026, 11, 24), QTime(10, 0), Qt::UTC)};
    std::shared_ptr<ProjectStore> m_store;
    Id m_server = 0;

    std::string at(const char* name) const { return m_dir->filePath(u"server/"_s).toStdString() + name; }

    static void make(const std::string& path, const char* sql)
    {
        sqlite3* db = nullptr;
        QCOMPARE(sqlite3_open(path.c_str(), &db), SQLITE_OK);
        QCOMPARE(sqlite3_exec(db, sql, nullptr, nullptr, nullptr), SQLITE_OK);
        QCOMPARE(sqlite3_close(db), SQLITE_OK);
    }

    Id addDatabase(const char* name)
    {
        Id id = 0;
        const auto written = m_store->write([&](StoreTx& tx) -> Result<void> {
            Asset asset;
            asset.server = m_server;
            asset.kind = AssetKind::Database;
            asset.name = QString::fromUtf8(name);
            asset.path = name;
            asset.key = QString::fromUtf8(name);
            auto inserted = tx.insert(asset);
            if (!inserted)
                return inserted.error();
            id = *inserted;
            return {};
        });
        return written ? id : 0;
    }

    Outcome test(std::vector<Id> ids = {})
    {
        Progress progress;
        std::stop_source stop;
        JobContext context{m_store.get(), m_clock, stop.get_token(), progress};
        return DatabaseTestJob(std::move(ids)).run(context);
    }

    QStringList codes() const
    {
        QStringList found;
        for (const Finding& finding : m_store->snapshot()->findings)
            found << finding.code;
        found.sort();
        return found;
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        qputenv("BASCULE_SCRATCH_DIR", m_dir->filePath(u"scratch"_s).toUtf8());
        QVERIFY(QDir(m_dir->path()).mkdir(u"server"_s));
        auto store = ProjectStore::create(m_dir->filePath(u"p.bascule"_s), {}, m_clock);
        QVERIFY(store.ok());
        m_store = *store;
        QVERIFY(m_store
                    ->write([&](StoreTx& tx) -> Result<void> {
                        Server server;
                        server.name = u"vega"_s;
                        server.root = m_dir->filePath(u"server"_s).toUtf8();
                        auto id = tx.insert(server);
                        if (!id)
                            return id.error();
                        m_server = *id;
                        return {};
                    })
                    .ok());
    }
    void cleanup() { m_store.reset(); }

    void passesAGoodDatabase()
    {
        make(at("good.db"), "PRAGMA journal_mode=WAL; CREATE TABLE t(a INTEGER PRIMARY KEY, b);"
                            "CREATE TABLE log(x); CREATE VIEW v AS SELECT b FROM t;"
                            "CREATE TRIGGER i AFTER INSERT ON t BEGIN INSERT INTO log VALUES(new.a); END;"
                            "CREATE TRIGGER u BEFORE UPDATE OF b ON t BEGIN INSERT INTO log VALUES(old.b); END;"
                            "CREATE TRIGGER d AFTER DELETE ON t BEGIN DELETE FROM log; END;"
                            "CREATE VIRTUAL TABLE words USING fts5(w); INSERT INTO words VALUES('bonjour');"
                            "INSERT INTO t VALUES(1,'x'),(2,x'00');");
        const Id id = addDatabase("good.db");
        const Outcome outcome = test();
        QVERIFY2(outcome.kind == Outcome::Kind::Succeeded, outcome.error ? outcome.error->detail.c_str() : "");
        QCOMPARE(codes(), QStringList{});
        QVERIFY(outcome.good);
        const SnapshotPtr snapshot = m_store->snapshot();
        const Evidence* line = snapshot->lastEvidence(evidence::DatabaseTested);
        QVERIFY(line);
        QCOMPARE(line->data[u"asset"].toInteger(), id);
        QVERIFY(line->data[u"ok"].toBool());
        QVERIFY(line->data[u"rows"].toInteger() > 4);
        QVERIFY(QDir(QString::fromStdString(ScratchFolder::home())).isEmpty());
        QCOMPARE(QDir(m_dir->filePath(u"server"_s)).entryList(QDir::Files), QStringList{u"good.db"_s});
    }

    void saysWhatWouldBreak()
    {
        make(at("bad.db"),
             "CREATE TABLE parent(id INTEGER PRIMARY KEY); CREATE TABLE child(p REFERENCES parent(id));"
             "INSERT INTO child VALUES(7); CREATE TABLE gone(x); CREATE VIEW orphan AS SELECT x FROM gone;"
             "CREATE TRIGGER bad AFTER INSERT ON child BEGIN INSERT INTO gone VALUES(1); END;"
             "PRAGMA legacy_alter_table=ON; DROP TABLE gone;");
        const Id id = addDatabase("bad.db");
        Outcome outcome = test({id});
        QVERIFY(outcome.kind == Outcome::Kind::Succeeded);
        QVERIFY(!outcome.good);
        QCOMPARE(codes(),
                 (QStringList{u"database.orphans"_s, u"database.trigger-broken"_s, u"database.view-broken"_s}));
        // A second run replaces its own findings; what was accepted stays accepted.
        QVERIFY(m_store
                    ->write([&](StoreTx& tx) -> Result<void> {
                        auto all = tx.all<Finding>();
                        for (Finding finding : *all) {
                            if (finding.code != u"database.orphans"_s)
                                continue;
                            finding.state = FindingState::Accepted;
                            finding.by = u"Ada"_s;
                            if (auto updated = tx.update(finding); !updated)
                                return updated;
                        }
                        return {};
                    })
                    .ok());
        QVERIFY(::unlink(at("bad.db").c_str()) == 0);
        make(at("bad.db"), "CREATE TABLE parent(id INTEGER PRIMARY KEY); CREATE TABLE child(p REFERENCES parent(id));"
                           "INSERT INTO child VALUES(7);");
        outcome = test({id});
        QCOMPARE(codes(), QStringList{u"database.orphans"_s});
        QCOMPARE(m_store->snapshot()->findings.front().by, u"Ada"_s);
    }

    void saysWhatCannotBeTaken()
    {
        QFile file(QString::fromStdString(at("not.db")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        const Id id = addDatabase("not.db");
        const Outcome outcome = test({id});
        QVERIFY(outcome.kind == Outcome::Kind::Succeeded);
        QVERIFY(!outcome.good);
        QCOMPARE(codes(), QStringList{u"database.cannot-be-taken"_s});
        QCOMPARE(test({99}).error->code, std::string("database.unknown"));
        QVERIFY(::unlink(at("not.db").c_str()) == 0);
        QCOMPARE(test({id}).error->code, std::string("path.missing"));
    }

    void removesLeftoversOfKilledRuns()
    {
        const QString home = QString::fromStdString(ScratchFolder::home());
        const QString dead = home + u"/bascule-restore-0123456789abcdef0123456789abcdef"_s;
        QVERIFY(QDir().mkpath(dead + u"/locked/inner"_s));
        QVERIFY(QDir().mkpath(home + u"/bascule-not-ours"_s));
        QVERIFY(::chmod((dead + u"/locked"_s).toUtf8().constData(), 0000) == 0);
        auto held = ScratchFolder::make("a");
        QVERIFY(held.ok());
        auto other = ScratchFolder::make("b");
        QVERIFY(other.ok());
        QVERIFY(!QFile::exists(dead));
        QVERIFY(QFile::exists(home + u"/bascule-not-ours"_s));
        QVERIFY(QFile::exists(QString::fromStdString((*held)->path())));
        struct stat info
        {
        };
        QVERIFY(::stat((*held)->path().c_str(), &info) == 0);
        QCOMPARE(int(info.st_mode & 07777), 0700);
    }
};

QTEST_GUILESS_MAIN(TestDatabaseTest)
#include "tst_database_test.moc"
