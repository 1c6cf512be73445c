// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/ServersController.h"

#include "core/hosts/ConnectionTestJob.h"
#include "core/hosts/ServerCheckJob.h"
#include "core/hosts/Setup.h"

using namespace Qt::StringLiterals;

namespace bascule::ui {

QString ServersController::roleMeaning(ServerRole role)
{
    switch (role) {
    case ServerRole::Source:
        return tr("What is migrated. It is read only, and nothing on it is changed or deleted.");
    case ServerRole::Target:
        return tr("Where everything goes.");
    case ServerRole::Test:
        return tr("Where the cutover is rehearsed. Whatever lies there is overwritten.");
    case ServerRole::Other:
        return tr("Something else that takes part, such as the place of backups.");
    }
    return {};
}

QList<Choice> ServersController::roleChoices(const text::Phrasebook& words)
{
    QList<Choice> choices;
    for (ServerRole role : {ServerRole::Source, ServerRole::Target, ServerRole::Test, ServerRole::Other})
        choices.append({enumName(role), words.word(role)});
    return choices;
}

ServerRole ServersController::nextRole(const Snapshot& snapshot)
{
    for (ServerRole role : {ServerRole::Source, ServerRole::Target, ServerRole::Test}) {
        if (!snapshot.serverOf(role))
            return role;
    }
    return ServerRole::Other;
}

bool ServersController::complete(const Snapshot& snapshot)
{
    return snapshot.serverOf(ServerRole::Source) && snapshot.serverOf(ServerRole::Target);
}

namespace {

/// Lets a fingerprint or a long path go on in the next line: it would widen the details otherwise.
QString breakable(const QString& text)
{
    QString broken;
    int run = 0;
    for (const QChar c : text) {
        run = c.isSpace() ? 0 : run + 1;
        broken += c;
        if (run > 0 && run % 16 == 0)
            broken += QChar(0x200b);
    }
    return broken;
}

/// Every line of the last connection test: what was tried, what came of it, and what to do about it.
void addConnectionLines(Details& details, const QJsonArray& lines, const text::Phrasebook& words)
{
    for (const QJsonValue& value : lines) {
        const QJsonObject line = value.toObject();
        const QString step = words.say(u"connection."_s + line.value("step"_L1).toString());
        const QString state = line.value("state"_L1).toString();
        const Look look = state == "passed"_L1 ? Look::Passed : state == "failed"_L1 ? Look::Failed : Look::Waiting;
        details.checkLine(look, step, words.say(u"connection-state."_s + state));
        const QJsonObject error = line.value("error"_L1).toObject();
        if (!error.isEmpty()) {
            details.paragraph(breakable(parts::sayJson(error, words)));
            QJsonObject params = error.value("params"_L1).toObject();
            params.insert("subject"_L1, error.value("subject"_L1));
            details.caption(breakable(words.remedy(error.value("code"_L1).toString(), params)));
        } else if (line.contains("outcome"_L1)) {
            details.caption(breakable(parts::sayJson(line.value("outcome"_L1).toObject(), words)));
        }
    }
}

} // namespace

QList<Row> ServersController::rows(const Snapshot& snapshot, const QDateTime& now, const text::Phrasebook& words,
                                   const ServersLive& live)
{
    QList<Row> rows;
    for (const Server& server : snapshot.servers) {
        const auto tested = lastTest(snapshot, server);
        Cell name = Cell::named(u"server"_s, server.name, words.word(server.role));
        name.sort = int(server.role);
        Cell folder = Cell::filePath(ServerStates::placeOf(server));
        folder.second = server.inventoriedAt.isValid()
                            ? tr("inventory: %1").arg(parts::moment(server.inventoriedAt, now, words))
                            : QString();
        const Cell state = ServerStates::cellOf(ServerStates::stateOf(snapshot, server, live, now, words), words);
        Cell space = tested.bytesTotal > 0 ? Cell::number(words.bytes(tested.bytesFree), tested.bytesFree)
                                           : Cell::number(u"–"_s, -1);
        space.second = tested.bytesTotal > 0 ? tr("of %1").arg(words.bytes(tested.bytesTotal)) : QString();
        rows.append({u"server"_s, server.id, {name, folder, state, space}});
    }
    const QList<Row> pairs = ServerStates::pairs(snapshot, live, now, words);
    if (pairs.isEmpty())
        return rows;
    const auto group = [&words](qint64 id, const QString& name, const QList<Row>& children) {
        Row row;
        row.kind = u"group"_s;
        row.id = id;
        row.group = true;
        row.selectable = false;
        row.cells = {Cell::plain(name)};
        row.cells.front().sort = id;
        row.children = children;
        row.count = words.number(children.size());
        return row;
    };
    return {group(1, tr("Pairs of old and new"), pairs), group(2, tr("Servers"), rows)};
}

namespace {

/// How it stands just now, and what the window does about it.
void addState(Details& details, const ServerStates::State& state, const text::Phrasebook& words)
{
    if (state.sentence.isEmpty()) {
        details.checkLine(state.look, state.word, state.second);
        return;
    }
    details.finding(state.look, state.word, breakable(state.sentence));
    QJsonObject params = state.error.value("params"_L1).toObject();
    params.insert("subject"_L1, state.error.value("subject"_L1));
    if (state.retried)
        details.caption(ServersController::tr("It is tried again by itself, with growing pauses."));
    else if (state.password)
        details.caption(ServersController::tr("Nothing asks by itself: type it when you are ready."));
    else
        details.caption(breakable(words.remedy(state.error.value("code"_L1).toString(), params)));
}

/// What the last look at a folder of this machine said.
void addFolder(Details& details, const Server& server, const ServerTest& tested, const QDateTime& now,
               const text::Phrasebook& words)
{
    details.section(ServersController::tr("The folder"));
    if (!tested.known) {
        details.caption(ServersController::tr("Nobody has looked at it yet."));
        return;
    }
    details.checkLine(tested.good ? Look::Passed : Look::Failed,
                      tested.good ? ServersController::tr("There and readable") : parts::sayJson(tested.error, words),
                      parts::moment(tested.at, now, words));
    if (tested.bytesTotal > 0)
        details.checkLine(tested.bytesFree > 0 ? Look::Passed : Look::Failed, ServersController::tr("Free space"),
                          words.bytes(tested.bytesFree));
    if (tested.readOnly)
        details.checkLine(server.role == ServerRole::Source ? Look::Note : Look::Failed,
                          ServersController::tr("Mounted read only"));
}

/// How much of the inventory lies there.
void addAssets(Details& details, const Snapshot& snapshot, Id server, const text::Phrasebook& words)
{
    qint64 bytes = 0;
    int assets = 0;
    for (const Asset& asset : snapshot.assets) {
        if (asset.server == server && !asset.gone) {
            bytes += asset.bytes;
            ++assets;
        }
    }
    if (assets == 0)
        return;
    details.section(ServersController::tr("On it"));
    details.paragraph(ServersController::tr("%n asset(s), %1", "", assets).arg(words.bytes(bytes)));
    details.link(ServersController::tr("See the inventory"), {PageId::Inventory, {}, 0});
}

} // namespace

Details ServersController::details(const Snapshot& snapshot, Id id, const QDateTime& now, const QString& off,
                                   const text::Phrasebook& words, const ServersLive& live)
{
    Details details;
    const Server* server = snapshot.server(id);
    if (!server)
        return details;
    details.title = server->name;
    details.subtitle = words.word(server->role);
    const auto lock = [&off](Fact& fact) {
        fact.enabled = off.isEmpty();
        fact.reason = off;
    };
    lock(details.line(tr("Name"), u"name"_s, server->name));
    lock(details.choice(tr("Role"), u"role"_s, enumName(server->role), roleChoices(words)));
    const bool remote = server->kind == ServerKind::Ssh;
    if (remote) {
        lock(details.line(tr("Address"), u"address"_s, server->address));
        lock(details.check(tr("As root, through sudo"), u"sudo"_s, server->sudo));
    }
    Fact& folder = details.line(tr("Folder"), u"root"_s, displayPath(server->root));
    folder.fixed = true;
    lock(folder);
    const auto tested = lastTest(snapshot, *server);
    if (remote) {
        const auto state = ServerStates::stateOf(snapshot, *server, live, now, words);
        details.section(tr("The connection"));
        addState(details, state, words);
        const QString busy = live.testing.contains(server->name) ? tr("The test is under way.") : off;
        details.buttons({{u"test-connection"_s,
                          state.password ? tr("Type the password…") : tr("Test the connection"),
                          ButtonRole::Plain,
                          busy,
                          {}}});
        if (!tested.lines.isEmpty()) {
            details.section(tr("The last test, %1").arg(parts::moment(tested.at, now, words)));
            addConnectionLines(details, tested.lines, words);
        }
    } else {
        addFolder(details, *server, tested, now, words);
        details.buttons({{u"choose-folder"_s, tr("Choose another folder…"), ButtonRole::Plain, off, {}}});
    }
    details.section(tr("Role"));
    details.paragraph(roleMeaning(server->role));
    addAssets(details, snapshot, id, words);
    details.section({});
    details.buttons({{u"remove-server"_s, tr("Remove from the project…"), ButtonRole::Plain, off, {}}});
    return details;
}

StripState ServersController::strip(const Snapshot& snapshot, const text::Phrasebook& words, const ServersLive& live)
{
    StripState state;
    state.name = tr("Servers named and reachable");
    for (ServerRole role : {ServerRole::Source, ServerRole::Target, ServerRole::Test}) {
        if (!snapshot.serverOf(role))
            state.items.append(
                {parts::capital(words.word(role)), Target{PageId::Servers, u"add-server"_s, qint64(role) + 1}});
    }
    bool bad = false;
    for (const Server& server : snapshot.servers) {
        const auto tested = lastTest(snapshot, server);
        const Link link = live.links.value(server.id).link;
        const bool lost = link == Link::Lost || link == Link::NeedsPassword || link == Link::Stopped;
        if (tested.known && tested.good && !lost)
            continue;
        bad = bad || tested.known;
        const QString missing = !tested.known ? tr("%1: to be looked at")
                                : lost        ? tr("%1: connection lost")
                                              : tr("%1: not usable");
        state.items.append({missing.arg(server.name), Target{PageId::Servers, u"server"_s, server.id}});
    }
    if (state.items.isEmpty()) {
        state.look = Look::Passed;
        const Server* source = snapshot.serverOf(ServerRole::Source);
        const Server* target = snapshot.serverOf(ServerRole::Target);
        state.tail = tr("– %1 → %2").arg(source->name, target->name);
        state.items = {{tr("Nothing on the old server is changed before the cutover."), {}}};
    } else {
        state.look = bad ? Look::Blocked : snapshot.servers.empty() ? Look::NotStarted : Look::InProgress;
        state.tail = tr("– still missing:");
    }
    return state;
}

void ServersController::save(const Server& server, std::function<void(bool)> done, bool look)
{
    const auto saved = std::make_shared<Id>(0);
    m_context.write(
        [server, saved](StoreTx& tx) -> Result<void> {
            const auto id = saveServer(tx, server);
            if (!id)
                return id.error();
            *saved = *id;
            return {};
        },
        [this, saved, look, done = std::move(done)](bool kept) {
            // This one alone: nobody asked to connect to the others. Also while a check is under way: it may have gone
            // past this server already.
            if (kept && look)
                m_context.startJob(std::make_unique<ServerCheckJob>(std::vector<Id>{*saved}, m_context.connections()));
            if (done)
                done(kept);
        });
}

void ServersController::edit(Id id, const QString& field, const QString& value)
{
    const Server* server = m_context.snapshot()->server(id);
    if (!server)
        return;
    Server changed = *server;
    if (field == "name"_L1)
        changed.name = value;
    else if (field == "role"_L1)
        enumFrom(value, changed.role);
    else if (field == "root"_L1)
        changed.root = value.toUtf8();
    else if (field == "address"_L1)
        changed.address = value;
    else if (field == "sudo"_L1)
        changed.sudo = value == "yes"_L1;
    save(changed, {}, field != "name"_L1);
}

void ServersController::remove(Id id)
{
    m_context.write([id](StoreTx& tx) { return removeServer(tx, id); });
}

void ServersController::testAll()
{
    std::vector<Id> folders;
    for (const Server& server : m_context.snapshot()->servers) {
        if (server.kind == ServerKind::Ssh)
            test(server.id);
        else
            folders.push_back(server.id);
    }
    if (!folders.empty() && !m_context.isRunning(u"job.server-check"_s))
        m_context.startJob(std::make_unique<ServerCheckJob>(folders, m_context.connections()));
}

void ServersController::test(Id id)
{
    const Server* server = m_context.snapshot()->server(id);
    if (!server || ServerStates::beingTested(m_context).contains(server->name))
        return;
    if (server->kind == ServerKind::Ssh)
        m_context.startJob(std::make_unique<ConnectionTestJob>(*server, m_context.connections()));
    else
        m_context.startJob(std::make_unique<ServerCheckJob>(std::vector<Id>{id}, m_context.connections()));
}

} // namespace bascule::ui
