// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Fd.h"
#include "core/engine/Result.h"

#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <sys/types.h>

namespace bascule::engine::wire {

/// A process of ours (the ssh client, or a shell in tests) that is talked to over its standard streams. What it says on
/// its error stream is collected, up to a cap. Ends with this object: its input is closed, and if it does not go by
/// itself it is made to. Not to be shared between threads, but errors() may be asked by any.
class Channel
{
public:
    /// `command`: the program (looked up in PATH) and its arguments; no shell sees them. `environment`: NAME=VALUE
    /// beside ours. Error: "process.cannot-start" (subject: the program).
    static Result<std::unique_ptr<Channel>> start(const std::vector<std::string>& command,
                                                  const std::vector<std::string>& environment = {});
    ~Channel();
    Channel(const Channel&) = delete;
    Channel& operator=(const Channel&) = delete;

    int input() const { return m_input.get(); }   ///< to be written
    int output() const { return m_output.get(); } ///< to be read
    pid_t pid() const { return m_pid; }
    /// What came on the error stream so far (at most 64 KiB).
    std::string errors() const;
    /// Kills the process, at once. Any thread, but not while finish() runs.
    void sever();
    /// Closes the input and waits for the end; the exit status, or −1 when it had to be killed.
    int finish(int milliseconds);

private:
    Channel() = default;
    void collect();

    pid_t m_pid = -1;
    int m_status = -1;
    Fd m_input, m_output, m_errorStream, m_wakeRead, m_wakeWrite;
    mutable std::mutex m_mutex;
    std::string m_errors;
    std::thread m_collector;
};

} // namespace bascule::engine::wire
