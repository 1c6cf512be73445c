// SPDX-License-Identifier: GPL-3.0-or-later
// The source changed before every single call that a sync makes: what arrives is one state of a file or the other.
#include "tests/fault/engine/Sweep.h"

#include "core/engine/Io.h"

#include <filesystem>

using namespace sweep;

class TestEngineMoving : public QObject
{
    Q_OBJECT

private slots:
    void changedAnywhere_data();
    void changedAnywhere();
};

namespace {

const std::vector<std::string> kVictims{"dir/victim", "dir/large"};

void makeTree(const std::string& root)
{
    folder(root);
    file(root + "/before", "before");
    folder(root + "/dir");
    file(root + "/dir/victim", "the contents of the victim");
    file(root + "/dir/large", noise(400'000, 1));
    file(root + "/dir/other", "other");
    folder(root + "/dir/sub");
    file(root + "/dir/sub/below", "below");
    file(root + "/later", "later");
    for (const std::string& victim : kVictims)
        touch(root + "/" + victim, 1'000'000, 5);
}

void rewrite(const std::string& path, const std::string& bytes, off_t at)
{
    const int fd = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    must(fd >= 0 && ::pwrite(fd, bytes.data(), bytes.size(), at) == static_cast<ssize_t>(bytes.size()), path);
    ::close(fd);
}

void change(const std::string& root, const QString& what)
{
    for (const std::string& victim : kVictims) {
        const std::string path = root + "/" + victim;
        const auto replaceBy = [&](auto make) {
            must(::unlink(path.c_str()) == 0, path);
            make();
        };
        struct stat info;
        must(::lstat(path.c_str(), &info) == 0, path);
        if (what == QLatin1String("grows"))
            rewrite(path, "more", info.st_size);
        else if (what == QLatin1String("shrinks"))
            must(::truncate(path.c_str(), 3) == 0, path);
        else if (what == QLatin1String("vanishes"))
            replaceBy([] {});
        else if (what == QLatin1String("becomes a link"))
            replaceBy([&] { must(::symlink("/etc/passwd", path.c_str()) == 0, path); });
        else if (what == QLatin1String("becomes a fifo"))
            replaceBy([&] { must(::mkfifo(path.c_str(), 0600) == 0, path); });
        else if (what == QLatin1String("becomes a folder"))
            replaceBy([&] {
                folder(path);
                file(path + "/child", "child");
            });
        else if (what == QLatin1String("replaced"))
            replaceBy([&] { file(path, "another file under the name", 0600); });
        else if (what == QLatin1String("same size and time"))
            rewrite(path, "THE", 1), touch(path, 1'000'000, 5);
        else if (what == QLatin1String("other mode"))
            must(::chmod(path.c_str(), 0) == 0, path);
    }
    if (what == QLatin1String("subtree renamed"))
        must(::rename((root + "/dir").c_str(), (root + "/moved").c_str()) == 0, "rename");
}

/// Changes the source before the n-th call.
struct Pacer
{
    std::string source;
    QString what;
    std::int64_t at;
    std::atomic<std::int64_t> calls{0};
};

int pace(const char*, void* context)
{
    auto* pacer = static_cast<Pacer*>(context);
    if (++pacer->calls == pacer->at)
        change(pacer->source, pacer->what);
    return 0;
}

/// A path at the target that is neither as it was at the source nor as it is.
QByteArray mixed(const Manifest& was, const Manifest& now, const std::string& target)
{
    for (const auto& [path, state] : manifestOf(target)) {
        const auto one = was.find(path);
        const auto other = now.find(path);
        const bool is =
            (one != was.end() && (one->second == state || (state.kind == 'd' && one->second.kind == 'd'))) ||
            (other != now.end() && (other->second == state || (state.kind == 'd' && other->second.kind == 'd')));
        if (!is)
            return QByteArray::fromStdString(path);
    }
    return {};
}

} // namespace

void TestEngineMoving::changedAnywhere_data()
{
    QTest::addColumn<QString>("what");
    for (const char* what : {"grows", "shrinks", "vanishes", "becomes a link", "becomes a fifo", "becomes a folder",
                             "replaced", "same size and time", "other mode", "subtree renamed"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void TestEngineMoving::changedAnywhere()
{
    QFETCH(QString, what);
    const Scratch scratch(true);
    if (!isRoot() && what == QLatin1String("other mode"))
        QSKIP("what this user may not read cannot be compared");
    std::int64_t calls = 0;
    int listed = 0;
    for (std::int64_t at = 1; at == 1 || calls >= at - 1; ++at) {
        for (const char* name : {"S", "D"})
            std::filesystem::remove_all(scratch / name);
        makeTree(scratch / "S");
        const Manifest was = manifestOf(scratch / "S");
        Pacer pacer{scratch / "S", what, at, {}};
        SyncOptions options;
        options.threads = 1;
        options.deleteExtra = true;
        io::setHook(pace, &pacer);
        Counters counters;
        const auto result = sync(scratch / "S", scratch / "D", options, counters, {});
        io::setHook(nullptr, nullptr);
        calls = pacer.calls;
        const QByteArray where = "changed at call " + QByteArray::number(qint64(at)) + ": ";
        QVERIFY2(result.ok(), (where + words(result)).constData());
        const Manifest now = manifestOf(scratch / "S");
        const QByteArray bad = mixed(was, now, scratch / "D");
        QVERIFY2(bad.isEmpty(), (where + bad + " is neither; " + words(result)).constData());
        for (const char* name : {"before", "later"}) // the others go on
            QVERIFY2(exists(scratch / (std::string("D/") + name)), (where + name).constData());
        listed += result->verified ? 0 : 1;
        options.checksum = true; // a change that came after its file was copied may hide behind the same time
        const auto later = sync(scratch / "S", scratch / "D", options, counters, {});
        QVERIFY2(later.ok() && later->verified, (where + words(later)).constData());
        QVERIFY2(manifestOf(scratch / "S") == manifestOf(scratch / "D"), where.constData()); // nor anything left over
    }
    QVERIFY(calls > 20);
    QVERIFY(listed > 0 || (what != QLatin1String("vanishes") && what != QLatin1String("subtree renamed")));
    QCOMPARE(rsyncDifference(scratch / "S", scratch / "D"), QByteArray());
}

QTEST_GUILESS_MAIN(TestEngineMoving)
#include "tst_engine_moving.moc"
