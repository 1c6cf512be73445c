// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wire/Manifests.h"

#include "core/engine/CompareStreams.h"
#include "core/engine/Folder.h"
#include "core/engine/HostFiles.h"
#include "core/engine/wire/Comparison.h"
#include "core/engine/wire/Helper.h"

#include <functional>

namespace bascule::engine::wire {

namespace {

/// A tree without what is excluded.
class Excluding final : public InspectionStream
{
public:
    Excluding(InspectionStream& tree, const std::vector<std::string>& globs)
        : m_tree(tree)
        , m_excludes(globs)
    {
    }
    Result<bool> next(Inspected& one) override
    {
        for (;;) {
            auto more = m_tree.next(one);
            if (!more || !*more || keeps(one))
                return more;
        }
    }

private:
    bool keeps(const Inspected& one)
    {
        if (one.kind == Inspected::Kind::End) {
            if (m_skipping > 0) {
                --m_skipping;
                return false;
            }
            if (!m_folders.empty())
                m_folders.pop_back();
            m_folder.resize(m_folders.empty() ? 0 : m_folders.back());
            return true;
        }
        std::string path = one.name.empty() ? std::string() : joined(m_folder, one.name);
        // As a walk: what could not be looked at is no folder.
        const bool out = m_skipping > 0 || (!path.empty() && m_excludes.match(path, one.stat.isFolder()));
        if (out)
            m_skipping += one.opened ? 1 : 0;
        if (out || !one.opened)
            return !out;
        m_folder = std::move(path);
        m_folders.push_back(m_folder.size());
        return true;
    }

    InspectionStream& m_tree;
    const Excludes m_excludes;
    std::size_t m_skipping = 0; ///< folders that are passed by
    std::string m_folder;
    std::vector<std::size_t> m_folders;
};

/// Cancels what a helper does when the stop comes, as long as this lives.
std::stop_callback<std::function<void()>> hurrying(const TreeEnd& tree, const std::stop_token& stop)
{
    return std::stop_callback<std::function<void()>>(stop, [helper = tree.helper] {
        if (helper != nullptr)
            helper->hurry();
    });
}

void complete(Counters& counters, bool cancelled)
{
    if (!cancelled) {
        counters.totalsKnown = true;
        counters.itemsDone = counters.itemsTotal.load();
        counters.bytesDone = counters.bytesTotal.load();
    }
    counters.phase = Phase::Idle;
}

} // namespace

Result<void> manifestMayLieAt(const std::string& out, const std::string& folder, bool replace)
{
    if (!replace && existsAt(out))
        return Error{"path.exists", Severity::Fatal, out, {}, {}};
    const std::size_t slash = out.rfind('/');
    const std::string above = slash == std::string::npos ? "." : out.substr(0, slash + 1);
    if (auto writable = folderAt(above, true); !writable)
        return writable;
    const auto place = realPath(above);
    const auto root = folder.empty() ? Result<std::string>(std::string()) : realPath(folder);
    // What is not there yet holds nothing.
    if (place && root && !root->empty() && (*root == "/" || *place == *root || place->starts_with(*root + '/')))
        return Error{"manifest.inside-folder", Severity::Fatal, out, {}, {}};
    return {};
}

Result<ManifestReport> writeManifest(const TreeEnd& tree, const std::string& out, const ManifestOptions& options,
                                     Counters& counters, const std::stop_token& stop)
{
    const std::string folder = tree.helper == nullptr ? tree.path : std::string();
    if (const auto may = manifestMayLieAt(out, folder, options.replace); !may)
        return may.error();
    InspectOptions inspect;
    inspect.excludes = options.excludes;
    inspect.sha256 = options.sha256;
    inspect.threads = options.threads;
    inspect.totals = true;
    counters.phase = Phase::Comparing;
    auto stream = inspectEnd(tree, inspect, counters, stop);
    if (!stream)
        return stream.error();
    const auto hurry = hurrying(tree, stop);
    ManifestHeader header;
    header.hash = options.sha256 ? ManifestHash::Sha256 : ManifestHash::Xxh3;
    header.root = tree.name;
    header.madeSeconds = options.nowSeconds;
    header.excludes = options.excludes;
    auto report = engine::writeManifest(**stream, header, out, options.replace, stop);
    stream->reset();
    complete(counters, !report || report->cancelled);
    return report;
}

Result<CompareReport> compareAndWrite(const TreeEnd& left, const TreeEnd& right, const CompareOptions& options,
                                      const std::string& out, const ManifestOptions& manifest,
                                      const std::function<bool(const CompareReport&)>& wanted,
                                      std::optional<Result<ManifestReport>>& written, Counters& counters,
                                      const std::stop_token& stop)
{
    CompareOptions all = options;
    all.contents = true;
    ManifestHeader header;
    header.root = right.name;
    header.madeSeconds = manifest.nowSeconds;
    header.excludes = options.excludes;
    std::unique_ptr<ManifestTee> tee;
    auto report = compare(left, right, all, counters, stop, [&](InspectionStream& tree) -> InspectionStream& {
        tee = std::make_unique<ManifestTee>(tree, header, out, manifest.replace, stop);
        return *tee;
    });
    // The tree is gone by now, and all of it has come.
    if (report && !report->cancelled && wanted(*report))
        written = tee->finish();
    return report;
}

Result<CompareReport> compareWithManifest(const std::string& manifest, const TreeEnd& tree,
                                          const CompareOptions& options, ManifestFacts& facts, Counters& counters,
                                          const std::stop_token& stop)
{
    // Its own truth first: hashing a large tree takes longer than reading this.
    auto verified = verifyManifest(manifest, stop);
    if (!verified)
        return verified.error();
    facts = std::move(*verified);
    auto reader = ManifestReader::open(manifest, stop);
    if (!reader)
        return reader.error();
    Excluding left(**reader, options.excludes);
    CompareOptions all = options;
    all.contents = true;
    all.excludes.insert(all.excludes.end(), facts.header.excludes.begin(), facts.header.excludes.end());
    InspectOptions inspect;
    inspect.excludes = all.excludes;
    inspect.sha256 = facts.header.hash == ManifestHash::Sha256;
    inspect.threads = options.threads;
    inspect.totals = true;
    counters.phase = Phase::Comparing;
    auto right = inspectEnd(tree, inspect, counters, stop);
    if (!right)
        return right.error();
    const auto hurry = hurrying(tree, stop);
    auto report = engine::compare(left, **right, all, stop);
    right->reset();
    // What was compared is what was proved, also when somebody wrote to the file meanwhile.
    if (report && !report->cancelled && (*reader)->totals().rootHash != facts.totals.rootHash)
        return Error{"manifest.altered", Severity::Fatal, manifest, {}, "while it was read"};
    complete(counters, !report || report->cancelled);
    return report;
}

} // namespace bascule::engine::wire
