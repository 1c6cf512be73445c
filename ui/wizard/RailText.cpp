// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/RailText.h"

#include "core/hosts/ServerCheckJob.h"
#include "ui/wizard/SpeedMenu.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace bascule::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RailWords)
};

Look projectLook(const Snapshot& snapshot)
{
    bool it = false;
    bool business = false;
    for (const Person& person : snapshot.persons) {
        it = it || person.role == PersonRole::It;
        business = business || person.role != PersonRole::It;
    }
    return it && business ? Look::Passed : Look::InProgress;
}

Look serversLook(const Snapshot& snapshot)
{
    for (const Server& server : snapshot.servers) {
        if (const ServerTest test = lastTest(snapshot, server); test.known && !test.good)
            return Look::Blocked;
    }
    const bool source = snapshot.serverOf(ServerRole::Source);
    const bool target = snapshot.serverOf(ServerRole::Target);
    return source && target ? Look::Passed : source || target ? Look::InProgress : Look::NotStarted;
}

Look compatibilityLook(const Snapshot& snapshot, int& open)
{
    bool blocking = false;
    for (const Finding& finding : snapshot.findings) {
        if (finding.room != "compatibility"_L1 || finding.state != FindingState::Open ||
            finding.severity == FindingSeverity::Note)
            continue;
        ++open;
        blocking = blocking || finding.severity == FindingSeverity::Blocking;
    }
    if (!snapshot.lastEvidence(evidence::CompatibilityRun))
        return Look::NotStarted;
    return blocking ? Look::Blocked : open > 0 ? Look::InProgress : Look::Passed;
}

Look cutoverLook(const Snapshot& snapshot)
{
    switch (snapshot.project.state) {
    case MigrationState::Preparing:
        if (const Run* run = snapshot.lastRun(RunKind::Cutover); run && run->state == RunState::Failed)
            return Look::Failed;
        return Look::NotStarted;
    case MigrationState::CutoverRunning:
    case MigrationState::RollbackRunning:
        return Look::InProgress;
    case MigrationState::CutOver:
    case MigrationState::Committed:
        return Look::Passed;
    case MigrationState::RolledBack:
        return Look::Note;
    }
    return Look::Unknown;
}

std::optional<Step> stepOf(PageId page)
{
    switch (page) {
    case PageId::Inventory:
        return Step::Inventory;
    case PageId::Backups:
        return Step::Backups;
    case PageId::Rehearsal:
        return Step::Rehearsal;
    case PageId::Planning:
        return Step::Planning;
    case PageId::Monitoring:
        return Step::Monitoring;
    default:
        return {};
    }
}

RailStep stepRow(PageId page, const AppContext& context)
{
    const Snapshot& snapshot = *context.snapshot();
    RailStep row;
    row.name = context.text().pageTitle(page);
    row.enabled = context.hasProject() || page == PageId::Project;
    if (!context.hasProject())
        return row;
    if (const std::optional<Step> step = stepOf(page)) {
        const Checkpoint& checkpoint = context.board().of(*step);
        row.look = lookOf(checkpoint.state);
        row.open = checkpoint.state == CheckpointState::Passed || checkpoint.state == CheckpointState::Waived
                       ? 0
                       : int(checkpoint.missing.size());
        return row;
    }
    switch (page) {
    case PageId::Project:
        row.look = projectLook(snapshot);
        break;
    case PageId::Servers:
        row.look = serversLook(snapshot);
        break;
    case PageId::Dependencies: {
        for (const Item& item : context.board().of(Step::Inventory).missing)
            row.open += item.target.page == PageId::Dependencies ? 1 : 0;
        const bool scanned = snapshot.lastEvidence(evidence::DependencyScan);
        row.look = !scanned ? Look::NotStarted : row.open > 0 ? Look::InProgress : Look::Passed;
        break;
    }
    case PageId::Compatibility:
        row.look = compatibilityLook(snapshot, row.open);
        break;
    case PageId::Cutover:
        row.look = cutoverLook(snapshot);
        break;
    default:
        break;
    }
    return row;
}

QString paceLine(const ProgressSnapshot& progress, const text::Phrasebook& words)
{
    if (progress.bytesTotal > 0) {
        const QString done =
            Words::tr("%1 of %2").arg(words.bytes(progress.bytesDone), words.bytes(progress.bytesTotal));
        return progress.bytesPerSecond > 0 ? done + u", "_s + words.rate(progress.bytesPerSecond) : done;
    }
    if (progress.bytesDone > 0) {
        const QString done = words.bytes(progress.bytesDone);
        return progress.bytesPerSecond > 0 ? done + u", "_s + words.rate(progress.bytesPerSecond) : done;
    }
    return {};
}

QString countLine(const ProgressSnapshot& progress, const text::Phrasebook& words)
{
    const QString phase = progress.phase.code.isEmpty() ? QString() : words.say(progress.phase);
    QString count;
    if (progress.itemsTotal > 0)
        count = Words::tr("%1 of %2").arg(words.number(progress.itemsDone), words.number(progress.itemsTotal));
    else if (progress.itemsDone > 0)
        count = words.number(progress.itemsDone);
    if (phase.isEmpty() || count.isEmpty())
        return phase + count;
    return Words::tr("%1: %2").arg(phase, count);
}

QString endedLine(const JobView& job, const text::Phrasebook& words)
{
    const QString at = words.time(job.endedAt);
    switch (job.outcome.kind) {
    case Outcome::Kind::Succeeded:
        return job.outcome.good ? Words::tr("finished at %1").arg(at)
                                : Words::tr("finished at %1, with something to look at").arg(at);
    case Outcome::Kind::Failed:
        return Words::tr("failed at %1").arg(at);
    case Outcome::Kind::Cancelled:
        return Words::tr("stopped at %1").arg(at);
    }
    return {};
}

} // namespace

RailModel makeRail(const AppContext& context)
{
    RailModel rail;
    const Snapshot& snapshot = *context.snapshot();
    rail.project = context.hasProject() ? snapshot.project.name : Words::tr("No project open");
    const Server* source = snapshot.serverOf(ServerRole::Source);
    const Server* target = snapshot.serverOf(ServerRole::Target);
    if (source && target)
        rail.servers = source->name + u" \u2192 "_s + target->name;
    else if (source || target)
        rail.servers = (source ? source : target)->name;
    for (int i = 0; i <= static_cast<int>(PageId::Monitoring); ++i)
        rail.steps << stepRow(static_cast<PageId>(i), context);
    rail.board = Words::tr("Checkpoints");
    rail.score = context.hasProject() ? u"%1/5"_s.arg(context.board().passed) : u"–"_s;
    return rail;
}

WorkView makeWorkView(const AppContext& context)
{
    WorkView view;
    Session* session = context.session();
    const text::Phrasebook& words = context.text();
    view.title = Words::tr("No work running");
    if (!session)
        return view;
    std::vector<JobView> active = session->runner().active();
    std::erase_if(active, [](const JobView& job) { return job.background; });
    if (active.empty()) {
        if (const JobView* last = session->runner().last()) {
            view.lines << Words::tr("%1, %2", "last work, how it ended")
                              .arg(Words::tr("Last: %1").arg(words.say(last->title)), endedLine(*last, words));
            if (last->outcome.error)
                view.lines << words.say(*last->outcome.error);
        }
        return view;
    }
    const JobView& job = active.front();
    const ProgressSnapshot& progress = job.progress;
    view.running = true;
    view.id = job.id;
    view.title = words.say(job.title);
    view.part = progress.fraction;
    view.cancelling = job.cancelling;
    for (const QString& line : {paceLine(progress, words), countLine(progress, words)}) {
        if (!line.isEmpty())
            view.lines << line;
    }
    if (progress.paced && job.running) {
        view.speed = Words::tr("Speed: %1").arg(speedWords(context));
        view.held = progress.held.code.isEmpty() ? QString() : words.say(progress.held);
    }
    QString last;
    if (job.cancelling) {
        last = Words::tr("Stopping; what is done is kept");
    } else if (!job.running) {
        last = Words::tr("Waits for other work");
    } else if (progress.stalledSeconds >= 30) {
        last = Words::tr("No progress for %1").arg(words.duration(progress.stalledSeconds * 1000));
        view.stalled = true;
    } else if (progress.fraction >= 0) {
        const QString eta = words.eta(progress.etaLow, progress.etaHigh);
        last = progress.etaLow ? Words::tr("%1 left").arg(eta) : eta;
    }
    if (active.size() > 1) {
        const QString more = Words::tr("and %n more", nullptr, int(active.size()) - 1);
        last = last.isEmpty() ? more : last + u", "_s + more;
    }
    if (!last.isEmpty())
        view.lines << last;
    return view;
}

} // namespace bascule::ui
