// SPDX-License-Identifier: GPL-3.0-or-later
// Large files of a local run that is killed or stopped in the middle: the next run goes on behind what is proven, and
// believes nothing that is not.
#include "tests/fault/engine/Sweep.h"

#include "core/engine/Io.h"

#include <filesystem>

using namespace sweep;

namespace {

constexpr std::int64_t kMiB = 1024 * 1024;
constexpr std::int64_t kSize = 12 * kMiB + 4321;

/// Bytes that this process has read from files so far.
std::int64_t bytesRead()
{
    for (const QByteArray& line : QByteArray::fromStdString(content("/proc/self/io")).split('\n')) {
        if (line.startsWith("rchar: "))
            return line.mid(7).toLongLong();
    }
    qFatal("the kernel does not tell what was read");
}

/// Stops a run at its n-th call that changes something.
struct StopAt
{
    explicit StopAt(int which)
        : left(which)
    {
        io::setHook(
            [](const char*, void* me) {
                auto* self = static_cast<StopAt*>(me);
                if (--self->left == 0)
                    self->stop.request_stop();
                return 0;
            },
            this);
    }
    ~StopAt() { io::setHook(nullptr, nullptr); }
    StopAt(const StopAt&) = delete;
    StopAt& operator=(const StopAt&) = delete;
    std::atomic<int> left;
    std::stop_source stop;
};

/// What a run left of a large file.
struct Left
{
    std::string held, record;
    std::int64_t proven = 0; ///< as the record has it
    bool sealed = false;
    bool isDressed = false;
    explicit Left(const std::string& target)
    {
        for (const auto& entry : std::filesystem::directory_iterator(target)) {
            const std::string path = entry.path().string();
            if (path.ends_with(".held"))
                held = path;
            if (path.ends_with(".proof"))
                record = path;
        }
        if (record.empty())
            return;
        struct stat info;
        isDressed = !held.empty() && ::stat(held.c_str(), &info) == 0 && (info.st_mode & 07777U) != 0600U;
        for (const QByteArray& line : QByteArray::fromStdString(content(record)).split('\n')) {
            sealed = sealed || line.startsWith("sealed ");
            proven += line.size() == 49 ? kMiB : 0;
        }
    }
};

} // namespace

class TestEngineLarge : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qputenv("BASCULE_PROVE_EVERY", QByteArray::number(static_cast<qint64>(kMiB)));
        qputenv("BASCULE_MEMORY_AS_DISK", "1");
    }
    void killedAnywhere();
    void stoppedAnywhere();
    void notBelieved_data();
    void notBelieved();
    void killedThenStopped();
    void keepsHoles();
    void nobodyGoesOn();
    void othersDoNotTakeIt();
    void undone();
    void noRoomForTheRecord();

private:
    static void makeSource(const std::string& root)
    {
        folder(root);
        file(root + "/large", noise(kSize, 7), 0640);
        file(root + "/small", "small");
        // Not of this very moment: what changes now has another time.
        touch(root + "/large", 1'600'000'000, 123'456'789);
    }
    /// A sync in a process of its own that is killed before its n-th call; its exit code, −1 when it was.
    static int killedAt(int call, const std::string& source, const std::string& target)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("BASCULE_FAULT"), QStringLiteral("%1:KILL").arg(call));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(BASCULE_ENGINE_DRIVER),
                      {QStringLiteral("sync"), QStringLiteral("--threads"), QStringLiteral("1"),
                       QFile::decodeName(source.c_str()), QFile::decodeName(target.c_str())});
        if (!process.waitForFinished(60'000))
            qFatal("the driver does not end");
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }
    static Result<SyncReport> stoppedAt(int call, const Scratch& scratch)
    {
        StopAt at(call);
        Counters counters;
        SyncOptions options;
        options.threads = 1;
        return sync(scratch / "S", scratch / "D", options, counters, at.stop.get_token());
    }
    /// Leaves the target as a run that was ended at that call does.
    static void interrupt(const Scratch& scratch, bool kill, int call)
    {
        if (kill)
            QCOMPARE(killedAt(call, scratch / "S", scratch / "D"), -1);
        else
            QVERIFY(stoppedAt(call, scratch)->cancelled);
    }
    /// `read`: what the run that makes it whole reads, at both ends.
    static void converges(const Scratch& scratch, std::int64_t* read = nullptr)
    {
        const std::int64_t before = bytesRead();
        const auto result = run(scratch / "S", scratch / "D");
        if (read != nullptr)
            *read = bytesRead() - before;
        QVERIFY2(result.ok() && result->verified, words(result));
        QCOMPARE(content(scratch / "D/large") == content(scratch / "S/large"), true);
        static int round = 0;
        if (++round % 4 == 1) // it reads all of it twice
            QCOMPARE(rsyncDifference(scratch / "S", scratch / "D"), QByteArray());
        Counters counters;
        QVERIFY(compare(scratch / "S", scratch / "D", {}, counters, {})->equal);
        QCOMPARE(leftovers(scratch / "D"), QByteArray());
    }
};

void TestEngineLarge::killedAnywhere()
{
    int goneOn = 0;
    const Scratch scratch(true);
    makeSource(scratch / "S");
    for (int call = 1;; call += 5 * kSweepStep) {
        remove(scratch / "D");
        const int code = killedAt(call, scratch / "S", scratch / "D");
        QVERIFY(code == 0 || code == -1);
        if (code == 0)
            break;
        const bool isThere = exists(scratch / "D/large");
        const Left left(exists(scratch / "D") ? scratch / "D" : scratch / "S");
        std::int64_t read = 0;
        converges(scratch, &read);
        // In the moment before it is promoted it has the source's attributes, and is not ours alone.
        if (isThere || left.proven == 0 || left.isDressed)
            continue;
        ++goneOn;
        // The new part at both ends, and the old one at the target alone.
        const std::int64_t wanted = 2 * (kSize - left.proven) + left.proven;
        QVERIFY2(read >= wanted && read < wanted + kMiB / 2,
                 QByteArray::number(static_cast<qint64>(read - wanted)).constData());
    }
    QVERIFY2(goneOn > 10 / kSweepStep, QByteArray::number(goneOn).constData());
}

void TestEngineLarge::stoppedAnywhere()
{
    int goneOn = 0;
    const Scratch scratch(true);
    makeSource(scratch / "S");
    for (int call = 1;; call += 5 * kSweepStep) {
        remove(scratch / "D");
        const auto result = stoppedAt(call, scratch);
        QVERIFY2(result.ok(), words(result));
        if (!result->cancelled)
            break;
        const Left left(scratch / "D");
        QCOMPARE(left.held.empty(), left.record.empty());
        if (left.held.empty())
            QCOMPARE(leftovers(scratch / "D"), QByteArray()); // else nothing is left
        else
            QVERIFY(left.sealed);
        const bool isThere = exists(scratch / "D/large");
        std::int64_t read = 0;
        converges(scratch, &read);
        if (isThere || left.proven == 0)
            continue;
        ++goneOn;
        // Nothing of what is proven is read again, at neither end.
        const std::int64_t wanted = 2 * (kSize - left.proven);
        QVERIFY2(read >= wanted && read < wanted + kMiB / 2,
                 QByteArray::number(static_cast<qint64>(read - wanted)).constData());
    }
    QVERIFY2(goneOn > 10 / kSweepStep, QByteArray::number(goneOn).constData());
}

void TestEngineLarge::notBelieved_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<bool>("kill");
    for (const char* what :
         {"as it was", "a byte of the copy", "the first byte of the copy", "a hash in the record",
          "a record's checksum", "a record cut off", "a torn line", "an empty record", "a record of something else",
          "no record", "a shorter copy", "a longer copy", "another copy", "the source rewritten", "a link to the copy",
          "a copy open to others", "a record open to others", "a link for a record"}) {
        for (const bool kill : {false, true})
            QTest::addRow("%s, %s", what, kill ? "killed" : "stopped") << QString::fromLatin1(what) << kill;
    }
}

void TestEngineLarge::notBelieved()
{
    QFETCH(QString, what);
    QFETCH(bool, kill);
    const Scratch scratch(true);
    makeSource(scratch / "S");
    interrupt(scratch, kill, 60);
    const Left left(scratch / "D");
    QVERIFY(left.proven >= 3 * kMiB && left.proven < kSize - kMiB);
    const std::string bytes = content(left.record);
    if (what == u"a byte of the copy")
        flip(left.held, 2 * kMiB + 17);
    else if (what == u"the first byte of the copy")
        flip(left.held, 0);
    else if (what == u"a hash in the record")
        flip(left.record, 55);
    else if (what == u"a record's checksum")
        flip(left.record, 90);
    else if (what == u"a record cut off")
        std::filesystem::resize_file(left.record, 110);
    else if (what == u"a torn line")
        std::filesystem::resize_file(left.record, bytes.size() - 20);
    else if (what == u"an empty record")
        std::filesystem::resize_file(left.record, 0);
    else if (what == u"a record of something else") {
        const Scratch other(true);
        makeSource(other / "S");
        interrupt(other, kill, 70);
        file(left.record, content(Left(other / "D").record), 0600);
    } else if (what == u"no record")
        std::filesystem::remove(left.record);
    else if (what == u"a shorter copy")
        std::filesystem::resize_file(left.held, kMiB + 5);
    else if (what == u"a longer copy")
        std::filesystem::resize_file(left.held, kSize + kMiB);
    else if (what == u"another copy") {
        std::filesystem::rename(left.held, scratch / "away");
        file(left.held, noise(static_cast<std::size_t>(left.proven), 8), 0600);
    } else if (what == u"the source rewritten") {
        flip(scratch / "S/large", 99); // the same size, and the time set back: ctime tells
        touch(scratch / "S/large", 1'600'000'000, 123'456'789);
    } else if (what == u"a link to the copy")
        std::filesystem::create_hard_link(left.held, scratch / "linked");
    else if (what == u"a copy open to others")
        must(::chmod(left.held.c_str(), 0660) == 0, "mode");
    else if (what == u"a record open to others")
        must(::chmod(left.record.c_str(), 0660) == 0, "mode");
    else if (what == u"a link for a record") {
        std::filesystem::rename(left.record, scratch / "away");
        std::filesystem::create_symlink(scratch / "away", left.record);
    }
    const std::string linked = exists(scratch / "linked") ? content(scratch / "linked") : std::string();
    converges(scratch);
    if (!linked.empty())
        QVERIFY(content(scratch / "linked") == linked); // not ours to write to
    if (what == u"a link for a record")
        QVERIFY(content(scratch / "away") == bytes);
}

/// A run that is stopped in order does not vouch for what one that was killed had proven.
void TestEngineLarge::killedThenStopped()
{
    const Scratch scratch(true);
    makeSource(scratch / "S");
    interrupt(scratch, true, 50);
    flip(Left(scratch / "D").held, kMiB / 2);
    interrupt(scratch, false, 20);
    const Left left(scratch / "D");
    QVERIFY(!left.held.empty() && !left.sealed);
    converges(scratch);
}

void TestEngineLarge::keepsHoles()
{
    for (const bool kill : {false, true}) {
        const Scratch scratch(true);
        folder(scratch / "S");
        const int fd = ::open((scratch / "S/large").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
        const std::string bytes = noise(kMiB + 4096, 3);
        for (int i = 0; i < 10; ++i)
            must(::pwrite(fd, bytes.data(), bytes.size(), i * 5'000'000'000LL + i * 4096) > 0, "write");
        must(::ftruncate(fd, 60'000'000'000LL) == 0, "size");
        ::close(fd);
        interrupt(scratch, kill, 300);
        QVERIFY(Left(scratch / "D").proven > 0);
        const auto result = run(scratch / "S", scratch / "D");
        QVERIFY2(result.ok() && result->verified, words(result));
        struct stat from, to;
        QVERIFY(::stat((scratch / "S/large").c_str(), &from) == 0 && ::stat((scratch / "D/large").c_str(), &to) == 0);
        QCOMPARE(to.st_size, from.st_size);
        QVERIFY(to.st_blocks <= from.st_blocks + 64);
        Counters counters;
        QVERIFY(compare(scratch / "S", scratch / "D", {}, counters, {})->equal);
        QCOMPARE(leftovers(scratch / "D"), QByteArray());
    }
}

void TestEngineLarge::nobodyGoesOn()
{
    for (const bool kill : {false, true}) {
        const Scratch scratch(true);
        makeSource(scratch / "S");
        interrupt(scratch, kill, 60);
        std::filesystem::remove(scratch / "S/large");
        const auto result = run(scratch / "S", scratch / "D");
        QVERIFY2(result.ok() && result->verified, words(result));
        QCOMPARE(leftovers(scratch / "D"), QByteArray());
        QCOMPARE(rsyncDifference(scratch / "S", scratch / "D"), QByteArray());
    }
}

/// It is nothing that the source lacks: neither a dry run, nor a run that deletes, nor a comparison says so.
void TestEngineLarge::othersDoNotTakeIt()
{
    const Scratch scratch(true);
    makeSource(scratch / "S");
    interrupt(scratch, false, 60);
    SyncOptions options;
    options.deleteExtra = true;
    options.dryRun = true;
    Counters counters;
    const auto dry = sync(scratch / "S", scratch / "D", options, counters, {});
    QVERIFY2(dry.ok(), words(dry));
    QCOMPARE(dry->deleted, 0);
    const auto compared = compare(scratch / "S", scratch / "D", {}, counters, {});
    for (const Difference& one : compared->differences)
        QVERIFY2(one.path.find(".bascule-") == std::string::npos, one.path.c_str());
    options.dryRun = false;
    const auto whole = sync(scratch / "S", scratch / "D", options, counters, {});
    QVERIFY2(whole.ok() && whole->verified, words(whole));
    QCOMPARE(whole->deleted, 0);
    QCOMPARE(whole->transferred < kSize, true);
    QCOMPARE(leftovers(scratch / "D"), QByteArray());
}

/// A copy that is whole and only waits for the disk is gone on with too.
void TestEngineLarge::undone()
{
    int found = 0;
    for (int call = 1; call < 200; ++call) {
        const Scratch scratch(true);
        makeSource(scratch / "S");
        must(::chown((scratch / "S/large").c_str(), ::geteuid() == 0 ? 4711 : ::geteuid(), ::getegid()) == 0, "owner");
        const auto result = stoppedAt(call, scratch);
        if (!result->cancelled)
            break;
        const Left left(scratch / "D");
        if (left.held.empty() || std::filesystem::file_size(left.held) != kSize)
            continue;
        ++found;
        QVERIFY(left.sealed);
        struct stat info;
        QVERIFY(::stat(left.held.c_str(), &info) == 0);
        QVERIFY(info.st_uid == ::geteuid() && (info.st_mode & 07777U) == 0600U);
        converges(scratch);
    }
    QVERIFY2(found > 0, "no call was between the two");
}

/// A disk that takes no record is full: the run ends by name, and leaves room.
void TestEngineLarge::noRoomForTheRecord()
{
    const Scratch scratch(true);
    makeSource(scratch / "S");
    int ended = 0;
    for (int call = 1; call < 100; call += 3) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("BASCULE_FAULT"), QStringLiteral("%1:ENOSPC+").arg(call));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(BASCULE_ENGINE_DRIVER),
                      {QStringLiteral("sync"), QFile::decodeName((scratch / "S").c_str()),
                       QFile::decodeName((scratch / "D").c_str())});
        QVERIFY(process.waitForFinished(60'000));
        if (exists(scratch / "D/large"))
            break;
        QCOMPARE(process.exitCode(), 3);
        QVERIFY(process.readAllStandardError().contains("error disk.full"));
        ++ended;
    }
    QVERIFY2(ended > 10, QByteArray::number(ended).constData());
    converges(scratch);
}

QTEST_GUILESS_MAIN(TestEngineLarge)
#include "tst_engine_large.moc"
