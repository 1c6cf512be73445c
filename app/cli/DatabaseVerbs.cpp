// SPDX-License-Identifier: GPL-3.0-or-later
// database test: would the databases open on the new server as they do now?
#include "app/cli/Tr.h"
#include "app/cli/Verb.h"

#include "core/databases/DatabaseTest.h"

#include <algorithm>

namespace bascule::cli {

using namespace Qt::StringLiterals;

namespace {

/// What the inventory calls it; it says nothing where it does not know.
bool isSqlite(const Asset& asset)
{
    return asset.version.isEmpty() || asset.version.startsWith(u"SQLite"_s, Qt::CaseInsensitive);
}

/// The databases asked for, by number, name or path; all that are there when none is named. `exit` is set, and the
/// reason said, when one of them is not to be had.
std::vector<const Asset*> chosenDatabases(const Invocation& call, const Snapshot& snapshot, std::optional<int>& exit)
{
    std::vector<const Asset*> all = snapshot.presentAssets();
    std::erase_if(all, [](const Asset* asset) { return asset->kind != AssetKind::Database; });
    std::vector<QByteArray> given = call.args.all("database");
    for (std::size_t i = 1; i < call.args.positionals().size(); ++i)
        given.push_back(call.args.at(i));
    if (given.empty() && all.empty())
        exit = call.console.fail(Refused, u"database.none"_s, snapshot.project.name,
                                 Tr::tr("The inventory of “%1” has no database. Add the server that holds one and run "
                                        "“bascule-cli inventory”: it finds the databases.")
                                     .arg(snapshot.project.name));
    if (given.empty() || exit)
        return all;
    std::vector<const Asset*> chosen;
    for (const QByteArray& one : given) {
        const QString text = QString::fromUtf8(one);
        std::vector<const Asset*> fitting = all;
        std::erase_if(fitting, [&](const Asset* asset) {
            return asset->id != idOf(text) && asset->name != text && asset->path != one;
        });
        if (fitting.size() > 1)
            exit = call.console.usage(
                Tr::tr("%n databases are called “%1”: give the number of one.", nullptr, int(fitting.size()))
                    .arg(text));
        else if (fitting.empty())
            exit = call.console.fail(makeError("database.unknown", text));
        if (exit)
            return {};
        if (std::find(chosen.begin(), chosen.end(), fitting.front()) == chosen.end())
            chosen.push_back(fitting.front());
    }
    return chosen;
}

/// Any beginning of the version at hand will do: "3", "3.40".
bool isAtHand(const QString& wanted)
{
    QString number = wanted.trimmed();
    if (number.startsWith(u"SQLite"_s, Qt::CaseInsensitive))
        number = number.mid(6).trimmed();
    return (DatabaseTestJob::version() + u'.').startsWith(number + u'.');
}

struct Tested
{
    const Asset* asset = nullptr;
    const Evidence* test = nullptr; ///< the newest
    std::vector<Finding> findings;  ///< not resolved
};

std::vector<Tested> resultsOf(const Snapshot& snapshot, const std::vector<Id>& ids)
{
    std::vector<Tested> results;
    for (const Id id : ids) {
        Tested one;
        one.asset = snapshot.asset(id);
        for (const Evidence& line : snapshot.evidence) {
            if (line.kind == QLatin1String(evidence::DatabaseTested) && line.data[u"asset"].toInteger() == id)
                one.test = &line;
        }
        for (const Finding& finding : snapshot.findings) {
            if (finding.room == u"databases" && finding.asset == id && finding.state != FindingState::Resolved)
                one.findings.push_back(finding);
        }
        if (one.asset && one.test)
            results.push_back(std::move(one));
    }
    return results;
}

/// What the window counts: neither notes nor what somebody accepted.
int openOf(const std::vector<Finding>& findings)
{
    return int(std::count_if(findings.begin(), findings.end(), [](const Finding& finding) {
        return finding.state == FindingState::Open && finding.severity != FindingSeverity::Note;
    }));
}

QJsonObject resultJson(const Invocation& call, const Snapshot& snapshot, const Tested& one)
{
    const Server* server = snapshot.server(one.asset->server);
    return {{u"id"_s, one.asset->id},
            {u"name"_s, one.asset->name},
            {u"path"_s, displayPath(one.asset->path)},
            {u"server"_s, server ? server->name : QString()},
            {u"version"_s, one.asset->version},
            {u"ok"_s, one.test->data[u"ok"]},
            {u"ms"_s, one.test->data[u"ms"]},
            {u"tables"_s, one.test->data[u"tables"]},
            {u"rows"_s, one.test->data[u"rows"]},
            {u"hash"_s, one.test->data[u"hash"]},
            {u"open"_s, openOf(one.findings)},
            {u"findings"_s, findingsJson(call, one.findings)}};
}

void printResults(const Invocation& call, const std::vector<Tested>& results)
{
    const text::Phrasebook& words = call.words;
    QList<QStringList> rows;
    std::vector<Finding> findings;
    for (const Tested& one : results) {
        const QJsonObject& data = one.test->data;
        rows.append({QString::number(one.asset->id), one.asset->name, displayPath(one.asset->path), one.asset->version,
                     data[u"ok"].toBool() ? Tr::tr("opens as it should") : Tr::tr("would break"),
                     words.number(data[u"tables"].toInteger()), words.number(data[u"rows"].toInteger()),
                     words.duration(data[u"ms"].toInteger())});
        findings.insert(findings.end(), one.findings.begin(), one.findings.end());
    }
    call.console.table({Tr::tr("No."), Tr::tr("Database"), Tr::tr("Path"), Tr::tr("Written by"), Tr::tr("Test"),
                        Tr::tr("Tables"), Tr::tr("Rows compared"), Tr::tr("Took")},
                       rows);
    printFindings(call, findings);
    call.console.line();
    const int open = openOf(findings);
    call.console.line(open == 0 ? Tr::tr("Tested with SQLite %1: nothing to fix.").arg(DatabaseTestJob::version())
                                : Tr::tr("Tested with SQLite %1: %n finding(s) to fix or to accept.", nullptr, open)
                                      .arg(DatabaseTestJob::version()));
}

int runDatabaseTest(const Invocation& call)
{
    if (call.args.has("version") && !isAtHand(call.args.text("version")))
        return call.console.fail(Usage, u"later"_s, call.args.text("version"),
                                 Tr::tr("This machine tests with SQLite %1; a test with “%2” comes with a later "
                                        "version.")
                                     .arg(DatabaseTestJob::version(), call.args.text("version")));
    return withProject(call, OpenMode::ReadWrite, [&](const StorePtr& store) {
        const SnapshotPtr before = store->snapshot();
        std::optional<int> exit;
        std::vector<Id> ids;
        for (const Asset* asset : chosenDatabases(call, *before, exit)) {
            if (!isSqlite(*asset)) {
                return call.console.fail(Usage, u"later"_s, asset->name,
                                         Tr::tr("“%1” is no SQLite database (%2): its test comes with a later version. "
                                                "Name the SQLite databases with --database.")
                                             .arg(asset->name, asset->version));
            }
            ids.push_back(asset->id);
        }
        if (exit)
            return *exit;
        const Outcome outcome = runJob(call, store, std::make_unique<DatabaseTestJob>(ids));
        const SnapshotPtr snapshot = store->snapshot();
        const std::vector<Tested> results = resultsOf(*snapshot, ids);
        if (outcome.kind == Outcome::Kind::Succeeded)
            printResults(call, results);
        return finish(call, outcome, [&] {
            QJsonArray databases;
            for (const Tested& one : results)
                databases.append(resultJson(call, *snapshot, one));
            return QJsonObject{{u"sqlite"_s, DatabaseTestJob::version()},
                               {u"good"_s, outcome.facts[u"good"]},
                               {u"bad"_s, outcome.facts[u"bad"]},
                               {u"databases"_s, databases}};
        });
    });
}

} // namespace

std::vector<Verb> databaseVerbs()
{
    return {
        {"database test",
         "PROJECT [ID]…",
         QT_TRANSLATE_NOOP("Cli",
                           "take databases into a throwaway file and try everything in it; exit 1 when one would "
                           "break. The original stays in use"),
         {{"database", "NAME", QT_TRANSLATE_NOOP("Cli", "this one only; all databases, unless given"), true},
          {"version", "V", QT_TRANSLATE_NOOP("Cli", "the SQLite to test with; this machine's, and no other so far")}},
         runDatabaseTest,
         1,
         1000},
    };
}

} // namespace bascule::cli
