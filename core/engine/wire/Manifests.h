// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Compare.h"
#include "core/engine/Manifest.h"
#include "core/engine/wire/Transfer.h"

#include <functional>
#include <optional>

namespace bascule::engine::wire {

struct ManifestOptions
{
    std::vector<std::string> excludes; ///< as in SyncOptions
    bool sha256 = false;
    bool replace = false; ///< a file that has the manifest's name
    int threads = 0;
    std::int64_t nowSeconds = 0; ///< what the manifest says of when it was made; since 1970
};

/// Whether a manifest of the folder (none: it is elsewhere) can be written there, to know before the work. Errors:
/// "path.exists" (unless `replace`), "path.missing" and the like of its own folder, "manifest.inside-folder" (it would
/// describe itself).
Result<void> manifestMayLieAt(const std::string& out, const std::string& folder, bool replace);

/// writeManifest() of a folder here or on a server, which hashes its own contents. The manifest is on this machine.
/// Errors besides: those of compare() and of manifestMayLieAt().
Result<ManifestReport> writeManifest(const TreeEnd& tree, const std::string& out, const ManifestOptions& options,
                                     Counters& counters, const std::stop_token& stop);

/// compare() of two folders that writes down the right one from the same reading. The manifest is kept when `wanted`
/// says so of the report; `written` gets what became of it: trouble with it is none of the comparison. Contents are
/// always compared, and what `options` excludes is excluded; of `manifest` hash and excludes do not count.
Result<CompareReport> compareAndWrite(const TreeEnd& left, const TreeEnd& right, const CompareOptions& options,
                                      const std::string& out, const ManifestOptions& manifest,
                                      const std::function<bool(const CompareReport&)>& wanted,
                                      std::optional<Result<ManifestReport>>& written, Counters& counters,
                                      const std::stop_token& stop);

/// compare() of the tree that a manifest tells of, on the left, with a folder. What the manifest left out is left out
/// of the folder too, and what `options` excludes besides of both. `facts` gets what the manifest is. Contents are
/// always compared. Errors: those of ManifestReader and of compare().
Result<CompareReport> compareWithManifest(const std::string& manifest, const TreeEnd& tree,
                                          const CompareOptions& options, ManifestFacts& facts, Counters& counters,
                                          const std::stop_token& stop);

} // namespace bascule::engine::wire
