// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Hash.h"
#include "core/engine/Inspection.h"
#include "core/engine/Manifest.h"
#include "core/engine/Sha256.h"

#include <optional>
#include <string>
#include <string_view>

/// How a manifest is written. Plain text, a line each ended by a newline, fields apart by one space, every byte but
/// printable ASCII (and ' ', '%' and '=') as %XX:
///
///     bascule-manifest 1
///     hash xxh3-128                       or sha-256
///     root host:/srv/share                where it was, for people
///     made 2026-11-22T11:12:31Z
///     exclude *.tmp                       one a glob
///     paths
///     d . mode=0755 uid=0 gid=0 mtime=1700000000.000000000
///     f a/b mode=0644 uid=0 gid=0 mtime=1700000000.123456789 size=3 group=1 xattr:user.x=y hash=…
///     end
///     entries 1                           without the root
///     bytes 3                             of files
///     not-read 0
///     root-hash …                         over the lines between "paths" and "end"
///     file-hash …                         over everything before this line
///
/// The first letter is the kind (as in TreeEntry), '?' of what could not be looked at, '!' of a folder of which not
/// all names could be read (after those that could). Paths come a folder before what is in it, and beside each other in
/// the order of their names' bytes: as a walk meets them, so that a tree of any size is compared as it is read. Names
/// of one inode have one group, numbered as they are met. A folder's size, inodes, times of access and of inode changes
/// are not there: a true copy has others. So two equal trees have one root hash.
///
/// With sha-256 a file's hash is that of its bytes. With xxh3-128 it is the engine's own (see SparseHasher): over the
/// offset, as 64 bits, and the bytes of each 64 KiB block that is not all zeros, and over the file's size.
///
/// There is one way to write a tree down: what a reader would write otherwise than it stands there, it refuses.
namespace bascule::engine::manifest {

inline constexpr std::string_view kFirstLine = "bascule-manifest 1";
inline constexpr std::string_view kPaths = "paths";
inline constexpr std::string_view kEnd = "end";
inline constexpr std::size_t kMostLine = 5 * 1024 * 1024;
/// Walks by folders go deeper than the kernel's 4096 bytes; but each line has its whole path.
inline constexpr std::size_t kMostPath = 64 * 1024;
inline constexpr std::size_t kMostExcludes = 10'000;

/// Of lines; the manifest's kind of hash.
class LineDigest
{
public:
    explicit LineDigest(ManifestHash kind);
    void add(std::string_view bytes);
    /// The hash in hex digits; begins anew.
    std::string take();

private:
    ManifestHash m_kind;
    Hasher m_fast;
    Sha256 m_slow;
};

/// A path with what is known of it. `one.name` is not used; `one.stat` has just what a manifest keeps.
struct Line
{
    std::string path; ///< empty for the root
    Inspected one;    ///< Kind::End: not all names of the folder could be read
    std::uint64_t group = 0;
};

std::string escaped(std::string_view bytes);
/// Nothing when it is not what escaped() writes.
std::optional<std::string> unescaped(std::string_view text);

/// A name, a space, a value.
std::string field(std::string_view name, std::string_view value);
std::string timeText(std::int64_t seconds); ///< as "made" has it
std::string hashName(ManifestHash hash);
/// The lines up to "paths", with it.
std::string headerText(const ManifestHeader& header);

/// Without the newline.
std::string lineText(const Line& line, ManifestHash hash);
/// False when it is no line that lineText() writes.
bool parseLine(std::string_view text, ManifestHash hash, Line& line);

/// Whether a path stays below the root, by components of names: no "..", no empty ones.
bool isSafe(std::string_view path);
/// The order of paths in a manifest: −1, 0, 1.
int order(std::string_view a, std::string_view b);

/// What keeps the entry from being known as a whole, as codes; nothing of most.
std::vector<std::string> troubles(const Inspected& one);

} // namespace bascule::engine::manifest
