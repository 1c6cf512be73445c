// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wire/Earlier.h"

#include <chrono>
#include <csignal>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>

#include <unistd.h>

namespace bascule::engine::wire {

namespace {

constexpr auto kToBringIn = std::chrono::seconds(15);
constexpr auto kToDie = std::chrono::seconds(5);
constexpr auto kLook = std::chrono::milliseconds(10);

std::string contentOf(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream all;
    all << file.rdbuf();
    return all.str();
}

/// Whether a process is a helper that was started with that nonce, which nobody else has.
bool isHelper(std::int64_t pid, const std::string& nonce)
{
    const std::string command = contentOf("/proc/" + std::to_string(pid) + "/cmdline");
    return command.find('\0' + nonce + '\0') != std::string::npos;
}

/// Gone, or dead and only not yet asked for its end by its parent: its locks are free.
bool isGone(std::int64_t pid)
{
    const std::string stat = contentOf("/proc/" + std::to_string(pid) + "/stat");
    const std::size_t name = stat.rfind(')'); // which may have any character
    return name == std::string::npos || name + 2 >= stat.size() || stat[name + 2] == 'Z' || stat[name + 2] == 'X';
}

bool goes(std::int64_t pid, std::chrono::seconds within, const std::stop_token& stop)
{
    const auto until = std::chrono::steady_clock::now() + within;
    while (!isGone(pid)) {
        if (stop.stop_requested() || std::chrono::steady_clock::now() > until)
            return false;
        std::this_thread::sleep_for(kLook);
    }
    return true;
}

} // namespace

Result<Message> endEarlier(const Message& call, const std::stop_token& stop)
{
    const std::int64_t pid = call.number("pid");
    const std::string nonce = call.text("nonce");
    if (pid <= 1 || pid > INT32_MAX || pid == ::getpid() || nonce.size() < 32 || !isHelper(pid, nonce))
        return Message().set("ended", false);
    const auto process = static_cast<pid_t>(pid);
    ::kill(process, SIGTERM); // which it reads as the end of its input
    ::kill(process, SIGCONT);
    if (!goes(pid, kToBringIn, stop)) {
        if (stop.stop_requested())
            return Error{"call.cancelled", Severity::Fatal, {}, {}, {}};
        if (isHelper(pid, nonce))
            ::kill(process, SIGKILL);
        if (!goes(pid, kToDie, stop))
            return Error{"helper.hangs", Severity::Fatal, std::to_string(pid), {}, {}};
    }
    return Message().set("ended", true);
}

} // namespace bascule::engine::wire
