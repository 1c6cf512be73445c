// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inventory/Report.h"

#include "core/base/CommandLine.h"
#include "core/inventory/Findings.h"
#include "core/inventory/Places.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace bascule::inventory {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 criticalShareBytes = 1'000'000'000;
constexpr qint64 criticalShareFiles = 10'000;
constexpr std::size_t maxBlindSpots = 500;

struct Grade
{
    const char* code;
    FindingSeverity severity;
};

// How bad each sighting is; what is not named is a note.
constexpr std::array grades{
    Grade{"inventory.broken-link", FindingSeverity::ToFix},  Grade{"inventory.link-leaves", FindingSeverity::ToFix},
    Grade{"inventory.case-twins", FindingSeverity::Note},    Grade{"inventory.world-writable", FindingSeverity::ToFix},
    Grade{"inventory.hot-journal", FindingSeverity::ToFix},  Grade{"inventory.unknown-owner", FindingSeverity::ToFix},
    Grade{"inventory.linked-across", FindingSeverity::Note}, Grade{"inventory.no-backup", FindingSeverity::ToFix},
};

FindingSeverity severityOf(const std::string& code)
{
    const auto at = std::find_if(grades.begin(), grades.end(), [&](const Grade& grade) { return code == grade.code; });
    return at == grades.end() ? FindingSeverity::Note : at->severity;
}

QDateTime timeOf(qint64 ns)
{
    return ns == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(ns / 1'000'000, Qt::UTC);
}

constexpr std::array versionNames{"VERSION", "VERSION.txt", "version.txt", ".version", "RELEASE"};
constexpr std::array packageNames{"package.json", "composer.json"};
constexpr qint64 maxVersionBytes = 4096;
constexpr qint64 maxPackageBytes = 1 << 20;
constexpr qint64 maxTaskBytes = 1 << 16;

/// Files by how much of them is of use.
using Wanted = std::map<qint64, std::vector<Path>>;

void addWanted(const Piece& piece, Wanted& wanted)
{
    const Path path = QByteArray::fromStdString(piece.path);
    if (piece.kind == AssetKind::Task)
        wanted[maxTaskBytes].push_back(path);
    if (piece.kind != AssetKind::Application)
        return;
    for (const char* name : versionNames)
        wanted[maxVersionBytes].push_back(path + '/' + name);
    for (const char* name : packageNames)
        wanted[maxPackageBytes].push_back(path + '/' + name);
}

Result<VersionFiles> readVersions(const Host& host, const Partition& cut, const std::stop_token& stop)
{
    Wanted wanted;
    for (const Piece& piece : cut.pieces)
        addWanted(piece, wanted);
    VersionFiles files;
    for (const auto& [limit, paths] : wanted) {
        const auto take = [&files, &named = paths](std::size_t index, Result<QByteArray>&& content) {
            if (content)
                files.emplace(named[index], std::move(content).value());
        };
        if (auto read = host.readFiles(paths, limit, stop, take); !read)
            return read.error();
    }
    return files;
}

/// The first line of a small file that says a version, or the "version" of a package description.
QString applicationVersion(const Path& folder, const VersionFiles& files)
{
    const auto contentOf = [&](const char* name) {
        const auto found = files.find(folder + '/' + name);
        return found == files.end() ? QByteArray() : found->second;
    };
    for (const char* name : versionNames) {
        const QString line = QString::fromUtf8(contentOf(name).split('\n').first()).trimmed();
        if (!line.isEmpty() && line.size() <= 40)
            return displayPath(line.toUtf8());
    }
    for (const char* name : packageNames) {
        const QString version = QJsonDocument::fromJson(contentOf(name)).object().value(u"version"_s).toString();
        if (!version.isEmpty() && version.size() <= 40)
            return displayPath(version.toUtf8());
    }
    return {};
}

/// Sightings by code and asset, merged over folders.
using Merged = std::map<std::pair<std::string, int>, Sighting>;

Merged merged(const Survey& survey, const Partition& cut)
{
    Merged all;
    for (const auto& [where, sighting] : survey.sightings)
        merge(all[{where.first, cut.of(where.second)}], sighting);
    for (const Survey::Linked& group : survey.linked()) {
        const int piece = cut.of(group.slot);
        const bool across = std::any_of(group.others.begin(), group.others.end(),
                                        [&](const auto& other) { return cut.of(other.second) != piece; });
        if (across)
            all[{"inventory.linked-across", piece}].add(group.first);
        if (group.leaves)
            all[{"inventory.linked-outside", piece}].add(group.first);
    }
    return all;
}

/// Collects findings of one server.
class Reporter
{
public:
    Reporter(const Server& server, Found& found)
        : m_server(server)
        , m_found(found)
    {
    }

    void sighting(const std::string& code, int piece, const Sighting& seen)
    {
        QJsonArray examples;
        for (const std::string& example : seen.examples)
            examples.append(displayPath(example));
        const QString shown = examples.isEmpty() ? QString() : examples.first().toString();
        Finding finding = fresh(code, piece, shown);
        finding.severity = severityOf(code);
        finding.params = {{u"count"_s, seen.count}, {u"path"_s, shown}, {u"examples"_s, examples}};
        add(std::move(finding), piece);
    }

    void blindSpot(const char* code, int piece, const std::string& path, const QString& command, QJsonObject params)
    {
        Finding finding = fresh(code, piece, displayPath(path));
        finding.kind = FindingKind::BlindSpot;
        finding.severity = FindingSeverity::ToFix;
        finding.key += u'#' + QString::fromLatin1(QByteArray::fromStdString(path).toPercentEncoding("/"));
        params.insert(u"path"_s, finding.subject);
        params.insert(u"subject"_s, finding.subject);
        params.insert(u"command"_s, command);
        finding.params = std::move(params);
        add(std::move(finding), piece);
    }

private:
    Finding fresh(const std::string& code, int piece, const QString& subject) const
    {
        Finding finding;
        finding.server = m_server.id;
        finding.code = QString::fromStdString(code);
        finding.subject = subject;
        finding.key = finding.code + u'@' + m_found.assets[std::size_t(piece)].key;
        return finding;
    }
    void add(Finding finding, int piece)
    {
        m_found.findings.push_back(std::move(finding));
        m_found.assetOf.push_back(piece);
    }

    const Server& m_server;
    Found& m_found;
};

Asset assetOf(const Server& server, const Piece& piece, const VersionFiles& files, bool insideShare)
{
    Asset asset;
    asset.server = server.id;
    asset.kind = piece.kind;
    asset.name = piece.name;
    asset.path = QByteArray::fromStdString(piece.path);
    asset.version = versionOf(piece, files);
    asset.bytes = piece.bytes;
    asset.files = piece.files;
    asset.lastWrite = timeOf(piece.newestNs);
    asset.migrate = piece.kind != AssetKind::Backups;
    asset.key = assetKey(piece.kind, asset.path);
    if (server.role == ServerRole::Source) {
        const bool big = piece.bytes > criticalShareBytes || piece.files > criticalShareFiles;
        asset.critical = piece.kind == AssetKind::Application || (piece.kind == AssetKind::Database && !insideShare) ||
                         (piece.kind == AssetKind::Share && big);
    }
    return asset;
}

/// The piece whose tree holds a path that the survey did not get to see.
int pieceAround(const Partition& cut, const std::string& path)
{
    int best = 0;
    for (std::size_t i = 1; i < cut.pieces.size(); ++i) {
        if (isWithin(path, cut.pieces[i].path) && cut.pieces[i].path.size() > cut.pieces[std::size_t(best)].path.size())
            best = int(i);
    }
    return best;
}

/// The server that a mount of it would be added as.
QString addingServer(const Server& server, const QString& path)
{
    const QString place = server.kind == ServerKind::Local
                              ? u"--local "_s + path
                              : u"--ssh %1 --root %2"_s.arg(shellShown(server.address.toUtf8()), path);
    return u"bascule-cli server add PROJECT NAME --role source "_s + place;
}

void reportBlindSpots(Reporter& reporter, const Server& server, const QString& account, const Host& host,
                      const Survey& survey, const Partition& cut, const std::vector<engine::Unreadable>& unreadable)
{
    std::size_t told = 0;
    qint64 untold = 0;
    for (const engine::Unreadable& blind : unreadable) {
        if (blind.reason == "path.missing" ||
            blind.reason == "vanished") // gone between two looks: nothing is hidden there
            continue;
        if (++told > maxBlindSpots) {
            ++untold;
            continue;
        }
        const QString path = shellShown(QByteArray::fromStdString(host.path(QByteArray::fromStdString(blind.path))));
        const QString reason = QString::fromStdString(blind.reason);
        const int piece = pieceAround(cut, blind.path);
        if (blind.reason == "path.denied")
            reporter.blindSpot("inventory.blind-denied", piece, blind.path,
                               u"sudo setfacl -R -m u:%1:rX -- %2"_s.arg(account, path), {});
        else if (blind.reason == "mount.boundary")
            reporter.blindSpot("inventory.blind-mount", piece, blind.path, addingServer(server, path), {});
        else
            reporter.blindSpot("inventory.blind-unread", piece, blind.path, {}, {{u"reason"_s, reason}});
    }
    for (const auto& [folder, sighting] : survey.deniedFiles) {
        if (++told > maxBlindSpots) {
            untold += sighting.count;
            continue;
        }
        const std::string& path = survey.folders[std::size_t(folder)].path;
        const QString quoted = shellShown(QByteArray::fromStdString(host.path(QByteArray::fromStdString(path))));
        reporter.blindSpot("inventory.blind-files", cut.ofFolder[std::size_t(folder)], path,
                           u"sudo setfacl -R -m u:%1:rX -- %2"_s.arg(account, quoted), {{u"count"_s, sighting.count}});
    }
    if (untold > 0)
        reporter.blindSpot("inventory.blind-more", 0, {}, {}, {{u"count"_s, untold}});
}

} // namespace

QString versionOf(const Piece& piece, const VersionFiles& files)
{
    const Path path = QByteArray::fromStdString(piece.path);
    if (piece.kind == AssetKind::Application)
        return applicationVersion(path, files);
    if (piece.kind == AssetKind::Service)
        return u"systemd"_s;
    if (piece.kind != AssetKind::Task)
        return piece.version;
    const std::string folder(baseName(folderOf(piece.path)));
    if (folder == "cron.hourly" || folder == "cron.daily" || folder == "cron.weekly" || folder == "cron.monthly")
        return u"cron @"_s + QString::fromStdString(folder.substr(5));
    const auto content = files.find(path);
    if (content == files.end())
        return {};
    static const QRegularExpression calendar(u"^\\s*On(?:Calendar|UnitActiveSec|BootSec)\\s*=\\s*([^\\n]{1,60})"_s,
                                             QRegularExpression::MultilineOption);
    static const QRegularExpression cron(
        u"^\\s*(@\\w+|[\\d*,/-]+[ \\t]+[\\d*,/-]+[ \\t]+[\\d*,/-]+[ \\t]+[\\w*,/-]+[ \\t]+[\\w*,/-]+)[ \\t]"_s,
        QRegularExpression::MultilineOption);
    const bool timer = path.endsWith(".timer");
    const auto match = (timer ? calendar : cron).match(QString::fromUtf8(content->second));
    if (!match.hasMatch())
        return timer ? u"systemd"_s : u"cron"_s;
    return (timer ? u"systemd "_s : u"cron "_s) + match.captured(1).simplified();
}

Result<Found> foundOn(const Server& server, const Host& host, const Survey& survey, const Partition& cut,
                      const std::vector<engine::Unreadable>& unreadable, const std::set<QString>& backedUp,
                      std::stop_token stop)
{
    const auto files = readVersions(host, cut, stop);
    if (!files)
        return files.error();
    const auto account = host.account(stop);
    if (!account)
        return account.error();
    Found found;
    std::set<int> inShares;
    for (std::size_t i = 0; i < survey.specials.size(); ++i) {
        if (cut.pieces[std::size_t(cut.ofFolder[std::size_t(survey.specials[i].folder)])].kind == AssetKind::Share)
            inShares.insert(cut.ofSpecial[i]);
    }
    qint64 archives = 0;
    for (std::size_t i = 0; i < cut.pieces.size(); ++i) {
        const Piece& piece = cut.pieces[i];
        found.assets.push_back(assetOf(server, piece, files.value(), inShares.contains(int(i))));
        found.bytes += piece.bytes;
        found.files += piece.files;
        if (piece.kind == AssetKind::Backups)
            archives += piece.archives;
    }
    Reporter reporter(server, found);
    reportBlindSpots(reporter, server, QString::fromStdString(account->name), host, survey, cut, unreadable);
    if (server.role != ServerRole::Source)
        return found;
    for (const auto& [where, sighting] : merged(survey, cut))
        reporter.sighting(where.first, where.second, sighting);
    for (std::size_t i = 0; i < cut.pieces.size(); ++i) {
        if (cut.pieces[i].kind != AssetKind::Database || archives > 0 || backedUp.contains(found.assets[i].key))
            continue;
        Sighting none;
        none.add(cut.pieces[i].path);
        reporter.sighting("inventory.no-backup", int(i), none);
    }
    return found;
}

} // namespace bascule::inventory
