// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/BackupsController.h"

#include "core/runbook/Runbook.h"

using namespace Qt::StringLiterals;

namespace bascule::ui {

namespace {

QString fileName(const Backup& backup)
{
    return displayPath(backup.path).section(u'/', -1);
}

/// The first problem that is more than a note.
QJsonObject worstProblem(const Backup& backup)
{
    for (const QJsonValue& value : backup.problems) {
        const QJsonObject problem = value.toObject();
        if (!problem.value("note"_L1).toBool())
            return problem;
    }
    return backup.problems.isEmpty() ? QJsonObject() : backup.problems.first().toObject();
}

Cell readCell(const Backup& backup, const text::Phrasebook& words)
{
    Cell cell = Cell::state(lookOf(backup.read), words.word(backup.read));
    switch (backup.read) {
    case ReadState::NotRead:
        break;
    case ReadState::Intact:
        cell.second =
            backup.entries > 0
                ? BackupsController::tr("%n file(s)", "", int(backup.entries))
                : BackupsController::tr("%1 in %2").arg(words.bytes(backup.bytes), words.duration(backup.readMs));
        break;
    default: {
        const QJsonObject problem = worstProblem(backup);
        cell.second = problem.isEmpty() ? words.shortDate(backup.readAt) : parts::sayJson(problem, words);
    }
    }
    return cell;
}

Cell restoreCell(const Snapshot& snapshot, const Backup& backup, const QDateTime& now, const text::Phrasebook& words)
{
    Cell cell = Cell::state(lookOf(backup.restore), words.word(backup.restore));
    if (backup.restore == RestoreState::NotTested)
        return cell;
    cell.second = parts::moment(backup.restoredAt, now, words);
    if (backup.restore == RestoreState::Restored && !BackupsController::isFresh(snapshot, backup, now)) {
        cell = Cell::state(Look::Expired, wordOf(Look::Expired));
        cell.second = BackupsController::tr("%1, too old").arg(words.shortDate(backup.restoredAt));
    }
    return cell;
}

Cell timeCell(const Snapshot& snapshot, const Asset& asset, const Backup* backup, const text::Phrasebook& words)
{
    const qint64 objective = recoveryObjectiveMs(snapshot, asset);
    const bool measured = backup && backup->restore == RestoreState::Restored && backup->restoreMs > 0;
    Cell cell = Cell::plain(BackupsController::tr("%1 / %2", "time, objective")
                                .arg(measured ? words.duration(backup->restoreMs) : BackupsController::tr("None"),
                                     words.duration(objective)));
    if (!measured) {
        cell.second = BackupsController::tr("not proven");
    } else if (backup->restoreMs <= objective) {
        cell.second = BackupsController::tr("within objective");
    } else {
        cell = Cell::state(Look::ToFix, cell.text);
        cell.second = BackupsController::tr("longer than the objective");
    }
    cell.sort = measured ? QVariant(backup->restoreMs) : QVariant(qint64(-1));
    return cell;
}

Row rollbackRow(const Snapshot& snapshot, const QDateTime& now, const text::Phrasebook& words)
{
    const bool written = !snapshot.project.rollbackScenario.isEmpty();
    const Evidence* note = snapshot.lastEvidence(evidence::RollbackScenarioWritten);
    const Timings timings = measuredTimings(snapshot, buildRunbook(snapshot));
    const Evidence* drill = snapshot.lastEvidence(evidence::RollbackDrill);
    const bool good = drill && drill->data.value("ok"_L1).toBool();
    Cell newest =
        written && note ? Cell::plain(parts::moment(note->at, now, words)) : parts::none(BackupsController::tr("None"));
    newest.second = written ? (note ? note->who : QString()) : BackupsController::tr("not written yet");
    const Cell plan = written ? Cell::state(Look::Passed, BackupsController::tr("Written"))
                              : Cell::state(Look::Waiting, BackupsController::tr("To write"));
    Cell ran = !drill ? Cell::state(Look::Waiting, BackupsController::tr("Not run"))
               : good ? Cell::state(Look::Passed, BackupsController::tr("Rehearsed"))
                      : Cell::state(Look::Failed, wordOf(Look::Failed));
    ran.second = drill ? parts::moment(drill->at, now, words) : BackupsController::tr("with the rehearsal");
    Cell time = timings.rollbackMeasured ? Cell::plain(words.duration(timings.rollbackMs)) : Cell::plain(u"–"_s);
    time.second = timings.rollbackMeasured ? BackupsController::tr("measured") : BackupsController::tr("not proven");
    return {u"rollback"_s,
            1,
            {Cell::named(u"undo"_s, BackupsController::tr("Rollback"), BackupsController::tr("The way back")), newest,
             plan, ran, time}};
}

void addComparison(Details& details, const Backup& backup, const text::Phrasebook& words)
{
    const QJsonObject& found = backup.comparison;
    if (found.isEmpty())
        return;
    const auto count = [&found](const char* key) { return found.value(QLatin1String(key)).toInteger(); };
    QStringList parts{BackupsController::tr("%1 equal").arg(words.number(count("equal")))};
    if (count("changedSince") > 0)
        parts.append(BackupsController::tr("%1 changed since the backup").arg(words.number(count("changedSince"))));
    if (count("missing") > 0)
        parts.append(BackupsController::tr("%1 missing").arg(words.number(count("missing"))));
    if (count("different") > 0)
        parts.append(BackupsController::tr("%1 different").arg(words.number(count("different"))));
    details.caption(BackupsController::tr("Compared with production: %1.").arg(words.list(parts)));
}

void addVerdict(Details& details, const Snapshot& snapshot, const Asset& asset, const Backup& backup,
                const QDateTime& now, const text::Phrasebook& words)
{
    const QJsonObject problem = worstProblem(backup);
    if (backup.restore == RestoreState::Failed) {
        details.finding(Look::Failed, BackupsController::tr("Restore test failed"),
                        problem.isEmpty() ? QString() : parts::sayJson(problem, words));
    } else if (backup.restore == RestoreState::Restored) {
        const qint64 objective = recoveryObjectiveMs(snapshot, asset);
        if (!BackupsController::isFresh(snapshot, backup, now))
            details.finding(
                Look::Expired, BackupsController::tr("Tested too long ago"),
                BackupsController::tr("The restore of %1 proves nothing about today; tests stay good for %2.")
                    .arg(words.date(backup.restoredAt), parts::days(snapshot.project.evidenceDays)));
        else if (backup.restoreMs > objective)
            details.finding(Look::ToFix, BackupsController::tr("Restored, but too slowly"),
                            BackupsController::tr("It took %1; the objective is %2.")
                                .arg(words.duration(backup.restoreMs), words.duration(objective)));
        else
            details.finding(Look::Passed, BackupsController::tr("Restored for real"),
                            BackupsController::tr("Everything came back in %1; the objective is %2.")
                                .arg(words.duration(backup.restoreMs), words.duration(objective)));
        addComparison(details, backup, words);
    } else if (backup.read != ReadState::NotRead && backup.read != ReadState::Intact) {
        details.finding(Look::Failed, words.word(backup.read),
                        problem.isEmpty() ? QString() : parts::sayJson(problem, words));
    } else {
        details.finding(Look::Waiting, BackupsController::tr("Not restored yet"),
                        backup.read == ReadState::Intact
                            ? BackupsController::tr("It was read whole. Only a restore proves that it restores.")
                            : BackupsController::tr("Nobody knows yet whether it can be read."));
    }
}

void addTest(Details& details, const Backup& backup, const text::Phrasebook& words)
{
    if (backup.steps.isEmpty())
        return;
    details.section(BackupsController::tr("What the test did"));
    for (const QJsonValue& value : backup.steps) {
        const QJsonObject step = value.toObject();
        const qint64 ms = step.value("ms"_L1).toInteger(-1);
        const bool reached = ms >= 0;
        Block& line = details.checkLine(!reached                       ? Look::Waiting
                                        : step.value("ok"_L1).toBool() ? Look::Passed
                                                                       : Look::Failed,
                                        parts::sayJson(step, words),
                                        reached ? parts::clock(ms, words) : BackupsController::tr("not reached"));
        line.muted = !reached;
    }
}

QString technical(const Backup& backup, const text::Phrasebook& words)
{
    QStringList lines{BackupsController::tr("File: %1").arg(displayPath(backup.path))};
    if (!backup.hash.isEmpty())
        lines.append(BackupsController::tr("Hash when it was read: %1").arg(backup.hash));
    for (const QJsonValue& value : backup.problems) {
        const QJsonObject problem = value.toObject();
        lines.append(problem.value("code"_L1).toString() + u": "_s + parts::sayJson(problem, words));
    }
    return lines.join(u'\n');
}

} // namespace

std::vector<const Backup*> BackupsController::backupsOf(const Snapshot& snapshot, Id asset)
{
    std::vector<const Backup*> found;
    for (const Backup& backup : snapshot.backups) {
        if (backup.asset == asset)
            found.push_back(&backup);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Backup* a, const Backup* b) { return a->madeAt > b->madeAt; });
    return found;
}

bool BackupsController::isFresh(const Snapshot& snapshot, const Backup& backup, const QDateTime& now)
{
    return backup.restoredAt.isValid() && backup.restoredAt.addDays(snapshot.project.evidenceDays) > now;
}

bool BackupsController::isProven(const Snapshot& snapshot, const Asset& asset, const QDateTime& now)
{
    const auto all = backupsOf(snapshot, asset.id);
    return std::any_of(all.begin(), all.end(), [&](const Backup* backup) {
        return backup->restore == RestoreState::Restored && isFresh(snapshot, *backup, now) &&
               backup->restoreMs <= recoveryObjectiveMs(snapshot, asset);
    });
}

QList<Row> BackupsController::rows(const Snapshot& snapshot, Shown shown, const QDateTime& now,
                                   const text::Phrasebook& words)
{
    QList<Row> rows;
    for (const Asset* asset : snapshot.presentAssets()) {
        const auto backups = backupsOf(snapshot, asset->id);
        const bool wanted = shown == Shown::All        ? asset->kind != AssetKind::Backups || !backups.empty()
                            : shown == Shown::Critical ? asset->critical
                                                       : asset->critical && !isProven(snapshot, *asset, now);
        if (!wanted)
            continue;
        const Backup* newest = backups.empty() ? nullptr : backups.front();
        Cell name = Cell::named(iconOf(asset->kind), asset->name, words.word(asset->kind));
        Row row{u"asset"_s, asset->id, {name}};
        row.search = displayPath(asset->path);
        if (newest) {
            Cell made = Cell::plain(parts::moment(newest->madeAt, now, words));
            made.second = tr("%1, %2", "file, size").arg(fileName(*newest), words.bytes(newest->bytes));
            made.sort = newest->madeAt;
            row.search += u' ' + fileName(*newest);
            row.cells += {made, readCell(*newest, words), restoreCell(snapshot, *newest, now, words)};
        } else {
            Cell none = parts::none(tr("None", "backup"));
            none.second = tr("not known yet", "backup");
            const Cell missing = asset->critical ? Cell::state(Look::Blocked, tr("Missing")) : parts::none(u"–"_s);
            row.cells += {none, missing, parts::none(u"–"_s)};
        }
        row.cells += timeCell(snapshot, *asset, newest, words);
        rows.append(row);
    }
    if (!rows.isEmpty() || shown != Shown::All)
        rows.append(rollbackRow(snapshot, now, words));
    return rows;
}

Details BackupsController::assetDetails(const Snapshot& snapshot, Id id, Id chosen, const QDateTime& now,
                                        const QString& off, const QString& busy, const text::Phrasebook& words)
{
    Details details;
    const Asset* asset = snapshot.asset(id);
    if (!asset)
        return details;
    details.title = asset->name;
    const QString place = parts::kindAndPlace(*asset, snapshot, words);
    details.subtitle =
        asset->owner.isEmpty() ? place : tr("%1, owner %2", "kind and place, person").arg(place, asset->owner);
    const auto backups = backupsOf(snapshot, id);
    const Backup* backup = snapshot.backup(chosen);
    if (!backup || backup->asset != id)
        backup = backups.empty() ? nullptr : backups.front();
    const QString why = off.isEmpty() ? busy : off;
    details.section({});
    if (!backup) {
        details.finding(asset->critical ? Look::Blocked : Look::Note, tr("No backup is known"),
                        tr("Bascule can make one now and restore it for real, without stopping anything."));
        details.buttons(
            {{u"make"_s, tr("Back up and test"), asset->critical ? ButtonRole::Primary : ButtonRole::Plain, why, {}},
             {u"add"_s, tr("Add a backup file…"), ButtonRole::Plain, off, {}}});
        details.linkAction(tr("Look for backups in the servers’ backup folders"), u"discover"_s);
        return details;
    }
    addVerdict(details, snapshot, *asset, *backup, now, words);
    addTest(details, *backup, words);

    const bool proven = backup->restore == RestoreState::Restored && isFresh(snapshot, *backup, now) &&
                        backup->restoreMs <= recoveryObjectiveMs(snapshot, *asset);
    details.section(tr("What to do"));
    const QString remedy = words.remedy(worstProblem(*backup).value("code"_L1).toString());
    if (proven)
        details.paragraph(tr("Nothing: this proof holds until %1.")
                              .arg(words.date(backup->restoredAt.addDays(snapshot.project.evidenceDays))));
    else if (backup->read == ReadState::Intact || backup->read == ReadState::NotRead)
        details.paragraph(tr("Test this backup, or make a fresh one and test it, without stopping anything."));
    else
        details.paragraph(remedy.isEmpty() ? tr("Make a fresh backup and test it, without stopping anything.")
                                           : remedy);
    const bool bad = backup->restore == RestoreState::Failed ||
                     (backup->read != ReadState::Intact && backup->read != ReadState::NotRead);
    const QString key = QString::number(backup->id);
    const QString name = tr("Test %1", "a backup, by its date").arg(words.shortDate(backup->madeAt));
    details.buttons(
        {{u"make"_s, tr("Back up and test"), !proven && bad ? ButtonRole::Primary : ButtonRole::Plain, why, {}},
         {u"test:"_s + key, name, !proven && !bad ? ButtonRole::Primary : ButtonRole::Plain, why, {}}});

    details.section(backups.size() > 1 ? tr("All backups (%1)").arg(words.number(qint64(backups.size())))
                                       : tr("Other backups"));
    if (backups.size() > 1) {
        for (const Backup* one : backups) {
            const bool fresh = one->restore == RestoreState::Restored && isFresh(snapshot, *one, now);
            const Look look = one->restore == RestoreState::Failed     ? Look::Failed
                              : fresh                                  ? Look::Passed
                              : one->restore == RestoreState::Restored ? Look::Expired
                                                                       : lookOf(one->read);
            Block& line = details.checkLine(look, fileName(*one), parts::moment(one->madeAt, now, words));
            line.link = Target{PageId::Backups, u"backup"_s, one->id};
        }
    }
    details.linkAction(tr("Add a backup file…"), u"add"_s);
    details.linkAction(tr("Look for backups in the servers’ backup folders"), u"discover"_s);
    details.linkAction(tr("Forget this backup…"), u"remove:"_s + key);
    details.technical = technical(*backup, words);
    return details;
}

Details BackupsController::rollbackDetails(const Snapshot& snapshot, const QDateTime& now, const QString& off,
                                           const text::Phrasebook& words)
{
    Details details;
    const QString& plan = snapshot.project.rollbackScenario;
    details.title = tr("Rollback");
    details.subtitle = tr("A rollback that exists on paper only is none");
    details.section({});
    if (plan.isEmpty())
        details.finding(Look::Waiting, tr("Not written yet"),
                        tr("Who decides to go back, until when, in what order, and who is told."));
    else
        details.finding(Look::Passed, tr("Written"), plan.left(400) + (plan.size() > 400 ? u"…"_s : QString()));
    details.buttons({{u"plan"_s,
                      plan.isEmpty() ? tr("Write the rollback plan…") : tr("Change the rollback plan…"),
                      ButtonRole::Plain,
                      off,
                      {}}});
    details.section(tr("Rehearsed"));
    const Evidence* drill = snapshot.lastEvidence(evidence::RollbackDrill);
    if (!drill) {
        details.caption(tr("The rehearsal on the test environment also goes back, and measures how long it takes."));
        details.link(tr("See the test environment"), {PageId::Rehearsal, u"rehearse"_s, 0});
    } else {
        const bool good = drill->data.value("ok"_L1).toBool();
        details.checkLine(good ? Look::Passed : Look::Failed, tr("Run on the test environment"),
                          parts::moment(drill->at, now, words));
        details.checkLine(good ? Look::Passed : Look::Failed, tr("It took"),
                          words.duration(drill->data.value("ms"_L1).toInteger()));
        const Runbook runbook = buildRunbook(snapshot);
        if (drill->subject != runbook.hash)
            details.finding(Look::Expired, tr("For another runbook"),
                            tr("The runbook has changed since. Rehearse again."));
    }
    return details;
}

QString BackupsController::draftPlan(const Snapshot& snapshot, const text::Phrasebook& words)
{
    const QString from = parts::serverName(snapshot, ServerRole::Source, words);
    const QString to = parts::serverName(snapshot, ServerRole::Target, words);
    const QStringList deciders = parts::peopleOf(snapshot, PersonRole::Management);
    const QStringList it = parts::peopleOf(snapshot, PersonRole::It);
    const QString link = displayPath(snapshot.project.switchLink);
    QStringList steps;
    steps.append(tr("Who decides: %1; who does it: %2.")
                     .arg(deciders.isEmpty() ? tr("(name)") : words.list(deciders),
                          it.isEmpty() ? tr("(name)") : words.list(it)));
    steps.append(tr("When: a critical application does not work on %1, or a check stays down for more than 15 minutes.")
                     .arg(to));
    steps.append(tr("Until when: %1 after the cutover.").arg(parts::days(snapshot.project.rollbackDays)));
    steps.append(tr("Freeze writes on %1, so that nothing is lost.").arg(to));
    steps.append(tr("Bring back to %1 what users wrote meanwhile, and verify it.").arg(from));
    if (!link.isEmpty())
        steps.append(tr("Turn the link %1 back to %2.").arg(link, from));
    steps.append(tr("Run the checks, open to users, and tell them."));
    return steps.join(u'\n');
}

QList<Choice> BackupsController::kindChoices()
{
    return {{u"auto"_s, tr("Find out by itself")}, {u"tar"_s, tr("tar archive")}, {u"zip"_s, tr("zip archive")}};
}

// ---------------------------------------------------------------- intents

void BackupsController::discover()
{
    m_context.startJob(std::make_unique<DiscoverBackupsJob>());
}

void BackupsController::readAll()
{
    m_context.startJob(std::make_unique<BackupReadJob>());
}

void BackupsController::restoreAll()
{
    m_context.startJob(std::make_unique<RestoreTestJob>());
}

void BackupsController::restoreOne(Id backup)
{
    m_context.startJob(std::make_unique<RestoreTestJob>(std::vector<Id>{backup}));
}

void BackupsController::readOne(Id backup)
{
    m_context.startJob(std::make_unique<BackupReadJob>(std::vector<Id>{backup}));
}

void BackupsController::backUpAndTest(Id asset)
{
    m_context.startJob(std::make_unique<MakeBackupJob>(asset));
}

void BackupsController::add(const NewBackup& backup)
{
    const SnapshotPtr snapshot = m_context.snapshot();
    const Asset* asset = snapshot ? snapshot->asset(backup.asset) : nullptr;
    const Server* server = asset ? snapshot->server(backup.server != 0 ? backup.server : asset->server) : nullptr;
    if (server && server->kind == ServerKind::Ssh) {
        m_context.startJob(std::make_unique<AddBackupJob>(backup));
        return;
    }
    m_context.write([backup](StoreTx& tx) -> Result<void> {
        if (auto id = addBackup(tx, backup); !id)
            return id.error();
        return {};
    });
}

void BackupsController::remove(Id backup)
{
    m_context.write([backup](StoreTx& tx) { return removeBackup(tx, backup); });
}

void BackupsController::writePlan(const QString& text, const QString& by)
{
    m_context.write([text, by](StoreTx& tx) { return writeRollbackScenario(tx, text, by); });
}

} // namespace bascule::ui
