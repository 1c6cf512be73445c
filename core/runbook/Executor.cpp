// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runbook/Executor.h"

#include "core/hosts/HostLooks.h"
#include "core/hosts/StopSwitch.h"
#include "core/runbook/Journal.h"

#include <algorithm>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace bascule {

using namespace Qt::StringLiterals;

QJsonObject proofItem(const QString& code, bool ok, const QJsonObject& params)
{
    return {{u"code"_s, code}, {u"ok"_s, ok}, {u"params"_s, params}};
}

QJsonObject errorToJson(const Error& error)
{
    return {{u"code"_s, QString::fromStdString(error.code)},
            {u"subject"_s, displayPath(error.subject)},
            {u"params"_s, paramsToJson(error.params)},
            {u"detail"_s, displayPath(error.detail)}};
}

Error errorFromJson(const QJsonObject& json)
{
    Error error;
    error.code = json[u"code"].toString().toStdString();
    error.subject = json[u"subject"].toString().toStdString();
    error.detail = json[u"detail"].toString().toStdString();
    const QJsonObject params = json[u"params"].toObject();
    for (auto it = params.begin(); it != params.end(); ++it) {
        const std::string name = it.key().toStdString();
        if (!it.value().isDouble())
            error.params[name] = it.value().toString().toStdString();
        else if (const double number = it.value().toDouble(); number == double(it.value().toInteger()))
            error.params[name] = std::int64_t(it.value().toInteger());
        else
            error.params[name] = number;
    }
    return error;
}

namespace {

/// Stops the steps when the job is cancelled, or when the deadline passes.
class Watch
{
public:
    Watch(std::stop_token outer, QDateTime deadline, const Clock& clock)
        : m_forward(std::move(outer), [this] { m_source.request_stop(); })
    {
        if (!deadline.isValid())
            return;
        m_thread = std::jthread([this, deadline, &clock](std::stop_token end) {
            std::mutex mutex;
            std::condition_variable_any wake;
            std::unique_lock lock(mutex);
            while (!end.stop_requested()) {
                if (clock.now() >= deadline) {
                    m_passed = true;
                    m_source.request_stop();
                    return;
                }
                wake.wait_for(lock, end, std::chrono::milliseconds(100), [] { return false; });
            }
        });
    }
    std::stop_token token() { return m_source.get_token(); }
    bool deadlinePassed() const { return m_passed; }

private:
    std::stop_source m_source;
    std::atomic<bool> m_passed{false};
    std::stop_callback<std::function<void()>> m_forward;
    std::jthread m_thread;
};

constexpr auto undoingKey = "undoing";

} // namespace

/// One pass over a run: the rows as they are in the file, and what changes them.
struct RunbookExecutor::Walk
{
    RunbookExecutor& executor;
    Run run;
    std::vector<RunStep> steps;
    Journal journal;

    explicit Walk(RunbookExecutor& owner)
        : executor(owner)
        , journal(*owner.m_job.store)
    {
    }

    Result<void> load(Id id)
    {
        // Read through a write: the snapshot may be older than what this process just wrote.
        return executor.m_job.store->write([&](StoreTx& tx) -> Result<void> {
            auto found = tx.get<Run>(id);
            if (!found)
                return found.error();
            run = found.value();
            auto all = tx.all<RunStep>();
            if (!all)
                return all.error();
            steps.clear();
            for (const RunStep& step : all.value()) {
                if (step.run == id)
                    steps.push_back(step);
            }
            std::stable_sort(steps.begin(), steps.end(),
                             [](const RunStep& a, const RunStep& b) { return a.number < b.number; });
            return {};
        });
    }

    /// From here on, hosts are asked until that stop, too.
    StepEnv env(std::stop_token stop)
    {
        if (executor.m_options.asking)
            executor.m_options.asking->set(stop);
        return {executor.m_job, std::move(stop), run, steps, run.facts};
    }

    bool pastNoReturn() const
    {
        for (const RunStep& step : steps) {
            if (step.state != StepState::Waiting && step.state != StepState::Undone &&
                executor.m_actions.isPointOfNoReturn(step))
                return true;
        }
        return false;
    }

    Result<void> record(const RunStep* step = nullptr)
    {
        return journal.record([&](StoreTx& tx) -> Result<void> {
            if (step) {
                if (auto done = tx.update(*step); !done)
                    return done;
            }
            return tx.update(run);
        });
    }

    Result<void> end(RunState state)
    {
        const Run before = run;
        run.state = state;
        run.endedAt = executor.m_job.clock.now();
        run.facts.remove(u"pausedAt"_s);
        run.facts.remove(u"halted"_s);
        auto done = journal.record([&](StoreTx& tx) -> Result<void> {
            if (executor.m_options.onEnd) {
                if (auto written = executor.m_options.onEnd(tx, run, steps); !written)
                    return written;
            }
            return tx.update(run);
        });
        if (!done)
            run = before;
        return done;
    }

    RunResult result(std::optional<Error> error = {}, bool cancelled = false)
    {
        RunResult out;
        out.run = run;
        out.error = std::move(error);
        out.cancelled = cancelled;
        return out;
    }

    StepOutcome oneStep(RunStep& step, std::stop_token stop);
    RunResult forward();
    RunResult takeBack(std::optional<Error> why);
    RunResult failed(Error error);
    bool waitWhilePaused(std::stop_token stop);
    Result<void> rewind(std::size_t from);
};

RunbookExecutor::RunbookExecutor(JobContext& job, StepActions& actions, ExecutorOptions options)
    : m_job(job)
    , m_actions(actions)
    , m_options(std::move(options))
{
}

RunbookExecutor::~RunbookExecutor() = default;

Result<Id> RunbookExecutor::begin(RunKind kind, const std::vector<RunbookStep>& steps, const QString& runbookHash,
                                  const QJsonObject& facts)
{
    Run run;
    run.kind = kind;
    run.state = RunState::Running;
    run.runbookHash = runbookHash;
    run.startedAt = m_job.clock.now();
    run.facts = facts;
    Journal journal(*m_job.store);
    auto done = journal.record([&](StoreTx& tx) -> Result<void> {
        run.id = 0;
        if (auto id = tx.insert(run); !id)
            return id.error();
        for (const RunbookStep& step : steps) {
            RunStep row;
            row.run = run.id;
            row.number = step.number;
            row.code = step.code;
            row.subject = step.subject;
            row.params = step.params;
            row.plannedMs = step.plannedMs;
            if (auto id = tx.insert(row); !id)
                return id.error();
        }
        return m_options.onBegin ? m_options.onBegin(tx, run) : Result<void>();
    });
    if (!done)
        return done.error();
    return run.id;
}

StepOutcome RunbookExecutor::Walk::oneStep(RunStep& step, std::stop_token stop)
{
    StepEnv at = env(std::move(stop));
    StepOutcome all;
    using Part = StepOutcome (StepActions::*)(const RunStep&, StepEnv&);
    for (const Part part : {Part(&StepActions::precheck), Part(&StepActions::perform), Part(&StepActions::verify)}) {
        StepOutcome one = (executor.m_actions.*part)(step, at);
        for (const QJsonValue& item : one.proof)
            all.proof.append(item);
        const bool stopped = one.error && one.error->code == "cancelled" && at.stop.stop_requested();
        all.cancelled = one.cancelled || stopped;
        all.error = stopped ? std::nullopt : one.error;
        all.skipped = all.skipped || one.skipped;
        if (!all.good() || all.skipped)
            break;
    }
    return all;
}

bool RunbookExecutor::Walk::waitWhilePaused(std::stop_token stop)
{
    const auto& pause = executor.m_options.pause;
    if (!pause || !pause->paused())
        return true;
    run.facts[u"pausedAt"_s] = executor.m_job.clock.now().toString(Qt::ISODate);
    executor.m_job.progress.phase(u"phase.paused"_s);
    if (auto done = record(); !done)
        return false;
    while (pause->paused() && !stop.stop_requested())
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    run.facts.remove(u"pausedAt"_s);
    return bool(record());
}

Result<void> RunbookExecutor::Walk::rewind(std::size_t from)
{
    return journal.record([&](StoreTx& tx) -> Result<void> {
        for (std::size_t i = from; i < steps.size(); ++i) {
            if (steps[i].state == StepState::Waiting)
                continue;
            steps[i].state = StepState::Waiting;
            steps[i].proof = {};
            steps[i].error = {};
            if (auto done = tx.update(steps[i]); !done)
                return done;
        }
        return tx.update(run);
    });
}

RunResult RunbookExecutor::Walk::failed(Error error)
{
    if (!pastNoReturn())
        return takeBack(std::move(error));
    StepEnv at = env({});
    auto safe = executor.m_actions.canUndoLate(at);
    if (safe && safe.value())
        return takeBack(std::move(error));
    run.facts[u"halted"_s] = errorToJson(error);
    (void)record();
    RunResult out = result(std::move(error));
    out.halted = true;
    return out;
}

RunResult RunbookExecutor::Walk::forward()
{
    Watch watch(executor.m_job.stop, executor.m_options.deadline, executor.m_job.clock);
    const auto interrupted = [&]() -> RunResult {
        if (watch.deadlinePassed() && !executor.m_job.stop.stop_requested())
            return takeBack(makeError(executor.m_options.deadlineError));
        return takeBack({});
    };

    std::size_t next = 0;
    while (next < steps.size() && (steps[next].state == StepState::Verified || steps[next].state == StepState::Skipped))
        ++next;
    if (next > 0) {
        StepEnv at = env(pastNoReturn() ? std::stop_token() : watch.token());
        auto from = executor.m_actions.resumeAt(next, at);
        if (!from) {
            if (from.error().code == "cancelled")
                return interrupted();
            // Nobody knows how things are there: the run stands as if it had been killed.
            return isUnreachable(from.error()) ? result(from.error()) : failed(from.error());
        }
        if (from.value() < next) {
            next = from.value();
            if (auto done = rewind(next); !done)
                return result(done.error());
        }
    }

    for (; next < steps.size(); ++next) {
        RunStep& step = steps[next];
        const bool noReturn = pastNoReturn() || executor.m_actions.isPointOfNoReturn(step);
        if (!pastNoReturn()) {
            if (!waitWhilePaused(watch.token()) && !watch.token().stop_requested())
                return result(makeError("store.write-failed", executor.m_job.store->file()));
            if (watch.token().stop_requested())
                return interrupted();
        }
        step.state = StepState::Running;
        step.startedAt = executor.m_job.clock.now();
        step.endedAt = {};
        step.proof = {};
        step.error = {};
        run.facts.remove(u"halted"_s);
        if (auto done = record(&step); !done)
            return result(done.error());

        StepOutcome outcome = oneStep(step, noReturn ? std::stop_token() : watch.token());
        step.endedAt = executor.m_job.clock.now();
        step.proof = outcome.proof;
        if (outcome.cancelled)
            return interrupted();
        // A server that cannot be reached cannot be put back either: the next call goes on from here.
        if (outcome.error && isUnreachable(*outcome.error))
            return result(*outcome.error);
        if (outcome.error) {
            step.state = StepState::Failed;
            step.error = errorToJson(*outcome.error);
            if (auto done = record(&step); !done)
                return result(done.error());
            return failed(*outcome.error);
        }
        step.state = outcome.skipped ? StepState::Skipped : StepState::Verified;
        if (auto done = record(&step); !done)
            return result(done.error());
    }
    if (auto done = end(RunState::Succeeded); !done)
        return result(done.error());
    return result();
}

RunResult RunbookExecutor::Walk::takeBack(std::optional<Error> why)
{
    // First the journal says that the way is back, so that a crash while going back goes on going back.
    const QString key = QString::fromLatin1(undoingKey);
    if (!run.facts.contains(key)) {
        run.facts[key] = why ? u"failed"_s : u"cancelled"_s;
        if (why)
            run.error = errorToJson(*why);
        if (auto done = record(); !done)
            return result(done.error());
    }
    const bool cancelled = run.facts[key].toString() == u"cancelled"_s;
    executor.m_job.progress.phase(u"phase.undoing"_s);
    for (std::size_t i = steps.size(); i-- > 0;) {
        RunStep& step = steps[i];
        if (step.state == StepState::Waiting || step.state == StepState::Undone)
            continue;
        StepEnv at = env({});
        if (step.state != StepState::Skipped) {
            if (auto done = executor.m_actions.undo(step, at); !done) {
                Error error = done.error();
                error.params["reason"] = error.code;
                error.code = "run.undo-failed";
                return result(std::move(error));
            }
        }
        // The step that failed keeps showing that it did.
        if (step.state == StepState::Failed)
            continue;
        step.state = StepState::Undone;
        step.endedAt = executor.m_job.clock.now();
        if (auto done = record(&step); !done)
            return result(done.error());
    }
    if (auto done = end(cancelled ? RunState::Cancelled : RunState::Failed); !done)
        return result(done.error());
    if (cancelled)
        return result({}, true);
    return result(errorFromJson(run.error));
}

RunResult RunbookExecutor::execute(Id id)
{
    Walk walk(*this);
    if (auto loaded = walk.load(id); !loaded) {
        RunResult out;
        out.error = loaded.error();
        return out;
    }
    if (walk.run.facts.contains(QString::fromLatin1(undoingKey)))
        return walk.takeBack({});
    return walk.forward();
}

RunResult RunbookExecutor::undo(Id id, std::optional<Error> why)
{
    Walk walk(*this);
    if (auto loaded = walk.load(id); !loaded) {
        RunResult out;
        out.error = loaded.error();
        return out;
    }
    return walk.takeBack(std::move(why));
}

} // namespace bascule
