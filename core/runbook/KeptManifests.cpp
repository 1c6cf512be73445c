// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runbook/KeptManifests.h"

#include "core/hosts/Manifests.h"

#include <QDir>
#include <QFile>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

std::string pathOf(const QString& file)
{
    return QFile::encodeName(file).toStdString();
}

} // namespace

QString evidenceFolder(const Ground& ground, const StepEnv& env)
{
    const QString folder = env.job.store ? env.job.store->file() + u".evidence"_s : QString();
    if (folder.isEmpty())
        return {};
    for (const HostPath& root : {ground.source, ground.target}) {
        if (!manifestMayLieAt(pathOf(folder), root, true))
            return {};
    }
    if (!QFile::exists(folder) && !QDir().mkdir(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return {};
    return folder;
}

KeptManifests::KeptManifests(const Ground& ground, StepEnv& env)
    : m_env(env)
    , m_folder(evidenceFolder(ground, env))
{
}

Result<engine::CompareReport> KeptManifests::compare(const UnitEnds& ends, const engine::CompareOptions& options,
                                                     engine::Counters& counters,
                                                     const std::function<bool(const engine::CompareReport&)>& isGood)
{
    const QString file = u"%1/run-%2-%3.manifest"_s.arg(m_folder).arg(m_env.run.id).arg(++m_number);
    if (m_folder.isEmpty()) {
        m_missing.append(proofItem(u"proof.no-manifest"_s, false, {{u"path"_s, ends.right.shown()}}));
        return comparePlaces(ends.left, ends.right, options, counters, m_env.stop);
    }
    engine::wire::ManifestOptions how;
    how.replace = true; // the step may be done again
    how.nowSeconds = m_env.job.clock.now().toSecsSinceEpoch();
    std::optional<Result<engine::ManifestReport>> written;
    auto report =
        comparePlacesAndWrite(ends.left, ends.right, options, pathOf(file), how, isGood, written, counters, m_env.stop);
    if (written && *written && !(*written)->cancelled) {
        const engine::ManifestTotals& totals = (*written)->totals;
        m_kept.append(QJsonObject{{u"file"_s, file},
                                  {u"path"_s, ends.right.shown()},
                                  {u"rootHash"_s, QString::fromStdString(totals.rootHash)},
                                  {u"entries"_s, qint64(totals.entries)},
                                  {u"bytes"_s, qint64(totals.bytes)}});
    } else if (written && !*written) {
        m_missing.append(proofItem(
            u"proof.no-manifest"_s, false,
            {{u"path"_s, ends.right.shown()}, {u"error"_s, QString::fromStdString((*written).error().code)}}));
    }
    return report;
}

void KeptManifests::tell(QJsonArray& proof)
{
    for (const QJsonValue& one : m_kept)
        proof.append(proofItem(u"proof.manifest"_s, true, one.toObject()));
    for (const QJsonValue& one : m_missing)
        proof.append(one);
    m_env.facts[u"manifests"_s] = m_kept;
}

} // namespace bascule
