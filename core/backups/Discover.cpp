// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backups/Backups.h"

#include "core/backups/Archive.h"
#include "core/backups/Place.h"
#include "core/backups/Prove.h"
#include "core/hosts/Host.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <sys/stat.h>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

constexpr int enoughEntries = 400;
constexpr std::int64_t enoughBytes = 64 << 20;

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

/// How many of the archive's paths are there in the asset, in percent, for the best way of reading them.
int scoreOf(const Host& host, const Asset& asset, const std::vector<std::string>& paths)
{
    const std::string source = host.path(asset.path);
    struct stat info
    {
    };
    if (paths.empty() || ::lstat(source.c_str(), &info) != 0)
        return 0;
    const std::vector<std::string> ends = pathEnds(source);
    if (!S_ISDIR(info.st_mode)) {
        const auto hits = std::count_if(paths.begin(), paths.end(), [&](const std::string& path) {
            return std::find(ends.begin(), ends.end(), path) != ends.end();
        });
        return int(hits * 100 / std::int64_t(paths.size()));
    }
    std::ptrdiff_t best = 0;
    const auto count = [&](const std::string& prefix) {
        const auto hits = std::count_if(paths.begin(), paths.end(), [&](const std::string& path) {
            if (!prefix.empty() && path.rfind(prefix + '/', 0) != 0)
                return false;
            const std::string rest = prefix.empty() ? path : path.substr(prefix.size() + 1);
            struct stat there
            {
            };
            return ::lstat(joined(source, rest).c_str(), &there) == 0;
        });
        best = std::max(best, hits);
    };
    for (const std::string& end : ends)
        count(end);
    count({});
    return int(best * 100 / std::ptrdiff_t(paths.size()));
}

/// The asset that holds most of the archive; of equal ones the deepest, which says most. Backups whose files cannot be
/// listed go by the name: "compta-20261123.tar.zst" is of "compta".
void place(const Snapshot& snapshot, const Host& host, const std::vector<std::string>& paths, BackupProposal& proposal)
{
    qsizetype deepest = -1;
    const QString name = displayPath(proposal.path).section(u'/', -1).toLower();
    for (const Asset& asset : snapshot.assets) {
        if (asset.server != proposal.server || asset.gone || asset.kind == AssetKind::Backups)
            continue;
        int score = scoreOf(host, asset, paths);
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
}

Result<void> lookAt(const Snapshot& snapshot, const Host& host, const Asset& folder, const engine::TreeEntry& entry,
                    std::vector<BackupProposal>& found, const std::stop_token& stop)
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
        auto read = readArchive(host.path(proposal.path), {}, &names, counters, stop);
        if (!read && read.error().code != "enough")
            return read.error();
        place(snapshot, host, names.paths, proposal);
    }
    found.push_back(proposal);
    return {};
}

} // namespace

Result<std::vector<BackupProposal>> discoverBackups(const Snapshot& snapshot, std::stop_token stop)
{
    std::vector<BackupProposal> found;
    for (const Asset* folder : snapshot.presentAssets()) {
        if (folder->kind != AssetKind::Backups)
            continue;
        auto host = hostFor(*snapshot.server(folder->server));
        if (!host)
            return host.error();
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
            if (auto looked = lookAt(snapshot, *host.value(), *folder, entry, found, stop); !looked)
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
    auto found = discoverBackups(*context.store->snapshot(), context.stop);
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
            auto id = addBackup(tx, {proposal.asset, proposal.server, proposal.path, proposal.kind});
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
