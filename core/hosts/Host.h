// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Compare.h"
#include "core/engine/FolderProbe.h"
#include "core/engine/Freeze.h"
#include "core/engine/HostFiles.h"
#include "core/engine/HostLook.h"
#include "core/engine/Sync.h"
#include "core/engine/Tree.h"
#include "core/engine/wire/Message.h"
#include "core/project/Values.h"

#include <map>
#include <memory>
#include <mutex>
#include <set>

namespace bascule {

class SshConnections;
struct SshAddress;
namespace engine::wire {
class Helper;
}

/// Whether an error is of the way to a server (its link, its helper, the login), or a stop, and none of a file there.
bool isOfTheWay(const Error& error);

/// A server as we reach it: a folder of this machine that stands for one, or another machine over SSH, where a helper
/// does the same. Used by jobs on their threads, several at once; blocking; honours stops within 2 s ("cancelled").
/// Errors of a server's path have it as "name:/path" where the server is another machine.
class Host
{
public:
    virtual ~Host() = default;

    virtual bool isHere() const = 0; ///< paths are of this machine
    const QString& name() const { return m_name; }
    /// The path that the engine is given for `relative` (to the server's root; absolute paths stay as they are).
    std::string path(const Path& relative) const;
    /// "/srv/share", or "old:/srv/share" where that is another machine.
    QString shown(const std::string& path) const;

    /// At most `limit` bytes of a regular file; never follows a symlink out of the root, never blocks on a fifo.
    /// Errors: "path.missing", "path.denied", "file.too-big", "path.not-a-file", "path.outside-root".
    virtual Result<QByteArray> readFile(const Path& relative, qint64 limit, std::stop_token stop = {}) const = 0;
    /// As engine::walk().
    virtual Result<std::vector<engine::Unreadable>>
    walkTree(const std::string& path, const engine::WalkOptions& options, std::stop_token stop,
             const std::function<bool(const engine::TreeEntry&)>& visit) const = 0;
    Result<std::vector<engine::Unreadable>> walk(const Path& relative, const engine::WalkOptions& options,
                                                 std::stop_token stop,
                                                 const std::function<bool(const engine::TreeEntry&)>& visit) const
    {
        return walkTree(path(relative), options, std::move(stop), visit);
    }
    using Space = engine::Space;
    Result<Space> space(const Path& relative) const { return spaceAt(path(relative)); }

    // Of absolute paths on that server, as the functions of the same name in core/engine.
    Result<Space> spaceAt(const std::string& path) const;
    Result<std::optional<engine::FileFacts>> factsAt(const std::string& path, bool followLinks = false) const;
    Result<void> folderAt(const std::string& path, bool written) const;
    Result<std::string> realPath(const std::string& path) const;
    Result<std::string> linkTextAt(const std::string& link) const;
    Result<void> replaceSymlink(const std::string& link, const std::string& target) const;
    Result<void> restoreLinkAt(const std::string& link, const std::string& before) const;
    Result<std::optional<engine::FreezeLock>> frozenBy(const std::string& root) const;
    Result<void> freeze(const std::string& root, const engine::FreezeLock& lock) const;
    Result<void> thaw(const std::string& root, const std::string& owner) const;
    Result<void> makeFoldersAt(const std::string& path) const;
    Result<void> removeOursAt(const std::string& path, std::stop_token stop = {}) const;
    /// At most 48 KiB.
    Result<void> writeFileDurably(const std::string& path, const std::string& bytes, std::uint32_t mode = 0644) const;
    Result<engine::Fingerprint> fingerprint(const std::string& path, const engine::WalkOptions& options,
                                            std::stop_token stop) const;
    Result<std::string> hashFile(const std::string& path, std::stop_token stop) const;
    /// As engine::sqlite::isDatabase().
    Result<bool> isDatabase(const std::string& path) const;

    /// Has one of core/engine/wire/Operations.h done there.
    Result<engine::wire::Message> ask(const engine::wire::Message& call, std::stop_token stop = {}) const
    {
        return perform(call, std::move(stop));
    }

    /// What a room keeps about this server for as long as this host lives: made when it is first asked for.
    template <class T>
    std::shared_ptr<T> kept(const std::string& name) const
    {
        const std::lock_guard lock(m_keptMutex);
        std::shared_ptr<void>& one = m_kept[name];
        if (!one)
            one = std::make_shared<T>();
        return std::static_pointer_cast<T>(one);
    }

    /// How it is reached over SSH; nothing where it is not.
    struct Reach
    {
        SshConnections* connections;
        const SshAddress* address;
        bool sudo;
    };
    virtual std::optional<Reach> reach() const { return {}; }

    // Of many paths at once, in as few questions as it takes (core/hosts/HostReading.cpp).

    /// What absolute paths turn out to be, in their order; `real`: also where links lead. Errors are those of the way
    /// to the server: what cannot be seen there is not there.
    Result<std::vector<engine::Sight>> look(const std::vector<std::string>& paths, bool real,
                                            std::stop_token stop) const;
    /// readFile() of each; `take` gets what was read or why it was not, in order, on this thread. The error is that of
    /// the way to the server, or "cancelled".
    Result<void> readFiles(const std::vector<Path>& relative, qint64 limit, std::stop_token stop,
                           const std::function<void(std::size_t index, Result<QByteArray>&& content)>& take) const;
    /// Hashes as of engine::hashUnfollowed() of files below a folder, in their order; empty where one cannot be read.
    Result<std::vector<std::string>> hashFiles(const std::string& folder, const std::vector<std::string>& relative,
                                               std::stop_token stop) const;
    /// Who works there.
    Result<engine::Account> account(std::stop_token stop) const;
    struct Accounts
    {
        std::set<std::uint32_t> users, groups;
    };
    /// Those of them that the server knows.
    Result<Accounts> knownAccounts(const Accounts& asked, std::stop_token stop) const;
    Result<engine::FolderProbe> probeFolder(const std::string& path, std::stop_token stop) const;

    /// What came of a file that was fetched.
    struct Fetched
    {
        std::int64_t bytes = 0; ///< that are here
        std::int64_t size = 0;  ///< of the whole file
    };
    /// Brings the first `limit` bytes of a regular file here, into a new file of mode 0600 with the original's time,
    /// checked against the hash of what was sent. Links at its end are followed. Bumps counters.bytesDone. Errors:
    /// "path.not-a-file", "fetch.changed", "fetch.altered", system codes of both ends (EEXIST when `target` is there);
    /// nothing that was begun is left then.
    Result<Fetched> fetchFile(const std::string& path, const std::string& target, std::int64_t limit,
                              engine::Counters& counters, std::stop_token stop) const;

    /// A helper of one's own for a transfer; none on this machine. Given back when the last copy goes.
    virtual Result<std::shared_ptr<engine::wire::Helper>> helper(std::stop_token stop) const = 0;

protected:
    Host(QString name, std::string root)
        : m_name(std::move(name))
        , m_root(std::move(root))
    {
    }
    /// Has one of core/engine/wire/Operations.h done there.
    virtual Result<engine::wire::Message> perform(const engine::wire::Message& call, std::stop_token stop) const = 0;
    const std::string& root() const { return m_root; }
    /// As callers of ours see an error of a helper: with the server's name.
    Error named(Error error) const;

private:
    Result<void> order(const engine::wire::Message& call, std::stop_token stop = {}) const;

    QString m_name;
    std::string m_root;
    mutable std::mutex m_keptMutex;
    mutable std::map<std::string, std::shared_ptr<void>> m_kept;
};

using HostPtr = std::shared_ptr<const Host>;

/// This machine as it is, root "/".
HostPtr thisMachine();

/// The host of a server, for one job (whose `stop` ends what is asked of it), checked: "server.folder-missing",
/// "server.folder-denied", "path.not-a-folder"; of one over SSH also "server.not-connected" (nobody gave
/// `connections`), those of SshConnections::helper(), "server.remote-folder-missing" and "server.remote-folder-denied".
Result<HostPtr> hostFor(const Server& server, SshConnections* connections = nullptr, std::stop_token stop = {});

/// A server over SSH that nothing was asked of yet. `stop` ends what is asked without a token of its own.
HostPtr sshHost(SshConnections& connections, const SshAddress& address, bool sudo, QString name, std::string root,
                std::stop_token stop);

/// A host that works through any helper, for tests and for hostFor(). `connect` answers a helper for one call or one
/// transfer; after a link was lost it is asked again. `stop` ends what is asked without a token of its own.
using HelperSource = std::function<Result<std::shared_ptr<engine::wire::Helper>>(std::stop_token)>;
HostPtr hostOver(HelperSource connect, QString name, std::string root, std::stop_token stop = {});

/// A place on a server or on this machine. Cheap to copy.
struct HostPath
{
    HostPtr host;
    std::string path; ///< absolute, bytes

    HostPath() = default;
    /// A path of this machine.
    HostPath(std::string here)
        : host(thisMachine())
        , path(std::move(here))
    {
    }
    HostPath(HostPtr where, std::string there)
        : host(std::move(where))
        , path(std::move(there))
    {
    }
    bool empty() const { return path.empty(); }
    bool isHere() const { return !host || host->isHere(); }
    const Host& at() const { return host ? *host : *thisMachine(); }
    /// Below this one.
    HostPath operator/(const std::string& relative) const
    {
        return relative.empty() ? *this : HostPath(host, path + '/' + relative);
    }
    QString shown() const { return at().shown(path); }
};

/// Which way data goes between two servers.
enum class TransferWay { Best, Direct, Relay };
template <>
struct EnumNames<TransferWay>
{
    static constexpr std::array names{"best", "direct", "relay"};
};

/// The way that was taken: Best where only one server, or none, takes part.
struct WayTaken
{
    TransferWay way = TransferWay::Best;
    std::optional<Error> why; ///< of a relay that was not asked for: what speaks against the direct way ("direct.…")
};

/// What a caller wants of a transfer beside its result, and learns on the way.
struct TransferWatch
{
    TransferWay way = TransferWay::Best;
    WayTaken* taken = nullptr;
    /// Called in the transfer's thread before a lost connection is made again ("transfer.reconnecting").
    std::function<void(const Error&)> onReconnect;
};

// Between any two places. Where both are on servers the data goes straight from one to the other if that is possible
// (see Direct.h), else through this machine. Lost connections are
// made again, and the transfer goes on where it was.

/// As engine::sync(); errors besides: with TransferWay::Direct "direct.…".
Result<engine::SyncReport> syncPlaces(const HostPath& source, const HostPath& target,
                                      const engine::SyncOptions& options, engine::Counters& counters,
                                      std::stop_token stop,
                                      const std::function<void(const engine::SyncAction&)>& onAction = {},
                                      const TransferWatch& watch = {});
/// As engine::compare().
Result<engine::CompareReport> comparePlaces(const HostPath& left, const HostPath& right,
                                            const engine::CompareOptions& options, engine::Counters& counters,
                                            std::stop_token stop);

} // namespace bascule
