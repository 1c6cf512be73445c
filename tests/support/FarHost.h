// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/wire/Channel.h"
#include "core/engine/wire/Helper.h"
#include "core/hosts/Host.h"

#include <memory>
#include <mutex>

/// A server behind helpers in processes of their own, whose folder is one of this machine: what the program does there
/// goes over the wire, without SSH.
class FarServer
{
public:
    explicit FarServer(QString name, std::string root = "/")
        : m_name(std::move(name))
        , m_root(std::move(root))
    {
    }

    bascule::HostPtr host(std::stop_token stop = {})
    {
        const auto connect = [this](std::stop_token) { return start(); };
        return bascule::hostOver(connect, m_name, m_root, std::move(stop));
    }
    int started() const { return m_started; }
    std::int64_t lastPid() const { return m_lastPid; }

private:
    using Started = bascule::Result<std::shared_ptr<bascule::engine::wire::Helper>>;
    Started start()
    {
        const std::lock_guard lock(m_mutex);
        const std::string nonce = bascule::engine::wire::newNonce();
        auto channel = bascule::engine::wire::Channel::start({ENGINE_SERVER, nonce});
        if (!channel)
            return channel.error();
        auto helper = bascule::engine::wire::Helper::greet(std::move(*channel), nonce, {}, {});
        if (!helper)
            return helper.error();
        ++m_started;
        m_lastPid = (*helper)->pid();
        return std::shared_ptr<bascule::engine::wire::Helper>(std::move(*helper));
    }

    QString m_name;
    std::string m_root;
    std::mutex m_mutex;
    int m_started = 0;
    std::int64_t m_lastPid = 0;
};
