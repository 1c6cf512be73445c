// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hosts/Host.h"

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace bascule::inventory {

/// What lies directly in one folder.
struct Folder
{
    std::string path;
    int parent = -1;
    qint64 entries = 0;
    qint64 files = 0; ///< everything but folders
    qint64 bytes = 0;
    qint64 newestNs = 0;             ///< 0: nothing
    qint64 archives = 0, others = 0; ///< regular files that are archives, and that are neither archive nor companion
    qint64 dated = 0;                ///< archives with a day in their name
};

/// A single file that is an asset by itself: a database (with its sidecars), a task, a service.
struct SpecialFile
{
    AssetKind kind = AssetKind::Database;
    std::string path;
    int folder = 0;
    qint64 files = 1;
    qint64 bytes = 0;
    qint64 newestNs = 0;
    QString version;
};

/// What a note belongs to: a folder's index, or ~index of a special file.
using Slot = int;

/// Something seen a number of times at one place.
struct Sighting
{
    qint64 count = 0;
    std::set<std::string> examples; ///< the first few in path order, so that two runs say the same
    void add(const std::string& path, qint64 times = 1);
};
void merge(Sighting& into, const Sighting& more);

/// One look at a whole tree: every entry is counted exactly once. Memory grows with folders, databases and links, not
/// with files. Used on one thread.
class Survey
{
public:
    /// Reads the server's own list of accounts, where its tree holds one. Errors: those of the way to the server.
    static Result<Survey> begin(const Host& host, std::stop_token stop = {});
    /// What the walk must find out for visit().
    static engine::WalkOptions options();

    /// Of walk(); bumps nothing, opens nothing.
    bool visit(const engine::TreeEntry& entry);
    /// After the walk: settles what needs the whole tree (links, sidecars, huge folders), and asks the server which of
    /// the owners it knows. Errors: those of the way to the server.
    Result<void> finish(std::stop_token stop = {});

    std::vector<Folder> folders; ///< [0] is the root
    std::vector<SpecialFile> specials;
    std::map<std::pair<std::string, Slot>, Sighting> sightings; ///< by code and place
    std::map<int, Sighting> deniedFiles;                        ///< files that this user may not read, by folder

    /// Hard-link groups, for what crosses assets: only groups of more than one name.
    struct Linked
    {
        std::string first;
        Slot slot;
        std::vector<std::pair<std::string, Slot>> others;
        bool leaves; ///< some of its names are not below the root
    };
    std::vector<Linked> linked() const;

private:
    struct LinkGroup
    {
        qint64 links = 0, seen = 0, bytes = 0;
        std::string first; ///< the smallest path
        Slot slot = 0;
        std::vector<std::pair<std::string, Slot>> others;
    };
    struct Sidecar
    {
        std::string path;
        int folder;
        qint64 bytes, newestNs;
    };

    Survey();
    int folderIndex(std::string_view path);
    Slot countFile(const engine::TreeEntry& entry, int folder);
    void noteContent(const engine::TreeEntry& entry, Slot slot);
    void note(const char* code, Slot slot, const std::string& path) { sightings[{code, slot}].add(path); }
    void noteName(const std::string& path, int folder, Slot slot);
    void noteMode(const engine::TreeEntry& entry, Slot slot);
    void noteTraits(const engine::TreeEntry& entry, Slot slot);
    void noteOwner(const engine::TreeEntry& entry, Slot slot);
    void settleSidecars();
    Result<void> settleOwners(const std::stop_token& stop);

    const Host* m_host = nullptr;
    std::unordered_map<std::string, int> m_folderByPath;
    std::string m_lastFolder;
    int m_lastIndex = 0;
    std::map<std::pair<quint64, quint64>, LinkGroup> m_links;
    std::vector<Sidecar> m_sidecars;
    std::unordered_set<quint64> m_folded; ///< hashes of folder and folded name
    bool m_ownPasswd = false; ///< what its tree's list does not name is unknown; else the server is asked in the end
    std::set<std::uint32_t> m_users, m_groups;
    using Owner = std::pair<std::uint32_t, std::uint32_t>; ///< user and group
    std::map<Owner, std::map<Slot, Sighting>> m_unlisted;  ///< what belongs to whom the lists do not name
};

/// "SQLite 3.40.1" by the first bytes of a file; empty when it is no SQLite database.
QString sqliteVersion(const QByteArray& head);
} // namespace bascule::inventory
