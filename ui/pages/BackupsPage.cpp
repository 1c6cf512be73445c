// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/BackupsPage.h"

#include "ui/pages/Ask.h"
#include "ui/pages/FormDialog.h"

using namespace Qt::StringLiterals;

namespace bascule::ui {

namespace {

const QStringList kJobs{u"job.backup-read"_s, u"job.restore-test"_s, u"job.make-backup"_s, u"job.discover-backups"_s};

} // namespace

BackupsPage::BackupsPage(AppContext& context, QWidget* parent)
    : PageBase(context, PageId::Backups, parent)
    , m_controller(context)
{
    m_read = addButton(u"search"_s);
    m_read->setObjectName(u"read"_s);
    m_restore = addButton();
    m_restore->setObjectName(u"restore"_s);
    m_plan = addButton();
    m_plan->setObjectName(u"plan"_s);
    m_filter = makeCombo(this);
    m_list = new ListPanel(this);
    m_matrix = m_list->addList({}, RowSize::TwoLines);
    m_details = new DetailsPanel(this);
    addRight(m_filter);
    addRight(m_list->searchField());
    setListAndDetails(m_list, m_details);
    useCheckpoint(Step::Backups);

    connect(m_read, &QPushButton::clicked, this, [this] { m_controller.readAll(); });
    connect(m_restore, &QPushButton::clicked, this, [this] { m_controller.restoreAll(); });
    connect(m_plan, &QPushButton::clicked, this, &BackupsPage::askPlan);
    connect(m_filter, &QComboBox::activated, this, [this] {
        fillRows(*BackupsPage::context().snapshot());
        fillDetails();
    });
    connect(m_list, &ListPanel::currentChanged, this, [this] {
        const Backup* shown = BackupsPage::context().snapshot()->backup(m_backup);
        if (!shown || shown->asset != m_list->currentId())
            m_backup = 0;
        fillDetails();
    });
    connect(m_details, &DetailsPanel::pressed, this, &BackupsPage::pressed);
}

void BackupsPage::retranslate()
{
    PageBase::retranslate();
    setHeadings(words().row(Step::Backups).title,
                tr("A backup counts only once it has been read whole and restored for real."));
    m_read->setText(tr("&Read all backups"));
    m_restore->setText(tr("Run restore &tests"));
    m_plan->setText(tr("&Write the rollback plan…"));
    const int shown = std::max(0, m_filter->currentIndex());
    m_filter->clear();
    m_filter->addItems({tr("Critical assets"), tr("What is still missing"), tr("All assets")});
    m_filter->setCurrentIndex(shown);
    m_filter->setAccessibleName(tr("Assets shown"));
    m_list->setListName(m_matrix, tr("Backups"));
    m_list->setColumns(m_matrix, {{tr("Asset"), 150, false, true},
                                  {tr("Newest backup"), 142},
                                  {tr("Read whole"), 106},
                                  {tr("Restored for real"), 150},
                                  {tr("Time / objective"), 118}});
    m_list->searchField()->setPlaceholderText(tr("Filter"));
    m_details->setPlaceholder(tr("Choose an asset to see its proofs."));
    m_details->setAccessibleName(tr("Details"));
}

QString BackupsPage::busy() const
{
    return parts::whyOff(context(), kJobs);
}

void BackupsPage::fillRows(const Snapshot& snapshot)
{
    const auto shown = static_cast<BackupsController::Shown>(std::max(0, m_filter->currentIndex()));
    const bool assets = !snapshot.presentAssets().empty();
    m_list->setRows(m_matrix,
                    assets ? BackupsController::rows(snapshot, shown, context().now(), words()) : QList<Row>());
}

void BackupsPage::refresh(const Snapshot& snapshot)
{
    fillRows(snapshot);
    m_list->setEmpty(m_matrix, tr("No asset yet: the inventory says what must be backed up."), tr("See the inventory"),
                     [this] { context().goTo(PageId::Inventory); });
    updateButtons(snapshot);
    fillDetails();
    PageBase::refresh(snapshot);
}

void BackupsPage::updateButtons(const Snapshot& snapshot)
{
    const QString off = parts::whyOff(context());
    const QString why = busy();
    const QString none = snapshot.backups.empty() ? tr("No backup is known yet.") : QString();
    m_read->setReason(why.isEmpty() ? none : why);
    m_restore->setReason(why.isEmpty() ? none : why);
    m_plan->setReason(off);
    bool unread = false, untested = false;
    for (const Backup& backup : snapshot.backups) {
        unread = unread || backup.read == ReadState::NotRead;
        untested = untested || (backup.restore == RestoreState::NotTested && backup.read == ReadState::Intact);
    }
    // Once everything was tried, what is to be done is in the details of the row that lacks it.
    Button* primary = unread && m_read->isEnabled() ? m_read : untested && m_restore->isEnabled() ? m_restore : nullptr;
    const bool planMissing = snapshot.project.rollbackScenario.isEmpty();
    if (!primary && planMissing && off.isEmpty() && !snapshot.presentAssets().empty()) {
        const auto assets = snapshot.presentAssets();
        const bool allProven = std::all_of(assets.begin(), assets.end(), [&](const Asset* asset) {
            return !asset->critical || BackupsController::isProven(snapshot, *asset, context().now());
        });
        if (allProven)
            primary = m_plan;
    }
    setPrimary(primary);
}

void BackupsPage::jobsMoved()
{
    updateButtons(*context().snapshot());
}

NextReason BackupsPage::nextReason() const
{
    if (context().board().of(Step::Backups).state == CheckpointState::Passed)
        return {};
    return {true, tr("You can go on preparing; the cutover stays closed until this checkpoint has passed."), {}};
}

void BackupsPage::focusItem(const QString& kind, Id id)
{
    const SnapshotPtr snapshot = context().snapshot();
    if (kind == "rollback-drill"_L1 || kind == "rollback"_L1) {
        m_list->select(u"rollback"_s, 1);
        return;
    }
    if (kind == "rollback-scenario"_L1 || kind == "rollback-plan"_L1) {
        m_list->select(u"rollback"_s, 1);
        if (m_plan->isEnabled())
            askPlan();
        return;
    }
    Id asset = kind == "asset"_L1 ? id : 0;
    if (const Backup* backup = kind == "backup"_L1 ? snapshot->backup(id) : nullptr) {
        asset = backup->asset;
        m_backup = id;
    }
    if (asset == 0)
        return;
    if (!m_list->select(u"asset"_s, asset)) {
        m_filter->setCurrentIndex(static_cast<int>(BackupsController::Shown::All));
        fillRows(*snapshot);
        m_list->select(u"asset"_s, asset);
    }
    fillDetails();
}

void BackupsPage::fillDetails()
{
    const SnapshotPtr snapshot = context().snapshot();
    const QString off = parts::whyOff(context());
    if (m_list->currentKind() == "asset"_L1)
        m_details->setDetails(BackupsController::assetDetails(*snapshot, m_list->currentId(), m_backup, context().now(),
                                                              off, busy(), words()));
    else if (m_list->currentKind() == "rollback"_L1)
        m_details->setDetails(BackupsController::rollbackDetails(*snapshot, context().now(), off, words()));
    else
        m_details->setDetails({});
}

void BackupsPage::askPlan()
{
    const SnapshotPtr snapshot = context().snapshot();
    const QString plan = snapshot->project.rollbackScenario;
    auto* form = new FormDialog(this, plan.isEmpty() ? tr("Write the rollback plan") : tr("Change the rollback plan"),
                                tr("Who decides to go back, until when, in what order, and who is told. The rehearsal "
                                   "then goes this way once and measures it."),
                                tr("Keep the plan"));
    FormField text{FormField::Kind::Text, u"text"_s, tr("Rollback plan"),
                   plan.isEmpty() ? BackupsController::draftPlan(*snapshot, words()) : plan};
    text.missing = tr("The plan is empty.");
    form->add(text);
    FormField person{FormField::Kind::Editable, u"person"_s, tr("Written by"), context().lastPerson()};
    for (const QString& name : parts::people(*snapshot, PersonRole::It))
        person.choices.append({name, name});
    if (person.value.isEmpty() && !person.choices.isEmpty())
        person.value = person.choices.front().value;
    person.missing = tr("A name is missing.");
    form->add(person);
    form->ask([this](const FormValues& values) {
        context().setLastPerson(values.value(u"person"_s));
        m_controller.writePlan(values.value(u"text"_s), values.value(u"person"_s));
    });
}

void BackupsPage::askFile(Id asset)
{
    const SnapshotPtr snapshot = context().snapshot();
    const Asset* of = snapshot->asset(asset);
    auto* form =
        new FormDialog(this, tr("Add a backup file"),
                       tr("Bascule only reads it, and restores it into a folder of its own."), tr("Add the backup"));
    FormField assets{FormField::Kind::Choice, u"asset"_s, tr("Asset"), QString::number(asset)};
    for (const Asset* one : snapshot->presentAssets())
        assets.choices.append({QString::number(one->id), one->name});
    form->add(assets);
    FormField file{FormField::Kind::File, u"path"_s, tr("File"), {}};
    file.missing = tr("Choose the file.");
    if (const Server* server = of ? snapshot->server(of->server) : nullptr)
        file.hint = server->kind == ServerKind::Local ? displayPath(server->root) : QString();
    form->add(file);
    FormField kind{FormField::Kind::Choice, u"kind"_s, tr("Kind"), u"auto"_s};
    kind.choices = BackupsController::kindChoices();
    form->add(kind);
    form->ask([this](const FormValues& values) {
        NewBackup backup;
        backup.asset = values.value(u"asset"_s).toLongLong();
        backup.path = values.value(u"path"_s).toUtf8();
        backup.kind = values.value(u"kind"_s);
        m_controller.add(backup);
    });
}

void BackupsPage::pressed(const QString& button)
{
    const Id id = button.section(u':', 1).toLongLong();
    if (button == "make"_L1) {
        m_backup = 0;
        m_controller.backUpAndTest(m_list->currentId());
    } else if (button.startsWith("test:"_L1)) {
        m_controller.restoreOne(id);
    } else if (button == "add"_L1) {
        askFile(m_list->currentId());
    } else if (button == "discover"_L1) {
        m_controller.discover();
    } else if (button.startsWith("remove:"_L1)) {
        ask::confirm(this, tr("Forget this backup"), tr("The file stays where it is; its proofs no longer count."),
                     tr("Forget it"), [this, id] { m_controller.remove(id); });
    } else if (button == "plan"_L1) {
        askPlan();
    }
}

} // namespace bascule::ui
