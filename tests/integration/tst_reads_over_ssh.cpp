// SPDX-License-Identifier: GPL-3.0-or-later
// What a project reads of a server over SSH is what it reads of the same folder here: inventory, dependencies,
// compatibility, backups. A real sshd, real files.
#include "core/backups/Backups.h"
#include "core/compatibility/CompatibilityJob.h"
#include "core/databases/DatabaseTest.h"
#include "core/databases/Scratch.h"
#include "core/dependencies/DependencyScanJob.h"
#include "core/hosts/SshConnection.h"
#include "core/inventory/InventoryJob.h"
#include "tests/integration/Sshd.h"

#include <QJsonDocument>
#include <QTest>

#include <csignal>
#include <sqlite3.h>
#include <thread>

using namespace bascule;
using namespace Qt::StringLiterals;

namespace {

QByteArray why(const Outcome& outcome)
{
    if (!outcome.error)
        return outcome.kind == Outcome::Kind::Cancelled ? "cancelled" : "no error";
    return QByteArray::fromStdString(outcome.error->code + ": " + outcome.error->subject + ": " +
                                     outcome.error->detail);
}

/// A project about one source and one target, each by a folder or over SSH.
class World
{
public:
    World(const QString& file, const QByteArray& source, const QByteArray& target, const QString& address)
    {
        Project project;
        project.name = u"P"_s;
        auto made = ProjectStore::create(file, project, clock);
        if (made)
            store = made.value();
        sourceId = add(u"vega"_s, ServerRole::Source, source, address);
        targetId = add(u"altair"_s, ServerRole::Target, target, address);
    }

    Id add(const QString& name, ServerRole role, const QByteArray& root, const QString& address,
           bool sudo = false) const
    {
        Server server;
        server.name = name;
        server.role = role;
        server.root = root;
        server.address = address;
        server.sudo = sudo;
        server.kind = address.isEmpty() ? ServerKind::Local : ServerKind::Ssh;
        Id id = 0;
        const auto written = store->write([&](StoreTx& tx) -> Result<void> {
            auto inserted = tx.insert(server);
            if (!inserted)
                return inserted.error();
            id = *inserted;
            return {};
        });
        return written ? id : 0;
    }

    Outcome run(Job&& job, std::stop_token stop = {}, Progress* watched = nullptr)
    {
        Progress own;
        JobContext context{store.get(), clock, std::move(stop), watched ? *watched : own, connections.get()};
        return job.run(context);
    }

    /// The rows of a kind without what differs from project to project.
    template <class T>
    QByteArray rows(const std::vector<T>& all, const QByteArray& root) const
    {
        QJsonArray array;
        for (const T& row : all)
            array.append(toJson(row));
        QByteArray text = QJsonDocument(array).toJson();
        text.replace(root, "ROOT");
        return text;
    }

    FixedClock clock{QDateTime(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC)};
    std::shared_ptr<ProjectStore> store;
    std::shared_ptr<SshConnections> connections;
    Id sourceId = 0, targetId = 0;
};

} // namespace

class ReadsOverSshTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Sshd> m_server;
    std::unique_ptr<QTemporaryDir> m_dir, m_runtime;

    QByteArray old() const { return m_dir->filePath(u"old"_s).toUtf8(); }
    QByteArray fresh() const { return m_dir->filePath(u"new"_s).toUtf8(); }

    void sh(const QString& command) const
    {
        QProcess process;
        process.setWorkingDirectory(QFile::decodeName(old()));
        process.start(u"/bin/sh"_s, {u"-ec"_s, command});
        QVERIFY(process.waitForFinished(60'000));
        QVERIFY2(process.exitCode() == 0, (command.toUtf8() + process.readAllStandardError()).constData());
    }
    void sql(const QByteArray& path, const char* statements) const
    {
        sqlite3* db = nullptr;
        QCOMPARE(sqlite3_open((old() + '/' + path).constData(), &db), SQLITE_OK);
        QCOMPARE(sqlite3_exec(db, statements, nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(db);
    }
    void put(const char* path, const QByteArray& content) const
    {
        QFile file(QFile::decodeName(old() + '/' + path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    void makeEtc() const
    {
        put("etc/passwd", "root:x:0:0::/root:/bin/sh\nshop:x:1700:1700::/:/bin/sh\n");
        put("etc/group", "root:x:0:\nshop:x:1700:\n");
        put("../new/etc/passwd", "root:x:0:0::/root:/bin/sh\nother:x:1700:1700::/:/bin/sh\n");
        put("etc/hostname", "vega\n");
        put("etc/hosts", "127.0.0.1 localhost\n10.1.1.1 vega.lan vega\n");
        put("etc/cron.d/shop", "0 5 1 * * root /opt/shop/bin/run.sh\n");
        put("etc/systemd/system/shop.service", "[Service]\nExecStart=/opt/shop/bin/run.sh\n");
    }
    void makeApplication() const
    {
        put("opt/shop/etc/shop.ini",
            "[db]\npath = /var/lib/shop/shop.db\n[ldap]\nhost = ldap.example.org\nport = 389\n");
        put("opt/shop/bin/run.sh", "#!/bin/sh\ncp /srv/shares/compta/bilan.ods /opt/gone/there\n");
        put("opt/shop/VERSION", "2.4.1\n");
    }
    std::unique_ptr<World> here(const QString& name) const
    {
        return std::make_unique<World>(m_dir->filePath(name), old(), fresh(), QString());
    }
    std::unique_ptr<World> far(const QString& name) const
    {
        auto world = std::make_unique<World>(m_dir->filePath(name), old(), fresh(), m_server->address());
        SshOptions options;
        options.configFile = m_server->config();
        options.connectTimeout = 5;
        world->connections = std::make_shared<SshConnections>(std::shared_ptr<Prompter>(), options);
        return world;
    }
    /// The ssh processes that keep this test's connections.
    std::vector<qint64> masters() const
    {
        std::vector<qint64> found;
        for (const QString& pid : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
            QFile file(u"/proc/"_s + pid + u"/cmdline"_s);
            const QByteArray line = file.open(QIODevice::ReadOnly) ? file.readAll().replace('\0', ' ') : QByteArray();
            if (line.left(line.indexOf(' ')).endsWith("ssh") && line.contains(QFile::encodeName(m_runtime->path())))
                found.push_back(pid.toLongLong());
            if (line.startsWith("ssh: ") && line.contains(QFile::encodeName(m_runtime->path())))
                found.push_back(pid.toLongLong());
        }
        return found;
    }
    QStringList scratch() const
    {
        return QDir(m_dir->filePath(u"scratch"_s)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

private slots:
    void initTestCase()
    {
        QVERIFY2(QFile::exists(u"/usr/sbin/sshd"_s), "openssh-server is missing");
        m_runtime = std::make_unique<QTemporaryDir>(u"/tmp/bt-XXXXXX"_s);
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_runtime->path()));
    }

    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        qputenv("BASCULE_SCRATCH_DIR", m_dir->filePath(u"scratch"_s).toUtf8());
        QVERIFY(QDir(m_dir->path()).mkpath(u"old"_s) && QDir(m_dir->path()).mkpath(u"new/etc"_s));
        sh(u"mkdir -p etc/cron.d etc/systemd/system opt/shop/etc opt/shop/bin srv/shares/compta srv/backups "
           "var/lib/shop"_s);
        makeEtc();
        makeApplication();
        sh(u"for i in 1 2 3 4 5 6 7 8; do echo line $i > srv/shares/compta/file$i; done; "
           "printf x > srv/shares/compta/bilan.ods; ln -s /srv/shares/compta srv/shares/link; "
           "ln -s /nowhere srv/shares/broken; ln -s /etc/../usr srv/shares/out; "
           "ln srv/shares/compta/file1 srv/shares/compta/same; chmod 0666 srv/shares/compta/file2; "
           "printf x > srv/shares/$(printf 'caf\\351')"_s);
        sql("var/lib/shop/shop.db", "PRAGMA journal_mode=WAL; CREATE TABLE t(a INTEGER PRIMARY KEY, b); "
                                    "INSERT INTO t VALUES(1,'x'),(2,'y'); CREATE VIEW v AS SELECT b FROM t;");
        sh(u"tar -C srv/shares/compta -czf srv/backups/compta-20261101.tar.gz . && "
           "tar -C srv/shares/compta -cf srv/backups/cut.tar . && truncate -s 3000 srv/backups/cut.tar && "
           "tar -cf srv/backups/shop-20261101.tar var/lib/shop/shop.db"_s);
        m_server = std::make_unique<Sshd>();
        QVERIFY2(m_server->start(), m_server->log());
        m_server->know();
    }
    void cleanup()
    {
        m_server.reset();
        std::error_code ignored; // Qt cannot remove names that are no valid text
        std::filesystem::remove_all(m_dir->path().toStdString(), ignored);
        m_dir.reset();
    }

    void whatIsReadIsTheSame();
    void backupsOfAServer();
    void aBackupIsMadeHere();
    void closedFoldersAreBlindSpots();
    void missingPathsBelowTheRoot();
    void aLostLinkIsAnErrorAndNothingIsHalfRecorded();
    void cancellingEndsSoon();
};

void ReadsOverSshTest::whatIsReadIsTheSame()
{
    const auto local = here(u"here.bascule"_s), remote = far(u"far.bascule"_s);
    for (World* world : {local.get(), remote.get()}) {
        Outcome done = world->run(InventoryJob({world->sourceId, world->targetId}));
        QVERIFY2(done.kind == Outcome::Kind::Succeeded, why(done).constData());
        done = world->run(DependencyScanJob());
        QVERIFY2(done.kind == Outcome::Kind::Succeeded, why(done).constData());
        done = world->run(CompatibilityJob());
        QVERIFY2(done.kind == Outcome::Kind::Succeeded, why(done).constData());
        done = world->run(DatabaseTestJob());
        QVERIFY2(done.kind == Outcome::Kind::Succeeded && done.good, why(done).constData());
    }
    const SnapshotPtr a = local->store->snapshot(), b = remote->store->snapshot();
    QVERIFY(a->assets.size() >= 8);
    QVERIFY(a->dependencies.size() >= 4);
    QCOMPARE(remote->rows(b->assets, old()), local->rows(a->assets, old()));
    QCOMPARE(remote->rows(b->dependencies, old()), local->rows(a->dependencies, old()));
    const auto said = [](const Snapshot& snapshot) {
        QStringList codes;
        for (const Finding& finding : snapshot.findings) {
            const QJsonObject& params = finding.params;
            // A path beside a part of a machine's tree is not looked for: it may well be there.
            if (finding.code == u"dependencies.path-missing"_s)
                continue;
            codes += finding.room + u' ' + finding.key + u' ' + finding.subject + u' ' +
                     QString::number(params[u"count"_s].toInteger());
        }
        codes.sort();
        return codes.join(u'\n');
    };
    QCOMPARE(said(*b), said(*a));
    QVERIFY(said(*a).contains(u"inventory.broken-link"_s) && said(*a).contains(u"inventory.unknown-owner"_s) == false);
    QCOMPARE(scratch(), QStringList());
}

void ReadsOverSshTest::backupsOfAServer()
{
    const auto remote = far(u"far.bascule"_s);
    Outcome done = remote->run(InventoryJob());
    QVERIFY2(done.kind == Outcome::Kind::Succeeded, why(done).constData());
    done = remote->run(DiscoverBackupsJob());
    QVERIFY2(done.kind == Outcome::Kind::Succeeded, why(done).constData());
    QCOMPARE(done.facts[u"found"_s].toInteger(), 3);
    QVERIFY(done.facts[u"added"_s].toInteger() >= 2);
    const auto backupNamed = [&](const char* name) {
        const SnapshotPtr snapshot = remote->store->snapshot();
        for (const Backup& backup : snapshot->backups) {
            if (backup.path.endsWith(name))
                return backup;
        }
        return Backup();
    };
    const Backup good = backupNamed("compta-20261101.tar.gz");
    QVERIFY(good.id != 0);
    QCOMPARE(good.path, QByteArray("srv/backups/compta-20261101.tar.gz"));
    QCOMPARE(good.server, remote->sourceId);
    QCOMPARE(remote->store->snapshot()->asset(good.asset)->path, QByteArray("srv/shares/compta"));
    done = remote->run(RestoreTestJob({good.id, backupNamed("shop-20261101.tar").id}));
    QVERIFY2(done.kind == Outcome::Kind::Succeeded, why(done).constData());
    for (const char* name : {"compta-20261101.tar.gz", "shop-20261101.tar"}) {
        const Backup tested = backupNamed(name);
        const QByteArray problems = QJsonDocument(tested.problems).toJson() + QJsonDocument(tested.comparison).toJson();
        QVERIFY2(tested.restore == RestoreState::Restored, problems.constData());
        QCOMPARE(tested.comparison[u"missing"].toInteger() + tested.comparison[u"different"].toInteger(), 0);
        QVERIFY(tested.comparison[u"equal"].toInteger() >= 1);
    }
    // What the server holds now is compared, by hashes made there.
    sh(u"printf 'LINE 3\n' > srv/shares/compta/file3 && touch -d 2020-01-01 srv/shares/compta/file3 && "
       "rm srv/shares/compta/file4"_s);
    done = remote->run(RestoreTestJob({good.id}));
    QVERIFY2(done.kind == Outcome::Kind::Succeeded && !done.good, why(done).constData());
    QCOMPARE(backupNamed("compta-20261101.tar.gz").comparison[u"different"].toInteger(), 1);
    QCOMPARE(backupNamed("compta-20261101.tar.gz").comparison[u"removedSince"].toInteger(), 1);
    // A broken one, and one that is gone, are said of the file there.
    const auto add = [&](const char* path) {
        return remote->run(AddBackupJob({good.asset, remote->sourceId, path, u"auto"_s}));
    };
    QCOMPARE(add("srv/backups/none.tar").error->code, std::string("path.missing"));
    done = add("srv/backups/cut.tar");
    QVERIFY2(done.kind == Outcome::Kind::Succeeded, why(done).constData());
    const Id cut = done.facts[u"backup"_s].toInteger();
    done = remote->run(BackupReadJob({cut}));
    QVERIFY2(done.kind == Outcome::Kind::Succeeded && !done.good, why(done).constData());
    QCOMPARE(backupNamed("cut.tar").read, ReadState::CutShort);
    QCOMPARE(backupNamed("cut.tar").problems[0][u"subject"].toString(),
             u"vega:"_s + QFile::decodeName(old()) + u"/srv/backups/cut.tar"_s);
    sh(u"rm srv/backups/cut.tar"_s);
    done = remote->run(BackupReadJob({cut}));
    QCOMPARE(backupNamed("cut.tar").read, ReadState::Missing);
    QCOMPARE(scratch(), QStringList());
}

void ReadsOverSshTest::aBackupIsMadeHere()
{
    const auto remote = far(u"far.bascule"_s);
    QVERIFY(remote->run(InventoryJob()).kind == Outcome::Kind::Succeeded);
    sh(u"chmod 0640 srv/shares/compta/file5; chown 1700:1700 srv/shares/compta/file5 2>/dev/null || true; "
       "mkdir 'srv/shares/compta/odd [x]*'"_s);
    sql("srv/shares/compta/odd [x]*/notes.db", "CREATE TABLE n(a); INSERT INTO n VALUES(7);");
    const SnapshotPtr before = remote->store->snapshot();
    for (const Asset& asset : before->assets) {
        if (asset.path != "srv/shares/compta" && asset.path != "var/lib/shop/shop.db")
            continue;
        const Outcome made = remote->run(MakeBackupJob(asset.id));
        QVERIFY2(made.kind == Outcome::Kind::Succeeded, why(made).constData());
        const Backup backup = *remote->store->snapshot()->backup(made.facts[u"backup"_s].toInteger());
        const QByteArray problems = QJsonDocument(backup.problems).toJson() + QJsonDocument(made.facts).toJson();
        QVERIFY2(made.good, problems.constData());
        QCOMPARE(backup.server, Id(0));
        QVERIFY(backup.path.startsWith(m_dir->path().toUtf8()));
        QCOMPARE(made.facts[u"databases"_s].toInteger(), 1);
        const auto listed =
            Sshd::tool({u"tar"_s, u"--zstd"_s, u"--numeric-owner"_s, u"-tvf"_s, QFile::decodeName(backup.path)});
        QVERIFY(listed.has_value());
        if (asset.path == "srv/shares/compta" && ::geteuid() == 0)
            QVERIFY2(listed->contains("-rw-r----- 1700/1700"), listed->constData());
    }
    QCOMPARE(remote->store->snapshot()->backups.size(), std::size_t(2));
    QCOMPARE(scratch(), QStringList());
}

void ReadsOverSshTest::closedFoldersAreBlindSpots()
{
    if (::geteuid() != 0)
        QSKIP("needs an account that may not read: run as root");
    QVERIFY(Sshd::tool({u"useradd"_s, u"-m"_s, u"-p"_s, u"*"_s, u"bascule-r1"_s}).has_value());
    m_server->put("authorized_keys", m_server->read("client.pub"));
    std::filesystem::permissions(m_dir->path().toStdString(), std::filesystem::perms(0755));
    sh(u"mkdir srv/shares/secret && printf k > srv/shares/secret/k && chmod 700 srv/shares/secret && "
       "printf 'path=/x' > opt/shop/etc/closed.conf && chmod 600 opt/shop/etc/closed.conf"_s);
    auto remote = far(u"far.bascule"_s);
    const QString address = u"bascule-r1@127.0.0.1:"_s + QString::number(m_server->port());
    const Id server = remote->add(u"deneb"_s, ServerRole::Source, old(), address);
    const Outcome done = remote->run(InventoryJob({server}));
    const Outcome scanned = remote->run(DependencyScanJob());
    // As root through sudo, nothing is hidden.
    const QString rule = u"/etc/sudoers.d/bascule-r1"_s;
    QFile sudoers(rule);
    const bool maySudo = QFile::exists(u"/usr/bin/sudo"_s) && sudoers.open(QIODevice::WriteOnly);
    sudoers.write("bascule-r1 ALL=(ALL) NOPASSWD: ALL\n");
    sudoers.close();
    const Id asRoot = remote->add(u"rigel"_s, ServerRole::Other, old(), address, true);
    const Outcome whole = maySudo ? remote->run(InventoryJob({asRoot})) : Outcome::succeeded();
    remote->connections->closeAll();
    QFile::remove(rule);
    Sshd::tool({u"userdel"_s, u"-f"_s, u"-r"_s, u"bascule-r1"_s});
    QVERIFY2(done.kind == Outcome::Kind::Succeeded, why(done).constData());
    QVERIFY2(scanned.kind == Outcome::Kind::Succeeded, why(scanned).constData());
    QVERIFY2(whole.kind == Outcome::Kind::Succeeded, why(whole).constData());
    QStringList blind;
    QString command;
    const SnapshotPtr snapshot = remote->store->snapshot();
    for (const Finding& finding : snapshot->findings) {
        if (finding.kind != FindingKind::BlindSpot)
            continue;
        QVERIFY2(finding.server != asRoot, qPrintable(finding.subject));
        blind += finding.code + u' ' + finding.subject;
        if (finding.code == u"inventory.blind-denied"_s)
            command = finding.params[u"command"_s].toString();
    }
    QVERIFY2(blind.contains(u"inventory.blind-denied srv/shares/secret"_s), qPrintable(blind.join(u'\n')));
    QVERIFY2(blind.contains(u"inventory.blind-files opt/shop/etc"_s), qPrintable(blind.join(u'\n')));
    QVERIFY2(blind.contains(u"dependencies.unread opt/shop/etc/closed.conf"_s), qPrintable(blind.join(u'\n')));
    QVERIFY2(command.startsWith(u"sudo setfacl -R -m u:bascule-r1:rX -- "_s), qPrintable(command));
}

/// Of a part of a machine's tree: what is named below it and is not there is missing, what lies beside it is not known.
void ReadsOverSshTest::missingPathsBelowTheRoot()
{
    const QByteArray gone = old() + "/opt/lost/deep/x";
    put("opt/shop/etc/paths.conf", "cache = " + gone + "\nbeside = /opt/away/deep/x\n");
    const auto remote = far(u"far.bascule"_s);
    Outcome done = remote->run(InventoryJob());
    QVERIFY2(done.kind == Outcome::Kind::Succeeded, why(done).constData());
    done = remote->run(DependencyScanJob());
    QVERIFY2(done.kind == Outcome::Kind::Succeeded, why(done).constData());
    QStringList missing;
    for (const Finding& finding : remote->store->snapshot()->findings) {
        if (finding.code == u"dependencies.path-missing"_s)
            missing += finding.subject + u' ' + QString::number(finding.params[u"count"_s].toInteger());
    }
    QCOMPARE(missing, QStringList(QString::fromUtf8(gone) + u" 1"_s));
}

void ReadsOverSshTest::aLostLinkIsAnErrorAndNothingIsHalfRecorded()
{
    const auto remote = far(u"far.bascule"_s);
    QVERIFY(remote->run(InventoryJob()).kind == Outcome::Kind::Succeeded);
    const QByteArray before = remote->rows(remote->store->snapshot()->assets, {});
    const std::size_t lines = remote->store->snapshot()->evidence.size();
    // Enough to be busy with when the server goes.
    sh(u"mkdir many && cd many && for d in $(seq 40); do mkdir $d; (cd $d; seq 1000 | xargs touch); done"_s);
    m_server->stop(); // the connection that there is goes on, no new one is had
    Progress progress;
    std::jthread cutter([&](const std::stop_token& stop) {
        while (!stop.stop_requested() && progress.sample().itemsDone == 0)
            std::this_thread::yield();
        for (const qint64 pid : masters())
            ::kill(pid_t(pid), SIGKILL);
    });
    const Outcome done = remote->run(InventoryJob(), {}, &progress);
    cutter.request_stop();
    cutter.join();
    QVERIFY(done.kind == Outcome::Kind::Failed && done.error);
    const QString code = QString::fromStdString(done.error->code);
    QVERIFY2(code.startsWith(u"link."_s) || code.startsWith(u"ssh."_s) || code.startsWith(u"helper."_s),
             why(done).constData());
    QCOMPARE(remote->rows(remote->store->snapshot()->assets, {}), before);
    QCOMPARE(remote->store->snapshot()->evidence.size(), lines);
}

void ReadsOverSshTest::cancellingEndsSoon()
{
    const auto remote = far(u"far.bascule"_s);
    std::stop_source stop;
    stop.request_stop();
    for (const Outcome& done :
         {remote->run(InventoryJob(), stop.get_token()), remote->run(DiscoverBackupsJob(), stop.get_token())})
        QCOMPARE(int(done.kind), int(Outcome::Kind::Cancelled));
    QCOMPARE(remote->store->snapshot()->assets.size(), std::size_t(0));
}

QTEST_GUILESS_MAIN(ReadsOverSshTest)
#include "tst_reads_over_ssh.moc"
