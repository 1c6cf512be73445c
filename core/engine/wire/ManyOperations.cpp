// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wire/ManyOperations.h"

#include "core/engine/Error.h"
#include "core/engine/Folder.h"
#include "core/engine/Hash.h"
#include "core/engine/HostFiles.h"
#include "core/engine/Stat.h"
#include "core/engine/wire/Bytes.h"
#include "core/engine/wire/Frame.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <memory>

#include <fcntl.h>
#include <unistd.h>

namespace bascule::engine::wire {

namespace {

constexpr std::size_t kMostAnswer = 40 * 1024;    ///< of texts in one answer
constexpr std::size_t kMostAsked = 32 * 1024;     ///< of paths in one call
constexpr std::size_t kPartBytes = 256 * 1024;    ///< of a file in one record
constexpr std::int64_t kMostHashed = 256LL << 20; ///< in one call, so that progress shows
constexpr auto kHashingAtMost = std::chrono::seconds(2);
constexpr std::size_t kMostCode = 256;
constexpr std::size_t kMostText = 8 * 1024;

enum PartKind : std::uint64_t { More = 1, Last = 2, Failed = 3 };

Result<Message> look(const Message& call, const std::stop_token& stop)
{
    const bool real = call.flag("real");
    std::string kinds;
    std::vector<std::string> reals;
    std::size_t bytes = 0;
    for (const std::string& path : call.texts("paths")) {
        if (stop.stop_requested() || bytes > kMostAnswer)
            break;
        Sight sight = sightOf(path, real);
        kinds.push_back(sight.kind == 0 ? '-' : sight.kind);
        kinds.push_back(sight.leadsTo == 0 ? '-' : sight.leadsTo);
        bytes += 2 + sight.real.size() + 4;
        if (real)
            reals.push_back(std::move(sight.real));
    }
    Message answer;
    answer.set("kinds", kinds);
    if (real)
        answer.set("reals", reals);
    return answer;
}

Result<Message> hashMany(const Message& call, const std::stop_token& stop)
{
    const std::string root = call.text("root");
    const auto began = std::chrono::steady_clock::now();
    Counters counters;
    std::vector<std::string> hashes;
    for (const std::string& path : call.texts("paths")) {
        const bool enough = counters.bytesDone > kMostHashed || hashes.size() * 40 > kMostAnswer ||
                            std::chrono::steady_clock::now() - began > kHashingAtMost;
        if (enough && !hashes.empty())
            break;
        auto hash = hashUnfollowed(path.empty() ? root : root + '/' + path, counters, stop);
        if (!hash && stop.stop_requested())
            return Error{"call.cancelled", Severity::Fatal, root, {}, {}};
        hashes.push_back(hash.valueOr(std::string()));
    }
    return Message().set("hashes", hashes);
}

Result<Message> knownAccounts(const Message& call)
{
    return Message()
        .set("users", textsOf(knownUsers(numbersOf(call.texts("users")))))
        .set("groups", textsOf(knownGroups(numbersOf(call.texts("groups")))));
}

Result<Message> probe(const Message& call)
{
    const FolderProbe found = probeFolder(call.text("path"));
    Message answer;
    answer.set("reason", found.reason).set("longestName", std::int64_t{found.longestName});
    answer.set("bytesFree", found.bytesFree).set("inodesFree", found.inodesFree);
    answer.set("largestFileBits", std::int64_t{found.largestFileBits}).set("measured", found.measured);
    for (const auto& [name, flag] : FolderProbe::flags())
        answer.set(name, found.*flag);
    return answer;
}

} // namespace

std::set<std::uint32_t> numbersOf(const std::vector<std::string>& texts)
{
    std::set<std::uint32_t> numbers;
    for (const std::string& text : texts) {
        std::uint32_t number = 0;
        if (std::from_chars(text.data(), text.data() + text.size(), number).ec == std::errc())
            numbers.insert(number);
    }
    return numbers;
}

std::vector<std::string> textsOf(const std::set<std::uint32_t>& numbers)
{
    std::vector<std::string> texts;
    for (const std::uint32_t number : numbers)
        texts.push_back(std::to_string(number));
    return texts;
}

std::optional<Result<Message>> askMany(const Message& call, const std::stop_token& stop)
{
    const std::string operation = call.operation();
    if (operation == "look")
        return look(call, stop);
    if (operation == "hash-many")
        return hashMany(call, stop);
    if (operation == "account") {
        const Account account = thisAccount();
        return Result<Message>(Message().set("uid", std::int64_t{account.uid}).set("name", account.name));
    }
    if (operation == "known-accounts")
        return knownAccounts(call);
    if (operation == "probe-folder")
        return probe(call);
    return {};
}

std::vector<std::string> asManyAsFit(const std::vector<std::string>& paths, std::size_t first)
{
    std::vector<std::string> fit;
    std::size_t bytes = 0;
    for (std::size_t i = first; i < paths.size(); ++i) {
        bytes += paths[i].size() + 8;
        if (bytes > kMostAsked)
            break;
        fit.push_back(paths[i]);
    }
    return fit;
}

std::vector<Sight> sightsOf(const Message& answer)
{
    const std::string kinds = answer.text("kinds");
    std::vector<std::string> reals = answer.texts("reals");
    std::vector<Sight> sights;
    for (std::size_t i = 0; i + 1 < kinds.size(); i += 2) {
        Sight sight;
        sight.kind = kinds[i] == '-' ? '\0' : kinds[i];
        sight.leadsTo = kinds[i + 1] == '-' ? '\0' : kinds[i + 1];
        if (i / 2 < reals.size())
            sight.real = std::move(reals[i / 2]);
        sights.push_back(std::move(sight));
    }
    return sights;
}

FolderProbe probeOf(const Message& answer)
{
    FolderProbe found;
    found.reason = answer.text("reason");
    found.longestName = static_cast<int>(answer.number("longestName"));
    found.bytesFree = answer.number("bytesFree", -1);
    found.inodesFree = answer.number("inodesFree", -1);
    found.largestFileBits = static_cast<int>(answer.number("largestFileBits"));
    found.measured = answer.flag("measured");
    for (const auto& [name, flag] : FolderProbe::flags())
        found.*flag = answer.flag(name);
    return found;
}

// ---------------------------------------------------------------- contents

Result<Message> readMany(const Message& call, FrameWriter& writer, const std::stop_token& stop)
{
    const std::string root = call.text("root");
    const std::vector<std::string> paths = call.texts("paths");
    ByteWriter batch;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        if (stop.stop_requested())
            return Error{"call.cancelled", Severity::Fatal, root, {}, {}};
        const auto content = readFileBelow(root, paths[i], call.number("limit"));
        if (!content) {
            batch.number(Failed);
            batch.number(i);
            batch.text(content.error().code.substr(0, kMostCode));
            batch.text(content.error().subject.substr(0, kMostText));
            batch.text(content.error().detail.substr(0, kMostText));
        }
        for (std::size_t at = 0; content && at <= content->size(); at += kPartBytes) {
            const bool last = at + kPartBytes > content->size();
            batch.number(last ? Last : More);
            batch.number(i);
            batch.text(std::string_view(*content).substr(at, kPartBytes));
            if (batch.size() < kPartBytes)
                continue;
            if (const auto sent = writer.write(FrameType::Content, batch.take()); !sent)
                return sent.error();
        }
    }
    if (batch.size() > 0) {
        if (const auto sent = writer.write(FrameType::Content, batch.take()); !sent)
            return sent.error();
    }
    return Message();
}

bool takeParts(const std::string& payload, std::size_t paths, const std::function<void(FilePart&&)>& take)
{
    ByteReader reader(payload);
    while (!reader.atEnd()) {
        FilePart part;
        const std::uint64_t kind = reader.number();
        part.index = static_cast<std::size_t>(reader.number());
        part.last = kind != More;
        if (kind == Failed) {
            Error error;
            error.severity = Severity::Fatal;
            error.code = reader.text(kMostCode);
            error.subject = reader.text(kMostText);
            error.detail = reader.text(kMostText);
            part.error = std::move(error);
        } else {
            part.bytes = reader.text(kPartBytes);
        }
        if (!reader.ok() || kind < More || kind > Failed || part.index >= paths)
            return false;
        take(std::move(part));
    }
    return reader.ok();
}

Result<Message> fetch(const Message& call, FrameWriter& writer, const std::stop_token& stop)
{
    const std::string path = call.text("path");
    const std::int64_t limit = call.number("limit", INT64_MAX);
    const Fd file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    Stat before, after;
    if (!file)
        return systemError(errno, path, "open", Severity::Fatal);
    if (const int error = statFd(file.get(), before); error != 0)
        return systemError(error, path, "stat", Severity::Fatal);
    if (!before.isFile())
        return Error{"path.not-a-file", Severity::Fatal, path, {}, {}};
    Hasher hasher;
    std::int64_t sent = 0;
    std::string block(kMostPayload, '\0');
    while (sent < limit) {
        if (stop.stop_requested())
            return Error{"call.cancelled", Severity::Fatal, path, {}, {}};
        const auto wanted = static_cast<std::size_t>(std::min<std::int64_t>(limit - sent, kMostPayload));
        const ssize_t got = ::pread(file.get(), block.data(), wanted, sent);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemError(errno, path, "read", Severity::Fatal);
        if (got == 0)
            break;
        const std::string_view part(block.data(), static_cast<std::size_t>(got));
        hasher.add(part.data(), part.size());
        if (const auto wrote = writer.write(FrameType::Content, part); !wrote)
            return wrote.error();
        sent += got;
    }
    if (statFd(file.get(), after) != 0 || after.size != before.size ||
        after.modified.sinceEpochNs() != before.modified.sinceEpochNs())
        return Error{"fetch.changed", Severity::Item, path, {}, {}};
    return Message()
        .set("bytes", sent)
        .set("hash", hasher.value().hex())
        .set("size", before.size)
        .set("mtimeNs", before.modified.sinceEpochNs());
}

} // namespace bascule::engine::wire
