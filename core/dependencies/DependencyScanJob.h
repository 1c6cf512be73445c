// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"

namespace bascule {

/// Reads the configuration files and scripts of the source servers line by line and writes what they point at: other
/// assets, or names outside (toName "host:port"). Of a line only its key and what was recognised are kept, never a
/// secret. Decisions survive by key; a dependency that is found no more goes, unless somebody decided on it. Files that
/// claim to be configuration and could not be read become blind spots (room "dependencies"). Writes nothing on the
/// servers. Errors: "dependencies.no-inventory", those of hostFor() and walk(), "store.…".
class DependencyScanJob final : public Job
{
public:
    Item title() const override;
    QStringList resources() const override;
    Outcome run(JobContext& context) override;
};

} // namespace bascule
