// SPDX-License-Identifier: GPL-3.0-or-later
// A watch on a far end that lies: what is no path below the root is not taken, and little is kept of it.
#include "tests/unit/engine/Trees.h"

#include "core/engine/wire/Bytes.h"
#include "core/engine/wire/Frame.h"
#include "core/engine/wire/Watching.h"

using namespace trees;

namespace {

std::string frameBytes(wire::FrameType type, const std::string& payload)
{
    std::string bytes{'\xB5', static_cast<char>(type), 0, 0};
    for (unsigned i = 0; i < 4; ++i)
        bytes.push_back(static_cast<char>(payload.size() >> (8 * i)));
    return bytes + payload;
}

/// A Changed frame: number, flags (1 the last, 2 everything), a text, and the rest.
std::string changedBytes(std::uint64_t number, std::uint64_t flags, const std::string& text, const std::string& rest)
{
    wire::ByteWriter writer;
    writer.number(number);
    writer.number(flags);
    writer.text(text);
    return frameBytes(wire::FrameType::Changed, writer.take() + rest);
}

std::string changedPath(const std::string& path)
{
    wire::ByteWriter writer;
    writer.number(1);
    writer.text(path);
    return writer.take();
}

/// A far end that says one thing at once, and the other when it has been asked what changed.
std::shared_ptr<wire::Helper> liar(const Scratch& scratch, const std::string& first, const std::string& then)
{
    const std::string nonce(32, 'a');
    const std::string hello = wire::Message("hello")
                                  .set("protocol", std::int64_t{wire::kProtocol})
                                  .set("nonce", nonce)
                                  .set("pid", std::int64_t{1})
                                  .encode();
    file(scratch / "first", frameBytes(wire::FrameType::Control, hello) + first);
    file(scratch / "then", then);
    const std::string call =
        frameBytes(wire::FrameType::Control, wire::Message("watch").set("path", "/elsewhere").encode());
    const std::size_t question = frameBytes(wire::FrameType::More, "12").size();
    auto channel =
        wire::Channel::start({"/bin/sh", "-c", "cat \"$1\"; head -c \"$3\" > /dev/null; cat \"$2\"; cat > /dev/null",
                              "sh", scratch / "first", scratch / "then", std::to_string(call.size() + question)});
    must(channel.ok(), "sh");
    auto greeted = wire::Helper::greet(std::move(*channel), nonce, {}, {});
    must(greeted.ok(), "greeting");
    return std::move(*greeted);
}

const std::string kStands = changedBytes(0, 1, "", std::string(1, '\0'));

} // namespace

class TestEngineWatchLiar : public QObject
{
    Q_OBJECT

private slots:
    void liars_data();
    void liars();
};

void TestEngineWatchLiar::liars_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("then");
    QTest::addColumn<QByteArray>("why"); // of what take() answers; "" where it is a list
    const auto row = [](const char* name, const std::string& first, const std::string& then, const char* why) {
        QTest::newRow(name) << QByteArray::fromStdString(first) << QByteArray::fromStdString(then) << QByteArray(why);
    };
    row("honest", kStands, changedBytes(1, 0, "", changedPath("a/b")) + changedBytes(1, 1, "", ""), "");
    row("everything", kStands, changedBytes(1, 3, "watch.overflow", ""), "watch.overflow");
    row("everything without a reason", kStands, changedBytes(1, 3, "", ""), "watch.failed");
    row("an absolute path", kStands, changedBytes(1, 1, "", changedPath("/etc")), "link.garbled");
    row("a path that climbs", kStands, changedBytes(1, 1, "", changedPath("a/../../b")), "link.garbled");
    row("half a path", kStands, changedBytes(1, 1, "", changedPath("abc").substr(0, 3)), "link.garbled");
    row("an answer to nothing", kStands, changedBytes(7, 1, "", ""), "link.garbled");
    row("a second greeting", kStands, kStands, "link.garbled");
    row("another frame", kStands, frameBytes(wire::FrameType::Entries, "x"), "link.garbled");
    row("a long reason", kStands, changedBytes(1, 3, std::string(100'000, 'x'), ""), "link.garbled");
    std::string endless;
    const std::string longName(250'000, 'x');
    for (int i = 0; i < 200; ++i)
        endless += changedBytes(1, 0, "", changedPath(std::to_string(i) + longName));
    row("paths without end", kStands, endless + changedBytes(1, 1, "", ""), "watch.too-many");
    row("no way there is", changedBytes(0, 1, "", "\7"), "", "link.garbled");
    row("an answer before it stands", changedBytes(1, 1, "", ""), "", "link.garbled");
}

/// What a far end says that lies is no list of paths, and little is kept of it.
void TestEngineWatchLiar::liars()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, then);
    QFETCH(QByteArray, why);
    const Scratch scratch(true);
    const auto watch =
        wire::RemoteWatch::start(liar(scratch, first.toStdString(), then.toStdString()), "/elsewhere", {});
    if (!watch) {
        QCOMPARE(QByteArray::fromStdString(watch.error().code), why);
        return;
    }
    const Changes changes = (*watch)->take();
    QCOMPARE(QByteArray::fromStdString(changes.why()), why);
    QCOMPARE(changes.paths().size(), why.isEmpty() ? std::size_t{1} : std::size_t{0});
}

QTEST_GUILESS_MAIN(TestEngineWatchLiar)
#include "tst_engine_watch_liar.moc"
