// SPDX-License-Identifier: GPL-3.0-or-later
// What a sync refuses, leaves alone, keeps, and only says.
#include "tests/unit/engine/Trees.h"

using namespace trees;

class TestEngineRules : public QObject
{
    Q_OBJECT

private slots:
    void refusals();
    void emptySourceNeverDeletes();
    void deletesOnlyOnRequest();
    void excludes();
    void excludedIsNeverDeleted();
    void dryRunWritesNothing();
    void keepsWhatIsReplaced_data();
    void keepsWhatIsReplaced();
    void foldersInTheWay();
};

void TestEngineRules::refusals()
{
    const Scratch scratch(true);
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

void TestEngineRules::emptySourceNeverDeletes()
{
    const Scratch scratch(true);
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
    const Scratch scratch(true);
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
    const Scratch scratch(true);
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
    const Scratch scratch(true);
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
    const Scratch scratch(true);
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
    QCOMPARE(shapeDifference(shape(scratch / "D"), shape(scratch / "S")), QByteArray());
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
    const Scratch scratch(true);
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

QTEST_GUILESS_MAIN(TestEngineRules)
#include "tst_engine_rules.moc"
