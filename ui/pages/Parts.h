// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/Catalogue.h"
#include "ui/models/RowModel.h"
#include "ui/widgets/DetailsPanel.h"
#include "ui/wizard/AppContext.h"

#include <optional>

/// What several controllers say in the same words. Pure functions of the snapshot; no widgets.
namespace bascule::ui::parts {

/// Names of the project's people, those of `role` first when one is given.
QStringList people(const Snapshot& snapshot, std::optional<PersonRole> role = {});
/// Only those of that role.
QStringList peopleOf(const Snapshot& snapshot, PersonRole role);
/// "" is "Assign…"; then everybody.
QList<Choice> owners(const Snapshot& snapshot);

/// Of its sentence: what it is about is "subject", unless it says otherwise.
QJsonObject params(const Finding& finding);
QString assetName(const Snapshot& snapshot, Id asset);
/// What a name shows: the server's, or its role's word when there is none.
QString serverName(const Snapshot& snapshot, ServerRole role, const text::Phrasebook& words);
/// "Database SQLite 3.40.1, on vega".
QString kindAndPlace(const Asset& asset, const Snapshot& snapshot, const text::Phrasebook& words);
/// "today, 10:08" or "21 Nov, 14:02".
QString moment(const QDateTime& when, const QDateTime& now, const text::Phrasebook& words);

/// The first letter large, for the start of a line.
QString capital(const QString& text);
/// The sentence of {code, params, subject} kept as JSON in a value.
QString sayJson(const QJsonObject& object, const text::Phrasebook& words);
/// Its detail, for "Technical details".
QString detailOf(const QJsonObject& object);
/// An error kept as JSON: its sentence and remedy.
QString sayError(const QJsonObject& object, const text::Phrasebook& words);

/// Percent as people write it: "99.95%" or "99,95 %".
QString percent(double value, const text::Phrasebook& words);
/// "7 days".
QString days(int count);

/// Times of steps, "11:20"; what takes less than a second is not nothing: "55 ms".
QString clock(qint64 ms, const text::Phrasebook& words);
/// Times of answers: "0.4 ms", "24 ms", "1.2 s".
QString answerTime(double ms, const text::Phrasebook& words);

Cell none(const QString& word);

/// Why nothing can be changed now: read only, no project, or work with one of those title codes is running or waiting.
/// Empty: it can.
QString whyOff(const AppContext& context, const QStringList& jobCodes = {});

} // namespace bascule::ui::parts
