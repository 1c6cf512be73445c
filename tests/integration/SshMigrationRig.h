// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A migration whose old, new and test server are behind a real sshd. They are folders of this machine, so that others'
// tools can judge what came of it.
#include "core/databases/Sqlite.h"
#include "core/hosts/SshConnection.h"
#include "tests/integration/Sshd.h"
#include "tests/unit/cutover/CutoverRig.h"

#include <QScopeGuard>
#include <QStandardPaths>

#include <thread>

inline QByteArray tool(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(60'000))
        return "did not end";
    return process.readAll();
}

/// What rsync would still do to make the second tree the first; databases and what stays behind left out.
inline QByteArray rsyncDifference(const std::string& from, const std::string& to)
{
    return tool(u"rsync"_s, {u"-aHAX"_s, u"-n"_s, u"-i"_s, u"--delete"_s, u"--checksum"_s, u"--exclude=/srv/archive"_s,
                             u"--exclude=/var/lib/shop/shop.db*"_s, u"--omit-dir-times"_s,
                             QFile::decodeName((from + '/').c_str()), QFile::decodeName((to + '/').c_str())});
}

class SshMigrationRig : public CutoverRig
{
protected:
    std::unique_ptr<Sshd> m_sshd;
    std::unique_ptr<SshConnections> m_connections;

    template <class J>
    Outcome ranHere(J& job, std::stop_token stop = {})
    {
        Progress progress;
        return ranHere(job, progress, std::move(stop));
    }
    template <class J>
    Outcome ranHere(J& job, Progress& progress, std::stop_token stop)
    {
        JobContext context{m_store.get(), m_store->clock(), std::move(stop), progress, m_connections.get(), m_watches};
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
    bool startSshd(const QByteArray& more = {})
    {
        const std::string home = at.root + "/server-home";
        std::filesystem::create_directories(home);
        return m_sshd->start(QByteArray::fromStdString("SetEnv HOME=" + home + " BASCULE_STATE_DIR=" + serverState()) +
                             (more.isEmpty() ? QByteArray() : '\n' + more));
    }
    void connectAnew()
    {
        SshOptions options;
        options.configFile = m_sshd->config();
        options.connectTimeout = 5;
        m_connections = std::make_unique<SshConnections>(nullptr, options);
    }
    bool isPaused() const
    {
        const SnapshotPtr now = m_store->snapshot();
        const Run* run = openCutover(*now);
        return run && run->facts.contains(u"pausedAt"_s);
    }
    /// Lets a cutover go on step by step, until it waits after that one.
    void pauseAfter(PauseSwitch& pause, const char* code)
    {
        const auto reached = [&] {
            const RunStep* step = stepOf(code);
            return step && step->state == StepState::Verified;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isPaused(), 30'000);
        while (!reached()) {
            pause.setPaused(false);
            // At once: the next step may be a short one.
            QElapsedTimer clock;
            clock.start();
            while (isPaused() && clock.elapsed() < 30'000)
                ::usleep(200);
            pause.setPaused(true);
            QTRY_VERIFY_WITH_TIMEOUT(isPaused(), 60'000);
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
    void expectNoTemporaries()
    {
        m_connections.reset(); // helpers go with their connections
        QCOMPARE(tool(u"find"_s, {QFile::decodeName(at.root.c_str()), u"-name"_s, u".bascule*"_s}), QByteArray());
        QCOMPARE(tool(u"find"_s, {QFile::decodeName((at.root + "/lab").c_str()), u"-mindepth"_s, u"1"_s, u"-maxdepth"_s,
                                  u"1"_s, u"!"_s, u"-name"_s, u"test-server"_s}),
                 QByteArray());
    }
    /// Nor a freeze of anything.
    void expectNothingOfOurs()
    {
        expectNoTemporaries();
        QCOMPARE(tool(u"find"_s, {QFile::decodeName(serverState().c_str()), u"-type"_s, u"f"_s, u"-name"_s, u"*-*"_s,
                                  u"-size"_s, u"+0"_s}),
                 QByteArray());
    }

    static void needTools()
    {
        QVERIFY2(QFile::exists(u"/usr/sbin/sshd"_s), "openssh-server is missing");
        QVERIFY2(!QStandardPaths::findExecutable(u"rsync"_s).isEmpty(), "rsync is missing");
    }
    void setUpServers()
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
    void tearDownServers()
    {
        m_connections.reset();
        m_sshd.reset();
        tearDown();
    }
};
