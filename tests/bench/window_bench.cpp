// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window is away at most while a first copy of very many files runs in it: the gaps of a timer of 5 ms on
// its thread, beside those of a thread that does nothing else, which the machine makes.
#include "Common.h"

#include "core/cutover/Cutover.h"
#include "tests/ui/UiRig.h"

#include <QApplication>

#include <atomic>
#include <thread>

using namespace bench;
using namespace bascule;
using namespace bascule::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int kTickMs = 5;

struct Gaps
{
    std::vector<double> seconds;
    double last = 0;
    void tick()
    {
        const double at = now();
        if (last > 0)
            seconds.push_back(at - last);
        last = at;
    }
    double longest() const { return seconds.empty() ? 0 : *std::max_element(seconds.begin(), seconds.end()); }
    double part(double of) const
    {
        std::vector<double> sorted = seconds;
        std::sort(sorted.begin(), sorted.end());
        return sorted.empty() ? 0 : sorted[static_cast<std::size_t>(of * static_cast<double>(sorted.size() - 1))];
    }
    std::ptrdiff_t over(double bound) const
    {
        return std::count_if(seconds.begin(), seconds.end(), [bound](double one) { return one > bound; });
    }
};

double threadSeconds()
{
    timespec time = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

/// Measures what one event costs the window's thread.
class Application final : public QApplication
{
public:
    using QApplication::QApplication;
    double longestEvent = 0; ///< processor time, which other programs do not lengthen
    bool measuring = false;

    bool notify(QObject* receiver, QEvent* event) override
    {
        if (!measuring || m_depth > 0)
            return QApplication::notify(receiver, event);
        ++m_depth;
        const double begun = threadSeconds();
        const bool done = QApplication::notify(receiver, event);
        longestEvent = std::max(longestEvent, threadSeconds() - begun);
        --m_depth;
        return done;
    }

private:
    int m_depth = 0;
};

std::string milliseconds(double seconds)
{
    return number(seconds * 1000, "%.1f") + " ms";
}

long peakMemory()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.rfind("VmHWM:", 0) == 0)
            return std::atol(line.c_str() + 6) / 1024;
    }
    return 0;
}

void begin(UiRig& rig, const std::string& from, const std::string& to)
{
    Project project;
    project.name = u"bench"_s;
    bool open = false;
    rig.context().newProject(rig.path(u"bench.bascule"_s), project, [&](bool) { open = true; });
    bool filled = false;
    const auto add = [&](StoreTx& tx) -> Result<void> {
        Server source{0, u"old"_s, ServerRole::Source, ServerKind::Local, Path::fromStdString(from), tx.now()};
        const auto id = tx.insert(source);
        if (!id)
            return id.error();
        Server target{0, u"new"_s, ServerRole::Target, ServerKind::Local, Path::fromStdString(to), {}};
        if (const auto done = tx.insert(target); !done)
            return done.error();
        Asset all;
        all.server = *id;
        all.kind = AssetKind::Files;
        all.name = u"/"_s;
        all.migrate = true;
        const auto done = tx.insert(all);
        return done ? Result<void>() : Result<void>(done.error());
    };
    if (!rig.waitFor([&] { return open; }))
        give_up("the project");
    rig.context().write(add, [&](bool) { filled = true; });
    if (!rig.waitFor([&] { return filled; }))
        give_up("the servers");
    rig.go(PageId::Cutover);
}

} // namespace

int main(int argc, char** argv)
{
    Settings settings;
    if (!parse(argc, argv, "bascule-bench-window", settings)) {
        std::fprintf(stderr, "usage: bascule-bench-window [--scale F] [--dir DIR] [--results FILE]\n"
                             "A million files at scale 1.\n");
        return 2;
    }
    const int files = std::max(1, static_cast<int>(1'000'000 * settings.scale));
    const std::string about = machine();
    const std::string work = workFolder(settings);
    Generator(work + "/old").empty(files);
    Generator(work + "/new");
    Application application(argc, argv);
    Gaps window;
    Gaps machines;
    double took = 0;
    QString ended;
    {
        UiRig rig(Language::English);
        begin(rig, work + "/old", work + "/new");
        QTimer timer;
        timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&timer, &QTimer::timeout, [&] { window.tick(); });
        std::atomic<bool> over{false};
        std::thread beside([&] {
            while (!over) {
                usleep(kTickMs * 1000);
                machines.tick();
            }
        });
        timer.start(kTickMs);
        application.measuring = true;
        const double begun = now();
        rig.context().startJob(std::make_unique<PresyncJob>());
        rig.idle(3'600'000);
        took = now() - begun;
        application.measuring = false;
        timer.stop();
        over = true;
        beside.join();
        const SnapshotPtr seen = rig.context().snapshot();
        const Run* run = seen->lastRun(RunKind::Presync);
        ended = run != nullptr ? enumName(run->state) : u"none"_s;
    }
    run({"rm", "-rf", work});
    std::ostringstream text;
    text << "| files | first copy | longest gap of the window | 99.9 % of its gaps up to | gaps over 50 ms | longest "
            "event, processor time | longest gap of an idle thread | peak memory "
            "|\n|---|---|---|---|---|---|---|---|\n| "
         << files << " | " << number(took, "%.1f") << " s, " << ended.toStdString() << " | **"
         << milliseconds(window.longest()) << "** | " << milliseconds(window.part(0.999)) << " | " << window.over(0.05)
         << " of " << window.seconds.size() << " | " << milliseconds(application.longestEvent) << " | "
         << milliseconds(machines.longest()) << " | " << peakMemory() << " MiB |\n";
    std::printf("%s\n%s", about.c_str(), text.str().c_str());
    if (!settings.results.empty()) {
        putSection(
            settings.results, "The window",
            "A first copy in the wizard, its progress in sight. Gaps are between the ticks of a timer of 5 ms on "
            "the window's thread;\nbeside it a thread ticks that does nothing else: its gaps are the machine's.\n\n"
            "Made with `" +
                settings.commandLine + "` on " + about + ".\n\n" + text.str());
    }
    return ended == u"succeeded"_s ? 0 : 1;
}
