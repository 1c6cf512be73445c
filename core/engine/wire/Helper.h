// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/HostFiles.h"
#include "core/engine/Tree.h"
#include "core/engine/wire/Channel.h"
#include "core/engine/wire/Frame.h"
#include "core/engine/wire/Heartbeat.h"
#include "core/engine/wire/Message.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <vector>

namespace bascule::engine::wire {

/// The helper's program, as it is sent to a server.
struct HelperImage
{
    std::string_view bytes;
    std::string sha256; ///< 64 hex digits, taken when it was built
};

/// The one that this program was built with; from the library bascule_helper_image.
HelperImage builtInHelper();

/// What is run on the server to get the helper there: one line for /bin/sh that reads the program from its input,
/// checks it against the hash, runs it and leaves nothing behind. The same line whatever is asked later: no path and no
/// name is ever part of it. Safe to put between single quotes in any shell. `staySeconds`: how long the helper stays as
/// a process, with nothing to do and no file, when its link is lost (not when it is told to go), so that the next one
/// need not be sent again.
std::string bootstrapLine(const HelperImage& image, const std::string& nonce, int staySeconds = 0);

/// 32 random hex digits.
std::string newNonce();

/// Where a start got to, for a connection test: "shell", "architecture", "helper".
struct HelperStart
{
    std::function<void(const char* reached, const std::string& fact)> reached;
    int silenceMs = 45'000; ///< without a byte for so long, the link counts as broken
    /// Processes on the server that may run the same program: it is taken from one of them where it does.
    std::vector<std::int64_t> earlier;
};

/// A helper on a server, over a channel to it. One call at a time: calls of several threads wait for each other. Calls
/// block, honour their stop within 2 seconds (the answer is then "call.cancelled"), and after an error of the link
/// ("link.…") every further one fails: a new helper is to be started.
class Helper
{
public:
    /// Speaks with a shell that runs bootstrapLine(image, nonce), sends it the program and greets the helper. What the
    /// shell says before (a chatty login) is overheard. Errors: "helper.no-shell" (nothing of ours came back; detail:
    /// what did), "helper.other-architecture" (params architecture, system), "helper.no-room", "helper.no-exec"
    /// (params tried), "helper.altered" (the hash differs), "helper.cannot-run", "helper.other-version",
    /// "helper.no-helper", "link.…", "call.cancelled".
    static Result<std::unique_ptr<Helper>> start(std::unique_ptr<Channel> channel, const HelperImage& image,
                                                 const std::string& nonce, const HelperStart& options,
                                                 std::stop_token stop);
    /// Greets a helper that is running already (`serve` with that nonce).
    static Result<std::unique_ptr<Helper>> greet(std::unique_ptr<Channel> channel, const std::string& nonce,
                                                 const HelperStart& options, std::stop_token stop);
    ~Helper();

    std::int64_t pid() const { return m_pid; }
    std::int64_t uid() const { return m_uid; }
    const std::string& nonce() const { return m_nonce; }
    /// Whether the link was lost, or its process at this end is gone. Any thread.
    bool broken() const;
    std::string errors() const { return m_channel->errors(); }
    /// Tells it to go, and waits a little.
    void finish();

    Result<Space> space(const std::string& path, std::stop_token stop = {});
    Result<bool> exists(const std::string& path, std::stop_token stop = {});
    /// Whether there is a folder that can be read: "path.missing", "path.denied", "path.not-a-folder".
    Result<void> folder(const std::string& path, std::stop_token stop = {});
    /// As engine::readFileBelow().
    Result<std::string> readFile(const std::string& root, const std::string& path, std::int64_t limit,
                                 std::stop_token stop = {});
    /// As engine::walk().
    Result<std::vector<Unreadable>> walk(const std::string& path, const WalkOptions& options, std::stop_token stop,
                                         const std::function<bool(const TreeEntry&)>& visit);
    Result<Fingerprint> fingerprint(const std::string& path, const WalkOptions& options, std::stop_token stop);
    /// Ends an earlier helper on the same server that may hang there since its link was lost, with its pid() and
    /// nonce(); when this returns it brings in nothing more. Errors: "helper.hangs", those of the link.
    Result<void> endEarlier(std::int64_t pid, const std::string& nonce, std::stop_token stop = {});
    Result<std::string> hashFile(const std::string& path, std::stop_token stop);

    /// Any call: sends it and reads until its answer. `content` sees the frames that come before, and answers an error
    /// to end the call ("link.garbled" ends the link too). `sent` is called once the message is written.
    Result<Message> call(const Message& message, const std::stop_token& stop,
                         const std::function<Result<void>(const Frame&)>& content = {},
                         const std::function<void()>& sent = {});
    /// Sends a frame of a transfer, beside a call or without one. Any thread.
    Result<void> write(FrameType type, std::string_view payload) { return m_writer.write(type, payload); }
    /// What was written to it. Any thread.
    const FrameWriter::Traffic& traffic() const { return m_writer.traffic(); }
    /// Breaks the link as if it were lost: what is under way ends with what has arrived. Any thread, but not
    /// while finish() runs.
    void sever() { m_channel->sever(); }
    /// The call under way is to end: what cannot be written soon breaks the link. Any thread.
    void hurry() { m_writer.hurry(true); }

private:
    Helper(std::unique_ptr<Channel> channel, int silenceMs);
    Result<void> takeGreeting(const std::string& nonce, const std::stop_token& stop);
    Error lose(Error error);

    std::unique_ptr<Channel> m_channel;
    FrameReader m_reader;
    FrameWriter m_writer;
    mutable std::mutex m_mutex;
    std::optional<Error> m_lost;
    std::int64_t m_pid = 0, m_uid = 0;
    std::string m_nonce;
    std::atomic<bool> m_calling{false};
    std::unique_ptr<Heartbeat> m_heartbeat; ///< while a call is under way
};

} // namespace bascule::engine::wire
