// SPDX-License-Identifier: GPL-3.0-or-later
// Large files from elsewhere that changed in places: what is the same at the target is not sent.
#include "tests/unit/engine/Trees.h"

#include "core/engine/Blocks.h"

#include <thread>

using namespace trees;

namespace {

constexpr std::int64_t kBlockHere = kLeastBlock;
constexpr std::size_t kLarge = 8 * 1024 * 1024;

void write(const std::string& path, off_t at, const std::string& bytes)
{
    const int fd = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    must(fd >= 0 && ::pwrite(fd, bytes.data(), bytes.size(), at) == static_cast<ssize_t>(bytes.size()), path);
    ::close(fd);
}

void punch(const std::string& path, off_t at, off_t size)
{
    const int fd = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    must(fd >= 0 && ::fallocate(fd, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, at, size) == 0, path);
    ::close(fd);
}

} // namespace

class TestEngineBlocks : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { qunsetenv("BASCULE_TEST_ENDS"); }
    void changedInPlaces_data();
    void changedInPlaces();
    void littleGoesOverTheLine();
    void anotherKindLiesThere();
    void writtenToAtTheTarget();
    void blockLists();
};

void TestEngineBlocks::changedInPlaces_data()
{
    QTest::addColumn<QByteArray>("ends");
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<std::int64_t>("most"); // bytes that may be sent
    const std::map<QByteArray, std::int64_t> kinds{
        {"touched", 0},
        {"three blocks", 3 * kBlockHere},
        {"grown", 1'100'000},
        {"grown by a little", 2 * kBlockHere},
        {"shrunk", kBlockHere},
        {"data becomes a hole", 17 * kBlockHere},
        {"a hole becomes data", 17 * kBlockHere},
        {"one byte put before all", std::int64_t{kLarge} + 1},
        {"all other", std::int64_t{kLarge}},
    };
    for (const QByteArray ends : {"from", "into", "between"}) {
        for (const auto& [what, most] : kinds)
            QTest::addRow("%s, %s", ends.constData(), what.constData()) << ends << what << most;
    }
}

void TestEngineBlocks::changedInPlaces()
{
    QFETCH(QByteArray, ends);
    QFETCH(QByteArray, what);
    QFETCH(std::int64_t, most);
    qputenv("BASCULE_TEST_ENDS", ends);
    const Scratch scratch(what != "grown");
    const std::string source = scratch / "S";
    const std::string target = scratch / "D";
    folder(source);
    const std::string large = source + "/large";
    file(large, noise(kLarge, 1));
    if (what == "a hole becomes data")
        punch(large, 5 * kBlockHere, 16 * kBlockHere);
    QVERIFY(run(source, target)->verified);
    const off_t before = allocated(target + "/large");
    if (what == "three blocks") {
        for (const off_t at : {off_t{0}, off_t{50 * kBlockHere + 17}, off_t{kLarge - 100}})
            write(large, at, "changed");
    } else if (what == "grown") {
        write(large, kLarge, noise(1'000'000, 2));
    } else if (what == "grown by a little") {
        write(large, kLarge - 10, noise(100, 2));
    } else if (what == "shrunk") {
        must(::truncate(large.c_str(), kLarge / 2 + 12'345) == 0, "truncate");
    } else if (what == "data becomes a hole") {
        punch(large, 5 * kBlockHere, 16 * kBlockHere);
    } else if (what == "a hole becomes data") {
        write(large, 5 * kBlockHere, noise(16 * kBlockHere, 3));
    } else if (what == "one byte put before all") {
        file(large, "x" + noise(kLarge, 1));
    } else if (what == "all other") {
        file(large, noise(kLarge, 4));
    }
    touch(large, 1'600'000'000, 123);
    const auto result = run(source, target);
    QCOMPARE(words(result), QByteArray());
    QVERIFY(result->verified);
    QCOMPARE(result->replaced, 1);
    QVERIFY2(result->transferred <= most, QByteArray::number(qint64(result->transferred)));
    QVERIFY(most < std::int64_t{kLarge} || result->transferred == std::int64_t(content(large).size()));
    QCOMPARE(rsyncDifference(source, target), QByteArray());
    QCOMPARE(leftovers(target), QByteArray());
    if (what == "data becomes a hole")
        QVERIFY(allocated(target + "/large") < before);
}

/// Counted where it leaves, and not by what the run says of itself.
void TestEngineBlocks::littleGoesOverTheLine()
{
    const Scratch scratch(true);
    const std::string source = scratch / "S";
    const std::string target = scratch / "D";
    folder(source);
    file(source + "/large", noise(kLarge, 1));
    const auto send = [&] {
        const auto far = helper();
        Counters counters;
        const auto result =
            wire::transfer({nullptr, source, source}, {far.get(), target, target}, {}, counters, std::stop_token());
        must(result.ok() && result->verified, "transfer");
        return far->traffic().lineBytes.load();
    };
    QVERIFY(send() > std::int64_t{kLarge});
    write(source + "/large", 3'000'000, "changed");
    const std::int64_t again = send();
    QVERIFY2(again < kBlockHere + 10'000, QByteArray::number(qint64(again)).constData());
    QCOMPARE(rsyncDifference(source, target), QByteArray());
}

/// What lies there is no older version of the file.
void TestEngineBlocks::anotherKindLiesThere()
{
    for (const QByteArray ends : {"from", "into"}) {
        qputenv("BASCULE_TEST_ENDS", ends);
        const Scratch scratch(true);
        const std::string source = scratch / "S";
        const std::string target = scratch / "D";
        folder(source);
        folder(target);
        file(scratch / "outside", noise(kLarge, 1));
        for (const char* name : {"/link", "/folder", "/linked", "/empty"})
            file(source + name, noise(kLarge, 2));
        must(::symlink((scratch / "outside").c_str(), (target + "/link").c_str()) == 0, "link");
        folder(target + "/folder");
        must(::link((scratch / "outside").c_str(), (target + "/linked").c_str()) == 0, "link");
        file(target + "/empty", {});
        const auto result = run(source, target);
        QCOMPARE(words(result), QByteArray());
        QCOMPARE(rsyncDifference(source, target), QByteArray());
        QCOMPARE(content(scratch / "outside"), noise(kLarge, 1));
    }
}

/// Somebody writes to the older version while blocks are taken from it: it shows, and the file is sent as a whole.
void TestEngineBlocks::writtenToAtTheTarget()
{
    const Scratch scratch(true);
    const std::string source = scratch / "S";
    const std::string target = scratch / "D";
    folder(source);
    qputenv("BASCULE_TEST_ENDS", "from");
    file(source + "/large", noise(kLarge, 1));
    QVERIFY(run(source, target)->verified);
    std::int64_t asWhole = 0;
    for (int round = 0; round < 10 && asWhole == 0; ++round) {
        write(source + "/large", 1000 * round, "changed");
        touch(source + "/large", 1'600'000'000 + round, 0);
        // The file that is there now: the new version takes its name.
        const int mine = ::open((target + "/large").c_str(), O_RDWR | O_CLOEXEC);
        std::atomic<bool> ended{false};
        std::thread writing([&] {
            for (unsigned i = 0; !ended; ++i) {
                const off_t at = static_cast<off_t>(i * 7919UL % (kLarge / 4096) * 4096);
                must(::pwrite(mine, &i, sizeof i, at) == sizeof i, "write");
            }
        });
        const auto result = run(source, target);
        ended = true;
        writing.join();
        ::close(mine);
        QCOMPARE(words(result), QByteArray());
        QCOMPARE(rsyncDifference(source, target), QByteArray());
        asWhole = result->transferred >= std::int64_t{kLarge} ? 1 : 0;
    }
    QCOMPARE(asWhole, 1);
}

void TestEngineBlocks::blockLists()
{
    QCOMPARE(BlockList::of(0).length, 0);
    QCOMPARE(BlockList::of(kBlockHere - 1).length, 0);
    QCOMPARE(BlockList::of(3 * kBlockHere + 5).length, 3 * kBlockHere);
    for (const std::int64_t length : {std::int64_t{1} << 31U, std::int64_t{1} << 36U, std::int64_t{1} << 45U}) {
        const BlockList blocks = BlockList::of(length);
        QVERIFY(blocks.count() <= kMostBlocks);
        QVERIFY(blocks.block <= std::int64_t{kBlock});
        QVERIFY(blocks.length <= length && blocks.length > 0);
    }
    // The question with the longest list fits into a frame.
    QVERIFY(kMostBlocks * sizeof(std::uint32_t) + 1000 < wire::kMostPayload);
}

QTEST_GUILESS_MAIN(TestEngineBlocks)
#include "tst_engine_blocks.moc"
