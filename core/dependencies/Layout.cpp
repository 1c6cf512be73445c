// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dependencies/Layout.h"

#include "core/base/Base.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>

#include <map>
#include <set>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestMs = 60'000;
constexpr int lookEveryMs = 100;       // at the stop token
constexpr double dotsPerInch = 72;     // Graphviz speaks points: one of ours is one pixel
constexpr std::size_t outsideRows = 7; // of what is outside, one below the other

using Numbers = std::map<Id, std::size_t>; ///< of points in the graph

bool isOutside(const MapGraph& graph, const Numbers& number, Id point)
{
    const auto at = number.find(point);
    return at != number.end() && graph.points[at->second].server == 0;
}

/// What is outside stands together, right of everything inside, in columns of a few rows: scattered over the ranks, a
/// handful of addresses would make the whole map too high to be read.
QString outsideFor(const MapGraph& graph, const Numbers& number)
{
    std::vector<std::size_t> outside;
    for (std::size_t i = 0; i < graph.points.size(); ++i) {
        if (graph.points[i].server == 0)
            outside.push_back(i);
    }
    if (outside.empty())
        return {};
    std::set<Id> needy; // assets that need another asset
    for (const MapLink& link : graph.links) {
        if (link.from != link.to && !isOutside(graph, number, link.to))
            needy.insert(link.from);
    }
    QString text = u"  subgraph cluster_0 { margin=14; label=\"M\"; fontsize=12; labelloc=t; labeljust=l;\n"_s;
    for (std::size_t i = 0; i < outside.size(); ++i) {
        const bool last = i % outsideRows + 1 == outsideRows || i + 1 == outside.size();
        text += (i % outsideRows == 0 ? u"    { rank=same;"_s : QString()) + u" n%1;"_s.arg(outside[i]) +
                (last ? u" }\n"_s : QString());
    }
    text += u"  }\n"_s;
    const auto keepLeft = [&text](std::size_t left, std::size_t right) {
        text += u"  n%1 -> n%2 [style=invis];\n"_s.arg(left).arg(right);
    };
    for (std::size_t i = outsideRows; i < outside.size(); ++i)
        keepLeft(outside[i - outsideRows], outside[i]);
    std::size_t next = 0;
    for (std::size_t i = 0; i < graph.points.size(); ++i) {
        if (graph.points[i].server != 0 && !needy.contains(graph.points[i].id))
            keepLeft(i, outside[next++ % std::min(outsideRows, outside.size())]);
    }
    return text;
}

/// Links, by their numbers. An asset's several ways to the outside share one line up to a point of their own, or they
/// would take more room than the boxes.
QString linksFor(const MapGraph& graph, const Numbers& number)
{
    std::map<Id, int> ways;
    for (const MapLink& link : graph.links) {
        if (isOutside(graph, number, link.to))
            ++ways[link.from];
    }
    QString text;
    for (const auto& [asset, count] : ways) {
        if (const auto at = number.find(asset); count > 1 && at != number.end())
            text += u"  h%1 [shape=point, width=0.01, height=0.01];\n"
                    "  n%1 -> h%1 [id=\"h%2\", arrowhead=none];\n"_s.arg(at->second)
                        .arg(asset);
    }
    for (std::size_t i = 0; i < graph.links.size(); ++i) {
        const MapLink& link = graph.links[i];
        const bool shared = isOutside(graph, number, link.to) && ways[link.from] > 1;
        text += u"  %1%2 -> n%3 [id=\"e%4\"];\n"_s.arg(shared ? u"h"_s : u"n"_s)
                    .arg(number.at(link.from))
                    .arg(number.at(link.to))
                    .arg(i);
    }
    return text;
}

/// Nodes are numbered as in the graph, so that no name of anybody's reaches the program.
QByteArray inputFor(const Snapshot& snapshot, const MapGraph& graph)
{
    QString text =
        u"digraph map {\n  rankdir=LR; newrank=true; nodesep=0.2; ranksep=0.6; splines=true; compound=true;\n"
        u"  node [shape=box, fixedsize=true, width=%1, height=%2, label=\"\"];\n"
        u"  edge [arrowsize=0.6, tailport=e, headport=w];\n"_s.arg(mapNodeWidth / dotsPerInch, 0, 'f', 5)
            .arg(mapNodeHeight / dotsPerInch, 0, 'f', 5);
    for (const Server& server : snapshot.servers) {
        QString nodes;
        for (std::size_t i = 0; i < graph.points.size(); ++i) {
            if (graph.points[i].server == server.id)
                nodes += u" n%1;"_s.arg(i);
        }
        // The label's room is the title's: its text is ours to draw.
        if (!nodes.isEmpty())
            text += u"  subgraph cluster_%1 { margin=14; label=\"M\"; fontsize=12; labelloc=t; labeljust=l;%2 }\n"_s
                        .arg(server.id)
                        .arg(nodes);
    }
    Numbers number;
    for (std::size_t i = 0; i < graph.points.size(); ++i)
        number[graph.points[i].id] = i;
    text += outsideFor(graph, number) + linksFor(graph, number);
    return (text + u"}\n"_s).toUtf8();
}

Result<QByteArray> runDot(const QByteArray& input, std::stop_token stop)
{
    const QString program = QStandardPaths::findExecutable(u"dot"_s);
    if (program.isEmpty())
        return makeError("map.program-missing");
    QProcess dot;
    dot.start(program, {u"-Tjson"_s});
    if (!dot.waitForStarted(5000))
        return makeError("map.layout-failed", {}, {}, dot.errorString());
    dot.write(input);
    dot.closeWriteChannel();
    QElapsedTimer clock;
    clock.start();
    QByteArray output;
    while (dot.state() != QProcess::NotRunning) {
        dot.waitForFinished(lookEveryMs);
        output += dot.readAllStandardOutput();
        const bool stopped = stop.stop_requested();
        if (!stopped && clock.elapsed() < longestMs)
            continue;
        dot.kill();
        dot.waitForFinished(1000);
        return makeError(stopped ? "cancelled" : "map.too-large");
    }
    output += dot.readAllStandardOutput();
    if (dot.exitStatus() != QProcess::NormalExit || dot.exitCode() != 0)
        return makeError("map.layout-failed", {}, {}, QString::fromUtf8(dot.readAllStandardError().left(2000)));
    return output;
}

/// "12.5,30" with y turned round.
std::optional<QPointF> pointOf(const QString& text, double height)
{
    const QStringList parts = text.split(u',');
    if (parts.size() < 2)
        return {};
    bool okX = false, okY = false;
    const QPointF point(parts[0].toDouble(&okX), height - parts[1].toDouble(&okY));
    return okX && okY ? std::optional(point) : std::nullopt;
}

/// "x1,y1,x2,y2", lower left and upper right.
QRectF boxOf(const QString& text, double height)
{
    const QStringList parts = text.split(u',');
    if (parts.size() != 4)
        return {};
    const double x1 = parts[0].toDouble(), y1 = parts[1].toDouble(), x2 = parts[2].toDouble(), y2 = parts[3].toDouble();
    return QRectF(x1, height - y2, x2 - x1, y2 - y1);
}

/// A spline: "e,x,y x,y x,y …"; after "e," the tip of the arrow, which is made the curve's end.
QList<QPointF> splineOf(const QString& text, double height)
{
    QList<QPointF> points;
    std::optional<QPointF> tip;
    for (const QString& part : text.section(u';', 0, 0).split(u' ', Qt::SkipEmptyParts)) {
        if (part.startsWith(u"e,"))
            tip = pointOf(part.sliced(2), height);
        else if (const auto point = pointOf(part, height); point && !part.startsWith(u's'))
            points.append(*point);
    }
    if (tip && !points.isEmpty())
        points.last() = *tip;
    // Start and whole triples, or nothing.
    return points.size() >= 4 && points.size() % 3 == 1 ? points : QList<QPointF>();
}

Result<MapLayout> read(const QByteArray& output, const Snapshot& snapshot, const MapGraph& graph)
{
    const QJsonObject root = QJsonDocument::fromJson(output).object();
    const QStringList bounds = root[u"bb"_s].toString().split(u',');
    if (bounds.size() != 4)
        return makeError("map.layout-failed");
    const double height = bounds[3].toDouble();
    MapLayout layout;
    layout.size = QSizeF(bounds[2].toDouble(), height);
    for (const QJsonValue& value : root[u"objects"_s].toArray()) {
        const QJsonObject object = value.toObject();
        const QString name = object[u"name"_s].toString();
        if (name.startsWith(u"cluster_")) {
            const Id id = name.sliced(8).toLongLong();
            const Server* server = snapshot.server(id);
            if (server || id == 0)
                layout.regions.push_back(
                    {id, server ? server->name : QString(), boxOf(object[u"bb"_s].toString(), height)});
            continue;
        }
        const auto number = name.mid(1).toULongLong();
        const auto centre = pointOf(object[u"pos"_s].toString(), height);
        if (name.startsWith(u'n') && number < graph.points.size() && centre)
            layout.nodes.push_back(
                {graph.points[number], QRectF(centre->x() - mapNodeWidth / 2.0, centre->y() - mapNodeHeight / 2.0,
                                              mapNodeWidth, mapNodeHeight)});
    }
    std::map<Id, QList<QPointF>> shared; // first parts of ways to the outside
    const QJsonArray edges = root[u"edges"_s].toArray();
    for (const QJsonValue& value : edges) {
        const QJsonObject object = value.toObject();
        const QString id = object[u"id"_s].toString();
        if (id.startsWith(u'h'))
            shared[id.sliced(1).toLongLong()] = splineOf(object[u"pos"_s].toString(), height);
    }
    for (const QJsonValue& value : edges) {
        const QJsonObject object = value.toObject();
        const QString id = object[u"id"_s].toString();
        if (!id.startsWith(u'e'))
            continue; // one of ours that only keeps the ranks apart
        const auto number = id.sliced(1).toULongLong();
        if (number >= graph.links.size())
            continue;
        const MapLink& link = graph.links[number];
        QList<QPointF> points = splineOf(object[u"pos"_s].toString(), height);
        if (const auto first = shared.find(link.from); link.to < 0 && first != shared.end() && !points.isEmpty())
            points = first->second.isEmpty() ? points : first->second + points.sliced(1);
        layout.edges.push_back({link, points});
    }
    if (layout.nodes.size() != graph.points.size() || layout.edges.size() != graph.links.size())
        return makeError("map.layout-failed");
    return layout;
}

} // namespace

Result<MapLayout> layoutMap(const Snapshot& snapshot, std::stop_token stop)
{
    const MapGraph graph = mapGraph(snapshot);
    if (graph.points.empty())
        return MapLayout{};
    const auto output = runDot(inputFor(snapshot, graph), stop);
    if (!output)
        return output.error();
    return read(output.value(), snapshot, graph);
}

} // namespace bascule
