// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/RehearsalController.h"

#include "core/planning/Plan.h"
#include "core/rehearsal/Drift.h"
#include "core/rehearsal/Rehearse.h"
#include "core/rehearsal/Scenarios.h"
#include "core/runbook/StepWords.h"
#include "ui/pages/ExportList.h"

using namespace Qt::StringLiterals;

namespace bascule::ui {

namespace {

QJsonObject withName(const QJsonObject& params, const QString& subject)
{
    QJsonObject result = params;
    if (!result.contains("subject"_L1))
        result.insert(u"subject"_s, subject);
    return result;
}

qint64 took(const RunStep& step)
{
    return step.startedAt.isValid() && step.endedAt.isValid() ? step.startedAt.msecsTo(step.endedAt) : -1;
}

} // namespace

QString RehearsalController::scenarioName(const Scenario& scenario, const text::Phrasebook& words)
{
    return scenario.name.startsWith("scenario."_L1) ? words.say(scenario.name, scenario.params) : scenario.name;
}

QString RehearsalController::probeWord(const QString& probe)
{
    if (probe == "file-readable"_L1)
        return tr("Files can be read");
    if (probe == "rights-equal"_L1)
        return tr("Access rights are the same");
    if (probe == "sqlite-query"_L1)
        return tr("A database answers a query");
    if (probe == "read-rate"_L1)
        return tr("Reading under load is fast enough");
    if (probe == "link-targets"_L1)
        return tr("Links lead somewhere");
    if (probe == "compatible"_L1)
        return tr("Nothing incompatible is open");
    return probe;
}

QList<Choice> RehearsalController::probeChoices()
{
    QList<Choice> choices;
    for (const QString& probe : scenarioProbes())
        choices.append({probe, probeWord(probe)});
    return choices;
}

QList<Choice> RehearsalController::kindChoices(const text::Phrasebook& words)
{
    QList<Choice> choices;
    for (ScenarioKind kind :
         {ScenarioKind::Behaviour, ScenarioKind::Performance, ScenarioKind::Rights, ScenarioKind::Compatibility})
        choices.append({enumName(kind), words.word(kind)});
    return choices;
}

const Run* RehearsalController::newestRun(const Snapshot& snapshot)
{
    return snapshot.lastRun(RunKind::Rehearsal);
}

int RehearsalController::openDrifts(const Snapshot& snapshot)
{
    return int(std::count_if(snapshot.drifts.begin(), snapshot.drifts.end(),
                             [](const Drift& drift) { return drift.state == DifferenceState::Open; }));
}

QString RehearsalController::signSubject(const Snapshot& snapshot)
{
    return rehearsalSubject(snapshot);
}

bool RehearsalController::isSigned(const Snapshot& snapshot, PersonRole role)
{
    const QString subject = signSubject(snapshot);
    return !subject.isEmpty() && approvalFor(snapshot, u"rehearsal"_s, role, subject);
}

QString RehearsalController::whyNotRehearse(const Snapshot& snapshot, const text::Phrasebook& words)
{
    if (!snapshot.serverOf(ServerRole::Test))
        return tr("Add a test environment first.");
    const MigrationState state = snapshot.project.state;
    if (state != MigrationState::Preparing && state != MigrationState::RolledBack)
        return tr("The cutover has begun: there is nothing to rehearse any more.");
    const Runbook runbook = buildRunbook(snapshot);
    return runbook.problems.empty() ? QString() : words.say(runbook.problems.front());
}

QList<Row> RehearsalController::scenarioRows(const Snapshot& snapshot, const QDateTime& now,
                                             const text::Phrasebook& words)
{
    QList<Row> rows;
    for (const Scenario& scenario : snapshot.scenarios) {
        Cell name = Cell::plain(scenarioName(scenario, words));
        name.second = words.word(scenario.kind);
        Cell required = scenario.required ? Cell::plain(tr("Required")) : Cell::mutedText(tr("Optional"));
        Cell state = Cell::state(lookOf(scenario.state), words.word(scenario.state));
        state.second = scenario.ranAt.isValid() ? parts::moment(scenario.ranAt, now, words) : QString();
        const Cell time = scenario.state == ScenarioState::NotRun
                              ? Cell::number(u"–"_s, -1)
                              : Cell::number(words.duration(scenario.tookMs), scenario.tookMs);
        rows.append({u"scenario"_s, scenario.id, {name, required, state, time}});
    }
    return rows;
}

QList<Row> RehearsalController::stepRows(const Snapshot& snapshot, const text::Phrasebook& words)
{
    QList<Row> rows;
    const Run* run = newestRun(snapshot);
    if (!run)
        return rows;
    for (const RunStep* step : snapshot.stepsOf(run->id)) {
        const qint64 ms = took(*step);
        Cell time = ms >= 0 ? Cell::number(parts::clock(ms, words), ms) : Cell::number(u"–"_s, -1);
        Cell name = Cell::plain(words.say(stepTitle(step->code, step->subject, step->params)));
        Cell state = Cell::state(lookOf(step->state), words.word(step->state));
        if (step->state == StepState::Running)
            time.bold = name.bold = true;
        rows.append({u"step"_s,
                     step->id,
                     {Cell::number(words.number(step->number), step->number), name,
                      Cell::number(parts::clock(step->plannedMs, words), step->plannedMs), time, state}});
    }
    return rows;
}

QList<Row> RehearsalController::driftRows(const Snapshot& snapshot, const text::Phrasebook& words)
{
    QList<Row> rows;
    for (const Drift& drift : snapshot.drifts) {
        const bool open = drift.state == DifferenceState::Open;
        Cell text = Cell::plain(words.say(drift.code, withName(drift.params, drift.subject)));
        text.muted = !open;
        const QString asset = parts::assetName(snapshot, drift.asset);
        const QString word = words.say("difference-state."_L1 + enumName(drift.state));
        Cell state = Cell::state(open ? Look::ToFix : Look::Passed, word);
        state.sort = int(drift.state);
        rows.append({u"drift"_s, drift.id, {text, asset.isEmpty() ? parts::none(u"–"_s) : Cell::plain(asset), state}});
    }
    return rows;
}

Details RehearsalController::scenarioDetails(const Snapshot& snapshot, Id id, const QDateTime& now, const QString& off,
                                             const text::Phrasebook& words)
{
    Details details;
    const Scenario* scenario = findById(snapshot.scenarios, id);
    if (!scenario)
        return details;
    details.title = scenarioName(*scenario, words);
    details.subtitle =
        tr("%1: %2", "kind, what is looked at").arg(words.word(scenario->kind), probeWord(scenario->probe));
    const auto lock = [&off](Fact& fact) {
        fact.enabled = off.isEmpty();
        fact.reason = off;
    };
    lock(details.line(tr("Name"), u"name"_s, details.title));
    lock(details.choice(tr("Kind"), u"kind"_s, enumName(scenario->kind), kindChoices(words)));
    lock(details.check(tr("Required"), u"required"_s, scenario->required));
    const QString asset = parts::assetName(snapshot, scenario->params.value("asset"_L1).toInteger());
    if (!asset.isEmpty())
        details.fact(tr("Asset"), asset);
    details.section(tr("Last result"));
    if (scenario->state == ScenarioState::NotRun)
        details.caption(tr("It has not been run yet. It runs on the test environment, after the rehearsal."));
    else
        details.finding(lookOf(scenario->state), words.word(scenario->state), parts::sayJson(scenario->outcome, words));
    if (scenario->ranAt.isValid())
        details.caption(
            tr("%1, in %2").arg(parts::moment(scenario->ranAt, now, words), words.duration(scenario->tookMs)));
    const QString remedy =
        words.remedy(scenario->outcome.value("code"_L1).toString(), scenario->outcome.value("params"_L1).toObject());
    if (scenario->state == ScenarioState::Failed && !remedy.isEmpty()) {
        details.section(tr("What to do"));
        details.paragraph(remedy);
    }
    details.section({});
    const QString none = snapshot.serverOf(ServerRole::Test) ? QString() : tr("Add a test environment first.");
    details.buttons({{u"run-scenario"_s, tr("Run this scenario"), ButtonRole::Plain, off.isEmpty() ? none : off, {}},
                     {u"remove-scenario"_s, tr("Remove…"), ButtonRole::Plain, off, {}}});
    return details;
}

Details RehearsalController::runDetails(const Snapshot& snapshot, Id stepId, const QDateTime& now,
                                        const text::Phrasebook& words)
{
    Details details;
    const Run* run = newestRun(snapshot);
    if (!run)
        return details;
    details.title = tr("Rehearsal: %1", "when").arg(parts::moment(run->startedAt, now, words));
    details.subtitle = words.word(run->state);
    if (run->endedAt.isValid())
        details.fact(tr("It took"), words.duration(run->startedAt.msecsTo(run->endedAt)));
    const Timings timings = measuredTimings(snapshot, buildRunbook(snapshot));
    if (timings.rollbackMeasured)
        details.fact(tr("The way back"), words.duration(timings.rollbackMs));
    if (timings.rehearsals > 0)
        details.fact(tr("Measured over"), tr("%n rehearsal(s)", "", timings.rehearsals));
    if (!run->error.value("code"_L1).toString().isEmpty()) {
        details.section(tr("What went wrong"));
        details.finding(Look::Failed, words.word(run->state), parts::sayError(run->error, words));
        details.technical = parts::detailOf(run->error);
    }
    for (const RunStep* step : snapshot.stepsOf(run->id)) {
        if (step->id != stepId)
            continue;
        details.section(words.say(stepTitle(step->code, step->subject, step->params)));
        for (const QJsonValue& value : step->proof) {
            const QJsonObject proof = value.toObject();
            details.checkLine(proof.value("ok"_L1).toBool() ? Look::Passed : Look::Failed,
                              parts::sayJson(proof, words));
            ExportList::addButton(details, proof.value("code"_L1).toString(), proof.value("params"_L1).toObject());
        }
        if (!step->error.isEmpty())
            details.finding(Look::Failed, words.word(step->state), parts::sayError(step->error, words));
        if (step->proof.isEmpty() && step->error.isEmpty())
            details.caption(tr("No proof yet."));
        details.caption(tr("Undone by: %1").arg(words.say(stepUndo(step->code, step->subject, step->params))));
    }
    details.section(tr("Signatures"));
    const QString subject = signSubject(snapshot);
    for (PersonRole role : {PersonRole::It, PersonRole::Business}) {
        const Approval* approval = subject.isEmpty() ? nullptr : approvalFor(snapshot, u"rehearsal"_s, role, subject);
        details.checkLine(approval ? Look::Passed : Look::Waiting, words.word(role),
                          approval ? tr("%1, %2", "person, date").arg(approval->person, words.shortDate(approval->at))
                                   : tr("waiting"));
    }
    return details;
}

Details RehearsalController::driftDetails(const Snapshot& snapshot, Id id, const QString& off,
                                          const text::Phrasebook& words)
{
    Details details;
    const Drift* drift = findById(snapshot.drifts, id);
    if (!drift)
        return details;
    const QJsonObject params = withName(drift->params, drift->subject);
    const QString asset = parts::assetName(snapshot, drift->asset);
    details.title = asset.isEmpty() ? drift->subject : asset;
    details.subtitle = tr("Difference between the test environment and production");
    details.section({});
    const bool open = drift->state == DifferenceState::Open;
    details.finding(open ? Look::ToFix : Look::Passed, words.say("difference-state."_L1 + enumName(drift->state)),
                    words.say(drift->code, params));
    const QString remedy = words.remedy(drift->code, params);
    if (!remedy.isEmpty()) {
        details.section(tr("What to do"));
        details.paragraph(remedy);
    }
    QStringList examples;
    for (const QJsonValue& value : drift->params.value("examples"_L1).toArray())
        examples.append(value.toString());
    if (!examples.isEmpty()) {
        details.section(tr("For example"));
        for (const QString& example : examples.mid(0, 8))
            details.fixedText(example);
    }
    details.section(tr("Decision"));
    if (!drift->by.isEmpty())
        details.paragraph(tr("%1: %2", "person, reason").arg(drift->by, drift->why));
    if (open)
        details.buttons({{u"accept-drift"_s, tr("Accept with a reason…"), ButtonRole::Plain, off, {}}});
    else if (drift->state == DifferenceState::Accepted)
        details.caption(tr("Accepted differences stay on the list."));
    return details;
}

// ---------------------------------------------------------------- intents

void RehearsalController::rehearse()
{
    m_context.startJob(std::make_unique<RehearseJob>());
}

void RehearsalController::runScenarios(Id one)
{
    m_context.startJob(std::make_unique<ScenarioRunJob>(one ? std::vector<Id>{one} : std::vector<Id>{}));
}

void RehearsalController::measureDrift()
{
    m_context.startJob(std::make_unique<DriftJob>());
}

void RehearsalController::sign(const QString& person, PersonRole role)
{
    const QString subject = signSubject(*m_context.snapshot());
    m_context.setLastPerson(person);
    m_context.write([person, role, subject](StoreTx& tx) -> Result<void> {
        if (auto id = approve(tx, u"rehearsal"_s, person, role, subject); !id)
            return id.error();
        return {};
    });
}

void RehearsalController::decideDrift(Id drift, DifferenceState state, const QString& by, const QString& why)
{
    m_context.write([=](StoreTx& tx) { return bascule::decideDrift(tx, drift, state, by, why); });
}

void RehearsalController::proposeScenarios()
{
    const std::vector<Scenario> proposed = bascule::proposeScenarios(*m_context.snapshot());
    m_context.write([proposed](StoreTx& tx) -> Result<void> {
        for (const Scenario& scenario : proposed) {
            if (auto id = setScenario(tx, scenario); !id)
                return id.error();
        }
        return {};
    });
}

void RehearsalController::saveScenario(const Scenario& scenario)
{
    m_context.write([scenario](StoreTx& tx) -> Result<void> {
        if (auto id = setScenario(tx, scenario); !id)
            return id.error();
        return {};
    });
}

void RehearsalController::editScenario(Id id, const QString& field, const QString& value)
{
    const Scenario* scenario = findById(m_context.snapshot()->scenarios, id);
    if (!scenario)
        return;
    Scenario changed = *scenario;
    if (field == "name"_L1) {
        if (value == scenarioName(*scenario, m_context.text()))
            return;
        changed.name = value;
    } else if (field == "kind"_L1) {
        enumFrom(value, changed.kind);
    } else if (field == "required"_L1) {
        changed.required = value == "yes"_L1;
    }
    saveScenario(changed);
}

void RehearsalController::removeScenario(Id scenario)
{
    m_context.write([scenario](StoreTx& tx) { return bascule::removeScenario(tx, scenario); });
}

} // namespace bascule::ui
