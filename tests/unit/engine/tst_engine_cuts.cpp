// SPDX-License-Identifier: GPL-3.0-or-later
// What ten cuts of the link cost one transfer: bytes that are sent twice.
#include "Relay.h"

#include <QTest>

using namespace bascule;
using namespace bascule::engine;
using namespace trees;
using namespace relay;

class EngineCutsTest : public QObject
{
    Q_OBJECT

private slots:
    // In memory, but promoted in batches as on a disk; the helpers inherit it.
    void initTestCase() { qputenv("BASCULE_MEMORY_AS_DISK", "1"); }

    void tenCuts_data()
    {
        QTest::addColumn<QString>("ends");
        for (const char* ends : {"from", "into", "between"})
            QTest::newRow(ends) << QString::fromLatin1(ends);
    }
    void tenCuts()
    {
        QFETCH(QString, ends);
        std::int64_t clean = 0;
        {
            const Scratch scratch(true);
            makeTree(scratch / "S", 150 * kMiB, 60, 3000);
            Trial trial(scratch, ends.toStdString(), {}, {});
            const auto result = trial.go();
            QVERIFY2(result.ok() && result->verified, words(result));
            clean = trial.count.value();
        }
        const Scratch scratch(true);
        makeTree(scratch / "S", 150 * kMiB, 60, 3000);
        const QByteArray before = stateOf(scratch / "S");
        const std::int64_t links = ends == u"between" ? 2 : 1;
        const std::vector<Fault> ten(10, Fault{"cut", clean / links / 11});
        Trial trial(scratch, ends.toStdString(), ends == u"from" ? ten : std::vector<Fault>(),
                    ends == u"from" ? std::vector<Fault>() : ten);
        const auto result = trial.go();
        const std::int64_t bytes = trial.count.value();
        qInfo("%s: %lld bytes in one run, %lld with %d cuts: %+.2f %%", qPrintable(ends), static_cast<long long>(clean),
              static_cast<long long>(bytes), trial.reconnects,
              100.0 * static_cast<double>(bytes - clean) / static_cast<double>(clean));
        QCOMPARE(trial.reconnects, 10);
        VERIFY_DONE(trial, result, before);
        // Through this machine twice as much is on its way when a link goes, and how much varies with the load.
        QVERIFY(bytes <= clean + clean / (ends == u"between" ? 12 : 20));
        QVERIFY(result->transferred <= result->bytes);
    }
};

int main(int argc, char** argv)
{
    if (isRelay(argc, argv))
        return relay::main(argv);
    QCoreApplication application(argc, argv);
    EngineCutsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_engine_cuts.moc"
