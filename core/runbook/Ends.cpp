// SPDX-License-Identifier: GPL-3.0-or-later
// What is looked at on both servers before anything is written.
#include "core/databases/DatabasePlaces.h"
#include "core/hosts/HostLooks.h"
#include "core/runbook/MigrationSteps.h"

namespace bascule {

using namespace Qt::StringLiterals;

Result<HostPtr> hostForRun(const Server& server, SshConnections* connections, std::shared_ptr<const StopSwitch> asking)
{
    if (server.kind != ServerKind::Ssh)
        return thisMachine();
    return hostFor(server, connections, std::move(asking));
}

QString identityText(const HostPath& folder)
{
    const auto facts = lookAt(folder, true);
    if (!facts || !*facts)
        return {};
    const QString here = u"%1-%2"_s.arg((*facts)->device).arg((*facts)->inode);
    return folder.isHere() ? here : folder.host->name() + u':' + here;
}

bool targetIsKnown(const Snapshot& snapshot, const HostPath& folder)
{
    const QString identity = identityText(folder);
    if (identity.isEmpty())
        return false;
    for (const Run& run : snapshot.runs) {
        if (run.facts[QLatin1String(kTargetAdopted)].toString() == identity)
            return true;
    }
    return false;
}

namespace {

/// On two machines paths say nothing of each other; on one, links and mounts are seen through.
Result<Nesting> nestingHere(const HostPath& source, const HostPath& target)
{
    auto from = source.at().realPath(source.path), to = target.at().realPath(target.path);
    if (!from || !to)
        return !from ? from.error() : to.error();
    if (from.value() == to.value())
        return Nesting::Same;
    if (to.value().starts_with(from.value() + '/'))
        return Nesting::SecondInFirst;
    return from.value().starts_with(to.value() + '/') ? Nesting::FirstInSecond : Nesting::Apart;
}

Result<void> checkFolders(const Ground& ground)
{
    for (const HostPath& root : {ground.source, ground.target}) {
        if (auto there = folderThere(root); !there)
            return there;
    }
    const bool here = ground.source.isHere() && ground.target.isHere();
    auto nesting = here ? nestingHere(ground.source, ground.target) : nestingOf(ground.source, ground.target);
    if (!nesting)
        return nesting.error();
    switch (*nesting) {
    case Nesting::Same:
        return makeError("sync.same-folder", ground.target.shown());
    case Nesting::SecondInFirst:
        return makeError("sync.target-inside-source", ground.target.shown());
    case Nesting::FirstInSecond:
        return makeError("sync.source-inside-target", ground.source.shown());
    case Nesting::Apart:
        break;
    }
    return ground.target.at().folderAt(ground.target.path, true);
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
    const auto taken = [&](const Path& from, const Path& to) -> Result<bool> {
        return from == to || left(to) ? Result<bool>(false) : presentAt(below(ground.source, to));
    };
    for (const ScopeUnit& unit : ground.scope.units) {
        const auto there = taken(unit.from, unit.to);
        if (!there)
            return there.error();
        if (*there)
            return makeError("runbook.destination-taken", displayPath(unit.to), {{"name", bytes(unit.name)}});
    }
    for (const ScopeDatabase& database : ground.scope.databases) {
        const auto there = taken(database.from, database.to);
        if (!there)
            return there.error();
        if (*there)
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

/// Room for what the target does not have yet, and a fiftieth to spare.
StepOutcome checkRoom(const Ground& ground, StepEnv& env)
{
    auto source = bytesOnDisk(ground.source, env.stop), target = bytesOnDisk(ground.target, env.stop);
    if (!source || !target)
        return StepOutcome::failed(!source ? source.error() : target.error());
    if (env.stop.stop_requested())
        return StepOutcome::stopped();
    const auto space = ground.target.at().spaceAt(ground.target.path);
    if (!space)
        return StepOutcome::failed(space.error());
    if (space->readOnly)
        return StepOutcome::failed(makeError("disk.read-only", ground.target.shown()));
    const qint64 needed = std::max<qint64>(0, source.value() - target.value()) * 51 / 50;
    const qint64 room = space->bytesFree;
    StepOutcome outcome;
    outcome.proof.append(proofItem(u"proof.room"_s, room >= needed, {{u"needed"_s, needed}, {u"free"_s, room}}));
    if (room < needed) {
        outcome.error = makeError("target.no-room", ground.target.shown(),
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
        makeError("target.not-empty", ground.target.shown(),
                  {{"count", std::int64_t(preview.value().deleted)}, {"example", bytes(example)}}));
}

} // namespace

StepOutcome checkEnds(const Ground& ground, bool targetKnown, StepEnv& env)
{
    env.job.progress.part(u"phase.precheck"_s);
    if (auto good = checkFolders(ground); !good)
        return StepOutcome::failed(good.error());
    auto frozen = ground.target.at().frozenBy(ground.target.path);
    if (!frozen)
        return StepOutcome::failed(frozen.error());
    if (frozen.value() && frozen.value()->owner != ground.owner) {
        return StepOutcome::failed(
            makeError("sync.target-frozen", ground.target.shown(), {{"owner", frozen.value()->owner}}));
    }
    if (auto good = checkDestinations(ground); !good)
        return StepOutcome::failed(good.error());
    if (auto good = checkDatabases(ground); !good)
        return StepOutcome::failed(good.error());
    StepOutcome all;
    all.proof.append(proofItem(u"proof.reached"_s, true,
                               {{u"source"_s, ground.source.shown()}, {u"target"_s, ground.target.shown()}}));
    StepOutcome room = checkRoom(ground, env);
    for (const QJsonValue& item : room.proof)
        all.proof.append(item);
    if (!room.good()) {
        room.proof = all.proof;
        return room;
    }
    const QString identity = identityText(ground.target);
    if (!targetKnown && env.facts[QLatin1String(kTargetAdopted)].toString() != identity) {
        StepOutcome foreign = checkForeign(ground, env);
        if (!foreign.good())
            return foreign;
    }
    env.facts[QLatin1String(kTargetAdopted)] = identity;
    return all;
}

} // namespace bascule
