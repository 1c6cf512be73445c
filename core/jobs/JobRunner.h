// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace bascule {

using JobId = qint64;

/// Makes what one job reaches servers with. Asked on the runner's thread when the job begins; what it gave is let go
/// after the job is destroyed, and with it all that was remembered for that job.
using ConnectionsForJob = std::function<std::shared_ptr<SshConnections>()>;

/// One job as the running-work bar and the command line show it.
struct JobView
{
    JobId id = 0;
    Item title;
    bool running = false; ///< false: waiting for its turn, or ended
    bool ended = false;
    bool cancelling = false;
    bool background = false; ///< not to be shown as work
    ProgressSnapshot progress;
    Outcome outcome; ///< when ended
    QDateTime endedAt;
};

/// Runs jobs on threads of its own: at most two at once beside those of the background, those that share a resource one
/// after the other. Lives on the thread that made it (GUI or main); signals are emitted there. The destructor asks all
/// jobs to stop and joins them.
class JobRunner : public QObject
{
    Q_OBJECT
public:
    /// `connections` reach the servers that are other machines; without them jobs meet only folders of this one.
    JobRunner(std::shared_ptr<ProjectStore> store, const Clock& clock, ConnectionsForJob connections = {},
              QObject* parent = nullptr);
    /// For an open project in a window, before the first job: `watches` on sources outlive the jobs that begin them,
    /// and jobs, with whatever threads and programs they start, give way to the window's thread.
    void serveWindow(std::shared_ptr<KeptWatches> watches);
    ~JobRunner() override;

    /// Takes the job; it runs as soon as its resources are free.
    JobId start(std::unique_ptr<Job> job);
    /// Asks it to stop; it ends as Cancelled.
    void cancel(JobId id);
    void cancelAll();
    /// How fast transfers go, those that run and those of jobs that are still to run; until it is called, as the
    /// project says when the job begins. Bytes a second, 0: no limit; `polite`: slowly while the server they read is
    /// busy.
    void setPace(qint64 bytesPerSecond, bool polite);
    /// Waiting and running ones, oldest first.
    std::vector<JobView> active() const;
    /// The one that ended last, if any; none of the background.
    const JobView* last() const;
    bool idle() const;

signals:
    void started(bascule::JobId id);
    /// Ten times a second while anything runs.
    void progressed();
    void finished(bascule::JobId id, const bascule::Outcome& outcome);

private:
    struct Entry;
    void pump();
    void ended(Entry* entry, Outcome outcome);

    std::shared_ptr<ProjectStore> m_store;
    const Clock& m_clock;
    ConnectionsForJob m_connections;
    std::shared_ptr<KeptWatches> m_watches; ///< may be none
    std::vector<std::unique_ptr<Entry>> m_entries;
    JobView m_last;
    bool m_hasLast = false;
    JobId m_nextId = 1;
    std::optional<std::pair<qint64, bool>> m_pace;
    QTimer m_timer;
};

} // namespace bascule
