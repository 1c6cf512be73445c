// SPDX-License-Identifier: GPL-3.0-or-later
// What was altered in a manifest by a byte, cut off or put in is refused, whatever it is; memory does not grow with it.
#include "Manifested.h"

#include <QTest>

using namespace bascule;
using namespace bascule::engine;
using namespace trees;
using manifested::check;
using manifested::codeOf;
using manifested::write;

namespace {

/// A manifest by hand: the lines between "paths" and "end", all else made to fit.
std::string byHand(const std::string& lines, std::int64_t entries, std::int64_t bytes, std::int64_t notRead = 0)
{
    ManifestHeader header;
    header.root = "/srv";
    manifest::LineDigest root(ManifestHash::Xxh3);
    root.add(lines);
    std::string text = manifest::headerText(header) + lines + "end\nentries " + std::to_string(entries) + "\nbytes " +
                       std::to_string(bytes) + "\nnot-read " + std::to_string(notRead) + "\nroot-hash " + root.take() +
                       '\n';
    manifest::LineDigest whole(ManifestHash::Xxh3);
    whole.add(text);
    return text + "file-hash " + whole.take() + '\n';
}

const std::string kRoot = "d . mode=0755 uid=0 gid=0 mtime=5.000000000\n";

std::string linked(const std::string& path, const std::string& more = "")
{
    return "l " + path + " mode=0777 uid=0 gid=0 mtime=-1.000000005" + more + " link=x\n";
}

std::string dir(const std::string& path)
{
    return "d " + path + " mode=0755 uid=0 gid=0 mtime=5.000000000\n";
}

} // namespace

class EngineManifestReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void everyByteCounts_data();
    void everyByteCounts();
    void everyCutIsSeen();
    void linesThatNobodyWrites_data();
    void linesThatNobodyWrites();
    void whatIsNoManifest();
    void manyPaths();
};

void EngineManifestReaderTest::everyByteCounts_data()
{
    QTest::addColumn<bool>("sha256");
    QTest::newRow("XXH3") << false;
    QTest::newRow("SHA-256") << true;
}

/// No byte can become another one, be left out, or be there twice.
void EngineManifestReaderTest::everyByteCounts()
{
    QFETCH(bool, sha256);
    const Scratch scratch(true);
    folder(scratch / "S");
    file(scratch / "S/a b", "hello");
    must(::link((scratch / "S/a b").c_str(), (scratch / "S/c").c_str()) == 0, "link");
    folder(scratch / "S/d");
    must(::symlink("../c", (scratch / "S/d/\xff").c_str()) == 0, "link");
    wire::ManifestOptions options;
    options.sha256 = sha256;
    options.excludes = {"*.tmp"};
    QVERIFY(write(scratch / "S", scratch / "m", options)->whole);
    const std::string good = content(scratch / "m");
    const std::string bad = scratch / "bad";
    const auto refused = [&](const std::string& bytes) {
        file(bad, bytes);
        const std::string code = codeOf(bad);
        return code.starts_with("manifest.");
    };
    QVERIFY(!refused(good));
    for (std::size_t at = 0; at < good.size(); ++at) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            std::string bytes = good;
            bytes[at] = static_cast<char>(bytes[at] ^ (1U << bit));
            QVERIFY2(refused(bytes), QByteArray::number(qulonglong(at)));
        }
        QVERIFY2(refused(std::string(good).erase(at, 1)), QByteArray::number(qulonglong(at)));
        QVERIFY2(refused(std::string(good).insert(at, 1, good[at])), QByteArray::number(qulonglong(at)));
    }
}

void EngineManifestReaderTest::everyCutIsSeen()
{
    const Scratch scratch(true);
    folder(scratch / "S");
    file(scratch / "S/a", "hello");
    folder(scratch / "S/d");
    file(scratch / "S/d/x", "");
    QVERIFY(write(scratch / "S", scratch / "m")->whole);
    const std::string good = content(scratch / "m");
    const std::string bad = scratch / "bad";
    for (std::size_t size = 0; size < good.size(); ++size) {
        file(bad, good.substr(0, size));
        const std::string code = codeOf(bad);
        const bool inFirst = size <= manifest::kFirstLine.size();
        QCOMPARE(code, std::string(inFirst ? "manifest.none" : "manifest.truncated"));
        // A comparison does not even begin.
        QCOMPARE(QByteArray::fromStdString(check(bad, scratch / "S").error().code), QByteArray::fromStdString(code));
    }
    file(bad, good + "\n");
    QCOMPARE(codeOf(bad), std::string("manifest.trailing"));
    file(bad, good + "x");
    QCOMPARE(codeOf(bad), std::string("manifest.trailing"));
    file(bad, good + good);
    QCOMPARE(codeOf(bad), std::string("manifest.trailing"));
}

void EngineManifestReaderTest::linesThatNobodyWrites_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, const std::string& lines, const char* code, std::int64_t entries = 1,
                        std::int64_t bytes = 0) {
        QTest::newRow(name) << QByteArray::fromStdString(byHand(lines, entries, bytes)) << QByteArray(code);
    };
    const std::string file = "f a mode=0644 uid=0 gid=0 mtime=5.000000000 size=0 hash=" + std::string(32, '0') + '\n';
    row("good", kRoot + linked("a"), "good");
    row("good file", kRoot + file, "good");
    row("good names beside a folder's", kRoot + dir("a") + linked("a/z") + linked("a-b") + linked("a.b"), "good", 4);
    row("twice", kRoot + linked("a") + linked("a"), "manifest.order", 2);
    row("out of order", kRoot + linked("b") + linked("a"), "manifest.order", 2);
    row("back into a folder", kRoot + dir("a") + linked("a/x") + linked("b") + linked("a/y"), "manifest.order", 4);
    row("by bytes instead of names", kRoot + dir("a") + linked("a-b") + linked("a/z"), "manifest.order", 3);
    row("without its folder", kRoot + linked("a/b"), "manifest.order");
    row("below a link", kRoot + linked("a") + linked("a/b"), "manifest.order", 2);
    row("absolute", kRoot + linked("/etc"), "manifest.path");
    row("climbing", kRoot + linked(".."), "manifest.path");
    row("climbing later", kRoot + dir("a") + linked("a/../x"), "manifest.path", 2);
    row("a dot", kRoot + linked("./a"), "manifest.path");
    row("empty names", kRoot + dir("a") + linked("a//b"), "manifest.path", 2);
    row("a slash at the end", kRoot + linked("a/"), "manifest.path");
    row("a NUL", kRoot + linked("a%00"), "manifest.path");
    row("a vast name", kRoot + linked(std::string(256, 'n')), "manifest.path");
    row("two roots", kRoot + kRoot, "manifest.order");
    row("no root", linked("a"), "manifest.garbled");
    row("nothing", "", "manifest.garbled", 0);
    row("a root that is a link", linked("."), "manifest.garbled", 0);
    row("too few", kRoot + linked("a"), "manifest.counts", 0);
    row("too many", kRoot + linked("a"), "manifest.counts", 2);
    row("other bytes", kRoot + linked("a"), "manifest.counts", 1, 1);
    row("an empty line", kRoot + "\n" + linked("a"), "manifest.garbled");
    row("another kind", kRoot + "x a mode=0777 uid=0 gid=0 mtime=5.000000000\n", "manifest.garbled");
    row("a space more", kRoot + linked("a", " "), "manifest.garbled");
    row("an unknown field", kRoot + linked("a", " color=red"), "manifest.garbled");
    row("a group that skips", kRoot + linked("a", " group=2"), "manifest.garbled");
    row("escaped without need", kRoot + linked("%61"), "manifest.garbled");
    row("escaped in small letters", kRoot + linked("%ff"), "manifest.garbled");
    row("escaped by half", kRoot + linked("a%F"), "manifest.garbled");
    row("bytes as they are", kRoot + linked("\xc3\xa9"), "manifest.garbled");
    row("a carriage return", kRoot + "d a mode=0755 uid=0 gid=0 mtime=5.000000000\r\n", "manifest.garbled");
    row("a vast number", kRoot + "d a mode=0755 uid=4294967296 gid=0 mtime=5.000000000\n", "manifest.garbled");
    row("zeros before", kRoot + "d a mode=0755 uid=00 gid=0 mtime=5.000000000\n", "manifest.garbled");
    row("a mode that is none", kRoot + "d a mode=17777 uid=0 gid=0 mtime=5.000000000\n", "manifest.garbled");
    row("a time that is none", kRoot + "d a mode=0755 uid=0 gid=0 mtime=5.1000000000\n", "manifest.garbled");
    row("no hash", kRoot + "f a mode=0644 uid=0 gid=0 mtime=5.000000000 size=0\n", "manifest.garbled");
    row("a negative size",
        kRoot + "f a mode=0644 uid=0 gid=0 mtime=5.000000000 size=-1 hash=" + std::string(32, '0') + '\n',
        "manifest.garbled");
    row("attributes out of order", kRoot + "d a mode=0755 uid=0 gid=0 mtime=5.000000000 xattr:b=1 xattr:a=2\n",
        "manifest.garbled");
    row("an attribute twice", kRoot + "d a mode=0755 uid=0 gid=0 mtime=5.000000000 xattr:a=1 xattr:a=2\n",
        "manifest.garbled");
    row("a very long line", kRoot + linked(std::string(manifest::kMostLine, 'n')), "manifest.line-too-long");
    row("a line without end", kRoot + std::string(3 * manifest::kMostLine, 'n'), "manifest.line-too-long");
    QTest::newRow("a later version") << QByteArray("bascule-manifest 2\n") << QByteArray("manifest.version");
    QTest::newRow("an endless first line")
        << QByteArray(qsizetype(2 * manifest::kMostLine), 'x') << QByteArray("manifest.none");
}

void EngineManifestReaderTest::linesThatNobodyWrites()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, code);
    const Scratch scratch(true);
    file(scratch / "m", bytes.toStdString());
    QCOMPARE(QByteArray::fromStdString(codeOf(scratch / "m")), code);
}

void EngineManifestReaderTest::whatIsNoManifest()
{
    const Scratch scratch(true);
    QCOMPARE(codeOf(scratch / "nothing"), std::string("path.missing"));
    QCOMPARE(codeOf(scratch.path()), std::string("path.not-a-file"));
    must(::mkfifo((scratch / "fifo").c_str(), 0600) == 0, "fifo");
    QCOMPARE(codeOf(scratch / "fifo"), std::string("path.not-a-file"));
    file(scratch / "text", "a text\n");
    QCOMPARE(codeOf(scratch / "text"), std::string("manifest.none"));
}

/// Memory does not grow with the number of paths.
void EngineManifestReaderTest::manyPaths()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("the sanitizers keep what was freed");
#endif
    const Scratch scratch;
    std::string lines = kRoot;
    constexpr int kFolders = 1000;
    constexpr int kNames = 300;
    for (int i = 0; i < kFolders; ++i) {
        const std::string name = "folder" + std::to_string(100'000 + i);
        lines += dir(name);
        for (int j = 0; j < kNames; ++j)
            lines += linked(name + "/name" + std::to_string(1000 + j));
    }
    const std::int64_t entries = std::int64_t{kFolders} * (kNames + 1);
    file(scratch / "m", byHand(lines, entries, 0));
    lines = std::string();
    lines.shrink_to_fit();
    const auto reader = ManifestReader::open(scratch / "m", {});
    QVERIFY(reader.ok());
    const auto resident = [] {
        const std::string text = content("/proc/self/statm");
        return std::strtoll(text.substr(text.find(' ')).c_str(), nullptr, 10) * 4096;
    };
    Inspected one;
    std::int64_t met = 0;
    std::int64_t early = 0;
    for (;; ++met) {
        const auto more = (*reader)->next(one);
        QVERIFY(more.ok());
        if (!*more)
            break;
        if (met == 1000)
            early = resident();
    }
    QCOMPARE(met, entries + 1 + kFolders + 1); // the root, and the ends
    const std::int64_t grown = resident() - early;
    QVERIFY2(grown < std::int64_t{2} * 1024 * 1024, QByteArray::number(qint64{grown}));
}

QTEST_GUILESS_MAIN(EngineManifestReaderTest)
#include "tst_engine_manifest_reader.moc"
