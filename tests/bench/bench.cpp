// SPDX-License-Identifier: GPL-3.0-or-later
// Runs `cp -a`, `rsync -aHAXS` and `bascule-cli sync` (verified) in turn on the same generated trees and prints
// medians.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <functional>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace {

struct Settings
{
    std::string cli;
    std::string dir = "/dev/shm";
    std::string results;
    std::string commandLine;
    int rounds = 5;
    double scale = 1;
};

struct Cost
{
    double elapsed = 0;
    double processor = 0; ///< user and system time of all its processes
};

using Words = std::vector<std::string>;

[[noreturn]] void give_up(const std::string& what)
{
    std::fprintf(stderr, "bascule-bench: %s: %s\n", what.c_str(), std::strerror(errno));
    std::exit(1);
}

double seconds(const timeval& time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

double now()
{
    timespec time = {};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

/// Runs a program with its output thrown away; gives up when it fails.
Cost run(const Words& words)
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
        std::vector<std::uint64_t> block(128 * 1024);
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

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

struct Contender
{
    std::string name;
    std::function<Words(const std::string& from, const std::string& to)> words;
};

struct Row
{
    std::string tree;
    std::map<std::string, Cost> medians;
};

/// One tree, all contenders in turn, round by round, so that a machine's moods are shared. `again`: time the run onto a
/// target that is already equal.
Row measure(const std::string& tree, const std::string& from, const std::string& work,
            const std::vector<Contender>& all, int rounds, bool again)
{
    std::map<std::string, std::vector<double>> elapsed;
    std::map<std::string, std::vector<double>> processor;
    for (int round = 0; round < rounds; ++round) {
        for (const Contender& one : all) {
            const std::string to = work + "/to";
            run({"rm", "-rf", to});
            if (again)
                run(one.words(from, to));
            const Cost cost = run(one.words(from, to));
            elapsed[one.name].push_back(cost.elapsed);
            processor[one.name].push_back(cost.processor);
        }
    }
    run({"rm", "-rf", work + "/to"});
    Row row{tree, {}};
    for (const Contender& one : all)
        row.medians[one.name] = {median(elapsed[one.name]), median(processor[one.name])};
    return row;
}

std::string number(double value, const char* format = "%.2f")
{
    char text[32];
    std::snprintf(text, sizeof text, format, value);
    return text;
}

std::string table(const std::vector<Row>& rows)
{
    std::ostringstream text;
    text << "| tree | cp -a | rsync -aHAXS | bascule-cli sync | / rsync | / cp | processor / rsync |\n"
            "|---|---|---|---|---|---|---|\n";
    for (const Row& row : rows) {
        const auto cp = row.medians.find("cp");
        const Cost& rsync = row.medians.at("rsync");
        const Cost& ours = row.medians.at("bascule");
        text << "| " << row.tree << " | " << (cp != row.medians.end() ? number(cp->second.elapsed) + " s" : "") << " | "
             << number(rsync.elapsed) << " s | " << number(ours.elapsed) << " s | **"
             << number(ours.elapsed / rsync.elapsed) << "** | "
             << (cp != row.medians.end() ? number(ours.elapsed / cp->second.elapsed) : "") << " | "
             << number(ours.processor / rsync.processor) << " |\n";
    }
    return text.str();
}

std::string machine()
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

bool parse(int argc, char** argv, Settings& settings)
{
    for (int i = 0; i < argc; ++i)
        settings.commandLine += std::string(i > 0 ? " " : "") + (i == 0 ? "bascule-bench" : argv[i]);
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string name = argv[i];
        const std::string value = argv[i + 1];
        if (name == "--cli")
            settings.cli = value;
        else if (name == "--dir")
            settings.dir = value;
        else if (name == "--rounds")
            settings.rounds = std::max(1, std::atoi(value.c_str()));
        else if (name == "--scale")
            settings.scale = std::atof(value.c_str());
        else if (name == "--results")
            settings.results = value;
        else
            return false;
    }
    return argc % 2 == 1 && !settings.cli.empty() && settings.scale > 0;
}

} // namespace

int main(int argc, char** argv)
{
    Settings settings;
    if (!parse(argc, argv, settings)) {
        std::fprintf(stderr,
                     "usage: bascule-bench --cli PROGRAM [--dir DIR] [--rounds N] [--scale F] [--results FILE]\n"
                     "PROGRAM is bascule-cli, or anything that takes `sync SOURCE TARGET`. DIR (default /dev/shm)\n"
                     "gets a folder of its own, removed at the end. --scale 0.1 takes a tenth of everything.\n");
        return 2;
    }
    const std::string about = machine();
    std::string work = settings.dir + "/bascule-bench-XXXXXX";
    if (mkdtemp(work.data()) == nullptr)
        give_up(work);
    const auto scaled = [&](double count) { return std::max(1, static_cast<int>(count * settings.scale)); };
    Generator(work + "/small").small(scaled(20'000));
    Generator(work + "/mix").mix(scaled(4'000));
    Generator(work + "/large").large(4, static_cast<std::size_t>(scaled(128)) * 1024 * 1024);

    const Contender cp{"cp", [](const std::string& from, const std::string& to) {
                           return Words{"cp", "-a", from, to};
                       }};
    const Contender rsync{"rsync", [](const std::string& from, const std::string& to) {
                              return Words{"rsync", "-aHAXS", from + "/", to + "/"};
                          }};
    const Contender ours{"bascule", [&settings](const std::string& from, const std::string& to) {
                             return Words{settings.cli, "sync", from, to};
                         }};
    std::vector<Row> rows;
    const auto add = [&](const std::string& title, const char* tree, bool again) {
        std::fprintf(stderr, "%s …\n", title.c_str());
        const auto contenders = again ? std::vector<Contender>{rsync, ours} : std::vector<Contender>{cp, rsync, ours};
        rows.push_back(measure(title, work + "/" + tree, work, contenders, settings.rounds, again));
    };
    add(std::to_string(scaled(20'000)) + " files of 0.5 to 8 KiB", "small", false);
    add(std::to_string(scaled(4'000)) + " entries, log-normal sizes, links", "mix", false);
    add("4 files of " + std::to_string(scaled(128)) + " MiB", "large", false);
    add(std::to_string(scaled(20'000)) + " small files, nothing to do", "small", true);
    run({"rm", "-rf", work});

    const std::string text = table(rows);
    std::printf("%s\n%s", about.c_str(), text.c_str());
    if (!settings.results.empty()) {
        std::ofstream out(settings.results);
        out << "# Benchmark\n\nMedians of " << settings.rounds
            << " rounds, the three in turn, in a file system in memory with warm caches. `cp` and `rsync` do not "
               "verify what "
               "they wrote;\n`bascule-cli sync` reads every file back and compares hashes. \"Processor\" is user and "
               "system "
               "time of all processes,\nwhich other work on the machine disturbs less.\n\nMade with `"
            << settings.commandLine << "` on " << about << ".\n\n"
            << text;
    }
    return 0;
}
