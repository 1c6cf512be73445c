// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Content.h"
#include "core/engine/Fd.h"
#include "core/engine/PaceKeeper.h"
#include "core/engine/Result.h"
#include "core/engine/Source.h"
#include "core/engine/Stat.h"
#include "core/engine/wire/Bytes.h"
#include "core/engine/wire/Frame.h"
#include "core/engine/wire/Owning.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

namespace bascule::engine::wire {

/// Serves a folder of this machine to a RemoteSource: answers List, Fetch and Absent frames with Listing, Files and
/// Absent frames, on threads of its own. It only reads, follows no link, and never leaves the folder.
class Sender
{
public:
    /// Sends a frame; may block while the other side is busy. Called from any of the sender's threads.
    using Sink = std::function<Result<void>(FrameType, std::string_view)>;

    /// `pace`: of the transfer; none: as fast as it goes. Kept to here, so that little is under way when a link goes.
    /// `names`: what owners are called goes ahead of what they own.
    Sender(std::string root, Sink sink, std::shared_ptr<Pace> pace = {}, bool names = false);
    ~Sender();
    Sender(const Sender&) = delete;
    Sender& operator=(const Sender&) = delete;
    /// Errors as of the sync's source: "path.missing", "path.denied", "path.not-a-folder".
    Result<void> open();
    /// Takes a question; answers come later. Error: "link.garbled". One thread.
    Result<void> take(const Frame& frame);
    /// Ends what is under way; when this returns nothing more is sent. Any thread but the sender's own, once.
    void stop();

private:
    struct List;
    struct Older;
    struct Outgoing;
    Result<void> add(std::size_t bytes, std::function<void()> task);
    void loop();
    bool stopping();
    void send(FrameType type, std::string_view payload);
    void tellOwners(const OwnerIds& ids);
    void sendFrame(std::string_view files);
    void sendPart(std::uint64_t number);
    void sendFiles(std::uint64_t number, const std::string& path, const std::vector<Wanted>& wanted);
    void sendAbsent(std::uint64_t number, const std::string& path, const std::vector<std::string>& names);
    void sendEntry(Outgoing& out, int folder, std::size_t index, const Wanted& wanted);
    void sendHash(Outgoing& out, int folder, const Fd& file, Arrival& arrival, const char* name);
    int sendContents(Outgoing& out, std::size_t index, const Fd& file, const Stat& stat, int folder,
                     const Wanted& wanted);
    int sendStretches(Outgoing& out, const Arrival& begin, const Fd& file, SparseHasher& hasher, bool& changed);
    int sendBlocks(Outgoing& out, const Arrival& begin, const Fd& file, const BlockList& have, SparseHasher& hasher,
                   bool& changed);
    void sendOthers(Outgoing& out, std::size_t index, const Older& older, std::int64_t offset, std::string_view bytes);
    int sendWhole(Outgoing& out, const Fd& file, Arrival& arrival, int folder, const char* name);
    static std::vector<std::string> takeNames(ByteReader& reader);
    Result<void> takeList(ByteReader& reader, std::uint64_t number);
    Fd openBelow(const std::string& path);
    static int readXattrs(const Place& place, Xattrs& xattrs);
    ssize_t read(const Fd& file, char* bytes, std::size_t size, std::int64_t offset);
    void passRead(std::int64_t bytes);

    std::string m_rootPath;
    Sink m_sink;
    std::unique_ptr<PaceKeeper> m_pace;    ///< none: as fast as it goes
    std::unique_ptr<OwnerTeller> m_owners; ///< none: their numbers are all that is wanted
    Fd m_root;
    Stat m_rootStat;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    struct Task
    {
        std::size_t bytes; ///< that the question holds
        std::function<void()> task;
    };
    std::deque<Task> m_tasks;
    std::size_t m_waiting = 0; ///< bytes of m_tasks
    bool m_stopping = false;
    std::unordered_map<std::uint64_t, std::shared_ptr<List>> m_lists;
    std::vector<std::thread> m_threads;
};

} // namespace bascule::engine::wire
