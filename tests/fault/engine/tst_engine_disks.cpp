// SPDX-License-Identifier: GPL-3.0-or-later
// Disks that are full, out of inodes, read only, or that fail: real ones.
#include "tests/fault/engine/Disk.h"
#include "tests/fault/engine/Sweep.h"

using namespace disks;
using namespace sweep;

class TestEngineDisks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void namedForWhatItIs_data();
    void namedForWhatItIs();
    void failingWrites_data();
    void failingWrites();
};

namespace {

constexpr int kDefaultRounds = 3;

/// A disk whose image is served by a program that can be told to fail its writes. The loop driver takes a write that
/// was done in part for a whole one, which would be a disk that lies: so blocks are pages, and requests small enough
/// for FUSE to pass them on in one piece.
class FailingDisk : public Disk
{
public:
    FailingDisk(const std::string& folder, const QString& size)
        : Disk(folder, size, {QStringLiteral("-b"), QStringLiteral("4096")})
        , m_served(folder + "/served")
        , m_trigger(folder + "/fails")
    {
    }

    /// Mounts it through the server; so many of its writes fail while it is told to.
    void mountFailing(int percent)
    {
        file(m_served, "");
        m_server.setProcessChannelMode(QProcess::MergedChannels);
        m_server.start(QStringLiteral("nbdfuse"),
                       {name(m_served), QStringLiteral("["), QStringLiteral("nbdkit"),
                        QStringLiteral("--exit-with-parent"), QStringLiteral("--filter=error"), QStringLiteral("file"),
                        name(image()), QStringLiteral("error-pwrite=EIO"),
                        QStringLiteral("error-pwrite-rate=%1%").arg(percent),
                        QStringLiteral("error-file=") + name(m_trigger), QStringLiteral("]")});
        struct stat served = {};
        for (int waited = 0; served.st_size == 0 && waited < 10'000; waited += 10) {
            m_server.waitForFinished(10);
            ::stat(m_served.c_str(), &served);
        }
        if (served.st_size == 0)
            qFatal("nbdkit and nbdfuse serve no disk: %s", m_server.readAll().constData());
        const QByteArray device =
            output(QStringLiteral("losetup"), {QStringLiteral("-f"), QStringLiteral("--show"), name(m_served)})
                .trimmed();
        file("/sys/block" + device.mid(4).toStdString() + "/queue/max_sectors_kb", "64");
        mountFrom(device.toStdString(), QStringLiteral("rw"));
        output(QStringLiteral("losetup"), {QStringLiteral("-d"), QString::fromLocal8Bit(device)}); // once unmounted
    }
    void fail() const { file(m_trigger, ""); }
    /// The disk fails no more, and is looked at and mended as at a start of the machine.
    void heal()
    {
        ::unlink(m_trigger.c_str());
        unmount();
        for (int tries = 0; ::umount(m_served.c_str()) != 0 && tries < 200; ++tries) // the loop device may hold it yet
            ::usleep(10'000);
        must(m_server.waitForFinished(10'000), "end of the disk's server");
        ::unlink(m_served.c_str());
        QProcess check;
        check.start(QStringLiteral("e2fsck"), {QStringLiteral("-fy"), name(image())});
        must(check.waitForFinished(-1) && check.exitCode() < 4, check.readAllStandardOutput().toStdString());
    }

private:
    static QString name(const std::string& path) { return QFile::decodeName(path.c_str()); }

    std::string m_served;
    std::string m_trigger;
    QProcess m_server;
};

void fill(const std::string& path, std::size_t leave)
{
    const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    const std::string block(64 * 1024, 'f');
    off_t size = 0;
    for (ssize_t put = 0; (put = ::write(fd, block.data(), block.size())) > 0;)
        size += put;
    must(fd >= 0 && errno == ENOSPC && ::ftruncate(fd, size - static_cast<off_t>(leave)) == 0 && ::fsync(fd) == 0,
         "fill " + path);
    ::close(fd);
}

/// Takes all inodes but so many.
void takeInodes(const std::string& dir, int leave)
{
    int made = 0;
    while (::mknod((dir + "/" + std::to_string(made)).c_str(), S_IFREG | 0600, 0) == 0)
        ++made;
    must(errno == ENOSPC && made > leave, "take inodes");
    while (leave-- > 0)
        ::unlink((dir + "/" + std::to_string(--made)).c_str());
}

} // namespace

void TestEngineDisks::initTestCase()
{
    if (!isRoot())
        QSKIP("only root may mount the disks that fail");
    QVERIFY2(mountsOfOurOwn(), std::strerror(errno));
}

void TestEngineDisks::namedForWhatItIs_data()
{
    QTest::addColumn<QStringList>("features");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("no room") << QStringList() << QByteArray("disk.full");
    QTest::newRow("room for some") << QStringList() << QByteArray("disk.full");
    QTest::newRow("no inodes") << QStringList{QStringLiteral("-N"), QStringLiteral("64")}
                               << QByteArray("disk.no-inodes");
    QTest::newRow("inodes for some") << QStringList{QStringLiteral("-N"), QStringLiteral("64")}
                                     << QByteArray("disk.no-inodes");
    QTest::newRow("read only") << QStringList() << QByteArray("disk.read-only");
}

void TestEngineDisks::namedForWhatItIs()
{
    QFETCH(QStringList, features);
    QFETCH(QByteArray, code);
    const QByteArray row = QTest::currentDataTag();
    const Scratch scratch(true);
    const Disk disk(scratch / "disk", QStringLiteral("16M"), features);
    const Sweep sweep({}, disk.at());
    disk.mount();
    sweep.reset();
    folder(disk.at() + "/filler");
    if (code == "disk.full")
        fill(disk.at() + "/filler/file", row == "no room" ? 0 : 256 * 1024);
    else if (code == "disk.no-inodes")
        takeInodes(disk.at() + "/filler", row == "no inodes" ? 0 : 5);
    else
        disk.remount(QStringLiteral("ro"));
    QByteArray said;
    const int ended = sweep.runOnce({}, &said);
    QVERIFY2(ended == 3 && said.contains("error " + code + ' '), said.constData());
    QCOMPARE(sweep.wrongNow(), QByteArray());
    QCOMPARE(leftovers(sweep.target()), QByteArray());
    if (code == "disk.read-only")
        disk.remount(QStringLiteral("rw"));
    trees::remove(disk.at() + "/filler");
    QCOMPARE(sweep.wrongLater(), QByteArray());
    QCOMPARE(sweep.judgedByRsync(), QByteArray());
    disk.unmount();
}

void TestEngineDisks::failingWrites_data()
{
    QTest::addColumn<int>("percent");
    for (const int percent : {100, 15, 5, 2})
        QTest::addRow("%d of 100 writes", percent) << percent;
}

/// Which writes fail is by chance, so it is done again and again. The page cache takes everything, and the disk does
/// not have it: only syncs and what is read back from the disk tell.
void TestEngineDisks::failingWrites()
{
    QFETCH(int, percent);
    const Scratch scratch(true);
    const Sweep sweep({}, scratch / "disk/mnt");
    FailingDisk disk(scratch / "disk", QStringLiteral("24M"));
    disk.mount();
    sweep.reset();
    disk.unmount();
    disk.save();
    const int rounds = std::max(kDefaultRounds, qEnvironmentVariableIntValue("BASCULE_TEST_ROUNDS"));
    for (int round = 0; round < rounds; ++round) {
        disk.restore();
        disk.mountFailing(percent);
        disk.fail();
        QByteArray said;
        const int ended = sweep.runOnce({}, &said);
        disk.heal();
        disk.mount();
        QVERIFY2(ended == 0 || ended == 1 || ended == 3, said.constData());
        QVERIFY2(ended == 0 || said.contains("disk.io-error") || said.contains("disk.read-only"), said.constData());
        QVERIFY2(percent < 100 || ended == 3, said.constData());
        QCOMPARE(sweep.wrongNow(said), QByteArray());
        if (ended == 0) // P3 is about what the disk has, not what the cache had
            QCOMPARE(sweep.differences() + sweep.judgedByRsync(), QByteArray());
        QCOMPARE(sweep.wrongLater(), QByteArray());
        disk.unmount();
    }
}

QTEST_GUILESS_MAIN(TestEngineDisks)
#include "tst_engine_disks.moc"
