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

QString span(const QDateTime& low, const QDateTime& high, const text::Phrasebook& words)
{
    const QString from = words.time(low), to = words.time(high);
    return from == to ? from : CutoverController::tr("%1 to %2", "time, time").arg(from, to);
}

} // namespace

QString CutoverController::serverWord(const CutoverView& view, const QString& servers)
{
    if (servers == "source"_L1)
        return view.oldServerName;
    if (servers == "target"_L1)
        return view.newServerName;
    return tr("both", "servers");
}

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
                                  ? parts::moment(view.decideUntil, now, words)
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
        Cell took = step.tookMs > 0 || step.endedAt.isValid()
                        ? Cell::number(parts::clock(step.tookMs, words), step.tookMs)
                        : Cell::number(u"–"_s, -1);
        took.bold = now;
        Cell planned = Cell::number(step.plannedMs > 0 ? parts::clock(step.plannedMs, words) : u"–"_s, step.plannedMs);
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
