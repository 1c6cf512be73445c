// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Sync.h"
#include "core/runbook/Executor.h"
#include "core/runbook/Transfer.h"

#include <memory>

namespace bascule {

class SkippedList;

/// All that one sync of a run left out: PROJECT.evidence/run-ID-N.csv (see SkippedList), for the owner of the project
/// alone. Where nothing is left out there is none, nor where it cannot be kept: the run goes on without.
class KeptList final : public engine::SkippedSink
{
public:
    KeptList(const Ground& ground, StepEnv& env);
    ~KeptList() override;

    void begin() override;
    void add(const engine::SkippedItem& item) override;
    void end() override;
    /// The sync is over, however it ended. With a list, it becomes part of the proof ("proof.left-out": count, file).
    void tell(QJsonArray& proof);

private:
    void create();

    const Ground& m_ground;
    StepEnv& m_env;
    QString m_file;
    bool m_tried = false;
    std::unique_ptr<SkippedList> m_list; ///< made with the first item
};

} // namespace bascule
