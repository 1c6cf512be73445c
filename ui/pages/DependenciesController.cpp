// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/DependenciesController.h"

#include "core/dependencies/DependencyScanJob.h"
#include "core/inventory/Decisions.h"
#include "core/inventory/Map.h"

using namespace Qt::StringLiterals;

namespace bascule::ui {

namespace {

QString pointName(const MapGraph& graph, Id id)
{
    for (const MapPoint& point : graph.points) {
        if (point.id == id)
            return point.name;
    }
    return {};
}

/// "mail.example.net:587" in two: the address, and the port or nothing.
std::pair<QString, QString> addressAndPort(const QString& name)
{
    const qsizetype colon = name.lastIndexOf(u':');
    const QString port = colon > 0 ? name.sliced(colon + 1) : QString();
    bool number = false;
    port.toUShort(&number);
    return number && name.count(u':') == 1 ? std::pair(name.first(colon), port) : std::pair(name, QString());
}

/// Names of assets; where two have the same name, with their kind.
QStringList tellingNames(const Snapshot& snapshot, const std::vector<Id>& ids, const text::Phrasebook& words)
{
    QHash<QString, int> often;
    for (const Id id : ids)
        ++often[parts::assetName(snapshot, id)];
    QStringList names;
    for (const Id id : ids) {
        const Asset* asset = snapshot.asset(id);
        if (!asset)
            continue;
        names.append(often.value(asset->name) < 2 ? asset->name
                                                  : DependenciesController::tr("%1 (%2)", "name, kind")
                                                        .arg(asset->name, words.word(asset->kind).toLower()));
    }
    return names;
}

QString toName(const Snapshot& snapshot, const Dependency& dependency)
{
    const Asset* to = snapshot.asset(dependency.to);
    return to ? to->name : dependency.toName;
}

bool decided(const Dependency& dependency)
{
    return dependency.state == DependencyState::Confirmed ||
           (dependency.state == DependencyState::Dismissed && !dependency.why.trimmed().isEmpty());
}

/// "Opens the database; gesto.conf, line 12".
QString evidenceText(const Dependency& dependency, const text::Phrasebook& words)
{
    QStringList parts{words.say("dependency-kind."_L1 + dependency.kind)};
    const QJsonArray& lines = dependency.evidence;
    for (qsizetype i = 0; i < lines.size() && i < 2; ++i) {
        const QJsonObject line = lines[i].toObject();
        const QString file = line.value("file"_L1).toString();
        parts.append(DependenciesController::tr("%1, line %2")
                         .arg(file.section(u'/', -1), words.number(line.value("line"_L1).toInteger())));
    }
    if (lines.size() > 2)
        parts.append(DependenciesController::tr("and %n more place(s)", "", int(lines.size() - 2)));
    QString text = parts.takeFirst();
    for (const QString& part : std::as_const(parts))
        text = DependenciesController::tr("%1; %2", "what is seen; where").arg(text, part);
    if (dependency.dormant)
        text += DependenciesController::tr(". Only in a task that runs now and then");
    return text;
}

Look lookOfLink(const Dependency& dependency)
{
    return dependency.state == DependencyState::ToConfirm ? Look::InProgress : lookOf(dependency.state);
}

void addLink(Details& details, const Snapshot& snapshot, const Dependency& dependency, const QString& name,
             const QString& off, const text::Phrasebook& words)
{
    Q_UNUSED(snapshot)
    details.evidence(name, lookOfLink(dependency), words.word(dependency.state), evidenceText(dependency, words));
    if (dependency.state == DependencyState::Dismissed && !dependency.why.isEmpty())
        details.caption(DependenciesController::tr("%1: %2", "person, reason").arg(dependency.by, dependency.why));
    if (!decided(dependency)) {
        const QString id = QString::number(dependency.id);
        details.buttons(
            {{u"confirm:"_s + id, DependenciesController::tr("Confirm the link"), ButtonRole::Plain, off, {}},
             {u"dismiss:"_s + id, DependenciesController::tr("Dismiss…"), ButtonRole::Plain, off, {}}});
    }
}

} // namespace

bool DependenciesController::wasScanned(const Snapshot& snapshot)
{
    return snapshot.lastEvidence(evidence::DependencyScan) != nullptr;
}

int DependenciesController::undecided(const Snapshot& snapshot)
{
    const auto all = mapDependencies(snapshot);
    return int(std::count_if(all.begin(), all.end(), [](const Dependency* one) { return !decided(*one); }));
}

Id DependenciesController::firstUndecided(const Snapshot& snapshot)
{
    for (const Dependency* dependency : mapDependencies(snapshot)) {
        if (!decided(*dependency))
            return dependency->id;
    }
    return 0;
}

QString DependenciesController::linkName(const Snapshot& snapshot, const Dependency& dependency)
{
    return tr("%1 → %2", "asset, what it needs")
        .arg(parts::assetName(snapshot, dependency.from), toName(snapshot, dependency));
}

Id DependenciesController::pointOf(const Snapshot& snapshot, const Dependency& dependency, bool from)
{
    for (const MapLink& link : mapGraph(snapshot).links) {
        if (link.dependency == dependency.id)
            return from ? link.from : link.to;
    }
    return from ? dependency.from : dependency.to;
}

Id DependenciesController::find(const Snapshot& snapshot, const QString& words)
{
    if (words.trimmed().isEmpty())
        return 0;
    const MapGraph graph = mapGraph(snapshot);
    for (const bool start : {true, false}) {
        for (const MapPoint& point : graph.points) {
            const bool hit = start ? point.name.startsWith(words.trimmed(), Qt::CaseInsensitive)
                                   : point.name.contains(words.trimmed(), Qt::CaseInsensitive);
            if (hit)
                return point.id;
        }
    }
    return 0;
}

MapModel DependenciesController::map(const MapLayout& layout, const Snapshot& snapshot, Id selected,
                                     const text::Phrasebook& words)
{
    MapModel model;
    const BlastRadius radius = selected > 0 ? blastRadius(snapshot, selected) : BlastRadius();
    QHash<Id, NodeMark> marks;
    for (Id id : radius.stops)
        marks.insert(id, NodeMark::Stops);
    for (Id id : radius.degrades)
        marks.insert(id, NodeMark::Degrades);
    if (selected != 0)
        marks.insert(selected, NodeMark::Selected);

    for (const MapLayout::Node& node : layout.nodes) {
        const Asset* asset = snapshot.asset(node.point.id);
        MapNode made;
        made.id = node.point.id;
        made.rect = node.rect;
        const auto [address, port] = asset ? std::pair(node.point.name, QString()) : addressAndPort(node.point.name);
        made.title = address;
        made.icon = asset ? iconOf(asset->kind) : u"server"_s;
        made.subtitle = !asset                         ? port.isEmpty() ? tr("address") : tr("port %1").arg(port)
                                                : node.point.version.isEmpty() ? words.word(asset->kind)
                                                       : node.point.version;
        // A folder's kind is told by its icon; how much is in it is not.
        if (asset && asset->version.isEmpty() && asset->bytes > 0 &&
            (asset->kind == AssetKind::Share || asset->kind == AssetKind::Backups))
            made.subtitle = words.bytes(asset->bytes);
        made.mark = marks.value(node.point.id, NodeMark::Plain);
        made.markWord = made.mark == NodeMark::Stops      ? tr("stops")
                        : made.mark == NodeMark::Degrades ? tr("degrades")
                                                          : QString();
        made.accessible = made.markWord.isEmpty()
                              ? tr("%1, %2", "name, kind").arg(made.title, made.subtitle)
                              : tr("%1, %2, %3", "name, kind, state").arg(made.title, made.subtitle, made.markWord);
        model.nodes.append(made);
    }
    // Decisions change how a line is drawn, not where: states come from the snapshot, not from the layout.
    for (const MapLayout::Edge& edge : layout.edges) {
        const Dependency* dependency = findById(snapshot.dependencies, edge.link.dependency);
        if (!dependency || dependency->state == DependencyState::Dismissed)
            continue;
        MapEdge made;
        made.id = dependency->id;
        made.from = edge.link.from;
        made.to = edge.link.to;
        made.points = edge.points;
        made.style = dependency->dormant                               ? EdgeStyle::Dormant
                     : dependency->state == DependencyState::ToConfirm ? EdgeStyle::ToConfirm
                                                                       : EdgeStyle::Confirmed;
        const NodeMark from = marks.value(edge.link.from, NodeMark::Plain);
        const NodeMark to = marks.value(edge.link.to, NodeMark::Plain);
        if (to != NodeMark::Plain && (from == NodeMark::Stops || from == NodeMark::Degrades))
            made.mark = from;
        made.tooltip = linkName(snapshot, *dependency) + u" · "_s + words.word(dependency->state);
        model.edges.append(made);
    }
    for (const MapLayout::Region& region : layout.regions) {
        const Server* server = snapshot.server(region.server);
        model.regions.append({server
                                  ? tr("%1 (%2)", "server, role").arg(server->name, words.word(server->role).toLower())
                                  : tr("out of scope"),
                              region.rect});
    }
    return model;
}

QList<Row> DependenciesController::rows(const Snapshot& snapshot, const text::Phrasebook& words)
{
    QList<Row> rows;
    for (const Dependency* dependency : mapDependencies(snapshot)) {
        const Asset* from = snapshot.asset(dependency->from);
        const Asset* to = snapshot.asset(dependency->to);
        Cell state = Cell::state(lookOfLink(*dependency), words.word(dependency->state));
        state.sort = int(dependency->state);
        Cell seen = Cell::plain(words.say("dependency-kind."_L1 + dependency->kind));
        seen.tooltip = evidenceText(*dependency, words);
        if (dependency->dormant)
            seen.text = tr("%1 (asleep)").arg(seen.text);
        Row row{u"dependency"_s,
                dependency->id,
                {Cell::named(from ? iconOf(from->kind) : u"file"_s, from ? from->name : QString()),
                 Cell::named(to ? iconOf(to->kind) : u"share"_s, toName(snapshot, *dependency)), seen,
                 Cell::number(parts::percent(dependency->confidence, words), dependency->confidence), state}};
        rows.append(row);
    }
    return rows;
}

Details DependenciesController::pointDetails(const Snapshot& snapshot, Id point, const QString& off,
                                             const text::Phrasebook& words)
{
    Details details;
    const MapGraph graph = mapGraph(snapshot);
    const Asset* asset = snapshot.asset(point);
    const QString name = asset ? asset->name : pointName(graph, point);
    if (name.isEmpty())
        return details;
    details.title = name;
    details.subtitle = asset ? parts::kindAndPlace(*asset, snapshot, words) : tr("Outside of the servers in scope");

    std::vector<const Dependency*> to, from;
    for (const Dependency* dependency : mapDependencies(snapshot)) {
        if (asset ? dependency->to == point : dependency->to == 0 && dependency->toName == name)
            to.push_back(dependency);
        if (asset && dependency->from == point)
            from.push_back(dependency);
    }
    const auto first = [](const Dependency* a, const Dependency* b) { return decided(*a) < decided(*b); };
    std::stable_sort(to.begin(), to.end(), first);
    std::stable_sort(from.begin(), from.end(), first);

    if (asset) {
        const BlastRadius radius = blastRadius(snapshot, point);
        details.section(tr("Blast radius"));
        if (radius.stops.empty() && radius.degrades.empty()) {
            details.paragraph(tr("Nothing that is known stops when %1 stops.").arg(name));
        } else {
            const QString stops = tr("%n asset(s) stop", "", int(radius.stops.size()));
            const QString degrades = tr("%n degrade(s)", "", int(radius.degrades.size()));
            std::vector<Id> reached = radius.stops;
            reached.insert(reached.end(), radius.degrades.begin(), radius.degrades.end());
            const QStringList names = tellingNames(snapshot, reached, words);
            details.paragraph(radius.degrades.empty() ? tr("If %1 stops, %2.").arg(name, stops)
                                                      : tr("If %1 stops, %2 and %3.").arg(name, stops, degrades));
            details.paragraph(tr("Reached: %1.").arg(words.list(names.mid(0, 6))));
        }
    }
    if (!to.empty()) {
        details.section(tr("Evidence of the links to %1 (%2)").arg(name, words.number(qint64(to.size()))));
        for (const Dependency* dependency : to)
            addLink(details, snapshot, *dependency, parts::assetName(snapshot, dependency->from), off, words);
    }
    if (!from.empty()) {
        details.section(tr("What %1 needs (%2)").arg(name, words.number(qint64(from.size()))));
        for (const Dependency* dependency : from)
            addLink(details, snapshot, *dependency, toName(snapshot, *dependency), off, words);
    }
    if (const Evidence* scan = snapshot.lastEvidence(evidence::DependencyScan)) {
        details.section({});
        details.caption(tr("Search of %1: %n link(s) found in configuration files and scripts.", "",
                           scan->data.value("found"_L1).toInt())
                            .arg(words.dateTime(scan->at)));
    }
    return details;
}

Details DependenciesController::linkDetails(const Snapshot& snapshot, Id id, const QString& off,
                                            const text::Phrasebook& words)
{
    Details details;
    const Dependency* dependency = findById(snapshot.dependencies, id);
    if (!dependency)
        return details;
    details.title = linkName(snapshot, *dependency);
    details.subtitle = words.say("dependency-kind."_L1 + dependency->kind);
    details.section({});
    details.finding(
        lookOfLink(*dependency), words.word(dependency->state),
        tr("%1 needs %2.").arg(parts::assetName(snapshot, dependency->from), toName(snapshot, *dependency)));
    if (dependency->dormant)
        details.caption(tr("Only in a task that runs now and then: it would be missed at month-end at the earliest."));
    details.section(tr("Evidence"));
    for (const QJsonValue& value : dependency->evidence) {
        const QJsonObject line = value.toObject();
        details.caption(
            tr("%1, line %2").arg(line.value("file"_L1).toString(), words.number(line.value("line"_L1).toInteger())));
        if (!line.value("excerpt"_L1).toString().isEmpty())
            details.fixedText(line.value("excerpt"_L1).toString());
    }
    details.section(tr("Decision"));
    if (!dependency->by.isEmpty())
        details.paragraph(dependency->why.isEmpty()
                              ? dependency->by
                              : tr("%1: %2", "person, reason").arg(dependency->by, dependency->why));
    const QString key = QString::number(id);
    QList<DetailButton> buttons;
    if (dependency->state != DependencyState::Confirmed)
        buttons.append({u"confirm:"_s + key, tr("Confirm the link"), ButtonRole::Plain, off, {}});
    if (dependency->state != DependencyState::Dismissed)
        buttons.append({u"dismiss:"_s + key, tr("Dismiss…"), ButtonRole::Plain, off, {}});
    details.buttons(buttons);
    return details;
}

void DependenciesController::scan()
{
    m_context.startJob(std::make_unique<DependencyScanJob>());
}

void DependenciesController::decide(Id dependency, DependencyState state, const QString& by, const QString& why)
{
    m_context.write([=](StoreTx& tx) { return decideDependency(tx, dependency, state, by, why); });
}

} // namespace bascule::ui
