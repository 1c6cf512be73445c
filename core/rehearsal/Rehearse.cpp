// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rehearsal/Rehearse.h"

#include "core/hosts/HostLooks.h"
#include "core/project/Moments.h"
#include "core/rehearsal/Drift.h"
#include "core/rehearsal/Drill.h"
#include "core/rehearsal/Scenarios.h"
#include "core/runbook/MigrationSteps.h"
#include "core/runbook/RunLock.h"
#include "core/runbook/StepWords.h"

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

constexpr auto beforeKey = "untouchedBefore"_L1;

/// What the rehearsal must leave alone, as it is now: the real target, the real link; and the source, which others may
/// change meanwhile but we may not.
Result<QJsonObject> realThings(const Snapshot& snapshot, const Ground& ground, const HostPtr& targetHost,
                               std::stop_token stop)
{
    QJsonObject seen;
    if (const Server* target = snapshot.serverOf(ServerRole::Target)) {
        const HostPath root(targetHost, target->root.toStdString());
        const auto there = lookAt(root, true);
        if (!there)
            return there.error();
        if (*there) {
            auto print = treePrint(root, {}, {}, stop);
            if (!print)
                return print.error();
            seen.insert(u"target"_s, printToJson(print.value()));
        }
    }
    if (const std::string link = switchLinkOf(snapshot); !link.empty()) {
        auto text = targetHost->linkTextAt(link);
        if (!text)
            return text.error();
        seen.insert(u"link"_s, pathToJson(Path::fromStdString(text.value())));
    }
    const auto excludes = printExcludes(ground.scope, Side::Source, ground.source);
    if (!excludes)
        return excludes.error();
    auto source = treePrint(ground.source, *excludes, looseFolders(ground.scope, Side::Source), stop);
    if (!source)
        return source.error();
    seen.insert(u"source"_s, printToJson(source.value()));
    return seen;
}

/// The runbook's own steps, and two more that only a rehearsal has: "scenarios" and "untouched".
class RehearsalSteps final : public StepActions
{
public:
    RehearsalSteps(MigrationSteps steps, SnapshotPtr snapshot, HostPtr targetHost)
        : m_steps(std::move(steps))
        , m_snapshot(std::move(snapshot))
        , m_targetHost(std::move(targetHost))
    {
    }

    StepOutcome precheck(const RunStep& step, StepEnv& env) override
    {
        if (step.code == u"precheck" && !env.facts.contains(beforeKey)) {
            auto seen = realThings(*m_snapshot, m_steps.ground(), m_targetHost, env.stop);
            if (!seen)
                return seen.error().code == "cancelled" ? StepOutcome::stopped() : StepOutcome::failed(seen.error());
            env.facts[beforeKey] = seen.value();
        }
        return own(step) ? StepOutcome{} : m_steps.precheck(step, env);
    }
    StepOutcome perform(const RunStep& step, StepEnv& env) override
    {
        if (step.code == u"scenarios")
            return scenarios(env);
        if (step.code == u"untouched")
            return untouched(env);
        return m_steps.perform(step, env);
    }
    StepOutcome verify(const RunStep& step, StepEnv& env) override
    {
        return own(step) ? StepOutcome{} : m_steps.verify(step, env);
    }
    Result<void> undo(const RunStep& step, StepEnv& env) override
    {
        return own(step) ? Result<void>() : m_steps.undo(step, env);
    }
    Result<std::size_t> resumeAt(std::size_t next, StepEnv& env) override { return m_steps.resumeAt(next, env); }
    bool isPointOfNoReturn(const RunStep&) const override { return false; }
    Result<bool> canUndoLate(StepEnv&) override { return true; }

private:
    static bool own(const RunStep& step) { return step.code == u"scenarios" || step.code == u"untouched"; }

    StepOutcome scenarios(StepEnv& env)
    {
        auto failures = runScenarios(env.job, {}, env.run.id, env.stop);
        if (!failures)
            return failures.error().code == "cancelled" ? StepOutcome::stopped()
                                                        : StepOutcome::failed(failures.error());
        const qint64 all = qint64(env.job.store->snapshot()->scenarios.size());
        env.facts[u"scenarios"_s] = all;
        env.facts[u"scenariosFailed"_s] = failures.value();
        StepOutcome outcome;
        outcome.proof.append(proofItem(u"proof.scenarios"_s, failures.value() == 0,
                                       {{u"passed"_s, all - failures.value()}, {u"count"_s, all}}));
        return outcome;
    }

    StepOutcome untouched(StepEnv& env)
    {
        env.job.progress.part(u"phase.untouched"_s);
        auto now = realThings(*m_snapshot, m_steps.ground(), m_targetHost, env.stop);
        if (!now)
            return now.error().code == "cancelled" ? StepOutcome::stopped() : StepOutcome::failed(now.error());
        const QJsonObject before = env.facts[beforeKey].toObject();
        StepOutcome outcome;
        const bool target = before[u"target"] == now.value()[u"target"];
        const bool link = before[u"link"] == now.value()[u"link"];
        const bool source = before[u"source"] == now.value()[u"source"];
        outcome.proof.append(proofItem(u"proof.target-untouched"_s, target));
        outcome.proof.append(proofItem(u"proof.link-untouched"_s, link));
        // People go on working on the source: what they change is theirs and only noted.
        outcome.proof.append(proofItem(source ? u"proof.source-untouched"_s : u"proof.source-in-use"_s, source));
        env.facts[u"targetUntouched"_s] = target && link;
        env.facts[u"sourceUnchanged"_s] = source;
        if (!target || !link)
            outcome.error = makeError("rehearsal.touched", m_steps.ground().target.shown());
        return outcome;
    }

    MigrationSteps m_steps;
    SnapshotPtr m_snapshot;
    HostPtr m_targetHost; ///< of the real target, and of its link
};

qint64 tookMs(const std::vector<RunStep>& steps)
{
    qint64 ms = 0;
    for (const RunStep& step : steps) {
        const bool own = step.code == u"scenarios" || step.code == u"untouched";
        if (!own && step.startedAt.isValid() && step.endedAt.isValid())
            ms += step.startedAt.msecsTo(step.endedAt);
    }
    return ms;
}

Result<void> recordEvidence(StoreTx& tx, Run& run, const std::vector<RunStep>& steps)
{
    QJsonArray times;
    for (const RunStep& step : steps) {
        times.append(QJsonObject{
            {u"code"_s, step.code},
            {u"subject"_s, step.subject},
            {u"state"_s, enumName(step.state)},
            {u"ms"_s, step.startedAt.isValid() && step.endedAt.isValid() ? step.startedAt.msecsTo(step.endedAt) : 0}});
    }
    const bool ok = run.state == RunState::Succeeded;
    run.facts[u"ms"_s] = tookMs(steps);
    auto evidence = tx.append(u"rehearsal"_s, evidence::RehearsalRun, run.runbookHash,
                              {{u"ok"_s, ok},
                               {u"run"_s, run.id},
                               {u"ms"_s, run.facts[u"ms"]},
                               {u"state"_s, enumName(run.state)},
                               {u"entries"_s, run.facts[u"entries"]},
                               {u"bytes"_s, run.facts[u"bytes"]},
                               {u"scenarios"_s, run.facts[u"scenarios"]},
                               {u"scenariosFailed"_s, run.facts[u"scenariosFailed"]},
                               {u"targetUntouched"_s, run.facts[u"targetUntouched"]},
                               {u"sourceUnchanged"_s, run.facts[u"sourceUnchanged"]},
                               {u"steps"_s, times},
                               {u"error"_s, run.error[u"code"]}});
    if (!evidence)
        return evidence.error();
    run.evidence = evidence.value();
    return {};
}

/// Closes what an interrupted rehearsal left: its rows, its freeze of the test environment, its folders.
Result<void> settleInterrupted(JobContext& context, const HostPath& testRoot)
{
    const SnapshotPtr snapshot = context.store->snapshot();
    for (const Run& run : snapshot->runs) {
        if (run.state != RunState::Running || (run.kind != RunKind::Rehearsal && run.kind != RunKind::RollbackDrill))
            continue;
        const Host& host = testRoot.at();
        const auto frozen = host.frozenBy(testRoot.path);
        if (!frozen && (isUnreachable(frozen.error()) || frozen.error().code == "cancelled"))
            return frozen.error();
        if (frozen && frozen.value() && frozen.value()->owner == bytes(run.facts[u"owner"].toString())) {
            if (auto done = host.thaw(testRoot.path, frozen.value()->owner); !done)
                return done;
        }
        auto closed = context.store->write([&](StoreTx& tx) -> Result<void> {
            Run row = run;
            row.state = RunState::Failed;
            row.endedAt = tx.now();
            row.error = errorToJson(makeError("run.interrupted"));
            return tx.update(row);
        });
        if (!closed)
            return closed;
    }
    return RehearsalScratch::clear(context.store->file(), testRoot);
}

RunbookStep extraStep(const char* code, int number)
{
    RunbookStep step;
    step.number = number;
    step.code = QString::fromLatin1(code);
    step.title = stepTitle(step.code, {}, {});
    step.undo = stepUndo(step.code, {}, {});
    return step;
}

Outcome outcomeOf(const RunResult& result)
{
    if (result.cancelled)
        return Outcome::cancelled();
    return Outcome::failed(result.error.value_or(makeError("internal.error")));
}

} // namespace

Outcome RehearseJob::run(JobContext& context)
{
    const SnapshotPtr snapshot = context.store->snapshot();
    const Runbook book = buildRunbook(*snapshot);
    const Server* source = snapshot->serverOf(ServerRole::Source);
    const Server* test = snapshot->serverOf(ServerRole::Test);
    if (!book.problems.empty())
        return Outcome::failed(
            makeError("rehearsal.not-possible", {}, {{"reason", bytes(book.problems.front().code)}}));
    if (!test)
        return Outcome::failed(makeError("rehearsal.no-test-server"));
    const MigrationState state = snapshot->project.state;
    if (cutoverBegan(state))
        return Outcome::failed(makeError("rehearsal.after-cutover"));
    const auto failed = [](const Error& error) {
        return error.code == "cancelled" ? Outcome::cancelled() : Outcome::failed(error);
    };
    const auto asking = std::make_shared<StopSwitch>(context.stop);
    const auto reach = [&](const Server& server) { return hostForRun(server, context.connections, asking); };
    const auto sourceHost = reach(*source), testHost = reach(*test),
               targetHost = reach(*snapshot->serverOf(ServerRole::Target));
    for (const auto* host : {&sourceHost, &testHost, &targetHost}) {
        if (!*host)
            return failed(host->error());
    }
    const HostPath testRoot(*testHost, test->root.toStdString());
    auto lock = RunLock::take(context.store->file(), {testRoot}, u"rehearsal"_s, context.clock, context.stop);
    if (!lock)
        return failed(lock.error());
    if (auto settled = settleInterrupted(context, testRoot); !settled)
        return failed(settled.error());
    auto scratch = RehearsalScratch::make(context.store->file(), testRoot);
    if (!scratch)
        return failed(scratch.error());

    Ground ground;
    ground.source = {*sourceHost, source->root.toStdString()};
    ground.target = testRoot;
    ground.link = scratch.value().link();
    ground.rehearsal = true;
    ground.asking = asking;
    ground.owner = bytes(context.store->file()) + " rehearsal";
    ground.scope = scopeOf(*snapshot, *source);
    Server served = *test;
    served.role = ServerRole::Target;
    RehearsalSteps steps(MigrationSteps(ground, served, targetIsKnown(*snapshot, testRoot)), snapshot, *targetHost);

    ExecutorOptions options;
    options.asking = asking;
    options.onEnd = recordEvidence;
    RunbookExecutor executor(context, steps, options);
    std::vector<RunbookStep> all = book.steps;
    all.push_back(extraStep("scenarios", int(all.size()) + 1));
    all.push_back(extraStep("untouched", int(all.size()) + 1));
    auto run = executor.begin(RunKind::Rehearsal, all, book.hash, {{u"owner"_s, QString::fromStdString(ground.owner)}});
    if (!run)
        return Outcome::failed(run.error());
    const RunResult result = executor.execute(run.value());
    const auto clear = [&] {
        asking->set({}); // what is ours goes, also after a stop
        return RehearsalScratch::clear(context.store->file(), testRoot);
    };
    if (result.run.state != RunState::Succeeded) {
        (void)clear();
        return outcomeOf(result);
    }
    bool good = result.run.facts[u"scenariosFailed"].toInt() == 0;
    QJsonObject facts{{u"ms"_s, result.run.facts[u"ms"]},
                      {u"scenarios"_s, result.run.facts[u"scenarios"]},
                      {u"scenariosFailed"_s, result.run.facts[u"scenariosFailed"]}};
    if (m_drill) {
        const RunResult drill = runRollbackDrill(context, ground, scratch.value(), book.hash, run.value());
        if (drill.cancelled) {
            (void)clear();
            return Outcome::cancelled();
        }
        good = good && !drill.error;
        facts.insert(u"rollbackMs"_s, drill.run.facts[u"rollbackMs"]);
        if (drill.error)
            facts.insert(u"drillError"_s, QString::fromStdString(drill.error->code));
    }
    if (auto cleared = clear(); !cleared)
        return Outcome::failed(cleared.error());
    asking->set(context.stop);
    auto open = measureDrift(context, ground, false, context.stop);
    if (!open)
        return failed(open.error());
    facts.insert(u"drift"_s, open.value());
    return Outcome::succeeded(good && open.value() == 0, facts);
}

} // namespace bascule
