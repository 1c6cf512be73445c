// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inventory/Report.h"

#include "core/base/CommandLine.h"
#include "core/inventory/Findings.h"
#include "core/inventory/Places.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <pwd.h>
#include <unistd.h>

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

QString accountName()
{
    char buffer[16384];
    passwd account;
    passwd* found = nullptr;
    if (::getpwuid_r(::geteuid(), &account, buffer, sizeof buffer, &found) == 0 && found)
        return QString::fromUtf8(found->pw_name);
    return QString::number(::geteuid());
}

QDateTime timeOf(qint64 ns)
{
    return ns == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(ns / 1'000'000, Qt::UTC);
}

/// The first line of a small file that says a version, or the "version" of a package description.
QString applicationVersion(const Host& host, const Path& folder)
{
    for (const char* name : {"VERSION", "VERSION.txt", "version.txt", ".version", "RELEASE"}) {
        const auto content = host.readFile(folder + '/' + name, 4096);
        const QString line = content ? QString::fromUtf8(content.value().split('\n').first()).trimmed() : QString();
        if (!line.isEmpty() && line.size() <= 40)
            return displayPath(line.toUtf8());
    }
    for (const char* name : {"package.json", "composer.json"}) {
        const auto content = host.readFile(folder + '/' + name, 1 << 20);
        const QString version =
            content ? QJsonDocument::fromJson(content.value()).object().value(u"version"_s).toString() : QString();
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
    const auto merge = [&](const std::string& code, int piece, const Sighting& sighting) {
        Sighting& into = all[{code, piece}];
        into.count += sighting.count;
        for (const std::string& example : sighting.examples)
            into.add(example, 0);
    };
    for (const auto& [where, sighting] : survey.sightings)
        merge(where.first, cut.of(where.second), sighting);
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

Asset assetOf(const Server& server, const Host& host, const Piece& piece, bool insideShare)
{
    Asset asset;
    asset.server = server.id;
    asset.kind = piece.kind;
    asset.name = piece.name;
    asset.path = QByteArray::fromStdString(piece.path);
    asset.version = versionOf(host, piece);
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

void reportBlindSpots(Reporter& reporter, const Host& host, const Survey& survey, const Partition& cut,
                      const std::vector<engine::Unreadable>& unreadable)
{
    const QString account = accountName();
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
            reporter.blindSpot("inventory.blind-mount", piece, blind.path,
                               u"bascule-cli server add PROJECT NAME --role source --local %1"_s.arg(path), {});
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

QString versionOf(const Host& host, const Piece& piece)
{
    const Path path = QByteArray::fromStdString(piece.path);
    if (piece.kind == AssetKind::Application)
        return applicationVersion(host, path);
    if (piece.kind == AssetKind::Service)
        return u"systemd"_s;
    if (piece.kind != AssetKind::Task)
        return piece.version;
    const std::string folder(baseName(folderOf(piece.path)));
    if (folder == "cron.hourly" || folder == "cron.daily" || folder == "cron.weekly" || folder == "cron.monthly")
        return u"cron @"_s + QString::fromStdString(folder.substr(5));
    const auto content = host.readFile(path, 1 << 16);
    if (!content)
        return {};
    static const QRegularExpression calendar(u"^\\s*On(?:Calendar|UnitActiveSec|BootSec)\\s*=\\s*([^\\n]{1,60})"_s,
                                             QRegularExpression::MultilineOption);
    static const QRegularExpression cron(
        u"^\\s*(@\\w+|[\\d*,/-]+[ \\t]+[\\d*,/-]+[ \\t]+[\\d*,/-]+[ \\t]+[\\w*,/-]+[ \\t]+[\\w*,/-]+)[ \\t]"_s,
        QRegularExpression::MultilineOption);
    const bool timer = path.endsWith(".timer");
    const auto match = (timer ? calendar : cron).match(QString::fromUtf8(content.value()));
    if (!match.hasMatch())
        return timer ? u"systemd"_s : u"cron"_s;
    return (timer ? u"systemd "_s : u"cron "_s) + match.captured(1).simplified();
}

Found foundOn(const Server& server, const Host& host, const Survey& survey, const Partition& cut,
              const std::vector<engine::Unreadable>& unreadable, const std::set<QString>& backedUp)
{
    Found found;
    std::set<int> inShares;
    for (std::size_t i = 0; i < survey.specials.size(); ++i) {
        if (cut.pieces[std::size_t(cut.ofFolder[std::size_t(survey.specials[i].folder)])].kind == AssetKind::Share)
            inShares.insert(cut.ofSpecial[i]);
    }
    qint64 archives = 0;
    for (std::size_t i = 0; i < cut.pieces.size(); ++i) {
        const Piece& piece = cut.pieces[i];
        found.assets.push_back(assetOf(server, host, piece, inShares.contains(int(i))));
        found.bytes += piece.bytes;
        found.files += piece.files;
        if (piece.kind == AssetKind::Backups)
            archives += piece.archives;
    }
    Reporter reporter(server, found);
    reportBlindSpots(reporter, host, survey, cut, unreadable);
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
