// SPDX-License-Identifier: GPL-3.0-or-later
// What was proved before the cutover: backups, rehearsals, scenarios, differences, the window.
#include "core/planning/Window.h"
#include "core/reports/Document.h"

#include <QJsonArray>

#include <algorithm>

namespace bascule::report {

using namespace Qt::StringLiterals;

namespace {

/// Icon and word over a fact.
Cell proofCell(const QString& icon, const QString& word, Span::Style style, const QString& fact)
{
    Cell cell{{{word, icon, style}}};
    if (!fact.isEmpty())
        cell.push_back({{fact, {}, Span::Style::Muted}});
    return cell;
}

Cell readCell(const Writer& writer, const Backup& backup)
{
    const QString word = writer.words.word(backup.read);
    if (backup.read == ReadState::NotRead)
        return proofCell(u"not-started"_s, word, Span::Style::Muted, {});
    const bool good = backup.read == ReadState::Intact;
    return proofCell(good ? u"passed"_s : u"failed"_s, word, good ? Span::Style::Ok : Span::Style::Bad,
                     writer.words.dateTime(backup.readAt));
}

Cell restoreCell(const Writer& writer, const Backup& backup)
{
    const QString word = writer.words.word(backup.restore);
    if (backup.restore == RestoreState::NotTested)
        return proofCell(u"not-started"_s, word, Span::Style::Muted, {});
    const bool good = backup.restore == RestoreState::Restored;
    return proofCell(good ? u"passed"_s : u"failed"_s, word, good ? Span::Style::Ok : Span::Style::Bad,
                     writer.words.dateTime(backup.restoredAt));
}

Cell timeCell(const Writer& writer, const Backup& backup)
{
    if (backup.restore != RestoreState::Restored)
        return writer.none();
    const Asset* asset = writer.snapshot.asset(backup.asset);
    const int minutes = asset && asset->rtoMinutes > 0 ? asset->rtoMinutes : writer.snapshot.project.rtoMinutes;
    const bool good = backup.restoreMs <= qint64(minutes) * 60'000;
    return proofCell(good ? u"passed"_s : u"failed"_s, writer.words.duration(backup.restoreMs),
                     good ? Span::Style::Ok : Span::Style::Bad,
                     writer.say("report.objective", {{u"time"_s, qint64(minutes) * 60'000}}));
}

void addRollbackScenario(Section& section, const Writer& writer)
{
    section.blocks.push_back(Heading{writer.say("report.rollback-scenario")});
    const QString scenario = writer.snapshot.project.rollbackScenario.trimmed();
    if (scenario.isEmpty()) {
        section.blocks.push_back(Line{{writer.say("report.no-rollback-scenario"), {}, Span::Style::Muted}});
        return;
    }
    for (const QString& paragraph : scenario.split(u'\n', Qt::SkipEmptyParts))
        section.blocks.push_back(Line{{displayPath(paragraph.toUtf8()), {}, Span::Style::Plain}});
}

} // namespace

Section backupsSection(const Writer& writer)
{
    Section section{u"backups"_s, writer.say("report.backups"), {}};
    Table table;
    table.headers = writer.headers(
        {"report.asset", "report.backup", "report.read-whole", "report.restored", "report.against-objective"});
    table.widths = {19, 27, 18, 18, 18};
    std::vector<const Asset*> uncovered;
    for (const Asset* asset : writer.snapshot.presentAssets()) {
        bool any = false;
        for (const Backup& backup : writer.snapshot.backups) {
            if (backup.asset != asset->id)
                continue;
            any = true;
            Cell file = writer.path(backup.path);
            for (const QJsonValue& problem : backup.problems) {
                QJsonObject params = problem[u"params"_s].toObject();
                if (!params.contains(u"subject"_s))
                    params.insert(u"subject"_s, problem[u"subject"_s]);
                file.push_back({{writer.words.say(problem[u"code"_s].toString(), params), {}, Span::Style::Bad}});
            }
            table.rows.push_back({writer.text(writer.assetName(asset->id), Span::Style::Bold), file,
                                  readCell(writer, backup), restoreCell(writer, backup), timeCell(writer, backup)});
        }
        if (!any && asset->critical)
            uncovered.push_back(asset);
    }
    for (const Asset* asset : uncovered) {
        table.rows.push_back({writer.text(writer.assetName(asset->id), Span::Style::Bold),
                              writer.text(writer.say("report.no-backup"), Span::Style::Bad), writer.none(),
                              writer.none(), writer.none()});
    }
    if (table.rows.empty())
        section.blocks.push_back(Line{{writer.say("report.no-backups"), {}, Span::Style::Muted}});
    else
        section.blocks.push_back(std::move(table));
    addRollbackScenario(section, writer);
    return section;
}

namespace {

Span runState(const Writer& writer, RunState state)
{
    const QString word = writer.words.word(state);
    switch (state) {
    case RunState::Succeeded:
        return {word, u"passed"_s, Span::Style::Ok};
    case RunState::Failed:
        return {word, u"failed"_s, Span::Style::Bad};
    case RunState::Running:
        return {word, u"in-progress"_s, Span::Style::Accent};
    case RunState::Cancelled:
    case RunState::RolledBack:
        break;
    }
    return {word, u"note"_s, Span::Style::Muted};
}

void addRuns(Section& section, const Writer& writer)
{
    Table table;
    table.headers = writer.headers({"report.run", "report.state", "report.started", "report.took"});
    table.widths = {30, 22, 30, 18};
    table.numeric = {false, false, false, true};
    for (const Run& run : writer.snapshot.runs) {
        if (run.kind != RunKind::Rehearsal && run.kind != RunKind::RollbackDrill && run.kind != RunKind::Presync)
            continue;
        table.rows.push_back({writer.text(writer.words.word(run.kind)), Cell{{runState(writer, run.state)}},
                              writer.when(run.startedAt),
                              writer.took(run.endedAt.isValid() ? run.startedAt.msecsTo(run.endedAt) : 0)});
    }
    if (table.rows.empty())
        section.blocks.push_back(Line{{writer.say("report.no-rehearsals"), {}, Span::Style::Muted}});
    else
        section.blocks.push_back(std::move(table));
}

void addTimings(Section& section, const Writer& writer, const Runbook& runbook)
{
    const Timings timings = measuredTimings(writer.snapshot, runbook);
    if (timings.rehearsals == 0)
        return;
    section.blocks.push_back(Heading{writer.say("report.timings", {{u"count"_s, timings.rehearsals}})});
    Table table;
    table.headers = writer.headers({"report.step", "report.median", "report.p90", "report.back"});
    table.widths = {52, 16, 16, 16};
    table.numeric = {false, true, true, true};
    for (const StepTiming& timing : timings.steps) {
        const auto step = std::find_if(runbook.steps.begin(), runbook.steps.end(), [&](const RunbookStep& one) {
            return one.code == timing.code && one.subject == timing.subject;
        });
        table.rows.push_back({writer.text(step == runbook.steps.end() ? timing.code : writer.say(step->title)),
                              writer.took(timing.medianMs), writer.took(timing.p90Ms), writer.took(timing.rollbackMs)});
    }
    table.rows.push_back({writer.text(writer.say("report.total"), Span::Style::Bold),
                          writer.text(writer.words.duration(timings.medianMs), Span::Style::Bold),
                          writer.text(writer.words.duration(timings.p90Ms), Span::Style::Bold),
                          timings.rollbackMeasured
                              ? writer.text(writer.words.duration(timings.rollbackMs), Span::Style::Bold)
                              : writer.none()});
    section.blocks.push_back(std::move(table));
}

void addScenarios(Section& section, const Writer& writer)
{
    section.blocks.push_back(Heading{writer.say("report.scenarios")});
    Table table;
    table.headers = writer.headers({"report.scenario", "report.kind", "report.required", "report.result"});
    table.widths = {32, 20, 12, 36};
    for (const Scenario& scenario : writer.snapshot.scenarios) {
        Span::Style style = Span::Style::Muted;
        QString icon = u"not-started"_s;
        if (scenario.state == ScenarioState::Passed) {
            style = Span::Style::Ok;
            icon = u"passed"_s;
        } else if (scenario.state == ScenarioState::Failed) {
            style = Span::Style::Bad;
            icon = u"failed"_s;
        }
        const QString code = scenario.outcome.value(u"code"_s).toString();
        table.rows.push_back(
            {writer.text(displayPath(scenario.name.toUtf8()), Span::Style::Bold),
             writer.text(writer.words.word(scenario.kind)),
             writer.text(writer.say(scenario.required ? "word.yes" : "word.no")),
             proofCell(icon, writer.words.word(scenario.state), style,
                       code.isEmpty() ? QString()
                                      : writer.words.say(code, scenario.outcome.value(u"params"_s).toObject()))});
    }
    if (table.rows.empty())
        section.blocks.push_back(Line{{writer.say("report.no-scenarios"), {}, Span::Style::Muted}});
    else
        section.blocks.push_back(std::move(table));
}

void addDrifts(Section& section, const Writer& writer)
{
    section.blocks.push_back(Heading{writer.say("report.drifts")});
    Table table;
    table.headers = writer.headers({"report.asset", "report.difference", "report.decision"});
    table.widths = {24, 46, 30};
    for (const Drift& drift : writer.snapshot.drifts) {
        if (table.rows.size() >= kMostRows)
            break;
        QJsonObject params = drift.params;
        if (!params.contains(u"subject"_s))
            params.insert(u"subject"_s, drift.subject);
        Cell decision = writer.text(writer.words.say(u"difference-state."_s + enumName(drift.state)));
        if (!drift.by.isEmpty())
            decision.push_back(writer.decision(drift.by, drift.why));
        table.rows.push_back(
            {writer.text(writer.assetName(drift.asset)), writer.text(writer.words.say(drift.code, params)), decision});
    }
    if (table.rows.empty())
        section.blocks.push_back(Line{{writer.say("report.no-drifts"), {}, Span::Style::Muted}});
    else
        section.blocks.push_back(std::move(table));
}

} // namespace

Section rehearsalsSection(const Writer& writer)
{
    Section section{u"rehearsals"_s, writer.say("report.rehearsals"), {}};
    addRuns(section, writer);
    addTimings(section, writer, buildRunbook(writer.snapshot));
    addScenarios(section, writer);
    addDrifts(section, writer);
    return section;
}

namespace {

void addFit(Section& section, const Writer& writer, const Window& window)
{
    const Timings timings = measuredTimings(writer.snapshot, buildRunbook(writer.snapshot));
    const WindowFit fit = fitWindow(window.start, window.minutes, timings, writer.snapshot.criticalPeriods,
                                    std::min(writer.now, window.start));
    Table table;
    table.headers = writer.headers({"report.moment", "report.when", "report.took"});
    table.widths = {46, 34, 20};
    table.numeric = {false, false, true};
    const auto row = [&](const char* code, const QDateTime& at, qint64 ms) {
        table.rows.push_back({writer.text(writer.say(code)), writer.when(at), writer.took(ms)});
    };
    row("report.window-start", fit.start, qint64(window.minutes) * 60'000);
    if (fit.measured)
        row("report.users-back", fit.usersAt, fit.cutoverMs);
    if (fit.rollbackMeasured)
        row("report.last-moment", fit.lastRollbackMoment, fit.rollbackMs);
    row("report.window-end", fit.ends, 0);
    section.blocks.push_back(std::move(table));
    Bullets problems;
    for (const Item& problem : fit.problems)
        problems.lines.push_back({{writer.say(problem), u"blocked"_s, Span::Style::Bad}});
    if (!problems.lines.empty())
        section.blocks.push_back(std::move(problems));
}

void addApprovals(Section& section, const Writer& writer)
{
    section.blocks.push_back(Heading{writer.say("report.approvals")});
    Table table;
    table.headers = writer.headers({"report.approved-what", "report.name", "report.role", "report.when"});
    table.widths = {28, 26, 18, 28};
    for (const Approval& approval : writer.snapshot.approvals) {
        const QString code = u"report.approves-"_s + approval.step;
        table.rows.push_back({writer.text(text::Phrasebook::knows(code) ? writer.words.say(code) : approval.step),
                              writer.text(displayPath(approval.person.toUtf8())),
                              writer.text(writer.words.word(approval.role)), writer.when(approval.at)});
    }
    if (table.rows.empty())
        section.blocks.push_back(Line{{writer.say("report.no-approvals"), {}, Span::Style::Muted}});
    else
        section.blocks.push_back(std::move(table));
}

void addMessages(Section& section, const Writer& writer)
{
    if (writer.snapshot.messages.empty())
        return;
    section.blocks.push_back(Heading{writer.say("report.messages")});
    Table table;
    table.headers = writer.headers({"report.moment", "report.message", "report.ready"});
    table.widths = {22, 66, 12};
    for (const Message& message : writer.snapshot.messages) {
        Cell text;
        for (const QString& line : message.text.split(u'\n'))
            text.push_back({{displayPath(line.toUtf8()), {}, Span::Style::Plain}});
        table.rows.push_back({writer.text(writer.words.say(u"moment."_s + message.moment)), text,
                              writer.text(writer.say(message.ready ? "word.yes" : "word.no"))});
    }
    section.blocks.push_back(std::move(table));
}

} // namespace

Section windowSection(const Writer& writer)
{
    Section section{u"window"_s, writer.say("report.window"), {}};
    if (const Window* window = writer.snapshot.window())
        addFit(section, writer, *window);
    else
        section.blocks.push_back(Line{{writer.say("board.next-none"), {}, Span::Style::Muted}});
    section.blocks.push_back(Heading{writer.say("report.critical-periods")});
    Table periods;
    periods.headers = writer.headers({"report.period", "report.from", "report.to"});
    periods.widths = {40, 30, 30};
    for (const CriticalPeriod& period : writer.snapshot.criticalPeriods) {
        periods.rows.push_back(
            {writer.text(displayPath(period.why.toUtf8())), writer.when(period.from), writer.when(period.to)});
    }
    if (periods.rows.empty())
        section.blocks.push_back(Line{{writer.say("report.no-critical-periods"), {}, Span::Style::Muted}});
    else
        section.blocks.push_back(std::move(periods));
    addApprovals(section, writer);
    addMessages(section, writer);
    return section;
}

} // namespace bascule::report
