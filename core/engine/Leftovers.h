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
/// A large file is called `.bascule-<nonce>-<key>.held` while it is copied; the key is made of what it is a copy of
/// (see heldKey()). It may outlive its run, its lock file with it, so that the next run goes on where it ends; what of
/// it is proven is told by a `.proof` of the same name beside it (see ProofRecord.h). Which folders a run was done with
/// is told by `.bascule-<nonce>.done` beside its lock file (see DoneFolders.h).
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
    static std::string doneName(const std::string& nonce);

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
/// Whether an entry anywhere below that root belongs to one of them: it is nobody's data.
bool isOfRun(const Runs& runs, std::string_view name);

/// 32 hex digits that stand for a file at the source, as it is now: its path below the root, inode, size and times.
std::string heldKey(const std::string& path, const Stat& source);

/// What a record about a held file is called.
std::string proofNameOf(const std::string& heldName);

/// A file that nobody else can have a hand on: ours, with this one name, closed to others.
bool isOurAlone(int fd, Stat& stat);

/// Whether a held file was written to in the last week. Older ones are not gone on with.
bool isFresh(const Stat& held);

/// Renames what one of the ended runs held of a file, in that folder, to what the run with this nonce calls it; with
/// the record about it. `asLeft`: what it was before. False when there is nothing.
bool inheritHeld(int folder, const std::vector<std::string>& ended, const std::string& nonce, const std::string& key,
                 Stat& asLeft);

/// Removes the temporaries of the ended runs everywhere below the folder; folders keep their times. With `heldToo` also
/// what they held. False when something could not be removed.
bool removeLeftovers(int folderFd, const std::vector<std::string>& nonces, const std::function<bool()>& stopping,
                     bool heldToo = true);
/// Removes the lock files of ended runs, and what they noted, once nothing else of them is left.
bool removeLocks(int rootFd, const std::vector<std::string>& nonces);

/// The nonce in the name of a temporary, of what is held, of a record, or of a lock file; empty when it is none.
std::string_view nonceOf(std::string_view name);
/// The key in the name of what is held; empty when it is none.
std::string_view keyOf(std::string_view name);

} // namespace bascule::engine
