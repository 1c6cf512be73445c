// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Folder.h"
#include "core/engine/Io.h"
#include "core/engine/SyncRun.h"

#include <algorithm>
#include <cerrno>

namespace bascule::engine {

/// Names that share an inode are decided on together, once all of them are known: which inode of the target serves them
/// all, and which names are to be linked to it. A target's inode serves one group only, so that links that the source
/// does not have come apart.
void SyncRun::decideGroups()
{
    if (stopping())
        return;
    auto owners = std::make_shared<std::unordered_map<std::uint64_t, LinkGroup*>>();
    for (const bool suiting : {true, false}) { // who can use the inode as it is comes first
        for (auto& [inode, group] : m_groups) {
            for (const LinkMember& member : group->members) {
                if (member.targetKind != '\0' && member.sameContents && member.sameAttributes == suiting)
                    owners->try_emplace(member.targetInode, group.get());
            }
        }
    }
    for (auto& [inode, group] : m_groups)
        m_pool->addWork([this, one = group.get(), owners] { decideGroup(*one, *owners); }, group->members.size());
}

/// The member whose inode at the target most others have already, or −1 when none can be used.
std::ptrdiff_t SyncRun::servingMember(const LinkGroup& group, const LinkOwners& owners) const
{
    std::unordered_map<std::uint64_t, std::uint32_t> links;
    for (const LinkMember& member : group.members) {
        if (member.targetKind != '\0')
            ++links[member.targetInode];
    }
    std::ptrdiff_t best = -1;
    std::uint32_t bestLinks = 0;
    for (const LinkMember& member : group.members) {
        const auto owner = owners.find(member.targetInode);
        if (!member.sameContents || owner == owners.end() || owner->second != &group)
            continue;
        const std::uint32_t count = links[member.targetInode];
        // Attributes may be changed in place only when no name outside of the group shares them.
        if ((member.sameAttributes || count == member.targetLinks) && count > bestLinks) {
            best = &member - group.members.data();
            bestLinks = count;
        }
    }
    return best;
}

void SyncRun::decideGroup(LinkGroup& group, const LinkOwners& owners)
{
    if (stopping())
        return;
    const std::ptrdiff_t serving = servingMember(group, owners);
    if (serving >= 0) {
        group.leader = static_cast<std::size_t>(serving);
        const LinkMember& leader = group.members[group.leader];
        Item::Work work = Item::Work::Attributes;
        if (m_options.checksum && group.source.isFile())
            work = Item::Work::CompareContents;
        if (work == Item::Work::Attributes && leader.sameAttributes) {
            group.ready = true;
            done(0, group.planned);
            const std::lock_guard lock(m_reportMutex);
            ++m_report.unchanged;
            return;
        }
        lead(group, work);
        return;
    }
    for (group.leader = 0; group.leader < group.members.size(); ++group.leader) {
        if (stopping() || lead(group, Item::Work::Copy) != Led::Failed)
            return;
    }
    group.leader = 0;
}

/// Makes the leader what the source is, or asks for it where the source is elsewhere.
SyncRun::Led SyncRun::lead(LinkGroup& group, Item::Work work)
{
    const LinkMember& leader = group.members[group.leader];
    Item item;
    item.work = work;
    item.kind = group.source.kind();
    item.targetKind = leader.targetKind;
    item.attributesDiffer = !leader.sameAttributes;
    item.size = group.planned;
    group.planned = 0; // what is tried again is not counted again
    item.name = leader.name;
    if (item.kind == 'f' && work != Item::Work::Attributes)
        item.held = takeHeld(leader.node, -1, item.name.c_str(), group.source);
    OpenPair pair;
    if (m_options.dryRun && !leader.node->inTarget) {
        group.ready = true;
        act(SyncAction::Kind::Create, leader.node->pathOf(leader.name), item.size);
        done(0, item.size);
        return Led::Good;
    }
    if (m_remote != nullptr) {
        ++leader.node->pending;
        fetch(leader.node, {std::move(item)}, &group);
        return Led::Asked;
    }
    if (!openPair(leader.node, pair)) {
        done(0, item.size);
        return Led::Failed;
    }
    ++leader.node->pending; // for the item, as hand() does for others
    const bool good = process(pair, item, &group);
    if (pair.completed > 0)
        release(leader.node, pair.completed);
    return good ? Led::Good : Led::Failed;
}

void SyncRun::linkFollowers(LinkGroup& group)
{
    done(1, 0); // the leader
    Fd leaderFolder;
    Stat leader;
    const LinkMember& first = group.members[group.leader];
    if (!m_options.dryRun && group.ready && group.members.size() > 1) {
        leaderFolder = openFolder(m_target.get(), first.node->path());
        if (!leaderFolder || statAt(leaderFolder.get(), first.name.c_str(), leader) != 0)
            group.ready = false;
    }
    for (std::size_t i = 0; i < group.members.size() && !stopping(); ++i) {
        LinkMember& member = group.members[i];
        if (i == group.leader)
            continue;
        done(1, 0);
        const Stat* same = m_options.dryRun ? nullptr : &leader;
        const bool linked =
            member.targetKind != '\0' &&
            (same != nullptr ? member.targetInode == leader.inode && member.targetDevice == leader.device
                             : member.targetInode == first.targetInode && first.sameContents);
        if (!group.ready) {
            skip(member.node->pathOf(member.name), "hard-link.not-copied");
        } else if (linked) {
            const std::lock_guard lock(m_reportMutex);
            ++m_report.unchanged;
        } else if (m_options.dryRun) {
            act(member.targetKind == '\0' ? SyncAction::Kind::Create : SyncAction::Kind::Replace,
                member.node->pathOf(member.name), 0);
        } else {
            linkFollower(member, leaderFolder.get(), first.name.c_str());
        }
    }
}

void SyncRun::linkFollower(const LinkMember& member, int leaderFolder, const char* leaderName)
{
    FolderNode* node = member.node;
    const char* name = member.name.c_str();
    const Fd target = openFolder(m_target.get(), node->path());
    if (!target) {
        failOrSkip(errno, node->pathOf(member.name), "open");
        return;
    }
    makeWritable(node, target.get());
    int error = ensureLock();
    const std::string temporary = nextTemporary();
    if (error == 0 && io::link(leaderFolder, leaderName, target.get(), temporary.c_str()) != 0)
        error = errno;
    if (error != 0) {
        if (!stopping())
            failOrSkip(error, node->pathOf(member.name), "link");
        return;
    }
    Staged staged;
    staged.name = member.name;
    staged.temporary = temporary;
    staged.targetKind = member.targetKind;
    Stat present;
    Stat mine;
    node->touched = true;
    // Renaming one link over another of the same inode does nothing, and leaves both.
    if (statAt(target.get(), name, present) == 0 && statAt(target.get(), temporary.c_str(), mine) == 0 &&
        present.sameInode(mine))
        discard(target.get(), temporary);
    else
        promote(node, target.get(), staged);
}

} // namespace bascule::engine
