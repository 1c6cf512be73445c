// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backups/Backups.h"

#include "core/backups/Compare.h"
#include "core/backups/Here.h"
#include "core/backups/Prove.h"
#include "core/backups/Unpack.h"
#include "core/databases/Scratch.h"
#include "core/databases/Sqlite.h"
#include "core/hosts/Host.h"

#include <QElapsedTimer>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

/// One restore test from the file to the verdict.
class RestoreTest
{
public:
    RestoreTest(JobContext& context, Backup backup)
        : m_context(context)
        , m_backup(std::move(backup))
        , m_snapshot(context.store->snapshot())
    {
    }

    Result<Proof> run()
    {
        m_asset = m_snapshot->asset(m_backup.asset);
        if (!m_asset)
            return makeError("backup.asset-unknown", QString::number(m_backup.asset));
        const Server* home = m_snapshot->server(m_asset->server);
        if (!home)
            return makeError("backup.server-unknown", QString::number(m_asset->server));
        const auto where = placeOfBackup(*m_snapshot, m_backup, m_context.connections, m_context.stop);
        if (!where)
            return where.error();
        const auto source = hostFor(*home, m_context.connections, m_context.stop);
        if (!source)
            return source.error();
        auto scratch = ScratchFolder::make("restore");
        if (!scratch)
            return scratch.error();
        m_root = scratch.value()->path();
        auto tested = test(where.value(), source.value());
        scratch.value()->remove();
        if (!tested)
            return tested.error();
        if (m_cancelled || m_context.stop.stop_requested())
            return Proof{true, false};
        auto written = m_context.store->write([this](StoreTx& tx) { return record(tx); });
        if (!written)
            return written.error();
        return Proof{false, m_ok};
    }

private:
    Result<void> test(const HostPath& where, const HostPtr& source)
    {
        if (auto unpacked = unpack(where); !unpacked || m_cancelled)
            return unpacked;
        if (!m_ok) {
            notReached(u"restore.databases"_s);
            notReached(u"restore.compare"_s);
            return {};
        }
        if (auto opened = openDatabases(); !opened)
            return opened;
        return compare(source);
    }

    Result<void> unpack(const HostPath& where)
    {
        QElapsedTimer timer;
        timer.start();
        Unpacker unpacker(m_root);
        if (auto ready = unpacker.ready(); !ready)
            return ready;
        engine::Counters& counters =
            m_context.progress.part(u"phase.restore-unpacking"_s, {{u"name"_s, backupName(m_backup)}});
        auto report = readArchiveAt(where, {}, &unpacker, counters, m_context.stop);
        counters.totalsKnown = true;
        if (!report)
            return report.error();
        m_report = *report;
        m_cancelled = report->cancelled;
        if (m_cancelled)
            return {};
        // Only what is on the disk has been restored.
        if (auto settled = unpacker.settle(); !settled)
            return settled;
        for (const QJsonValue& problem : unpacker.problems())
            m_problems.append(problem);
        m_ok = report->state == ReadState::Intact && !hasRealProblem(unpacker.problems());
        m_restoreMs = timer.elapsed();
        step(u"restore.unpack"_s, m_ok, m_restoreMs,
             {{u"count"_s, unpacker.files()}, {u"bytes"_s, unpacker.bytes()}, {u"folders"_s, unpacker.folders()}});
        return {};
    }

    /// Every database that came back is opened and checked, whatever it is called: a restore ends when they work.
    Result<void> openDatabases()
    {
        QElapsedTimer timer;
        timer.start();
        engine::Counters& counters = m_context.progress.part(u"phase.restore-databases"_s);
        std::vector<std::string> databases;
        auto walked = engine::walk(m_root, {}, m_context.stop, [&](const engine::TreeEntry& entry) {
            if (entry.kind == 'f' && isSqlite(m_root + '/' + entry.path).valueOr(false))
                databases.push_back(entry.path);
            return true;
        });
        if (!walked)
            return walked.error();
        counters.itemsTotal = qint64(databases.size());
        counters.totalsKnown = true;
        int bad = 0;
        for (const std::string& database : databases) {
            bad += openDatabase(database) ? 0 : 1;
            counters.itemsDone.fetch_add(1);
            if (m_context.stop.stop_requested())
                return {};
        }
        m_ok = m_ok && bad == 0;
        m_restoreMs += timer.elapsed();
        step(u"restore.databases"_s, bad == 0, timer.elapsed(),
             {{u"count"_s, qint64(databases.size())}, {u"bad"_s, bad}});
        return {};
    }

    bool openDatabase(const std::string& database)
    {
        const std::string path = m_root + '/' + database;
        const auto problem = [&](const QString& detail) {
            m_problems.append(backupProblem("backup.database-damaged", displayPath(database), {{u"detail"_s, detail}}));
            return false;
        };
        if (auto settled = sqliteSettle(path, m_context.stop); !settled)
            return problem(QString::fromStdString(settled.error().detail));
        auto integrity = sqliteIntegrity(path, m_context.stop);
        if (!integrity)
            return problem(QString::fromStdString(integrity.error().detail));
        if (!integrity->ok)
            return problem(integrity->problems.join(u"; "_s));
        if (integrity->foreignKeyErrors > 0)
            m_problems.append(backupProblem("backup.database-orphans", displayPath(database),
                                            {{u"count"_s, integrity->foreignKeyErrors}}, true));
        return true;
    }

    Result<void> compare(const HostPtr& source)
    {
        QElapsedTimer timer;
        timer.start();
        engine::Counters& counters =
            m_context.progress.part(u"phase.restore-comparing"_s, {{u"name"_s, m_asset->name}});
        counters.bytesTotal = m_asset->bytes;
        auto compared =
            compareRestored(source, *m_asset, m_snapshot->assets, m_root, m_report.madeAt, counters, m_context.stop);
        counters.totalsKnown = true;
        if (!compared)
            return compared.error();
        m_comparison = compared->toJson();
        for (const QJsonValue& problem : compared->problems)
            m_problems.append(problem);
        const bool good = compared->found && compared->own.good();
        m_ok = m_ok && good;
        step(u"restore.compare"_s, good, timer.elapsed(),
             {{u"count"_s, compared->own.equal + compared->own.changedSince},
              {u"equal"_s, compared->own.equal},
              {u"changedSince"_s, compared->own.changedSince},
              {u"missing"_s, compared->own.missing},
              {u"different"_s, compared->own.different}});
        const qint64 objective = recoveryObjectiveMs(*m_snapshot, *m_asset);
        if (m_restoreMs > objective)
            m_problems.append(backupProblem("backup.over-objective", displayPath(m_backup.path),
                                            {{u"ms"_s, m_restoreMs}, {u"objective"_s, objective}}, true));
        return {};
    }

    void step(const QString& code, bool ok, qint64 ms, const QJsonObject& params)
    {
        m_steps.append(QJsonObject{{u"code"_s, code}, {u"ok"_s, ok}, {u"ms"_s, ms}, {u"params"_s, params}});
    }
    void notReached(const QString& code) { step(code, false, -1, {}); }

    Result<void> record(StoreTx& tx)
    {
        if (auto read = recordReading(tx, m_backup.id, m_report); !read)
            return read;
        auto row = tx.get<Backup>(m_backup.id);
        if (!row)
            return row.error();
        Backup backup = *row;
        QJsonArray problems;
        for (const QJsonValue& problem : backup.problems) {
            if (!problem[u"restore"].toBool())
                problems.append(problem);
        }
        for (const QJsonValue& problem : m_problems) {
            QJsonObject found = problem.toObject();
            found.insert(u"restore"_s, true);
            problems.append(found);
        }
        backup.problems = problems;
        backup.restore = m_ok ? RestoreState::Restored : RestoreState::Failed;
        backup.restoredAt = tx.now();
        backup.restoreMs = m_restoreMs;
        backup.comparison = m_comparison;
        backup.steps = m_steps;
        QJsonArray codes;
        for (const QJsonValue& problem : backup.problems)
            codes.append(problem[u"code"]);
        const QJsonObject data{{u"backup"_s, backup.id}, {u"asset"_s, backup.asset},      {u"ok"_s, m_ok},
                               {u"ms"_s, m_restoreMs},   {u"comparison"_s, m_comparison}, {u"hash"_s, backup.hash},
                               {u"problems"_s, codes}};
        auto noted = tx.append(u"backups"_s, evidence::BackupRestored, displayPath(backup.path), data);
        if (!noted)
            return noted.error();
        backup.restoreEvidence = *noted;
        return tx.update(backup);
    }

    JobContext& m_context;
    Backup m_backup;
    SnapshotPtr m_snapshot;
    const Asset* m_asset = nullptr;
    std::string m_root;
    ArchiveReport m_report;
    QJsonArray m_problems, m_steps;
    QJsonObject m_comparison;
    qint64 m_restoreMs = 0;
    bool m_ok = false, m_cancelled = false;
};

} // namespace

Result<Proof> proveByRestoring(JobContext& context, const Backup& backup)
{
    return RestoreTest(context, backup).run();
}

Item RestoreTestJob::title() const
{
    return titleOf(u"job.restore-test"_s);
}

Outcome RestoreTestJob::run(JobContext& context)
{
    return proveEach(context, proveByRestoring, u"restored"_s);
}

} // namespace bascule
