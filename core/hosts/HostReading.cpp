// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of many files of a server at once, and files that are brought here.
#include "core/hosts/Host.h"

#include "core/engine/Error.h"
#include "core/engine/Fd.h"
#include "core/engine/Hash.h"
#include "core/engine/Io.h"
#include "core/engine/wire/Helper.h"
#include "core/engine/wire/ManyOperations.h"

#include <cerrno>
#include <fcntl.h>

namespace bascule {

using Call = engine::wire::Message;
using engine::wire::Frame;
using engine::wire::FrameType;

namespace {

Error garbled(const char* what)
{
    return Error{"link.garbled", Severity::Session, {}, {}, what};
}

/// Files of one call that come in parts; `next` is the first that has not come whole.
struct Arriving
{
    std::vector<std::string> paths;
    std::size_t next = 0;
    std::string content;
};

} // namespace

bool isOfTheWay(const Error& error)
{
    if (error.code == "cancelled" || error.severity == Severity::Session)
        return true;
    for (const char* room : {"link.", "ssh.", "helper.", "call.", "server.", "process."}) {
        if (error.code.starts_with(room))
            return true;
    }
    return false;
}

Result<std::vector<engine::Sight>> Host::look(const std::vector<std::string>& paths, bool real,
                                              std::stop_token stop) const
{
    std::vector<engine::Sight> sights;
    sights.reserve(paths.size());
    while (sights.size() < paths.size()) {
        if (stop.stop_requested())
            return makeError("cancelled");
        const std::vector<std::string> some = engine::wire::asManyAsFit(paths, sights.size());
        if (some.empty()) { // longer than any path can be
            sights.emplace_back();
            continue;
        }
        const auto answer = perform(Call("look").set("paths", some).set("real", real), stop);
        if (!answer)
            return answer.error();
        std::vector<engine::Sight> seen = engine::wire::sightsOf(*answer);
        if (seen.empty() || seen.size() > some.size())
            return stop.stop_requested() ? makeError("cancelled") : named(garbled("other paths than were asked for"));
        std::move(seen.begin(), seen.end(), std::back_inserter(sights));
    }
    return sights;
}

Result<void> Host::readFiles(const std::vector<Path>& relative, qint64 limit, std::stop_token stop,
                             const std::function<void(std::size_t, Result<QByteArray>&&)>& take) const
{
    std::size_t done = 0;
    const auto hand = [&](Result<QByteArray>&& content) { take(done++, std::move(content)); };
    if (isHere()) {
        while (done < relative.size() && !stop.stop_requested())
            hand(readFile(relative[done], limit, stop));
        return stop.stop_requested() ? Result<void>(makeError("cancelled")) : Result<void>();
    }
    std::vector<std::string> paths;
    for (const Path& path : relative)
        paths.push_back(path.toStdString());
    int lost = 0;
    while (done < paths.size()) {
        if (stop.stop_requested())
            return makeError("cancelled");
        Arriving files{engine::wire::asManyAsFit(paths, done), 0, {}};
        if (files.paths.empty()) {
            hand(makeError("path.missing"));
            continue;
        }
        const auto part = [&](engine::wire::FilePart&& one) {
            if (one.index != files.next)
                return;
            files.content += one.bytes;
            if (!one.last)
                return;
            ++files.next;
            hand(one.error ? Result<QByteArray>(named(*one.error)) : QByteArray::fromStdString(files.content));
            files.content.clear();
        };
        const auto frame = [&](const Frame& one) -> Result<void> {
            if (one.type != FrameType::Content || !engine::wire::takeParts(one.payload, files.paths.size(), part) ||
                qint64(files.content.size()) > limit)
                return garbled("no parts of files");
            return {};
        };
        const auto far = helper(stop);
        if (!far)
            return named(far.error());
        const auto answer = (*far)->call(
            Call("read-many").set("root", root()).set("paths", files.paths).set("limit", std::int64_t{limit}), stop,
            frame);
        // A lost link is tried anew once; what came whole came.
        if (!answer && (!answer.error().code.starts_with("link.") || stop.stop_requested() || ++lost > 1))
            return named(answer.error());
        if (answer && files.next != files.paths.size())
            return named(garbled("files are left out"));
    }
    return {};
}

Result<std::vector<std::string>> Host::hashFiles(const std::string& folder, const std::vector<std::string>& relative,
                                                 std::stop_token stop) const
{
    std::vector<std::string> hashes;
    while (hashes.size() < relative.size()) {
        if (stop.stop_requested())
            return makeError("cancelled");
        const std::vector<std::string> some = engine::wire::asManyAsFit(relative, hashes.size());
        if (some.empty()) {
            hashes.emplace_back();
            continue;
        }
        const auto answer = perform(Call("hash-many").set("root", folder).set("paths", some), stop);
        if (!answer)
            return answer.error().code == "call.cancelled" ? makeError("cancelled") : answer.error();
        const std::vector<std::string> made = answer->texts("hashes");
        if (made.empty() || made.size() > some.size())
            return named(garbled("other hashes than were asked for"));
        hashes.insert(hashes.end(), made.begin(), made.end());
    }
    return hashes;
}

Result<engine::Account> Host::account(std::stop_token stop) const
{
    const auto answer = perform(Call("account"), std::move(stop));
    if (!answer)
        return answer.error();
    return engine::Account{static_cast<std::uint32_t>(answer->number("uid")), answer->text("name")};
}

Result<Host::Accounts> Host::knownAccounts(const Accounts& asked, std::stop_token stop) const
{
    const auto answer = perform(Call("known-accounts")
                                    .set("users", engine::wire::textsOf(asked.users))
                                    .set("groups", engine::wire::textsOf(asked.groups)),
                                std::move(stop));
    if (!answer)
        return answer.error();
    return Accounts{engine::wire::numbersOf(answer->texts("users")), engine::wire::numbersOf(answer->texts("groups"))};
}

Result<engine::FolderProbe> Host::probeFolder(const std::string& path, std::stop_token stop) const
{
    const auto answer = perform(Call("probe-folder").set("path", path), std::move(stop));
    if (!answer)
        return answer.error();
    return engine::wire::probeOf(*answer);
}

Result<Host::Fetched> Host::fetchFile(const std::string& path, const std::string& target, std::int64_t limit,
                                      engine::Counters& counters, std::stop_token stop) const
{
    const auto far = helper(stop);
    if (!far)
        return named(far.error());
    if (!*far)
        return makeError("internal.error", QStringLiteral("fetch"));
    const engine::Fd file(engine::io::create(AT_FDCWD, target.c_str(), O_EXCL | O_WRONLY, 0600));
    if (!file)
        return systemError(errno, target, "open", Severity::Fatal);
    engine::Hasher hasher;
    std::int64_t bytes = 0;
    const auto write = [&](const Frame& frame) -> Result<void> {
        const auto size = static_cast<std::int64_t>(frame.payload.size());
        if (frame.type != FrameType::Content || size > limit - bytes)
            return garbled("more than was asked for");
        if (const int error = engine::io::writeAll(file.get(), frame.payload.data(), frame.payload.size(), bytes))
            return systemError(error, target, "write", Severity::Fatal);
        hasher.add(frame.payload.data(), frame.payload.size());
        bytes += size;
        counters.bytesDone += size;
        return {};
    };
    const auto answer = (*far)->call(Call("fetch").set("path", path).set("limit", limit), stop, write);
    Result<Fetched> fetched = Fetched{};
    if (!answer) {
        fetched = named(answer.error());
    } else if (answer->number("bytes") != bytes || answer->text("hash") != hasher.value().hex()) {
        fetched = makeError("fetch.altered", shown(path));
    } else {
        const std::int64_t ns = answer->number("mtimeNs");
        const timespec when{static_cast<time_t>(ns / 1'000'000'000), static_cast<long>(ns % 1'000'000'000)};
        engine::io::times(file.get(), {when, when});
        fetched = Fetched{bytes, answer->number("size")};
    }
    if (!fetched)
        engine::io::unlink(AT_FDCWD, target.c_str());
    return fetched;
}

} // namespace bascule
