// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the benchmarks share: running programs, trees to copy, tables.

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <sys/vfs.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace bench {

struct Cost
{
    double elapsed = 0;
    double processor = 0; ///< user and system time of all its processes
};

using Words = std::vector<std::string>;

[[noreturn]] inline void give_up(const std::string& what)
{
    std::fprintf(stderr, "bascule-bench: %s: %s\n", what.c_str(), std::strerror(errno));
    std::exit(1);
}

inline double seconds(const timeval& time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

inline double now()
{
    timespec time = {};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

/// Runs a program with its output thrown away; gives up when it fails.
inline Cost run(const Words& words)
{
    std::vector<char*> arguments;
    for (const std::string& word : words)
        arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    const double begun = now();
    pid_t child = 0;
    if (const int error = posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
        error != 0) {
        errno = error;
        give_up(words[0]);
    }
    int status = 0;
    rusage usage = {};
    if (wait4(child, &status, 0, &usage) != child)
        give_up("wait4");
    posix_spawn_file_actions_destroy(&actions);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        errno = 0;
        give_up(words[0] + " failed with status " + std::to_string(WEXITSTATUS(status)));
    }
    return {now() - begun, seconds(usage.ru_utime) + seconds(usage.ru_stime)};
}

/// What all the programs here can be asked.
struct Settings
{
    std::string cli; ///< bascule-cli, where one is needed
    std::string dir = "/dev/shm";
    std::string results;
    std::string commandLine;
    int rounds = 5;
    double scale = 1;
    std::string only; ///< a part of it alone
    int memory = 0;   ///< files of the tree that memory is measured with
};

/// False when it is asked for something else.
inline bool parse(int argc, char** argv, const char* program, Settings& settings)
{
    settings.commandLine = program;
    for (int i = 1; i < argc; ++i)
        settings.commandLine += std::string(" ") + argv[i];
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string name = argv[i];
        const char* value = argv[i + 1];
        if (name == "--cli")
            settings.cli = value;
        else if (name == "--dir")
            settings.dir = value;
        else if (name == "--rounds")
            settings.rounds = std::max(1, std::atoi(value));
        else if (name == "--scale")
            settings.scale = std::atof(value);
        else if (name == "--memory")
            settings.memory = std::max(0, std::atoi(value));
        else if (name == "--only")
            settings.only = value;
        else if (name == "--results")
            settings.results = value;
        else
            return false;
    }
    return argc % 2 == 1 && settings.scale > 0;
}

/// A folder of our own for everything.
inline std::string workFolder(const Settings& settings)
{
    std::string work = settings.dir + "/bascule-bench-XXXXXX";
    if (mkdtemp(work.data()) == nullptr)
        give_up(work);
    return work;
}

inline bool isInMemory(const std::string& dir)
{
    struct statfs info = {};
    return statfs(dir.c_str(), &info) == 0 && info.f_type == 0x01021994;
}

inline std::string fileSystem(const std::string& dir)
{
    struct statfs info = {};
    if (statfs(dir.c_str(), &info) != 0)
        give_up(dir);
    switch (info.f_type) {
    case 0xef53:
        return "ext4";
    case 0x58465342:
        return "XFS";
    case 0x9123683e:
        return "btrfs";
    default:
        return "another file system";
    }
}

/// Has the machine touch so much memory, and lets it go again. A virtual machine gets memory from its host when it is
/// first touched, and gives it back after some seconds: whoever happens to run then would pay for that.
inline void warm(const std::string& dir, std::size_t bytes)
{
    if (!isInMemory(dir))
        return;
    const std::string path = dir + "/warm";
    const int fd = open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    const std::vector<char> block(1024 * 1024);
    for (std::size_t done = 0; done < bytes; done += block.size()) {
        if (write(fd, block.data(), block.size()) != static_cast<ssize_t>(block.size()))
            break;
    }
    close(fd);
    unlink(path.c_str());
}

class Generator
{
public:
    explicit Generator(std::string root)
        : m_root(std::move(root))
    {
        folder(m_root);
    }

    void folder(const std::string& path)
    {
        if (mkdir(path.c_str(), 0755) != 0)
            give_up(path);
    }

    void file(const std::string& path, std::size_t size)
    {
        const int fd = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
        if (fd < 0)
            give_up(path);
        std::vector<std::uint64_t> block(std::min<std::size_t>(128 * 1024, size / 8 + 1));
        for (std::uint64_t& word : block)
            word = m_random();
        for (std::size_t left = size; left > 0;) {
            const std::size_t part = std::min(left, block.size() * 8);
            if (write(fd, block.data(), part) != static_cast<ssize_t>(part))
                give_up(path);
            left -= part;
        }
        close(fd);
    }

    /// Many small files, a hundred to a folder.
    void small(int count)
    {
        std::uniform_int_distribution<std::size_t> sizes(512, 8192);
        for (int i = 0; i < count; ++i) {
            const std::string dir = m_root + "/d" + std::to_string(i / 100);
            if (i % 100 == 0)
                folder(dir);
            small_file(dir + "/file" + std::to_string(i), sizes(m_random));
        }
    }

    /// Sizes as on a file server (log-normal, median 8 KiB), with hard links and symlinks among them.
    void mix(int count)
    {
        std::lognormal_distribution<double> sizes(std::log(8192.0), 2.0);
        std::string last;
        for (int i = 0; i < count; ++i) {
            const std::string dir = m_root + "/d" + std::to_string(i / 50);
            if (i % 50 == 0)
                folder(dir);
            const std::string path = dir + "/f" + std::to_string(i);
            if (i % 20 == 7 && !last.empty() && link(last.c_str(), path.c_str()) == 0)
                continue;
            if (i % 20 == 13 && symlink("../d0/f0", path.c_str()) == 0)
                continue;
            file(path, static_cast<std::size_t>(std::min(sizes(m_random), 64.0 * 1024 * 1024)));
            last = path;
        }
    }

    /// Nothing in them: what is measured is what a file's name and attributes take.
    void empty(int count)
    {
        for (int i = 0; i < count; ++i) {
            const std::string dir = m_root + "/d" + std::to_string(i / 1000);
            if (i % 1000 == 0)
                folder(dir);
            file(dir + "/file" + std::to_string(i), 0);
        }
    }

    void large(int count, std::size_t size)
    {
        for (int i = 0; i < count; ++i)
            file(m_root + "/large" + std::to_string(i), size);
    }

private:
    void small_file(const std::string& path, std::size_t size)
    {
        const int fd = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
        std::uint64_t block[1024];
        for (std::uint64_t& word : block)
            word = m_random();
        if (fd < 0 || write(fd, block, size) != static_cast<ssize_t>(size))
            give_up(path);
        close(fd);
    }

    std::string m_root;
    std::mt19937_64 m_random{20240229};
};

inline double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

inline std::string number(double value, const char* format = "%.2f")
{
    char text[32];
    std::snprintf(text, sizeof text, format, value);
    return text;
}

inline std::string machine()
{
    utsname system = {};
    uname(&system);
    std::ifstream cpu("/proc/cpuinfo");
    std::string model;
    for (std::string line; std::getline(cpu, line) && model.empty();) {
        if (line.rfind("model name", 0) == 0)
            model = line.substr(line.find(':') + 2);
    }
    std::ifstream load("/proc/loadavg");
    std::string average;
    load >> average;
    return model + ", " + std::to_string(sysconf(_SC_NPROCESSORS_ONLN)) + " processors, Linux " + system.release +
           ", load " + average + " at the start";
}

/// Puts a section under "## TITLE" into a file of such sections, in place of the one that is there.
inline void putSection(const std::string& path, const std::string& title, const std::string& text)
{
    std::ifstream in(path);
    std::stringstream was;
    was << in.rdbuf();
    std::string all = was.str().empty() ? std::string("# Benchmarks\n") : was.str();
    const std::string head = "\n## " + title + "\n";
    const std::size_t begin = all.find(head);
    const std::size_t end = begin == std::string::npos ? begin : all.find("\n## ", begin + head.size());
    if (begin != std::string::npos)
        all.erase(begin, end == std::string::npos ? end : end - begin);
    all.insert(std::min(begin, all.size()), head + "\n" + text);
    std::ofstream(path) << all;
}

} // namespace bench
