// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Sync.h"
#include "core/engine/wire/Message.h"

#include <mutex>
#include <optional>

namespace bascule::engine::wire {

class FrameWriter;
class Helper;

/// How one server reaches another: the way in that an Admission opened there.
struct Peer
{
    std::string address; ///< as the target's side connects to it
    std::int64_t port = 22;
    std::string user;
    std::string hostKey;      ///< "ssh-ed25519 AAAA…", the only one that is believed
    std::string privateKey;   ///< OpenSSH's text; written to a private file there while ssh starts
    std::string sha256;       ///< of the helper's program, which the target's helper sends on
    std::string nonce;        ///< of the Admission's command
    std::string path;         ///< the folder on it
    std::string name;         ///< what it is called in errors
    std::int64_t earlier = 0; ///< a process on it that runs the helper's program already; 0: none
};

/// Has a helper sync a folder of its server from a folder of another one, straight. Errors: "direct.no-ssh",
/// "direct.refused" (the other server does not take the key, or cannot be reached any more; detail: what ssh said),
/// "link.closed" (it broke), and those of transfer().
Result<SyncReport> pullDirect(Helper& target, const std::string& path, const Peer& peer, const SyncOptions& options,
                              Counters& counters, std::stop_token stop,
                              const std::function<void(const SyncAction&)>& onAction = {});

/// An address of the other server that answers as sshd does, and ours as that connection has it.
struct Reached
{
    std::string address; ///< empty: none answered
    std::int64_t port = 0;
    std::string from;
};
/// The helper's side of "reach": tries addresses ("10.0.0.7 22") in turn, each for a few seconds.
Reached reach(const std::vector<std::string>& places, const std::stop_token& stop);

/// The helper's side of pullDirect(): the call "pull".
class Pull
{
public:
    /// Until it is done. A stop ends it without what has not been put in place yet.
    /// `pace` may change meanwhile; what holds back is told with Pace frames.
    Result<Message> run(const Message& call, const std::shared_ptr<Pace>& pace, FrameWriter& writer,
                        const std::stop_token& stop);
    /// Ends it with what has arrived; false when nothing is on its way yet. Any thread.
    bool sever();

private:
    class Under;
    std::mutex m_mutex;
    Helper* m_source = nullptr; ///< while data comes from it
};

/// Further operations of a helper that direct transfers need; nothing when the call is none of them:
///   who {}                           uid, home, addresses of this machine, hostKeys (public keys of its sshd), ssh
///   reach {places}                   address, port, from
///   admit {key, command, from, nonce}, revoke {}   nothing
std::optional<Result<Message>> operateDirect(const Message& call, const std::stop_token& stop);

} // namespace bascule::engine::wire
