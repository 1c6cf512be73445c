// SPDX-License-Identifier: GPL-3.0-or-later
// What a sync refuses, leaves alone, keeps, and only says.
#include "tests/unit/engine/Trees.h"

#include "core/engine/Freeze.h"
#include "core/engine/Io.h"

#include <sys/file.h>
#include <sys/mount.h>

using namespace trees;

class TestEngineRules : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void refusals();
    void refusalsThroughBindMounts();
    void emptySourceNeverDeletes();
    void deletesOnlyOnRequest();
    void excludes();
    void excludedIsNeverDeleted();
    void dryRunWritesNothing();
    void keepsWhatIsReplaced_data();
    void keepsWhatIsReplaced();
    void foldersInTheWay();
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

void TestEngineRules::initTestCase()
{
    m_state = std::make_unique<Scratch>();
    qputenv("BASCULE_STATE_DIR", QByteArray::fromStdString(m_state->path()));
}

void TestEngineRules::refusals()
{
    const Scratch scratch;
    folder(scratch / "S");
    folder(scratch / "S/sub");
    file(scratch / "S/file", "x");
    must(::symlink("S", (scratch / "link").c_str()) == 0, "link");
    const auto refused = [&](const char* from, const char* to) { return code(run(scratch / from, scratch / to)); };
    QCOMPARE(refused("missing", "D"), QByteArray("path.missing"));
    QCOMPARE(refused("S/file", "D"), QByteArray("path.not-a-folder"));
    QCOMPARE(refused("S", "S/file"), QByteArray("path.not-a-folder"));
    QCOMPARE(refused("S", "no/parent"), QByteArray("path.missing"));
    QCOMPARE(refused("S", "S"), QByteArray("sync.same-folder"));
    QCOMPARE(refused("S", "link"), QByteArray("sync.same-folder"));
    QCOMPARE(refused("S", "S/sub"), QByteArray("sync.target-inside-source"));
    QCOMPARE(refused("S", "S/new"), QByteArray("sync.target-inside-source"));
    QCOMPARE(refused("S", "link/sub/new"), QByteArray("sync.target-inside-source"));
    QCOMPARE(refused("S/sub", "S"), QByteArray("sync.source-inside-target"));
    QCOMPARE(refused("link/sub", "S"), QByteArray("sync.source-inside-target"));
    QVERIFY(!exists(scratch / "S/new"));
    QVERIFY(!exists(scratch / "D"));
}

void TestEngineRules::refusalsThroughBindMounts()
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

void TestEngineRules::emptySourceNeverDeletes()
{
    const Scratch scratch;
    folder(scratch / "S");
    folder(scratch / "D");
    file(scratch / "D/precious", "x");
    SyncOptions options;
    options.deleteExtra = true;
    QCOMPARE(code(run(scratch / "S", scratch / "D", options)), QByteArray("sync.source-empty"));
    file(scratch / "S/hidden", "x");
    options.excludes = {"hidden"}; // nothing in scope is as empty
    QCOMPARE(code(run(scratch / "S", scratch / "D", options)), QByteArray("sync.source-empty"));
    QVERIFY(exists(scratch / "D/precious"));
    options.deleteExtra = false;
    QVERIFY(run(scratch / "S", scratch / "D", options).ok());
    options.deleteExtra = true;
    options.excludes.clear();
    QCOMPARE(run(scratch / "S", scratch / "D", options)->deleted, 1);
    QVERIFY(!exists(scratch / "D/precious"));
}

void TestEngineRules::deletesOnlyOnRequest()
{
    const Scratch scratch;
    makeZoo(scratch / "S");
    makeZoo(scratch / "D");
    folder(scratch / "outside");
    file(scratch / "outside/file", "x");
    folder(scratch / "D/extra");
    file(scratch / "D/extra/file", "x");
    must(::symlink("../../outside", (scratch / "D/extra/out").c_str()) == 0, "link");
    folder(scratch / "D/links/extra");
    SyncOptions options;
    QCOMPARE(run(scratch / "S", scratch / "D", options)->deleted, 0);
    QVERIFY(exists(scratch / "D/extra/file"));
    options.deleteExtra = true;
    QStringList told;
    Counters counters;
    const auto tell = [&told](const SyncAction& action) {
        if (action.kind == SyncAction::Kind::Delete)
            told << QString::fromStdString(action.path);
    };
    const auto result = sync(scratch / "S", scratch / "D", options, counters, {}, tell);
    QCOMPARE(words(result), QByteArray());
    QCOMPARE(result->deleted, 4);
    told.sort();
    QCOMPARE(told.join(QLatin1Char(' ')), QStringLiteral("extra extra/file extra/out links/extra"));
    QVERIFY(exists(scratch / "outside/file"));
    QCOMPARE(rsyncDifference(scratch / "S", scratch / "D"), QByteArray());
}

void TestEngineRules::excludes()
{
    const Scratch scratch;
    folder(scratch / "S");
    folder(scratch / "S/cache");
    folder(scratch / "S/var");
    folder(scratch / "S/var/cache");
    folder(scratch / "S/var/cache/deep");
    for (const char* name :
         {"a.tmp", "var/b.tmp", "var/keep", "cache/file", "var/cache/file", "var/cache/deep/x.log", "x.log"})
        file(scratch / (std::string("S/") + name), "x");
    const auto copied = [&](std::vector<std::string> globs) {
        SyncOptions options;
        options.excludes = std::move(globs);
        output(QStringLiteral("rm"), {QStringLiteral("-rf"), QFile::decodeName((scratch / "D").c_str())});
        if (const auto result = run(scratch / "S", scratch / "D", options); !result || !result->verified)
            return words(result);
        QProcess find;
        find.setWorkingDirectory(QFile::decodeName((scratch / "D").c_str()));
        find.start(QStringLiteral("find"), {QStringLiteral("."), QStringLiteral("-type"), QStringLiteral("f"),
                                            QStringLiteral("-printf"), QStringLiteral("%P\n")});
        find.waitForFinished();
        QList<QByteArray> lines = find.readAllStandardOutput().trimmed().split('\n');
        std::sort(lines.begin(), lines.end());
        return lines.join(' ');
    };
    QCOMPARE(copied({}), QByteArray("a.tmp cache/file var/b.tmp var/cache/deep/x.log var/cache/file var/keep x.log"));
    QCOMPARE(copied({"*.tmp"}), QByteArray("cache/file var/cache/deep/x.log var/cache/file var/keep x.log"));
    QCOMPARE(copied({"/*.tmp"}), QByteArray("cache/file var/b.tmp var/cache/deep/x.log var/cache/file var/keep x.log"));
    QCOMPARE(copied({"cache"}), QByteArray("a.tmp var/b.tmp var/keep x.log"));
    QCOMPARE(copied({"/cache/"}), QByteArray("a.tmp var/b.tmp var/cache/deep/x.log var/cache/file var/keep x.log"));
    QCOMPARE(copied({"keep/", "x.log/"}),
             QByteArray("a.tmp cache/file var/b.tmp var/cache/deep/x.log var/cache/file var/keep x.log"));
    QCOMPARE(copied({"/var/*"}), QByteArray("a.tmp cache/file x.log"));
    QCOMPARE(copied({"/var/**/*.log"}), QByteArray("a.tmp cache/file var/b.tmp var/cache/file var/keep x.log"));
    QCOMPARE(copied({"**/cache"}), QByteArray("a.tmp var/b.tmp var/keep x.log"));
    QCOMPARE(copied({"cache/file"}), QByteArray("a.tmp var/b.tmp var/cache/deep/x.log var/keep x.log"));
    QCOMPARE(copied({"?.tmp", "[k-l]ee?"}), QByteArray("cache/file var/cache/deep/x.log var/cache/file x.log"));
    QCOMPARE(copied({"[!a].tmp"}), QByteArray("a.tmp cache/file var/cache/deep/x.log var/cache/file var/keep x.log"));
}

void TestEngineRules::excludedIsNeverDeleted()
{
    const Scratch scratch;
    folder(scratch / "S");
    file(scratch / "S/a", "x");
    folder(scratch / "D");
    folder(scratch / "D/extra");
    folder(scratch / "D/extra/logs");
    for (const char* name : {"D/extra/logs/old", "D/extra/gone", "D/b.log", "D/gone"})
        file(scratch / name, "x");
    SyncOptions options;
    options.deleteExtra = true;
    options.excludes = {"logs/", "*.log"};
    const auto result = run(scratch / "S", scratch / "D", options);
    QCOMPARE(words(result), QByteArray());
    QCOMPARE(result->deleted, 2);
    QVERIFY(exists(scratch / "D/extra/logs/old") && exists(scratch / "D/b.log"));
    QVERIFY(!exists(scratch / "D/extra/gone") && !exists(scratch / "D/gone"));
    QCOMPARE(run(scratch / "S", scratch / "D", options)->deleted, 0);
}

void TestEngineRules::dryRunWritesNothing()
{
    const Scratch scratch;
    makeZoo(scratch / "S");
    SyncOptions options;
    options.dryRun = true;
    options.deleteExtra = true;
    const auto anew = run(scratch / "S", scratch / "D", options);
    QVERIFY2(anew.ok(), words(anew).constData());
    QVERIFY(!exists(scratch / "D"));
    const auto real = run(scratch / "S", scratch / "D");
    QCOMPARE(anew->created, real->created);
    QCOMPARE(anew->entries, real->entries);
    QCOMPARE(anew->bytes, real->bytes);
    file(scratch / "S/one", "changed");
    file(scratch / "D/extra", "x");
    must(::chmod((scratch / "S/large").c_str(), 0600) == 0, "chmod");
    must(::unlink((scratch / "D/links/two/a").c_str()) == 0, "unlink");
    const QByteArray before = rsyncDifference(scratch / "S", scratch / "D");
    const auto changes = run(scratch / "S", scratch / "D", options);
    QCOMPARE(rsyncDifference(scratch / "S", scratch / "D"), before);
    QCOMPARE(changes->created, 1);
    QCOMPARE(changes->replaced, 1);
    QCOMPARE(changes->deleted, 1);
    QVERIFY(changes->metadataOnly >= 1);
    QVERIFY(!changes->verified);
}

void TestEngineRules::keepsWhatIsReplaced_data()
{
    QTest::addColumn<bool>("across");
    QTest::newRow("same file system") << false;
    QTest::newRow("another file system") << true;
}

void TestEngineRules::keepsWhatIsReplaced()
{
    QFETCH(bool, across);
    const Scratch scratch;
    const Scratch other(across);
    makeZoo(scratch / "S");
    makeZoo(scratch / "D");
    makeZoo(scratch / "before");
    const std::string keep = other / "keep/inner";
    file(scratch / "D/one", "old one");
    touch(scratch / "D/one", 77, 7);
    folder(scratch / "D/extra");
    folder(scratch / "D/extra/empty");
    file(scratch / "D/extra/file", "old extra");
    must(::symlink("gone", (scratch / "D/extra/link").c_str()) == 0, "link");
    must(::mkfifo((scratch / "D/extra/fifo").c_str(), 0600) == 0, "fifo");
    must(::unlink((scratch / "D/empty").c_str()) == 0, "unlink");
    folder(scratch / "D/empty"); // a folder where the source has a file
    file(scratch / "D/empty/in", "old in");
    output(QStringLiteral("rm"), {QStringLiteral("-r"), QFile::decodeName((scratch / "D/empty-folder").c_str())});
    file(scratch / "D/empty-folder", "a file where the source has a folder");
    SyncOptions options;
    options.deleteExtra = true;
    options.keepReplacedIn = keep;
    const auto result = run(scratch / "S", scratch / "D", options);
    QCOMPARE(words(result), QByteArray());
    QCOMPARE(rsyncDifference(scratch / "S", scratch / "D"), QByteArray());
    QCOMPARE(shape(scratch / "D"), shape(scratch / "S"));
    QCOMPARE(content(keep + "/one"), std::string("old one"));
    QCOMPARE(content(keep + "/extra/file"), std::string("old extra"));
    QCOMPARE(content(keep + "/empty/in"), std::string("old in"));
    QCOMPARE(content(keep + "/empty-folder"), std::string("a file where the source has a folder"));
    QVERIFY(exists(keep + "/extra/empty") && exists(keep + "/extra/link") && exists(keep + "/extra/fifo"));
    struct stat info;
    QCOMPARE(::stat((keep + "/one").c_str(), &info), 0);
    QCOMPARE(info.st_mtim.tv_sec, 77);
    QCOMPARE(info.st_nlink, 1U);
    // A second one of the same name does not cost the first.
    file(scratch / "S/one", "newer");
    QVERIFY(run(scratch / "S", scratch / "D", options)->verified);
    QCOMPARE(content(keep + "/one"), std::string("old one"));
    QCOMPARE(content(keep + "/one.~1~"), std::string("1"));
}

void TestEngineRules::foldersInTheWay()
{
    const Scratch scratch;
    folder(scratch / "S");
    folder(scratch / "D");
    file(scratch / "S/full", "file");
    file(scratch / "S/bare", "file");
    folder(scratch / "D/full");
    file(scratch / "D/full/child", "x");
    folder(scratch / "D/bare");
    SyncOptions options;
    const auto without = run(scratch / "S", scratch / "D", options);
    QCOMPARE(words(without), QByteArray("path.folder-in-the-way full \n"));
    QCOMPARE(content(scratch / "D/full/child"), std::string("x"));
    QCOMPARE(content(scratch / "D/bare"), std::string("file"));
    QCOMPARE(leftovers(scratch / "D"), QByteArray());
    options.deleteExtra = true;
    options.excludes = {"child"};
    QCOMPARE(words(run(scratch / "S", scratch / "D", options)), QByteArray("path.folder-in-the-way full \n"));
    options.excludes.clear();
    QVERIFY(run(scratch / "S", scratch / "D", options)->verified);
    QCOMPARE(content(scratch / "D/full"), std::string("file"));
}

void TestEngineRules::linksAreNotFollowed()
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

void TestEngineRules::leftoversOfOursOnly()
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

void TestEngineRules::frozenTargets()
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

void TestEngineRules::unreadableItems()
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

void TestEngineRules::mountsAreABoundary()
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

void TestEngineRules::immutableTargets()
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

void TestEngineRules::plainUserInClosedFolders()
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

QTEST_GUILESS_MAIN(TestEngineRules)
#include "tst_engine_rules.moc"
