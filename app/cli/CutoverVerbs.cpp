// SPDX-License-Identifier: GPL-3.0-or-later
// presync, cutover, rollback, commit.
#include "app/cli/Tr.h"
#include "app/cli/Verb.h"

#include "core/cutover/Cutover.h"
#include "core/cutover/View.h"

namespace bascule::cli {

using namespace Qt::StringLiterals;

namespace {

QJsonObject stepJson(const Invocation& call, const StepView& step)
{
    QJsonArray proof;
    for (std::size_t i = 0; i < step.proof.size(); ++i) {
        QJsonObject item = itemJson(step.proof[i], call.words);
        item.insert(u"ok"_s, i < step.proofOk.size() && step.proofOk[i]);
        proof.append(item);
    }
    return {{u"number"_s, step.number},
            {u"code"_s, step.code},
            {u"subject"_s, step.subject},
            {u"title"_s, call.words.say(step.title)},
            {u"state"_s, enumName(step.state)},
            {u"plannedMs"_s, step.plannedMs},
            {u"tookMs"_s, step.tookMs},
            {u"proof"_s, proof},
            {u"error"_s, step.error}};
}

QJsonObject viewJson(const Invocation& call, const Snapshot& snapshot)
{
    const CutoverView view = cutoverView(snapshot, call.clock.now());
    QJsonArray steps;
    for (const StepView& step : view.steps)
        steps.append(stepJson(call, step));
    QJsonObject document{{u"state"_s, enumName(snapshot.project.state)},
                         {u"run"_s, view.run},
                         {u"kind"_s, enumName(view.kind)},
                         {u"runState"_s, enumName(view.state)},
                         {u"halted"_s, view.halted},
                         {u"steps"_s, steps},
                         {u"decision"_s, itemJson(view.decision, call.words)}};
    const RollbackClock clock = rollbackClock(snapshot, call.clock.now());
    document.insert(u"rollbackPossible"_s, clock.possible);
    if (clock.until.isValid())
        document.insert(u"rollbackUntil"_s, clock.until.toUTC().toString(Qt::ISODate));
    return document;
}

/// The steps of a run with what they proved.
void printSteps(const Invocation& call, const Snapshot& snapshot)
{
    const text::Phrasebook& words = call.words;
    const CutoverView view = cutoverView(snapshot, call.clock.now());
    for (const StepView& step : view.steps) {
        const QString took = step.state == StepState::Waiting ? QString() : u", "_s + words.duration(step.tookMs);
        call.console.line(Tr::tr("%1. %2: %3%4")
                              .arg(QString::number(step.number), words.say(step.title), words.word(step.state), took));
        for (const Item& proof : step.proof)
            call.console.line(u"   "_s + words.say(proof));
    }
    call.console.line(words.say(u"migration-state."_s + enumName(snapshot.project.state)) + u'.');
    const RollbackClock clock = rollbackClock(snapshot, call.clock.now());
    if (clock.possible)
        call.console.line(Tr::tr("A rollback is possible until %1.").arg(words.dateTime(clock.until)));
}

QString nameOf(const Snapshot& snapshot, ServerRole role)
{
    const Server* server = snapshot.serverOf(role);
    return server ? server->name : QString();
}

int runStateful(const Invocation& call, const StorePtr& store, std::unique_ptr<Job> job)
{
    const Outcome outcome = runJob(call, store, std::move(job));
    const SnapshotPtr snapshot = store->snapshot();
    if (outcome.kind == Outcome::Kind::Succeeded)
        printSteps(call, *snapshot);
    return finish(call, outcome, [&] {
        QJsonObject document = viewJson(call, *snapshot);
        document.insert(u"outcome"_s, u"succeeded"_s);
        return document;
    });
}

/// Asks, unless a run of the same kind was interrupted: that one is brought to its end.
bool allowed(const Invocation& call, bool continuing, const QString& question, int& exit)
{
    return continuing || call.console.confirm(question, call.yes(), exit);
}

int runPresync(const Invocation& call)
{
    return withProject(call, OpenMode::ReadWrite, [&](const StorePtr& store) {
        const Outcome outcome = runJob(call, store, std::make_unique<PresyncJob>());
        const SnapshotPtr snapshot = store->snapshot();
        const Run* run = snapshot->lastRun(RunKind::Presync);
        if (outcome.kind == Outcome::Kind::Succeeded && run)
            call.console.line(Tr::tr("%1: %2, %3")
                                  .arg(call.words.word(run->kind), call.words.word(run->state),
                                       call.words.duration(run->startedAt.msecsTo(run->endedAt))));
        return finish(call, outcome, [&] {
            return QJsonObject{{u"outcome"_s, u"succeeded"_s}, {u"run"_s, run ? toJson(*run) : QJsonObject()}};
        });
    });
}

int runConditions(const Invocation& call)
{
    return withProject(call, OpenMode::ReadOnly, [&](const StorePtr& store) {
        bool all = true;
        QJsonArray conditions;
        for (const GoCondition& condition : cutoverConditions(*store->snapshot(), call.clock.now())) {
            all = all && condition.met;
            call.console.line(
                (condition.met ? Tr::tr("met: %1") : Tr::tr("open: %1")).arg(call.words.say(condition.item)));
            QJsonObject object = itemJson(condition.item, call.words);
            object.insert(u"met"_s, condition.met);
            conditions.append(object);
        }
        call.console.document({{u"conditions"_s, conditions}, {u"go"_s, all}});
        return int(all ? Good : NotGood);
    });
}

int runCutover(const Invocation& call)
{
    return withProject(call, OpenMode::ReadWrite, [&](const StorePtr& store) {
        const SnapshotPtr before = store->snapshot();
        int exit = Good;
        const QString question = Tr::tr("Cut over from %1 to %2?")
                                     .arg(nameOf(*before, ServerRole::Source), nameOf(*before, ServerRole::Target));
        if (!allowed(call, openCutover(*before) != nullptr, question, exit))
            return exit;
        CutoverOptions options;
        options.atWindow = call.args.has("at-window");
        options.force = call.args.has("force");
        return runStateful(call, store, std::make_unique<CutoverJob>(options));
    });
}

int runRollback(const Invocation& call)
{
    return withProject(call, OpenMode::ReadWrite, [&](const StorePtr& store) {
        const SnapshotPtr before = store->snapshot();
        if (call.args.has("preview")) {
            const Outcome outcome = runJob(call, store, std::make_unique<RollbackPreviewJob>());
            const auto count = [&](const char16_t* key) {
                return call.words.number(outcome.facts[QStringView(key)].toInteger());
            };
            if (outcome.kind == Outcome::Kind::Succeeded)
                call.console.line(
                    Tr::tr("Would come back from %1: %2 new, %3 changed and %4 deleted files, %5 databases.")
                        .arg(nameOf(*before, ServerRole::Target), count(u"created"), count(u"changed"),
                             count(u"deleted"), count(u"databases")));
            return finish(call, outcome);
        }
        int exit = Good;
        const QString question = Tr::tr("Go back to %1? What users wrote on %2 meanwhile comes back with it.")
                                     .arg(nameOf(*before, ServerRole::Source), nameOf(*before, ServerRole::Target));
        if (!allowed(call, openRollback(*before) != nullptr, question, exit))
            return exit;
        return runStateful(call, store, std::make_unique<RollbackJob>());
    });
}

int runCommit(const Invocation& call)
{
    return withProject(call, OpenMode::ReadWrite, [&](const StorePtr& store) {
        const SnapshotPtr before = store->snapshot();
        int exit = Good;
        if (!call.console.confirm(Tr::tr("Release %1 for good? No rollback is possible after that.")
                                      .arg(nameOf(*before, ServerRole::Source)),
                                  call.yes(), exit))
            return exit;
        return runStateful(call, store, std::make_unique<CommitJob>(byWhom(call)));
    });
}

} // namespace

std::vector<Verb> cutoverVerbs()
{
    return {
        {"presync",
         "PROJECT",
         QT_TRANSLATE_NOOP("Cli", "copy most of the data beforehand, so that the window stays short"),
         {},
         runPresync,
         1,
         1},
        {"conditions",
         "PROJECT",
         QT_TRANSLATE_NOOP("Cli", "what must hold before the cutover may start; exit 1 while something is open"),
         {},
         runConditions,
         1,
         1},
        {"cutover",
         "PROJECT",
         QT_TRANSLATE_NOOP("Cli", "cut over, or bring an interrupted cutover to its end"),
         {{"at-window", nullptr, QT_TRANSLATE_NOOP("Cli", "wait for the chosen window to begin")},
          {"force", nullptr, QT_TRANSLATE_NOOP("Cli", "start outside the window; kept in the evidence")}},
         runCutover,
         1,
         1},
        {"rollback",
         "PROJECT",
         QT_TRANSLATE_NOOP("Cli", "go back to the old server, with what users wrote on the new one"),
         {{"preview", nullptr, QT_TRANSLATE_NOOP("Cli", "say what would come back, and write nothing")}},
         runRollback,
         1,
         1},
        {"commit",
         "PROJECT",
         QT_TRANSLATE_NOOP("Cli", "release the old server: no rollback after that"),
         {kBy},
         runCommit,
         1,
         1},
    };
}

} // namespace bascule::cli
