// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace bascule::demo {

/// The demo's application at work: a thread that keeps the SQLite database open in WAL mode and inserts an order every
/// few milliseconds, until it is stopped or its server is frozen, as an application stops at a freeze. Made and
/// destroyed on one thread; the destructor stops it.
class LiveApplication
{
public:
    /// `serverRoot` is looked at for a freeze before each insert.
    LiveApplication(std::string serverRoot, std::string database);
    LiveApplication(const LiveApplication&) = delete;
    LiveApplication& operator=(const LiveApplication&) = delete;
    ~LiveApplication();

    void start();
    /// Ends the transaction, closes the database, joins the thread.
    void stop();
    std::int64_t inserted() const { return m_inserted; }

private:
    void work();

    std::string m_root, m_database;
    std::thread m_thread;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stop = false;
    std::atomic<std::int64_t> m_inserted{0};
};

} // namespace bascule::demo
