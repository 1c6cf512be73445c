// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backups/Backups.h"

#include "core/backups/Here.h"
#include "core/backups/Place.h"
#include "core/backups/Prove.h"
#include "core/hosts/Host.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <map>
#include <unordered_map>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

constexpr int enoughEntries = 400;
constexpr std::int64_t enoughBytes = 64 << 20;
constexpr std::int64_t enoughPacked = 16 << 20; ///< of a file that must come from a server first

/// Takes names until there are enough of them to tell what the archive is of.
class NameCollector final : public ArchiveVisitor
{
public:
    Result<void> begin(const ArchiveEntry& entry) override
    {
        if (entry.kind == 'f' && !entry.path.empty())
            paths.push_back(entry.path);
        return int(paths.size()) < enoughEntries ? Result<void>() : enough();
    }
    Result<void> data(std::int64_t, const char*, std::size_t size) override
    {
        m_bytes += std::int64_t(size);
        return m_bytes < enoughBytes ? Result<void>() : enough();
    }
    Result<void> end() override { return {}; }

    std::vector<std::string> paths;

private:
    static Result<void> enough() { return makeError("enough"); }
    std::int64_t m_bytes = 0;
};

bool namedLikeBackup(const std::string& path)
{
    static const QRegularExpression endings(u"\\.(tar|tgz|tbz2?|txz|tzst|zip|tar\\.(gz|bz2|xz|zst|lz4))$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return endings.match(displayPath(path)).hasMatch();
}

/// What is there on one server, asked for many paths at once and remembered: archives of one asset hold much the same.
class Presence
{
public:
    Presence(const Host& host, std::stop_token stop)
        : m_host(host)
        , m_stop(std::move(stop))
    {
    }

    Result<void> learn(const std::vector<std::string>& paths)
    {
        std::vector<std::string> unknown;
        for (const std::string& path : paths) {
            if (m_kinds.try_emplace(path, '\0').second)
                unknown.push_back(path);
        }
        const auto sights = m_host.look(unknown, false, m_stop);
        if (!sights)
            return sights.error();
        for (std::size_t i = 0; i < unknown.size(); ++i)
            m_kinds[unknown[i]] = (*sights)[i].kind;
        return {};
    }
    /// As Sight::kind, of what was learnt.
    char kindOf(const std::string& path) const
    {
        const auto found = m_kinds.find(path);
        return found == m_kinds.end() ? '\0' : found->second;
    }
    const Host& host() const { return m_host; }

private:
    const Host& m_host;
    std::stop_token m_stop;
    std::unordered_map<std::string, char> m_kinds;
};

/// The archive's paths as they would lie in the asset, when they are read from `end` of its path on.
std::vector<std::string> readFrom(const std::string& end, const std::vector<std::string>& paths)
{
    std::vector<std::string> rests;
    for (const std::string& path : paths) {
        if (end.empty())
            rests.push_back(path);
        else if (path.starts_with(end + '/'))
            rests.push_back(path.substr(end.size() + 1));
    }
    return rests;
}

/// How many of the archive's paths are there in the asset, in percent, for the best way of reading them.
Result<int> scoreOf(Presence& presence, const Asset& asset, const std::vector<std::string>& paths)
{
    const std::string source = presence.host().path(asset.path);
    if (auto learnt = presence.learn({source}); !learnt)
        return learnt.error();
    if (paths.empty() || presence.kindOf(source) == 0)
        return 0;
    std::vector<std::string> ends = pathEnds(source);
    if (presence.kindOf(source) != 'd') {
        const auto hits = std::count_if(paths.begin(), paths.end(), [&](const std::string& path) {
            return std::find(ends.begin(), ends.end(), path) != ends.end();
        });
        return int(hits * 100 / std::int64_t(paths.size()));
    }
    ends.emplace_back();
    std::ptrdiff_t best = 0;
    for (const std::string& end : ends) {
        // What has no folder there is not there: that spares most of the questions.
        const std::vector<std::string> rests = readFrom(end, paths);
        std::vector<std::string> tops, whole;
        for (const std::string& rest : rests)
            tops.push_back(joined(source, rest.substr(0, rest.find('/'))));
        if (auto learnt = presence.learn(tops); !learnt)
            return learnt.error();
        for (std::size_t i = 0; i < rests.size(); ++i) {
            if (presence.kindOf(tops[i]) != 0)
                whole.push_back(joined(source, rests[i]));
        }
        if (auto learnt = presence.learn(whole); !learnt)
            return learnt.error();
        best = std::max(best, std::count_if(whole.begin(), whole.end(),
                                            [&](const std::string& path) { return presence.kindOf(path) != 0; }));
    }
    return int(best * 100 / std::ptrdiff_t(paths.size()));
}

/// The asset that holds most of the archive; of equal ones the deepest, which says most. Backups whose files cannot be
/// listed go by the name: "compta-20261123.tar.zst" is of "compta".
Result<void> place(const Snapshot& snapshot, Presence& presence, const std::vector<std::string>& paths,
                   BackupProposal& proposal)
{
    qsizetype deepest = -1;
    const QString name = displayPath(proposal.path).section(u'/', -1).toLower();
    for (const Asset& asset : snapshot.assets) {
        if (asset.server != proposal.server || asset.gone || asset.kind == AssetKind::Backups)
            continue;
        const auto scored = scoreOf(presence, asset, paths);
        if (!scored)
            return scored.error();
        int score = scored.value();
        const QString last = displayPath(asset.path).section(u'/', -1).toLower();
        if (paths.empty() && !last.isEmpty() && name.startsWith(last.section(u'.', 0, 0)))
            score = 50;
        // A whole is proposed for a part only when nothing else holds the rest.
        if (score > proposal.score || (score == proposal.score && score > 0 && asset.path.size() > deepest)) {
            proposal.score = score;
            proposal.asset = asset.id;
            deepest = asset.path.size();
        }
    }
    if (proposal.score < 30) {
        proposal.score = 0;
        proposal.asset = 0;
    }
    return {};
}

Result<void> lookAt(const Snapshot& snapshot, const HostPtr& host, Presence& presence, const Asset& folder,
                    const engine::TreeEntry& entry, std::vector<BackupProposal>& found, const std::stop_token& stop)
{
    BackupProposal proposal;
    proposal.server = folder.server;
    proposal.path = QByteArray::fromStdString(joined(folder.path.toStdString(), entry.path));
    proposal.kind = u"auto"_s;
    proposal.bytes = entry.size;
    proposal.madeAt = QDateTime::fromMSecsSinceEpoch(entry.mtimeNs / 1'000'000, QTimeZone::utc());
    for (const Backup& backup : snapshot.backups) {
        if (backup.server == proposal.server && backup.path == proposal.path) {
            proposal.known = true;
            proposal.asset = backup.asset;
            proposal.score = 100;
        }
    }
    if (!proposal.known) {
        NameCollector names;
        engine::Counters counters;
        auto read = readArchiveAt(HostPath(host, host->path(proposal.path)), {}, &names, counters, stop, enoughPacked);
        if (!read && read.error().code != "enough")
            return read.error();
        if (auto placed = place(snapshot, presence, names.paths, proposal); !placed)
            return placed;
    }
    found.push_back(proposal);
    return {};
}

} // namespace

Result<std::vector<BackupProposal>> discoverBackups(const Snapshot& snapshot, SshConnections* connections,
                                                    std::stop_token stop)
{
    std::vector<BackupProposal> found;
    std::map<Id, HostPtr> hosts;
    std::map<Id, Presence> presences;
    const auto hostOf = [&](Id server) -> Result<HostPtr> {
        if (const auto known = hosts.find(server); known != hosts.end())
            return known->second;
        auto host = hostFor(*snapshot.server(server), connections, stop);
        if (host)
            hosts.emplace(server, host.value());
        return host;
    };
    for (const Asset* folder : snapshot.presentAssets()) {
        if (folder->kind != AssetKind::Backups)
            continue;
        const auto host = hostOf(folder->server);
        if (!host)
            return host.error();
        auto& presence = presences.try_emplace(folder->server, *host.value(), stop).first->second;
        std::vector<engine::TreeEntry> archives;
        auto walked = host.value()->walk(folder->path, {}, stop, [&](const engine::TreeEntry& entry) {
            if (entry.kind == 'f' && namedLikeBackup(entry.path))
                archives.push_back(entry);
            return !stop.stop_requested();
        });
        if (!walked)
            return walked.error();
        for (const engine::TreeEntry& entry : archives) {
            if (stop.stop_requested())
                return makeError("cancelled");
            if (auto looked = lookAt(snapshot, host.value(), presence, *folder, entry, found, stop); !looked)
                return looked.error();
        }
    }
    std::sort(found.begin(), found.end(), [](const BackupProposal& a, const BackupProposal& b) {
        return std::tie(a.server, a.path) < std::tie(b.server, b.path);
    });
    return found;
}

Item DiscoverBackupsJob::title() const
{
    return {u"job.discover-backups"_s, {}, {}};
}

Outcome DiscoverBackupsJob::run(JobContext& context)
{
    context.progress.part(u"phase.discovering-backups"_s);
    auto found = discoverBackups(*context.store->snapshot(), context.connections, context.stop);
    if (context.stop.stop_requested())
        return Outcome::cancelled();
    if (!found)
        return Outcome::failed(found.error());
    qint64 added = 0, unplaced = 0;
    auto written = context.store->write([&](StoreTx& tx) -> Result<void> {
        added = unplaced = 0;
        for (const BackupProposal& proposal : *found) {
            if (proposal.known)
                continue;
            if (proposal.asset == 0) {
                ++unplaced;
                continue;
            }
            auto id = addBackup(tx, {proposal.asset, proposal.server, proposal.path, proposal.kind, false,
                                     NewBackup::Seen{proposal.bytes, proposal.madeAt}});
            if (!id)
                return id.error();
            ++added;
        }
        return {};
    });
    if (!written)
        return Outcome::failed(written.error());
    return Outcome::succeeded(true,
                              {{u"found"_s, qint64(found->size())}, {u"added"_s, added}, {u"unplaced"_s, unplaced}});
}

} // namespace bascule
