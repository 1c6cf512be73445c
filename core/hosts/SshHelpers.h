// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/wire/Helper.h"

#include <QString>

#include <map>
#include <memory>
#include <mutex>
#include <set>
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
    /// Whether a link to that server broke since this was asked last: its connection may be dead without knowing.
    bool brokeLately(const QString& server);

private:
    std::mutex m_mutex;
    std::map<QString, std::vector<HelperPtr>> m_idle;
    std::set<QString> m_broken;
    bool m_closed = false;
};

} // namespace bascule
