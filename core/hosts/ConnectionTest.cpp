// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/ConnectionTest.h"

#include "core/engine/wire/Helper.h"
#include "core/hosts/Reaching.h"

#include <QSysInfo>

#include <algorithm>

namespace bascule {

using namespace Qt::StringLiterals;
using Call = engine::wire::Message;

namespace {

/// Codes that speak of the way to the server, of its key, or of who we are there; everything else that ends a
/// connection early is the way's.
ConnectionStep stepOf(const Error& error)
{
    const QByteArrayView code(error.code);
    if (code.startsWith("ssh.host-key"))
        return ConnectionStep::HostKey;
    for (const char* own : {"ssh.denied", "ssh.not-answered", "ssh.nobody-to-ask", "ssh.password-expired"}) {
        if (code == own)
            return ConnectionStep::Authentication;
    }
    return ConnectionStep::Connect;
}

class ConnectionTest
{
public:
    ConnectionTest(const Server& server, SshConnections& connections, bool fresh, std::stop_token stop,
                   const std::function<void(const ConnectionLine&)>& told)
        : m_server(server)
        , m_connections(connections)
        , m_fresh(fresh)
        , m_stop(std::move(stop))
        , m_told(told)
    {
        for (std::size_t i = 0; i < EnumNames<ConnectionStep>::names.size(); ++i) {
            const auto step = static_cast<ConnectionStep>(i);
            if (step != ConnectionStep::Sudo || server.sudo)
                m_report.lines.push_back({step, ConnectionState::NotTried, {}, {}});
        }
    }

    ConnectionReport run()
    {
        const auto address = SshAddress::parse(m_server.address);
        if (!address)
            fail(ConnectionStep::Resolve, address.error());
        else if (reach(address.value()) && connect(address.value()))
            work();
        m_report.ok =
            !m_report.stopped && std::all_of(m_report.lines.begin(), m_report.lines.end(),
                                             [](const auto& line) { return line.state == ConnectionState::Passed; });
        return std::move(m_report);
    }

private:
    ConnectionLine& line(ConnectionStep step)
    {
        return *std::find_if(m_report.lines.begin(), m_report.lines.end(),
                             [step](const ConnectionLine& one) { return one.step == step; });
    }

    void pass(ConnectionStep step, const QJsonObject& facts, const QString& variant = {})
    {
        ConnectionLine& one = line(step);
        one.state = ConnectionState::Passed;
        one.outcome = {u"connection."_s + enumName(step) + (variant.isEmpty() ? u"-ok"_s : u'-' + variant), facts, {}};
        if (m_told)
            m_told(one);
    }

    bool fail(ConnectionStep step, const Error& error)
    {
        if (error.code == "cancelled" || error.code == "call.cancelled") {
            m_report.stopped = makeError("cancelled");
            return false;
        }
        ConnectionLine& one = line(step);
        one.state = ConnectionState::Failed;
        one.error = error;
        if (!m_report.error)
            m_report.error = error;
        if (m_told)
            m_told(one);
        return false;
    }

    /// The name and the port, as far as they can be looked at from here.
    bool reach(const SshAddress& address)
    {
        const auto route = m_connections.route(address, m_stop);
        if (!route)
            return fail(ConnectionStep::Resolve, route.error());
        if (!route.value().through.isEmpty()) {
            m_through = route.value().through;
            pass(ConnectionStep::Resolve, {{u"through"_s, m_through}}, u"through"_s);
            return true;
        }
        const auto found = reaching::resolve(route.value().host, m_stop);
        if (!found)
            return fail(ConnectionStep::Resolve, found.error());
        QJsonArray shown;
        for (const reaching::Place& place : found.value())
            shown.append(place.text);
        pass(ConnectionStep::Resolve, {{u"host"_s, route.value().host}, {u"addresses"_s, shown}});
        const auto greeted = reaching::greet(found.value(), route.value().port, address.text(),
                                             m_connections.options().connectTimeout * 1000, m_stop);
        if (!greeted)
            return fail(ConnectionStep::Connect, greeted.error());
        pass(ConnectionStep::Connect, {{u"port"_s, QString::number(route.value().port)},
                                       {u"ms"_s, greeted.value().ms},
                                       {u"software"_s, greeted.value().software}});
        return true;
    }

    bool connect(const SshAddress& address)
    {
        const auto opened = m_connections.get(address, m_stop, m_fresh);
        const ConnectionStep failed = opened ? ConnectionStep::Shell : stepOf(opened.error());
        if (!m_through.isEmpty() && failed != ConnectionStep::Connect)
            pass(ConnectionStep::Connect, {{u"through"_s, m_through}}, u"through"_s);
        if (!opened) {
            if (failed == ConnectionStep::Authentication)
                pass(ConnectionStep::HostKey, {}, u"plain"_s);
            return fail(failed, opened.error());
        }
        m_connection = opened.value();
        pass(ConnectionStep::HostKey,
             {{u"fingerprint"_s, m_connection->fingerprint()}, {u"keyType"_s, m_connection->keyType()}},
             m_connection->keyWasAsked() ? u"accepted"_s : QString());
        pass(ConnectionStep::Authentication, {{u"method"_s, m_connection->method()}});
        return true;
    }

    void work()
    {
        if (!shell())
            return;
        const bool root = !m_server.sudo || sudo();
        if (m_report.stopped)
            return;
        // Without the rights that were asked for, what this user sees of the folder says little.
        if (!root)
            return;
        // It is the only session that is needed from here on: a server may allow no other.
        if (const auto works = helper())
            freeSpace(*works);
    }

    bool shell()
    {
        const auto ran = m_connection->run("id -un; id -u; uname -s; uname -r; uname -m", {}, limits(), m_stop);
        if (!ran)
            return fail(ConnectionStep::Shell, ran.error());
        const QStringList said = displayedLines(ran.value().out);
        if (ran.value().status != 0 || said.size() < 5)
            return fail(ConnectionStep::Shell,
                        makeError("ssh.no-shell", m_server.address, {}, displayPath(ran.value().err.right(500))));
        pass(ConnectionStep::Shell, {{u"user"_s, said[0]}, {u"noise"_s, ran.value().noise}},
             ran.value().noise > 0 ? u"noisy"_s : QString());
        const QString here =
            QSysInfo::buildCpuArchitecture() == "arm64"_L1 ? u"aarch64"_s : QSysInfo::buildCpuArchitecture();
        if (said[2] != "Linux"_L1)
            fail(ConnectionStep::Architecture,
                 makeError("connection.other-system", m_server.address, {{"system", said[2].toStdString()}}));
        else if (said[4] != here)
            fail(ConnectionStep::Architecture,
                 makeError("connection.other-cpu", m_server.address,
                           {{"cpu", said[4].toStdString()}, {"here", here.toStdString()}}));
        else
            pass(ConnectionStep::Architecture, {{u"system"_s, said[2] + u' ' + said[3]}, {u"cpu"_s, said[4]}});
        return true;
    }

    bool sudo()
    {
        const auto ran = m_connection->runAsRoot("id -u", {}, limits(), m_connections.prompter(), m_stop);
        if (!ran)
            return fail(ConnectionStep::Sudo, ran.error());
        if (ran.value().out.trimmed() != "0")
            return fail(ConnectionStep::Sudo, makeError("sudo.failed", m_server.address));
        pass(ConnectionStep::Sudo, {});
        return true;
    }

    /// What does the work there: sent, checked, run; it stays for the next job, or goes with the connection.
    std::shared_ptr<engine::wire::Helper> helper()
    {
        const auto address = SshAddress::parse(m_server.address);
        auto helper = m_connections.helper(address.value(), m_server.sudo, m_stop);
        if (!helper) {
            fail(ConnectionStep::Helper, helper.error());
            return {};
        }
        pass(ConnectionStep::Helper, {{u"bytes"_s, qint64(engine::wire::builtInHelper().bytes.size())}});
        return std::move(*helper);
    }

    void freeSpace(engine::wire::Helper& helper)
    {
        const std::string root = m_server.root.toStdString();
        const QString shown = displayPath(m_server.root);
        const Params named{{"server", m_server.name.toStdString()}};
        if (const auto folder = helper.folder(root, m_stop); !folder) {
            const std::string& code = folder.error().code;
            fail(ConnectionStep::FreeSpace,
                 code == "path.missing"  ? makeError("server.remote-folder-missing", shown, named)
                 : code == "path.denied" ? makeError("server.remote-folder-denied", shown, named)
                                         : folder.error());
            return;
        }
        const auto space = helper.space(root, m_stop);
        if (!space) {
            fail(ConnectionStep::FreeSpace, space.error());
            return;
        }
        const auto writable = helper.call(Call("folder").set("path", root).set("written", true), m_stop);
        if (!writable && writable.error().code != "path.denied" && writable.error().code != "disk.read-only") {
            fail(ConnectionStep::FreeSpace, writable.error());
            return;
        }
        m_report.bytesTotal = space->bytesTotal;
        m_report.bytesFree = space->bytesFree;
        m_report.inodesFree = space->inodesFree;
        m_report.readOnly = space->readOnly || !writable;
        const bool written = m_server.role == ServerRole::Target || m_server.role == ServerRole::Test;
        if (written && m_report.readOnly)
            fail(ConnectionStep::FreeSpace, makeError("server.target-read-only", shown, named));
        else
            pass(ConnectionStep::FreeSpace,
                 {{u"folder"_s, shown}, {u"bytesFree"_s, m_report.bytesFree}, {u"bytesTotal"_s, m_report.bytesTotal}});
    }

    static RunLimits limits()
    {
        RunLimits limits;
        limits.output = 64 * 1024;
        limits.timeoutMs = 30'000;
        return limits;
    }

    static QStringList displayedLines(const QByteArray& out)
    {
        QStringList lines;
        for (const QByteArray& one : out.split('\n'))
            lines.append(displayPath(one));
        return lines;
    }

    const Server& m_server;
    SshConnections& m_connections;
    bool m_fresh;
    std::stop_token m_stop;
    const std::function<void(const ConnectionLine&)>& m_told;
    ConnectionReport m_report;
    QString m_through;
    std::shared_ptr<SshConnection> m_connection;
};

} // namespace

QJsonObject errorJson(const Error& error)
{
    return {{u"code"_s, QString::fromStdString(error.code)},
            {u"subject"_s, displayPath(error.subject)},
            {u"params"_s, paramsToJson(error.params)}};
}

QJsonArray ConnectionReport::linesJson() const
{
    QJsonArray array;
    for (const ConnectionLine& line : lines) {
        QJsonObject one{{u"step"_s, enumName(line.step)}, {u"state"_s, enumName(line.state)}};
        if (line.state == ConnectionState::Passed)
            one.insert(u"outcome"_s, QJsonObject{{u"code"_s, line.outcome.code}, {u"params"_s, line.outcome.params}});
        if (line.error)
            one.insert(u"error"_s, errorJson(*line.error));
        array.append(one);
    }
    return array;
}

ConnectionReport testConnection(const Server& server, SshConnections& connections, bool fresh, std::stop_token stop,
                                const std::function<void(const ConnectionLine&)>& told)
{
    return ConnectionTest(server, connections, fresh, std::move(stop), told).run();
}

} // namespace bascule
