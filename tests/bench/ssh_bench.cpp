// SPDX-License-Identifier: GPL-3.0-or-later
// Runs `rsync -aHAX -e ssh`, `tar | ssh tar`, `cat | ssh cat` and the engine's transfer (verified, through the helper
// that it sends over) in turn on the same trees, over an sshd of its own on a loopback port, also with a delay between.
#include "Plot.h"
#include "Server.h"

#include "core/engine/wire/Ciphers.h"
#include "core/engine/wire/Helper.h"
#include "core/engine/wire/Transfer.h"

#include <functional>
#include <map>
#include <thread>

using namespace bench;
using namespace bascule;
using namespace bascule::engine;

namespace {

long statusKiB(std::int64_t pid, const char* field)
{
    std::ifstream status("/proc/" + std::to_string(pid) + "/status");
    for (std::string line; std::getline(status, line);) {
        if (line.rfind(field, 0) == 0)
            return std::atol(line.c_str() + std::strlen(field));
    }
    return 0;
}

long peakKiB(std::int64_t pid)
{
    return statusKiB(pid, "VmHWM:");
}

/// Writes what two processes have in memory, ten times a second: "seconds KiB KiB".
void sampleMemory(const std::string& file, std::int64_t first, std::int64_t second, const std::stop_token& stop)
{
    std::ofstream out(file);
    const double begun = now();
    for (; !stop.stop_requested(); usleep(100'000))
        out << number(now() - begun) << ' ' << statusKiB(first, "VmRSS:") << ' ' << statusKiB(second, "VmRSS:") << '\n';
}

/// The mode in which this program is run by itself: one transfer. Says on standard output how much memory the two
/// sides took and how much went out.
int transferOnce(const std::string& way, const std::string& config, const std::string& host, const std::string& from,
                 const std::string& to)
{
    const wire::HelperImage image = wire::builtInHelper();
    const std::string nonce = wire::newNonce();
    auto channel =
        wire::Channel::start({"ssh", "-F", config, "-T", "-oCiphers=" + wire::quickFirst(wire::kUsualCiphers), host,
                              "exec /bin/sh -c '" + wire::bootstrapLine(image, nonce) + "'"});
    if (!channel)
        give_up("ssh");
    auto helper = wire::Helper::start(std::move(*channel), image, nonce, {}, {});
    if (!helper)
        give_up(helper.error().code + " " + helper.error().detail);
    wire::Helper* none = nullptr;
    wire::Helper* far = helper->get();
    Counters counters;
    std::jthread sampler;
    if (const char* file = std::getenv("BENCH_SAMPLES"); file != nullptr)
        sampler =
            std::jthread([file, far](const std::stop_token& stop) { sampleMemory(file, getpid(), far->pid(), stop); });
    const bool push = way == "push";
    const auto report =
        wire::transfer({push ? none : far, from, from}, {push ? far : none, to, to}, {}, counters, std::stop_token());
    if (!report || !report->verified)
        give_up(report ? "not verified" : report.error().code + " " + report.error().detail);
    std::printf("%ld %ld %lld\n", peakKiB(getpid()), peakKiB(far->pid()),
                static_cast<long long>(far->traffic().lineBytes));
    return 0;
}

struct Contender
{
    std::string name;
    std::function<Words(const std::string& from, const std::string& to)> words;
};

std::vector<Contender> contenders(const Server& server, const std::string& host, bool withCat)
{
    const std::string ssh = server.ssh() + " " + host + " ";
    const std::string self = std::filesystem::read_symlink("/proc/self/exe").string();
    std::vector<Contender> all = {
        {"rsync",
         [&server, host](const std::string& from, const std::string& to) {
             return Words{"rsync", "-aHAX", "-e", "ssh -F " + server.config(), from + "/", host + ":" + to + "/"};
         }},
        {"tar",
         [ssh](const std::string& from, const std::string& to) {
             return shell("tar -C " + quoted(from) + " -cf - . | " + ssh + "\"mkdir -p " + to + " && tar -C " + to +
                          " -xf -\"");
         }},
        {"push",
         [&server, host, self](const std::string& from, const std::string& to) {
             return Words{self, "--transfer", "push", server.config(), host, from, to};
         }},
        {"pull", [&server, host, self](const std::string& from, const std::string& to) {
             return Words{self, "--transfer", "pull", server.config(), host, from, to};
         }}};
    if (withCat)
        all.push_back({"cat", [ssh](const std::string& from, const std::string& to) {
                           return shell("find " + quoted(from) + " -type f -exec cat {} + | " + ssh + "\"cat > " + to +
                                        "\"");
                       }});
    return all;
}

struct Row
{
    std::string tree;
    double bytes = 0;
    std::map<std::string, Cost> medians;
};

Row measure(const std::string& tree, const std::string& from, const std::string& work, const Server& server,
            const std::vector<Contender>& all, int rounds)
{
    std::fprintf(stderr, "%s\n", tree.c_str());
    Row row{tree, 0, {}};
    for (const auto& entry : std::filesystem::recursive_directory_iterator(from))
        row.bytes += entry.is_regular_file() && !entry.is_symlink() ? static_cast<double>(entry.file_size()) : 0;
    std::map<std::string, std::vector<double>> elapsed;
    std::map<std::string, std::vector<double>> processor;
    const std::string to = work + "/to";
    for (int round = 0; round < rounds; ++round) {
        for (const Contender& one : all) {
            run({"rm", "-rf", to});
            const double before = server.processor();
            const Cost cost = run(one.words(from, to));
            elapsed[one.name].push_back(cost.elapsed);
            processor[one.name].push_back(cost.processor + server.processor() - before);
            std::fprintf(stderr, "  %-6s %6.2f s, processor %6.2f s\n", one.name.c_str(), elapsed[one.name].back(),
                         processor[one.name].back());
        }
    }
    run({"rm", "-rf", to});
    for (const Contender& one : all)
        row.medians[one.name] = {median(elapsed[one.name]), median(processor[one.name])};
    return row;
}

std::string table(const std::vector<Row>& rows)
{
    std::ostringstream text;
    text << "| tree | rsync -aHAX -e ssh | tar \\| ssh tar | cat \\| ssh cat | Bascule there | and back | MB/s there | "
            "/ rsync | / tar | / cat |\n|---|---|---|---|---|---|---|---|---|---|\n";
    for (const Row& row : rows) {
        const auto seconds = [&row](const char* name) {
            const auto found = row.medians.find(name);
            return found == row.medians.end()
                       ? std::string()
                       : number(found->second.elapsed) + " s (" + number(found->second.processor, "%.1f") + ")";
        };
        const Cost& ours = row.medians.at("push");
        const auto ratio = [&](const char* name) {
            const auto found = row.medians.find(name);
            return found == row.medians.end() ? std::string()
                                              : "**" + number(ours.elapsed / found->second.elapsed) + "** (" +
                                                    number(ours.processor / found->second.processor) + ")";
        };
        text << "| " << row.tree << " | " << seconds("rsync") << " | " << seconds("tar") << " | " << seconds("cat")
             << " | " << seconds("push") << " | " << seconds("pull") << " | "
             << number(row.bytes / 1e6 / ours.elapsed, "%.0f") << " | " << ratio("rsync") << " | " << ratio("tar")
             << " | " << ratio("cat") << " |\n";
    }
    return text.str();
}

void readSamples(const std::string& file, Line& program, Line& helper)
{
    std::ifstream in(file);
    double at = 0, first = 0, second = 0;
    while (in >> at >> first >> second) {
        program.points.emplace_back(at, first / 1024);
        helper.points.emplace_back(at, second / 1024);
    }
}

/// What the two sides take for so many files, there and back. `plot`: where the largest run's memory is drawn.
std::string memoryTable(const Server& server, const std::string& work, int files, const std::string& plot)
{
    std::vector<Line> lines = {{"program, there", "#0b6e99", {}},
                               {"helper, there", "#b35900", {}},
                               {"program, and back", "#1a7f37", {}},
                               {"helper, and back", "#6f42c1", {}}};
    setenv("BENCH_SAMPLES", (work + "/samples").c_str(), 1);
    const std::string self = std::filesystem::read_symlink("/proc/self/exe").string();
    std::ostringstream text;
    text << "\n| files | there: program, helper | and back: program, helper |\n|---|---|---|\n";
    for (const int count : {files / 10, files / 3, files}) {
        Generator(work + "/many").empty(count);
        text << "| " << count << " |";
        for (const char* way : {"push", "pull"}) {
            std::fprintf(stderr, "memory: %d files, %s\n", count, way);
            const std::string said = work + "/said";
            run(shell(quoted(self) + " --transfer " + way + " " + quoted(server.config()) + " near " +
                      quoted(work + "/many") + " " + quoted(work + "/to") + " > " + quoted(said)));
            long program = 0;
            long helper = 0;
            std::ifstream(said) >> program >> helper;
            text << ' ' << program / 1024 << " MiB, " << helper / 1024 << " MiB |";
            run({"rm", "-rf", work + "/to"});
            const bool isPush = std::strcmp(way, "push") == 0;
            if (count == files)
                readSamples(work + "/samples", lines[isPush ? 0 : 2], lines[isPush ? 1 : 3]);
        }
        text << '\n';
        run({"rm", "-rf", work + "/many"});
    }
    unsetenv("BENCH_SAMPLES");
    plotMemory(plot, "Resident memory of both sides, " + std::to_string(files) + " files over SSH", lines, 64);
    return text.str();
}

} // namespace

int main(int argc, char** argv)
{
    if (argc == 7 && std::strcmp(argv[1], "--transfer") == 0)
        return transferOnce(argv[2], argv[3], argv[4], argv[5], argv[6]);
    Settings settings;
    if (!parse(argc, argv, "bascule-bench-ssh", settings)) {
        std::fprintf(
            stderr,
            "usage: bascule-bench-ssh [--dir DIR] [--rounds N] [--scale F] [--memory FILES] [--results FILE]\n"
            "DIR (default /dev/shm) gets a folder of its own, removed at the end. --scale 0.1 takes a tenth of\n"
            "everything. --memory measures what transfers of up to so many files take.\n");
        return 2;
    }
    const std::string about = machine();
    const std::string plot = settings.results.empty()
                                 ? "memory.svg"
                                 : std::filesystem::path(settings.results).replace_filename("memory.svg").string();
    const std::string work = workFolder(settings);
    const auto scaled = [&](double count) { return std::max(1, static_cast<int>(count * settings.scale)); };
    Generator(work + "/small").small(scaled(50'000));
    Generator(work + "/mix").mix(scaled(20'000));
    Generator(work + "/large").large(4, static_cast<std::size_t>(scaled(256)) * 1024 * 1024);
    Generator(work + "/one")
        .large(1, static_cast<std::size_t>(scaled(205)) * 1024 * 1024); // as much as the small files
    std::string text;
    {
        constexpr int kRoundTrip = 20;
        constexpr int kLine = 25'000'000;
        const Server server(work + "/server", kRoundTrip / 2, kLine);
        std::vector<Row> rows;
        for (const std::string host : {"near", "far", "office"}) {
            const std::string link = host == "near"  ? ", loopback"
                                     : host == "far" ? ", 20 ms"
                                                     : ", 20 ms and 200 Mbit/s";
            const auto add = [&](const std::string& title, const char* tree, bool withCat) {
                rows.push_back(measure(title + link, work + "/" + tree, work, server, contenders(server, host, withCat),
                                       settings.rounds));
            };
            add(std::to_string(scaled(50'000)) + " files of 0.5 to 8 KiB", "small", false);
            if (host != "office")
                add(std::to_string(scaled(20'000)) + " entries, log-normal sizes, links", "mix", true);
            // A long line's share in the start is the same for as many bytes.
            if (host == "near")
                add("4 files of " + std::to_string(scaled(256)) + " MiB", "large", true);
            else
                add("1 file of " + std::to_string(scaled(205)) + " MiB", "one", true);
        }
        text = table(rows);
        if (settings.memory > 0)
            text += memoryTable(server, work, settings.memory, plot);
    }
    run({"rm", "-rf", work});
    std::printf("%s\n%s", about.c_str(), text.c_str());
    if (!settings.results.empty()) {
        std::ostringstream out;
        out << "Medians of " << settings.rounds
            << " rounds, all in turn, in a file system in memory with warm caches, over an sshd on the same machine; "
               "with 20 ms through a relay\nthat holds everything back for 10 ms each way, and lets 200 Mbit/s through "
               "where that is said. `rsync`, `tar` and "
               "`cat` do not verify what they wrote; Bascule reads every file back and\ncompares hashes, and its time "
               "includes sending its helper. As the program does, it prefers AES-GCM among ssh's ciphers where the "
               "processor "
               "has\ninstructions for it; the others leave that to ssh. \"There\" is into the server, \"back\" out of "
               "it; the ratios are of "
               "\"there\".\nIn brackets user and system time of all processes on both sides, which other work on the "
               "machine disturbs less.\nMemory is the peak of either side (VmHWM).\n\nMade with `"
            << settings.commandLine << "` on " << about << ".\n\n"
            << text;
        putSection(settings.results, "Over SSH", out.str());
    }
    return 0;
}
