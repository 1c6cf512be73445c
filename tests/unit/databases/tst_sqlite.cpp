// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/databases/Sqlite.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <thread>
#include <unistd.h>

using namespace bascule;
using namespace Qt::StringLiterals;

namespace {

/// A connection that a test's application holds.
struct Connection
{
    sqlite3* db = nullptr;
    explicit Connection(const std::string& path)
    {
        if (sqlite3_open(path.c_str(), &db) != SQLITE_OK)
            qFatal("cannot open %s", path.c_str());
        sqlite3_busy_timeout(db, 10'000);
    }
    ~Connection() { sqlite3_close_v2(db); }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    bool run(const char* sql) const
    {
        char* words = nullptr;
        const int rc = sqlite3_exec(db, sql, nullptr, nullptr, &words);
        if (rc != SQLITE_OK)
            qWarning("%s: %s", sql, words);
        sqlite3_free(words);
        return rc == SQLITE_OK;
    }
    qint64 number(const char* sql) const
    {
        sqlite3_stmt* statement = nullptr;
        qint64 value = -1;
        if (sqlite3_prepare_v2(db, sql, -1, &statement, nullptr) == SQLITE_OK && sqlite3_step(statement) == SQLITE_ROW)
            value = sqlite3_column_int64(statement, 0);
        sqlite3_finalize(statement);
        return value;
    }
};

constexpr auto shopSchema =
    "CREATE TABLE customers(id INTEGER PRIMARY KEY, name TEXT NOT NULL);"
    "CREATE TABLE orders(id INTEGER PRIMARY KEY AUTOINCREMENT, customer INTEGER REFERENCES customers(id), total REAL, "
    "scan BLOB);"
    "CREATE TABLE \"we\"\"ird [t]\n.x`\"(\"rowid\" TEXT, \"%1\" INT);"
    "CREATE TABLE keyed(a TEXT, b INT, v, PRIMARY KEY(b, a)) WITHOUT ROWID;"
    "CREATE INDEX by_customer ON orders(customer);"
    "CREATE VIEW totals AS SELECT customer, sum(total) AS t FROM orders GROUP BY customer;"
    "CREATE TABLE log(what TEXT);"
    "CREATE TRIGGER noted AFTER INSERT ON orders BEGIN INSERT INTO log VALUES('order ' || new.id); END;"
    "INSERT INTO customers VALUES(1,'Ada'),(2,'Zoé');"
    "INSERT INTO orders(customer,total,scan) VALUES(1,9.5,x'00ff'),(2,NULL,NULL);"
    "INSERT INTO \"we\"\"ird [t]\n.x`\" VALUES('r', 1);"
    "INSERT INTO keyed VALUES('x',2,'1'),('y',1,1);"
    "PRAGMA user_version=7; PRAGMA application_id=4242;";

QByteArray contents(const std::string& path)
{
    QFile file(QFile::decodeName(path.c_str()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

QStringList codesOf(const std::vector<Item>& items)
{
    QStringList codes;
    for (const Item& item : items)
        codes << item.code;
    return codes;
}

} // namespace

class TestSqlite : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::string at(const char* name) const { return m_dir->path().toStdString() + '/' + name; }
    QStringList names() const
    {
        return QDir(m_dir->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void recognisesDatabases()
    {
        {
            QVERIFY(Connection(at("a.db")).run(shopSchema));
        }
        QFile text(QString::fromStdString(at("b.db")));
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write(QByteArray(4096, 'x'));
        text.close();
        QVERIFY(::mkfifo(at("fifo").c_str(), 0600) == 0);
        QVERIFY(::symlink("a.db", at("link").c_str()) == 0);
        QVERIFY(isSqlite(at("a.db")).value());
        QVERIFY(!isSqlite(at("b.db")).value());
        QVERIFY(!isSqlite(at("fifo")).value());
        QVERIFY(!isSqlite(at("link")).value());
        QVERIFY(!isSqlite(m_dir->path().toStdString()).value());
        QCOMPARE(isSqlite(at("none")).error().code, std::string("path.missing"));
    }

    void readsOddNames()
    {
        const std::string odd = at("a?b#c%41 \xff\n.db");
        {
            QVERIFY(Connection(odd).run(shopSchema));
        }
        auto info = sqliteInfo(odd);
        QVERIFY2(info.ok(), info.ok() ? "" : info.error().detail.c_str());
        QCOMPARE(info->tables, 5);
        QCOMPARE(info->userVersion, 7);
        QCOMPARE(info->applicationId, 4242);
        QCOMPARE(info->views, 1);
        QCOMPARE(info->triggers, 1);
        QCOMPARE(info->rows, 2 + 2 + 1 + 2 + 2);
        QVERIFY(info->integrityOk);
        QCOMPARE(info->version, QString::fromLatin1(sqlite3_libversion()));
        QVERIFY(::unlink(odd.c_str()) == 0); // QTemporaryDir cannot
    }

    void leavesASourceAtRestAlone()
    {
        {
            Connection made(at("w.db"));
            QVERIFY(made.run("PRAGMA journal_mode=WAL"));
            QVERIFY(made.run(shopSchema));
        }
        QCOMPARE(names(), QStringList{u"w.db"_s});
        const QByteArray before = contents(at("w.db"));
        QVERIFY(sqliteInfo(at("w.db")).ok());
        QVERIFY(sqliteDigest(at("w.db")).ok());
        QVERIFY(sqliteIntegrity(at("w.db")).ok());
        QCOMPARE(names(), QStringList{u"w.db"_s});
        QCOMPARE(contents(at("w.db")), before);
        QVERIFY(sqliteInfo(at("w.db"))->walMode);
    }

    void readsALogWithoutTouchingIt_data()
    {
        QTest::addColumn<bool>("withIndex");
        QTest::newRow("wal and shm of a killed application") << true;
        QTest::newRow("wal alone") << false;
    }
    void readsALogWithoutTouchingIt()
    {
        QFETCH(bool, withIndex);
        const pid_t child = ::fork();
        if (child == 0) { // dies with its log uncheckpointed
            sqlite3* db = nullptr;
            sqlite3_open(at("w.db").c_str(), &db);
            sqlite3_exec(db, "PRAGMA journal_mode=WAL; CREATE TABLE t(x); PRAGMA wal_checkpoint(TRUNCATE);", nullptr,
                         nullptr, nullptr);
            sqlite3_exec(db, "INSERT INTO t VALUES(1),(2),(3)", nullptr, nullptr, nullptr);
            ::kill(::getpid(), SIGKILL);
        }
        ::waitpid(child, nullptr, 0);
        if (!withIndex)
            QVERIFY(::unlink(at("w.db-shm").c_str()) == 0);
        const QStringList before = names();
        const QByteArray main = contents(at("w.db")), log = contents(at("w.db-wal"));
        const QByteArray index = withIndex ? contents(at("w.db-shm")) : QByteArray();
        auto info = sqliteInfo(at("w.db"));
        QVERIFY2(info.ok(), info.ok() ? "" : info.error().detail.c_str());
        QCOMPARE(info->rows, 3);
        engine::Counters counters;
        auto copied = sqliteCopy(at("w.db"), at("copy.db"), counters);
        QVERIFY2(copied.ok(), copied.ok() ? "" : copied.error().detail.c_str());
        QCOMPARE(Connection(at("copy.db")).number("SELECT count(*) FROM t"), 3);
        QVERIFY(::unlink(at("copy.db").c_str()) == 0);
        QCOMPARE(names(), before);
        QCOMPARE(contents(at("w.db")), main);
        QCOMPARE(contents(at("w.db-wal")), log);
        if (withIndex)
            QCOMPARE(contents(at("w.db-shm")), index);
    }

    void copiesUnderAWriter_data()
    {
        QTest::addColumn<QByteArray>("mode");
        QTest::newRow("wal") << QByteArray("WAL");
        QTest::newRow("rollback journal") << QByteArray("DELETE");
    }
    void copiesUnderAWriter()
    {
        QFETCH(QByteArray, mode);
        Connection app(at("live.db"));
        QVERIFY(app.run("PRAGMA journal_mode=" + mode));
        QVERIFY(app.run("PRAGMA synchronous=OFF; CREATE TABLE n(i INTEGER PRIMARY KEY, half INT, pad BLOB);"
                        "CREATE TABLE twin(i INTEGER PRIMARY KEY);"));
        QVERIFY(app.run("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c WHERE x<20000) INSERT INTO n "
                        "SELECT x, x/2, randomblob(300) FROM c; INSERT INTO twin SELECT i FROM n;"));
        std::atomic<bool> stop{false};
        std::atomic<int> committed{20000}, failed{0};
        std::thread writer([&] {
            Connection mine(at("live.db"));
            mine.run("PRAGMA synchronous=OFF");
            while (!stop) {
                const int i = committed + 1;
                const QByteArray sql = "BEGIN IMMEDIATE; INSERT INTO n VALUES(" + QByteArray::number(i) + "," +
                                       QByteArray::number(i / 2) + ",randomblob(300)); INSERT INTO twin VALUES(" +
                                       QByteArray::number(i) + "); COMMIT;";
                if (mine.run(sql))
                    committed = i;
                else
                    ++failed;
                std::this_thread::sleep_for(std::chrono::milliseconds(2));
            }
        });
        for (int round = 0; round < 5; ++round) {
            const int before = committed;
            engine::Counters counters;
            auto copied = sqliteCopy(at("live.db"), at("copy.db"), counters);
            const int after = committed;
            if (!copied)
                qWarning("%s %s", copied.error().code.c_str(), copied.error().detail.c_str());
            if (!copied || !QFile::exists(QString::fromStdString(at("copy.db")))) {
                stop = true;
                writer.join();
                QFAIL("not copied");
            }
            Connection copy(at("copy.db"));
            const qint64 rows = copy.number("SELECT count(*) FROM n");
            const bool whole =
                rows >= before && rows <= after + 1 && copy.number("SELECT max(i) FROM n") == rows &&
                copy.number("SELECT count(*) FROM twin") == rows &&
                copy.number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check='ok'") == 1;
            if (!whole)
                qWarning("rows %lld, committed %d to %d", rows, before, after);
            if (!whole) {
                stop = true;
                writer.join();
                QFAIL("rows were lost");
            }
            QVERIFY(counters.bytesDone.load() > 5'000'000);
            QVERIFY(counters.bytesDone.load() <= counters.bytesTotal.load());
        }
        stop = true;
        writer.join();
        QCOMPARE(failed.load(), 0);
        QCOMPARE(app.number("SELECT count(*) FROM n"), qint64(committed.load()));
    }

    void copyKeepsMetadataAndMode()
    {
        {
            Connection made(at("w.db"));
            QVERIFY(made.run("PRAGMA journal_mode=WAL"));
            QVERIFY(made.run(shopSchema));
        }
        const std::string source = at("w.db");
        const bool attributes = ::setxattr(source.c_str(), "user.note", "kept", 4, 0) == 0;
        QVERIFY(::chmod(source.c_str(), 0640) == 0);
        const struct timespec times[2] = {{1'000'000'000, 123'456'789}, {1'200'000'000, 987'654'321}};
        QVERIFY(::utimensat(AT_FDCWD, source.c_str(), times, 0) == 0);
        engine::Counters counters;
        QVERIFY(sqliteCopy(source, at("copy.db"), counters).ok());
        struct stat info
        {
        };
        QVERIFY(::stat(at("copy.db").c_str(), &info) == 0);
        QCOMPARE(int(info.st_mode & 07777), 0640);
        QCOMPARE(qint64(info.st_mtim.tv_sec), 1'200'000'000);
        QCOMPARE(qint64(info.st_mtim.tv_nsec), 987'654'321);
        if (attributes) {
            char value[8] = {};
            QCOMPARE(int(::getxattr(at("copy.db").c_str(), "user.note", value, sizeof value)), 4);
            QCOMPARE(QByteArray(value), QByteArray("kept"));
        }
        QCOMPARE(names(), (QStringList{u"copy.db"_s, u"w.db"_s}));
        auto left = sqliteDigest(source), right = sqliteDigest(at("copy.db"));
        QVERIFY(left.ok() && right.ok());
        QCOMPARE(left->hash, right->hash);
        QVERIFY(sqliteInfo(at("copy.db"))->walMode);
    }

    void oldLogNeverMeetsTheNewFile()
    {
        {
            QVERIFY(Connection(at("new.db")).run("CREATE TABLE t(x); INSERT INTO t VALUES('new');"));
        }
        const pid_t child = ::fork();
        if (child == 0) {
            sqlite3* db = nullptr;
            sqlite3_open(at("target.db").c_str(), &db);
            sqlite3_exec(db, "PRAGMA journal_mode=WAL; CREATE TABLE t(x); INSERT INTO t VALUES('old');", nullptr,
                         nullptr, nullptr);
            ::kill(::getpid(), SIGKILL);
        }
        ::waitpid(child, nullptr, 0);
        QVERIFY(QFile::exists(QString::fromStdString(at("target.db-wal"))));
        engine::Counters counters;
        auto copied = sqliteCopy(at("new.db"), at("target.db"), counters);
        QVERIFY2(copied.ok(), copied.ok() ? "" : copied.error().code.c_str());
        QCOMPARE(names(), (QStringList{u"new.db"_s, u"target.db"_s}));
        QCOMPARE(Connection(at("target.db")).number("SELECT count(*) FROM t WHERE x='new'"), 1);
    }

    void refusesATargetInUse()
    {
        {
            QVERIFY(Connection(at("new.db")).run("CREATE TABLE t(x)"));
        }
        int ready[2];
        QVERIFY(::pipe(ready) == 0);
        const pid_t child = ::fork();
        if (child == 0) { // an application of another process works on the target
            sqlite3* db = nullptr;
            sqlite3_open(at("target.db").c_str(), &db);
            sqlite3_exec(db, "PRAGMA journal_mode=WAL; CREATE TABLE used(x); BEGIN; SELECT * FROM used;", nullptr,
                         nullptr, nullptr);
            (void)!::write(ready[1], "x", 1);
            ::pause();
        }
        char byte = 0;
        QCOMPARE(::read(ready[0], &byte, 1), ssize_t(1));
        std::stop_source stop;
        engine::Counters counters;
        auto copied = sqliteCopy(at("new.db"), at("target.db"), counters);
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        ::close(ready[0]);
        ::close(ready[1]);
        QVERIFY(!copied.ok());
        QCOMPARE(copied.error().code, std::string("sqlite.target-in-use"));
        QCOMPARE(Connection(at("target.db")).number("SELECT count(*) FROM sqlite_schema WHERE name='used'"), 1);
    }

    void removesLeftoversOfKilledCopies()
    {
        {
            QVERIFY(Connection(at("a.db")).run(shopSchema));
        }
        const QByteArray dead = ".bascule-sqlite-0123456789abcdef0123456789abcdef.part";
        const QByteArray theirs = ".bascule-sqlite-mine.part";
        for (const QByteArray& name : {dead, theirs, QByteArray(dead + "-journal")}) {
            QFile file(m_dir->filePath(QString::fromLatin1(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        engine::Counters counters;
        QVERIFY(sqliteCopy(at("a.db"), at("copy.db"), counters).ok());
        QCOMPARE(names(), (QStringList{QString::fromLatin1(theirs), u"a.db"_s, u"copy.db"_s}));
    }

    void refusesDamageAndLeavesNothing()
    {
        {
            Connection made(at("a.db"));
            QVERIFY(made.run(shopSchema));
            QVERIFY(made.run("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c WHERE x<5000) INSERT INTO "
                             "customers(name) SELECT 'name ' || x FROM c"));
        }
        QFile file(QString::fromStdString(at("a.db")));
        QVERIFY(file.open(QIODevice::ReadWrite));
        for (int page = 3; page < 12; ++page) {
            file.seek(page * 4096 + 3);
            file.write(QByteArray(900, char(0x5a)));
        }
        file.close();
        auto integrity = sqliteIntegrity(at("a.db"));
        QVERIFY(!integrity.ok() || !integrity->ok);
        engine::Counters counters;
        auto copied = sqliteCopy(at("a.db"), at("copy.db"), counters);
        QVERIFY(!copied.ok());
        QCOMPARE(names(), QStringList{u"a.db"_s});
        QCOMPARE(sqliteCopy(at("none.db"), at("copy.db"), counters).error().code, std::string("path.missing"));
        QCOMPARE(sqliteCopy(at("a.db"), at("a.db"), counters).error().code, std::string("sqlite.same-file"));
    }

    void cancels()
    {
        {
            QVERIFY(Connection(at("a.db")).run(shopSchema));
        }
        std::stop_source stop;
        stop.request_stop();
        engine::Counters counters;
        QCOMPARE(sqliteCopy(at("a.db"), at("c.db"), counters, stop.get_token()).error().code, std::string("cancelled"));
        QCOMPARE(sqliteDigest(at("a.db"), stop.get_token()).error().code, std::string("cancelled"));
        QCOMPARE(names(), QStringList{u"a.db"_s});
    }

    void digestsTellEveryDifference_data()
    {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<QStringList>("codes");
        QTest::newRow("none") << QByteArray("SELECT 1") << QStringList{};
        QTest::newRow("vacuum") << QByteArray("VACUUM") << QStringList{};
        QTest::newRow("a row more") << QByteArray("INSERT INTO customers VALUES(9,'x')")
                                    << QStringList{u"sqlite.row-count"_s};
        QTest::newRow("a value") << QByteArray("UPDATE orders SET scan=x'00fe' WHERE id=1")
                                 << QStringList{u"sqlite.rows-differ"_s};
        QTest::newRow("only a type") << QByteArray("UPDATE keyed SET v='1' WHERE a='y'")
                                     << QStringList{u"sqlite.rows-differ"_s};
        QTest::newRow("null and empty") << QByteArray("UPDATE orders SET scan=x'' WHERE id=2")
                                        << QStringList{u"sqlite.rows-differ"_s};
        QTest::newRow("odd name") << QByteArray("UPDATE \"we\"\"ird [t]\n.x`\" SET \"%1\"=2")
                                  << QStringList{u"sqlite.rows-differ"_s};
        QTest::newRow("table gone") << QByteArray("DROP TABLE keyed") << QStringList{u"sqlite.table-missing"_s};
        QTest::newRow("table new") << QByteArray("CREATE TABLE extra(x)") << QStringList{u"sqlite.table-extra"_s};
        QTest::newRow("trigger gone") << QByteArray("DROP TRIGGER noted") << QStringList{u"sqlite.object-missing"_s};
        QTest::newRow("view other") << QByteArray("DROP VIEW totals; CREATE VIEW totals AS SELECT 1")
                                    << QStringList{u"sqlite.object-differs"_s};
        QTest::newRow("versions") << QByteArray("PRAGMA user_version=8; PRAGMA application_id=1")
                                  << QStringList{u"sqlite.user-version"_s, u"sqlite.application-id"_s};
    }
    void digestsTellEveryDifference()
    {
        QFETCH(QByteArray, change);
        QFETCH(QStringList, codes);
        {
            QVERIFY(Connection(at("a.db")).run(shopSchema));
        }
        QVERIFY(QFile::copy(QString::fromStdString(at("a.db")), QString::fromStdString(at("b.db"))));
        {
            QVERIFY(Connection(at("b.db")).run(change.constData()));
        }
        auto left = sqliteDigest(at("a.db")), right = sqliteDigest(at("b.db"));
        QVERIFY(left.ok() && right.ok());
        QCOMPARE(codesOf(compareDigests(*left, *right)), codes);
        QCOMPARE(left->hash == right->hash, codes.isEmpty());
    }

    /// A text is a text whatever the encoding: a sound UTF-16 database is neither damaged nor different from its copy.
    void readsUtf16Databases()
    {
        {
            const Connection made(at("wide.db"));
            QVERIFY(made.run("PRAGMA encoding='UTF-16le'; CREATE TABLE t(a TEXT); INSERT INTO t VALUES('é❤'),(NULL);"));
        }
        auto info = sqliteInfo(at("wide.db"), {});
        QVERIFY(info.ok());
        QVERIFY(info->integrityOk);
        QCOMPARE(sqliteQuery(at("wide.db"), u"SELECT a FROM t"_s)->row, QStringList{u"é❤"_s});
        engine::Counters counters;
        QVERIFY(sqliteCopy(at("wide.db"), at("copy.db"), counters, {}).ok());
        QCOMPARE(sqliteDigest(at("copy.db"), {})->hash, sqliteDigest(at("wide.db"), {})->hash);
    }

    void queriesOnlyRead()
    {
        {
            QVERIFY(Connection(at("a.db")).run(shopSchema));
        }
        auto answer = sqliteQuery(at("a.db"), u"SELECT count(*) AS n FROM orders"_s);
        QVERIFY(answer.ok());
        QCOMPARE(answer->row, QStringList{u"2"_s});
        for (const QString& sql : {u"DELETE FROM orders"_s, u"SELECT 1; SELECT 2"_s, u""_s})
            QCOMPARE(sqliteQuery(at("a.db"), sql).error().code, std::string("sqlite.not-a-query"));
        QCOMPARE(sqliteQuery(at("a.db"), u"SELECT * FROM nowhere"_s).error().code, std::string("sqlite.failed"));
    }
};

QTEST_GUILESS_MAIN(TestSqlite)
#include "tst_sqlite.moc"
