// SPDX-License-Identifier: GPL-3.0-or-later
// What is looked at on both servers before anything is written.
#include "core/databases/Sqlite.h"
#include "core/engine/Freeze.h"
#include "core/runbook/MigrationSteps.h"

#include <cerrno>
#include <climits>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace bascule {

using namespace Qt::StringLiterals;

QString folderIdentity(const std::string& folder)
{
    struct stat info;
    if (::stat(folder.c_str(), &info) != 0)
        return {};
    return u"%1-%2"_s.arg(quint64(info.st_dev)).arg(quint64(info.st_ino));
}

bool targetIsKnown(const Snapshot& snapshot, const std::string& folder)
{
    const QString identity = folderIdentity(folder);
    if (identity.isEmpty())
        return false;
    for (const Run& run : snapshot.runs) {
        if (run.facts[QLatin1String(kTargetAdopted)].toString() == identity)
            return true;
    }
    return false;
}

Result<std::string> readLinkText(const std::string& link)
{
    char text[PATH_MAX];
    const ssize_t length = ::readlink(link.c_str(), text, sizeof text);
    if (length >= 0)
        return std::string(text, std::size_t(length));
    if (errno == ENOENT)
        return std::string();
    if (errno == EINVAL)
        return makeError("path.not-a-link", displayPath(link));
    return systemError(errno, link, "readlink", Severity::Fatal);
}

Result<void> restoreLink(const std::string& link, const std::string& before)
{
    auto now = readLinkText(link);
    if (!now)
        return now.error();
    if (now.value() == before)
        return {};
    if (!before.empty())
        return engine::replaceSymlink(link, before);
    if (::unlink(link.c_str()) != 0 && errno != ENOENT)
        return systemError(errno, link, "unlink", Severity::Fatal);
    return {};
}

namespace {

Result<void> checkFolders(const Ground& ground)
{
    for (const std::string& root : {ground.source, ground.target}) {
        struct stat info;
        if (::stat(root.c_str(), &info) != 0)
            return systemError(errno, root, "stat", Severity::Fatal);
        if (!S_ISDIR(info.st_mode))
            return makeError("path.not-a-folder", displayPath(root));
    }
    auto source = engine::realPath(ground.source), target = engine::realPath(ground.target);
    if (!source || !target)
        return !source ? source.error() : target.error();
    if (source.value() == target.value())
        return makeError("sync.same-folder", displayPath(target.value()));
    if (target.value().starts_with(source.value() + '/'))
        return makeError("sync.target-inside-source", displayPath(target.value()));
    if (source.value().starts_with(target.value() + '/'))
        return makeError("sync.source-inside-target", displayPath(source.value()));
    if (::access(ground.target.c_str(), W_OK | X_OK) != 0)
        return systemError(errno, ground.target, "access", Severity::Fatal);
    return {};
}

/// What has a destination of its own must not land on something of the source.
Result<void> checkDestinations(const Ground& ground)
{
    const auto left = [&](const Path& path) {
        for (const Path& folder : ground.scope.left) {
            if (isBelow(path, folder))
                return true;
        }
        for (const ScopeUnit& unit : ground.scope.units) {
            if (!unit.from.isEmpty() && isBelow(path, unit.from))
                return true;
        }
        return false;
    };
    const auto taken = [&](const Path& from, const Path& to) {
        struct stat info;
        return from != to && ::lstat(below(ground.source, to).c_str(), &info) == 0 && !left(to);
    };
    for (const ScopeUnit& unit : ground.scope.units) {
        if (taken(unit.from, unit.to))
            return makeError("runbook.destination-taken", displayPath(unit.to), {{"name", bytes(unit.name)}});
    }
    for (const ScopeDatabase& database : ground.scope.databases) {
        if (taken(database.from, database.to))
            return makeError("runbook.destination-taken", displayPath(database.to), {{"name", bytes(database.name)}});
    }
    return {};
}

Result<void> checkDatabases(const Ground& ground)
{
    for (const ScopeDatabase& database : ground.scope.databases) {
        auto good = isSqlite(below(ground.source, database.from));
        if (!good)
            return good.error();
        if (!good.value())
            return makeError("sqlite.not-a-database", displayPath(database.from));
    }
    return {};
}

Result<qint64> treeBytes(const std::string& root, std::stop_token stop)
{
    qint64 sum = 0;
    auto walked = engine::walk(root, {}, stop, [&](const engine::TreeEntry& entry) {
        if (entry.kind == 'f')
            sum += entry.blocks * 512 / qint64(std::max<std::uint64_t>(entry.links, 1));
        return true;
    });
    if (!walked)
        return walked.error();
    return sum;
}

/// Room for what the target does not have yet, and a fiftieth to spare.
StepOutcome checkRoom(const Ground& ground, StepEnv& env)
{
    auto source = treeBytes(ground.source, env.stop), target = treeBytes(ground.target, env.stop);
    if (!source || !target)
        return StepOutcome::failed(!source ? source.error() : target.error());
    if (env.stop.stop_requested())
        return StepOutcome::stopped();
    struct statvfs space;
    if (::statvfs(ground.target.c_str(), &space) != 0)
        return StepOutcome::failed(systemError(errno, ground.target, "statvfs", Severity::Fatal));
    if ((space.f_flag & ST_RDONLY) != 0)
        return StepOutcome::failed(makeError("disk.read-only", displayPath(ground.target)));
    const qint64 needed = std::max<qint64>(0, source.value() - target.value()) * 51 / 50;
    const qint64 room = qint64(space.f_bavail) * qint64(space.f_frsize);
    StepOutcome outcome;
    outcome.proof.append(proofItem(u"proof.room"_s, room >= needed, {{u"needed"_s, needed}, {u"free"_s, room}}));
    if (room < needed) {
        outcome.error = makeError("target.no-room", displayPath(ground.target),
                                  {{"needed", std::int64_t(needed)}, {"free", std::int64_t(room)}});
    }
    return outcome;
}

/// Whatever the source does not have would be deleted: never what we did not put there.
StepOutcome checkForeign(const Ground& ground, StepEnv& env)
{
    auto preview = previewUnits(ground, {}, env.stop);
    if (!preview)
        return preview.error().code == "cancelled" ? StepOutcome::stopped() : StepOutcome::failed(preview.error());
    if (preview.value().deleted == 0)
        return {};
    QString example;
    for (const CarryPreview::Example& one : preview.value().examples) {
        if (one.what == u"deleted")
            example = one.path;
    }
    return StepOutcome::failed(
        makeError("target.not-empty", displayPath(ground.target),
                  {{"count", std::int64_t(preview.value().deleted)}, {"example", bytes(example)}}));
}

} // namespace

StepOutcome checkEnds(const Ground& ground, bool targetKnown, StepEnv& env)
{
    env.job.progress.part(u"phase.precheck"_s);
    if (auto good = checkFolders(ground); !good)
        return StepOutcome::failed(good.error());
    auto frozen = engine::frozenBy(ground.target);
    if (!frozen)
        return StepOutcome::failed(frozen.error());
    if (frozen.value() && frozen.value()->owner != ground.owner) {
        return StepOutcome::failed(
            makeError("sync.target-frozen", displayPath(ground.target), {{"owner", frozen.value()->owner}}));
    }
    if (auto good = checkDestinations(ground); !good)
        return StepOutcome::failed(good.error());
    if (auto good = checkDatabases(ground); !good)
        return StepOutcome::failed(good.error());
    StepOutcome all;
    all.proof.append(proofItem(u"proof.reached"_s, true,
                               {{u"source"_s, displayPath(ground.source)}, {u"target"_s, displayPath(ground.target)}}));
    StepOutcome room = checkRoom(ground, env);
    for (const QJsonValue& item : room.proof)
        all.proof.append(item);
    if (!room.good()) {
        room.proof = all.proof;
        return room;
    }
    const QString identity = folderIdentity(ground.target);
    if (!targetKnown && env.facts[QLatin1String(kTargetAdopted)].toString() != identity) {
        StepOutcome foreign = checkForeign(ground, env);
        if (!foreign.good())
            return foreign;
    }
    env.facts[QLatin1String(kTargetAdopted)] = identity;
    return all;
}

} // namespace bascule
