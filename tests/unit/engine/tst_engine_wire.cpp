// SPDX-License-Identifier: GPL-3.0-or-later
// What goes over the line between the program and its helper: frames, messages, records, calls; and a far end that
// lies.
#include "Trees.h"

#include "core/engine/wire/Bytes.h"
#include "core/engine/wire/Frame.h"
#include "core/engine/wire/Helper.h"
#include "core/engine/wire/Message.h"
#include "core/engine/wire/Serve.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <cstring>
#include <fstream>
#include <thread>

#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace bascule;
using namespace bascule::engine;
using namespace bascule::engine::wire;

namespace {

std::string ownPath()
{
    return std::filesystem::read_symlink("/proc/self/exe").string();
}

std::string frameBytes(FrameType type, const std::string& payload)
{
    std::string bytes{'\xB5', static_cast<char>(type), 0, 0};
    for (unsigned i = 0; i < 4; ++i)
        bytes.push_back(static_cast<char>(payload.size() >> (8 * i)));
    return bytes + payload;
}

struct Pipe
{
    Fd out, in;
    Pipe()
    {
        int ends[2] = {-1, -1};
        if (::pipe2(ends, O_CLOEXEC) == 0) {
            out = Fd(ends[0]);
            in = Fd(ends[1]);
        }
    }
};

} // namespace

class EngineWireTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::string path(const std::string& name) const { return m_folder.path().toStdString() + '/' + name; }
    /// A program that writes these bytes and then waits for its input's end.
    std::unique_ptr<Channel> lying(const std::string& bytes);
    std::string greeting(const std::string& nonce, std::int64_t protocol = kProtocol) const;
    std::unique_ptr<Helper> helper();

private slots:
    void initTestCase();
    void numbersAndTexts();
    void framesThroughAPipe();
    void framesThatAreNone_data();
    void framesThatAreNone();
    void silenceAndStop();
    void messages();
    void messagesThatAreNone_data();
    void messagesThatAreNone();
    void recordsThatClimb_data();
    void recordsThatClimb();
    void calls();
    void aCallIsCancelled();
    void theHelperIsKilled();
    void liars_data();
    void liars();
};

void EngineWireTest::initTestCase()
{
    QVERIFY(m_folder.isValid());
    ::mkdir(path("tree").c_str(), 0755);
    for (int i = 0; i < 3000; ++i)
        std::ofstream(path("tree/file " + std::to_string(i))) << i;
    ::symlink("file 1", path("tree/link").c_str());
    std::ofstream(path("tree/large")) << std::string(3'000'000, 'x');
    ::symlink("/etc/passwd", path("tree/outside").c_str());
}

std::unique_ptr<Channel> EngineWireTest::lying(const std::string& bytes)
{
    static int number = 0;
    const std::string file = path("lies" + std::to_string(++number));
    std::ofstream(file, std::ios::binary) << bytes;
    auto channel = Channel::start({"/bin/sh", "-c", "cat \"$1\"; cat >/dev/null", "sh", file});
    return channel ? std::move(*channel) : nullptr;
}

std::string EngineWireTest::greeting(const std::string& nonce, std::int64_t protocol) const
{
    return frameBytes(
        FrameType::Control,
        Message("hello").set("protocol", protocol).set("nonce", nonce).set("pid", std::int64_t{1}).encode());
}

std::unique_ptr<Helper> EngineWireTest::helper()
{
    const std::string nonce = newNonce();
    auto channel = Channel::start({ownPath(), "serve", nonce});
    if (!channel)
        return nullptr;
    auto helper = Helper::greet(std::move(*channel), nonce, {}, {});
    return helper ? std::move(*helper) : nullptr;
}

void EngineWireTest::numbersAndTexts()
{
    ByteWriter writer;
    const std::uint64_t numbers[] = {0, 1, 127, 128, 300, 1ULL << 32U, ~0ULL};
    const std::int64_t both[] = {0, -1, 1, -64, 64, INT64_MIN, INT64_MAX};
    for (const auto number : numbers)
        writer.number(number);
    for (const auto number : both)
        writer.signedNumber(number);
    writer.text(std::string("a\0b\xff", 4));
    writer.fixed(0x0123456789abcdefULL);
    const std::string bytes = writer.bytes();
    ByteReader reader(bytes);
    for (const auto number : numbers)
        QCOMPARE(reader.number(), number);
    for (const auto number : both)
        QCOMPARE(reader.signedNumber(), number);
    QCOMPARE(std::string(reader.text(10)), std::string("a\0b\xff", 4));
    QCOMPARE(reader.fixed(), 0x0123456789abcdefULL);
    QVERIFY(reader.ok() && reader.atEnd());
    // Cut anywhere, it is read as wrong and never past its end.
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const std::string cut = bytes.substr(0, size);
        ByteReader shorter(cut);
        for (int i = 0; i < 7; ++i)
            shorter.number();
        for (int i = 0; i < 7; ++i)
            shorter.signedNumber();
        shorter.text(10);
        shorter.fixed();
        QVERIFY(!shorter.ok());
    }
    ByteReader tooLong("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x02");
    tooLong.number();
    QVERIFY(!tooLong.ok());
    ByteReader capped(std::string_view("\x05hello", 6));
    QVERIFY(capped.text(4).empty() && !capped.ok());
}

void EngineWireTest::framesThroughAPipe()
{
    Pipe pipe;
    FrameReader reader(pipe.out.get(), 5000);
    std::thread writing([&] {
        FrameWriter writer(pipe.in.get(), 5000);
        for (std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{70'000}, std::size_t{kMostPayload}})
            (void)writer.write(FrameType::Content, std::string(size, 'c'));
        (void)writer.write(FrameType::Alive, {});
        pipe.in.reset();
    });
    for (std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{70'000}, std::size_t{kMostPayload}}) {
        const auto frame = reader.read({});
        QVERIFY(frame.ok());
        QVERIFY(frame->type == FrameType::Content);
        QCOMPARE(frame->payload.size(), size);
    }
    QVERIFY(reader.read({})->type == FrameType::Alive);
    const auto end = reader.read({});
    writing.join();
    QVERIFY(!end);
    QCOMPARE(end.error().code, std::string("link.closed"));
    FrameWriter tooLong(pipe.in.get(), 100);
    QCOMPARE(tooLong.write(FrameType::Control, std::string(kMostControl + 1, 'x')).error().code,
             std::string("link.garbled"));
}

void EngineWireTest::framesThatAreNone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a length of 4 GiB") << QByteArray("\xB5\x03\0\0\xff\xff\xff\xff", 8);
    QTest::newRow("a control frame longer than any may be") << QByteArray("\xB5\x01\0\0\x01\0\x10\0", 8);
    QTest::newRow("an alive frame with a body") << QByteArray("\xB5\x04\0\0\x01\0\0\0x", 9);
    QTest::newRow("another mark") << QByteArray("SSH-2.0-x\r\n");
    QTest::newRow("an unknown type") << QByteArray("\xB5\x63\0\0\0\0\0\0", 8);
    QTest::newRow("flags nobody knows") << QByteArray("\xB5\x03\x01\0\0\0\0\0", 8);
}

void EngineWireTest::framesThatAreNone()
{
    QFETCH(QByteArray, bytes);
    Pipe pipe;
    QCOMPARE(::write(pipe.in.get(), bytes.constData(), std::size_t(bytes.size())), ssize_t(bytes.size()));
    FrameReader reader(pipe.out.get(), 1000);
    const auto frame = reader.read({});
    QVERIFY(!frame);
    QCOMPARE(frame.error().code, std::string("link.garbled"));
}

void EngineWireTest::silenceAndStop()
{
    Pipe pipe;
    FrameReader reader(pipe.out.get(), 600);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(reader.read({}).error().code, std::string("link.silent"));
    QVERIFY(timer.elapsed() >= 500);
    std::stop_source stop;
    std::thread stopping([&] {
        QTest::qSleep(300);
        stop.request_stop();
    });
    FrameReader patient(pipe.out.get(), 60'000);
    QCOMPARE(patient.read(stop.get_token()).error().code, std::string("link.stopped"));
    stopping.join();
    // Nobody reads: the pipe is full, and the writer does not wait for ever.
    FrameWriter writer(pipe.in.get(), 400);
    Result<void> wrote;
    for (int i = 0; i < 20 && wrote; ++i)
        wrote = writer.write(FrameType::Content, std::string(kMostPayload, 'x'));
    QVERIFY(!wrote);
    QCOMPARE(wrote.error().code, std::string("link.silent"));
}

void EngineWireTest::messages()
{
    const std::string odd("\xff\0/\n", 4);
    const Message sent = Message("walk")
                             .set("path", odd)
                             .set("flag", true)
                             .set("number", std::int64_t{-5})
                             .set("real", 1.5)
                             .set("list", std::vector<std::string>{"a", odd, ""});
    const auto got = Message::decode(sent.encode());
    QVERIFY(got.has_value());
    QCOMPARE(got->operation(), std::string("walk"));
    QCOMPARE(got->text("path"), odd);
    QCOMPARE(got->flag("flag"), true);
    QCOMPARE(got->number("number"), std::int64_t{-5});
    QVERIFY(got->texts("list") == (std::vector<std::string>{"a", odd, ""}));
    QCOMPARE(got->text("number", "other"), std::string("other")); // of another type
    Error error{"disk.full", Severity::Halt, odd, {}, "detail"};
    error.params["bytes"] = std::int64_t{7};
    error.params["name"] = std::string("n");
    const auto told = Message::decode(Message::failed(error).encode())->error();
    QVERIFY(told.has_value());
    QCOMPARE(told->code, error.code);
    QVERIFY(told->severity == Severity::Halt);
    QCOMPARE(told->subject, odd);
    QVERIFY(told->params == error.params);
    QVERIFY(!got->error());
}

void EngineWireTest::messagesThatAreNone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a number") << QByteArray("\x05");
    QTest::newRow("a list") << QByteArray("\x81\x05");
    QTest::newRow("a map in a map") << QByteArray("\xa1\x61x\xa1\x61y\x05");
    QTest::newRow("a list in a list") << QByteArray("\xa1\x61x\x81\x81\x61y");
    QTest::newRow("numbers in a list") << QByteArray("\xa1\x61x\x81\x05");
    QTest::newRow("cut") << QByteArray("\xa1\x61x\x58\x20short");
    QTest::newRow("sixty thousand lists deep") << QByteArray("\xa1\x61x") + QByteArray(60'000, '\x81');
    QTest::newRow("sixty thousand maps deep") << QByteArray(60'000, '\xa1');
    QTest::newRow("a map that says it has 2^62 entries") << QByteArray("\xbb\x40\0\0\0\0\0\0\0", 9);
    QTest::newRow("more behind it") << QByteArray("\xa1\x61x\x05\x05");
}

void EngineWireTest::messagesThatAreNone()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!Message::decode(std::string_view(bytes.constData(), std::size_t(bytes.size()))).has_value());
}

void EngineWireTest::recordsThatClimb_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("good");
    QTest::newRow("plain") << QStringLiteral("a/b c") << true;
    QTest::newRow("dots in a name") << QStringLiteral("a/..b/...") << true;
    for (const char* bad : {"", "/etc/passwd", "../up", "a/../../b", "a/..", ".", "a//b", "a/"})
        QTest::newRow(bad) << QString::fromLatin1(bad) << false;
}

void EngineWireTest::recordsThatClimb()
{
    QFETCH(QString, path);
    QFETCH(bool, good);
    TreeEntry entry;
    entry.path = path.toStdString();
    entry.mtimeNs = -5;
    entry.linkTarget = "to";
    ByteWriter writer;
    put(writer, entry);
    ByteReader reader(writer.bytes());
    const WalkRecord record = takeRecord(reader);
    QCOMPARE(reader.ok(), good);
    if (good) {
        QCOMPARE(std::get<TreeEntry>(record).path, entry.path);
        QCOMPARE(std::get<TreeEntry>(record).mtimeNs, std::int64_t{-5});
        QVERIFY(reader.atEnd());
    }
}

void EngineWireTest::calls()
{
    const auto far = helper();
    QVERIFY(far);
    QVERIFY(far->pid() > 1 && far->pid() != ::getpid());
    QVERIFY(far->folder(path("tree")).ok());
    QCOMPARE(far->folder(path("nowhere")).error().code, std::string("path.missing"));
    QCOMPARE(far->folder(path("tree/large")).error().code, std::string("path.not-a-folder"));
    QVERIFY(far->space(path("tree"))->bytesTotal > 0);
    QCOMPARE(*far->exists(path("tree/link")), true);
    QCOMPARE(*far->exists(path("tree/none")), false);
    QCOMPARE(far->readFile(path("tree"), "large", 4'000'000)->size(), std::size_t{3'000'000});
    QCOMPARE(far->readFile(path("tree"), "large", 1000).error().code, std::string("file.too-big"));
    QCOMPARE(far->readFile(path("tree"), "outside", 1000).error().code, std::string("path.outside-root"));
    QCOMPARE(far->readFile(path("tree"), "none", 1000).error().code, std::string("path.missing"));

    std::vector<TreeEntry> here;
    std::vector<TreeEntry> there;
    const auto local = walk(path("tree"), {}, {}, [&](const TreeEntry& entry) { return here.push_back(entry), true; });
    const auto remote =
        far->walk(path("tree"), {}, {}, [&](const TreeEntry& entry) { return there.push_back(entry), true; });
    QVERIFY(local.ok() && remote.ok());
    QCOMPARE(there.size(), here.size());
    for (std::size_t i = 0; i < here.size(); ++i) {
        QCOMPARE(there[i].path, here[i].path);
        QCOMPARE(there[i].kind, here[i].kind);
        QCOMPARE(there[i].mtimeNs, here[i].mtimeNs);
        QCOMPARE(there[i].inode, here[i].inode);
        QCOMPARE(there[i].linkTarget, here[i].linkTarget);
    }
    WalkOptions without;
    without.excludes = {"file *"};
    int met = 0;
    QVERIFY(far->walk(path("tree"), without, {}, [&](const TreeEntry&) { return ++met, true; }).ok());
    QCOMPARE(met, 3);
    QCOMPARE(far->fingerprint(path("tree"), {}, {})->hash, fingerprint(path("tree"), {}, {})->hash);
    Counters counters;
    QCOMPARE(*far->hashFile(path("tree/large"), {}), *hashFile(path("tree/large"), counters, {}));
}

void EngineWireTest::aCallIsCancelled()
{
    const auto far = helper();
    QVERIFY(far);
    // The visitor has seen enough.
    int met = 0;
    QVERIFY(far->walk("/usr", {}, {}, [&](const TreeEntry&) { return ++met < 5; }).ok());
    QCOMPARE(met, 5);
    // A stop while entries come: few more are told, and the line is good for the next call.
    std::int64_t all = 0;
    QVERIFY(walk("/usr", {}, {}, [&](const TreeEntry&) { return ++all > 0; }).ok());
    std::stop_source stop;
    met = 0;
    QElapsedTimer timer;
    timer.start();
    const auto count = [&](const TreeEntry&) {
        stop.request_stop();
        return ++met > 0;
    };
    QVERIFY(far->walk("/usr", {}, stop.get_token(), count).ok());
    QVERIFY(timer.elapsed() < 2000);
    QVERIFY2(met < all, qPrintable(QString::number(met)));
    // One that was stopped before it began.
    const auto ended = far->fingerprint(path("tree"), {}, stop.get_token());
    QVERIFY(!ended);
    QCOMPARE(ended.error().code, std::string("call.cancelled"));
    QVERIFY(!far->broken());
    QCOMPARE(*far->exists(path("tree/link")), true);
}

void EngineWireTest::theHelperIsKilled()
{
    const auto far = helper();
    QVERIFY(far);
    QCOMPARE(::kill(pid_t(far->pid()), SIGKILL), 0);
    const auto answer = far->exists(path("tree"));
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, std::string("link.closed"));
    QVERIFY(answer.error().severity == Severity::Session);
    QVERIFY(far->broken());
    QCOMPARE(far->space(path("tree")).error().code, std::string("link.closed"));
}

void EngineWireTest::liars_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<bool>("greets");
    QTest::addColumn<QString>("code");
    const std::string nonce(32, 'a');
    const auto row = [&](const char* name, const std::string& said, bool greets, const char* code) {
        QTest::newRow(name) << QByteArray::fromStdString(said) << greets << QString::fromLatin1(code);
    };
    row("another nonce", greeting(std::string(32, 'b')), false, "link.garbled");
    row("another version", greeting(nonce, kProtocol + 1), false, "helper.other-version");
    row("no greeting", frameBytes(FrameType::Content, "x"), false, "link.garbled");
    row("nothing", "", false, "link.silent");
    const std::string good = greeting(nonce);
    row(
        "entries that climb",
        [&] {
            ByteWriter writer;
            TreeEntry entry;
            entry.path = "../../etc/cron.d/evil";
            put(writer, entry);
            return good + frameBytes(FrameType::Entries, writer.bytes());
        }(),
        true, "link.garbled");
    row("entries cut off", good + frameBytes(FrameType::Entries, "\x01\x7f"), true, "link.garbled");
    row("content instead of entries", good + frameBytes(FrameType::Content, "x"), true, "link.garbled");
    row("an answer that is none", good + frameBytes(FrameType::Control, "\x05"), true, "link.garbled");
    row("a huge frame", good + std::string("\xB5\x02\0\0\xff\xff\xff\x7f", 8), true, "link.garbled");
    row("silence", good, true, "link.silent");
}

void EngineWireTest::liars()
{
    QFETCH(QByteArray, said);
    QFETCH(bool, greets);
    QFETCH(QString, code);
    auto channel = lying(said.toStdString());
    QVERIFY(channel);
    HelperStart options;
    options.silenceMs = 1000;
    auto far = Helper::greet(std::move(channel), std::string(32, 'a'), options, {});
    QCOMPARE(far.ok(), greets);
    if (!greets) {
        QCOMPARE(QString::fromStdString(far.error().code), code);
        return;
    }
    int met = 0;
    const auto walked = (*far)->walk("/x", {}, {}, [&](const TreeEntry&) { return ++met, true; });
    QVERIFY(!walked);
    QCOMPARE(QString::fromStdString(walked.error().code), code);
    QCOMPARE(met, 0);
    QVERIFY((*far)->broken());
}

int main(int argc, char** argv)
{
    if (argc == 3 && std::strcmp(argv[1], "serve") == 0) {
        ::signal(SIGPIPE, SIG_IGN);
        ServeOptions options;
        options.nonce = argv[2];
        return serve(STDIN_FILENO, STDOUT_FILENO, options).status;
    }
    QCoreApplication application(argc, argv);
    EngineWireTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_engine_wire.moc"
