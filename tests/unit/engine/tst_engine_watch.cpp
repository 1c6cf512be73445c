// SPDX-License-Identifier: GPL-3.0-or-later
// What a watch tells of is enough to make the target equal again, or it says that it is not.
#include "tests/support/OwnMount.h"
#include "tests/unit/engine/Changer.h"

#include "core/engine/WatchKernel.h"

#include <QProcess>

#include <csignal>
#include <thread>

#include <sys/mman.h>

using namespace trees;

namespace {

std::unique_ptr<Watch> watchBy(const QByteArray& way, const std::string& root)
{
    std::string why;
    auto watch = way == "file system" ? watchFileSystem(root, why) : watchFolders(root, why, {});
    must(watch != nullptr, why);
    return watch;
}

SyncOptions onlyThese(Changes changes)
{
    SyncOptions options;
    options.deleteExtra = true;
    options.changes = std::move(changes);
    return options;
}

SyncOptions everything()
{
    SyncOptions options;
    options.deleteExtra = true;
    return options;
}

/// A watcher in another process.
class Watcher
{
public:
    Watcher(const QString& program, QStringList arguments, const std::string& root)
    {
        arguments << QFile::decodeName(root.c_str());
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(program, arguments);
        m_ready = line();
    }
    ~Watcher()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }
    QByteArray ready() const { return m_ready; }
    QByteArray take()
    {
        m_process.write("\n");
        return line();
    }
    pid_t pid() const { return static_cast<pid_t>(m_process.processId()); }

private:
    QByteArray line()
    {
        while (!m_process.canReadLine() && m_process.waitForReadyRead(20'000)) {
        }
        return m_process.readLine().trimmed();
    }

    QProcess m_process;
    QByteArray m_ready;
};

} // namespace

class TestEngineWatch : public QObject
{
    Q_OBJECT

    static void addWays()
    {
        QTest::addColumn<QByteArray>("way");
        if (isRoot()) // others may not
            QTest::addRow("file system") << QByteArray("file system");
        QTest::addRow("folders") << QByteArray("folders");
    }

private slots:
    void initTestCase() { QVERIFY2(mountOwn("/dev/shm"), std::strerror(errno)); }
    void cleanupTestCase() { ::umount2("/dev/shm", MNT_DETACH); }
    void cleanup() { qunsetenv("BASCULE_TEST_ENDS"); }
    void tellsOfEachChange_data() { addWays(); }
    void tellsOfEachChange();
    void followed_data();
    void followed();
    void whileItIsCopied_data() { addWays(); }
    void whileItIsCopied();
    void touchesNothingElse();
    void hardLinksNeedAWalk();
    void mappedFiles_data() { addWays(); }
    void mappedFiles();
    void anotherRoot_data() { addWays(); }
    void anotherRoot();
    void overflow();
    void tooManyFolders();
    void plainUser();
    void otherWriters();
    void tooManyPaths();
};

void TestEngineWatch::tellsOfEachChange()
{
    QFETCH(QByteArray, way);
    const Scratch scratch(true);
    const std::string root = scratch / "S";
    folder(root);
    folder(root + "/a");
    folder(root + "/b");
    file(root + "/a/file", "old");
    const auto watch = watchBy(way, root);
    QVERIFY(watch->take().isEmpty());
    const auto expect = [&](const std::map<std::string, bool>& wanted) {
        const Changes changes = watch->take();
        QCOMPARE(changes.why(), std::string());
        for (const auto& [path, deep] : wanted) {
            const auto found = changes.paths().find(path);
            QVERIFY2(found != changes.paths().end(), path.c_str());
            QCOMPARE(found->second, deep);
        }
        QVERIFY(watch->take().isEmpty());
    };
    file(root + "/a/new", "new");
    expect({{"a/new", true}});
    const int fd = ::open((root + "/a/file").c_str(), O_WRONLY | O_CLOEXEC);
    must(::pwrite(fd, "x", 1, 0) == 1, "write");
    expect({{"a/file", false}}); // while it is open still
    ::close(fd);
    watch->take();
    must(::chmod((root + "/a").c_str(), 0700) == 0, "chmod");
    expect({{"a", false}});
    must(::unlink((root + "/a/new").c_str()) == 0, "unlink");
    expect({{"a/new", false}});
    must(::rename((root + "/a").c_str(), (root + "/b/a").c_str()) == 0, "rename");
    expect({{"a", false}, {"b/a", true}});
    file(root + "/b/a/later", "under its new name");
    expect({{"b/a/later", true}});
    folder(root + "/b/a/deep");
    file(root + "/b/a/deep/file", "in a new folder");
    expect({{"b/a/deep", true}});
    must(::chmod(root.c_str(), 0700) == 0, "chmod");
    expect({{"", false}});
    file(scratch / "elsewhere", "not below the root");
    QVERIFY(watch->take().isEmpty());
}

void TestEngineWatch::followed_data()
{
    QTest::addColumn<QByteArray>("way");
    QTest::addColumn<QByteArray>("ends");
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<bool>("inMemory");
    unsigned seed = 500;
    for (const QByteArray ends : {"", "from", "into", "between"}) {
        for (const QByteArray way : {"file system", "folders"}) {
            ++seed;
            if (way == "folders" || isRoot())
                QTest::addRow("%s %s", ends.constData(), way.constData())
                    << way << ends << seed << (way == "file system" || seed % 4 == 0);
        }
    }
}

/// As tst_engine_changes, with what was told alone.
void TestEngineWatch::followed()
{
    QFETCH(QByteArray, way);
    QFETCH(QByteArray, ends);
    QFETCH(unsigned, seed);
    QFETCH(bool, inMemory);
    if (!ends.isEmpty())
        qputenv("BASCULE_TEST_ENDS", ends);
    const Scratch scratch(inMemory);
    const std::string source = scratch / "S";
    const std::string target = scratch / "D";
    folder(source);
    Changer(source, seed).change(40);
    file(source + "/always", "there");
    const auto watch = watchBy(way, source);
    QCOMPARE(words(run(source, target, everything())), QByteArray());
    Changer changer(source, seed + 1000, false);
    int followed = 0;
    for (int round = 0; round < 10; ++round) {
        changer.change(12);
        if (!exists(source + "/always"))
            file(source + "/always", "there again");
        Changes changes = watch->take();
        QVERIFY2(!changes.isEverything(), changes.why().c_str());
        auto result = run(source, target, onlyThese(std::move(changes)));
        if (code(result) == "sync.needs-walk")
            result = run(source, target, everything());
        else
            ++followed;
        QCOMPARE(words(result), QByteArray());
        QVERIFY(result->verified);
        QCOMPARE(rsyncDifference(source, target), QByteArray());
        QCOMPARE(shapeDifference(shape(target), shape(source)), QByteArray());
        QCOMPARE(leftovers(target), QByteArray());
    }
    QVERIFY(followed > 0);
}

/// Changes go on while the syncs run. What they could not keep is looked at again; in the end nothing is missing.
void TestEngineWatch::whileItIsCopied()
{
    QFETCH(QByteArray, way);
    const Scratch scratch(true);
    const std::string source = scratch / "S";
    const std::string target = scratch / "D";
    folder(source);
    Changer(source, 7, false).change(60);
    file(source + "/always", "there");
    const auto watch = watchBy(way, source);
    std::atomic<bool> ended{false};
    std::thread changing([&] {
        Changer(source, 8, false).change(120);
        ended = true;
    });
    Changes changes;
    changes.addEverything("start");
    int rounds = 0;
    for (bool last = false; !last; ++rounds) {
        last = ended;
        if (!exists(source + "/always"))
            file(source + "/always", "there again");
        changes.add(watch->take());
        const auto result = run(source, target, onlyThese(std::exchange(changes, {})));
        if (!result) {
            changes.addEverything(result.error().code);
            last = false;
            continue;
        }
        for (const SkippedItem& item : result->skipped)
            changes.add(item.path, true);
        last = last && result->skippedTotal == 0;
    }
    changing.join();
    QVERIFY(rounds > 1);
    QCOMPARE(rsyncDifference(source, target), QByteArray());
    QCOMPARE(shapeDifference(shape(target), shape(source)), QByteArray());
}

/// It is the change that costs: what is different elsewhere is not even seen.
void TestEngineWatch::touchesNothingElse()
{
    const Scratch scratch(true);
    const std::string source = scratch / "S";
    const std::string target = scratch / "D";
    folder(source);
    for (int i = 0; i < 50; ++i)
        file(source + "/f" + std::to_string(i), "same");
    const auto watch = watchBy("folders", source);
    QVERIFY(run(source, target, everything()).ok());
    file(target + "/f1", "not the source's");
    file(target + "/extra", "not the source's");
    file(source + "/f2", "changed");
    must(::unlink((source + "/f3").c_str()) == 0, "unlink");
    const auto result = run(source, target, onlyThese(watch->take()));
    QCOMPARE(words(result), QByteArray());
    QCOMPARE(result->entries, 1);
    QCOMPARE(result->replaced, 1);
    QCOMPARE(result->deleted, 1);
    QCOMPARE(content(target + "/f1"), std::string("not the source's"));
    QVERIFY(exists(target + "/extra"));
    QVERIFY(!exists(target + "/f3"));
}

void TestEngineWatch::hardLinksNeedAWalk()
{
    const Scratch scratch(true);
    const std::string source = scratch / "S";
    const std::string target = scratch / "D";
    folder(source);
    file(source + "/one", "shared");
    must(::link((source + "/one").c_str(), (source + "/two").c_str()) == 0, "link");
    const auto watch = watchBy("folders", source);
    QVERIFY(run(source, target, everything()).ok());
    file(source + "/one", "shared, changed");
    QCOMPARE(code(run(source, target, onlyThese(watch->take()))), QByteArray("sync.needs-walk"));
    QCOMPARE(content(target + "/two"), std::string("shared"));
    QCOMPARE(leftovers(target), QByteArray());
    QVERIFY(run(source, target, everything())->verified);
    QCOMPARE(rsyncDifference(source, target), QByteArray());
}

/// Written through memory: nothing is told of that.
void TestEngineWatch::mappedFiles()
{
    QFETCH(QByteArray, way);
    const Scratch scratch(true);
    const std::string source = scratch / "S";
    folder(source);
    file(source + "/data", std::string(8192, 'x'));
    const auto watch = watchBy(way, source);
    const int fd = ::open((source + "/data").c_str(), O_RDWR | O_CLOEXEC);
    void* memory = ::mmap(nullptr, 8192, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    must(memory != MAP_FAILED, "mmap");
    static_cast<char*>(memory)[5000] = 'y';
    const Changes open = watch->take();
    QVERIFY2(open.paths().count("data") == 1, open.why().c_str());
    static_cast<char*>(memory)[5001] = 'y';
    ::munmap(memory, 8192);
    ::close(fd);
    const Changes closed = watch->take();
    QVERIFY2(closed.paths().count("data") == 1, closed.why().c_str());
    QVERIFY(watch->take().isEmpty());
}

void TestEngineWatch::anotherRoot()
{
    QFETCH(QByteArray, way);
    const Scratch scratch(true);
    const std::string source = scratch / "S";
    folder(source);
    const auto watch = watchBy(way, source);
    must(::rename(source.c_str(), (scratch / "gone").c_str()) == 0, "rename");
    QCOMPARE(watch->take().why(), std::string("watch.root-replaced"));
    folder(source);
    file(source + "/other", "of another folder");
    QCOMPARE(watch->take().why(), std::string("watch.root-replaced"));
}

/// Stopped for so long that the kernel's queue runs over.
void TestEngineWatch::overflow()
{
    const Scratch scratch(true);
    const std::string source = scratch / "S";
    folder(source);
    Watcher watcher(QStringLiteral(WATCH_DRIVER), {}, source);
    QVERIFY2(watcher.ready().startsWith(isRoot() ? "ready file-system" : "ready folders"), watcher.ready());
    QCOMPARE(watcher.take(), QByteArray("paths 0"));
    must(::kill(watcher.pid(), SIGSTOP) == 0, "stop");
    QFile limit(QStringLiteral("/proc/sys/fs/%1/max_queued_events")
                    .arg(isRoot() ? QStringLiteral("fanotify") : QStringLiteral("inotify")));
    QVERIFY(limit.open(QIODevice::ReadOnly));
    const int most = limit.readAll().trimmed().toInt();
    for (int i = 0; i <= 2 * most; ++i) // it may still read some before it stops
        file(source + "/f" + std::to_string(i), {});
    must(::kill(watcher.pid(), SIGCONT) == 0, "go on");
    QCOMPARE(watcher.take(), QByteArray("everything watch.overflow"));
    QCOMPARE(watcher.take(), QByteArray("paths 0"));
    file(source + "/f0", "changed");
    QCOMPARE(watcher.take(), QByteArray("paths 1"));
}

/// The kernel watches a limited number of folders for a user.
void TestEngineWatch::tooManyFolders()
{
    const Scratch scratch(true);
    const std::string source = scratch / "S";
    folder(source);
    for (int i = 0; i < 20; ++i)
        folder(source + "/d" + std::to_string(i));
    Watcher watcher(QStringLiteral("unshare"),
                    {QStringLiteral("-Ur"), QStringLiteral("/bin/sh"), QStringLiteral("-c"),
                     QStringLiteral("echo 10 > /proc/sys/user/max_inotify_watches && exec \"$@\""),
                     QStringLiteral("sh"), QStringLiteral(WATCH_DRIVER)},
                    source);
    QCOMPARE(watcher.ready(), QByteArray("ready walk watch.too-many-folders"));
    QCOMPARE(watcher.take(), QByteArray("everything watch.too-many-folders"));
}

void TestEngineWatch::plainUser()
{
    if (!isRoot()) {
        std::string why;
        QVERIFY(watchFileSystem("/tmp", why) == nullptr);
        QCOMPARE(why, std::string("watch.not-root"));
        return;
    }
    const Scratch scratch(true);
    const std::string source = scratch / "S";
    folder(source);
    for (const std::string& one : {scratch / "", source})
        must(::chmod(one.c_str(), 0755) == 0, "chmod");
    Watcher watcher(QStringLiteral("setpriv"),
                    {QStringLiteral("--reuid=65534"), QStringLiteral("--regid=65534"), QStringLiteral("--clear-groups"),
                     QStringLiteral(WATCH_DRIVER)},
                    source);
    QCOMPARE(watcher.ready(), QByteArray("ready folders watch.not-root"));
    file(source + "/file", "new");
    QCOMPARE(watcher.take(), QByteArray("paths 1"));
}

/// What lies behind FUSE may be written to from elsewhere, as on a network file system.
void TestEngineWatch::otherWriters()
{
    if (!isRoot())
        return; // /dev/fuse is root's
    const Scratch scratch(true);
    const std::string source = scratch / "S";
    folder(source);
    QProcess disk; // a file "nbd" in a folder of its own file system
    disk.start(QStringLiteral("nbdfuse"), {QFile::decodeName(source.c_str()), QStringLiteral("["),
                                           QStringLiteral("nbdkit"), QStringLiteral("--exit-with-parent"),
                                           QStringLiteral("memory"), QStringLiteral("1M"), QStringLiteral("]")});
    QVERIFY(QTest::qWaitFor([&] { return exists(source + "/nbd"); }, 20'000));
    {
        const auto watch = Watch::start(source, {});
        QCOMPARE(watch->way(), WatchWay::Walk);
        QCOMPARE(watch->why(), std::string("watch.other-writers"));
        QCOMPARE(watch->take().why(), std::string("watch.other-writers"));
    }
    must(::umount2(source.c_str(), MNT_DETACH) == 0, "umount");
    QVERIFY(disk.waitForFinished(20'000));
}

void TestEngineWatch::tooManyPaths()
{
    Changes changes;
    for (std::size_t i = 0; i < Changes::kMostPaths; ++i)
        changes.add(std::to_string(i), false);
    QVERIFY(!changes.isEverything());
    changes.add("0", true); // known already
    QVERIFY(!changes.isEverything());
    changes.add("one more", false);
    QCOMPARE(changes.why(), std::string("watch.too-many"));
    QVERIFY(changes.paths().empty());
    Changes longOnes;
    const std::string longName(60'000, 'x');
    for (std::size_t i = 0; i * longName.size() <= Changes::kMostBytes; ++i)
        longOnes.add(std::to_string(i) + longName, false);
    QCOMPARE(longOnes.why(), std::string("watch.too-many"));
    Changes others;
    others.add("a", false);
    others.add(changes);
    QCOMPARE(others.why(), std::string("watch.too-many"));
}

QTEST_GUILESS_MAIN(TestEngineWatch)
#include "tst_engine_watch.moc"
