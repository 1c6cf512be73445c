// SPDX-License-Identifier: GPL-3.0-or-later
// check add|run|list|propose, baseline, monitor.
#include "app/cli/Tr.h"
#include "app/cli/Verb.h"

#include "core/monitoring/Checks.h"
#include "core/monitoring/Rounds.h"

namespace bascule::cli {

using namespace Qt::StringLiterals;

namespace {

QJsonObject checkJson(const Snapshot& snapshot, const Check& check)
{
    QJsonObject object = toJson(check);
    const Asset* asset = snapshot.asset(check.asset);
    object.insert(u"assetName"_s, asset ? asset->name : QString());
    return object;
}

QJsonObject checksDocument(const Invocation& call, const Snapshot& snapshot)
{
    QJsonArray checks, incidents;
    for (const Check& check : snapshot.checks)
        checks.append(checkJson(snapshot, check));
    for (const Incident& incident : snapshot.incidents)
        incidents.append(toJson(incident));
    QJsonObject document{{u"checks"_s, checks}, {u"incidents"_s, incidents}};
    const Availability seen = availability(snapshot, call.clock.now());
    if (seen.known)
        document.insert(u"availability"_s, seen.percent);
    return document;
}

void printChecks(const Invocation& call, const Snapshot& snapshot)
{
    const text::Phrasebook& words = call.words;
    QList<QStringList> rows;
    for (const Check& check : snapshot.checks) {
        const Asset* asset = snapshot.asset(check.asset);
        const QJsonValue median = check.baseline[u"medianMs"];
        rows.append({QString::number(check.id), check.name, asset ? asset->name : QString(), words.word(check.state),
                     median.isDouble() ? words.duration(qint64(median.toDouble() + 0.5)) : Tr::tr("no baseline"),
                     check.ranAt.isValid() ? words.dateTime(check.ranAt) : QString()});
    }
    call.console.table(
        {Tr::tr("No."), Tr::tr("Check"), Tr::tr("Asset"), Tr::tr("State"), Tr::tr("Baseline"), Tr::tr("Last run")},
        rows);
    int open = 0;
    for (const Incident& incident : snapshot.incidents)
        open += incident.closedAt.isValid() ? 0 : 1;
    call.console.line(Tr::tr("%n open incident(s).", nullptr, open));
}

/// A check's switches are true or false.
void readSwitches(QJsonObject& params)
{
    for (auto at = params.begin(); at != params.end(); ++at) {
        const QString value = at.value().toString();
        if (value == u"true" || value == u"false")
            at.value() = value == u"true";
    }
}

int runCheckAdd(const Invocation& call)
{
    int exit = Good;
    auto params = paramsOf(call, exit);
    if (!params)
        return exit;
    readSwitches(*params);
    return withProject(call, OpenMode::ReadWrite, [&](const StorePtr& store) {
        const SnapshotPtr before = store->snapshot();
        Check check;
        check.name = call.args.text("name");
        check.kind = call.args.text("kind");
        check.params = *params;
        if (call.args.has("asset")) {
            const Asset* asset = findAsset(*before, call.args.text("asset"));
            if (!asset)
                return call.console.fail(makeError("asset.missing", call.args.text("asset")));
            check.asset = asset->id;
            if (check.name.isEmpty())
                check.name = asset->name;
        }
        if (call.args.has("every")) {
            const auto every = durationMs(call.args.text("every"));
            if (!every)
                return call.console.usage(
                    Tr::tr("“%1” is no duration; write 90s, 5min or 1h.").arg(call.args.text("every")));
            check.everySeconds = int(*every / 1000);
        }
        const auto id = writeNew(*store, [&](StoreTx& tx) { return setCheck(tx, check); });
        if (!id)
            return call.console.fail(id.error());
        const SnapshotPtr snapshot = store->snapshot();
        const Check& made = *findById(snapshot->checks, *id);
        call.console.line(Tr::tr("Added the check “%1”.").arg(made.name));
        call.console.document({{u"check"_s, checkJson(*snapshot, made)}});
        return int(Good);
    });
}

int runCheckPropose(const Invocation& call)
{
    return withProject(call, OpenMode::ReadWrite, [&](const StorePtr& store) {
        const std::vector<Check> proposed = proposeChecks(*store->snapshot());
        const auto write = [&](StoreTx& tx) -> Result<void> {
            for (const Check& check : proposed) {
                if (auto set = setCheck(tx, check); !set)
                    return set.error();
            }
            return {};
        };
        if (auto done = store->write(write); !done)
            return call.console.fail(done.error());
        const SnapshotPtr snapshot = store->snapshot();
        call.console.line(Tr::tr("%n check(s) added.", nullptr, int(proposed.size())));
        printChecks(call, *snapshot);
        call.console.document(checksDocument(call, *snapshot));
        return int(Good);
    });
}

int runCheckList(const Invocation& call)
{
    return withProject(call, OpenMode::ReadOnly, [&](const StorePtr& store) {
        const SnapshotPtr snapshot = store->snapshot();
        printChecks(call, *snapshot);
        call.console.document(checksDocument(call, *snapshot));
        return int(Good);
    });
}

int runAndPrint(const Invocation& call, const StorePtr& store, std::unique_ptr<Job> job)
{
    const Outcome outcome = runJob(call, store, std::move(job));
    const SnapshotPtr snapshot = store->snapshot();
    if (outcome.kind == Outcome::Kind::Succeeded)
        printChecks(call, *snapshot);
    return finish(call, outcome, [&] { return checksDocument(call, *snapshot); });
}

int runCheckRun(const Invocation& call)
{
    const std::vector<Id> ids = idsOf(call);
    return withProject(call, OpenMode::ReadWrite, [&](const StorePtr& store) {
        if (call.args.has("baseline"))
            return runAndPrint(call, store, std::make_unique<BaselineJob>(10, std::chrono::milliseconds(200), ids));
        return runAndPrint(call, store, std::make_unique<CheckRunJob>(ids));
    });
}

int runMonitor(const Invocation& call)
{
    MonitorOptions options;
    const auto take = [&](const char* option, std::chrono::milliseconds& into) {
        if (!call.args.has(option))
            return true;
        const auto ms = durationMs(call.args.text(option));
        into = std::chrono::milliseconds(ms.value_or(0));
        return ms.has_value() && *ms > 0;
    };
    if (!take("for", options.duration) || !take("interval", options.interval))
        return call.console.usage(Tr::tr("Durations are written 90s, 5min or 1h."));
    if (call.args.has("rounds")) {
        bool good = false;
        options.rounds = call.args.text("rounds").toInt(&good);
        if (!good || options.rounds < 1)
            return call.console.usage(Tr::tr("“%1” is no whole number.").arg(call.args.text("rounds")));
    }
    if (options.rounds == 0 && options.duration.count() == 0)
        options.rounds = 1;
    return withProject(call, OpenMode::ReadWrite, [&](const StorePtr& store) {
        return runAndPrint(call, store, std::make_unique<MonitorJob>(options));
    });
}

} // namespace

std::vector<Verb> monitoringVerbs()
{
    return {
        {"check add",
         "PROJECT",
         QT_TRANSLATE_NOOP("Cli", "add a check"),
         {{"kind", "KIND", QT_TRANSLATE_NOOP("Cli", "file, sqlite, link, tcp, http, tls or dns")},
          {"name", "NAME", QT_TRANSLATE_NOOP("Cli", "what it is called; the asset's name, unless given")},
          {"asset", "ID", QT_TRANSLATE_NOOP("Cli", "what it watches")},
          {"param", "NAME=VALUE", QT_TRANSLATE_NOOP("Cli", "what the kind asks for: host, port, url, path, query"),
           true},
          {"every", "DURATION", QT_TRANSLATE_NOOP("Cli", "how often; 1min, unless given")}},
         runCheckAdd,
         1,
         1},
        {"check propose",
         "PROJECT",
         QT_TRANSLATE_NOOP("Cli", "add a check for every critical asset that has none"),
         {},
         runCheckPropose,
         1,
         1},
        {"check list",
         "PROJECT",
         QT_TRANSLATE_NOOP("Cli", "the checks, their state and baseline"),
         {},
         runCheckList,
         1,
         1},
        {"check run",
         "PROJECT [ID]…",
         QT_TRANSLATE_NOOP("Cli", "run checks once, or measure their baseline; exit 1 when one is not up"),
         {{"baseline", nullptr, QT_TRANSLATE_NOOP("Cli", "measure how the old server does, ten rounds")}},
         runCheckRun,
         1,
         200},
        {"monitor",
         "PROJECT",
         QT_TRANSLATE_NOOP("Cli", "run rounds of checks; exit 1 while an incident is open"),
         {{"for", "DURATION", QT_TRANSLATE_NOOP("Cli", "how long, e.g. 8h; one round, unless given")},
          {"rounds", "N", QT_TRANSLATE_NOOP("Cli", "how many rounds")},
          {"interval", "DURATION",
           QT_TRANSLATE_NOOP("Cli", "from one round to the next; each check's own, unless given")}},
         runMonitor,
         1,
         1},
    };
}

} // namespace bascule::cli
