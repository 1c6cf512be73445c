// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/CompatibilityPage.h"

#include "ui/pages/Ask.h"

using namespace Qt::StringLiterals;

namespace bascule::ui {

CompatibilityPage::CompatibilityPage(AppContext& context, QWidget* parent)
    : PageBase(context, PageId::Compatibility, parent)
    , m_controller(context)
{
    m_run = addButton(u"redo"_s);
    m_run->setObjectName(u"run"_s);
    m_test = addButton(u"database"_s);
    m_test->setObjectName(u"test"_s);
    m_list = new ListPanel(this);
    m_findings = m_list->addList({});
    m_databases = m_list->addList({}, RowSize::TwoLines);
    m_details = new DetailsPanel(this);
    addRight(m_list->searchField());
    setListAndDetails(m_list, m_details);

    connect(m_run, &QPushButton::clicked, this, [this] { m_controller.run(); });
    connect(m_test, &QPushButton::clicked, this, [this] {
        m_list->setCurrentList(m_databases);
        m_controller.testDatabases();
    });
    connect(m_list, &ListPanel::currentChanged, this, &CompatibilityPage::fillDetails);
    connect(m_list, &ListPanel::listChanged, this, &CompatibilityPage::fillDetails);
    connect(m_details, &DetailsPanel::pressed, this, &CompatibilityPage::pressed);
}

void CompatibilityPage::retranslate()
{
    PageBase::retranslate();
    setHeadings(
        words().pageTitle(PageId::Compatibility),
        tr("What works on the old server does not always work on the new one: better known now than on the day."));
    m_run->setText(tr("&Run the check"));
    m_test->setText(tr("&Test the databases"));
    m_list->setListName(m_findings, tr("Findings"));
    m_list->setListName(m_databases, tr("Databases"));
    m_list->setColumns(
        m_findings, {{tr("Severity"), 120}, {tr("Finding"), 320, false, true}, {tr("Asset"), 130}, {tr("State"), 90}});
    m_list->setColumns(
        m_databases,
        {{tr("Database"), 240, false, true}, {tr("Version"), 140}, {tr("Test"), 170}, {tr("Took"), 90, true}});
    m_list->searchField()->setPlaceholderText(tr("Filter"));
    m_details->setPlaceholder(tr("Choose a row to see it here."));
    m_details->setAccessibleName(tr("Details"));
}

void CompatibilityPage::refresh(const Snapshot& snapshot)
{
    m_list->setRows(m_findings, CompatibilityController::findingRows(snapshot, words()));
    m_list->setRows(m_databases, CompatibilityController::databaseRows(snapshot, context().now(), words()));
    const bool assets = !snapshot.presentAssets().empty();
    const bool ran = CompatibilityController::wasRun(snapshot);
    const QString off = parts::whyOff(context(), {u"job.compatibility"_s});
    if (!assets)
        m_list->setEmpty(m_findings, tr("No asset yet: the inventory comes first."), tr("See the inventory"),
                         [this] { context().goTo(PageId::Inventory); });
    else if (!ran)
        m_list->setEmpty(m_findings, tr("The check compares what the assets need with what the new server offers."),
                         off.isEmpty() ? tr("Run the check") : QString(), [this] { m_controller.run(); });
    else
        m_list->setEmpty(m_findings, tr("Nothing was found that would break."));
    m_list->setEmpty(m_databases, tr("No database was found."));
    setStrip(CompatibilityController::strip(snapshot, words()));
    updateButtons(snapshot);
    fillDetails();
    PageBase::refresh(snapshot);
}

void CompatibilityPage::updateButtons(const Snapshot& snapshot)
{
    const bool assets = !snapshot.presentAssets().empty();
    const QString first = assets ? QString() : tr("Run the inventory first.");
    const QString checking = parts::whyOff(context(), {u"job.compatibility"_s});
    const QString testing = parts::whyOff(context(), {u"job.database-test"_s});
    m_run->setReason(!checking.isEmpty() ? checking : first);
    const bool databases = CompatibilityController::hasDatabases(snapshot);
    m_test->setReason(!testing.isEmpty() ? testing
                      : !first.isEmpty() ? first
                      : databases        ? QString()
                                         : tr("No database was found."));
    bool untested = false;
    for (const Asset* asset : snapshot.presentAssets())
        untested = untested || (asset->kind == AssetKind::Database && asset->migrate &&
                                !CompatibilityController::isTested(snapshot, asset->id));
    setPrimary(!CompatibilityController::wasRun(snapshot) && m_run->isEnabled() ? m_run
               : untested && m_test->isEnabled()                                ? m_test
                                                                                : nullptr);
}

void CompatibilityPage::jobsMoved()
{
    updateButtons(*context().snapshot());
}

NextReason CompatibilityPage::nextReason() const
{
    for (const Finding& finding : context().snapshot()->findings) {
        if (CompatibilityController::concerns(finding) && finding.state == FindingState::Open &&
            finding.severity == FindingSeverity::Blocking)
            return {true, tr("You can go on preparing; what blocks must be fixed or accepted before the cutover."), {}};
    }
    return {};
}

void CompatibilityPage::focusItem(const QString& kind, Id id)
{
    if (kind == "finding"_L1 || kind == "asset"_L1)
        m_list->select(kind, id);
    else if (kind == "run"_L1)
        m_run->setFocus();
}

void CompatibilityPage::fillDetails()
{
    const SnapshotPtr snapshot = context().snapshot();
    const QString off = parts::whyOff(context());
    const Id id = m_list->currentId();
    if (m_list->currentKind() == "finding"_L1)
        m_details->setDetails(CompatibilityController::findingDetails(*snapshot, id, off, words()));
    else if (m_list->currentKind() == "asset"_L1)
        m_details->setDetails(CompatibilityController::databaseDetails(*snapshot, id, context().now(), off, words()));
    else
        m_details->setDetails({});
}

void CompatibilityPage::askAcceptance(Id finding)
{
    ask::Decision decision;
    decision.sentence = tr("Accept this finding");
    decision.body = tr("It stays on the list. The name and the reason stay in the evidence ledger.");
    decision.verb = tr("Accept it");
    decision.role = PersonRole::It;
    ask::decision(this, context(), decision, [this, finding](const QString& person, const QString& why) {
        m_controller.decide(finding, FindingState::Accepted, person, why);
    });
}

void CompatibilityPage::pressed(const QString& button)
{
    const Id id = m_list->currentId();
    if (button == "accept"_L1)
        askAcceptance(id);
    else if (button == "reopen"_L1)
        ask::asPerson(this, context(),
                      [this, id](const QString& person) { m_controller.decide(id, FindingState::Open, person, {}); });
    else if (button.startsWith("test:"_L1))
        m_controller.testDatabases(button.section(u':', 1).toLongLong());
}

} // namespace bascule::ui
