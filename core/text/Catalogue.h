// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/Checkpoint.h"

#include <QLocale>
#include <QTranslator>

#include <memory>
#include <span>

namespace bascule::text {

/// A code and its English sentence. Placeholders are `{name}` or `{name:format}` with format one of `bytes`, `number`,
/// `duration` (milliseconds), `seconds`, `date`, `time`, `datetime` (ISO strings), `percent`, `path`, `code` (a code
/// said by the catalogue), `enum`. `{subject}` is the error's subject. A sentence with `%n` is plural: n is the param
/// "count"; its English is written with "(s)" ("%n file(s)"). A `code` value is a code that shares the sentence's
/// params, or an object {code, params}; an `enum` value is a whole code ("read-state.intact") or the bare value, looked
/// up by the placeholder's name ({role:enum}: "person-role.it"). Sentences are marked with QT_TRANSLATE_NOOP("Text",
/// "…") (or QT_TRANSLATE_N_NOOP for plurals) in tables/ROOM.cpp.
struct Entry
{
    const char* code;
    const char* english;
    /// What to do about it, for errors and findings; may be null.
    const char* remedy = nullptr;
};

/// Every table registers itself through the one list in Catalogue.cpp.
std::span<const Entry> inventoryTable();
std::span<const Entry> dependenciesTable();
std::span<const Entry> compatibilityTable();
std::span<const Entry> backupsTable();
std::span<const Entry> databasesTable();
std::span<const Entry> rehearsalTable();
std::span<const Entry> planningTable();
std::span<const Entry> cutoverTable();
std::span<const Entry> monitoringTable();
std::span<const Entry> reportsTable();
std::span<const Entry> demoTable();
std::span<const Entry> hostsTable();  ///< servers over SSH
std::span<const Entry> engineTable(); ///< engine, store, project, jobs, hosts: errors
std::span<const Entry> commonTable(); ///< states, steps, kinds, roles, the five rows

/// All codes, for tests.
std::vector<const Entry*> allEntries();

/// Turns codes into sentences in one language: the only place that does. Made per language; const members are
/// thread-safe.
class Phrasebook
{
public:
    explicit Phrasebook(Language language);
    ~Phrasebook();

    Language language() const { return m_language; }
    const QLocale& locale() const { return m_locale; }

    /// The sentence of a code. An unknown code comes back as itself in angle quotes, which a test looks for.
    QString say(const QString& code, const QJsonObject& params = {}) const;
    QString say(const Item& item) const { return say(item.code, item.params); }
    /// What to do about it; empty when the catalogue has nothing to say.
    QString remedy(const QString& code, const QJsonObject& params = {}) const;
    /// An error's sentence and its remedy, naming the subject.
    QString say(const Error& error) const;
    static bool knows(const QString& code);

    /// Words of an enum value, code "ENUM.value", e.g. "checkpoint-state.passed".
    QString word(CheckpointState state) const;
    QString word(AssetKind kind) const;
    QString word(FindingSeverity severity) const;
    QString word(DependencyState state) const;
    QString word(ReadState state) const;
    QString word(RestoreState state) const;
    QString word(StepState state) const;
    QString word(ScenarioKind kind) const;
    QString word(ScenarioState state) const;
    QString word(CheckState state) const;
    QString word(ServerRole role) const;
    QString word(PersonRole role) const;
    QString word(RunKind kind) const;
    QString word(RunState state) const;

    /// The mission's table, word for word.
    struct Row
    {
        QString title, risk, impact, control;
    };
    Row row(Step step) const;
    QString pageTitle(PageId page) const;

    QString number(qint64 value) const;
    QString bytes(qint64 value) const; ///< "1,8 Go" / "1.8 GB", powers of 1000
    QString rate(double bytesPerSecond) const;
    QString percent(double value) const;            ///< 60 is "60 %" / "60%"; at most two decimals
    QString duration(qint64 ms) const;              ///< "38 min", "1 h 12 min", "12 s", "0,4 s"
    QString clock(qint64 ms) const;                 ///< "11:20" for tables
    QString date(const QDateTime& when) const;      ///< "6 décembre 2026" / "6 December 2026", local time
    QString shortDate(const QDateTime& when) const; ///< "23 nov." / "23 Nov"
    QString time(const QDateTime& when) const;      ///< "4 h 00" / "04:00"
    QString dateTime(const QDateTime& when) const;
    QString weekdayDate(const QDateTime& when) const; ///< "Dimanche 6 décembre" / "Sunday 6 December"
    /// What is left, rounded as people say it: "about 13 min", "less than a minute", "10 to 14 min", "measuring".
    QString eta(const std::optional<qint64>& low, const std::optional<qint64>& high) const;
    /// French quotes or English ones, with the right spaces.
    QString quoted(const QString& text) const;
    /// A list in words: "a, b et c".
    QString list(const QStringList& items) const;

private:
    QString translate(const char* english, int n = -1) const;
    QString fill(const QString& sentence, const QJsonObject& params) const;
    QString format(const QString& name, const QString& how, const QJsonValue& value, const QJsonObject& params) const;
    QString enumWord(const QString& name, const QString& value) const;

    Language m_language;
    QLocale m_locale;
    std::unique_ptr<QTranslator> m_translator;
};

} // namespace bascule::text
