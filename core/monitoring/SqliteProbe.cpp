// SPDX-License-Identifier: GPL-3.0-or-later
// A database answers, and answers with what it should hold. Nothing is written, neither in the file nor beside it.
#include "core/databases/DatabasePlaces.h"
#include "core/monitoring/Probes.h"

namespace bascule::monitoring {

using namespace Qt::StringLiterals;

namespace {

class SqliteProbe final : public Probe
{
public:
    QString kind() const override { return u"sqlite"_s; }
    Result<void> validate(const QJsonObject&) const override { return {}; }

    ProbeOutcome run(const QJsonObject& params, const ProbeContext& context) const override
    {
        const HostPath path = pathOf(params, context);
        const QString shown = path.shown();
        QElapsedTimer timer;
        timer.start();
        const auto answer = sqliteQuery(path, queryOf(params), context.stop);
        double ms = milliseconds(timer);
        if (context.stop.stop_requested())
            return outcome(CheckState::Unknown, "check.stopped");
        if (!answer)
            return outcomeOf(answer.error(), shown);
        if (params.value(u"integrity"_s).toBool()) {
            const auto integrity = sqliteIntegrity(path, context.stop);
            if (!integrity)
                return outcomeOf(integrity.error(), shown);
            ms = milliseconds(timer);
            if (!integrity->ok) {
                return outcome(CheckState::Down, "sqlite.damaged",
                               {{u"subject"_s, shown}, {u"detail"_s, integrity->problems.value(0)}}, ms);
            }
        }
        return judgeAnswer(params, answer.value(), shown, ms);
    }

private:
    static QString queryOf(const QJsonObject& params)
    {
        if (const QString query = params.value(u"query"_s).toString(); !query.isEmpty())
            return query;
        const QString table = params.value(u"table"_s).toString();
        return u"SELECT count(*) FROM "_s + sqliteQuoted(table.isEmpty() ? u"sqlite_master"_s : table);
    }

    static ProbeOutcome judgeAnswer(const QJsonObject& params, const SqliteAnswer& answer, const QString& shown,
                                    double ms)
    {
        // A count is the row's value; an own query is judged by its number of rows.
        const bool counted = params.value(u"query"_s).toString().isEmpty();
        const qint64 rows = counted ? answer.row.value(0).toLongLong() : answer.rows;
        const qint64 least = params.value(u"minRows"_s).toInteger(counted ? 0 : 1);
        QJsonObject found{{u"subject"_s, shown}, {u"rows"_s, rows}, {u"least"_s, least}};
        if (rows < least)
            return outcome(CheckState::Down, "check.sqlite-few-rows", found, ms);
        if (params.contains(u"expect"_s)) {
            const QString expected = params.value(u"expect"_s).toVariant().toString();
            if (answer.row.value(0) != expected) {
                found.insert(u"answer"_s, displayPath(answer.row.value(0).left(200).toUtf8()));
                found.insert(u"expected"_s, expected);
                return outcome(CheckState::Down, "check.sqlite-other-answer", found, ms);
            }
        }
        return outcome(CheckState::Up, "check.sqlite-ok", found, ms);
    }
};

} // namespace

const Probe& sqliteProbe()
{
    static const SqliteProbe probe;
    return probe;
}

} // namespace bascule::monitoring
