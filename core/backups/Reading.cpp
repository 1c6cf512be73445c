// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backups/Backups.h"

#include "core/backups/Here.h"
#include "core/backups/Prove.h"

namespace bascule {

using namespace Qt::StringLiterals;

QString backupName(const Backup& backup)
{
    const qsizetype slash = backup.path.lastIndexOf('/');
    return displayPath(slash < 0 ? backup.path : backup.path.mid(slash + 1));
}

Result<std::vector<Backup>> chosenBackups(const Snapshot& snapshot, const std::vector<Id>& ids)
{
    std::vector<Backup> chosen;
    if (ids.empty()) {
        chosen = snapshot.backups;
    } else {
        for (const Id id : ids) {
            const Backup* backup = snapshot.backup(id);
            if (!backup)
                return makeError("backup.unknown", QString::number(id));
            chosen.push_back(*backup);
        }
    }
    if (chosen.empty())
        return makeError("backup.none");
    for (const Backup& backup : chosen) {
        if (backup.kind != u"auto"_s && backup.kind != u"tar"_s && backup.kind != u"zip"_s)
            return makeError("backup.kind-not-yet", backup.kind);
    }
    return chosen;
}

Result<void> recordReading(StoreTx& tx, Id id, const ArchiveReport& report)
{
    auto row = tx.get<Backup>(id);
    if (!row)
        return row.error();
    Backup backup = *row;
    const bool changed = !backup.hash.isEmpty() && backup.hash != report.hash;
    backup.read = report.state;
    backup.readAt = tx.now();
    backup.readMs = report.ms;
    backup.entries = report.entries;
    backup.bytes = report.bytes;
    if (report.madeAt.isValid())
        backup.madeAt = report.madeAt;
    backup.hash = report.hash;
    // What a restore of this very file found still holds.
    QJsonArray problems = report.problems;
    for (const QJsonValue& problem : backup.problems) {
        if (problem[u"restore"].toBool() && !changed)
            problems.append(problem);
    }
    backup.problems = problems;
    if (changed)
        backup.problems.append(backupProblem("backup.changed-since-reading", displayPath(backup.path), {}, true));
    const QJsonObject data{
        {u"backup"_s, backup.id},       {u"asset"_s, backup.asset},  {u"state"_s, enumName(backup.read)},
        {u"hash"_s, backup.hash},       {u"bytes"_s, backup.bytes},  {u"ms"_s, backup.readMs},
        {u"entries"_s, backup.entries}, {u"format"_s, report.format}};
    auto noted = tx.append(u"backups"_s, evidence::BackupRead, displayPath(backup.path), data);
    if (!noted)
        return noted.error();
    backup.readEvidence = *noted;
    return tx.update(backup);
}

Result<Proof> proveByReading(JobContext& context, const Backup& backup)
{
    const SnapshotPtr snapshot = context.store->snapshot();
    const auto place = placeOfBackup(*snapshot, backup, context.connections, context.stop);
    if (!place)
        return place.error();
    engine::Counters& counters = context.progress.part(u"phase.backup-reading"_s, {{u"name"_s, backupName(backup)}});
    auto report = readArchiveAt(place.value(), {}, nullptr, counters, context.stop);
    counters.totalsKnown = true;
    if (!report)
        return report.error();
    if (report->cancelled)
        return Proof{true, false};
    auto written = context.store->write([&](StoreTx& tx) { return recordReading(tx, backup.id, *report); });
    if (!written)
        return written.error();
    return Proof{false, report->state == ReadState::Intact};
}

Item BackupProofJob::titleOf(const QString& code) const
{
    if (m_ids.empty())
        return {code + u"-all"_s, {}, {}};
    if (!m_name.isEmpty())
        return {code + u"-one"_s, {{u"name"_s, m_name}}, {}};
    return {code, {{u"count"_s, qint64(m_ids.size())}}, {}};
}

Outcome BackupProofJob::proveEach(JobContext& context, Prove prove, const QString& goodKey)
{
    auto chosen = chosenBackups(*context.store->snapshot(), m_ids);
    if (!chosen)
        return Outcome::failed(chosen.error());
    int good = 0;
    for (const Backup& backup : *chosen) {
        auto proof = prove(context, backup);
        if (context.stop.stop_requested() || (proof && proof->cancelled))
            return Outcome::cancelled();
        if (!proof)
            return Outcome::failed(proof.error());
        good += proof->good ? 1 : 0;
    }
    const int count = int(chosen->size());
    return Outcome::succeeded(good == count, {{u"count"_s, count}, {goodKey, good}, {u"bad"_s, count - good}});
}

Item BackupReadJob::title() const
{
    return titleOf(u"job.backup-read"_s);
}

Outcome BackupReadJob::run(JobContext& context)
{
    return proveEach(context, proveByReading, u"intact"_s);
}

} // namespace bascule
