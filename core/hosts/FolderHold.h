// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hosts/Host.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace bascule {

/// Holds a folder on a server for one run, with a helper of its own: nothing is written there, and when the helper or
/// its session ends, the folder is free. When the link is lost, it is taken again as soon as the server answers.
class FolderHold
{
public:
    /// Blocks until it is held. Errors: "run.locked" (params pid, host, since; subject: the folder), "cancelled", those
    /// of Host::helper().
    static Result<std::unique_ptr<FolderHold>> take(const HostPath& folder, std::stop_token stop);
    ~FolderHold();
    /// Begins to let go: the destructor then has less to wait for. Any thread.
    void letGo() { m_thread.request_stop(); }

private:
    explicit FolderHold(HostPath folder)
        : m_folder(std::move(folder))
    {
    }
    void keep(const std::stop_token& stop);
    Error hold(const std::stop_token& stop);

    HostPath m_folder;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    bool m_held = false;
    std::optional<Error> m_refused; ///< of the first try
    std::jthread m_thread;
};

} // namespace bascule
