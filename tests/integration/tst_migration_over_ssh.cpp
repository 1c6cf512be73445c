// SPDX-License-Identifier: GPL-3.0-or-later
// Rehearsal, cutover and rollback with the old, the new and the test server behind a real sshd. They are folders of
// this machine, so that others' tools can judge what came of it.
#include "core/databases/Sqlite.h"
#include "core/hosts/HostLooks.h"
#include "core/hosts/SshConnection.h"
#include "core/rehearsal/Rehearse.h"
#include "core/rehearsal/Scenarios.h"
#include "core/runbook/RunLock.h"
#include "core/runbook/Subjects.h"
#include "tests/integration/Sshd.h"
#include "tests/unit/cutover/CutoverRig.h"

#include <QScopeGuard>
#include <QStandardPaths>

#include <csignal>
#include <thread>

namespace {

QByteArray tool(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(60'000))
        return "did not end";
    return process.readAll();
}

/// What rsync would still do to make the second tree the first; databases and what stays behind left out.
QByteArray rsyncDifference(const std::string& from, const std::string& to)
{
    return tool(u"rsync"_s, {u"-aHAX"_s, u"-n"_s, u"-i"_s, u"--delete"_s, u"--checksum"_s, u"--exclude=/srv/archive"_s,
                             u"--exclude=/var/lib/shop/shop.db*"_s, u"--omit-dir-times"_s,
                             QFile::decodeName((from + '/').c_str()), QFile::decodeName((to + '/').c_str())});
}

/// Ids of processes whose parent is `parent`, or whose command line has `words` in it.
std::vector<pid_t> processes(pid_t parent, const QByteArray& words)
{
    std::vector<pid_t> found;
    for (const QString& name : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        const pid_t pid = name.toInt();
        QFile status(u"/proc/"_s + name + u"/stat"_s), line(u"/proc/"_s + name + u"/cmdline"_s);
        if (pid <= 0 || !status.open(QIODevice::ReadOnly) || !line.open(QIODevice::ReadOnly))
            continue;
        const QByteArray stat = status.readAll();
        const int ppid = stat.mid(stat.lastIndexOf(')') + 2).split(' ').value(1).toInt();
        if (parent > 0 ? ppid == parent : line.readAll().contains(words))
            found.push_back(pid);
    }
    return found;
}

} // namespace

class TestMigrationOverSsh : public CutoverRig
{
    Q_OBJECT

    std::unique_ptr<Sshd> m_sshd;
    std::unique_ptr<SshConnections> m_connections;

    template <class J>
    Outcome ranHere(J& job)
    {
        Progress progress;
        JobContext context{m_store.get(), m_store->clock(), {}, progress, m_connections.get()};
        return job.run(context);
    }
    template <class J, class... A>
    Outcome ran(A&&... args)
    {
        J job(std::forward<A>(args)...);
        return ranHere(job);
    }

    std::string serverState() const { return at.root + "/server-state"; }
    bool frozenThere(const std::string& root) const
    {
        qputenv("BASCULE_STATE_DIR", QByteArray::fromStdString(serverState()));
        const bool is = frozen(root);
        qputenv("BASCULE_STATE_DIR", QByteArray::fromStdString(at.root + "/state"));
        return is;
    }
    /// Nobody's real home or state is met on the "servers".
    bool startSshd()
    {
        const std::string home = at.root + "/server-home";
        std::filesystem::create_directories(home);
        return m_sshd->start(QByteArray::fromStdString("SetEnv HOME=" + home + " BASCULE_STATE_DIR=" + serverState()));
    }
    void connectAnew()
    {
        SshOptions options;
        options.configFile = m_sshd->config();
        options.connectTimeout = 5;
        m_connections = std::make_unique<SshConnections>(nullptr, options);
    }
    /// As when a cable is pulled: every session ends, and nobody answers.
    void cut()
    {
        std::vector<pid_t> sessions;
        for (const pid_t listener : processes(0, m_sshd->bytes("sshd_config"))) {
            const auto children = processes(listener, {});
            sessions.insert(sessions.end(), children.begin(), children.end());
        }
        m_sshd->stop();
        for (const pid_t session : sessions) {
            for (const pid_t inner : processes(session, {}))
                ::kill(inner, SIGKILL);
            ::kill(session, SIGKILL);
        }
    }
    void expectMigrated()
    {
        QCOMPARE(rsyncDifference(at.oldServer(), at.newServer()), QByteArray());
        QVERIFY(!there(at.newServer() + "/srv/archive"));
        const auto old = sqliteDigest(at.database(at.oldServer())), fresh = sqliteDigest(at.database(at.newServer()));
        QVERIFY(old && fresh);
        QCOMPARE(fresh->hash, old->hash);
        QCOMPARE(linkText(at.link()), at.newServer());
        QVERIFY(frozenThere(at.oldServer()));
    }
    void expectNothingOfOurs()
    {
        m_connections.reset(); // helpers go with their connections
        QCOMPARE(tool(u"find"_s, {QFile::decodeName(at.root.c_str()), u"-name"_s, u".bascule*"_s}), QByteArray());
        QCOMPARE(tool(u"find"_s, {QFile::decodeName((at.root + "/lab").c_str()), u"-mindepth"_s, u"1"_s, u"-maxdepth"_s,
                                  u"1"_s, u"!"_s, u"-name"_s, u"test-server"_s}),
                 QByteArray());
        QCOMPARE(tool(u"find"_s, {QFile::decodeName(serverState().c_str()), u"-type"_s, u"f"_s, u"-name"_s, u"*-*"_s,
                                  u"-size"_s, u"+0"_s}),
                 QByteArray());
    }

private slots:
    void initTestCase()
    {
        QVERIFY2(QFile::exists(u"/usr/sbin/sshd"_s), "openssh-server is missing");
        QVERIFY2(!QStandardPaths::findExecutable(u"rsync"_s).isEmpty(), "rsync is missing");
    }

    void init()
    {
        setUp(m_real);
        m_sshd = std::make_unique<Sshd>();
        QVERIFY2(startSshd(), m_sshd->log());
        m_sshd->know();
        connectAnew();
        const auto moved = m_store->write([&](StoreTx& tx) -> Result<void> {
            auto servers = tx.all<Server>();
            if (!servers)
                return servers.error();
            for (Server& server : *servers) {
                server.kind = ServerKind::Ssh;
                server.address = m_sshd->address();
                if (auto done = tx.update(server); !done)
                    return done;
            }
            return {};
        });
        QVERIFY(moved.ok());
        QVERIFY(giveGo(*m_store).ok());
    }
    void cleanup()
    {
        m_connections.reset();
        m_sshd.reset();
        tearDown();
    }

    void thereAndBack()
    {
        const std::string before = picture(at.oldServer());
        QVERIFY(m_store
                    ->write([&](StoreTx& tx) -> Result<void> {
                        for (const Scenario& one : proposeScenarios(*m_store->snapshot())) {
                            if (auto id = setScenario(tx, one); !id)
                                return id.error();
                        }
                        auto id = tx.append(u"inventory"_s, evidence::CompatibilityRun, {}, {});
                        return id ? Result<void>() : Result<void>(id.error());
                    })
                    .ok());
        const Outcome rehearsed = ran<RehearseJob>();
        QVERIFY2(rehearsed.kind == Outcome::Kind::Succeeded && rehearsed.good, said(rehearsed));
        QVERIFY(lastGoodRehearsal(*m_store->snapshot(), buildRunbook(*m_store->snapshot()).hash));
        QCOMPARE(rsyncDifference(at.oldServer(), at.testServer()), QByteArray());
        QVERIFY(std::filesystem::is_empty(at.newServer()));
        QCOMPARE(picture(at.oldServer()), before);

        const Outcome copied = ran<PresyncJob>();
        QVERIFY2(copied.kind == Outcome::Kind::Succeeded, said(copied));
        write(at.oldServer() + "/srv/shares/rh/late.txt", "written after the first copy");
        const std::string since = picture(at.oldServer());
        const Outcome done = ran<CutoverJob>();
        QVERIFY2(done.kind == Outcome::Kind::Succeeded, said(done));
        expectMigrated();
        QCOMPARE(picture(at.oldServer()), since);

        write(at.newServer() + "/srv/shares/rh/new.txt", "written after the cutover");
        write(at.newServer() + "/srv/shares/rh/secret.txt", "changed after the cutover");
        std::filesystem::remove(at.newServer() + "/srv/shares/compta/2026/facture-7.txt");
        sql(at.database(at.newServer()), "INSERT INTO orders(words) VALUES('after')");
        const auto preview = rollbackPreview(*m_store->snapshot(), {}, m_connections.get());
        QVERIFY2(preview.ok(), preview ? "" : preview.error().code.c_str());
        QCOMPARE(preview->files.deleted, 1);
        QCOMPARE(preview->databases.size(), std::size_t(1));
        const Outcome back = ran<RollbackJob>();
        QVERIFY2(back.kind == Outcome::Kind::Succeeded, said(back));
        QCOMPARE(rsyncDifference(at.newServer(), at.oldServer()), QByteArray());
        QCOMPARE(number(at.database(at.oldServer()), "SELECT count(*) FROM orders"), 201);
        QCOMPARE(linkText(at.link()), at.oldServer());
        QVERIFY(there(at.oldServer() + "/srv/archive/old.bin"));
        QVERIFY(!frozenThere(at.oldServer()) && !frozenThere(at.newServer()));
        // What was replaced is kept beside the old server's root, where the rollback says it is.
        const QString kept = back.facts[u"keptIn"].toString();
        QVERIFY2(kept.startsWith(u"vega:"_s + QString::fromStdString(at.root)), qPrintable(kept));
        QCOMPARE(read(kept.mid(5).toStdString() + "/srv/shares/compta/2026/facture-7.txt"), std::string(7 * 97, 'x'));
        expectNothingOfOurs();
    }

    void aLinkThatIsCutIsGoneOnWith_data()
    {
        QTest::addColumn<QString>("after");
        for (const char* step : {"precheck", "freeze", "verify"})
            QTest::newRow(step) << QString::fromLatin1(step);
    }
    /// Fault rows of lost links: the run stands where it was, and the next start brings it to its end.
    void aLinkThatIsCutIsGoneOnWith()
    {
        QFETCH(QString, after);
        CutoverJob job;
        const auto pause = job.pauseSwitch();
        pause->setPaused(true);
        Outcome outcome;
        std::thread thread([&] { outcome = ranHere(job); });
        const auto ended = qScopeGuard([&] {
            pause->setPaused(false);
            if (thread.joinable())
                thread.join();
        });
        const auto reached = [&] {
            const RunStep* step = stepOf(after.toLatin1().constData());
            return step && step->state == StepState::Verified;
        };
        const auto paused = [&] {
            const Run* run = openCutover(*m_store->snapshot());
            return run && run->facts.contains(u"pausedAt"_s);
        };
        // A step at a time, until the one that the cut is to come after.
        QTRY_VERIFY_WITH_TIMEOUT(paused(), 30'000);
        while (!reached()) {
            pause->setPaused(false);
            QTRY_VERIFY_WITH_TIMEOUT(!paused(), 30'000);
            pause->setPaused(true);
            QTRY_VERIFY_WITH_TIMEOUT(paused(), 60'000);
        }
        cut();
        pause->setPaused(false);
        thread.join();
        QVERIFY2(outcome.kind == Outcome::Kind::Failed && isUnreachable(*outcome.error), said(outcome));
        QVERIFY(openCutover(*m_store->snapshot()));
        QCOMPARE(state(), MigrationState::CutoverRunning);
        QCOMPARE(frozenThere(at.oldServer()), after != u"precheck");
        QCOMPARE(linkText(at.link()), at.oldServer());
        QVERIFY2(startSshd(), m_sshd->log());
        connectAnew();
        const Outcome again = ran<CutoverJob>();
        QVERIFY2(again.kind == Outcome::Kind::Succeeded, said(again));
        expectMigrated();
    }

    void twoOperatorsMeet()
    {
        const auto host = hostFor(*m_store->snapshot()->serverOf(ServerRole::Source), m_connections.get());
        QVERIFY(host.ok());
        const HostPath root(*host, at.oldServer());
        auto first = RunLock::take(u"/one/a.bascule"_s, {root}, u"cutover"_s, m_real);
        QVERIFY2(first.ok(), first ? "" : first.error().code.c_str());
        // Somebody at another machine, with a state folder of its own.
        qputenv("BASCULE_STATE_DIR", QByteArray::fromStdString(at.root + "/state-2"));
        const auto second = RunLock::take(u"/two/b.bascule"_s, {root}, u"cutover"_s, m_real);
        QVERIFY(!second);
        QCOMPARE(second.error().code, std::string("run.locked"));
        QCOMPARE(second.error().subject, "vega:" + at.oldServer());
        QCOMPARE(std::get<std::string>(second.error().params.at("host")), std::string("vega"));
        QVERIFY(std::get<std::int64_t>(second.error().params.at("pid")) >= 0);
        first->reset();
        QVERIFY(RunLock::take(u"/two/b.bascule"_s, {root}, u"cutover"_s, m_real).ok());
    }

    void aServerThatNobodyConnectsIsToldBeforeAnything()
    {
        m_connections.reset();
        const Outcome outcome = ran<CutoverJob>();
        QCOMPARE(code(outcome), u"server.not-connected"_s);
        QVERIFY(!openCutover(*m_store->snapshot()));
        QCOMPARE(code(ran<RehearseJob>()), u"server.not-connected"_s);
    }
};

QTEST_GUILESS_MAIN(TestMigrationOverSsh)
#include "tst_migration_over_ssh.moc"
