// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/ConnectionTestJob.h"

#include "core/hosts/ServerCheckJob.h"

namespace bascule {

using namespace Qt::StringLiterals;

std::optional<QJsonObject> checkOverSsh(const Server& server, SshConnections& connections, bool fresh,
                                        Progress& progress, std::stop_token stop)
{
    engine::Counters& counters = progress.part(u"job.connection-test"_s, {{u"name"_s, server.name}});
    const ConnectionReport report =
        testConnection(server, connections, fresh, stop, [&](const ConnectionLine&) { ++counters.itemsDone; });
    if (report.stopped)
        return {};
    QJsonObject data{{u"server"_s, server.id},
                     {u"address"_s, server.address},
                     {u"ok"_s, report.ok},
                     {u"lines"_s, report.linesJson()}};
    if (report.error)
        data.insert(u"error"_s, errorJson(*report.error));
    if (report.bytesTotal > 0) {
        data.insert(u"bytesFree"_s, report.bytesFree);
        data.insert(u"bytesTotal"_s, report.bytesTotal);
        data.insert(u"inodesFree"_s, report.inodesFree);
        data.insert(u"readOnly"_s, report.readOnly);
    }
    return data;
}

ConnectionTestJob::ConnectionTestJob(Server server, std::shared_ptr<SshConnections> connections)
    : m_server(std::move(server))
    , m_connections(std::move(connections))
{
}

Item ConnectionTestJob::title() const
{
    return {u"job.connection-test"_s, {{u"name"_s, m_server.name}}, {PageId::Servers, {}, 0}};
}

Outcome ConnectionTestJob::run(JobContext& context)
{
    const auto data = checkOverSsh(m_server, *m_connections, true, context.progress, context.stop);
    if (!data)
        return Outcome::cancelled();
    if (context.store && m_server.id != 0) {
        const auto written = context.store->write([&](StoreTx& tx) -> Result<void> {
            if (auto line = tx.append(u"project"_s, ServerCheckJob::kEvidence, m_server.name, *data); !line)
                return line.error();
            return {};
        });
        if (!written)
            return Outcome::failed(written.error());
    }
    return Outcome::succeeded(data->value(u"ok"_s).toBool(), *data);
}

} // namespace bascule
