// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backups/Backups.h"

#include "core/backups/CopyHere.h"
#include "core/backups/Pack.h"
#include "core/backups/Prove.h"
#include "core/hosts/Host.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUuid>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

Error fileError(int number, const std::string& path, const char* call)
{
    return systemError(number, displayPath(path).toStdString(), call, Severity::Fatal);
}

/// PROJECT.backups/ beside the project file.
Result<std::string> backupFolder(const QString& projectFile)
{
    const QFileInfo file(projectFile);
    const std::string folder =
        QFile::encodeName(file.absolutePath() + u'/' + file.completeBaseName() + u".backups"_s).toStdString();
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
        return fileError(errno, folder, "mkdir");
    return folder;
}

QString plainName(const QString& name)
{
    QString plain = name.normalized(QString::NormalizationForm_KD);
    plain.remove(QRegularExpression(u"[\\p{M}]"_s));
    plain.replace(QRegularExpression(u"[^A-Za-z0-9._-]+"_s), u"-"_s);
    plain = plain.left(60);
    while (plain.startsWith(u'.') || plain.startsWith(u'-'))
        plain.remove(0, 1);
    return plain.isEmpty() ? u"backup"_s : plain;
}

/// Whoever makes a backup shares this lock on the folder; who has it alone may remove what killed runs left there.
int lockFolder(const std::string& folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return -1;
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) {
        const QDir dir(QFile::decodeName(folder.c_str()));
        for (const QString& name :
             dir.entryList({u".bascule-backup-*.part"_s}, QDir::Files | QDir::Hidden | QDir::NoSymLinks))
            ::unlinkat(descriptor, QFile::encodeName(name).constData(), 0);
    }
    if (::flock(descriptor, LOCK_SH) == 0)
        return descriptor;
    ::close(descriptor);
    return -1;
}

Result<void> promote(const std::string& stage, const std::string& target, const std::string& folder)
{
    if (::renameat2(AT_FDCWD, stage.c_str(), AT_FDCWD, target.c_str(), RENAME_NOREPLACE) != 0)
        return fileError(errno, target, "renameat2");
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    const int number = errno;
    if (descriptor >= 0)
        ::close(descriptor);
    return synced ? Result<void>() : Result<void>(fileError(number, folder, "fsync"));
}

/// Writes, reads back and puts in place one archive.
class Making
{
public:
    Making(JobContext& context, const Asset& asset, HostPath source)
        : m_context(context)
        , m_asset(asset)
        , m_source(std::move(source))
    {
    }
    ~Making()
    {
        if (!m_stage.empty())
            ::unlink(m_stage.c_str());
        if (m_lock >= 0)
            ::close(m_lock);
    }
    Making(const Making&) = delete;
    Making& operator=(const Making&) = delete;

    Result<std::string> run(PackReport& packed)
    {
        auto folder = backupFolder(m_context.store->file());
        if (!folder)
            return folder.error();
        m_lock = lockFolder(*folder);
        if (m_lock < 0)
            return fileError(errno, *folder, "flock");
        const QString when = m_context.clock.now().toUTC().toString(u"yyyyMMdd-HHmmss"_s);
        const std::string base = *folder + '/' + plainName(m_asset.name).toStdString() + '-' + when.toStdString();
        m_stage = *folder + "/.bascule-backup-" + QUuid::createUuid().toString(QUuid::Id128).toStdString() + ".part";
        if (auto written = write(packed); !written)
            return written.error();
        if (auto good = readBack(packed); !good)
            return good.error();
        std::string target = base + ".tar.zst";
        for (int n = 2; ::access(target.c_str(), F_OK) == 0; ++n)
            target = base + '-' + std::to_string(n) + ".tar.zst";
        if (auto promoted = promote(m_stage, target, *folder); !promoted)
            return promoted.error();
        m_stage.clear();
        const std::string name = target.substr(target.rfind('/') + 1);
        auto sum = engine::writeFileDurably(target + ".sha256", m_hash.toStdString() + "  " + name + '\n', 0600);
        return sum ? Result<std::string>(target) : Result<std::string>(sum.error());
    }

private:
    Result<void> write(PackReport& packed)
    {
        CopyHere copy;
        if (!m_source.isHere()) {
            engine::Counters& fetching =
                m_context.progress.part(u"phase.backup-fetching"_s, {{u"name"_s, m_asset.name}});
            auto copied = copyHere(m_source, m_context.progress.pace(u"source"_s), fetching, m_context.stop);
            if (!copied)
                return copied.error();
            copy = std::move(copied).value();
        }
        engine::Counters& counters = m_context.progress.part(u"phase.backup-writing"_s, {{u"name"_s, m_asset.name}});
        counters.bytesTotal = m_asset.bytes;
        counters.itemsTotal = m_asset.files;
        auto done = packTree(copy.folder ? copy.path : m_source.path, m_asset.path.toStdString(), m_stage, counters,
                             m_context.stop, copy.folder ? &copy.owners : nullptr);
        counters.totalsKnown = true;
        if (!done)
            return done.error();
        packed = *done;
        for (const QJsonValue& problem : copy.problems)
            packed.problems.append(problem);
        return {};
    }

    Result<void> readBack(const PackReport& packed)
    {
        engine::Counters& counters = m_context.progress.part(u"phase.backup-reading"_s, {{u"name"_s, m_asset.name}});
        auto report = readArchive(m_stage, {}, nullptr, counters, m_context.stop);
        if (!report)
            return report.error();
        if (report->cancelled)
            return makeError("cancelled");
        const bool empty = report->state == ReadState::Empty && packed.entries == 0;
        if (report->state != ReadState::Intact && !empty)
            return makeError("backup.not-readable-back", displayPath(m_asset.path), {},
                             report->problems.isEmpty() ? QString() : report->problems.first()[u"code"].toString());
        m_hash = report->hash;
        return {};
    }

    JobContext& m_context;
    const Asset& m_asset;
    HostPath m_source;
    std::string m_stage;
    int m_lock = -1;
    QString m_hash;
};

} // namespace

Item MakeBackupJob::title() const
{
    if (!m_name.isEmpty())
        return {u"job.make-backup-of"_s, {{u"name"_s, m_name}}, {}};
    return {u"job.make-backup"_s, {}, {}};
}

Outcome MakeBackupJob::run(JobContext& context)
{
    const SnapshotPtr snapshot = context.store->snapshot();
    const Asset* asset = snapshot->asset(m_asset);
    const Server* server = asset ? snapshot->server(asset->server) : nullptr;
    if (!server)
        return Outcome::failed(makeError("backup.asset-unknown", QString::number(m_asset)));
    auto host = hostFor(*server, context.connections, context.stop);
    if (!host)
        return Outcome::failed(host.error());
    PackReport packed;
    auto made = Making(context, *asset, HostPath(host.value(), host.value()->path(asset->path))).run(packed);
    if (context.stop.stop_requested())
        return Outcome::cancelled();
    if (!made)
        return Outcome::failed(made.error());
    Id id = 0;
    auto registered = context.store->write([&](StoreTx& tx) -> Result<void> {
        auto added = addBackup(
            tx, {asset->id, server->id, QByteArray::fromStdString(*made), u"auto"_s, !host.value()->isHere()});
        if (!added)
            return added.error();
        id = *added;
        return {};
    });
    if (!registered)
        return Outcome::failed(registered.error());
    const SnapshotPtr after = context.store->snapshot();
    const Backup* backup = after->backup(id);
    if (!backup)
        return Outcome::failed(makeError("backup.unknown", QString::number(id)));
    auto proof = proveByRestoring(context, *backup);
    if (context.stop.stop_requested() || (proof && proof->cancelled))
        return Outcome::cancelled();
    if (!proof)
        return Outcome::failed(proof.error());
    return Outcome::succeeded(proof->good && !hasRealProblem(packed.problems), {{u"backup"_s, id},
                                                                                {u"files"_s, packed.files},
                                                                                {u"bytes"_s, packed.bytes},
                                                                                {u"databases"_s, packed.databases},
                                                                                {u"problems"_s, packed.problems}});
}

} // namespace bascule
