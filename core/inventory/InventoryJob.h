// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"

#include <vector>

namespace bascule {

/// Reads servers from end to end and writes what is there: assets (nothing is left out: what no other asset covers is
/// the server's "files"), findings and blind spots (room "inventory"), and one line of evidence a server. It writes
/// nothing on the servers. What people decided of an asset or a finding stays. Errors: those of hostFor() and walk(),
/// "inventory.no-server", "store.…". A server that fails does not keep the others from being read.
class InventoryJob final : public Job
{
public:
    /// Empty: all source servers.
    explicit InventoryJob(std::vector<Id> servers = {})
        : m_servers(std::move(servers))
    {
    }
    Item title() const override;
    QStringList resources() const override;
    Outcome run(JobContext& context) override;

private:
    std::vector<Id> m_servers;
};

} // namespace bascule
