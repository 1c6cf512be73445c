// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/MonitoringPage.h"

#include "core/monitoring/Rounds.h"
#include "ui/pages/Ask.h"
#include "ui/pages/FormDialog.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace bascule::ui {

MonitoringPage::MonitoringPage(AppContext& context, QWidget* parent)
    : PageBase(context, PageId::Monitoring, parent)
    , m_controller(context)
{
    m_baseline = addButton();
    m_baseline->setObjectName(u"baseline"_s);
    m_round = addButton(u"play"_s);
    m_round->setObjectName(u"round"_s);
    m_watch = addButton();
    m_watch->setObjectName(u"watch"_s);
    m_add = addButton(u"plus"_s);
    m_add->setObjectName(u"add"_s);
    auto* toggle = new QWidget(this);
    auto* pair = new QHBoxLayout(toggle);
    pair->setContentsMargins(0, 0, 0, 0);
    pair->setSpacing(0);
    m_asList = new Button(u"list"_s, ButtonRole::Plain, toggle);
    m_asCharts = new Button(u"board"_s, ButtonRole::Plain, toggle);
    for (Button* button : {m_asList, m_asCharts}) {
        button->setCheckable(true);
        button->setAutoExclusive(true);
        pair->addWidget(button);
    }
    addRight(toggle);
    m_asList->setObjectName(u"asList"_s);
    m_asCharts->setObjectName(u"asCharts"_s);
    m_asList->setChecked(true);

    m_figures = new Figures(this);
    m_list = new ListPanel(this);
    m_checks = m_list->addList({}, RowSize::TwoLines);
    m_incidents = m_list->addList({}, RowSize::TwoLines);
    m_compare = m_list->addList({});
    m_details = new DetailsPanel(this);
    m_chartArea = new QWidget(this);
    m_grid = new QGridLayout(m_chartArea);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(12);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_chartArea);
    setListAndDetails(m_figures, m_stack, m_details);
    useCheckpoint(Step::Monitoring);

    connect(m_baseline, &QPushButton::clicked, this, [this] { m_controller.measureBaseline(); });
    connect(m_round, &QPushButton::clicked, this, [this] { m_controller.runRound(); });
    connect(m_watch, &QPushButton::clicked, this, [this] { m_controller.keepWatching(); });
    connect(m_add, &QPushButton::clicked, this, &MonitoringPage::askCheck);
    connect(m_asList, &QPushButton::toggled, this, [this](bool on) {
        m_stack->setCurrentIndex(on ? 0 : 1);
        m_details->setVisible(on);
    });
    connect(m_list, &ListPanel::currentChanged, this, &MonitoringPage::fillDetails);
    connect(m_list, &ListPanel::listChanged, this, &MonitoringPage::fillDetails);
    connect(m_details, &DetailsPanel::pressed, this, &MonitoringPage::pressed);
    connect(m_details, &DetailsPanel::edited, this, [this](const QString& field, const QString& value) {
        if (field == "enabled"_L1)
            m_controller.setEnabled(m_list->currentId(), value == "yes"_L1);
        else if (field == "everySeconds"_L1)
            m_controller.setInterval(m_list->currentId(), value.toInt());
    });
}

void MonitoringPage::retranslate()
{
    PageBase::retranslate();
    setHeadings(words().pageTitle(PageId::Monitoring),
                tr("An incident seen early is fixed; seen late, it is suffered."));
    m_baseline->setText(tr("&Measure the baseline"));
    m_round->setText(tr("&Run a round"));
    m_watch->setText(tr("&Keep watching"));
    m_add->setText(tr("&Add a check…"));
    m_asList->setText(tr("&List"));
    m_asCharts->setText(tr("&Charts"));
    m_list->setListName(m_checks, tr("Checks"));
    m_list->setListName(m_incidents, tr("Incidents"));
    m_list->setListName(m_compare, tr("Before and after"));
    m_list->setColumns(m_checks, {{tr("Check"), 240, false, true},
                                  {tr("State"), 176},
                                  {tr("Answers in"), 100, true},
                                  {tr("Baseline"), 110, true}});
    m_list->setColumns(m_incidents, {{tr("Incident"), 320, false, true}, {tr("State"), 140}, {tr("Since"), 160}});
    m_list->setColumns(m_compare, {{tr("Check"), 220, false, true},
                                   {tr("Before"), 90, true},
                                   {tr("P95 before"), 100, true},
                                   {tr("After"), 90, true},
                                   {tr("Verdict"), 130}});
    m_details->setPlaceholder(tr("Choose a check to see its answers."));
    m_details->setAccessibleName(tr("Details"));
    m_chartArea->setAccessibleName(tr("Charts before and after the cutover"));
}

void MonitoringPage::refresh(const Snapshot& snapshot)
{
    const QDateTime now = context().now();
    m_figures->setFigures(MonitoringController::figures(snapshot, now, words()));
    m_list->setRows(m_checks, MonitoringController::checkRows(snapshot, now, words()));
    m_list->setRows(m_incidents, MonitoringController::incidentRows(snapshot, now, words()));
    m_list->setRows(m_compare, MonitoringController::compareRows(snapshot, words()));
    const QString off = parts::whyOff(context());
    const bool canPropose = off.isEmpty() && !proposeChecks(snapshot).empty();
    const QString sentence = canPropose ? tr("No check yet. Bascule proposes one for every critical asset.")
                                        : tr("No check yet. Mark assets as critical in the inventory first.");
    m_list->setEmpty(m_checks, sentence, canPropose ? tr("Take the proposed checks") : tr("See the inventory"),
                     [this, canPropose] { canPropose ? m_controller.propose() : context().goTo(PageId::Inventory); });
    m_list->setEmpty(m_compare, sentence);
    m_list->setEmpty(m_incidents, tr("No incident so far."));
    fillCharts(snapshot);
    updateButtons(snapshot);
    fillDetails();
    PageBase::refresh(snapshot);
}

void MonitoringPage::updateButtons(const Snapshot& snapshot)
{
    const QString off = parts::whyOff(context());
    const QString none = enabledChecks(snapshot).empty() ? tr("There is no check yet.") : QString();
    const auto why = [&](const QStringList& jobs, const QString& more) {
        const QString busy = parts::whyOff(context(), jobs);
        return !busy.isEmpty() ? busy : !none.isEmpty() ? none : more;
    };
    const bool after = MonitoringController::hasCutOver(snapshot);
    m_baseline->setReason(
        why({u"job.baseline"_s}, after ? tr("A baseline is measured before the cutover.") : QString()));
    m_round->setReason(why({u"job.checks"_s, u"job.monitor"_s}, {}));
    m_watch->setReason(why({u"job.monitor"_s}, {}));
    m_add->setReason(off);
    Button* primary = nullptr;
    if (MonitoringController::needsBaseline(snapshot) && m_baseline->isEnabled())
        primary = m_baseline;
    else if (after && m_watch->isEnabled() && context().board().of(Step::Monitoring).state != CheckpointState::Passed)
        primary = m_watch;
    setPrimary(primary);
}

void MonitoringPage::jobsMoved()
{
    updateButtons(*context().snapshot());
}

void MonitoringPage::fillCharts(const Snapshot& snapshot)
{
    const QList<ChartModel> models = MonitoringController::charts(snapshot, words());
    while (m_charts.size() < models.size()) {
        auto* chart = new BeforeAfterChart(m_chartArea);
        m_grid->addWidget(chart, int(m_charts.size()) / 2, int(m_charts.size()) % 2);
        m_charts.append(chart);
    }
    for (int i = 0; i < m_charts.size(); ++i) {
        m_charts[i]->setVisible(i < models.size());
        if (i < models.size())
            m_charts[i]->setModel(models[i]);
    }
    m_asCharts->setReason(models.isEmpty() ? tr("There is nothing to draw before the first round.") : QString());
    if (models.isEmpty())
        m_asList->setChecked(true);
}

NextReason MonitoringPage::nextReason() const
{
    // The last page: Next is not shown as a way on, only the strip says what is left.
    const Snapshot& snapshot = *context().snapshot();
    if (snapshot.project.state == MigrationState::CutOver)
        return {true, tr("Monitoring goes on while this window is open; the command line can watch without it."), {}};
    return {true, tr("The baseline is measured before the cutover; rounds begin right after it."), {}};
}

void MonitoringPage::focusItem(const QString& kind, Id id)
{
    if (kind == "baseline"_L1 || kind == "measure-baseline"_L1) {
        m_baseline->setFocus();
        return;
    }
    m_asList->setChecked(true);
    if (kind == "incident"_L1)
        m_list->setCurrentList(m_incidents);
    if (id != 0 && m_list->select(kind, id))
        return;
    if (kind == "check"_L1 || kind == "add-check"_L1) {
        m_list->setCurrentList(m_checks);
        m_add->setFocus();
    }
}

void MonitoringPage::fillDetails()
{
    const SnapshotPtr snapshot = context().snapshot();
    const QString off = parts::whyOff(context());
    const QString kind = m_list->currentKind();
    const Id id = m_list->currentId();
    if (kind == "check"_L1)
        m_details->setDetails(MonitoringController::checkDetails(*snapshot, id, context().now(), off, words()));
    else if (kind == "incident"_L1)
        m_details->setDetails(MonitoringController::incidentDetails(*snapshot, id, context().now(), off, words()));
    else
        m_details->setDetails({});
}

void MonitoringPage::askCheck()
{
    const SnapshotPtr snapshot = context().snapshot();
    auto* form = new FormDialog(this, tr("Add a check"),
                                tr("It looks at the server that serves now: the old one before the cutover, the new "
                                   "one after it."),
                                tr("Add the check"));
    FormField name{FormField::Kind::Line, u"name"_s, tr("Name"), {}};
    name.missing = tr("A name is missing.");
    form->add(name);
    FormField kind{FormField::Kind::Choice, u"kind"_s, tr("What is checked"), u"file"_s};
    kind.choices = MonitoringController::kindChoices();
    form->add(kind);
    FormField asset{FormField::Kind::Choice, u"asset"_s, tr("Asset"), u"0"_s};
    asset.choices = {{u"0"_s, tr("None")}};
    for (const Asset* one : snapshot->presentAssets())
        asset.choices.append({QString::number(one->id), one->name});
    form->add(asset);
    FormField subject{FormField::Kind::Line, u"subject"_s, tr("Address, port or path"), {}};
    subject.hint = tr("not needed for an asset’s file or database");
    form->add(subject);
    FormField every{FormField::Kind::Number, u"every"_s, tr("Every"), u"60"_s};
    every.unit = tr("s", "seconds");
    every.least = 5;
    every.most = 86400;
    form->add(every);
    const auto make = [](const FormValues& values) {
        return MonitoringController::makeCheck(values.value(u"name"_s), values.value(u"kind"_s),
                                               values.value(u"asset"_s).toLongLong(), values.value(u"subject"_s),
                                               values.value(u"every"_s).toInt());
    };
    form->setRule(
        [this, make](const FormValues& values) { return MonitoringController::whyNotCheck(make(values), words()); });
    form->ask([this, make](const FormValues& values) { m_controller.saveCheck(make(values)); });
}

void MonitoringPage::askClose(Id incident)
{
    ask::Decision decision;
    decision.sentence = tr("Close the incident by hand");
    decision.body = tr("The reason stays in the evidence ledger. If the check fails again, a new incident opens.");
    decision.verb = tr("Close the incident");
    decision.role = PersonRole::It;
    ask::decision(this, context(), decision, [this, incident](const QString& person, const QString& why) {
        m_controller.closeIncident(incident, person, why);
    });
}

void MonitoringPage::pressed(const QString& button)
{
    const Id id = m_list->currentId();
    if (button == "run-one"_L1) {
        context().startJob(std::make_unique<CheckRunJob>(std::vector<Id>{id}));
    } else if (button == "remove-check"_L1) {
        ask::confirm(this, tr("Remove this check"),
                     tr("Its results stay in the evidence ledger; its baseline is gone."), tr("Remove it"),
                     [this, id] { m_controller.removeCheck(id); });
    } else if (button == "close-incident"_L1) {
        askClose(id);
    }
}

} // namespace bascule::ui
