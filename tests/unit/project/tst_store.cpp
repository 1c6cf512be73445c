// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/ProjectStore.h"
#include "core/project/Schema.h"

#include <QFile>
#include <QScopeGuard>
#include <QSqlError>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <sqlite3.h>

using namespace bascule;
using namespace Qt::StringLiterals;

namespace {

/// Runs SQL on a project file behind the store's back, as somebody tampering would. Empty when it worked.
QString tamper(const QString& file, const char* sql)
{
    sqlite3* db = nullptr;
    char* message = nullptr;
    sqlite3_open(file.toUtf8().constData(), &db);
    sqlite3_exec(db, sql, nullptr, nullptr, &message);
    const QString words = message ? QString::fromUtf8(message) : QString();
    sqlite3_free(message);
    sqlite3_close(db);
    return words;
}

QByteArray contents(const QString& file)
{
    QFile f(file);
    return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
}

} // namespace

class StoreTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_file = m_dir->filePath(u"firm.bascule"_s);
        ProjectStore::failStatement(0);
    }

    void keepsWhatWasWritten()
    {
        Server server;
        server.name = u"vega"_s;
        server.root = QByteArrayLiteral("/srv/caf\xe9"); // latin1: no UTF-8
        {
            auto store = make();
            QCOMPARE(store->snapshot()->project.name, u"Maison Delorme"_s);
            QVERIFY(store->write([&](StoreTx& tx) -> Result<void> {
                if (auto row = tx.insert(server); !row)
                    return row.error();
                Asset asset;
                asset.server = server.id;
                asset.kind = AssetKind::Database;
                asset.name = u"commandes ❤"_s;
                asset.critical = true;
                asset.lastWrite = m_clock.now();
                auto row = tx.insert(asset);
                return row ? Result<void>() : Result<void>(row.error());
            }));
        }
        auto store = open();
        auto snapshot = store->snapshot();
        QCOMPARE(snapshot->servers.size(), 1u);
        QCOMPARE(snapshot->servers[0].root, server.root);
        QCOMPARE(snapshot->assets.size(), 1u);
        QCOMPARE(snapshot->assets[0].kind, AssetKind::Database);
        QCOMPARE(snapshot->assets[0].name, u"commandes ❤"_s);
        QVERIFY(snapshot->assets[0].critical);
        QCOMPARE(snapshot->assets[0].lastWrite, m_clock.now());
        QVERIFY(snapshot->ledger.intact);
        QCOMPARE(snapshot->evidence.size(), 1u);
    }

    void writesAllOrNothing()
    {
        auto store = make();
        auto done = store->write([](StoreTx& tx) -> Result<void> {
            Person person;
            person.name = u"Claire"_s;
            (void)tx.insert(person);
            return makeError("test.stop");
        });
        QVERIFY(!done);
        QCOMPARE(done.error().code, std::string("test.stop"));
        QVERIFY(store->snapshot()->persons.empty());
        QVERIFY(open()->snapshot()->persons.empty());
    }

    /// Fails the n-th statement for every n until all go through: the end is always the old state or the new one.
    void survivesAFailureAtEveryStatement()
    {
        auto store = make();
        int failures = 0;
        for (qint64 n = 1;; ++n) {
            ProjectStore::failStatement(n);
            auto done = store->write([](StoreTx& tx) -> Result<void> {
                Person person;
                person.name = u"Hélène"_s;
                if (auto row = tx.insert(person); !row)
                    return row.error();
                auto line = tx.append(u"project"_s, evidence::AssetChanged, u"x"_s, {});
                return line ? Result<void>() : Result<void>(line.error());
            });
            ProjectStore::failStatement(0);
            const auto snapshot = store->snapshot();
            QVERIFY(snapshot->ledger.intact);
            if (done) {
                QCOMPARE(snapshot->persons.size(), 1u);
                QCOMPARE(snapshot->evidence.size(), 2u);
                break;
            }
            ++failures;
            QCOMPARE(done.error().code, std::string("store.write-failed"));
            QCOMPARE(snapshot->persons.size(), 0u);
            QCOMPARE(snapshot->evidence.size(), 1u);
        }
        QCOMPARE(failures, 6); // begin, insert, read head, insert line, move head, commit
    }

    void creationFailsCleanlyAtEveryStatement()
    {
        for (qint64 n = 1; n < 200; ++n) {
            ProjectStore::failStatement(n);
            auto made = ProjectStore::create(m_file, project(), m_clock);
            ProjectStore::failStatement(0);
            if (made)
                return;
            if (QFile::exists(m_file))
                QVERIFY(ProjectStore::open(m_file, OpenMode::ReadWrite, m_clock).ok());
            QVERIFY2(QDir(m_dir->path()).entryList({u".bascule-new*"_s}, QDir::Files | QDir::Hidden).isEmpty(),
                     "a stage was left behind");
            QFile::remove(m_file);
        }
        QFAIL("creation never succeeded");
    }

    void neverReplacesAFile()
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("letters");
        file.close();
        auto made = ProjectStore::create(m_file, project(), m_clock);
        QVERIFY(!made);
        QCOMPARE(made.error().code, std::string("project.exists"));
        QCOMPARE(contents(m_file), QByteArray("letters"));
    }

    void refusesWhatIsNoProject_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray(4096, 'x');
        QTest::newRow("header only") << QByteArray("SQLite format 3\0", 16);
    }
    void refusesWhatIsNoProject()
    {
        QFETCH(QByteArray, content);
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        auto opened = ProjectStore::open(m_file, OpenMode::ReadWrite, m_clock);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, std::string("project.not-a-project"));
        QCOMPARE(contents(m_file), content);
    }

    void refusesAnotherProgramsDatabase()
    {
        QCOMPARE(tamper(m_file, "CREATE TABLE t(a); INSERT INTO t VALUES (1);"), QString());
        const QByteArray before = contents(m_file);
        auto opened = ProjectStore::open(m_file, OpenMode::ReadWrite, m_clock);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, std::string("project.not-a-project"));
        QCOMPARE(contents(m_file), before);
    }

    void refusesANewerSchemaPolitely()
    {
        make();
        QCOMPARE(tamper(m_file, "PRAGMA user_version=99; PRAGMA wal_checkpoint(TRUNCATE);"), QString());
        const QByteArray before = contents(m_file);
        auto opened = ProjectStore::open(m_file, OpenMode::ReadWrite, m_clock);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, std::string("project.newer"));
        QCOMPARE(std::get<std::int64_t>(opened.error().params.at("schema")), 99);
        QCOMPARE(contents(m_file), before);
    }

    void refusesADamagedFile()
    {
        {
            auto store = make();
            for (int i = 0; i < 200; ++i) {
                QVERIFY(store->write([i](StoreTx& tx) -> Result<void> {
                    auto line = tx.append(u"project"_s, evidence::AssetChanged, QString::number(i), {});
                    return line ? Result<void>() : Result<void>(line.error());
                }));
            }
        }
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.size() > 40000);
        file.resize(file.size() / 2);
        file.close();
        const QByteArray before = contents(m_file);
        auto opened = ProjectStore::open(m_file, OpenMode::ReadWrite, m_clock);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, std::string("project.damaged"));
        QCOMPARE(contents(m_file), before);
    }

    void readOnlyWritesNothing()
    {
        make();
        auto store = ProjectStore::open(m_file, OpenMode::ReadOnly, m_clock);
        QVERIFY(store);
        QVERIFY((*store)->snapshot()->readOnly);
        auto done = (*store)->write([](StoreTx&) { return Result<void>(); });
        QVERIFY(!done);
        QCOMPARE(done.error().code, std::string("store.read-only"));
    }

    void tellsOfAnotherProcessesWrites()
    {
        auto first = make();
        auto second = open();
        std::atomic<int> told{0};
        connect(
            first.get(), &ProjectStore::changed, first.get(), [&] { ++told; }, Qt::DirectConnection);
        QVERIFY(second->write([](StoreTx& tx) -> Result<void> {
            Person person;
            person.name = u"Karim"_s;
            auto row = tx.insert(person);
            return row ? Result<void>() : Result<void>(row.error());
        }));
        QTRY_COMPARE_WITH_TIMEOUT(first->snapshot()->persons.size(), 1u, 5000);
        QVERIFY(told > 0);
    }

    void theLedgerIsAppendOnlyAndNamesWhatWasChanged()
    {
        {
            auto store = make();
            for (const char* subject : {"a", "b", "c"}) {
                QVERIFY(store->write([&](StoreTx& tx) -> Result<void> {
                    auto line = tx.append(u"project"_s, evidence::AssetChanged, QString::fromLatin1(subject), {});
                    return line ? Result<void>() : Result<void>(line.error());
                }));
            }
        }
        QVERIFY(tamper(m_file, "UPDATE evidence SET subject='x' WHERE id=3").contains("append-only"_L1));
        QVERIFY(tamper(m_file, "DELETE FROM evidence WHERE id=4").contains("append-only"_L1));

        QFile::copy(m_file, m_file + u".good"_s);
        const auto check = [&](const char* sql) {
            QFile::remove(m_file);
            QFile::copy(m_file + u".good"_s, m_file);
            tamper(m_file, "DROP TRIGGER evidence_no_update; DROP TRIGGER evidence_no_delete;");
            tamper(m_file, sql);
            return open()->snapshot()->ledger;
        };
        QVERIFY(check("SELECT 1").intact);
        auto changed = check("UPDATE evidence SET subject='x' WHERE id=3");
        QVERIFY(!changed.intact);
        QCOMPARE(changed.firstBad, 3);
        QCOMPARE(changed.code, u"ledger.changed"_s);
        QCOMPARE(check("DELETE FROM evidence WHERE id=2").code, u"ledger.missing-entry"_s);
        QCOMPARE(check("DELETE FROM evidence WHERE id=4").code, u"ledger.truncated"_s);
    }

    void everyFieldOfALineCounts()
    {
        Evidence line;
        line.at = m_clock.now();
        line.who = u"a"_s;
        line.step = u"b"_s;
        const QString hash = ledgerHash(line);
        Evidence moved = line;
        moved.who = u"ab"_s;
        moved.step.clear();
        QVERIFY(ledgerHash(moved) != hash);
        Evidence later = line;
        later.at = later.at.addMSecs(1);
        QVERIFY(ledgerHash(later) != hash);
        Evidence other = line;
        other.data.insert(u"x"_s, 1);
        QVERIFY(ledgerHash(other) != hash);
    }

    void migrationsCountUpFromOne()
    {
        int expected = 1;
        for (const schema::Migration& migration : schema::migrations())
            QCOMPARE(migration.version, expected++);
        QCOMPARE(ProjectStore::schemaVersion(), expected - 1);
    }

    /// Brings a file of an older schema up to date after making a copy of it; a failure at any statement leaves the old
    /// file usable, and read-only opening migrates nothing.
    void migratesAnOlderFileAfterACopy()
    {
        make();
        const int next = schema::current() + 1;
        const QString copy = m_file + u".before-schema-%1"_s.arg(next);
        schema::migrationsForTest().push_back({next, "ALTER TABLE \"person\" ADD COLUMN \"desk\" TEXT;\n"
                                                     "CREATE TABLE \"room\" (\"id\" INTEGER);\n"});
        const auto takeBack = qScopeGuard([] { schema::migrationsForTest().pop_back(); });
        auto readOnly = ProjectStore::open(m_file, OpenMode::ReadOnly, m_clock);
        QVERIFY(!readOnly);
        QCOMPARE(readOnly.error().code, std::string("project.older-read-only"));
        QVERIFY(!QFile::exists(copy));
        int failures = 0;
        for (qint64 n = 1; n < 100; ++n) {
            ProjectStore::failStatement(n);
            auto opened = ProjectStore::open(m_file, OpenMode::ReadWrite, m_clock);
            ProjectStore::failStatement(0);
            if (opened) {
                QCOMPARE((*opened)->snapshot()->project.name, u"Maison Delorme"_s);
                break;
            }
            ++failures;
        }
        QVERIFY(failures >= 6);
        QVERIFY(QFile::exists(copy));
        QCOMPARE(tamper(copy, "SELECT desk FROM person"), u"no such column: desk"_s);
        QCOMPARE(tamper(m_file, "SELECT desk FROM person; SELECT * FROM room"), QString());
        QCOMPARE(ProjectStore::schemaVersion(), next);
    }

    void schemaThreeKeepsItsOwners()
    {
        make();
        for (const auto& [before, after] :
             {std::pair{"1", engine::OwnersBy::Name}, std::pair{"0", engine::OwnersBy::Number},
              std::pair{"NULL", engine::OwnersBy::Number}}) {
            QCOMPARE(tamper(m_file, "ALTER TABLE project DROP COLUMN owners;"
                                    "ALTER TABLE project ADD COLUMN ownersByName INTEGER;"
                                    "UPDATE project SET ownersByName = " +
                                        QByteArray(before) + "; PRAGMA user_version = 3"),
                     QString());
            QCOMPARE(open()->snapshot()->project.owners, after);
            QVERIFY(QFile::remove(m_file + u".before-schema-4"_s));
        }
    }

    /// A file from before servers could be other machines keeps its servers, and can take the new kind; what was added
    /// since is as it was without.
    void schemaOneKeepsWhatItHasAndTakesMore()
    {
        make();
        // (ownersByName came and went in between)
        QCOMPARE(tamper(m_file, "INSERT INTO server(name, role, kind, root) VALUES('vega', 'source', 'local', '/srv');"
                                "ALTER TABLE server DROP COLUMN address; ALTER TABLE server DROP COLUMN sudo;"
                                "ALTER TABLE project DROP COLUMN copyRate; ALTER TABLE project DROP COLUMN copyPolite;"
                                "ALTER TABLE project DROP COLUMN owners; PRAGMA user_version = 1"),
                 QString());
        QCOMPARE(tamper(m_file, "SELECT address FROM server"), u"no such column: address"_s);
        {
            auto store = open();
            const SnapshotPtr snapshot = store->snapshot();
            QCOMPARE(snapshot->servers.size(), 1u);
            QCOMPARE(snapshot->servers[0].name, u"vega"_s);
            QCOMPARE(snapshot->servers[0].kind, ServerKind::Local);
            QCOMPARE(snapshot->servers[0].address, QString());
            QVERIFY(!snapshot->servers[0].sudo);
            QCOMPARE(snapshot->project.copyRate, 0);
            QVERIFY(!snapshot->project.copyPolite);
            QCOMPARE(snapshot->project.owners, engine::OwnersBy::Number);
            QVERIFY(store->write([](StoreTx& tx) -> Result<void> {
                auto changed = tx.get<Project>(1);
                if (!changed)
                    return changed.error();
                changed->owners = engine::OwnersBy::Free;
                return tx.update(*changed);
            }));
            QVERIFY(store->write([](StoreTx& tx) -> Result<void> {
                Server server;
                server.name = u"altair"_s;
                server.kind = ServerKind::Ssh;
                server.address = u"root@altair:2222"_s;
                server.sudo = true;
                server.root = "/";
                auto row = tx.insert(server);
                return row ? Result<void>() : Result<void>(row.error());
            }));
        }
        const SnapshotPtr snapshot = open()->snapshot();
        QCOMPARE(snapshot->servers.at(1).kind, ServerKind::Ssh);
        QCOMPARE(snapshot->servers.at(1).address, u"root@altair:2222"_s);
        QVERIFY(snapshot->servers.at(1).sudo);
        QCOMPARE(snapshot->project.owners, engine::OwnersBy::Free);
        QVERIFY(QFile::exists(m_file + u".before-schema-%1"_s.arg(schema::current())));
    }

private:
    Project project() const
    {
        Project p;
        p.name = u"Maison Delorme"_s;
        return p;
    }
    std::shared_ptr<ProjectStore> make() { return ProjectStore::create(m_file, project(), m_clock).value(); }
    std::shared_ptr<ProjectStore> open() { return ProjectStore::open(m_file, OpenMode::ReadWrite, m_clock).value(); }

    FixedClock m_clock{QDateTime({2026, 11, 24}, {10, 40}, Qt::UTC)};
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_file;
};

QTEST_GUILESS_MAIN(StoreTest)
#include "tst_store.moc"
