// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/HostLooks.h"
#include "core/hosts/Host.h"

namespace bascule {

// What is looked at on a server: core/engine/HostLooks.h of a place. Block; any thread; errors name the place.

/// An error that says nothing about a server's files, only that they cannot be asked about now: what was under way may
/// be gone on with later.
bool isUnreachable(const Error& error);

/// What there is at a place, a link unfollowed unless told; nothing also where the system does not let us look. Errors
/// only of the way there.
Result<std::optional<engine::FileFacts>> lookAt(const HostPath& place, bool followLinks = false);
/// Whether anything has that name, as lookAt().
Result<bool> presentAt(const HostPath& place);
/// A folder there, or why not: "path.missing", "path.not-a-folder", system codes.
Result<void> folderThere(const HostPath& place);
/// All names in a folder, sorted. Errors: system codes.
Result<std::vector<std::string>> namesIn(const HostPath& folder);
Result<engine::FileStart> readStart(const HostPath& file, std::int64_t most, bool followLinks, std::stop_token stop);
/// One text for each of `paths`, which are relative to `root`.
Result<std::vector<std::string>> rightsOf(const HostPath& root, const std::vector<std::string>& paths,
                                          std::stop_token stop);
Result<std::vector<std::string>> resolvedPaths(const HostPath& root, const std::vector<std::string>& paths,
                                               std::stop_token stop);
Result<engine::ReadRate> readRate(const HostPath& root, const std::vector<std::string>& files, int threads,
                                  std::int64_t limit, std::stop_token stop);
Result<engine::FolderIdentity> folderIdentity(const HostPath& folder);
Result<engine::TreeSum> treeSum(const HostPath& root, const std::vector<std::string>& excludes,
                                const std::set<std::string>& loose, std::stop_token stop);
Result<std::int64_t> bytesOnDisk(const HostPath& root, std::stop_token stop);

/// How two folders lie to each other, also where both are on servers that turn out to be one machine.
enum class Nesting { Apart, Same, SecondInFirst, FirstInSecond };
Result<Nesting> nestingOf(const HostPath& first, const HostPath& second);

} // namespace bascule
