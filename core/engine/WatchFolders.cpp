// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Error.h"
#include "core/engine/Folder.h"
#include "core/engine/WatchKernel.h"

#include <cerrno>
#include <cstring>
#include <unordered_map>
#include <vector>

#include <dirent.h>
#include <sys/inotify.h>
#include <unistd.h>

namespace bascule::engine {

namespace {

constexpr std::uint32_t kMask = IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_MODIFY | IN_CLOSE_WRITE |
                                IN_ATTRIB | IN_DELETE_SELF | IN_ONLYDIR;
constexpr std::size_t kBuffer = 256 * 1024;

class FoldersWatch final : public KernelWatch
{
public:
    using KernelWatch::KernelWatch;
    ~FoldersWatch() override { end(); }
    WatchWay way() const override { return WatchWay::Folders; }

    bool open(std::string& why, const std::stop_token& stop)
    {
        m_buffer.resize(kBuffer / sizeof(std::uint64_t));
        if (openRootFolder() != 0) {
            why = systemErrorCode(errno);
            return false;
        }
        m_queue = Fd(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK));
        if (!m_queue) {
            why = "watch.too-many-folders"; // of this user's instances there may be so many
            return false;
        }
        watchBelow({}, stop);
        if (!m_broken.empty()) {
            why = m_broken;
            return false;
        }
        begin(m_queue.get());
        return true;
    }

private:
    /// Watches a folder and all below it. What comes to be there meanwhile is told of by the watch of its folder, which
    /// is set before the folder is read.
    void watchBelow(const std::string& top, const std::stop_token& stop = {})
    {
        std::vector<std::string> waiting{top};
        while (!waiting.empty() && !stop.stop_requested()) {
            const std::string path = std::move(waiting.back());
            waiting.pop_back();
            const Fd folder = openFolder(m_root.get(), path);
            Stat stat;
            if (!folder || statFd(folder.get(), stat) != 0 || stat.device != m_rootStat.device ||
                (stat.mountRoot && !path.empty()))
                continue;
            // By the descriptor: whatever lies under the name by now, this is the folder that is read.
            const int watch = ::inotify_add_watch(m_queue.get(), procPath(folder.get()).c_str(), kMask);
            if (watch < 0) {
                if (errno == ENOSPC || errno == ENOMEM)
                    m_broken = "watch.too-many-folders";
                continue;
            }
            remember(watch, path);
            FolderReader reader(folder.get());
            while (const char* name = reader.next()) {
                Stat entry;
                if (reader.type() == DT_DIR ||
                    (reader.type() == DT_UNKNOWN && statAt(folder.get(), name, entry) == 0 && entry.isFolder()))
                    waiting.push_back(joined(path, name));
            }
        }
    }

    void remember(int watch, const std::string& path)
    {
        m_paths[watch] = path;
        m_watches[path] = watch;
    }

    /// The watch is no more.
    void forget(int watch, const std::string& path)
    {
        m_paths.erase(watch);
        if (const auto known = m_watches.find(path); known != m_watches.end() && known->second == watch)
            m_watches.erase(known);
    }

    /// A folder went from there with all that was in it.
    void forgetBelow(const std::string& top)
    {
        const std::string prefix = top + '/';
        for (auto one = m_paths.begin(); one != m_paths.end();) {
            if (one->second != top && !one->second.starts_with(prefix)) {
                ++one;
                continue;
            }
            ::inotify_rm_watch(m_queue.get(), one->first);
            m_watches.erase(one->second);
            one = m_paths.erase(one);
        }
    }

    void drain(Changes& changes) override
    {
        for (;;) {
            const ssize_t got = ::read(m_queue.get(), m_buffer.data(), kBuffer);
            if (got <= 0) {
                if (got < 0 && errno == EINTR)
                    continue;
                if (got < 0 && errno != EAGAIN)
                    m_broken = "watch.failed";
                break;
            }
            const char* bytes = reinterpret_cast<const char*>(m_buffer.data());
            for (std::size_t at = 0; at < static_cast<std::size_t>(got);) {
                inotify_event event;
                std::memcpy(&event, bytes + at, sizeof event);
                take(event, event.len > 0 ? bytes + at + sizeof event : "", changes);
                at += sizeof event + event.len;
            }
        }
        if (std::exchange(m_lost, false)) {
            watchBelow({}); // folders may have come to be without our knowing
            changes.addEverything("watch.overflow");
        }
        if (!m_broken.empty())
            changes.addEverything(m_broken);
    }

    void take(const inotify_event& event, const char* name, Changes& changes)
    {
        if ((event.mask & IN_Q_OVERFLOW) != 0)
            m_lost = true;
        const auto found = m_paths.find(event.wd);
        if (found == m_paths.end())
            return; // a folder that went with another one
        const std::string folder = found->second;
        if ((event.mask & (IN_IGNORED | IN_UNMOUNT)) != 0) {
            forget(event.wd, folder);
            if ((event.mask & IN_UNMOUNT) != 0)
                changes.addEverything("watch.root-replaced");
            return;
        }
        if (*name == '\0') {
            changes.add(folder, false);
            return;
        }
        const std::string path = joined(folder, name);
        const bool came = (event.mask & (IN_CREATE | IN_MOVED_TO)) != 0;
        bool deep = came;
        if ((event.mask & IN_ISDIR) != 0) {
            if ((event.mask & (IN_MOVED_FROM | IN_MOVED_TO)) != 0)
                forgetBelow(path);
            // One that could not be read may be readable now.
            const bool opened = (event.mask & IN_ATTRIB) != 0 && m_watches.count(path) == 0;
            deep = came || opened;
            if (deep)
                watchBelow(path);
        }
        changes.add(path, deep);
    }

    Fd m_queue;
    std::vector<std::uint64_t> m_buffer; ///< aligned as the events in it
    std::unordered_map<int, std::string> m_paths;
    std::unordered_map<std::string, int> m_watches; ///< the other way round
    std::string m_broken;
    bool m_lost = false;
};

} // namespace

std::unique_ptr<Watch> watchFolders(const std::string& root, std::string& why, const std::stop_token& stop)
{
    auto watch = std::make_unique<FoldersWatch>(root, why);
    if (!watch->open(why, stop))
        return nullptr;
    return watch;
}

} // namespace bascule::engine
