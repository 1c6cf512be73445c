// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/Reaching.h"

#include <QElapsedTimer>

#include <arpa/inet.h>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <cstring>
#include <memory>
#include <mutex>
#include <netdb.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace bascule::reaching {

using namespace Qt::StringLiterals;

namespace {

/// getaddrinfo() cannot be interrupted: it works on a thread that is left to itself when nobody waits any more.
struct Lookup
{
    std::mutex mutex;
    std::condition_variable ready;
    bool done = false;
    int status = 0;
    std::vector<Place> places;
};

void lookUp(const std::shared_ptr<Lookup>& lookup, const QByteArray& host)
{
    addrinfo hints = {};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* list = nullptr;
    const int status = ::getaddrinfo(host.constData(), nullptr, &hints, &list);
    std::vector<Place> places;
    for (const addrinfo* at = status == 0 ? list : nullptr; at; at = at->ai_next) {
        char text[NI_MAXHOST] = {};
        if (::getnameinfo(at->ai_addr, at->ai_addrlen, text, sizeof text, nullptr, 0, NI_NUMERICHOST) == 0)
            places.push_back({QString::fromLatin1(text), at->ai_family});
    }
    if (list)
        ::freeaddrinfo(list);
    const std::lock_guard lock(lookup->mutex);
    lookup->status = status;
    lookup->places = std::move(places);
    lookup->done = true;
    lookup->ready.notify_all();
}

struct Socket
{
    int fd;
    explicit Socket(int number)
        : fd(number)
    {
    }
    ~Socket()
    {
        if (fd >= 0)
            ::close(fd);
    }
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;
};

Error failed(int number, const QString& subject)
{
    const char* code = number == ECONNREFUSED                    ? "ssh.refused"
                       : number == ETIMEDOUT                     ? "ssh.timeout"
                       : number == ECONNRESET || number == EPIPE ? "ssh.closed"
                                                                 : "ssh.unreachable";
    return makeError(code, subject, {}, QString::fromLocal8Bit(std::strerror(number)));
}

/// 0 once the descriptor is ready, an errno otherwise; ECANCELED for a stop.
int await(int fd, short what, const QElapsedTimer& clock, int timeoutMs, const std::stop_token& stop)
{
    while (clock.elapsed() < timeoutMs) {
        if (stop.stop_requested())
            return ECANCELED;
        pollfd wanted = {fd, what, 0};
        if (::poll(&wanted, 1, 100) > 0)
            return 0;
    }
    return ETIMEDOUT;
}

int connectTo(int fd, const Place& place, int port, const QElapsedTimer& clock, int timeoutMs,
              const std::stop_token& stop)
{
    sockaddr_storage address = {};
    socklen_t size = 0;
    const QByteArray text = place.text.toLatin1();
    if (place.family == AF_INET6) {
        auto* v6 = reinterpret_cast<sockaddr_in6*>(&address);
        v6->sin6_family = AF_INET6;
        v6->sin6_port = htons(quint16(port));
        ::inet_pton(AF_INET6, text.constData(), &v6->sin6_addr);
        size = sizeof *v6;
    } else {
        auto* v4 = reinterpret_cast<sockaddr_in*>(&address);
        v4->sin_family = AF_INET;
        v4->sin_port = htons(quint16(port));
        ::inet_pton(AF_INET, text.constData(), &v4->sin_addr);
        size = sizeof *v4;
    }
    if (::connect(fd, reinterpret_cast<const sockaddr*>(&address), size) == 0)
        return 0;
    if (errno != EINPROGRESS)
        return errno;
    if (const int waited = await(fd, POLLOUT, clock, timeoutMs, stop); waited != 0)
        return waited;
    int number = 0;
    socklen_t length = sizeof number;
    ::getsockopt(fd, SOL_SOCKET, SO_ERROR, &number, &length);
    return number;
}

/// Servers may say other lines before the one that begins with "SSH-".
Result<QString> firstWords(int fd, const QString& subject, const QElapsedTimer& clock, int timeoutMs,
                           const std::stop_token& stop)
{
    QByteArray said;
    while (said.size() < 8192) {
        if (const int waited = await(fd, POLLIN, clock, timeoutMs, stop); waited != 0)
            return waited == ECANCELED ? makeError("cancelled") : failed(waited, subject);
        char buffer[1024];
        const ssize_t got = ::recv(fd, buffer, sizeof buffer, 0);
        if (got < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (got <= 0)
            return said.isEmpty() ? makeError("ssh.closed", subject) : makeError("ssh.not-ssh", subject);
        said.append(buffer, got);
        for (const QByteArray& line : said.left(said.lastIndexOf('\n') + 1).split('\n')) {
            if (line.startsWith("SSH-"))
                return displayPath(line.mid(line.indexOf('-', 4) + 1).trimmed().left(100));
        }
    }
    return makeError("ssh.not-ssh", subject);
}

} // namespace

Result<std::vector<Place>> resolve(const QString& host, std::stop_token stop)
{
    const auto lookup = std::make_shared<Lookup>();
    std::thread(lookUp, lookup, host.toUtf8()).detach();
    std::unique_lock lock(lookup->mutex);
    while (!lookup->done) {
        if (stop.stop_requested())
            return makeError("cancelled");
        lookup->ready.wait_for(lock, std::chrono::milliseconds(100));
    }
    if (lookup->places.empty())
        return makeError("ssh.unresolvable", host, {}, QString::fromLocal8Bit(::gai_strerror(lookup->status)));
    // One entry an address: the resolver may name it once a protocol.
    std::vector<Place> places;
    for (const Place& place : lookup->places) {
        bool known = false;
        for (const Place& other : places)
            known = known || other.text == place.text;
        if (!known)
            places.push_back(place);
    }
    return places;
}

Result<Greeting> greet(const std::vector<Place>& places, int port, const QString& subject, int timeoutMs,
                       std::stop_token stop)
{
    std::optional<Error> first;
    for (const Place& place : places) {
        QElapsedTimer clock;
        clock.start();
        const Socket socket(::socket(place.family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
        const int number = socket.fd < 0 ? errno : connectTo(socket.fd, place, port, clock, timeoutMs, stop);
        if (number == ECANCELED)
            return makeError("cancelled");
        if (number != 0) {
            if (!first)
                first = failed(number, subject);
            continue;
        }
        const qint64 ms = clock.elapsed();
        const auto words = firstWords(socket.fd, subject, clock, timeoutMs, stop);
        if (!words)
            return words.error();
        return Greeting{words.value(), ms};
    }
    return first.value_or(makeError("ssh.unreachable", subject));
}

} // namespace bascule::reaching
