// SPDX-License-Identifier: GPL-3.0-or-later
// Any change of a tree, made at random again and again, reaches the target.
#include "tests/unit/engine/Changer.h"

using namespace trees;

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
    // Others on demand: as many as wanted, from one on.
    const auto first = static_cast<unsigned>(qEnvironmentVariableIntValue("BASCULE_TEST_SEED"));
    for (unsigned i = 0;
         first > 0 && i < static_cast<unsigned>(std::max(1, qEnvironmentVariableIntValue("BASCULE_TEST_SEEDS"))); ++i)
        QTest::addRow("seed %u", first + i) << first + i << ((first + i) % 2 == 0);
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
        QCOMPARE(outsideDifference(source, target), QByteArray());
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
