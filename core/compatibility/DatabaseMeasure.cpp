// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compatibility/Measures.h"
#include "core/databases/DatabasePlaces.h"

#include <QRegularExpression>

#include <sqlite3.h>

namespace bascule::compatibility {

using namespace Qt::StringLiterals;

namespace {

constexpr auto strictTables = u"SELECT count(*) FROM pragma_table_list WHERE schema='main' AND strict=1";
constexpr auto withoutRowid = u"SELECT count(*) FROM pragma_table_list WHERE schema='main' AND wr=1 AND type='table'";
constexpr auto generatedColumns = u"SELECT count(*) FROM sqlite_master m, pragma_table_xinfo(m.name) x "
                                  u"WHERE m.type='table' AND m.sql NOT LIKE 'CREATE VIRTUAL%' AND x.hidden IN (2,3)";
constexpr auto virtualTables = u"SELECT group_concat(sql, char(10)) FROM sqlite_master "
                               u"WHERE type='table' AND sql LIKE 'CREATE VIRTUAL TABLE%'";
constexpr auto modules = u"SELECT group_concat(name, ' ') FROM pragma_module_list";
constexpr auto foreignKeys = u"SELECT count(*) FROM pragma_foreign_key_check";

/// The first column; nothing when this library cannot answer that, which is then no fact.
std::optional<QString> ask(const HostPath& path, const char16_t* sql, std::stop_token stop)
{
    const auto answer = sqliteQuery(path, QString::fromUtf16(sql), std::move(stop));
    if (!answer || answer.value().row.isEmpty())
        return {};
    return answer.value().row.first();
}

void count(Facts& facts, const char16_t* name, const HostPath& path, const char16_t* sql, std::stop_token stop)
{
    bool ok = false;
    const qint64 number = ask(path, sql, std::move(stop)).value_or(QString()).toLongLong(&ok);
    if (ok)
        facts[QString::fromUtf16(name)] = number;
}

/// "3.40.1" as 3040000: what a patch release writes, its neighbours read.
double minorOf(const QString& version)
{
    const QStringList parts = version.split(u'.');
    return parts.size() < 2 ? 0 : parts[0].toDouble() * 1'000'000 + parts[1].toDouble() * 1000;
}

void findModules(Facts& facts, const HostPath& path, std::stop_token stop)
{
    const auto tables = ask(path, virtualTables, stop);
    const auto known = ask(path, modules, stop);
    if (!tables || !known)
        return;
    const QStringList here = known->toLower().split(u' ');
    static const QRegularExpression module(u"\\bUSING\\s+[\"\\[`]?(\\w+)"_s, QRegularExpression::CaseInsensitiveOption);
    QJsonArray missing;
    for (auto at = module.globalMatch(*tables); at.hasNext();) {
        const QString name = at.next().captured(1).toLower();
        if (!here.contains(name) && !missing.contains(name))
            missing.append(name);
    }
    facts[u"db.modulesMissing"_s] = qint64(missing.size());
    facts[u"db.modules"_s] = missing;
}

} // namespace

Facts libraryFacts()
{
    return {{u"library.number"_s, sqlite3_libversion_number()},
            {u"library.version"_s, QString::fromUtf8(sqlite3_libversion())}};
}

Result<Facts> databaseFacts(const HostPath& path, std::stop_token stop)
{
    Facts facts{{u"db.path"_s, path.shown()}};
    const auto info = sqliteInfo(path, stop);
    if (stop.stop_requested())
        return Facts();
    if (!info && isOfTheWay(info.error()))
        return info.error();
    facts[u"db.readable"_s] = info.ok();
    if (!info) {
        facts[u"db.reason"_s] = QString::fromStdString(info.error().code);
        // What keeps it from being read may be a module that is not there: that can still be asked.
        findModules(facts, path, stop);
        return facts;
    }
    const SqliteInfo& is = info.value();
    facts[u"db.intact"_s] = is.integrityOk;
    facts[u"db.detail"_s] = is.integrityDetail.left(300);
    facts[u"db.wal"_s] = is.walMode;
    facts[u"db.pageSize"_s] = is.pageSize;
    facts[u"db.encoding"_s] = is.encoding;
    if (!is.version.isEmpty()) {
        facts[u"db.version"_s] = is.version;
        facts[u"db.writer"_s] = minorOf(is.version);
    }
    count(facts, u"db.strict", path, strictTables, stop);
    count(facts, u"db.withoutRowid", path, withoutRowid, stop);
    count(facts, u"db.generated", path, generatedColumns, stop);
    if (is.integrityOk)
        count(facts, u"db.foreignKeyErrors", path, foreignKeys, stop);
    findModules(facts, path, stop);
    return stop.stop_requested() ? Facts() : facts;
}

} // namespace bascule::compatibility
