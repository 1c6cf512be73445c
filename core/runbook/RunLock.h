// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/hosts/FolderHold.h"
#include "core/project/Values.h"

#include <memory>
#include <string>
#include <vector>

namespace bascule {

/// Keeps two operators from running on one project, or on one server's folder, at the same time. Held by flock() on
/// files in `$BASCULE_STATE_DIR/runs` (default `$XDG_STATE_HOME/bascule`, `~/.local/state/bascule`), so that the kernel
/// lets go when the process dies. Who holds it stands in the file. A folder is also held itself, with
/// engine::holdFolder(): one on a server by a helper, one of this machine by us, so that whoever comes over SSH and
/// whoever works on the server itself, with whatever state folder, meet each other.
class RunLock
{
public:
    /// Takes all or none. `roots` are folders, named by device and inode. Errors: "run.locked" (params pid, host,
    /// since; subject: what is held), "cancelled", system codes, those of reaching a server.
    static Result<std::unique_ptr<RunLock>> take(const QString& projectFile, const std::vector<HostPath>& roots,
                                                 const QString& purpose, const Clock& clock, std::stop_token stop = {});
    ~RunLock();
    RunLock(const RunLock&) = delete;
    RunLock& operator=(const RunLock&) = delete;

    /// Who holds a project now, as params of "run.locked"; empty when nobody.
    static QJsonObject holder(const QString& projectFile);

private:
    RunLock() = default;
    std::vector<int> m_files;
    std::vector<std::unique_ptr<FolderHold>> m_holds;
};

/// The folder for what must survive a crash but belongs to no project file.
std::string stateFolder();

} // namespace bascule
