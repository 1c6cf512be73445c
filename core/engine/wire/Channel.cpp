// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wire/Channel.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace bascule::engine::wire {

namespace {

constexpr std::size_t kMostErrors = 64 * 1024;
constexpr int kPipe = 256 * 1024;

bool makePipe(Fd& readEnd, Fd& writeEnd)
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return false;
    readEnd = Fd(ends[0]);
    writeEnd = Fd(ends[1]);
    return true;
}

std::vector<char*> pointersTo(const std::vector<std::string>& texts)
{
    std::vector<char*> pointers;
    for (const std::string& text : texts)
        pointers.push_back(const_cast<char*>(text.c_str()));
    pointers.push_back(nullptr);
    return pointers;
}

} // namespace

Result<std::unique_ptr<Channel>> Channel::start(const std::vector<std::string>& command,
                                                const std::vector<std::string>& environment)
{
    const std::string program = command.empty() ? std::string() : command.front();
    const auto failed = [&](int number) {
        return Error{"process.cannot-start", Severity::Fatal, program, {}, std::strerror(number)};
    };
    // Writing to a child that has gone is an error to be read, not the end of us.
    static const bool pipesIgnored = std::signal(SIGPIPE, SIG_IGN) != SIG_ERR;
    (void)pipesIgnored;
    std::unique_ptr<Channel> channel(new Channel);
    Fd childInput;
    Fd childOutput;
    Fd childErrors;
    if (command.empty() || !makePipe(childInput, channel->m_input) || !makePipe(channel->m_output, childOutput) ||
        !makePipe(channel->m_errorStream, childErrors) || !makePipe(channel->m_wakeRead, channel->m_wakeWrite))
        return failed(command.empty() ? EINVAL : errno);
    // So much in the pipe lets both sides work on while the other is busy; more would only be lost with the link. Best
    // effort: the kernel may refuse.
    ::fcntl(channel->m_input.get(), F_SETPIPE_SZ, kPipe);
    ::fcntl(channel->m_output.get(), F_SETPIPE_SZ, kPipe);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, childInput.get(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, childOutput.get(), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, childErrors.get(), STDERR_FILENO);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    // A group of its own: Ctrl-C in the terminal is for us, and we end the child in order.
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    sigset_t defaults;
    sigemptyset(&defaults);
    sigaddset(&defaults, SIGPIPE);
    sigaddset(&defaults, SIGXFSZ);
    posix_spawnattr_setsigdefault(&attributes, &defaults);

    std::vector<std::string> settings = environment;
    for (char** one = environ; *one != nullptr; ++one) {
        const std::string_view setting = *one;
        const std::string_view name = setting.substr(0, setting.find('='));
        bool replaced = false;
        for (const std::string& ours : environment)
            replaced = replaced || (ours.size() > name.size() && ours.compare(0, name.size(), name) == 0 &&
                                    ours[name.size()] == '=');
        if (!replaced)
            settings.emplace_back(setting);
    }
    const std::vector<char*> arguments = pointersTo(command);
    const std::vector<char*> variables = pointersTo(settings);
    const int error =
        ::posix_spawnp(&channel->m_pid, program.c_str(), &actions, &attributes, arguments.data(), variables.data());
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    if (error != 0) {
        channel->m_pid = -1;
        return failed(error);
    }
    channel->m_collector = std::thread([mine = channel.get()] { mine->collect(); });
    return channel;
}

Channel::~Channel()
{
    finish(2000);
}

void Channel::collect()
{
    std::array<char, 4096> buffer;
    pollfd watched[2] = {{m_errorStream.get(), POLLIN, 0}, {m_wakeRead.get(), POLLIN, 0}};
    for (;;) {
        if (::poll(watched, 2, -1) < 0 && errno != EINTR)
            return;
        if (watched[0].revents != 0) {
            const ssize_t got = ::read(m_errorStream.get(), buffer.data(), buffer.size());
            if (got <= 0)
                return;
            const std::lock_guard lock(m_mutex);
            m_errors.append(buffer.data(), std::min(static_cast<std::size_t>(got), kMostErrors - m_errors.size()));
        } else if (watched[1].revents != 0) {
            return;
        }
    }
}

std::string Channel::errors() const
{
    const std::lock_guard lock(m_mutex);
    return m_errors;
}

void Channel::sever()
{
    if (m_pid > 0)
        ::kill(m_pid, SIGKILL);
}

int Channel::finish(int milliseconds)
{
    m_input.reset();
    if (m_pid > 0) {
        int status = 0;
        bool killed = false;
        pid_t ended = 0;
        const auto begun = std::chrono::steady_clock::now();
        const auto waited = [&] {
            return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun)
                .count();
        };
        while ((ended = ::waitpid(m_pid, &status, WNOHANG)) == 0) {
            if (waited() > milliseconds) {
                ::kill(m_pid, waited() > milliseconds + 1000 ? SIGKILL : SIGTERM);
                killed = true;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(waited() < 50 ? 1 : 10));
        }
        m_pid = -1;
        m_status = ended > 0 && !killed && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    m_output.reset();
    if (m_collector.joinable()) {
        // A process that the child left behind may keep the stream open.
        m_wakeWrite.reset();
        m_collector.join();
    }
    return m_status;
}

} // namespace bascule::engine::wire
