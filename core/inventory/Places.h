// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/Values.h"

#include <optional>
#include <string>
#include <string_view>

namespace bascule::inventory {

/// Where administrators put what: the one table that turns places of a tree into assets. Pure; any thread.
struct PlaceRule
{
    const char* pattern; ///< components relative to the server's root; '*' stands within a component, never for a dot
    AssetKind kind;
};

/// The asset that a folder is by its place, if any. A container such as srv/shares is none: its children are.
std::optional<AssetKind> folderKind(std::string_view path);
/// The asset that a single file is by its place: a scheduled task or a service.
std::optional<AssetKind> fileKind(std::string_view path);
/// A folder whose children are websites or applications; with files of its own it is one itself.
bool isApplicationContainer(std::string_view path);
/// A folder's name that speaks of backups: "backups", "sauvegardes", "dumps", …
bool isBackupFolderName(std::string_view name);
/// Folders of the operating system, which never hold backups of ours, whatever archives lie there.
bool isSystemPlace(std::string_view path);
/// By its suffix: tar in all compressions, zip, 7z, dumps.
bool isArchiveName(std::string_view name);
/// Archives that a schedule makes carry their day: "2026-11-23", "20261123".
bool isDatedName(std::string_view name);
/// What usually lies beside an archive and is none: checksums, logs, signatures.
bool isArchiveCompanion(std::string_view name);

/// The last component; the folder of a path ("" for the first level).
std::string_view baseName(std::string_view path);
std::string_view folderOf(std::string_view path);
/// True when `path` is `folder` or lies below it; everything lies below "".
bool isWithin(std::string_view path, std::string_view folder);

} // namespace bascule::inventory
