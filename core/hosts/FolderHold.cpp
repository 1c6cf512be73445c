// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/FolderHold.h"

#include "core/engine/wire/Helper.h"

#include <chrono>

namespace bascule {

Result<std::unique_ptr<FolderHold>> FolderHold::take(const HostPath& folder, std::stop_token stop)
{
    std::unique_ptr<FolderHold> hold(new FolderHold(folder));
    FolderHold* raw = hold.get();
    raw->m_thread = std::jthread([raw](const std::stop_token& end) { raw->keep(end); });
    std::unique_lock lock(raw->m_mutex);
    raw->m_wake.wait(lock, stop, [raw] { return raw->m_held || raw->m_refused; });
    if (raw->m_held)
        return hold;
    const Error refused = raw->m_refused.value_or(makeError("cancelled"));
    lock.unlock();
    return refused;
}

FolderHold::~FolderHold()
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

/// One try; ends when it is refused, the link is lost, or nobody wants it any more.
Error FolderHold::hold(const std::stop_token& stop)
{
    const auto helper = m_folder.at().helper(stop);
    if (!helper)
        return helper.error();
    const auto held = [this](const engine::wire::Frame&) -> Result<void> {
        const std::lock_guard lock(m_mutex);
        m_held = true;
        m_wake.notify_all();
        return {};
    };
    const auto answer = (*helper)->call(engine::wire::Message("hold").set("path", m_folder.path), stop, held);
    Error error = answer ? makeError("cancelled") : answer.error();
    if (error.code == "call.cancelled")
        error.code = "cancelled";
    if (error.subject.empty() || error.subject.starts_with('/'))
        error.subject = m_folder.shown().toStdString();
    if (error.code == "run.locked")
        error.params["host"] = m_folder.at().name().toStdString();
    return error;
}

void FolderHold::keep(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        const Error error = hold(stop);
        std::unique_lock lock(m_mutex);
        if (!m_held) {
            m_refused = error;
            m_wake.notify_all();
            return;
        }
        // The helper of a link that was lost may still have it for a while.
        m_wake.wait_for(lock, stop, std::chrono::seconds(1), [] { return false; });
    }
}

} // namespace bascule
