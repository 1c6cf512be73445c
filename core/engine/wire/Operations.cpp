// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wire/Operations.h"

#include "core/engine/Freeze.h"
#include "core/engine/HostFiles.h"
#include "core/engine/HostLooks.h"
#include "core/engine/SqliteFile.h"
#include "core/engine/Tree.h"
#include "core/engine/wire/Frame.h"
#include "core/engine/wire/ManyOperations.h"

#include <algorithm>
#include <map>

namespace bascule::engine::wire {

namespace {

using Operation = Result<Message> (*)(const Message&, const std::stop_token&);

/// The answer of what answers nothing.
Result<Message> done(const Result<void>& result)
{
    return result ? Result<Message>(Message()) : Result<Message>(result.error());
}

Result<Message> space(const Message& call, const std::stop_token&)
{
    const auto found = spaceAt(call.text("path"));
    if (!found)
        return found.error();
    return Message()
        .set("bytesFree", found->bytesFree)
        .set("bytesTotal", found->bytesTotal)
        .set("inodesFree", found->inodesFree)
        .set("readOnly", found->readOnly);
}

Result<Message> facts(const Message& call, const std::stop_token&)
{
    const auto found = factsAt(call.text("path"), call.flag("follow"));
    if (!found)
        return found.error();
    if (!*found)
        return Message().set("present", false);
    const FileFacts& one = **found;
    return Message()
        .set("present", true)
        .set("kind", std::string(1, one.kind))
        .set("mode", std::int64_t{one.mode})
        .set("uid", std::int64_t{one.uid})
        .set("gid", std::int64_t{one.gid})
        .set("size", one.size)
        .set("blocks", one.blocks)
        .set("mtimeNs", one.mtimeNs)
        .set("ctimeNs", one.ctimeNs)
        .set("device", static_cast<std::int64_t>(one.device))
        .set("inode", static_cast<std::int64_t>(one.inode))
        .set("links", static_cast<std::int64_t>(one.links));
}

Result<Message> frozen(const Message& call, const std::stop_token&)
{
    const auto found = frozenBy(call.text("path"));
    if (!found)
        return found.error();
    Message answer;
    answer.set("frozen", found->has_value());
    if (*found)
        answer.set("owner", (*found)->owner).set("reason", (*found)->reason).set("sinceMs", (*found)->sinceMs);
    return answer;
}

Result<Message> fingerprinted(const Message& call, const std::stop_token& stop)
{
    const auto found = fingerprint(call.text("path"), walkOptionsOf(call), stop);
    if (!found)
        return found.error();
    return Message()
        .set("hash", found->hash)
        .set("entries", found->entries)
        .set("bytes", found->bytes)
        .set("newestCtimeNs", found->newestCtimeNs);
}

Result<Message> hash(const Message& call, const std::stop_token& stop)
{
    Counters counters;
    const auto found = hashFile(call.text("path"), counters, stop);
    if (!found)
        return found.error();
    return Message().set("hash", *found);
}

Result<Message> isDatabase(const Message& call, const std::stop_token&)
{
    const auto is = sqlite::isDatabase(call.text("path"));
    if (!is)
        return is.error();
    return Message().set("is", *is);
}

Result<Message> names(const Message& call, const std::stop_token&)
{
    auto found = namesIn(call.text("path"), call.text("after"), kMostControl / 2);
    if (!found)
        return found.error();
    return Message().set("names", std::move(found->names)).set("more", found->more);
}

Result<Message> start(const Message& call, const std::stop_token& stop)
{
    const auto read = readStart(call.text("path"), call.number("most"), call.flag("follow"), stop);
    if (!read)
        return read.error();
    return Message().set("size", read->size).set("read", read->read);
}

/// What is said of each of many paths below one.
std::vector<std::string> ofEach(const Message& call, std::string (*say)(const std::string&))
{
    std::vector<std::string> said;
    const std::string root = call.text("path");
    for (const std::string& path : call.texts("paths"))
        said.push_back(say(path.empty() ? root : root + '/' + path));
    return said;
}

Result<Message> rate(const Message& call, const std::stop_token& stop)
{
    const auto threads = static_cast<int>(std::clamp<std::int64_t>(call.number("threads"), 1, 64));
    const ReadRate read = readRate(call.text("path"), call.texts("paths"), threads, call.number("limit"), stop);
    return Message().set("rate", read.bytesPerSecond).set("failures", read.failures);
}

Result<Message> identity(const Message& call, const std::stop_token&)
{
    auto found = folderIdentity(call.text("path"));
    if (!found)
        return found.error();
    return Message().set("machine", found->machine).set("chain", std::move(found->chain));
}

Result<Message> sumOfTree(const Message& call, const std::stop_token& stop)
{
    const std::vector<std::string> loose = call.texts("loose");
    const auto sum = treeSum(call.text("path"), call.texts("excludes"), {loose.begin(), loose.end()}, stop);
    if (!sum)
        return sum.error();
    return Message()
        .set("hash", sum->hash)
        .set("entries", sum->entries)
        .set("bytes", sum->bytes)
        .set("newestCtimeNs", sum->newestCtimeNs)
        .set("unreadable", sum->unreadable);
}

template <class Asked>
Result<Message> textOf(const char* name, const Asked& found)
{
    if (!found)
        return found.error();
    return Message().set(name, *found);
}

const std::map<std::string, Operation>& operations()
{
    using Stop = const std::stop_token&;
    static const std::map<std::string, Operation> all{
        {"space", space},
        {"exists",
         [](const Message& call, Stop) -> Result<Message> {
             return Message().set("exists", existsAt(call.text("path")));
         }},
        {"folder", [](const Message& call, Stop) { return done(folderAt(call.text("path"), call.flag("written"))); }},
        {"facts", facts},
        {"real-path", [](const Message& call, Stop) { return textOf("path", realPath(call.text("path"))); }},
        {"link-text", [](const Message& call, Stop) { return textOf("text", linkTextAt(call.text("path"))); }},
        {"replace-link",
         [](const Message& call, Stop) { return done(replaceSymlink(call.text("path"), call.text("to"))); }},
        {"restore-link",
         [](const Message& call, Stop) { return done(restoreLinkAt(call.text("path"), call.text("before"))); }},
        {"frozen-by", frozen},
        {"freeze",
         [](const Message& call, Stop) {
             return done(freeze(call.text("path"), {call.text("owner"), call.text("reason"), call.number("sinceMs")}));
         }},
        {"thaw", [](const Message& call, Stop) { return done(thaw(call.text("path"), call.text("owner"))); }},
        {"make-folders", [](const Message& call, Stop) { return done(makeFoldersAt(call.text("path"))); }},
        {"remove-ours", [](const Message& call, Stop stop) { return done(removeOursAt(call.text("path"), stop)); }},
        {"write-file",
         [](const Message& call, Stop) {
             return done(writeFileDurably(call.text("path"), call.text("bytes"),
                                          static_cast<std::uint32_t>(call.number("mode", 0644)) & 07777U));
         }},
        {"fingerprint", fingerprinted},
        {"hash", hash},
        {"is-database", isDatabase},
        {"names", names},
        {"read-start", start},
        {"rights",
         [](const Message& call, Stop) -> Result<Message> { return Message().set("found", ofEach(call, &rightsOf)); }},
        {"resolved",
         [](const Message& call, Stop) -> Result<Message> {
             return Message().set("found", ofEach(call, &resolvedPath));
         }},
        {"read-rate", rate},
        {"identity", identity},
        {"tree-sum", sumOfTree},
        {"bytes-on-disk",
         [](const Message& call, Stop stop) { return textOf("bytes", bytesOnDisk(call.text("path"), stop)); }},
    };
    return all;
}

} // namespace

WalkOptions walkOptionsOf(const Message& call)
{
    WalkOptions options;
    options.excludes = call.texts("excludes");
    options.oneFileSystem = call.flag("oneFileSystem", true);
    options.traits = call.flag("traits");
    return options;
}

std::optional<FileFacts> factsOf(const Message& answer)
{
    if (!answer.flag("present"))
        return {};
    FileFacts facts;
    const std::string kind = answer.text("kind", "f");
    facts.kind = kind.empty() ? 'f' : kind.front();
    facts.mode = static_cast<std::uint32_t>(answer.number("mode"));
    facts.uid = static_cast<std::uint32_t>(answer.number("uid"));
    facts.gid = static_cast<std::uint32_t>(answer.number("gid"));
    facts.size = answer.number("size");
    facts.blocks = answer.number("blocks");
    facts.mtimeNs = answer.number("mtimeNs");
    facts.ctimeNs = answer.number("ctimeNs");
    facts.device = static_cast<std::uint64_t>(answer.number("device"));
    facts.inode = static_cast<std::uint64_t>(answer.number("inode"));
    facts.links = static_cast<std::uint64_t>(answer.number("links"));
    return facts;
}

Space spaceOf(const Message& answer)
{
    return {answer.number("bytesFree"), answer.number("bytesTotal"), answer.number("inodesFree"),
            answer.flag("readOnly")};
}

Fingerprint fingerprintOf(const Message& answer)
{
    return {answer.text("hash"), answer.number("entries"), answer.number("bytes"), answer.number("newestCtimeNs")};
}

std::optional<Result<Message>> operate(const Message& call, const std::stop_token& stop)
{
    const auto found = operations().find(call.operation());
    if (found == operations().end())
        return askMany(call, stop);
    return found->second(call, stop);
}

} // namespace bascule::engine::wire
