// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/wire/Manifests.h"
#include "core/hosts/Host.h"

namespace bascule {

// Manifests of a folder in any place; they lie on this machine. Blocking, as what they are named after.

/// As engine::wire::writeManifest().
Result<engine::ManifestReport> writeManifestOf(const HostPath& place, const std::string& out,
                                               const engine::wire::ManifestOptions& options, engine::Counters& counters,
                                               std::stop_token stop);
/// As engine::wire::compareWithManifest().
Result<engine::CompareReport> comparePlaceWithManifest(const std::string& manifest, const HostPath& place,
                                                       const engine::CompareOptions& options,
                                                       engine::ManifestFacts& facts, engine::Counters& counters,
                                                       std::stop_token stop);
/// As engine::wire::compareAndWrite(): a manifest of the right side.
Result<engine::CompareReport> comparePlacesAndWrite(const HostPath& left, const HostPath& right,
                                                    const engine::CompareOptions& options, const std::string& out,
                                                    const engine::wire::ManifestOptions& manifest,
                                                    const std::function<bool(const engine::CompareReport&)>& wanted,
                                                    std::optional<Result<engine::ManifestReport>>& written,
                                                    engine::Counters& counters, std::stop_token stop);
/// As engine::wire::manifestMayLieAt().
Result<void> manifestMayLieAt(const std::string& out, const HostPath& place, bool replace);

} // namespace bascule
