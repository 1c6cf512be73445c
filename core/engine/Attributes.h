// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Stat.h"

#include <string>
#include <utility>
#include <vector>

namespace bascule::engine {

/// Extended attributes worth keeping, sorted by name: user.*, trusted.*, security.capability and the POSIX ACLs as the
/// raw values that the kernel keeps them in.
using Xattrs = std::vector<std::pair<std::string, std::string>>;

/// Where attributes are read or written: an open file or folder, or (for links, fifos, devices and what is not to be
/// opened) a name in a folder, never followed.
class Place
{
public:
    static Place opened(int fd) { return Place(fd, -1, nullptr); }
    static Place named(int dirFd, const char* name) { return Place(-1, dirFd, name); }

    /// 0 or an errno; file systems without xattrs have none.
    int read(Xattrs& xattrs) const;
    int stat(Stat& stat) const;
    int set(const std::string& name, const std::string& value) const;
    int remove(const std::string& name) const;
    int chown(std::uint32_t uid, std::uint32_t gid) const;
    int chmod(std::uint32_t mode) const;
    int times(const Time& accessed, const Time& modified) const;

private:
    Place(int fd, int dirFd, const char* name)
        : m_fd(fd)
        , m_dirFd(dirFd)
        , m_name(name)
    {
    }
    long list(char* buffer, std::size_t size) const;
    long value(const char* name, char* buffer, std::size_t size) const;

    int m_fd;
    int m_dirFd;
    const char* m_name;
};

inline constexpr const char* kOwnerLost = "metadata.owner-not-kept";

/// Something that a target could not keep: a code (kOwnerLost, "metadata.mode-not-kept", …) and the errno.
struct Lost
{
    const char* code;
    int error;
    std::string detail;
};

/// What there is at the place already.
struct Present
{
    Stat stat;
    Xattrs xattrs;
};

/// Gives a place the wanted attributes, setting only what differs, in the order in which none undoes another: user
/// attributes while the file is still ours, owner, ACL, mode, capability, times. What cannot be kept is added to
/// `lost`; the answer is 0, or the errno of a disk that fails, is full or read-only. Without the owner, the set-id bits
/// are dropped too: they would lend our identity to the file.
int applyAttributes(const Place& place, const Stat& want, const Xattrs& wantXattrs, const Present& have,
                    std::vector<Lost>& lost);

/// Whether nothing would be set. Times of the last access do not count.
bool sameAttributes(const Stat& a, const Stat& b);

} // namespace bascule::engine
