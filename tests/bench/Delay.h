// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace bench {

/// Passes on what comes to a loopback port to another one, each byte so much later, as a long line would: of any width,
/// or of so many bytes a second each way.
class Delay
{
public:
    Delay(int toPort, int milliseconds, int rate = 0)
        : m_toPort(toPort)
        , m_delay(milliseconds)
        , m_rate(rate)
        , m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address = loopback(0);
        socklen_t size = sizeof address;
        ::bind(m_listener, reinterpret_cast<sockaddr*>(&address), size);
        ::listen(m_listener, 16);
        ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &size);
        m_port = ntohs(address.sin_port);
        m_accepting = std::thread([this] { accept(); });
    }
    ~Delay()
    {
        m_ending = true;
        m_accepting.join();
        ::close(m_listener);
    }
    Delay(const Delay&) = delete;
    Delay& operator=(const Delay&) = delete;
    int port() const { return m_port; }

private:
    using Clock = std::chrono::steady_clock;
    struct Piece
    {
        Clock::time_point due;
        std::string bytes; ///< none: the end
    };
    struct Line
    {
        std::mutex mutex;
        std::condition_variable changed;
        std::deque<Piece> pieces;
    };

    static sockaddr_in loopback(int port)
    {
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        return address;
    }

    void accept()
    {
        std::vector<std::thread> connections;
        while (!m_ending) {
            pollfd ready{m_listener, POLLIN, 0};
            if (::poll(&ready, 1, 100) <= 0)
                continue;
            const int from = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
            const int to = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
            const sockaddr_in address = loopback(m_toPort);
            const int yes = 1;
            for (const int fd : {from, to})
                ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
            if (::connect(to, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0)
                connections.emplace_back([this, from, to] { connection(from, to); });
        }
        for (std::thread& one : connections)
            one.join();
    }

    void connection(int from, int to)
    {
        std::thread back([this, from, to] { pass(to, from); });
        pass(from, to);
        back.join();
        ::close(from);
        ::close(to);
    }

    void pass(int from, int to)
    {
        Line line;
        std::thread writing([&] {
            for (;;) {
                std::unique_lock lock(line.mutex);
                line.changed.wait(lock, [&] { return !line.pieces.empty(); });
                const Piece piece = std::move(line.pieces.front());
                line.pieces.pop_front();
                lock.unlock();
                std::this_thread::sleep_until(piece.due);
                if (piece.bytes.empty()) {
                    ::shutdown(to, SHUT_WR);
                    return;
                }
                for (std::size_t at = 0; at < piece.bytes.size();) {
                    const ssize_t wrote = ::send(to, piece.bytes.data() + at, piece.bytes.size() - at, MSG_NOSIGNAL);
                    if (wrote <= 0)
                        break; // the end is near
                    at += static_cast<std::size_t>(wrote);
                }
            }
        });
        std::string block(m_rate > 0 ? 32 * 1024 : 256 * 1024, '\0');
        Clock::time_point free = Clock::now(); // when what came before has left
        for (;;) {
            const ssize_t got = ::read(from, block.data(), block.size());
            free = std::max(free, Clock::now());
            if (m_rate > 0 && got > 0)
                free += std::chrono::nanoseconds(got * 1'000'000'000 / m_rate);
            {
                const std::lock_guard lock(line.mutex);
                line.pieces.push_back(
                    {free + m_delay, got > 0 ? block.substr(0, static_cast<std::size_t>(got)) : std::string()});
                line.changed.notify_one();
            }
            if (got <= 0)
                break;
            std::this_thread::sleep_until(free - kQueue);
        }
        writing.join();
    }

    const int m_toPort;
    static constexpr std::chrono::milliseconds kQueue{20}; ///< what the line takes in before it can send it
    const std::chrono::milliseconds m_delay;
    const std::int64_t m_rate;
    const int m_listener;
    int m_port = 0;
    std::atomic<bool> m_ending{false};
    std::thread m_accepting;
};

} // namespace bench
