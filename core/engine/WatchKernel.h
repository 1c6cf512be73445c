// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Fd.h"
#include "core/engine/Stat.h"
#include "core/engine/Watch.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace bascule::engine {

/// What the two ways have in common in which the kernel tells: a thread that reads what it says, so that its queue does
/// not run over, and the questions that it does not answer.
class KernelWatch : public Watch
{
public:
    /// `why`: see Watch::why().
    KernelWatch(std::string root, std::string why);
    ~KernelWatch() override;
    Changes take() final;
    bool wait(int milliseconds, const std::stop_token& stop) final;

protected:
    /// Opens the root; 0 or an errno.
    int openRootFolder();
    /// The rest is ready: read what comes.
    void begin(int notifications);
    /// To be called by whoever overrides drain(), before anything of it goes.
    void end();
    /// Reads all that the kernel has to say, with the lock.
    virtual void drain(Changes& changes) = 0;

    const std::string m_rootPath;
    Fd m_root;
    Stat m_rootStat;

private:
    void loop(const std::stop_token& stop);
    bool isRootTheSame() const;

    int m_notifications = -1;
    Fd m_wake;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    Changes m_changes;
    std::jthread m_thread;
};

/// fanotify over the whole file system; nothing, with the reason, where the kernel refuses.
std::unique_ptr<Watch> watchFileSystem(const std::string& root, std::string& why);
/// inotify on each folder.
std::unique_ptr<Watch> watchFolders(const std::string& root, std::string& why, const std::stop_token& stop);

/// Adds the files below the folder that a program has mapped to write to. Root sees those of all programs.
void addMappedFiles(int rootFd, Changes& changes);

/// Where a descriptor leads, absolute; "" when it cannot be said.
std::string pathOfDescriptor(int fd);

} // namespace bascule::engine
