// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/NameFolding.h"

#include "core/engine/Folder.h"

#include <cstdint>

#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/vfs.h>

namespace bascule::engine {

namespace {

/// The next code point; bytes that are no UTF-8 stand for themselves, above all code points.
std::uint32_t nextCodePoint(std::string_view name, std::size_t& at)
{
    const auto first = static_cast<unsigned char>(name[at++]);
    const int more = first >= 0xf0 && first < 0xf8   ? 3
                     : first >= 0xe0 && first < 0xf0 ? 2
                     : first >= 0xc2 && first < 0xe0 ? 1
                                                     : 0;
    if (first < 0x80)
        return first;
    std::uint32_t point = more == 3 ? first & 7U : more == 2 ? first & 15U : first & 31U;
    if (more == 0 || at + static_cast<std::size_t>(more) > name.size())
        return 0x110000U + first;
    for (int i = 0; i < more; ++i) {
        const auto next = static_cast<unsigned char>(name[at + static_cast<std::size_t>(i)]);
        if ((next & 0xc0U) != 0x80U)
            return 0x110000U + first;
        point = point << 6U | (next & 0x3fU);
    }
    at += static_cast<std::size_t>(more);
    return point;
}

std::uint32_t small(std::uint32_t point)
{
    const auto within = [point](std::uint32_t first, std::uint32_t last) { return point >= first && point <= last; };
    if (within('A', 'Z') || (within(0xc0, 0xde) && point != 0xd7) || within(0x391, 0x3a9) || within(0x410, 0x42f))
        return point + 32;
    if (within(0x400, 0x40f))
        return point + 80;
    if (within(0x139, 0x148) || within(0x179, 0x17e)) // the large ones are odd there
        return point + (point & 1U);
    if (within(0x100, 0x137) || within(0x14a, 0x177) || within(0x460, 0x481) || within(0x1e00, 0x1eff))
        return point | 1U;
    return point;
}

} // namespace

bool foldsNames(int folderFd)
{
    struct statfs info;
    if (::fstatfs(folderFd, &info) != 0)
        return false;
    switch (static_cast<std::uint32_t>(info.f_type)) {
    case 0x4d44U:     // FAT
    case 0x2011bab0U: // exFAT
    case 0x7366746eU: // NTFS
    case 0x5346544eU:
    case 0xfe534d42U: // SMB
    case 0xff534d42U:
    case 0x482bU: // HFS+
        return true;
    case 0xef53U: // ext4 and F2FS fold in folders that are marked so
    case 0xf2f52010U: {
        int flags = 0;
        return ::ioctl(folderFd, FS_IOC_GETFLAGS, &flags) == 0 && (flags & 0x40000000) != 0; // FS_CASEFOLD_FL
    }
    default:
        return false;
    }
}

std::string foldedName(std::string_view name)
{
    std::string folded;
    for (std::size_t at = 0; at < name.size();) {
        const std::uint32_t point = small(nextCodePoint(name, at));
        for (unsigned shift = 0; shift < 24; shift += 8)
            folded.push_back(static_cast<char>(point >> shift & 0xffU));
    }
    return folded;
}

std::set<std::string> conflictingNames(int folderFd)
{
    std::set<std::string> seen;
    std::set<std::string> conflicts;
    const Fd again = openFolder(folderFd, ""); // a reading position of its own
    if (!again)
        return conflicts;
    FolderReader reader(again.get());
    while (const char* name = reader.next()) {
        std::string folded = foldedName(name);
        if (!seen.insert(folded).second)
            conflicts.insert(std::move(folded));
    }
    return conflicts;
}

} // namespace bascule::engine
