// SPDX-License-Identifier: GPL-3.0-or-later
// What a sync costs of what is there already: a few files changed while `bascule-cli sync --watch` looks on, a large
// file changed in places, a first copy that was killed, and how long it takes to stop.
#include "Server.h"

#include <functional>
#include <sys/statvfs.h>

using namespace bench;

namespace {

/// The command line in the background.
class Background
{
public:
    explicit Background(const Words& words)
    {
        std::vector<char*> arguments;
        for (const std::string& word : words)
            arguments.push_back(const_cast<char*>(word.c_str()));
        arguments.push_back(nullptr);
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        if (posix_spawnp(&m_pid, arguments[0], &actions, nullptr, arguments.data(), environ) != 0)
            give_up(words[0]);
        posix_spawn_file_actions_destroy(&actions);
    }
    /// Seconds from the signal to the end; its exit status.
    double end(int signal, int& exit)
    {
        const double begun = now();
        kill(m_pid, signal);
        int status = 0;
        waitpid(m_pid, &status, 0);
        exit = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        return now() - begun;
    }

private:
    pid_t m_pid = 0;
};

void change(const std::string& root, int files, int every, int round)
{
    for (int i = round; i < files; i += every) {
        const std::string path = root + "/d" + std::to_string(i / 100) + "/file" + std::to_string(i);
        std::ofstream(path) << "changed in round " << round;
    }
}

/// 200 files of 200,000 changed: rsync, and the last sync of one that watches.
void watched(const Settings& settings, const std::string& work, int files, std::ostream& table)
{
    const std::string from = work + "/many";
    const std::string to = work + "/to";
    const std::string other = work + "/other";
    Generator(from).small(files);
    run({"rsync", "-aHAXS", from + "/", other + "/"});
    std::vector<double> rsync;
    std::vector<double> ours;
    for (int round = 0; round < settings.rounds; ++round) {
        // The last sync begins right after the changes: none is made by an earlier one.
        Background watching({settings.cli, "sync", "--watch", from, to});
        for (int i = 0; access((to + "/d" + std::to_string((files - 1) / 100)).c_str(), F_OK) != 0 && i < 6000; ++i)
            usleep(10'000);
        usleep(files * 100 + 2'000'000); // it is in sync by then, and waits
        change(from, files, files / 200, round);
        int exit = 0;
        ours.push_back(watching.end(SIGINT, exit));
        if (exit != 0)
            give_up("sync --watch");
        rsync.push_back(run({"rsync", "-aHAXS", from + "/", other + "/"}).elapsed);
        std::fprintf(stderr, "  watched %.3f s, rsync %.3f s\n", ours.back(), rsync.back());
    }
    run({"diff", "-r", from, to});
    table << "| " << files << " files, 200 changed, watched | rsync -aHAXS | " << number(median(rsync), "%.3f")
          << " s | " << number(median(ours), "%.3f") << " s | **" << number(median(ours) / median(rsync), "%.3f")
          << "** |\n";
    run({"rm", "-rf", from, to, other});
}

/// One block of 4 KiB in a hundred is another one.
void scatter(const std::string& path, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    const int fd = open(path.c_str(), O_RDWR | O_CLOEXEC);
    struct stat info = {};
    fstat(fd, &info);
    const off_t blocks = info.st_size / 4096;
    for (off_t i = 0; i < blocks / 100; ++i) {
        std::uint64_t block[512];
        for (std::uint64_t& word : block)
            word = random();
        if (pwrite(fd, block, sizeof block, static_cast<off_t>(random() % static_cast<std::uint64_t>(blocks)) * 4096) !=
            sizeof block)
            give_up(path);
    }
    close(fd);
}

/// As many bytes, in one place.
void replacePart(const std::string& path, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    struct stat info = {};
    stat(path.c_str(), &info);
    std::vector<std::uint64_t> bytes(static_cast<std::size_t>(info.st_size / 100 / 8));
    for (std::uint64_t& word : bytes)
        word = random();
    const int fd = open(path.c_str(), O_WRONLY | O_CLOEXEC);
    const off_t at = static_cast<off_t>(random() % static_cast<std::uint64_t>(info.st_size * 9 / 10));
    if (pwrite(fd, bytes.data(), bytes.size() * 8, at) != static_cast<ssize_t>(bytes.size() * 8))
        give_up(path);
    close(fd);
}

void changedInPlaces(const Settings& settings, const std::string& work, const Server& server, std::size_t size,
                     const char* how, void (*changeIt)(const std::string&, std::uint64_t), std::ostream& table)
{
    const std::string from = work + "/image";
    Generator(from).large(1, size);
    const std::string address = "near:";
    setenv("BASCULE_SSH_CONFIG", server.config().c_str(), 1);
    const Words rsyncWords{
        "rsync", "-a", "--inplace", "-e", "ssh -F " + server.config(), from + "/", address + work + "/to-rsync/"};
    const Words ourWords{settings.cli, "sync", from, address + work + "/to-bascule"};
    run(rsyncWords);
    run(ourWords);
    std::vector<double> rsync;
    std::vector<double> ours;
    for (int round = 0; round < settings.rounds; ++round) {
        changeIt(from + "/large0", 100 + static_cast<std::uint64_t>(round));
        warm(work, size * 5 / 4);
        rsync.push_back(run(rsyncWords).elapsed);
        warm(work, size * 5 / 4);
        ours.push_back(run(ourWords).elapsed);
        std::fprintf(stderr, "  in places: %.2f s, rsync %.2f s\n", ours.back(), rsync.back());
    }
    run({"cmp", from + "/large0", work + "/to-bascule/large0"});
    table << "| 1 file of " << size / 1024 / 1024 << " MiB, 1 % changed (" << how
          << "), SSH on loopback | rsync -a --inplace | " << number(median(rsync)) << " s | " << number(median(ours))
          << " s | **" << number(median(ours) / median(rsync)) << "** |\n";
    run({"rm", "-rf", from, work + "/to-rsync", work + "/to-bascule"});
}

std::int64_t usedBytes(const std::string& dir)
{
    struct statvfs info = {};
    if (statvfs(dir.c_str(), &info) != 0)
        give_up(dir);
    return static_cast<std::int64_t>((info.f_blocks - info.f_bfree) * info.f_frsize);
}

/// Waits until so much more is used than there was.
void awaitUsed(const std::string& dir, std::int64_t base, std::int64_t more)
{
    for (int i = 0; usedBytes(dir) < base + more; ++i) {
        if (i > 600'000)
            give_up("a copy that does not come");
        usleep(500);
    }
}

/// A run after one that was killed when so many bytes had come: seconds to its first new megabyte, and to its end.
std::pair<double, double> afterAKill(const Words& words, const std::string& work, const std::string& to,
                                     std::int64_t bytes)
{
    run({"rm", "-rf", to});
    int exit = 0;
    {
        const std::int64_t base = usedBytes(work);
        Background copying(words);
        awaitUsed(work, base, bytes);
        copying.end(SIGKILL, exit);
    }
    usleep(500'000); // those that it started end too
    const std::int64_t base = usedBytes(work);
    const double begun = now();
    Background again(words);
    awaitUsed(work, base, 1024 * 1024);
    const double first = now() - begun;
    again.end(0, exit);
    if (exit != 0)
        give_up(words[0]);
    return {first, now() - begun};
}

void killed(const Settings& settings, const std::string& work, int files, std::size_t large, std::ostream& table)
{
    const std::string from = work + "/half";
    Generator(from).small(files);
    Generator(from + "/l").large(2, large);
    const std::int64_t bytes = static_cast<std::int64_t>(large) * 3 / 2;
    std::vector<double> first[2];
    std::vector<double> whole[2];
    for (int round = 0; round < settings.rounds; ++round) {
        const auto ours = afterAKill({settings.cli, "sync", from, work + "/to"}, work, work + "/to", bytes);
        const auto rsync = afterAKill({"rsync", "-aHAXS", "--partial", "--append-verify", from + "/", work + "/other/"},
                                      work, work + "/other", bytes);
        first[0].push_back(rsync.first);
        first[1].push_back(ours.first);
        whole[0].push_back(rsync.second);
        whole[1].push_back(ours.second);
        std::fprintf(stderr, "  after a kill: %.3f s, %.2f s, rsync %.3f s, %.2f s\n", ours.first, ours.second,
                     rsync.first, rsync.second);
    }
    run({"diff", "-r", from, work + "/to"});
    const std::string what = std::to_string(files) + " files and 2 of " + std::to_string(large / 1024 / 1024) +
                             " MiB, killed in the middle, ";
    for (const bool isWhole : {false, true}) {
        const auto& times = isWhole ? whole : first;
        table << "| " << what << (isWhole ? "to the end" : "to the first new megabyte")
              << " | rsync -aHAXS --partial --append-verify | " << number(median(times[0]), "%.3f") << " s | "
              << number(median(times[1]), "%.3f") << " s | **" << number(median(times[1]) / median(times[0]))
              << "** |\n";
    }
    run({"rm", "-rf", from, work + "/to", work + "/other"});
}

/// The longest of so many cancels at moments all over a first copy.
std::string cancels(const Settings& settings, const std::string& work, int files, std::size_t large)
{
    const std::string from = work + "/some";
    Generator(from).small(files);
    Generator(from + "/l").large(4, large);
    const double whole = run({settings.cli, "sync", from, work + "/to"}).elapsed;
    double longest = 0;
    constexpr int kMoments = 20;
    for (int i = 0; i < kMoments; ++i) {
        run({"rm", "-rf", work + "/to"});
        Background copying({settings.cli, "sync", from, work + "/to"});
        usleep(static_cast<useconds_t>(whole * 1e6 * i / kMoments));
        int exit = 0;
        longest = std::max(longest, copying.end(SIGINT, exit));
    }
    run({"rm", "-rf", from, work + "/to"});
    return "Cancelled at " + std::to_string(kMoments) + " moments of a first copy of " + std::to_string(files) +
           " small files and 4 of " + std::to_string(large / 1024 / 1024) + " MiB: ended within " + number(longest) +
           " s each time.\n";
}

} // namespace

int main(int argc, char** argv)
{
    Settings settings;
    if (!parse(argc, argv, "bascule-bench-again", settings) || settings.cli.empty()) {
        std::fprintf(stderr, "usage: bascule-bench-again --cli BASCULE-CLI [--dir DIR] [--rounds N] [--scale F] "
                             "[--only watched|places|killed] [--results FILE]\n");
        return 2;
    }
    const std::string about = machine();
    const std::string work = workFolder(settings);
    std::ostringstream table;
    table << "| what | against | it takes | Bascule | ratio |\n|---|---|---|---|---|\n";
    const auto wants = [&settings](const char* part) { return settings.only.empty() || settings.only == part; };
    if (wants("watched"))
        watched(settings, work, std::max(1000, static_cast<int>(200'000 * settings.scale)), table);
    const auto size = static_cast<std::size_t>(2048 * settings.scale) * 1024 * 1024;
    if (wants("places")) {
        const Server server(work + "/server", 10, 25'000'000);
        changedInPlaces(settings, work, server, size, "4 KiB here and there", scatter, table);
        changedInPlaces(settings, work, server, size, "in one place", replacePart, table);
    }
    std::string stops;
    if (wants("killed")) {
        killed(settings, work, static_cast<int>(20'000 * settings.scale), size / 2, table);
        stops = cancels(settings, work, static_cast<int>(20'000 * settings.scale), size / 4);
    }
    run({"rm", "-rf", work});
    std::printf("%s\n%s\n%s", about.c_str(), table.str().c_str(), stops.c_str());
    if (!settings.results.empty()) {
        std::ostringstream out;
        out << "Medians of " << settings.rounds << " rounds, in turn, "
            << (isInMemory(settings.dir) ? "in a file system in memory" : "on " + fileSystem(settings.dir))
            << " with warm caches. Watched: from the interrupt, right "
               "after the\nchanges, to the end of `bascule-cli sync --watch`. `rsync` does not verify; Bascule hashes "
               "the whole new version at both ends, into a staged copy, for which memory was touched right before each "
               "run (a virtual\nmachine gets it from its host when it is first touched; `cp` of 2 GiB then takes 5 s, "
               "and 1 s otherwise). Killed: both by `kill -9`\nwhen three quarters of the large files' bytes had come; "
               "from the start of the next run, and a first megabyte is one that the\nfile system has more.\n\nMade "
               "with `"
            << settings.commandLine << "` on " << about << ".\n\n"
            << table.str() << '\n'
            << stops;
        putSection(settings.results,
                   "Again" + (settings.only.empty() ? std::string() : ", " + settings.only) +
                       (isInMemory(settings.dir) ? std::string() : ", on " + fileSystem(settings.dir)),
                   out.str());
    }
    return 0;
}
