// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dependencies/Clues.h"

#include <QRegularExpression>

namespace bascule::dependencies {

using namespace Qt::StringLiterals;
using Expression = QRegularExpression;

namespace {

bool isOneNumber(const QString& field)
{
    bool ok = false;
    field.toInt(&ok);
    return ok;
}

} // namespace

Syntax syntaxOf(const Path& path)
{
    const QString text = QString::fromLatin1(path).toLower();
    static const Expression cron(u"^(?:etc/(?:ana)?crontab$|etc/cron\\.d/|var/spool/cron/)"_s);
    static const Expression unit(u"\\.(?:service|timer|socket|path|target)$"_s);
    static const Expression xml(u"\\.(?:xml|config|xhtml|html?)$"_s);
    static const Expression code(u"\\.(?:php\\d?|inc|js|mjs|json|pl|rb|java)$"_s);
    static const Expression ini(u"\\.(?:ini|conf|cfg|cnf|env|properties|toml)$"_s);
    if (cron.match(text).hasMatch())
        return Syntax::Cron;
    if (text == u"etc/fstab" || text.endsWith(u".mount"))
        return Syntax::Mounts;
    if (unit.match(text).hasMatch())
        return Syntax::Unit;
    if (xml.match(text).hasMatch())
        return Syntax::Xml;
    if (code.match(text).hasMatch())
        return Syntax::Code;
    return ini.match(text).hasMatch() ? Syntax::Ini : Syntax::Plain;
}

bool isRareCron(const QString& fields)
{
    const QString text = fields.simplified();
    if (text.startsWith(u'@'))
        return text == u"@monthly" || text == u"@yearly" || text == u"@annually";
    const QStringList parts = text.split(u' ');
    if (parts.size() < 5)
        return false;
    // cron runs a line when the day of the month or the day of the week fits: both must be settled to call it rare.
    const bool anyWeekday = parts[4] == u"*" || parts[4] == u"?";
    return anyWeekday && isOneNumber(parts[2]);
}

bool isRareCalendar(const QString& calendar)
{
    const QString text = calendar.trimmed().toLower();
    for (const QString& word : {u"monthly"_s, u"quarterly"_s, u"semiannually"_s, u"yearly"_s, u"annually"_s}) {
        if (text == word)
            return true;
    }
    static const QRegularExpression dayOfMonth(u"^(?:\\*|\\d{4})-(?:\\*|[\\d,/]+)-(\\d{1,2})(?:\\s|$)"_s);
    return dayOfMonth.match(text).hasMatch();
}

} // namespace bascule::dependencies
