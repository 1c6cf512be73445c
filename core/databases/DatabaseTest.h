// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"

#include <vector>

namespace bascule {

/// "Test": takes databases (all Database assets that are there when `assets` is empty) into a throwaway file with the
/// SQLite of this machine, checks integrity, references, views and triggers, compares with the original row by row, and
/// removes everything again. Findings of room "databases"; evidence database.tested. Good when nothing would break.
/// Errors: "database.unknown", those of hosts.
class DatabaseTestJob final : public Job
{
public:
    explicit DatabaseTestJob(std::vector<Id> assets = {})
        : m_assets(std::move(assets))
    {
    }
    /// The SQLite that the test opens databases with: this machine's, e.g. "3.40.1".
    static QString version();

    Item title() const override;
    QStringList resources() const override { return {QStringLiteral("databases")}; }
    Outcome run(JobContext& context) override;

private:
    std::vector<Id> m_assets;
};

} // namespace bascule
