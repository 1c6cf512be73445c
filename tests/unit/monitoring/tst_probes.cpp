// SPDX-License-Identifier: GPL-3.0-or-later
// Checks of real files, folders, links and databases.
#include "core/monitoring/Probe.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace bascule;
using namespace Qt::StringLiterals;

class ProbesTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_root = m_dir->path().toStdString() + "/old";
        QVERIFY(QDir().mkpath(QString::fromStdString(m_root)));
    }

    void everyKindIsKnownOnce()
    {
        QStringList kinds;
        for (const Probe* probe : probes()) {
            QVERIFY(!kinds.contains(probe->kind()));
            kinds.append(probe->kind());
            QCOMPARE(probeFor(probe->kind()), probe);
        }
        for (const char* kind : {"file", "tree", "link", "sqlite", "tcp", "http", "tls", "dns"})
            QVERIFY2(kinds.contains(QLatin1String(kind)), kind);
        QCOMPARE(probeFor(u"ping"_s), nullptr);
    }

    void readsAFile()
    {
        put("note.txt", "hello");
        QCOMPARE(look(u"file"_s, {{u"path"_s, u"note.txt"_s}}).state, CheckState::Up);
        QCOMPARE(look(u"file"_s, {{u"path"_s, u"note.txt"_s}, {u"minBytes"_s, 5}}).state, CheckState::Up);
        const ProbeOutcome small = look(u"file"_s, {{u"path"_s, u"note.txt"_s}, {u"minBytes"_s, 6}});
        QCOMPARE(small.state, CheckState::Down);
        QCOMPARE(small.code, u"check.file-too-small"_s);
        QCOMPARE(look(u"file"_s, {{u"path"_s, u"gone.txt"_s}}).code, u"path.missing"_s);
        QCOMPARE(look(u"file"_s, {{u"path"_s, u"gone.txt"_s}}).state, CheckState::Down);
        QCOMPARE(look(u"file"_s, {}).state, CheckState::Down); // the root: a folder
    }

    void neverWaitsForAFifo()
    {
        QCOMPARE(::mkfifo((m_root + "/pipe").c_str(), 0600), 0);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(look(u"file"_s, {{u"path"_s, u"pipe"_s}}).state, CheckState::Down);
        QCOMPARE(look(u"tree"_s, {}).code, u"check.tree-empty"_s);
        QVERIFY(timer.elapsed() < 2000);
    }

    void whatMayNotBeReadIsUnknown()
    {
        if (::geteuid() == 0)
            QSKIP("root may read everything");
        put("secret.txt", "x");
        QCOMPARE(::chmod((m_root + "/secret.txt").c_str(), 0), 0);
        QCOMPARE(look(u"file"_s, {{u"path"_s, u"secret.txt"_s}}).state, CheckState::Unknown);
        QCOMPARE(look(u"tree"_s, {}).state, CheckState::Unknown);
    }

    void looksIntoAFolder()
    {
        QCOMPARE(look(u"tree"_s, {}).code, u"check.tree-empty"_s);
        QCOMPARE(look(u"tree"_s, {{u"minFiles"_s, 0}}).state, CheckState::Up);
        for (int n = 0; n < 8; ++n)
            put("share/f" + std::to_string(n), "x");
        const ProbeOutcome found = look(u"tree"_s, {{u"sample"_s, 3}});
        QCOMPARE(found.state, CheckState::Up);
        QCOMPARE(found.params.value(u"count"_s).toInt(), 3); // no more work than asked for
        QCOMPARE(look(u"tree"_s, {{u"path"_s, u"nowhere"_s}}).state, CheckState::Down);
    }

    void followsTheLink()
    {
        const std::string link = m_dir->path().toStdString() + "/srv";
        const auto lookAt = [&] { return look(u"link"_s, {{u"link"_s, QString::fromStdString(link)}}); };
        QCOMPARE(lookAt().state, CheckState::Down); // missing
        QCOMPARE(::symlink("old", link.c_str()), 0);
        QCOMPARE(lookAt().state, CheckState::Up);
        QVERIFY(QDir().mkpath(m_dir->filePath(u"new"_s)));
        QCOMPARE(::unlink(link.c_str()), 0);
        QCOMPARE(::symlink("new", link.c_str()), 0);
        QCOMPARE(lookAt().code, u"check.link-elsewhere"_s);
        QCOMPARE(::unlink(link.c_str()), 0);
        QVERIFY(QDir().mkpath(QString::fromStdString(link)));
        QCOMPARE(lookAt().code, u"path.not-a-link"_s);
        QCOMPARE(look(u"link"_s, {}).state, CheckState::Unknown); // the project names none
    }

    void asksADatabase()
    {
        sqlite3* db = nullptr;
        QCOMPARE(sqlite3_open((m_root + "/shop.db").c_str(), &db), SQLITE_OK);
        QCOMPARE(sqlite3_exec(db,
                              "PRAGMA journal_mode=WAL; CREATE TABLE \"or ders\"(a); INSERT INTO \"or ders\" "
                              "VALUES('x'),('y');",
                              nullptr, nullptr, nullptr),
                 SQLITE_OK);
        const QString path = u"shop.db"_s;
        QCOMPARE(look(u"sqlite"_s, {{u"path"_s, path}}).state, CheckState::Up); // while it is open elsewhere
        sqlite3_close(db);
        const auto before = QDir(QString::fromStdString(m_root)).entryList(QDir::Files);
        QCOMPARE(look(u"sqlite"_s, {{u"path"_s, path}, {u"table"_s, u"or ders"_s}, {u"minRows"_s, 2}}).state,
                 CheckState::Up);
        const ProbeOutcome few = look(u"sqlite"_s, {{u"path"_s, path}, {u"table"_s, u"or ders"_s}, {u"minRows"_s, 3}});
        QCOMPARE(few.code, u"check.sqlite-few-rows"_s);
        QCOMPARE(few.state, CheckState::Down);
        QCOMPARE(
            look(u"sqlite"_s,
                 {{u"path"_s, path}, {u"query"_s, u"SELECT a FROM \"or ders\" ORDER BY a"_s}, {u"expect"_s, u"x"_s}})
                .state,
            CheckState::Up);
        QCOMPARE(look(u"sqlite"_s, {{u"path"_s, path}, {u"query"_s, u"SELECT 1"_s}, {u"expect"_s, u"2"_s}}).code,
                 u"check.sqlite-other-answer"_s);
        QCOMPARE(look(u"sqlite"_s, {{u"path"_s, path}, {u"integrity"_s, true}}).state, CheckState::Up);
        // A check never writes, whatever somebody types into it.
        QVERIFY(look(u"sqlite"_s, {{u"path"_s, path}, {u"query"_s, u"DELETE FROM \"or ders\""_s}}).state !=
                CheckState::Up);
        QCOMPARE(look(u"sqlite"_s, {{u"path"_s, path}, {u"table"_s, u"or ders"_s}, {u"minRows"_s, 2}}).state,
                 CheckState::Up);
        QCOMPARE(QDir(QString::fromStdString(m_root)).entryList(QDir::Files), before); // nothing left beside it
    }

    void tellsABrokenDatabase()
    {
        put("bad.db", "SQLite format 3 is what I am not, really, for I am too short and plain text");
        QCOMPARE(look(u"sqlite"_s, {{u"path"_s, u"bad.db"_s}}).state, CheckState::Down);
        QCOMPARE(look(u"sqlite"_s, {{u"path"_s, u"none.db"_s}}).code, u"path.missing"_s);
    }

    void aStopSaysNothing()
    {
        put("note.txt", "hello");
        std::stop_source source;
        source.request_stop();
        for (const char* kind : {"file", "tree"}) {
            ProbeContext context{m_root, m_root, {}, u"vega"_s, 1000, source.get_token(), QDateTime()};
            const auto outcome =
                probeFor(QLatin1String(kind))->run({{u"path"_s, kind[0] == 'f' ? u"note.txt"_s : QString()}}, context);
            QCOMPARE(outcome.state, CheckState::Unknown);
            QCOMPARE(outcome.code, u"check.stopped"_s);
        }
    }

    void slowIsNotDown_data()
    {
        QTest::addColumn<double>("p95");
        QTest::addColumn<double>("ms");
        QTest::addColumn<bool>("slow");
        QTest::newRow("as before") << 20.0 << 20.0 << false;
        QTest::newRow("three times, but only 40 ms more") << 20.0 << 60.5 << false;
        QTest::newRow("three times and 51 ms more") << 26.0 << 79.0 << true;
        QTest::newRow("60 ms more, but not three times") << 100.0 << 160.0 << false;
        QTest::newRow("exactly three times") << 100.0 << 300.0 << false;
        QTest::newRow("more than three times") << 100.0 << 300.5 << true;
        QTest::newRow("no baseline") << -1.0 << 9000.0 << false;
    }
    void slowIsNotDown()
    {
        QFETCH(double, p95);
        QFETCH(double, ms);
        QFETCH(bool, slow);
        const QJsonObject baseline = p95 < 0 ? QJsonObject() : QJsonObject{{u"p95Ms"_s, p95}};
        const ProbeOutcome judged = judge({CheckState::Up, ms, u"check.file-ok"_s, {}}, baseline);
        QCOMPARE(judged.state, slow ? CheckState::Degraded : CheckState::Up);
        QCOMPARE(judged.code, slow ? u"check.slow"_s : u"check.file-ok"_s);
        QCOMPARE(judge({CheckState::Down, ms, u"path.missing"_s, {}}, baseline).state, CheckState::Down);
        QCOMPARE(judge({CheckState::Unknown, ms, u"check.no-way"_s, {}}, baseline).state, CheckState::Unknown);
    }

    void looksWhereTheAssetIs()
    {
        Snapshot snapshot;
        snapshot.file = u"/home/op/firm.bascule"_s;
        snapshot.project.switchLink = "srv";
        Server source{1, u"vega"_s, ServerRole::Source, ServerKind::Local, "/old", {}};
        Server target{2, u"altair"_s, ServerRole::Target, ServerKind::Local, "/new", {}};
        snapshot.servers = {source, target};
        Asset asset;
        asset.id = 3;
        asset.server = 1;
        asset.path = "srv/app";
        asset.destination = "opt/app";
        snapshot.assets = {asset};
        Check check;
        check.asset = 3;
        QCOMPARE(probeContext(snapshot, check, source, {}, {}).assetPath, std::string("/old/srv/app"));
        QCOMPARE(probeContext(snapshot, check, target, {}, {}).assetPath, std::string("/new/opt/app"));
        QCOMPARE(probeContext(snapshot, check, target, {}, {}).switchLink, std::string("/home/op/srv"));
        check.asset = 0;
        QCOMPARE(probeContext(snapshot, check, target, {}, {}).assetPath, std::string("/new"));
        QCOMPARE(activeServer(snapshot)->id, Id(1));
        snapshot.project.state = MigrationState::CutOver;
        QCOMPARE(activeServer(snapshot)->id, Id(2));
        snapshot.project.state = MigrationState::RolledBack;
        QCOMPARE(activeServer(snapshot)->id, Id(1));
    }

private:
    void put(const std::string& relative, const char* contents)
    {
        const QString path = QString::fromStdString(m_root + "/" + relative);
        QDir().mkpath(QFileInfo(path).absolutePath());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(contents);
    }

    ProbeOutcome look(const QString& kind, const QJsonObject& params)
    {
        const ProbeContext context{m_root, m_root, {}, u"vega"_s, 5000, {}, QDateTime::currentDateTimeUtc()};
        return probeFor(kind)->run(params, context);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::string m_root;
};

QTEST_GUILESS_MAIN(ProbesTest)
#include "tst_probes.moc"
