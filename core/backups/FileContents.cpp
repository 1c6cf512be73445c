// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backups/FileContents.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <vector>

namespace bascule {

namespace {

constexpr std::size_t chunk = 1 << 20;

struct Descriptor
{
    int fd;
    explicit Descriptor(const std::string& path)
        : fd(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC))
    {
    }
    ~Descriptor()
    {
        if (fd >= 0)
            ::close(fd);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
};

ssize_t readFully(int fd, char* buffer, std::size_t size)
{
    std::size_t done = 0;
    while (done < size) {
        const ssize_t got = ::read(fd, buffer + done, size - done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        done += std::size_t(got);
    }
    return ssize_t(done);
}

} // namespace

Sameness compareContents(const std::string& left, const std::string& right, engine::Counters& counters,
                         const std::stop_token& stop)
{
    const Descriptor a(left), b(right);
    if (a.fd < 0 || b.fd < 0)
        return Sameness::Unreadable;
    static thread_local std::vector<char> first(chunk), second(chunk);
    for (;;) {
        if (stop.stop_requested())
            return Sameness::Stopped;
        const ssize_t one = readFully(a.fd, first.data(), chunk);
        const ssize_t two = readFully(b.fd, second.data(), chunk);
        if (one < 0 || two < 0)
            return Sameness::Unreadable;
        counters.bytesDone.fetch_add(one);
        if (one != two || std::memcmp(first.data(), second.data(), std::size_t(one)) != 0)
            return Sameness::Different;
        if (one == 0)
            return Sameness::Equal;
    }
}

} // namespace bascule
