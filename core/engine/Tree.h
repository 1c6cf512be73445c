// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Counters.h"
#include "core/engine/Result.h"
#include "core/engine/Stat.h"

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace bascule::engine {

/// What a walk with WalkOptions::traits finds out about an entry beside its own facts; bits of TreeEntry::traits.
enum Trait : std::uint8_t {
    HasAcl = 1,        ///< access or default ACL
    HasUserXattrs = 2, ///< extended attributes of users, or more names than are looked at
    HasCapability = 4, ///< of a program
    IsClosed = 8,      ///< a file that this user may not read
    IsBrokenLink = 16, ///< leads nowhere, neither from the root of the tree nor from that of the machine
    LeavesTree = 32,   ///< a symlink to something outside of the tree
    AllTraits = 63,
};

/// One entry met by walk(). `path` is relative to the root, bytes.
struct TreeEntry
{
    std::string path;
    char kind = 'f'; ///< 'f' file, 'd' folder, 'l' symlink, 'p' fifo, 's' socket, 'b' and 'c' device
    std::uint32_t mode = 0;
    std::uint32_t uid = 0, gid = 0;
    std::int64_t size = 0, blocks = 0;                  ///< bytes; 512-byte blocks
    std::int64_t mtimeNs = 0, ctimeNs = 0, atimeNs = 0; ///< since 1970, UTC
    std::uint64_t device = 0, inode = 0, links = 1;
    std::string linkTarget;  ///< of a symlink
    std::uint8_t traits = 0; ///< with WalkOptions::traits
    std::string head;        ///< with WalkOptions::traits: the first bytes of a SQLite database, whole pages long
};

struct WalkOptions
{
    std::vector<std::string> excludes;
    bool oneFileSystem = true;
    /// Also looks at attributes, at where symlinks lead, and into what may be a database.
    bool traits = false;
};

/// Something below the root that could not be read, with a code ("path.denied", "mount.boundary", …).
struct Unreadable
{
    std::string path;
    std::string reason;
};

/// Walks a tree without following links and without opening anything but folders (and, for traits, the
/// files that may be databases). `visit` is called on the calling
/// thread, parents before children; return false to stop. Errors are those of the root; others are collected.
Result<std::vector<Unreadable>> walk(const std::string& root, const WalkOptions& options, std::stop_token stop,
                                     const std::function<bool(const TreeEntry&)>& visit);

/// What a tree looked like at one moment, without contents: kinds, sizes, modes, owners, times (ctime too), inodes.
/// Two equal fingerprints of one tree mean that nothing was written meanwhile (ctime cannot be set back by a user).
struct Fingerprint
{
    std::string hash; ///< 32 hex digits
    std::int64_t entries = 0;
    std::int64_t bytes = 0;
    std::int64_t newestCtimeNs = 0;
};
Result<Fingerprint> fingerprint(const std::string& root, const WalkOptions& options, std::stop_token stop);

/// XXH3-128 of a file's contents as 32 hex digits. Bumps counters.bytesDone.
Result<std::string> hashFile(const std::string& path, Counters& counters, std::stop_token stop);

/// The absolute path with symlinks and dots resolved.
Result<std::string> realPath(const std::string& path);

/// Writes bytes so that the path is at all times absent, old, or complete: O_EXCL temporary beside it, fsync,
/// renameat2, fsync of the folder. Keeps nothing of the old file's metadata; `mode` is what it gets.
Result<void> writeFileDurably(const std::string& path, const std::string& bytes, std::uint32_t mode = 0644);

/// The same for a file that is there: the new one gets its owner, mode and extended attributes; with `modified` also
/// that time. Error besides: "metadata.not-kept" when it could not get them (nothing was changed then).
Result<void> replaceFileDurably(const std::string& path, const std::string& bytes, const Time* modified = nullptr);

/// Points the symlink `link` at `target` in one step (a new link beside it, renamed over it, folder synced).
/// Refuses ("path.not-a-link") when `link` exists and is no symlink.
Result<void> replaceSymlink(const std::string& link, const std::string& target);

} // namespace bascule::engine
