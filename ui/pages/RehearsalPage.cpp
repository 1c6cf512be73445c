// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/RehearsalPage.h"

#include "ui/pages/Ask.h"
#include "ui/pages/ExportList.h"
#include "ui/pages/FormDialog.h"
#include "ui/pages/SignatureDialog.h"

using namespace Qt::StringLiterals;

namespace bascule::ui {

namespace {

const QStringList kJobs{u"job.rehearse"_s, u"job.scenarios"_s, u"job.drift"_s};

} // namespace

RehearsalPage::RehearsalPage(AppContext& context, QWidget* parent)
    : PageBase(context, PageId::Rehearsal, parent)
    , m_controller(context)
{
    m_rehearse = addButton(u"play"_s);
    m_rehearse->setObjectName(u"rehearse"_s);
    m_run = addButton();
    m_run->setObjectName(u"run"_s);
    m_drift = addButton();
    m_drift->setObjectName(u"drift"_s);
    m_sign = addButton();
    m_sign->setObjectName(u"sign"_s);
    m_add = addButton(u"plus"_s);
    m_add->setObjectName(u"add"_s);
    m_list = new ListPanel(this);
    m_scenarios = m_list->addList({}, RowSize::TwoLines);
    m_steps = m_list->addList({}, RowSize::Middle, false);
    m_differences = m_list->addList({});
    m_details = new DetailsPanel(this);
    addRight(m_list->searchField());
    setListAndDetails(m_list, m_details);
    useCheckpoint(Step::Rehearsal);

    connect(m_rehearse, &QPushButton::clicked, this, [this] {
        m_list->setCurrentList(m_steps);
        m_controller.rehearse();
    });
    connect(m_run, &QPushButton::clicked, this, [this] { m_controller.runScenarios(); });
    connect(m_drift, &QPushButton::clicked, this, [this] { m_controller.measureDrift(); });
    connect(m_sign, &QPushButton::clicked, this, &RehearsalPage::askSignature);
    connect(m_add, &QPushButton::clicked, this, &RehearsalPage::askScenario);
    connect(m_list, &ListPanel::currentChanged, this, &RehearsalPage::fillDetails);
    connect(m_list, &ListPanel::listChanged, this, &RehearsalPage::fillDetails);
    connect(m_details, &DetailsPanel::edited, this, &RehearsalPage::edited);
    connect(m_details, &DetailsPanel::pressed, this, &RehearsalPage::pressed);
}

void RehearsalPage::retranslate()
{
    PageBase::retranslate();
    setHeadings(words().pageTitle(PageId::Rehearsal), tr("What fails here will not fail on a Sunday at 05:00."));
    m_rehearse->setText(tr("&Rehearse the cutover"));
    m_run->setText(tr("Run the &scenarios"));
    m_drift->setText(tr("&Measure the drift"));
    m_sign->setText(tr("S&ign…"));
    m_add->setText(tr("&Add a scenario…"));
    m_list->setListName(m_scenarios, tr("Scenarios"));
    m_list->setListName(m_steps, tr("Steps"));
    m_list->setListName(m_differences, tr("Differences"));
    m_list->setColumns(
        m_scenarios,
        {{tr("Scenario"), 300, false, true}, {tr("Weight"), 90}, {tr("State"), 176}, {tr("Took"), 90, true}});
    m_list->setColumns(m_steps, {{tr("No."), 44, true},
                                 {tr("Step"), 300, false, true},
                                 {tr("Planned"), 76, true},
                                 {tr("Took"), 76, true},
                                 {tr("State"), 130}});
    m_list->setColumns(m_differences, {{tr("Difference"), 400, false, true}, {tr("Asset"), 130}, {tr("State"), 110}});
    m_list->searchField()->setPlaceholderText(tr("Filter"));
    m_details->setPlaceholder(tr("Choose a row to see it here."));
    m_details->setAccessibleName(tr("Details"));
}

void RehearsalPage::refresh(const Snapshot& snapshot)
{
    const QDateTime now = context().now();
    m_list->setRows(m_scenarios, RehearsalController::scenarioRows(snapshot, now, words()));
    m_list->setRows(m_steps, RehearsalController::stepRows(snapshot, words()));
    m_list->setRows(m_differences, RehearsalController::driftRows(snapshot, words()));
    const QString off = parts::whyOff(context());
    const bool assets = !snapshot.presentAssets().empty();
    if (!snapshot.serverOf(ServerRole::Test)) {
        const QString sentence = tr("There is no test environment to rehearse on.");
        const auto act = [this] { context().goTo(PageId::Servers, u"add-server"_s, qint64(ServerRole::Test) + 1); };
        m_list->setEmpty(m_scenarios, sentence, tr("Add a test environment…"), act);
        m_list->setEmpty(m_steps, sentence, tr("Add a test environment…"), act);
    } else {
        m_list->setEmpty(
            m_scenarios,
            assets ? tr("No scenario yet. Bascule proposes some of all four kinds.")
                   : tr("No asset yet: the inventory comes first."),
            assets && off.isEmpty() ? tr("Take the proposed scenarios")
            : assets                ? QString()
                                    : tr("See the inventory"),
            [this, assets] { assets ? m_controller.proposeScenarios() : context().goTo(PageId::Inventory); });
        const QString why = RehearsalController::whyNotRehearse(snapshot, words());
        m_list->setEmpty(m_steps, tr("Nothing was rehearsed yet. The old server is only read."),
                         off.isEmpty() && why.isEmpty() ? tr("Rehearse the cutover") : QString(),
                         [this] { m_controller.rehearse(); });
    }
    m_list->setEmpty(m_differences, tr("No difference is known. They are measured after each rehearsal."));
    updateButtons(snapshot);
    fillDetails();
    PageBase::refresh(snapshot);
}

void RehearsalPage::updateButtons(const Snapshot& snapshot)
{
    const QString off = parts::whyOff(context());
    const QString busy = parts::whyOff(context(), kJobs);
    const QString why = RehearsalController::whyNotRehearse(snapshot, words());
    const bool ran = RehearsalController::newestRun(snapshot) != nullptr;
    const QString first = ran ? QString() : tr("Rehearse the cutover first.");
    const auto reason = [](const QString& a, const QString& b, const QString& c) {
        return !a.isEmpty() ? a : !b.isEmpty() ? b : c;
    };
    m_rehearse->setReason(reason(busy, why, {}));
    m_run->setReason(reason(busy, first, snapshot.scenarios.empty() ? tr("There is no scenario yet.") : QString()));
    m_drift->setReason(reason(busy, first, {}));
    const bool signedAll = RehearsalController::isSigned(snapshot, PersonRole::It) &&
                           RehearsalController::isSigned(snapshot, PersonRole::Business);
    m_sign->setReason(reason(off,
                             RehearsalController::signSubject(snapshot).isEmpty()
                                 ? tr("There is no successful rehearsal to sign yet.")
                                 : QString(),
                             signedAll ? tr("IT and the business have signed this rehearsal.") : QString()));
    m_add->setReason(off);

    const Board& board = context().board();
    const CheckpointState state = board.of(Step::Rehearsal).state;
    Button* primary = nullptr;
    if (state != CheckpointState::Passed) {
        const bool again = RehearsalController::signSubject(snapshot).isEmpty() || state == CheckpointState::Expired;
        if (again && m_rehearse->isEnabled() && !snapshot.scenarios.empty())
            primary = m_rehearse;
        else if (!again && RehearsalController::openDrifts(snapshot) == 0 && m_sign->isEnabled())
            primary = m_sign;
    }
    setPrimary(primary);
}

void RehearsalPage::jobsMoved()
{
    updateButtons(*context().snapshot());
}

NextReason RehearsalPage::nextReason() const
{
    if (context().board().of(Step::Rehearsal).state == CheckpointState::Passed)
        return {};
    return {true, tr("You can go on preparing; the cutover stays closed until this checkpoint has passed."), {}};
}

void RehearsalPage::focusItem(const QString& kind, Id id)
{
    if (kind == "scenario"_L1 || kind == "drift"_L1) {
        m_list->setCurrentList(kind == "scenario"_L1 ? m_scenarios : m_differences);
        if (id == 0 || !m_list->select(kind, id))
            m_list->selectFirst();
    } else if (kind == "add-scenario"_L1) {
        m_list->setCurrentList(m_scenarios);
        if (m_add->isEnabled() && !context().snapshot()->scenarios.empty())
            askScenario();
    } else if (kind == "sign-rehearsal"_L1) {
        m_sign->isEnabled() ? askSignature() : m_sign->setFocus();
    } else if (kind == "measure-drift"_L1) {
        m_drift->setFocus();
    } else if (kind == "rehearse"_L1 || kind == "rollback-drill"_L1) {
        m_list->setCurrentList(m_steps);
        m_rehearse->setFocus();
    } else if (kind == "run"_L1) {
        m_list->setCurrentList(m_steps);
    }
}

void RehearsalPage::fillDetails()
{
    const SnapshotPtr snapshot = context().snapshot();
    const QString off = parts::whyOff(context());
    const QString kind = m_list->currentKind();
    const Id id = m_list->currentId();
    if (m_list->currentList() == m_steps)
        m_details->setDetails(
            RehearsalController::runDetails(*snapshot, kind == "step"_L1 ? id : 0, context().now(), words()));
    else if (kind == "scenario"_L1)
        m_details->setDetails(RehearsalController::scenarioDetails(*snapshot, id, context().now(), off, words()));
    else if (kind == "drift"_L1)
        m_details->setDetails(RehearsalController::driftDetails(*snapshot, id, off, words()));
    else
        m_details->setDetails({});
}

void RehearsalPage::askSignature()
{
    const SnapshotPtr snapshot = context().snapshot();
    const Run* run = RehearsalController::newestRun(*snapshot);
    if (!run)
        return;
    auto* form =
        new SignatureDialog(this, tr("Sign the rehearsal"),
                            tr("Of %1. Whoever signs has seen that what they need works on the test environment. "
                               "If the runbook changes, the signature no longer counts.")
                                .arg(words().dateTime(run->startedAt)),
                            tr("Sign"));
    const PersonRole preset =
        RehearsalController::isSigned(*snapshot, PersonRole::It) ? PersonRole::Business : PersonRole::It;
    form->askSigner(tr("Who signs"), snapshot, {PersonRole::It, PersonRole::Business}, preset, words());
    form->askSignature([this](const QString& person, PersonRole role) { m_controller.sign(person, role); });
}

void RehearsalPage::askScenario()
{
    const SnapshotPtr snapshot = context().snapshot();
    auto* form = new FormDialog(this, tr("Add a scenario"),
                                tr("What must work on the test environment before the cutover may go on."),
                                tr("Add the scenario"));
    FormField name{FormField::Kind::Line, u"name"_s, tr("Name"), {}};
    name.missing = tr("A name is missing.");
    form->add(name);
    FormField kind{FormField::Kind::Choice, u"kind"_s, tr("Kind"), enumName(ScenarioKind::Behaviour)};
    kind.choices = RehearsalController::kindChoices(words());
    form->add(kind);
    FormField probe{FormField::Kind::Choice, u"probe"_s, tr("What is looked at"), u"file-readable"_s};
    probe.choices = RehearsalController::probeChoices();
    form->add(probe);
    FormField asset{FormField::Kind::Choice, u"asset"_s, tr("Asset"), u"0"_s};
    asset.choices = {{u"0"_s, tr("The whole server")}};
    for (const Asset* one : snapshot->presentAssets())
        asset.choices.append({QString::number(one->id), one->name});
    form->add(asset);
    FormField query{FormField::Kind::Line, u"query"_s, tr("Query, for a database"), {}};
    query.hint = u"SELECT count(*) FROM …"_s;
    form->add(query);
    form->add({FormField::Kind::Check, u"required"_s, tr("Required for the checkpoint"), u"yes"_s});
    form->setRule([](const FormValues& values) {
        const bool database = values.value(u"probe"_s) == "sqlite-query"_L1;
        return database && values.value(u"query"_s).isEmpty() ? tr("The query is missing.") : QString();
    });
    form->ask([this](const FormValues& values) {
        Scenario scenario;
        scenario.name = values.value(u"name"_s);
        enumFrom(values.value(u"kind"_s), scenario.kind);
        scenario.probe = values.value(u"probe"_s);
        scenario.required = values.value(u"required"_s) == "yes"_L1;
        if (const Id of = values.value(u"asset"_s).toLongLong())
            scenario.params.insert(u"asset"_s, of);
        if (!values.value(u"query"_s).isEmpty())
            scenario.params.insert(u"query"_s, values.value(u"query"_s));
        m_controller.saveScenario(scenario);
    });
}

void RehearsalPage::askDrift(Id drift)
{
    ask::Decision decision;
    decision.sentence = tr("Accept this difference");
    decision.body = tr("The rehearsal then counts although the test environment differs here. The name and the reason "
                       "stay in the evidence ledger.");
    decision.verb = tr("Accept it");
    ask::decision(this, context(), decision, [this, drift](const QString& person, const QString& why) {
        m_controller.decideDrift(drift, DifferenceState::Accepted, person, why);
    });
}

void RehearsalPage::edited(const QString& field, const QString& value)
{
    if (m_list->currentKind() == "scenario"_L1)
        m_controller.editScenario(m_list->currentId(), field, value);
}

void RehearsalPage::pressed(const QString& button)
{
    if (ExportList::pressed(*this, context(), button))
        return;
    const Id id = m_list->currentId();
    if (button == "run-scenario"_L1)
        m_controller.runScenarios(id);
    else if (button == "accept-drift"_L1)
        askDrift(id);
    else if (button == "remove-scenario"_L1)
        ask::confirm(this, tr("Remove this scenario"), tr("Its results stay in the evidence ledger."), tr("Remove it"),
                     [this, id] { m_controller.removeScenario(id); });
}

} // namespace bascule::ui
