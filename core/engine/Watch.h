// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Changes.h"

#include <memory>
#include <stop_token>
#include <string>

namespace bascule::engine {

/// How changes of a tree are noticed.
enum class WatchWay {
    FileSystem, ///< fanotify: the kernel tells of every change in the file system; root only
    Folders,    ///< inotify: a watch on every folder
    Walk,       ///< not at all: each time everything is looked at
};

/// Keeps a journal of what changes in a tree of this machine, from the moment it is made. Whatever could be missed
/// (the kernel's queue ran over, the root is another folder now, a file system that other machines write to) makes it
/// say "everything". Contents that a program writes through memory it shares with a file (mmap) come without notice
/// until it closes the file: as root all files that are mapped so count as changed; of other users' programs a plain
/// user cannot know.
class Watch
{
public:
    virtual ~Watch() = default;
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

    /// Takes the best way that is possible; blocks while watches are set up. It never fails: with the way Walk, why()
    /// says what speaks against the others.
    static std::unique_ptr<Watch> start(const std::string& root, const std::stop_token& stop);

    /// One that tells nothing, so that everything is looked at each time.
    static std::unique_ptr<Watch> none(std::string why);

    virtual WatchWay way() const = 0;
    /// A code: why there is no better way ("watch.not-root", "watch.too-many-folders", "watch.other-writers", …); ""
    /// when there is none.
    const std::string& why() const { return m_why; }
    /// All changes that were done before the call and were not in an earlier answer. One thread.
    virtual Changes take() = 0;
    /// Waits until something has changed that take() did not tell of, for this long at most. True when it has.
    virtual bool wait(int milliseconds, const std::stop_token& stop) = 0;

protected:
    explicit Watch(std::string why)
        : m_why(std::move(why))
    {
    }
    std::string m_why;
};

} // namespace bascule::engine
