// SPDX-License-Identifier: GPL-3.0-or-later
// A comparison with a far end that lies: what is no tree is not compared, and little is kept of it.
#include "Trees.h"

#include "core/engine/wire/Bytes.h"
#include "core/engine/wire/Comparison.h"
#include "core/engine/wire/Manifests.h"

#include <QElapsedTimer>
#include <QTest>

#include <fstream>

using namespace bascule;
using namespace bascule::engine;
using namespace trees;

namespace {

QByteArray codeOf(const Result<CompareReport>& report)
{
    return report ? QByteArray("none") : QByteArray::fromStdString(report.error().code);
}

std::string frameBytes(wire::FrameType type, const std::string& payload)
{
    std::string bytes{'\xB5', static_cast<char>(type), 0, 0};
    for (unsigned i = 0; i < 4; ++i)
        bytes.push_back(static_cast<char>(payload.size() >> (8 * i)));
    return bytes + payload;
}

/// A far end that says this to whatever it is asked, and no more.
std::unique_ptr<wire::Helper> liar(const Scratch& scratch, const std::string& says)
{
    const std::string nonce(32, 'a');
    const std::string hello = wire::Message("hello")
                                  .set("protocol", std::int64_t{wire::kProtocol})
                                  .set("nonce", nonce)
                                  .set("pid", std::int64_t{1})
                                  .encode();
    std::ofstream(scratch / "says", std::ios::binary) << frameBytes(wire::FrameType::Control, hello) << says;
    auto channel = wire::Channel::start({"/bin/sh", "-c", "cat \"$1\"; cat >/dev/null", "sh", scratch / "says"});
    must(channel.ok(), "sh");
    auto greeted = wire::Helper::greet(std::move(*channel), nonce, {}, {});
    must(greeted.ok(), "greeting");
    return std::move(*greeted);
}

Inspected entry(const std::string& name, mode_t mode)
{
    Inspected one;
    one.name = name;
    one.stat.mode = mode;
    one.stat.links = 1;
    one.opened = S_ISDIR(mode);
    if (S_ISREG(mode))
        one.contents = Inspected::Contents::Hashed;
    return one;
}

Inspected ending()
{
    Inspected one;
    one.kind = Inspected::Kind::End;
    return one;
}

const Inspected kRoot = entry("", S_IFDIR | 0755);
const Inspected kFolder = entry("f", S_IFDIR | 0755);

std::string treeBytes(const std::vector<Inspected>& tree)
{
    wire::ByteWriter writer;
    for (const Inspected& one : tree)
        put(writer, one);
    return frameBytes(wire::FrameType::Inspected, writer.take()) +
           frameBytes(wire::FrameType::Control, wire::Message().set("done", true).encode());
}

} // namespace

class EngineCompareLiarTest : public QObject
{
    Q_OBJECT

private slots:
    void honest();
    void lies_data();
    void lies();
    void inManifests_data() { lies_data(); }
    void inManifests();
    void endless();
};

void EngineCompareLiarTest::honest()
{
    const Scratch scratch;
    folder(scratch / "S");
    file(scratch / "S/a", "");
    const auto far = liar(scratch, treeBytes({kRoot, entry("a", S_IFREG | 0644), ending()}));
    Counters counters;
    const auto report =
        wire::compare({nullptr, scratch / "S", "S"}, {far.get(), "/elsewhere", "elsewhere"}, {}, counters, {});
    QVERIFY(report.ok() && !report->equal);
    QCOMPARE(report->entries, 1);
}

void EngineCompareLiarTest::lies_data()
{
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const std::string& bytes) {
        QTest::newRow(name) << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()));
    };
    const Inspected a = entry("a", S_IFREG | 0644);
    const Inspected b = entry("b", S_IFREG | 0644);
    const auto changed = [](Inspected one, const std::function<void(Inspected&)>& change) {
        change(one);
        return one;
    };
    row("nothing at all", frameBytes(wire::FrameType::Control, wire::Message().set("done", true).encode()));
    row("no root", treeBytes({a, ending()}));
    row("a root that is no folder", treeBytes({changed(kRoot, [](Inspected& r) { r.opened = false; }), ending()}));
    row("names out of order", treeBytes({kRoot, b, a, ending()}));
    row("a name twice", treeBytes({kRoot, a, a, ending()}));
    row("a tree without its end", treeBytes({kRoot, a}));
    row("a folder without its end", treeBytes({kRoot, kFolder, a, ending()}));
    row("one end too many", treeBytes({kRoot, kFolder, ending(), ending(), ending()}));
    row("two trees", treeBytes({kRoot, ending(), kRoot, ending()}));
    row("a second root", treeBytes({kRoot, kRoot, ending(), ending()}));
    row("a name that climbs", treeBytes({kRoot, changed(a, [](Inspected& r) { r.name = ".."; }), ending()}));
    row("a name with a slash", treeBytes({kRoot, changed(a, [](Inspected& r) { r.name = "a/b"; }), ending()}));
    row("a file without a hash",
        treeBytes({kRoot, changed(a, [](Inspected& r) { r.contents = Inspected::Contents::None; }), ending()}));
    row("a file that is opened", treeBytes({kRoot, changed(a, [](Inspected& r) { r.opened = true; }), ending()}));
    row("a folder with contents",
        treeBytes({kRoot, changed(kFolder, [](Inspected& r) { r.contents = Inspected::Contents::Hashed; }), ending()}));
    row("more bytes than there are", treeBytes({kRoot, changed(a, [](Inspected& r) { r.bytes = 5; }), ending()}));
    row("an attribute nobody asked for",
        treeBytes({kRoot, changed(a, [](Inspected& r) { r.xattrs.emplace_back("security.selinux", "x"); }), ending()}));
    row("attributes out of order", treeBytes({kRoot,
                                              changed(a,
                                                      [](Inspected& r) {
                                                          r.xattrs.emplace_back("user.b", "x");
                                                          r.xattrs.emplace_back("user.a", "x");
                                                      }),
                                              ending()}));
    row("a hash nobody asked for",
        treeBytes({kRoot, changed(a, [](Inspected& r) { r.sha256 = std::string(32, 's'); }), ending()}));
    row("bytes at random", frameBytes(wire::FrameType::Inspected, noise(3000, 11)));
    row("a frame of another kind", frameBytes(wire::FrameType::Listing, "x"));
    row("progress nobody asked for", frameBytes(wire::FrameType::Progress, wire::Message().encode()));
}

void EngineCompareLiarTest::lies()
{
    QFETCH(QByteArray, says);
    const Scratch scratch;
    folder(scratch / "S");
    file(scratch / "S/a", "");
    folder(scratch / "S/f");
    file(scratch / "S/f/a", "");
    const auto far = liar(scratch, says.toStdString());
    Counters counters;
    QElapsedTimer since;
    since.start();
    const auto report =
        wire::compare({nullptr, scratch / "S", "S"}, {far.get(), "/elsewhere", "elsewhere"}, {}, counters, {});
    QVERIFY2(since.elapsed() < 5000, QByteArray::number(since.elapsed()));
    QCOMPARE(codeOf(report), QByteArray("link.garbled"));
}

/// Of a tree that cannot be, no manifest is kept.
void EngineCompareLiarTest::inManifests()
{
    QFETCH(QByteArray, says);
    if (QTest::currentDataTag() == QByteArray("progress nobody asked for"))
        QSKIP("here it is asked for");
    const Scratch scratch;
    const auto refused = [&](const std::string& bytes, bool sha256) {
        const auto far = liar(scratch, bytes);
        Counters counters;
        wire::ManifestOptions options;
        options.sha256 = sha256;
        const auto report =
            wire::writeManifest({far.get(), "/elsewhere", "elsewhere"}, scratch / "m", options, counters, {});
        return report ? std::string("none") : report.error().code;
    };
    QCOMPARE(refused(says.toStdString(), false), std::string("link.garbled"));
    const std::string honest = treeBytes({kRoot, entry("a", S_IFREG | 0644), ending()});
    QCOMPARE(refused(honest, true), std::string("link.garbled")); // not with the hash that was asked for
    QVERIFY(!exists(scratch / "m"));
    QCOMPARE(leftovers(scratch.path()), QByteArray());
    QCOMPARE(refused(honest, false), std::string("none"));
}

/// A far end that goes on for ever sends no more than it may, and is left in time.
void EngineCompareLiarTest::endless()
{
    const Scratch scratch;
    folder(scratch / "S");
    std::string deep = frameBytes(wire::FrameType::Inspected, [] {
        wire::ByteWriter writer;
        put(writer, kRoot);
        return writer.take();
    }());
    std::string level;
    for (int i = 0; i < 1000; ++i) {
        wire::ByteWriter writer;
        put(writer, kFolder);
        level += writer.take();
    }
    for (int i = 0; i < 400; ++i)
        deep += frameBytes(wire::FrameType::Inspected, level);
    const auto far = liar(scratch, deep);
    Counters counters;
    const auto report =
        wire::compare({nullptr, scratch / "S", "S"}, {far.get(), "/elsewhere", "elsewhere"}, {}, counters, {});
    QCOMPARE(codeOf(report), QByteArray("link.garbled"));
    // Each line of a manifest has its whole path: that it gets no longer keeps the file small.
    std::vector<Inspected> tree{kRoot};
    for (int i = 0; i < 300; ++i)
        tree.push_back(entry(std::string(255, 'n'), S_IFDIR | 0755));
    const auto again = liar(scratch, treeBytes(tree));
    const auto manifest =
        wire::writeManifest({again.get(), "/elsewhere", "elsewhere"}, scratch / "m", {}, counters, {});
    QVERIFY(!manifest && manifest.error().code == "path.too-long");
    QVERIFY(!exists(scratch / "m"));
}

QTEST_GUILESS_MAIN(EngineCompareLiarTest)
#include "tst_engine_compare_liar.moc"
