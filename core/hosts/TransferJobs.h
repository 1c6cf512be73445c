// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Compare.h"
#include "core/engine/Sync.h"
#include "core/hosts/Host.h"
#include "core/hosts/SkippedList.h"
#include "core/jobs/Job.h"

#include <thread>

namespace bascule {

/// Says what the engine is doing just now in a job's progress, as long as this lives.
class PhaseTeller
{
public:
    PhaseTeller(Progress& progress, const engine::Counters& counters);
    ~PhaseTeller();

private:
    std::jthread m_thread;
};

/// A folder that is transferred or compared: of this machine, or of a server over SSH.
struct TransferEnd
{
    QString address; ///< [user@]host[:port] or an alias; empty: this machine
    Path path;       ///< absolute
    bool sudo = false;

    /// "/srv/share", "user@host:2222:/srv/share" (an address, ":" and an absolute path). Errors: "end.empty",
    /// "end.relative" (a server's path that is not absolute), "ssh.address-invalid".
    static Result<TransferEnd> parse(const QByteArray& text);
    /// As it is parsed, for people.
    QString shown() const;
    /// Where it is; on a server, connected. Blocks. Errors: those of the connection.
    Result<HostPath> place(const JobContext& context) const;
};

/// A manifest that is to be written, see core/engine/Manifest.h.
struct ManifestWish
{
    Path file; ///< absolute, on this machine
    bool sha256 = false;
    bool replace = false; ///< a file that is there
};

/// The list of all that is skipped, as a file; see SkippedList.
struct SkippedListWish
{
    Path file; ///< absolute, on this machine
    bool replace = false;
    SayCode say;
};

/// The engine by itself: makes one folder the same as another, without a project. Facts: outcome, files, bytes,
/// transferred, skipped, verified, seconds, created, replaced, metadataOnly, deleted, unchanged, way ("best" with less
/// than two servers, "relay", "direct") and, of a relay between two servers, wayReason (a code); in a dry run also
/// actions; where the source's server was too busy for a polite one, heldBack: {seconds, why: [codes]}. With a manifest
/// of the target, written once all is verified, its facts as `manifest` (see ManifestJob). By names also owners, see
/// ownerJson(): those that did not just keep their number by their name. With a list of what was skipped (kept too when
/// the run fails or is cancelled): skippedList (the file), skippedListed (its items). good: verified and nothing
/// skipped. With watchUntil() it goes on as the source changes; then the counts are sums, `files` and `bytes` those of
/// the last look at everything, and there are also: passes, walks, walkReasons (codes), lastSeconds, watchedBy
/// ("file-system", "folders", "walk"), watchReason (a code: why there was no better way).
class SyncJob final : public Job
{
public:
    /// Until this says so: then one last sync, and the end. Before the job is started.
    void watchUntil(std::stop_token finish) { m_finish = std::move(finish); }

    SyncJob(TransferEnd source, TransferEnd target, engine::SyncOptions options, TransferWay way = TransferWay::Best)
        : m_source(std::move(source))
        , m_target(std::move(target))
        , m_options(std::move(options))
        , m_way(way)
    {
    }
    void setManifest(ManifestWish manifest) { m_manifest = std::move(manifest); }
    void setSkippedList(SkippedListWish list) { m_listWish = std::move(list); }
    Item title() const override;
    Outcome run(JobContext& context) override;

private:
    TransferEnd m_source, m_target;
    Outcome runBetween(const HostPath& source, const HostPath& target, JobContext& context);
    Result<QJsonObject> syncOnce(const HostPath& source, const HostPath& target, const TransferWatch& watch,
                                 JobContext& context);
    Result<QJsonObject> syncWatched(const HostPath& source, const HostPath& target, const TransferWatch& watch,
                                    JobContext& context);

    engine::SyncOptions m_options;
    TransferWay m_way;
    std::optional<std::stop_token> m_finish;
    std::optional<ManifestWish> m_manifest;
    std::optional<SkippedListWish> m_listWish;
};

/// How an owner was mapped: kind ("user", "group"), name, from, to, entries, code, nameAtTarget.
QJsonObject ownerJson(const engine::OwnerMapping& owner);
/// What is to be said of that.
Item ownerItem(const QJsonObject& owner);

/// differences, differencesTotal, equal, entries, bytes, seconds.
QJsonObject factsOf(const engine::CompareReport& report);
/// Of a failed piece of the engine's work; a cancelled one is no error.
Outcome outcomeOf(const Error& error);

/// Compares two folders. Facts: equal, differences (path, what, detail), differencesTotal, entries, bytes, seconds.
class CompareJob final : public Job
{
public:
    CompareJob(TransferEnd left, TransferEnd right, engine::CompareOptions options)
        : m_left(std::move(left))
        , m_right(std::move(right))
        , m_options(std::move(options))
    {
    }
    Item title() const override;
    Outcome run(JobContext& context) override;

private:
    TransferEnd m_left, m_right;
    engine::CompareOptions m_options;
};

} // namespace bascule
