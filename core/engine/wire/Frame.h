// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Result.h"
#include "core/engine/wire/Compression.h"

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace bascule::engine::wire {

/// The version that both ends must have: they are built together, so nothing else is understood.
inline constexpr std::uint32_t kProtocol = 4;

/// What is sent between the program and its helper on a server: frames of eight bytes of header (0xB5, type, flags, 0,
/// length in four bytes, lowest first) and so many bytes. The flag 1 says that these are what zstd made of the payload;
/// only what comes in bulk may have it.
enum class FrameType : std::uint8_t {
    Control = 1,    ///< a CBOR map: a call, its answer, an error
    Entries = 2,    ///< entries of a walk (see Records.h)
    Content = 3,    ///< bytes of a file
    Alive = 4,      ///< nothing; says that the sender is at work
    Cancel = 5,     ///< ends the call under way
    List = 6,       ///< asks for a folder of a tree, or for its next part, or for no more of it
    Listing = 7,    ///< part of a folder
    Fetch = 8,      ///< asks for entries of a folder
    Files = 9,      ///< what comes of them
    Absent = 10,    ///< asks which names a folder has not; and the answer
    Progress = 11,  ///< how far a transfer is, as a CBOR map
    Skipped = 12,   ///< paths that a transfer could not keep or copy
    Actions = 13,   ///< changes that a transfer made
    Inspected = 14, ///< what a tree has, in order (see Comparison.h)
    More = 15,      ///< asks for another such frame, or for what changed
    Changed = 16,   ///< what changed in a tree that is watched
    Pace = 17,      ///< how fast a transfer may go, and what holds it back (see PaceFrames.h)
    Names = 18,     ///< what owners of entries that follow are called
    Accounts = 19,  ///< asks for the numbers of names; and the answer
    Owners = 20,    ///< how a transfer by names mapped owners
};

/// Caps: a frame that says it is longer ends the session, before anything is kept of it.
inline constexpr std::uint32_t kMostControl = 1024 * 1024;
inline constexpr std::uint32_t kMostPayload = 1024 * 1024;
inline constexpr std::uint32_t kMostPace = 256;

struct Frame
{
    FrameType type = FrameType::Alive;
    std::string payload;
};

/// Writes frames to a pipe or socket. Thread-safe; blocks while the other side does not read. Compresses what comes in
/// bulk while the link is slower than the processor, each payload on the thread that writes it. Errors: "link.closed",
/// "link.silent" (nothing could be written for `silenceMs`).
class FrameWriter
{
public:
    /// What was written so far.
    struct Traffic
    {
        std::atomic<std::int64_t> frames{0}, compressedFrames{0};
        std::atomic<std::int64_t> payloadBytes{0}; ///< before compression
        std::atomic<std::int64_t> lineBytes{0};    ///< on the line, headers too
    };
    /// The descriptor stays the caller's; it is set not to block.
    FrameWriter(int fd, int silenceMs);
    /// After an error every further one fails too: nobody knows how much of the frame was taken.
    Result<void> write(FrameType type, std::string_view payload);
    /// Whether to give up soon when nothing can be written, as somebody waits for the end. Any thread.
    void hurry(bool hurry) { m_hurry = hurry; }
    const Traffic& traffic() const { return m_traffic; } ///< any thread

private:
    Result<void> put(std::string_view header, std::string_view payload);

    int m_fd;
    int m_silenceMs;
    std::atomic<bool> m_hurry{false};
    CompressionPolicy m_policy;
    Traffic m_traffic;
    std::mutex m_mutex;
    std::optional<Error> m_error;
};

/// Reads frames. One thread at a time. Errors: "link.closed" (the end, also inside a frame), "link.silent" (nothing
/// came for `silenceMs`; 0 waits for ever), "link.stopped" (the stop token), "link.garbled" (no frame of ours).
class FrameReader
{
public:
    FrameReader(int fd, int silenceMs);
    using Time = std::chrono::steady_clock::time_point;
    /// After "link.stopped", also said at `deadline`, the next call goes on where this one was, inside a frame too.
    Result<Frame> read(const std::stop_token& stop, Time deadline = Time::max());
    /// Bytes up to a newline, for what is said before the frames begin; the newline is taken and left out. At most
    /// `most` bytes, else "link.garbled".
    Result<std::string> readLine(std::size_t most, const std::stop_token& stop);
    /// Whether a frame, or its beginning, waits to be read within `milliseconds`.
    bool waits(int milliseconds) const;

private:
    Result<void> fill(char* bytes, std::size_t size, std::size_t& filled, const std::stop_token& stop,
                      Time deadline = Time::max());

    int m_fd;
    int m_silenceMs;
    std::string m_buffer; ///< what was read ahead lies from m_begin to m_end
    std::size_t m_begin = 0, m_end = 0;
    std::array<char, 8> m_header{}; ///< of the frame that is being read
    std::size_t m_headerFilled = 0, m_payloadFilled = 0;
    bool m_packed = false; ///< it is compressed
    Frame m_frame;
};

} // namespace bascule::engine::wire
