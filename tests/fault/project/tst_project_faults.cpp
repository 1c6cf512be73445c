// SPDX-License-Identifier: GPL-3.0-or-later
// The project file damaged byte by byte, and the power cut while steps are done and written down.
#include "tests/fault/engine/Disk.h"

#include "core/project/ProjectStore.h"

using namespace disks;

class TestProjectFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void flippedBytes();
    void truncatedAnywhere();
    void powerCut_data();
    void powerCut();

private:
    bool m_mounts = false;
    FixedClock m_clock{QDateTime({2026, 11, 24}, {10, 40}, Qt::UTC)};
};

namespace {

constexpr int kSteps = 4;

QString named(const std::string& path)
{
    return QFile::decodeName(path.c_str());
}

Result<void> append(ProjectStore& store, const QString& subject)
{
    return store.write([&subject](StoreTx& tx) -> Result<void> {
        auto line = tx.append(QStringLiteral("copied"), evidence::AssetChanged, subject, {});
        return line ? Result<void>() : Result<void>(line.error());
    });
}

void makeProject(const std::string& path, const Clock& clock, int lines)
{
    Project project;
    project.name = QStringLiteral("Maison Delorme");
    const auto store = ProjectStore::create(named(path), project, clock);
    must(store.ok(), "project");
    for (int i = 0; i < lines; ++i)
        must(append(**store, QString::number(i)).ok(), "line");
}

QStringList linesOf(const ProjectStore& store)
{
    QStringList lines;
    for (const Evidence& line : store.snapshot()->evidence)
        lines << line.step + QLatin1Char(' ') + line.subject + QLatin1Char(' ') + line.at.toString(Qt::ISODateWithMs);
    return lines;
}

/// Opens a damaged copy: refused by name and left as it is, or opened, and then the ledger is what it was or says that
/// it is not. True when the damage was seen.
bool damageIsSeen(const std::string& path, const Clock& clock, const QStringList& lines, QByteArray& wrong)
{
    const std::string before = content(path);
    const auto opened = ProjectStore::open(named(path), OpenMode::ReadWrite, clock);
    if (!opened) {
        const QByteArray code = opened.error().code.c_str();
        static const QByteArrayList codes{"project.damaged",     "project.not-a-project", "project.newer",
                                          "project.cannot-open", "store.write-failed",    "project.migration-failed"};
        if (!codes.contains(code))
            wrong = "named " + code;
        else if (content(path) != before)
            wrong = code + ", but the file was changed";
        return true;
    }
    if (!(*opened)->snapshot()->ledger.intact)
        return true;
    if (linesOf(**opened) != lines)
        wrong = "other lines, and the ledger says they are good";
    return false;
}

} // namespace

void TestProjectFaults::initTestCase()
{
    m_mounts = mountsOfOurOwn();
    QVERIFY(m_mounts || !isRoot());
}

void TestProjectFaults::flippedBytes()
{
    const Scratch scratch(true);
    const std::string path = scratch / "firm.bascule";
    makeProject(path, m_clock, 60);
    const std::string good = content(path);
    const QStringList lines = linesOf(**ProjectStore::open(named(path), OpenMode::ReadOnly, m_clock));
    QCOMPARE(lines.size(), 61);
    int seen = 0;
    int tried = 0;
    // Every byte of the header, and others all over the file.
    for (std::size_t at = 0; at < good.size(); at += at < 100 ? 1 : good.size() / 250 + 1) {
        std::string bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 0x5a);
        for (const char* side : {"-wal", "-shm"})
            ::unlink((path + side).c_str());
        file(path, bad);
        QByteArray wrong;
        seen += damageIsSeen(path, m_clock, lines, wrong) ? 1 : 0;
        QVERIFY2(wrong.isEmpty(), (QByteArray::number(qulonglong(at)) + ": " + wrong).constData());
        ++tried;
    }
    QVERIFY2(tried > 300 && seen > 50, QByteArray::number(seen).constData());
    qInfo("%d of %d were seen; the others lie where nothing is kept, or in no line of the ledger", seen, tried);
}

void TestProjectFaults::truncatedAnywhere()
{
    const Scratch scratch(true);
    const std::string path = scratch / "firm.bascule";
    makeProject(path, m_clock, 60);
    const std::string good = content(path);
    const QStringList lines = linesOf(**ProjectStore::open(named(path), OpenMode::ReadOnly, m_clock));
    for (std::size_t size = 0; size < good.size(); size += good.size() / 30 + 1) {
        for (const char* side : {"-wal", "-shm"})
            ::unlink((path + side).c_str());
        file(path, good.substr(0, size));
        QByteArray wrong;
        const bool seen = damageIsSeen(path, m_clock, lines, wrong);
        QVERIFY2(seen && wrong.isEmpty(), (QByteArray::number(qulonglong(size)) + ": " + wrong).constData());
    }
}

void TestProjectFaults::powerCut_data()
{
    QTest::addColumn<int>("how");
    QTest::addColumn<QString>("mountOptions");
    QTest::addColumn<int>("first");
    QTest::newRow("at once") << static_cast<int>(Cut::AtOnce) << QStringLiteral("data=ordered") << 1;
    QTest::newRow("names before contents")
        << static_cast<int>(Cut::NamesFirst) << QStringLiteral("data=writeback,noauto_da_alloc") << 2;
}

/// What is written down is done, and what was said to be written down is: whenever the power goes.
void TestProjectFaults::powerCut()
{
    if (!m_mounts)
        QSKIP("only root may mount the disk whose power is cut");
    QFETCH(int, how);
    QFETCH(QString, mountOptions);
    QFETCH(int, first);
    const Scratch scratch(true);
    folder(scratch / "S");
    for (int step = 1; step <= kSteps; ++step) {
        const std::string dir = scratch / ("S/" + std::to_string(step));
        folder(dir);
        file(dir + "/small", "contents of " + std::to_string(step));
        file(dir + "/large", noise(50'000, static_cast<unsigned>(step)));
    }
    const Disk disk(scratch / "disk", QStringLiteral("24M"));
    disk.mount();
    folder(disk.at() + "/D");
    makeProject(disk.at() + "/firm.bascule", m_clock, 0);
    disk.unmount();
    disk.save();
    const std::string log = scratch / "strace";
    int cut = 0;
    for (int at = first;; at += 2) {
        disk.restore();
        disk.mount(mountOptions);
        QProcess driver;
        driver.start(QStringLiteral("strace"),
                     {QStringLiteral("-f"), QStringLiteral("--seccomp-bpf"), QStringLiteral("-qq"),
                      QStringLiteral("-o"), named(log), QStringLiteral("-e"),
                      QStringLiteral("inject=fdatasync,fsync,syncfs,pwrite64,renameat,renameat2,linkat,unlink,"
                                     "ftruncate:signal=KILL:when=%1")
                          .arg(at),
                      QStringLiteral(PROJECT_DRIVER), named(disk.at() + "/firm.bascule"), named(scratch / "S"),
                      named(disk.at() + "/D"), QString::number(kSteps)});
        QVERIFY2(driver.waitForFinished(60'000), driver.errorString().toLocal8Bit().constData());
        const bool whole = driver.exitStatus() == QProcess::NormalExit && driver.exitCode() == 0;
        const QByteArrayList said = driver.readAllStandardOutput().trimmed().split('\n');
        const int told = said.last().toInt();
        disk.cut(static_cast<Cut>(how));
        disk.unmount();
        disk.mount();
        int written = 0;
        QByteArray wrong;
        {
            const auto opened = ProjectStore::open(named(disk.at() + "/firm.bascule"), OpenMode::ReadWrite, m_clock);
            if (!opened)
                wrong = "not opened: " + QByteArray::fromStdString(opened.error().code);
            else if (!(*opened)->snapshot()->ledger.intact)
                wrong = "the ledger is broken";
            else
                written = static_cast<int>((*opened)->snapshot()->evidence.size()) - 1;
        }
        if (wrong.isEmpty() && written < told)
            wrong = "forgotten: " + QByteArray::number(told) + " told, written down " + QByteArray::number(written);
        for (int step = 1; step <= written && wrong.isEmpty(); ++step) {
            const std::string name = "/" + std::to_string(step);
            wrong = rsyncDifference(scratch / ("S" + name), disk.at() + "/D" + name);
            if (!wrong.isEmpty())
                wrong = "the journal is ahead of the data: " + QByteArray::number(step) + ": " + wrong;
        }
        disk.unmount();
        QVERIFY2(wrong.isEmpty(), ("cut at " + QByteArray::number(at) + ": " + wrong).constData());
        QVERIFY2(!whole || told == kSteps, said.join(' ').constData());
        if (whole)
            break;
        ++cut;
    }
    QVERIFY2(cut > 10, QByteArray::number(cut).constData());
    qInfo("cut at %d moments", cut);
}

QTEST_GUILESS_MAIN(TestProjectFaults)
#include "tst_project_faults.moc"
