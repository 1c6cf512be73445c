// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hosts/SecretStore.h"

#include <QMap>

#include <mutex>

/// A keyring in memory, for what is done with one.
class MemoryStore final : public bascule::SecretStore
{
public:
    State wanted = State::Open;

    State state(std::stop_token) override { return wanted; }
    bascule::Result<std::optional<bascule::Secret>> read(const QString& name, std::stop_token) override
    {
        const std::lock_guard lock(m_mutex);
        ++reads;
        const auto found = m_kept.constFind(name);
        return found == m_kept.constEnd() ? std::optional<bascule::Secret>()
                                          : std::optional<bascule::Secret>(bascule::Secret(found.value()));
    }
    bascule::Result<void> write(const QString& name, const bascule::Secret& secret, std::stop_token) override
    {
        const std::lock_guard lock(m_mutex);
        m_kept.insert(name, secret.view().toByteArray());
        return {};
    }
    bascule::Result<void> remove(const QString& name, std::stop_token) override
    {
        const std::lock_guard lock(m_mutex);
        m_kept.remove(name);
        return {};
    }
    QMap<QString, QByteArray> kept() const
    {
        const std::lock_guard lock(m_mutex);
        return m_kept;
    }
    void put(const QString& name, const QByteArray& secret)
    {
        const std::lock_guard lock(m_mutex);
        m_kept.insert(name, secret);
    }
    int reads = 0;

private:
    mutable std::mutex m_mutex;
    QMap<QString, QByteArray> m_kept;
};
