// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace bascule::engine {

/// Threads that look into folders (last found, first done, so that few wait) and work on what was found there (first
/// found, first done). Looking goes first, so that totals are known early, until so much work waits that memory would
/// grow: then who looks must work. Tasks may add tasks; work tasks add none. Tasks do not throw.
class Pool
{
public:
    explicit Pool(int threads);
    ~Pool();
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    void addLook(std::function<void()> task);
    /// `weight`: how many items. Does other work first when too much waits.
    void addWork(std::function<void()> task, std::size_t weight);
    /// Something is under way elsewhere that will add tasks: finish() waits for as many letGo() as hold().
    void hold();
    void letGo();
    /// Works along until nothing is left to do, here or elsewhere.
    void finish();

private:
    struct Work
    {
        std::function<void()> task;
        std::size_t weight;
    };
    void loop();
    bool runOne(std::unique_lock<std::mutex>& lock);

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<std::function<void()>> m_looks;
    std::deque<Work> m_works;
    std::size_t m_waiting = 0; ///< items in m_works
    int m_running = 0;
    std::int64_t m_held = 0;
    bool m_closing = false;
    std::vector<std::thread> m_threads;
};

/// How many threads: as asked, else by the machine (2 to 8).
int threadCount(int asked);

} // namespace bascule::engine
