// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hosts/TransferJobs.h"

namespace bascule {

/// Writes a manifest of a place, with progress of its own. Facts: manifest (the file), hash, rootHash, entries, bytes,
/// whole, notRead (path, reason), notReadTotal, seconds. good: whole. In a job's thread.
Outcome writeManifest(const HostPath& place, const ManifestWish& wish, const std::vector<std::string>& excludes,
                      JobContext& context);

/// writeManifest() of a folder.
class ManifestJob final : public Job
{
public:
    ManifestJob(TransferEnd folder, ManifestWish wish, std::vector<std::string> excludes)
        : m_folder(std::move(folder))
        , m_wish(std::move(wish))
        , m_excludes(std::move(excludes))
    {
    }
    Item title() const override;
    Outcome run(JobContext& context) override;

private:
    TransferEnd m_folder;
    ManifestWish m_wish;
    std::vector<std::string> m_excludes;
};

/// Compares what a manifest tells of, as the left side, with a folder. Facts: those of CompareJob, and those of
/// ManifestVerifyJob as `manifest`.
class ManifestCompareJob final : public Job
{
public:
    ManifestCompareJob(Path manifest, TransferEnd folder, engine::CompareOptions options)
        : m_manifest(std::move(manifest))
        , m_folder(std::move(folder))
        , m_options(std::move(options))
    {
    }
    Item title() const override;
    Outcome run(JobContext& context) override;

private:
    Path m_manifest;
    TransferEnd m_folder;
    engine::CompareOptions m_options;
};

/// Reads a manifest and proves that it is as it was written. Facts: manifest (the file), root, made (ISO 8601, UTC),
/// hash, rootHash, entries, bytes, excludes, whole, notReadTotal. It is good also when it is not whole.
class ManifestVerifyJob final : public Job
{
public:
    explicit ManifestVerifyJob(Path manifest)
        : m_manifest(std::move(manifest))
    {
    }
    Item title() const override;
    Outcome run(JobContext& context) override;

private:
    Path m_manifest;
};

} // namespace bascule
