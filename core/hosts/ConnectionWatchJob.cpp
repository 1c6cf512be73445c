// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/ConnectionWatchJob.h"

#include "core/hosts/ConnectionTest.h"

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

/// With the pause between two looks this stays below the minute in which a silent link is to be noticed.
constexpr int patienceMs = 20'000;

/// Whether a shell there answers. It also tells the master that the connection is in use.
bool carries(SshConnection& connection, std::stop_token stop)
{
    RunLimits limits;
    limits.output = 4096;
    limits.timeoutMs = patienceMs;
    const auto ran = connection.run(":", {}, limits, stop);
    // A server that is busy or odd is there.
    return ran || ran.error().code == "ssh.too-many-sessions" || ran.error().code == "ssh.no-shell" ||
           ran.error().code == "ssh.output-too-long";
}

} // namespace

Item ConnectionWatchJob::title() const
{
    return {u"job.connection-watch"_s, {{u"name"_s, m_server.name}}, {PageId::Servers, {}, 0}};
}

Outcome ConnectionWatchJob::run(JobContext& context)
{
    QJsonObject facts{{u"server"_s, m_server.id}, {u"ok"_s, false}, {u"again"_s, false}};
    const auto address = SshAddress::parse(m_server.address);
    if (!address) {
        facts.insert(u"error"_s, errorJson(address.error()));
        return Outcome::succeeded(false, facts);
    }
    const auto held = m_connections->held(*address);
    const bool carried = held && carries(*held, context.stop);
    if (context.stop.stop_requested())
        return Outcome::cancelled();
    if (!carried && m_connect == When::Never)
        return Outcome::succeeded(false, facts);
    if (!carried) {
        // Somebody may have connected meanwhile: only what was found dead is thrown away.
        const bool dead = held && m_connections->held(*address) == held;
        const auto opened = m_connections->get(*address, context.stop, dead);
        if (context.stop.stop_requested())
            return Outcome::cancelled();
        if (!opened) {
            facts.insert(u"error"_s, errorJson(opened.error()));
            return Outcome::succeeded(false, facts);
        }
    }
    facts.insert(u"ok"_s, true);
    facts.insert(u"again"_s, !carried);
    return Outcome::succeeded(true, facts);
}

} // namespace bascule
