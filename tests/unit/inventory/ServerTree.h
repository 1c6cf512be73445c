// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"
#include "core/project/ProjectStore.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>
#include <functional>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bascule::test {

using namespace Qt::StringLiterals;

/// A server in a temporary folder, with a project beside it.
class ServerTree
{
public:
    ServerTree()
        : clock(QDateTime(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC))
    {
        QVERIFY(m_dir.isValid());
        QVERIFY(QDir(m_dir.path()).mkpath(u"old"_s) && QDir(m_dir.path()).mkpath(u"new"_s));
        Project project;
        project.name = u"Test"_s;
        auto made = ProjectStore::create(m_dir.filePath(u"p.bascule"_s), project, clock);
        QVERIFY(made.ok());
        store = made.value();
        source = addServer(u"vega"_s, ServerRole::Source, root());
        target = addServer(u"altair"_s, ServerRole::Target, targetRoot());
    }

    ~ServerTree()
    {
        // Qt cannot remove names that are no valid text.
        std::error_code ignored;
        std::filesystem::remove_all(root().toStdString(), ignored);
    }
    ServerTree(const ServerTree&) = delete;
    ServerTree& operator=(const ServerTree&) = delete;

    QByteArray root() const { return (m_dir.path() + u"/old"_s).toUtf8(); }
    QByteArray targetRoot() const { return (m_dir.path() + u"/new"_s).toUtf8(); }
    QByteArray at(const QByteArray& relative) const { return root() + '/' + relative; }

    void folder(const QByteArray& relative) const
    {
        QByteArray path = root();
        for (const QByteArray& part : relative.split('/')) {
            path += '/' + part;
            ::mkdir(path.constData(), 0755);
        }
    }
    void file(const QByteArray& relative, const QByteArray& content = "x") const
    {
        if (const qsizetype slash = relative.lastIndexOf('/'); slash > 0)
            folder(relative.left(slash));
        FILE* out = ::fopen(at(relative).constData(), "wb");
        QVERIFY2(out, relative.constData());
        QCOMPARE(::fwrite(content.constData(), 1, size_t(content.size()), out), size_t(content.size()));
        ::fclose(out);
        ::chmod(at(relative).constData(), 0644);
    }
    void link(const QByteArray& to, const QByteArray& relative) const
    {
        QCOMPARE(::symlink(to.constData(), at(relative).constData()), 0);
    }
    /// Makes a database by SQL; the connection is closed again unless `open` takes it.
    void database(const QByteArray& relative, const QByteArray& sql, sqlite3** open = nullptr) const
    {
        if (const qsizetype slash = relative.lastIndexOf('/'); slash > 0)
            folder(relative.left(slash));
        sqlite3* db = nullptr;
        QCOMPARE(sqlite3_open(at(relative).constData(), &db), SQLITE_OK);
        char* message = nullptr;
        const int rc = sqlite3_exec(db, sql.constData(), nullptr, nullptr, &message);
        QVERIFY2(rc == SQLITE_OK, message ? message : "");
        if (open)
            *open = db;
        else
            sqlite3_close(db);
    }

    Id addServer(const QString& name, ServerRole role, const QByteArray& path) const
    {
        Server server;
        server.name = name;
        server.role = role;
        server.root = path;
        const auto done = store->write([&](StoreTx& tx) -> Result<void> {
            if (auto id = tx.insert(server); !id)
                return id.error();
            return {};
        });
        return done ? server.id : 0;
    }

    Outcome run(Job& job, std::stop_token stop = {})
    {
        Progress progress;
        JobContext context{store.get(), clock, std::move(stop), progress};
        return job.run(context);
    }
    Outcome run(Job&& job) { return run(job); }

    SnapshotPtr snapshot() const { return store->snapshot(); }
    const Asset* asset(const Snapshot& snapshot, const QString& key) const
    {
        for (const Asset& one : snapshot.assets) {
            if (one.key == key && one.server == source)
                return &one;
        }
        return nullptr;
    }
    static std::vector<Finding> findings(const Snapshot& snapshot, const QString& code)
    {
        std::vector<Finding> found;
        for (const Finding& one : snapshot.findings) {
            if (one.code == code)
                found.push_back(one);
        }
        return found;
    }
    bool write(const std::function<Result<void>(StoreTx&)>& change) const { return store->write(change).ok(); }

    FixedClock clock;
    std::shared_ptr<ProjectStore> store;
    Id source = 0, target = 0;

private:
    QTemporaryDir m_dir;
};

} // namespace bascule::test
