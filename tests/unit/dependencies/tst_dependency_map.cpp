// SPDX-License-Identifier: GPL-3.0-or-later
// What a failure would take along, and the map of it all: as Graphviz has it, and laid out.
#include "core/dependencies/Graph.h"
#include "core/dependencies/Layout.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QtTest>

#include <thread>

using namespace bascule;
using namespace Qt::StringLiterals;

class TestDependencyMap : public QObject
{
    Q_OBJECT
private slots:
    void blastRadius();
    void dotIsWellFormed();
    void layout();
    void layoutOfManyOutside();
    void layoutStops();
};

namespace {

Snapshot chain()
{
    Snapshot snapshot;
    snapshot.servers = {{1, u"vega \"x\""_s, ServerRole::Source, ServerKind::Local, "/old", {}}};
    for (Id id = 1; id <= 6; ++id) {
        Asset asset;
        asset.id = id;
        asset.server = 1;
        asset.kind = id == 1 ? AssetKind::Database : AssetKind::Application;
        asset.name = u"asset \"%1\" \\ "_s.arg(id);
        asset.version = u"v\n1"_s;
        snapshot.assets.push_back(asset);
    }
    const auto needs = [&](Id from, Id to, const QString& kind, int confidence, DependencyState state) {
        Dependency one;
        one.id = Id(snapshot.dependencies.size()) + 1;
        one.from = from;
        one.to = to;
        one.kind = kind;
        one.confidence = confidence;
        one.state = state;
        if (to == 0)
            one.toName = u"ldap.lan:389"_s;
        snapshot.dependencies.push_back(one);
    };
    needs(2, 1, u"sqlite"_s, 90, DependencyState::Confirmed);
    needs(3, 2, u"path"_s, 90, DependencyState::ToConfirm);
    needs(4, 3, u"url"_s, 90, DependencyState::Confirmed); // only degrades
    needs(5, 1, u"sqlite"_s, 90, DependencyState::Dismissed);
    needs(1, 3, u"path"_s, 90, DependencyState::Confirmed); // a ring
    needs(6, 4, u"path"_s, 90, DependencyState::Confirmed);
    needs(2, 0, u"address"_s, 90, DependencyState::Confirmed);
    return snapshot;
}

} // namespace

void TestDependencyMap::blastRadius()
{
    const Snapshot snapshot = chain();
    const BlastRadius radius = bascule::blastRadius(snapshot, 1);
    QCOMPARE(radius.stops, (std::vector<Id>{2, 3}));
    QCOMPARE(radius.degrades, (std::vector<Id>{4, 6}));
    const BlastRadius none = bascule::blastRadius(snapshot, 6);
    QVERIFY(none.stops.empty() && none.degrades.empty());
}

void TestDependencyMap::dotIsWellFormed()
{
    const QString dot = dotOf(chain());
    QVERIFY(dot.contains(u"asset2 -> asset1 [style=solid];"_s));
    QVERIFY(dot.contains(u"asset3 -> asset2 [style=dashed];"_s));
    QVERIFY(dot.contains(u"asset2 -> outside1"_s));
    QVERIFY(!dot.contains(u"asset5 -> asset1"_s)); // dismissed
    QVERIFY(dot.contains(u"label=\"vega \\\"x\\\"\";"_s));
    // Graphviz itself takes it.
    QProcess process;
    process.start(u"dot"_s, {u"-Tplain"_s});
    process.write(dot.toUtf8());
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(20'000));
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(process.readAllStandardOutput().count("\nnode "), 7);
    QCOMPARE(process.readAllStandardError(), QByteArray());
}

void TestDependencyMap::layout()
{
    const auto layout = layoutMap(chain());
    QVERIFY(layout.ok());
    QCOMPARE(layout.value().nodes.size(), std::size_t(7));
    QCOMPARE(layout.value().edges.size(), std::size_t(6));
    // The server's region, and right of it one for what is outside.
    QCOMPARE(layout.value().regions.size(), std::size_t(2));
    const QRectF all(QPointF(0, 0), layout.value().size);
    const auto regionOf = [&layout](Id server) {
        for (const MapLayout::Region& one : layout.value().regions) {
            if (one.server == server)
                return one.rect;
        }
        return QRectF();
    };
    const QRectF region = regionOf(1), outside = regionOf(0);
    QVERIFY(!region.isEmpty() && outside.left() >= region.right());
    std::map<Id, QRectF> rects;
    for (const MapLayout::Node& node : layout.value().nodes) {
        QCOMPARE(node.rect.size(), QSizeF(128, 44));
        QVERIFY(all.contains(node.rect));
        QCOMPARE(region.contains(node.rect), node.point.server == 1);
        QCOMPARE(outside.contains(node.rect), node.point.server == 0);
        for (const auto& [id, other] : rects)
            QVERIFY(!other.intersects(node.rect));
        rects[node.point.id] = node.rect;
    }
    for (const MapLayout::Edge& edge : layout.value().edges) {
        QVERIFY(edge.points.size() >= 4 && edge.points.size() % 3 == 1);
        // It starts at one box and its tip touches the other.
        QVERIFY(rects[edge.link.from].adjusted(-2, -2, 2, 2).contains(edge.points.first()));
        QVERIFY(rects[edge.link.to].adjusted(-2, -2, 2, 2).contains(edge.points.last()));
    }
    QVERIFY(layoutMap(Snapshot()).value().nodes.empty());
}

/// Many addresses of one application stand in columns beside the server, never in one endless rank.
void TestDependencyMap::layoutOfManyOutside()
{
    Snapshot snapshot = chain();
    for (int i = 0; i < 15; ++i) {
        Dependency dependency;
        dependency.id = 500 + i;
        dependency.from = 2;
        dependency.toName = u"host%1.example.net:443"_s.arg(i);
        dependency.kind = u"address"_s;
        dependency.state = DependencyState::Confirmed;
        dependency.confidence = 90;
        snapshot.dependencies.push_back(dependency);
    }
    const auto layout = layoutMap(snapshot);
    QVERIFY(layout.ok());
    double inside = 0;
    std::map<double, int> columns;
    std::vector<QRectF> rects;
    for (const MapLayout::Node& node : layout.value().nodes) {
        for (const QRectF& other : rects)
            QVERIFY(!other.intersects(node.rect));
        rects.push_back(node.rect);
        if (node.point.server != 0)
            inside = std::max(inside, node.rect.right());
    }
    for (const MapLayout::Node& node : layout.value().nodes) {
        if (node.point.server != 0)
            continue;
        QVERIFY(node.rect.left() > inside);
        ++columns[node.rect.left()];
    }
    QCOMPARE(columns.size(), std::size_t(3));
    for (const auto& [left, rows] : columns)
        QVERIFY(rows <= 7);
    for (const MapLayout::Edge& edge : layout.value().edges)
        QVERIFY(edge.points.size() >= 4 && edge.points.size() % 3 == 1);
}

void TestDependencyMap::layoutStops()
{
    // Enough to keep Graphviz busy for long.
    Snapshot large;
    large.servers = {{1, u"vega"_s, ServerRole::Source, ServerKind::Local, "/old", {}}};
    for (Id id = 1; id <= 1500; ++id) {
        Asset asset;
        asset.id = id;
        asset.server = 1;
        asset.kind = AssetKind::Share;
        large.assets.push_back(asset);
        for (Id other : {id / 2 + 1, (id * 7) % 1500 + 1, (id * 31) % 1500 + 1, (id * 131) % 1500 + 1}) {
            Dependency one;
            one.id = Id(large.dependencies.size()) + 1;
            one.from = id;
            one.to = other;
            large.dependencies.push_back(one);
        }
    }
    std::stop_source stop;
    std::jthread later([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        stop.request_stop();
    });
    QElapsedTimer clock;
    clock.start();
    const auto layout = layoutMap(large, stop.get_token());
    QVERIFY(!layout.ok());
    QCOMPARE(QString::fromStdString(layout.error().code), u"cancelled"_s);
    QVERIFY2(clock.elapsed() < 2300, qPrintable(QString::number(clock.elapsed())));
}

QTEST_GUILESS_MAIN(TestDependencyMap)
#include "tst_dependency_map.moc"
