// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/Host.h"
#include "core/monitoring/Probes.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <array>

namespace bascule {

using namespace Qt::StringLiterals;

std::span<const Probe* const> probes()
{
    using namespace monitoring;
    static const std::array<const Probe*, 8> all{&fileProbe(), &treeProbe(), &linkProbe(), &sqliteProbe(),
                                                 &tcpProbe(),  &httpProbe(), &tlsProbe(),  &dnsProbe()};
    return all;
}

const Probe* probeFor(const QString& kind)
{
    for (const Probe* probe : probes()) {
        if (probe->kind() == kind)
            return probe;
    }
    return nullptr;
}

const Server* activeServer(const Snapshot& snapshot)
{
    const MigrationState state = snapshot.project.state;
    const bool moved = state == MigrationState::CutOver || state == MigrationState::Committed;
    return snapshot.serverOf(moved ? ServerRole::Target : ServerRole::Source);
}

namespace {

/// The server over SSH that the switch link is on; null when it is on this machine. A test environment that stands for
/// the target has its own.
const Server* linkServer(const Snapshot& snapshot, const Server& server)
{
    const Server* target = server.role == ServerRole::Target ? &server : snapshot.serverOf(ServerRole::Target);
    return target && target->kind == ServerKind::Ssh ? target : nullptr;
}

/// Fills in the hosts of what lies on other machines.
Result<void> reach(ProbeContext& context, const Snapshot& snapshot, const Server& server, SshConnections* connections)
{
    if (server.kind == ServerKind::Ssh) {
        auto host = hostFor(server, connections, context.stop);
        if (!host)
            return host.error();
        context.host = std::move(*host);
    }
    const Server* target = linkServer(snapshot, server);
    if (target && target->id == server.id) {
        context.linkHost = context.host;
    } else if (target) {
        // It leads users to the target only; what serves now is another machine.
        context.switchLink.clear();
    }
    return {};
}

} // namespace

ProbeContext probeContext(const Snapshot& snapshot, const Check& check, const Server& server, const QDateTime& now,
                          std::stop_token stop)
{
    ProbeContext context;
    context.server = server.name;
    context.root = bytes(server.root);
    context.switchLink = bytes(snapshot.project.switchLink);
    // A relative link counts from the folder of the project file, or from the one that the root of a target over SSH
    // is in.
    if (!context.switchLink.empty() && context.switchLink.front() != '/') {
        const Server* target = linkServer(snapshot, server);
        const std::string folder = target
                                       ? bytes(target->root.left(std::max<qsizetype>(0, target->root.lastIndexOf('/'))))
                                       : bytes(QFileInfo(snapshot.file).absolutePath());
        context.switchLink = folder + '/' + context.switchLink;
    }
    context.stop = std::move(stop);
    context.now = now;
    const Asset* asset = snapshot.asset(check.asset);
    Path relative = asset ? asset->path : Path();
    if (asset && server.role != ServerRole::Source && !asset->destination.isEmpty())
        relative = asset->destination;
    context.assetPath = relative.isEmpty() ? context.root : context.root + '/' + bytes(relative);
    if (const int seconds = check.params.value(u"timeoutSeconds"_s).toInt(); seconds > 0)
        context.timeoutMs = seconds * 1000;
    return context;
}

ProbeOutcome judge(ProbeOutcome outcome, const QJsonObject& baseline)
{
    const double p95 = baseline.value(u"p95Ms"_s).toDouble(-1);
    if (outcome.state != CheckState::Up || p95 < 0 || outcome.ms <= 3 * p95 || outcome.ms <= p95 + 50)
        return outcome;
    const QJsonObject found{{u"code"_s, outcome.code}, {u"params"_s, outcome.params}};
    return {CheckState::Degraded,
            outcome.ms,
            u"check.slow"_s,
            {{u"ms"_s, outcome.ms}, {u"p95Ms"_s, p95}, {u"found"_s, found}}};
}

ProbeOutcome runCheck(const Snapshot& snapshot, const Check& check, const Server& server, const QDateTime& now,
                      std::stop_token stop, SshConnections* connections)
{
    const Probe* probe = probeFor(check.kind);
    if (!probe)
        return monitoring::outcome(CheckState::Unknown, "check.unknown-kind", {{u"subject"_s, check.kind}});
    ProbeContext context = probeContext(snapshot, check, server, now, std::move(stop));
    // What lies on another machine and cannot be asked there is no incident.
    const bool looksAtFiles =
        check.kind == u"file" || check.kind == u"tree" || check.kind == u"link" || check.kind == u"sqlite";
    if (looksAtFiles) {
        if (auto reached = reach(context, snapshot, server, connections); !reached)
            return monitoring::outcomeOf(reached.error(), server.name);
    }
    return judge(probe->run(check.params, context), check.baseline);
}

namespace monitoring {

ProbeOutcome outcomeOf(const Error& error, const QString& shown)
{
    const QString code = QString::fromStdString(error.code);
    if (code == u"cancelled")
        return outcome(CheckState::Unknown, "check.stopped");
    static const QStringList broken{u"path.missing"_s,      u"path.not-a-file"_s, u"path.not-a-folder"_s,
                                    u"path.loop"_s,         u"disk.io-error"_s,   u"sqlite.not-a-database"_s,
                                    u"sqlite.damaged"_s,    u"sqlite.busy"_s,     u"server.folder-missing"_s,
                                    u"sqlite.not-closed"_s, u"sqlite.failed"_s};
    QJsonObject params = paramsToJson(error.params);
    params.insert(u"subject"_s, shown);
    params.insert(u"detail"_s, redact(displayPath(error.detail)));
    return {broken.contains(code) ? CheckState::Down : CheckState::Unknown, 0, code, params};
}

HostPath pathOf(const QJsonObject& params, const ProbeContext& context)
{
    const QString relative = params.value(u"path"_s).toString();
    return HostPath(context.host, context.assetPath) / bytes(relative);
}

Result<void> needs(const QJsonObject& params, const char* name)
{
    const QJsonValue value = params.value(QLatin1String(name));
    if (value.toVariant().toString().trimmed().isEmpty())
        return makeError("check.param-missing", {}, {{"name", std::string(name)}});
    return {};
}

Result<void> needsHostPort(const QJsonObject& params, int defaultPort)
{
    if (auto there = needs(params, "host"); !there)
        return there;
    static const QRegularExpression name(u"^[A-Za-z0-9_]([A-Za-z0-9_.:-]*[A-Za-z0-9.])?$"_s);
    const QString host = params.value(u"host"_s).toString();
    if (!name.match(host).hasMatch())
        return makeError("check.bad-host", displayPath(host.toUtf8()));
    if (defaultPort == 0) {
        if (auto there = needs(params, "port"); !there)
            return there;
    }
    const int port = params.value(u"port"_s).toInt(defaultPort);
    if (port < 1 || port > 65535)
        return makeError("check.bad-port", host, {{"port", std::int64_t(port)}});
    return {};
}

} // namespace monitoring

} // namespace bascule
