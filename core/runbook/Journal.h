// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/ProjectStore.h"

namespace bascule {

/// Writes the records of a run. Each record is one transaction: the run's row, changed steps, and what belongs to it.
/// For fault tests, `BASCULE_KILL_AT_RECORD=<n>[:after]` kills this process with SIGKILL just before (or after) its
/// n-th record; without it nothing happens.
class Journal
{
public:
    explicit Journal(ProjectStore& store)
        : m_store(store)
    {
    }
    Result<void> record(const ProjectStore::Write& change);

private:
    ProjectStore& m_store;
};

} // namespace bascule
