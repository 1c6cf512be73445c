// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dependencies/Resolver.h"

#include "core/inventory/Places.h"

#include <algorithm>
#include <array>

namespace bascule::dependencies {

using namespace Qt::StringLiterals;
using inventory::isWithin;

namespace {

constexpr std::size_t maxBelow = 20;

std::string_view view(const Path& path)
{
    return {path.constData(), std::size_t(path.size())};
}

Path baseOf(const Path& path)
{
    return path.mid(path.lastIndexOf('/') + 1);
}

Path folderOf(const Path& path)
{
    const qsizetype slash = path.lastIndexOf('/');
    return slash < 0 ? Path() : path.left(slash);
}

/// Without dots and doubled slashes; nothing when it climbs above the root.
std::optional<Path> clean(const Path& path)
{
    QList<QByteArray> parts;
    for (const QByteArray& part : path.split('/')) {
        if (part.isEmpty() || part == ".")
            continue;
        if (part != "..") {
            parts.append(part);
            continue;
        }
        if (parts.isEmpty())
            return {};
        parts.removeLast();
    }
    return parts.join('/');
}

/// Places that every program names and that are no dependency on anything of ours.
bool isEverybodys(const Path& path)
{
    static constexpr std::array places{"etc",      "tmp",  "var/tmp", "var/log", "var/run",
                                       "var/lock", "root", "snap",    "srv/http"};
    return inventory::isSystemPlace(view(path)) ||
           std::any_of(places.begin(), places.end(), [&](const char* place) { return isWithin(view(path), place); });
}

/// Folders below which an administrator keeps what is theirs.
bool isOurs(const Path& path)
{
    static constexpr std::array places{"srv", "opt",   "home", "var/www", "var/lib",
                                       "mnt", "media", "data", "export",  "exports"};
    return path.contains('/') &&
           std::any_of(places.begin(), places.end(), [&](const char* place) { return isWithin(view(path), place); });
}

bool isDatabaseName(const Path& path)
{
    const QByteArray name = baseOf(path).toLower();
    return name.endsWith(".db") || name.endsWith(".db3") || name.endsWith(".sqlite") || name.endsWith(".sqlite3") ||
           name.endsWith(".s3db");
}

Answer answerFor(const Asset& asset, int confidence)
{
    const QString kind = asset.kind == AssetKind::Database  ? u"sqlite"_s
                         : asset.kind == AssetKind::Service ? u"service"_s
                                                            : u"path"_s;
    return {asset.id, asset.name, kind, confidence};
}

} // namespace

Result<std::set<QString>> ownNames(const Server& server, const Host& host, std::stop_token stop)
{
    std::set<QString> names{server.name.toLower()};
    std::array<std::optional<QByteArray>, 2> contents;
    const auto take = [&](std::size_t index, Result<QByteArray>&& content) {
        if (content)
            contents[index] = std::move(content).value();
    };
    if (auto read = host.readFiles({"etc/hostname", "etc/hosts"}, 1 << 20, std::move(stop), take); !read)
        return read.error();
    const auto& [hostname, hosts] = contents;
    if (hostname && hostname->size() <= 4096) {
        const QString name = QString::fromUtf8(*hostname).trimmed().toLower();
        if (!name.isEmpty() && !name.contains(u'\n')) {
            names.insert(name);
            names.insert(name.section(u'.', 0, 0));
        }
    }
    if (!hosts)
        return names;
    for (const QByteArray& line : hosts->split('\n')) {
        const QStringList words = QString::fromUtf8(line).section(u'#', 0, 0).simplified().toLower().split(u' ');
        const bool mine =
            std::any_of(words.begin() + 1, words.end(), [&](const QString& word) { return names.contains(word); });
        if (words.size() > 1 && mine && !words[0].startsWith(u"127.") && words[0] != u"::1")
            names.insert(words.begin(), words.end());
    }
    names.erase(QString());
    names.erase(u"localhost"_s);
    return names;
}

Resolver::Resolver(const Snapshot& snapshot)
    : m_snapshot(snapshot)
{
}

Result<void> Resolver::add(const Server& server, const Host& host, std::stop_token stop)
{
    auto names = ownNames(server, host, stop);
    if (!names)
        return names.error();
    const auto root = host.look({host.path({})}, true, std::move(stop));
    if (!root)
        return root.error();
    Known& mine = m_servers[server.id];
    mine.server = &server;
    mine.host = &host;
    mine.root = host.path({});
    mine.names = std::move(names).value();
    mine.realRoot = root->front().real.empty() ? mine.root : root->front().real;
    for (const Asset& asset : m_snapshot.assets) {
        if (asset.server != server.id || asset.gone)
            continue;
        if (asset.path.isEmpty())
            mine.rest = &asset;
        else
            mine.byPath.emplace(asset.path, &asset);
    }
    return {};
}

Result<void> Resolver::learn(const std::vector<Clue>& clues, Id server, std::stop_token stop)
{
    std::map<Id, std::set<Path>> wanted;
    for (const Clue& clue : clues) {
        if (clue.kind != Clue::Kind::Path)
            continue;
        for (const Path& reading : clue.paths) {
            const auto place = placeOf(reading, server);
            const Known* on = place ? known(place->server) : nullptr;
            for (const Path& path : on ? std::vector{place->path, folderOf(place->path)} : std::vector<Path>()) {
                if (!on->seen.contains(path))
                    wanted[place->server].insert(path);
            }
        }
    }
    for (const auto& [id, paths] : wanted) {
        Known& on = m_servers.at(id);
        std::vector<std::string> absolute;
        for (const Path& path : paths)
            absolute.push_back(on.host->path(path));
        auto sights = on.host->look(absolute, true, stop);
        if (!sights)
            return sights.error();
        std::size_t next = 0;
        for (const Path& path : paths)
            on.seen.emplace(path, std::move((*sights)[next++]));
    }
    return {};
}

const Resolver::Known* Resolver::known(Id server) const
{
    const auto at = m_servers.find(server);
    return at == m_servers.end() ? nullptr : &at->second;
}

const Asset* Resolver::deepest(Id server, const Path& path) const
{
    const Known* on = known(server);
    if (!on)
        return nullptr;
    for (Path part = path; !part.isEmpty(); part = folderOf(part)) {
        const auto at = on->byPath.find(part);
        if (at != on->byPath.end())
            return at->second;
    }
    // A database's -wal is the database's.
    for (const char* suffix : {"-wal", "-shm", "-journal"}) {
        if (!path.endsWith(suffix))
            continue;
        const auto at = on->byPath.find(path.left(path.lastIndexOf('-')));
        if (at != on->byPath.end() && at->second->kind == AssetKind::Database)
            return at->second;
    }
    return on->rest;
}

std::vector<const Asset*> Resolver::below(Id server, const Path& path) const
{
    std::vector<const Asset*> found;
    const Known* on = known(server);
    if (!on || path.isEmpty())
        return found;
    for (auto at = on->byPath.lower_bound(path); at != on->byPath.end() && at->first.startsWith(path); ++at) {
        if (isWithin(view(at->first), view(path)))
            found.push_back(at->second);
    }
    return found;
}

Id Resolver::ownerOf(Id server, const Path& file) const
{
    const Asset* owner = deepest(server, file);
    const Known* on = known(server);
    if (!owner || owner != on->rest)
        return owner ? owner->id : 0;
    QByteArray name;
    for (const char* folder : {"etc/default/", "etc/", "var/lib/", "usr/local/etc/", "usr/local/bin/"}) {
        if (name.isEmpty() && file.startsWith(folder))
            name = file.mid(qsizetype(qstrlen(folder))).split('/').first();
    }
    if (name.contains('.') && !file.contains(name + '/'))
        name = name.left(name.indexOf('.'));
    const Asset* named = nullptr;
    for (const auto& [path, asset] : on->byPath) {
        if (name.isEmpty() || asset->name.toUtf8() != name)
            continue;
        if (asset->kind == AssetKind::Application)
            return asset->id;
        if (asset->kind == AssetKind::Service)
            named = asset;
    }
    return named ? named->id : owner->id;
}

/// An absolute path means what it means on that server: below its root. One that begins with the real place of a
/// server's root means that server, as long as both are on one machine.
std::optional<Resolver::Place> Resolver::placeOf(const Path& absolute, Id server) const
{
    const Known* from = known(server);
    for (const auto& [id, on] : m_servers) {
        const bool sameMachine = id == server || (on.host->isHere() && from && from->host->isHere());
        if (!sameMachine)
            continue;
        for (const std::string& root : {on.root, on.realRoot}) {
            if (root.size() > 1 && isWithin(view(absolute), root)) {
                if (const auto path = clean(absolute.mid(qsizetype(root.size()))))
                    return Place{id, *path};
            }
        }
    }
    const auto path = clean(absolute);
    return path ? std::optional(Place{server, *path}) : std::nullopt;
}

/// What learn() saw there.
const engine::Sight& Resolver::seen(const Place& place) const
{
    static const engine::Sight nothing;
    const Known* on = known(place.server);
    if (!on)
        return nothing;
    const auto found = on->seen.find(place.path);
    return found == on->seen.end() ? nothing : found->second;
}

/// The same place with links on the way followed, as far as they stay below the root.
Path Resolver::throughLinks(const Place& place) const
{
    const std::string& root = known(place.server)->realRoot;
    const std::string& real = seen(place).real;
    if (root == "/")
        return real.size() <= 1 ? place.path : QByteArray::fromStdString(real.substr(1));
    if (!isWithin(real, root) || real.size() <= root.size())
        return place.path;
    return QByteArray::fromStdString(real.substr(root.size() + 1));
}

std::optional<Path> Resolver::fileMeant(const Clue& clue, Id server) const
{
    if (clue.kind != Clue::Kind::Path)
        return {};
    for (const Path& reading : clue.paths) {
        const auto place = placeOf(reading, server);
        if (!place || place->server != server || place->path.isEmpty() || !exists(*place))
            continue;
        const Path path = throughLinks(*place);
        const engine::Sight& sight = seen(*place);
        if ((path == place->path ? sight.kind : sight.leadsTo) == 'f')
            return path;
    }
    return {};
}

bool Resolver::isMissingPath(const Clue& clue, Id server) const
{
    if (clue.kind != Clue::Kind::Path || clue.paths.empty())
        return false;
    const Path& named = clue.paths.back();
    const auto place = placeOf(named, server);
    const auto worthTelling = [](const Path& path) { return isOurs(path) && !isEverybodys(path); };
    bool worth = place && worthTelling(place->path);
    // Of another machine's tree that is a part of it, what lies beside that part is not looked at: it may well be
    // there.
    if (const Known* on = known(server); on && !on->host->isHere() && on->realRoot != "/") {
        const auto whole = clean(named);
        const bool inside = isWithin(view(named), on->root) || isWithin(view(named), on->realRoot);
        worth = inside && (worth || (whole && worthTelling(*whole)));
    }
    if (!worth)
        return false;
    // A file that its program makes when it runs is not missing, as long as its folder is there.
    return std::none_of(clue.paths.begin(), clue.paths.end(), [&](const Path& reading) {
        const auto read = placeOf(reading, server);
        return read && (exists(*read) || exists({read->server, folderOf(read->path)}));
    });
}

std::vector<Answer> Resolver::resolvePath(const Clue& clue, Id server, const Path& file) const
{
    std::optional<Place> place;
    for (const Path& reading : clue.paths) {
        auto read = placeOf(reading, server);
        if (read && !read->path.isEmpty() && exists(*read)) {
            place = std::move(read);
            break;
        }
    }
    const bool there = place.has_value();
    if (!there) {
        // "__DIR__ . '/../data/x.db'" and "%dir%/data/x.db" look absolute and are not.
        for (const Path& reading : clue.paths) {
            if (!isDatabaseName(reading))
                continue;
            if (auto found = resolveDatabase(reading.mid(1), 70, server, file); !found.empty())
                return found;
        }
        place = placeOf(clue.paths.back(), server);
    }
    if (!place || place->path.isEmpty())
        return {};
    const Path path = there ? throughLinks(*place) : place->path;
    const Asset* asset = deepest(place->server, path);
    const Known* on = known(place->server);
    if (asset && asset != on->rest)
        return {answerFor(*asset, there ? clue.confidence + 5 : clue.confidence - 25)};
    if (isEverybodys(path) || !there)
        return {};
    const auto inside = below(place->server, path);
    if (!inside.empty()) {
        // A folder that holds assets: "/srv/shares" in a backup script needs them all; "/srv" says nothing.
        if (!path.contains('/') || inside.size() > maxBelow)
            return {};
        std::vector<Answer> answers;
        for (const Asset* one : inside)
            answers.push_back(answerFor(*one, 60));
        return answers;
    }
    if (!asset || !isOurs(path))
        return {};
    return {answerFor(*asset, 60)};
}

/// Beside the file, in the folders above it within its asset, then by a name that only one database has.
std::vector<Answer> Resolver::resolveDatabase(const Path& name, int confidence, Id server, const Path& file) const
{
    const Known* on = known(server);
    if (!on)
        return {};
    Path folder = folderOf(file);
    for (int up = 0; up < 8; ++up) {
        const auto path = clean(folder + '/' + name);
        const auto at = path ? on->byPath.find(*path) : on->byPath.end();
        if (at != on->byPath.end() && at->second->kind == AssetKind::Database)
            return {answerFor(*at->second, confidence)};
        if (folder.isEmpty())
            break;
        folder = folderOf(folder);
    }
    const Asset* only = nullptr;
    for (const auto& [path, asset] : on->byPath) {
        if (asset->kind != AssetKind::Database || baseOf(path) != baseOf(name))
            continue;
        if (only)
            return {};
        only = asset;
    }
    return only ? std::vector<Answer>{answerFor(*only, 60)} : std::vector<Answer>{};
}

std::vector<Answer> Resolver::resolveUnit(const Clue& clue, Id server) const
{
    const Known* on = known(server);
    const Path name = clue.host.toUtf8();
    for (const auto& [path, asset] : on->byPath) {
        if ((asset->kind == AssetKind::Service || asset->kind == AssetKind::Task) && baseOf(path) == name) {
            Answer answer = answerFor(*asset, clue.confidence);
            answer.kind = u"service"_s;
            return {answer};
        }
    }
    return {}; // a unit of the system, not one of ours
}

Answer Resolver::outside(const Clue& clue)
{
    Answer answer;
    answer.confidence = clue.confidence;
    answer.toName = clue.port > 0 ? clue.host + u':' + QString::number(clue.port) : clue.host;
    switch (clue.kind) {
    case Clue::Kind::Connection:
        answer.kind = u"connection"_s;
        break;
    case Clue::Kind::Url:
        answer.kind = u"url"_s;
        break;
    case Clue::Kind::Remote:
        answer.kind = u"remote-folder"_s;
        break;
    case Clue::Kind::Host:
        answer.kind = u"host"_s;
        break;
    default:
        answer.kind = u"address"_s;
        break;
    }
    return answer;
}

std::vector<Answer> Resolver::resolve(const Clue& clue, Id server, const Path& file) const
{
    if (!known(server))
        return {};
    switch (clue.kind) {
    case Clue::Kind::Path:
        return resolvePath(clue, server, file);
    case Clue::Kind::Database:
        return clue.paths.empty() ? std::vector<Answer>{}
                                  : resolveDatabase(clue.paths.front(), clue.confidence, server, file);
    case Clue::Kind::Unit:
        return resolveUnit(clue, server);
    default:
        break;
    }
    // Where to listen is a need only when it is the old server's own address, which the new one does not have.
    if (clue.listening && !known(server)->names.contains(clue.host))
        return {};
    // A share of a server that we know, by that server's name.
    for (const auto& [id, on] : m_servers) {
        if (clue.kind != Clue::Kind::Remote || on.server->name.compare(clue.host, Qt::CaseInsensitive) != 0)
            continue;
        const QString share = clue.share.section(u'/', -1);
        for (const auto& [path, asset] : on.byPath) {
            if (asset->kind == AssetKind::Share && asset->name.compare(share, Qt::CaseInsensitive) == 0)
                return {{asset->id, asset->name, u"remote-folder"_s, clue.confidence}};
        }
    }
    return {outside(clue)};
}

} // namespace bascule::dependencies
