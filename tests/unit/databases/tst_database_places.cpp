// SPDX-License-Identifier: GPL-3.0-or-later
// Databases of a server, through a real helper in a process of its own.
#include "core/databases/DatabasePlaces.h"
#include "tests/support/FarHost.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <thread>
#include <unistd.h>

using namespace bascule;
using namespace Qt::StringLiterals;

namespace {

bool run(const std::string& path, const char* sql, bool leaveLog = false)
{
    sqlite3* db = nullptr;
    if (sqlite3_open(path.c_str(), &db) != SQLITE_OK)
        return false;
    sqlite3_busy_timeout(db, 10'000);
    if (leaveLog)
        sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    const int rc = sqlite3_exec(db, sql, nullptr, nullptr, nullptr);
    sqlite3_close_v2(db);
    return rc == SQLITE_OK;
}

constexpr auto shop = "PRAGMA journal_mode=WAL;"
                      "CREATE TABLE orders(id INTEGER PRIMARY KEY, total INT NOT NULL);"
                      "CREATE TABLE sum(total INT NOT NULL);"
                      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<20000) "
                      "INSERT INTO orders SELECT i, i FROM n;"
                      "INSERT INTO sum SELECT sum(total) FROM orders;";

/// An application that keeps both tables in step, a transaction at a time.
class Writer
{
public:
    explicit Writer(const std::string& path)
        : m_thread([this, path](const std::stop_token& stop) {
            sqlite3* db = nullptr;
            sqlite3_open(path.c_str(), &db);
            sqlite3_busy_timeout(db, 10'000);
            while (!stop.stop_requested()) {
                sqlite3_exec(db,
                             "BEGIN IMMEDIATE; INSERT INTO orders(total) VALUES(7); UPDATE sum SET total=total+7; "
                             "COMMIT",
                             nullptr, nullptr, nullptr);
                ++m_commits;
            }
            sqlite3_close_v2(db);
        })
    {
        while (m_commits < 5)
            std::this_thread::yield();
    }
    int commits() const { return m_commits; }

private:
    std::atomic<int> m_commits{0};
    std::jthread m_thread;
};

template <class T>
QByteArray words(const Result<T>& result)
{
    return result ? QByteArray() : QByteArray::fromStdString(result.error().code + ' ' + result.error().detail);
}

} // namespace

class TestDatabasePlaces : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FarServer> m_server;
    HostPtr m_host;

    std::string at(const char* name) const { return m_dir->path().toStdString() + "/old/" + name; }
    std::string to(const char* name) const { return m_dir->path().toStdString() + "/new/" + name; }
    HostPath far(const std::string& path) const { return {m_host, path}; }
    QStringList names(const char* folder) const
    {
        return QDir(m_dir->filePath(QString::fromLatin1(folder)))
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        for (const char* folder : {"old", "new", "scratch"})
            QVERIFY(QDir(m_dir->path()).mkdir(QString::fromLatin1(folder)));
        qputenv("BASCULE_SCRATCH_DIR", QFile::encodeName(m_dir->filePath(u"scratch"_s)));
        m_server = std::make_unique<FarServer>(u"old"_s);
        m_host = m_server->host();
    }

    void cleanup()
    {
        m_host.reset();
        QCOMPARE(names("scratch"), QStringList()); // neither here nor where the helper works
    }

    void snapshotsAreWholeWhileTheApplicationWrites()
    {
        QVERIFY(run(at("shop.db"), shop));
        const Writer writer(at("shop.db"));
        for (int round = 0; round < 3; ++round) {
            const int before = writer.commits();
            const auto answer =
                sqliteQuery(far(at("shop.db")), u"SELECT (SELECT total FROM sum) - (SELECT sum(total) FROM orders), "
                                                "(SELECT count(*) FROM orders)"_s);
            QVERIFY2(answer.ok(), words(answer).constData());
            QCOMPARE(answer->row.value(0), u"0"_s);
            QVERIFY(answer->row.value(1).toInt() >= 20000 + before);
        }
        const auto info = sqliteInfo(far(at("shop.db")));
        QVERIFY2(info.ok(), words(info).constData());
        QVERIFY(info->integrityOk);
        QVERIFY(info->walMode);
        QCOMPARE(names("old"), (QStringList{u"shop.db"_s, u"shop.db-shm"_s, u"shop.db-wal"_s}));
    }

    void aLogThatNobodyHasOpenIsReadToo()
    {
        QVERIFY(run(at("shop.db"), shop));
        QVERIFY(run(at("shop.db"), "UPDATE sum SET total=5", true));
        QVERIFY(::unlink(at("shop.db-shm").c_str()) == 0);
        const auto names0 = names("old");
        const auto answer = sqliteQuery(far(at("shop.db")), u"SELECT total FROM sum"_s);
        QVERIFY2(answer.ok(), words(answer).constData());
        QCOMPARE(answer->row, QStringList{u"5"_s});
        QCOMPARE(names("old"), names0);
    }

    void equalsTheOriginalAndIsFetchedOnce()
    {
        QVERIFY(run(at("shop.db"), shop));
        const auto here = sqliteDigest(at("shop.db"));
        QVERIFY2(here.ok(), words(here).constData());
        QTest::qWait(2'100); // what was written just now may be written to again without a newer time
        const auto one = databaseHere(far(at("shop.db")));
        QVERIFY2(one.ok(), words(one).constData());
        const auto again = databaseHere(far(at("shop.db")));
        QVERIFY(again.ok());
        QCOMPARE(again->get(), one->get());
        QCOMPARE(sqliteDigest(far(at("shop.db")))->hash, here->hash);
        QVERIFY(run(at("shop.db"), "UPDATE sum SET total=1"));
        QVERIFY(databaseHere(far(at("shop.db")))->get() != one->get());
        QVERIFY(sqliteDigest(far(at("shop.db")))->hash != here->hash);
    }

    void namesWhatIsWrong()
    {
        const auto code = [&](const char* name) {
            const auto answer = sqliteDigest(far(at(name)));
            return answer ? std::string("none") : answer.error().code + ' ' + answer.error().subject;
        };
        QCOMPARE(code("none.db"), "path.missing old:" + at("none.db"));
        QFile text(QString::fromStdString(at("text.db")));
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write(QByteArray(8192, 'x'));
        text.close();
        QCOMPARE(code("text.db"), "sqlite.not-a-database old:" + at("text.db"));
        QVERIFY(!isSqlite(far(at("text.db"))).value());
        QCOMPARE(isSqlite(far(at("none.db"))).error().code, std::string("path.missing"));
        QVERIFY(run(at("shop.db"), shop));
        QVERIFY(isSqlite(far(at("shop.db"))).value());
        QVERIFY(::truncate(at("shop.db").c_str(), 3 * 4096) == 0);
        QVERIFY(code("shop.db").starts_with("sqlite.damaged old:") || code("shop.db") == "none");
        // Pages that hold rubbish are fetched as they are, and told as here.
        QVERIFY(run(at("torn.db"), shop));
        QFile torn(QString::fromStdString(at("torn.db")));
        QVERIFY(torn.open(QIODevice::ReadWrite));
        QVERIFY(torn.seek(5 * 4096));
        torn.write(QByteArray(3 * 4096, '\x7f'));
        torn.close();
        const auto there = sqliteInfo(far(at("torn.db")));
        const auto here = sqliteInfo(at("torn.db"));
        QCOMPARE(there.ok(), here.ok());
        QCOMPARE(there ? there->integrityDetail : QString::fromStdString(there.error().code),
                 here ? here->integrityDetail : QString::fromStdString(here.error().code));
        engine::Counters counters;
        const auto copied = sqliteCopy(far(at("torn.db")), far(to("torn.db")), counters);
        QVERIFY(!copied);
        QCOMPARE(names("new"), QStringList());
    }

    void copiesBetweenServersLikeOnThisMachine()
    {
        QVERIFY(run(at("shop.db"), shop));
        QVERIFY(::chmod(at("shop.db").c_str(), 0640) == 0);
        QVERIFY(::setxattr(at("shop.db").c_str(), "user.note", "hi", 2, 0) == 0);
        const timespec times[2] = {{1'000, 5}, {1'234'567'890, 123'456'789}};
        QVERIFY(::utimensat(AT_FDCWD, at("shop.db").c_str(), times, 0) == 0);
        const auto before = sqliteDigest(at("shop.db"));
        QVERIFY(before.ok());
        QVERIFY(::utimensat(AT_FDCWD, at("shop.db").c_str(), times, 0) == 0);
        FarServer other(u"new"_s);
        const HostPtr newHost = other.host();
        const auto check = [&](const std::string& path) {
            struct stat info;
            char note[8] = {};
            QCOMPARE(::stat(path.c_str(), &info), 0);
            QCOMPARE(info.st_mode & 07777U, 0640U);
            QCOMPARE(info.st_mtim.tv_sec, 1'234'567'890);
            QCOMPARE(info.st_mtim.tv_nsec, 123'456'789);
            QCOMPARE(::getxattr(path.c_str(), "user.note", note, sizeof note), ssize_t(2));
            QCOMPARE(sqliteDigest(path)->hash, before->hash);
        };
        engine::Counters counters;
        // An old target with a log that was never settled: it must not meet the new file.
        QVERIFY(run(to("between.db"), "PRAGMA journal_mode=WAL; CREATE TABLE old(a)"));
        QVERIFY(run(to("between.db"), "INSERT INTO old VALUES(1)", true));
        for (const auto& [source, target] :
             {std::pair<HostPath, HostPath>{far(at("shop.db")), {newHost, to("between.db")}},
              {far(at("shop.db")), to("fetched.db")},
              {at("shop.db"), {newHost, to("sent.db")}}}) {
            const auto copied = sqliteCopy(source, target, counters);
            QVERIFY2(copied.ok(), words(copied).constData());
            check(target.path);
        }
        QCOMPARE(names("new"), (QStringList{u"between.db"_s, u"fetched.db"_s, u"sent.db"_s}));
        QCOMPARE(sqliteCopy(far(at("shop.db")), far(at("shop.db")), counters).error().code,
                 std::string("sqlite.same-file"));
        QVERIFY(QDir(m_dir->path()).mkdir(u"new/folder"_s));
        const auto onFolder = sqliteCopy(far(at("shop.db")), {newHost, to("folder")}, counters);
        QCOMPARE(onFolder.error().code, std::string("path.not-a-file"));
        QCOMPARE(onFolder.error().subject, "new:" + to("folder"));
    }

    void aTargetInUseIsLeftAlone()
    {
        QVERIFY(run(at("shop.db"), shop));
        QVERIFY(run(to("shop.db"), shop));
        QVERIFY(run(to("shop.db"), "UPDATE sum SET total=3"));
        sqlite3* db = nullptr;
        QVERIFY(sqlite3_open(to("shop.db").c_str(), &db) == SQLITE_OK);
        QVERIFY(sqlite3_exec(db, "BEGIN IMMEDIATE; INSERT INTO sum VALUES(1)", nullptr, nullptr, nullptr) == SQLITE_OK);
        engine::Counters counters;
        const auto copied = sqliteCopy(far(at("shop.db")), far(to("shop.db")), counters);
        QVERIFY(!copied);
        QCOMPARE(copied.error().code, std::string("sqlite.target-in-use"));
        sqlite3_close_v2(db);
        QCOMPARE(sqliteQuery(to("shop.db"), u"SELECT total FROM sum"_s)->row, QStringList{u"3"_s});
        for (const QString& name : names("new"))
            QVERIFY(!name.startsWith(u".bascule"_s));
    }

    void aStopOrAHelperThatDiesLeavesNothing()
    {
        QVERIFY(run(at("shop.db"), shop));
        std::stop_source stopped;
        stopped.request_stop();
        QCOMPARE(databaseHere(far(at("shop.db")), stopped.get_token()).error().code, std::string("cancelled"));
        // Killed while the parts of a database arrive.
        auto helper = m_host->helper({});
        QVERIFY(helper.ok());
        const auto look = engine::sqlite::lookOf(at("shop.db"));
        QVERIFY(look.ok());
        engine::wire::Message call("place-database");
        call.set("path", to("shop.db")).set("size", std::int64_t{1'000'000}).set("hash", std::string("x"));
        const pid_t pid = pid_t((*helper)->pid());
        const auto answer = (*helper)->call(call, {}, {}, [&] {
            while (names("new").isEmpty())
                std::this_thread::yield();
            ::kill(pid, SIGKILL);
        });
        QVERIFY(!answer);
        QVERIFY(QString::fromStdString(answer.error().code).startsWith(u"link."_s));
        QCOMPARE(names("new").size(), 1);
        // The next one takes the killed one's temporary away.
        engine::Counters counters;
        QVERIFY(sqliteCopy(far(at("shop.db")), far(to("shop.db")), counters).ok());
        QCOMPARE(names("new"), QStringList{u"shop.db"_s});
    }

    void whatIsAlteredOnTheWayIsNotKept()
    {
        QVERIFY(run(at("shop.db"), shop));
        auto arrival = engine::sqlite::Arrival::begin(to("shop.db"));
        QVERIFY(arrival.ok());
        QVERIFY((*arrival)->add("SQLite format 3").ok());
        const auto look = engine::sqlite::lookOf(at("shop.db"));
        QCOMPARE((*arrival)->finish(*look, std::string(32, '0'), {}).error().code, std::string("sqlite.copy-damaged"));
        arrival->reset();
        QCOMPARE(names("new"), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestDatabasePlaces)
#include "tst_database_places.moc"
