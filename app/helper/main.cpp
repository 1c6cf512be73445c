// SPDX-License-Identifier: GPL-3.0-or-later
// bascule-helper: what works on a server for the time of a migration. Static and without Qt; see core/engine/wire.
#include "core/engine/Admission.h"
#include "core/engine/wire/Serve.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <string>

#include <dirent.h>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

/// The file and folder that we were started from: a running program needs neither.
void leaveNothing(const std::string& folder)
{
    struct stat info;
    const std::size_t slash = folder.rfind('/');
    const std::string name = slash == std::string::npos ? folder : folder.substr(slash + 1);
    // Only a folder that the start made, and only what it put there.
    if (name.compare(0, 16, ".bascule-helper.") != 0 || ::lstat(folder.c_str(), &info) != 0 || !S_ISDIR(info.st_mode) ||
        info.st_uid != ::geteuid())
        return;
    for (const char* file : {"/helper", "/try", "/pid"})
        ::unlink((folder + file).c_str());
    ::rmdir(folder.c_str());
}

constexpr const char* kStaying = "bascule-stays";

std::string folderOf(const std::string& path)
{
    return path.substr(0, path.rfind('/') + 1);
}

/// Where a process of ours was started: the third of the words in its command line.
std::string startedIn(const std::string& process)
{
    std::ifstream words(process + "/cmdline");
    std::string word;
    for (int i = 0; i < 4 && std::getline(words, word, '\0'); ++i) {
    }
    return folderOf(word);
}

/// Ends those that stay and were started in the same place as we: the caller of each is here again, or is another that
/// can send the program anew. Where a caller has a temporary folder to itself, it ends its own only.
void endStaying(const std::string& place)
{
    DIR* processes = ::opendir("/proc");
    while (const dirent* entry = processes != nullptr ? ::readdir(processes) : nullptr) {
        const long pid = std::strtol(entry->d_name, nullptr, 10);
        const std::string process = "/proc/" + std::string(entry->d_name);
        std::string name;
        if (pid > 1 && std::getline(std::ifstream(process + "/comm"), name) && name == kStaying &&
            startedIn(process) == place)
            ::kill(static_cast<pid_t>(pid), SIGTERM); // of other users it may not
    }
    if (processes != nullptr)
        ::closedir(processes);
}

/// After a lost link: with nothing held and nothing open, as a copy of the program that need not be sent again.
void stay(int seconds)
{
    ::prctl(PR_SET_NAME, kStaying);
    const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        ::dup2(nothing, fd);
    for (unsigned left = static_cast<unsigned>(seconds); left > 0;)
        left = ::sleep(left);
}

} // namespace

int main(int argc, char** argv)
{
    ::prctl(PR_SET_NAME, "bascule-helper");
    if (argc == 2 && std::strcmp(argv[1], "probe") == 0)
        return 0;
    if (argc < 3 || argc > 5 || std::strcmp(argv[1], "serve") != 0) {
        std::fputs("bascule-helper " BASCULE_VERSION
                   ": started by Bascule on a server during a migration, not by hand.\n",
                   stderr);
        return 2;
    }
    if (argc > 3) {
        leaveNothing(argv[3]);
        endStaying(folderOf(argv[3]));
    }
    // A caller that went away is read as the end of the input, not as a signal.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGHUP, SIG_IGN);
    ::umask(077);
    if (::chdir("/") != 0)
        return 1;
    // Keys that a helper let in before it was killed go with the next one's coming.
    (void)bascule::engine::revokeAdmissions(bascule::engine::homeFolder(), 0);
    bascule::engine::wire::ServeOptions options;
    options.nonce = argv[2];
    options.version = BASCULE_VERSION;
    const bascule::engine::wire::Served served = bascule::engine::wire::serve(STDIN_FILENO, STDOUT_FILENO, options);
    (void)bascule::engine::revokeAdmissions(bascule::engine::homeFolder(), ::getpid());
    if (served.lost && argc > 4)
        stay(std::atoi(argv[4]));
    return served.status;
}
