// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A link that can be cut: a process between the program and the helper, which passes on what both say and counts it.
// It is the test itself, started with "relay" as its first argument.
#include "Trees.h"

#include "core/engine/wire/Resuming.h"

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <mutex>
#include <new>
#include <sstream>
#include <thread>

#include <netinet/in.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>

namespace relay {

using namespace bascule;
using namespace bascule::engine;

/// Bytes that links passed on, counted by the processes that are the links.
class Count
{
public:
    explicit Count(const std::string& path)
    {
        const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        trees::must(fd >= 0 && ::ftruncate(fd, sizeof(Number)) == 0, path);
        void* shared = ::mmap(nullptr, sizeof(Number), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
        trees::must(shared != MAP_FAILED, path);
        ::close(fd);
        m_number = static_cast<Number*>(shared);
    }
    ~Count() { ::munmap(m_number, sizeof(Number)); }
    Count(const Count&) = delete;
    Count& operator=(const Count&) = delete;
    void add(std::int64_t bytes) { *m_number += bytes; }
    std::int64_t value() const { return *m_number; }

private:
    using Number = std::atomic<std::int64_t>;
    Number* m_number;
};

/// What happens after so many bytes (of both directions together).
struct Fault
{
    std::string what = "none"; ///< "cut", "reset", "stall", "flip"
    std::int64_t after = INT64_MAX;
};

/// One of the two processes' worth of a link.
class Relay
{
public:
    Relay(const char* countPath, const char* what, const char* after)
        : m_count(countPath)
        , m_what(what)
        , m_after(std::atoll(after))
    {
    }

    /// Starts the helper at the other end of a TCP connection, and passes on until somebody ends it.
    int run(char** command)
    {
        const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const int far = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        // As much in flight as a line of 100 Mbit/s has in 20 ms, not what a loopback device is able to hold.
        const int window = 256 * 1024;
        for (const int one : {listener, far}) {
            ::setsockopt(one, SOL_SOCKET, SO_SNDBUF, &window, sizeof window);
            ::setsockopt(one, SOL_SOCKET, SO_RCVBUF, &window, sizeof window);
        }
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* plain = reinterpret_cast<sockaddr*>(&address);
        trees::must(::bind(listener, plain, size) == 0 && ::listen(listener, 1) == 0 &&
                        ::getsockname(listener, plain, &size) == 0,
                    "listen");
        trees::must(::connect(far, plain, size) == 0, "connect");
        m_socket = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
        const pid_t child = ::fork();
        if (child == 0) {
            ::dup2(far, STDIN_FILENO);
            ::dup2(far, STDOUT_FILENO);
            ::execv(command[0], command);
            ::_exit(127);
        }
        ::close(far);
        ::close(listener);
        std::thread up([this] {
            pass(STDIN_FILENO, m_socket);
            ::shutdown(m_socket, SHUT_WR);
        });
        pass(m_socket, STDOUT_FILENO);
        while (m_stalled)
            ::pause();
        ::_exit(0); // the helper has ended
    }

private:
    void pass(int from, int to)
    {
        std::vector<char> bytes(64 * 1024);
        for (;;) {
            const ssize_t got = ::read(from, bytes.data(), bytes.size());
            if (got < 0 && errno == EAGAIN) {
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
                continue;
            }
            if (got <= 0)
                return;
            std::int64_t take = got;
            bool fault = false;
            {
                const std::lock_guard lock(m_mutex);
                fault = m_passed < m_after && m_passed + got >= m_after;
                if (m_passed >= m_after && m_what != "flip")
                    take = 0;
                else if (fault && m_what != "flip")
                    take = m_after - m_passed;
                m_passed += got;
            }
            if (fault && m_what == "flip")
                bytes[static_cast<std::size_t>(got / 2)] ^= 4;
            m_count.add(take);
            for (std::int64_t sent = 0; sent < take;) {
                const ssize_t wrote = ::write(to, bytes.data() + sent, static_cast<std::size_t>(take - sent));
                if (wrote < 0 && errno != EAGAIN && errno != EINTR)
                    return;
                sent += std::max<ssize_t>(wrote, 0);
                if (wrote < 0)
                    std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
            if (fault && m_what != "flip")
                end();
        }
    }
    void end()
    {
        if (m_what == "stall") {
            m_stalled = true; // nothing more passes, and nobody is told
            return;
        }
        if (m_what == "reset") {
            const linger hard{1, 0};
            ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
        }
        ::_exit(0);
    }

    Count m_count;
    const std::string m_what;
    const std::int64_t m_after;
    std::int64_t m_passed = 0;
    std::mutex m_mutex;
    int m_socket = -1;
    std::atomic<bool> m_stalled{false};
};

/// The relay's part in the test's main().
inline bool isRelay(int argc, char** argv)
{
    return argc > 6 && std::strcmp(argv[1], "relay") == 0;
}
inline int main(char** argv)
{
    std::signal(SIGPIPE, SIG_IGN);
    return Relay(argv[2], argv[3], argv[4]).run(argv + 5);
}

inline std::string ownPath()
{
    char path[4096] = {};
    trees::must(::readlink("/proc/self/exe", path, sizeof path - 1) > 0, "own path");
    return path;
}

/// Whether the process has ended (nobody may have asked for its status yet).
inline bool isGone(pid_t pid)
{
    std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
    std::stringstream text;
    text << file.rdbuf();
    const std::string stat = text.str();
    const std::size_t name = stat.rfind(')');
    return name == std::string::npos || stat.compare(name, 3, ") Z") == 0 || stat.compare(name, 3, ") X") == 0;
}

/// A server to which each connection has its fault; those beyond have none.
class Server
{
public:
    Server(std::string countPath, std::vector<Fault> faults, int silenceMs = 45'000)
        : m_count(std::move(countPath))
        , m_faults(std::move(faults))
        , m_silenceMs(silenceMs)
    {
    }
    wire::ReachableEnd at(const std::string& path)
    {
        return {[this](const std::stop_token& stop) { return connect(stop); }, path, path};
    }
    Result<std::shared_ptr<wire::Helper>> connect(const std::stop_token& stop)
    {
        const Fault fault = made < m_faults.size() ? m_faults[made] : Fault();
        const std::string nonce = wire::newNonce();
        auto channel = wire::Channel::start({ownPath(), "relay", m_count, fault.what, std::to_string(fault.after),
                                             ENGINE_SERVER, nonce, std::to_string(m_silenceMs), m_count});
        if (!channel)
            return channel.error();
        wire::HelperStart options;
        options.silenceMs = m_silenceMs;
        auto greeted = wire::Helper::greet(std::move(*channel), nonce, options, stop);
        if (!greeted)
            return greeted.error();
        ++made;
        helper = std::shared_ptr<wire::Helper>(std::move(*greeted));
        pids.push_back(static_cast<pid_t>(helper->pid()));
        newest = pids.back();
        return std::exchange(helper, nullptr);
    }
    bool allGone() const { return std::all_of(pids.begin(), pids.end(), isGone); }

    std::size_t made = 0;    ///< connections
    std::vector<pid_t> pids; ///< of the helpers
    std::atomic<pid_t> newest{0};

private:
    const std::string m_count;
    const std::vector<Fault> m_faults;
    const int m_silenceMs;
    std::shared_ptr<wire::Helper> helper;
};

} // namespace relay
