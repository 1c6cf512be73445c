// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runbook/Transfer.h"

#include "core/databases/DatabasePlaces.h"
#include "core/engine/Compare.h"
#include "core/engine/Sync.h"
#include "core/hosts/HostLooks.h"
#include "core/hosts/KeptWatches.h"
#include "core/hosts/TransferJobs.h"
#include "core/hosts/WatchedSync.h"
#include "core/runbook/KeptList.h"
#include "core/runbook/KeptManifests.h"
#include "core/runbook/MigrationSteps.h"

#include <algorithm>
#include <mutex>
#include <utility>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kByChanges = "byChanges"_L1; ///< fact of a run whose sync looked only at what changed

constexpr std::size_t kMostOwners = 100; // in the proof of a step

bool accepted(const MigrationScope& scope, const std::string& path)
{
    const QString shown = displayPath(path);
    return std::any_of(scope.accepted.begin(), scope.accepted.end(), [&](const QString& spot) {
        const QString clean = spot.startsWith(u'/') ? spot.mid(1) : spot;
        return shown == clean || shown.startsWith(clean + u'/');
    });
}

Result<bool> isSocket(const HostPath& path)
{
    const auto facts = lookAt(path);
    if (!facts)
        return facts.error();
    return *facts && (*facts)->kind == 's';
}

std::string inUnit(const ScopeUnit& unit, const std::string& path)
{
    return unit.from.isEmpty() ? path : unit.from.toStdString() + '/' + path;
}

engine::SyncOptions syncOptions(const Ground& ground, const UnitEnds& ends, const CarryOptions& options,
                                const ScopeUnit& unit)
{
    engine::SyncOptions sync;
    sync.owners = ground.scope.owners;
    sync.deleteExtra = true;
    sync.excludes = ends.excludes;
    sync.freezeOwner = options.freezeOwner;
    if (!options.keepIn.empty())
        sync.keepReplacedIn = below(options.keepIn, unit.from).path;
    return sync;
}

/// Makes the folders above a path below `root`; those that are there stay as they are.
Result<void> makeParents(const HostPath& path)
{
    return path.at().makeFoldersAt(path.path.substr(0, path.path.rfind('/')));
}

/// What a sync left out: what may stay behind, and an error for what may not.
struct LeftOut
{
    QStringList sockets;
    qint64 busy = 0; ///< changed by users while a rehearsal read them
    std::optional<Error> error;
};

LeftOut leftOut(const Ground& ground, const ScopeUnit& unit, const engine::SyncReport& report)
{
    LeftOut left;
    qint64 count = report.skippedTotal - qint64(report.skipped.size());
    const engine::SkippedItem* first = nullptr;
    for (const engine::SkippedItem& item : report.skipped) {
        const std::string path = inUnit(unit, item.path);
        if (item.reason == "kind.socket") {
            left.sockets.append(displayPath(path));
            continue;
        }
        if (accepted(ground.scope, path))
            continue;
        if (ground.rehearsal && (item.reason == "changed.during-copy" || item.reason == "vanished")) {
            ++left.busy;
            continue;
        }
        ++count;
        if (!first)
            first = &item;
    }
    if (count <= 0)
        return left;
    Error error = makeError("sync.incomplete", first ? displayPath(inUnit(unit, first->path)) : QString(),
                            {{"count", std::int64_t(count)}, {"reason", first ? first->reason : std::string()}});
    if (first)
        error.detail = first->detail;
    left.error = error;
    return left;
}

/// What else than the source a sync's outcome depends on.
std::string likenessOf(const UnitEnds& ends, const engine::SyncOptions& sync)
{
    std::string text = identityText(ends.right).toStdString() + ' ' + enumName(sync.owners).toStdString();
    for (const std::string& exclude : sync.excludes)
        text += '\0' + exclude;
    return text;
}

/// What the proof says of how the changes were found.
QJsonObject toldBy(const KeptWatches::Pass& pass)
{
    const bool walked = pass.changes.isEverything();
    const QString way = u"watched."_s + enumName(pass.way);
    if (!walked) {
        return proofItem(u"proof.sync-changes"_s, true,
                         {{u"count"_s, qint64(pass.changes.paths().size())}, {u"way"_s, way}});
    }
    if (pass.way == engine::WatchWay::Walk)
        return proofItem(u"proof.sync-unwatched"_s, true,
                         {{u"reason"_s, QString::fromStdString(pass.why.empty() ? pass.changes.why() : pass.why)}});
    return proofItem(u"proof.sync-walked"_s, true,
                     {{u"reason"_s, QString::fromStdString(pass.changes.why())}, {u"way"_s, way}});
}

/// A sync of a unit that looks only at what changed since the last one, where a watch tells.
Result<engine::SyncReport> syncWatched(const UnitEnds& ends, const engine::SyncOptions& sync,
                                       engine::Counters& counters, const TransferWatch& watch, StepEnv& env,
                                       QJsonArray& proof)
{
    KeptWatches& watches = *env.job.watches;
    KeptWatches::Pass pass = watches.begin(ends.left, ends.right, likenessOf(ends, sync), env.stop);
    engine::Counters* fresh = &counters; // each attempt counts by itself
    const auto counting = [&]() -> engine::Counters& {
        return fresh != nullptr ? *std::exchange(fresh, nullptr) : env.job.progress.part({});
    };
    const auto once = [&] { return syncChanges(ends.left, ends.right, sync, pass.changes, counting, env.stop, watch); };
    auto report = once();
    if (!report && report.error().code == "ssh.too-many-sessions") {
        // The watch has a session that the transfer needs.
        pass = {};
        watches.giveUp(ends.left);
        pass = watches.begin(ends.left, ends.right, {}, env.stop);
        report = once();
    }
    if (report && !report->cancelled) // the target may be there only now
        KeptWatches::succeeded(pass, *report, likenessOf(ends, sync));
    proof.append(toldBy(pass));
    if (!pass.changes.isEverything())
        env.facts[kByChanges] = true;
    return report;
}

/// `settles`: what changed is at the target, which nobody watches.
StepOutcome syncOnce(const Ground& ground, const ScopeUnit& unit, const CarryOptions& options, const UnitEnds& ends,
                     engine::Counters& counters, StepEnv& env, bool settles = false)
{
    const bool forth = options.direction == Direction::Forth;
    if (forth && !unit.to.isEmpty()) {
        if (auto made = makeParents(ends.right); !made)
            return StepOutcome::failed(made.error());
    }
    TransferWatch watch;
    // The straight way lays a key down on the source for a while: not where every change there counts.
    watch.way = ground.firstCopy ? TransferWay::Best : TransferWay::Relay;
    watch.onReconnect = [&env](const Error& error) {
        env.job.progress.phase(QString::fromStdString(error.code), paramsToJson(error.params));
    };
    QJsonArray told;
    // A rehearsal goes to another target, which is thrown away.
    const bool watched = !settles && env.job.watches != nullptr && forth && (ground.firstCopy || !ground.rehearsal);
    KeptList list(ground, env);
    engine::SyncOptions how = syncOptions(ground, ends, options, unit);
    how.pace = env.job.progress.pace(forth ? u"old"_s : u"new"_s);
    if (!settles) // it meets what the sync before it met
        how.skippedTo = &list;
    auto report = watched ? syncWatched(ends, how, counters, watch, env, told)
                          : syncPlaces(forth ? ends.left : ends.right, forth ? ends.right : ends.left, how, counters,
                                       env.stop, {}, watch);
    QJsonArray leftOutList; // also of a sync that did not come to its end
    list.tell(leftOutList);
    if (!report)
        return StepOutcome::failed(report.error(), leftOutList);
    const engine::SyncReport& done = report.value();
    StepOutcome outcome;
    if (done.cancelled) {
        outcome.proof = leftOutList;
        outcome.cancelled = true;
        return outcome;
    }
    const LeftOut left = leftOut(ground, unit, done);
    outcome.proof.append(proofItem(u"proof.synced"_s, !left.error,
                                   {{u"files"_s, qint64(done.files)},
                                    {u"bytes"_s, qint64(done.bytes)},
                                    {u"transferred"_s, qint64(done.transferred)},
                                    {u"created"_s, qint64(done.created)},
                                    {u"changed"_s, qint64(done.replaced + done.metadataOnly)},
                                    {u"deleted"_s, qint64(done.deleted)}}));
    for (const QJsonValue& item : told)
        outcome.proof.append(item);
    if (!left.sockets.isEmpty()) {
        outcome.proof.append(
            proofItem(u"proof.sockets-left"_s, true,
                      {{u"count"_s, qint64(left.sockets.size())}, {u"example"_s, left.sockets.first()}}));
    }
    if (left.busy > 0)
        outcome.proof.append(proofItem(u"proof.changed-meanwhile"_s, true, {{u"count"_s, left.busy}}));
    for (const QJsonValue& one : leftOutList)
        outcome.proof.append(one);
    for (std::size_t i = 0; i < std::min(done.owners.size(), kMostOwners); ++i) {
        const Item owner = ownerItem(ownerJson(done.owners[i]));
        outcome.proof.append(proofItem(owner.code, true, owner.params));
    }
    outcome.error = left.error;
    return outcome;
}

} // namespace

StepOutcome carryUnit(const Ground& ground, const ScopeUnit& unit, const CarryOptions& options, StepEnv& env)
{
    engine::Counters& counters =
        env.job.progress.part(unit.from.isEmpty() ? u"phase.sync"_s : u"phase.sync-one"_s, {{u"name"_s, unit.name}});
    auto ends = unitEnds(ground.scope, unit, ground.source, ground.target);
    if (!ends)
        return StepOutcome::failed(ends.error());
    StepOutcome outcome = syncOnce(ground, unit, options, ends.value(), counters, env);
    // The final sync meets what the first copy could not take.
    if (ground.firstCopy && outcome.error && outcome.error->code == "sync.incomplete")
        outcome.error.reset();
    return outcome;
}

namespace {

/// Kept once: after a crash the file in place may already be the new one.
Result<void> keepDatabase(const HostPath& file, const HostPath& kept, engine::Counters& counters, std::stop_token stop)
{
    const auto already = presentAt(kept);
    const auto there = presentAt(file);
    if (!already || !there)
        return !already ? already.error() : there.error();
    if (*already || !*there)
        return {};
    if (auto made = makeParents(kept); !made)
        return made;
    return sqliteCopy(file, kept, counters, std::move(stop));
}

} // namespace

StepOutcome carryDatabase(const Ground& ground, const ScopeDatabase& database, const CarryOptions& options,
                          const QString& expected, StepEnv& env)
{
    const bool forth = options.direction == Direction::Forth;
    const HostPath left = below(ground.source, database.from), right = below(ground.target, database.to);
    const HostPath& from = forth ? left : right;
    const HostPath& to = forth ? right : left;
    engine::Counters& counters = env.job.progress.part(u"phase.database"_s, {{u"name"_s, database.name}});
    const auto failed = [](const Error& error) {
        return error.code == "cancelled" ? StepOutcome::stopped() : StepOutcome::failed(error);
    };
    if (!options.keepIn.empty()) {
        if (auto kept = keepDatabase(to, below(options.keepIn, database.from), counters, env.stop); !kept)
            return failed(kept.error());
    }
    if (auto made = makeParents(to); !made)
        return failed(made.error());
    // A database in use may move between the copy and the reading: then both are done again.
    const int attempts = expected.isEmpty() ? 4 : 1;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        QString wanted = expected;
        if (wanted.isEmpty()) {
            auto digest = sqliteDigest(from, env.stop);
            if (!digest)
                return failed(digest.error());
            wanted = digest.value().hash;
        }
        if (auto copied = sqliteCopy(from, to, counters, env.stop); !copied)
            return failed(copied.error());
        auto arrived = sqliteDigest(to, env.stop);
        if (!arrived)
            return failed(arrived.error());
        if (arrived.value().hash == wanted) {
            StepOutcome outcome;
            outcome.proof.append(proofItem(u"proof.database"_s, true,
                                           {{u"name"_s, database.name},
                                            {u"tables"_s, qint64(arrived.value().tables.size())},
                                            {u"rows"_s, arrived.value().rows},
                                            {u"hash"_s, wanted}}));
            return outcome;
        }
    }
    auto now = sqliteDigest(from, env.stop), there = sqliteDigest(to, env.stop);
    if (!now || !there)
        return failed(!now ? now.error() : there.error());
    const auto differences = compareDigests(now.value(), there.value());
    if (!expected.isEmpty() && differences.empty()) {
        // The copy is a true copy: it is the original that is not what it was.
        return StepOutcome::failed(makeError(forth ? "source.changed-after-freeze" : "target.changed-after-freeze",
                                             from.shown(),
                                             {{"count", std::int64_t{1}}, {"examples", from.shown().toStdString()}}));
    }
    if (ground.rehearsal && expected.isEmpty()) {
        // Written to all the time: the copy is one consistent moment of it, and the two readings never met.
        StepOutcome busy;
        busy.proof.append(proofItem(u"proof.changed-meanwhile"_s, true, {{u"count"_s, qint64(differences.size())}}));
        return busy;
    }
    StepOutcome outcome = StepOutcome::failed(
        makeError("database.differs", database.name, {{"count", std::int64_t(differences.size())}}));
    for (const Item& item : differences)
        outcome.proof.append(proofItem(item.code, false, item.params));
    return outcome;
}

namespace {

/// Differences that count, of one unit's comparison.
struct Counted
{
    qint64 total = 0, meanwhile = 0;
    const engine::Difference* first = nullptr;
};

Result<Counted> countDifferences(const Ground& ground, const ScopeUnit& unit, const UnitEnds& ends,
                                 const engine::CompareReport& report, qint64 sinceNs)
{
    Counted counted;
    counted.total = report.differencesTotal - qint64(report.differences.size());
    for (const engine::Difference& difference : report.differences) {
        if (!ends.only.empty() && difference.path != ends.only)
            continue;
        const auto left = isSocket(ends.left / difference.path), right = isSocket(ends.right / difference.path);
        if (!left || !right)
            return !left ? left.error() : right.error();
        if (*left || *right)
            continue;
        if (difference.what != "contents" && accepted(ground.scope, inUnit(unit, difference.path)))
            continue;
        const auto meanwhile =
            ground.rehearsal ? changedAfter(ends.left, difference.path, sinceNs) : Result<bool>(false);
        if (!meanwhile)
            return meanwhile.error();
        if (*meanwhile) {
            ++counted.meanwhile;
            continue;
        }
        ++counted.total;
        if (!counted.first)
            counted.first = &difference;
    }
    return counted;
}

} // namespace

StepOutcome compareUnits(const Ground& ground, const CarryOptions& options, qint64 sinceNs, StepEnv& env,
                         KeptManifests* kept)
{
    StepOutcome all;
    // Databases and other units moved folders' times. Where only what changed at the source was looked at, somebody may
    // have been at the target.
    const bool settle =
        !ground.scope.databases.empty() || ground.scope.units.size() > 1 || env.facts[kByChanges].toBool();
    qint64 entries = 0, bytes = 0, meanwhile = 0;
    // Inner units first: what they settle moves nothing outside of them, while the whole source goes last.
    for (std::size_t i = ground.scope.units.size(); settle && i-- > 0;) {
        const ScopeUnit& unit = ground.scope.units[i];
        auto ends = unitEnds(ground.scope, unit, ground.source, ground.target);
        if (!ends)
            return StepOutcome::failed(ends.error());
        StepOutcome settled =
            syncOnce(ground, unit, options, ends.value(), env.job.progress.part(u"phase.settle"_s), env, true);
        if (!settled.good())
            return settled;
    }
    for (const ScopeUnit& unit : ground.scope.units) {
        auto ends = unitEnds(ground.scope, unit, ground.source, ground.target);
        if (!ends)
            return StepOutcome::failed(ends.error());
        engine::CompareOptions compare;
        compare.excludes = ends.value().excludes;
        compare.owners = ground.scope.owners;
        engine::Counters& counters = env.job.progress.part(u"phase.verify"_s);
        const auto isGood = [&](const engine::CompareReport& found) {
            const auto differences = countDifferences(ground, unit, ends.value(), found, sinceNs);
            return differences && differences->total == 0;
        };
        auto report = kept ? kept->compare(ends.value(), compare, counters, isGood)
                           : comparePlaces(ends.value().left, ends.value().right, compare, counters, env.stop);
        if (!report)
            return StepOutcome::failed(report.error());
        if (report.value().cancelled)
            return StepOutcome::stopped();
        const auto differences = countDifferences(ground, unit, ends.value(), report.value(), sinceNs);
        if (!differences)
            return StepOutcome::failed(differences.error());
        const Counted& counted = *differences;
        entries += report.value().entries;
        bytes += report.value().bytes;
        meanwhile += counted.meanwhile;
        if (counted.total > 0) {
            const QString path = counted.first ? displayPath(inUnit(unit, counted.first->path)) : QString();
            all.error = makeError("verify.differences", path,
                                  {{"count", std::int64_t(counted.total)},
                                   {"what", "difference." + (counted.first ? counted.first->what : "other")}},
                                  counted.first ? displayPath(counted.first->detail) : QString());
            break;
        }
    }
    all.proof.append(proofItem(u"proof.compared"_s, !all.error, {{u"entries"_s, entries}, {u"bytes"_s, bytes}}));
    if (meanwhile > 0)
        all.proof.append(proofItem(u"proof.changed-meanwhile"_s, true, {{u"count"_s, meanwhile}}));
    if (kept && !all.error)
        kept->tell(all.proof);
    env.facts[u"entries"_s] = entries;
    env.facts[u"bytes"_s] = bytes;
    return all;
}

Result<CarryPreview> previewUnits(const Ground& ground, const CarryOptions& how, std::stop_token stop)
{
    CarryPreview preview;
    std::mutex mutex;
    for (const ScopeUnit& unit : ground.scope.units) {
        auto ends = unitEnds(ground.scope, unit, ground.source, ground.target);
        if (!ends)
            return ends.error();
        const bool forth = how.direction == Direction::Forth;
        const Path base = forth ? unit.to : unit.from;
        if (forth) {
            const auto there = presentAt(ends.value().right);
            if (!there)
                return there.error();
            if (!*there)
                continue;
        }
        engine::SyncOptions options;
        options.deleteExtra = true;
        options.dryRun = true;
        options.freezeOwner = how.freezeOwner;
        options.owners = ground.scope.owners;
        options.excludes = ends.value().excludes;
        engine::Counters counters;
        auto report =
            syncPlaces(forth ? ends.value().left : ends.value().right, forth ? ends.value().right : ends.value().left,
                       options, counters, stop, [&](const engine::SyncAction& action) {
                           std::lock_guard lock(mutex);
                           const bool created = action.kind == engine::SyncAction::Kind::Create;
                           const bool removed = action.kind == engine::SyncAction::Kind::Delete;
                           ++(created ? preview.created : removed ? preview.deleted : preview.changed);
                           preview.bytes += removed ? 0 : action.bytes;
                           const Path path = (base.isEmpty() ? Path() : base + '/') + Path::fromStdString(action.path);
                           if (preview.examples.size() < 200) {
                               preview.examples.push_back({displayPath(path), created   ? u"created"_s
                                                                              : removed ? u"deleted"_s
                                                                                        : u"changed"_s});
                           }
                           if (!created && preview.paths.size() < 10'000)
                               preview.paths.push_back(path);
                       });
        if (!report)
            return report.error();
        if (report.value().cancelled)
            return makeError("cancelled");
    }
    return preview;
}

} // namespace bascule
