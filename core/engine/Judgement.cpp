// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Judgement.h"

#include "core/engine/Sha256.h"

#include <algorithm>
#include <unordered_map>

namespace bascule::engine {

namespace {

constexpr std::size_t kMostKept = 64 * 1024 * 1024;

std::string octal(std::uint32_t mode)
{
    std::string text;
    for (int shift = 9; shift >= 0; shift -= 3)
        text.push_back(static_cast<char>('0' + ((mode >> static_cast<unsigned>(shift)) & 7U)));
    return text;
}

std::string timeText(const Time& time)
{
    std::string fraction = std::to_string(time.nanoseconds);
    return std::to_string(time.seconds) + "." + std::string(9 - fraction.size(), '0') + fraction;
}

std::string contentsText(const Inspected& one)
{
    return one.sha256.empty() ? one.hash.hex() : hexOf(one.sha256);
}

bool isAclName(const std::string& name)
{
    return name.compare(0, 17, "system.posix_acl_") == 0;
}

} // namespace

Hash128 ownHash(const Inspected& one)
{
    const Stat& stat = one.stat;
    Hasher hasher;
    hasher.addNumber(one.name.size());
    hasher.add(one.name.data(), one.name.size());
    hasher.addNumber(static_cast<std::uint64_t>(stat.kind()));
    hasher.addNumber(stat.isLink() ? 0 : stat.permissions());
    hasher.addNumber(stat.uid);
    hasher.addNumber(stat.gid);
    hasher.addNumber(stat.isFile() ? static_cast<std::uint64_t>(stat.size) : 0);
    hasher.addNumber(static_cast<std::uint64_t>(stat.modified.seconds));
    hasher.addNumber(stat.modified.nanoseconds);
    hasher.addNumber(stat.kind() == 'b' || stat.kind() == 'c' ? stat.specialDevice : 0);
    hasher.addNumber(one.linkTarget.size());
    hasher.add(one.linkTarget.data(), one.linkTarget.size());
    for (const auto& [key, value] : one.xattrs) {
        hasher.addNumber(key.size());
        hasher.add(key.data(), key.size());
        hasher.addNumber(value.size());
        hasher.add(value.data(), value.size());
    }
    return hasher.value();
}

Hash128 combined(const Hash128& first, const Hash128* rest, std::size_t count)
{
    Hasher hasher;
    hasher.add(&first, sizeof first);
    hasher.addNumber(count);
    if (count > 0)
        hasher.add(rest, count * sizeof(Hash128));
    return hasher.value();
}

void Judgement::differ(const std::string& path, const char* what, std::string detail)
{
    const std::lock_guard lock(m_mutex);
    keep(path, what, std::move(detail));
}

void Judgement::keep(const std::string& path, const char* what, std::string detail)
{
    ++m_report.differencesTotal;
    const std::size_t size = path.size() + detail.size();
    if (m_report.differences.size() >= m_maxDifferences || m_kept + size > kMostKept)
        return;
    m_kept += size;
    m_report.differences.push_back({path, what, std::move(detail)});
}

void Judgement::unreadable(const std::string& path, int error)
{
    differ(path, "unreadable", systemErrorCode(error));
}

void Judgement::roots(const Inspected& here, const Inspected& there)
{
    m_leftRoot = here.stat;
    m_rightRoot = there.stat;
    if (here.attributesError != 0)
        unreadable({}, here.attributesError);
    attributes({}, here, there);
}

Judgement::Met Judgement::meet(const std::string& path, const Inspected* here, const Inspected* there)
{
    const int leftError = here != nullptr ? here->error : 0;
    const int rightError = there != nullptr ? there->error : 0;
    if (leftError != 0 || rightError != 0) {
        unreadable(path, leftError != 0 ? leftError : rightError);
        return {};
    }
    Met met;
    met.known = true;
    met.beyond = (here != nullptr && here->isBeyond(m_leftRoot)) || (there != nullptr && there->isBeyond(m_rightRoot));
    if (met.beyond)
        differ(path, "unreadable", "mount.boundary");
    if (here == nullptr || there == nullptr)
        differ(path, here != nullptr ? "only-left" : "only-right");
    if (here == nullptr)
        return met;
    if (here->attributesError != 0)
        unreadable(path, here->attributesError);
    if (there != nullptr)
        attributes(path, *here, *there);
    const std::lock_guard lock(m_mutex);
    ++m_report.entries;
    return met;
}

void Judgement::attributes(const std::string& path, const Inspected& here, const Inspected& there)
{
    const Stat& a = here.stat;
    const Stat& b = there.stat;
    if (!a.isFolder() && !b.isFolder() && (a.links > 1 || b.links > 1)) {
        const std::lock_guard lock(m_mutex);
        m_linked.push_back({path, a.inode, b.inode});
    }
    if (a.kind() != b.kind()) {
        differ(path, "type", std::string{a.kind(), ' ', b.kind()});
        return;
    }
    if (a.isFile() && a.size != b.size)
        differ(path, "size", std::to_string(a.size) + " " + std::to_string(b.size));
    // Set-id bits would lend another's identity: they go where the owner goes.
    const std::uint32_t judged = m_owners || a.uid == b.uid ? 07777U : ~static_cast<std::uint32_t>(S_ISUID | S_ISGID);
    if (!a.isLink() && (a.permissions() & judged) != (b.permissions() & judged))
        differ(path, "mode", octal(a.permissions()) + " " + octal(b.permissions()));
    if (m_owners && (a.uid != b.uid || a.gid != b.gid))
        differ(path, "owner",
               std::to_string(a.uid) + ":" + std::to_string(a.gid) + " " + std::to_string(b.uid) + ":" +
                   std::to_string(b.gid));
    if (!(a.modified == b.modified))
        differ(path, "mtime", timeText(a.modified) + " " + timeText(b.modified));
    if ((a.kind() == 'b' || a.kind() == 'c') && a.specialDevice != b.specialDevice)
        differ(path, "device", std::to_string(a.specialDevice) + " " + std::to_string(b.specialDevice));
    if (there.attributesError != 0)
        unreadable(path, there.attributesError);
    if (here.attributesError != 0 || there.attributesError != 0)
        return;
    if (here.linkTarget != there.linkTarget)
        differ(path, "link-target", here.linkTarget + " -> " + there.linkTarget);
    std::vector<std::pair<std::string, std::string>> apart;
    std::set_symmetric_difference(here.xattrs.begin(), here.xattrs.end(), there.xattrs.begin(), there.xattrs.end(),
                                  std::back_inserter(apart));
    const auto isAcl = [](const auto& pair) { return isAclName(pair.first); };
    if (std::any_of(apart.begin(), apart.end(), isAcl))
        differ(path, "acl");
    const auto other = std::find_if_not(apart.begin(), apart.end(), isAcl);
    if (other != apart.end())
        differ(path, "xattr", other->first);
}

void Judgement::contents(const std::string& path, const Inspected& here, const Inspected* there)
{
    using Contents = Inspected::Contents;
    {
        const std::lock_guard lock(m_mutex);
        m_report.bytes += here.bytes;
    }
    for (const Inspected* one : {&here, there}) {
        if (one != nullptr && one->contents == Contents::Changed)
            differ(path, "unreadable", "changed.during-copy");
        else if (one != nullptr && one->contents == Contents::Failed)
            unreadable(path, one->contentsError);
    }
    if (there != nullptr && here.contents == Contents::Hashed && there->contents == Contents::Hashed &&
        !(here.hash == there->hash))
        differ(path, "contents", contentsText(here) + " " + contentsText(*there));
}

/// Two names are one inode on the left exactly when they are one on the right.
void Judgement::compareLinks()
{
    std::sort(m_linked.begin(), m_linked.end(), [](const Linked& a, const Linked& b) { return a.path < b.path; });
    std::unordered_map<std::uint64_t, std::uint64_t> toRight;
    std::unordered_map<std::uint64_t, std::uint64_t> toLeft;
    for (const Linked& one : m_linked) {
        const auto right = toRight.try_emplace(one.left, one.right).first;
        const auto left = toLeft.try_emplace(one.right, one.left).first;
        if (right->second != one.right || left->second != one.left)
            keep(one.path, "hard-links", {});
    }
}

CompareReport Judgement::end(bool cancelled)
{
    const std::lock_guard lock(m_mutex);
    compareLinks();
    m_report.cancelled = cancelled;
    m_report.equal = !cancelled && m_report.differencesTotal == 0;
    std::sort(m_report.differences.begin(), m_report.differences.end(), [](const Difference& a, const Difference& b) {
        return a.path != b.path ? a.path < b.path : a.what < b.what;
    });
    return std::move(m_report);
}

} // namespace bascule::engine
