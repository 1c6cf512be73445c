// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backups/Here.h"

#include <algorithm>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxChecksumBytes = 4096;

/// One file of a server on its way here.
class Fetching
{
public:
    Fetching(const HostPath& place, engine::Counters& counters, std::stop_token stop)
        : m_place(place)
        , m_counters(counters)
        , m_stop(std::move(stop))
    {
    }

    Result<ArchiveReport> read(const ArchiveLimits& limits, ArchiveVisitor* visitor, std::int64_t firstBytes)
    {
        const auto facts = m_place.host->look({m_place.path}, false, m_stop);
        if (!facts)
            return facts.error();
        if (facts->front().leadsTo == 0)
            return without(ReadState::Missing, "backup.missing");
        if (facts->front().leadsTo != 'f')
            return without(ReadState::NotABackup, "backup.not-a-file");
        auto fetched = fetch(firstBytes);
        if (!fetched && fetched.error().code == "fetch.changed")
            return without(ReadState::Damaged, "backup.changed-while-read");
        if (!fetched && m_stop.stop_requested()) {
            ArchiveReport report;
            report.cancelled = true;
            return report;
        }
        if (!fetched)
            return fetched.error();
        auto report = readArchive(m_here, limits, visitor, m_counters, m_stop);
        if (report)
            nameRightly(report.value());
        return report;
    }

private:
    Result<void> fetch(std::int64_t firstBytes)
    {
        const auto facts = m_place.host->factsAt(m_place.path, true);
        if (!facts)
            return facts.error();
        const std::int64_t bytes = std::min(firstBytes, *facts ? (*facts)->size : 0);
        if (auto room = roomHere(bytes); !room)
            return room;
        auto folder = ScratchFolder::make("fetch");
        if (!folder)
            return folder.error();
        m_folder = folder.value();
        m_here = m_folder->path() + m_place.path.substr(m_place.path.rfind('/'));
        m_counters.bytesTotal.fetch_add(bytes);
        const auto fetched = m_place.host->fetchFile(m_place.path, m_here, firstBytes, m_counters, m_stop);
        if (!fetched)
            return fetched.error();
        return fetchChecksum();
    }

    Result<void> fetchChecksum()
    {
        std::optional<QByteArray> said;
        const auto take = [&](std::size_t, Result<QByteArray>&& content) {
            if (content)
                said = std::move(content).value();
        };
        const Path beside = QByteArray::fromStdString(m_place.path + ".sha256");
        if (auto read = m_place.host->readFiles({beside}, maxChecksumBytes, m_stop, take); !read)
            return read;
        return said ? engine::writeFileDurably(m_here + ".sha256", said->toStdString(), 0600) : Result<void>();
    }

    Result<ArchiveReport> without(ReadState state, const char* code) const
    {
        ArchiveReport report;
        report.state = state;
        report.problems.append(backupProblem(code, m_place.shown()));
        return report;
    }

    /// What is wrong is wrong with the file there.
    void nameRightly(ArchiveReport& report) const
    {
        QJsonArray problems;
        for (const QJsonValue& value : report.problems) {
            QJsonObject problem = value.toObject();
            if (problem[u"subject"_s].toString() == displayPath(m_here))
                problem[u"subject"_s] = m_place.shown();
            problems.append(problem);
        }
        report.problems = problems;
    }

    const HostPath& m_place;
    engine::Counters& m_counters;
    std::stop_token m_stop;
    std::shared_ptr<ScratchFolder> m_folder;
    std::string m_here;
};

} // namespace

Result<HostPath> placeOfBackup(const Snapshot& snapshot, const Backup& backup, SshConnections* connections,
                               std::stop_token stop)
{
    if (backup.server == 0)
        return HostPath(backup.path.toStdString());
    const Server* server = snapshot.server(backup.server);
    if (!server)
        return makeError("backup.server-unknown", QString::number(backup.server));
    auto host = hostFor(*server, connections, std::move(stop));
    if (!host)
        return host.error();
    const std::string path = host.value()->path(backup.path);
    return HostPath(std::move(host).value(), path);
}

Result<ArchiveReport> readArchiveAt(const HostPath& place, const ArchiveLimits& limits, ArchiveVisitor* visitor,
                                    engine::Counters& counters, std::stop_token stop, std::int64_t firstBytes)
{
    if (place.isHere())
        return readArchive(place.path, limits, visitor, counters, std::move(stop));
    return Fetching(place, counters, std::move(stop)).read(limits, visitor, firstBytes);
}

Result<void> roomHere(std::int64_t bytes)
{
    auto folder = ScratchFolder::make("room"); // makes the place that is asked about
    if (!folder)
        return folder.error();
    const auto space = engine::spaceAt(folder.value()->path());
    if (!space)
        return space.error();
    if (space->bytesFree > bytes)
        return {};
    return makeError("backup.no-room-here", displayPath(ScratchFolder::home()),
                     {{"bytes", bytes}, {"free", space->bytesFree}});
}

} // namespace bascule
