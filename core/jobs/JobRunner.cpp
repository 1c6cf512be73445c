// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/JobRunner.h"

#include <QMetaObject>

#include <algorithm>

#include <sys/resource.h>

namespace bascule {

namespace {
constexpr int atOnce = 2;
constexpr int givingWay = 10; // a ninth of the window's share where both want a processor
constexpr int sampleMs = 100; // 10 Hz: what an eye follows, and cheap
} // namespace

struct JobRunner::Entry
{
    JobView view;
    std::shared_ptr<SshConnections> connections; ///< before the job, whose hosts use them until they are gone
    std::unique_ptr<Job> job;
    QStringList resources;
    Progress progress;
    std::stop_source stop;
    std::thread thread;
};

JobRunner::JobRunner(std::shared_ptr<ProjectStore> store, const Clock& clock, ConnectionsForJob connections,
                     QObject* parent)
    : QObject(parent)
    , m_store(std::move(store))
    , m_clock(clock)
    , m_connections(std::move(connections))
{
    qRegisterMetaType<bascule::Outcome>("bascule::Outcome");
    m_timer.setInterval(sampleMs);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        for (auto& entry : m_entries) {
            if (entry->view.running)
                entry->view.progress = entry->progress.sample();
        }
        emit progressed();
    });
}

void JobRunner::serveWindow(std::shared_ptr<KeptWatches> watches)
{
    m_watches = std::move(watches);
}

JobRunner::~JobRunner()
{
    for (auto& entry : m_entries)
        entry->stop.request_stop();
    for (auto& entry : m_entries) {
        if (entry->thread.joinable())
            entry->thread.join();
    }
}

JobId JobRunner::start(std::unique_ptr<Job> job)
{
    auto entry = std::make_unique<Entry>();
    entry->view.id = m_nextId++;
    entry->view.title = job->title();
    entry->view.background = job->background();
    entry->resources = job->resources();
    entry->job = std::move(job);
    const JobId id = entry->view.id;
    m_entries.push_back(std::move(entry));
    pump();
    return id;
}

void JobRunner::pump()
{
    int running = 0;
    QStringList taken;
    for (const auto& entry : m_entries) {
        if (entry->view.running) {
            running += entry->view.background ? 0 : 1;
            taken += entry->resources;
        }
    }
    std::vector<JobId> begun;
    for (auto& entry : m_entries) {
        const bool free = std::none_of(entry->resources.begin(), entry->resources.end(),
                                       [&](const QString& name) { return taken.contains(name); });
        // A waiting job keeps its place: later ones that share a resource do not overtake it.
        if (!entry->view.running && !free) {
            taken += entry->resources;
            continue;
        }
        if (entry->view.running || (running >= atOnce && !entry->view.background))
            continue;
        running += entry->view.background ? 0 : 1;
        taken += entry->resources;
        entry->view.running = true;
        begun.push_back(entry->view.id);
        Entry* raw = entry.get();
        if (m_pace) {
            raw->progress.setPace(m_pace->first, m_pace->second);
        } else if (m_store) {
            const Project project = m_store->snapshot()->project;
            raw->progress.setPace(project.copyRate, project.copyPolite);
        }
        if (m_connections)
            raw->connections = m_connections();
        raw->thread = std::thread([this, raw] {
            if (m_watches)
                ::setpriority(PRIO_PROCESS, 0, givingWay); // of this thread, in Linux; inherited by those it starts
            JobContext context{m_store.get(),          m_clock,        raw->stop.get_token(), raw->progress,
                               raw->connections.get(), m_watches.get()};
            Outcome outcome = raw->stop.stop_requested() ? Outcome::cancelled() : raw->job->run(context);
            // Posted to the runner's thread; the destructor joins this thread first, so `this` is alive here.
            QMetaObject::invokeMethod(
                this, [this, raw, outcome = std::move(outcome)]() mutable { ended(raw, std::move(outcome)); },
                Qt::QueuedConnection);
        });
    }
    if ((running > 0 || !begun.empty()) && !m_timer.isActive())
        m_timer.start();
    for (const JobId id : begun)
        emit started(id);
}

void JobRunner::ended(Entry* entry, Outcome outcome)
{
    entry->thread.join();
    entry->view.progress = entry->progress.sample();
    entry->view.running = false;
    entry->view.ended = true;
    entry->view.outcome = outcome;
    entry->view.endedAt = m_clock.now();
    if (!entry->view.background) {
        m_last = entry->view;
        m_hasLast = true;
    }
    const JobId id = entry->view.id;
    std::erase_if(m_entries, [entry](const auto& held) { return held.get() == entry; });
    if (m_entries.empty())
        m_timer.stop();
    pump();
    emit progressed();
    emit finished(id, outcome);
}

void JobRunner::cancel(JobId id)
{
    for (auto& entry : m_entries) {
        if (entry->view.id != id)
            continue;
        entry->view.cancelling = true;
        entry->stop.request_stop();
    }
}

void JobRunner::cancelAll()
{
    for (auto& entry : m_entries) {
        entry->view.cancelling = true;
        entry->stop.request_stop();
    }
}

void JobRunner::setPace(qint64 bytesPerSecond, bool polite)
{
    m_pace = {bytesPerSecond, polite};
    for (auto& entry : m_entries) {
        entry->progress.setPace(bytesPerSecond, polite);
        if (entry->view.running)
            entry->view.progress = entry->progress.sample();
    }
    emit progressed();
}

std::vector<JobView> JobRunner::active() const
{
    std::vector<JobView> views;
    for (const auto& entry : m_entries)
        views.push_back(entry->view);
    return views;
}

const JobView* JobRunner::last() const
{
    return m_hasLast ? &m_last : nullptr;
}

bool JobRunner::idle() const
{
    return m_entries.empty();
}

} // namespace bascule
