// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"

#include <optional>
#include <vector>

namespace bascule {

/// What a backup is registered with.
struct NewBackup
{
    Id asset = 0;
    Id server = 0; ///< 0: the asset's
    Path path;     ///< relative to the server's root, or absolute
    QString kind = QStringLiteral("auto");
    bool here = false; ///< an absolute path of this machine, whatever the server
    /// What was seen of the file; needed of one on a server over SSH, see lookAtBackup().
    struct Seen
    {
        qint64 bytes = 0;
        QDateTime madeAt;
    };
    std::optional<Seen> seen = {};
};

/// Sees to it that addBackup() need not ask a server. Blocking. Errors: "backup.server-unknown", "path.missing",
/// "path.not-a-file", those of hostFor() and of the way.
Result<NewBackup> lookAtBackup(const Snapshot& snapshot, NewBackup wanted, SshConnections* connections,
                               std::stop_token stop);

/// Registers a backup; the same asset, server and path give the same row again. Errors: "backup.asset-unknown",
/// "backup.server-unknown", "backup.kind-not-yet" (sql, pgdump, restic, borg), "backup.kind-unknown", "path.missing",
/// "path.not-a-file", "server.not-connected" (of one on a server over SSH that was not looked at), those of the store.
Result<Id> addBackup(StoreTx& tx, const NewBackup& wanted);
Result<void> removeBackup(StoreTx& tx, Id id);

/// Both, for a file on any server. Facts: backup.
class AddBackupJob final : public Job
{
public:
    explicit AddBackupJob(NewBackup wanted)
        : m_wanted(std::move(wanted))
    {
    }
    Item title() const override;
    QStringList resources() const override { return {QStringLiteral("backups")}; }
    Outcome run(JobContext& context) override;

private:
    NewBackup m_wanted;
};

/// An archive found in a folder of backups and the asset that it seems to be of.
struct BackupProposal
{
    Id server = 0;
    Id asset = 0; ///< 0: none fits
    Path path;
    QString kind;
    QDateTime madeAt;
    qint64 bytes = 0;
    int score = 0;      ///< percent of the looked-at entries that lie in the asset
    bool known = false; ///< registered already
};

/// Looks through the Backups assets of the source servers for archives and reads the beginning of each. Blocking; reads
/// only. Errors: "cancelled", those of the hosts.
Result<std::vector<BackupProposal>> discoverBackups(const Snapshot& snapshot, SshConnections* connections,
                                                    std::stop_token stop);

/// Registers what discoverBackups() finds and can place. Facts: found, added.
class DiscoverBackupsJob final : public Job
{
public:
    Item title() const override;
    QStringList resources() const override { return {QStringLiteral("backups")}; }
    Outcome run(JobContext& context) override;
};

struct Proof;

/// What reading and restoring share: the backups they are about, one after the other.
class BackupProofJob : public Job
{
public:
    /// All backups when `ids` is empty. `name`: what the title calls it, when it is about one.
    explicit BackupProofJob(std::vector<Id> ids = {}, QString name = {})
        : m_ids(std::move(ids))
        , m_name(std::move(name))
    {
    }
    QStringList resources() const override { return {QStringLiteral("backups")}; }

protected:
    using Prove = Result<Proof> (*)(JobContext&, const Backup&);
    /// `code` with "-all" or "-one" behind it where that fits.
    Item titleOf(const QString& code) const;
    /// Proves each; `goodKey` counts the good ones in the facts.
    Outcome proveEach(JobContext& context, Prove prove, const QString& goodKey);

private:
    std::vector<Id> m_ids;
    QString m_name;
};

/// Reads backups whole, every byte and every checksum inside. Good when all are intact. Evidence: backup.read.
/// Errors: "backup.unknown", "backup.kind-not-yet".
class BackupReadJob final : public BackupProofJob
{
public:
    using BackupProofJob::BackupProofJob;
    Item title() const override;
    Outcome run(JobContext& context) override;
};

/// Restores backups for real into a private scratch folder on this machine (one that lies on a server is fetched first,
/// which is part of the measured time), opens the databases in them, compares with
/// the source, measures, and removes everything again. Good when all came back. The archive is read whole on the way,
/// which counts as a reading. Backup::steps: "restore.unpack", "restore.databases", "restore.compare", each with ok, ms
/// and params; a step that was not reached has ms -1.
/// Evidence: backup.read, backup.restored. Errors: as above, "disk.full", those of hosts.
class RestoreTestJob final : public BackupProofJob
{
public:
    using BackupProofJob::BackupProofJob;
    Item title() const override;
    Outcome run(JobContext& context) override;
};

/// "Back up and test": writes the asset as NAME.tar.zst into PROJECT.backups/ beside the project file (pax, with ACLs,
/// xattrs and holes; SQLite databases through SQLite's backup interface), reads it back, puts it in place, registers
/// it, reads and restores it. Of an asset on a server over SSH too: then the backup is of this machine (server 0).
/// Facts: backup, files, bytes. Errors: "backup.asset-unknown", "backup.write-failed", …
class MakeBackupJob final : public Job
{
public:
    explicit MakeBackupJob(Id asset, QString name = {})
        : m_asset(asset)
        , m_name(std::move(name))
    {
    }
    Item title() const override;
    QStringList resources() const override { return {QStringLiteral("backups")}; }
    Outcome run(JobContext& context) override;

private:
    Id m_asset;
    QString m_name;
};

/// Sets the written rollback scenario, with its evidence (subject: rollbackScenarioHash of it).
/// "backup.scenario-empty".
Result<void> writeRollbackScenario(StoreTx& tx, const QString& text, const QString& by);
QString rollbackScenarioHash(const QString& text);

/// The objective of an asset: its own, or the project's. Milliseconds.
qint64 recoveryObjectiveMs(const Snapshot& snapshot, const Asset& asset);

} // namespace bascule
