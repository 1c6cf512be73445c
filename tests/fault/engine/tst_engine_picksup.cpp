// SPDX-License-Identifier: GPL-3.0-or-later
// A run after one that was killed or stopped begins with the folders that are not done, and looks at the others all the
// same.
#include "tests/fault/engine/Sweep.h"

#include "core/engine/Io.h"

#include <filesystem>

using namespace sweep;

namespace {

constexpr int kFolders = 2600;
constexpr int kFiles = 8; // of each; more than two batches of them

std::string folderName(int number)
{
    return "d" + std::to_string(number);
}

std::string noteIn(const std::string& target)
{
    for (const auto& entry : std::filesystem::directory_iterator(target)) {
        if (entry.path().string().ends_with(".done"))
            return entry.path().string();
    }
    return {};
}

bool isWhole(const std::string& folder)
{
    for (int i = 0; i < kFiles; ++i) {
        if (!exists(folder + "/f" + std::to_string(i)))
            return false;
    }
    return true;
}

} // namespace

class TestEnginePicksUp : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("BASCULE_MEMORY_AS_DISK", "1"); }
    void missingFirst_data();
    void missingFirst();
    void fewFoldersLeaveNothing();
};

void TestEnginePicksUp::missingFirst_data()
{
    QTest::addColumn<bool>("kill");
    QTest::addColumn<QString>("note");
    QTest::newRow("killed") << true << QString();
    QTest::newRow("stopped") << false << QString();
    QTest::newRow("the note is noise") << true << QStringLiteral("noise");
    QTest::newRow("the note is gone") << true << QStringLiteral("gone");
    QTest::newRow("the note is a link") << true << QStringLiteral("link");
    QTest::newRow("the note is cut off") << true << QStringLiteral("cut");
}

void TestEnginePicksUp::missingFirst()
{
    QFETCH(bool, kill);
    QFETCH(QString, note);
    const Scratch scratch(true);
    folder(scratch / "S");
    for (int f = 0; f < kFolders; ++f) {
        folder(scratch / ("S/" + folderName(f)));
        for (int i = 0; i < kFiles; ++i)
            file(scratch / ("S/" + folderName(f) + "/f" + std::to_string(i)), "first");
    }
    if (kill) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        // Every file is made, dressed and renamed; the last batch is on its way then.
        environment.insert(QStringLiteral("BASCULE_FAULT"), QStringLiteral("%1:KILL").arg(kFolders * kFiles * 5));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(BASCULE_ENGINE_DRIVER),
                      {QStringLiteral("sync"), QStringLiteral("--threads"), QStringLiteral("2"),
                       QFile::decodeName((scratch / "S").c_str()), QFile::decodeName((scratch / "D").c_str())});
        QVERIFY(process.waitForFinished(300'000));
        QVERIFY2(process.exitStatus() == QProcess::CrashExit, process.readAllStandardError());
    } else {
        std::stop_source stop;
        std::atomic<int> made{0};
        const auto result = run(scratch / "S", scratch / "D", {}, stop.get_token(), [&](const SyncAction& action) {
            if (action.kind == SyncAction::Kind::Create && ++made == kFolders * kFiles * 3 / 4)
                stop.request_stop();
        });
        QVERIFY(result.ok() && result->cancelled);
    }
    const std::string path = noteIn(scratch / "D");
    QVERIFY(!path.empty());
    std::int64_t noted = static_cast<std::int64_t>(std::filesystem::file_size(path)) / 8;
    QVERIFY2(noted >= 500 && noted <= kFolders, QByteArray::number(static_cast<qint64>(noted)).constData());
    if (note == u"noise")
        file(path, noise(8000, 1), 0600);
    else if (note == u"gone")
        std::filesystem::remove(path);
    else if (note == u"link") {
        std::filesystem::rename(path, scratch / "away");
        std::filesystem::create_symlink(scratch / "away", path);
    } else if (note == u"cut")
        std::filesystem::resize_file(path, 4000 + 3);
    noted = note.isEmpty() ? noted : note == u"cut" ? 500 : 0;

    // In every folder that is whole something is new.
    std::int64_t changed = 0;
    std::int64_t missing = 0;
    for (int f = 0; f < kFolders; ++f) {
        if (isWhole(scratch / ("D/" + folderName(f)))) {
            file(scratch / ("S/" + folderName(f) + "/f3"), "changed since");
            ++changed;
        } else {
            ++missing;
        }
    }
    QVERIFY(changed >= noted && missing > 0);
    std::vector<SyncAction::Kind> actions;
    const auto result = run(scratch / "S", scratch / "D", {}, {}, [&](const SyncAction& action) {
        if (action.kind == SyncAction::Kind::Create || action.kind == SyncAction::Kind::Replace)
            actions.push_back(action.kind);
    });
    QVERIFY2(result.ok() && result->verified, words(result));
    const auto lastNew = std::find(actions.rbegin(), actions.rend(), SyncAction::Kind::Create);
    QVERIFY(lastNew != actions.rend());
    const std::int64_t later = lastNew - actions.rbegin(); // all of them replaced
    QVERIFY2(later >= noted,
             (QByteArray::number(static_cast<qint64>(later)) + " of " + QByteArray::number(static_cast<qint64>(noted)))
                 .constData());
    QCOMPARE(std::count(actions.begin(), actions.end(), SyncAction::Kind::Replace), changed);
    QCOMPARE(rsyncDifference(scratch / "S", scratch / "D"), QByteArray());
    QCOMPARE(leftovers(scratch / "D"), QByteArray());
}

void TestEnginePicksUp::fewFoldersLeaveNothing()
{
    const Scratch scratch(true);
    folder(scratch / "S");
    for (int f = 0; f < 50; ++f) {
        folder(scratch / ("S/" + folderName(f)));
        file(scratch / ("S/" + folderName(f) + "/file"), "first");
    }
    std::stop_source stop;
    const auto result = run(scratch / "S", scratch / "D", {}, stop.get_token(), [&](const SyncAction& action) {
        if (action.path.ends_with("/file"))
            stop.request_stop();
    });
    QVERIFY(result.ok() && result->cancelled);
    QCOMPARE(leftovers(scratch / "D"), QByteArray());
}

QTEST_GUILESS_MAIN(TestEnginePicksUp)
#include "tst_engine_picksup.moc"
