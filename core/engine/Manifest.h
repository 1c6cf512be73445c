// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Inspection.h"
#include "core/engine/Result.h"
#include "core/engine/Tree.h"

#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace bascule::engine {

/// What contents and lines are hashed with.
enum class ManifestHash : std::uint8_t { Xxh3, Sha256 };

/// What a manifest says of itself. How one is written: ManifestText.h.
struct ManifestHeader
{
    ManifestHash hash = ManifestHash::Xxh3;
    std::string root;             ///< where the tree was, for people
    std::int64_t madeSeconds = 0; ///< since 1970, UTC
    std::vector<std::string> excludes;
};

struct ManifestTotals
{
    std::int64_t entries = 0; ///< without the root
    std::int64_t bytes = 0;   ///< of files
    std::int64_t notRead = 0; ///< things that could not be read: the manifest is not whole
    std::string rootHash;     ///< over the lines of all paths, in hex; equal trees have equal ones
};

struct ManifestReport
{
    bool cancelled = false; ///< nothing was written
    bool whole = false;     ///< never true when cancelled or when something could not be read
    ManifestTotals totals;
    std::vector<Unreadable> notRead; ///< at most 10,000; totals.notRead counts all
    double seconds = 0;
};

/// Writes a tree down as it comes, with hashes of `header.hash`'s kind. The file is staged beside its place, brought to
/// the disk, read again, and renamed; only its owner may read it. Blocks. Errors: "path.exists" (unless `replace`),
/// those of the stream and of the disk, "path.too-long" (beyond 64 KiB), "link.garbled" of a stream that is no tree.
Result<ManifestReport> writeManifest(InspectionStream& tree, const ManifestHeader& header, const std::string& out,
                                     bool replace, const std::stop_token& stop);

/// Writes a tree down while somebody else reads it: what comes through is what the manifest tells. A disk that fails
/// keeps nothing from who reads; finish() says so. One thread.
class ManifestTee final : public InspectionStream
{
public:
    /// `tree` and `stop` must outlive it. As writeManifest().
    ManifestTee(InspectionStream& tree, ManifestHeader header, std::string out, bool replace,
                const std::stop_token& stop);
    ~ManifestTee() override; ///< what is not finished is removed
    Result<bool> next(Inspected& one) override;
    /// Whether all that came could be written so far.
    bool isGood() const;
    /// When next() has said false: the file gets its name. Results as writeManifest().
    Result<ManifestReport> finish();

private:
    class State;
    std::unique_ptr<State> m_state;
};

/// A manifest as a tree that comes. Memory stays the same for any number of paths. Nothing in it is believed: paths
/// that lead elsewhere, are out of order or there twice, lines that no writer writes, wrong counts and hashes end it.
/// One thread. Errors (params line, where there is one): "path.missing", "path.denied", "path.not-a-file",
/// "manifest.none" (something else), "manifest.version" (of a later version), "manifest.truncated",
/// "manifest.line-too-long", "manifest.garbled", "manifest.path" (leads elsewhere), "manifest.order",
/// "manifest.counts", "manifest.altered" (a hash), "manifest.trailing" (something after its end).
class ManifestReader final : public InspectionStream
{
public:
    static Result<std::unique_ptr<ManifestReader>> open(const std::string& path, const std::stop_token& stop);
    /// Of an opened file, from its beginning. `name` is what it is called in errors.
    static Result<std::unique_ptr<ManifestReader>> open(Fd file, const std::string& name, const std::stop_token& stop);
    ~ManifestReader() override;

    const ManifestHeader& header() const;
    Result<bool> next(Inspected& one) override;
    /// Complete once next() has said false without a stop: everything is proved then.
    const ManifestTotals& totals() const;

private:
    class State;
    explicit ManifestReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// What a manifest is, all of it read and proved.
struct ManifestFacts
{
    ManifestHeader header;
    ManifestTotals totals;
};

/// Blocks. Errors: those of ManifestReader, "cancelled".
Result<ManifestFacts> verifyManifest(const std::string& path, const std::stop_token& stop);

} // namespace bascule::engine
