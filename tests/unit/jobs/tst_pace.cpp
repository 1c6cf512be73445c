// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of the time left, over the shapes that transfers have: a clock that is driven, no waiting.
#include "core/jobs/Progress.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace bascule;
using namespace Qt::StringLiterals;

namespace {

/// Files of one size, at so much an item and so many bytes a second.
struct Stretch
{
    qint64 files = 0;
    double fileBytes = 0;
    double secondsAFile = 0;
    double bytesPerSecond = 0; ///< with neither files nor bytes: nothing moves for `secondsAFile`
};

struct Shape
{
    std::vector<Stretch> stretches;
    double noise = 0.2;     ///< how uneven a tenth of a second is
    double scanSeconds = 0; ///< so long the total grows
};

/// One look at a run: when, and what was shown.
struct Look
{
    double seconds = 0;
    ProgressSnapshot shown;
};

struct Lived
{
    std::vector<Look> looks;
    double seconds = 0; ///< that it took
    bool wentBack = false;
};

/// Lives through a shape, a tenth of a second at a time.
Lived live(const Shape& shape)
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> uneven(1 - shape.noise, 1 + shape.noise);
    qint64 ms = 0, allFiles = 0;
    double allBytes = 0;
    for (const Stretch& stretch : shape.stretches) {
        allFiles += stretch.files;
        allBytes += double(stretch.files) * stretch.fileBytes;
    }
    Progress progress([&ms] { return ms; });
    engine::Counters& counters = progress.part(u"phase.copying"_s);
    Lived lived;
    ProgressSnapshot before;
    double doneFiles = 0, doneBytes = 0;
    const auto look = [&] {
        const double scanned = shape.scanSeconds > 0 ? std::min(1.0, double(ms) / 1000 / shape.scanSeconds) : 1;
        counters.itemsDone = qint64(doneFiles);
        counters.bytesDone = qint64(doneBytes);
        counters.itemsTotal = std::max(qint64(scanned * double(allFiles)), qint64(doneFiles));
        counters.bytesTotal = std::max(qint64(scanned * allBytes), qint64(doneBytes));
        counters.totalsKnown = scanned >= 1;
        const ProgressSnapshot now = progress.sample();
        lived.wentBack = lived.wentBack || now.fraction < before.fraction || now.itemsDone < before.itemsDone ||
                         now.bytesDone < before.bytesDone || now.fraction > 1;
        before = now;
        lived.looks.push_back({double(ms) / 1000, now});
        ms += 100;
    };
    for (const Stretch& stretch : shape.stretches) {
        const double first = doneFiles;
        const double fileSeconds =
            stretch.secondsAFile + (stretch.bytesPerSecond > 0 ? stretch.fileBytes / stretch.bytesPerSecond : 0);
        const double all = stretch.files > 0 ? fileSeconds * double(stretch.files) : stretch.secondsAFile;
        const double bytesBefore = doneBytes;
        for (double done = 0; done < all;) {
            look();
            done = std::min(all, done + 0.1 * uneven(random));
            if (stretch.files == 0)
                continue;
            const double files = done / fileSeconds;
            doneFiles = first + std::floor(files + 1e-9);
            doneBytes = bytesBefore + files * stretch.fileBytes;
        }
        doneFiles = first + double(stretch.files);
        doneBytes = bytesBefore + double(stretch.files) * stretch.fileBytes;
    }
    lived.seconds = double(ms) / 1000;
    look();
    return lived;
}

constexpr double kMB = 1e6;

} // namespace

class PaceTest : public QObject
{
    Q_OBJECT

private slots:
    void theRestIsWhereItIsSaidToBe_data()
    {
        QTest::addColumn<Shape>("shape");
        const Stretch mixed{4'000, 10 * kMB, 0.002, 110 * kMB};
        QTest::newRow("steady") << Shape{{mixed}};
        QTest::newRow("steady and small") << Shape{{{600'000, 4'000, 0.001, 100 * kMB}}};
        QTest::newRow("steady and uneven") << Shape{{mixed}, 0.9};
        QTest::newRow("many small, then few large")
            << Shape{{{200'000, 4'000, 0.001, 100 * kMB}, {20, 1'500 * kMB, 0.001, 100 * kMB}}};
        QTest::newRow("few large, then many small")
            << Shape{{{20, 1'500 * kMB, 0.001, 100 * kMB}, {200'000, 4'000, 0.001, 100 * kMB}}};
        QTest::newRow("by turns") << Shape{{{50'000, 4'000, 0.001, 100 * kMB},
                                            {5, 1'500 * kMB, 0.001, 100 * kMB},
                                            {50'000, 4'000, 0.001, 100 * kMB},
                                            {5, 1'500 * kMB, 0.001, 100 * kMB},
                                            {50'000, 4'000, 0.001, 100 * kMB}}};
        // Before it nobody can know of it: a twentieth of the time.
        QTest::newRow("a stall") << Shape{
            {{2'000, 10 * kMB, 0, 50 * kMB}, {0, 0, 42, 0}, {2'000, 10 * kMB, 0, 50 * kMB}}};
        // Half of the bytes at half of the pace: a third of the time nobody can know of it.
        QTest::newRow("a lowered limit") << Shape{{{2'000, 10 * kMB, 0, 50 * kMB}, {2'000, 10 * kMB, 0, 25 * kMB}}};
        QTest::newRow("a raised limit") << Shape{{{1'000, 10 * kMB, 0, 25 * kMB}, {4'000, 10 * kMB, 0, 50 * kMB}}};
        QTest::newRow("a total that grows") << Shape{{mixed}, 0.2, 120};
    }
    void theRestIsWhereItIsSaidToBe()
    {
        QFETCH(Shape, shape);
        const Lived lived = live(shape);
        QVERIFY(!lived.wentBack);
        int said = 0, right = 0, silent = 0;
        for (const Look& look : lived.looks) {
            const bool measuring = look.seconds < 10;
            QVERIFY(!measuring || !look.shown.etaLow);
            QCOMPARE(look.shown.etaLow.has_value(), look.shown.etaHigh.has_value());
            if (look.seconds < 0.2 * lived.seconds)
                continue;
            if (!look.shown.etaLow) {
                ++silent;
                continue;
            }
            QVERIFY(*look.shown.etaLow <= *look.shown.etaHigh);
            const double left = lived.seconds - look.seconds;
            ++said;
            right += left >= double(*look.shown.etaLow) - 1 && left <= double(*look.shown.etaHigh) + 1 ? 1 : 0;
        }
        const QByteArray words = QByteArray::number(right) + " of " + QByteArray::number(said) + " right, " +
                                 QByteArray::number(silent) + " silent, of " + QByteArray::number(lived.seconds) + " s";
        qInfo("%s", words.constData());
        QVERIFY2(right >= 0.8 * said, words);
        // Silence is no way to be right: only a scan or a stall is a reason for it.
        QVERIFY2(silent <= 0.35 * (said + silent), words);
    }

    /// In a steady run one figure is said, and the end that it means stays where it is.
    void aSteadyEndStaysWhereItIs_data()
    {
        QTest::addColumn<Shape>("shape");
        QTest::newRow("large") << Shape{{{4'000, 10 * kMB, 0.002, 110 * kMB}}};
        QTest::newRow("small") << Shape{{{600'000, 4'000, 0.001, 100 * kMB}}};
        QTest::newRow("uneven") << Shape{{{4'000, 10 * kMB, 0.002, 110 * kMB}}, 0.5};
    }
    void aSteadyEndStaysWhereItIs()
    {
        QFETCH(Shape, shape);
        const Lived lived = live(shape);
        double endBefore = -1, farthest = 0, widest = 0;
        for (const Look& look : lived.looks) {
            if (!look.shown.etaLow)
                continue;
            const double low = double(*look.shown.etaLow), high = double(*look.shown.etaHigh);
            const double end = look.seconds + (low + high) / 2;
            if (endBefore >= 0)
                farthest = std::max(farthest, std::abs(end - endBefore));
            endBefore = end;
            if (low > 60)
                widest = std::max(widest, high / low);
        }
        const QByteArray words = "the end moved by " + QByteArray::number(farthest) + " s of " +
                                 QByteArray::number(lived.seconds) + ", the widest span was " +
                                 QByteArray::number(widest);
        qInfo("%s", words.constData());
        QVERIFY2(farthest <= 0.01 * lived.seconds + 1, words); // from one tenth of a second to the next
        QVERIFY2(widest > 1 && widest <= 1.5, words);
    }

    /// Told within half a minute, and not hidden by a long past.
    void aLoweredLimitIsTold()
    {
        const Lived lived = live({{{2'000, 10 * kMB, 0, 50 * kMB}, {2'000, 10 * kMB, 0, 25 * kMB}}});
        const double lowered = lived.seconds / 3;
        for (const Look& look : lived.looks) {
            if (look.seconds > lowered + 30 && look.shown.etaHigh)
                QVERIFY(double(*look.shown.etaHigh) + 1 >= lived.seconds - look.seconds);
        }
    }

    void aStallIsSaidInsteadOfATime()
    {
        const Lived lived = live({{{1'000, 10 * kMB, 0, 50 * kMB}, {0, 0, 100, 0}, {1'000, 10 * kMB, 0, 50 * kMB}}});
        bool stalled = false;
        for (const Look& look : lived.looks) {
            QCOMPARE(look.shown.stalledSeconds > 0, look.seconds > 230.5 && look.seconds < 299 ? true
                                                    : look.seconds < 229 || look.seconds > 301
                                                        ? false
                                                        : look.shown.stalledSeconds > 0);
            stalled = stalled || look.shown.stalledSeconds > 0;
            if (look.shown.stalledSeconds > 0)
                QVERIFY(!look.shown.etaLow);
        }
        QVERIFY(stalled);
    }

    void itemsAloneOrBytesAlone()
    {
        qint64 ms = 0;
        Progress items([&ms] { return ms; }), bytes([&ms] { return ms; });
        engine::Counters& counted = items.part(u"phase.copying"_s);
        engine::Counters& measured = bytes.part(u"phase.copying"_s);
        counted.totalsKnown = measured.totalsKnown = true;
        counted.itemsTotal = 1'000;
        measured.bytesTotal = 1'000'000'000;
        ProgressSnapshot one, other;
        for (; ms <= 50'000; ms += 100) {
            counted.itemsDone = ms / 100;
            measured.bytesDone = ms * 10'000;
            one = items.sample();
            other = bytes.sample();
        }
        for (const ProgressSnapshot* shown : {&one, &other}) {
            QVERIFY(shown->etaLow && *shown->etaLow <= 50 && *shown->etaHigh >= 50 && *shown->etaHigh <= 60);
            QVERIFY(shown->fraction > 0.49 && shown->fraction < 0.51);
        }
        QVERIFY(one.itemsPerSecond > 9.5 && one.itemsPerSecond < 10.5 && one.bytesPerSecond == 0);
        QVERIFY(other.bytesPerSecond > 9.5e6 && other.bytesPerSecond < 10.5e6);
    }
};

QTEST_GUILESS_MAIN(PaceTest)
#include "tst_pace.moc"
