// SPDX-License-Identifier: GPL-3.0-or-later
// board, report, ledger verify: what managers and auditors ask for.
#include "app/cli/Tr.h"
#include "app/cli/Verb.h"

#include "core/board/Board.h"
#include "core/reports/Report.h"
#ifdef BASCULE_WITH_PRINT
#include "ui/print/PdfReport.h"
#endif

#include <QFile>

namespace bascule::cli {

using namespace Qt::StringLiterals;

namespace {

QJsonObject checkpointJson(const Invocation& call, const Checkpoint& checkpoint)
{
    const text::Phrasebook::Row row = call.words.row(checkpoint.step);
    QJsonArray ids;
    for (const Id id : checkpoint.evidence)
        ids.append(id);
    QJsonObject object{{u"step"_s, enumName(checkpoint.step)},
                       {u"state"_s, enumName(checkpoint.state)},
                       {u"title"_s, row.title},
                       {u"risk"_s, row.risk},
                       {u"impact"_s, row.impact},
                       {u"control"_s, row.control},
                       {u"evidence"_s, itemsJson(checkpoint.facts, call.words)},
                       {u"missing"_s, itemsJson(checkpoint.missing, call.words)},
                       {u"ledger"_s, ids}};
    if (checkpoint.since.isValid())
        object.insert(u"since"_s, checkpoint.since.toUTC().toString(Qt::ISODate));
    if (checkpoint.expiresAt.isValid())
        object.insert(u"expiresAt"_s, checkpoint.expiresAt.toUTC().toString(Qt::ISODate));
    if (!checkpoint.by.isEmpty())
        object.insert(u"by"_s, checkpoint.by);
    if (!checkpoint.waivedBy.isEmpty()) {
        object.insert(u"waivedBy"_s, checkpoint.waivedBy);
        object.insert(u"waivedWhy"_s, checkpoint.waivedWhy);
        object.insert(u"computed"_s, enumName(checkpoint.computed));
    }
    return object;
}

int runBoard(const Invocation& call)
{
    return withProject(call, OpenMode::ReadOnly, [&](const StorePtr& store) {
        const SnapshotPtr snapshot = store->snapshot();
        const Board board = computeBoard(*snapshot, call.clock.now());
        printBoard(call, *snapshot);
        QJsonArray checkpoints;
        for (const Checkpoint& checkpoint : board.checkpoints)
            checkpoints.append(checkpointJson(call, checkpoint));
        const BoardAnswer said = answer(board, *snapshot, call.clock.now());
        call.console.document({{u"checkpoints"_s, checkpoints},
                               {u"ready"_s, board.ready},
                               {u"passed"_s, board.passed},
                               {u"waived"_s, board.waived},
                               {u"answer"_s, itemJson(said.answer, call.words)},
                               {u"ledgerIntact"_s, snapshot->ledger.intact}});
        return int(board.ready || snapshot->project.state != MigrationState::Preparing ? Good : NotGood);
    });
}

std::unique_ptr<Job> reportJob(const QString& path, Language language)
{
#ifdef BASCULE_WITH_PRINT
    if (path.endsWith(u".pdf", Qt::CaseInsensitive))
        return std::make_unique<PdfReportJob>(path, language);
#endif
    return std::make_unique<ReportJob>(path, language);
}

int runReport(const Invocation& call)
{
    const QString path = QFile::decodeName(absolutePath(call.args.at(1)));
    const bool pdf = path.endsWith(u".pdf", Qt::CaseInsensitive);
    if (!pdf && !path.endsWith(u".html", Qt::CaseInsensitive) && !path.endsWith(u".htm", Qt::CaseInsensitive))
        return call.console.usage(Tr::tr("A report's name ends in .html or .pdf."));
    return withProject(call, OpenMode::ReadWrite, [&](const StorePtr& store) {
        const Language language = call.languageGiven ? call.words.language() : store->snapshot()->project.language;
        const Outcome outcome = runJob(call, store, reportJob(path, language));
        if (outcome.kind == Outcome::Kind::Succeeded)
            call.console.line(Tr::tr("The report is in %1.").arg(displayPath(QFile::encodeName(path))));
        return finish(call, outcome, [&] {
            return QJsonObject{{u"report"_s, path}, {u"language"_s, enumName(language)}};
        });
    });
}

int runLedgerVerify(const Invocation& call)
{
    return withProject(call, OpenMode::ReadOnly, [&](const StorePtr& store) {
        const LedgerCheck check = store->snapshot()->ledger;
        const QJsonObject params{{u"entry"_s, check.firstBad}, {u"count"_s, check.entries}};
        const QString code = check.intact ? u"ledger.intact"_s : check.code;
        const QString message = (call.words.say(code, params) + u' ' + call.words.remedy(code, params)).trimmed();
        call.console.line(message);
        call.console.document({{u"intact"_s, check.intact},
                               {u"entries"_s, check.entries},
                               {u"firstBad"_s, check.firstBad},
                               {u"code"_s, code},
                               {u"message"_s, message}});
        return int(check.intact ? Good : NotGood);
    });
}

} // namespace

void printBoard(const Invocation& call, const Snapshot& snapshot)
{
    const text::Phrasebook& words = call.words;
    const QDateTime now = call.clock.now();
    const Board board = computeBoard(snapshot, now);
    const BoardAnswer said = answer(board, snapshot, now);
    call.console.line(words.say(said.answer));
    if (!said.why.code.isEmpty())
        call.console.line(words.say(said.why));
    call.console.line();
    for (const Checkpoint& checkpoint : board.checkpoints) {
        const text::Phrasebook::Row row = words.row(checkpoint.step);
        call.console.line(Tr::tr("%1 · %2: %3").arg(row.title, row.control, words.word(checkpoint.state)));
        for (const Item& fact : checkpoint.facts)
            call.console.line(u"  "_s + words.say(fact));
        if (!checkpoint.waivedBy.isEmpty())
            call.console.line(u"  "_s + Tr::tr("Waived by %1: %2").arg(checkpoint.waivedBy, checkpoint.waivedWhy));
        for (const Item& item : checkpoint.missing)
            call.console.line(u"  "_s + Tr::tr("missing: %1").arg(words.say(item)));
    }
}

std::vector<Verb> boardVerbs()
{
    return {
        {"board",
         "PROJECT",
         QT_TRANSLATE_NOOP("Cli", "the five checkpoints and whether one can go; exit 1 while not"),
         {},
         runBoard,
         1,
         1},
        {"report",
         "PROJECT OUT.(html|pdf)",
         QT_TRANSLATE_NOOP("Cli", "write the whole project as a report, in --language or the project's own"),
         {},
         runReport,
         2,
         2,
         true},
        {"ledger verify",
         "PROJECT",
         QT_TRANSLATE_NOOP("Cli", "check the chain of evidence from end to end"),
         {},
         runLedgerVerify,
         1,
         1},
    };
}

} // namespace bascule::cli
