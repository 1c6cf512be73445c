// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A link that can be cut: a process between the program and the helper, which passes on what both say and counts it.
// It is the test itself, started with "relay" as its first argument.
#include "Trees.h"

#include "core/engine/wire/Resuming.h"

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <filesystem>
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

    /// Starts the helper at the other end of a connection, and passes on until somebody ends it.
    int run(char** command)
    {
        const int far = m_what == "reset" ? connected() : paired();
        const pid_t child = ::fork();
        if (child == 0) {
            ::dup2(far, STDIN_FILENO);
            ::dup2(far, STDOUT_FILENO);
            ::execv(command[0], command);
            ::_exit(127);
        }
        ::close(far);
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
    int paired()
    {
        int ends[2];
        trees::must(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0, "socketpair");
        m_socket = ends[0];
        return ends[1];
    }
    /// Of TCP, which can be reset.
    int connected()
    {
        const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const int far = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* plain = reinterpret_cast<sockaddr*>(&address);
        trees::must(::bind(listener, plain, size) == 0 && ::listen(listener, 1) == 0 &&
                        ::getsockname(listener, plain, &size) == 0 && ::connect(far, plain, size) == 0,
                    "loopback connection");
        m_socket = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
        ::close(listener);
        return far;
    }
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

inline constexpr std::size_t kMiB = 1024 * 1024;

/// What no compression makes smaller, quickly.
inline void large(const std::string& path, std::size_t size)
{
    std::mt19937_64 random(size);
    std::vector<std::uint64_t> block(8192);
    const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
    for (std::size_t at = 0; at < size; at += block.size() * 8) {
        for (std::uint64_t& one : block)
            one = random();
        const std::size_t bytes = std::min(size - at, block.size() * 8);
        trees::must(::write(fd, block.data(), bytes) == static_cast<ssize_t>(bytes), path);
    }
    ::close(fd);
}

/// One large file, some of a middling size, and many small ones.
inline void makeTree(const std::string& root, std::size_t size, int middling, int small)
{
    trees::folder(root);
    large(root + "/large", size);
    trees::folder(root + "/middling");
    for (int i = 0; i < middling; ++i)
        large(root + "/middling/" + std::to_string(i), 700'000 + static_cast<std::size_t>(i));
    for (int i = 0; i < small; ++i) {
        const std::string in = root + "/small" + std::to_string(i / 500);
        if (i % 500 == 0)
            trees::folder(in);
        trees::file(in + "/" + std::to_string(i), trees::noise(2000, 1000 + static_cast<unsigned>(i)));
    }
    trees::touch(root, 1'000'000, 7);
}

/// All that a transfer must not change at its source.
inline QByteArray stateOf(const std::string& root)
{
    return trees::output(QStringLiteral("find"), {QFile::decodeName(root.c_str()), QStringLiteral("-printf"),
                                                  QStringLiteral("%P %m %U %G %s %i %T@ %C@\\n")});
}

/// Whether every file under its final name is whole.
inline bool isWhole(const std::string& source, const std::string& target)
{
    std::error_code ignored;
    for (std::filesystem::recursive_directory_iterator one(target, ignored), end; one != end; one.increment(ignored)) {
        const std::string name = one->path().string().substr(target.size());
        if (one->is_regular_file(ignored) && !one->path().filename().string().starts_with(".bascule-") &&
            trees::content(one->path().string()) != trees::content(source + name))
            return false;
    }
    return true;
}

/// A transfer that is tried until it is done.
struct Trial
{
    Trial(const trees::Scratch& in, std::string where, std::vector<Fault> sourceFaults, std::vector<Fault> targetFaults,
          int silenceMs = 45'000)
        : scratch(in)
        , ends(std::move(where))
        , count(in / "count")
        , near(in / "count", std::move(sourceFaults), silenceMs)
        , far(in / "count", std::move(targetFaults), silenceMs)
    {
        patience.firstWait = std::chrono::milliseconds(50);
        patience.withoutProgress = std::chrono::minutes(2);
    }
    const trees::Scratch& scratch;
    const std::string ends; ///< which are servers: "from", "into" or "between"
    relay::Count count;
    Server near, far;
    wire::Patience patience;
    SyncOptions options;
    Counters counters;
    std::stop_source stop;
    int reconnects = 0;
    bool whole = true; ///< P1 held at every loss
    std::vector<std::string> causes;

    Result<SyncReport> go()
    {
        const std::string source = scratch / "S";
        const std::string target = scratch / "D";
        const auto onReconnect = [&](const Error& error) {
            ++reconnects;
            causes.push_back(std::get<std::string>(error.params.at("cause")));
            whole = whole && error.code == "transfer.reconnecting" &&
                    std::get<std::int64_t>(error.params.at("attempt")) == reconnects + 1 && isWhole(source, target);
        };
        return wire::transferWithRetries(ends == "into" ? wire::ReachableEnd{{}, source, source} : near.at(source),
                                         ends == "from" ? wire::ReachableEnd{{}, target, target} : far.at(target),
                                         options, patience, counters, stop.get_token(), {}, onReconnect);
    }
};

#define VERIFY_DONE(trial, result, before)                                                                             \
    do {                                                                                                               \
        QVERIFY2((result).ok() && (result)->verified, trees::words(result));                                           \
        QVERIFY((trial).whole);                                                                                        \
        QCOMPARE(stateOf((trial).scratch / "S"), before);                                                              \
        QCOMPARE(trees::rsyncDifference((trial).scratch / "S", (trial).scratch / "D"), QByteArray());                  \
        QCOMPARE(trees::leftovers((trial).scratch / "D"), QByteArray());                                               \
        QTRY_VERIFY_WITH_TIMEOUT((trial).near.allGone() && (trial).far.allGone(), 20'000);                             \
        SyncOptions again;                                                                                             \
        Counters unused;                                                                                               \
        const auto next_ = engine::sync((trial).scratch / "S", (trial).scratch / "D", again, unused, {});              \
        QVERIFY2(next_.ok() && next_->verified, trees::words(next_));                                                  \
        QCOMPARE(next_->created + next_->replaced + next_->metadataOnly + next_->transferred, 0);                      \
    } while (false)

} // namespace relay
