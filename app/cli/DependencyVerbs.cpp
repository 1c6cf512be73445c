// SPDX-License-Identifier: GPL-3.0-or-later
// dependencies, confirm, dismiss: what needs what.
#include "app/cli/Tr.h"
#include "app/cli/Verb.h"

#include "core/dependencies/DependencyScanJob.h"
#include "core/dependencies/Graph.h"
#include "core/inventory/Decisions.h"
#include "core/inventory/Map.h"

namespace bascule::cli {

using namespace Qt::StringLiterals;

namespace {

QString nameOfEnd(const Snapshot& snapshot, Id asset, const QString& outside)
{
    const Asset* known = snapshot.asset(asset);
    return known ? known->name : outside;
}

QJsonObject dependencyJson(const Snapshot& snapshot, const Dependency& dependency)
{
    QJsonObject object = toJson(dependency);
    object.insert(u"fromId"_s, dependency.from);
    object.insert(u"toId"_s, dependency.to);
    object.insert(u"from"_s, nameOfEnd(snapshot, dependency.from, {}));
    object.insert(u"to"_s, nameOfEnd(snapshot, dependency.to, dependency.toName));
    return object;
}

QJsonObject document(const Invocation& call, const Snapshot& snapshot)
{
    QJsonArray dependencies, blindSpots;
    for (const Dependency* dependency : mapDependencies(snapshot))
        dependencies.append(dependencyJson(snapshot, *dependency));
    for (const Finding& finding : snapshot.findings) {
        if (finding.kind != FindingKind::BlindSpot || finding.state == FindingState::Resolved)
            continue;
        QJsonObject object = toJson(finding);
        object.insert(u"message"_s, call.words.say(finding.code, finding.params));
        blindSpots.append(object);
    }
    return {{u"dependencies"_s, dependencies}, {u"blindSpots"_s, blindSpots}};
}

void printDependencies(const Invocation& call, const Snapshot& snapshot)
{
    QList<QStringList> rows;
    for (const Dependency* dependency : mapDependencies(snapshot)) {
        QString where;
        if (!dependency->evidence.isEmpty()) {
            const QJsonValue first = dependency->evidence.first();
            where = first[u"file"].toString();
            if (const qint64 line = first[u"line"].toInteger(); line > 0)
                where += u':' + QString::number(line);
        }
        rows.append({QString::number(dependency->id), nameOfEnd(snapshot, dependency->from, {}),
                     nameOfEnd(snapshot, dependency->to, dependency->toName),
                     call.words.percent(dependency->confidence), call.words.word(dependency->state),
                     dependency->dormant ? Tr::tr("asleep") : QString(), where});
    }
    call.console.table(
        {Tr::tr("No."), Tr::tr("What"), Tr::tr("Needs"), Tr::tr("Sure"), Tr::tr("State"), QString(), Tr::tr("Seen in")},
        rows);
    for (const Finding& finding : snapshot.findings) {
        if (finding.kind == FindingKind::BlindSpot && finding.state == FindingState::Open)
            call.console.line(Tr::tr("Blind spot %1: %2")
                                  .arg(QString::number(finding.id), call.words.say(finding.code, finding.params)));
    }
}

int runDependencies(const Invocation& call)
{
    // Looking again never hurts: decisions stay with what they were made about.
    return withProject(call, OpenMode::ReadWrite, [&](const StorePtr& store) {
        const Outcome outcome = runJob(call, store, std::make_unique<DependencyScanJob>());
        const SnapshotPtr snapshot = store->snapshot();
        if (outcome.kind == Outcome::Kind::Succeeded && call.args.has("dot"))
            call.console.line(dotOf(*snapshot));
        else if (outcome.kind == Outcome::Kind::Succeeded)
            printDependencies(call, *snapshot);
        return finish(call, outcome, [&] { return document(call, *snapshot); });
    });
}

int decide(const Invocation& call, DependencyState state)
{
    const std::vector<Id> ids = idsOf(call);
    const auto write = [&](StoreTx& tx) -> Result<void> {
        for (const Id id : ids) {
            if (auto done = decideDependency(tx, id, state, byWhom(call), call.args.text("why")); !done)
                return done;
        }
        return {};
    };
    return change(call, write, [&](const Snapshot& snapshot) {
        QJsonArray decided;
        for (const Id id : ids) {
            const Dependency* dependency = findById(snapshot.dependencies, id);
            decided.append(dependencyJson(snapshot, *dependency));
            call.console.line(Tr::tr("%1 → %2: %3")
                                  .arg(nameOfEnd(snapshot, dependency->from, {}),
                                       nameOfEnd(snapshot, dependency->to, dependency->toName),
                                       call.words.word(dependency->state)));
        }
        call.console.document({{u"dependencies"_s, decided}});
        return int(Good);
    });
}

int runConfirm(const Invocation& call)
{
    return decide(call, DependencyState::Confirmed);
}

int runDismiss(const Invocation& call)
{
    return decide(call, DependencyState::Dismissed);
}

} // namespace

std::vector<Verb> dependencyVerbs()
{
    return {
        {"dependencies",
         "PROJECT",
         QT_TRANSLATE_NOOP("Cli", "read the configuration files and list what needs what"),
         {{"dot", nullptr, QT_TRANSLATE_NOOP("Cli", "as a picture for Graphviz")}},
         runDependencies,
         1,
         1},
        {"dependencies confirm", "PROJECT ID…", QT_TRANSLATE_NOOP("Cli", "it is so"), {kBy, kWhy}, runConfirm, 2, 1000},
        {"dependencies dismiss",
         "PROJECT ID… --why TEXT",
         QT_TRANSLATE_NOOP("Cli", "it is not so, with a reason"),
         {kBy, kWhy},
         runDismiss,
         2,
         1000},
    };
}

} // namespace bascule::cli
