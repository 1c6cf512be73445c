// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/ServersPage.h"

#include "core/hosts/SshAddress.h"
#include "ui/pages/Ask.h"
#include "ui/pages/FormDialog.h"

#include <QFileDialog>

using namespace Qt::StringLiterals;

namespace bascule::ui {

ServersPage::ServersPage(AppContext& context, QWidget* parent)
    : PageBase(context, PageId::Servers, parent)
    , m_controller(context)
    , m_watch(new ServerWatch(context, this))
{
    m_add = addButton(u"plus"_s);
    m_add->setObjectName(u"add"_s);
    m_check = addButton(u"redo"_s);
    m_check->setObjectName(u"check"_s);
    m_list = new ListPanel(this);
    m_servers = m_list->addList({}, RowSize::TwoLines);
    m_details = new DetailsPanel(this);
    addRight(m_list->searchField());
    setListAndDetails(m_list, m_details);

    connect(m_add, &QPushButton::clicked, this,
            [this] { askServer(ServersController::nextRole(*ServersPage::context().snapshot())); });
    connect(m_check, &QPushButton::clicked, this, [this] { m_controller.testAll(); });
    connect(m_list, &ListPanel::currentChanged, this, &ServersPage::fillDetails);
    connect(m_details, &DetailsPanel::edited, this, [this](const QString& field, const QString& value) {
        m_controller.edit(m_list->currentId(), field, value);
    });
    connect(m_details, &DetailsPanel::pressed, this, &ServersPage::pressed);
    connect(m_watch, &ServerWatch::changed, this, [this] { refreshLive(false); });
}

void ServersPage::retranslate()
{
    PageBase::retranslate();
    setHeadings(words().pageTitle(PageId::Servers),
                tr("Name the old server, the new one, and a test environment to rehearse on."));
    m_add->setText(tr("&Add a server…"));
    m_check->setText(tr("&Test all servers"));
    m_list->setListName(m_servers, tr("Servers"));
    m_list->setColumns(
        m_servers, {{tr("Server"), 176}, {tr("Place"), 200, false, true}, {tr("State"), 190}, {tr("Free"), 82, true}});
    m_list->searchField()->setPlaceholderText(tr("Filter"));
    m_details->setPlaceholder(tr("Choose a server to see it here."));
    m_details->setAccessibleName(tr("Details"));
}

void ServersPage::refresh(const Snapshot& snapshot)
{
    const QString off = parts::whyOff(context());
    m_list->setEmpty(m_servers, tr("No server yet. Begin with the old one: Bascule only reads it."),
                     off.isEmpty() ? tr("Add the old server…") : QString(), [this] { askServer(ServerRole::Source); });
    refreshLive(true);
    updateButtons(snapshot);
    PageBase::refresh(snapshot);
}

void ServersPage::refreshLive(bool always)
{
    const SnapshotPtr snapshot = context().snapshot();
    ServersLive live;
    live.testing = ServerStates::beingTested(context());
    for (const Server& server : snapshot->servers) {
        if (const LinkState link = m_watch->state(server.id); link.link != Link::None)
            live.links.insert(server.id, link);
    }
    if (!always && live == m_live)
        return;
    m_live = live;
    m_list->setRows(m_servers, ServersController::rows(*snapshot, context().now(), words(), m_live));
    setStrip(ServersController::strip(*snapshot, words(), m_live));
    fillDetails();
}

void ServersPage::updateButtons(const Snapshot& snapshot)
{
    const QString off = parts::whyOff(context());
    const QString busy = parts::whyOff(context(), {u"job.server-check"_s, u"job.connection-test"_s});
    m_add->setReason(off);
    m_check->setReason(!busy.isEmpty() ? busy : snapshot.servers.empty() ? tr("There is no server yet.") : QString());
    const bool missing = ServersController::nextRole(snapshot) != ServerRole::Other;
    setPrimary(off.isEmpty() && missing ? m_add : nullptr);
}

void ServersPage::jobsMoved()
{
    updateButtons(*context().snapshot());
    refreshLive(false);
}

NextReason ServersPage::nextReason() const
{
    const Snapshot& snapshot = *context().snapshot();
    if (!ServersController::complete(snapshot))
        return {false,
                snapshot.serverOf(ServerRole::Source) ? tr("Next needs the new server too.")
                                                      : tr("Next needs the old server and the new one."),
                [this] { m_add->setFocus(); }};
    if (!snapshot.serverOf(ServerRole::Test))
        return {
            true, tr("A test environment can be added later, but the cutover is not opened without a rehearsal."), {}};
    return {};
}

void ServersPage::focusItem(const QString& kind, Id id)
{
    if (kind == "server"_L1) {
        m_list->select(kind, id);
    } else if (kind == "add-server"_L1 && m_add->isEnabled()) {
        const Snapshot& snapshot = *context().snapshot();
        askServer(id > 0 && id <= 4 ? ServerRole(id - 1) : ServersController::nextRole(snapshot));
    }
}

void ServersPage::fillDetails()
{
    const SnapshotPtr snapshot = context().snapshot();
    const QString off = parts::whyOff(context());
    const Id id = m_list->currentId();
    m_details->setDetails(m_list->currentKind() == "pair"_L1
                              ? ServerStates::pairDetails(*snapshot, id, m_live, context().now(), off, words())
                              : ServersController::details(*snapshot, id, context().now(), off, words(), m_live));
}

void ServersPage::askServer(ServerRole role)
{
    const bool again = !m_draft.name.isEmpty();
    auto* form = new FormDialog(this, tr("Add a server"), tr("A folder of this machine, or another machine over SSH."),
                                tr("Add the server"));
    FormField name{FormField::Kind::Line, u"name"_s, tr("Name"), m_draft.name};
    name.missing = tr("A name is missing.");
    name.hint = tr("as people call it");
    form->add(name);
    FormField roles{FormField::Kind::Choice, u"role"_s, tr("Role"), enumName(again ? m_draft.role : role)};
    roles.choices = ServersController::roleChoices(words());
    form->add(roles);
    FormField kinds{FormField::Kind::Choice, u"kind"_s, tr("Reached as"), enumName(m_draft.kind)};
    kinds.choices = {{enumName(ServerKind::Local), tr("A folder of this machine")},
                     {enumName(ServerKind::Ssh), tr("Another machine, over SSH")}};
    form->add(kinds);
    FormField address{FormField::Kind::Line, u"address"_s, tr("Address, for SSH"), m_draft.address};
    address.hint = tr("[user@]host[:port], or an alias of ~/.ssh/config");
    form->add(address);
    FormField sudo{FormField::Kind::Check, u"sudo"_s, tr("Work there as root, through sudo"),
                   m_draft.sudo ? u"yes"_s : u"no"_s};
    form->add(sudo);
    FormField folder{FormField::Kind::Folder, u"root"_s, tr("Folder"), displayPath(m_draft.root)};
    folder.hint = tr("over SSH: / unless given");
    folder.noChooser = [](const FormValues& values) {
        return values.value(u"kind"_s) == enumName(ServerKind::Ssh) ? tr("The folder is on another machine: type it.")
                                                                    : QString();
    };
    form->add(folder);
    form->setRule([this](const FormValues& values) { return whyNotServer(values); });
    form->setExplanation([](const FormValues& values) {
        ServerRole chosen = ServerRole::Source;
        enumFrom(values.value(u"role"_s), chosen);
        return ServersController::roleMeaning(chosen);
    });
    form->ask([this](const FormValues& values) {
        Server server;
        server.name = values.value(u"name"_s);
        enumFrom(values.value(u"role"_s), server.role);
        enumFrom(values.value(u"kind"_s), server.kind);
        server.root = values.value(u"root"_s).toUtf8();
        if (server.kind == ServerKind::Ssh) {
            server.address = values.value(u"address"_s);
            server.sudo = values.value(u"sudo"_s) == "yes"_L1;
        }
        m_draft = server;
        m_controller.save(server, [this](bool kept) {
            if (kept)
                m_draft = {};
        });
    });
}

QString ServersPage::whyNotServer(const FormValues& values) const
{
    const QString folder = values.value(u"root"_s);
    const bool remote = values.value(u"kind"_s) == enumName(ServerKind::Ssh);
    if (remote) {
        const auto address = SshAddress::parse(values.value(u"address"_s));
        if (values.value(u"address"_s).isEmpty())
            return tr("Type the server’s address.");
        if (!address)
            return words().say(address.error());
    } else if (folder.isEmpty()) {
        return tr("Choose the server’s folder.");
    }
    return folder.isEmpty() || folder.startsWith(u'/') ? QString() : tr("The folder needs its whole path.");
}

void ServersPage::askFolder()
{
    const Id id = m_list->currentId();
    const Server* server = context().snapshot()->server(id);
    if (!server || server->kind != ServerKind::Local)
        return;
    auto* chooser = new QFileDialog(this, tr("Folder of %1").arg(server->name));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setOption(QFileDialog::DontUseNativeDialog);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setDirectory(displayPath(server->root));
    connect(chooser, &QFileDialog::fileSelected, this,
            [this, id](const QString& folder) { m_controller.edit(id, u"root"_s, folder); });
    chooser->open();
}

void ServersPage::testPair(Id other)
{
    if (const Server* source = context().snapshot()->serverOf(ServerRole::Source))
        m_controller.test(source->id);
    m_controller.test(other);
}

void ServersPage::pressed(const QString& button)
{
    const Id id = m_list->currentId();
    const Server* server = context().snapshot()->server(id);
    if (button == "choose-folder"_L1)
        askFolder();
    else if (button == "test-connection"_L1)
        m_controller.test(id);
    else if (button == "test-pair"_L1)
        testPair(id);
    else if (button == "remove-server"_L1 && server)
        ask::confirm(this, tr("Remove %1 from the project").arg(server->name),
                     tr("What was found on it goes with it. Its files stay as they are."), tr("Remove the server"),
                     [this, id] { m_controller.remove(id); });
}

} // namespace bascule::ui
