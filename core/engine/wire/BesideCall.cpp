// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wire/BesideCall.h"

#include "core/engine/wire/Helper.h"

#include <utility>

namespace bascule::engine::wire {

BesideCall::BesideCall(Helper& helper, Message call, Content content, std::function<void(const Result<Message>&)> ended)
    : m_helper(helper)
    , m_call(std::move(call))
    , m_content(std::move(content))
    , m_ended(std::move(ended))
    , m_thread([this] { run(); })
{
    m_begun.get_future().wait();
}

BesideCall::~BesideCall()
{
    end();
}

void BesideCall::run()
{
    bool begun = false;
    const auto begin = [&] {
        if (!std::exchange(begun, true))
            m_begun.set_value();
    };
    const auto answer = m_helper.call(m_call, m_end.get_token(), m_content, begin);
    if (!m_end.stop_requested())
        m_ended(answer);
    begin(); // it could not be sent
}

} // namespace bascule::engine::wire
