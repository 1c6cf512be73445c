// SPDX-License-Identifier: GPL-3.0-or-later
// A second process that flips a folder and a symlink that leads outside, as fast as it can, while a sync works there:
// what is outside stays as it is, and nothing of it is taken for the folder's.
#include "tests/unit/engine/Trees.h"

#include <QStandardPaths>

#include <csignal>
#include <filesystem>
#include <linux/fs.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>

using namespace trees;

namespace {

constexpr int kFolders = 12;
constexpr int kFiles = 100;  ///< in each of them
constexpr long kFlips = 100; ///< a test is to see that many, on a machine that is busy in a few rounds more
constexpr int kMostRounds = 40;

/// The flipping process. While it lives, `folder` and `other` change places; where the sync has made an end of the
/// link, there is a new one.
class Flipper
{
public:
    Flipper(const std::string& folder, const std::string& other, const std::string& outside, const std::string& attic)
        : m_flips(static_cast<long*>(
              ::mmap(nullptr, sizeof(long), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)))
    {
        must(m_flips != MAP_FAILED, "mmap");
        m_pid = ::fork();
        must(m_pid >= 0, "fork");
        if (m_pid == 0)
            flip(folder.c_str(), other.c_str(), outside.c_str(), attic.c_str());
        while (flips() == 0 && ::waitpid(m_pid, nullptr, WNOHANG) == 0)
            ::usleep(100);
    }
    ~Flipper()
    {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
        ::munmap(m_flips, sizeof(long));
    }
    Flipper(const Flipper&) = delete;
    Flipper& operator=(const Flipper&) = delete;

    long flips() const { return __atomic_load_n(m_flips, __ATOMIC_RELAXED); }

private:
    static bool isLink(const char* path)
    {
        struct stat info;
        return ::lstat(path, &info) == 0 && S_ISLNK(info.st_mode);
    }
    /// System calls only: the process is a copy of one with threads.
    [[noreturn]] void flip(const char* folder, const char* other, const char* outside, const char* attic) const
    {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        char kept[4096];
        const std::size_t length = std::strlen(attic);
        std::memcpy(kept, attic, length);
        unsigned random = 12345;
        for (unsigned number = 0;; ++number) {
            if (::syscall(SYS_renameat2, AT_FDCWD, folder, AT_FDCWD, other, RENAME_EXCHANGE) == 0)
                __atomic_add_fetch(m_flips, 1, __ATOMIC_RELAXED);
            if (number % 8 == 0 && !isLink(folder) && !isLink(other)) {
                for (unsigned digit = 0, rest = number; digit < 9; ++digit, rest /= 10)
                    kept[length + digit] = static_cast<char>('0' + rest % 10);
                kept[length + 9] = '\0';
                ::rename(other, kept);
                ::symlink(outside, other);
            }
            // Now at once, now after a moment: whatever the sync is at meets a flip.
            random = random * 1664525U + 1013904223U;
            if (random >> 31U != 0) {
                const timespec moment{0, static_cast<long>((random >> 8U) % 300'000U)};
                ::nanosleep(&moment, nullptr);
            }
        }
    }

    pid_t m_pid = -1;
    long* m_flips;
};

std::string folderName(int number)
{
    return "/sub" + std::to_string(number);
}

/// The same names wherever it is made; the bytes tell which one it is.
void makeFolder(const std::string& path, const std::string& bytes)
{
    folder(path);
    for (int i = 0; i < kFolders; ++i) {
        folder(path + folderName(i));
        for (int k = 0; k < kFiles; ++k)
            file(path + folderName(i) + "/file" + std::to_string(k), bytes + std::to_string(i * kFiles + k), 0640);
        touch(path + folderName(i), 1'000'000 + i, 7);
    }
    must(::symlink("sub0/file0", (path + "/soft").c_str()) == 0, path);
    touch(path, 1'000'000, 7);
}

/// Everything that can be seen of a tree, with the times of the last change of anything.
QByteArray everything(const std::string& root)
{
    const QByteArray names = output(QStringLiteral("find"), {QFile::decodeName(root.c_str()), QStringLiteral("-printf"),
                                                             QStringLiteral("%P %i %y %m %U %G %n %s %T@ %C@ %l\\n")});
    const QByteArray bytes = output(QStringLiteral("sh"), {QStringLiteral("-c"),
                                                           QStringLiteral("find \"$0\" -type f -print0 | sort -z | "
                                                                          "xargs -0 cat | sha256sum"),
                                                           QFile::decodeName(root.c_str())});
    QByteArrayList lines = names.split('\n');
    std::sort(lines.begin(), lines.end());
    return lines.join('\n') + bytes;
}

/// Files below, links unfollowed, with those bytes in them.
QByteArray holding(const std::string& root, const char* bytes)
{
    QProcess process;
    process.start(QStringLiteral("grep"),
                  {QStringLiteral("-rl"), QString::fromLatin1(bytes), QFile::decodeName(root.c_str())});
    process.waitForFinished(-1);
    return process.readAllStandardOutput();
}

} // namespace

class TestEngineFlips : public QObject
{
    Q_OBJECT

    /// Where they all are; the root is a folder further down, so that "outside" is not far.
    struct Ground
    {
        Scratch dir;
        std::string source = dir / "source", target = dir / "target", outside = dir / "outside", attic = dir / "attic";
        explicit Ground(bool onDisk)
            : dir(!onDisk)
        {
            folder(source);
            folder(source + "/deep");
            folder(target);
            folder(target + "/deep");
            makeFolder(outside, "OUTSIDE");
            folder(attic);
        }
        /// Links in it unfollowed, also by what makes them removable.
        static void clear(const std::string& path)
        {
            std::filesystem::remove_all(path);
            folder(path);
        }
    };
    /// In memory, where flips are fastest, here and with the end that is flipped behind a helper; and once on a disk,
    /// where names are given in batches.
    static void addRows(const char* far)
    {
        QTest::addColumn<QByteArray>("ends");
        QTest::addColumn<bool>("onDisk");
        QTest::newRow("here") << QByteArray() << false;
        QTest::newRow(far) << QByteArray(far) << false;
        QTest::newRow("disk") << QByteArray() << true;
    }
    static void chooseEnds(const QByteArray& ends)
    {
        if (ends.isEmpty())
            qunsetenv("BASCULE_TEST_ENDS");
        else
            qputenv("BASCULE_TEST_ENDS", ends);
    }
    /// Once nobody flips any more, a sync makes them equal.
    static void expectConverges(const Ground& at)
    {
        SyncOptions options;
        options.deleteExtra = true;
        const auto last = trees::run(at.source, at.target, options);
        QVERIFY2(last && last->verified, words(last));
        QCOMPARE(rsyncDifference(at.source, at.target), QByteArray());
        QCOMPARE(leftovers(at.target), QByteArray());
    }
    /// Rounds: `prepare` lays the ground, `work` syncs while "flip" in `place` changes with the link beside it, `after`
    /// looks; until there were flips enough. Nothing outside may be touched, and in the end a sync makes all equal.
    static void flip(const Ground& at, const std::string& place, const std::function<void()>& prepare,
                     const std::function<void(int)>& work, const std::function<void()>& after)
    {
        QFETCH(bool, onDisk);
        const int rounds = onDisk ? 1 : 6;
        const QByteArray before = everything(at.outside);
        long flips = 0;
        for (int round = 0; round < rounds || (flips < kFlips && round < kMostRounds); ++round) {
            prepare();
            must(::symlink(at.outside.c_str(), (place + "/other").c_str()) == 0, "other");
            {
                const Flipper flipper(place + "/flip", place + "/other", at.outside, at.attic + "/");
                work(round);
                flips += flipper.flips();
            }
            QVERIFY2(everything(at.outside) == before, "something outside was touched");
            after();
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY(flips >= kFlips);
        expectConverges(at);
        QVERIFY(everything(at.outside) == before);
    }

private slots:
    void initTestCase() { QVERIFY(!QStandardPaths::findExecutable(QStringLiteral("rsync")).isEmpty()); }
    void cleanup() { qunsetenv("BASCULE_TEST_ENDS"); }
    void writing_data() { addRows("into"); }
    void writing();
    void replacing_data() { addRows("into"); }
    void replacing();
    void removing_data() { addRows("into"); }
    void removing();
    void reading_data() { addRows("from"); }
    void reading();
};

/// The target's folder is flipped while thousands of files are written into it.
void TestEngineFlips::writing()
{
    QFETCH(QByteArray, ends);
    QFETCH(bool, onDisk);
    chooseEnds(ends);
    const Ground at(onDisk);
    makeFolder(at.source + "/deep/flip", "source");
    std::int64_t created = 0;
    flip(
        at, at.target + "/deep",
        [&] {
            at.clear(at.target + "/deep");
            folder(at.target + "/deep/flip");
        },
        [&](int) {
            for (int again = 0; again < 2; ++again) {
                const auto report = trees::run(at.source, at.target, {});
                created += report ? report->created : 0;
            }
        },
        [&] { QCOMPARE(holding(at.target, "OUTSIDE"), QByteArray()); });
    QVERIFY(created > 0);
}

/// What is there is replaced, its attributes are changed, and the old is kept elsewhere.
void TestEngineFlips::replacing()
{
    QFETCH(QByteArray, ends);
    QFETCH(bool, onDisk);
    chooseEnds(ends);
    const Ground at(onDisk);
    makeFolder(at.source + "/deep/flip", "source");
    for (int i = 0; i < kFolders; i += 2) // attributes only
        must(::chmod((at.source + "/deep/flip" + folderName(i)).c_str(), 0700) == 0, "chmod");
    const std::string kept = at.dir / "kept";
    folder(kept);
    std::int64_t changed = 0;
    flip(
        at, at.target + "/deep",
        [&] {
            at.clear(at.target + "/deep");
            makeFolder(at.target + "/deep/flip", "older, and of another size ");
        },
        [&](int round) {
            SyncOptions options;
            options.keepReplacedIn = round % 2 == 0 ? kept : std::string();
            const auto report = trees::run(at.source, at.target, options);
            changed += report ? report->replaced + report->metadataOnly : 0;
        },
        [&] { QCOMPARE(holding(kept, "OUTSIDE"), QByteArray()); });
    QVERIFY(changed > 0);
}

/// A folder that the source does not have goes, while it is flipped: what is outside has all the same names.
void TestEngineFlips::removing()
{
    QFETCH(QByteArray, ends);
    QFETCH(bool, onDisk);
    chooseEnds(ends);
    const Ground at(onDisk);
    file(at.source + "/deep/one", "1");
    SyncOptions options;
    options.deleteExtra = true;
    std::int64_t deleted = 0;
    flip(
        at, at.target + "/deep",
        [&] {
            at.clear(at.target + "/deep");
            makeFolder(at.target + "/deep/flip", "target");
        },
        [&](int) {
            for (int again = 0; again < 2; ++again) {
                const auto report = trees::run(at.source, at.target, options);
                deleted += report ? report->deleted : 0;
            }
        },
        [] {});
    QVERIFY(deleted > 0);
}

/// The source's folder is flipped: what the link leads to is not the source's, and does not arrive.
void TestEngineFlips::reading()
{
    QFETCH(QByteArray, ends);
    QFETCH(bool, onDisk);
    chooseEnds(ends);
    const Ground at(onDisk);
    std::int64_t created = 0;
    flip(
        at, at.source + "/deep",
        [&] {
            at.clear(at.target);
            at.clear(at.source + "/deep");
            makeFolder(at.source + "/deep/flip", "source");
        },
        [&](int round) {
            SyncOptions options;
            options.checksum = round % 3 == 2;
            options.deleteExtra = true;
            for (int again = 0; again < 2; ++again) {
                const auto report = trees::run(at.source, at.target, options);
                created += report ? report->created : 0;
                QCOMPARE(holding(at.target, "OUTSIDE"), QByteArray());
            }
        },
        [] {});
    QVERIFY(created > 0);
}

QTEST_GUILESS_MAIN(TestEngineFlips)
#include "tst_engine_flips.moc"
