// SPDX-License-Identifier: GPL-3.0-or-later
// One of everything, copied: judged by rsync, by find, and by the engine's own comparison.
#include "tests/unit/engine/Oracles.h"

#include "core/engine/Compare.h"

using namespace trees;

class TestEngineZoo : public QObject
{
    Q_OBJECT

private slots:
    void copiesEverything_data();
    void copiesEverything();
    void longPaths();
    void vastHole();
    void manyLinks();
    void linksComeApart();
    void linksAreChangedInPlace();
    void linkLeavingTheScope();
    void attributesAlone();
    void checksumFindsWhatTimesHide();
    void socketsAreListed();
};

namespace {

QByteArray comparison(const std::string& left, const std::string& right)
{
    Counters counters;
    const Result<CompareReport> report = compare(left, right, {}, counters, {});
    if (!report)
        return QByteArray::fromStdString(report.error().code);
    QByteArray text = report->equal ? "" : "not equal\n";
    for (const Difference& one : report->differences)
        text += QByteArray::fromStdString(one.what + " " + one.path + " " + one.detail + "\n");
    return text;
}

} // namespace

void TestEngineZoo::copiesEverything_data()
{
    QTest::addColumn<bool>("sourceInMemory");
    QTest::addColumn<bool>("targetInMemory");
    QTest::addColumn<bool>("durable");
    QTest::newRow("disk to disk") << false << false << true;
    QTest::newRow("disk to disk, at once") << false << false << false;
    QTest::newRow("memory to memory") << true << true << true;
    QTest::newRow("disk to memory") << false << true << true;
    QTest::newRow("memory to disk") << true << false << true;
}

void TestEngineZoo::copiesEverything()
{
    QFETCH(bool, sourceInMemory);
    QFETCH(bool, targetInMemory);
    QFETCH(bool, durable);
    const Scratch from(sourceInMemory);
    const Scratch to(targetInMemory);
    const std::string source = from / "S";
    const std::string target = to / "D";
    makeZoo(source);
    const std::set<QByteArray> before = shape(source);

    SyncOptions options;
    options.durable = durable;
    const auto first = run(source, target, options);
    if (takesXattr(from.path(), "user.t") && !takesXattr(to.path(), "user.t")) {
        // Before Linux 6.6 a file system in memory keeps no user attributes: that has to be said, and nothing else.
        QVERIFY(first.ok() && !first->verified && first->skippedTotal > 0);
        for (const SkippedItem& item : first->skipped)
            QCOMPARE(QByteArray::fromStdString(item.reason), QByteArray("metadata.xattr-not-kept"));
        return;
    }
    QCOMPARE(words(first), QByteArray());
    QVERIFY(first.ok() && first->verified);
    QCOMPARE(rsyncDifference(source, target), QByteArray());
    QCOMPARE(outsideDifference(source, target), QByteArray());
    // Blocks are counted differently by different file systems; links are not.
    if (sourceInMemory == targetInMemory)
        QCOMPARE(shapeDifference(shape(target), before), QByteArray());
    QCOMPARE(comparison(source, target), QByteArray());
    QCOMPARE(leftovers(target), QByteArray());

    const auto second = run(source, target, options);
    QVERIFY2(second.ok() && second->verified, words(second).constData());
    QCOMPARE(second->transferred, 0);
    QCOMPARE(second->created + second->replaced + second->metadataOnly + second->deleted, 0);
    QCOMPARE(second->unchanged, second->entries);
}

void TestEngineZoo::longPaths()
{
    const Scratch scratch;
    makeZoo(scratch / "S", true);
    const auto first = run(scratch / "S", scratch / "D");
    QCOMPARE(words(first), QByteArray());
    QVERIFY(first->verified);
    QCOMPARE(comparison(scratch / "S", scratch / "D"), QByteArray());
    const auto second = run(scratch / "S", scratch / "D");
    QVERIFY(second->verified);
    QCOMPARE(second->unchanged, second->entries);
}

void TestEngineZoo::vastHole()
{
    const Scratch scratch;
    folder(scratch / "S");
    file(scratch / "S/vast", "start");
    QCOMPARE(::truncate((scratch / "S/vast").c_str(), 1LL << 40), 0);
    const auto result = run(scratch / "S", scratch / "D");
    QCOMPARE(words(result), QByteArray());
    QVERIFY(result->verified);
    QVERIFY(result->transferred < 1024 * 1024);
    QCOMPARE(shapeDifference(shape(scratch / "D"), shape(scratch / "S")), QByteArray());
    QCOMPARE(comparison(scratch / "S", scratch / "D"), QByteArray());
}

void TestEngineZoo::manyLinks()
{
    const Scratch scratch(true);
    folder(scratch / "S");
    file(scratch / "S/first", "linked ten thousand times");
    for (int i = 0; i < 10'000; ++i) {
        const std::string dir = scratch / ("S/d" + std::to_string(i % 50));
        if (i < 50)
            folder(dir);
        QCOMPARE(::link((scratch / "S/first").c_str(), (dir + "/l" + std::to_string(i)).c_str()), 0);
    }
    const auto first = run(scratch / "S", scratch / "D");
    QCOMPARE(words(first), QByteArray());
    QCOMPARE(shapeDifference(shape(scratch / "D"), shape(scratch / "S")), QByteArray());
    QCOMPARE(outsideDifference(scratch / "S", scratch / "D"), QByteArray());
    QCOMPARE(rsyncDifference(scratch / "S", scratch / "D"), QByteArray());
    const auto second = run(scratch / "S", scratch / "D");
    QCOMPARE(second->unchanged, second->entries);
}

void TestEngineZoo::linksComeApart()
{
    const Scratch scratch(true);
    folder(scratch / "S");
    folder(scratch / "D");
    for (const char* name : {"a", "b", "c", "d"}) {
        file(scratch / (std::string("S/") + name), "same");
        touch(scratch / (std::string("S/") + name), 1000, 0);
    }
    QCOMPARE(::unlink((scratch / "S/d").c_str()), 0);
    QCOMPARE(::link((scratch / "S/c").c_str(), (scratch / "S/d").c_str()), 0);
    file(scratch / "D/a", "same");
    touch(scratch / "D/a", 1000, 0);
    for (const char* name : {"b", "c", "extra"})
        QCOMPARE(::link((scratch / "D/a").c_str(), (scratch / (std::string("D/") + name)).c_str()), 0);
    SyncOptions options;
    options.deleteExtra = true;
    const auto result = run(scratch / "S", scratch / "D", options);
    QCOMPARE(words(result), QByteArray());
    QCOMPARE(shapeDifference(shape(scratch / "D"), shape(scratch / "S")), QByteArray());
    QCOMPARE(rsyncDifference(scratch / "S", scratch / "D"), QByteArray());
    QCOMPARE(run(scratch / "S", scratch / "D", options)->transferred, 0);
}

void TestEngineZoo::linksAreChangedInPlace()
{
    const Scratch scratch(true);
    makeZoo(scratch / "S");
    QVERIFY(run(scratch / "S", scratch / "D")->verified);
    QCOMPARE(::chmod((scratch / "S/links/one/a").c_str(), 0604), 0);
    const auto result = run(scratch / "S", scratch / "D");
    QCOMPARE(words(result), QByteArray());
    QCOMPARE(result->transferred, 0);
    QCOMPARE(result->metadataOnly, 1);
    QCOMPARE(shapeDifference(shape(scratch / "D"), shape(scratch / "S")), QByteArray());
    QCOMPARE(rsyncDifference(scratch / "S", scratch / "D"), QByteArray());
}

void TestEngineZoo::linkLeavingTheScope()
{
    const Scratch scratch(true);
    folder(scratch / "S");
    folder(scratch / "D");
    file(scratch / "outside", "x");
    touch(scratch / "outside", 1000, 0);
    QCOMPARE(::link((scratch / "outside").c_str(), (scratch / "S/in").c_str()), 0);
    QVERIFY(run(scratch / "S", scratch / "D")->verified);
    QCOMPARE(rsyncDifference(scratch / "S", scratch / "D"), QByteArray());
    // A name outside of the target that shares its inode must not be changed through it.
    QCOMPARE(::link((scratch / "D/in").c_str(), (scratch / "copy").c_str()), 0);
    QCOMPARE(::chmod((scratch / "S/in").c_str(), 0600), 0);
    QVERIFY(run(scratch / "S", scratch / "D")->verified);
    QCOMPARE(rsyncDifference(scratch / "S", scratch / "D"), QByteArray());
    struct stat info;
    QCOMPARE(::stat((scratch / "copy").c_str(), &info), 0);
    QCOMPARE(info.st_mode & 07777U, 0644U);
}

void TestEngineZoo::attributesAlone()
{
    const Scratch scratch(true);
    makeZoo(scratch / "S");
    QVERIFY(run(scratch / "S", scratch / "D")->verified);
    QCOMPARE(::chmod((scratch / "S/one").c_str(), 0611), 0);
    QCOMPARE(::chmod((scratch / "S/large").c_str(), 0600), 0);
    QCOMPARE(::chmod((scratch / "S/empty-folder").c_str(), 0700), 0);
    touch(scratch / "S/links/dangling", 54321, 9);
    int changes = 4;
    if (exists(scratch / "S/attributes/xattr")) {
        QCOMPARE(::removexattr((scratch / "S/attributes/xattr").c_str(), "user.large"), 0);
        QCOMPARE(::setxattr((scratch / "S/attributes/xattr").c_str(), "user.new", "n", 1, 0), 0);
        ++changes;
    }
    if (exists(scratch / "S/attributes/default-acl")) {
        QCOMPARE(::removexattr((scratch / "S/attributes/acl").c_str(), "system.posix_acl_access"), 0);
        QVERIFY(setAcl(scratch / "S/attributes/default-acl", "system.posix_acl_default", acl(6, 54321, 4)));
        changes += 2;
    }
    if (isRoot()) {
        QCOMPARE(::lchown((scratch / "S/privileged/link").c_str(), 5, 6), 0);
        QCOMPARE(::chown((scratch / "S/privileged/setuid").c_str(), 7, 8), 0);
        QCOMPARE(::chmod((scratch / "S/privileged/setuid").c_str(), 06755), 0);
        changes += 2;
    }
    const auto result = run(scratch / "S", scratch / "D");
    QCOMPARE(words(result), QByteArray());
    QCOMPARE(result->transferred, 0);
    QCOMPARE(result->metadataOnly, changes);
    QCOMPARE(outsideDifference(scratch / "S", scratch / "D"), QByteArray());
    QCOMPARE(rsyncDifference(scratch / "S", scratch / "D"), QByteArray());
    QCOMPARE(comparison(scratch / "S", scratch / "D"), QByteArray());
}

void TestEngineZoo::checksumFindsWhatTimesHide()
{
    const Scratch scratch(true);
    makeZoo(scratch / "S");
    QVERIFY(run(scratch / "S", scratch / "D")->verified);
    struct stat info;
    QCOMPARE(::stat((scratch / "D/block").c_str(), &info), 0);
    const int fd = ::open((scratch / "D/block").c_str(), O_WRONLY | O_CLOEXEC);
    QCOMPARE(::pwrite(fd, "rot", 3, 100), 3);
    ::close(fd);
    touch(scratch / "D/block", info.st_mtim.tv_sec, info.st_mtim.tv_nsec);
    QCOMPARE(run(scratch / "S", scratch / "D")->replaced, 0);
    QVERIFY(comparison(scratch / "S", scratch / "D").contains("contents block"));
    SyncOptions options;
    options.checksum = true;
    const auto result = run(scratch / "S", scratch / "D", options);
    QCOMPARE(words(result), QByteArray());
    QCOMPARE(result->replaced, 1);
    QCOMPARE(comparison(scratch / "S", scratch / "D"), QByteArray());
    QCOMPARE(run(scratch / "S", scratch / "D", options)->transferred, 0);
}

void TestEngineZoo::socketsAreListed()
{
    const Scratch scratch(true);
    folder(scratch / "S");
    file(scratch / "S/file", "x");
    QCOMPARE(::mknod((scratch / "S/socket").c_str(), S_IFSOCK | 0600, 0), 0);
    const auto result = run(scratch / "S", scratch / "D");
    QVERIFY(result.ok());
    QCOMPARE(words(result), QByteArray("kind.socket socket \n"));
    QVERIFY(!result->verified);
    QVERIFY(exists(scratch / "D/file"));
    QVERIFY(!exists(scratch / "D/socket"));
}

QTEST_GUILESS_MAIN(TestEngineZoo)
#include "tst_engine_zoo.moc"
