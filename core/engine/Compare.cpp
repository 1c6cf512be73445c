// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/CompareRun.h"

#include "core/engine/Content.h"
#include "core/engine/LinkTarget.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>

namespace bascule::engine {

namespace {

constexpr std::size_t kFilesAtOnce = 32;

/// What the root hash takes of an entry besides its contents: what a copy keeps, so nothing of inodes and change times.
Hash128 ownHash(std::string_view name, const Stat& stat, const std::string& linkTarget, const Xattrs& xattrs)
{
    Hasher hasher;
    hasher.addNumber(name.size());
    hasher.add(name.data(), name.size());
    hasher.addNumber(static_cast<std::uint64_t>(stat.kind()));
    hasher.addNumber(stat.isLink() ? 0 : stat.permissions());
    hasher.addNumber(stat.uid);
    hasher.addNumber(stat.gid);
    hasher.addNumber(stat.isFile() ? static_cast<std::uint64_t>(stat.size) : 0);
    hasher.addNumber(static_cast<std::uint64_t>(stat.modified.seconds));
    hasher.addNumber(stat.modified.nanoseconds);
    hasher.addNumber(stat.kind() == 'b' || stat.kind() == 'c' ? stat.specialDevice : 0);
    hasher.addNumber(linkTarget.size());
    hasher.add(linkTarget.data(), linkTarget.size());
    for (const auto& [key, value] : xattrs) {
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

bool isAclName(const std::string& name)
{
    return name.compare(0, 17, "system.posix_acl_") == 0;
}

} // namespace

CompareRun::CompareRun(const CompareOptions& options, Counters& counters, std::stop_token stop)
    : m_options(options)
    , m_counters(counters)
    , m_stop(std::move(stop))
    , m_stopping([this] { return stopping(); })
    , m_excludes(options.excludes)
{
}

Result<CompareReport> CompareRun::run(const std::string& left, const std::string& right)
{
    const auto begun = std::chrono::steady_clock::now();
    m_counters.phase = Phase::Comparing;
    m_left = openRoot(left.c_str());
    if (!m_left || statFd(m_left.get(), m_leftStat) != 0)
        return systemError(errno, left, "open", Severity::Fatal);
    m_right = openRoot(right.c_str());
    if (!m_right || statFd(m_right.get(), m_rightStat) != 0)
        return systemError(errno, right, "open", Severity::Fatal);
    m_pool = std::make_unique<Pool>(threadCount(m_options.threads));
    auto* root = new ComparedFolder;
    Xattrs xattrs;
    if (const int error = Place::opened(m_left.get()).read(xattrs); error != 0)
        differ("", "unreadable", systemErrorCode(error));
    compareAttributes("", ".", m_left.get(), m_right.get(), m_leftStat, m_rightStat, xattrs);
    root->own = ownHash("", m_leftStat, {}, xattrs);
    start(root);
    m_pool->finish();
    m_pool.reset();
    compareLinks();
    m_report.cancelled = stopping();
    m_report.equal = !m_report.cancelled && m_report.differencesTotal == 0;
    m_report.leftRootHash = m_report.cancelled ? std::string() : m_rootHash.hex();
    m_report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    std::sort(m_report.differences.begin(), m_report.differences.end(), [](const Difference& a, const Difference& b) {
        return a.path != b.path ? a.path < b.path : a.what < b.what;
    });
    m_counters.phase = Phase::Idle;
    return std::move(m_report);
}

void CompareRun::differ(const std::string& path, const char* what, std::string detail)
{
    const std::lock_guard lock(m_mutex);
    ++m_report.differencesTotal;
    if (m_report.differences.size() < m_options.maxDifferences)
        m_report.differences.push_back({path, what, std::move(detail)});
}

void CompareRun::start(ComparedFolder* folder)
{
    ++m_looking;
    m_pool->addLook([this, folder] { look(folder); });
}

void CompareRun::look(ComparedFolder* folder)
{
    if (!stopping()) {
        const Fd left = folder->onLeft ? openFolder(m_left.get(), folder->path) : Fd();
        const int leftError = errno;
        const Fd right = folder->onRight ? openFolder(m_right.get(), folder->path) : Fd();
        const int rightError = errno;
        if (folder->onLeft && !left)
            differ(folder->path, "unreadable", systemErrorCode(leftError));
        if (folder->onRight && !right)
            differ(folder->path, "unreadable", systemErrorCode(rightError));
        if ((left || !folder->onLeft) && (right || !folder->onRight))
            lookInto(folder, left ? left.get() : -1, right ? right.get() : -1);
    }
    if (--m_looking == 0 && !stopping())
        m_counters.totalsKnown = true;
    release(folder);
}

void CompareRun::lookInto(ComparedFolder* folder, int left, int right)
{
    NameList here;
    NameList there;
    if (const int error = left >= 0 ? here.read(left) : 0; error != 0)
        differ(folder->path, "unreadable", systemErrorCode(error));
    if (const int error = right >= 0 ? there.read(right) : 0; error != 0)
        differ(folder->path, "unreadable", systemErrorCode(error));
    here.sort();
    there.sort();
    folder->entries.resize(here.size()); // once: others fill in what they find
    std::vector<ComparedFile> files;
    for (std::size_t l = 0, r = 0; (l < here.size() || r < there.size()) && !stopping();) {
        const int order = l == here.size() ? 1 : r == there.size() ? -1 : std::strcmp(here.at(l), there.at(r));
        meet(folder, left, right, order <= 0 ? here.at(l) : there.at(r), order <= 0, order >= 0, files);
        l += order <= 0 ? 1 : 0;
        r += order >= 0 ? 1 : 0;
        if (files.size() >= kFilesAtOnce)
            hand(folder, files);
    }
    hand(folder, files);
}

void CompareRun::meet(ComparedFolder* folder, int left, int right, const char* name, bool onLeft, bool onRight,
                      std::vector<ComparedFile>& files)
{
    const std::string path = joined(folder->path, name);
    Stat here;
    Stat there;
    const int leftError = onLeft ? statAt(left, name, here) : 0;
    const int rightError = onRight ? statAt(right, name, there) : 0;
    if (leftError != 0 || rightError != 0) {
        differ(path, "unreadable", systemErrorCode(leftError != 0 ? leftError : rightError));
        return;
    }
    const bool isFolder = onLeft ? here.isFolder() : there.isFolder();
    if (!m_excludes.empty() && m_excludes.match(path, isFolder))
        return;
    m_counters.itemsTotal += 1;
    const bool beyond = (onLeft && (here.device != m_leftStat.device || here.mountRoot)) ||
                        (onRight && (there.device != m_rightStat.device || there.mountRoot));
    if (beyond)
        differ(path, "unreadable", "mount.boundary");
    if (onLeft != onRight)
        differ(path, onLeft ? "only-left" : "only-right");
    std::string linkTarget;
    Xattrs xattrs;
    if (onLeft) {
        int error = Place::named(left, name).read(xattrs);
        if (error == 0 && here.isLink())
            error = readLinkTarget(left, name, here.size, linkTarget);
        if (error != 0)
            differ(path, "unreadable", systemErrorCode(error));
        const std::lock_guard lock(m_mutex);
        ++m_report.entries;
    }
    const bool sameKind = onLeft && onRight && here.kind() == there.kind();
    if (onLeft && onRight) {
        compareAttributes(path, name, left, right, here, there, xattrs);
        noteLinks(path, here, &there);
    }
    const Hash128 own = onLeft ? ownHash(name, here, linkTarget, xattrs) : Hash128();
    const std::size_t slot = folder->used;
    if (onLeft)
        folder->entries[folder->used++] = own;
    if (isFolder && !beyond) {
        auto child = std::make_unique<ComparedFolder>();
        child->parent = folder;
        child->slot = slot;
        child->path = path;
        child->onLeft = onLeft;
        child->onRight = sameKind || !onLeft;
        child->own = own;
        ++folder->pending;
        start(child.release());
        return;
    }
    if (onLeft && onRight && !sameKind && there.isFolder() && !beyond) {
        // Everything below is on the right only.
        auto child = std::make_unique<ComparedFolder>();
        child->parent = folder;
        child->path = path;
        child->onLeft = false;
        ++folder->pending;
        start(child.release());
    }
    if (onLeft && here.isFile() && m_options.contents) {
        m_counters.bytesTotal += here.size;
        files.push_back({slot, name, here.size, sameKind && here.size == there.size, own});
        return;
    }
    m_counters.itemsDone += 1;
}

void CompareRun::compareAttributes(const std::string& path, const char* name, int left, int right, const Stat& here,
                                   const Stat& there, const Xattrs& hereXattrs)
{
    if (here.kind() != there.kind()) {
        differ(path, "type", std::string{here.kind(), ' ', there.kind()});
        return;
    }
    if (here.isFile() && here.size != there.size)
        differ(path, "size", std::to_string(here.size) + " " + std::to_string(there.size));
    if (!here.isLink() && here.permissions() != there.permissions())
        differ(path, "mode", octal(here.permissions()) + " " + octal(there.permissions()));
    if (here.uid != there.uid || here.gid != there.gid)
        differ(path, "owner",
               std::to_string(here.uid) + ":" + std::to_string(here.gid) + " " + std::to_string(there.uid) + ":" +
                   std::to_string(there.gid));
    if (!(here.modified == there.modified))
        differ(path, "mtime", timeText(here.modified) + " " + timeText(there.modified));
    if ((here.kind() == 'b' || here.kind() == 'c') && here.specialDevice != there.specialDevice)
        differ(path, "device", std::to_string(here.specialDevice) + " " + std::to_string(there.specialDevice));
    if (here.isLink()) {
        std::string one;
        std::string two;
        if (readLinkTarget(left, name, here.size, one) != 0 || readLinkTarget(right, name, there.size, two) != 0)
            differ(path, "unreadable", "readlink");
        else if (one != two)
            differ(path, "link-target", one + " -> " + two);
    }
    Xattrs thereXattrs;
    if (const int error = Place::named(right, name).read(thereXattrs); error != 0) {
        differ(path, "unreadable", systemErrorCode(error));
        return;
    }
    std::vector<std::pair<std::string, std::string>> apart;
    std::set_symmetric_difference(hereXattrs.begin(), hereXattrs.end(), thereXattrs.begin(), thereXattrs.end(),
                                  std::back_inserter(apart));
    const auto isAcl = [](const auto& pair) { return isAclName(pair.first); };
    if (std::any_of(apart.begin(), apart.end(), isAcl))
        differ(path, "acl");
    const auto other = std::find_if_not(apart.begin(), apart.end(), isAcl);
    if (other != apart.end())
        differ(path, "xattr", other->first);
}

void CompareRun::noteLinks(const std::string& path, const Stat& here, const Stat* there)
{
    if (here.isFolder() || there->isFolder() || (here.links < 2 && there->links < 2))
        return;
    const std::lock_guard lock(m_mutex);
    m_linked.push_back({path, here.inode, there->inode});
}

void CompareRun::hand(ComparedFolder* folder, std::vector<ComparedFile>& files)
{
    if (files.empty())
        return;
    folder->pending += static_cast<std::int64_t>(files.size());
    const std::size_t weight = files.size();
    m_pool->addWork([this, folder, mine = std::move(files)] { readFiles(folder, mine); }, weight);
    files = {};
}

void CompareRun::readFiles(ComparedFolder* folder, const std::vector<ComparedFile>& files)
{
    if (!stopping()) {
        const Fd left = openFolder(m_left.get(), folder->path);
        const Fd right = folder->onRight ? openFolder(m_right.get(), folder->path) : Fd();
        for (const ComparedFile& file : files) {
            if (stopping())
                break;
            const std::string path = joined(folder->path, file.name);
            const auto here = left ? contentsOf(left.get(), file, path, true) : std::nullopt;
            const auto there = file.both && right ? contentsOf(right.get(), file, path, false) : std::nullopt;
            if (here && there && !(*here == *there))
                differ(path, "contents", here->hex() + " " + there->hex());
            if ((!left || (file.both && !right)) && !stopping())
                differ(path, "unreadable", "open");
            if (here)
                folder->entries[file.slot] = combined(file.own, &*here, 1);
            m_counters.itemsDone += 1;
        }
    }
    release(folder, static_cast<std::int64_t>(files.size()));
}

std::optional<Hash128> CompareRun::contentsOf(int dirFd, const ComparedFile& file, const std::string& path, bool isLeft)
{
    const Fd fd = openForReading(dirFd, file.name.c_str());
    const int openError = errno;
    Hash128 hash;
    std::int64_t counted = 0;
    const auto read = [&](std::int64_t bytes) {
        counted += bytes;
        m_counters.bytesDone += bytes;
    };
    ContentResult result{ContentResult::Kind::ReadFailed, openError};
    if (fd)
        result = sparseHash(fd.get(), file.size, m_stopping, isLeft ? read : std::function<void(std::int64_t)>(), hash);
    if (isLeft) {
        m_counters.bytesDone += file.size - counted;
        const std::lock_guard lock(m_mutex);
        m_report.bytes += counted;
    }
    if (result.kind == ContentResult::Kind::Done)
        return hash;
    if (result.kind == ContentResult::Kind::Changed)
        differ(path, "unreadable", "changed.during-copy");
    else if (result.kind != ContentResult::Kind::Stopped)
        differ(path, "unreadable", systemErrorCode(result.error));
    return std::nullopt;
}

void CompareRun::release(ComparedFolder* folder, std::int64_t count)
{
    while (folder != nullptr && folder->pending.fetch_sub(count) == count) {
        const Hash128 hash = combined(folder->own, folder->entries.data(), folder->used);
        ComparedFolder* parent = folder->parent;
        if (parent == nullptr) {
            const std::lock_guard lock(m_mutex);
            m_rootHash = hash;
        } else {
            m_counters.itemsDone += 1;
            if (folder->onLeft)
                parent->entries[folder->slot] = hash;
        }
        delete folder;
        folder = parent;
        count = 1;
    }
}

/// Two names are one inode on the left exactly when they are one on the right.
void CompareRun::compareLinks()
{
    std::sort(m_linked.begin(), m_linked.end(), [](const Linked& a, const Linked& b) { return a.path < b.path; });
    std::unordered_map<std::uint64_t, std::uint64_t> toRight;
    std::unordered_map<std::uint64_t, std::uint64_t> toLeft;
    for (const Linked& one : m_linked) {
        const auto right = toRight.try_emplace(one.left, one.right).first;
        const auto left = toLeft.try_emplace(one.right, one.left).first;
        if (right->second != one.right || left->second != one.left)
            differ(one.path, "hard-links");
    }
}

Result<CompareReport> compare(const std::string& left, const std::string& right, const CompareOptions& options,
                              Counters& counters, std::stop_token stop)
{
    return CompareRun(options, counters, std::move(stop)).run(left, right);
}

} // namespace bascule::engine
