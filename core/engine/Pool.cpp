// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Pool.h"

#include <algorithm>

namespace bascule::engine {

namespace {
constexpr std::size_t kMostWaiting = 200'000; // items; about 100 bytes each
}

int threadCount(int asked)
{
    if (asked > 0)
        return std::min(asked, 64);
    return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 2, 8);
}

Pool::Pool(int threads)
{
    for (int i = 1; i < threads; ++i) // the caller of finish() is one of them
        m_threads.emplace_back([this] { loop(); });
}

Pool::~Pool()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
    }
    m_changed.notify_all();
    for (std::thread& thread : m_threads)
        thread.join();
}

void Pool::addLook(std::function<void()> task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_looks.push_back(std::move(task));
    }
    m_changed.notify_one();
}

void Pool::addWork(std::function<void()> task, std::size_t weight)
{
    std::unique_lock lock(m_mutex);
    m_works.push_back({std::move(task), weight});
    m_waiting += weight;
    m_changed.notify_one();
    while (m_waiting > kMostWaiting) {
        Work work = std::move(m_works.front());
        m_works.pop_front();
        m_waiting -= work.weight;
        lock.unlock();
        work.task();
        lock.lock();
    }
}

bool Pool::runOne(std::unique_lock<std::mutex>& lock)
{
    std::function<void()> task;
    if (!m_looks.empty()) {
        task = std::move(m_looks.back());
        m_looks.pop_back();
    } else if (!m_works.empty()) {
        task = std::move(m_works.front().task);
        m_waiting -= m_works.front().weight;
        m_works.pop_front();
    } else {
        return false;
    }
    ++m_running;
    lock.unlock();
    task();
    task = nullptr; // what it holds goes before it counts as done
    lock.lock();
    --m_running;
    if (m_running == 0 && m_held == 0 && m_looks.empty() && m_works.empty())
        m_changed.notify_all();
    return true;
}

void Pool::loop()
{
    std::unique_lock lock(m_mutex);
    while (!m_closing) {
        if (!runOne(lock))
            m_changed.wait(lock);
    }
}

void Pool::hold()
{
    const std::lock_guard lock(m_mutex);
    ++m_held;
}

void Pool::letGo()
{
    const std::lock_guard lock(m_mutex);
    if (--m_held == 0)
        m_changed.notify_all();
}

void Pool::finish()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        if (runOne(lock))
            continue;
        if (m_running == 0 && m_held == 0)
            return;
        m_changed.wait(lock);
    }
}

} // namespace bascule::engine
