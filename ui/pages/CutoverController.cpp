// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/CutoverController.h"

#include "core/planning/Plan.h"

using namespace Qt::StringLiterals;

namespace bascule::ui {

namespace {

double seconds(qint64 ms)
{
    return double(ms) / 1000;
}

QString serverWord(const CutoverView& view, const QString& servers)
{
    if (servers == "source"_L1)
        return view.oldServerName;
    if (servers == "target"_L1)
        return view.newServerName;
    return CutoverController::tr("both", "servers");
}

QString span(const QDateTime& low, const QDateTime& high, const text::Phrasebook& words)
{
    const QString from = words.time(low), to = words.time(high);
    return from == to ? from : CutoverController::tr("%1 to %2", "time, time").arg(from, to);
}

} // namespace

CutoverController::Stage CutoverController::stage(const Snapshot& snapshot, bool jobRuns, bool rollbackRuns)
{
    if (rollbackRuns || openRollback(snapshot))
        return rollbackRuns ? Stage::GoingBack : Stage::Interrupted;
    if (jobRuns)
        return openCutover(snapshot) ? Stage::Running : Stage::Waiting;
    if (openCutover(snapshot))
        return Stage::Interrupted;
    switch (snapshot.project.state) {
    case MigrationState::CutOver:
        return Stage::CutOver;
    case MigrationState::Committed:
        return Stage::Committed;
    default:
        return Stage::Plan;
    }
}

QList<Figure> CutoverController::figures(const CutoverView& view, Stage stage, const QDateTime& now,
                                         const text::Phrasebook& words)
{
    Figure end{tr("Ends about"), u"–"_s, {}, {}, Token::Text};
    if (stage == Stage::CutOver || stage == Stage::Committed) {
        end.caption = tr("Users on the new server since");
        end.value = view.endedAt.isValid() ? words.time(view.endedAt) : u"–"_s;
        end.fact =
            view.endedAt.isValid() && view.startedAt.isValid()
                ? tr("%1, after %2").arg(words.date(view.endedAt), words.duration(view.startedAt.msecsTo(view.endedAt)))
                : QString();
    } else if (view.endsHigh.isValid()) {
        end.value = words.time(view.endsHigh);
        const QString when = span(view.endsLow.isValid() ? view.endsLow : view.endsHigh, view.endsHigh, words);
        end.fact = view.windowEnd.isValid()
                       ? (view.spareMs >= 0 ? tr("%1, with %2 to spare").arg(when, words.duration(view.spareMs))
                                            : tr("%1, %2 after the window").arg(when, words.duration(-view.spareMs)))
                       : when;
        if (view.spareMs < 0)
            end.tone = Token::Warn;
    } else {
        end.fact = tr("not known before a rehearsal");
    }
    if (stage == Stage::Plan && view.windowStart.isValid()) {
        end.caption = tr("Begins");
        end.fact = view.endsHigh.isValid()
                       ? tr("%1, ends about %2").arg(words.weekdayDate(view.windowStart), words.time(view.endsHigh))
                       : words.weekdayDate(view.windowStart);
        end.value = words.time(view.windowStart);
    }

    Figure decide{tr("Time left to decide on a rollback"), u"–"_s, {}, {}, Token::Text};
    const QString takes =
        view.rollbackMeasured && view.drilledAt.isValid()
            ? tr("it takes %1, rehearsed on %2").arg(words.duration(view.rollbackMs), words.shortDate(view.drilledAt))
        : view.rollbackMs > 0 ? tr("it takes about %1").arg(words.duration(view.rollbackMs))
                              : tr("it has not been rehearsed");
    if (stage == Stage::Committed) {
        decide.value = tr("None");
        decide.fact = tr("the old server is released");
    } else if (stage == Stage::Plan || stage == Stage::Waiting) {
        decide.caption = tr("Last moment to go back");
        decide.value = view.lastMoment.isValid() ? words.time(view.lastMoment) : u"–"_s;
        decide.fact = takes;
    } else if (view.decideUntil.isValid()) {
        decide.value = words.duration(std::max<qint64>(0, view.timeLeftToDecideMs));
        const QString until = stage == Stage::CutOver || view.decideUntil > now.addDays(1)
                                  ? words.dateTime(view.decideUntil)
                                  : words.time(view.decideUntil);
        decide.fact = tr("until %1; %2").arg(until, takes);
        if (view.timeLeftToDecideMs < 10 * 60 * 1000)
            decide.tone = Token::Warn;
    } else {
        decide.fact = takes;
    }

    Figure old{tr("Old server %1").arg(view.oldServerName), {}, {}, {}, Token::Text};
    switch (view.oldServer) {
    case OldServer::InUse:
        old.value = tr("In use");
        old.fact = tr("it is only read until the freeze");
        break;
    case OldServer::Frozen:
        old.value = tr("Frozen");
        old.icon = u"lock"_s;
        old.fact = view.writeSeen ? tr("since %1, but somebody wrote on it").arg(words.time(view.frozenSince))
                                  : tr("since %1, no write seen, data untouched").arg(words.time(view.frozenSince));
        if (view.writeSeen)
            old.tone = Token::Bad;
        break;
    case OldServer::Released:
        old.value = tr("Released");
        old.fact = tr("nothing on it is needed any more");
        break;
    }
    return {end, decide, old};
}

FitModel CutoverController::bar(const CutoverView& view, Stage stage, const QDateTime& now,
                                const text::Phrasebook& words)
{
    FitModel model;
    model.thin = true;
    const bool begun = view.run != 0 && view.startedAt.isValid() && stage != Stage::Plan && stage != Stage::Waiting;
    const QDateTime begin = begun ? view.startedAt : view.windowStart;
    const QDateTime expected = view.endedAt.isValid() && begun ? view.endedAt : view.endsHigh;
    if (!begin.isValid() || !expected.isValid() || expected <= begin)
        return model;
    const bool inWindow = view.windowEnd.isValid() && begin >= view.windowStart.addSecs(-60) && begin < view.windowEnd;
    const QDateTime last = inWindow && view.lastMoment.isValid() ? view.lastMoment : expected;
    const QDateTime end = inWindow ? std::max(view.windowEnd, expected) : expected.addMSecs(view.rollbackMs);
    const QDateTime reached = !begun ? begin : view.endedAt.isValid() ? view.endedAt : std::clamp(now, begin, expected);

    const double done = seconds(begin.msecsTo(reached));
    const double left = seconds(reached.msecsTo(expected));
    const double whole = seconds(begin.msecsTo(end));
    const double back = std::max(0.0, seconds(std::max(expected, last).msecsTo(end)));
    if (done > 0)
        model.segments.append({FitSegment::Kind::Done, done, {}});
    if (left > 0)
        model.segments.append({FitSegment::Kind::Expected, left, {}});
    const double margin = whole - done - left - back;
    if (margin > 0)
        model.segments.append({FitSegment::Kind::Margin, margin, {}});
    if (back > 0)
        model.segments.append({FitSegment::Kind::Rollback, back, {}});

    using Side = FitMark::Side;
    model.marks.append({0, words.time(begin), {}, false, false, Token::Muted, Side::Right});
    if (begun && !view.endedAt.isValid())
        model.marks.append({done, tr("now %1").arg(words.time(now)), {}, true, true, Token::Text, Side::Centre});
    const QString endWords = view.endedAt.isValid() && begun ? tr("%1 ended").arg(words.time(expected))
                                                             : tr("%1 end expected").arg(words.time(expected));
    model.marks.append({done + left, endWords, {}, false, false, Token::Text, Side::Centre});
    if (back > 0 && inWindow)
        model.marks.append({whole - back,
                            tr("%1 last moment to roll back").arg(words.time(last)),
                            {},
                            false,
                            true,
                            Token::Warn,
                            Side::Centre});
    model.marks.append({whole, words.time(end), {}, false, false, Token::Muted, Side::Left});
    QStringList said;
    for (const FitMark& mark : model.marks)
        said.append(mark.text);
    model.accessible = said.join(u", "_s);
    return model;
}

QList<Row> CutoverController::stepRows(const CutoverView& view, const text::Phrasebook& words)
{
    QList<Row> rows;
    for (const StepView& step : view.steps) {
        const bool now = step.state == StepState::Running;
        Cell name = Cell::plain(words.say(step.title));
        name.bold = now;
        Cell took = step.tookMs > 0 || step.endedAt.isValid() ? Cell::number(words.clock(step.tookMs), step.tookMs)
                                                              : Cell::number(u"–"_s, -1);
        took.bold = now;
        Cell planned = Cell::number(step.plannedMs > 0 ? words.clock(step.plannedMs) : u"–"_s, step.plannedMs);
        planned.muted = !step.measured;
        QString word = words.word(step.state);
        if (step.state == StepState::Verified && step.endedAt.isValid())
            word = tr("Verified %1", "time").arg(words.time(step.endedAt));
        Cell state = Cell::state(lookOf(step.state), word);
        rows.append({u"step"_s,
                     step.number,
                     {Cell::number(words.number(step.number), step.number), name,
                      Cell::plain(serverWord(view, step.servers)), planned, took, state}});
    }
    return rows;
}

bool CutoverController::isGo(const GoCondition& condition)
{
    return condition.item.code.startsWith("cutover.condition-go"_L1);
}

bool CutoverController::goGiven(const std::vector<GoCondition>& conditions)
{
    bool any = false;
    for (const GoCondition& condition : conditions) {
        if (!isGo(condition))
            continue;
        any = true;
        if (!condition.met)
            return false;
    }
    return any;
}

int CutoverController::unmet(const std::vector<GoCondition>& conditions)
{
    return int(std::count_if(conditions.begin(), conditions.end(),
                             [](const GoCondition& one) { return !one.met && !isGo(one); }));
}

std::optional<Step> CutoverController::stepOf(const GoCondition& condition)
{
    Step step = Step::Inventory;
    // Its param is the code of the managers' row: "row.inventory.title".
    if (enumFrom(condition.item.params.value("step"_L1).toString().section(u'.', 1, 1), step))
        return step;
    return {};
}

QList<Row> CutoverController::conditionRows(const std::vector<GoCondition>& conditions, const text::Phrasebook& words)
{
    QList<Row> rows;
    qint64 number = 0;
    for (const GoCondition& condition : conditions) {
        Cell state = condition.met ? Cell::state(Look::Passed, tr("Holds"))
                                   : Cell::state(isGo(condition) ? Look::Waiting : Look::Blocked, tr("Missing"));
        rows.append({u"condition"_s, ++number, {state, Cell::plain(words.say(condition.item))}});
    }
    return rows;
}

QList<Condition> CutoverController::goConditions(const std::vector<GoCondition>& conditions,
                                                 const text::Phrasebook& words)
{
    QList<Condition> result;
    for (const GoCondition& condition : conditions) {
        if (isGo(condition))
            continue;
        result.append({condition.met ? Look::Passed : Look::Blocked, words.say(condition.item), {}, condition.met});
    }
    return result;
}

Details CutoverController::conditionDetails(const Snapshot& snapshot, const GoCondition& condition, const QString& off,
                                            const text::Phrasebook& words)
{
    Details details;
    details.title = condition.met ? tr("Holds") : tr("Still missing");
    details.subtitle = tr("Condition of the go");
    details.section({});
    details.finding(condition.met ? Look::Passed : Look::Blocked, {}, words.say(condition.item));
    const std::optional<Step> step = stepOf(condition);
    if (!condition.met && !isGo(condition) && condition.item.target.page != PageId::Cutover)
        details.link(tr("Settle it: %1").arg(words.pageTitle(condition.item.target.page)), condition.item.target);
    if (isGo(condition))
        details.caption(tr("The go is given by name, once everything else holds."));
    if (!step)
        return details;
    for (const Waiver& waiver : snapshot.waivers) {
        if (waiver.step != enumName(*step))
            continue;
        details.section(tr("Waived"));
        details.finding(Look::Waived, tr("By %1, %2").arg(waiver.person, words.date(waiver.at)), waiver.why);
    }
    if (!condition.met) {
        details.section({});
        details.buttons({{u"waive:"_s + enumName(*step), tr("Waive this checkpoint…"), ButtonRole::Plain, off, {}}});
        details.caption(tr("A waiver carries a name and a reason and is shown for ever."));
    }
    return details;
}

Details CutoverController::stepDetails(const CutoverView& view, int number, const ProgressSnapshot* progress,
                                       const text::Phrasebook& words)
{
    Details details;
    for (const StepView& step : view.steps) {
        if (step.number != number)
            continue;
        details.title = tr("%1. %2", "number, step").arg(words.number(step.number), words.say(step.title));
        details.subtitle = step.servers == "both"_L1 ? tr("From %1 to %2").arg(view.oldServerName, view.newServerName)
                                                     : tr("On %1").arg(serverWord(view, step.servers));
        if (step.state == StepState::Running && progress) {
            details.section({});
            QStringList said;
            if (!progress->phase.code.isEmpty())
                said.append(words.say(progress->phase));
            if (progress->bytesTotal > 0)
                said.append(tr("%1 of %2").arg(words.bytes(progress->bytesDone), words.bytes(progress->bytesTotal)));
            if (progress->fraction >= 0)
                said.append(words.eta(progress->etaLow, progress->etaHigh));
            details.progress(progress->fraction, said.join(u", "_s));
        }
        if (!step.error.isEmpty()) {
            details.section({});
            details.finding(Look::Failed, words.word(step.state), parts::sayError(step.error, words));
            details.technical = parts::detailOf(step.error);
        }
        if (!step.proof.empty()) {
            details.section(tr("Proof"));
            for (std::size_t i = 0; i < step.proof.size(); ++i) {
                const bool good = i >= step.proofOk.size() || step.proofOk[i];
                details.checkLine(good ? Look::Passed : Look::Failed, words.say(step.proof[i]));
            }
        }
        if (step.state == StepState::Waiting || step.proof.empty()) {
            details.section(tr("What is done"));
            for (const Item& action : step.actions)
                details.checkLine(Look::None, words.say(action));
            if (step.actions.empty())
                details.caption(tr("The checks of this step only."));
        }
        if (step.state == StepState::Running)
            details.caption(tr("If something differs, the step stops here and nothing has been switched."));
        details.section(tr("How this step is undone"));
        details.paragraph(words.say(step.undo));
    }
    return details;
}

StripState CutoverController::strip(const Snapshot& snapshot, const CutoverView& view, Stage stage,
                                    const std::vector<GoCondition>& conditions, const text::Phrasebook& words)
{
    StripState state;
    const Target record{PageId::Cutover, u"conditions"_s, 0};
    const QString decision =
        view.decision.code.isEmpty() ? tr("No decision is needed from you now.") : words.say(view.decision);
    switch (stage) {
    case Stage::Plan: {
        state.name = tr("Conditions of the go");
        const int missing = unmet(conditions);
        state.look = missing > 0 ? Look::Blocked : goGiven(conditions) ? Look::Passed : Look::InProgress;
        state.tail = missing > 0 ? tr("– still missing:") : tr("– all %n hold(s)", "", int(conditions.size()));
        for (const GoCondition& condition : conditions) {
            if (!condition.met && (missing == 0 || !isGo(condition)))
                state.items.append({words.say(condition.item), condition.item.target});
        }
        if (state.items.isEmpty())
            state.items = {{decision, {}}};
        break;
    }
    case Stage::Waiting:
        state.look = Look::Waiting;
        state.name = tr("Waiting for the window");
        state.tail = tr("– it begins at %1").arg(words.dateTime(view.windowStart));
        state.items = {{tr("See the go/no-go record"), record}, {decision, {}}};
        break;
    case Stage::Running:
    case Stage::GoingBack:
    case Stage::Interrupted: {
        const int step = view.current >= 0 ? view.current + 1 : view.done;
        state.look = stage == Stage::Interrupted ? Look::Blocked : Look::InProgress;
        if (stage == Stage::Interrupted)
            state.word = view.halted ? tr("Stopped") : tr("Interrupted");
        else if (view.undoing || stage == Stage::GoingBack)
            state.word = tr("Going back");
        else if (view.paused)
            state.word = tr("Paused");
        state.name = tr("Step %1 of %2").arg(step).arg(view.steps.size());
        if (!view.goGivenBy.isEmpty() && view.kind == RunKind::Cutover)
            state.tail = tr("– go given at %1 by %2").arg(words.time(view.goGivenAt), words.list(view.goGivenBy));
        state.items = {{tr("See the go/no-go record"), record}, {decision, {}}};
        break;
    }
    case Stage::CutOver: {
        state.look = Look::Passed;
        state.name = tr("Users are on the new server");
        state.tail = tr("– rollback possible until %1").arg(words.dateTime(view.decideUntil));
        state.items = {{tr("See the go/no-go record"), record},
                       {tr("Watch the new server"), Target{PageId::Monitoring, {}, 0}},
                       {decision, {}}};
        break;
    }
    case Stage::Committed:
        state.look = Look::Passed;
        state.name = tr("The migration is committed");
        state.items = {{tr("Watch the new server"), Target{PageId::Monitoring, {}, 0}}};
        break;
    }
    Q_UNUSED(snapshot)
    return state;
}

QList<Condition> CutoverController::rollbackFacts(const CutoverView& view, const RollbackClock& clock,
                                                  const QJsonObject& preview, const text::Phrasebook& words)
{
    QList<Condition> facts;
    facts.append({Look::Note,
                  tr("Users go back to %1; %2 is frozen meanwhile.").arg(view.oldServerName, view.newServerName),
                  {},
                  true});
    const qint64 takes = clock.takesMs > 0 ? clock.takesMs : view.rollbackMs;
    facts.append({clock.measured || view.rollbackMeasured ? Look::Passed : Look::Note,
                  clock.measured || view.rollbackMeasured
                      ? tr("It takes about %1, as rehearsed.").arg(words.duration(takes))
                      : tr("How long it takes was not rehearsed."),
                  {},
                  true});
    if (preview.isEmpty()) {
        facts.append({Look::Waiting, tr("Looking for what users wrote on %1…").arg(view.newServerName), {}, true});
    } else {
        const auto count = [&preview](const char* key) { return preview.value(QLatin1String(key)).toInteger(); };
        const qint64 files = count("created") + count("changed") + count("deleted");
        const qint64 databases = preview.value("databases"_L1).isArray()
                                     ? preview.value("databases"_L1).toArray().size()
                                     : count("databases");
        if (files == 0 && databases == 0)
            facts.append({Look::Passed, tr("Users wrote nothing on %1 meanwhile.").arg(view.newServerName), {}, true});
        else
            facts.append({Look::Passed,
                          tr("What users wrote comes back: %1 new, %2 changed, %3 deleted, %4.")
                              .arg(words.number(count("created")), words.number(count("changed")),
                                   words.number(count("deleted")), words.bytes(count("bytes"))),
                          {},
                          true});
        if (databases > 0)
            facts.append(
                {Look::Passed, tr("%n database(s) come(s) back with what was written.", "", int(databases)), {}, true});
        if (count("conflicts") > 0)
            facts.append({Look::ToFix,
                          tr("%n file(s) changed on both servers: the new one comes back, the other is kept aside.", "",
                             int(count("conflicts"))),
                          {},
                          true});
    }
    if (clock.until.isValid())
        facts.append({Look::Note, tr("Possible until %1.").arg(words.dateTime(clock.until)), {}, true});
    return facts;
}

QString CutoverController::messageMoment(Stage stage)
{
    switch (stage) {
    case Stage::Plan:
    case Stage::Waiting:
        return u"before"_s;
    case Stage::Running:
    case Stage::Interrupted:
        return u"start"_s;
    case Stage::GoingBack:
        return u"rollback"_s;
    default:
        return u"end"_s;
    }
}

// ---------------------------------------------------------------- intents

void CutoverController::presync()
{
    m_context.startJob(std::make_unique<PresyncJob>());
}

void CutoverController::giveGo(const QString& it, const QString& management)
{
    const SnapshotPtr snapshot = m_context.snapshot();
    const QString subject = approvalSubject(*snapshot, u"go"_s, buildRunbook(*snapshot));
    const auto conditions = cutoverConditions(*snapshot, m_context.now());
    const QJsonObject data{{u"conditions"_s, qint64(conditions.size())}};
    m_context.setLastPerson(it);
    m_context.write([=](StoreTx& tx) -> Result<void> {
        if (auto id = approve(tx, u"go"_s, it, PersonRole::It, subject, data); !id)
            return id.error();
        if (auto id = approve(tx, u"go"_s, management, PersonRole::Management, subject, data); !id)
            return id.error();
        return {};
    });
}

void CutoverController::start(bool atWindow, bool force)
{
    auto job = std::make_unique<CutoverJob>(CutoverOptions{atWindow, force});
    m_pause = job->pauseSwitch();
    m_context.startJob(std::move(job));
}

void CutoverController::setPaused(bool paused)
{
    if (m_pause)
        m_pause->setPaused(paused);
}

void CutoverController::stopAndUndo()
{
    if (!m_context.session())
        return;
    JobRunner& runner = m_context.session()->runner();
    for (const JobView& job : runner.active()) {
        if (job.title.code == "job.cutover"_L1)
            runner.cancel(job.id);
    }
}

JobId CutoverController::preview()
{
    return m_context.startJob(std::make_unique<RollbackPreviewJob>());
}

void CutoverController::rollBack(const QString& person)
{
    m_context.setLastPerson(person);
    m_context.startJob(std::make_unique<RollbackJob>());
}

void CutoverController::commit(const QString& person)
{
    m_context.startJob(std::make_unique<CommitJob>(person));
}

void CutoverController::waive(Step step, const QString& person, const QString& why)
{
    m_context.write([=](StoreTx& tx) -> Result<void> {
        if (auto id = bascule::waive(tx, enumName(step), person, why); !id)
            return id.error();
        return {};
    });
}

std::optional<ProgressSnapshot> CutoverController::progressOf(const QString& titleCode) const
{
    if (!m_context.session())
        return {};
    for (const JobView& job : m_context.session()->runner().active()) {
        if (job.title.code == titleCode && job.running)
            return job.progress;
    }
    return {};
}

} // namespace bascule::ui
