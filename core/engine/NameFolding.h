// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace bascule::engine {

/// Whether names that differ only in case are one name in this folder (FAT, exFAT, NTFS, SMB, HFS+, ext4 with
/// casefold).
bool foldsNames(int folderFd);

/// The name as such a file system compares it, near enough: Latin, Greek and Cyrillic letters made small.
std::string foldedName(std::string_view name);

/// The folded names that more than one entry of the folder has.
std::set<std::string> conflictingNames(int folderFd);

} // namespace bascule::engine
