// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/HostFiles.h"
#include "core/engine/Tree.h"
#include "core/project/Values.h"

#include <memory>

namespace bascule {

/// A server as we reach it. Local folders and, later, SSH behave alike behind it. Used by jobs on their threads;
/// blocking.
class Host
{
public:
    virtual ~Host() = default;

    /// The path that the engine is given for `relative` (to the server's root; absolute paths stay as they are).
    virtual std::string path(const Path& relative) const = 0;
    /// At most `limit` bytes of a regular file; never follows a symlink out of the root, never blocks on a fifo.
    /// Errors: "path.missing", "path.denied", "file.too-big", "path.not-a-file", "path.outside-root".
    virtual Result<QByteArray> readFile(const Path& relative, qint64 limit) const = 0;
    virtual Result<std::vector<engine::Unreadable>>
    walk(const Path& relative, const engine::WalkOptions& options, std::stop_token stop,
         const std::function<bool(const engine::TreeEntry&)>& visit) const = 0;
    /// Bytes and inodes free where `relative` is.
    struct Space
    {
        qint64 bytesFree = 0, bytesTotal = 0, inodesFree = 0;
        bool readOnly = false;
    };
    virtual Result<Space> space(const Path& relative) const = 0;
    virtual bool exists(const Path& relative) const = 0;
};

/// The host of a server, checked: "server.folder-missing", "server.folder-denied", "path.not-a-folder";
/// "server.ssh-later" for one over SSH.
Result<std::unique_ptr<Host>> hostFor(const Server& server);

} // namespace bascule
