// SPDX-License-Identifier: GPL-3.0-or-later
// The report's head, its five rows, and the evidence behind them.
#include "core/project/Moments.h"
#include "core/reports/Document.h"
#include "core/reports/Report.h"

namespace bascule::report {

using namespace Qt::StringLiterals;

namespace {

/// What stands in the last column: the first fact, then what is missing or who signed.
Cell evidenceCell(const Writer& writer, const Checkpoint& checkpoint)
{
    Cell cell;
    if (!checkpoint.facts.empty())
        cell.push_back({{Writer::sentence(writer.say(checkpoint.facts.front())), {}, Span::Style::Plain}});
    if (!checkpoint.waivedBy.isEmpty()) {
        cell.push_back(
            {{writer.say("report.waived-by", {{u"by"_s, checkpoint.waivedBy}, {u"why"_s, checkpoint.waivedWhy}}),
              {},
              Span::Style::Waive}});
    }
    if (!checkpoint.missing.empty()) {
        QStringList missing;
        for (const Item& item : checkpoint.missing)
            missing.append(writer.say(item));
        constexpr qsizetype shown = 3;
        QString said = missing.sliced(0, std::min(shown, missing.size())).join(u"; "_s);
        if (missing.size() > shown)
            said += u"; "_s + writer.say("report.and-more", {{u"count"_s, qint64(missing.size() - shown)}});
        cell.push_back({{writer.say("report.still-missing", {{u"what"_s, said}}), {}, Span::Style::Muted}});
    } else if (checkpoint.state == CheckpointState::Passed && !checkpoint.by.isEmpty()) {
        const QString at = iso(checkpoint.since);
        cell.push_back(
            {{writer.say("report.signed-by", {{u"by"_s, checkpoint.by}, {u"at"_s, at}}), {}, Span::Style::Muted}});
    }
    if (cell.empty())
        cell = writer.none();
    return cell;
}

} // namespace

Section checkpointsSection(const Writer& writer, const Board& board)
{
    Section section{u"checkpoints"_s, writer.say("report.checkpoints"), {}};
    Table table;
    table.headers = writer.headers(
        {"column.step", "column.risk", "column.impact", "column.control", "column.state", "column.evidence"});
    table.widths = {15, 14, 18, 13, 13, 27};
    for (const Checkpoint& checkpoint : board.checkpoints) {
        const auto row = writer.words.row(checkpoint.step);
        table.rows.push_back({writer.text(row.title, Span::Style::Bold), writer.text(row.risk), writer.text(row.impact),
                              writer.text(row.control), stateCell(writer, checkpoint.state),
                              evidenceCell(writer, checkpoint)});
    }
    section.blocks.push_back(table);
    return section;
}

Section evidenceSection(const Writer& writer, const Board& board)
{
    Section section{u"evidence"_s, writer.say("report.evidence"), {}};
    for (const Checkpoint& checkpoint : board.checkpoints) {
        section.blocks.push_back(Heading{writer.words.row(checkpoint.step).control});
        Line state{{writer.words.word(checkpoint.state), iconOf(checkpoint.state), styleOf(checkpoint.state)}};
        if (checkpoint.since.isValid()) {
            const QString at = iso(checkpoint.since);
            state.push_back({writer.say("report.since", {{u"at"_s, at}}), {}, Span::Style::Muted});
        }
        if (checkpoint.expiresAt.isValid()) {
            const QString at = iso(checkpoint.expiresAt);
            state.push_back({writer.say("report.good-until", {{u"at"_s, at}}), {}, Span::Style::Muted});
        }
        section.blocks.push_back(state);
        Bullets bullets;
        for (const Item& fact : checkpoint.facts)
            bullets.lines.push_back({{Writer::sentence(writer.say(fact)), {}, Span::Style::Plain}});
        for (const Item& item : checkpoint.missing)
            bullets.lines.push_back({{Writer::sentence(writer.say(item)), u"to-fix"_s, Span::Style::Plain}});
        if (!bullets.lines.empty())
            section.blocks.push_back(bullets);
    }
    return section;
}

namespace {

void writeHead(Document& document, const Writer& writer, const Board& board)
{
    const BoardAnswer said = bascule::answer(board, writer.snapshot, writer.now);
    document.language = writer.words.language() == Language::French ? u"fr"_s : u"en"_s;
    document.project = displayPath(writer.snapshot.project.name.toUtf8());
    document.title = writer.say("report.title", {{u"name"_s, writer.snapshot.project.name}});
    const QString at = iso(writer.now);
    const Server* from = writer.snapshot.serverOf(ServerRole::Source);
    const Server* to = writer.snapshot.serverOf(ServerRole::Target);
    document.subtitle =
        from && to ? writer.say("report.subtitle", {{u"source"_s, from->name}, {u"target"_s, to->name}, {u"at"_s, at}})
                   : writer.say("report.subtitle-no-servers", {{u"at"_s, at}});
    document.question = writer.say("board.question");
    document.answer = writer.say(said.answer);
    document.answerIcon = iconOf(said.look);
    document.answerStyle = styleOf(said.look);
    document.why = said.why.code.isEmpty() ? QString() : writer.say(said.why);
    document.nextTitle = writer.say(said.nextTitle);
    if (said.next.isValid())
        document.next = writer.words.weekdayDate(said.next) + u", "_s + writer.words.time(said.next);
    if (!said.nextFact.code.isEmpty())
        document.nextFact = writer.say(said.nextFact);
    document.footer = reportFooter(writer.snapshot, writer.words, writer.now);
}

} // namespace

Document makeDocument(const Snapshot& snapshot, const text::Phrasebook& words, const QDateTime& now)
{
    const Writer writer(snapshot, words, now);
    const Board board = computeBoard(snapshot, now);
    Document document;
    writeHead(document, writer, board);
    document.sections = {checkpointsSection(writer, board),
                         evidenceSection(writer, board),
                         serversSection(writer),
                         assetsSection(writer),
                         dependenciesSection(writer),
                         findingsSection(writer),
                         backupsSection(writer),
                         rehearsalsSection(writer),
                         windowSection(writer),
                         runbookSection(writer),
                         journalSection(writer),
                         monitoringSection(writer),
                         waiversSection(writer),
                         peopleSection(writer),
                         ledgerSection(writer)};
    return document;
}

} // namespace bascule::report
