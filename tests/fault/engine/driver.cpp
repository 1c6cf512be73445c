// SPDX-License-Identifier: GPL-3.0-or-later
// One engine call in a process of its own. Exit: 0 done and good, 1 done and not good, 2 usage, 3 an error, 4
// cancelled.
#include "core/engine/Compare.h"
#include "core/engine/Io.h"
#include "core/engine/Sync.h"
#include "core/engine/wire/Helper.h"
#include "core/engine/wire/Transfer.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

using namespace bascule;
using namespace bascule::engine;

namespace {

int report(const Error& error)
{
    std::fprintf(stderr, "error %s %s %s\n", error.code.c_str(), error.subject.c_str(), error.detail.c_str());
    return 3;
}

/// Which ends of a sync are with helpers in processes of their own.
struct Ends
{
    std::string server; ///< the program of the helpers
    bool from = false, into = false;
};

Result<std::unique_ptr<wire::Helper>> helper(const std::string& server)
{
    const std::string nonce = wire::newNonce();
    auto channel = wire::Channel::start({server, nonce});
    if (!channel)
        return channel.error();
    return wire::Helper::greet(std::move(*channel), nonce, {}, {});
}

Result<SyncReport> syncBetween(const Ends& ends, const SyncOptions& options, const std::vector<std::string>& paths,
                               Counters& counters, const std::function<void(const SyncAction&)>& tell)
{
    if (!ends.from && !ends.into)
        return sync(paths[0], paths[1], options, counters, {}, tell);
    std::unique_ptr<wire::Helper> helpers[2];
    for (const bool far : {false, true}) {
        if (!(far ? ends.into : ends.from))
            continue;
        auto made = helper(ends.server);
        if (!made)
            return made.error();
        helpers[far ? 1 : 0] = std::move(*made);
    }
    return wire::transfer({helpers[0].get(), paths[0], paths[0]}, {helpers[1].get(), paths[1], paths[1]}, options,
                          counters, {}, tell);
}

int runSync(const SyncOptions& options, const std::vector<std::string>& paths, bool talks, const Ends& ends)
{
    Counters counters;
    const auto tell = [talks](const SyncAction& action) {
        static const char* const names[] = {"create", "replace", "metadata", "delete"};
        if (talks)
            std::printf("%s %s\n", names[static_cast<int>(action.kind)], action.path.c_str());
    };
    const Result<SyncReport> result = syncBetween(ends, options, paths, counters, tell);
    std::fprintf(stderr, "calls %lld\n", static_cast<long long>(io::mutatingCalls()));
    if (!result)
        return report(result.error());
    for (const SkippedItem& item : result->skipped)
        std::fprintf(stderr, "skipped %s %s %s\n", item.reason.c_str(), item.path.c_str(), item.detail.c_str());
    std::printf("created %lld replaced %lld metadata %lld deleted %lld unchanged %lld transferred %lld skipped %lld "
                "verified %d seconds %.3f\n",
                static_cast<long long>(result->created), static_cast<long long>(result->replaced),
                static_cast<long long>(result->metadataOnly), static_cast<long long>(result->deleted),
                static_cast<long long>(result->unchanged), static_cast<long long>(result->transferred),
                static_cast<long long>(result->skippedTotal), result->verified ? 1 : 0, result->seconds);
    if (result->cancelled)
        return 4;
    return result->verified || options.dryRun ? 0 : 1;
}

int runCompare(const std::vector<std::string>& paths)
{
    Counters counters;
    const Result<CompareReport> result = compare(paths[0], paths[1], {}, counters, {});
    if (!result)
        return report(result.error());
    for (const Difference& one : result->differences)
        std::printf("%s %s %s\n", one.what.c_str(), one.path.c_str(), one.detail.c_str());
    std::printf("%s entries %lld bytes %lld seconds %.3f\n", result->leftRootHash.c_str(),
                static_cast<long long>(result->entries), static_cast<long long>(result->bytes), result->seconds);
    return result->equal ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    SyncOptions options;
    std::vector<std::string> paths;
    bool talks = false;
    Ends ends;
    for (int i = 2; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--delete")
            options.deleteExtra = true;
        else if (word == "--checksum")
            options.checksum = true;
        else if (word == "--dry-run")
            options.dryRun = true;
        else if (word == "--not-durable")
            options.durable = false;
        else if (word == "--talk")
            talks = true;
        else if (word == "--prove-every" && i + 1 < argc)
            ::setenv("BASCULE_PROVE_EVERY", argv[++i], 1); // read later; helpers inherit it
        else if (word == "--threads" && i + 1 < argc)
            options.threads = std::atoi(argv[++i]);
        else if (word == "--keep" && i + 1 < argc)
            options.keepReplacedIn = argv[++i];
        else if (word == "--helpers" && i + 2 < argc) {
            const std::string which = argv[++i];
            ends = {argv[++i], which != "into", which != "from"};
        } else if (word == "--exclude" && i + 1 < argc)
            options.excludes.emplace_back(argv[++i]);
        else
            paths.push_back(word);
    }
    if (argc > 1 && paths.size() == 2 && std::strcmp(argv[1], "sync") == 0)
        return runSync(options, paths, talks, ends);
    if (argc > 1 && paths.size() == 2 && std::strcmp(argv[1], "compare") == 0)
        return runCompare(paths);
    std::fprintf(stderr, "usage: engine-driver sync|compare [options] SOURCE TARGET\n");
    return 2;
}
