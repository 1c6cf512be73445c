// SPDX-License-Identifier: GPL-3.0-or-later
// Manifests: a tree against one differs as a tree against the tree itself, whatever changed; one is there as a whole or
// not at all. What was altered in one is refused: tst_engine_manifest_reader.cpp, and under random damage
// tst_engine_manifest_fuzz.cpp.
#include "Changer.h"
#include "Manifested.h"

#include "core/engine/Io.h"

#include <QTest>

#include <atomic>
#include <thread>

#include <sys/mount.h>

using namespace bascule;
using namespace bascule::engine;
using namespace trees;
using manifested::check;
using manifested::codeOf;
using manifested::said;
using manifested::words;
using manifested::write;

namespace {

/// Lets the n-th call that changes a file system fail.
struct Fault
{
    explicit Fault(int nth)
        : left(nth)
    {
        io::setHook([](const char*, void* self) { return --static_cast<Fault*>(self)->left == 0 ? ENOSPC : 0; }, this);
    }
    ~Fault() { io::setHook(nullptr, nullptr); }
    Fault(const Fault&) = delete;
    Fault& operator=(const Fault&) = delete;
    bool met() const { return left <= 0; }

    std::atomic<int> left;
};

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
    void everyCallFails();
    void cancelled();
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

/// Whatever fails, a manifest is whole or not there, and what was there before is one of both.
void EngineManifestTest::everyCallFails()
{
    const Scratch scratch;
    folder(scratch / "S");
    for (int i = 0; i < 3000; ++i)
        must(::symlink(std::string(200, 'x').c_str(), (scratch / ("S/l" + std::to_string(i))).c_str()) == 0, "link");
    int failures = 0;
    for (const bool over : {false, true}) {
        bool met = true;
        for (int nth = 1; met; ++nth) {
            ::unlink((scratch / "m").c_str());
            if (over)
                file(scratch / "m", "before");
            wire::ManifestOptions options;
            options.replace = over;
            std::optional<Result<ManifestReport>> report;
            {
                const Fault fault(nth);
                report = write(scratch / "S", scratch / "m", options);
                met = fault.met();
            }
            QCOMPARE(report->ok(), !met);
            failures += met ? 1 : 0;
            const bool isWhole = exists(scratch / "m") && codeOf(scratch / "m") == "good";
            QVERIFY(isWhole || (over ? content(scratch / "m") == "before" : !exists(scratch / "m")));
            QVERIFY(isWhole || met);
            QCOMPARE(leftovers(scratch.path()), QByteArray());
        }
    }
    QVERIFY2(failures >= 12, QByteArray::number(failures)); // create, writes, mode, disk, name, folder
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

QTEST_GUILESS_MAIN(EngineManifestTest)
#include "tst_engine_manifest.moc"
