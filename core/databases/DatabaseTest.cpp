// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/databases/DatabaseTest.h"

#include "core/databases/DatabasePlaces.h"
#include "core/databases/SqliteHandle.h"
#include "core/hosts/Host.h"

#include <QElapsedTimer>

#include <algorithm>
#include <sqlite3.h>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

/// A database as its application would meet it after the move.
struct Tested
{
    SqliteDigest digest;
    std::vector<Finding> findings;
    qint64 ms = 0;
    bool good() const
    {
        return std::none_of(findings.begin(), findings.end(),
                            [](const Finding& finding) { return finding.severity != FindingSeverity::Note; });
    }
};

class Testing
{
public:
    Testing(const Asset& asset, HostPath source, std::string scratch, engine::Counters& counters, std::stop_token stop)
        : m_asset(asset)
        , m_source(std::move(source))
        , m_copy(std::move(scratch) + "/database")
        , m_counters(counters)
        , m_stop(std::move(stop))
    {
    }

    /// An error only when the machine fails; what is wrong with the database is a finding.
    Result<Tested> run()
    {
        m_timer.start();
        // The live file may go on changing: what is compared is the copy with a second copy of the same moment, so the
        // original's digest is taken before and after, and one of the two must fit unless it was written meanwhile.
        auto before = sqliteDigest(m_source, m_stop);
        if (!before)
            return sorted(before.error());
        if (auto copied = sqliteCopy(m_source, HostPath(m_copy), m_counters, m_stop); !copied)
            return sorted(copied.error());
        auto copy = sqliteDigest(m_copy, m_stop);
        if (!copy)
            return sorted(copy.error());
        m_tested.digest = *copy;
        if (copy->hash != before->hash)
            compareWithOriginal(*before, *copy);
        if (m_lost)
            return *m_lost;
        if (auto checked = checkCopy(); !checked)
            return sorted(checked.error());
        m_tested.ms = m_timer.elapsed();
        return m_tested;
    }

private:
    Result<Tested> sorted(const Error& error)
    {
        const bool ofDatabase = error.code.rfind("sqlite.", 0) == 0;
        if (!ofDatabase)
            return error;
        add(FindingSeverity::Blocking, "database.cannot-be-taken",
            {{u"reason"_s,
              QJsonObject{{u"code"_s, QString::fromStdString(error.code)},
                          {u"params"_s, QJsonObject{{u"subject"_s, m_asset.name},
                                                    {u"detail"_s, QString::fromStdString(error.detail)}}}}},
             {u"detail"_s, QString::fromStdString(error.detail)}});
        m_tested.ms = m_timer.elapsed();
        return m_tested;
    }

    void compareWithOriginal(const SqliteDigest& before, const SqliteDigest& copy)
    {
        auto after = sqliteDigest(m_source, m_stop);
        if (!after && isOfTheWay(after.error())) {
            m_lost = after.error();
            return;
        }
        if (after && (after->hash == copy.hash || after->hash != before.hash))
            return; // it is being written to: each of the three is another moment
        for (const Item& difference : compareDigests(before, copy))
            add(FindingSeverity::Blocking, difference.code.toLatin1().constData(), difference.params);
    }

    Result<void> checkCopy()
    {
        auto integrity = sqliteIntegrity(m_copy, m_stop);
        if (!integrity)
            return integrity.error();
        if (!integrity->ok)
            add(FindingSeverity::Blocking, "database.damaged", {{u"detail"_s, integrity->problems.join(u"; "_s)}});
        if (integrity->foreignKeyErrors > 0)
            add(FindingSeverity::ToFix, "database.orphans",
                {{u"count"_s, integrity->foreignKeyErrors}, {u"examples"_s, integrity->foreignKeys.join(u"; "_s)}});
        auto handle = sqlite::Handle::open(m_copy, sqlite::Mode::Own, m_stop);
        if (!handle)
            return handle.error();
        return tryObjects(handle.value());
    }

    /// Views are prepared as a query on them would be, triggers as the statements that fire them.
    Result<void> tryObjects(sqlite::Handle& handle)
    {
        for (const SqliteObject& object : m_tested.digest.objects) {
            if (m_stop.stop_requested())
                return sqlite::cancelled(m_source.path);
            const QByteArray name = sqliteQuoted(object.name).toUtf8();
            if (object.type == u"view"_s)
                prepare(handle, "EXPLAIN SELECT * FROM main." + name, "database.view-broken", object.name);
            else if (object.type == u"trigger"_s)
                tryTrigger(handle, object);
            else if (object.type == u"table"_s && object.sql.startsWith(u"CREATE VIRTUAL"_s, Qt::CaseInsensitive))
                prepare(handle, "EXPLAIN SELECT * FROM main." + name, "database.module-missing", object.name);
        }
        return {};
    }

    void tryTrigger(sqlite::Handle& handle, const SqliteObject& trigger)
    {
        const QByteArray table = sqliteQuoted(trigger.table).toUtf8();
        const QString sql = trigger.sql.simplified().toUpper();
        // Preparing a statement compiles the triggers it would fire; which one that is stands in the trigger's text.
        QByteArray statement = "EXPLAIN DELETE FROM main." + table;
        if (sql.contains(u" INSERT ON "_s)) {
            statement = "EXPLAIN INSERT INTO main." + table + " DEFAULT VALUES";
        } else if (sql.contains(u" UPDATE "_s) && !sql.section(u" ON "_s, 0, 0).contains(u" DELETE"_s)) {
            auto column = handle.text("SELECT name FROM pragma_table_info('" +
                                      QString(trigger.table).replace(u'\'', u"''"_s).toUtf8() + "') LIMIT 1");
            const QByteArray quoted = sqliteQuoted(column.valueOr({})).toUtf8();
            statement = "EXPLAIN UPDATE main." + table + " SET " + quoted + " = " + quoted;
        }
        prepare(handle, statement, "database.trigger-broken", trigger.name);
    }

    void prepare(sqlite::Handle& handle, const QByteArray& sql, const char* code, const QString& name)
    {
        auto statement = sqlite::Statement::prepare(handle, sql);
        if (!statement)
            add(FindingSeverity::Blocking, code,
                {{u"name"_s, name}, {u"detail"_s, QString::fromStdString(statement.error().detail)}});
    }

    void add(FindingSeverity severity, const char* code, const QJsonObject& params)
    {
        Finding finding;
        finding.server = m_asset.server;
        finding.asset = m_asset.id;
        finding.severity = severity;
        finding.room = u"databases"_s;
        finding.code = QString::fromLatin1(code);
        finding.subject = m_asset.name;
        finding.params = params;
        finding.params.insert(u"database"_s, m_asset.name);
        finding.key =
            u"databases:%1:%2:%3"_s.arg(QString::number(m_asset.id), finding.code, params.value(u"name"_s).toString());
        m_tested.findings.push_back(finding);
    }

    const Asset& m_asset;
    HostPath m_source;
    std::string m_copy;
    engine::Counters& m_counters;
    std::stop_token m_stop;
    QElapsedTimer m_timer;
    Tested m_tested;
    std::optional<Error> m_lost; ///< the way to the server
};

/// A new run replaces its own open findings; what a person decided about one stays with it.
Result<void> replaceFindings(StoreTx& tx, Id asset, const std::vector<Finding>& findings)
{
    auto all = tx.all<Finding>();
    if (!all)
        return all.error();
    for (Finding finding : findings) {
        const auto old = std::find_if(all->begin(), all->end(), [&](const Finding& one) {
            return one.room == finding.room && one.key == finding.key;
        });
        Result<void> written;
        if (old == all->end()) {
            auto inserted = tx.insert(finding);
            if (!inserted)
                return inserted.error();
            continue;
        }
        finding.id = old->id;
        const bool decided = old->state == FindingState::Accepted;
        finding.state = decided ? old->state : FindingState::Open;
        finding.by = old->by;
        finding.why = old->why;
        written = tx.update(finding);
        if (!written)
            return written;
    }
    for (const Finding& old : *all) {
        const bool still =
            std::any_of(findings.begin(), findings.end(), [&](const Finding& one) { return one.key == old.key; });
        if (old.room != u"databases"_s || old.asset != asset || still || old.state != FindingState::Open)
            continue;
        if (auto erased = tx.erase<Finding>(old.id); !erased)
            return erased;
    }
    return {};
}

Result<void> record(StoreTx& tx, const Asset& asset, const Tested& tested)
{
    if (auto replaced = replaceFindings(tx, asset.id, tested.findings); !replaced)
        return replaced;
    QJsonArray codes;
    for (const Finding& finding : tested.findings)
        codes.append(finding.code);
    auto noted = tx.append(u"inventory"_s, evidence::DatabaseTested, asset.name,
                           {{u"asset"_s, asset.id},
                            {u"ok"_s, tested.good()},
                            {u"ms"_s, tested.ms},
                            {u"sqlite"_s, DatabaseTestJob::version()},
                            {u"tables"_s, qint64(tested.digest.tables.size())},
                            {u"rows"_s, tested.digest.rows},
                            {u"hash"_s, tested.digest.hash},
                            {u"problems"_s, codes}});
    return noted ? Result<void>() : Result<void>(noted.error());
}

Result<Tested> testOne(JobContext& context, const Snapshot& snapshot, const Asset& asset)
{
    const Server* server = snapshot.server(asset.server);
    if (!server)
        return makeError("database.unknown", asset.name);
    auto host = hostFor(*server, context.connections, context.stop);
    if (!host)
        return host.error();
    auto scratch = ScratchFolder::make("database");
    if (!scratch)
        return scratch.error();
    engine::Counters& counters = context.progress.part(u"phase.database-testing"_s, {{u"name"_s, asset.name}});
    return Testing(asset, HostPath(host.value(), host.value()->path(asset.path)), scratch.value()->path(), counters,
                   context.stop)
        .run();
}

Result<std::vector<Asset>> chosenDatabases(const Snapshot& snapshot, const std::vector<Id>& ids)
{
    std::vector<Asset> chosen;
    for (const Asset* asset : snapshot.presentAssets()) {
        if (ids.empty() && asset->kind == AssetKind::Database)
            chosen.push_back(*asset);
    }
    for (const Id id : ids) {
        const Asset* asset = snapshot.asset(id);
        if (!asset || asset->kind != AssetKind::Database)
            return makeError("database.unknown", QString::number(id));
        chosen.push_back(*asset);
    }
    return chosen;
}

} // namespace

QString DatabaseTestJob::version()
{
    return QString::fromUtf8(sqlite3_libversion());
}

Item DatabaseTestJob::title() const
{
    if (m_assets.empty())
        return {u"job.database-test-all"_s, {}, {}};
    return {u"job.database-test"_s, {{u"count"_s, qint64(m_assets.size())}}, {}};
}

Outcome DatabaseTestJob::run(JobContext& context)
{
    const SnapshotPtr snapshot = context.store->snapshot();
    auto chosen = chosenDatabases(*snapshot, m_assets);
    if (!chosen)
        return Outcome::failed(chosen.error());
    if (chosen->empty())
        return Outcome::failed(makeError("database.none"));
    int good = 0;
    for (const Asset& asset : *chosen) {
        auto tested = testOne(context, *snapshot, asset);
        if (context.stop.stop_requested())
            return Outcome::cancelled();
        if (!tested)
            return Outcome::failed(tested.error());
        good += tested->good() ? 1 : 0;
        auto written = context.store->write([&](StoreTx& tx) { return record(tx, asset, *tested); });
        if (!written)
            return Outcome::failed(written.error());
    }
    const int count = int(chosen->size());
    return Outcome::succeeded(good == count, {{u"count"_s, count}, {u"good"_s, good}, {u"bad"_s, count - good}});
}

} // namespace bascule
