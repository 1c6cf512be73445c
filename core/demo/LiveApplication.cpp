// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/LiveApplication.h"

#include "core/engine/Freeze.h"

#include <sqlite3.h>

#include <chrono>

namespace bascule::demo {

namespace {
// It looks for a freeze much more often than it writes, so that it never writes just after one.
constexpr auto pause = std::chrono::milliseconds(20);
constexpr int pausesPerOrder = 10;
constexpr auto order = "INSERT INTO commandes(client, jour, etat) "
                       "VALUES(1 + abs(random()) % 900, date('now'), 'saisie')";
} // namespace

LiveApplication::LiveApplication(std::string serverRoot, std::string database)
    : m_root(std::move(serverRoot))
    , m_database(std::move(database))
{
}

LiveApplication::~LiveApplication()
{
    stop();
}

void LiveApplication::start()
{
    if (m_thread.joinable())
        return;
    m_stop = false;
    m_thread = std::thread([this] { work(); });
}

void LiveApplication::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void LiveApplication::work()
{
    sqlite3* database = nullptr;
    if (sqlite3_open_v2(m_database.c_str(), &database, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK) {
        sqlite3_busy_timeout(database, 2'000);
        std::unique_lock lock(m_mutex);
        for (int turn = 0; !m_stop; ++turn) {
            lock.unlock();
            const auto frozen = engine::frozenBy(m_root);
            const bool closed = frozen.ok() && frozen->has_value();
            if (!closed && turn % pausesPerOrder == 0 &&
                sqlite3_exec(database, order, nullptr, nullptr, nullptr) == SQLITE_OK)
                ++m_inserted;
            lock.lock();
            if (closed)
                break;
            m_wake.wait_for(lock, pause, [this] { return m_stop; });
        }
    }
    sqlite3_close(database);
}

} // namespace bascule::demo
