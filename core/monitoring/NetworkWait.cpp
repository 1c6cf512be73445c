// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/monitoring/NetworkWait.h"

#include <QHostInfo>
#include <QNetworkInterface>
#include <QTimer>

namespace bascule::monitoring {

using namespace Qt::StringLiterals;

NetworkWait::NetworkWait(int timeoutMs, std::stop_token stop)
    : m_timeoutMs(timeoutMs)
    , m_stop(std::move(stop))
{
    m_timer.start();
}

NetworkWait::End NetworkWait::wait()
{
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &m_loop, [this] {
        if (m_stop.stop_requested() || m_timer.hasExpired(m_timeoutMs))
            m_loop.quit();
    });
    look.start(50);
    while (!m_done && !m_stop.stop_requested() && !m_timer.hasExpired(m_timeoutMs))
        m_loop.exec();
    if (m_stop.stop_requested())
        return End::Stopped;
    return m_done ? End::Done : End::TimedOut;
}

void NetworkWait::done()
{
    m_done = true;
    m_loop.quit();
}

bool canReach(const QString& host)
{
    const QHostAddress address(host);
    if (address.isLoopback() || host.compare(u"localhost"_s, Qt::CaseInsensitive) == 0)
        return true;
    for (const QNetworkInterface& interface : QNetworkInterface::allInterfaces()) {
        const auto flags = interface.flags();
        if (flags.testFlag(QNetworkInterface::IsUp) && flags.testFlag(QNetworkInterface::IsRunning) &&
            !flags.testFlag(QNetworkInterface::IsLoopBack) && !interface.addressEntries().isEmpty())
            return true;
    }
    return false;
}

std::optional<ProbeOutcome> cannotResolve(const QString& host, const ProbeContext& context)
{
    if (!QHostAddress(host).isNull())
        return {};
    NetworkWait wait(context.timeoutMs, context.stop);
    QHostInfo found;
    const int lookup = QHostInfo::lookupHost(host, wait.context(), [&](const QHostInfo& info) {
        found = info;
        wait.done();
    });
    const auto end = wait.wait();
    if (end != NetworkWait::End::Done)
        QHostInfo::abortHostLookup(lookup);
    const QJsonObject params{{u"subject"_s, host}};
    if (end == NetworkWait::End::Stopped)
        return outcome(CheckState::Unknown, "check.stopped");
    if (end == NetworkWait::End::Done && found.error() == QHostInfo::NoError && !found.addresses().isEmpty())
        return {};
    if (!canReach(host))
        return outcome(CheckState::Unknown, "check.no-uplink", params);
    if (end == NetworkWait::End::Done && found.error() == QHostInfo::HostNotFound)
        return outcome(CheckState::Down, "check.name-unknown", params);
    return outcome(CheckState::Unknown, "check.no-resolver", params);
}

ProbeOutcome noAnswer(const QString& host, int port, const ProbeContext& context)
{
    const QJsonObject params{{u"subject"_s, host}, {u"port"_s, port}, {u"ms"_s, context.timeoutMs}};
    if (!canReach(host))
        return outcome(CheckState::Unknown, "check.no-uplink", params);
    return outcome(CheckState::Down, "check.no-answer", params, context.timeoutMs);
}

} // namespace bascule::monitoring
