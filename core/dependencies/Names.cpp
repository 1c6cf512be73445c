// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dependencies/Names.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace bascule::dependencies {

using namespace Qt::StringLiterals;

namespace {

using Expression = QRegularExpression;
constexpr auto ignoreCase = Expression::CaseInsensitiveOption;

constexpr std::array schemes{
    Scheme{u"postgres", 5432, true}, Scheme{u"postgresql", 5432, true}, Scheme{u"pgsql", 5432, true},
    Scheme{u"mysql", 3306, true},    Scheme{u"mysql2", 3306, true},     Scheme{u"mysqli", 3306, true},
    Scheme{u"mariadb", 3306, true},  Scheme{u"sqlserver", 1433, true},  Scheme{u"mssql", 1433, true},
    Scheme{u"oracle", 1521, true},   Scheme{u"mongodb", 27017, true},   Scheme{u"redis", 6379, true},
    Scheme{u"rediss", 6379, true},   Scheme{u"amqp", 5672, true},       Scheme{u"amqps", 5671, true},
    Scheme{u"ldap", 389, true},      Scheme{u"ldaps", 636, true},       Scheme{u"memcached", 11211, true},
    Scheme{u"smtp", 25, true},       Scheme{u"smtps", 465, true},       Scheme{u"imap", 143, true},
    Scheme{u"imaps", 993, true},     Scheme{u"mqtt", 1883, true},       Scheme{u"tcp", 0, true},
    Scheme{u"udp", 0, true},         Scheme{u"http", 80, false},        Scheme{u"https", 443, false},
    Scheme{u"ws", 80, false},        Scheme{u"wss", 443, false},        Scheme{u"ftp", 21, false},
    Scheme{u"ftps", 990, false},     Scheme{u"sftp", 22, false},        Scheme{u"ssh", 22, false},
    Scheme{u"smb", 445, false},      Scheme{u"nfs", 2049, false},       Scheme{u"rsync", 873, false},
    Scheme{u"git", 9418, false},
};

} // namespace

const Scheme* schemeNamed(const QString& name)
{
    const QString last = name.section(u':', -1).section(u'+', 0, 0);
    const auto at = std::find_if(schemes.begin(), schemes.end(),
                                 [&](const Scheme& scheme) { return last == QStringView(scheme.name); });
    return at == schemes.end() ? nullptr : &*at;
}

bool looksLikeFile(const QString& name)
{
    static const Expression suffix(
        u"\\.(?:conf|cfg|cnf|ini|env|php\\d?|inc|py[co]?|sh|pl|rb|js|mjs|ts|json|xml|ya?ml|toml|html?|css|svg|png|jpe?"
        u"g|gif|"
        u"db|db3|sqlite3?|sql|log|txt|md|csv|sock|socket|pid|lock|so|jar|war|class|crt|cer|pem|key|csr|p12|jks|der|"
        u"service|"
        u"timer|target|mount|path|slice|d|gz|zip|tar|zst|bak|tmp|local|example|dist|template|properties)$"_s,
        ignoreCase);
    return suffix.match(name).hasMatch();
}

bool isHostName(const QString& name)
{
    static const Expression good(u"^(?=.{1,253}$)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
                                 u"(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\\.?$"_s);
    static const Expression number(u"^[\\d.]+$"_s);
    return good.match(name).hasMatch() && !number.match(name).hasMatch();
}

bool isAddress(const QString& text)
{
    const QStringList parts = text.split(u'.');
    return parts.size() == 4 && std::all_of(parts.begin(), parts.end(), [](const QString& part) {
               bool ok = false;
               return part.toInt(&ok) <= 255 && ok && part.size() <= 3;
           });
}

bool isLoopback(const QString& host)
{
    return host == u"localhost" || host == u"::1" || host.startsWith(u"127.");
}

bool isMachine(const QString& address)
{
    const int first = address.section(u'.', 0, 0).toInt();
    return first > 0 && first < 224 && !address.endsWith(u".0");
}

QString withoutSecrets(const QString& line)
{
    static const Expression secret(
        u"(?:pass(?:word|wd|phrase)?|pwd|secret|token|credential|api[_-]?key|access[_-]?key|private[_-]?key|"
        u"auth[_-]?key|bearer|identified\\s+by)[\\w-]*[\"'\\])]*\\s*(?:=>|[=:,]|\\s)\\s*(\"[^\"]*\"|'[^']*'|\\S+)"_s,
        ignoreCase);
    // mysql -pSECRET, curl -u name:SECRET
    static const Expression option(
        u"(?:\\b(?:mysql|mysqldump|mariadb|mariadb-dump|sshpass)\\b.*?\\s-p\\s?|\\s(?:-u|--user)[ =]+)(\\S+)"_s);
    QString safe = line;
    for (auto at = option.globalMatch(line); at.hasNext();) {
        const auto match = at.next();
        safe.replace(match.capturedStart(1), match.capturedLength(1), QString(match.capturedLength(1), u' '));
    }
    for (auto at = secret.globalMatch(line); at.hasNext();) {
        const auto match = at.next();
        const QString value = match.captured(1);
        const bool path = value.startsWith(u'/') || value.startsWith(u"\"/") || value.startsWith(u"'/");
        if (path || value.contains(u"://"))
            continue;
        safe.replace(match.capturedStart(1), match.capturedLength(1), QString(match.capturedLength(1), u' '));
    }
    return safe;
}

bool isNoise(const QString& host)
{
    static const Expression noise(
        u"(?:^|\\.)(?:w3\\.org|xmlsoap\\.org|schemas\\.microsoft\\.com|json-schema\\.org|apache\\.org|gnu\\.org|"
        u"opensource\\.org|freedesktop\\.org|example\\.invalid)$|^schema\\."_s,
        ignoreCase);
    return noise.match(host).hasMatch();
}

bool isWord(const QString& host)
{
    static const QStringList words{u"true"_s, u"false"_s, u"null"_s, u"none"_s, u"yes"_s,     u"no"_s,   u"on"_s,
                                   u"off"_s,  u"any"_s,   u"all"_s,  u"auto"_s, u"default"_s, u"self"_s, u"os"_s};
    return words.contains(host.toLower());
}

} // namespace bascule::dependencies
