// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Folder.h"
#include "core/engine/Io.h"
#include "core/engine/LinkTarget.h"
#include "core/engine/NameFolding.h"
#include "core/engine/PaceKeeper.h"
#include "core/engine/SyncRun.h"

#include <algorithm>
#include <cerrno>
#include <utility>

#include <dirent.h>

namespace bascule::engine {

namespace {

// Handed over together: one opening of the folder pair for all of them. Large ones are shared out among the threads.
constexpr std::size_t kItemsAtOnce = 64;
constexpr std::int64_t kBytesAtOnce = 16 * 1024 * 1024;
constexpr std::int64_t kLooksAtOnce = 256; // before the pace is asked

bool sameXattrs(SourceFolder& source, int target, const char* name)
{
    Xattrs here;
    Xattrs there;
    return source.xattrsOf(name, here) == 0 && Place::named(target, name).read(there) == 0 && here == there;
}

} // namespace

/// Whether there is anything in a root that a sync would see. What cannot be read (`error`) counts as full where
/// deleting is at stake, and as empty where it comes from.
bool SyncRun::hasScope(int rootFd, bool isTarget, int& error)
{
    const Fd root = openFolder(rootFd, "");
    if (!root) {
        error = errno;
        return isTarget;
    }
    FolderReader reader(root.get());
    while (const char* name = reader.next()) {
        Stat stat;
        if (isTarget && !nonceOf(name).empty())
            continue;
        const int failed = statAt(root.get(), name, stat);
        if (failed == 0 && !m_excludes.match(name, stat.isFolder()))
            return true;
        if (failed != 0 && failed != ENOENT)
            error = failed;
    }
    if (reader.error() != 0)
        error = reader.error();
    return isTarget && error != 0;
}

void SyncRun::startFolder(FolderNode* node)
{
    ++m_looking;
    if (m_remote != nullptr)
        listRemote(node);
    else
        m_pool->addLook([this, node] { look(node); });
}

void SyncRun::look(FolderNode* node)
{
    if (!stopping()) {
        const std::string path = node->path();
        Fd opened = openFolder(m_source.get(), path);
        if (!opened) {
            node->unreadable = true;
            skip(path, errno == ENOENT ? "vanished" : systemErrorCode(errno));
        } else {
            std::unique_ptr<SourceFolder> source = localFolder(std::move(opened));
            if (node->scope != nullptr)
                source = namedEntries(std::move(source), *node->scope);
            if (const std::optional<Fd> target = meetTarget(node, *source))
                lookAtEntries(node, *source, target->get());
        }
    }
    endLook(node);
}

void SyncRun::endLook(FolderNode* node)
{
    if (--m_looking == 0 && !stopping()) {
        m_counters.totalsKnown = true;
        m_counters.phase = Phase::Copying;
    }
    release(node);
}

/// Opens the folder's counterpart, −1 where there is none in a dry run, and compares what the two are themselves.
/// Nothing when the counterpart cannot be opened (listed or failed by then).
std::optional<Fd> SyncRun::meetTarget(FolderNode* node, SourceFolder& source)
{
    Fd target;
    if (node->inTarget) {
        const std::string path = node->path();
        target = openFolder(m_target.get(), path);
        if (!target) {
            failOrSkip(errno, path, "open");
            return std::nullopt;
        }
    }
    source.stat(node->source);
    node->folds = target && foldsNames(target.get());
    if (node->existed)
        compareFolderAttributes(node, source, target.get());
    return target;
}

void SyncRun::compareFolderAttributes(FolderNode* node, SourceFolder& source, int target)
{
    Xattrs here;
    Xattrs there;
    const bool read = source.xattrs(here) == 0 && Place::opened(target).read(there) == 0;
    node->attributesDiffer = !read || here != there || !sameAttributes(node->source, node->target);
    node->defaultAcl = std::any_of(there.begin(), there.end(),
                                   [](const auto& pair) { return pair.first == "system.posix_acl_default"; });
    if (m_options.dryRun && node->attributesDiffer)
        act(SyncAction::Kind::Metadata, node->path(), 0);
}

void SyncRun::lookAtEntries(FolderNode* node, SourceFolder& source, int target)
{
    Seen seen;
    std::int64_t bytes = 0; // of the items not handed over yet
    if (node->folds)
        seen.conflicts = source.conflicts();
    std::int64_t looked = 0;
    const auto keepPace = [&] {
        if (m_pace)
            m_pace->passRead(std::exchange(looked, 0) * kEntryBytes, m_content.stopping);
    };
    while (const char* name = stopping() ? nullptr : source.next()) {
        const std::size_t known = seen.items.size();
        meet(node, source, target, name, seen);
        bytes += seen.items.size() > known ? seen.items.back().size : 0;
        if (seen.items.size() >= kItemsAtOnce || bytes >= kBytesAtOnce) {
            hand(node, seen.items);
            bytes = 0;
        }
        if (++looked == kLooksAtOnce)
            keepPace();
    }
    keepPace();
    hand(node, seen.items);
    {
        const std::lock_guard lock(m_reportMutex);
        m_report.entries += seen.entries;
        m_report.files += seen.files;
        m_report.bytes += seen.bytes;
        m_report.unchanged += seen.unchanged;
    }
    node->present += seen.present;
    if (stopping())
        return;
    if (source.error() != 0) {
        node->unreadable = true;
        skip(node->path(), systemErrorCode(source.error()));
    }
    if (node->scope != nullptr) {
        if (seen.gone && m_options.deleteExtra && node->existed && !std::exchange(node->extraNoted, true))
            noteExtra(node);
    } else if (m_remote == nullptr && hasExtra(node, source, target)) {
        noteExtra(node);
    }
}

void SyncRun::noteExtra(FolderNode* node)
{
    ++node->pending;
    const std::lock_guard lock(m_extrasMutex);
    m_extras.push_back(node);
}

void SyncRun::meet(FolderNode* node, SourceFolder& source, int target, const char* name, Seen& seen)
{
    Stat stat;
    if (const int error = source.statOf(name, stat); error != 0) {
        if (node->scope != nullptr && error == ENOENT) {
            seen.gone = true;
            return;
        }
        skip(node->pathOf(name), error == ENOENT ? "vanished" : systemErrorCode(error));
        return;
    }
    if (!m_excludes.empty() && m_excludes.match(node->pathOf(name), stat.isFolder()))
        return;
    if (!seen.conflicts.empty() && seen.conflicts.count(foldedName(name)) != 0) {
        skip(node->pathOf(name), "name.conflict");
        return;
    }
    if (stat.device != m_sourceStat.device || stat.mountRoot) {
        skip(node->pathOf(name), "mount.boundary");
        return;
    }
    Stat present;
    bool isPresent = false;
    if (target >= 0 && node->existed) { // in a folder that was just made there is nothing
        const int error = statAt(target, name, present);
        isPresent = error == 0;
        if (error != 0 && error != ENOENT) {
            failOrSkip(error, node->pathOf(name), "stat");
            return;
        }
        seen.present += isPresent ? 1 : 0;
    }
    plan(1, 0);
    ++seen.entries;
    if (stat.isFile()) {
        ++seen.files;
        seen.bytes += stat.size;
    }
    if (stat.isFolder())
        meetFolder(node, target, name, stat, isPresent ? &present : nullptr);
    else
        meetOther(node, source, target, name, stat, isPresent ? &present : nullptr, seen);
}

void SyncRun::meetFolder(FolderNode* node, int target, const char* name, const Stat& stat, const Stat* present)
{
    auto child = std::make_unique<FolderNode>();
    child->parent = node;
    child->name = name;
    child->source = stat;
    if (present != nullptr && present->isFolder()) {
        child->existed = child->inTarget = true;
        child->target = *present;
        giveScope(child.get());
    } else if (m_options.dryRun) {
        act(present != nullptr ? SyncAction::Kind::Replace : SyncAction::Kind::Create, node->pathOf(name), 0);
    } else if (!makeTargetFolder(node, child.get(), target, present)) {
        done(1, 0);
        return;
    }
    ++node->pending;
    if (!waits(child.get()))
        startFolder(child.get());
    child.release();
}

/// Makes the folder, closed to others until it gets its attributes at the end.
bool SyncRun::makeTargetFolder(FolderNode* parent, FolderNode* child, int target, const Stat* present)
{
    const char* name = child->name.c_str();
    makeWritable(parent, target);
    if (present != nullptr && !clearWay(parent, target, name, present->kind(), true))
        return false;
    if (io::makeFolder(target, name, 0700) != 0) {
        failOrSkip(errno, parent->pathOf(name), "mkdir");
        return false;
    }
    parent->touched = true;
    child->inTarget = true;
    if (parent->defaultAcl) {
        const Place place = Place::named(target, name);
        place.remove("system.posix_acl_default");
        place.remove("system.posix_acl_access");
    }
    act(present != nullptr ? SyncAction::Kind::Replace : SyncAction::Kind::Create, parent->pathOf(name), 0);
    return true;
}

void SyncRun::meetOther(FolderNode* node, SourceFolder& source, int target, const char* name, const Stat& stat,
                        const Stat* present, Seen& seen)
{
    const char kind = stat.kind();
    if (kind == 's') {
        skip(node->pathOf(name), "kind.socket");
        done(1, 0);
        return;
    }
    const bool sameKind = present != nullptr && present->kind() == kind;
    const bool contents = sameKind && sameContents(source, target, name, stat, *present);
    // A file whose time differs has other contents as far as we know; of other kinds it is an attribute.
    const bool attributes = contents && sameAttributes(stat, *present) && sameXattrs(source, target, name);
    if (stat.links > 1 || (present != nullptr && !present->isFolder() && present->links > 1)) {
        if (m_scope != nullptr)
            return needWalk(node->pathOf(name)); // other names of it may lie anywhere
        addLinked(node, name, stat, present, contents, attributes);
        return;
    }
    Item item;
    item.kind = kind;
    item.targetKind = present != nullptr ? present->kind() : '\0';
    item.size = stat.isFile() ? stat.size : 0;
    if (m_options.checksum && sameKind && kind == 'f' && stat.size == present->size) {
        item.work = Item::Work::CompareContents;
        item.attributesDiffer = !sameAttributes(stat, *present) || !sameXattrs(source, target, name);
    } else if (contents && attributes) {
        ++seen.unchanged;
        done(1, 0);
        return;
    } else if (contents) {
        item.work = Item::Work::Attributes;
        item.size = 0;
    }
    if (kind == 'f' && item.work != Item::Work::Attributes && node->existed)
        item.held = takeHeld(node, target, name, stat);
    plan(0, item.size);
    item.name = name;
    seen.items.push_back(std::move(item));
}

bool SyncRun::sameContents(SourceFolder& source, int target, const char* name, const Stat& stat,
                           const Stat& present) const
{
    switch (stat.kind()) {
    case 'f':
        return stat.size == present.size && stat.modified == present.modified;
    case 'l': {
        std::string here;
        std::string there;
        return source.linkTargetOf(name, stat.size, here) == 0 &&
               readLinkTarget(target, name, present.size, there) == 0 && here == there;
    }
    case 'b':
    case 'c':
        return stat.specialDevice == present.specialDevice;
    default:
        return true;
    }
}

void SyncRun::addLinked(FolderNode* node, const char* name, const Stat& stat, const Stat* present, bool contents,
                        bool attributes)
{
    LinkMember member;
    member.node = node;
    member.name = name;
    member.sameContents = contents;
    member.sameAttributes = attributes;
    if (present != nullptr) {
        member.targetKind = present->kind();
        member.targetDevice = present->device;
        member.targetInode = present->inode;
        member.targetLinks = present->links;
    }
    ++node->pending;
    const std::lock_guard lock(m_groupsMutex);
    std::unique_ptr<LinkGroup>& group = m_groups[stat.inode];
    if (!group) {
        group = std::make_unique<LinkGroup>();
        group->source = stat;
        group->planned = stat.isFile() ? stat.size : 0;
        plan(0, group->planned);
    }
    group->members.push_back(std::move(member));
}

void SyncRun::hand(FolderNode* node, std::vector<Item>& items)
{
    if (items.empty())
        return;
    node->pending += static_cast<std::int64_t>(items.size());
    if (m_remote != nullptr) {
        fetch(node, std::move(items), nullptr);
        items = {};
        return;
    }
    const std::size_t weight = items.size();
    m_pool->addWork([this, node, mine = std::move(items)] { workOn(node, mine); }, weight);
    items = {};
}

/// Whether the target's folder has names that the source's has not, where those are to go. It may say so wrongly, as
/// where something cannot be read: each name is asked for before it goes, and what is unknown is listed then.
bool SyncRun::hasExtra(FolderNode* node, SourceFolder& source, int target)
{
    if (!m_options.deleteExtra || !node->existed || node->unreadable)
        return false;
    const Fd again = openFolder(target, ""); // a reading position of its own
    if (!again)
        return true;
    FolderReader reader(again.get());
    while (const char* name = reader.next()) {
        Stat stat;
        if (stopping())
            return false;
        if (source.statOf(name, stat) == 0)
            continue;
        if (m_excludes.empty() || !m_excludes.match(node->pathOf(name), reader.type() == DT_DIR))
            return true;
    }
    return reader.error() != 0;
}

} // namespace bascule::engine
