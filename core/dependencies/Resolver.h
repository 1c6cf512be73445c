// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dependencies/Clues.h"
#include "core/hosts/Host.h"
#include "core/project/Snapshot.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace bascule::dependencies {

/// Names and addresses that mean the server itself, lower case: its name in the project, etc/hostname, etc/hosts.
/// Errors: those of the way to the server.
Result<std::set<QString>> ownNames(const Server& server, const Host& host, std::stop_token stop = {});

/// What a clue turns out to be: an asset, or a name outside.
struct Answer
{
    Id to = 0;
    QString toName;
    QString kind; ///< "sqlite", "path", "service", "connection", "url", "remote-folder", "address", "host"
    int confidence = 0;
};

/// Knows the assets of some servers by place and by name. Writes nothing. What clues name is looked up with learn(),
/// many at once, before it is asked for: a question to a server takes its time. Used on one thread; the snapshot must
/// outlive it.
class Resolver
{
public:
    explicit Resolver(const Snapshot& snapshot);

    /// A server whose files can be asked for; others are only known by name. Errors: those of the way to it.
    Result<void> add(const Server& server, const Host& host, std::stop_token stop = {});

    /// Looks up what the clues found on `server` may point at. Errors: those of the way to the servers.
    Result<void> learn(const std::vector<Clue>& clues, Id server, std::stop_token stop = {});

    /// Whose file that is: the deepest asset, or, for etc/NAME of the rest, the application or service of that name.
    Id ownerOf(Id server, const Path& file) const;
    /// What a clue found in `file` of `server` points at; empty when it points at nothing we should speak of. Several
    /// when it names a folder that holds several assets.
    std::vector<Answer> resolve(const Clue& clue, Id server, const Path& file) const;
    /// The path relative to the server's root that the clue's longest existing reading means, if it is a regular file.
    std::optional<Path> fileMeant(const Clue& clue, Id server) const;
    /// The clue is a path into the server's own places, and neither it nor its folder is there.
    bool isMissingPath(const Clue& clue, Id server) const;

private:
    struct Place
    {
        Id server = 0;
        Path path; ///< relative, clean
    };
    struct Known
    {
        const Server* server = nullptr;
        const Host* host = nullptr;
        std::string root, realRoot;
        std::map<Path, const Asset*> byPath; ///< present assets but the rest
        const Asset* rest = nullptr;
        std::set<QString> names;            ///< its own
        std::map<Path, engine::Sight> seen; ///< what was looked up
    };

    const Known* known(Id server) const;
    std::optional<Place> placeOf(const Path& absolute, Id server) const;
    const engine::Sight& seen(const Place& place) const;
    bool exists(const Place& place) const { return seen(place).isThere(); }
    Path throughLinks(const Place& place) const;
    const Asset* deepest(Id server, const Path& path) const;
    std::vector<const Asset*> below(Id server, const Path& path) const;
    std::vector<Answer> resolvePath(const Clue& clue, Id server, const Path& file) const;
    std::vector<Answer> resolveDatabase(const Path& name, int confidence, Id server, const Path& file) const;
    std::vector<Answer> resolveUnit(const Clue& clue, Id server) const;
    static Answer outside(const Clue& clue);

    const Snapshot& m_snapshot;
    std::map<Id, Known> m_servers;
};

} // namespace bascule::dependencies
