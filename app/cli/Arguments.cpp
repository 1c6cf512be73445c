// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Arguments.h"

#include "app/cli/Tr.h"
#include "core/base/Base.h"

#include <QRegularExpression>

#include <algorithm>

namespace bascule::cli {

using namespace Qt::StringLiterals;

namespace {

const Option* findOption(const std::vector<Option>& known, QByteArrayView name)
{
    for (const Option& option : known) {
        if (name == QByteArrayView(option.name))
            return &option;
    }
    return nullptr;
}

} // namespace

std::optional<QString> Arguments::parse(const std::vector<QByteArray>& words, const std::vector<Option>& known)
{
    bool ended = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const QByteArray& word = words[i];
        if (ended || word.size() < 2 || !word.startsWith('-')) {
            m_positionals.push_back(word);
            continue;
        }
        if (word == "--") {
            ended = true;
            continue;
        }
        const qsizetype equals = word.indexOf('=');
        QByteArray name = word.startsWith("--") ? word.mid(2, equals < 0 ? -1 : equals - 2) : word.mid(1);
        if (name == "h")
            name = "help";
        else if (name == "y")
            name = "yes";
        const Option* option = word.startsWith("--") || name.size() > 1 ? findOption(known, name) : nullptr;
        if (!option)
            return Tr::tr("Unknown option “%1”.").arg(displayPath(word));
        if (!option->repeatable && has(option->name))
            return Tr::tr("The option --%1 is given twice.").arg(QLatin1String(option->name));
        if (!option->value) {
            if (equals >= 0)
                return Tr::tr("The option --%1 takes no value.").arg(QLatin1String(option->name));
            m_options.emplace_back(name, QByteArray("1"));
            continue;
        }
        if (equals < 0 && i + 1 >= words.size())
            return Tr::tr("The option --%1 needs a value.").arg(QLatin1String(option->name));
        m_options.emplace_back(name, equals >= 0 ? word.mid(equals + 1) : words[++i]);
    }
    return {};
}

bool Arguments::has(const char* option) const
{
    return std::any_of(m_options.begin(), m_options.end(), [&](const auto& given) { return given.first == option; });
}

QByteArray Arguments::bytes(const char* option) const
{
    QByteArray value;
    for (const auto& [name, given] : m_options) {
        if (name == option)
            value = given;
    }
    return value;
}

std::vector<QByteArray> Arguments::all(const char* option) const
{
    std::vector<QByteArray> values;
    for (const auto& [name, given] : m_options) {
        if (name == option)
            values.push_back(given);
    }
    return values;
}

std::optional<bool> yesNo(const QString& text)
{
    const QString word = text.toLower();
    if (word == u"yes" || word == u"y" || word == u"oui" || word == u"o" || word == u"true" || word == u"1")
        return true;
    if (word == u"no" || word == u"n" || word == u"non" || word == u"false" || word == u"0")
        return false;
    return {};
}

std::optional<qint64> durationMs(const QString& text)
{
    static const QRegularExpression shape(u"^([0-9]+(?:[.][0-9]+)?)\\s*(ms|s|min|m|h|d|j)?$"_s);
    const auto match = shape.match(text.trimmed());
    if (!match.hasMatch())
        return {};
    const QString unit = match.captured(2);
    const double factor = unit == u"ms"                    ? 1
                          : unit == u"min" || unit == u"m" ? 60'000
                          : unit == u"h"                   ? 3'600'000
                          : unit == u"d" || unit == u"j"   ? 86'400'000
                                                           : 1000;
    return qint64(match.captured(1).toDouble() * factor);
}

std::optional<qint64> rateBytes(const QString& text)
{
    static const QRegularExpression shape(u"^([0-9]+(?:[.][0-9]+)?)\\s*([kKMG]?)(?:[oB](?:/s)?)?$"_s);
    const auto match = shape.match(text.trimmed());
    if (!match.hasMatch())
        return {};
    const QString unit = match.captured(2).toUpper();
    const double factor = unit == u"K" ? 1e3 : unit == u"M" ? 1e6 : unit == u"G" ? 1e9 : 1;
    const auto rate = qint64(match.captured(1).toDouble() * factor);
    return rate > 0 ? std::optional(rate) : std::nullopt;
}

std::optional<engine::OwnersBy> ownersBy(const QString& text)
{
    engine::OwnersBy owners{};
    return enumFrom(text, owners) ? std::optional(owners) : std::nullopt;
}

std::optional<qint64> rateOrNone(const QString& text)
{
    return text.trimmed() == u"0" ? std::optional<qint64>(0) : rateBytes(text);
}

} // namespace bascule::cli
