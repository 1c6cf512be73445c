// SPDX-License-Identifier: GPL-3.0-or-later
// Any change of a tree, made at random again and again, reaches the target.
#include "tests/unit/engine/Trees.h"

using namespace trees;

namespace {

/// Changes a tree the way that people do, by a seed.
class Changer
{
public:
    Changer(std::string root, unsigned seed)
        : m_root(std::move(root))
        , m_random(seed)
    {
    }

    void change(int steps)
    {
        for (int i = 0; i < steps; ++i)
            step();
    }

private:
    std::size_t pick(std::size_t below) { return m_random() % below; }

    std::vector<std::string> all(bool folders)
    {
        std::vector<std::string> found;
        Counters counters;
        const QByteArray list =
            output(QStringLiteral("find"), {QFile::decodeName(m_root.c_str()), QStringLiteral("-mindepth"),
                                            folders ? QStringLiteral("0") : QStringLiteral("1"),
                                            folders ? QStringLiteral("-type") : QStringLiteral("!"),
                                            folders ? QStringLiteral("d") : QStringLiteral("-type"),
                                            folders ? QStringLiteral("-print0") : QStringLiteral("d"),
                                            folders ? QStringLiteral("-nowarn") : QStringLiteral("-print0")});
        for (const QByteArray& path : list.split('\0')) {
            if (!path.isEmpty())
                found.push_back(path.toStdString());
        }
        return found;
    }

    std::string newPath()
    {
        const auto folders = all(true);
        return folders[pick(folders.size())] + "/n" + std::to_string(m_random() % 40);
    }

    void step()
    {
        const auto entries = all(false);
        const std::string fresh = newPath();
        const std::string old = entries.empty() ? fresh : entries[pick(entries.size())];
        switch (pick(11)) {
        case 0:
        case 1:
            if (!exists(fresh))
                file(fresh, noise(pick(20'000), static_cast<unsigned>(m_random())));
            break;
        case 2:
            if (!exists(fresh))
                folder(fresh, 0700 + static_cast<mode_t>(pick(64)));
            break;
        case 3:
            if (!exists(fresh))
                must(::symlink(old.c_str(), fresh.c_str()) == 0, fresh);
            break;
        case 4:
            if (!exists(fresh) && exists(old))
                must(::linkat(AT_FDCWD, old.c_str(), AT_FDCWD, fresh.c_str(), 0) == 0, fresh);
            break;
        case 5:
            if (exists(old))
                must(::unlink(old.c_str()) == 0, old);
            break;
        case 6:
            output(QStringLiteral("rm"), {QStringLiteral("-rf"), QFile::decodeName(fresh.c_str())});
            break;
        case 7: // a folder becomes a file, or a file a folder
            output(QStringLiteral("rm"), {QStringLiteral("-rf"), QFile::decodeName(fresh.c_str())});
            if (pick(2) == 0)
                folder(fresh);
            else
                file(fresh, "was a folder");
            break;
        case 8:
            if (exists(old))
                ::rename(old.c_str(), fresh.c_str()); // onto a folder it may not be; then nothing happens
            break;
        case 9:
            if (exists(old))
                touch(old, static_cast<time_t>(m_random() % 2'000'000'000),
                      static_cast<long>(m_random() % 1'000'000'000));
            break;
        default: {
            struct stat info;
            if (::lstat(old.c_str(), &info) == 0 && S_ISREG(info.st_mode)) {
                must(::chmod(old.c_str(), 0600 + static_cast<mode_t>(pick(64))) == 0, old);
                const int fd = ::open(old.c_str(), O_WRONLY | O_CLOEXEC);
                must(fd >= 0 && ::pwrite(fd, "changed", 7, static_cast<off_t>(pick(30'000))) == 7, old);
                ::close(fd);
            }
        }
        }
    }

    std::string m_root;
    std::mt19937 m_random;
};

} // namespace

class TestEngineChanges : public QObject
{
    Q_OBJECT

private slots:
    void followed_data();
    void followed();
    void bothSidesChanged();
};

void TestEngineChanges::followed_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<bool>("inMemory");
    for (unsigned seed = 1; seed <= 6; ++seed)
        QTest::addRow("seed %u", seed) << seed << (seed != 1);
}

void TestEngineChanges::followed()
{
    QFETCH(unsigned, seed);
    QFETCH(bool, inMemory);
    const Scratch scratch(inMemory);
    const std::string source = scratch / "S";
    const std::string target = scratch / "D";
    folder(source);
    Changer changer(source, seed);
    changer.change(60);
    file(source + "/always", "there");
    SyncOptions options;
    options.deleteExtra = true;
    for (int round = 0; round < 8; ++round) {
        const auto result = run(source, target, options);
        QCOMPARE(words(result), QByteArray());
        QVERIFY(result.ok() && result->verified);
        QCOMPARE(rsyncDifference(source, target), QByteArray());
        QCOMPARE(shapeDifference(shape(target), shape(source)), QByteArray());
        const auto again = run(source, target, options);
        QCOMPARE(again->unchanged, again->entries);
        QCOMPARE(again->transferred, 0);
        QCOMPARE(leftovers(target), QByteArray());
        changer.change(25);
        if (!exists(source + "/always"))
            file(source + "/always", "there again");
    }
}

void TestEngineChanges::bothSidesChanged()
{
    const Scratch scratch(true);
    const std::string source = scratch / "S";
    const std::string target = scratch / "D";
    folder(source);
    folder(target);
    Changer(source, 100).change(80);
    Changer(target, 200).change(80);
    file(source + "/always", "there");
    SyncOptions options;
    options.deleteExtra = true;
    for (unsigned round = 0; round < 8; ++round) {
        SyncOptions dry = options;
        dry.dryRun = true;
        const QByteArray before = rsyncDifference(source, target);
        const auto foreseen = run(source, target, dry);
        QVERIFY2(foreseen.ok(), words(foreseen).constData());
        QCOMPARE(rsyncDifference(source, target), before); // a dry run writes nothing
        const auto result = run(source, target, options);
        QCOMPARE(words(result), QByteArray());
        QVERIFY(result.ok() && result->verified);
        QCOMPARE(rsyncDifference(source, target), QByteArray());
        QCOMPARE(shapeDifference(shape(target), shape(source)), QByteArray());
        QCOMPARE(foreseen->deleted > 0, result->deleted > 0);
        Changer(source, 300 + round).change(20);
        Changer(target, 400 + round).change(20);
        if (!exists(source + "/always"))
            file(source + "/always", "there again");
    }
}

QTEST_GUILESS_MAIN(TestEngineChanges)
#include "tst_engine_changes.moc"
