// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers, sizes and times as French and English people write them.
#include "core/text/Catalogue.h"

#include <QDateTime>

#include <cmath>

namespace bascule::text {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar noBreak(0x00a0);

/// One decimal below 200, none above, and no ",0".
QString rounded(const QLocale& locale, double value)
{
    const double tenth = std::round(value * 10) / 10;
    const bool whole = tenth >= 200 || std::abs(tenth - std::round(tenth)) < 0.05;
    return locale.toString(tenth, 'f', whole ? 0 : 1);
}

QString scaled(const QLocale& locale, double value, bool french, const QString& per)
{
    static constexpr std::array frenchUnits{"o", "ko", "Mo", "Go", "To", "Po"};
    static constexpr std::array englishUnits{"B", "kB", "MB", "GB", "TB", "PB"};
    std::size_t unit = 0;
    // 999,95 kB would be written "1000 kB": it is 1 MB.
    while (std::abs(value) >= (unit == 0 ? 999.5 : 999.95) && unit + 1 < englishUnits.size()) {
        value /= 1000;
        ++unit;
    }
    const QString number = unit == 0 ? locale.toString(qint64(std::llround(value))) : rounded(locale, value);
    return number + noBreak + QLatin1String(french ? frenchUnits[unit] : englishUnits[unit]) + per;
}

} // namespace

QString Phrasebook::number(qint64 value) const
{
    return m_locale.toString(value);
}

QString Phrasebook::bytes(qint64 value) const
{
    return scaled(m_locale, double(value), m_language == Language::French, {});
}

QString Phrasebook::rate(double bytesPerSecond) const
{
    return scaled(m_locale, bytesPerSecond, m_language == Language::French, u"/s"_s);
}

QString Phrasebook::percent(double value) const
{
    const QString number = m_locale.toString(std::round(value * 100) / 100, 'f', QLocale::FloatingPointShortest);
    return m_language == Language::French ? number + noBreak + u'%' : number + u'%';
}

QString Phrasebook::duration(qint64 ms) const
{
    const auto unit = [&](const QString& number, const char* name) { return number + noBreak + QLatin1String(name); };
    if (ms < 0)
        return u'−' + duration(-ms);
    if (ms < 100)
        return unit(number(ms), "ms");
    if (ms < 9'950)
        return unit(m_locale.toString(std::round(double(ms) / 100) / 10, 'f', QLocale::FloatingPointShortest), "s");
    const qint64 seconds = (ms + 500) / 1000;
    if (seconds < 60)
        return unit(number(seconds), "s");
    if (seconds < 600 && seconds % 60 != 0)
        return unit(number(seconds / 60), "min") + noBreak + unit(number(seconds % 60), "s");
    const qint64 minutes = (seconds + 30) / 60;
    if (minutes < 60)
        return unit(number(minutes), "min");
    const qint64 hours = minutes / 60;
    if (hours >= 48 && minutes % (24 * 60) < 60)
        return say(u"duration.days"_s, {{u"count"_s, hours / 24}});
    if (minutes % 60 == 0 || hours >= 48)
        return unit(number(hours), "h");
    return unit(number(hours), "h") + noBreak + unit(number(minutes % 60), "min");
}

QString Phrasebook::clock(qint64 ms) const
{
    const qint64 seconds = std::max<qint64>(0, (ms + 500) / 1000);
    const auto two = [](qint64 value) { return u"%1"_s.arg(value, 2, 10, QLatin1Char('0')); };
    if (seconds < 3600)
        return QString::number(seconds / 60) + u':' + two(seconds % 60);
    return QString::number(seconds / 3600) + u':' + two(seconds / 60 % 60) + u':' + two(seconds % 60);
}

namespace {

/// "1er décembre" in French, else the number.
QString dayOfMonth(const QDate& day, bool french)
{
    return french && day.day() == 1 ? u"1er"_s : QString::number(day.day());
}

} // namespace

QString Phrasebook::date(const QDateTime& when) const
{
    if (!when.isValid())
        return say(u"date.never"_s);
    const QDate day = when.toLocalTime().date();
    return dayOfMonth(day, m_language == Language::French) + u' ' + m_locale.toString(day, u"MMMM yyyy"_s);
}

QString Phrasebook::shortDate(const QDateTime& when) const
{
    if (!when.isValid())
        return say(u"date.never"_s);
    const QDate day = when.toLocalTime().date();
    return dayOfMonth(day, m_language == Language::French) + u' ' + m_locale.toString(day, u"MMM"_s);
}

QString Phrasebook::time(const QDateTime& when) const
{
    if (!when.isValid())
        return say(u"date.never"_s);
    const QTime at = when.toLocalTime().time();
    if (m_language == Language::English)
        return at.toString(u"HH:mm"_s);
    return QString::number(at.hour()) + noBreak + u'h' + noBreak + at.toString(u"mm"_s);
}

QString Phrasebook::dateTime(const QDateTime& when) const
{
    if (!when.isValid())
        return say(u"date.never"_s);
    return date(when) + (m_language == Language::French ? u" à "_s : u", "_s) + time(when);
}

QString Phrasebook::weekdayDate(const QDateTime& when) const
{
    if (!when.isValid())
        return say(u"date.never"_s);
    const QDate day = when.toLocalTime().date();
    QString text = m_locale.toString(day, u"dddd "_s) + dayOfMonth(day, m_language == Language::French) +
                   m_locale.toString(day, u" MMMM"_s);
    text[0] = text[0].toUpper();
    return text;
}

namespace {

/// Minutes as people say them: exact up to 20, then by fives, above two hours by quarters.
qint64 sayableMinutes(qint64 seconds)
{
    const qint64 minutes = std::max<qint64>(1, (seconds + 30) / 60);
    const qint64 step = minutes <= 20 ? 1 : minutes <= 120 ? 5 : 15;
    return (minutes + step / 2) / step * step;
}

} // namespace

QString Phrasebook::eta(const std::optional<qint64>& low, const std::optional<qint64>& high) const
{
    if (!low || !high)
        return say(u"eta.measuring"_s);
    if (*high < 60)
        return say(u"eta.less-than-a-minute"_s);
    // A span that is no wider than a pace varies anyway is one figure.
    const bool narrow = double(*high) <= double(*low) * 1.35;
    const qint64 least = sayableMinutes(narrow ? (*low + *high) / 2 : *low);
    const qint64 most = narrow ? least : sayableMinutes(*high);
    if (least == most)
        return say(u"eta.about"_s, {{u"time"_s, most * 60'000}});
    if (most <= 60)
        return say(u"eta.minutes-between"_s, {{u"low"_s, least}, {u"high"_s, most}});
    return say(u"eta.between"_s, {{u"low"_s, least * 60'000}, {u"high"_s, most * 60'000}});
}

QString Phrasebook::quoted(const QString& text) const
{
    return m_language == Language::French ? u'«' + QString(noBreak) + text + noBreak + u'»' : u'“' + text + u'”';
}

QString Phrasebook::list(const QStringList& items) const
{
    if (items.size() < 2)
        return items.value(0);
    return say(u"list.and"_s,
               {{u"first"_s, items.sliced(0, items.size() - 1).join(u", "_s)}, {u"last"_s, items.last()}});
}

} // namespace bascule::text
