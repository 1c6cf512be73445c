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
    /// Back onto it, unless its link is broken or the shelf was cleared.
    void give(const QString& server, HelperPtr helper);
    /// Ends all of them.
    void clear();
    /// The processes of those whose link broke, until they are forgotten: the connection to that server may be dead
    /// without knowing.
    std::vector<std::int64_t> lost(const QString& server);
    void forgetLost(const QString& server);

private:
    void lose(const QString& server, std::int64_t pid);

    std::mutex m_mutex;
    std::map<QString, std::vector<HelperPtr>> m_idle;
    std::map<QString, std::vector<std::int64_t>> m_lost;
    bool m_closed = false;
};

} // namespace bascule
