// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runbook/MigrationSteps.h"

#include "core/databases/DatabasePlaces.h"
#include "core/hosts/HostLooks.h"
#include "core/monitoring/Checks.h"
#include "core/monitoring/Probe.h"
#include "core/runbook/KeptManifests.h"

#include <chrono>
#include <thread>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

constexpr auto frozenKey = "frozen"_L1;
constexpr auto targetKey = "targetPicture"_L1;
constexpr auto linkBeforeKey = "linkBefore"_L1;
constexpr auto linkToKey = "linkTo"_L1;
constexpr auto downBeforeKey = "downBefore"_L1;

StepOutcome failedOrStopped(const Error& error)
{
    return error.code == "cancelled" ? StepOutcome::stopped() : StepOutcome::failed(error);
}

void append(StepOutcome& all, const StepOutcome& one)
{
    for (const QJsonValue& item : one.proof)
        all.proof.append(item);
    all.error = one.error;
    all.cancelled = one.cancelled;
}

std::string bytesOf(const QJsonValue& path)
{
    return pathFromJson(path).toStdString();
}

QString jsonOf(const std::string& path)
{
    return pathToJson(Path::fromStdString(path));
}

const ScopeUnit* unitOf(const MigrationScope& scope, const RunStep& step)
{
    const Path from = pathFromJson(step.params[u"from"]);
    for (const ScopeUnit& unit : scope.units) {
        if (unit.from == from)
            return &unit;
    }
    return nullptr;
}

const ScopeDatabase* databaseOf(const MigrationScope& scope, const RunStep& step)
{
    const Path from = pathFromJson(step.params[u"from"]);
    for (const ScopeDatabase& database : scope.databases) {
        if (database.from == from)
            return &database;
    }
    return nullptr;
}

} // namespace

MigrationSteps::MigrationSteps(Ground ground, Server served, bool targetKnown)
    : m_ground(std::move(ground))
    , m_served(std::move(served))
    , m_targetKnown(targetKnown)
{
}

bool MigrationSteps::isPointOfNoReturn(const RunStep& step) const
{
    return step.code == u"switch" && !m_ground.rehearsal;
}

StepOutcome MigrationSteps::precheck(const RunStep& step, StepEnv& env)
{
    // Twice after the freeze: once the data is over, and again right before users are sent there.
    if (step.code == u"verify" || step.code == u"switch")
        return sourceStillFrozen(env);
    return {};
}

StepOutcome MigrationSteps::perform(const RunStep& step, StepEnv& env)
{
    if (step.code == u"precheck")
        return lastChecks(env);
    if (step.code == u"freeze")
        return freezeSource(env);
    if (step.code == u"sync") {
        const ScopeUnit* unit = unitOf(m_ground.scope, step);
        return unit ? carryUnit(m_ground, *unit, {}, env) : StepOutcome::failed(makeError("internal.error", step.code));
    }
    if (step.code == u"database") {
        const ScopeDatabase* database = databaseOf(m_ground.scope, step);
        if (!database)
            return StepOutcome::failed(makeError("internal.error", step.code));
        const QString expected =
            m_ground.rehearsal ? QString() : pictureHash(env.facts[frozenKey].toObject(), database->from);
        return carryDatabase(m_ground, *database, {}, expected, env);
    }
    if (step.code == u"verify")
        return verifyAll(env);
    if (step.code == u"switch")
        return switchUsers(env);
    if (step.code == u"checks")
        return runChecks(env);
    if (step.code == u"open")
        return open(env);
    return StepOutcome::failed(makeError("internal.error", step.code));
}

StepOutcome MigrationSteps::verify(const RunStep& step, StepEnv& env)
{
    StepOutcome outcome;
    if (step.code == u"freeze" && !m_ground.rehearsal) {
        auto frozen = m_ground.source.at().frozenBy(m_ground.source.path);
        if (!frozen)
            return StepOutcome::failed(frozen.error());
        if (!frozen.value() || frozen.value()->owner != m_ground.owner)
            return StepOutcome::failed(makeError("freeze.lost", m_ground.source.shown()));
    } else if (step.code == u"switch" || (step.code == u"open" && !m_ground.link.empty())) {
        const Host& host = m_ground.link.at();
        auto there = host.realPath(m_ground.link.path), wanted = host.realPath(bytesOf(env.facts[linkToKey]));
        if (!there || !wanted)
            return StepOutcome::failed(!there ? there.error() : wanted.error());
        const bool right = there.value() == wanted.value();
        outcome.proof.append(proofItem(
            u"proof.link"_s, right, {{u"link"_s, m_ground.link.shown()}, {u"target"_s, displayPath(there.value())}}));
        if (!right)
            outcome.error = makeError("switch.not-effective", m_ground.link.shown());
    }
    return outcome;
}

StepOutcome MigrationSteps::sourceStillFrozen(StepEnv& env)
{
    if (m_ground.rehearsal)
        return {};
    env.job.progress.part(u"phase.still-frozen"_s);
    auto changed = changedSincePicture(m_ground, Side::Source, env.facts[frozenKey].toObject(),
                                       "source.changed-after-freeze", env.stop);
    if (changed)
        return failedOrStopped(*changed);
    StepOutcome outcome;
    outcome.proof.append(proofItem(u"proof.no-write-seen"_s, true, {{u"path"_s, m_ground.source.shown()}}));
    return outcome;
}

StepOutcome MigrationSteps::lastChecks(StepEnv& env)
{
    StepOutcome all = checkEnds(m_ground, m_targetKnown, env);
    if (!all.good())
        return all;
    append(all, checkLink(env));
    if (!all.good())
        return all;
    // What was down before we came does not speak against the new server.
    const SnapshotPtr snapshot = env.job.store->snapshot();
    QJsonArray down;
    if (const Server* source = snapshot->serverOf(ServerRole::Source)) {
        for (const Check* check : enabledChecks(*snapshot)) {
            if (runCheck(*snapshot, *check, *source, env.job.clock.now(), env.stop, env.job.connections).state ==
                CheckState::Down)
                down.append(check->id);
        }
    }
    if (env.stop.stop_requested())
        return StepOutcome::stopped();
    env.facts[downBeforeKey] = down;
    return all;
}

StepOutcome MigrationSteps::checkLink(StepEnv& env)
{
    if (m_ground.link.empty())
        return {};
    const Host& host = m_ground.link.at();
    // A link of one server says nothing about paths of another one: there it is only noted what it was.
    const bool besideSource = m_ground.link.isHere() && m_ground.source.isHere();
    std::string source;
    if (besideSource) {
        auto real = host.realPath(m_ground.source.path);
        if (!real)
            return StepOutcome::failed(real.error());
        source = real.value();
    }
    if (m_ground.rehearsal) {
        if (auto made = host.replaceSymlink(m_ground.link.path, besideSource ? source : m_ground.source.path); !made)
            return StepOutcome::failed(made.error());
    }
    auto text = host.linkTextAt(m_ground.link.path);
    if (!text)
        return StepOutcome::failed(text.error());
    std::string to = m_ground.target.path;
    if (besideSource && !text.value().empty()) {
        auto real = host.realPath(m_ground.link.path);
        if (!real)
            return StepOutcome::failed(real.error());
        const std::string& path = real.value();
        if (path != source && !path.starts_with(source + '/')) {
            return StepOutcome::failed(makeError("switch.points-elsewhere", m_ground.link.shown(),
                                                 {{"target", displayPath(path).toStdString()}}));
        }
        to += path.substr(source.size());
    }
    env.facts[linkBeforeKey] = jsonOf(text.value());
    env.facts[linkToKey] = jsonOf(to);
    StepOutcome outcome;
    outcome.proof.append(proofItem(text.value().empty() ? u"proof.link-new"_s : u"proof.link"_s, true,
                                   {{u"link"_s, m_ground.link.shown()}, {u"target"_s, displayPath(text.value())}}));
    return outcome;
}

/// Who was writing when the freeze came may still finish that one write, or close its database: the picture that counts
/// is taken once nothing moves any more. What never comes to rest is found out by the looks that follow.
Result<QJsonObject> MigrationSteps::pictureAtRest(StepEnv& env) const
{
    constexpr int looks = 20;
    constexpr auto between = std::chrono::milliseconds(250);
    auto picture = pictureOf(m_ground, Side::Source, env.stop);
    for (int look = 1; picture && look < looks; ++look) {
        std::this_thread::sleep_for(between);
        auto again = pictureOf(m_ground, Side::Source, env.stop);
        const bool still = again && again.value() == picture.value();
        picture = std::move(again);
        if (still)
            break;
    }
    return picture;
}

StepOutcome MigrationSteps::freezeSource(StepEnv& env)
{
    env.job.progress.part(u"phase.freeze"_s);
    if (!m_ground.rehearsal) {
        engine::FreezeLock lock{m_ground.owner, "freeze.cutover", env.job.clock.now().toMSecsSinceEpoch()};
        if (auto done = m_ground.source.at().freeze(m_ground.source.path, lock); !done)
            return StepOutcome::failed(done.error());
    }
    auto picture = m_ground.rehearsal ? pictureOf(m_ground, Side::Source, env.stop) : pictureAtRest(env);
    if (!picture)
        return failedOrStopped(picture.error());
    env.facts[frozenKey] = picture.value();
    const TreePrint print = printFromJson(picture.value()[u"tree"]);
    StepOutcome outcome;
    outcome.proof.append(proofItem(m_ground.rehearsal ? u"proof.pictured"_s : u"proof.frozen"_s, true,
                                   {{u"path"_s, m_ground.source.shown()},
                                    {u"entries"_s, print.entries},
                                    {u"bytes"_s, print.bytes},
                                    {u"hash"_s, print.hash}}));
    return outcome;
}

StepOutcome MigrationSteps::verifyAll(StepEnv& env)
{
    // A rehearsal's target is thrown away, and its source goes on changing.
    std::optional<KeptManifests> kept;
    if (!m_ground.rehearsal)
        kept.emplace(m_ground, env);
    StepOutcome all =
        compareUnits(m_ground, {}, pictureCtime(env.facts[frozenKey].toObject()), env, kept ? &*kept : nullptr);
    if (!all.good())
        return all;
    auto picture = pictureOf(m_ground, Side::Target, env.stop);
    if (!picture)
        return failedOrStopped(picture.error());
    if (!m_ground.rehearsal) {
        // The digests of the databases, once more, with everything else at rest.
        for (const ScopeDatabase& database : m_ground.scope.databases) {
            if (pictureHash(picture.value(), database.to) !=
                pictureHash(env.facts[frozenKey].toObject(), database.from)) {
                all.error = makeError("database.differs", database.name, {{"count", std::int64_t{1}}});
                return all;
            }
        }
    }
    env.facts[targetKey] = picture.value();
    if (!m_ground.scope.databases.empty()) {
        all.proof.append(
            proofItem(u"proof.databases-equal"_s, true, {{u"count"_s, qint64(m_ground.scope.databases.size())}}));
    }
    return all;
}

StepOutcome MigrationSteps::switchUsers(StepEnv& env)
{
    if (m_ground.link.empty()) {
        StepOutcome outcome;
        outcome.skipped = true;
        outcome.proof.append(proofItem(u"proof.no-link"_s, true));
        return outcome;
    }
    if (auto done = m_ground.link.at().replaceSymlink(m_ground.link.path, bytesOf(env.facts[linkToKey])); !done)
        return StepOutcome::failed(done.error());
    return {};
}

namespace {

/// Reads the beginning of the first files of a tree as a user would meet them.
StepOutcome sampleFiles(const Ground& ground, std::stop_token stop)
{
    qint64 read = 0;
    std::optional<Error> broken;
    const HostPath& root = ground.target;
    std::vector<std::string> first;
    auto walked = root.at().walkTree(root.path, {}, stop, [&](const engine::TreeEntry& entry) {
        if (entry.kind == 'f')
            first.push_back(entry.path);
        return first.size() < 50;
    });
    for (const std::string& path : first) {
        if (!walked || broken || stop.stop_requested())
            break;
        const auto start = readStart(root / path, 4096, false, stop);
        if (!start)
            broken = start.error();
        ++read;
    }
    if (!walked)
        return StepOutcome::failed(walked.error());
    if (broken)
        return StepOutcome::failed(*broken);
    StepOutcome outcome;
    outcome.proof.append(proofItem(u"proof.files-open"_s, true, {{u"count"_s, read}}));
    return outcome;
}

} // namespace

StepOutcome MigrationSteps::runChecks(StepEnv& env)
{
    env.job.progress.part(u"phase.checks"_s);
    StepOutcome all = sampleFiles(m_ground, env.stop);
    if (!all.good())
        return all;
    for (const ScopeDatabase& database : m_ground.scope.databases) {
        auto integrity = sqliteIntegrity(below(m_ground.target, database.to), env.stop);
        if (!integrity)
            return failedOrStopped(integrity.error());
        all.proof.append(proofItem(u"proof.integrity"_s, integrity.value().ok, {{u"name"_s, database.name}}));
        if (!integrity.value().ok)
            return StepOutcome::failed(makeError("sqlite.damaged", database.name), all.proof);
    }
    Snapshot seen = *env.job.store->snapshot();
    seen.project.switchLink = Path::fromStdString(m_ground.link.path);
    const QJsonArray downBefore = env.facts[downBeforeKey].toArray();
    qint64 down = 0;
    QString first;
    for (const Check* check : enabledChecks(seen)) {
        const ProbeOutcome outcome =
            runCheck(seen, *check, m_served, env.job.clock.now(), env.stop, env.job.connections);
        const bool before = downBefore.contains(QJsonValue(check->id));
        QJsonObject params = outcome.params;
        params.insert(u"check"_s, check->name);
        all.proof.append(proofItem(outcome.code, outcome.state == CheckState::Up, params));
        if (outcome.state != CheckState::Down || before)
            continue;
        if (++down == 1)
            first = check->name;
    }
    if (env.stop.stop_requested())
        return StepOutcome::stopped();
    if (down > 0)
        all.error = makeError("checks.failed", first, {{"count", std::int64_t(down)}});
    return all;
}

StepOutcome MigrationSteps::open(StepEnv& env)
{
    StepOutcome outcome = sourceStillFrozen(env);
    if (!outcome.good())
        return outcome;
    outcome.proof.append(proofItem(m_ground.rehearsal ? u"proof.not-opened"_s : u"proof.opened"_s, true,
                                   {{u"path"_s, m_ground.target.shown()}}));
    return outcome;
}

Result<void> MigrationSteps::undo(const RunStep& step, StepEnv& env)
{
    if (step.code == u"switch" && !m_ground.link.empty() && env.facts.contains(linkBeforeKey))
        return m_ground.link.at().restoreLinkAt(m_ground.link.path, bytesOf(env.facts[linkBeforeKey]));
    if (step.code == u"freeze" && !m_ground.rehearsal) {
        auto frozen = m_ground.source.at().frozenBy(m_ground.source.path);
        if (!frozen && isUnreachable(frozen.error()))
            return frozen.error();
        // Somebody else's freeze is not ours to take away.
        if (frozen && frozen.value() && frozen.value()->owner == m_ground.owner)
            return m_ground.source.at().thaw(m_ground.source.path, m_ground.owner);
    }
    return {};
}

Result<std::size_t> MigrationSteps::resumeAt(std::size_t next, StepEnv& env)
{
    std::size_t firstSync = env.steps.size();
    const RunStep* freeze = nullptr;
    const RunStep* verified = nullptr;
    const RunStep* switched = nullptr;
    for (std::size_t i = 0; i < next; ++i) {
        const RunStep& step = env.steps[i];
        if (step.code == u"freeze")
            freeze = &step;
        else if (step.code == u"verify")
            verified = &step;
        else if (step.code == u"switch")
            switched = &step;
        if ((step.code == u"sync" || step.code == u"database") && firstSync > i)
            firstSync = i;
    }
    if (!freeze || m_ground.rehearsal)
        return next;
    // Freezing again as the same owner is no error, and mends a state folder that was lost.
    engine::FreezeLock lock{m_ground.owner, "freeze.cutover", env.job.clock.now().toMSecsSinceEpoch()};
    if (auto done = m_ground.source.at().freeze(m_ground.source.path, lock); !done)
        return done.error();
    if (auto changed = changedSincePicture(m_ground, Side::Source, env.facts[frozenKey].toObject(),
                                           "source.changed-after-freeze", env.stop))
        return *changed;
    if (switched) {
        if (switched->state == StepState::Skipped)
            return next;
        auto text = m_ground.link.at().linkTextAt(m_ground.link.path);
        if (!text)
            return text.error();
        return text.value() == bytesOf(env.facts[linkToKey]) ? next : std::size_t(switched->number - 1);
    }
    const bool switching =
        next < env.steps.size() && env.steps[next].code == u"switch" && env.steps[next].state != StepState::Waiting;
    if (verified && !switching) {
        auto changed = changedSincePicture(m_ground, Side::Target, env.facts[targetKey].toObject(),
                                           "target.changed-after-verify", env.stop);
        if (changed && changed->code == "target.changed-after-verify")
            return std::min(firstSync, next);
        if (changed)
            return *changed;
    }
    return next;
}

Result<bool> MigrationSteps::canUndoLate(StepEnv& env)
{
    auto changed = changedSincePicture(m_ground, Side::Target, env.facts[targetKey].toObject(),
                                       "target.changed-after-verify", env.stop);
    if (!changed)
        return true;
    if (changed->code == "target.changed-after-verify")
        return false;
    return *changed;
}

} // namespace bascule
