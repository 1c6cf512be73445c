// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/Window.h"

#include "core/project/Moments.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

Item problem(const char* code, const QJsonObject& params = {})
{
    return {QString::fromLatin1(code), params, {PageId::Planning, u"window"_s, 0}};
}

void addOverlaps(WindowFit& fit, const std::vector<CriticalPeriod>& periods)
{
    for (const CriticalPeriod& period : periods) {
        if (period.from >= fit.ends || period.to <= fit.start)
            continue;
        Item item = problem("window.overlaps-critical",
                            {{u"why"_s, period.why}, {u"from"_s, iso(period.from)}, {u"to"_s, iso(period.to)}});
        item.target = {PageId::Planning, u"critical-period"_s, period.id};
        fit.problems.push_back(item);
    }
}

} // namespace

WindowFit fitWindow(const QDateTime& start, int minutes, const Timings& timings,
                    const std::vector<CriticalPeriod>& periods, const QDateTime& now, const QTimeZone& zone)
{
    WindowFit fit;
    fit.start = start.toUTC();
    if (!start.isValid()) {
        fit.problems.push_back(problem("window.no-start"));
        return fit;
    }
    const qint64 lengthMs = qint64(std::max(0, minutes)) * 60'000;
    fit.ends = fit.start.addMSecs(lengthMs);
    fit.measured = timings.rehearsals > 0;
    fit.rollbackMeasured = timings.rollbackMeasured;
    fit.cutoverMs = fit.measured ? timings.p90Ms : 0;
    fit.rollbackMs = timings.rollbackMs;
    fit.marginMs = lengthMs - fit.cutoverMs - fit.rollbackMs;
    fit.usersAt = fit.start.addMSecs(fit.cutoverMs);
    fit.lastRollbackMoment = fit.ends.addMSecs(-fit.rollbackMs);

    if (fit.start < now)
        fit.problems.push_back(problem("window.in-past", {{u"start"_s, iso(fit.start)}}));
    if (minutes <= 0) {
        fit.problems.push_back(problem("window.zero-length"));
        return fit;
    }
    if (minutes > kLongestWindowMinutes) {
        fit.problems.push_back(
            problem("window.too-long", {{u"has"_s, lengthMs}, {u"most"_s, qint64(kLongestWindowMinutes) * 60'000}}));
    }
    if (const QDateTime change = offsetChangeBetween(fit.start, fit.ends, zone); change.isValid())
        fit.problems.push_back(problem("window.dst-change", {{u"at"_s, iso(change)}}));
    addOverlaps(fit, periods);
    if (fit.marginMs < 0) {
        fit.problems.push_back(
            problem("window.does-not-fit", {{u"needs"_s, fit.cutoverMs + fit.rollbackMs}, {u"has"_s, lengthMs}}));
    }
    return fit;
}

int suggestedMinutes(const Timings& timings)
{
    const qint64 neededMs = (timings.p90Ms + timings.rollbackMs) * 6 / 5;
    const qint64 halfHours = (neededMs + 1'799'999) / 1'800'000;
    return int(std::clamp<qint64>(halfHours * 30, 60, kLongestWindowMinutes));
}

namespace {

bool isWeekend(const QDate& day)
{
    return day.dayOfWeek() >= Qt::Saturday;
}

/// When people are back at work after `day` began: 07:00 of the next working day.
QDateTime workResumes(const QDate& day, const QTime& at, const QTimeZone& zone)
{
    QDate next = day;
    if (isWeekend(day) || at >= QTime(7, 0))
        next = next.addDays(1);
    while (isWeekend(next))
        next = next.addDays(1);
    return QDateTime(next, QTime(7, 0), zone).toUTC();
}

} // namespace

std::vector<Window> proposeWindows(const Timings& timings, const std::vector<CriticalPeriod>& periods,
                                   const QDateTime& now, int minutes, const QTimeZone& zone)
{
    const int length = minutes > 0 ? minutes : suggestedMinutes(timings);
    std::vector<Window> windows;
    const QDate today = now.toTimeZone(zone).date();
    for (int ahead = 0; ahead <= 28; ++ahead) {
        const QDate day = today.addDays(ahead);
        std::vector<QTime> starts{QTime(22, 0)};
        if (isWeekend(day))
            starts.insert(starts.begin(), {QTime(4, 0), QTime(13, 0)});
        for (const QTime& at : starts) {
            const auto start = localMoment(day, at, zone);
            if (!start)
                continue;
            const WindowFit fit = fitWindow(start.value(), length, timings, periods, now, zone);
            if (fit.ok() && fit.ends <= workResumes(day, at, zone))
                windows.push_back({0, fit.start, length, WindowState::Chosen});
        }
    }
    return windows;
}

QString planHash(const Snapshot& snapshot, const QString& runbookHash)
{
    const Window* window = snapshot.window();
    if (!window)
        return {};
    QList<QStringList> periods;
    for (const CriticalPeriod& period : snapshot.criticalPeriods)
        periods.append({iso(period.from), iso(period.to), period.why});
    std::sort(periods.begin(), periods.end());
    QJsonArray plan{runbookHash, iso(window->start), window->minutes};
    for (const QStringList& period : periods)
        plan.append(QJsonArray::fromStringList(period));
    const QByteArray canonical = QJsonDocument(plan).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(canonical, QCryptographicHash::Sha256).toHex());
}

QString planHash(const Snapshot& snapshot, const Runbook& runbook)
{
    return planHash(snapshot, runbook.hash);
}

} // namespace bascule
