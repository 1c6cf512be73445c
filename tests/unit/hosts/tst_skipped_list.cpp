// SPDX-License-Identifier: GPL-3.0-or-later
// The whole list of what a sync leaves out, however long, wherever the two ends are and however the run ends.
#include "core/base/Csv.h"
#include "core/hosts/Host.h"
#include "core/hosts/SkippedList.h"
#include "tests/support/FarHost.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

#include <sys/stat.h>

using namespace bascule;
using namespace Qt::StringLiterals;

namespace {

constexpr int kMany = 12'000; // more than a report holds

SayCode sentences()
{
    return [](const QString& code) { return u"=said: "_s + code; };
}

QList<QStringList> rowsOf(const QString& file)
{
    QFile in(file);
    QList<QStringList> rows;
    if (!in.open(QIODevice::ReadOnly))
        return rows;
    while (!in.atEnd())
        rows.append(csvCells(in.readLine().chopped(1)).value_or(QStringList{u"(garbled)"_s}));
    return rows;
}

QStringList pathsOf(const QList<QStringList>& rows)
{
    QStringList paths;
    for (const QStringList& row : rows.mid(1))
        paths.append(row.value(0));
    return paths;
}

engine::SkippedItem item(const char* path)
{
    return {path, "kind.socket", {}};
}

} // namespace

class SkippedListTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    Path path(const char* name) const { return QFile::encodeName(m_dir.filePath(QString::fromLatin1(name))); }
    QString file(const char* name) const { return m_dir.filePath(QString::fromLatin1(name)); }
    std::unique_ptr<SkippedList> make(const char* name, bool replace = false)
    {
        auto list = SkippedList::create(path(name), replace, sentences());
        return list ? std::move(*list) : nullptr;
    }
    QStringList besides(const QString& folder) const
    {
        return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

private slots:
    void initTestCase()
    {
        QVERIFY(QDir(m_dir.path()).mkdir(u"source"_s));
        const QByteArray source = path("source");
        for (int i = 0; i < kMany; ++i)
            QCOMPARE(::mknod((source + "/socket " + QByteArray::number(i)).constData(), S_IFSOCK | 0644, 0), 0);
        for (const char* name : {"=1+1", "a,\"b\"\nc", "caf\xe9", "caf\\xe9"})
            QCOMPARE(::mknod((source + '/' + name).constData(), S_IFSOCK | 0644, 0), 0);
        QFile plain(file("source/plain"));
        QVERIFY(plain.open(QIODevice::WriteOnly) && plain.write("x") == 1);
    }

    void cleanupTestCase()
    {
        std::error_code ignored; // Qt cannot remove names that are no text
        std::filesystem::remove_all(m_dir.path().toStdString(), ignored);
    }

    void listsAllWhateverItsLength_data()
    {
        QTest::addColumn<bool>("farSource");
        QTest::addColumn<bool>("farTarget");
        QTest::newRow("here") << false << false;
        QTest::newRow("from a server") << true << false;
        QTest::newRow("into a server") << false << true;
        QTest::newRow("between servers") << true << true;
    }
    void listsAllWhateverItsLength()
    {
        QFETCH(bool, farSource);
        QFETCH(bool, farTarget);
        FarServer one(u"one"_s), other(u"other"_s);
        const QByteArray into = path(QTest::currentDataTag());
        const HostPath source =
            farSource ? HostPath(one.host(), path("source").toStdString()) : HostPath(path("source").toStdString());
        const HostPath target = farTarget ? HostPath(other.host(), into.toStdString()) : HostPath(into.toStdString());
        const QByteArray name = QByteArray(QTest::currentDataTag()) + ".csv";
        const auto list = make(name.constData());
        QVERIFY(list);
        engine::SyncOptions options;
        options.skippedTo = list.get();
        engine::Counters counters;
        const auto report = syncPlaces(source, target, options, counters, {});
        QVERIFY2(report.ok(), report ? "" : report.error().code.c_str());
        QCOMPARE(report->skippedTotal, std::int64_t(kMany + 4));
        QCOMPARE(report->skipped.size(), std::size_t(10'000)); // the report alone would not have told
        QVERIFY(!QFile::exists(file(name.constData())));       // staged until it is whole
        QVERIFY(list->finish().ok());
        QCOMPARE(list->items(), qint64(kMany + 4));
        const auto rows = rowsOf(file(name.constData()));
        QCOMPARE(rows.value(0), QStringList({u"path"_s, u"reason"_s, u"sentence"_s, u"detail"_s}));
        QCOMPARE(rows.size(), kMany + 5);
        const QStringList paths = pathsOf(rows);
        const QSet<QString> told(paths.begin(), paths.end());
        QCOMPARE(told.size(), kMany + 4);
        for (int i = 0; i < kMany; ++i)
            QVERIFY2(told.contains(u"socket %1"_s.arg(i)), QByteArray::number(i));
        for (const QString& exact : {u"=1+1"_s, u"a,\"b\"\\x0ac"_s, u"caf\\xe9"_s, u"caf\\\\xe9"_s})
            QVERIFY2(told.contains(exact), qPrintable(exact));
        for (const QStringList& row : rows.mid(1)) {
            QCOMPARE(row.value(1), u"kind.socket"_s);
            QCOMPARE(row.value(2), u"=said: kind.socket"_s);
        }
        // As a spreadsheet gets them: nothing that it would calculate.
        QFile raw(file(name.constData()));
        QVERIFY(raw.open(QIODevice::ReadOnly));
        const QByteArray bytes = raw.readAll();
        QVERIFY(!bytes.contains("\n=") && !bytes.contains(",=") && !bytes.contains("\"="));
    }

    void isKeptOfARunThatIsStopped()
    {
        const auto list = make("stopped.csv");
        QVERIFY(list);
        std::stop_source stop;
        class Stopping final : public engine::SkippedSink
        {
        public:
            Stopping(SkippedList& list, std::stop_source& stop)
                : m_list(list)
                , m_stop(stop)
            {
            }
            void begin() override { m_list.begin(); }
            void add(const engine::SkippedItem& one) override
            {
                m_list.add(one);
                m_stop.request_stop();
            }
            void end() override { m_list.end(); }

        private:
            SkippedList& m_list;
            std::stop_source& m_stop;
        } stopping(*list, stop);
        engine::SyncOptions options;
        options.skippedTo = &stopping;
        engine::Counters counters;
        const auto report = syncPlaces(HostPath(path("source").toStdString()), HostPath(path("stopped").toStdString()),
                                       options, counters, stop.get_token());
        QVERIFY(report.ok() && report->cancelled);
        QVERIFY(list->finish().ok());
        const auto rows = rowsOf(file("stopped.csv"));
        QVERIFY(rows.size() >= 2);
        QCOMPARE(qint64(rows.size()), list->items() + 1);
    }

    /// A failed attempt's items stay until another one has looked at everything.
    void anAttemptThatEndsTakesTheEarlierOnesPlace()
    {
        const auto list = make("attempts.csv");
        QVERIFY(list);
        list->begin();
        list->add(item("lost with the link"));
        list->add(item("in both"));
        list->begin();
        list->add(item("in both"));
        list->add(item("new"));
        QCOMPARE(list->items(), qint64(4));
        list->end();
        QCOMPARE(list->items(), qint64(2));
        list->begin(); // as a watch does, pass after pass
        list->end();
        QCOMPARE(list->items(), qint64(0));
        list->begin();
        list->add(item("at last"));
        list->end();
        list->begin();
        list->add(item("of one that failed"));
        QVERIFY(list->finish().ok());
        QCOMPARE(pathsOf(rowsOf(file("attempts.csv"))), QStringList({u"at last"_s, u"of one that failed"_s}));
    }

    void dropsALongEarlierAttempt()
    {
        const auto list = make("long.csv");
        QVERIFY(list);
        list->begin();
        for (int i = 0; i < 20'000; ++i)
            list->add(item("an earlier attempt's, and long enough to fill more than one block of the file"));
        list->begin();
        QStringList expected;
        for (int i = 0; i < 30'000; ++i) {
            const QByteArray name = "later " + QByteArray::number(i);
            list->add(item(name.constData()));
            expected.append(QString::fromLatin1(name));
        }
        list->end();
        QVERIFY(list->finish().ok());
        QCOMPARE(pathsOf(rowsOf(file("long.csv"))), expected);
    }

    void overwritesOnlyWhenTold()
    {
        QFile there(file("there.csv"));
        QVERIFY(there.open(QIODevice::WriteOnly) && there.write("a user's") == 8);
        there.close();
        const auto refused = SkippedList::create(path("there.csv"), false, {});
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, std::string("path.exists"));
        QVERIFY(there.open(QIODevice::ReadOnly));
        QCOMPARE(there.readAll(), QByteArray("a user's"));
        const auto missing = SkippedList::create(path("no/such/folder.csv"), false, {});
        QVERIFY(!missing.ok());
        QCOMPARE(missing.error().code, std::string("path.missing"));
        // One that is made meanwhile is somebody's too.
        const auto list = make("meanwhile.csv");
        QVERIFY(list);
        QVERIFY(QFile::copy(file("there.csv"), file("meanwhile.csv")));
        QVERIFY(!list->finish().ok());
        QFile meanwhile(file("meanwhile.csv"));
        QVERIFY(meanwhile.open(QIODevice::ReadOnly));
        QCOMPARE(meanwhile.readAll(), QByteArray("a user's"));
        const auto replacing = make("there.csv", true);
        QVERIFY(replacing && replacing->finish().ok());
        QCOMPARE(rowsOf(file("there.csv")).size(), 1);
    }

    void leavesNothingBesideIt()
    {
        QVERIFY(QDir(m_dir.path()).mkdir(u"beside"_s));
        {
            const auto dropped = make("beside/dropped.csv");
            QVERIFY(dropped);
            QCOMPARE(besides(file("beside")).size(), 1);
        }
        QCOMPARE(besides(file("beside")), QStringList());
        const auto list = make("beside/kept.csv");
        QVERIFY(list && list->finish().ok());
        QCOMPARE(besides(file("beside")), QStringList{u"kept.csv"_s});
    }

    void exportsAKeptListInWords()
    {
        {
            auto kept = SkippedList::create(path("kept.csv"), false, {});
            QVERIFY(kept.ok());
            (*kept)->begin();
            (*kept)->add({"=a,b\nc\\", "path.denied", "Permission denied"});
            (*kept)->add({"caf\xe9", "kind.socket", {}});
            QVERIFY((*kept)->finish().ok());
        }
        Progress progress;
        SystemClock clock;
        JobContext context{nullptr, clock, {}, progress};
        ExportSkippedJob job(path("kept.csv"), path("exported.csv"), sentences());
        const Outcome outcome = job.run(context);
        QCOMPARE(outcome.kind, Outcome::Kind::Succeeded);
        QCOMPARE(outcome.facts[u"items"_s].toInteger(), 2);
        const auto rows = rowsOf(file("exported.csv"));
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[1],
                 QStringList({u"=a,b\\x0ac\\\\"_s, u"path.denied"_s, u"=said: path.denied"_s, u"Permission denied"_s}));
        QCOMPARE(rows[2].value(0), u"caf\\xe9"_s);
        QFile garbled(file("garbled.csv"));
        QVERIFY(garbled.open(QIODevice::WriteOnly) && garbled.write("path,reason,sentence,detail\n\"open\n") > 0);
        garbled.close();
        ExportSkippedJob bad(path("garbled.csv"), path("never.csv"), sentences());
        const Outcome failed = bad.run(context);
        QCOMPARE(failed.kind, Outcome::Kind::Failed);
        QCOMPARE(failed.error->code, std::string("list.garbled"));
        QVERIFY(!QFile::exists(file("never.csv")));
    }
};

QTEST_GUILESS_MAIN(SkippedListTest)
#include "tst_skipped_list.moc"
