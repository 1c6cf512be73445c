// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Error.h"
#include "core/engine/Folder.h"
#include "core/engine/Pause.h"
#include "core/engine/WatchKernel.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace bascule::engine {

namespace {

/// What other machines write to, without this kernel's knowing. From linux/magic.h and the file systems' own headers.
bool hasOtherWriters(int fd)
{
    constexpr std::array<unsigned long, 14> kShared{
        0x6969,     // NFS
        0x517b,     // SMB
        0xff534d42, // CIFS
        0xfe534d42, // SMB2
        0x65735546, // FUSE
        0x01021997, // 9P
        0x00c36400, // Ceph
        0x5346414f, // AFS
        0x6b414653, // kAFS
        0x73757245, // Coda
        0x7461636f, // OCFS2
        0x01161970, // GFS2
        0x0bd00bd0, // Lustre
        0x47504653, // GPFS
    };
    struct statfs info;
    return ::fstatfs(fd, &info) == 0 &&
           std::find(kShared.begin(), kShared.end(), static_cast<unsigned long>(info.f_type) & 0xffffffffUL) !=
               kShared.end();
}

/// Knows nothing, and says so.
class NoWatch final : public Watch
{
public:
    explicit NoWatch(std::string why)
        : Watch(std::move(why))
    {
    }
    WatchWay way() const override { return WatchWay::Walk; }
    Changes take() override
    {
        Changes changes;
        changes.addEverything(m_why);
        return changes;
    }
    bool wait(int milliseconds, const std::stop_token& stop) override
    {
        pauseFor(std::chrono::milliseconds(milliseconds), stop);
        return !stop.stop_requested();
    }
};

} // namespace

std::unique_ptr<Watch> Watch::none(std::string why)
{
    return std::make_unique<NoWatch>(std::move(why));
}

std::unique_ptr<Watch> Watch::start(const std::string& root, const std::stop_token& stop)
{
    std::string why;
    const Fd opened = openRoot(root.c_str());
    if (!opened)
        return std::make_unique<NoWatch>(systemErrorCode(errno));
    if (hasOtherWriters(opened.get()))
        return std::make_unique<NoWatch>("watch.other-writers");
    if (auto watch = watchFileSystem(root, why))
        return watch;
    if (auto watch = watchFolders(root, why, stop))
        return watch;
    return std::make_unique<NoWatch>(why);
}

KernelWatch::KernelWatch(std::string root, std::string why)
    : Watch(std::move(why))
    , m_rootPath(std::move(root))
{
}

KernelWatch::~KernelWatch() = default;

int KernelWatch::openRootFolder()
{
    m_root = openRoot(m_rootPath.c_str());
    m_wake = Fd(::eventfd(0, EFD_CLOEXEC));
    if (!m_root || !m_wake)
        return errno;
    return statFd(m_root.get(), m_rootStat);
}

void KernelWatch::begin(int notifications)
{
    m_notifications = notifications;
    m_thread = std::jthread([this](const std::stop_token& stop) { loop(stop); });
}

void KernelWatch::end()
{
    m_thread.request_stop();
    const std::uint64_t one = 1;
    (void)!::write(m_wake.get(), &one, sizeof one);
    if (m_thread.joinable())
        m_thread.join();
}

void KernelWatch::loop(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        std::array<pollfd, 2> fds{{{m_notifications, POLLIN, 0}, {m_wake.get(), POLLIN, 0}}};
        if (::poll(fds.data(), fds.size(), -1) < 0 && errno != EINTR)
            return;
        if (stop.stop_requested())
            return;
        const std::lock_guard lock(m_mutex);
        drain(m_changes);
        if (!m_changes.isEmpty())
            m_changed.notify_all();
    }
}

bool KernelWatch::isRootTheSame() const
{
    Stat now;
    return statPath(m_rootPath.c_str(), now) == 0 && now.sameInode(m_rootStat);
}

Changes KernelWatch::take()
{
    const std::lock_guard lock(m_mutex);
    // The kernel queues a change before the call that made it returns.
    drain(m_changes);
    if (!isRootTheSame())
        m_changes.addEverything("watch.root-replaced");
    if (!m_changes.isEverything())
        addMappedFiles(m_root.get(), m_changes);
    return std::exchange(m_changes, {});
}

bool KernelWatch::wait(int milliseconds, const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, stop, std::chrono::milliseconds(milliseconds),
                              [this] { return !m_changes.isEmpty(); });
}

std::string pathOfDescriptor(int fd)
{
    std::string path(256, '\0');
    for (;;) {
        const ssize_t length = ::readlink(procPath(fd).c_str(), path.data(), path.size());
        if (length < 0)
            return {};
        if (static_cast<std::size_t>(length) < path.size()) {
            path.resize(static_cast<std::size_t>(length));
            return path;
        }
        path.resize(path.size() * 2);
    }
}

} // namespace bascule::engine
