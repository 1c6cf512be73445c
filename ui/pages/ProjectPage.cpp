// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/ProjectPage.h"

#include "ui/pages/Ask.h"
#include "ui/pages/FormDialog.h"

#include <QDir>
#include <QFileDialog>

using namespace Qt::StringLiterals;

namespace bascule::ui {

ProjectPage::ProjectPage(AppContext& context, QWidget* parent)
    : PageBase(context, PageId::Project, parent)
    , m_controller(context)
{
    m_new = addButton(u"plus"_s);
    m_new->setObjectName(u"new"_s);
    m_open = addButton(u"file"_s);
    m_open->setObjectName(u"open"_s);
    m_person = addButton(u"person"_s);
    m_person->setObjectName(u"person"_s);
    m_list = new ListPanel(this);
    m_people = m_list->addList({});
    m_settings = m_list->addList({}, RowSize::Dense, false);
    m_recentList = m_list->addList({}, RowSize::Dense, false);
    m_details = new DetailsPanel(this);
    addRight(m_list->searchField());
    setListAndDetails(m_list, m_details);

    connect(m_new, &QPushButton::clicked, this, &ProjectPage::askNew);
    connect(m_open, &QPushButton::clicked, this, &ProjectPage::askOpen);
    connect(m_person, &QPushButton::clicked, this, &ProjectPage::askPerson);
    connect(m_list, &ListPanel::currentChanged, this, &ProjectPage::fillDetails);
    connect(m_list, &ListPanel::activated, this, [this](const QString& kind, qint64 id) {
        if (kind == "recent"_L1)
            open(m_recent.value(int(id) - 1));
    });
    connect(m_details, &DetailsPanel::edited, this, &ProjectPage::edited);
    connect(m_details, &DetailsPanel::pressed, this, &ProjectPage::pressed);
}

void ProjectPage::retranslate()
{
    PageBase::retranslate();
    setHeadings(words().pageTitle(PageId::Project),
                tr("A project keeps one migration together: its servers, the people who decide, and every proof."));
    m_new->setText(tr("New &project…"));
    m_open->setText(tr("&Open a project…"));
    m_person->setText(tr("&Add a person…"));
    m_list->setListName(m_people, tr("People"));
    m_list->setListName(m_settings, tr("Settings"));
    m_list->setListName(m_recentList, tr("Recent projects"));
    m_list->setColumns(
        m_people, {{tr("Name"), 220, false, true}, {tr("Role"), 130}, {tr("Contact"), 180}, {tr("Assets"), 80, true}});
    m_list->setColumns(m_settings, {{tr("Setting"), 200}, {tr("Value"), 180}, {tr("What it says"), 260, false, true}});
    m_list->setColumns(m_recentList, {{tr("Project"), 190}, {tr("File"), 300, false, true}, {tr("Opened"), 140}});
    m_list->searchField()->setPlaceholderText(tr("Filter"));
    m_details->setAccessibleName(tr("Details"));
}

void ProjectPage::refresh(const Snapshot& snapshot)
{
    const bool isOpen = context().hasProject();
    m_controller.remember(snapshot);
    m_recent = m_controller.recent();
    const QString off = parts::whyOff(context());
    m_person->setVisible(isOpen);
    m_person->setReason(off);
    m_list->setRows(m_people, ProjectController::personRows(snapshot, words()));
    m_list->setRows(m_settings, isOpen ? ProjectController::settingRows(snapshot, words()) : QList<Row>());
    m_list->setRows(m_recentList, ProjectController::recentRows(m_recent, context().now(), words()));

    const QString none = tr("No project is open.");
    if (isOpen) {
        m_list->setEmpty(m_people, tr("Nobody yet. IT, the business and management each sign for something."),
                         off.isEmpty() ? tr("Add a person…") : QString(), [this] { askPerson(); });
    } else {
        m_list->setEmpty(m_people, none, tr("New project…"), [this] { askNew(); });
    }
    m_list->setEmpty(m_settings, none, tr("New project…"), [this] { askNew(); });
    m_list->setEmpty(m_recentList, tr("No project was opened on this machine yet."), tr("New project…"),
                     [this] { askNew(); });
    if (m_file != snapshot.file) {
        m_file = snapshot.file;
        m_list->setCurrentList(isOpen ? m_people : m_recentList);
        m_list->selectFirst();
    } else if (!isOpen && m_recent.isEmpty()) {
        m_list->setCurrentList(m_recentList);
    }

    const StripState state = ProjectController::strip(snapshot, isOpen, words());
    setStrip(state);
    const bool complete = state.look == Look::Passed || state.look == Look::Blocked;
    setPrimary(!isOpen ? m_new : complete || !off.isEmpty() ? nullptr : m_person);
    // Nothing can be chosen from an empty list.
    m_details->setPlaceholder(isOpen || !m_recent.isEmpty() ? tr("Choose a row to see it here.") : QString());
    fillDetails();
    PageBase::refresh(snapshot);
}

NextReason ProjectPage::nextReason() const
{
    if (context().hasProject())
        return {};
    return {false, tr("Next needs a project: make one or open one."), [this] { m_new->setFocus(); }};
}

void ProjectPage::focusItem(const QString& kind, Id id)
{
    if (kind == "new-project"_L1)
        askNew();
    else if (kind == "open-project"_L1)
        askOpen();
    else if (kind == "add-person"_L1 && m_person->isEnabled())
        askPerson();
    else if (kind == "setting"_L1 || kind == "person"_L1)
        m_list->select(kind, id);
}

void ProjectPage::fillDetails()
{
    const SnapshotPtr snapshot = context().snapshot();
    const QString kind = m_list->currentKind();
    const Id id = m_list->currentId();
    const QString off = parts::whyOff(context());
    if (kind == "person"_L1)
        m_details->setDetails(ProjectController::personDetails(*snapshot, id, off, words()));
    else if (kind == "setting"_L1)
        m_details->setDetails(ProjectController::settingDetails(
            *snapshot, static_cast<ProjectController::Setting>(id - 1), off, words()));
    else if (kind == "recent"_L1 && id <= m_recent.size())
        m_details->setDetails(ProjectController::recentDetails(m_recent.at(int(id) - 1), context().now(), words()));
    else
        m_details->setDetails({});
}

void ProjectPage::edited(const QString& field, const QString& value)
{
    const SnapshotPtr snapshot = context().snapshot();
    if (m_list->currentKind() == "person"_L1) {
        const QString why =
            field == "name"_L1 ? ProjectController::whyNotName(*snapshot, value, m_list->currentId()) : QString();
        if (why.isEmpty())
            m_controller.editPerson(m_list->currentId(), field, value);
        else
            message()->showMessage(Look::ToFix, why);
        fillDetails();
    } else if (m_list->currentKind() == "setting"_L1) {
        m_controller.editSetting(field, value);
    }
}

void ProjectPage::pressed(const QString& button)
{
    if (button == "remove-person"_L1) {
        askRemoval();
        return;
    }
    const RecentProject recent = m_recent.value(int(m_list->currentId()) - 1);
    if (button == "open-recent"_L1) {
        open(recent);
    } else if (button == "forget-recent"_L1) {
        m_controller.forget(recent.file);
        refreshNow();
    }
}

void ProjectPage::open(const RecentProject& recent)
{
    if (!recent.file.isEmpty() && recent.file != context().snapshot()->file)
        context().openProject(recent.file);
}

void ProjectPage::askNew()
{
    auto* form = new FormDialog(this, tr("Make a new project"),
                                tr("The file keeps everything about this migration. Nothing is written to a server."),
                                tr("Make the project"));
    FormField name{FormField::Kind::Line, u"name"_s, tr("Name of the company or of the migration"), {}};
    name.missing = tr("A name is missing.");
    form->add(name);
    FormField language{FormField::Kind::Choice, u"language"_s, tr("Language"), enumName(context().language())};
    language.choices = {{u"fr"_s, u"Français"_s}, {u"en"_s, u"English"_s}};
    form->add(language);
    FormField file{FormField::Kind::NewFile, u"file"_s, tr("File"), {}};
    file.hint = tr("/home/you/migration.bascule");
    file.missing = tr("Choose where the project is kept.");
    file.filter = tr("Bascule projects (*.bascule)");
    form->add(file);
    form->setRule([](const FormValues& values) {
        return values.value(u"file"_s).startsWith(u'/') ? QString() : tr("The file needs its whole path.");
    });
    form->ask([this](const FormValues& values) {
        Project project;
        project.name = values.value(u"name"_s);
        enumFrom(values.value(u"language"_s), project.language);
        QString path = values.value(u"file"_s);
        if (!path.endsWith(".bascule"_L1))
            path += ".bascule"_L1;
        context().newProject(path, project, [this, language = project.language](bool done) {
            if (done)
                context().setLanguage(language);
        });
    });
}

void ProjectPage::askOpen()
{
    auto* chooser = new QFileDialog(this, tr("Open a project"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setOption(QFileDialog::DontUseNativeDialog);
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setNameFilter(tr("Bascule projects (*.bascule)"));
    if (!m_recent.isEmpty())
        chooser->setDirectory(m_recent.front().file.section(u'/', 0, -2));
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString& file) { context().openProject(file); });
    chooser->open();
}

void ProjectPage::askPerson()
{
    auto* form = new FormDialog(this, tr("Add a person"), tr("People own assets, validate, sign and approve by name."),
                                tr("Add the person"));
    FormField name{FormField::Kind::Line, u"name"_s, tr("Name"), {}};
    name.missing = tr("A name is missing.");
    form->add(name);
    const SnapshotPtr snapshot = context().snapshot();
    PersonRole missing = PersonRole::It;
    for (PersonRole role : {PersonRole::Management, PersonRole::Business, PersonRole::It}) {
        if (parts::peopleOf(*snapshot, role).isEmpty())
            missing = role;
    }
    FormField role{FormField::Kind::Choice, u"role"_s, tr("Role"), enumName(missing)};
    role.choices = ProjectController::roleChoices(words());
    form->add(role);
    FormField contact{FormField::Kind::Line, u"contact"_s, tr("Contact"), {}};
    contact.hint = tr("phone or e-mail");
    form->add(contact);
    form->setRule([this](const FormValues& values) {
        return ProjectController::whyNotName(*context().snapshot(), values.value(u"name"_s));
    });
    form->ask([this](const FormValues& values) {
        Person person;
        person.name = values.value(u"name"_s);
        enumFrom(values.value(u"role"_s), person.role);
        person.contact = values.value(u"contact"_s);
        m_controller.savePerson(person);
    });
}

void ProjectPage::askRemoval()
{
    const Person* person = findById(context().snapshot()->persons, m_list->currentId());
    if (!person)
        return;
    ask::confirm(this, tr("Remove %1 from the project").arg(person->name),
                 tr("What they have signed stays in the evidence ledger."), tr("Remove"),
                 [this, id = person->id] { m_controller.removePerson(id); });
}

} // namespace bascule::ui
