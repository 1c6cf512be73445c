// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wire/Frame.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/uio.h>
#include <unistd.h>

namespace bascule::engine::wire {

namespace {

constexpr std::uint8_t kMark = 0xB5;
constexpr std::size_t kHeader = 8;
constexpr std::uint8_t kPacked = 1; // flag
constexpr std::size_t kReadAhead = 256 * 1024;
constexpr int kSlice = 50;    // milliseconds between looks at a stop
constexpr int kHurried = 500; // milliseconds without a byte taken, when somebody waits for the end

Error broken(const char* code, std::string detail = {})
{
    return {code, Severity::Session, {}, {}, std::move(detail)};
}

std::int64_t nanosecondsSince(std::chrono::steady_clock::time_point begun)
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now() - begun).count();
}

void setNonBlocking(int fd)
{
    const int flags = ::fcntl(fd, F_GETFL);
    if (flags >= 0)
        ::fcntl(fd, F_SETFL, flags | O_NONBLOCK);
}

bool known(std::uint8_t type)
{
    return type >= static_cast<std::uint8_t>(FrameType::Control) &&
           type <= static_cast<std::uint8_t>(FrameType::Owners);
}

std::uint32_t mostOf(FrameType type)
{
    switch (type) {
    case FrameType::Control:
    case FrameType::Progress:
        return kMostControl;
    case FrameType::Entries:
    case FrameType::Content:
    case FrameType::List:
    case FrameType::Listing:
    case FrameType::Fetch:
    case FrameType::Files:
    case FrameType::Absent:
    case FrameType::Skipped:
    case FrameType::Actions:
    case FrameType::Inspected:
    case FrameType::Changed:
    case FrameType::Names:
    case FrameType::Accounts:
    case FrameType::Owners:
        return kMostPayload;
    case FrameType::Pace:
        return kMostPace;
    case FrameType::More:
        return 32; // two numbers
    case FrameType::Alive:
    case FrameType::Cancel:
        break;
    }
    return 0;
}

/// What may be compressed.
bool comesInBulk(FrameType type)
{
    return type != FrameType::Control && type != FrameType::Progress && mostOf(type) == kMostPayload;
}

} // namespace

FrameWriter::FrameWriter(int fd, int silenceMs)
    : m_fd(fd)
    , m_silenceMs(silenceMs)
{
    setNonBlocking(fd);
}

Result<void> FrameWriter::write(FrameType type, std::string_view payload)
{
    if (payload.size() > mostOf(type))
        return broken("link.garbled", "a frame of ours is too long");
    std::optional<std::string> packed;
    if (payload.size() >= kLeastCompressed && comesInBulk(type) && m_policy.tries()) {
        const auto begun = std::chrono::steady_clock::now();
        packed = compress(payload);
        m_policy.compressed(payload.size(), packed ? packed->size() : payload.size(), nanosecondsSince(begun));
    }
    const std::string_view sent = packed ? *packed : payload;
    std::array<char, kHeader> header{static_cast<char>(kMark), static_cast<char>(type),
                                     static_cast<char>(packed ? kPacked : 0)};
    for (unsigned i = 0; i < 4; ++i)
        header[4 + i] = static_cast<char>(sent.size() >> (8 * i));
    const std::lock_guard lock(m_mutex);
    if (m_error)
        return *m_error;
    auto wrote = put({header.data(), kHeader}, sent);
    if (!wrote)
        m_error = wrote.error();
    m_traffic.frames += 1;
    m_traffic.compressedFrames += packed ? 1 : 0;
    m_traffic.payloadBytes += static_cast<std::int64_t>(payload.size());
    m_traffic.lineBytes += static_cast<std::int64_t>(kHeader + sent.size());
    return wrote;
}

Result<void> FrameWriter::put(std::string_view header, std::string_view payload)
{
    int quietMs = 0;
    std::int64_t waited = 0;
    const std::size_t size = header.size() + payload.size();
    const iovec parts[2] = {{const_cast<char*>(header.data()), header.size()},
                            {const_cast<char*>(payload.data()), payload.size()}};
    for (std::size_t sent = 0; sent < size;) {
        iovec rest[2];
        int count = 0;
        std::size_t skip = sent;
        for (const iovec& part : parts) {
            if (skip < part.iov_len)
                rest[count++] = {static_cast<char*>(part.iov_base) + skip, part.iov_len - skip};
            skip -= std::min(skip, part.iov_len);
        }
        const ssize_t wrote = ::writev(m_fd, rest, count);
        if (wrote > 0) {
            sent += static_cast<std::size_t>(wrote);
            quietMs = 0;
        } else if (errno == EAGAIN) {
            pollfd ready{m_fd, POLLOUT, 0};
            const auto begun = std::chrono::steady_clock::now();
            const int polled = ::poll(&ready, 1, kSlice);
            waited += nanosecondsSince(begun);
            if (polled != 0)
                continue;
            quietMs += kSlice;
            if ((m_silenceMs > 0 && quietMs >= m_silenceMs) || (m_hurry && quietMs >= kHurried))
                return broken("link.silent");
        } else if (errno != EINTR) {
            return broken("link.closed", std::strerror(errno));
        }
    }
    m_policy.written(size, waited);
    return {};
}

FrameReader::FrameReader(int fd, int silenceMs)
    : m_fd(fd)
    , m_silenceMs(silenceMs)
    , m_buffer(kReadAhead, '\0')
{
    setNonBlocking(fd);
}

bool FrameReader::waits(int milliseconds) const
{
    if (m_begin < m_end)
        return true;
    pollfd ready{m_fd, POLLIN, 0};
    return ::poll(&ready, 1, milliseconds) > 0;
}

Result<Frame> FrameReader::read(const std::stop_token& stop, Time deadline)
{
    if (m_headerFilled < kHeader) {
        if (auto filled = fill(m_header.data(), kHeader, m_headerFilled, stop, deadline); !filled)
            return filled.error();
        std::uint32_t size = 0;
        for (unsigned i = 0; i < 4; ++i)
            size |= static_cast<std::uint32_t>(static_cast<std::uint8_t>(m_header[4 + i])) << (8 * i);
        const auto type = static_cast<std::uint8_t>(m_header[1]);
        const auto flags = static_cast<std::uint8_t>(m_header[2]);
        if (static_cast<std::uint8_t>(m_header[0]) != kMark || flags > kPacked || m_header[3] != 0 || !known(type))
            return broken("link.garbled", "no frame begins here");
        m_frame.type = static_cast<FrameType>(type);
        m_packed = flags == kPacked;
        if (m_packed && !comesInBulk(m_frame.type))
            return broken("link.garbled", "a frame is compressed that may not be");
        if (size > mostOf(m_frame.type))
            return broken("link.garbled", "a frame is too long");
        m_frame.payload.resize(size);
        m_payloadFilled = 0;
    }
    if (auto filled = fill(m_frame.payload.data(), m_frame.payload.size(), m_payloadFilled, stop, deadline); !filled)
        return filled.error();
    m_headerFilled = 0;
    if (m_packed) {
        auto whole = decompress(m_frame.payload, mostOf(m_frame.type));
        if (!whole)
            return broken("link.garbled", "a frame is not compressed as it says");
        m_frame.payload = std::move(*whole);
    }
    return std::exchange(m_frame, {});
}

Result<std::string> FrameReader::readLine(std::size_t most, const std::stop_token& stop)
{
    std::string line;
    for (;;) {
        char byte = 0;
        std::size_t have = 0;
        if (auto filled = fill(&byte, 1, have, stop); !filled)
            return filled.error();
        if (byte == '\n')
            return line;
        if (line.size() == most)
            return broken("link.garbled", "a line is too long");
        line.push_back(byte);
    }
}

Result<void> FrameReader::fill(char* bytes, std::size_t size, std::size_t& filled, const std::stop_token& stop,
                               Time deadline)
{
    int quietMs = 0;
    const auto stopped = [&] {
        return stop.stop_requested() || (deadline != Time::max() && std::chrono::steady_clock::now() > deadline);
    };
    while (filled < size) {
        if (m_begin < m_end) {
            const std::size_t take = std::min(size - filled, m_end - m_begin);
            std::memcpy(bytes + filled, m_buffer.data() + m_begin, take);
            m_begin += take;
            filled += take;
            continue;
        }
        // The most of what is long goes where it belongs at once.
        const bool direct = size - filled >= kReadAhead / 2;
        const ssize_t got =
            direct ? ::read(m_fd, bytes + filled, size - filled) : ::read(m_fd, m_buffer.data(), m_buffer.size());
        m_begin = 0;
        m_end = got > 0 && !direct ? static_cast<std::size_t>(got) : 0;
        if (got > 0) {
            filled += direct ? static_cast<std::size_t>(got) : 0;
            quietMs = 0;
            if (stopped())
                return broken("link.stopped");
        } else if (got == 0) {
            return broken("link.closed");
        } else if (errno == EAGAIN) {
            if (stopped())
                return broken("link.stopped");
            pollfd ready{m_fd, POLLIN, 0};
            if (::poll(&ready, 1, kSlice) == 0 && m_silenceMs > 0 && (quietMs += kSlice) >= m_silenceMs)
                return broken("link.silent");
        } else if (errno != EINTR) {
            return broken("link.closed", std::strerror(errno));
        }
    }
    return {};
}

} // namespace bascule::engine::wire
