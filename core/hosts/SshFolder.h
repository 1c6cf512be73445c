// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Base.h"

#include <memory>

namespace bascule {

/// A private folder (0700, ours) for the sockets of this process's connections, with a path short enough for them.
/// Removed at the end; what a killed process left behind, its connections included, is cleared by the next one.
class SshFolder
{
public:
    /// "ssh.no-private-folder".
    static Result<std::unique_ptr<SshFolder>> make();
    ~SshFolder();
    SshFolder(const SshFolder&) = delete;
    SshFolder& operator=(const SshFolder&) = delete;

    const QByteArray& path() const { return m_path; }

private:
    SshFolder(QByteArray path, int lock);
    QByteArray m_path;
    int m_lock; ///< flock'ed while we live: who can lock it finds a folder nobody needs
};

} // namespace bascule
