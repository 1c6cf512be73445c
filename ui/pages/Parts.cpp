// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/Parts.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace bascule::ui::parts {

QStringList people(const Snapshot& snapshot, std::optional<PersonRole> role)
{
    QStringList first, rest;
    for (const Person& person : snapshot.persons)
        (role && person.role == *role ? first : rest).append(person.name);
    return first + rest;
}

QStringList peopleOf(const Snapshot& snapshot, PersonRole role)
{
    QStringList names;
    for (const Person& person : snapshot.persons) {
        if (person.role == role)
            names.append(person.name);
    }
    return names;
}

QList<Choice> owners(const Snapshot& snapshot)
{
    QList<Choice> result;
    for (const QString& name : people(snapshot))
        result.append({name, name});
    return result;
}

QJsonObject params(const Finding& finding)
{
    QJsonObject params = finding.params;
    if (!params.contains("subject"_L1))
        params.insert(u"subject"_s, finding.subject);
    return params;
}

QString assetName(const Snapshot& snapshot, Id asset)
{
    const Asset* found = snapshot.asset(asset);
    return found ? found->name : QString();
}

QString serverName(const Snapshot& snapshot, ServerRole role, const text::Phrasebook& words)
{
    const Server* server = snapshot.serverOf(role);
    return server && !server->name.isEmpty() ? server->name : words.word(role);
}

QString kindAndPlace(const Asset& asset, const Snapshot& snapshot, const text::Phrasebook& words)
{
    const QString kind = words.word(asset.kind);
    const QString what = asset.version.isEmpty() ? kind : kind + u' ' + asset.version;
    const Server* server = snapshot.server(asset.server);
    return server ? QCoreApplication::translate("Parts", "%1, on %2", "kind of asset, server").arg(what, server->name)
                  : what;
}

QString moment(const QDateTime& when, const QDateTime& now, const text::Phrasebook& words)
{
    if (!when.isValid())
        return u"–"_s;
    const bool today = when.toLocalTime().date() == now.toLocalTime().date();
    const QString day = today ? QCoreApplication::translate("Parts", "today") : words.shortDate(when);
    return QCoreApplication::translate("Parts", "%1, %2", "day, time").arg(day, words.time(when));
}

QString capital(const QString& text)
{
    return text.isEmpty() ? text : text.front().toUpper() + text.mid(1);
}

QString sayJson(const QJsonObject& object, const text::Phrasebook& words)
{
    QJsonObject params = object.value("params"_L1).toObject();
    if (object.contains("subject"_L1))
        params.insert("subject"_L1, object.value("subject"_L1));
    return words.say(object.value("code"_L1).toString(), params);
}

QString detailOf(const QJsonObject& object)
{
    return object.value("detail"_L1).toString();
}

QString sayError(const QJsonObject& object, const text::Phrasebook& words)
{
    QJsonObject params = object.value("params"_L1).toObject();
    params.insert("subject"_L1, object.value("subject"_L1));
    const QString code = object.value("code"_L1).toString();
    const QString remedy = words.remedy(code, params);
    const QString sentence = words.say(code, params);
    return remedy.isEmpty() ? sentence : sentence + u' ' + remedy;
}

QString percent(double value, const text::Phrasebook& words)
{
    QString number = words.locale().toString(value, 'f', 3);
    while (number.endsWith(u'0'))
        number.chop(1);
    if (!number.isEmpty() && !number.back().isDigit())
        number.chop(1);
    return QCoreApplication::translate("Parts", "%1%", "percent").arg(number);
}

QString days(int count)
{
    return QCoreApplication::translate("Parts", "%n day(s)", nullptr, count);
}

QString clock(qint64 ms, const text::Phrasebook& words)
{
    return ms > 0 && ms < 1000 ? words.duration(ms) : words.clock(ms);
}

QString answerTime(double ms, const text::Phrasebook& words)
{
    if (ms >= 10)
        return words.duration(qint64(std::llround(ms)));
    return words.locale().toString(ms, 'f', ms < 1 ? 2 : 1) + u"\u00a0ms"_s;
}

Cell none(const QString& word)
{
    return Cell::mutedText(word);
}

QString whyOff(const AppContext& context, const QStringList& jobCodes)
{
    if (!context.hasProject())
        return QCoreApplication::translate("Parts", "No project is open.");
    if (context.readOnly())
        return QCoreApplication::translate("Parts", "This project is open read only.");
    for (const QString& code : jobCodes) {
        if (context.isRunning(code))
            return QCoreApplication::translate("Parts", "This work is already running; see the bar at the left.");
    }
    return {};
}

} // namespace bascule::ui::parts
