// SPDX-License-Identifier: GPL-3.0-or-later
// server: the machines and folders a project is about, and whether they can be reached.
#include "app/cli/Tr.h"
#include "app/cli/Verb.h"

#include "core/hosts/ConnectionTestJob.h"
#include "core/hosts/ServerCheckJob.h"
#include "core/hosts/Setup.h"

namespace bascule::cli {

using namespace Qt::StringLiterals;

QString placeOf(const Server& server)
{
    const QString folder = displayPath(server.root);
    return server.kind == ServerKind::Ssh ? server.address + u':' + folder : folder;
}

namespace {

int runServerAdd(const Invocation& call)
{
    Server server;
    server.name = call.args.textAt(1);
    if (!call.args.has("role") || !enumFrom(call.args.text("role"), server.role))
        return call.console.usage(Tr::tr("The --role is source, target, test or other."));
    if (call.args.has("local") == call.args.has("ssh"))
        return call.console.usage(Tr::tr("Name the server's folder with --local DIR, or its address with --ssh HOST."));
    if (call.args.has("local") && (call.args.has("sudo") || call.args.has("root")))
        return call.console.usage(Tr::tr("--sudo and --root are for servers over SSH."));
    if (call.args.has("ssh")) {
        server.kind = ServerKind::Ssh;
        server.address = call.args.text("ssh");
        server.sudo = call.args.has("sudo");
        server.root = call.args.has("root") ? call.args.bytes("root") : Path("/");
    } else {
        server.root = absolutePath(call.args.bytes("local"));
    }
    const auto write = [&](StoreTx& tx) { return saveServer(tx, server); };
    return changeNew(call, write, [&](const Snapshot& snapshot, Id id) {
        const Server* made = snapshot.server(id);
        call.console.line(Tr::tr("Added “%1” (%2): %3").arg(made->name, call.words.word(made->role), placeOf(*made)));
        call.console.document({{u"server"_s, toJson(*made)}});
        return int(Good);
    });
}

int runServerRemove(const Invocation& call)
{
    return withProject(call, OpenMode::ReadWrite, [&](const StorePtr& store) {
        const Server* server = findServer(*store->snapshot(), call.args.textAt(1));
        if (!server)
            return call.console.fail(makeError("server.missing", call.args.textAt(1)));
        const QString name = server->name;
        const Id id = server->id;
        if (auto done = store->write([&](StoreTx& tx) { return removeServer(tx, id); }); !done)
            return call.console.fail(done.error());
        call.console.line(Tr::tr("Removed “%1” from the project; its folder was not touched.").arg(name));
        call.console.document({{u"removed"_s, name}});
        return int(Good);
    });
}

/// For its exit.
Error errorFrom(const QJsonObject& json)
{
    Error error;
    error.code = json[u"code"].toString().toStdString();
    return error;
}

/// The sentence of a line, with what to do about it.
QString sentenceOf(const QJsonObject& line, const text::Phrasebook& words)
{
    if (line.contains(u"outcome"_s))
        return words.say(line[u"outcome"][u"code"].toString(), line[u"outcome"][u"params"].toObject());
    if (!line.contains(u"error"_s))
        return {};
    return errorSentence(line[u"error"].toObject(), words);
}

/// A server's last test, as the evidence has it.
QJsonObject lastTest(const Snapshot& snapshot, Id server)
{
    for (auto at = snapshot.evidence.rbegin(); at != snapshot.evidence.rend(); ++at) {
        if (at->kind == QLatin1String(ServerCheckJob::kEvidence) && at->data[u"server"].toInteger() == server)
            return at->data;
    }
    return {};
}

void printTest(const Invocation& call, const Server& server, const QJsonObject& test)
{
    call.console.line(u"%1 (%2)"_s.arg(server.name, placeOf(server)));
    QList<QStringList> rows;
    for (const QJsonValue& value : test[u"lines"].toArray()) {
        const QJsonObject line = value.toObject();
        rows.append({u"  "_s + call.words.say(u"connection."_s + line[u"step"].toString()),
                     call.words.say(u"connection-state."_s + line[u"state"].toString()), sentenceOf(line, call.words)});
    }
    if (rows.isEmpty() && test[u"ok"].toBool())
        rows.append({u"  "_s + call.words.say(u"connection.free-space"_s), call.words.say(u"connection-state.passed"_s),
                     call.words.bytes(test[u"bytesFree"].toInteger())});
    else if (rows.isEmpty())
        rows.append({u"  "_s + call.words.say(u"connection-state.failed"_s), sentenceOf(test, call.words)});
    call.console.table({}, rows);
}

QJsonObject testDocument(const Invocation& call, const Server& server, const QJsonObject& test)
{
    QJsonObject document = test;
    QJsonArray lines;
    for (const QJsonValue& value : test[u"lines"].toArray()) {
        QJsonObject line = value.toObject();
        line.insert(u"message"_s, sentenceOf(line, call.words));
        lines.append(line);
    }
    document.insert(u"lines"_s, lines);
    document.insert(u"name"_s, server.name);
    return document;
}

int runServerTest(const Invocation& call)
{
    return withProject(call, OpenMode::ReadWrite, [&](const StorePtr& store) {
        SnapshotPtr snapshot = store->snapshot();
        std::vector<Id> ids;
        if (call.args.positionals().size() > 1) {
            const Server* server = findServer(*snapshot, call.args.textAt(1));
            if (!server)
                return call.console.fail(makeError("server.missing", call.args.textAt(1)));
            ids.push_back(server->id);
        }
        int exit = Good;
        const Outcome outcome = runJob(call, store, std::make_unique<ServerCheckJob>(ids, call.connections));
        if (outcome.kind != Outcome::Kind::Succeeded)
            return finish(call, outcome);
        snapshot = store->snapshot();
        QJsonArray tests;
        for (const Server& server : snapshot->servers) {
            if (!ids.empty() && server.id != ids.front())
                continue;
            const QJsonObject test = lastTest(*snapshot, server.id);
            printTest(call, server, test);
            tests.append(testDocument(call, server, test));
            if (!test[u"ok"].toBool())
                exit = std::max(exit, int(exitOf(errorFrom(test[u"error"].toObject()))));
        }
        call.console.document({{u"servers"_s, tests}});
        return exit;
    });
}

} // namespace

std::vector<Verb> serverVerbs()
{
    return {
        {"server add",
         "PROJECT NAME",
         QT_TRANSLATE_NOOP("Cli", "add a server: a folder that stands for it, or another machine over SSH"),
         {{"role", "ROLE", QT_TRANSLATE_NOOP("Cli", "source, target, test or other")},
          {"local", "DIR", QT_TRANSLATE_NOOP("Cli", "its folder on this machine")},
          {"ssh", "HOST", QT_TRANSLATE_NOOP("Cli", "another machine: [user@]host[:port] or an alias of ~/.ssh/config")},
          {"sudo", nullptr, QT_TRANSLATE_NOOP("Cli", "over SSH: work there as root through sudo")},
          {"root", "DIR", QT_TRANSLATE_NOOP("Cli", "over SSH: its folder there; /, unless given")}},
         runServerAdd,
         2,
         2},
        {"server test",
         "PROJECT [NAME]",
         QT_TRANSLATE_NOOP("Cli", "try to reach a server, or all of them, line by line; exit 3 where one cannot be "
                                  "reached or lets nobody in, 5 where its key has changed"),
         {},
         runServerTest,
         1,
         2},
        {"server remove",
         "PROJECT NAME",
         QT_TRANSLATE_NOOP("Cli", "take a server out of the project"),
         {},
         runServerRemove,
         2,
         2},
    };
}

} // namespace bascule::cli
