// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/JobRunner.h"

#include <functional>

namespace bascule {

/// An open project and the runner of its jobs: what the wizard, the board and the command line work with.
/// Made and destroyed on the thread it serves (GUI or main).
class Session
{
public:
    /// `connections`: to servers that are other machines; none: jobs reach only folders of this one. `watches`: of a
    /// session behind a window, see JobRunner::serveWindow().
    Session(std::shared_ptr<ProjectStore> store, const Clock& clock, ConnectionsForJob connections = {},
            std::shared_ptr<KeptWatches> watches = {});

    ProjectStore& store() { return *m_store; }
    std::shared_ptr<ProjectStore> sharedStore() { return m_store; }
    JobRunner& runner() { return m_runner; }
    const Clock& clock() const { return m_clock; }
    SnapshotPtr snapshot() const { return m_store->snapshot(); }

    using Opened = std::function<void(Result<std::shared_ptr<ProjectStore>>)>;
    /// Opens (or makes, when `fresh` is given) a project on a thread of its own, so that the GUI thread does no I/O;
    /// `done` is called on the thread of `context`, unless that is gone by then.
    static void openLater(const QString& file, OpenMode mode, std::optional<Project> fresh, const Clock& clock,
                          QObject* context, Opened done);

private:
    const Clock& m_clock;
    std::shared_ptr<ProjectStore> m_store;
    JobRunner m_runner;
};

} // namespace bascule
