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

/// What the folder at the source has; where that was never known (listed by then), what the target's has. 0 or an
/// errno.
int SyncRun::wantedXattrs(FolderNode* node, const std::string& path, const Xattrs& present, Xattrs& want) const
{
    if (node->unreadable)
        want = present;
    else if (node->xattrs)
        want = *node->xattrs;
    if (node->unreadable || m_remote != nullptr)
        return 0;
    const Fd source = openFolder(m_source.get(), path);
    return source ? Place::opened(source.get()).read(want) : errno;
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
        {
            const std::lock_guard lock(m_reportMutex);
            if (!isRoot)
                ++m_report.unchanged;
        }
        if (m_locked)
            noteDone(node, node->path());
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
    int error = statFd(target.get(), have.stat);
    if (error == 0)
        error = Place::opened(target.get()).read(have.xattrs);
    if (error == 0) {
        const int unread = wantedXattrs(node, path, have.xattrs, want);
        if (unread != 0) {
            skip(path, unread == ENOENT ? "vanished" : systemErrorCode(unread));
            if (!node->existed) // it stays closed to others: who the source lets in is not known
                return;
            want = have.xattrs; // to take them for none would strip the folder of its ACL
        }
    }
    std::vector<Lost> lost;
    if (error == 0)
        error = applyAttributes(Place::opened(target.get()), node->source, want, have, lost);
    if (error != 0) {
        failOrSkip(error, path, "attributes");
        return;
    }
    if (!acceptLost(path, lost))
        return;
    if (node->existed && node->attributesDiffer)
        act(SyncAction::Kind::Metadata, path, 0);
    noteDone(node, path);
}

/// Everything in the folder is as the source has it.
void SyncRun::noteDone(FolderNode* node, const std::string& path)
{
    constexpr std::size_t atOnce = 1024;
    if (node->parent == nullptr || m_scope != nullptr || !m_locked)
        return;
    m_done.note(path);
    if (!m_grouped && m_done.waiting() >= atOnce) // else when the disk has it
        m_done.write(m_target.get(), m_lock->nonce(), atOnce);
}

/// Whether the folder is one that an earlier run was done with, and is looked at when the others are done.
bool SyncRun::waits(FolderNode* child)
{
    if (!m_doneLast || !child->existed || !m_done.has(child->path()))
        return false;
    const std::lock_guard lock(m_doneMutex);
    m_doneBefore.push_back(child);
    return true;
}

void SyncRun::lookAtDone()
{
    if (!m_doneLast)
        return;
    m_doneLast = false;
    ++m_looking; // once more: the first of them may be done before the last is begun
    for (FolderNode* node : m_doneBefore)
        startFolder(node);
    m_doneBefore.clear();
    m_looking -= 2;
    if (m_looking == 0 && !stopping()) {
        m_counters.totalsKnown = true;
        m_counters.phase = Phase::Copying;
    }
    m_pool->finish();
    flush();
}

} // namespace bascule::engine
