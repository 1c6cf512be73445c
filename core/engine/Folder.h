// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Fd.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace bascule::engine {

/// Opens the folder `path` (relative, "" is the root itself) below `rootFd` for reading, following no link on the way
/// and never leaving the root. Paths may be longer than PATH_MAX. −1 and errno when it cannot.
Fd openFolder(int rootFd, std::string_view path);
/// Opens a folder that is a direct child; no link is followed.
Fd openChildFolder(int dirFd, const char* name);
/// Opens a folder given by the user: links are followed. −1 and errno.
Fd openRoot(const char* path);
/// Opens a file for reading without following a link, without blocking on fifos and, where allowed, without touching
/// its access time. −1 and errno.
Fd openForReading(int dirFd, const char* name);

/// Reads a folder's names in the kernel's order, a buffer at a time: memory stays the same for any number of entries.
class FolderReader
{
public:
    explicit FolderReader(int fd);
    /// The next name other than "." and ".."; nullptr at the end or on an error (see error()). Valid until the next
    /// call.
    const char* next();
    int error() const { return m_error; }
    unsigned char type() const { return m_type; } ///< DT_* of the last name

private:
    int m_fd;
    int m_error = 0;
    unsigned char m_type = 0;
    long m_position = 0;
    long m_filled = 0;
    std::unique_ptr<char[]> m_buffer;
};

/// Many names in one block of memory, sorted on request.
class NameList
{
public:
    /// 0 or an errno; what was read so far is kept.
    int read(int dirFd);
    void add(std::string_view name);
    void sort();
    std::size_t size() const { return m_starts.size(); }
    const char* at(std::size_t index) const { return m_bytes.data() + m_starts[index]; }

private:
    std::string m_bytes;
    std::vector<std::size_t> m_starts;
};

/// `folder` + '/' + `name`, or just the name at the root.
std::string joined(std::string_view folder, std::string_view name);

/// `/proc/self/fd/N/name`: xattr calls know no dirfd. The last component is not followed by the l*xattr calls.
std::string procPath(int dirFd, const char* name);
std::string procPath(int fd);

} // namespace bascule::engine
