// SPDX-License-Identifier: GPL-3.0-or-later
// What is done and was done: the runbook, the journal, the watch, and who answers for what.
#include "core/monitoring/Checks.h"
#include "core/reports/Document.h"
#include "core/runbook/StepWords.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace bascule::report {

using namespace Qt::StringLiterals;

namespace {

Line mutedLine(const Writer& writer, const char* code)
{
    return {{writer.say(code), {}, Span::Style::Muted}};
}

void addTable(Section& section, const Writer& writer, Table table, const char* emptyCode)
{
    if (table.rows.empty())
        section.blocks.push_back(mutedLine(writer, emptyCode));
    else
        section.blocks.push_back(std::move(table));
}

} // namespace

Section runbookSection(const Writer& writer)
{
    Section section{u"runbook"_s, writer.say("report.runbook"), {}};
    const Runbook runbook = buildRunbook(writer.snapshot);
    Bullets problems;
    for (const Item& problem : runbook.problems)
        problems.lines.push_back({{writer.say(problem), u"blocked"_s, Span::Style::Bad}});
    if (!problems.lines.empty())
        section.blocks.push_back(std::move(problems));
    Table table;
    table.headers = writer.headers({"report.number", "report.step", "report.expected", "report.undo"});
    table.widths = {5, 54, 11, 30};
    table.numeric = {true, false, true, false};
    for (const RunbookStep& step : runbook.steps) {
        Cell what = writer.text(writer.say(step.title), Span::Style::Bold);
        for (const Item& action : step.actions)
            what.push_back({{writer.say(action), {}, Span::Style::Muted}});
        Cell expected = writer.took(step.plannedMs);
        expected.push_back(mutedLine(writer, step.measured ? "report.measured" : "report.estimated"));
        table.rows.push_back(
            {writer.text(writer.words.number(step.number)), what, expected, writer.text(writer.say(step.undo))});
    }
    addTable(section, writer, std::move(table), "report.no-runbook");
    if (!runbook.hash.isEmpty()) {
        section.blocks.push_back(Line{{writer.say("report.fingerprint"), {}, Span::Style::Muted},
                                      {runbook.hash.left(16), {}, Span::Style::Code}});
    }
    return section;
}

namespace {

Span stepState(const Writer& writer, StepState state)
{
    const QString word = writer.words.word(state);
    switch (state) {
    case StepState::Verified:
        return {word, u"passed"_s, Span::Style::Ok};
    case StepState::Failed:
        return {word, u"failed"_s, Span::Style::Bad};
    case StepState::Running:
        return {word, u"in-progress"_s, Span::Style::Accent};
    case StepState::Waiting:
        return {word, u"not-started"_s, Span::Style::Muted};
    case StepState::Undone:
    case StepState::Skipped:
        break;
    }
    return {word, u"note"_s, Span::Style::Muted};
}

/// An error as the store keeps it, in words.
QString errorWords(const Writer& writer, const QJsonObject& error)
{
    QJsonObject params = error.value(u"params"_s).toObject();
    for (const QString& key : {u"subject"_s, u"detail"_s}) {
        if (!params.contains(key))
            params.insert(key, error.value(key));
    }
    return writer.words.say(error.value(u"code"_s).toString(), params);
}

Table journalOf(const Writer& writer, const Run& run)
{
    Table table;
    table.headers = writer.headers({"report.number", "report.step", "report.state", "report.started", "report.took"});
    table.widths = {5, 45, 15, 23, 12};
    table.numeric = {true, false, false, false, true};
    for (const RunStep* step : writer.snapshot.stepsOf(run.id)) {
        Cell what = writer.text(writer.say(stepTitle(step->code, step->subject, step->params)), Span::Style::Bold);
        constexpr qsizetype shown = 4;
        for (qsizetype at = 0; at < std::min(shown, step->proof.size()); ++at) {
            const QJsonObject proof = step->proof[at].toObject();
            const bool good = proof.value(u"ok"_s).toBool();
            what.push_back({{writer.words.say(proof.value(u"code"_s).toString(), proof.value(u"params"_s).toObject()),
                             good ? QString() : u"failed"_s, good ? Span::Style::Muted : Span::Style::Bad}});
        }
        if (step->proof.size() > shown) {
            what.push_back(
                {{writer.say("report.and-more", {{u"count"_s, step->proof.size() - shown}}), {}, Span::Style::Muted}});
        }
        if (!step->error.isEmpty())
            what.push_back({{errorWords(writer, step->error), u"failed"_s, Span::Style::Bad}});
        const bool ended = step->startedAt.isValid() && step->endedAt.isValid();
        table.rows.push_back(
            {writer.text(writer.words.number(step->number)), what, Cell{{stepState(writer, step->state)}},
             writer.when(step->startedAt),
             ended ? writer.text(writer.words.duration(step->startedAt.msecsTo(step->endedAt))) : writer.none()});
    }
    return table;
}

} // namespace

Section journalSection(const Writer& writer)
{
    Section section{u"journal"_s, writer.say("report.journal"), {}};
    bool any = false;
    for (const Run& run : writer.snapshot.runs) {
        if (run.kind != RunKind::Cutover && run.kind != RunKind::Rollback)
            continue;
        any = true;
        const QString at = run.startedAt.toUTC().toString(Qt::ISODateWithMs);
        section.blocks.push_back(Heading{writer.say(
            "report.run-of",
            {{u"what"_s, writer.words.word(run.kind)}, {u"at"_s, at}, {u"state"_s, writer.words.word(run.state)}})});
        if (!run.error.isEmpty())
            section.blocks.push_back(Line{{errorWords(writer, run.error), u"failed"_s, Span::Style::Bad}});
        section.blocks.push_back(journalOf(writer, run));
    }
    if (!any)
        section.blocks.push_back(mutedLine(writer, "report.no-cutover"));
    return section;
}

namespace {

Span checkState(const Writer& writer, CheckState state)
{
    const QString word = writer.words.word(state);
    switch (state) {
    case CheckState::Up:
        return {word, u"passed"_s, Span::Style::Ok};
    case CheckState::Degraded:
        return {word, u"to-fix"_s, Span::Style::Warn};
    case CheckState::Down:
        return {word, u"failed"_s, Span::Style::Bad};
    case CheckState::Unknown:
        return {word, u"unknown"_s, Span::Style::Muted};
    case CheckState::NotRun:
        break;
    }
    return {word, u"not-started"_s, Span::Style::Muted};
}

const CheckResult* lastResult(const Snapshot& snapshot, Id check)
{
    const CheckResult* last = nullptr;
    for (const CheckResult& result : snapshot.checkResults) {
        if (result.check == check && (!last || result.id > last->id))
            last = &result;
    }
    return last;
}

/// Whole milliseconds, for what is quicker than a page can say.
QString took(const Writer& writer, double ms)
{
    return writer.words.duration(qint64(std::ceil(ms)));
}

void addChecks(Section& section, const Writer& writer, const Availability& seen)
{
    Table table;
    table.headers = writer.headers({"report.check", "report.state", "report.before-after", "report.available"});
    table.widths = {42, 18, 22, 18};
    table.numeric = {false, false, true, true};
    for (const Check& check : writer.snapshot.checks) {
        Cell name = writer.text(displayPath(check.name.toUtf8()), Span::Style::Bold);
        const CheckResult* last = lastResult(writer.snapshot, check.id);
        if (last) {
            name.push_back({{writer.words.say(last->outcome.value(u"code"_s).toString(),
                                              last->outcome.value(u"params"_s).toObject()),
                             {},
                             Span::Style::Muted}});
        }
        const auto of = std::find_if(seen.checks.begin(), seen.checks.end(),
                                     [&](const Availability::OfCheck& one) { return one.check == check.id; });
        const QString before = check.baseline.isEmpty() ? writer.say("word.none")
                                                        : took(writer, check.baseline.value(u"medianMs"_s).toDouble());
        const QString after = last && !last->baseline ? took(writer, last->ms) : writer.say("word.none");
        table.rows.push_back(
            {name, Cell{{checkState(writer, check.state)}},
             writer.text(writer.say("report.before-and-after", {{u"before"_s, before}, {u"after"_s, after}})),
             of == seen.checks.end() ? writer.none() : writer.text(writer.words.percent(of->percent))});
    }
    addTable(section, writer, std::move(table), "report.no-checks");
}

void addIncidents(Section& section, const Writer& writer)
{
    section.blocks.push_back(Heading{writer.say("report.incidents")});
    Table table;
    table.headers = writer.headers({"report.check", "report.what", "report.opened", "report.closed"});
    table.widths = {22, 36, 20, 22};
    for (const Incident& incident : writer.snapshot.incidents) {
        const Check* check = findById(writer.snapshot.checks, incident.check);
        Cell closed = incident.closedAt.isValid()
                          ? writer.when(incident.closedAt)
                          : Cell{{{writer.say("report.still-open"), u"blocked"_s, Span::Style::Bad}}};
        if (!incident.by.isEmpty())
            closed.push_back(writer.decision(incident.by, incident.why));
        table.rows.push_back({writer.text(check ? displayPath(check->name.toUtf8()) : QString()),
                              writer.text(writer.words.say(incident.code, incident.params)),
                              writer.when(incident.openedAt), closed});
    }
    addTable(section, writer, std::move(table), "report.no-incidents");
}

} // namespace

Section monitoringSection(const Writer& writer)
{
    Section section{u"monitoring"_s, writer.say("report.monitoring"), {}};
    const Availability seen = availability(writer.snapshot, writer.now);
    if (seen.known) {
        section.blocks.push_back(
            Line{{writer.say("monitoring.fact-availability", {{u"percent"_s, seen.percent},
                                                              {u"target"_s, writer.snapshot.project.availabilityTarget},
                                                              {u"watched"_s, seen.watchedMs},
                                                              {u"elapsed"_s, seen.elapsedMs}}),
                  {},
                  Span::Style::Plain}});
    }
    addChecks(section, writer, seen);
    addIncidents(section, writer);
    return section;
}

Section waiversSection(const Writer& writer)
{
    Section section{u"waivers"_s, writer.say("report.waivers"), {}};
    Table table;
    table.headers = writer.headers({"report.checkpoint", "report.name", "report.reason", "report.when"});
    table.widths = {24, 20, 34, 22};
    for (const Waiver& waiver : writer.snapshot.waivers) {
        Step step = Step::Inventory;
        const bool known = enumFrom(waiver.step, step);
        table.rows.push_back(
            {Cell{{{known ? writer.words.row(step).title : waiver.step, u"waived"_s, Span::Style::Waive}}},
             writer.text(displayPath(waiver.person.toUtf8())), writer.text(displayPath(waiver.why.toUtf8())),
             writer.when(waiver.at)});
    }
    addTable(section, writer, std::move(table), "report.no-waivers");
    return section;
}

Section ledgerSection(const Writer& writer)
{
    Section section{u"ledger"_s, writer.say("report.ledger"), {}};
    const LedgerCheck& ledger = writer.snapshot.ledger;
    if (ledger.intact) {
        section.blocks.push_back(
            Line{{writer.say("ledger.intact", {{u"count"_s, ledger.entries}}), u"passed"_s, Span::Style::Ok}});
    } else {
        const QString code = ledger.code.isEmpty() ? u"ledger.truncated"_s : ledger.code;
        section.blocks.push_back(
            Line{{writer.words.say(code, {{u"entry"_s, ledger.firstBad}}), u"blocked"_s, Span::Style::Bad}});
    }
    if (!writer.snapshot.evidence.empty()) {
        section.blocks.push_back(Line{{writer.say("report.last-entry"), {}, Span::Style::Muted},
                                      {writer.snapshot.evidence.back().hash, {}, Span::Style::Code}});
    }
    return section;
}

} // namespace bascule::report
