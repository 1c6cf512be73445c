// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/HostLook.h"

#include "core/engine/Error.h"
#include "core/engine/Fd.h"
#include "core/engine/Folder.h"
#include "core/engine/Hash.h"
#include "core/engine/Stat.h"
#include "core/engine/Tree.h"

#include <cerrno>
#include <charconv>
#include <fstream>
#include <memory>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace bascule::engine {

namespace {

constexpr std::size_t kBlockBytes = 256 * 1024;
constexpr std::size_t kMostAsked = 500; ///< numbers in one question to the name services

/// "name:x:1000:…" as its number and name.
bool takeLine(const std::string& line, std::map<std::uint32_t, std::string>& names)
{
    const auto first = line.find(':');
    const auto second = first == std::string::npos ? first : line.find(':', first + 1);
    if (second == std::string::npos || first == 0)
        return false;
    std::uint32_t id = 0;
    const char* begin = line.data() + second + 1;
    if (std::from_chars(begin, line.data() + line.size(), id).ec != std::errc())
        return false;
    return names.emplace(id, line.substr(0, first)).second;
}

std::map<std::uint32_t, std::string> listed(const char* file)
{
    std::map<std::uint32_t, std::string> names;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);)
        takeLine(line, names);
    return names;
}

/// What getent says: a program without shared libraries cannot ask the name services itself.
void askNameServices(const char* database, const std::vector<std::string>& ids,
                     std::map<std::uint32_t, std::string>& names)
{
    int ends[2];
    if (ids.empty() || ::pipe2(ends, O_CLOEXEC) != 0)
        return;
    const Fd reading(ends[0]);
    Fd writing(ends[1]);
    const std::string program = "getent", table = database;
    std::vector<char*> arguments{const_cast<char*>(program.c_str()), const_cast<char*>(table.c_str())};
    for (const std::string& id : ids)
        arguments.push_back(const_cast<char*>(id.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, writing.get(), STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = -1;
    const int failed = ::posix_spawnp(&child, program.c_str(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0)
        return;
    writing = Fd();
    std::string said;
    char buffer[4096];
    for (ssize_t got = 0; (got = ::read(reading.get(), buffer, sizeof buffer)) > 0 || (got < 0 && errno == EINTR);) {
        if (got > 0)
            said.append(buffer, static_cast<std::size_t>(got));
    }
    while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
    }
    for (std::size_t at = 0; at < said.size();) {
        const std::size_t end = std::min(said.find('\n', at), said.size());
        takeLine(said.substr(at, end - at), names);
        at = end + 1;
    }
}

std::map<std::uint32_t, std::string> namesOf(const char* file, const char* database, const std::set<std::uint32_t>& ids)
{
    std::map<std::uint32_t, std::string> names = listed(file);
    std::vector<std::string> unlisted;
    for (const std::uint32_t id : ids) {
        if (!names.contains(id))
            unlisted.push_back(std::to_string(id));
        if (unlisted.size() == kMostAsked) {
            askNameServices(database, unlisted, names);
            unlisted.clear();
        }
    }
    askNameServices(database, unlisted, names);
    return names;
}

std::set<std::uint32_t> knownOf(const char* file, const char* database, const std::set<std::uint32_t>& ids)
{
    std::set<std::uint32_t> known;
    const auto names = namesOf(file, database, ids);
    for (const std::uint32_t id : ids) {
        if (names.contains(id))
            known.insert(id);
    }
    return known;
}

} // namespace

Sight sightOf(const std::string& path, bool real)
{
    Sight sight;
    Stat stat;
    if (statAt(AT_FDCWD, path.c_str(), stat) != 0)
        return sight;
    sight.kind = stat.kind();
    if (!stat.isLink())
        sight.leadsTo = sight.kind;
    else if (statPath(path.c_str(), stat) == 0)
        sight.leadsTo = stat.kind();
    if (real)
        sight.real = realPath(path).valueOr(std::string());
    return sight;
}

Result<std::string> hashUnfollowed(const std::string& path, Counters& counters, std::stop_token stop)
{
    const Fd file = openForReading(AT_FDCWD, path.c_str());
    Stat stat;
    if (!file)
        return systemError(errno, path, "open", Severity::Fatal);
    if (const int error = statFd(file.get(), stat); error != 0)
        return systemError(error, path, "stat", Severity::Fatal);
    if (!stat.isFile())
        return Error{"path.not-a-file", Severity::Fatal, path, {}, {}};
    Hasher hasher;
    const auto block = std::make_unique<char[]>(kBlockBytes);
    for (;;) {
        if (stop.stop_requested())
            return Error{"cancelled", Severity::Fatal, path, {}, {}};
        const ssize_t got = ::read(file.get(), block.get(), kBlockBytes);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemError(errno, path, "read", Severity::Fatal);
        if (got == 0)
            return hasher.value().hex();
        hasher.add(block.get(), static_cast<std::size_t>(got));
        counters.bytesDone += got;
    }
}

Account thisAccount()
{
    Account account;
    account.uid = ::geteuid();
    const auto names = namesOf("/etc/passwd", "passwd", {account.uid});
    const auto found = names.find(account.uid);
    account.name = found == names.end() ? std::to_string(account.uid) : found->second;
    return account;
}

std::set<std::uint32_t> knownUsers(const std::set<std::uint32_t>& ids)
{
    return knownOf("/etc/passwd", "passwd", ids);
}

std::set<std::uint32_t> knownGroups(const std::set<std::uint32_t>& ids)
{
    return knownOf("/etc/group", "group", ids);
}

} // namespace bascule::engine
