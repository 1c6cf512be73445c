// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/ProjectStore.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>

namespace bascule {

/// The writer thread of a ProjectStore: owns the connection, runs the writes one by one, looks once a second whether
/// another process has written. Internal to core/project.
class StoreWorker
{
public:
    StoreWorker(QString file, OpenMode mode, const Clock& clock);
    ~StoreWorker();

    /// Starts the thread and waits until the file is open. `fresh` is written into a new, empty database.
    Result<void> start(const Project* fresh);
    void enqueue(ProjectStore::Write change, std::function<void(const Result<void>&)> done);
    bool onThisThread() const { return std::this_thread::get_id() == m_thread.get_id(); }
    SnapshotPtr snapshot() const;
    void onChanged(std::function<void(SnapshotPtr)> listener);

    const QString file;
    const OpenMode mode;
    const Clock& clock;

private:
    struct Task
    {
        ProjectStore::Write change;
        std::function<void(const Result<void>&)> done;
    };
    void loop(const Project* fresh, std::promise<Result<void>>& opened);
    Result<void> openDatabase(const Project* fresh);
    Result<void> prepare(bool fresh);
    Result<void> migrate(int from);
    Result<void> apply(const ProjectStore::Write& change);
    Result<void> reload();
    void lookForOthers();
    qint64 dataVersion();

    QString m_connection;
    QSqlDatabase m_database;
    std::thread m_thread;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_tasks;
    bool m_quit = false;
    SnapshotPtr m_snapshot;
    std::function<void(SnapshotPtr)> m_listener;
    qint64 m_dataVersion = 0;
    qint64 m_revision = 0;
};

namespace store {
/// True when the fault counter says that this statement fails (ProjectStore::failStatement).
bool faultNow();
/// What a file is before it is opened: reads its header only. Errors: "project.missing", "project.not-a-project", …
Result<void> checkHeader(const QString& file);
} // namespace store

} // namespace bascule
