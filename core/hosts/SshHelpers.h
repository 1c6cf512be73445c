// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/wire/Helper.h"

#include <QString>

#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace bascule {

/// Helpers that run and have nothing to do, by server. Thread-safe.
class HelperShelf
{
public:
    using HelperPtr = std::unique_ptr<engine::wire::Helper>;

    /// One of that server, off the shelf; none when there is none that works.
    HelperPtr take(const QString& server);
    /// Back onto it, unless its link is broken or the shelf was cleared. One whose link is broken may hang at the
    /// server with something that it was told and nobody heard of again: it is lost().
    void give(const QString& server, HelperPtr helper);
    /// Ends all of them.
    void clear();
    struct Lost
    {
        std::int64_t pid;
        std::string nonce;
    };
    /// Those of that server whose links broke, until they are ended(): its connection, and the links of the others, may
    /// be dead without knowing.
    std::vector<Lost> lost(const QString& server);
    void ended(const QString& server, const std::string& nonce);
    /// Ends the idle ones of a server.
    void forget(const QString& server);

private:
    /// The caller holds the mutex.
    void lose(const QString& server, const engine::wire::Helper& helper);

    std::mutex m_mutex;
    std::map<QString, std::vector<HelperPtr>> m_idle;
    std::map<QString, std::vector<Lost>> m_lost;
    bool m_closed = false;
};

} // namespace bascule
