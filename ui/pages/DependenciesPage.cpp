// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/DependenciesPage.h"

#include "ui/pages/Ask.h"
#include "ui/pages/MapLegend.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bascule::ui {

DependenciesPage::DependenciesPage(AppContext& context, QWidget* parent)
    : PageBase(context, PageId::Dependencies, parent)
    , m_controller(context)
{
    m_scan = addButton(u"redo"_s);
    m_scan->setObjectName(u"scan"_s);
    m_decide = addButton();
    m_decide->setObjectName(u"decide"_s);
    makeTools();

    m_stack = new QStackedWidget(this);
    m_mapArea = new QWidget(m_stack);
    auto* column = new QVBoxLayout(m_mapArea);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_map = new MapView(m_mapArea);
    m_legend = new MapLegend(m_mapArea);
    column->addWidget(m_map, 1);
    column->addWidget(m_legend);
    m_list = new ListPanel(m_stack);
    m_links = m_list->addList({});
    m_stack->addWidget(m_mapArea);
    m_stack->addWidget(m_list);
    m_details = new DetailsPanel(this);
    setListAndDetails(m_stack, m_details);
    useCheckpoint(Step::Inventory, true);

    connect(m_scan, &QPushButton::clicked, this, [this] { m_controller.scan(); });
    connect(m_decide, &QPushButton::clicked, this, &DependenciesPage::decideNext);
    connect(m_out, &QPushButton::clicked, m_map, &MapView::zoomOut);
    connect(m_in, &QPushButton::clicked, m_map, &MapView::zoomIn);
    connect(m_fit, &QPushButton::clicked, m_map, &MapView::fit);
    connect(m_asMap, &QPushButton::clicked, this, [this] { showMap(true); });
    connect(m_asList, &QPushButton::clicked, this, [this] { showMap(false); });
    connect(m_find, &QLineEdit::textChanged, this, &DependenciesPage::searched);
    connect(m_map, &MapView::nodeSelected, this, &DependenciesPage::showPoint);
    connect(m_map, &MapView::edgeSelected, this, [this](qint64 id) {
        const Dependency* link = findById(DependenciesPage::context().snapshot()->dependencies, id);
        if (link)
            selectPoint(DependenciesController::pointOf(*DependenciesPage::context().snapshot(), *link, false));
    });
    connect(m_list, &ListPanel::currentChanged, this, &DependenciesPage::fillDetails);
    connect(m_details, &DetailsPanel::pressed, this, &DependenciesPage::pressed);
    connect(&m_layouter, &MapLayouter::ready, this, [this](const MapLayout& layout) {
        m_layout = layout;
        m_mapFailed = false;
        fillMap();
        m_map->fitReadable();
    });
    connect(&m_layouter, &MapLayouter::failed, this, [this](const Error& error) {
        m_mapFailed = true;
        showError(error);
        showMap(false);
    });
}

void DependenciesPage::makeTools()
{
    m_zoom = new QWidget(this);
    auto* row = new QHBoxLayout(m_zoom);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_out = new Button(u"minus"_s, ButtonRole::Plain, m_zoom);
    m_in = new Button(u"plus"_s, ButtonRole::Plain, m_zoom);
    m_fit = new Button(u"fit"_s, ButtonRole::Plain, m_zoom);
    for (Button* button : {m_out, m_in, m_fit})
        row->addWidget(button);
    addRight(m_zoom);

    auto* toggle = new QWidget(this);
    auto* pair = new QHBoxLayout(toggle);
    pair->setContentsMargins(0, 0, 0, 0);
    pair->setSpacing(0);
    m_asMap = new Button(u"map"_s, ButtonRole::Plain, toggle);
    m_asList = new Button(u"list"_s, ButtonRole::Plain, toggle);
    for (Button* button : {m_asMap, m_asList}) {
        button->setCheckable(true);
        button->setAutoExclusive(true);
        pair->addWidget(button);
    }
    m_asMap->setObjectName(u"asMap"_s);
    m_asList->setObjectName(u"asList"_s);
    m_asMap->setChecked(true);
    addRight(toggle);
    m_find = makeSearchField(this);
    addRight(m_find);
}

void DependenciesPage::retranslate()
{
    PageBase::retranslate();
    setHeadings(
        words().pageTitle(PageId::Dependencies),
        tr("A forgotten dependency is the first cause of failure after a cutover: the map shows what stops with "
           "what."));
    m_scan->setText(tr("&Search for links"));
    m_asMap->setText(tr("&Map"));
    m_asList->setText(tr("&List"));
    m_out->setAccessibleName(tr("Zoom out"));
    m_out->setToolTip(tr("Zoom out (-)"));
    m_in->setAccessibleName(tr("Zoom in"));
    m_in->setToolTip(tr("Zoom in (+)"));
    m_fit->setAccessibleName(tr("Show the whole map"));
    m_fit->setToolTip(tr("Show the whole map (0)"));
    m_find->setPlaceholderText(tr("Find an asset"));
    m_find->setAccessibleName(tr("Find an asset"));
    m_map->setAccessibleName(tr("Dependency map; the list shows the same facts"));
    m_legend->setWords(tr("confirmed"), tr("to confirm"), tr("asleep (now and then)"), tr("A → B: A needs B"));
    m_list->setListName(m_links, tr("Dependencies"));
    m_list->setColumns(m_links, {{tr("Asset"), 150, false, true},
                                 {tr("Needs"), 150},
                                 {tr("How it is known"), 160},
                                 {tr("Certainty"), 76, true},
                                 {tr("State"), 120}});
    m_details->setPlaceholder(tr("Choose a box to see what stops with it."));
    m_details->setAccessibleName(tr("Details"));
}

void DependenciesPage::refresh(const Snapshot& snapshot)
{
    m_list->setRows(m_links, DependenciesController::rows(snapshot, words()));
    const bool scanned = DependenciesController::wasScanned(snapshot);
    const bool assets = !snapshot.presentAssets().empty();
    const QString off = parts::whyOff(context(), {u"job.dependencies"_s});
    if (!assets)
        m_list->setEmpty(m_links, tr("Dependencies lead from asset to asset: the inventory comes first."),
                         tr("See the inventory"), [this] { context().goTo(PageId::Inventory); });
    else if (!scanned)
        m_list->setEmpty(m_links,
                         tr("No link yet. Bascule reads configuration files and scripts without changing anything."),
                         off.isEmpty() ? tr("Search for links") : QString(), [this] { m_controller.scan(); });
    else
        m_list->setEmpty(m_links, tr("No configuration file points at another asset."));
    const bool drawable = assets && scanned && !snapshot.dependencies.empty();
    if (drawable)
        m_layouter.request(context().snapshot());
    const bool map = drawable && m_asMap->isChecked() && !m_mapFailed;
    m_asMap->setReason(drawable ? QString() : tr("There is nothing to draw yet."));
    m_stack->setCurrentIndex(map ? 0 : 1);
    m_zoom->setVisible(map);
    fillMap();
    updateButtons(snapshot);
    fillDetails();
    PageBase::refresh(snapshot);
}

void DependenciesPage::updateButtons(const Snapshot& snapshot)
{
    const QString busy = parts::whyOff(context(), {u"job.dependencies"_s});
    const bool assets = !snapshot.presentAssets().empty();
    m_scan->setReason(!busy.isEmpty() ? busy : assets ? QString() : tr("Run the inventory first."));
    const int open = DependenciesController::undecided(snapshot);
    m_decide->setText(open > 0 ? tr("&Decide on %n link(s) to confirm", "", open) : tr("&Decide on links"));
    const QString off = parts::whyOff(context());
    m_decide->setReason(!off.isEmpty() ? off : open > 0 ? QString() : tr("Every link is decided."));
    const bool scanned = DependenciesController::wasScanned(snapshot);
    setPrimary(!scanned && m_scan->isEnabled() ? m_scan : open > 0 && m_decide->isEnabled() ? m_decide : nullptr);
}

void DependenciesPage::jobsMoved()
{
    updateButtons(*context().snapshot());
}

NextReason DependenciesPage::nextReason() const
{
    if (DependenciesController::undecided(*context().snapshot()) == 0)
        return {};
    return {true, tr("A dismissed dependency needs a reason, which stays in the evidence ledger."), {}};
}

void DependenciesPage::focusItem(const QString& kind, Id id)
{
    if (kind == "asset"_L1)
        selectPoint(id);
    else if (kind == "dependency"_L1 && id != 0)
        selectLink(id);
    else if (kind == "run-dependencies"_L1)
        m_scan->setFocus();
}

void DependenciesPage::fillMap()
{
    const SnapshotPtr snapshot = context().snapshot();
    if (m_layout.nodes.empty() || snapshot->dependencies.empty()) {
        m_map->setModel({});
        return;
    }
    m_map->setModel(DependenciesController::map(m_layout, *snapshot, m_point, words()));
}

void DependenciesPage::fillDetails()
{
    const SnapshotPtr snapshot = context().snapshot();
    const QString off = parts::whyOff(context());
    if (m_stack->currentIndex() == 0)
        m_details->setDetails(DependenciesController::pointDetails(*snapshot, m_point, off, words()));
    else
        m_details->setDetails(DependenciesController::linkDetails(*snapshot, m_list->currentId(), off, words()));
}

void DependenciesPage::showMap(bool map)
{
    (map ? m_asMap : m_asList)->setChecked(true);
    const bool shown = map && m_asMap->isEnabled() && !m_mapFailed;
    m_stack->setCurrentIndex(shown ? 0 : 1);
    m_zoom->setVisible(shown);
    fillDetails();
}

void DependenciesPage::showPoint(Id point)
{
    m_point = point;
    fillMap();
    fillDetails();
}

void DependenciesPage::selectPoint(Id point)
{
    showPoint(point);
    m_map->reveal(point);
}

void DependenciesPage::selectLink(Id dependency)
{
    m_list->select(u"dependency"_s, dependency);
    if (m_stack->currentIndex() != 0) {
        fillDetails();
        return;
    }
    const SnapshotPtr snapshot = context().snapshot();
    if (const Dependency* link = findById(snapshot->dependencies, dependency))
        selectPoint(DependenciesController::pointOf(*snapshot, *link, false));
}

void DependenciesPage::decideNext()
{
    const Id next = DependenciesController::firstUndecided(*context().snapshot());
    if (next == 0)
        return;
    selectLink(next);
    if (auto* confirm = m_details->findChild<QPushButton*>(u"button:confirm:"_s + QString::number(next))) {
        confirm->setFocus(Qt::OtherFocusReason);
        m_details->ensureWidgetVisible(confirm);
    }
}

void DependenciesPage::askDismissal(Id dependency)
{
    const SnapshotPtr snapshot = context().snapshot();
    const Dependency* link = findById(snapshot->dependencies, dependency);
    if (!link)
        return;
    ask::Decision decision;
    decision.sentence = tr("Dismiss the link %1").arg(DependenciesController::linkName(*snapshot, *link));
    decision.body = tr("It counts as no dependency from then on. The name and the reason stay in the evidence ledger.");
    decision.verb = tr("Dismiss the link");
    ask::decision(this, context(), decision, [this, dependency](const QString& person, const QString& why) {
        m_controller.decide(dependency, DependencyState::Dismissed, person, why);
    });
}

void DependenciesPage::pressed(const QString& button)
{
    const Id id = button.section(u':', 1).toLongLong();
    if (button.startsWith("dismiss:"_L1))
        askDismissal(id);
    else if (button.startsWith("confirm:"_L1))
        ask::asPerson(this, context(), [this, id](const QString& person) {
            m_controller.decide(id, DependencyState::Confirmed, person, {});
        });
}

void DependenciesPage::searched(const QString& text)
{
    m_list->searchField()->setText(text);
    if (m_stack->currentIndex() != 0)
        return;
    if (const Id point = DependenciesController::find(*context().snapshot(), text))
        selectPoint(point);
}

} // namespace bascule::ui
