// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"

namespace bascule {

/// Measures what the old servers ask and what the new one can, and writes what will break as findings (room
/// "compatibility"). Databases are read whole; the target gets a folder of probe files, which is removed again; nothing
/// else is written anywhere. Outcome.good is false when something blocks. Errors: "compatibility.no-target",
/// "compatibility.target-not-inventoried", "compatibility.no-inventory", those of hostFor() and walk(), "store.…".
class CompatibilityJob final : public Job
{
public:
    Item title() const override;
    QStringList resources() const override;
    Outcome run(JobContext& context) override;
};

} // namespace bascule
