// SPDX-License-Identifier: GPL-3.0-or-later
// Runs `cp -a`, `rsync -aHAXS` and `bascule-cli sync` (verified) in turn on the same generated trees and prints
// medians.
#include "Common.h"

#include <functional>
#include <map>

using namespace bench;

namespace {

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
            sync(); // what others left to be written is not this one's
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

std::string table(const std::vector<Row>& rows)
{
    std::ostringstream text;
    const bool synced = rows.front().medians.contains("cp, synced");
    text << "| tree | cp -a | " << (synced ? "cp -a; sync | " : "")
         << "rsync -aHAXS | bascule-cli sync | / rsync | / cp | " << (synced ? "/ cp; sync | " : "")
         << "processor / rsync |\n|---|---|---|---|---|---|---|" << (synced ? "---|---|\n" : "\n");
    for (const Row& row : rows) {
        const auto seconds = [&row](const char* name) {
            const auto found = row.medians.find(name);
            return found == row.medians.end() ? std::string() : number(found->second.elapsed) + " s";
        };
        const auto ratio = [&row](const char* name) {
            const auto found = row.medians.find(name);
            return found == row.medians.end() ? std::string()
                                              : number(row.medians.at("bascule").elapsed / found->second.elapsed);
        };
        const Cost& rsync = row.medians.at("rsync");
        const Cost& ours = row.medians.at("bascule");
        text << "| " << row.tree << " | " << seconds("cp") << " | " << (synced ? seconds("cp, synced") + " | " : "")
             << seconds("rsync") << " | " << seconds("bascule") << " | **" << ratio("rsync") << "** | " << ratio("cp")
             << " | " << (synced ? ratio("cp, synced") + " | " : "") << number(ours.processor / rsync.processor)
             << " |\n";
    }
    return text.str();
}

} // namespace

int main(int argc, char** argv)
{
    Settings settings;
    if (!parse(argc, argv, "bascule-bench", settings) || settings.cli.empty()) {
        std::fprintf(stderr,
                     "usage: bascule-bench --cli PROGRAM [--dir DIR] [--rounds N] [--scale F] [--results FILE]\n"
                     "PROGRAM is bascule-cli, or anything that takes `sync SOURCE TARGET`. DIR (default /dev/shm)\n"
                     "gets a folder of its own, removed at the end. --scale 0.1 takes a tenth of everything.\n");
        return 2;
    }
    const std::string about = machine();
    const bool inMemory = isInMemory(settings.dir);
    const std::string place =
        inMemory ? "in a file system in memory with warm caches"
                 : "on " + fileSystem(settings.dir) +
                       " with warm caches; Bascule has everything on the disk when it ends, as has `cp -a; sync -f`";
    const std::string work = workFolder(settings);
    const auto scaled = [&](double count) { return std::max(1, static_cast<int>(count * settings.scale)); };
    Generator(work + "/small").small(scaled(50'000));
    Generator(work + "/mix").mix(scaled(20'000));
    Generator(work + "/large").large(4, static_cast<std::size_t>(scaled(512)) * 1024 * 1024);

    const Contender cp{"cp", [](const std::string& from, const std::string& to) {
                           return Words{"cp", "-a", from, to};
                       }};
    const Contender rsync{"rsync", [](const std::string& from, const std::string& to) {
                              return Words{"rsync", "-aHAXS", from + "/", to + "/"};
                          }};
    const Contender ours{"bascule", [&settings](const std::string& from, const std::string& to) {
                             return Words{settings.cli, "sync", from, to};
                         }};
    const Contender synced{"cp, synced", [](const std::string& from, const std::string& to) {
                               return Words{"sh", "-c", "cp -a \"$1\" \"$2\" && sync -f \"$2\"", "sh", from, to};
                           }};
    std::vector<Row> rows;
    const auto add = [&](const std::string& title, const char* tree, bool again) {
        std::fprintf(stderr, "%s …\n", title.c_str());
        std::vector<Contender> contenders = {rsync, ours};
        if (!again)
            contenders.insert(contenders.begin(), cp);
        if (!again && !inMemory)
            contenders.insert(contenders.begin() + 1, synced);
        rows.push_back(measure(title, work + "/" + tree, work, contenders, settings.rounds, again));
    };
    add(std::to_string(scaled(50'000)) + " files of 0.5 to 8 KiB", "small", false);
    add(std::to_string(scaled(20'000)) + " entries, log-normal sizes, links", "mix", false);
    add("4 files of " + std::to_string(scaled(512)) + " MiB", "large", false);
    for (const char* tree : {"small", "mix", "large"})
        run({"rm", "-rf", work + "/" + tree});
    Generator(work + "/many").small(scaled(200'000));
    add(std::to_string(scaled(200'000)) + " files, nothing to do", "many", true);
    run({"rm", "-rf", work});

    const std::string text = table(rows);
    std::printf("%s\n%s", about.c_str(), text.c_str());
    if (!settings.results.empty()) {
        std::ostringstream out;
        out << "Medians of " << settings.rounds << " rounds, the three in turn, " << place
            << ". `cp` and `rsync` do not "
               "verify what they wrote;\n`bascule-cli sync` reads every file back and compares hashes. \"Processor\" "
               "is user and system time of all processes,\nwhich other work on the machine disturbs less.\n\nMade "
               "with `"
            << settings.commandLine << "` on " << about << ".\n\n"
            << text;
        putSection(settings.results, inMemory ? "On one machine" : "On one machine, on a disk", out.str());
    }
    return 0;
}
