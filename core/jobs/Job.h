// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Progress.h"
#include "core/project/ProjectStore.h"

#include <QStringList>

#include <optional>
#include <stop_token>

namespace bascule {

class KeptWatches;
class SshConnections;

/// How a job ended. Cancelling is an outcome, not an error.
struct Outcome
{
    enum class Kind { Succeeded, Failed, Cancelled };
    Kind kind = Kind::Succeeded;
    /// Of a succeeded job: false when it did its work and found something not good (a difference, a failed check):
    /// exit 1.
    bool good = true;
    std::optional<Error> error; ///< of a failed job
    QJsonObject facts;          ///< a summary for the running-work bar and the command line, keys as params of `title`

    static Outcome succeeded(bool good = true, QJsonObject facts = {})
    {
        return {Kind::Succeeded, good, {}, std::move(facts)};
    }
    static Outcome failed(Error error) { return {Kind::Failed, false, std::move(error), {}}; }
    static Outcome cancelled() { return {Kind::Cancelled, false, {}, {}}; }
};

/// What a job has at hand while it runs. `store` is null for jobs without a project (sync, compare).
struct JobContext
{
    ProjectStore* store = nullptr;
    const Clock& clock;
    std::stop_token stop; ///< to be honoured within 2 seconds
    Progress& progress;
    SshConnections* connections = nullptr; ///< to servers elsewhere; without them only folders of this machine are met
    KeptWatches* watches = nullptr; ///< on sources, from one job to the next; none: every sync looks at everything
};

/// A unit of work, run once on a worker thread by a JobRunner (or directly by a test). It writes values and evidence to
/// the store; pages, board and reports read them there.
class Job
{
public:
    virtual ~Job() = default;
    /// A code and params for the catalogue, e.g. {"job.restore-test", {"name": "shop"}}.
    virtual Item title() const = 0;
    /// Names of what it must have alone; jobs that share one run one after the other. "project" for what writes
    /// servers.
    virtual QStringList resources() const { return {}; }
    /// Nobody asked for it: it takes no other job's turn and does not show as work.
    virtual bool background() const { return false; }
    virtual Outcome run(JobContext& context) = 0;
};

} // namespace bascule

Q_DECLARE_METATYPE(bascule::Outcome)
