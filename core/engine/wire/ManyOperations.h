// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/FolderProbe.h"
#include "core/engine/HostLook.h"
#include "core/engine/Result.h"
#include "core/engine/wire/Message.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

namespace bascule::engine::wire {

class FrameWriter;

/// What asks about many files at once, as a question and its answer take a while each over a long way; as operate():
///   look {paths, real}               kinds (two characters a path), reals (texts, when asked for)
///   hash-many {root, paths}          hashes (texts; empty: cannot be read)
///   account {}                       uid, name
///   known-accounts {users, groups}   users, groups (texts: those of them that there are)
///   probe-folder {path}              what FolderProbe has
/// "look" and "hash-many" may answer for fewer paths than asked, for one at least.
std::optional<Result<Message>> askMany(const Message& call, const std::stop_token& stop);

/// Paths that one call takes, from `first` on; not more than fit into it. At least one, unless there is none or it is
/// longer than a call.
std::vector<std::string> asManyAsFit(const std::vector<std::string>& paths, std::size_t first);

// Ids as a message carries them; what is no number is left out.
std::set<std::uint32_t> numbersOf(const std::vector<std::string>& texts);
std::vector<std::string> textsOf(const std::set<std::uint32_t>& numbers);

// How answers are read. An answer that is none of ours gives nothing.
std::vector<Sight> sightsOf(const Message& answer);
FolderProbe probeOf(const Message& answer);

/// What the helper does for "read-many" {root, paths, limit}: Content frames with records, see takePart().
Result<Message> readMany(const Message& call, FrameWriter& writer, const std::stop_token& stop);

/// A part of one of the files: bytes, or why it cannot be read.
struct FilePart
{
    std::size_t index = 0; ///< of the path in the call
    bool last = false;
    std::string bytes;
    std::optional<Error> error;
};
/// False when the frame holds something else. `take` is called for each part in order.
bool takeParts(const std::string& payload, std::size_t paths, const std::function<void(FilePart&&)>& take);

/// What the helper does for "fetch" {path, limit}: a regular file's first bytes as Content frames. Answers bytes, hash
/// (XXH3-128 of what was sent), size, mtimeNs; "path.not-a-file", "fetch.changed" when it was written meanwhile.
Result<Message> fetch(const Message& call, FrameWriter& writer, const std::stop_token& stop);

} // namespace bascule::engine::wire
