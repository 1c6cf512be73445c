// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backups/Coverage.h"

#include "core/backups/Backups.h"
#include "core/project/Checkpoint.h"

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

bool inside(const Path& path, const Path& folder)
{
    return folder.isEmpty() || path == folder || path.startsWith(folder + '/');
}

/// The line of the ledger, if it is of that kind and speaks of this backup.
const Evidence* lineOf(const Snapshot& snapshot, Id id, const char* kind, const Backup& backup)
{
    const Evidence* line = snapshot.evidenceById(id);
    const bool speaks = line && line->kind == QLatin1String(kind) && line->data[u"backup"].toInteger() == backup.id &&
                        line->data[u"asset"].toInteger() == backup.asset;
    return speaks ? line : nullptr;
}

/// What a restore said of an asset that lies inside the one it was of: all of it came back, and there was something.
bool coversInside(const Evidence& restored, Id asset)
{
    const QJsonObject counts =
        restored.data[u"comparison"].toObject()[u"assets"].toObject()[QString::number(asset)].toObject();
    return counts[u"equal"].toInteger() + counts[u"changedSince"].toInteger() > 0 &&
           counts[u"missing"].toInteger() == 0 && counts[u"different"].toInteger() == 0;
}

bool restored(const Backup& backup, const Evidence* proof, const Evidence* reading)
{
    return proof && reading && proof->data[u"ok"].toBool() && reading->data[u"state"].toString() == u"intact"_s &&
           proof->data[u"hash"] == reading->data[u"hash"] && proof->data[u"hash"].toString() == backup.hash;
}

/// False when this backup says nothing about the asset.
bool consider(const Snapshot& snapshot, const Asset& asset, const Backup& backup, const QDateTime& now, Coverage& found)
{
    const Asset* of = snapshot.asset(backup.asset);
    const bool own = backup.asset == asset.id;
    if (!own && (!of || of->server != asset.server || !inside(asset.path, of->path)))
        return false;
    found.backup = &backup;
    found.byOther = !own;
    found.proof = lineOf(snapshot, backup.restoreEvidence, evidence::BackupRestored, backup);
    found.reading = lineOf(snapshot, backup.readEvidence, evidence::BackupRead, backup);
    if (!own && (!found.proof || !coversInside(*found.proof, asset.id)))
        return false;
    found.objectiveMs = recoveryObjectiveMs(snapshot, asset);
    const bool readBadly = found.reading && found.reading->data[u"state"].toString() != u"intact"_s;
    if (!restored(backup, found.proof, found.reading)) {
        const bool failed = readBadly || (found.proof && !found.proof->data[u"ok"].toBool());
        found.state = failed ? CoverageState::Failed : CoverageState::NotTested;
        return own || failed;
    }
    if (own && found.proof->data[u"comparison"].toObject()[u"outside"].toInteger() > 0)
        return false; // only a part of it
    found.ms = found.proof->data[u"ms"].toInteger();
    found.expiresAt = std::min(found.proof->at, found.reading->at).addDays(snapshot.project.evidenceDays);
    if (now >= found.expiresAt)
        found.state = CoverageState::Expired;
    else
        found.state = found.ms > found.objectiveMs ? CoverageState::TooSlow : CoverageState::Good;
    return true;
}

/// Of two the better state; of two good ones the one that lasts longer; of two others that of the newer backup.
bool better(const Coverage& one, const Coverage& other)
{
    if (!other.backup)
        return true;
    const auto rank = [](CoverageState state) { return int(state); };
    if (one.state == CoverageState::Good || other.state == CoverageState::Good) {
        if (one.state == other.state)
            return one.expiresAt > other.expiresAt;
        return rank(one.state) < rank(other.state);
    }
    if (one.backup->madeAt != other.backup->madeAt)
        return one.backup->madeAt > other.backup->madeAt;
    return rank(one.state) < rank(other.state);
}

} // namespace

Coverage coverageOf(const Snapshot& snapshot, const Asset& asset, const QDateTime& now)
{
    Coverage best;
    best.objectiveMs = recoveryObjectiveMs(snapshot, asset);
    for (const Backup& backup : snapshot.backups) {
        Coverage one;
        if (consider(snapshot, asset, backup, now, one) && better(one, best))
            best = one;
    }
    return best;
}

const Backup* newestBackup(const Snapshot& snapshot, Id asset)
{
    const Backup* newest = nullptr;
    for (const Backup& backup : snapshot.backups) {
        if (backup.asset == asset && (!newest || backup.madeAt > newest->madeAt))
            newest = &backup;
    }
    return newest;
}

} // namespace bascule
