// SPDX-License-Identifier: GPL-3.0-or-later
// Comparisons with one end or both in another process: they find what a comparison of folders here finds, end in time
// when they are cancelled or the other process is killed. What a far end that lies can do is in
// tst_engine_compare_liar.cpp.
#include "Trees.h"

#include "core/engine/wire/Comparison.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <csignal>
#include <thread>

#include <sys/mount.h>

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
    text += "of " + QByteArray::number(qint64{report->differencesTotal}) + ", " +
            QByteArray::number(qint64{report->entries}) + " entries, " + QByteArray::number(qint64{report->bytes}) +
            " bytes, " + QByteArray::fromStdString(report->leftRootHash);
    return text;
}

/// The same pairs of folders again and again, with helpers that stay.
class Ends
{
public:
    /// What a comparison here says, when those with other ends say the same.
    QByteArray compare(const std::string& left, const std::string& right, const CompareOptions& options = {})
    {
        Counters counters;
        const QByteArray here = words(engine::compare(left, right, options, counters, {}));
        wire::Helper* none = nullptr;
        for (const auto& [near, far] :
             {std::pair{m_near.get(), none}, std::pair{none, m_far.get()}, std::pair{m_near.get(), m_far.get()}}) {
            Counters remote;
            const auto report = wire::compare({near, left, left}, {far, right, right}, options, remote, {});
            if (words(report) != here)
                return "HERE\n" + here + "\nELSEWHERE\n" + words(report);
            if (report && (remote.itemsDone != remote.itemsTotal || remote.bytesDone != remote.bytesTotal ||
                           remote.itemsDone != report->entries + 1 || !remote.totalsKnown))
                return "counters: " + QByteArray::number(qint64{remote.itemsDone}) + " of " +
                       QByteArray::number(qint64{remote.itemsTotal});
        }
        return here;
    }

private:
    std::unique_ptr<wire::Helper> m_near = helper();
    std::unique_ptr<wire::Helper> m_far = helper();
};

/// A folder and its copy, differently made.
void makePair(const Scratch& scratch)
{
    makeZoo(scratch / "S", true);
    must(run(scratch / "S", scratch / "D")->verified, "copy");
}

} // namespace

class EngineRemoteCompareTest : public QObject
{
    Q_OBJECT

private slots:
    void equalTrees();
    void everyAttribute();
    void whatOneSideHasAlone();
    void hardLinks();
    void excludesAndNoContents();
    void tooManyToList();
    void otherFileSystems();
    void rootAtOneEndOnly();
    void manyEntries();
    void missingRoots();
    void silentWhenCancelled_data() { sides(); }
    void silentWhenCancelled();
    void killed_data() { sides(); }
    void killed();
    void cancelledWhileHashing_data();
    void cancelledWhileHashing();

private:
    static void sides()
    {
        QTest::addColumn<bool>("left");
        QTest::newRow("left") << true;
        QTest::newRow("right") << false;
    }
};

void EngineRemoteCompareTest::equalTrees()
{
    const Scratch scratch;
    makePair(scratch);
    Ends ends;
    const QByteArray said = ends.compare(scratch / "S", scratch / "D");
    QVERIFY2(said.startsWith("equal\nof 0, "), said);
    folder(scratch / "empty1");
    folder(scratch / "empty2");
    touch(scratch / "empty1", 5, 5);
    touch(scratch / "empty2", 5, 5);
    QVERIFY(ends.compare(scratch / "empty1", scratch / "empty2").startsWith("equal\nof 0, 0 entries, 0 bytes"));
}

void EngineRemoteCompareTest::everyAttribute()
{
    const Scratch scratch;
    makePair(scratch);
    Ends ends;
    const auto unfound = [&](const char* what) {
        const QByteArray said = ends.compare(scratch / "S", scratch / "D");
        return said.contains(what) && !said.startsWith("equal") ? QByteArray() : said;
    };
    must(::chmod((scratch / "D/one").c_str(), 0751) == 0, "chmod");
    QCOMPARE(unfound("mode:one 0644 0751\n"), QByteArray());
    touch(scratch / "D/block", 5, 5);
    QCOMPARE(unfound("mtime:block "), QByteArray());
    must(::unlink((scratch / "D/links/dangling").c_str()) == 0 &&
             ::symlink("elsewhere", (scratch / "D/links/dangling").c_str()) == 0,
         "link");
    QCOMPARE(unfound("link-target:links/dangling /nowhere/at all -> elsewhere\n"), QByteArray());
    file(scratch / "D/limit", "shorter");
    QCOMPARE(unfound("size:limit 262144 7\n"), QByteArray());
    const std::string large = scratch / "D/large";
    struct stat info;
    must(::stat(large.c_str(), &info) == 0, "stat");
    const int fd = ::open(large.c_str(), O_WRONLY | O_CLOEXEC);
    must(::pwrite(fd, "?", 1, 1'000'000) == 1 && ::close(fd) == 0, "write");
    touch(large, info.st_mtim.tv_sec, info.st_mtim.tv_nsec);
    QCOMPARE(unfound("contents:large "), QByteArray());
    if (exists(scratch / "D/attributes/xattr")) {
        must(::setxattr((scratch / "D/attributes/xattr").c_str(), "user.small", "w", 1, 0) == 0, "xattr");
        QCOMPARE(unfound("xattr:attributes/xattr user.small\n"), QByteArray());
    }
    if (exists(scratch / "D/attributes/default-acl")) {
        must(::removexattr((scratch / "D/attributes/default-acl").c_str(), "system.posix_acl_default") == 0, "acl");
        QCOMPARE(unfound("acl:attributes/default-acl \n"), QByteArray());
    }
    if (isRoot()) {
        must(::lchown((scratch / "D/links/soft").c_str(), 3, 4) == 0, "chown");
        QCOMPARE(unfound("owner:links/soft 0:0 3:4\n"), QByteArray());
    }
    if (exists(scratch / "D/privileged/null")) {
        must(::unlink((scratch / "D/privileged/null").c_str()) == 0 &&
                 ::mknod((scratch / "D/privileged/null").c_str(), S_IFCHR | 0666, makedev(1, 5)) == 0,
             "node");
        QCOMPARE(unfound("device:privileged/null "), QByteArray());
    }
    must(::chmod((scratch / "D").c_str(), 0711) == 0, "chmod");
    QCOMPARE(unfound("mode: 0755 0711\n"), QByteArray());
}

void EngineRemoteCompareTest::whatOneSideHasAlone()
{
    const Scratch scratch;
    makePair(scratch);
    Ends ends;
    file(scratch / "D/names/extra", "x");
    must(::unlink((scratch / "D/names/...").c_str()) == 0, "unlink");
    // Names around a folder's own, where the order of paths is not that of their bytes.
    for (const char* side : {"S/", "D/"}) {
        folder(scratch / (side + std::string("order")));
        folder(scratch / (side + std::string("order/a")));
        file(scratch / (side + std::string("order/a/x")), "1");
        file(scratch / (side + std::string("order/a-b")), "2");
        file(scratch / (side + std::string("order/a.b")), "3");
        folder(scratch / (side + std::string("order/a0")));
    }
    file(scratch / "S/order/a/here", "");
    file(scratch / "D/order/a0/there", "");
    // A file that is a folder there, and the other way round; and whole folders on one side.
    must(::unlink((scratch / "D/empty").c_str()) == 0, "unlink");
    folder(scratch / "D/empty");
    folder(scratch / "D/empty/deeper");
    file(scratch / "D/empty/deeper/in", "x");
    must(::rmdir((scratch / "D/empty-folder").c_str()) == 0, "rmdir");
    file(scratch / "D/empty-folder", "now a file");
    file(scratch / "S/empty-folder/in", "x");
    folder(scratch / "S/alone");
    folder(scratch / "S/alone/again");
    file(scratch / "S/alone/again/x", "x");
    folder(scratch / "D/zalone");
    file(scratch / "D/zalone/x", "x");
    const QByteArray said = ends.compare(scratch / "S", scratch / "D");
    for (const char* line :
         {"only-right:names/extra", "only-left:names/...", "only-left:order/a/here", "only-right:order/a0/there",
          "type:empty f d", "only-right:empty/deeper", "only-right:empty/deeper/in", "type:empty-folder d f",
          "only-left:empty-folder/in", "only-left:alone", "only-left:alone/again", "only-left:alone/again/x",
          "only-right:zalone", "only-right:zalone/x"})
        QVERIFY2(said.contains(line), said);
    // Made at different moments, they may differ in time; but both sides have them.
    for (const char* line :
         {"only-left:order/a-b", "only-right:order/a-b", "only-left:order/a.b", "only-right:order/a.b"})
        QVERIFY2(!said.contains(line), said);
    QVERIFY(ends.compare(scratch / "D", scratch / "S").contains("only-left:empty/deeper/in"));
}

void EngineRemoteCompareTest::hardLinks()
{
    const Scratch scratch;
    makePair(scratch);
    struct stat info;
    QCOMPARE(::stat((scratch / "D/links/two/a").c_str(), &info), 0);
    must(::unlink((scratch / "D/links/two/a").c_str()) == 0, "unlink");
    file(scratch / "D/links/two/a", "shared");
    touch(scratch / "D/links/two/a", info.st_mtim.tv_sec, info.st_mtim.tv_nsec);
    QCOMPARE(::stat((scratch / "S/links/two").c_str(), &info), 0);
    touch(scratch / "D/links/two", info.st_mtim.tv_sec, info.st_mtim.tv_nsec);
    Ends ends;
    const QByteArray said = ends.compare(scratch / "S", scratch / "D");
    QVERIFY2(said.startsWith("hard-links:links/two/a \nof 1, "), said);
}

void EngineRemoteCompareTest::excludesAndNoContents()
{
    const Scratch scratch;
    makePair(scratch);
    folder(scratch / "S/cache");
    file(scratch / "S/cache/a", "a");
    file(scratch / "D/names/x.tmp", "x");
    file(scratch / "S/both", "a file");
    folder(scratch / "D/both");
    file(scratch / "D/both/in", "x");
    const std::string large = scratch / "D/large";
    struct stat info;
    must(::stat(large.c_str(), &info) == 0, "stat");
    const int fd = ::open(large.c_str(), O_WRONLY | O_CLOEXEC);
    must(::pwrite(fd, "?", 1, 1'000'000) == 1 && ::close(fd) == 0, "write");
    touch(large, info.st_mtim.tv_sec, info.st_mtim.tv_nsec);
    for (const char* side : {"S", "D"}) {
        touch(scratch / side, 5, 5);
        touch(scratch / (side + std::string("/names")), 5, 5);
    }
    Ends ends;
    CompareOptions options;
    options.excludes = {"/cache/", "*.tmp", "both/", "both"};
    QVERIFY(ends.compare(scratch / "S", scratch / "D", options).startsWith("contents:large "));
    options.contents = false;
    QVERIFY(ends.compare(scratch / "S", scratch / "D", options).startsWith("equal\n"));
    // What is excluded as a folder is not there for the file of its name.
    options.excludes.pop_back();
    QVERIFY(ends.compare(scratch / "S", scratch / "D", options).startsWith("only-left:both \nof 1,"));
    options.excludes.clear();
    QVERIFY(ends.compare(scratch / "S", scratch / "D", options).contains("only-left:cache/a"));
}

void EngineRemoteCompareTest::tooManyToList()
{
    const Scratch scratch(true);
    for (const char* side : {"S", "D"}) {
        folder(scratch / side);
        for (int i = 0; i < 50; ++i)
            file(scratch / (side + std::string("/") + std::to_string(i)), side);
        touch(scratch / side, 5, 5);
    }
    wire::Helper* none = nullptr;
    const auto far = helper();
    CompareOptions options;
    options.maxDifferences = 7;
    Counters counters;
    const auto report =
        wire::compare({none, scratch / "S", "S"}, {far.get(), scratch / "D", "D"}, options, counters, {});
    QVERIFY(report.ok() && !report->equal);
    QCOMPARE(report->differences.size(), 7U);
    QVERIFY(report->differencesTotal >= 50);
}

void EngineRemoteCompareTest::otherFileSystems()
{
    const Scratch scratch;
    makePair(scratch);
    if (::mount("none", (scratch / "S/empty-folder").c_str(), "tmpfs", 0, nullptr) != 0)
        QSKIP("nothing can be mounted here");
    file(scratch / "S/empty-folder/there", "x");
    Ends ends;
    const QByteArray said = ends.compare(scratch / "S", scratch / "D");
    const QByteArray back = ends.compare(scratch / "D", scratch / "S");
    must(::umount((scratch / "S/empty-folder").c_str()) == 0, "umount");
    for (const QByteArray& one : {said, back}) {
        QVERIFY2(one.contains("unreadable:empty-folder mount.boundary\n"), one);
        QVERIFY2(!one.contains("empty-folder/there"), one);
    }
}

/// What only one end may read is never said to be equal.
void EngineRemoteCompareTest::rootAtOneEndOnly()
{
    if (!isRoot())
        QSKIP("needs root");
    const Scratch scratch;
    must(::chmod(scratch.path().c_str(), 0755) == 0, "chmod");
    folder(scratch / "S");
    file(scratch / "S/secret", "secret", 0600);
    file(scratch / "S/open", "open");
    folder(scratch / "S/closed", 0700);
    file(scratch / "S/closed/in", "x");
    folder(scratch / "S/listed", 0744);
    file(scratch / "S/listed/in", "x");
    must(run(scratch / "S", scratch / "D")->verified, "copy");
    output(QStringLiteral("cp"), {QStringLiteral(ENGINE_SERVER), QFile::decodeName((scratch / "server").c_str())});
    const std::string nonce = wire::newNonce();
    auto channel = wire::Channel::start(
        {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", scratch / "server", nonce});
    QVERIFY(channel.ok());
    auto nobody = wire::Helper::greet(std::move(*channel), nonce, {}, {});
    QVERIFY(nobody.ok());
    QCOMPARE((*nobody)->uid(), std::int64_t{65534});
    const auto root = helper();
    wire::Helper* none = nullptr;
    for (wire::Helper* other : {none, root.get()}) {
        for (const bool left : {true, false}) {
            Counters counters;
            const wire::TreeEnd one{other, scratch / "S", "S"};
            const wire::TreeEnd two{nobody->get(), scratch / "D", "D"};
            const auto report = wire::compare(left ? one : two, left ? two : one, {}, counters, {});
            QVERIFY(report.ok() && !report->equal);
            QVERIFY2(words(report).startsWith("unreadable:closed path.denied\n"
                                              "unreadable:listed/in path.denied\n"
                                              "unreadable:secret path.denied\n"
                                              "of 3, "),
                     words(report));
        }
    }
}

/// More than fits in what an end may send ahead.
void EngineRemoteCompareTest::manyEntries()
{
    const Scratch scratch(true);
    for (const char* side : {"S", "D"}) {
        folder(scratch / side);
        folder(scratch / (side + std::string("/sub")));
        for (int i = 0; i < 20'000; ++i) {
            const std::string name = (i % 2 == 0 ? "/" : "/sub/") + std::string(180, 'n') + std::to_string(i);
            must(::symlink("to", (scratch / (side + name)).c_str()) == 0, name);
            touch(scratch / (side + name), 5, 5);
        }
        touch(scratch / (side + std::string("/sub")), 5, 5);
        touch(scratch / side, 5, 5);
    }
    Ends ends;
    const QByteArray said = ends.compare(scratch / "S", scratch / "D");
    QVERIFY2(said.startsWith("equal\nof 0, 20001 entries"), said);
}

void EngineRemoteCompareTest::missingRoots()
{
    const Scratch scratch;
    folder(scratch / "S");
    file(scratch / "F", "no folder");
    Ends ends;
    QCOMPARE(ends.compare(scratch / "none", scratch / "S"),
             QByteArray::fromStdString("path.missing " + (scratch / "none")));
    QCOMPARE(ends.compare(scratch / "S", scratch / "F"),
             QByteArray::fromStdString("path.not-a-folder " + (scratch / "F")));
    const auto far = helper();
    Counters counters;
    const auto named =
        wire::compare({far.get(), scratch / "none", "server:/none"}, {nullptr, scratch / "S", "S"}, {}, counters, {});
    QCOMPARE(words(named), QByteArray("path.missing server:/none"));
}

void EngineRemoteCompareTest::silentWhenCancelled()
{
    QFETCH(bool, left);
    const Scratch scratch;
    makePair(scratch);
    const auto near = helper();
    const auto far = helper();
    wire::Helper& silent = left ? *near : *far;
    ::kill(static_cast<pid_t>(silent.pid()), SIGSTOP);
    std::stop_source stop;
    QElapsedTimer since;
    std::thread stopping([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        since.start();
        stop.request_stop();
    });
    Counters counters;
    const auto report = wire::compare({near.get(), scratch / "S", "S"}, {far.get(), scratch / "D", "D"}, {}, counters,
                                      stop.get_token());
    stopping.join();
    const qint64 took = since.elapsed();
    ::kill(static_cast<pid_t>(silent.pid()), SIGKILL);
    QVERIFY2(report.ok() && report->cancelled && !report->equal && report->leftRootHash.empty(), words(report));
    QVERIFY2(took < 2000, QByteArray::number(took));
    // The other one serves on.
    const auto fresh = helper();
    const auto again = wire::compare({fresh.get(), scratch / "S", "S"},
                                     {left ? far.get() : near.get(), scratch / "D", "D"}, {}, counters, {});
    QVERIFY2(again.ok() && again->equal, words(again));
}

void EngineRemoteCompareTest::killed()
{
    QFETCH(bool, left);
    const Scratch scratch;
    makePair(scratch);
    const auto near = helper();
    const auto far = helper();
    wire::Helper& victim = left ? *near : *far;
    // Stopped first, so that it surely is in the middle when it dies.
    ::kill(static_cast<pid_t>(victim.pid()), SIGSTOP);
    std::thread killer([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        ::kill(static_cast<pid_t>(victim.pid()), SIGKILL);
    });
    Counters counters;
    const auto report =
        wire::compare({near.get(), scratch / "S", "S"}, {far.get(), scratch / "D", "D"}, {}, counters, {});
    killer.join();
    QCOMPARE(words(report), QByteArray("link.closed "));
    QVERIFY(victim.broken());
    const auto& other = left ? far : near;
    QVERIFY(!other->broken() && other->exists(scratch / "S").ok());
}

void EngineRemoteCompareTest::cancelledWhileHashing_data()
{
    QTest::addColumn<bool>("left");
    QTest::addColumn<bool>("right");
    QTest::newRow("from") << true << false;
    QTest::newRow("into") << false << true;
    QTest::newRow("between") << true << true;
}

void EngineRemoteCompareTest::cancelledWhileHashing()
{
    QFETCH(bool, left);
    QFETCH(bool, right);
    const Scratch scratch;
    folder(scratch / "S");
    // One file under many names, each of which is read.
    const std::string bytes = noise(1024 * 1024, 1);
    const int fd = ::open((scratch / "S/0").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
    for (int i = 0; i < 128; ++i)
        must(::write(fd, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()), "write");
    ::close(fd);
    for (int i = 1; i < 400; ++i)
        must(::link((scratch / "S/0").c_str(), (scratch / ("S/" + std::to_string(i))).c_str()) == 0, "link");
    const auto near = left ? helper() : nullptr;
    const auto far = right ? helper() : nullptr;
    std::stop_source stop;
    QElapsedTimer since;
    Counters counters;
    std::atomic<bool> ended{false};
    std::thread stopping([&] {
        while (!ended && counters.bytesDone == 0)
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        since.start();
        stop.request_stop();
    });
    const auto report = wire::compare({near.get(), scratch / "S", "S"}, {far.get(), scratch / "S", "S"}, {}, counters,
                                      stop.get_token());
    ended = true;
    stopping.join();
    QVERIFY2(report.ok() && report->cancelled && !report->equal, words(report));
    QVERIFY2(since.elapsed() < 2000, QByteArray::number(since.elapsed()));
    for (wire::Helper* one : {near.get(), far.get()})
        QVERIFY(one == nullptr || (!one->broken() && one->exists(scratch / "S").ok()));
}

QTEST_GUILESS_MAIN(EngineRemoteCompareTest)
#include "tst_engine_remote_compare.moc"
