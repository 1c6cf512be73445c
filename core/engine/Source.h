// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Attributes.h"
#include "core/engine/Blocks.h"
#include "core/engine/Fd.h"
#include "core/engine/Hash.h"
#include "core/engine/Result.h"
#include "core/engine/Stat.h"
#include "core/engine/Stretches.h"

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace bascule::engine {

/// A folder of a source while it is looked at. One thread.
class SourceFolder
{
public:
    virtual ~SourceFolder() = default;
    virtual int stat(Stat& stat) = 0; ///< of the folder itself; 0 or an errno
    virtual int xattrs(Xattrs& xattrs) = 0;
    /// The next name, nullptr at the end or on an error; valid until the next call.
    virtual const char* next() = 0;
    virtual int error() const = 0;
    // Of the name that next() said last (a folder of this machine knows all names); 0 or an errno.
    virtual int statOf(const char* name, Stat& stat) = 0;
    virtual int xattrsOf(const char* name, Xattrs& xattrs) = 0;
    virtual int linkTargetOf(const char* name, std::int64_t size, std::string& target) = 0;
    /// The folded names that several entries have.
    virtual std::set<std::string> conflicts() = 0;
};

/// A folder of this machine, opened.
std::unique_ptr<SourceFolder> localFolder(Fd folder);

/// An entry of a folder elsewhere, with all that a comparison needs.
struct SourceEntry
{
    std::string name;
    int error = 0; ///< it could not be looked at
    Stat stat;
    Xattrs xattrs;
    std::string linkTarget;
};

/// Part of a folder elsewhere. The first brings what the folder itself is, the last the error that ended it, if one
/// did.
struct ListPart
{
    bool first = false, last = false;
    int error = 0;
    Stat stat;
    Xattrs xattrs;
    std::vector<SourceEntry> entries;
};

/// What is asked of an entry elsewhere.
struct Wanted
{
    enum class What : std::uint8_t { Contents, Hash, Attributes, Rest, Blocks } what = What::Contents;
    std::string name;
    /// With Rest: contents that begin so are here, and need not be sent. Where `from` is proven of another version than
    /// there is, everything is sent.
    Stretches have;
    BlockList blocks; ///< with Blocks: blocks that are the same in the same places are here, and need not be sent
};

/// What comes of a Wanted: Whole (also of what is no file), or Begin, Chunks and End of a large file, or Hash, or
/// Attributes, or Failed. The bytes are valid during the call.
struct Arrival
{
    enum class Kind : std::uint8_t { Whole = 1, Begin, Chunk, End, Hash, Attributes, Failed } kind = Kind::Failed;
    std::size_t index = 0; ///< in what was asked
    Stat stat;
    Xattrs xattrs;
    std::string linkTarget;
    std::int64_t offset = 0; ///< of a Chunk; of Begin: so much of what was here stays, and chunks follow from there
    std::string_view bytes;  ///< of Whole and Chunk
    /// sparseHash() of the contents; of Whole, End and Hash. Of End, where what was here stays: of what lies behind
    /// Wanted::have.from.
    Hash128 hash;
    bool changed = false; ///< it was written to while it was read: all attempts, so it is not to be kept
    std::string code, detail;
};

/// A tree on another machine, which is asked for parts of folders and for entries. Many questions are under way at
/// once, so that nothing waits for an answer; answers come on a thread of the source's own, and every question gets its
/// last answer, an error too when the link is lost.
class RemoteTree
{
public:
    virtual ~RemoteTree() = default;
    virtual Result<Stat> root() = 0;
    using OnPart = std::function<void(ListPart part)>;
    /// A folder, part by part. After each part `more` is to be called before another one comes. Numbers are not 0.
    /// The answer is the list's number; it is also in `*number` before the first part comes. With `names`: only of
    /// these entries, and with ENOENT those that are not there.
    virtual std::uint64_t list(const std::string& path, OnPart onPart, std::uint64_t* number = nullptr,
                               const std::vector<std::string>* names = nullptr) = 0;
    virtual void more(std::uint64_t list) = 0;
    /// No more of it is wanted, and none comes.
    virtual void drop(std::uint64_t list) = 0;
    /// Answers to a fetch, in order: a frame of arrivals to be read with readArrivals(); nullptr when no more come.
    using OnArrivals = std::function<void(std::shared_ptr<const std::string> frame)>;
    virtual void fetch(const std::string& path, std::vector<Wanted> wanted, OnArrivals onArrivals) = 0;
    /// Which of the names the folder surely has not; blocks. 0 or an errno.
    virtual int absent(const std::string& path, const std::vector<std::string>& names, std::vector<bool>& absent) = 0;
    /// Reads what a fetch brought; false when it is not what a sender of ours writes.
    virtual bool read(const std::string& frame, std::size_t wanted,
                      const std::function<void(const Arrival&)>& visit) = 0;
    /// Gives every question its last answer now, and every later one at once. Any thread.
    virtual void abandon() = 0;
    /// Why no more answers come, once the link is lost.
    virtual std::optional<Error> lost() const = 0;
};

} // namespace bascule::engine
