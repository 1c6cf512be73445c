// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rehearsal/Drift.h"

#include "core/databases/DatabasePlaces.h"
#include "core/engine/Compare.h"
#include "core/hosts/HostLooks.h"
#include "core/runbook/RunLock.h"
#include "core/runbook/Subjects.h"

#include <algorithm>
#include <map>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

/// Differences of one asset and one way of differing.
struct Group
{
    Id asset = 0;
    QString name, assetKey, code;
    qint64 count = 0;
    QStringList examples;
};

/// Collects differences by asset and code.
class Groups
{
public:
    explicit Groups(const Snapshot& snapshot)
        : m_snapshot(snapshot)
    {
    }

    void add(const Path& path, const QString& code, const QString& example, qint64 count = 1)
    {
        const Asset* asset = assetAt(path);
        Group& group = m_groups[{asset ? asset->id : 0, code}];
        group.asset = asset ? asset->id : 0;
        group.name = asset && !asset->path.isEmpty() ? asset->name : u"/"_s;
        group.assetKey = asset ? asset->key : QString();
        group.code = code;
        group.count += count;
        if (group.examples.size() < 5)
            group.examples.append(example);
    }

    std::vector<Drift> rows() const
    {
        std::vector<Drift> rows;
        for (const auto& [key, group] : m_groups) {
            Drift row;
            row.asset = group.asset;
            row.code = group.code;
            row.subject = group.name;
            row.params = {
                {u"name"_s, group.name}, {u"count"_s, group.count}, {u"examples"_s, group.examples.join(u", ")}};
            row.key = group.code + u':' + group.assetKey;
            rows.push_back(row);
        }
        return rows;
    }

private:
    const Asset* assetAt(const Path& path) const
    {
        const Asset* nearest = nullptr;
        for (const Asset* asset : m_snapshot.presentAssets()) {
            if (isBelow(path, asset->path) && (!nearest || asset->path.size() > nearest->path.size()))
                nearest = asset;
        }
        return nearest;
    }

    const Snapshot& m_snapshot;
    std::map<std::pair<Id, QString>, Group> m_groups;
};

QString sideOfChange(bool source, bool test)
{
    if (source && test)
        return u"drift.both-changed"_s;
    if (source)
        return u"drift.source-changed"_s;
    return test ? u"drift.test-changed"_s : u"drift.never-equal"_s;
}

Result<void> compareFiles(const Ground& ground, const QJsonObject& sourceThen, const QJsonObject& testThen,
                          bool contents, engine::Counters& counters, Groups& groups, std::stop_token stop)
{
    const auto loose = looseFolders(ground.scope, Side::Source);
    for (const ScopeUnit& unit : ground.scope.units) {
        auto ends = unitEnds(ground.scope, unit, ground.source, ground.target);
        if (!ends)
            return ends.error();
        engine::CompareOptions options;
        options.excludes = ends.value().excludes;
        options.contents = contents;
        options.owners = ground.scope.owners;
        auto report = comparePlaces(ends.value().left, ends.value().right, options, counters, stop);
        if (!report)
            return report.error();
        if (report.value().cancelled)
            return makeError("cancelled");
        for (const engine::Difference& difference : report.value().differences) {
            if (!ends.value().only.empty() && difference.path != ends.value().only)
                continue;
            const auto facts = lookAt(ends.value().left / difference.path);
            if (!facts)
                return facts.error();
            if (*facts && (*facts)->kind == 's')
                continue;
            const Path path = (unit.from.isEmpty() ? Path() : unit.from + '/') + Path::fromStdString(difference.path);
            // SQLite makes and removes side files: the time of their folder says nothing.
            if (difference.what == "mtime" && loose.contains(path.toStdString()))
                continue;
            const auto source = changedAfter(ends.value().left, difference.path, pictureCtime(sourceThen));
            const auto test = changedAfter(ends.value().right, difference.path, pictureCtime(testThen));
            if (!source || !test)
                return !source ? source.error() : test.error();
            groups.add(path, sideOfChange(*source, *test), displayPath(path));
        }
    }
    return {};
}

Result<void> compareDatabases(const Ground& ground, Groups& groups, std::stop_token stop)
{
    for (const ScopeDatabase& database : ground.scope.databases) {
        auto source = sqliteDigest(below(ground.source, database.from), stop);
        if (!source)
            return source.error();
        auto test = sqliteDigest(below(ground.target, database.to), stop);
        if (!test && test.error().code != "path.missing")
            return test.error();
        const auto items = test ? compareDigests(source.value(), test.value())
                                : std::vector<Item>{{u"sqlite.table-missing"_s, {}, {}}};
        for (const Item& item : items) {
            const bool rows = item.code == u"sqlite.row-count" || item.code == u"sqlite.rows-differ";
            const QString table = item.params[u"table"].toString(item.params[u"name"].toString());
            groups.add(database.from, rows ? u"drift.database-rows"_s : u"drift.database-schema"_s, table);
        }
    }
    return {};
}

/// Brings the rows up to date: what people decided stays decided as long as the difference is of the same kind.
Result<void> writeRows(StoreTx& tx, std::vector<Drift> found, bool contents, int& open)
{
    auto known = tx.all<Drift>();
    if (!known)
        return known.error();
    int accepted = 0, resolved = 0;
    for (Drift& old : known.value()) {
        const auto now = std::find_if(found.begin(), found.end(), [&](const Drift& row) { return row.key == old.key; });
        if (now == found.end()) {
            old.state = DifferenceState::Resolved;
            ++resolved;
        } else {
            old.asset = now->asset;
            old.subject = now->subject;
            old.params = now->params;
            if (old.state == DifferenceState::Resolved) {
                old.state = DifferenceState::Open;
                old.by.clear();
                old.why.clear();
            }
            ++(old.state == DifferenceState::Open ? open : accepted);
            found.erase(now);
        }
        if (auto done = tx.update(old); !done)
            return done;
    }
    for (Drift& row : found) {
        if (auto id = tx.insert(row); !id)
            return id.error();
        ++open;
    }
    auto evidence =
        tx.append(u"rehearsal"_s, evidence::DriftMeasured, {},
                  {{u"open"_s, open}, {u"accepted"_s, accepted}, {u"resolved"_s, resolved}, {u"contents"_s, contents}});
    return evidence ? Result<void>() : Result<void>(evidence.error());
}

} // namespace

Result<int> measureDrift(JobContext& context, const Ground& ground, bool contents, std::stop_token stop)
{
    const SnapshotPtr snapshot = context.store->snapshot();
    const Run* rehearsal = nullptr;
    for (const Run& run : snapshot->runs) {
        if (run.kind == RunKind::Rehearsal && run.state == RunState::Succeeded)
            rehearsal = &run;
    }
    if (!rehearsal)
        return makeError("drift.not-rehearsed");
    Groups groups(*snapshot);
    engine::Counters& counters = context.progress.part(u"phase.drift"_s);
    if (auto done = compareFiles(ground, rehearsal->facts[u"frozen"].toObject(),
                                 rehearsal->facts[u"targetPicture"].toObject(), contents, counters, groups, stop);
        !done)
        return done.error();
    if (auto done = compareDatabases(ground, groups, stop); !done)
        return done.error();
    int open = 0;
    auto written = context.store->write([&](StoreTx& tx) {
        open = 0;
        return writeRows(tx, groups.rows(), contents, open);
    });
    if (!written)
        return written.error();
    return open;
}

Result<void> decideDrift(StoreTx& tx, Id id, DifferenceState state, const QString& by, const QString& why)
{
    if (by.trimmed().isEmpty())
        return makeError("drift.no-name");
    if (why.trimmed().isEmpty() && state != DifferenceState::Open)
        return makeError("drift.no-reason");
    auto row = tx.get<Drift>(id);
    if (!row)
        return row.error();
    Drift drift = row.value();
    drift.state = state;
    drift.by = by.trimmed();
    drift.why = why.trimmed();
    auto evidence = tx.append(
        u"rehearsal"_s, evidence::DriftDecided, drift.key,
        {{u"state"_s, enumName(state)}, {u"why"_s, drift.why}, {u"code"_s, drift.code}, {u"params"_s, drift.params}},
        drift.by);
    if (!evidence)
        return evidence.error();
    return tx.update(drift);
}

Outcome DriftJob::run(JobContext& context)
{
    const SnapshotPtr snapshot = context.store->snapshot();
    const Server* source = snapshot->serverOf(ServerRole::Source);
    const Server* test = snapshot->serverOf(ServerRole::Test);
    if (!source || !test)
        return Outcome::failed(makeError("rehearsal.no-test-server"));
    const auto failed = [](const Error& error) {
        return error.code == "cancelled" ? Outcome::cancelled() : Outcome::failed(error);
    };
    const auto asking = std::make_shared<StopSwitch>(context.stop);
    const auto sourceHost = hostForRun(*source, context.connections, asking);
    const auto testHost = hostForRun(*test, context.connections, asking);
    if (!sourceHost || !testHost)
        return failed(!sourceHost ? sourceHost.error() : testHost.error());
    Ground ground;
    ground.source = {*sourceHost, source->root.toStdString()};
    ground.target = {*testHost, test->root.toStdString()};
    auto lock = RunLock::take(context.store->file(), {ground.target}, u"drift"_s, context.clock, context.stop);
    if (!lock)
        return failed(lock.error());
    ground.asking = asking;
    ground.scope = scopeOf(*snapshot, *source);
    auto open = measureDrift(context, ground, true, context.stop);
    if (!open)
        return failed(open.error());
    return Outcome::succeeded(open.value() == 0, {{u"open"_s, open.value()}});
}

} // namespace bascule
