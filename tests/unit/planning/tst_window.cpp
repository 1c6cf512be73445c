// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/Window.h"

#include <QTest>

using namespace bascule;
using namespace Qt::StringLiterals;

namespace {

QDateTime utc(const char* iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate).toUTC();
}

QStringList codes(const WindowFit& fit)
{
    QStringList list;
    for (const Item& problem : fit.problems)
        list.append(problem.code);
    return list;
}

Timings measured(qint64 cutoverMinutes, qint64 rollbackMinutes)
{
    Timings timings;
    timings.rehearsals = 3;
    timings.medianMs = cutoverMinutes * 40'000;
    timings.p90Ms = cutoverMinutes * 60'000;
    timings.rollbackMs = rollbackMinutes * 60'000;
    timings.rollbackMeasured = true;
    return timings;
}

const QTimeZone paris("Europe/Paris");

} // namespace

class WindowTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(paris.isValid(), "the package tzdata is missing"); }

    void readsLocalTimes()
    {
        // Winter is UTC+1 in Paris, summer UTC+2.
        QCOMPARE(parseMoment(u"2026-12-06T04:00"_s, paris).value(), utc("2026-12-06T03:00:00Z"));
        QCOMPARE(parseMoment(u"2026-07-06 4:00"_s, paris).value(), utc("2026-07-06T02:00:00Z"));
        QCOMPARE(parseMoment(u" 2026-12-06T04:00:30 "_s, paris).value(), utc("2026-12-06T03:00:30Z"));
        QCOMPARE(parseMoment(u"2026-12-06T04:00Z"_s, paris).value(), utc("2026-12-06T04:00:00Z"));
        QCOMPARE(parseMoment(u"2026-12-06T04:00-05:30"_s, paris).value(), utc("2026-12-06T09:30:00Z"));
        QCOMPARE(parseMoment(u"2026-12-06T04:00+0100"_s, paris).value(), utc("2026-12-06T03:00:00Z"));
    }

    void refusesWhatIsNoTime_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"", "tomorrow", "2026-13-01T04:00", "2026-02-30T04:00", "2026-12-06T24:10", "2026-12-06", "2026-12-06T04",
              "06/12/2026 04:00", "2026-12-06T04:00+99:00", "2026-12-06T04:00 or so"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void refusesWhatIsNoTime()
    {
        QFETCH(QString, text);
        const auto moment = parseMoment(text, paris);
        QVERIFY(!moment);
        QCOMPARE(moment.error().code, std::string("time.not-understood"));
    }

    void refusesTheHourThatDoesNotExist()
    {
        const auto skipped = parseMoment(u"2026-03-29T02:30"_s, paris);
        QVERIFY(!skipped);
        QCOMPARE(skipped.error().code, std::string("time.does-not-exist"));
        QCOMPARE(skipped.error().subject, std::string("2026-03-29T02:30"));
        // Its edges exist.
        QCOMPARE(parseMoment(u"2026-03-29T01:59"_s, paris).value(), utc("2026-03-29T00:59:00Z"));
        QCOMPARE(parseMoment(u"2026-03-29T03:00"_s, paris).value(), utc("2026-03-29T01:00:00Z"));
        QCOMPARE(parseMoment(u"2026-03-29T02:00"_s, paris).error().code, std::string("time.does-not-exist"));
    }

    void refusesTheHourThatComesTwice()
    {
        const auto twice = parseMoment(u"2026-10-25T02:30"_s, paris);
        QVERIFY(!twice);
        QCOMPARE(twice.error().code, std::string("time.ambiguous"));
        QCOMPARE(std::get<std::string>(twice.error().params.at("first")), std::string("2026-10-25T00:30:00Z"));
        QCOMPARE(std::get<std::string>(twice.error().params.at("second")), std::string("2026-10-25T01:30:00Z"));
        // With an offset it is one moment, and its edges come once.
        QCOMPARE(parseMoment(u"2026-10-25T02:30+01:00"_s, paris).value(), utc("2026-10-25T01:30:00Z"));
        QCOMPARE(parseMoment(u"2026-10-25T01:59"_s, paris).value(), utc("2026-10-24T23:59:00Z"));
        QCOMPARE(parseMoment(u"2026-10-25T03:00"_s, paris).value(), utc("2026-10-25T02:00:00Z"));
        QCOMPARE(parseMoment(u"2026-10-25T02:00"_s, paris).error().code, std::string("time.ambiguous"));
    }

    void readsDatesWhereTheyAreEnough()
    {
        QCOMPARE(parseMoment(u"2026-12-01"_s, paris, DateOnly::StartOfDay).value(), utc("2026-11-30T23:00:00Z"));
        QCOMPARE(parseMoment(u"2026-12-03"_s, paris, DateOnly::EndOfDay).value(), utc("2026-12-03T23:00:00Z"));
    }

    void fits()
    {
        const auto fit =
            fitWindow(utc("2026-12-06T03:00:00Z"), 180, measured(72, 38), {}, utc("2026-11-24T09:40:00Z"), paris);
        QVERIFY(fit.ok());
        QCOMPARE(fit.ends, utc("2026-12-06T06:00:00Z"));
        QCOMPARE(fit.cutoverMs, 72 * 60'000);
        QCOMPARE(fit.marginMs, 70 * 60'000);
        QCOMPARE(fit.usersAt, utc("2026-12-06T04:12:00Z"));
        QCOMPARE(fit.lastRollbackMoment, utc("2026-12-06T05:22:00Z"));
    }

    void countsTheSlowCutoverNotTheUsualOne()
    {
        // 100 min at P90, 67 min in the median: a window of 130 min would hold the median with 38 min of rollback.
        const Timings timings = measured(100, 38);
        const auto start = utc("2026-12-06T03:00:00Z");
        const auto now = utc("2026-11-24T09:40:00Z");
        QCOMPARE(codes(fitWindow(start, 130, timings, {}, now, paris)), QStringList{u"window.does-not-fit"_s});
        QCOMPARE(codes(fitWindow(start, 137, timings, {}, now, paris)), QStringList{u"window.does-not-fit"_s});
        QVERIFY(fitWindow(start, 138, timings, {}, now, paris).ok()); // exactly, with nothing to spare
        QCOMPARE(fitWindow(start, 138, timings, {}, now, paris).marginMs, 0);
    }

    void refusesThePastAndNothing()
    {
        const auto now = utc("2026-12-06T03:00:00Z");
        QCOMPARE(codes(fitWindow(now.addMSecs(-1), 180, measured(10, 5), {}, now, paris)),
                 QStringList{u"window.in-past"_s});
        QVERIFY(fitWindow(now, 180, measured(10, 5), {}, now, paris).ok());
        QCOMPARE(codes(fitWindow(now, 0, measured(10, 5), {}, now, paris)), QStringList{u"window.zero-length"_s});
        QCOMPARE(codes(fitWindow(now, -5, {}, {}, now, paris)), QStringList{u"window.zero-length"_s});
        QCOMPARE(codes(fitWindow(now, 7 * 24 * 60 + 1, {}, {}, now, QTimeZone::utc())),
                 QStringList{u"window.too-long"_s});
        QCOMPARE(codes(fitWindow(QDateTime(), 60, {}, {}, now, paris)), QStringList{u"window.no-start"_s});
    }

    void touchingIsNotMeeting()
    {
        const auto start = utc("2026-12-06T03:00:00Z"), end = utc("2026-12-06T06:00:00Z");
        const auto now = utc("2026-11-24T09:40:00Z");
        const auto meets = [&](const QDateTime& from, const QDateTime& to) {
            const CriticalPeriod period{7, from, to, u"Paie"_s};
            return codes(fitWindow(start, 180, measured(10, 5), {period}, now, paris));
        };
        QVERIFY(meets(start.addDays(-1), start).isEmpty());
        QVERIFY(meets(end, end.addDays(1)).isEmpty());
        const QStringList refused{u"window.overlaps-critical"_s};
        QCOMPARE(meets(start.addDays(-1), start.addMSecs(1)), refused);
        QCOMPARE(meets(end.addMSecs(-1), end.addDays(1)), refused);
        QCOMPARE(meets(start.addSecs(60), start.addSecs(120)), refused); // inside
        QCOMPARE(meets(start.addDays(-1), end.addDays(1)), refused);     // around
        const CriticalPeriod first{1, start, end, u"Paie"_s}, second{2, start, end, u"Clôture"_s};
        const auto both = fitWindow(start, 180, measured(10, 5), {first, second}, now, paris);
        QCOMPARE(both.problems.size(), std::size_t(2));
        QCOMPARE(both.problems[1].params.value(u"why"_s).toString(), u"Clôture"_s);
        QCOMPARE(both.problems[1].target.id, Id(2));
    }

    void refusesAChangeOfTheClocks()
    {
        const auto now = utc("2026-01-01T00:00:00Z");
        // Forward at 01:00 UTC on 29 March, back at 01:00 UTC on 25 October.
        for (const char* change : {"2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z"}) {
            const auto at = utc(change);
            const auto across = fitWindow(at.addSecs(-3600), 120, {}, {}, now, paris);
            QCOMPARE(codes(across), QStringList{u"window.dst-change"_s});
            QCOMPARE(QDateTime::fromString(across.problems[0].params.value(u"at"_s).toString(), Qt::ISODateWithMs), at);
            QVERIFY(fitWindow(at.addSecs(-3600), 60, {}, {}, now, paris).ok()); // ends as the clocks change
            QVERIFY(fitWindow(at, 120, {}, {}, now, paris).ok());               // begins with it
            QVERIFY(fitWindow(at.addSecs(-3600), 120, {}, {}, now, QTimeZone::utc()).ok());
        }
    }

    void saysWhatIsNotMeasured()
    {
        const auto fit = fitWindow(utc("2026-12-06T03:00:00Z"), 10, {}, {}, utc("2026-11-24T09:40:00Z"), paris);
        QVERIFY(fit.ok()); // nothing is known to not fit
        QVERIFY(!fit.measured && !fit.rollbackMeasured);
        QCOMPARE(fit.cutoverMs, 0);
    }

    void proposesQuietTimesOnly()
    {
        const auto now = utc("2026-11-24T09:40:00Z"); // a Tuesday
        const CriticalPeriod closing{1, utc("2026-11-29T23:00:00Z"), utc("2026-12-02T23:00:00Z"), u"Clôture"_s};
        const auto windows = proposeWindows(measured(72, 38), {closing}, now, 0, paris);
        QVERIFY(windows.size() >= 20);
        QVERIFY(std::is_sorted(windows.begin(), windows.end(),
                               [](const Window& a, const Window& b) { return a.start < b.start; }));
        bool sundayAtFour = false;
        for (const Window& window : windows) {
            QCOMPARE(window.minutes, 150); // 110 min and a fifth, in half hours
            const QDateTime end = window.start.addSecs(window.minutes * 60);
            QVERIFY(window.start >= now && window.start <= now.addDays(30));
            QVERIFY(end <= closing.from || window.start >= closing.to);
            const QDateTime from = window.start.toTimeZone(paris), to = end.toTimeZone(paris);
            const bool weekend = from.date().dayOfWeek() >= 6;
            QVERIFY2(weekend || from.time() >= QTime(20, 0), qPrintable(from.toString()));
            QVERIFY2(to.date().dayOfWeek() >= 6 || to.time() <= QTime(7, 0) || to.time() >= QTime(20, 0),
                     qPrintable(to.toString()));
            sundayAtFour = sundayAtFour || (from.date() == QDate(2026, 12, 6) && from.time() == QTime(4, 0));
        }
        QVERIFY(sundayAtFour);
        // Ten hours fit into no working night.
        for (const Window& window : proposeWindows({}, {}, now, 600, paris))
            QVERIFY(window.start.toTimeZone(paris).date().dayOfWeek() >= 5);
        QVERIFY(proposeWindows({}, {{1, now.addDays(-1), now.addDays(60), u"Tout"_s}}, now, 60, paris).empty());
    }

    void everyPartOfThePlanCounts()
    {
        Snapshot snapshot;
        QVERIFY(planHash(snapshot, u"abc"_s).isEmpty());
        snapshot.windows = {{1, utc("2026-12-06T03:00:00Z"), 180, WindowState::Chosen}};
        snapshot.criticalPeriods = {{1, utc("2026-12-01T00:00:00Z"), utc("2026-12-02T00:00:00Z"), u"Paie"_s},
                                    {2, utc("2026-12-10T00:00:00Z"), utc("2026-12-12T00:00:00Z"), u"Stock"_s}};
        const QString hash = planHash(snapshot, u"abc"_s);
        QCOMPARE(hash.size(), 64);
        Snapshot other = snapshot;
        std::swap(other.criticalPeriods[0], other.criticalPeriods[1]); // the order says nothing
        QCOMPARE(planHash(other, u"abc"_s), hash);
        QVERIFY(planHash(snapshot, u"abd"_s) != hash);
        other = snapshot;
        other.windows[0].minutes = 181;
        QVERIFY(planHash(other, u"abc"_s) != hash);
        other = snapshot;
        other.windows[0].start = other.windows[0].start.addSecs(60);
        QVERIFY(planHash(other, u"abc"_s) != hash);
        other = snapshot;
        other.criticalPeriods.pop_back();
        QVERIFY(planHash(other, u"abc"_s) != hash);
        other = snapshot;
        other.windows[0].state = WindowState::Withdrawn;
        QVERIFY(planHash(other, u"abc"_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(WindowTest)
#include "tst_window.moc"
