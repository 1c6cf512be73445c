// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/ServerCheckJob.h"

#include "core/hosts/ConnectionTestJob.h"
#include "core/hosts/Host.h"

#include <algorithm>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

QJsonObject look(const Server& server)
{
    QJsonObject data{{u"server"_s, server.id}, {u"ok"_s, false}};
    const auto host = hostFor(server);
    if (!host) {
        data.insert(u"error"_s, errorJson(host.error()));
        return data;
    }
    const auto space = host.value()->space({});
    if (!space) {
        data.insert(u"error"_s, errorJson(space.error()));
        return data;
    }
    const bool written = server.role == ServerRole::Target || server.role == ServerRole::Test;
    data.insert(u"bytesFree"_s, qint64(space->bytesFree));
    data.insert(u"bytesTotal"_s, qint64(space->bytesTotal));
    data.insert(u"inodesFree"_s, qint64(space->inodesFree));
    data.insert(u"readOnly"_s, space->readOnly);
    data.insert(u"ok"_s, !(written && space->readOnly));
    if (written && space->readOnly)
        data.insert(u"error"_s, errorJson(makeError("server.target-read-only", displayPath(server.root),
                                                    {{"server", server.name.toStdString()}})));
    return data;
}

} // namespace

Item ServerCheckJob::title() const
{
    return {u"job.server-check"_s, {}, {PageId::Servers, {}, 0}};
}

Outcome ServerCheckJob::run(JobContext& context)
{
    if (!context.store)
        return Outcome::failed(makeError("project.missing"));
    const SnapshotPtr snapshot = context.store->snapshot();
    engine::Counters& counters = context.progress.part(u"job.server-check"_s);
    // Without somebody to ask, only what needs no answer can be reached.
    const auto connections = m_connections ? m_connections : std::make_shared<SshConnections>();
    bool good = true;
    for (const Server& server : snapshot->servers) {
        if (!m_servers.empty() && std::find(m_servers.begin(), m_servers.end(), server.id) == m_servers.end())
            continue;
        if (context.stop.stop_requested())
            return Outcome::cancelled();
        const std::optional<QJsonObject> seen =
            server.kind == ServerKind::Ssh ? checkOverSsh(server, *connections, false, context.progress, context.stop)
                                           : look(server);
        if (!seen)
            return Outcome::cancelled();
        const QJsonObject& data = *seen;
        good = good && data.value(u"ok"_s).toBool();
        const auto written = context.store->write([&](StoreTx& tx) -> Result<void> {
            if (auto line = tx.append(u"project"_s, kEvidence, server.name, data); !line)
                return line.error();
            return {};
        });
        if (!written)
            return Outcome::failed(written.error());
        ++counters.itemsDone;
    }
    return Outcome::succeeded(good);
}

ServerTest lastTest(const Snapshot& snapshot, const Server& server)
{
    ServerTest tested;
    for (auto it = snapshot.evidence.rbegin(); it != snapshot.evidence.rend(); ++it) {
        if (it->kind != QLatin1String(ServerCheckJob::kEvidence) ||
            it->data.value("server"_L1).toInteger() != server.id)
            continue;
        // A test of another address says nothing of this one.
        if (server.kind == ServerKind::Ssh && it->data.value("address"_L1).toString() != server.address)
            break;
        tested.known = true;
        tested.good = it->data.value("ok"_L1).toBool();
        tested.readOnly = it->data.value("readOnly"_L1).toBool();
        tested.bytesFree = it->data.value("bytesFree"_L1).toInteger();
        tested.bytesTotal = it->data.value("bytesTotal"_L1).toInteger();
        tested.error = it->data.value("error"_L1).toObject();
        tested.lines = it->data.value("lines"_L1).toArray();
        tested.at = it->at;
        break;
    }
    return tested;
}

} // namespace bascule
