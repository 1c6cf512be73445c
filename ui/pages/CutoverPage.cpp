// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/CutoverPage.h"

#include "ui/pages/Ask.h"
#include "ui/pages/ExportList.h"
#include "ui/pages/FormDialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bascule::ui {

namespace {

/// How often the page is drawn anew while work runs; the bar under the rail moves faster.
constexpr qint64 kRedrawMs = 500;

} // namespace

CutoverPage::CutoverPage(AppContext& context, QWidget* parent)
    : PageBase(context, PageId::Cutover, parent)
    , m_controller(context)
{
    m_presync = addButton();
    m_presync->setObjectName(u"presync"_s);
    m_go = addButton();
    m_go->setObjectName(u"go"_s);
    m_start = addButton(u"play"_s);
    m_start->setObjectName(u"start"_s);
    m_pause = addButton(u"pause"_s);
    m_pause->setObjectName(u"pause"_s);
    m_messages = addButton();
    m_messages->setObjectName(u"messages"_s);
    m_commit = addButton();
    m_commit->setObjectName(u"commit"_s);
    m_back = addDanger(u"undo"_s);
    m_back->setObjectName(u"back"_s);

    auto* above = new QWidget(this);
    auto* column = new QVBoxLayout(above);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_figures = new Figures(above);
    m_bar = new FitBar(above);
    column->addWidget(m_figures);
    column->addWidget(m_bar);
    m_list = new ListPanel(this);
    m_steps = m_list->addList({}, RowSize::Middle, false);
    m_conditions = m_list->addList({}, RowSize::Middle, false);
    m_details = new DetailsPanel(this);
    setListAndDetails(above, m_list, m_details);

    connect(m_presync, &QPushButton::clicked, this, [this] { m_controller.presync(); });
    connect(m_go, &QPushButton::clicked, this, &CutoverPage::askGo);
    connect(m_start, &QPushButton::clicked, this, &CutoverPage::askStart);
    connect(m_pause, &QPushButton::clicked, this, [this] {
        m_controller.setPaused(!m_controller.paused());
        updateButtons(*CutoverPage::context().snapshot());
    });
    connect(m_messages, &QPushButton::clicked, this, &CutoverPage::showMessageText);
    connect(m_commit, &QPushButton::clicked, this, &CutoverPage::askCommit);
    connect(m_back, &QPushButton::clicked, this, &CutoverPage::askRollback);
    connect(m_list, &ListPanel::currentChanged, this, [this] { fillDetails(*CutoverPage::context().snapshot()); });
    connect(m_list, &ListPanel::listChanged, this, [this] { fillDetails(*CutoverPage::context().snapshot()); });
    connect(m_details, &DetailsPanel::pressed, this, &CutoverPage::pressed);
    connect(&context, &AppContext::jobFinished, this, [this](JobId id, const Outcome& outcome) {
        if (id != m_preview || !m_rollback)
            return;
        m_found = outcome.facts;
        const SnapshotPtr snapshot = CutoverPage::context().snapshot();
        m_rollback->setFacts(CutoverController::rollbackFacts(
            m_view, rollbackClock(*snapshot, CutoverPage::context().now()), m_found, words()));
    });
}

void CutoverPage::retranslate()
{
    PageBase::retranslate();
    setHeadings(words().pageTitle(PageId::Cutover),
                tr("Each step is checked before the next one starts; nothing is deleted on the old server."));
    m_presync->setText(tr("Copy &most of it now"));
    m_go->setText(tr("&Give the go…"));
    m_messages->setText(tr("Message to &users…"));
    m_commit->setText(tr("&Commit…"));
    m_back->setText(tr("&Roll back…"));
    m_bar->setAccessibleName(tr("The window: done, expected, margin, rollback"));
    m_list->setListName(m_steps, tr("Steps"));
    m_list->setListName(m_conditions, tr("Conditions"));
    m_list->setColumns(m_steps, {{tr("No."), 40, true},
                                 {tr("Step"), 240, false, true},
                                 {tr("Server"), 76},
                                 {tr("Planned"), 64, true},
                                 {tr("Took"), 64, true},
                                 {tr("State"), 138}});
    m_list->setColumns(m_conditions, {{tr("State"), 120}, {tr("Condition"), 400, false, true}});
    m_details->setPlaceholder(tr("Choose a step to see what it does and how it is undone."));
    m_details->setAccessibleName(tr("Details"));
}

void CutoverPage::refresh(const Snapshot& snapshot)
{
    show(snapshot);
    PageBase::refresh(snapshot);
}

void CutoverPage::show(const Snapshot& snapshot)
{
    m_shown.start();
    const QDateTime now = context().now();
    m_view = cutoverView(snapshot, now);
    m_wanted = cutoverConditions(snapshot, now);
    m_stage = CutoverController::stage(snapshot, context().isRunning(u"job.cutover"_s),
                                       context().isRunning(u"job.rollback"_s));
    m_figures->setFigures(CutoverController::figures(m_view, m_stage, now, words()));
    const FitModel bar = CutoverController::bar(m_view, m_stage, now, words());
    m_bar->setVisible(!bar.segments.isEmpty());
    m_bar->setModel(bar);
    m_list->setRows(m_steps, CutoverController::stepRows(m_view, words()));
    m_list->setRows(m_conditions, CutoverController::conditionRows(m_wanted, words()));
    const Runbook runbook = buildRunbook(snapshot);
    const Item problem = runbook.problems.empty() ? Item{} : runbook.problems.front();
    m_list->setEmpty(m_steps, problem.code.isEmpty() ? tr("There is nothing to migrate yet.") : words().say(problem),
                     tr("Go there"), [this, problem] { context().goTo(problem.target); });
    if (m_view.current >= 0 && m_view.current != m_followed && m_stage != Stage::Plan) {
        m_followed = m_view.current;
        m_list->select(u"step"_s, m_view.steps[std::size_t(m_view.current)].number);
    }
    setStrip(CutoverController::strip(snapshot, m_view, m_stage, m_wanted, words()));
    updateButtons(snapshot);
    fillDetails(snapshot);
}

void CutoverPage::updateButtons(const Snapshot& snapshot)
{
    const QString off = parts::whyOff(context());
    const bool plan = m_stage == Stage::Plan;
    const bool running = m_stage == Stage::Running || m_stage == Stage::Waiting;
    const int missing = CutoverController::unmet(m_wanted);
    const bool given = CutoverController::goGiven(m_wanted);
    m_presync->setVisible(plan);
    m_go->setVisible(plan && !given);
    m_start->setVisible((plan && given) || m_stage == Stage::Interrupted);
    m_pause->setVisible(running);
    m_commit->setVisible(m_stage == Stage::CutOver);
    m_start->setText(m_stage == Stage::Interrupted ? tr("Go &on with it") : tr("&Start the cutover…"));
    m_pause->setIconName(m_controller.paused() ? u"play"_s : u"pause"_s);
    m_pause->setText(m_controller.paused() ? tr("Go &on") : tr("&Pause after this step"));

    const Runbook runbook = buildRunbook(snapshot);
    const QString problem = runbook.problems.empty() ? QString() : words().say(runbook.problems.front());
    const QString busy = parts::whyOff(context(), {u"job.presync"_s, u"job.rehearse"_s});
    m_presync->setReason(!busy.isEmpty() ? busy : problem);
    m_go->setReason(!off.isEmpty() ? off : problem);
    m_start->setReason(!off.isEmpty()                  ? off
                       : m_stage == Stage::Interrupted ? QString()
                       : missing > 0                   ? tr("%n condition(s) no longer hold(s).", "", missing)
                                                       : QString());
    m_pause->setReason(m_stage == Stage::Waiting ? tr("Nothing has been begun yet.") : off);
    m_commit->setReason(off);
    const RollbackClock clock = rollbackClock(snapshot, context().now());
    QString why = off;
    if (why.isEmpty() && !running && m_stage != Stage::Interrupted && !clock.possible)
        why = clock.reason.isEmpty() ? tr("Nothing has been cut over.") : words().say(clock.reason);
    if (why.isEmpty() && m_stage == Stage::GoingBack)
        why = tr("The way back is under way.");
    m_back->setReason(why);
    setPrimary(plan && !given && missing == 0 && m_go->isEnabled()  ? m_go
               : m_start->isVisibleTo(this) && m_start->isEnabled() ? m_start
                                                                    : nullptr);
}

void CutoverPage::fillDetails(const Snapshot& snapshot)
{
    const QString kind = m_list->currentKind();
    const Id id = m_list->currentId();
    if (kind == "step"_L1) {
        const auto progress =
            m_controller.progressOf(m_stage == Stage::GoingBack ? u"job.rollback"_s : u"job.cutover"_s);
        m_details->setDetails(
            CutoverController::stepDetails(m_view, int(id), progress ? &*progress : nullptr, words()));
    } else if (kind == "condition"_L1 && id >= 1 && id <= Id(m_wanted.size())) {
        m_details->setDetails(CutoverController::conditionDetails(snapshot, m_wanted[std::size_t(id - 1)],
                                                                  parts::whyOff(context()), words()));
    } else {
        m_details->setDetails({});
    }
}

void CutoverPage::jobsMoved()
{
    const bool running = context().isRunning(u"job.cutover"_s) || context().isRunning(u"job.rollback"_s);
    const bool was = m_stage == Stage::Running || m_stage == Stage::Waiting || m_stage == Stage::GoingBack;
    if (running != was || !m_shown.isValid() || m_shown.elapsed() >= kRedrawMs)
        show(*context().snapshot());
}

NextReason CutoverPage::nextReason() const
{
    switch (m_stage) {
    case Stage::Running:
    case Stage::GoingBack:
        return {false,
                tr("You may close this window: it asks what is running to stop safely, and reopens where it stands."),
                {}};
    case Stage::Waiting:
        return {true, tr("The window must stay open until the cutover begins; the command line can wait for you."), {}};
    case Stage::Interrupted:
        return {false, tr("The cutover was interrupted: go on with it, or go back."), [this] { m_start->setFocus(); }};
    case Stage::Plan:
        return {true, tr("The baseline of the monitoring is measured before the cutover."), {}};
    default:
        return {};
    }
}

void CutoverPage::focusItem(const QString& kind, Id id)
{
    if (kind == "step"_L1 && id > 0) {
        m_list->select(kind, id);
    } else if (kind == "conditions"_L1 || kind == "condition"_L1) {
        m_list->setCurrentList(m_conditions);
        m_list->selectFirst();
    } else if (kind == "give-go"_L1 && m_go->isVisibleTo(this) && m_go->isEnabled()) {
        askGo();
    } else if (kind == "rollback"_L1 && m_back->isEnabled()) {
        askRollback();
    }
}

void CutoverPage::askGo()
{
    const SnapshotPtr snapshot = context().snapshot();
    auto* dialog = new GoNoGoDialog(this);
    dialog->setSentence(tr("Give the go for the cutover"));
    dialog->setBody(tr("It holds for exactly this runbook. If the runbook changes, it must be given again."));
    dialog->setConditions(CutoverController::goConditions(m_wanted, words()));
    dialog->askNames(tr("For IT"), parts::peopleOf(*snapshot, PersonRole::It), tr("For management"),
                     parts::peopleOf(*snapshot, PersonRole::Management));
    dialog->setVerb(tr("Give the go"));
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { m_controller.giveGo(dialog->itName(), dialog->businessName()); });
    dialog->open();
}

void CutoverPage::askStart()
{
    if (m_stage == Stage::Interrupted) {
        openRollback(*context().snapshot()) ? m_controller.rollBack(context().lastPerson())
                                            : m_controller.start(false, false);
        return;
    }
    const QDateTime now = context().now();
    const bool inside = m_view.windowStart.isValid() && now >= m_view.windowStart && now < m_view.windowEnd;
    auto* form = new FormDialog(
        this, tr("Start the cutover"),
        tr("Users cannot work from the freeze on until they are opened on %1. Until then it can be stopped, and "
           "everything done so far is undone.")
            .arg(m_view.newServerName),
        tr("Start the cutover"));
    FormField when{FormField::Kind::Choice, u"when"_s, tr("When"), inside ? u"now"_s : u"window"_s};
    if (inside)
        when.choices = {{u"now"_s, tr("Now, in the chosen window")}};
    else
        when.choices = {{u"window"_s, tr("When the window begins: %1").arg(words().dateTime(m_view.windowStart))},
                        {u"force"_s, tr("Now, outside the chosen window")}};
    form->add(when);
    form->setExplanation([](const FormValues& values) {
        const QString chosen = values.value(u"when"_s);
        if (chosen == "force"_L1)
            return tr("The evidence ledger notes that it was started outside the window.");
        if (chosen == "window"_L1)
            return tr("This window of the program must stay open until then.");
        return QString();
    });
    form->ask([this](const FormValues& values) {
        const QString chosen = values.value(u"when"_s);
        m_followed = -1;
        m_controller.start(chosen == "window"_L1, chosen == "force"_L1);
    });
}

void CutoverPage::showMessageText()
{
    const QString moment = CutoverController::messageMoment(m_stage);
    QString text;
    for (const Message& message : context().snapshot()->messages) {
        if (message.moment == moment)
            text = message.text;
    }
    if (text.isEmpty()) {
        message()->showMessage(Look::Note, tr("No message is written for this moment."),
                               tr("Messages are written on the Planning page."));
        return;
    }
    auto* form =
        new FormDialog(this, tr("Message to users"),
                       tr("Bascule sends nothing: copy it and send it by your usual means."), tr("Copy the text"));
    form->add({FormField::Kind::Text, u"text"_s, tr("Text"), text});
    form->ask([](const FormValues& values) { QGuiApplication::clipboard()->setText(values.value(u"text"_s)); });
}

void CutoverPage::askRollback()
{
    const SnapshotPtr snapshot = context().snapshot();
    const QString old = m_view.oldServerName;
    auto* dialog = new RollbackDialog(this);
    m_rollback = dialog;
    m_found = {};
    const RollbackClock clock = rollbackClock(*snapshot, context().now());
    if (m_stage == Stage::Running || m_stage == Stage::Waiting) {
        dialog->setSentence(tr("Stop the cutover and go back to %1").arg(old));
        dialog->setFacts(
            {{Look::Note, tr("The step at hand is stopped, and every step done so far is undone."), {}, true},
             {Look::Passed, tr("Nothing was deleted on %1; users go on there.").arg(old), {}, true},
             {Look::Note, tr("Once users are on the new server it is brought to its end instead."), {}, true}});
    } else {
        dialog->setSentence(tr("Go back to %1").arg(old));
        dialog->setFacts(CutoverController::rollbackFacts(m_view, clock, m_found, words()));
        m_preview = clock.possible ? m_controller.preview() : 0;
    }
    dialog->askPerson(tr("Who decides"), parts::people(*snapshot, PersonRole::Management), context().lastPerson());
    dialog->setVerb(tr("Go back to %1", "server").arg(old), ButtonRole::Danger);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_followed = -1;
        if (m_stage == Stage::Running || m_stage == Stage::Waiting)
            m_controller.stopAndUndo();
        else
            m_controller.rollBack(dialog->person());
    });
    dialog->open();
}

void CutoverPage::askCommit()
{
    ask::Decision decision;
    decision.sentence = tr("Commit the migration");
    decision.body = tr("The old server %1 is released, and there is no way back any more. Nothing on it is deleted.")
                        .arg(m_view.oldServerName);
    decision.verb = tr("Commit, without a way back");
    decision.reason = false;
    decision.dangerous = true;
    decision.role = PersonRole::Management;
    ask::decision(this, context(), decision,
                  [this](const QString& person, const QString&) { m_controller.commit(person); });
}

void CutoverPage::askWaiver(Step step)
{
    auto* dialog =
        new WaiveDialog(this, words().row(step).control, parts::people(*context().snapshot(), PersonRole::Management),
                        context().lastPerson());
    connect(dialog, &QDialog::accepted, this, [this, dialog, step] {
        context().setLastPerson(dialog->person());
        m_controller.waive(step, dialog->person(), dialog->reason());
    });
    dialog->open();
}

void CutoverPage::pressed(const QString& button)
{
    if (ExportList::pressed(*this, context(), button))
        return;
    Step step = Step::Inventory;
    if (button.startsWith("waive:"_L1) && enumFrom(button.mid(6), step))
        askWaiver(step);
}

} // namespace bascule::ui
