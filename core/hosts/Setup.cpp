// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/Setup.h"

#include "core/hosts/Host.h"
#include "core/hosts/SshAddress.h"

#include <sys/stat.h>
#include <unistd.h>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

bool isInside(const Path& path, const Path& folder)
{
    return folder == "/" || path.startsWith(folder + '/');
}

bool sameMachine(const Server& one, const Server& other)
{
    const auto a = SshAddress::parse(one.address), b = SshAddress::parse(other.address);
    return a && b && a.value().host == b.value().host && a.value().port == b.value().port;
}

/// A folder of this machine: looked at, and kept as it is called without links.
Result<void> settleLocal(Server& server)
{
    server.address.clear();
    server.sudo = false;
    if (auto host = hostFor(server); !host)
        return host.error();
    const auto real = engine::realPath(server.root.toStdString());
    if (!real)
        return real.error();
    server.root = QByteArray::fromStdString(*real);
    const bool written = server.role == ServerRole::Target || server.role == ServerRole::Test;
    if (written && ::access(server.root.constData(), W_OK | X_OK) != 0)
        return makeError("server.target-read-only", displayPath(server.root), {{"server", server.name.toStdString()}});
    return {};
}

/// Another machine: nothing of it can be looked at here; a test of the connection does.
Result<void> settleRemote(Server& server)
{
    const auto address = SshAddress::parse(server.address);
    if (!address)
        return address.error();
    server.address = address.value().text();
    if (server.root.isEmpty())
        server.root = "/";
    if (!server.root.startsWith('/') || server.root.contains('\n') || server.root.contains('\0'))
        return makeError("ssh.root-relative", displayPath(server.root));
    while (server.root.size() > 1 && server.root.endsWith('/'))
        server.root.chop(1);
    return {};
}

Result<void> checkAgainst(const Server& server, const Server& other)
{
    const Params named{{"other", other.name.toStdString()}};
    if (server.name == other.name)
        return makeError("server.name-taken", server.name);
    if (server.role == other.role && server.role != ServerRole::Other)
        return makeError("server.role-taken", server.name,
                         {{"other", other.name.toStdString()}, {"role", enumName(server.role).toStdString()}});
    // Folders of different machines have nothing to do with each other.
    if (server.kind != other.kind || (server.kind == ServerKind::Ssh && !sameMachine(server, other)))
        return {};
    if (server.root == other.root)
        return makeError("server.same-folder", displayPath(server.root), named);
    if (isInside(server.root, other.root) || isInside(other.root, server.root))
        return makeError("server.folder-inside-other", displayPath(server.root), named);
    return {};
}

} // namespace

Result<Id> saveServer(StoreTx& tx, Server server)
{
    server.name = server.name.trimmed();
    if (server.name.isEmpty())
        return makeError("server.no-name");
    if (auto settled = server.kind == ServerKind::Ssh ? settleRemote(server) : settleLocal(server); !settled)
        return settled.error();
    const auto others = tx.all<Server>();
    if (!others)
        return others.error();
    for (const Server& other : *others) {
        if (other.id == server.id)
            continue;
        if (auto fits = checkAgainst(server, other); !fits)
            return fits.error();
    }
    if (server.id == 0)
        return tx.insert(server);
    if (auto changed = tx.update(server); !changed)
        return changed.error();
    return server.id;
}

Result<void> removeServer(StoreTx& tx, Id id)
{
    const auto server = tx.get<Server>(id);
    if (!server)
        return server.error();
    const auto runs = tx.all<Run>();
    if (!runs)
        return runs.error();
    if (!runs->empty() && server->role != ServerRole::Other)
        return makeError("server.after-rehearsal", server->name);
    return tx.erase<Server>(id);
}

Result<Id> savePerson(StoreTx& tx, Person person)
{
    person.name = person.name.trimmed();
    if (person.name.isEmpty())
        return makeError("person.no-name");
    const auto others = tx.all<Person>();
    if (!others)
        return others.error();
    QString before;
    for (const Person& other : *others) {
        if (other.id == person.id)
            before = other.name;
        else if (other.name == person.name)
            return makeError("person.name-taken", person.name);
    }
    if (person.id == 0)
        return tx.insert(person);
    if (auto changed = tx.update(person); !changed)
        return changed.error();
    if (before == person.name)
        return person.id;
    const auto assets = tx.all<Asset>();
    if (!assets)
        return assets.error();
    for (Asset asset : *assets) {
        if (asset.owner != before)
            continue;
        asset.owner = person.name;
        if (auto changed = tx.update(asset); !changed)
            return changed.error();
    }
    return person.id;
}

Result<void> saveSettings(StoreTx& tx, const Project& wanted)
{
    auto row = tx.get<Project>(1);
    if (!row)
        return row.error();
    Project project = wanted;
    project.id = row->id;
    project.createdAt = row->createdAt;
    project.state = row->state;
    project.cutoverAt = row->cutoverAt;
    project.rollbackScenario = row->rollbackScenario;
    project.name = project.name.trimmed();
    if (project.name.isEmpty())
        return makeError("project.no-name");
    const std::pair<const char*, int> numbers[] = {{"rto", project.rtoMinutes},
                                                   {"evidence-days", project.evidenceDays},
                                                   {"rehearsal-days", project.rehearsalDays},
                                                   {"rollback-days", project.rollbackDays},
                                                   {"observation-hours", project.observationHours}};
    for (const auto& [name, value] : numbers) {
        if (value <= 0)
            return makeError("project.number", QString::fromLatin1(name), {{"value", std::int64_t(value)}});
    }
    if (!(project.availabilityTarget > 0 && project.availabilityTarget <= 100))
        return makeError("project.availability", QString::number(project.availabilityTarget));
    if (!project.switchLink.isEmpty()) {
        struct stat info;
        if (!project.switchLink.startsWith('/'))
            return makeError("project.link-relative", displayPath(project.switchLink));
        if (::lstat(project.switchLink.constData(), &info) == 0 && !S_ISLNK(info.st_mode))
            return makeError("path.not-a-link", displayPath(project.switchLink));
    }
    return tx.update(project);
}

} // namespace bascule
