// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dependencies/Graph.h"

#include <QStringList>

#include <algorithm>
#include <deque>
#include <map>
#include <set>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

constexpr int weakBelow = 50; // percent of confidence

bool standsAlone(const Asset& asset)
{
    return asset.kind == AssetKind::Share || asset.kind == AssetKind::Application || asset.kind == AssetKind::Database;
}

bool isWeak(const Dependency& dependency)
{
    return dependency.confidence < weakBelow || dependency.kind == u"url" || dependency.kind == u"host";
}

/// Inside of a double-quoted DOT string.
QString quoted(QString text)
{
    text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'\n', u' ');
    return u'"' + text + u'"';
}

QString nodeName(Id id)
{
    return id < 0 ? u"outside%1"_s.arg(-id) : u"asset%1"_s.arg(id);
}

QString labelOf(const MapPoint& point)
{
    // "\n" is DOT's own line break, so it is put in after the quoting.
    QString label = quoted(point.name);
    if (!point.version.isEmpty()) {
        const QString second = quoted(point.version);
        label = label.chopped(1) + u"\\n"_s + second.sliced(1);
    }
    return label;
}

QString styleOf(const MapLink& link)
{
    if (link.dormant)
        return u"dotted"_s;
    return link.state == DependencyState::Confirmed ? u"solid"_s : u"dashed"_s;
}

} // namespace

MapGraph mapGraph(const Snapshot& snapshot)
{
    MapGraph graph;
    std::set<Id> linked;
    std::map<QString, Id> outside;
    std::vector<const Dependency*> shown;
    std::set<Id> present;
    for (const Asset* asset : snapshot.presentAssets())
        present.insert(asset->id);
    for (const Dependency& dependency : snapshot.dependencies) {
        if (dependency.state == DependencyState::Dismissed || !present.contains(dependency.from))
            continue;
        if (dependency.to != 0 && !present.contains(dependency.to))
            continue;
        shown.push_back(&dependency);
        linked.insert(dependency.from);
        if (dependency.to != 0)
            linked.insert(dependency.to);
        else
            outside[dependency.toName] = 0;
    }
    for (const Asset* asset : snapshot.presentAssets()) {
        if (standsAlone(*asset) || linked.contains(asset->id))
            graph.points.push_back({asset->id, asset->server, asset->name, asset->version});
    }
    Id next = 0;
    for (auto& [name, id] : outside) {
        id = --next;
        graph.points.push_back({id, 0, name, {}});
    }
    for (const Dependency* dependency : shown) {
        const Id to = dependency->to != 0 ? dependency->to : outside[dependency->toName];
        graph.links.push_back({dependency->id, dependency->from, to, dependency->state, dependency->dormant});
    }
    return graph;
}

QString dotOf(const Snapshot& snapshot)
{
    const MapGraph graph = mapGraph(snapshot);
    QStringList lines{u"digraph map {"_s, u"  rankdir=LR;"_s, u"  node [shape=box, fontname=\"Noto Sans\"];"_s};
    for (const Server& server : snapshot.servers) {
        QStringList nodes;
        for (const MapPoint& point : graph.points) {
            if (point.server == server.id)
                nodes += u"    %1 [label=%2];"_s.arg(nodeName(point.id), labelOf(point));
        }
        if (nodes.isEmpty())
            continue;
        lines += u"  subgraph cluster_%1 {"_s.arg(server.id);
        lines += u"    label="_s + quoted(server.name) + u';';
        lines += nodes;
        lines += u"  }"_s;
    }
    for (const MapPoint& point : graph.points) {
        if (point.server == 0)
            lines += u"  %1 [label=%2, style=rounded];"_s.arg(nodeName(point.id), labelOf(point));
    }
    for (const MapLink& link : graph.links)
        lines += u"  %1 -> %2 [style=%3];"_s.arg(nodeName(link.from), nodeName(link.to), styleOf(link));
    lines += u"}"_s;
    return lines.join(u'\n') + u'\n';
}

BlastRadius blastRadius(const Snapshot& snapshot, Id asset)
{
    std::map<Id, std::vector<const Dependency*>> needing;
    for (const Dependency& dependency : snapshot.dependencies) {
        const Asset* from = snapshot.asset(dependency.from);
        if (dependency.state != DependencyState::Dismissed && dependency.to != 0 && from && !from->gone)
            needing[dependency.to].push_back(&dependency);
    }
    // First all that is reached by strong links alone, then what the rest reaches.
    BlastRadius radius;
    std::set<Id> seen{asset};
    const auto spread = [&](std::deque<Id> wave, bool overWeak, std::vector<Id>& reached) {
        while (!wave.empty()) {
            const Id one = wave.front();
            wave.pop_front();
            for (const Dependency* dependency : needing[one]) {
                if ((!overWeak && isWeak(*dependency)) || !seen.insert(dependency->from).second)
                    continue;
                reached.push_back(dependency->from);
                wave.push_back(dependency->from);
            }
        }
    };
    spread({asset}, false, radius.stops);
    std::deque<Id> all(radius.stops.begin(), radius.stops.end());
    all.push_front(asset);
    spread(all, true, radius.degrades);
    return radius;
}

} // namespace bascule
