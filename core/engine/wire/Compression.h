// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace bascule::engine::wire {

/// Payloads below are sent as they are.
inline constexpr std::size_t kLeastCompressed = 4 * 1024;

/// Whether compressing is worth its time: when the time that writes wait for the link, for the bytes that compressing
/// takes away, is well above the time that compressing takes. Measured, and measured again, as links and data change.
/// Thread-safe.
class CompressionPolicy
{
public:
    /// Whether the next payload is to be compressed.
    bool tries();
    /// A payload was compressed, or came out no smaller.
    void compressed(std::size_t size, std::size_t to, std::int64_t nanoseconds);
    /// So many bytes were written, and waited so long for the link to take them.
    void written(std::size_t bytes, std::int64_t waitedNanoseconds);

private:
    bool isWorthIt() const;

    std::mutex m_mutex;
    double m_waitPerByte = 0; ///< nanoseconds that a byte on the line waits
    double m_costPerByte = 4; ///< nanoseconds to compress one; a guess until it is known
    double m_ratio = 0.5;     ///< what is left of it; the same
    int m_pause = 0;          ///< payloads until the next try
    int m_nextPause = 16;
};

/// With zstd, in the thread's own context; nothing when it comes out no smaller, or fails.
std::optional<std::string> compress(std::string_view bytes);
/// What compress() made, of at most `most` bytes; nothing when it is anything else: another size than said, more behind
/// it, no gain. Never takes more memory than that.
std::optional<std::string> decompress(std::string_view bytes, std::size_t most);

} // namespace bascule::engine::wire
