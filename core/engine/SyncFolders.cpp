// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Folder.h"
#include "core/engine/SyncRun.h"

#include <cerrno>

namespace bascule::engine {

/// Something in the folder is done. The last one gives the folder its attributes and lets its parent go on.
void SyncRun::release(FolderNode* node, std::int64_t count)
{
    while (node != nullptr && node->pending.fetch_sub(count) == count) {
        finishFolder(node);
        FolderNode* parent = node->parent;
        delete node;
        node = parent;
        count = 1;
    }
}

void SyncRun::finishFolder(FolderNode* node)
{
    const bool isRoot = node->parent == nullptr;
    if (!isRoot)
        done(1, 0);
    if (m_options.dryRun || !node->inTarget || stopping())
        return;
    const bool differs = !node->existed || node->attributesDiffer;
    if (!differs && !node->touched) {
        const std::lock_guard lock(m_reportMutex);
        if (!isRoot)
            ++m_report.unchanged;
        return;
    }
    const std::string path = node->path();
    const Fd target = openFolder(m_target.get(), path);
    if (!target) {
        failOrSkip(errno, path, "open");
        return;
    }
    Present have;
    Xattrs want;
    const bool isHere = !node->unreadable && m_remote == nullptr;
    const Fd source = isHere ? openFolder(m_source.get(), path) : Fd();
    if (node->xattrs)
        want = *node->xattrs;
    int error = statFd(target.get(), have.stat);
    if (error == 0)
        error = Place::opened(target.get()).read(have.xattrs);
    if (error == 0 && source)
        error = Place::opened(source.get()).read(want);
    std::vector<Lost> lost;
    if (error == 0)
        error = applyAttributes(Place::opened(target.get()), node->source, want, have, lost);
    if (error != 0) {
        failOrSkip(error, path, "attributes");
        return;
    }
    skipLost(path, lost);
    if (node->existed && node->attributesDiffer)
        act(SyncAction::Kind::Metadata, path, 0);
}

} // namespace bascule::engine
