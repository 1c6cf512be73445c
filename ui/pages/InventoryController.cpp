// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/InventoryController.h"

#include "core/inventory/InventoryJob.h"
#include "core/inventory/Map.h"

using namespace Qt::StringLiterals;

namespace bascule::ui {

namespace {

/// Open findings of an asset, worst first.
std::vector<const Finding*> openFindings(const Snapshot& snapshot, Id asset)
{
    std::vector<const Finding*> found;
    for (const Finding& finding : snapshot.findings) {
        if (finding.asset == asset && finding.state == FindingState::Open)
            found.push_back(&finding);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Finding* a, const Finding* b) { return a->severity < b->severity; });
    return found;
}

bool onScope(const Snapshot& snapshot, Id server, Id wanted)
{
    const Server* found = snapshot.server(server);
    return found && found->role == ServerRole::Source && (wanted == 0 || server == wanted);
}

/// Groups of the list, in order; services and scheduled tasks share one.
constexpr std::array kGroups{AssetKind::Database, AssetKind::Share,   AssetKind::Application,
                             AssetKind::Service,  AssetKind::Backups, AssetKind::Files};

AssetKind groupOf(AssetKind kind)
{
    return kind == AssetKind::Task ? AssetKind::Service : kind;
}

} // namespace

QString InventoryController::groupName(AssetKind kind)
{
    switch (kind) {
    case AssetKind::Database:
        return tr("Databases");
    case AssetKind::Share:
        return tr("File shares");
    case AssetKind::Application:
        return tr("Applications");
    case AssetKind::Service:
    case AssetKind::Task:
        return tr("Services and tasks");
    case AssetKind::Backups:
        return tr("Folders of backups");
    case AssetKind::Files:
        return tr("Other files");
    }
    return {};
}

QList<Row> InventoryController::assetRows(const Snapshot& snapshot, Id server, const text::Phrasebook& words)
{
    QList<Row> groups;
    for (AssetKind kind : kGroups) {
        Row group;
        group.group = true;
        group.selectable = false;
        group.kind = u"group"_s;
        group.id = static_cast<qint64>(kind) + 1;
        group.cells = {Cell::plain(groupName(kind))};
        for (const Asset* asset : snapshot.presentAssets()) {
            if (groupOf(asset->kind) != kind || !onScope(snapshot, asset->server, server))
                continue;
            Cell name = Cell::named(iconOf(asset->kind), asset->name);
            name.tooltip = displayPath(asset->path);
            const Cell version = asset->version.isEmpty() ? parts::none(u"–"_s) : Cell::plain(asset->version);
            const Cell size = Cell::number(asset->bytes > 0 ? words.bytes(asset->bytes) : u"–"_s, asset->bytes);
            const Cell critical = asset->critical ? Cell::plain(tr("Critical")) : Cell::mutedText(tr("Standard"));
            Cell owner = Cell::plain(asset->owner);
            if (asset->owner.isEmpty() && asset->critical) {
                owner = Cell::plain(tr("To assign"));
                owner.tone = Token::Warn;
            } else if (asset->owner.isEmpty()) {
                owner = parts::none(tr("None"));
            }
            const auto found = openFindings(snapshot, asset->id);
            Cell state = parts::none(tr("None"));
            if (!found.empty()) {
                const FindingSeverity worst = found.front()->severity;
                const int count = int(std::count_if(found.begin(), found.end(),
                                                    [&](const Finding* one) { return one->severity == worst; }));
                const QString text = worst == FindingSeverity::Blocking ? tr("%n blocking", "findings", count)
                                     : worst == FindingSeverity::ToFix  ? tr("%n to fix", "findings", count)
                                                                        : tr("%n to know", "findings", count);
                state = Cell::state(lookOf(worst), text);
                state.plainState = worst == FindingSeverity::Note;
            }
            state.sort = found.empty() ? 9 : int(found.front()->severity);
            Row row{u"asset"_s, asset->id, {name, version, size, critical, owner, state}};
            row.search = displayPath(asset->path) + u' ' + asset->owner;
            group.children.append(row);
        }
        group.count = words.number(group.children.size());
        if (!group.children.isEmpty())
            groups.append(group);
    }
    return groups;
}

namespace {

QList<Row> rowsOf(const Snapshot& snapshot, Id server, FindingKind kind, const text::Phrasebook& words)
{
    QList<Row> rows;
    for (const Finding& finding : snapshot.findings) {
        if (finding.kind != kind || !onScope(snapshot, finding.server, server))
            continue;
        const bool open = finding.state == FindingState::Open;
        Cell severity = Cell::state(lookOf(finding.severity), words.word(finding.severity));
        if (kind == FindingKind::BlindSpot)
            severity = open ? Cell::state(Look::Unknown, InventoryController::tr("To decide"))
                            : Cell::state(Look::Passed, words.say("finding-state."_L1 + enumName(finding.state)));
        severity.sort = int(finding.severity) + (open ? 0 : 10);
        Cell text = Cell::plain(words.say(finding.code, parts::params(finding)));
        text.muted = !open;
        const QString asset = parts::assetName(snapshot, finding.asset);
        Cell state = open ? Cell::plain(words.say(u"finding-state.open"_s))
                          : Cell::mutedText(words.say("finding-state."_L1 + enumName(finding.state)));
        Row row{kind == FindingKind::Finding ? u"finding"_s : u"blind-spot"_s,
                finding.id,
                {severity, text, asset.isEmpty() ? parts::none(u"–"_s) : Cell::plain(asset)}};
        if (kind == FindingKind::Finding)
            row.cells.append(state);
        row.search = finding.subject;
        rows.append(row);
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row& a, const Row& b) { return a.cells[0].sort.toInt() < b.cells[0].sort.toInt(); });
    return rows;
}

} // namespace

QList<Row> InventoryController::findingRows(const Snapshot& snapshot, Id server, const text::Phrasebook& words)
{
    return rowsOf(snapshot, server, FindingKind::Finding, words);
}

QList<Row> InventoryController::blindSpotRows(const Snapshot& snapshot, Id server, const text::Phrasebook& words)
{
    return rowsOf(snapshot, server, FindingKind::BlindSpot, words);
}

Details InventoryController::assetDetails(const Snapshot& snapshot, Id id, const QDateTime& now, const QString& off,
                                          const text::Phrasebook& words)
{
    Details details;
    const Asset* asset = snapshot.asset(id);
    if (!asset)
        return details;
    details.title = asset->name;
    details.subtitle = parts::kindAndPlace(*asset, snapshot, words);
    const auto lock = [&off](Fact& fact) {
        fact.enabled = off.isEmpty();
        fact.reason = off;
    };
    lock(details.choice(tr("Criticality"), u"critical"_s, asset->critical ? u"yes"_s : u"no"_s,
                        {{u"yes"_s, tr("Critical")}, {u"no"_s, tr("Standard")}}));
    lock(details.choice(tr("Owner"), u"owner"_s, asset->owner, parts::owners(snapshot), tr("Assign…")));
    lock(details.check(tr("Migrate"), u"migrate"_s, asset->migrate));
    const QString path = displayPath(asset->path);
    Fact& destination = details.line(tr("Destination"), u"destination"_s, displayPath(asset->destination),
                                     path.isEmpty() ? tr("the same place") : path);
    lock(destination);
    if (off.isEmpty() && !asset->migrate) {
        destination.enabled = false;
        destination.reason = tr("It is not migrated.");
    }
    Fact& objective = details.fact(tr("Objective"), tr("min"));
    objective.kind = Fact::Kind::Number;
    objective.field = u"rto"_s;
    objective.value = QString::number(asset->rtoMinutes > 0 ? asset->rtoMinutes : snapshot.project.rtoMinutes);
    lock(objective);
    details.fact(tr("Last write"), asset->lastWrite.isValid() ? parts::moment(asset->lastWrite, now, words) : u"–"_s);
    details.fact(tr("Contents"),
                 tr("%1 in %2").arg(words.bytes(asset->bytes), tr("%n file(s)", "", int(asset->files))));
    if (!path.isEmpty())
        details.fact(tr("Place"), path).fixed = true;
    int users = 0, needs = 0;
    for (const Dependency* dependency : mapDependencies(snapshot)) {
        users += dependency->to == id && dependency->state != DependencyState::Dismissed;
        needs += dependency->from == id && dependency->state != DependencyState::Dismissed;
    }
    Fact& used = details.fact(tr("Used by"), users > 0 ? tr("%n asset(s)", "", users) : tr("nothing known"));
    used.muted = users == 0;
    if (users > 0 || needs > 0)
        used.link = Target{PageId::Dependencies, u"asset"_s, id};

    const auto found = openFindings(snapshot, id);
    details.section(found.empty() ? tr("Findings") : tr("Findings (%1)").arg(words.number(qint64(found.size()))));
    if (found.empty())
        details.caption(tr("None"));
    for (const Finding* finding : found) {
        Block& block = details.finding(lookOf(finding->severity), words.word(finding->severity),
                                       words.say(finding->code, parts::params(*finding)));
        const bool compatibility = finding->room == "compatibility"_L1;
        block.linkText = compatibility ? tr("See the fix") : tr("Decide");
        block.link = compatibility ? Target{PageId::Compatibility, u"finding"_s, finding->id}
                                   : Target{PageId::Inventory,
                                            finding->kind == FindingKind::BlindSpot ? u"blind-spot"_s : u"finding"_s,
                                            finding->id};
    }
    return details;
}

Details InventoryController::findingDetails(const Snapshot& snapshot, Id id, const QString& off,
                                            const text::Phrasebook& words)
{
    Details details;
    const Finding* finding = findById(snapshot.findings, id);
    if (!finding)
        return details;
    const bool blind = finding->kind == FindingKind::BlindSpot;
    const QJsonObject params = parts::params(*finding);
    const Asset* asset = snapshot.asset(finding->asset);
    details.title =
        finding->subject.isEmpty() ? (asset ? asset->name : words.word(finding->severity)) : finding->subject;
    const Server* server = snapshot.server(finding->server);
    details.subtitle = blind ? tr("Blind spot, on %1").arg(server ? server->name : QString())
                             : tr("Finding, on %1").arg(server ? server->name : QString());
    if (asset) {
        Fact& fact = details.fact(tr("Asset"), asset->name);
        fact.link = Target{PageId::Inventory, u"asset"_s, asset->id};
    }
    details.section({});
    details.finding(blind ? Look::Unknown : lookOf(finding->severity),
                    blind ? tr("Not seen") : words.word(finding->severity), words.say(finding->code, params));
    const QString remedy = words.remedy(finding->code, params);
    if (!remedy.isEmpty()) {
        details.section(tr("What to do"));
        details.paragraph(remedy);
    }
    details.section(tr("Decision"));
    if (finding->state == FindingState::Accepted)
        details.finding(Look::Passed, tr("Accepted by %1").arg(finding->by), finding->why);
    else if (finding->state == FindingState::Resolved)
        details.finding(Look::Passed, tr("Resolved"), tr("The last run did not see it any more."));
    else
        details.caption(blind ? tr("Read it with other rights and run the inventory again, or accept not to know.")
                              : tr("Fix it and run the inventory again, or accept it with a reason."));
    if (finding->state == FindingState::Open)
        details.buttons({{u"accept"_s, tr("Accept with a reason…"), ButtonRole::Plain, off, {}}});
    else if (finding->state == FindingState::Accepted)
        details.buttons({{u"reopen"_s, tr("Open it again"), ButtonRole::Plain, off, {}}});
    QStringList raw;
    for (auto it = params.begin(); it != params.end(); ++it) {
        const QString value = it->isArray()
                                  ? QString::fromUtf8(QJsonDocument(it->toArray()).toJson(QJsonDocument::Compact))
                                  : it->toVariant().toString();
        raw.append(it.key() + u": "_s + value);
    }
    details.technical = raw.join(u'\n');
    return details;
}

bool InventoryController::wasRun(const Snapshot& snapshot)
{
    return std::any_of(snapshot.evidence.begin(), snapshot.evidence.end(), [&](const Evidence& line) {
        return line.kind == QLatin1String(evidence::InventoryRun) &&
               onScope(snapshot, line.data.value("server"_L1).toInteger(), 0);
    });
}

Id InventoryController::firstWithoutOwner(const Snapshot& snapshot)
{
    for (const Asset* asset : snapshot.presentAssets()) {
        if (asset->critical && asset->owner.trimmed().isEmpty())
            return asset->id;
    }
    return 0;
}

QString InventoryController::whyNotValid(const Snapshot& snapshot, const text::Phrasebook& words)
{
    const std::vector<Item> gaps = mapGaps(snapshot);
    return gaps.empty() ? QString() : tr("Still missing: %1").arg(words.say(gaps.front()));
}

// ---------------------------------------------------------------- intents

void InventoryController::run()
{
    m_context.startJob(std::make_unique<InventoryJob>());
}

void InventoryController::change(Id asset, const QString& field, const QString& value, const QString& by)
{
    AssetChange change;
    if (field == "critical"_L1)
        change.critical = value == "yes"_L1;
    else if (field == "owner"_L1)
        change.owner = value;
    else if (field == "migrate"_L1)
        change.migrate = value == "yes"_L1;
    else if (field == "destination"_L1)
        change.destination = value.toUtf8();
    else if (field == "rto"_L1)
        change.rtoMinutes = value.toInt() == m_context.snapshot()->project.rtoMinutes ? 0 : value.toInt();
    else
        return;
    m_context.write([asset, change, by](StoreTx& tx) { return setAsset(tx, asset, change, by); });
}

void InventoryController::decide(Id finding, FindingState state, const QString& by, const QString& why)
{
    m_context.write([=](StoreTx& tx) { return decideFinding(tx, finding, state, by, why); });
}

void InventoryController::validate(const QString& person)
{
    m_context.write([person](StoreTx& tx) { return validateMap(tx, person); });
}

} // namespace bascule::ui
