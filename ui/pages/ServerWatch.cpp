// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/ServerWatch.h"

#include "core/hosts/ConnectionWatchJob.h"
#include "core/hosts/ServerCheckJob.h"
#include "ui/wizard/AppContext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bascule::ui {

namespace {

/// Errors of a way that may be there again in a moment; all others need somebody to do something.
bool mayPass(const QString& code)
{
    static const QStringList passing{u"ssh.unresolvable"_s,   u"ssh.refused"_s, u"ssh.timeout"_s,
                                     u"ssh.unreachable"_s,    u"ssh.closed"_s,  u"ssh.failed"_s,
                                     u"ssh.command-timeout"_s};
    return passing.contains(code);
}

} // namespace

ServerWatch::ServerWatch(AppContext& context, QObject* parent)
    : QObject(parent)
    , m_context(context)
{
    m_clock.start();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ServerWatch::work);
    connect(&context, &AppContext::sessionChanged, this, &ServerWatch::begin);
    connect(&context, &AppContext::snapshotChanged, this, &ServerWatch::look);
    connect(&context, &AppContext::jobFinished, this, [this](JobId id, const Outcome& outcome) {
        for (Entry& entry : m_links) {
            if (entry.job != id)
                continue;
            entry.job = 0;
            if (outcome.kind == Outcome::Kind::Succeeded)
                looked(entry, outcome.facts);
            else
                entry.due = clock() + m_pace.every;
            schedule();
            Q_EMIT changed();
            return;
        }
    });
    begin();
}

void ServerWatch::setPace(const Pace& pace)
{
    m_pace = pace;
    for (Entry& entry : m_links) {
        if (entry.due > 0)
            entry.due = std::min(entry.due, clock() + pace.every);
    }
    schedule();
}

/// Another project: tests from before were not made in this window, and nothing is connected.
void ServerWatch::begin()
{
    m_links.clear();
    const Snapshot& snapshot = *m_context.snapshot();
    m_from = snapshot.evidence.empty() ? 0 : snapshot.evidence.back().id;
    m_timer.stop();
    Q_EMIT changed();
}

void ServerWatch::look()
{
    const SnapshotPtr snapshot = m_context.snapshot();
    bool moved = false;
    m_links.removeIf([&](const auto& link) {
        const Server* server = snapshot->server(link.key());
        const bool gone = !server || server->kind != ServerKind::Ssh || server->address != link.value().address;
        moved = moved || gone;
        return gone;
    });
    QSet<Id> seen;
    for (auto line = snapshot->evidence.rbegin(); line != snapshot->evidence.rend() && line->id > m_from; ++line) {
        const Id id = line->data.value("server"_L1).toInteger();
        if (line->kind != QLatin1String(ServerCheckJob::kEvidence) || seen.contains(id))
            continue;
        seen.insert(id);
        const Server* server = snapshot->server(id);
        if (!server || server->kind != ServerKind::Ssh ||
            server->address != line->data.value("address"_L1).toString() || m_links.value(id).evidence >= line->id)
            continue;
        Entry& entry = m_links[id];
        entry.address = server->address;
        entry.evidence = line->id;
        take(entry, *line);
        moved = true;
    }
    if (!moved)
        return;
    schedule();
    Q_EMIT changed();
}

void ServerWatch::take(Entry& entry, const Evidence& test)
{
    const QJsonObject error = test.data.value("error"_L1).toObject();
    const bool was = entry.state.link != Link::None && entry.state.link != Link::Stopped;
    if (test.data.value("ok"_L1).toBool()) {
        entry.state = {Link::Connected, test.at, {}};
        entry.due = clock() + m_pace.every;
        entry.pause = m_pace.first;
    } else if (was && mayPass(error.value("code"_L1).toString())) {
        lose(entry, error);
    } else {
        entry.state = {}; // what the test said is in the ledger
        entry.due = 0;
    }
}

void ServerWatch::looked(Entry& entry, const QJsonObject& facts)
{
    if (entry.state.link == Link::None)
        return; // a test that failed meanwhile knows better
    const bool ok = facts.value("ok"_L1).toBool();
    const QJsonObject error = facts.value("error"_L1).toObject();
    if (!ok && !error.isEmpty()) {
        lose(entry, error);
        return;
    }
    // A job that knows the password may have made it anew meanwhile.
    const bool wasLost = entry.state.link == Link::Lost || entry.state.link == Link::NeedsPassword;
    if (ok && (wasLost || facts.value("again"_L1).toBool()))
        entry.state = {Link::Again, m_context.now(), {}};
    entry.due = clock() + m_pace.every;
    entry.pause = m_pace.first;
}

void ServerWatch::lose(Entry& entry, const QJsonObject& error)
{
    const QString code = error.value("code"_L1).toString();
    const bool before = entry.state.link == Link::Lost;
    const bool password = code == "ssh.nobody-to-ask"_L1 || code == "ssh.not-answered"_L1;
    const QDateTime since = before ? entry.state.since : m_context.now();
    entry.due = 0;
    if (password) {
        entry.state = {Link::NeedsPassword, since, error};
        entry.due = clock() + m_pace.every; // to see whether somebody has typed it
    } else if (!mayPass(code)) {
        entry.state = {Link::Stopped, since, error};
    } else {
        entry.pause = before ? std::min(entry.pause * 2, m_pace.most) : m_pace.first;
        entry.state = {Link::Lost, since, error};
        entry.due = clock() + entry.pause;
    }
}

/// Hands what is due to the runner. While a test is under way, that one will tell.
void ServerWatch::work()
{
    const SnapshotPtr snapshot = m_context.snapshot();
    const bool testing = m_context.isRunning(u"job.connection-test"_s) || m_context.isRunning(u"job.server-check"_s);
    for (auto at = m_links.begin(); at != m_links.end(); ++at) {
        Entry& entry = at.value();
        if (entry.due == 0 || entry.due > clock() || entry.job != 0)
            continue;
        const Server* server = snapshot->server(at.key());
        entry.due = clock() + (testing ? 1000 : m_pace.every);
        if (server && !testing)
            entry.job = m_context.startJob(std::make_unique<ConnectionWatchJob>(*server, m_context.quietConnections(),
                                                                                entry.state.link == Link::NeedsPassword
                                                                                    ? ConnectionWatchJob::When::Never
                                                                                    : ConnectionWatchJob::When::Gone));
    }
    schedule();
}

void ServerWatch::schedule()
{
    qint64 next = 0;
    for (const Entry& entry : m_links) {
        if (entry.due > 0 && entry.job == 0 && (next == 0 || entry.due < next))
            next = entry.due;
    }
    if (next == 0)
        m_timer.stop();
    else
        m_timer.start(int(std::max<qint64>(0, next - clock())));
}

} // namespace bascule::ui
