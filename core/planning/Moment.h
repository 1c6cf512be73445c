// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Base.h"

#include <QDateTime>
#include <QTimeZone>

namespace bascule {

/// The zone that people here live in; UTC where the machine does not know.
QTimeZone localZone();

/// What a date without a time of day means.
enum class DateOnly { Refuse, StartOfDay, EndOfDay };

/// Reads "2026-12-06T04:00", the same with a blank, with seconds, with Z or an offset (+01:00). Without an offset it is
/// local time in `zone`. Returns UTC. Errors: "time.not-understood", "time.does-not-exist" (skipped by a summer-time
/// change), "time.ambiguous" (an hour that comes twice; params first, second), all with the text as subject.
Result<QDateTime> parseMoment(const QString& text, const QTimeZone& zone = localZone(),
                              DateOnly dateOnly = DateOnly::Refuse);

/// The UTC moment of a local date and time of day: the same errors.
Result<QDateTime> localMoment(const QDate& date, const QTime& time, const QTimeZone& zone = localZone());

/// First summer-time change strictly between two moments, or invalid.
QDateTime offsetChangeBetween(const QDateTime& from, const QDateTime& to, const QTimeZone& zone = localZone());

} // namespace bascule
