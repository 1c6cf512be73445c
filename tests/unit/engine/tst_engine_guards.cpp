// SPDX-License-Identifier: GPL-3.0-or-later
// Where a sync must not reach: other file systems, frozen folders, others' files, what it may not read or write.
#include "tests/unit/engine/Trees.h"

#include "core/engine/Freeze.h"

#include <sys/file.h>
#include <sys/mount.h>

using namespace trees;

class TestEngineGuards : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void refusalsThroughBindMounts();
    void linksAreNotFollowed();
    void leftoversOfOursOnly();
    void frozenTargets();
    void unreadableItems();
    void mountsAreABoundary();
    void immutableTargets();
    void plainUserInClosedFolders();

private:
    std::unique_ptr<Scratch> m_state;
};

void TestEngineGuards::initTestCase()
{
    m_state = std::make_unique<Scratch>();
    qputenv("BASCULE_STATE_DIR", QByteArray::fromStdString(m_state->path()));
}

void TestEngineGuards::refusalsThroughBindMounts()
{
    const Scratch scratch;
    folder(scratch / "S");
    folder(scratch / "S/sub");
    folder(scratch / "bound");
    file(scratch / "S/file", "x");
    if (::mount((scratch / "S/sub").c_str(), (scratch / "bound").c_str(), nullptr, MS_BIND, nullptr) != 0) {
        QVERIFY(!isRoot() || errno == EPERM); // not everybody may mount; then there is nothing to see through
        return;
    }
    const QByteArray inside = code(run(scratch / "S", scratch / "bound"));
    const QByteArray around = code(run(scratch / "bound", scratch / "S"));
    ::umount((scratch / "bound").c_str());
    QCOMPARE(inside, QByteArray("sync.target-inside-source"));
    QCOMPARE(around, QByteArray("sync.source-inside-target"));
}

void TestEngineGuards::linksAreNotFollowed()
{
    const Scratch scratch;
    folder(scratch / "S");
    folder(scratch / "S/dir");
    file(scratch / "S/dir/file", "x");
    folder(scratch / "D");
    folder(scratch / "outside");
    must(::symlink("../outside", (scratch / "D/dir").c_str()) == 0, "link");
    QVERIFY(run(scratch / "S", scratch / "D")->verified);
    QVERIFY(!exists(scratch / "outside/file"));
    QCOMPARE(rsyncDifference(scratch / "S", scratch / "D"), QByteArray());
}

void TestEngineGuards::leftoversOfOursOnly()
{
    const Scratch scratch;
    makeZoo(scratch / "S");
    QVERIFY(run(scratch / "S", scratch / "D")->verified);
    // Others' files that look like ours: no lock, a lock that is a copy, a lock that somebody else wrote.
    file(scratch / "D/.bascule-00000000000000aa-0000000001.part", "theirs");
    file(scratch / "D/.bascule-00000000000000bb-0000000001.part", "theirs");
    file(scratch / "D/.bascule-00000000000000bb.lock", "bascule run\nroot 1 lock 2\n", 0600);
    file(scratch / "D/.bascule-00000000000000cc.lock", "", 0600);
    // One of ours, as a kill leaves it, in the root and below; and one of a run that goes on.
    struct stat root;
    QCOMPARE(::stat((scratch / "D").c_str(), &root), 0);
    const auto lock = [&](const std::string& name) {
        file(scratch / ("D/" + name), "", 0600);
        struct stat self;
        must(::stat((scratch / ("D/" + name)).c_str(), &self) == 0, name);
        file(scratch / ("D/" + name),
             "bascule run\nroot " + std::to_string(root.st_ino) + " lock " + std::to_string(self.st_ino) + "\n", 0600);
    };
    lock(".bascule-00000000000000dd.lock");
    file(scratch / "D/.bascule-00000000000000dd-0000000001.part", "ours");
    file(scratch / "D/links/one/.bascule-00000000000000dd-000000000a.part", "ours");
    file(scratch / "D/links/one/.bascule-00000000000000dd-000000000A.part", "not our spelling");
    lock(".bascule-00000000000000ee.lock");
    file(scratch / "D/.bascule-00000000000000ee-0000000001.part", "of a run that goes on");
    const int held = ::open((scratch / "D/.bascule-00000000000000ee.lock").c_str(), O_RDONLY | O_CLOEXEC);
    QCOMPARE(::flock(held, LOCK_EX), 0);
    QVERIFY(run(scratch / "S", scratch / "D")->verified);
    QVERIFY(!exists(scratch / "D/.bascule-00000000000000dd.lock"));
    QVERIFY(!exists(scratch / "D/.bascule-00000000000000dd-0000000001.part"));
    QVERIFY(!exists(scratch / "D/links/one/.bascule-00000000000000dd-000000000a.part"));
    QVERIFY(exists(scratch / "D/links/one/.bascule-00000000000000dd-000000000A.part"));
    for (const char* name :
         {"aa-0000000001.part", "bb-0000000001.part", "bb.lock", "cc.lock", "ee-0000000001.part", "ee.lock"})
        QVERIFY2(exists(scratch / (std::string("D/.bascule-00000000000000") + name)), name);
    // Even where everything extra goes, a run that goes on keeps its own.
    SyncOptions options;
    options.deleteExtra = true;
    QVERIFY(run(scratch / "S", scratch / "D", options)->verified);
    QVERIFY(exists(scratch / "D/.bascule-00000000000000ee-0000000001.part"));
    QVERIFY(!exists(scratch / "D/.bascule-00000000000000aa-0000000001.part"));
    ::close(held);
    QVERIFY(run(scratch / "S", scratch / "D", options)->verified);
    QCOMPARE(rsyncDifference(scratch / "S", scratch / "D"), QByteArray());
}

void TestEngineGuards::frozenTargets()
{
    const Scratch scratch;
    folder(scratch / "S");
    file(scratch / "S/a", "x");
    folder(scratch / "D");
    folder(scratch / "D/sub");
    QVERIFY(freeze(scratch / "D", {"run-1", "cutover", 5}).ok());
    QVERIFY(freeze(scratch / "D", {"run-1", "cutover", 6}).ok());
    QCOMPARE(freeze(scratch / "D", {"run-2", "cutover", 7}).error().code, std::string("freeze.held"));
    QCOMPARE(frozenBy(scratch / "D")->value().owner, std::string("run-1"));
    const auto refused = [&](const std::string& target, const std::string& owner) {
        SyncOptions options;
        options.freezeOwner = owner;
        return code(run(scratch / "S", target, options));
    };
    QCOMPARE(refused(scratch / "D", ""), QByteArray("sync.target-frozen"));
    QCOMPARE(refused(scratch / "D", "run-2"), QByteArray("sync.target-frozen"));
    QCOMPARE(refused(scratch / "D/sub", ""), QByteArray("sync.target-frozen"));
    QCOMPARE(refused(scratch / "D/new", ""), QByteArray("sync.target-frozen"));
    QVERIFY(!exists(scratch / "D/new"));
    QCOMPARE(refused(scratch / "D", "run-1"), QByteArray("none"));
    QCOMPARE(thaw(scratch / "D", "run-2").error().code, std::string("freeze.held"));
    QVERIFY(thaw(scratch / "D", "run-1").ok());
    QVERIFY(!frozenBy(scratch / "D")->has_value());
    QVERIFY(thaw(scratch / "D", "run-1").ok());
    // A frozen folder below the target would be written to as well.
    QVERIFY(freeze(scratch / "D/sub", {"run-3", "cutover", 8}).ok());
    QCOMPARE(refused(scratch / "D", ""), QByteArray("sync.target-frozen"));
    QVERIFY(thaw(scratch / "D/sub", "run-3").ok());
    QCOMPARE(refused(scratch / "D", ""), QByteArray("none"));
    QCOMPARE(freeze(scratch / "missing", {"o", "r", 0}).error().code, std::string("path.missing"));
}

void TestEngineGuards::unreadableItems()
{
    if (isRoot())
        return; // nothing is denied to root; the plain user's run of this test looks at it
    const Scratch scratch;
    folder(scratch / "S");
    file(scratch / "S/secret", "x", 0000);
    file(scratch / "S/open", "x");
    folder(scratch / "S/closed", 0000);
    folder(scratch / "D");
    folder(scratch / "D/closed");
    file(scratch / "D/closed/stays", "x");
    SyncOptions options;
    options.deleteExtra = true;
    const auto result = run(scratch / "S", scratch / "D", options);
    QVERIFY(result.ok() && !result->verified);
    QCOMPARE(result->skippedTotal, 2);
    for (const SkippedItem& item : result->skipped)
        QCOMPARE(QByteArray::fromStdString(item.reason), QByteArray("path.denied"));
    QVERIFY(exists(scratch / "D/open"));
    must(::chmod((scratch / "D/closed").c_str(), 0700) == 0, "chmod");
    QVERIFY(exists(scratch / "D/closed/stays")); // what is not known is not deleted
}

void TestEngineGuards::mountsAreABoundary()
{
    const Scratch scratch;
    const Scratch memory(true);
    folder(scratch / "S");
    folder(scratch / "S/mounted");
    file(scratch / "S/a", "x");
    file(memory / "inside", "x");
    if (::mount(memory.path().c_str(), (scratch / "S/mounted").c_str(), nullptr, MS_BIND, nullptr) != 0) {
        QVERIFY(!isRoot() || errno == EPERM);
        return;
    }
    const auto result = run(scratch / "S", scratch / "D");
    ::umount((scratch / "S/mounted").c_str());
    QCOMPARE(words(result), QByteArray("mount.boundary mounted \n"));
    QVERIFY(exists(scratch / "D/a") && !exists(scratch / "D/mounted/inside"));
}

void TestEngineGuards::immutableTargets()
{
    const Scratch scratch;
    folder(scratch / "S");
    folder(scratch / "D");
    file(scratch / "S/fixed", "newer");
    file(scratch / "S/other", "new");
    file(scratch / "D/fixed", "old");
    QProcess chattr;
    chattr.start(QStringLiteral("chattr"), {QStringLiteral("+i"), QFile::decodeName((scratch / "D/fixed").c_str())});
    if (!chattr.waitForFinished() || chattr.exitCode() != 0)
        return; // not root, or a file system without flags
    const auto result = run(scratch / "S", scratch / "D");
    output(QStringLiteral("chattr"), {QStringLiteral("-i"), QFile::decodeName((scratch / "D/fixed").c_str())});
    QVERIFY(result.ok() && result->skippedTotal == 1);
    QCOMPARE(result->skipped[0].reason, std::string("path.denied"));
    QCOMPARE(content(scratch / "D/fixed"), std::string("old"));
    QCOMPARE(content(scratch / "D/other"), std::string("new"));
    QCOMPARE(leftovers(scratch / "D"), QByteArray());
}

void TestEngineGuards::plainUserInClosedFolders()
{
    const Scratch scratch;
    makeZoo(scratch / "S");
    QVERIFY(run(scratch / "S", scratch / "D")->verified);
    must(::chmod((scratch / "S/attributes/closed").c_str(), 0755) == 0, "chmod");
    file(scratch / "S/attributes/closed/child", "changed");
    file(scratch / "S/attributes/closed/new", "new");
    must(::chmod((scratch / "S/attributes/closed").c_str(), 0555) == 0, "chmod");
    const auto result = run(scratch / "S", scratch / "D");
    QCOMPARE(words(result), QByteArray());
    QCOMPARE(rsyncDifference(scratch / "S", scratch / "D"), QByteArray());
    struct stat info;
    QCOMPARE(::stat((scratch / "D/attributes/closed").c_str(), &info), 0);
    QCOMPARE(info.st_mode & 07777U, 0555U);
}

QTEST_GUILESS_MAIN(TestEngineGuards)
#include "tst_engine_guards.moc"
