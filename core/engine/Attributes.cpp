// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Attributes.h"

#include "core/engine/Fd.h"
#include "core/engine/Folder.h"
#include "core/engine/Io.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <string_view>

#include <fcntl.h>
#include <sys/syscall.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace bascule::engine {

namespace {

using namespace std::string_view_literals;

constexpr const char* kModeLost = "metadata.mode-not-kept";
constexpr const char* kTimesLost = "metadata.times-not-kept";
constexpr auto kAccessAcl = "system.posix_acl_access"sv;
constexpr auto kDefaultAcl = "system.posix_acl_default"sv;
constexpr auto kCapability = "security.capability"sv;

bool isAcl(std::string_view name)
{
    return name == kAccessAcl || name == kDefaultAcl;
}

bool isKept(std::string_view name)
{
    return name.substr(0, 5) == "user."sv || name.substr(0, 8) == "trusted."sv || name == kCapability || isAcl(name);
}

bool isUnsupported(int error)
{
    return error == EOPNOTSUPP || error == ENOSYS;
}

/// A target that fails as a whole, as against one that cannot keep this attribute.
bool isBroken(int error)
{
    return error == EIO || error == EROFS || error == EDQUOT || error == EMFILE || error == ENFILE || error == ENOMEM;
}

const std::string* find(const Xattrs& xattrs, const std::string& name)
{
    const auto at = std::lower_bound(xattrs.begin(), xattrs.end(), name,
                                     [](const auto& pair, const std::string& key) { return pair.first < key; });
    return at != xattrs.end() && at->first == name ? &at->second : nullptr;
}

const char* lostCode(std::string_view name)
{
    if (isAcl(name))
        return "metadata.acl-not-kept";
    return name == kCapability ? "metadata.capability-not-kept" : "metadata.xattr-not-kept";
}

/// The mode's group bits are an ACL's mask, which may be wider than what the group has. Where the ACL is lost they are
/// to be the group's own, or others would get in by the loss.
std::uint32_t modeWithoutAcl(std::uint32_t mode, const std::string& acl)
{
    std::uint32_t group = 0;
    std::uint32_t mask = 7;
    for (std::size_t at = 4; at + 8 <= acl.size(); at += 8) { // version, then entries of tag, permissions, id
        std::uint16_t tag = 0;
        std::uint16_t permissions = 0;
        std::memcpy(&tag, acl.data() + at, sizeof tag);
        std::memcpy(&permissions, acl.data() + at + 2, sizeof permissions);
        if (tag == 0x04)
            group = permissions;
        else if (tag == 0x10)
            mask = permissions;
    }
    return (mode & ~070U) | ((group & mask & 7U) << 3U);
}

enum class Group { Plain, Acl, Capability };

Group groupOf(std::string_view name)
{
    if (isAcl(name))
        return Group::Acl;
    return name == kCapability ? Group::Capability : Group::Plain;
}

/// Sets and removes the attributes of one group. `anew`: set even what is there (chown drops capabilities).
int applyGroup(Group group, const Place& place, const Xattrs& want, const Xattrs& have, bool anew,
               std::vector<Lost>& lost)
{
    const auto note = [&](const std::string& name, int error) {
        if (isBroken(error))
            return error;
        lost.push_back({lostCode(name), error, name});
        return 0;
    };
    for (const auto& [name, value] : have) {
        if (groupOf(name) != group || find(want, name) != nullptr)
            continue;
        const int error = place.remove(name);
        if (error != 0 && error != ENODATA && note(name, error) != 0)
            return error;
    }
    for (const auto& [name, value] : want) {
        if (groupOf(name) != group)
            continue;
        const std::string* present = find(have, name);
        if (present != nullptr && *present == value && !anew)
            continue;
        const int error = place.set(name, value);
        if (error != 0 && note(name, error) != 0)
            return error;
    }
    return 0;
}

int applyOwner(const Place& place, const Stat& want, const Stat& have, bool& kept, std::vector<Lost>& lost)
{
    kept = true;
    if (want.uid == have.uid && want.gid == have.gid)
        return 0;
    int error = place.chown(want.uid, want.gid);
    if (error == EPERM && want.gid != have.gid) // a plain user may still choose among their own groups
        place.chown(static_cast<std::uint32_t>(-1), want.gid);
    if (error == 0)
        return 0;
    if (isBroken(error) || error == ENOSPC)
        return error;
    kept = false;
    lost.push_back({kOwnerLost, error, std::to_string(want.uid) + ":" + std::to_string(want.gid)});
    return 0;
}

int applyMode(const Place& place, const Stat& want, const Xattrs& xattrs, const Stat& have, bool force, bool ownerKept,
              std::vector<Lost>& lost)
{
    std::uint32_t mode = want.permissions();
    const bool aclLost =
        std::any_of(lost.begin(), lost.end(), [](const Lost& one) { return one.detail == kAccessAcl; });
    if (const std::string* acl = find(xattrs, std::string(kAccessAcl)); aclLost && acl != nullptr)
        mode = modeWithoutAcl(mode, *acl);
    if (!ownerKept)
        mode &= ~static_cast<std::uint32_t>(S_ISUID | S_ISGID);
    if (want.isLink() || (!force && mode == have.permissions()))
        return 0;
    const int error = place.chmod(mode);
    if (error == 0 || isBroken(error) || error == ENOSPC)
        return error;
    lost.push_back({kModeLost, error, {}});
    return 0;
}

int applyTimes(const Place& place, const Stat& want, const Stat& have, std::vector<Lost>& lost)
{
    if (want.modified == have.modified)
        return 0;
    const int error = place.times(want.accessed, want.modified);
    if (error == 0 || isBroken(error) || error == ENOSPC)
        return error;
    lost.push_back({kTimesLost, error, {}});
    return 0;
}

/// Some file systems say yes and keep something else: times rounded to two seconds, no modes, one owner for all.
int noteRounded(const Place& place, const Stat& want, std::vector<Lost>& lost)
{
    Stat now;
    if (const int error = place.stat(now); error != 0)
        return error;
    const auto note = [&lost](bool differs, const char* code) {
        const bool known = std::any_of(lost.begin(), lost.end(),
                                       [code](const Lost& one) { return code == std::string_view(one.code); });
        if (differs && !known)
            lost.push_back({code, ENOTSUP, {}});
    };
    note(!(now.modified == want.modified), kTimesLost);
    note(now.uid != want.uid || now.gid != want.gid, kOwnerLost);
    // A lost owner or ACL takes bits of the mode along, and says so by itself.
    note(!want.isLink() && lost.empty() && now.permissions() != want.permissions(), kModeLost);
    return 0;
}

} // namespace

long Place::list(char* buffer, std::size_t size) const
{
    if (m_fd >= 0)
        return ::flistxattr(m_fd, buffer, size);
    // listxattrat came with Linux 6.13; the way through /proc costs several times as much, and comparing asks it of
    // every entry twice. Most have no attributes, so it is the one call worth having in two ways.
    static std::atomic<bool> missing{false};
    if (!missing.load(std::memory_order_relaxed)) {
        constexpr long listxattrat = 465;
        const long length = ::syscall(listxattrat, m_dirFd, m_name, AT_SYMLINK_NOFOLLOW, buffer, size);
        if (length >= 0 || (errno != ENOSYS && errno != EPERM)) // EPERM: a sandbox that does not know the call
            return length;
        missing = true;
    }
    return ::llistxattr(procPath(m_dirFd, m_name).c_str(), buffer, size);
}

long Place::value(const char* name, char* buffer, std::size_t size) const
{
    return m_fd >= 0 ? ::fgetxattr(m_fd, name, buffer, size)
                     : ::lgetxattr(procPath(m_dirFd, m_name).c_str(), name, buffer, size);
}

int Place::read(Xattrs& xattrs) const
{
    xattrs.clear();
    char small[1024];
    std::string large;
    const char* names = small;
    long length = list(small, sizeof small);
    while (length < 0 && errno == ERANGE) {
        large.resize(std::max<std::size_t>(64 * 1024, large.size() * 2));
        length = list(large.data(), large.size());
        names = large.data();
    }
    if (length <= 0)
        return length == 0 || isUnsupported(errno) ? 0 : errno;
    std::string bytes;
    for (const char* name = names; name < names + length; name += std::strlen(name) + 1) {
        if (!isKept(name))
            continue;
        bytes.resize(64 * 1024); // XATTR_SIZE_MAX
        const long size = value(name, bytes.data(), bytes.size());
        if (size < 0 && (errno == ENODATA || isUnsupported(errno)))
            continue; // gone meanwhile
        if (size < 0)
            return errno;
        xattrs.emplace_back(name, bytes.substr(0, static_cast<std::size_t>(size)));
    }
    std::sort(xattrs.begin(), xattrs.end());
    return 0;
}

int Place::stat(Stat& stat) const
{
    return m_fd >= 0 ? statFd(m_fd, stat) : statAt(m_dirFd, m_name, stat);
}

int Place::set(const std::string& name, const std::string& value) const
{
    const int answer =
        m_fd >= 0 ? io::setXattr(m_fd, name.c_str(), value.data(), value.size())
                  : io::setXattrPath(procPath(m_dirFd, m_name).c_str(), name.c_str(), value.data(), value.size());
    return answer == 0 ? 0 : errno;
}

int Place::remove(const std::string& name) const
{
    const int answer = m_fd >= 0 ? io::removeXattr(m_fd, name.c_str())
                                 : io::removeXattrPath(procPath(m_dirFd, m_name).c_str(), name.c_str());
    return answer == 0 ? 0 : errno;
}

int Place::chown(std::uint32_t uid, std::uint32_t gid) const
{
    return (m_fd >= 0 ? io::chown(m_fd, uid, gid) : io::chownAt(m_dirFd, m_name, uid, gid)) == 0 ? 0 : errno;
}

int Place::chmod(std::uint32_t mode) const
{
    if (m_fd >= 0)
        return io::chmod(m_fd, mode) == 0 ? 0 : errno;
    // fchmodat follows links; an O_PATH descriptor pins what is meant.
    const Fd pinned(::openat(m_dirFd, m_name, O_PATH | O_NOFOLLOW | O_CLOEXEC));
    if (!pinned)
        return errno;
    return io::chmodPath(procPath(pinned.get()).c_str(), mode) == 0 ? 0 : errno;
}

int Place::times(const Time& accessed, const Time& modified) const
{
    const timespec both[2] = {accessed.spec(), modified.spec()};
    return (m_fd >= 0 ? io::times(m_fd, both) : io::timesAt(m_dirFd, m_name, both)) == 0 ? 0 : errno;
}

int applyAttributes(const Place& place, const Stat& want, const Xattrs& wantXattrs, const Present& have,
                    std::vector<Lost>& lost)
{
    const bool anyXattr = !wantXattrs.empty() || !have.xattrs.empty();
    const auto apply = [&](Group group, bool anew) {
        return anyXattr ? applyGroup(group, place, wantXattrs, have.xattrs, anew, lost) : 0;
    };
    if (const int error = apply(Group::Plain, false); error != 0)
        return error;
    bool ownerKept = true;
    const bool ownerDiffers = want.uid != have.stat.uid || want.gid != have.stat.gid;
    if (const int error = applyOwner(place, want, have.stat, ownerKept, lost); error != 0)
        return error;
    if (const int error = apply(Group::Acl, false); error != 0)
        return error;
    // chown clears set-id bits, and setting an ACL changes the group's: then the mode is set whatever it was.
    const bool modeForced = ownerDiffers || anyXattr;
    if (const int error = applyMode(place, want, wantXattrs, have.stat, modeForced, ownerKept, lost); error != 0)
        return error;
    if (const int error = apply(Group::Capability, ownerDiffers); error != 0)
        return error;
    if (const int error = applyTimes(place, want, have.stat, lost); error != 0)
        return error;
    return noteRounded(place, want, lost);
}

bool sameAttributes(const Stat& a, const Stat& b)
{
    return a.uid == b.uid && a.gid == b.gid && a.modified == b.modified &&
           (a.isLink() || a.permissions() == b.permissions());
}

} // namespace bascule::engine
