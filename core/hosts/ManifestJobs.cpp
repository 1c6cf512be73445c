// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/ManifestJobs.h"

#include "core/hosts/Manifests.h"

#include <QJsonArray>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

QString hashName(engine::ManifestHash hash)
{
    return hash == engine::ManifestHash::Sha256 ? u"sha-256"_s : u"xxh3-128"_s;
}

QJsonObject factsOf(const engine::ManifestFacts& facts, const Path& file)
{
    QJsonArray excludes;
    for (const std::string& glob : facts.header.excludes)
        excludes.append(displayPath(glob));
    return {{u"manifest"_s, displayPath(file)},
            {u"root"_s, displayPath(facts.header.root)},
            {u"made"_s, QDateTime::fromSecsSinceEpoch(facts.header.madeSeconds, Qt::UTC).toString(Qt::ISODate)},
            {u"hash"_s, hashName(facts.header.hash)},
            {u"rootHash"_s, QString::fromStdString(facts.totals.rootHash)},
            {u"entries"_s, qint64(facts.totals.entries)},
            {u"bytes"_s, qint64(facts.totals.bytes)},
            {u"excludes"_s, excludes},
            {u"whole"_s, facts.totals.notRead == 0},
            {u"notReadTotal"_s, qint64(facts.totals.notRead)}};
}

} // namespace

Outcome writeManifest(const HostPath& place, const ManifestWish& wish, const std::vector<std::string>& excludes,
                      JobContext& context)
{
    engine::Counters& counters = context.progress.part(u"phase.manifest"_s);
    engine::wire::ManifestOptions options;
    options.excludes = excludes;
    options.sha256 = wish.sha256;
    options.replace = wish.replace;
    options.nowSeconds = context.clock.now().toSecsSinceEpoch();
    const auto report = writeManifestOf(place, wish.file.toStdString(), options, counters, context.stop);
    if (!report)
        return outcomeOf(report.error());
    if (report->cancelled)
        return Outcome::cancelled();
    QJsonArray notRead;
    for (const engine::Unreadable& one : report->notRead)
        notRead.append(
            QJsonObject{{u"path"_s, displayPath(one.path)}, {u"reason"_s, QString::fromStdString(one.reason)}});
    return Outcome::succeeded(
        report->whole, {{u"manifest"_s, displayPath(wish.file)},
                        {u"hash"_s, hashName(wish.sha256 ? engine::ManifestHash::Sha256 : engine::ManifestHash::Xxh3)},
                        {u"rootHash"_s, QString::fromStdString(report->totals.rootHash)},
                        {u"entries"_s, qint64(report->totals.entries)},
                        {u"bytes"_s, qint64(report->totals.bytes)},
                        {u"whole"_s, report->whole},
                        {u"notRead"_s, notRead},
                        {u"notReadTotal"_s, qint64(report->totals.notRead)},
                        {u"seconds"_s, report->seconds}});
}

Item ManifestJob::title() const
{
    return {u"job.manifest"_s, {{u"folder"_s, m_folder.shown()}}, {}};
}

Outcome ManifestJob::run(JobContext& context)
{
    const auto place = m_folder.place(context);
    return place ? writeManifest(*place, m_wish, m_excludes, context) : outcomeOf(place.error());
}

Item ManifestCompareJob::title() const
{
    return {u"job.compare"_s, {{u"left"_s, displayPath(m_manifest)}, {u"right"_s, m_folder.shown()}}, {}};
}

Outcome ManifestCompareJob::run(JobContext& context)
{
    engine::Counters& counters = context.progress.part(u"phase.comparing"_s);
    const auto place = m_folder.place(context);
    if (!place)
        return outcomeOf(place.error());
    engine::ManifestFacts facts;
    const auto report =
        comparePlaceWithManifest(m_manifest.toStdString(), *place, m_options, facts, counters, context.stop);
    if (!report)
        return outcomeOf(report.error());
    if (report->cancelled)
        return Outcome::cancelled();
    QJsonObject all = bascule::factsOf(*report);
    all.insert(u"manifest"_s, factsOf(facts, m_manifest));
    return Outcome::succeeded(report->equal, all);
}

Item ManifestVerifyJob::title() const
{
    return {u"job.manifest-verify"_s, {{u"file"_s, displayPath(m_manifest)}}, {}};
}

Outcome ManifestVerifyJob::run(JobContext& context)
{
    const auto facts = engine::verifyManifest(m_manifest.toStdString(), context.stop);
    return facts ? Outcome::succeeded(true, factsOf(*facts, m_manifest)) : outcomeOf(facts.error());
}

} // namespace bascule
