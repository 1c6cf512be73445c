// SPDX-License-Identifier: GPL-3.0-or-later
// The connections of a process.
#include "core/hosts/SshConnection.h"
#include "core/hosts/SshHelpers.h"

#include <chrono>
#include <map>

namespace bascule {

struct SshConnections::Shared
{
    struct Entry
    {
        std::timed_mutex mutex; ///< held while connecting, so that two jobs do not ask twice
        std::mutex held;        ///< for the pointer alone
        std::shared_ptr<SshConnection> connection;

        std::shared_ptr<SshConnection> get()
        {
            const std::lock_guard lock(held);
            return connection;
        }
        void set(std::shared_ptr<SshConnection> other)
        {
            const std::lock_guard lock(held);
            connection.swap(other);
        }
    };

    explicit Shared(std::shared_ptr<HelperShelf> helpers)
        : shelf(std::move(helpers))
    {
    }
    ~Shared() { close(); }

    void close()
    {
        shelf->clear(); // they end with their channels, before the connections go
        const std::lock_guard lock(mutex);
        entries.clear();
        folder.reset();
    }

    std::shared_ptr<HelperShelf> shelf;
    std::mutex mutex;
    std::shared_ptr<SshFolder> folder;
    std::map<QString, std::shared_ptr<Entry>> entries;
};

SshConnections::SshConnections(std::shared_ptr<Prompter> prompter, SshOptions options)
    : m_prompter(std::move(prompter))
    , m_options(std::move(options))
    , m_shelf(std::make_shared<HelperShelf>())
    , m_shared(std::make_shared<Shared>(m_shelf))
{
}

SshConnections::~SshConnections() = default;

void SshConnections::closeAll()
{
    m_shared->close();
}

std::shared_ptr<SshConnections> SshConnections::asking(std::shared_ptr<Prompter> prompter) const
{
    auto other = std::make_shared<SshConnections>(std::move(prompter), m_options);
    other->m_shelf = m_shelf;
    other->m_shared = m_shared;
    return other;
}

std::shared_ptr<SshConnection> SshConnections::held(const SshAddress& address) const
{
    const std::lock_guard lock(m_shared->mutex);
    const auto found = m_shared->entries.find(address.text());
    return found == m_shared->entries.end() ? nullptr : found->second->get();
}

Result<QByteArray> SshConnections::privateFolder()
{
    const std::lock_guard lock(m_shared->mutex);
    if (!m_shared->folder) {
        auto made = SshFolder::make();
        if (!made)
            return made.error();
        m_shared->folder = std::move(made).value();
    }
    return m_shared->folder->path();
}

Result<SshRoute> SshConnections::route(const SshAddress& address, std::stop_token stop) const
{
    return SshConnection::route(address, m_options, stop);
}

Result<std::shared_ptr<SshConnection>> SshConnections::get(const SshAddress& address, std::stop_token stop, bool again)
{
    std::shared_ptr<SshFolder> folder;
    std::shared_ptr<Shared::Entry> entry;
    if (const auto ready = privateFolder(); !ready)
        return ready.error();
    {
        const std::lock_guard lock(m_shared->mutex);
        folder = m_shared->folder;
        auto& slot = m_shared->entries[address.text()];
        if (!slot)
            slot = std::make_shared<Shared::Entry>();
        entry = slot;
    }
    std::unique_lock connecting(entry->mutex, std::defer_lock);
    while (!connecting.try_lock_for(std::chrono::milliseconds(100))) {
        if (stop.stop_requested())
            return makeError("cancelled");
    }
    if (const auto held = entry->get(); held && !again && held->alive(stop))
        return held;
    if (stop.stop_requested())
        return makeError("cancelled");
    entry->set({});
    auto opened = SshConnection::open(address, m_options, folder, m_prompter.get(), stop);
    if (opened)
        entry->set(opened.value());
    return opened;
}

} // namespace bascule
