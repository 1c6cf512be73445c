// SPDX-License-Identifier: GPL-3.0-or-later
// Compression on the line: only where the line is slower than the processor, and never believed.
#include "Trees.h"

#include "core/engine/wire/Compression.h"
#include "core/engine/wire/Frame.h"

#include <QTest>

#include <thread>

#include <zstd.h>

using namespace bascule;
using namespace bascule::engine;
using namespace bascule::engine::wire;

namespace {

/// Text that comes out at about a quarter.
std::string prose(std::size_t size, unsigned seed)
{
    static const char* const kWords[] = {"the ", "old ",    "server ", "moves ", "to ",
                                         "new ", "ground ", "at ",     "night\n"};
    std::mt19937 random(seed);
    std::string text;
    while (text.size() < size)
        text += kWords[random() % 9];
    text.resize(size);
    return text;
}

std::string header(FrameType type, std::uint8_t flags, std::size_t size)
{
    std::string bytes{'\xB5', static_cast<char>(type), static_cast<char>(flags), 0};
    for (unsigned i = 0; i < 4; ++i)
        bytes.push_back(static_cast<char>(size >> (8 * i)));
    return bytes;
}

/// What a reader makes of the bytes: the payload, or the error's code.
std::pair<QByteArray, std::string> readBack(const std::string& bytes)
{
    int ends[2] = {-1, -1};
    trees::must(::pipe2(ends, O_CLOEXEC) == 0, "pipe");
    Fd out(ends[0]);
    Fd in(ends[1]);
    std::thread writing([&] {
        for (std::size_t at = 0; at < bytes.size();) {
            const ssize_t wrote = ::write(in.get(), bytes.data() + at, bytes.size() - at);
            if (wrote <= 0)
                break;
            at += static_cast<std::size_t>(wrote);
        }
        in.reset();
    });
    FrameReader reader(out.get(), 5000);
    auto frame = reader.read({});
    out.reset();
    writing.join();
    return frame ? std::pair(QByteArray("read"), frame->payload)
                 : std::pair(QByteArray::fromStdString(frame.error().code), std::string());
}

QByteArray codeOf(const std::string& packed, FrameType type = FrameType::Files)
{
    return readBack(header(type, 1, packed.size()) + packed).first;
}

struct Sent
{
    std::int64_t frames = 0, compressed = 0, payload = 0, line = 0;
};

/// Writes payloads into a pipe that is emptied so many bytes a time with a rest between; what is read must be the same.
Sent through(const std::vector<std::string>& payloads, std::size_t bytesAtOnce, std::chrono::microseconds rest)
{
    int ends[2] = {-1, -1};
    int relayed[2] = {-1, -1};
    trees::must(::pipe2(ends, O_CLOEXEC) == 0 && ::pipe2(relayed, O_CLOEXEC) == 0, "pipe");
    Fd slowOut(ends[0]);
    Fd slowIn(ends[1]);
    Fd fastOut(relayed[0]);
    Fd fastIn(relayed[1]);
    std::thread line([&] {
        std::string block(bytesAtOnce, '\0');
        for (ssize_t got = 0; (got = ::read(slowOut.get(), block.data(), block.size())) > 0;) {
            std::this_thread::sleep_for(rest);
            for (ssize_t at = 0; at < got;)
                at +=
                    std::max<ssize_t>(0, ::write(fastIn.get(), block.data() + at, static_cast<std::size_t>(got - at)));
        }
        fastIn.reset();
    });
    bool same = true;
    std::thread reading([&] {
        FrameReader reader(fastOut.get(), 30'000);
        for (const std::string& payload : payloads) {
            const auto frame = reader.read({});
            same = same && frame && frame->payload == payload;
        }
    });
    Sent sent;
    {
        FrameWriter writer(slowIn.get(), 30'000);
        for (const std::string& payload : payloads)
            trees::must(writer.write(FrameType::Files, payload).ok(), "write");
        const auto& traffic = writer.traffic();
        sent = {traffic.frames, traffic.compressedFrames, traffic.payloadBytes, traffic.lineBytes};
    }
    slowIn.reset();
    line.join();
    reading.join();
    trees::must(same, "the same payloads");
    return sent;
}

} // namespace

class EngineCompressionTest : public QObject
{
    Q_OBJECT

private slots:
    void thereAndBack();
    void notWhatItSays();
    void cutAnywhere();
    void flippedAnywhere();
    void whatMayBeCompressed();
    void policy();
    void slowLine();
    void slowLineWithNoise();
    void fastLine();
};

void EngineCompressionTest::thereAndBack()
{
    for (const std::size_t size : {kLeastCompressed, std::size_t{100'000}, std::size_t{kMostPayload}}) {
        const std::string text = prose(size, 1);
        const auto packed = compress(text);
        QVERIFY(packed && packed->size() < text.size() / 2);
        QVERIFY(decompress(*packed, kMostPayload) == text);
        QVERIFY(readBack(header(FrameType::Files, 1, packed->size()) + *packed).second == text);
        QVERIFY(!decompress(*packed, size - 1));
        QVERIFY(!compress(trees::noise(size, 2)));
    }
}

void EngineCompressionTest::notWhatItSays()
{
    const std::string text = prose(100'000, 1);
    const std::string packed = *compress(text);
    const auto made = [](std::string_view bytes, const std::function<void(ZSTD_CCtx*)>& set) {
        ZSTD_CCtx* context = ZSTD_createCCtx();
        set(context);
        std::string out(ZSTD_compressBound(bytes.size()), '\0');
        out.resize(ZSTD_compress2(context, out.data(), out.size(), bytes.data(), bytes.size()));
        ZSTD_freeCCtx(context);
        return out;
    };
    QCOMPARE(codeOf(packed), QByteArray("read"));
    QCOMPARE(codeOf(packed + "x"), QByteArray("link.garbled"));
    QCOMPARE(codeOf(packed + packed), QByteArray("link.garbled"));
    QCOMPARE(codeOf({}), QByteArray("link.garbled"));
    QCOMPARE(codeOf(text), QByteArray("link.garbled"));
    // A bomb: a megabyte and a byte, sixty-four megabytes, and one that does not say how large it is.
    const std::string zeros(64 * 1024 * 1024, '\0');
    const auto plain = [](ZSTD_CCtx*) {};
    QCOMPARE(codeOf(made(std::string_view(zeros).substr(0, kMostPayload), plain)), QByteArray("read"));
    QCOMPARE(codeOf(made(std::string_view(zeros).substr(0, kMostPayload + 1), plain)), QByteArray("link.garbled"));
    QCOMPARE(codeOf(made(zeros, plain)), QByteArray("link.garbled"));
    QCOMPARE(
        codeOf(made(zeros, [](ZSTD_CCtx* context) { ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, 0); })),
        QByteArray("link.garbled"));
    // One that says less than it holds: the size is four bytes behind the five of magic number and descriptor.
    std::string lying = made(std::string_view(zeros).substr(0, kMostPayload), plain);
    const std::size_t said = static_cast<std::size_t>(ZSTD_getFrameContentSize(lying.data(), lying.size()));
    QCOMPARE(said, std::size_t{kMostPayload});
    lying[6] = static_cast<char>(lying[6] ^ 1);
    QVERIFY(ZSTD_getFrameContentSize(lying.data(), lying.size()) != said);
    QCOMPARE(codeOf(lying), QByteArray("link.garbled"));
    // A frame that zstd skips, alone and before a good one; and no gain.
    const std::string skipped("\x50\x2a\x4d\x18\x04\0\0\0abcd", 12);
    QCOMPARE(codeOf(skipped), QByteArray("link.garbled"));
    QCOMPARE(codeOf(skipped + packed), QByteArray("link.garbled"));
    QCOMPARE(codeOf(made("abc", plain)), QByteArray("link.garbled"));
}

void EngineCompressionTest::cutAnywhere()
{
    const std::string packed = *compress(prose(6000, 3));
    for (std::size_t size = 0; size < packed.size(); ++size)
        QVERIFY(!decompress(std::string_view(packed).substr(0, size), kMostPayload));
}

/// Whatever it is, it is of the size that it says, or nothing.
void EngineCompressionTest::flippedAnywhere()
{
    const std::string packed = *compress(prose(6000, 4));
    for (std::size_t at = 0; at < packed.size(); ++at) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            std::string flipped = packed;
            flipped[at] = static_cast<char>(flipped[at] ^ (1U << bit));
            const auto whole = decompress(flipped, 10'000);
            QVERIFY(!whole || whole->size() <= 10'000);
        }
    }
}

void EngineCompressionTest::whatMayBeCompressed()
{
    const std::string packed = *compress(prose(6000, 5));
    for (const FrameType type : {FrameType::Control, FrameType::Progress, FrameType::Alive, FrameType::More})
        QCOMPARE(codeOf(packed, type), QByteArray("link.garbled"));
    for (const FrameType type : {FrameType::Entries, FrameType::Content, FrameType::Listing, FrameType::Inspected})
        QCOMPARE(codeOf(packed, type), QByteArray("read"));
    QCOMPARE(readBack(header(FrameType::Files, 2, packed.size()) + packed).first, QByteArray("link.garbled"));
    QCOMPARE(readBack(header(FrameType::Files, 3, packed.size()) + packed).first, QByteArray("link.garbled"));
}

void EngineCompressionTest::policy()
{
    constexpr std::size_t kSize = 256 * 1024;
    // `wait` and `cost` in nanoseconds a byte; how many of a hundred payloads are tried.
    const auto tried = [](CompressionPolicy& policy, double wait, double cost, double ratio) {
        int count = 0;
        for (int i = 0; i < 100; ++i) {
            const bool tries = policy.tries();
            count += tries ? 1 : 0;
            const double left = tries ? ratio : 1;
            if (tries)
                policy.compressed(kSize, static_cast<std::size_t>(kSize * ratio),
                                  static_cast<std::int64_t>(kSize * cost));
            const auto line = static_cast<std::size_t>(kSize * left);
            policy.written(line, static_cast<std::int64_t>(static_cast<double>(line) * wait));
        }
        return count;
    };
    CompressionPolicy policy;
    QCOMPARE(tried(policy, 0, 3, 0.3), 0);    // a line that takes all at once
    QCOMPARE(tried(policy, 1, 3, 0.3), 0);    // a gigabyte a second
    QVERIFY(tried(policy, 100, 3, 0.3) > 90); // ten megabytes a second
    tried(policy, 0, 3, 0.3);                 // a faster one again
    QCOMPARE(tried(policy, 0, 3, 0.3), 0);
    CompressionPolicy noisy;
    tried(noisy, 20, 3, 1); // fifty megabytes a second of noise
    QVERIFY(tried(noisy, 20, 3, 1) < 10);
    tried(noisy, 20, 3, 0.3); // and then text: it is found out
    tried(noisy, 20, 3, 0.3);
    tried(noisy, 20, 3, 0.3);
    tried(noisy, 20, 3, 0.3);
    QVERIFY(tried(noisy, 100, 3, 0.3) > 90);
    CompressionPolicy costly;
    tried(costly, 30, 60, 0.3); // a processor that is busier than the line
    QVERIFY(tried(costly, 30, 60, 0.3) < 10);
}

void EngineCompressionTest::slowLine()
{
    std::vector<std::string> payloads;
    for (unsigned i = 0; i < 60; ++i)
        payloads.push_back(prose(200'000, i));
    const Sent sent = through(payloads, 16 * 1024, std::chrono::milliseconds(1));
    QCOMPARE(sent.frames, 60);
    QVERIFY2(sent.compressed > 30, QByteArray::number(qint64{sent.compressed}));
    QVERIFY(sent.line < sent.payload * 2 / 3);
}

void EngineCompressionTest::slowLineWithNoise()
{
    std::vector<std::string> payloads;
    for (unsigned i = 0; i < 20; ++i)
        payloads.push_back(trees::noise(200'000, i));
    const Sent sent = through(payloads, 16 * 1024, std::chrono::milliseconds(1));
    QCOMPARE(sent.compressed, 0);
    QCOMPARE(sent.line, sent.payload + 20 * 8);
}

void EngineCompressionTest::fastLine()
{
    const Fd sink(::open("/dev/null", O_WRONLY | O_CLOEXEC));
    FrameWriter writer(sink.get(), 1000);
    for (unsigned i = 0; i < 200; ++i)
        QVERIFY(writer.write(FrameType::Files, prose(200'000, 1)).ok());
    QCOMPARE(writer.traffic().frames.load(), 200);
    QCOMPARE(writer.traffic().compressedFrames.load(), 0);
    QCOMPARE(writer.traffic().lineBytes.load(), 200 * 200'008LL);
}

QTEST_GUILESS_MAIN(EngineCompressionTest)
#include "tst_engine_compression.moc"
