// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/CompatibilityController.h"

#include "core/compatibility/CompatibilityJob.h"
#include "core/databases/DatabaseTest.h"
#include "core/inventory/Decisions.h"
#include "core/inventory/InventoryJob.h"

using namespace Qt::StringLiterals;

namespace bascule::ui {

namespace {

/// The newest test of that database in the ledger, or null.
const Evidence* testOf(const Snapshot& snapshot, Id asset)
{
    for (auto it = snapshot.evidence.rbegin(); it != snapshot.evidence.rend(); ++it) {
        if (it->kind == QLatin1String(evidence::DatabaseTested) && it->data.value("asset"_L1).toInteger() == asset)
            return &*it;
    }
    return nullptr;
}

} // namespace

bool CompatibilityController::concerns(const Finding& finding)
{
    return finding.room == "compatibility"_L1 || finding.room == "databases"_L1;
}

bool CompatibilityController::wasRun(const Snapshot& snapshot)
{
    return snapshot.lastEvidence(evidence::CompatibilityRun) != nullptr;
}

bool CompatibilityController::hasDatabases(const Snapshot& snapshot)
{
    const auto assets = snapshot.presentAssets();
    return std::any_of(assets.begin(), assets.end(),
                       [](const Asset* asset) { return asset->kind == AssetKind::Database; });
}

bool CompatibilityController::isTested(const Snapshot& snapshot, Id asset)
{
    return testOf(snapshot, asset) != nullptr;
}

QList<Row> CompatibilityController::findingRows(const Snapshot& snapshot, const text::Phrasebook& words)
{
    QList<Row> rows;
    for (const Finding& finding : snapshot.findings) {
        if (!concerns(finding))
            continue;
        const bool open = finding.state == FindingState::Open;
        Cell severity = Cell::state(lookOf(finding.severity), words.word(finding.severity));
        severity.sort = int(finding.severity) + (open ? 0 : 10);
        Cell text = Cell::plain(words.say(finding.code, parts::params(finding)));
        text.muted = !open;
        const QString asset = parts::assetName(snapshot, finding.asset);
        const QString word = words.say("finding-state."_L1 + enumName(finding.state));
        rows.append({u"finding"_s,
                     finding.id,
                     {severity, text, asset.isEmpty() ? parts::none(u"–"_s) : Cell::plain(asset),
                      open ? Cell::plain(word) : Cell::mutedText(word)}});
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row& a, const Row& b) { return a.cells[0].sort.toInt() < b.cells[0].sort.toInt(); });
    return rows;
}

QList<Row> CompatibilityController::databaseRows(const Snapshot& snapshot, const QDateTime& now,
                                                 const text::Phrasebook& words)
{
    QList<Row> rows;
    for (const Asset* asset : snapshot.presentAssets()) {
        if (asset->kind != AssetKind::Database)
            continue;
        const Evidence* test = testOf(snapshot, asset->id);
        const bool good = test && test->data.value("ok"_L1).toBool();
        Cell name = Cell::named(iconOf(asset->kind), asset->name);
        name.second = displayPath(asset->path);
        Cell version = Cell::plain(asset->version);
        version.second = words.bytes(asset->bytes);
        Cell state = !test  ? Cell::state(Look::Waiting, tr("Not tested"))
                     : good ? Cell::state(Look::Passed, tr("Opens as it should"))
                            : Cell::state(Look::Failed, tr("Would break"));
        state.second = test ? parts::moment(test->at, now, words) : QString();
        const Cell took = test ? Cell::number(words.duration(test->data.value("ms"_L1).toInteger()),
                                              test->data.value("ms"_L1).toInteger())
                               : Cell::number(u"–"_s, -1);
        rows.append({u"asset"_s, asset->id, {name, version, state, took}});
    }
    return rows;
}

Details CompatibilityController::findingDetails(const Snapshot& snapshot, Id id, const QString& off,
                                                const text::Phrasebook& words)
{
    Details details;
    const Finding* finding = findById(snapshot.findings, id);
    if (!finding)
        return details;
    const QJsonObject params = parts::params(*finding);
    const Asset* asset = snapshot.asset(finding->asset);
    details.title = asset ? asset->name : finding->subject.isEmpty() ? words.word(finding->severity) : finding->subject;
    details.subtitle = asset ? parts::kindAndPlace(*asset, snapshot, words) : tr("Compatibility");
    details.section({});
    details.finding(lookOf(finding->severity), words.word(finding->severity), words.say(finding->code, params));
    const QString remedy = words.remedy(finding->code, params);
    details.section(tr("What to do"));
    if (!remedy.isEmpty())
        details.paragraph(remedy);
    else
        details.caption(tr("Nothing needs to be done before the cutover."));
    const QString command = finding->params.value("command"_L1).toString();
    if (!command.isEmpty())
        details.fixedText(command);
    details.section(tr("Decision"));
    if (finding->state == FindingState::Accepted)
        details.finding(Look::Passed, tr("Accepted by %1").arg(finding->by), finding->why);
    else if (finding->state == FindingState::Resolved)
        details.finding(Look::Passed, tr("Resolved"), tr("The last check did not see it any more."));
    else
        details.caption(tr("Fix it and run the check again, or accept it with a reason."));
    if (finding->state == FindingState::Open)
        details.buttons({{u"accept"_s, tr("Accept with a reason…"), ButtonRole::Plain, off, {}}});
    else if (finding->state == FindingState::Accepted)
        details.buttons({{u"reopen"_s, tr("Open it again"), ButtonRole::Plain, off, {}}});
    if (asset)
        details.link(tr("See it in the inventory"), {PageId::Inventory, u"asset"_s, asset->id});
    return details;
}

Details CompatibilityController::databaseDetails(const Snapshot& snapshot, Id id, const QDateTime& now,
                                                 const QString& off, const text::Phrasebook& words)
{
    Details details;
    const Asset* asset = snapshot.asset(id);
    if (!asset)
        return details;
    details.title = asset->name;
    details.subtitle = parts::kindAndPlace(*asset, snapshot, words);
    const Evidence* test = testOf(snapshot, id);
    details.section(tr("Test"));
    if (!test) {
        details.caption(tr("The test takes a copy into a throwaway file, opens it with this machine’s SQLite, checks "
                           "everything and compares row by row. The original stays in use."));
    } else {
        const bool good = test->data.value("ok"_L1).toBool();
        details.finding(
            good ? Look::Passed : Look::Failed, good ? tr("Opens as it should") : tr("Would break"),
            tr("%1, in %2")
                .arg(parts::moment(test->at, now, words), words.duration(test->data.value("ms"_L1).toInteger())));
        details.fact(tr("Tables"), words.number(test->data.value("tables"_L1).toInteger()));
        details.fact(tr("Rows compared"), words.number(test->data.value("rows"_L1).toInteger()));
    }
    details.buttons({{u"test:"_s + QString::number(id), tr("Test this database"), ButtonRole::Plain, off, {}}});
    bool first = true;
    for (const Finding& finding : snapshot.findings) {
        if (finding.asset != id || !concerns(finding) || finding.state == FindingState::Resolved)
            continue;
        if (std::exchange(first, false))
            details.section(tr("Findings"));
        Block& block = details.finding(lookOf(finding.severity), words.word(finding.severity),
                                       words.say(finding.code, parts::params(finding)));
        block.linkText = tr("See the fix");
        block.link = Target{PageId::Compatibility, u"finding"_s, finding.id};
    }
    return details;
}

StripState CompatibilityController::strip(const Snapshot& snapshot, const text::Phrasebook& words)
{
    StripState state;
    state.name = tr("Nothing breaks on the new server");
    if (!wasRun(snapshot)) {
        state.tail = tr("– the check has not been run yet");
        state.items = {{tr("run the check"), Target{PageId::Compatibility, u"run"_s, 0}}};
        return state;
    }
    bool blocking = false;
    int open = 0;
    for (const Finding& finding : snapshot.findings) {
        if (!concerns(finding) || finding.state != FindingState::Open || finding.severity == FindingSeverity::Note)
            continue;
        ++open;
        blocking = blocking || finding.severity == FindingSeverity::Blocking;
        state.items.append(
            {words.say(finding.code, parts::params(finding)), Target{PageId::Compatibility, u"finding"_s, finding.id}});
    }
    for (const Asset* asset : snapshot.presentAssets()) {
        if (asset->kind == AssetKind::Database && asset->migrate && !isTested(snapshot, asset->id))
            state.items.append(
                {tr("%1: to be tested").arg(asset->name), Target{PageId::Compatibility, u"asset"_s, asset->id}});
    }
    const Evidence* run = snapshot.lastEvidence(evidence::CompatibilityRun);
    if (state.items.isEmpty()) {
        state.look = Look::Passed;
        state.tail = tr("– checked on %1").arg(words.dateTime(run->at));
        state.items = {{tr("The check is repeated on the test environment, as a scenario."), {}}};
    } else {
        state.look = blocking ? Look::Blocked : Look::InProgress;
        state.tail = open > 0 ? tr("– to fix or to accept:") : tr("– still missing:");
    }
    return state;
}

void CompatibilityController::run()
{
    // What the new server has and can is part of the question: it is looked at first.
    std::vector<Id> targets;
    for (const Server& server : m_context.snapshot()->servers) {
        if (server.role == ServerRole::Target)
            targets.push_back(server.id);
    }
    if (!targets.empty())
        m_context.startJob(std::make_unique<InventoryJob>(targets));
    m_context.startJob(std::make_unique<CompatibilityJob>());
}

void CompatibilityController::testDatabases(Id one)
{
    m_context.startJob(std::make_unique<DatabaseTestJob>(one ? std::vector<Id>{one} : std::vector<Id>{}));
}

void CompatibilityController::decide(Id finding, FindingState state, const QString& by, const QString& why)
{
    m_context.write([=](StoreTx& tx) { return decideFinding(tx, finding, state, by, why); });
}

} // namespace bascule::ui
