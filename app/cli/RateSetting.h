// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Verb.h"

#include "core/engine/Pace.h"

#include <memory>
#include <optional>
#include <thread>

namespace bascule::cli {

/// How fast a transfer goes, as --bwlimit and --polite say. With --bwlimit @FILE it follows the file as long as it
/// lives: what is no rate leaves the last one as it is, and is said once on stderr until there is a rate again.
class RateSetting
{
public:
    explicit RateSetting(const Invocation& call)
        : m_call(call)
        , m_pace(std::make_shared<engine::Pace>())
    {
    }
    /// What is wrong with what was typed, in words.
    std::optional<QString> begin();
    const std::shared_ptr<engine::Pace>& pace() const { return m_pace; }

private:
    void follow(const std::stop_token& stop);

    const Invocation& m_call;
    const std::shared_ptr<engine::Pace> m_pace;
    QByteArray m_file; ///< absolute
    std::jthread m_thread;
};

} // namespace bascule::cli
