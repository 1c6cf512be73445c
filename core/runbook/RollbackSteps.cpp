// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runbook/RollbackSteps.h"

#include "core/databases/DatabasePlaces.h"
#include "core/hosts/HostLooks.h"
#include "core/runbook/MigrationSteps.h"

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

constexpr auto frozenKey = "frozen"_L1;
constexpr auto broughtKey = "broughtBack"_L1;

StepOutcome failedOrStopped(const Error& error)
{
    return error.code == "cancelled" ? StepOutcome::stopped() : StepOutcome::failed(error);
}

template <class T>
const T* entryOf(const std::vector<T>& entries, const RunStep& step)
{
    const Path from = pathFromJson(step.params[u"from"]);
    for (const T& entry : entries) {
        if (entry.from == from)
            return &entry;
    }
    return nullptr;
}

/// Databases of the target as they are, those that are gone left out.
Result<Ground> withPresentDatabases(Ground ground)
{
    std::optional<Error> unknown;
    std::erase_if(ground.scope.databases, [&](const ScopeDatabase& database) {
        const auto there = presentAt(below(ground.target, database.to));
        if (!there)
            unknown = there.error();
        return there && !*there;
    });
    if (unknown)
        return *unknown;
    return ground;
}

/// Nothing when the target is as it was when this rollback froze it.
std::optional<Error> changedSinceFreeze(const Ground& ground, const QJsonObject& picture, std::stop_token stop)
{
    const auto now = withPresentDatabases(ground);
    if (!now)
        return now.error();
    return changedSincePicture(*now, Side::Target, picture, "target.changed-after-freeze", std::move(stop));
}

} // namespace

CarryOptions RollbackSteps::options() const
{
    return {Direction::Back, m_way.keepIn, m_way.sourceOwner};
}

bool RollbackSteps::isPointOfNoReturn(const RunStep& step) const
{
    return step.code == u"rollback-switch";
}

StepOutcome RollbackSteps::precheck(const RunStep& step, StepEnv& env)
{
    if (step.code != u"rollback-verify" && step.code != u"rollback-switch")
        return {};
    auto changed = changedSinceFreeze(m_way.ground, env.facts[frozenKey].toObject(), env.stop);
    return changed ? failedOrStopped(*changed) : StepOutcome{};
}

StepOutcome RollbackSteps::perform(const RunStep& step, StepEnv& env)
{
    if (step.code == u"rollback-precheck")
        return lookFirst(env);
    if (step.code == u"rollback-freeze")
        return freezeTarget(env);
    if (step.code == u"rollback-sync") {
        const ScopeUnit* unit = entryOf(m_way.ground.scope.units, step);
        return unit ? carryUnit(m_way.ground, *unit, options(), env)
                    : StepOutcome::failed(makeError("internal.error", step.code));
    }
    if (step.code == u"rollback-database") {
        const ScopeDatabase* database = entryOf(m_way.ground.scope.databases, step);
        return database ? bringDatabase(*database, env) : StepOutcome::failed(makeError("internal.error", step.code));
    }
    if (step.code == u"rollback-verify")
        return verifyAll(env);
    if (step.code == u"rollback-switch")
        return switchBack();
    if (step.code == u"rollback-open")
        return thawBoth();
    return StepOutcome::failed(makeError("internal.error", step.code));
}

StepOutcome RollbackSteps::verify(const RunStep& step, StepEnv&)
{
    StepOutcome outcome;
    if (step.code != u"rollback-switch" || m_way.ground.link.empty())
        return outcome;
    auto text = m_way.ground.link.at().linkTextAt(m_way.ground.link.path);
    if (!text)
        return StepOutcome::failed(text.error());
    const bool right = text.value() == m_way.linkBefore;
    outcome.proof.append(proofItem(u"proof.link"_s, right,
                                   {{u"link"_s, m_way.ground.link.shown()}, {u"target"_s, displayPath(text.value())}}));
    if (!right)
        outcome.error = makeError("switch.not-effective", m_way.ground.link.shown());
    return outcome;
}

StepOutcome RollbackSteps::lookFirst(StepEnv& env)
{
    env.job.progress.part(u"phase.precheck"_s);
    const Ground& ground = m_way.ground;
    for (const HostPath& root : {ground.source, ground.target}) {
        if (auto there = folderThere(root); !there)
            return StepOutcome::failed(there.error());
    }
    if (auto writable = ground.source.at().folderAt(ground.source.path, true); !writable)
        return StepOutcome::failed(writable.error());
    auto frozen = ground.source.at().frozenBy(ground.source.path);
    if (!frozen)
        return StepOutcome::failed(frozen.error());
    if (frozen.value() && frozen.value()->owner != m_way.sourceOwner) {
        return StepOutcome::failed(
            makeError("sync.target-frozen", ground.source.shown(), {{"owner", frozen.value()->owner}}));
    }
    if (!ground.link.empty()) {
        auto text = ground.link.at().linkTextAt(ground.link.path);
        if (!text)
            return StepOutcome::failed(text.error());
    }
    StepOutcome outcome;
    outcome.proof.append(proofItem(u"proof.reached"_s, true,
                                   {{u"source"_s, ground.source.shown()}, {u"target"_s, ground.target.shown()}}));
    return outcome;
}

StepOutcome RollbackSteps::freezeTarget(StepEnv& env)
{
    env.job.progress.part(u"phase.freeze"_s);
    const Ground& ground = m_way.ground;
    engine::FreezeLock lock{ground.owner, "freeze.rollback", env.job.clock.now().toMSecsSinceEpoch()};
    if (auto done = ground.target.at().freeze(ground.target.path, lock); !done)
        return StepOutcome::failed(done.error());
    const auto now = withPresentDatabases(ground);
    if (!now)
        return StepOutcome::failed(now.error());
    auto picture = pictureOf(*now, Side::Target, env.stop);
    if (!picture)
        return failedOrStopped(picture.error());
    // Counted now, while nothing has come back yet: a run that is killed and continued would count too little.
    auto changes = rollbackChanges(m_way, env.stop);
    if (!changes)
        return failedOrStopped(changes.error());
    env.facts[frozenKey] = picture.value();
    env.facts[broughtKey] = changesToJson(changes.value());
    const TreePrint print = printFromJson(picture.value()[u"tree"]);
    StepOutcome outcome;
    outcome.proof.append(proofItem(u"proof.frozen"_s, true,
                                   {{u"path"_s, ground.target.shown()},
                                    {u"entries"_s, print.entries},
                                    {u"bytes"_s, print.bytes},
                                    {u"hash"_s, print.hash}}));
    outcome.proof.append(proofItem(u"proof.to-bring-back"_s, true, changesToJson(changes.value())));
    return outcome;
}

StepOutcome RollbackSteps::bringDatabase(const ScopeDatabase& database, StepEnv& env)
{
    const HostPath old = below(m_way.ground.source, database.from);
    const HostPath fresh = below(m_way.ground.target, database.to);
    StepOutcome outcome;
    const auto newThere = presentAt(fresh), oldThere = presentAt(old);
    if (!newThere || !oldThere)
        return StepOutcome::failed(!newThere ? newThere.error() : oldThere.error());
    if (!*newThere) {
        // Deleted on the new server: the old one's copy stays rather than being thrown away.
        outcome.proof.append(proofItem(u"proof.database-gone"_s, false, {{u"name"_s, database.name}}));
        return outcome;
    }
    const QString wanted = pictureHash(env.facts[frozenKey].toObject(), database.to);
    if (*oldThere) {
        auto digest = sqliteDigest(old, env.stop);
        if (!digest && digest.error().code == "cancelled")
            return StepOutcome::stopped();
        if (digest && digest.value().hash == wanted) {
            outcome.proof.append(proofItem(u"proof.database-unchanged"_s, true, {{u"name"_s, database.name}}));
            return outcome;
        }
    }
    CarryOptions back = options();
    if (!back.keepIn.empty())
        back.keepIn = back.keepIn / "databases";
    return carryDatabase(m_way.ground, database, back, wanted, env);
}

StepOutcome RollbackSteps::verifyAll(StepEnv& env)
{
    const QJsonObject frozen = env.facts[frozenKey].toObject();
    StepOutcome all = compareUnits(m_way.ground, options(), pictureCtime(frozen), env);
    if (!all.good())
        return all;
    qint64 equal = 0;
    for (const ScopeDatabase& database : m_way.ground.scope.databases) {
        const auto there = presentAt(below(m_way.ground.target, database.to));
        if (!there)
            return StepOutcome::failed(there.error());
        if (!*there)
            continue;
        auto digest = sqliteDigest(below(m_way.ground.source, database.from), env.stop);
        if (!digest)
            return failedOrStopped(digest.error());
        if (digest.value().hash != pictureHash(frozen, database.to)) {
            all.error = makeError("database.differs", database.name, {{"count", std::int64_t{1}}});
            return all;
        }
        ++equal;
    }
    if (equal > 0)
        all.proof.append(proofItem(u"proof.databases-equal"_s, true, {{u"count"_s, equal}}));
    return all;
}

StepOutcome RollbackSteps::switchBack()
{
    if (m_way.ground.link.empty()) {
        StepOutcome outcome;
        outcome.skipped = true;
        outcome.proof.append(proofItem(u"proof.no-link"_s, true));
        return outcome;
    }
    if (auto done = m_way.ground.link.at().restoreLinkAt(m_way.ground.link.path, m_way.linkBefore); !done)
        return StepOutcome::failed(done.error());
    return {};
}

StepOutcome RollbackSteps::thawBoth()
{
    const auto thaw = [](const HostPath& root, const std::string& owner) -> Result<void> {
        auto frozen = root.at().frozenBy(root.path);
        if (!frozen)
            return frozen.error();
        return frozen.value() && frozen.value()->owner == owner ? root.at().thaw(root.path, owner) : Result<void>();
    };
    if (auto done = thaw(m_way.ground.source, m_way.sourceOwner); !done)
        return StepOutcome::failed(done.error());
    if (auto done = thaw(m_way.ground.target, m_way.ground.owner); !done)
        return StepOutcome::failed(done.error());
    StepOutcome outcome;
    outcome.proof.append(proofItem(u"proof.opened"_s, true, {{u"path"_s, m_way.ground.source.shown()}}));
    return outcome;
}

Result<void> RollbackSteps::undo(const RunStep& step, StepEnv&)
{
    // The old server stays frozen and out of use: what came back already is overwritten or completed the next time.
    if (step.code != u"rollback-freeze")
        return {};
    const HostPath& target = m_way.ground.target;
    auto frozen = target.at().frozenBy(target.path);
    if (!frozen && isUnreachable(frozen.error()))
        return frozen.error();
    if (frozen && frozen.value() && frozen.value()->owner == m_way.ground.owner)
        return target.at().thaw(target.path, m_way.ground.owner);
    return {};
}

Result<std::size_t> RollbackSteps::resumeAt(std::size_t next, StepEnv& env)
{
    bool frozen = false, switched = false;
    for (std::size_t i = 0; i < next; ++i) {
        frozen = frozen || env.steps[i].code == u"rollback-freeze";
        switched = switched || env.steps[i].code == u"rollback-switch";
    }
    if (!frozen || switched)
        return next;
    engine::FreezeLock lock{m_way.ground.owner, "freeze.rollback", env.job.clock.now().toMSecsSinceEpoch()};
    if (auto done = m_way.ground.target.at().freeze(m_way.ground.target.path, lock); !done)
        return done.error();
    if (auto changed = changedSinceFreeze(m_way.ground, env.facts[frozenKey].toObject(), env.stop))
        return *changed;
    return next;
}

Result<bool> RollbackSteps::canUndoLate(StepEnv&)
{
    return false;
}

Result<RollbackChanges> rollbackChanges(const RollbackGround& way, std::stop_token stop)
{
    const Ground& ground = way.ground;
    RollbackChanges changes;
    auto files = previewUnits(ground, {Direction::Back, {}, way.sourceOwner}, stop);
    if (!files)
        return files.error();
    changes.files = std::move(files.value());
    for (const ScopeDatabase& database : ground.scope.databases) {
        const HostPath old = below(ground.source, database.from), fresh = below(ground.target, database.to);
        const auto oldThere = presentAt(old), newThere = presentAt(fresh);
        if (!oldThere || !newThere)
            return !oldThere ? oldThere.error() : newThere.error();
        if (!*oldThere || !*newThere)
            continue;
        auto before = sqliteDigest(old, stop), now = sqliteDigest(fresh, stop);
        if (!before || !now)
            return !before ? before.error() : now.error();
        const auto differences = compareDigests(before.value(), now.value());
        if (!differences.empty())
            changes.databases.push_back({database.name, qint64(differences.size())});
    }
    if (!way.frozen.isEmpty()) {
        const qint64 since = pictureCtime(way.frozen);
        for (const Path& path : changes.files.paths) {
            const auto old = lookAt(below(ground.source, path));
            if (!old)
                return old.error();
            if (!*old || (*old)->kind == 'd' || (*old)->ctimeNs <= since)
                continue;
            ++changes.conflictsTotal;
            if (changes.conflicts.size() < 50)
                changes.conflicts.append(displayPath(path));
        }
        for (const ScopeDatabase& database : ground.scope.databases) {
            const HostPath old = below(ground.source, database.from);
            const QString was = pictureHash(way.frozen, database.from);
            const auto there = was.isEmpty() ? Result<bool>(false) : presentAt(old);
            if (!there)
                return there.error();
            if (!*there)
                continue;
            auto now = sqliteDigest(old, stop);
            if (now && now.value().hash != was) {
                ++changes.conflictsTotal;
                changes.conflicts.append(displayPath(database.from));
            }
        }
    }
    for (const Path& path : ground.scope.left) {
        const auto there = presentAt(below(ground.target, path));
        if (!there)
            return there.error();
        if (!*there)
            continue;
        ++changes.stayingTotal;
        changes.staying.append(displayPath(path));
    }
    return changes;
}

QJsonObject changesToJson(const RollbackChanges& changes)
{
    return {{u"created"_s, changes.files.created},
            {u"changed"_s, changes.files.changed},
            {u"deleted"_s, changes.files.deleted},
            {u"bytes"_s, changes.files.bytes},
            {u"databases"_s, qint64(changes.databases.size())},
            {u"conflicts"_s, changes.conflictsTotal}};
}

} // namespace bascule
