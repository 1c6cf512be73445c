// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/Moment.h"

#include <QRegularExpression>

namespace bascule {

using namespace Qt::StringLiterals;

QTimeZone localZone()
{
    const QTimeZone zone = QTimeZone::systemTimeZone();
    return zone.isValid() ? zone : QTimeZone::utc();
}

QDateTime offsetChangeBetween(const QDateTime& from, const QDateTime& to, const QTimeZone& zone)
{
    if (!zone.hasTransitions())
        return {};
    QTimeZone::OffsetData change = zone.nextTransition(from.toUTC());
    while (change.atUtc.isValid() && change.atUtc < to) {
        // A zone may also record a new name or law that moves no clock.
        if (change.atUtc > from && zone.offsetFromUtc(change.atUtc.addSecs(-1)) != change.offsetFromUtc)
            return change.atUtc.toUTC();
        const QTimeZone::OffsetData next = zone.nextTransition(change.atUtc);
        if (next.atUtc <= change.atUtc)
            break;
        change = next;
    }
    return {};
}

namespace {

/// Every UTC moment that the clocks of `zone` show as this local time: none, one or two.
std::vector<QDateTime> momentsOf(const QDateTime& wallAsUtc, const QTimeZone& zone)
{
    std::vector<QDateTime> moments;
    std::vector<int> offsets;
    // No zone is further than 26 h from UTC, and none changes twice in that time: two looks find every offset.
    for (const int hours : {-26, 26}) {
        const int offset = zone.offsetFromUtc(wallAsUtc.addSecs(hours * 3600));
        if (std::find(offsets.begin(), offsets.end(), offset) != offsets.end())
            continue;
        offsets.push_back(offset);
        const QDateTime candidate = wallAsUtc.addSecs(-offset);
        if (zone.offsetFromUtc(candidate) == offset)
            moments.push_back(candidate);
    }
    std::sort(moments.begin(), moments.end());
    return moments;
}

Result<QDateTime> inZone(const QDate& date, const QTime& time, const QTimeZone& zone, const QString& shown)
{
    const QDateTime wall(date, time, Qt::UTC);
    if (!wall.isValid())
        return makeError("time.not-understood", shown);
    const std::vector<QDateTime> moments = momentsOf(wall, zone);
    if (moments.empty())
        return makeError("time.does-not-exist", shown);
    if (moments.size() > 1) {
        return makeError("time.ambiguous", shown,
                         {{"first", bytes(moments.front().toString(Qt::ISODate))},
                          {"second", bytes(moments.back().toString(Qt::ISODate))}});
    }
    return moments.front();
}

} // namespace

Result<QDateTime> localMoment(const QDate& date, const QTime& time, const QTimeZone& zone)
{
    return inZone(date, time, zone, date.toString(Qt::ISODate) + u' ' + time.toString(u"HH:mm"_s));
}

Result<QDateTime> parseMoment(const QString& text, const QTimeZone& zone, DateOnly dateOnly)
{
    static const QRegularExpression form(
        u"^(\\d{4}-\\d{2}-\\d{2})(?:[T ](\\d{1,2}:\\d{2}(?::\\d{2})?)\\s*(Z|[+-]\\d{2}:?\\d{2})?)?$"_s);
    const QString trimmed = text.trimmed();
    const QString shown = displayPath(trimmed.toUtf8());
    const QRegularExpressionMatch match = form.match(trimmed);
    const QDate date = QDate::fromString(match.captured(1), Qt::ISODate);
    if (!match.hasMatch() || !date.isValid())
        return makeError("time.not-understood", shown);
    if (match.captured(2).isEmpty()) {
        if (dateOnly == DateOnly::Refuse)
            return makeError("time.not-understood", shown);
        // The end of a day is the start of the next: a period that ends there does not touch what starts there.
        const QDate day = dateOnly == DateOnly::EndOfDay ? date.addDays(1) : date;
        const QDateTime start = day.startOfDay(zone);
        return start.isValid() ? Result<QDateTime>(start.toUTC()) : makeError("time.not-understood", shown);
    }
    QString clock = match.captured(2);
    if (clock.indexOf(u':') == 1)
        clock.prepend(u'0');
    const QTime time = QTime::fromString(clock, clock.size() > 5 ? u"HH:mm:ss"_s : u"HH:mm"_s);
    if (!time.isValid())
        return makeError("time.not-understood", shown);
    QString offset = match.captured(3);
    if (offset.isEmpty())
        return inZone(date, time, zone, shown);
    if (offset == u"Z")
        return QDateTime(date, time, Qt::UTC);
    offset.remove(u':');
    const int hours = QStringView(offset).sliced(1, 2).toInt();
    const int minutes = QStringView(offset).sliced(3, 2).toInt();
    if (hours > 14 || minutes > 59)
        return makeError("time.not-understood", shown);
    const int seconds = (offset.startsWith(u'-') ? -1 : 1) * (hours * 60 + minutes) * 60;
    return QDateTime(date, time, Qt::UTC).addSecs(-seconds);
}

} // namespace bascule
