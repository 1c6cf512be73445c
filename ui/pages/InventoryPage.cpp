// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/InventoryPage.h"

#include "ui/pages/Ask.h"

using namespace Qt::StringLiterals;

namespace bascule::ui {

InventoryPage::InventoryPage(AppContext& context, QWidget* parent)
    : PageBase(context, PageId::Inventory, parent)
    , m_controller(context)
{
    m_run = addButton(u"redo"_s);
    m_run->setObjectName(u"run"_s);
    m_assign = addButton();
    m_assign->setObjectName(u"assign"_s);
    m_validate = addButton();
    m_validate->setObjectName(u"validate"_s);
    m_server = makeCombo(this);
    m_list = new ListPanel(this);
    m_assets = m_list->addList({});
    m_findings = m_list->addList({});
    m_blind = m_list->addList({});
    m_details = new DetailsPanel(this);
    addRight(m_server);
    addRight(m_list->searchField());
    setListAndDetails(m_list, m_details);
    useCheckpoint(Step::Inventory);

    connect(m_run, &QPushButton::clicked, this, [this] { m_controller.run(); });
    connect(m_assign, &QPushButton::clicked, this, &InventoryPage::assignOwners);
    connect(m_validate, &QPushButton::clicked, this, &InventoryPage::askValidation);
    connect(m_server, &QComboBox::activated, this, [this] { fillLists(*InventoryPage::context().snapshot()); });
    connect(m_list, &ListPanel::currentChanged, this, &InventoryPage::fillDetails);
    connect(m_list, &ListPanel::listChanged, this, &InventoryPage::fillDetails);
    connect(m_details, &DetailsPanel::edited, this, &InventoryPage::edited);
    connect(m_details, &DetailsPanel::pressed, this, &InventoryPage::pressed);
}

void InventoryPage::retranslate()
{
    PageBase::retranslate();
    setHeadings(
        words().pageTitle(PageId::Inventory),
        tr("What is missed here is missing after the cutover: every asset must be seen, understood and owned."));
    m_assign->setText(tr("&Assign owners"));
    m_validate->setText(tr("&Validate the map…"));
    m_server->setAccessibleName(tr("Server shown"));
    m_list->setListName(m_assets, tr("Assets"));
    m_list->setListName(m_findings, tr("Findings"));
    m_list->setListName(m_blind, tr("Blind spots"));
    m_list->setColumns(m_assets, {{tr("Asset"), 162, false, true},
                                  {tr("Version"), 112},
                                  {tr("Size"), 74, true},
                                  {tr("Criticality"), 76},
                                  {tr("Owner"), 128},
                                  {tr("Findings"), 112}});
    m_list->setColumns(
        m_findings, {{tr("Severity"), 120}, {tr("Finding"), 320, false, true}, {tr("Asset"), 130}, {tr("State"), 90}});
    m_list->setColumns(m_blind,
                       {{tr("State"), 120}, {tr("What was not seen, and why"), 360, false, true}, {tr("Asset"), 140}});
    m_list->searchField()->setPlaceholderText(tr("Filter the assets"));
    m_list->searchField()->setAccessibleName(tr("Filter the assets"));
    m_details->setPlaceholder(tr("Choose a row to see it here."));
    m_details->setAccessibleName(tr("Details"));
}

void InventoryPage::fillServers(const Snapshot& snapshot)
{
    const QVariant before = m_server->currentData();
    m_server->clear();
    m_server->addItem(tr("All servers"), qint64(0));
    for (const Server& server : snapshot.servers) {
        if (server.role == ServerRole::Source)
            m_server->addItem(server.name, server.id);
    }
    m_server->setCurrentIndex(std::max(0, m_server->findData(before)));
    m_server->setVisible(m_server->count() > 2);
}

void InventoryPage::fillLists(const Snapshot& snapshot)
{
    const Id server = m_server->currentData().toLongLong();
    m_list->setRows(m_assets, InventoryController::assetRows(snapshot, server, words()));
    m_list->setRows(m_findings, InventoryController::findingRows(snapshot, server, words()));
    m_list->setRows(m_blind, InventoryController::blindSpotRows(snapshot, server, words()));
}

void InventoryPage::refresh(const Snapshot& snapshot)
{
    fillServers(snapshot);
    fillLists(snapshot);
    const bool ran = InventoryController::wasRun(snapshot);
    const Server* source = snapshot.serverOf(ServerRole::Source);
    const QString off = parts::whyOff(context(), {u"job.inventory"_s});
    if (source)
        m_list->setEmpty(m_assets,
                         tr("No asset yet. The inventory reads %1 without changing anything on it.").arg(source->name),
                         off.isEmpty() ? tr("Run the inventory") : QString(), [this] { m_controller.run(); });
    else
        m_list->setEmpty(m_assets, tr("There is no old server yet to take stock of."), tr("Add the old server"),
                         [this] { context().goTo(PageId::Servers, u"add-server"_s); });
    m_list->setEmpty(m_findings,
                     ran ? tr("Nothing was found that needs attention.") : tr("Findings come with the inventory."));
    m_list->setEmpty(m_blind, ran ? tr("Everything could be read.") : tr("Blind spots come with the inventory."));
    updateButtons(snapshot);
    fillDetails();
    PageBase::refresh(snapshot);
}

void InventoryPage::updateButtons(const Snapshot& snapshot)
{
    const bool ran = InventoryController::wasRun(snapshot);
    const bool source = snapshot.serverOf(ServerRole::Source) != nullptr;
    const QString off = parts::whyOff(context());
    const QString busy = parts::whyOff(context(), {u"job.inventory"_s});
    m_run->setText(ran ? tr("&Relaunch the inventory") : tr("&Run the inventory"));
    m_run->setReason(!busy.isEmpty() ? busy : source ? QString() : tr("Add the old server first."));
    const bool unowned = InventoryController::firstWithoutOwner(snapshot) != 0;
    m_assign->setReason(!off.isEmpty() ? off
                        : unowned      ? QString()
                        : ran          ? tr("Every critical asset has an owner.")
                                       : tr("Run the inventory first."));
    const bool passed = context().board().of(Step::Inventory).state == CheckpointState::Passed;
    const QString gap = InventoryController::whyNotValid(snapshot, words());
    m_validate->setReason(!off.isEmpty()   ? off
                          : !gap.isEmpty() ? gap
                          : passed         ? tr("This map is validated.")
                                           : QString());
    Button* primary = !ran && m_run->isEnabled()       ? m_run
                      : ran && m_assign->isEnabled()   ? m_assign
                      : ran && m_validate->isEnabled() ? m_validate
                                                       : nullptr;
    setPrimary(primary);
}

void InventoryPage::jobsMoved()
{
    updateButtons(*context().snapshot());
}

NextReason InventoryPage::nextReason() const
{
    if (context().board().of(Step::Inventory).state == CheckpointState::Passed)
        return {};
    return {true, tr("Next stays possible: these points can be settled later too, but before the cutover."), {}};
}

void InventoryPage::focusItem(const QString& kind, Id id)
{
    if (kind == "validate-map"_L1) {
        if (m_validate->isEnabled())
            askValidation();
        else
            m_validate->setFocus();
    } else if (kind == "run-inventory"_L1) {
        m_run->setFocus();
    } else if (kind == "asset"_L1 || kind == "finding"_L1 || kind == "blind-spot"_L1) {
        m_list->searchField()->clear();
        m_list->setCurrentList(kind == "asset"_L1 ? m_assets : kind == "finding"_L1 ? m_findings : m_blind);
        if (id == 0 || !m_list->select(kind, id))
            m_list->selectFirst();
    }
}

void InventoryPage::fillDetails()
{
    const SnapshotPtr snapshot = context().snapshot();
    const QString off = parts::whyOff(context());
    const Id id = m_list->currentId();
    const QString kind = m_list->currentKind();
    if (kind == "asset"_L1)
        m_details->setDetails(InventoryController::assetDetails(*snapshot, id, context().now(), off, words()));
    else if (kind == "finding"_L1 || kind == "blind-spot"_L1)
        m_details->setDetails(InventoryController::findingDetails(*snapshot, id, off, words()));
    else
        m_details->setDetails({});
}

void InventoryPage::assignOwners()
{
    const SnapshotPtr snapshot = context().snapshot();
    const Id asset = InventoryController::firstWithoutOwner(*snapshot);
    if (asset == 0)
        return;
    if (snapshot->persons.empty()) {
        message()->showMessage(Look::ToFix, tr("There is nobody to assign yet."),
                               tr("Add people on the Project page first."));
        return;
    }
    m_server->setCurrentIndex(0);
    fillLists(*snapshot);
    focusItem(u"asset"_s, asset);
    if (auto* owner = m_details->findChild<QComboBox*>(u"field:owner"_s)) {
        owner->setFocus(Qt::OtherFocusReason);
        m_details->ensureWidgetVisible(owner);
    }
}

void InventoryPage::askValidation()
{
    const SnapshotPtr snapshot = context().snapshot();
    ask::Decision decision;
    decision.sentence = tr("Validate the map");
    decision.body = tr("%n asset(s)", "", int(snapshot->presentAssets().size())) + tr(": ", "before a list") +
                    tr("you vouch for it that nothing is missing that the company needs. If an asset, an owner, a "
                       "dependency or a blind spot changes, the validation expires.");
    decision.verb = tr("Validate this map");
    decision.reason = false;
    ask::decision(this, context(), decision,
                  [this](const QString& person, const QString&) { m_controller.validate(person); });
}

void InventoryPage::askAcceptance(Id id)
{
    const Finding* finding = findById(context().snapshot()->findings, id);
    if (!finding)
        return;
    ask::Decision decision;
    const bool blind = finding->kind == FindingKind::BlindSpot;
    decision.sentence = blind ? tr("Accept this blind spot") : tr("Accept this finding");
    decision.body = blind ? tr("Nobody knows what is there. The name and the reason stay in the evidence ledger.")
                          : tr("The name and the reason stay in the evidence ledger.");
    decision.verb = tr("Accept it");
    ask::decision(this, context(), decision, [this, id](const QString& person, const QString& why) {
        m_controller.decide(id, FindingState::Accepted, person, why);
    });
}

void InventoryPage::edited(const QString& field, const QString& value)
{
    if (m_list->currentKind() != "asset"_L1)
        return;
    const Id asset = m_list->currentId();
    ask::asPerson(this, context(), [this, asset, field, value](const QString& person) {
        m_controller.change(asset, field, value, person);
    });
}

void InventoryPage::pressed(const QString& button)
{
    const Id id = m_list->currentId();
    if (button == "accept"_L1)
        askAcceptance(id);
    else if (button == "reopen"_L1)
        ask::asPerson(this, context(),
                      [this, id](const QString& person) { m_controller.decide(id, FindingState::Open, person, {}); });
}

} // namespace bascule::ui
