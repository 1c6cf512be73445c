// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/Catalogue.h"

#include <QHash>

#include <cmath>

namespace bascule::text {

using namespace Qt::StringLiterals;

namespace {

/// Code -> entry, made once.
const QHash<QString, const Entry*>& index()
{
    static const QHash<QString, const Entry*> entries = [] {
        QHash<QString, const Entry*> made;
        for (const Entry* entry : allEntries())
            made.insert(QString::fromUtf8(entry->code), entry);
        return made;
    }();
    return entries;
}

/// Prefixes of the words of enums, for placeholders such as {role:enum} that carry the bare value.
constexpr std::array enumPrefixes{"checkpoint-state",
                                  "asset-kind",
                                  "finding-severity",
                                  "finding-state",
                                  "dependency-state",
                                  "read-state",
                                  "restore-state",
                                  "step-state",
                                  "scenario-kind",
                                  "run-kind",
                                  "scenario-state",
                                  "difference-state",
                                  "check-state",
                                  "server-role",
                                  "person-role",
                                  "run-state",
                                  "migration-state",
                                  "page",
                                  "step",
                                  "moment"};

/// Enum values are identifiers, but for "not started" and "in progress": codes have no blanks.
QString codeOf(const char* prefix, QString value)
{
    return QLatin1String(prefix) + u'.' + value.replace(u' ', u'-');
}

qint64 countOf(const QJsonObject& params)
{
    return params.value(u"count"_s).toVariant().toLongLong();
}

/// Without a catalogue of plurals, "file(s)" and "dependenc(ies)" are said as English says them.
QString plainEnglishPlural(QString sentence, qint64 count)
{
    sentence.replace(u"(ies)"_s, count == 1 ? u"y"_s : u"ies"_s);
    return sentence.replace(u"(s)"_s, count == 1 ? QString() : u"s"_s);
}

QDateTime moment(const QJsonValue& value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

} // namespace

std::vector<const Entry*> allEntries()
{
    std::vector<const Entry*> entries;
    for (const std::span<const Entry> table :
         {commonTable(), engineTable(), inventoryTable(), dependenciesTable(), compatibilityTable(), backupsTable(),
          databasesTable(), rehearsalTable(), planningTable(), cutoverTable(), monitoringTable(), reportsTable(),
          demoTable(), hostsTable()}) {
        for (const Entry& entry : table)
            entries.push_back(&entry);
    }
    return entries;
}

Phrasebook::Phrasebook(Language language)
    : m_language(language)
    , m_locale(language == Language::French ? QLocale(QLocale::French, QLocale::France)
                                            : QLocale(QLocale::English, QLocale::UnitedKingdom))
    , m_translator(std::make_unique<QTranslator>())
{
    const QString file = language == Language::French ? u":/i18n/bascule_fr.qm"_s : u":/i18n/bascule_en.qm"_s;
    if (!m_translator->load(file))
        m_translator.reset();
}

Phrasebook::~Phrasebook() = default;

QString Phrasebook::translate(const char* english, int n) const
{
    const QString translated = m_translator ? m_translator->translate("Text", english, nullptr, n) : QString();
    if (!translated.isEmpty())
        return translated;
    const QString sentence = QString::fromUtf8(english);
    return n < 0 ? sentence : plainEnglishPlural(sentence, n);
}

bool Phrasebook::knows(const QString& code)
{
    return index().contains(code);
}

QString Phrasebook::say(const QString& code, const QJsonObject& params) const
{
    const Entry* entry = index().value(code);
    if (!entry)
        return u'<' + code + u'>';
    const QByteArrayView english(entry->english);
    return fill(translate(entry->english, english.contains("%n") ? int(countOf(params)) : -1), params);
}

QString Phrasebook::remedy(const QString& code, const QJsonObject& params) const
{
    const Entry* entry = index().value(code);
    return entry && entry->remedy ? fill(translate(entry->remedy), params) : QString();
}

QString Phrasebook::say(const Error& error) const
{
    QJsonObject params = paramsToJson(error.params);
    params.insert(u"subject"_s, displayPath(error.subject));
    if (!params.contains(u"detail"_s))
        params.insert(u"detail"_s, redact(displayPath(error.detail)));
    const QString code = QString::fromStdString(error.code);
    const QString sentence = say(code, params);
    const QString what = remedy(code, params);
    return what.isEmpty() ? sentence : sentence + u' ' + what;
}

/// One pass over the sentence, so that braces in a value stay what they are.
QString Phrasebook::fill(const QString& sentence, const QJsonObject& params) const
{
    QString filled;
    filled.reserve(sentence.size() + 64);
    for (qsizetype at = 0; at < sentence.size(); ++at) {
        const QChar c = sentence[at];
        if (c == u'%' && QStringView(sentence).sliced(at).startsWith(u"%n")) {
            filled += number(countOf(params));
            ++at;
            continue;
        }
        const qsizetype end = c == u'{' ? sentence.indexOf(u'}', at) : -1;
        if (end < 0) {
            filled += c;
            continue;
        }
        const QStringList parts = sentence.sliced(at + 1, end - at - 1).split(u':');
        const QJsonValue value = params.value(parts.first());
        if (value.isUndefined())
            filled += sentence.sliced(at, end - at + 1);
        else
            filled += format(parts.first(), parts.value(1), value, params);
        at = end;
    }
    return filled;
}

QString Phrasebook::format(const QString& name, const QString& how, const QJsonValue& value,
                           const QJsonObject& params) const
{
    const qint64 whole = value.isDouble() ? qint64(std::llround(value.toDouble())) : value.toVariant().toLongLong();
    if (how == u"bytes")
        return bytes(whole);
    if (how == u"number")
        return number(whole);
    if (how == u"duration")
        return duration(whole);
    if (how == u"seconds")
        return duration(qint64(std::llround(value.toDouble() * 1000)));
    if (how == u"date")
        return date(moment(value));
    if (how == u"time")
        return time(moment(value));
    if (how == u"datetime")
        return dateTime(moment(value));
    if (how == u"percent")
        return percent(value.toDouble());
    if (how == u"code") {
        // {code, params} of its own, or a bare code that shares these params.
        if (value.isObject())
            return say(value[u"code"_s].toString(), value[u"params"_s].toObject());
        QJsonObject shared = params;
        shared.remove(name); // no sentence says itself
        return say(value.toString(), shared);
    }
    if (how == u"enum")
        return enumWord(name, value.toString());
    if (how == u"path")
        return displayPath(value.toString().toUtf8());
    if (value.isArray()) {
        QStringList items;
        for (const QJsonValue& item : value.toArray())
            items += displayPath(item.toVariant().toString().toUtf8());
        return list(items);
    }
    if (value.isDouble())
        return m_locale.toString(value.toDouble(), 'f', QLocale::FloatingPointShortest);
    return displayPath(value.toVariant().toString().toUtf8());
}

QString Phrasebook::enumWord(const QString& name, const QString& value) const
{
    if (knows(value))
        return say(value);
    const QByteArray own = name.toUtf8();
    if (const QString code = codeOf(own.constData(), value); knows(code))
        return say(code);
    const QString suffix = u'-' + name;
    QString other;
    for (const char* prefix : enumPrefixes) {
        const QString code = codeOf(prefix, value);
        if (!knows(code))
            continue;
        if (QLatin1String(prefix).endsWith(suffix))
            return say(code);
        if (other.isEmpty())
            other = code;
    }
    return other.isEmpty() ? value : say(other);
}

QString Phrasebook::word(CheckpointState state) const
{
    return say(codeOf("checkpoint-state", enumName(state)));
}
QString Phrasebook::word(AssetKind kind) const
{
    return say(codeOf("asset-kind", enumName(kind)));
}
QString Phrasebook::word(FindingSeverity severity) const
{
    return say(codeOf("finding-severity", enumName(severity)));
}
QString Phrasebook::word(DependencyState state) const
{
    return say(codeOf("dependency-state", enumName(state)));
}
QString Phrasebook::word(ReadState state) const
{
    return say(codeOf("read-state", enumName(state)));
}
QString Phrasebook::word(RestoreState state) const
{
    return say(codeOf("restore-state", enumName(state)));
}
QString Phrasebook::word(StepState state) const
{
    return say(codeOf("step-state", enumName(state)));
}
QString Phrasebook::word(ScenarioKind kind) const
{
    return say(codeOf("scenario-kind", enumName(kind)));
}
QString Phrasebook::word(ScenarioState state) const
{
    return say(codeOf("scenario-state", enumName(state)));
}
QString Phrasebook::word(CheckState state) const
{
    return say(codeOf("check-state", enumName(state)));
}
QString Phrasebook::word(ServerRole role) const
{
    return say(codeOf("server-role", enumName(role)));
}
QString Phrasebook::word(PersonRole role) const
{
    return say(codeOf("person-role", enumName(role)));
}
QString Phrasebook::word(RunKind kind) const
{
    return say(codeOf("run-kind", enumName(kind)));
}
QString Phrasebook::word(RunState state) const
{
    return say(codeOf("run-state", enumName(state)));
}

Phrasebook::Row Phrasebook::row(Step step) const
{
    const QString code = codeOf("row", enumName(step));
    return {say(code + u".title"_s), say(code + u".risk"_s), say(code + u".impact"_s), say(code + u".control"_s)};
}

QString Phrasebook::pageTitle(PageId page) const
{
    return say(codeOf("page", enumName(page)));
}

} // namespace bascule::text
