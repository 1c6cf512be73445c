// SPDX-License-Identifier: GPL-3.0-or-later
// Manifests: a tree against one differs as a tree against the tree itself, whatever changed; what was altered in one by
// a byte, cut off or put in is refused. The reader under random damage is in tst_engine_manifest_fuzz.cpp.
#include "Changer.h"

#include "core/engine/ManifestText.h"
#include "core/engine/wire/Comparison.h"
#include "core/engine/wire/Manifests.h"

#include <QTest>

#include <atomic>
#include <thread>

#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/resource.h>

using namespace bascule;
using namespace bascule::engine;
using namespace trees;

namespace {

QByteArray words(const Result<CompareReport>& report)
{
    if (!report)
        return QByteArray::fromStdString(report.error().code + ' ' + report.error().subject);
    QByteArray text = report->cancelled ? "cancelled\n" : report->equal ? "equal\n" : "";
    for (const Difference& one : report->differences)
        text += QByteArray::fromStdString(one.what + ':' + one.path + ' ' + one.detail + '\n');
    return text + "of " + QByteArray::number(qint64{report->differencesTotal}) + ", " +
           QByteArray::number(qint64{report->entries}) + " entries, " + QByteArray::fromStdString(report->leftRootHash);
}

Result<ManifestReport> write(const std::string& tree, const std::string& out, wire::ManifestOptions options = {},
                             wire::Helper* helper = nullptr)
{
    Counters counters;
    options.nowSeconds = 1'800'000'000;
    return wire::writeManifest({helper, tree, tree}, out, options, counters, {});
}

Result<CompareReport> check(const std::string& manifest, const std::string& tree, const CompareOptions& options = {},
                            wire::Helper* helper = nullptr)
{
    Counters counters;
    ManifestFacts facts;
    return wire::compareWithManifest(manifest, {helper, tree, tree}, options, facts, counters, {});
}

QByteArray said(const std::string& left, const std::string& right, const CompareOptions& options = {})
{
    Counters counters;
    return words(compare(left, right, options, counters, {}));
}

std::string codeOf(const std::string& manifest)
{
    const auto facts = verifyManifest(manifest, {});
    return facts ? "good" : facts.error().code;
}

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

class EngineManifestTest : public QObject
{
    Q_OBJECT

private slots:
    void sameAsCompare_data();
    void sameAsCompare();
    void changesAsCompare_data();
    void changesAsCompare();
    void equalTreesHaveOneRootHash();
    void sha256AsOthersSeeIt();
    void excludes();
    void whatCannotBeRead();
    void otherFileSystems();
    void whileItIsCompared_data();
    void whileItIsCompared();
    void neverOverAFile();
    void cancelled();
    void everyByteCounts_data();
    void everyByteCounts();
    void everyCutIsSeen();
    void linesThatNobodyWrites_data();
    void linesThatNobodyWrites();
    void whatIsNoManifest();
    void manyPaths();
};

void EngineManifestTest::sameAsCompare_data()
{
    QTest::addColumn<bool>("far");
    QTest::addColumn<bool>("sha256");
    QTest::newRow("here") << false << false;
    QTest::newRow("elsewhere") << true << false;
    QTest::newRow("here, SHA-256") << false << true;
    QTest::newRow("elsewhere, SHA-256") << true << true;
}

/// The zoo, its copy, and then every kind of difference at once.
void EngineManifestTest::sameAsCompare()
{
    QFETCH(bool, far);
    QFETCH(bool, sha256);
    const Scratch scratch;
    makeZoo(scratch / "S", true);
    const auto copied = run(scratch / "S", scratch / "D");
    QVERIFY2(copied && copied->verified, trees::words(copied));
    const auto near = far ? helper() : nullptr;
    const auto other = far ? helper() : nullptr;
    wire::ManifestOptions options;
    options.sha256 = sha256;
    const auto report = write(scratch / "S", scratch / "m", options, near.get());
    QVERIFY2(report, QByteArray::fromStdString(report ? "" : report.error().code + report.error().detail));
    QVERIFY(report->whole);
    QCOMPARE(codeOf(scratch / "m"), std::string("good"));
    struct stat info;
    QCOMPARE(::stat((scratch / "m").c_str(), &info), 0);
    QCOMPARE(info.st_mode & 07777U, 0600U);
    // The root of the comparison is made of contents too: with other hashes it is another one.
    const auto comparable = [&](QByteArray text) {
        if (!sha256)
            return text;
        text.truncate(text.lastIndexOf(' '));
        QByteArrayList lines = text.split('\n');
        for (QByteArray& line : lines) {
            if (line.startsWith("contents:"))
                line.truncate(line.indexOf(' '));
        }
        return lines.join('\n');
    };
    const auto both = [&] { return comparable(said(scratch / "S", scratch / "D")); };
    const auto checked = [&] { return comparable(words(check(scratch / "m", scratch / "D", {}, other.get()))); };
    QVERIFY2(checked().startsWith("equal\nof 0, "), checked());
    QCOMPARE(checked(), both());

    must(::chmod((scratch / "D/one").c_str(), 0751) == 0, "chmod");
    touch(scratch / "D/block", 5, 5);
    must(::unlink((scratch / "D/links/dangling").c_str()) == 0 &&
             ::symlink("else where", (scratch / "D/links/dangling").c_str()) == 0,
         "link");
    file(scratch / "D/limit", "shorter");
    const int fd = ::open((scratch / "D/large").c_str(), O_WRONLY | O_CLOEXEC);
    must(::pwrite(fd, "?", 1, 1'000'000) == 1 && ::close(fd) == 0, "write");
    if (exists(scratch / "D/attributes/xattr"))
        must(::setxattr((scratch / "D/attributes/xattr").c_str(), "user.small", "w", 1, 0) == 0, "xattr");
    if (exists(scratch / "D/attributes/default-acl"))
        must(::removexattr((scratch / "D/attributes/default-acl").c_str(), "system.posix_acl_default") == 0, "acl");
    if (isRoot())
        must(::lchown((scratch / "D/links/soft").c_str(), 3, 4) == 0, "chown");
    if (exists(scratch / "D/privileged/null"))
        must(::unlink((scratch / "D/privileged/null").c_str()) == 0 &&
                 ::mknod((scratch / "D/privileged/null").c_str(), S_IFCHR | 0666, makedev(1, 5)) == 0,
             "node");
    must(::unlink((scratch / "D/links/two/a").c_str()) == 0, "unlink");
    file(scratch / "D/links/two/a", "shared");
    must(::unlink((scratch / "D/empty").c_str()) == 0, "unlink");
    folder(scratch / "D/empty");
    file(scratch / "D/empty/in", "x");
    must(::rmdir((scratch / "D/empty-folder").c_str()) == 0, "rmdir");
    file(scratch / "D/names/extra", "x");
    const QByteArray differences = checked();
    QCOMPARE(differences, both());
    for (const char* what :
         {"mode:", "mtime:", "link-target:", "size:", "contents:", "hard-links:", "type:", "only-left:", "only-right:"})
        QVERIFY2(differences.contains(what), what);
}

void EngineManifestTest::changesAsCompare_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void EngineManifestTest::changesAsCompare()
{
    QFETCH(unsigned, seed);
    const Scratch scratch(true);
    folder(scratch / "S");
    Changer(scratch / "S", seed).change(60);
    const auto copied = run(scratch / "S", scratch / "D");
    QVERIFY2(copied && copied->verified, trees::words(copied));
    Changer left(scratch / "S", seed + 100);
    Changer right(scratch / "D", seed + 200);
    for (int round = 0; round < 4; ++round) {
        wire::ManifestOptions options;
        options.replace = true;
        const auto report = write(scratch / "S", scratch / "m", options);
        QVERIFY(report && report->whole);
        const QByteArray both = said(scratch / "S", scratch / "D");
        QCOMPARE(words(check(scratch / "m", scratch / "D")), both);
        QCOMPARE(both.startsWith("equal\n"), round == 0);
        QVERIFY(words(check(scratch / "m", scratch / "S")).startsWith("equal\n"));
        left.change(3);
        right.change(8);
    }
}

void EngineManifestTest::equalTreesHaveOneRootHash()
{
    const Scratch scratch;
    makeZoo(scratch / "S");
    QVERIFY(run(scratch / "S", scratch / "D")->verified);
    const auto one = write(scratch / "S", scratch / "m1");
    const auto two = write(scratch / "D", scratch / "m2");
    QCOMPARE(one->totals.rootHash, two->totals.rootHash);
    QVERIFY(content(scratch / "m1") != content(scratch / "m2")); // made of another folder
    const auto facts = verifyManifest(scratch / "m1", {});
    QVERIFY(facts.ok());
    QCOMPARE(facts->totals.rootHash, one->totals.rootHash);
    QCOMPARE(facts->totals.entries, one->totals.entries);
    QCOMPARE(facts->header.root, scratch / "S");
    QCOMPARE(facts->header.madeSeconds, std::int64_t{1'800'000'000});
    must(::chmod((scratch / "D/one").c_str(), 0600) == 0, "chmod");
    wire::ManifestOptions options;
    options.replace = true;
    QVERIFY(write(scratch / "D", scratch / "m2", options)->totals.rootHash != one->totals.rootHash);
}

/// Hashes of files, and of the lines, are what sha256sum says.
void EngineManifestTest::sha256AsOthersSeeIt()
{
    const Scratch scratch;
    folder(scratch / "S");
    file(scratch / "S/empty", "");
    file(scratch / "S/some", "some\n");
    file(scratch / "S/large", noise(5 * 1024 * 1024 + 3, 7));
    sparseFile(scratch / "S/sparse");
    file(scratch / "S/hole", "");
    must(::truncate((scratch / "S/hole").c_str(), 3 * 1024 * 1024 + 5) == 0, "hole");
    wire::ManifestOptions options;
    options.sha256 = true;
    const auto report = write(scratch / "S", scratch / "m", options);
    QVERIFY(report && report->whole);
    const QByteArray text = QByteArray::fromStdString(content(scratch / "m"));
    for (const char* name : {"empty", "some", "large", "sparse", "hole"}) {
        const QByteArray hash =
            output(QStringLiteral("sha256sum"), {QFile::decodeName((scratch / "S/" + name).c_str())}).left(64);
        bool found = false;
        for (const QByteArray& line : text.split('\n'))
            found = found || (line.startsWith(QByteArray("f ") + name + ' ') && line.endsWith(" hash=" + hash));
        QVERIFY2(found, name);
    }
    const QString file = QFile::decodeName((scratch / "m").c_str());
    const auto shell = [&](const char* line) {
        return output(QStringLiteral("sh"), {QStringLiteral("-c"), QString::fromLatin1(line), file}).left(64);
    };
    QCOMPARE(shell("sed '1,/^paths$/d; /^end$/,$d' \"$0\" | sha256sum"),
             QByteArray::fromStdString(report->totals.rootHash));
    QVERIFY(text.endsWith("\nfile-hash " + shell("sed '$d' \"$0\" | sha256sum") + '\n'));
}

void EngineManifestTest::excludes()
{
    const Scratch scratch;
    makeZoo(scratch / "S");
    folder(scratch / "D");
    wire::ManifestOptions options;
    options.excludes = {"/links/", "b*"};
    QVERIFY(write(scratch / "S", scratch / "m", options)->whole);
    QVERIFY(!QByteArray::fromStdString(content(scratch / "m")).contains(" links/"));
    QVERIFY(words(check(scratch / "m", scratch / "S")).startsWith("equal\nof 0, "));
    SyncOptions all;
    all.excludes = options.excludes;
    all.excludes.emplace_back("/attributes");
    all.excludes.emplace_back("l*");
    const auto copied = run(scratch / "S", scratch / "D", all);
    QVERIFY2(copied && copied->verified, trees::words(copied));
    CompareOptions more;
    more.excludes = all.excludes;
    const QByteArray both = said(scratch / "S", scratch / "D", more);
    QVERIFY2(both.startsWith("equal\n"), both);
    more.excludes = {"/attributes", "l*"};
    QCOMPARE(words(check(scratch / "m", scratch / "D", more)), both);
}

void EngineManifestTest::whatCannotBeRead()
{
    if (isRoot())
        QSKIP("root may read everything");
    const Scratch scratch;
    folder(scratch / "S");
    file(scratch / "S/closed", "x", 0000);
    folder(scratch / "S/folder", 0000);
    QVERIFY(run(scratch / "S", scratch / "D").ok());
    const auto report = write(scratch / "S", scratch / "m");
    QVERIFY(report.ok());
    QVERIFY(!report->whole);
    QCOMPARE(report->totals.notRead, std::int64_t{2});
    QCOMPARE(report->notRead[0].path, std::string("closed"));
    QCOMPARE(report->notRead[0].reason, std::string("path.denied"));
    QCOMPARE(codeOf(scratch / "m"), std::string("good"));
    const QByteArray found = words(check(scratch / "m", scratch / "S"));
    QCOMPARE(found, said(scratch / "S", scratch / "S"));
    QVERIFY2(found.contains("unreadable:closed"), found);
}

void EngineManifestTest::otherFileSystems()
{
    const Scratch scratch;
    folder(scratch / "S");
    folder(scratch / "S/mounted");
    file(scratch / "S/after", "a");
    if (!isRoot() || ::mount("tmpfs", (scratch / "S/mounted").c_str(), "tmpfs", 0, "size=1m") != 0)
        QSKIP("may not mount");
    file(scratch / "S/mounted/in", "x");
    const auto report = write(scratch / "S", scratch / "m");
    const QByteArray found = words(check(scratch / "m", scratch / "S"));
    const QByteArray both = said(scratch / "S", scratch / "S");
    ::umount((scratch / "S/mounted").c_str());
    QVERIFY(report && !report->whole);
    QCOMPARE(report->notRead.size(), 1U);
    QCOMPARE(report->notRead[0].reason, std::string("mount.boundary"));
    QCOMPARE(codeOf(scratch / "m"), std::string("good"));
    QCOMPARE(found, both);
}

void EngineManifestTest::whileItIsCompared_data()
{
    QTest::addColumn<bool>("near");
    QTest::addColumn<bool>("far");
    QTest::newRow("both here") << false << false;
    QTest::newRow("from elsewhere") << true << false;
    QTest::newRow("to elsewhere") << false << true;
    QTest::newRow("both elsewhere") << true << true;
}

/// From one reading: the report of a comparison, and the manifest that the right side has alone.
void EngineManifestTest::whileItIsCompared()
{
    QFETCH(bool, near);
    QFETCH(bool, far);
    const Scratch scratch;
    makeZoo(scratch / "S", true);
    QVERIFY(run(scratch / "S", scratch / "D")->verified);
    const auto one = near ? helper() : nullptr;
    const auto other = far ? helper() : nullptr;
    std::optional<Result<ManifestReport>> written;
    const auto compared = [&](const std::string& out, bool wanted) {
        Counters counters;
        written.reset();
        return words(wire::compareAndWrite({one.get(), scratch / "S", scratch / "S"},
                                           {other.get(), scratch / "D", scratch / "D"}, {}, out, {},
                                           [&](const CompareReport&) { return wanted; }, written, counters, {}));
    };
    QCOMPARE(compared(scratch / "m", true), said(scratch / "S", scratch / "D"));
    QVERIFY(written && *written && (*written)->whole);
    QCOMPARE((*written)->totals.rootHash, write(scratch / "D", scratch / "alone")->totals.rootHash);
    QCOMPARE(codeOf(scratch / "m"), std::string("good"));
    // Where it cannot be written the comparison is what it was.
    QCOMPARE(compared(scratch / "m", true), said(scratch / "S", scratch / "D"));
    QCOMPARE(written->error().code, std::string("path.exists"));
    QCOMPARE(compared(scratch / "no/m", true), said(scratch / "S", scratch / "D"));
    QCOMPARE(written->error().code, std::string("path.missing"));
    file(scratch / "D/extra", "x");
    QCOMPARE(compared(scratch / "m2", false), said(scratch / "S", scratch / "D"));
    QVERIFY(!written);
    QVERIFY(!exists(scratch / "m2"));
    QCOMPARE(leftovers(scratch.path()), QByteArray());
}

void EngineManifestTest::neverOverAFile()
{
    const Scratch scratch;
    folder(scratch / "S");
    file(scratch / "m", "mine");
    const auto refused = write(scratch / "S", scratch / "m");
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, std::string("path.exists"));
    QCOMPARE(content(scratch / "m"), std::string("mine"));
    wire::ManifestOptions options;
    options.replace = true;
    QVERIFY(write(scratch / "S", scratch / "m", options).ok());
    QCOMPARE(codeOf(scratch / "m"), std::string("good"));
    const auto inside = write(scratch / "S", scratch / "S/m");
    QVERIFY(!inside);
    QCOMPARE(inside.error().code, std::string("manifest.inside-folder"));
    const auto missing = write(scratch / "nothing", scratch / "m2");
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, std::string("path.missing"));
    QVERIFY(!exists(scratch / "m2"));
    QCOMPARE(leftovers(scratch.path()), QByteArray());
}

void EngineManifestTest::cancelled()
{
    const Scratch scratch;
    folder(scratch / "S");
    for (int i = 0; i < 3000; ++i)
        file(scratch / ("S/f" + std::to_string(i)), "x");
    for (const bool far : {false, true}) {
        const auto near = far ? helper() : nullptr;
        for (const std::int64_t after : {0, 1, 1000}) {
            Counters counters;
            std::stop_source stop;
            std::jthread watcher([&](const std::stop_token& done) {
                while (counters.itemsDone < after && !done.stop_requested())
                    std::this_thread::yield();
                stop.request_stop();
            });
            const auto report =
                wire::writeManifest({near.get(), scratch / "S", "S"}, scratch / "m", {}, counters, stop.get_token());
            watcher.request_stop();
            watcher.join();
            // It may have been quicker than who stops it.
            QVERIFY(report ? report->cancelled != exists(scratch / "m") : report.error().code == "call.cancelled");
            if (exists(scratch / "m"))
                must(::unlink((scratch / "m").c_str()) == 0, "unlink");
            QCOMPARE(leftovers(scratch.path()), QByteArray());
        }
    }
}

void EngineManifestTest::everyByteCounts_data()
{
    QTest::addColumn<bool>("sha256");
    QTest::newRow("XXH3") << false;
    QTest::newRow("SHA-256") << true;
}

/// No byte can become another one, be left out, or be there twice.
void EngineManifestTest::everyByteCounts()
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

void EngineManifestTest::everyCutIsSeen()
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

void EngineManifestTest::linesThatNobodyWrites_data()
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

void EngineManifestTest::linesThatNobodyWrites()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, code);
    const Scratch scratch(true);
    file(scratch / "m", bytes.toStdString());
    QCOMPARE(QByteArray::fromStdString(codeOf(scratch / "m")), code);
}

void EngineManifestTest::whatIsNoManifest()
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
void EngineManifestTest::manyPaths()
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

QTEST_GUILESS_MAIN(EngineManifestTest)
#include "tst_engine_manifest.moc"
