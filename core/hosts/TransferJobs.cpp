// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/TransferJobs.h"

#include "core/engine/Pace.h"
#include "core/hosts/ConnectionTest.h"
#include "core/hosts/ManifestJobs.h"
#include "core/hosts/Manifests.h"
#include "core/hosts/SshConnection.h"
#include "core/hosts/WatchedSync.h"

#include <QJsonArray>

#include <condition_variable>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

/// More would fill a terminal and help nobody; the total is always told.
constexpr qsizetype kMostActions = 10'000;

const char* phaseCode(engine::Phase phase)
{
    switch (phase) {
    case engine::Phase::Idle:
        return nullptr;
    case engine::Phase::Scanning:
        return "phase.scanning";
    case engine::Phase::Comparing:
        return "phase.comparing";
    case engine::Phase::Copying:
        return "phase.copying";
    case engine::Phase::Verifying:
        return "phase.verifying";
    case engine::Phase::Promoting:
        return "phase.promoting";
    case engine::Phase::Deleting:
        return "phase.deleting";
    case engine::Phase::Finishing:
        return "phase.finishing";
    }
    return nullptr;
}

QString actionName(engine::SyncAction::Kind kind)
{
    switch (kind) {
    case engine::SyncAction::Kind::Create:
        return u"create"_s;
    case engine::SyncAction::Kind::Replace:
        return u"replace"_s;
    case engine::SyncAction::Kind::Metadata:
        return u"metadata"_s;
    case engine::SyncAction::Kind::Delete:
        return u"delete"_s;
    }
    return {};
}

QJsonObject factsOf(const engine::SyncReport& report, const engine::SyncOptions& options)
{
    QJsonArray skipped;
    for (const engine::SkippedItem& item : report.skipped)
        skipped.append(QJsonObject{{u"path"_s, displayPath(item.path)},
                                   {u"reason"_s, QString::fromStdString(item.reason)},
                                   {u"detail"_s, displayPath(item.detail)}});
    QJsonObject facts{{u"outcome"_s, report.cancelled ? u"cancelled"_s : u"succeeded"_s},
                      {u"files"_s, qint64(report.files)},
                      {u"entries"_s, qint64(report.entries)},
                      {u"bytes"_s, qint64(report.bytes)},
                      {u"transferred"_s, qint64(report.transferred)},
                      {u"skipped"_s, skipped},
                      {u"skippedTotal"_s, qint64(report.skippedTotal)},
                      {u"verified"_s, report.verified},
                      {u"seconds"_s, report.seconds},
                      {u"created"_s, qint64(report.created)},
                      {u"replaced"_s, qint64(report.replaced)},
                      {u"metadataOnly"_s, qint64(report.metadataOnly)},
                      {u"deleted"_s, qint64(report.deleted)},
                      {u"unchanged"_s, qint64(report.unchanged)}};
    if (options.owners != engine::OwnersBy::Name)
        return facts;
    QJsonArray owners;
    for (const engine::OwnerMapping& owner : report.owners)
        owners.append(ownerJson(owner));
    facts.insert(u"owners"_s, owners);
    return facts;
}

} // namespace

QJsonObject ownerJson(const engine::OwnerMapping& owner)
{
    return {{u"kind"_s, owner.group ? u"group"_s : u"user"_s},
            {u"name"_s, displayPath(owner.name)},
            {u"from"_s, qint64(owner.from)},
            {u"to"_s, qint64(owner.to)},
            {u"entries"_s, qint64(owner.entries)},
            {u"code"_s, QString::fromStdString(owner.code)},
            {u"nameAtTarget"_s, displayPath(owner.nameAtTarget)}};
}

Item ownerItem(const QJsonObject& owner)
{
    QJsonObject params = owner;
    params.remove(u"code"_s);
    params.insert(u"count"_s, owner[u"entries"]);
    for (const QString& number : {u"from"_s, u"to"_s}) // a name of sorts: not for counting
        params.insert(number, QString::number(owner[number].toInteger()));
    params.insert(u"kind"_s, QString(u"owner-kind."_s + owner[u"kind"].toString()));
    QString code = owner[u"code"].toString();
    if (!owner[u"nameAtTarget"].toString().isEmpty())
        code += u".taken"_s;
    return {code, params, {}};
}

PhaseTeller::PhaseTeller(Progress& progress, const engine::Counters& counters)
    : m_thread([&progress, &counters](std::stop_token stop) {
        std::mutex mutex;
        std::condition_variable_any wake;
        auto told = engine::Phase::Idle;
        std::unique_lock lock(mutex);
        while (!stop.stop_requested()) {
            const auto phase = counters.phase.load();
            if (const char* code = phase == told ? nullptr : phaseCode(phase))
                progress.phase(QString::fromLatin1(code));
            told = phase;
            wake.wait_for(lock, stop, std::chrono::milliseconds(100), [] { return false; });
        }
    })
{
}

PhaseTeller::~PhaseTeller() = default; // jthread asks it to stop and joins

Result<TransferEnd> TransferEnd::parse(const QByteArray& text)
{
    TransferEnd end;
    if (text.isEmpty())
        return makeError("end.empty");
    // "host:/path" and "user@host:2222:/path"; a ':' after a '/' belongs to a name.
    const qsizetype colon = text.indexOf(':');
    const qsizetype slash = text.indexOf('/');
    if (colon <= 0 || (slash >= 0 && slash < colon)) {
        end.path = text;
        return end;
    }
    const qsizetype split = text.indexOf(":/");
    if (split < 0 || split != slash - 1)
        return makeError("end.relative", displayPath(text));
    const auto address = SshAddress::parse(QString::fromUtf8(text.left(split)));
    if (!address)
        return address.error();
    end.address = address->text();
    end.path = text.mid(split + 1);
    while (end.path.size() > 1 && end.path.endsWith('/'))
        end.path.chop(1);
    return end;
}

QString TransferEnd::shown() const
{
    return address.isEmpty() ? displayPath(path) : address + u':' + displayPath(path);
}

Result<HostPath> TransferEnd::place(const JobContext& context) const
{
    if (address.isEmpty())
        return HostPath(path.toStdString());
    const auto parsed = SshAddress::parse(address);
    if (!parsed)
        return parsed.error();
    SshConnections* connections = context.connections;
    if (!connections)
        return makeError("server.not-connected", address);
    HostPath place(sshHost(*connections, *parsed, sudo, address, "/", context.stop), path.toStdString());
    // Here, so that who cannot be reached is told before anything else happens.
    if (const auto helper = place.host->helper(context.stop); !helper)
        return helper.error();
    return place;
}

Outcome outcomeOf(const Error& error)
{
    return error.code == "cancelled" || error.code == "call.cancelled" ? Outcome::cancelled() : Outcome::failed(error);
}

Item SyncJob::title() const
{
    return {u"job.sync"_s, {{u"source"_s, m_source.shown()}, {u"target"_s, m_target.shown()}}, {}};
}

namespace {

/// A list that grows while the run goes may lie in neither tree.
Result<void> listMayLieAt(const SkippedListWish& wish, const HostPath& source, const HostPath& target)
{
    for (const HostPath& end : {source, target}) {
        auto may = manifestMayLieAt(wish.file.toStdString(), end, wish.replace);
        if (may)
            continue;
        Error error = may.error();
        if (error.code == "manifest.inside-folder")
            error.code = "list.inside-folder";
        return error;
    }
    return {};
}

} // namespace

Outcome SyncJob::run(JobContext& context)
{
    const auto source = m_source.place(context), target = m_target.place(context);
    if (!source || !target)
        return outcomeOf(!source ? source.error() : target.error());
    if (m_manifest && !m_options.dryRun) { // before hours of work
        const auto may = manifestMayLieAt(m_manifest->file.toStdString(), *target, m_manifest->replace);
        if (!may)
            return outcomeOf(may.error());
    }
    if (m_options.pace)
        context.progress.usePace(m_options.pace);
    else
        context.progress.setPace(m_options.bytesPerSecond, m_options.polite);
    m_options.pace = context.progress.pace(u"source"_s);
    if (!m_listWish)
        return runBetween(*source, *target, context);
    if (const auto may = listMayLieAt(*m_listWish, *source, *target); !may)
        return outcomeOf(may.error());
    const auto list = SkippedList::create(m_listWish->file, m_listWish->replace, m_listWish->say);
    if (!list)
        return outcomeOf(list.error());
    m_options.skippedTo = list->get();
    Outcome outcome = runBetween(*source, *target, context);
    m_options.skippedTo = nullptr;
    const auto finished = (*list)->finish();
    if (!finished && outcome.kind == Outcome::Kind::Succeeded) {
        Outcome failed = Outcome::failed(finished.error());
        failed.facts = outcome.facts;
        return failed;
    }
    if (finished) {
        outcome.facts.insert(u"skippedList"_s, displayPath(m_listWish->file));
        outcome.facts.insert(u"skippedListed"_s, (*list)->items());
    }
    return outcome;
}

Outcome SyncJob::runBetween(const HostPath& source, const HostPath& target, JobContext& context)
{
    WayTaken taken;
    qint64 reconnects = 0;
    const TransferWatch watch{m_way, &taken, [&](const Error& error) {
                                  ++reconnects;
                                  context.progress.phase(QString::fromStdString(error.code),
                                                         paramsToJson(error.params));
                              }};
    auto done = m_finish ? syncWatched(source, target, watch, context) : syncOnce(source, target, watch, context);
    if (!done)
        return outcomeOf(done.error());
    QJsonObject& facts = *done;
    facts.insert(u"way"_s, enumName(taken.way));
    facts.insert(u"reconnects"_s, reconnects);
    if (const QJsonObject held = context.progress.heldBack(); !held.isEmpty())
        facts.insert(u"heldBack"_s, held);
    if (taken.why)
        facts.insert(u"wayReason"_s, errorJson(*taken.why));
    if (facts[u"outcome"].toString() == u"cancelled") {
        Outcome outcome = Outcome::cancelled();
        outcome.facts = facts;
        return outcome;
    }
    const bool good = facts[u"skippedTotal"].toInteger() == 0 && (m_options.dryRun || facts[u"verified"].toBool());
    if (!m_manifest || m_options.dryRun || !good)
        return Outcome::succeeded(good, facts);
    Outcome written = writeManifest(target, *m_manifest, m_options.excludes, context);
    if (written.kind != Outcome::Kind::Succeeded)
        return written;
    facts.insert(u"manifest"_s, written.facts);
    return Outcome::succeeded(written.good, facts);
}

Result<QJsonObject> SyncJob::syncOnce(const HostPath& source, const HostPath& target, const TransferWatch& watch,
                                      JobContext& context)
{
    engine::Counters& counters = context.progress.part(u"phase.scanning"_s);
    QJsonArray actions;
    const auto note = [&](const engine::SyncAction& action) {
        if (m_options.dryRun && actions.size() < kMostActions)
            actions.append(QJsonObject{{u"what"_s, actionName(action.kind)},
                                       {u"path"_s, displayPath(action.path)},
                                       {u"bytes"_s, qint64(action.bytes)}});
    };
    const PhaseTeller teller(context.progress, counters);
    const auto report = syncPlaces(source, target, m_options, counters, context.stop, note, watch);
    if (!report)
        return report.error();
    QJsonObject facts = factsOf(*report, m_options);
    if (m_options.dryRun)
        facts.insert(u"actions"_s, actions);
    return facts;
}

Result<QJsonObject> SyncJob::syncWatched(const HostPath& source, const HostPath& target, const TransferWatch& watch,
                                         JobContext& context)
{
    std::optional<PhaseTeller> teller;
    WatchedSync::Hooks hooks;
    hooks.counters = [&]() -> engine::Counters& {
        engine::Counters& counters = context.progress.part(u"phase.scanning"_s);
        teller.emplace(context.progress, counters);
        return counters;
    };
    hooks.waiting = [&] {
        teller.reset();
        context.progress.phase(u"phase.watching"_s);
    };
    const auto report = WatchedSync(source, target, m_options, watch, hooks).run(*m_finish, context.stop);
    teller.reset();
    if (!report)
        return report.error();
    QJsonObject facts = factsOf(report->total, m_options);
    facts.insert(u"passes"_s, qint64(report->passes));
    facts.insert(u"walks"_s, qint64(report->walks));
    facts.insert(u"walkReasons"_s, QJsonArray::fromStringList(report->walkReasons));
    facts.insert(u"lastSeconds"_s, report->lastSeconds);
    facts.insert(u"watchedBy"_s, enumName(report->watchedBy));
    facts.insert(u"watchReason"_s, report->why);
    return facts;
}

Item CompareJob::title() const
{
    return {u"job.compare"_s, {{u"left"_s, m_left.shown()}, {u"right"_s, m_right.shown()}}, {}};
}

Outcome CompareJob::run(JobContext& context)
{
    engine::Counters& counters = context.progress.part(u"phase.comparing"_s);
    const auto left = m_left.place(context), right = m_right.place(context);
    if (!left || !right)
        return outcomeOf(!left ? left.error() : right.error());
    const auto report = [&] {
        const PhaseTeller teller(context.progress, counters);
        return comparePlaces(*left, *right, m_options, counters, context.stop);
    }();
    if (!report)
        return outcomeOf(report.error());
    if (report->cancelled)
        return Outcome::cancelled();
    return Outcome::succeeded(report->equal, factsOf(*report));
}

QJsonObject factsOf(const engine::CompareReport& report)
{
    QJsonArray differences;
    for (const engine::Difference& difference : report.differences)
        differences.append(QJsonObject{{u"path"_s, displayPath(difference.path)},
                                       {u"what"_s, QString::fromStdString(difference.what)},
                                       {u"detail"_s, displayPath(difference.detail)}});
    return {{u"equal"_s, report.equal},
            {u"differences"_s, differences},
            {u"differencesTotal"_s, qint64(report.differencesTotal)},
            {u"entries"_s, qint64(report.entries)},
            {u"bytes"_s, qint64(report.bytes)},
            {u"seconds"_s, report.seconds}};
}

} // namespace bascule
