// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept exactly, and what is said where it cannot be: judged by rsync, mtree, getfacl, getfattr, getcap and
// find.
#include "tests/support/OwnMount.h"
#include "tests/unit/engine/Oracles.h"

#include <grp.h>
#include <sys/mount.h>
#include <sys/wait.h>

using namespace trees;

class TestEngineExact : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void setIdsAndCapabilitiesSurviveChown();
    void closedFoldersGetTheirTimesLast();
    void linksOfHiddenNames();
    void holes();
    void fifosAreNeverOpened();
    void attributesThatDoNotFit();
    void loopsOfMounts();
    void plainUsersKeepNoOwners();

private:
    bool m_mounts = false;
};

#define VERIFY_EXACT(scratch)                                                                                          \
    QCOMPARE(rsyncDifference(scratch / "S", scratch / "D"), QByteArray());                                             \
    QCOMPARE(outsideDifference(scratch / "S", scratch / "D"), QByteArray());                                           \
    QCOMPARE(shapeDifference(shape(scratch / "D"), shape(scratch / "S")), QByteArray())

namespace {

constexpr char kCapability[20] = {1, 0, 0, 2, 0, 0x20, 0, 0}; // cap_net_raw, effective

void makeSpecialProgram(const std::string& path, uid_t owner)
{
    if (!exists(path))
        file(path, "program");
    must(::chown(path.c_str(), owner, owner) == 0 && setAcl(path, "system.posix_acl_access", acl(7, 4711, 5)) &&
             ::chmod(path.c_str(), 06755) == 0 &&
             ::setxattr(path.c_str(), "security.capability", kCapability, sizeof kCapability, 0) == 0,
         path);
    touch(path, 1'000'000, 123);
}

} // namespace

void TestEngineExact::initTestCase()
{
    m_mounts = mountsOfOurOwn();
    QVERIFY(m_mounts || !isRoot());
}

/// chown clears set-id bits and capabilities, and an ACL changes the mode: also where the file is not copied again.
void TestEngineExact::setIdsAndCapabilitiesSurviveChown()
{
    if (!isRoot())
        QSKIP("only root gives files away");
    const Scratch scratch;
    folder(scratch / "S");
    makeSpecialProgram(scratch / "S/program", 1000);
    QVERIFY(run(scratch / "S", scratch / "D")->verified);
    VERIFY_EXACT(scratch);
    makeSpecialProgram(scratch / "S/program", 2000);
    const auto result = run(scratch / "S", scratch / "D");
    QCOMPARE(words(result), QByteArray());
    QCOMPARE(result->transferred, 0);
    QCOMPARE(result->metadataOnly, 1);
    VERIFY_EXACT(scratch);
    struct stat info;
    char value[64];
    QCOMPARE(::stat((scratch / "D/program").c_str(), &info), 0);
    QCOMPARE(info.st_mode & 07777U, 06755U);
    QCOMPARE(::getxattr((scratch / "D/program").c_str(), "security.capability", value, sizeof value), 20);
    // The other way round: bits that go, go.
    must(::removexattr((scratch / "S/program").c_str(), "security.capability") == 0 &&
             ::removexattr((scratch / "S/program").c_str(), "system.posix_acl_access") == 0 &&
             ::chmod((scratch / "S/program").c_str(), 0711) == 0,
         "plain");
    QVERIFY(run(scratch / "S", scratch / "D")->verified);
    VERIFY_EXACT(scratch);
}

void TestEngineExact::closedFoldersGetTheirTimesLast()
{
    const Scratch scratch;
    std::string path = scratch / "S";
    folder(path);
    for (int depth = 0; depth < 6; ++depth) {
        path += "/closed";
        folder(path);
        file(path + "/child", "c");
    }
    for (; path.size() > (scratch / "S").size(); path.resize(path.rfind('/'))) {
        touch(path, 1000 + static_cast<time_t>(path.size()), 7);
        must(::chmod(path.c_str(), 0555) == 0, path);
    }
    QVERIFY(run(scratch / "S", scratch / "D")->verified);
    VERIFY_EXACT(scratch);
    // A change far below touches folders that have to look untouched.
    const std::string deepest = scratch / "S/closed/closed/closed/closed/closed/closed";
    must(::chmod(deepest.c_str(), 0755) == 0, "open");
    file(deepest + "/child", "changed");
    file(deepest + "/more", "more");
    touch(deepest, 5000, 5);
    must(::chmod(deepest.c_str(), 0555) == 0, "close");
    QVERIFY(run(scratch / "S", scratch / "D")->verified);
    VERIFY_EXACT(scratch);
}

/// Some names of an inode lie outside or are excluded: the others are linked with each other, and with nothing else.
void TestEngineExact::linksOfHiddenNames()
{
    const Scratch scratch;
    folder(scratch / "S");
    folder(scratch / "S/hidden");
    file(scratch / "S/a", "linked");
    for (const char* name : {"S/b", "S/hidden/c", "outside"})
        must(::link((scratch / "S/a").c_str(), (scratch / name).c_str()) == 0, name);
    file(scratch / "S/twin", "linked");
    SyncOptions options;
    options.excludes = {"/hidden"};
    QVERIFY(run(scratch / "S", scratch / "D", options)->verified);
    struct stat a, b, twin;
    QVERIFY(::stat((scratch / "D/a").c_str(), &a) == 0 && ::stat((scratch / "D/b").c_str(), &b) == 0 &&
            ::stat((scratch / "D/twin").c_str(), &twin) == 0);
    QCOMPARE(a.st_ino, b.st_ino);
    QCOMPARE(a.st_nlink, 2U);
    QVERIFY(twin.st_ino != a.st_ino && twin.st_nlink == 1);
    QVERIFY(run(scratch / "S", scratch / "D")->verified);
    must(::unlink((scratch / "outside").c_str()) == 0, "outside"); // nlink is compared too
    QVERIFY(run(scratch / "S", scratch / "D")->verified);
    VERIFY_EXACT(scratch);
}

void TestEngineExact::holes()
{
    const Scratch scratch;
    folder(scratch / "S");
    const auto sized = [&](const char* name, off_t size) {
        must(::truncate((scratch / name).c_str(), size) == 0, name);
    };
    file(scratch / "S/hole", "");
    sized("S/hole", 64 * 1024 * 1024 + 3);
    file(scratch / "S/trailing", noise(10'000, 1));
    sized("S/trailing", 4 * 1024 * 1024);
    file(scratch / "S/leading", "");
    sized("S/leading", 4 * 1024 * 1024);
    const int fd = ::open((scratch / "S/leading").c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
    must(fd >= 0 && ::write(fd, "end", 3) == 3, "end");
    ::close(fd);
    sparseFile(scratch / "S/both");
    file(scratch / "S/zeros", std::string(100'000, '\0'));
    const auto result = run(scratch / "S", scratch / "D");
    QCOMPARE(words(result), QByteArray());
    VERIFY_EXACT(scratch);
    struct stat info;
    QCOMPARE(::stat((scratch / "D/hole").c_str(), &info), 0);
    QCOMPARE(info.st_blocks, 0);
    // A hole is filled, data becomes a hole.
    const int both = ::open((scratch / "S/both").c_str(), O_WRONLY | O_CLOEXEC);
    must(both >= 0 && ::pwrite(both, "filled", 6, 2 * 1024 * 1024) == 6 &&
             ::fallocate(both, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, 65536, 8192) == 0,
         "both");
    ::close(both);
    QVERIFY(run(scratch / "S", scratch / "D")->verified);
    VERIFY_EXACT(scratch);
}

/// Whoever opens a fifo without a writer waits for ever: also where it comes and goes between syncs.
void TestEngineExact::fifosAreNeverOpened()
{
    const Scratch scratch;
    folder(scratch / "S");
    must(::mkfifo((scratch / "S/fifo").c_str(), 0600) == 0, "fifo");
    file(scratch / "S/was-file", "x");
    SyncOptions options;
    options.checksum = true; // reads whatever it may
    QVERIFY(run(scratch / "S", scratch / "D", options)->verified);
    must(::unlink((scratch / "S/was-file").c_str()) == 0 && ::mkfifo((scratch / "S/was-file").c_str(), 0640) == 0 &&
             ::unlink((scratch / "S/fifo").c_str()) == 0,
         "change");
    file(scratch / "S/fifo", "a file now");
    QVERIFY(run(scratch / "S", scratch / "D", options)->verified);
    VERIFY_EXACT(scratch);
}

/// ext4 has one block for a file's attributes; what does not fit is listed, and the rest of the file is there.
void TestEngineExact::attributesThatDoNotFit()
{
    if (!m_mounts)
        QSKIP("only root may mount a file system that cannot hold them");
    const Scratch scratch(true);
    folder(scratch / "S");
    if (!takesXattr(scratch / "S", "user.t"))
        QSKIP("the file system in memory takes no attributes before Linux 6.6");
    folder(scratch / "mnt");
    const QString image = QFile::decodeName((scratch / "image").c_str());
    QCOMPARE(output(QStringLiteral("truncate"), {QStringLiteral("-s"), QStringLiteral("16M"), image}), QByteArray());
    QCOMPARE(output(QStringLiteral("mkfs.ext4"), {QStringLiteral("-q"), QStringLiteral("-F"), image}), QByteArray());
    QCOMPARE(output(QStringLiteral("mount"), {QStringLiteral("-o"), QStringLiteral("loop"), image,
                                              QFile::decodeName((scratch / "mnt").c_str())}),
             QByteArray());
    file(scratch / "S/file", "contents", 0640);
    const std::string large = noise(10'000, 1);
    must(::setxattr((scratch / "S/file").c_str(), "user.large", large.data(), large.size(), 0) == 0 &&
             ::setxattr((scratch / "S/file").c_str(), "user.small", "s", 1, 0) == 0,
         "xattr");
    touch(scratch / "S/file", 1234, 5);
    file(scratch / "S/plain", "plain");
    const auto result = run(scratch / "S", scratch / "mnt/D");
    const auto again = run(scratch / "S", scratch / "mnt/D");
    const std::string copied = content(scratch / "mnt/D/file");
    char value[8] = {};
    const ssize_t kept = ::getxattr((scratch / "mnt/D/file").c_str(), "user.small", value, sizeof value);
    struct stat info = {};
    ::stat((scratch / "mnt/D/file").c_str(), &info);
    const bool others = content(scratch / "mnt/D/plain") == "plain";
    ::umount((scratch / "mnt").c_str());
    QVERIFY(result.ok() && !result->verified);
    QCOMPARE(result->skippedTotal, 1);
    QCOMPARE(result->skipped[0].path + ' ' + result->skipped[0].reason, std::string("file metadata.xattr-not-kept"));
    QVERIFY2(result->skipped[0].detail.find("user.large") != std::string::npos, result->skipped[0].detail.c_str());
    QVERIFY(copied == "contents" && kept == 1 && others);
    QCOMPARE(info.st_mode & 07777U, 0640U);
    QCOMPARE(info.st_mtim.tv_sec, 1234);
    // Said again as long as it is so, but nothing is copied for it again.
    QVERIFY(again.ok() && !again->verified && again->skippedTotal == 1 && again->transferred == 0);
}

/// A folder that is mounted in itself, and file systems below: listed, never entered, never deleted from.
void TestEngineExact::loopsOfMounts()
{
    if (!m_mounts)
        QSKIP("only root may mount");
    const Scratch scratch;
    folder(scratch / "S");
    file(scratch / "S/file", "x");
    for (const char* name : {"S/loop", "S/proc", "S/memory"})
        folder(scratch / name);
    const auto mounted = [&](const char* what, const char* at, const char* type, unsigned long flags) {
        must(::mount(what, (scratch / at).c_str(), type, flags, nullptr) == 0, at);
    };
    mounted((scratch / "S").c_str(), "S/loop", nullptr, MS_BIND | MS_REC);
    mounted("none", "S/proc", "proc", 0);
    mounted("none", "S/memory", "tmpfs", 0);
    file(scratch / "S/memory/file", "another file system");
    SyncOptions options;
    options.deleteExtra = true;
    const auto first = run(scratch / "S", scratch / "D", options);
    const bool crossed =
        exists(scratch / "D/loop/file") || exists(scratch / "D/proc/self") || exists(scratch / "D/memory/file");
    // Something mounted at the target in the place of what is deleted there.
    folder(scratch / "D/extra");
    mounted("none", "D/extra", "tmpfs", 0);
    file(scratch / "D/extra/precious", "p");
    const auto second = run(scratch / "S", scratch / "D", options);
    const bool kept = exists(scratch / "D/extra/precious");
    for (const char* at : {"D/extra", "S/memory", "S/proc", "S/loop"})
        ::umount2((scratch / at).c_str(), MNT_DETACH);
    QByteArrayList listed = words(first).split('\n');
    std::sort(listed.begin(), listed.end());
    QCOMPARE(listed.join('|'), QByteArray("|mount.boundary loop |mount.boundary memory |mount.boundary proc "));
    QVERIFY(!crossed);
    QVERIFY(kept && words(second).contains("mount.boundary extra"));
}

/// Without root owners cannot be kept: each is listed, and nobody gets rights by the loss.
/// As nobody, in a process of its own: what sync said, and what comparing says then.
QByteArray syncedByNobody(const Scratch& scratch, bool free)
{
    int pipe[2];
    must(::pipe2(pipe, O_CLOEXEC) == 0, "pipe");
    const pid_t child = ::fork();
    if (child == 0) {
        if (::setgroups(0, nullptr) != 0 || ::setgid(65534) != 0 || ::setuid(65534) != 0)
            ::_exit(9);
        Counters counters;
        SyncOptions options;
        options.owners = free ? OwnersBy::Free : OwnersBy::Number;
        const auto result = sync(scratch / "S", scratch / "out/D", options, counters, {}, {});
        std::set<std::string> lines;
        for (const SkippedItem& item : result ? result->skipped : std::vector<SkippedItem>())
            lines.insert(item.path + ":" + item.reason);
        std::string text = result && result->verified ? "verified" : "listed";
        if (!result)
            text = result.error().code + ' ' + result.error().subject.substr(scratch.path().size()) + ' ' +
                   std::get<std::string>(result.error().params.at("owner"));
        for (const std::string& line : lines)
            text += ' ' + line;
        ::_exit(::write(pipe[1], text.data(), text.size()) == static_cast<ssize_t>(text.size()) ? 0 : 8);
    }
    ::close(pipe[1]);
    char said[4096] = {};
    must(::read(pipe[0], said, sizeof said - 1) > 0, "nothing said");
    ::close(pipe[0]);
    int status = 0;
    must(::waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0, "child");
    return said;
}

/// Row 11: nothing of somebody else's is there before somebody says that owners may go.
void TestEngineExact::plainUsersKeepNoOwners()
{
    if (!isRoot())
        QSKIP("only root can give files to somebody first");
    const Scratch scratch;
    must(::chmod(scratch.path().c_str(), 0755) == 0, "scratch");
    folder(scratch / "S");
    file(scratch / "S/own", "o", 0644);
    must(::chown((scratch / "S/own").c_str(), 65534, 65534) == 0, "own");
    file(scratch / "S/others", "x", 0644);
    file(scratch / "S/setuid", "x");
    const auto own = [&](uid_t id) {
        must(::chown((scratch / "S/setuid").c_str(), id, id) == 0 &&
                 ::chmod((scratch / "S/setuid").c_str(), 06755) == 0,
             "setuid");
    };
    own(65534);
    folder(scratch / "out", 0700);
    must(::chown((scratch / "out").c_str(), 65534, 65534) == 0, "out");
    QCOMPARE(syncedByNobody(scratch, false), QByteArray("owner.cannot-be-given /out/D 0:0"));
    QVERIFY(!exists(scratch / "out/D"));
    must(::chown((scratch / "S").c_str(), 65534, 65534) == 0, "root");
    QCOMPARE(syncedByNobody(scratch, false), QByteArray("owner.cannot-be-given /out/D/others 0:0"));
    for (const auto& entry : std::filesystem::directory_iterator(scratch / "out/D"))
        QVERIFY2(entry.path().filename() == "own" || entry.path().filename() == "setuid", entry.path().c_str());
    must(::chown((scratch / "S").c_str(), 0, 0) == 0, "root");
    own(1000);
    QCOMPARE(syncedByNobody(scratch, true), QByteArray("listed :metadata.owner-not-kept others:metadata.owner-not-kept "
                                                       "setuid:metadata.owner-not-kept"));
    struct stat info;
    QCOMPARE(::stat((scratch / "out/D/setuid").c_str(), &info), 0);
    QCOMPARE(info.st_mode & 07777U, 0755U); // set-id bits would lend the user's identity
    QCOMPARE(info.st_uid, 65534U);
    Counters counters;
    CompareOptions options;
    QVERIFY(!compare(scratch / "S", scratch / "out/D", options, counters, {})->equal);
    options.owners = OwnersBy::Free;
    const auto compared = compare(scratch / "S", scratch / "out/D", options, counters, {});
    QVERIFY2(compared->equal, compared->differences.empty() ? "" : compared->differences.front().path.c_str());
    file(scratch / "S/own", "other", 0640);
    QVERIFY(!compare(scratch / "S", scratch / "out/D", options, counters, {})->equal);
}

QTEST_GUILESS_MAIN(TestEngineExact)
#include "tst_engine_exact.moc"
