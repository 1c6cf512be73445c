// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/ServersController.h"

#include "core/hosts/ConnectionTestJob.h"
#include "core/hosts/ServerCheckJob.h"
#include "core/hosts/Setup.h"

using namespace Qt::StringLiterals;

namespace bascule::ui {

using StateLook = bascule::ui::Look;

ServersController::Look ServersController::lastLook(const Snapshot& snapshot, const Server& server)
{
    Look look;
    for (auto it = snapshot.evidence.rbegin(); it != snapshot.evidence.rend(); ++it) {
        if (it->kind != QLatin1String(ServerCheckJob::kEvidence) ||
            it->data.value("server"_L1).toInteger() != server.id)
            continue;
        look.known = true;
        look.good = it->data.value("ok"_L1).toBool();
        look.readOnly = it->data.value("readOnly"_L1).toBool();
        look.bytesFree = it->data.value("bytesFree"_L1).toInteger();
        look.bytesTotal = it->data.value("bytesTotal"_L1).toInteger();
        look.error = it->data.value("error"_L1).toObject();
        look.lines = it->data.value("lines"_L1).toArray();
        look.at = it->at;
        break;
    }
    return look;
}

QString ServersController::placeOf(const Server& server)
{
    const QString folder = displayPath(server.root);
    return server.kind == ServerKind::Ssh ? server.address + u':' + folder : folder;
}

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
        const StateLook look = state == "passed"_L1   ? StateLook::Passed
                               : state == "failed"_L1 ? StateLook::Failed
                                                      : StateLook::Waiting;
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

QList<Row> ServersController::rows(const Snapshot& snapshot, const QDateTime& now, const text::Phrasebook& words)
{
    QList<Row> rows;
    for (const Server& server : snapshot.servers) {
        const Look look = lastLook(snapshot, server);
        Cell name = Cell::named(u"server"_s, server.name, words.word(server.role));
        name.sort = int(server.role);
        Cell folder = Cell::filePath(placeOf(server));
        folder.second = server.inventoriedAt.isValid()
                            ? tr("inventory: %1").arg(parts::moment(server.inventoriedAt, now, words))
                            : QString();
        Cell state = !look.known ? Cell::state(StateLook::Waiting, tr("Not looked at yet"))
                     : look.good ? Cell::state(StateLook::Passed, tr("Reachable"))
                                 : Cell::state(StateLook::Failed, tr("Not usable"));
        state.second = look.known ? parts::moment(look.at, now, words) : QString();
        Cell space =
            look.bytesTotal > 0 ? Cell::number(words.bytes(look.bytesFree), look.bytesFree) : Cell::number(u"–"_s, -1);
        space.second = look.bytesTotal > 0 ? tr("of %1").arg(words.bytes(look.bytesTotal)) : QString();
        rows.append({u"server"_s, server.id, {name, folder, state, space}});
    }
    return rows;
}

Details ServersController::details(const Snapshot& snapshot, Id id, const QDateTime& now, const QString& off,
                                   const text::Phrasebook& words)
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
    details.section(tr("Role"));
    details.paragraph(roleMeaning(server->role));
    if (remote)
        details.buttons({{u"test-connection"_s, tr("Test the connection"), ButtonRole::Plain, off, {}}});
    else
        details.buttons({{u"choose-folder"_s, tr("Choose another folder…"), ButtonRole::Plain, off, {}}});

    const Look look = lastLook(snapshot, *server);
    details.section(remote ? tr("The connection") : tr("The folder"));
    if (look.known && !look.lines.isEmpty()) {
        addConnectionLines(details, look.lines, words);
        details.caption(parts::moment(look.at, now, words));
    } else if (!look.known) {
        details.caption(tr("Nobody has looked at it yet."));
    } else {
        details.checkLine(look.good ? StateLook::Passed : StateLook::Failed,
                          look.good ? tr("There and readable") : parts::sayJson(look.error, words),
                          parts::moment(look.at, now, words));
        if (look.bytesTotal > 0)
            details.checkLine(look.bytesFree > 0 ? StateLook::Passed : StateLook::Failed, tr("Free space"),
                              words.bytes(look.bytesFree));
        if (look.readOnly)
            details.checkLine(server->role == ServerRole::Source ? StateLook::Note : StateLook::Failed,
                              tr("Mounted read only"));
    }
    qint64 bytes = 0;
    int assets = 0;
    for (const Asset& asset : snapshot.assets) {
        if (asset.server == id && !asset.gone) {
            bytes += asset.bytes;
            ++assets;
        }
    }
    if (assets > 0) {
        details.section(tr("On it"));
        details.paragraph(tr("%n asset(s), %1", "", assets).arg(words.bytes(bytes)));
        details.link(tr("See the inventory"), {PageId::Inventory, {}, 0});
    }
    details.section({});
    details.buttons({{u"remove-server"_s, tr("Remove from the project…"), ButtonRole::Plain, off, {}}});
    return details;
}

StripState ServersController::strip(const Snapshot& snapshot, const text::Phrasebook& words)
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
        const Look look = lastLook(snapshot, server);
        if (look.known && look.good)
            continue;
        bad = bad || look.known;
        state.items.append(
            {look.known ? tr("%1: not usable").arg(server.name) : tr("%1: to be looked at").arg(server.name),
             Target{PageId::Servers, u"server"_s, server.id}});
    }
    if (state.items.isEmpty()) {
        state.look = StateLook::Passed;
        const Server* source = snapshot.serverOf(ServerRole::Source);
        const Server* target = snapshot.serverOf(ServerRole::Target);
        state.tail = tr("– %1 → %2").arg(source->name, target->name);
        state.items = {{tr("Nothing on the old server is changed before the cutover."), {}}};
    } else {
        state.look = bad                        ? StateLook::Blocked
                     : snapshot.servers.empty() ? StateLook::NotStarted
                                                : StateLook::InProgress;
        state.tail = tr("– still missing:");
    }
    return state;
}

void ServersController::save(const Server& server, std::function<void(bool)> done)
{
    m_context.write(
        [server](StoreTx& tx) -> Result<void> {
            if (auto id = saveServer(tx, server); !id)
                return id.error();
            return {};
        },
        [this, done = std::move(done)](bool kept) {
            // Also while a check is under way: it may have gone past this server already.
            if (kept)
                m_context.startJob(std::make_unique<ServerCheckJob>(std::vector<Id>{}, m_context.connections()));
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
    save(changed);
}

void ServersController::remove(Id id)
{
    m_context.write([id](StoreTx& tx) { return removeServer(tx, id); });
}

void ServersController::check()
{
    if (!m_context.isRunning(u"job.server-check"_s))
        m_context.startJob(std::make_unique<ServerCheckJob>(std::vector<Id>{}, m_context.connections()));
}

void ServersController::testConnection(Id id)
{
    const Server* server = m_context.snapshot()->server(id);
    if (server && !m_context.isRunning(u"job.connection-test"_s))
        m_context.startJob(std::make_unique<ConnectionTestJob>(*server, m_context.connections()));
}

} // namespace bascule::ui
