// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Result.h"

#include <cstdint>
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

} // namespace bascule::engine
