// SPDX-License-Identifier: GPL-3.0-or-later
// Large files over a link, proven stretch by stretch: after a cut the next run has nothing of the proven part sent, nor
// read at the source, and believes no more than what is so.
#include "Relay.h"

#include "core/engine/wire/Records.h"

#include <QTest>

#include <filesystem>

using namespace bascule;
using namespace bascule::engine;
using namespace trees;
using namespace relay;

namespace {

constexpr std::int64_t kSize = 40 * static_cast<std::int64_t>(kMiB);

/// Bytes that this process, and those that it waited for, have read so far.
std::int64_t bytesRead()
{
    for (const QByteArray& line : QByteArray::fromStdString(content("/proc/self/io")).split('\n')) {
        if (line.startsWith("rchar: "))
            return line.mid(7).toLongLong();
    }
    qFatal("the kernel does not tell what was read");
}

std::string leftIn(const std::string& target, const char* ending)
{
    for (const auto& entry : std::filesystem::directory_iterator(target)) {
        if (entry.path().string().ends_with(ending))
            return entry.path().string();
    }
    return {};
}

} // namespace

class EngineGoesOnTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qputenv("BASCULE_MEMORY_AS_DISK", "1");
        qputenv("BASCULE_PROVE_EVERY", QByteArray::number(static_cast<qint64>(kMiB)));
    }

    void afterACut_data()
    {
        QTest::addColumn<QString>("ends");
        QTest::addColumn<QString>("what");
        for (const char* ends : {"from", "into", "between"}) {
            for (const char* what : {"as it was", "a byte of the copy", "a byte of the record", "no record",
                                     "a record cut off", "the source rewritten", "cancelled"})
                QTest::addRow("%s, %s", ends, what) << QString::fromLatin1(ends) << QString::fromLatin1(what);
        }
    }
    void afterACut()
    {
        QFETCH(QString, ends);
        QFETCH(QString, what);
        const Scratch scratch(true);
        makeTree(scratch / "S", kSize, 0, 5);
        touch(scratch / "S/large", 1'600'000'000, 5);
        // What is altered, lost or of another version is sent again, in whole or from a stretch on.
        std::int64_t proven = 0;
        {
            const bool cancels = what == u"cancelled";
            const std::vector<Fault> cut{{"cut", 37'000'000}};
            const std::vector<Fault> none;
            Trial first(scratch, ends.toStdString(), !cancels && ends != u"into" ? cut : none,
                        !cancels && ends == u"into" ? cut : none);
            first.patience.passes = [](const Error&) { return false; };
            if (cancels) {
                first.options.bytesPerSecond = 40 * kMiB;
                std::jthread watching([&first](const std::stop_token& stop) {
                    while (!stop.stop_requested() && first.count.value() < 20 * static_cast<std::int64_t>(kMiB))
                        std::this_thread::sleep_for(std::chrono::milliseconds(5));
                    first.stop.request_stop();
                });
                const auto result = first.go();
                QVERIFY2(result.ok() && result->cancelled, words(result));
            } else {
                QCOMPARE(code(first.go()), QByteArray("link.closed"));
            }
            QTRY_VERIFY_WITH_TIMEOUT(first.near.allGone() && first.far.allGone(), 20'000);
        }
        const std::string record = leftIn(scratch / "D", ".proof");
        const std::string held = leftIn(scratch / "D", ".held");
        QVERIFY(!record.empty() && !held.empty());
        for (const QByteArray& line : QByteArray::fromStdString(content(record)).split('\n'))
            proven += line.size() == 49 ? static_cast<std::int64_t>(kMiB) : 0;
        QVERIFY2(proven >= 10 * static_cast<std::int64_t>(kMiB), QByteArray::number(static_cast<qint64>(proven)));
        if (what == u"a byte of the copy")
            flip(held, 3'000'000);
        else if (what == u"a byte of the record")
            flip(record, 200);
        else if (what == u"no record")
            std::filesystem::remove(record);
        else if (what == u"a record cut off")
            std::filesystem::resize_file(record, 500);
        else if (what == u"the source rewritten") {
            flip(scratch / "S/large", 77);
            touch(scratch / "S/large", 1'600'000'000, 5);
        }
        const QByteArray before = stateOf(scratch / "S");
        const std::int64_t readBefore = bytesRead();
        Trial second(scratch, ends.toStdString(), {}, {});
        const std::int64_t passed = second.count.value();
        const auto result = second.go();
        const std::int64_t came = second.count.value() - passed;
        QTRY_VERIFY_WITH_TIMEOUT(second.near.allGone() && second.far.allGone(), 20'000);
        const std::int64_t read = bytesRead() - readBefore;
        VERIFY_DONE(second, result, before);
        if (what == u"a byte of the copy" || what == u"the source rewritten") {
            QVERIFY2(came >= kSize, QByteArray::number(static_cast<qint64>(came)));
        } else if (ends != u"between") { // there each byte passes twice
            QVERIFY2(came < kSize - proven + static_cast<std::int64_t>(kMiB),
                     QByteArray::number(static_cast<qint64>(came)) + " after " +
                         QByteArray::number(static_cast<qint64>(proven)));
        }
        // All reading together, the line's own too, is less than the proven part at one end.
        if (what == u"as it was")
            QVERIFY2(read < proven, QByteArray::number(static_cast<qint64>(read)));
    }

    void hostileQuestions_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("length");
        QTest::addColumn<bool>("good");
        constexpr auto block = static_cast<qint64>(kHashBlock);
        QTest::newRow("from the beginning") << qint64{0} << 4 * block << true;
        QTest::newRow("from the middle") << 2 * block << 4 * block << true;
        QTest::newRow("nothing behind") << 4 * block << 4 * block << true;
        QTest::newRow("negative") << -block << 4 * block << false;
        QTest::newRow("beyond") << 5 * block << 4 * block << false;
        QTest::newRow("in a block") << block + 1 << 4 * block << false;
        QTest::newRow("huge") << (std::numeric_limits<qint64>::max() / block) * block << 4 * block << false;
        QTest::newRow("more stretches than may be") << block << 5000 * block + block << false;
    }
    /// What a source is asked for behind a proven part.
    void hostileQuestions()
    {
        QFETCH(qint64, from);
        QFETCH(qint64, length);
        QFETCH(bool, good);
        Wanted wanted{Wanted::What::Rest, "large", {}, {}};
        wanted.have.from = from;
        wanted.have.length = length;
        wanted.have.block = static_cast<std::int64_t>(kHashBlock);
        for (qint64 at = from; good && at < length; at += static_cast<qint64>(kHashBlock))
            wanted.have.hashes.push_back({7, 8});
        wanted.have.version = {5, 6};
        wire::ByteWriter writer;
        wire::put(writer, wanted);
        const std::string bytes = writer.take();
        wire::ByteReader reader(bytes);
        const Wanted taken = wire::takeWanted(reader);
        QCOMPARE(reader.ok() && reader.atEnd(), good);
        if (good) {
            QCOMPARE(taken.have.from, from);
            QVERIFY(taken.have.version == wanted.have.version && taken.have.hashes == wanted.have.hashes);
        }
    }
};

int main(int argc, char** argv)
{
    if (relay::isRelay(argc, argv))
        return relay::main(argv);
    QCoreApplication application(argc, argv);
    EngineGoesOnTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_engine_goeson.moc"
