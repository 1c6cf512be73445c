// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backups/Backups.h"

#include "core/backups/Coverage.h"
#include "core/databases/Scratch.h"
#include "core/databases/Sqlite.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>

using namespace bascule;
using namespace Qt::StringLiterals;

/// The jobs on a small server's folder, with real files, archives and databases.
class TestBackups : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    FixedClock m_clock{QDateTime(QDate(2026, 11, 24), QTime(10, 0), Qt::UTC)};
    std::shared_ptr<ProjectStore> m_store;
    Id m_server = 0;
    std::map<QString, Id> m_assets;

    QString root() const { return m_dir->filePath(u"vega"_s); }

    void sh(const QString& command)
    {
        QProcess process;
        process.setWorkingDirectory(root());
        process.start(u"/bin/sh"_s, {u"-ec"_s, command});
        QVERIFY(process.waitForFinished(60'000));
        QVERIFY2(process.exitCode() == 0, (command.toUtf8() + process.readAllStandardError()).constData());
    }
    void sql(const QString& path, const char* statements)
    {
        sqlite3* db = nullptr;
        QCOMPARE(sqlite3_open((root() + u'/' + path).toUtf8().constData(), &db), SQLITE_OK);
        QCOMPARE(sqlite3_exec(db, statements, nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(db);
    }
    void addAsset(const QString& name, AssetKind kind, const QByteArray& path)
    {
        const auto written = m_store->write([&](StoreTx& tx) -> Result<void> {
            Asset asset;
            asset.server = m_server;
            asset.kind = kind;
            asset.name = name;
            asset.path = path;
            asset.critical = kind != AssetKind::Backups;
            asset.key = name;
            auto id = tx.insert(asset);
            if (!id)
                return id.error();
            m_assets[name] = *id;
            return {};
        });
        QVERIFY(written.ok());
    }
    Result<Id> add(const QString& asset, const QByteArray& path, const QString& kind = u"auto"_s)
    {
        Id id = 0;
        auto written = m_store->write([&](StoreTx& tx) -> Result<void> {
            auto added = addBackup(tx, {m_assets[asset], 0, path, kind});
            if (!added)
                return added.error();
            id = *added;
            return {};
        });
        return written ? Result<Id>(id) : Result<Id>(written.error());
    }
    template <class J, class... Args>
    Outcome run(Args&&... args)
    {
        Progress progress;
        std::stop_source stop;
        JobContext context{m_store.get(), m_clock, stop.get_token(), progress};
        return J(std::forward<Args>(args)...).run(context);
    }
    Backup backup(Id id) const { return *m_store->snapshot()->backup(id); }
    static QStringList codes(const Backup& backup)
    {
        QStringList found;
        for (const QJsonValue& problem : backup.problems)
            found << problem[u"code"].toString();
        return found;
    }
    static qint64 count(const Backup& backup, const char* key)
    {
        return backup.comparison[QLatin1String(key)].toInteger();
    }
    bool scratchIsEmpty() const
    {
        return QDir(QString::fromStdString(ScratchFolder::home()))
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)
            .isEmpty();
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        qputenv("BASCULE_SCRATCH_DIR", m_dir->filePath(u"scratch"_s).toUtf8());
        m_assets.clear();
        QVERIFY(QDir().mkpath(root()));
        sh(u"mkdir -p srv/shares/compta/2026 opt/shop var/backups etc && seq 1 500 >srv/shares/compta/2026/a.csv && "
           "printf '\\377' >\"srv/shares/compta/$(printf 'n\\303\\251\\n\\377')\" && ln -s a.csv "
           "srv/shares/compta/2026/link && "
           "echo key=1 >opt/shop/shop.conf && echo x >etc/hosts && find . -exec touch -h -d '2026-11-20' {} +"_s);
        sql(u"opt/shop/shop.db"_s, "PRAGMA journal_mode=WAL; CREATE TABLE orders(id INTEGER PRIMARY KEY, t TEXT);"
                                   "CREATE TABLE log(x); INSERT INTO orders(t) VALUES('a'),('b'),('c');");
        sh(u"touch -d '2026-11-20' opt/shop/shop.db"_s);
        auto store = ProjectStore::create(m_dir->filePath(u"vega.bascule"_s), {}, m_clock);
        QVERIFY(store.ok());
        m_store = *store;
        QVERIFY(m_store
                    ->write([&](StoreTx& tx) -> Result<void> {
                        Server server;
                        server.name = u"vega"_s;
                        server.root = root().toUtf8();
                        auto id = tx.insert(server);
                        if (!id)
                            return id.error();
                        m_server = *id;
                        return {};
                    })
                    .ok());
        addAsset(u"compta"_s, AssetKind::Share, "srv/shares/compta");
        addAsset(u"shop"_s, AssetKind::Application, "opt/shop");
        addAsset(u"shop.db"_s, AssetKind::Database, "opt/shop/shop.db");
        addAsset(u"backups"_s, AssetKind::Backups, "var/backups");
        addAsset(u"rest"_s, AssetKind::Files, "");
    }
    void cleanup()
    {
        m_store.reset();
        m_dir->setAutoRemove(false); // it does not manage names that are no text
        QVERIFY(removeTree(m_dir->path().toStdString()));
    }

    void registersWithCare()
    {
        QCOMPARE(add(u"compta"_s, "var/backups/none.tar").error().code, std::string("path.missing"));
        QCOMPARE(add(u"compta"_s, "var/backups").error().code, std::string("path.not-a-file"));
        QCOMPARE(add(u"none"_s, "etc/hosts").error().code, std::string("backup.asset-unknown"));
        for (const QString& kind : {u"sql"_s, u"pgdump"_s, u"restic"_s, u"borg"_s})
            QCOMPARE(add(u"compta"_s, "etc/hosts", kind).error().code, std::string("backup.kind-not-yet"));
        QCOMPARE(add(u"compta"_s, "etc/hosts", u"odd"_s).error().code, std::string("backup.kind-unknown"));
        const Id id = add(u"compta"_s, "etc/hosts").value();
        QCOMPARE(add(u"compta"_s, root().toUtf8() + "/etc/hosts").value(), id);
        QCOMPARE(backup(id).bytes, 2);
        QVERIFY(run<BackupReadJob>(std::vector<Id>{99}).error->code == "backup.unknown");
    }

    void readsAndRemembers()
    {
        sh(u"tar --zstd -cf var/backups/compta.tar.zst srv/shares/compta"_s);
        const Id id = add(u"compta"_s, "var/backups/compta.tar.zst").value();
        Outcome outcome = run<BackupReadJob>();
        QVERIFY(outcome.kind == Outcome::Kind::Succeeded && outcome.good);
        Backup read = backup(id);
        QCOMPARE(int(read.read), int(ReadState::Intact));
        QCOMPARE(read.hash.size(), 64);
        QVERIFY(read.entries >= 5);
        const SnapshotPtr snapshot = m_store->snapshot();
        QVERIFY(hasEvidence(*snapshot, read.readEvidence, evidence::BackupRead));
        QCOMPARE(snapshot->evidenceById(read.readEvidence)->data[u"hash"].toString(), read.hash);
        // Another file under the same name is noticed.
        sh(u"truncate -s -40 var/backups/compta.tar.zst"_s);
        outcome = run<BackupReadJob>(std::vector<Id>{id});
        QVERIFY(outcome.kind == Outcome::Kind::Succeeded && !outcome.good);
        QCOMPARE(int(backup(id).read), int(ReadState::CutShort));
        QVERIFY(codes(backup(id)).contains(u"backup.changed-since-reading"_s));
        sh(u"rm var/backups/compta.tar.zst"_s);
        QVERIFY(!run<BackupReadJob>(std::vector<Id>{id}).good);
        QCOMPARE(int(backup(id).read), int(ReadState::Missing));
    }

    void restoresForReal_data()
    {
        QTest::addColumn<QString>("command");
        QTest::newRow("from the server's root") << u"tar --zstd -cf var/backups/b srv/shares/compta"_s;
        QTest::newRow("the whole server") << u"tar -czf var/backups/b --exclude=./var ."_s;
        QTest::newRow("contents only") << u"tar -cJf var/backups/b -C srv/shares/compta ."_s;
        QTest::newRow("from the parent") << u"tar -cf var/backups/b -C srv shares/compta"_s;
        QTest::newRow("absolute") << u"tar -cPf var/backups/b \"$PWD/srv/shares/compta\""_s;
        QTest::newRow("below another top")
            << u"mkdir /tmp/w$$ && cp -a srv/shares/compta /tmp/w$$/copy && tar -cf var/backups/b -C /tmp/w$$ copy && rm -r /tmp/w$$"_s;
        QTest::newRow("zip")
            << u"rm srv/shares/compta/n* && zip -qryX var/backups/b.zip srv/shares/compta && mv var/backups/b.zip var/backups/b"_s;
    }
    void restoresForReal()
    {
        QFETCH(QString, command);
        sh(command);
        const Id id = add(u"compta"_s, "var/backups/b").value();
        const Outcome outcome = run<RestoreTestJob>(std::vector<Id>{id});
        const Backup tested = backup(id);
        const QByteArray why = QJsonDocument(tested.problems).toJson() + QJsonDocument(tested.comparison).toJson();
        QVERIFY2(outcome.kind == Outcome::Kind::Succeeded, outcome.error ? outcome.error->code.c_str() : "");
        QVERIFY2(outcome.good, why.constData());
        QCOMPARE(int(tested.restore), int(RestoreState::Restored));
        QCOMPARE(int(tested.read), int(ReadState::Intact));
        QVERIFY2(count(tested, "equal") >= 3 && count(tested, "missing") == 0 && count(tested, "different") == 0, why);
        QCOMPARE(tested.steps.size(), 3);
        QVERIFY(tested.restoreMs >= 0);
        const SnapshotPtr snapshot = m_store->snapshot();
        QVERIFY(hasEvidence(*snapshot, tested.restoreEvidence, evidence::BackupRestored));
        QVERIFY(hasEvidence(*snapshot, tested.readEvidence, evidence::BackupRead));
        QVERIFY(scratchIsEmpty());
        QCOMPARE(coverageOf(*snapshot, *snapshot->asset(m_assets[u"compta"_s]), m_clock.now()).state,
                 CoverageState::Good);
    }

    void tellsWhatDiffers()
    {
        sh(u"echo gone >srv/shares/compta/deleted-since; echo same >srv/shares/compta/rewritten; echo 1 "
           ">srv/shares/compta/edited; touch -d 2026-11-20 srv/shares/compta/*; "
           "tar --zstd -cf var/backups/b --exclude=forgotten srv/shares/compta; touch -d 2026-11-23 var/backups/b; "
           "echo new >srv/shares/compta/new; touch -d 2026-11-24 srv/shares/compta/new; "
           "echo 2 >srv/shares/compta/edited; touch -d 2026-11-24 srv/shares/compta/edited; "
           "rm srv/shares/compta/deleted-since; touch -d 2026-11-24 srv/shares/compta"_s);
        const Id id = add(u"compta"_s, "var/backups/b").value();
        QVERIFY(run<RestoreTestJob>(std::vector<Id>{id}).good);
        Backup tested = backup(id);
        QCOMPARE(count(tested, "changedSince"), 2);
        QCOMPARE(count(tested, "removedSince"), 1);
        QCOMPARE(count(tested, "missing"), 0);
        // Older than the backup and yet not in it; and other contents under an old date.
        sh(u"echo old >srv/shares/compta/forgotten; touch -d 2026-11-01 srv/shares/compta/forgotten; echo sAme "
           ">srv/shares/compta/rewritten; touch -d 2026-11-20 srv/shares/compta/rewritten"_s);
        QVERIFY(!run<RestoreTestJob>(std::vector<Id>{id}).good);
        tested = backup(id);
        QCOMPARE(count(tested, "missing"), 1);
        QCOMPARE(count(tested, "different"), 1);
        QCOMPARE(int(tested.restore), int(RestoreState::Failed));
        QCOMPARE(int(tested.read), int(ReadState::Intact));
        QVERIFY(codes(tested).contains(u"backup.file-missing"_s) && codes(tested).contains(u"backup.file-different"_s));
        // Reading the same file again takes nothing back of what its restore found.
        QVERIFY(run<BackupReadJob>(std::vector<Id>{id}).good);
        QVERIFY(codes(backup(id)).contains(u"backup.file-missing"_s));
        QVERIFY(scratchIsEmpty());
    }

    void refusesTheWrongBackup()
    {
        sh(u"tar -cf var/backups/b etc"_s);
        const Id id = add(u"compta"_s, "var/backups/b").value();
        QVERIFY(!run<RestoreTestJob>(std::vector<Id>{id}).good);
        QVERIFY(codes(backup(id)).contains(u"backup.nothing-of-asset"_s));
    }

    void stopsAtTheFirstFailure()
    {
        sh(u"head -c 400000 /dev/urandom >srv/shares/compta/big; tar -cf - srv/shares/compta | gzip | head -c 250000 "
           ">var/backups/b"_s);
        const Id id = add(u"compta"_s, "var/backups/b").value();
        const Outcome outcome = run<RestoreTestJob>(std::vector<Id>{id});
        QVERIFY(outcome.kind == Outcome::Kind::Succeeded && !outcome.good);
        const Backup tested = backup(id);
        QCOMPARE(int(tested.read), int(ReadState::CutShort));
        QCOMPARE(int(tested.restore), int(RestoreState::Failed));
        QCOMPARE(tested.steps.size(), 3);
        QVERIFY(!tested.steps[0][u"ok"].toBool());
        QCOMPARE(tested.steps[1][u"ms"].toInteger(), -1);
        QVERIFY(scratchIsEmpty());
        const SnapshotPtr snapshot = m_store->snapshot();
        QCOMPARE(coverageOf(*snapshot, *snapshot->asset(m_assets[u"compta"_s]), m_clock.now()).state,
                 CoverageState::Failed);
    }

    void opensDatabases()
    {
        sh(u"tar -cf var/backups/db.tar opt/shop/shop.db; touch -d 2026-11-23 var/backups/db.tar"_s);
        const Id id = add(u"shop.db"_s, "var/backups/db.tar").value();
        QVERIFY(run<RestoreTestJob>(std::vector<Id>{id}).good);
        QCOMPARE(count(backup(id), "equal"), 1);
        // The application goes on: changed since, no fault of the backup.
        sql(u"opt/shop/shop.db"_s, "INSERT INTO orders(t) VALUES('d')");
        sh(u"touch -d 2026-11-24 opt/shop/shop.db"_s);
        QVERIFY(run<RestoreTestJob>(std::vector<Id>{id}).good);
        QCOMPARE(count(backup(id), "changedSince"), 1);
        QVERIFY(codes(backup(id)).contains(u"backup.database-moved-on"_s));
        // The same difference under an old date: the backup missed rows.
        sh(u"touch -d 2026-11-20 opt/shop/shop.db"_s);
        QVERIFY(!run<RestoreTestJob>(std::vector<Id>{id}).good);
        QVERIFY(codes(backup(id)).contains(u"backup.database-different"_s));
        // Pages of another moment in the middle of the file.
        sql(u"opt/shop/shop.db"_s, "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c WHERE x<4000) INSERT "
                                   "INTO orders(t) SELECT 'row ' || x FROM c");
        sh(u"cp opt/shop/shop.db torn.db; head -c 8192 /dev/urandom | dd of=torn.db bs=4096 seek=5 conv=notrunc 2>&1; "
           u"mv "
           "opt/shop/shop.db whole.db; mv torn.db opt/shop/shop.db; tar -cf var/backups/torn.tar opt/shop/shop.db; mv "
           "whole.db opt/shop/shop.db"_s);
        const Id torn = add(u"shop.db"_s, "var/backups/torn.tar").value();
        QVERIFY(!run<RestoreTestJob>(std::vector<Id>{torn}).good);
        QVERIFY(codes(backup(torn)).contains(u"backup.database-damaged"_s));
        QVERIFY(!backup(torn).steps[1][u"ok"].toBool());
        QVERIFY(scratchIsEmpty());
    }

    void countsWhatLiesInside()
    {
        sh(u"tar -cf var/backups/all.tar --exclude=var ."_s);
        const Id whole = add(u"rest"_s, "var/backups/all.tar").value();
        QVERIFY(run<RestoreTestJob>(std::vector<Id>{whole}).good);
        SnapshotPtr snapshot = m_store->snapshot();
        for (const QString& name : {u"compta"_s, u"shop"_s, u"shop.db"_s}) {
            const Coverage coverage = coverageOf(*snapshot, *snapshot->asset(m_assets[name]), m_clock.now());
            QVERIFY2(coverage.state == CoverageState::Good, qPrintable(name));
            QVERIFY(coverage.byOther);
        }
        sh(u"tar -cf var/backups/part.tar opt/shop/shop.conf"_s);
        const Id part = add(u"shop"_s, "var/backups/part.tar").value();
        QVERIFY(m_store->write([&](StoreTx& tx) { return removeBackup(tx, whole); }).ok());
        QVERIFY(run<RestoreTestJob>(std::vector<Id>{part}).good);
        snapshot = m_store->snapshot();
        QCOMPARE(coverageOf(*snapshot, *snapshot->asset(m_assets[u"shop"_s]), m_clock.now()).state,
                 CoverageState::Good);
        QCOMPARE(coverageOf(*snapshot, *snapshot->asset(m_assets[u"shop.db"_s]), m_clock.now()).state,
                 CoverageState::None);
    }

    void judgesAPartByItself()
    {
        sh(u"mkdir home && echo y >home/old && touch -d 2026-11-20 home/old home && tar -cf var/backups/etc.tar etc"_s);
        const Id id = add(u"rest"_s, "var/backups/etc.tar").value();
        QVERIFY(run<RestoreTestJob>(std::vector<Id>{id}).good);
        QVERIFY(count(backup(id), "outside") > 0);
        QVERIFY(codes(backup(id)).contains(u"backup.part-only"_s));
        const SnapshotPtr snapshot = m_store->snapshot();
        QCOMPARE(coverageOf(*snapshot, *snapshot->asset(m_assets[u"rest"_s]), m_clock.now()).state,
                 CoverageState::None);
        sh(u"echo z >etc/forgotten && touch -d 2026-11-20 etc/forgotten"_s);
        QVERIFY(!run<RestoreTestJob>(std::vector<Id>{id}).good);
    }

    void makesBackupsThatRestore()
    {
        sh(u"truncate -s 3M opt/shop/hole; ln opt/shop/shop.conf opt/shop/twin; mkfifo opt/shop/pipe; setfacl -m u:1:r "
           "opt/shop/shop.conf || true"_s);
        sqlite3* live = nullptr; // open, with rows only in the log
        QCOMPARE(sqlite3_open((root() + u"/opt/shop/shop.db"_s).toUtf8().constData(), &live), SQLITE_OK);
        QCOMPARE(sqlite3_exec(live, "INSERT INTO orders(t) VALUES('only in the log')", nullptr, nullptr, nullptr),
                 SQLITE_OK);
        const Outcome outcome = run<MakeBackupJob>(m_assets[u"shop"_s]);
        sqlite3_close(live);
        QVERIFY2(outcome.kind == Outcome::Kind::Succeeded, outcome.error ? outcome.error->detail.c_str() : "");
        const Backup made = backup(outcome.facts[u"backup"].toInteger());
        QVERIFY2(outcome.good, QJsonDocument(made.problems).toJson().constData());
        QCOMPARE(int(made.restore), int(RestoreState::Restored));
        QVERIFY(made.path.startsWith(m_dir->filePath(u"vega.backups/shop-"_s).toUtf8()));
        QVERIFY(codes(made).contains(u"backup.checksum-good"_s));
        const QDir folder(m_dir->filePath(u"vega.backups"_s));
        QCOMPARE(folder.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 2);
        sh(u"mkdir out && tar --zstd -xpf '%1' -C out && test $(stat -c %h out/opt/shop/twin) = 2 && test $(stat -c %b "
           "out/opt/shop/hole) -lt 100 && test $(stat -c %s out/opt/shop/hole) = 3145728 && test ! -e "
           "out/opt/shop/shop.db-wal"_s.replace(u"%1"_s, QString::fromUtf8(made.path)));
        auto answer = sqliteQuery((root() + u"/out/opt/shop/shop.db"_s).toStdString(),
                                  u"SELECT count(*) FROM orders WHERE t='only in the log'"_s);
        QVERIFY(answer.ok());
        QCOMPARE(answer->row, QStringList{u"1"_s});
        QVERIFY(scratchIsEmpty());
        // Again in the same second: another name, and nothing replaced.
        QVERIFY(run<MakeBackupJob>(m_assets[u"shop"_s]).good);
        QCOMPARE(folder.entryList(QDir::Files).size(), 4);
        QCOMPARE(run<MakeBackupJob>(Id(77)).error->code, std::string("backup.asset-unknown"));
    }

    void discovers()
    {
        sh(u"tar --zstd -cf var/backups/a.tar.zst srv/shares/compta; tar -czf var/backups/b.tgz opt/shop/shop.db; tar "
           "-cf var/backups/c.tar -C opt/shop .; echo x >var/backups/notes.txt; head -c 5000 /dev/urandom "
           ">var/backups/compta-old.tar.gz"_s);
        QVERIFY(run<DiscoverBackupsJob>().good);
        std::map<QByteArray, Id> found;
        for (const Backup& one : m_store->snapshot()->backups)
            found[one.path] = one.asset;
        const std::map<QByteArray, Id> expected{{"var/backups/a.tar.zst", m_assets[u"compta"_s]},
                                                {"var/backups/b.tgz", m_assets[u"shop.db"_s]},
                                                {"var/backups/c.tar", m_assets[u"shop"_s]},
                                                {"var/backups/compta-old.tar.gz", m_assets[u"compta"_s]}};
        QCOMPARE(found, expected);
        const Outcome again = run<DiscoverBackupsJob>();
        QCOMPARE(again.facts[u"added"].toInteger(), 0);
    }
};

QTEST_GUILESS_MAIN(TestBackups)
#include "tst_backups.moc"
