// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Result.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>

namespace bascule::engine {

// What is asked about a server's files one at a time; the same on this machine and in the helper. Any thread, blocking.

/// At most `limit` bytes of a regular file below `root`; never follows a link out of the root, never blocks on a fifo.
/// An absolute `path` is read as it is. Errors (subject: the whole path): "path.missing", "path.denied",
/// "file.too-big" (params bytes), "path.not-a-file", "path.outside-root".
Result<std::string> readFileBelow(const std::string& root, const std::string& path, std::int64_t limit);

/// Room on the file system that a path lies on.
struct Space
{
    std::int64_t bytesFree = 0, bytesTotal = 0, inodesFree = 0;
    bool readOnly = false;
};
Result<Space> spaceAt(const std::string& path);

/// Whether anything has that name; links are not followed.
bool existsAt(const std::string& path);

/// What the system says of one path; nothing when there is none.
struct FileFacts
{
    char kind = 'f'; ///< as in TreeEntry
    std::uint32_t mode = 0, uid = 0, gid = 0;
    std::int64_t size = 0, blocks = 0; ///< bytes; 512-byte blocks
    std::int64_t mtimeNs = 0, ctimeNs = 0;
    std::uint64_t device = 0, inode = 0, links = 1;
};
Result<std::optional<FileFacts>> factsAt(const std::string& path, bool followLinks);

/// Whether there is a folder that can be read, and (when asked) written to: "path.missing", "path.denied",
/// "path.not-a-folder".
Result<void> folderAt(const std::string& path, bool written);

/// The text of a symlink, empty when there is none. Error: "path.not-a-link" for anything else.
Result<std::string> linkTextAt(const std::string& link);
/// Gives a symlink the text that it had before; empty: it is removed. Errors as replaceSymlink().
Result<void> restoreLinkAt(const std::string& link, const std::string& before);

/// Makes a folder and those above it that are missing.
Result<void> makeFoldersAt(const std::string& path);

/// Removes a tree of ours, links in it unfollowed: part of its path must be a name that begins with ".bascule".
/// Nothing there is no error. Errors: "path.not-ours", system codes.
Result<void> removeOursAt(const std::string& path, std::stop_token stop);

} // namespace bascule::engine
