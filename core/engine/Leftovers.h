// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Fd.h"
#include "core/engine/Stat.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace bascule::engine {

/// Names of temporaries and the proof that they are ours.
///
/// A run has a random nonce of 64 bits. All its temporaries are called `.bascule-<nonce>-<number>.part`, of a fixed
/// length whatever the final name. Before the first of them exists the run makes `.bascule-<nonce>.lock` in the
/// target's root, says in it which root and which inode it is itself, and holds an flock on it, which the kernel drops
/// when the process ends in whatever way. The lock file goes when no temporary is left. So: a file is a leftover of
/// ours exactly when its nonce is that of a lock file that lies in this very root, belongs to this root and to us (or
/// root), and that nobody holds. A file that merely looks alike has no such lock file and is never touched, nor is a
/// copy of a lock file that came here as somebody's data.
///
/// A large file from elsewhere is called `.bascule-<nonce>-<key>.held` while it arrives; the key is made of what it is
/// a copy of (see heldKey()). It may outlive its run, its lock file with it, so that the next run goes on where it
/// ends.
class RunLock
{
public:
    explicit RunLock(int rootFd);
    ~RunLock();
    RunLock(const RunLock&) = delete;
    RunLock& operator=(const RunLock&) = delete;

    /// A name no temporary of this run has had.
    static std::string temporaryName(const std::string& nonce, std::uint64_t number);
    static std::string heldName(const std::string& nonce, const std::string& key);
    const std::string& nonce() const { return m_nonce; }
    /// Makes the lock file; 0 or an errno. Call once, before the first temporary; where a power cut matters, sync after
    /// it.
    int take();
    bool taken() const { return static_cast<bool>(m_file); }
    /// Removes it; keep it (do not call) when a temporary may be left. 0 or an errno.
    int drop();
    std::string name() const;

private:
    int m_rootFd;
    std::string m_nonce;
    Fd m_file;
};

/// What lies in a root from runs: ended ones, whose temporaries go, and running ones, whose temporaries are not ours to
/// touch.
struct Runs
{
    std::vector<std::string> ended;
    std::vector<std::string> running;
};
Runs findRuns(int rootFd);

/// 32 hex digits that stand for a file at the source, as it is now: its path below the root, inode, size and times.
std::string heldKey(const std::string& path, const Stat& source);

/// The part of a large file that an earlier run brought.
struct Held
{
    std::string folder; ///< below the root
    std::string name;
};

/// Who takes over what ended runs held: it is renamed to the heir's nonce, and listed. What was last written to a week
/// ago is removed.
struct Heir
{
    std::string nonce;
    std::vector<Held> held;
};

/// Removes the temporaries of the ended runs everywhere below the root, and then their lock files. Without an heir what
/// they held goes too. False when one could not be removed: its lock file stays, for the next time.
bool removeLeftovers(int rootFd, const std::vector<std::string>& nonces, const std::function<bool()>& stopping,
                     Heir* heir = nullptr);

/// The nonce in the name of a temporary, of what is held, or of a lock file; empty when it is none.
std::string_view nonceOf(std::string_view name);
/// The key in the name of what is held; empty when it is none.
std::string_view keyOf(std::string_view name);

} // namespace bascule::engine
