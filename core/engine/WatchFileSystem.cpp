// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Error.h"
#include "core/engine/Folder.h"
#include "core/engine/WatchKernel.h"

#include <cerrno>
#include <cstring>
#include <optional>
#include <unordered_map>
#include <vector>

#include <fcntl.h>
#include <sys/fanotify.h>
#include <unistd.h>

namespace bascule::engine {

namespace {

constexpr std::uint64_t kMask =
    FAN_CREATE | FAN_DELETE | FAN_MOVED_FROM | FAN_MOVED_TO | FAN_MODIFY | FAN_CLOSE_WRITE | FAN_ATTRIB | FAN_ONDIR;
constexpr std::size_t kMostKnown = 20'000; // folders whose paths are remembered
constexpr std::size_t kBuffer = 256 * 1024;

/// The folder that an event is about, as the kernel names it, and the entry's name in it.
struct Named
{
    std::string handle; ///< a struct file_handle
    std::string name;
};

/// The folder and name of an event, of which these are all the bytes; nothing when it tells none.
std::optional<Named> namedBy(const fanotify_event_metadata& event, const char* bytes)
{
    for (std::size_t at = event.metadata_len; at + sizeof(fanotify_event_info_header) <= event.event_len;) {
        fanotify_event_info_header header;
        std::memcpy(&header, bytes + at, sizeof header);
        if (header.len < sizeof header || at + header.len > event.event_len)
            return std::nullopt;
        if (header.info_type != FAN_EVENT_INFO_TYPE_DFID_NAME && header.info_type != FAN_EVENT_INFO_TYPE_DFID) {
            at += header.len;
            continue;
        }
        const std::size_t begin = at + offsetof(fanotify_event_info_fid, handle);
        const std::size_t most = at + header.len;
        struct file_handle handle;
        if (begin + sizeof handle > most)
            return std::nullopt;
        std::memcpy(&handle, bytes + begin, sizeof handle);
        const std::size_t length = sizeof handle + handle.handle_bytes;
        if (begin + length > most)
            return std::nullopt;
        Named named{std::string(bytes + begin, length), {}};
        if (header.info_type == FAN_EVENT_INFO_TYPE_DFID_NAME)
            named.name.assign(bytes + begin + length, ::strnlen(bytes + begin + length, most - begin - length));
        return named;
    }
    return std::nullopt;
}

class FileSystemWatch final : public KernelWatch
{
public:
    using KernelWatch::KernelWatch;
    ~FileSystemWatch() override { end(); }
    WatchWay way() const override { return WatchWay::FileSystem; }

    /// False with the reason where the kernel refuses.
    bool open(std::string& why)
    {
        m_buffer.resize(kBuffer);
        if (openRootFolder() != 0) {
            why = systemErrorCode(errno);
            return false;
        }
        m_queue = Fd(::fanotify_init(FAN_CLASS_NOTIF | FAN_CLOEXEC | FAN_NONBLOCK | FAN_REPORT_DFID_NAME,
                                     O_RDONLY | O_LARGEFILE));
        if (!m_queue) {
            why = errno == EPERM ? "watch.not-root" : "watch.old-kernel";
            return false;
        }
        if (::fanotify_mark(m_queue.get(), FAN_MARK_ADD | FAN_MARK_FILESYSTEM, kMask, m_root.get(), nullptr) != 0) {
            why = errno == EPERM ? "watch.not-root" : "watch.file-system";
            return false;
        }
        if (!mayOpenByHandle()) {
            why = "watch.file-system";
            return false;
        }
        begin(m_queue.get());
        return true;
    }

private:
    void drain(Changes& changes) override
    {
        for (;;) {
            const ssize_t got = ::read(m_queue.get(), m_buffer.data(), kBuffer);
            if (got <= 0) {
                if (got < 0 && errno == EINTR)
                    continue;
                if (got < 0 && errno != EAGAIN)
                    changes.addEverything("watch.failed");
                return;
            }
            // Events follow each other at any address.
            fanotify_event_metadata event;
            for (std::size_t at = 0; at + sizeof event <= static_cast<std::size_t>(got); at += event.event_len) {
                std::memcpy(&event, m_buffer.data() + at, sizeof event);
                if (event.event_len < sizeof event || at + event.event_len > static_cast<std::size_t>(got)) {
                    changes.addEverything("watch.failed");
                    break;
                }
                take(event, m_buffer.data() + at, changes);
            }
        }
    }

    /// `bytes`: the event as it came, with what follows the part that all have.
    void take(const fanotify_event_metadata& event, const char* bytes, Changes& changes)
    {
        if (event.fd >= 0)
            ::close(event.fd);
        if ((event.mask & FAN_Q_OVERFLOW) != 0 || event.vers != FANOTIFY_METADATA_VERSION) {
            changes.addEverything("watch.overflow");
            return;
        }
        // Paths of folders that moved, and of all below them, are others from now on.
        const bool moved = (event.mask & (FAN_MOVED_FROM | FAN_MOVED_TO)) != 0;
        if (moved && (event.mask & FAN_ONDIR) != 0)
            m_known.clear();
        const std::optional<Named> named = namedBy(event, bytes);
        if (!named) {
            changes.addEverything("watch.unnamed");
            return;
        }
        const std::optional<std::string> folder = pathOf(named->handle);
        if (!folder)
            return;
        const bool isItself = named->name.empty() || named->name == ".";
        const bool deep = !isItself && (event.mask & (FAN_CREATE | FAN_MOVED_TO)) != 0;
        changes.add(isItself ? *folder : joined(*folder, named->name), deep);
    }

    /// A folder's path below the root; nothing when it lies elsewhere or is gone (its parent told of that).
    std::optional<std::string> pathOf(const std::string& handle)
    {
        const auto known = m_known.find(handle);
        if (known != m_known.end())
            return known->second;
        if (m_known.size() >= kMostKnown)
            m_known.clear();
        std::optional<std::string> path;
        if (const Fd folder = openHandle(handle)) {
            Stat stat;
            const bool is = statFd(folder.get(), stat) == 0 && stat.links > 0;
            path = is ? below(pathOfDescriptor(folder.get())) : std::nullopt;
        }
        m_known.emplace(handle, path);
        return path;
    }

    std::optional<std::string> below(const std::string& path) const
    {
        const std::string root = pathOfDescriptor(m_root.get());
        if (path == root)
            return std::string();
        const std::string prefix = root == "/" ? root : root + '/';
        if (path.starts_with(prefix))
            return path.substr(prefix.size());
        return std::nullopt;
    }

    Fd openHandle(const std::string& handle) const
    {
        // open_by_handle_at() wants it aligned.
        std::vector<std::uint64_t> aligned(handle.size() / sizeof(std::uint64_t) + 1);
        std::memcpy(aligned.data(), handle.data(), handle.size());
        return Fd(::open_by_handle_at(m_root.get(), reinterpret_cast<struct file_handle*>(aligned.data()),
                                      O_PATH | O_CLOEXEC));
    }

    bool mayOpenByHandle() const
    {
        std::vector<std::uint64_t> space((sizeof(struct file_handle) + MAX_HANDLE_SZ) / sizeof(std::uint64_t) + 1);
        auto* handle = reinterpret_cast<struct file_handle*>(space.data());
        handle->handle_bytes = MAX_HANDLE_SZ;
        int mount = 0;
        if (::name_to_handle_at(m_root.get(), "", handle, &mount, AT_EMPTY_PATH) != 0)
            return false;
        return static_cast<bool>(Fd(::open_by_handle_at(m_root.get(), handle, O_PATH | O_CLOEXEC)));
    }

    Fd m_queue;
    std::vector<char> m_buffer;
    std::unordered_map<std::string, std::optional<std::string>> m_known;
};

} // namespace

std::unique_ptr<Watch> watchFileSystem(const std::string& root, std::string& why)
{
    auto watch = std::make_unique<FileSystemWatch>(root, std::string());
    if (!watch->open(why))
        return nullptr;
    return watch;
}

} // namespace bascule::engine
