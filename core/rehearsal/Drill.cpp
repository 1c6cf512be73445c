// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rehearsal/Drill.h"

#include "core/databases/DatabasePlaces.h"
#include "core/hosts/HostLooks.h"
#include "core/runbook/MigrationSteps.h"
#include "core/runbook/RollbackSteps.h"
#include "core/runbook/RunLock.h"
#include "core/runbook/StepWords.h"

#include <QCryptographicHash>
#include <QFileInfo>

#include <filesystem>
#include <sqlite3.h>

namespace bascule {

using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace {

std::string keyOf(const QString& projectFile)
{
    const QString path = QFileInfo(projectFile).absoluteFilePath();
    return QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex().left(12).toStdString();
}

std::vector<HostPath> scratchPlaces(const QString& projectFile, const HostPath& testRoot)
{
    const std::string name = "bascule-rehearsal-" + keyOf(projectFile);
    const std::string parent = fs::path(testRoot.path).lexically_normal().parent_path().string();
    const HostPath beside(testRoot.host, parent + "/." + name);
    if (testRoot.isHere())
        return {beside, stateFolder() + "/scratch/" + name};
    return {beside, {testRoot.host, "/var/tmp/." + name}};
}

/// Removes a tree of ours, also where folders came without the right to write.
Result<void> removeTree(const HostPath& place)
{
    if (!place.isHere())
        return place.at().removeOursAt(place.path);
    const std::string& root = place.path;
    std::error_code error;
    if (!fs::exists(fs::symlink_status(root, error)))
        return {};
    for (auto it = fs::recursive_directory_iterator(root, fs::directory_options::skip_permission_denied, error);
         !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
        std::error_code ignored;
        if (it->is_directory(ignored) && !it->is_symlink(ignored))
            fs::permissions(it->path(), fs::perms::owner_all, fs::perm_options::add, ignored);
    }
    error.clear();
    fs::remove_all(root, error);
    if (error)
        return systemError(error.value(), root, "remove", Severity::Fatal);
    return {};
}

} // namespace

std::string RehearsalScratch::probes(const QString& projectFile)
{
    return ".bascule-probe-" + keyOf(projectFile);
}

Result<RehearsalScratch> RehearsalScratch::make(const QString& projectFile, const HostPath& testRoot)
{
    RehearsalScratch scratch;
    Result<void> made;
    for (const HostPath& place : scratchPlaces(projectFile, testRoot)) {
        made = place.at().makeFoldersAt(place.path);
        if (!made && !place.isHere() && (isUnreachable(made.error()) || made.error().code == "cancelled"))
            break;
        if (!made)
            continue;
        if (place.isHere()) { // the helper makes its folders for nobody else
            std::error_code error;
            fs::permissions(place.path, fs::perms::owner_all, error);
        }
        scratch.m_path = place;
        return scratch;
    }
    return made.error();
}

Result<void> RehearsalScratch::clear(const QString& projectFile, const HostPath& testRoot)
{
    for (const HostPath& place : scratchPlaces(projectFile, testRoot)) {
        if (auto done = removeTree(place); !done)
            return done;
    }
    return removeTree(testRoot / probes(projectFile));
}

namespace {

constexpr auto probeTable = "bascule_drill";

Result<void> execute(const std::string& path, const char* sql)
{
    sqlite3* db = nullptr;
    int rc = sqlite3_open_v2(path.c_str(), &db, SQLITE_OPEN_READWRITE, nullptr);
    if (rc == SQLITE_OK)
        rc = sqlite3_exec(db, sql, nullptr, nullptr, nullptr);
    const QString words = QString::fromUtf8(db ? sqlite3_errmsg(db) : "");
    sqlite3_close(db);
    return rc == SQLITE_OK ? Result<void>() : Result<void>(makeError("sqlite.failed", displayPath(path), {}, words));
}

/// As a user of the server would: on another machine, in a copy that is put back.
Result<void> execute(const HostPath& place, const char* sql, engine::Counters& counters)
{
    if (place.isHere())
        return execute(place.path, sql);
    auto folder = ScratchFolder::make("drill");
    if (!folder)
        return folder.error();
    const std::string copy = (*folder)->path() + "/database";
    if (auto fetched = sqliteCopy(place, copy, counters); !fetched)
        return fetched;
    if (auto done = execute(copy, sql); !done)
        return done;
    return sqliteCopy(HostPath(copy), place, counters);
}

/// What users do on the new server between the cutover and a rollback, in small.
class Probes
{
public:
    Probes(const Ground& rehearsal, const RehearsalScratch& scratch, const QString& projectFile)
        : m_test(rehearsal)
        , m_scratch(scratch)
        , m_folder(RehearsalScratch::probes(projectFile))
    {
    }

    /// Before the "cutover": what both servers have.
    Result<void> prepare(const HostPath& root) const
    {
        if (auto made = root.at().makeFoldersAt((root / m_folder).path); !made)
            return made;
        for (const char* name : {"changed.txt", "deleted.txt"}) {
            if (auto done = write(root, name, "before\n"); !done)
                return done;
        }
        return {};
    }

    /// After it: what users write on the new one.
    Result<void> change(engine::Counters& counters)
    {
        if (auto done = write(m_test.target, "new.txt", "written after the cutover\n"); !done)
            return done;
        if (auto done = write(m_test.target, "changed.txt", "changed after the cutover\n"); !done)
            return done;
        const HostPath& test = m_test.target;
        if (auto removed = test.at().removeOursAt((test / m_folder / "deleted.txt").path); !removed)
            return removed;
        if (m_test.scope.databases.empty())
            return {};
        const HostPath database = below(m_test.target, m_test.scope.databases.front().to);
        if (auto saved = sqliteCopy(database, m_scratch.savedDatabase(), counters); !saved)
            return saved;
        m_databaseChanged = true;
        return execute(database,
                       "CREATE TABLE bascule_drill (words TEXT);"
                       "INSERT INTO bascule_drill VALUES ('written after the cutover');",
                       counters);
    }

    /// Whether all of it is on the old server after the rollback.
    Result<void> lookAt(const HostPath& root) const
    {
        const HostPath folder = root / m_folder;
        const auto lost = [](const HostPath& path) { return makeError("drill.not-brought-back", path.shown()); };
        const HostPath kept = m_scratch.kept() / m_folder / "changed.txt";
        for (const auto& [path, wanted] : {std::pair{folder / "new.txt", "written after the cutover\n"},
                                           {folder / "changed.txt", "changed after the cutover\n"},
                                           {kept, "before\n"}}) {
            const auto there = path.at().readFile(Path::fromStdString(path.path), 4096);
            if (!there && (isUnreachable(there.error()) || there.error().code == "cancelled"))
                return there.error();
            if (!there || *there != wanted)
                return lost(path);
        }
        const auto deleted = presentAt(folder / "deleted.txt");
        if (!deleted)
            return deleted.error();
        if (*deleted)
            return lost(folder / "deleted.txt");
        if (m_test.scope.databases.empty())
            return {};
        const HostPath database = below(root, m_test.scope.databases.front().from);
        auto answer = sqliteQuery(database, u"SELECT words FROM %1"_s.arg(QLatin1String(probeTable)));
        if (!answer)
            return answer.error();
        return answer.value().row.value(0) == u"written after the cutover" ? Result<void>()
                                                                           : Result<void>(lost(database));
    }

    /// Takes the probes away from the test environment.
    Result<void> remove(engine::Counters& counters)
    {
        if (m_databaseChanged) {
            const HostPath database = below(m_test.target, m_test.scope.databases.front().to);
            if (auto back = sqliteCopy(m_scratch.savedDatabase(), database, counters); !back)
                return back;
            m_databaseChanged = false;
        }
        return removeTree(m_test.target / m_folder);
    }

private:
    Result<void> write(const HostPath& root, const char* name, const std::string& text) const
    {
        return root.at().writeFileDurably((root / m_folder / name).path, text);
    }

    const Ground& m_test;
    const RehearsalScratch& m_scratch;
    std::string m_folder;
    bool m_databaseChanged = false;
};

/// The clone stands for the old server: the same layout, what is migrated and nothing else.
Ground groundOfClone(const Ground& rehearsal, const RehearsalScratch& scratch)
{
    Ground clone = rehearsal;
    clone.target = scratch.clone();
    clone.link = {};
    clone.rehearsal = true;
    clone.firstCopy = true;
    for (ScopeUnit& unit : clone.scope.units)
        unit.to = unit.from;
    for (ScopeDatabase& database : clone.scope.databases)
        database.to = database.from;
    return clone;
}

StepOutcome makeClone(const Ground& clone, StepEnv& env)
{
    if (auto made = clone.target.at().makeFoldersAt(clone.target.path); !made)
        return StepOutcome::failed(made.error());
    for (const ScopeUnit& unit : clone.scope.units) {
        StepOutcome one = carryUnit(clone, unit, {}, env);
        if (!one.good())
            return one;
    }
    for (const ScopeDatabase& database : clone.scope.databases) {
        StepOutcome one = carryDatabase(clone, database, {}, {}, env);
        if (!one.good())
            return one;
    }
    return {};
}

Result<void> recordEvidence(StoreTx& tx, Run& run, const std::vector<RunStep>& steps, Id rehearsalRun)
{
    qint64 ms = 0;
    for (const RunStep& step : steps) {
        if (step.startedAt.isValid() && step.endedAt.isValid())
            ms += step.startedAt.msecsTo(step.endedAt);
    }
    const bool ok = run.state == RunState::Succeeded;
    run.facts[u"rollbackMs"_s] = ms;
    auto evidence = tx.append(u"rehearsal"_s, evidence::RollbackDrill, run.runbookHash,
                              {{u"ok"_s, ok},
                               {u"ms"_s, ms},
                               {u"run"_s, run.id},
                               {u"rehearsal"_s, rehearsalRun},
                               {u"broughtBack"_s, run.facts[u"broughtBack"]},
                               {u"error"_s, run.error[u"code"]}});
    if (!evidence)
        return evidence.error();
    run.evidence = evidence.value();
    return {};
}

/// The real rollback, and after its last step a look whether everything that was written came back.
class DrillSteps final : public StepActions
{
public:
    DrillSteps(RollbackGround way, const Probes& probes)
        : m_steps(way)
        , m_root(way.ground.source)
        , m_probes(probes)
    {
    }
    StepOutcome precheck(const RunStep& step, StepEnv& env) override { return m_steps.precheck(step, env); }
    StepOutcome perform(const RunStep& step, StepEnv& env) override { return m_steps.perform(step, env); }
    StepOutcome verify(const RunStep& step, StepEnv& env) override
    {
        StepOutcome outcome = m_steps.verify(step, env);
        if (outcome.good() && step.code == u"rollback-verify") {
            auto there = m_probes.lookAt(m_root);
            outcome.proof.append(proofItem(u"proof.probes-back"_s, there.ok()));
            if (!there)
                outcome.error = there.error();
        }
        return outcome;
    }
    Result<void> undo(const RunStep& step, StepEnv& env) override { return m_steps.undo(step, env); }
    Result<std::size_t> resumeAt(std::size_t next, StepEnv& env) override { return m_steps.resumeAt(next, env); }
    bool isPointOfNoReturn(const RunStep&) const override { return false; }
    Result<bool> canUndoLate(StepEnv&) override { return true; }

private:
    RollbackSteps m_steps;
    HostPath m_root;
    const Probes& m_probes;
};

RunResult stopped(StepOutcome outcome)
{
    RunResult result;
    if (outcome.error && outcome.error->code == "cancelled")
        outcome = StepOutcome::stopped();
    result.run.state = outcome.cancelled ? RunState::Cancelled : RunState::Failed;
    result.cancelled = outcome.cancelled;
    result.error = outcome.error;
    return result;
}

RunResult stopped(const Error& error)
{
    return stopped(StepOutcome::failed(error));
}

} // namespace

RunResult runRollbackDrill(JobContext& context, const Ground& rehearsal, const RehearsalScratch& scratch,
                           const QString& runbookHash, Id rehearsalRun)
{
    const QString projectFile = context.store->file();
    const SnapshotPtr snapshot = context.store->snapshot();
    engine::Counters& counters = context.progress.part(u"phase.drill"_s);
    const Run none;
    const std::vector<RunStep> noSteps;
    QJsonObject facts;
    StepEnv env{context, context.stop, none, noSteps, facts};

    rehearsal.asking->set(context.stop);
    const Ground clone = groundOfClone(rehearsal, scratch);
    if (StepOutcome made = makeClone(clone, env); !made.good())
        return stopped(made);
    Probes probes(rehearsal, scratch, projectFile);
    for (const HostPath& root : {clone.target, rehearsal.target}) {
        if (auto done = probes.prepare(root); !done)
            return stopped(done.error());
    }
    RunResult result;
    if (auto changed = probes.change(counters); !changed) {
        result = stopped(changed.error());
    } else if (auto pointed = scratch.drillLink().at().replaceSymlink(scratch.drillLink().path, rehearsal.target.path);
               !pointed) {
        result = stopped(pointed.error());
    } else {
        RollbackGround way;
        way.ground = rehearsal;
        way.ground.rehearsal = false;
        way.ground.source = clone.target;
        way.ground.link = scratch.drillLink();
        way.ground.owner = rehearsal.owner + " drill";
        way.linkBefore = clone.target.path;
        way.keepIn = scratch.kept();
        DrillSteps steps(way, probes);
        ExecutorOptions options;
        options.asking = rehearsal.asking;
        options.onEnd = [&](StoreTx& tx, Run& run, const std::vector<RunStep>& rows) {
            return recordEvidence(tx, run, rows, rehearsalRun);
        };
        RunbookExecutor executor(context, steps, options);
        auto run = executor.begin(
            RunKind::RollbackDrill, rollbackSteps(*snapshot, scopeToJson(rehearsal.scope), {}), runbookHash,
            {{u"rehearsal"_s, rehearsalRun}, {u"owner"_s, QString::fromStdString(way.ground.owner)}});
        result = run ? executor.execute(run.value()) : stopped(run.error());
    }
    // The test environment goes back to what was rehearsed, whatever the drill said.
    rehearsal.asking->set({});
    auto removed = probes.remove(counters);
    StepEnv back{context, {}, none, noSteps, facts};
    for (const ScopeUnit& unit : rehearsal.scope.units) {
        if (!removed)
            break;
        StepOutcome settled = carryUnit(rehearsal, unit, {}, back);
        if (!settled.good() && settled.error)
            removed = *settled.error;
    }
    if (!removed && !result.error)
        result.error = removed.error();
    return result;
}

} // namespace bascule
