// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/HostLooks.h"

#include "core/engine/wire/Frame.h"

#include <algorithm>
#include <cerrno>

namespace bascule {

namespace {

using Call = engine::wire::Message;

/// Asks about many paths in calls that fit.
Result<std::vector<std::string>> ofEach(const char* operation, const HostPath& root,
                                        const std::vector<std::string>& paths, const std::stop_token& stop)
{
    constexpr std::size_t most = engine::wire::kMostControl / 8;
    std::vector<std::string> found;
    for (std::size_t at = 0; at < paths.size();) {
        std::vector<std::string> some;
        for (std::size_t size = 0; at < paths.size() && size < most && some.size() < 500; ++at) {
            size += paths[at].size();
            some.push_back(paths[at]);
        }
        const std::size_t asked = some.size();
        const auto answer = root.at().ask(Call(operation).set("path", root.path).set("paths", std::move(some)), stop);
        if (!answer)
            return answer.error();
        std::vector<std::string> said = answer->texts("found");
        said.resize(asked);
        found.insert(found.end(), said.begin(), said.end());
        if (stop.stop_requested())
            return makeError("cancelled");
    }
    return found;
}

} // namespace

bool isUnreachable(const Error& error)
{
    const std::string& code = error.code;
    if (code == "helper.answer-too-long" || code == "helper.unknown-call")
        return false; // it would be the same the next time
    return code.starts_with("link.") || code.starts_with("ssh.") || code.starts_with("helper.") ||
           code == "server.not-connected";
}

Result<std::optional<engine::FileFacts>> lookAt(const HostPath& place, bool followLinks)
{
    auto facts = place.at().factsAt(place.path, followLinks);
    if (!facts && !place.isHere() && (isUnreachable(facts.error()) || facts.error().code == "cancelled"))
        return facts;
    return facts ? std::move(facts) : Result<std::optional<engine::FileFacts>>(std::optional<engine::FileFacts>());
}

Result<bool> presentAt(const HostPath& place)
{
    const auto facts = lookAt(place);
    if (!facts)
        return facts.error();
    return facts->has_value();
}

Result<void> folderThere(const HostPath& place)
{
    const auto facts = place.at().factsAt(place.path, true);
    if (!facts)
        return facts.error();
    if (!*facts)
        return systemError(ENOENT, place.shown().toStdString(), "stat", Severity::Fatal);
    return (*facts)->kind == 'd' ? Result<void>() : Result<void>(makeError("path.not-a-folder", place.shown()));
}

Result<std::vector<std::string>> namesIn(const HostPath& folder)
{
    std::vector<std::string> names;
    for (;;) {
        const auto answer = folder.at().ask(
            Call("names").set("path", folder.path).set("after", names.empty() ? std::string() : names.back()));
        if (!answer)
            return answer.error();
        const std::vector<std::string> some = answer->texts("names");
        names.insert(names.end(), some.begin(), some.end());
        if (!answer->flag("more") || some.empty())
            return names;
    }
}

Result<engine::FileStart> readStart(const HostPath& file, std::int64_t most, bool followLinks, std::stop_token stop)
{
    const auto answer = file.at().ask(
        Call("read-start").set("path", file.path).set("most", most).set("follow", followLinks), std::move(stop));
    if (!answer)
        return answer.error();
    return engine::FileStart{answer->number("size"), answer->number("read")};
}

Result<std::vector<std::string>> rightsOf(const HostPath& root, const std::vector<std::string>& paths,
                                          std::stop_token stop)
{
    return ofEach("rights", root, paths, stop);
}

Result<std::vector<std::string>> resolvedPaths(const HostPath& root, const std::vector<std::string>& paths,
                                               std::stop_token stop)
{
    return ofEach("resolved", root, paths, stop);
}

Result<engine::ReadRate> readRate(const HostPath& root, const std::vector<std::string>& files, int threads,
                                  std::int64_t limit, std::stop_token stop)
{
    const auto answer = root.at().ask(Call("read-rate")
                                          .set("path", root.path)
                                          .set("paths", files)
                                          .set("threads", std::int64_t{threads})
                                          .set("limit", limit),
                                      std::move(stop));
    if (!answer)
        return answer.error();
    return engine::ReadRate{answer->number("rate"), answer->number("failures")};
}

Result<engine::FolderIdentity> folderIdentity(const HostPath& folder)
{
    const auto answer = folder.at().ask(Call("identity").set("path", folder.path));
    if (!answer)
        return answer.error();
    return engine::FolderIdentity{answer->text("machine"), answer->texts("chain")};
}

Result<engine::TreeSum> treeSum(const HostPath& root, const std::vector<std::string>& excludes,
                                const std::set<std::string>& loose, std::stop_token stop)
{
    const auto answer = root.at().ask(Call("tree-sum")
                                          .set("path", root.path)
                                          .set("excludes", excludes)
                                          .set("loose", std::vector<std::string>(loose.begin(), loose.end())),
                                      std::move(stop));
    if (!answer)
        return answer.error();
    return engine::TreeSum{answer->text("hash"), answer->number("entries"), answer->number("bytes"),
                           answer->number("newestCtimeNs"), answer->number("unreadable")};
}

Result<std::int64_t> bytesOnDisk(const HostPath& root, std::stop_token stop)
{
    const auto answer = root.at().ask(Call("bytes-on-disk").set("path", root.path), std::move(stop));
    if (!answer)
        return answer.error();
    return answer->number("bytes");
}

Result<Nesting> nestingOf(const HostPath& first, const HostPath& second)
{
    const auto one = folderIdentity(first);
    const auto other = folderIdentity(second);
    if (!one || !other)
        return !one ? one.error() : other.error();
    if (one->machine != other->machine || one->chain.empty() || other->chain.empty())
        return Nesting::Apart;
    if (one->chain.front() == other->chain.front())
        return Nesting::Same;
    const auto holds = [](const engine::FolderIdentity& outer, const engine::FolderIdentity& inner) {
        return std::find(inner.chain.begin(), inner.chain.end(), outer.chain.front()) != inner.chain.end();
    };
    return holds(*one, *other) ? Nesting::SecondInFirst : holds(*other, *one) ? Nesting::FirstInSecond : Nesting::Apart;
}

} // namespace bascule
