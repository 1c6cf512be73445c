// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/ServerLoad.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace bascule::engine {

namespace {

// Beside the transfer's own threads: the one that sends (sshd, a process of its own) and the kernel's that writes back.
constexpr int kBesides = 2;
// Percent of the time in which somebody else waited. Where they share a processor or a disk fairly, a wait now and then
// is normal; at these figures every second request of others is late.
constexpr double kMostCpu = 50;
constexpr double kMostIo = 40;
// Reading large files makes the kernel look for pages: some is our doing. Above it, somebody waits for memory in
// earnest.
constexpr double kMostMemory = 20;
// A read of 128 KiB takes 10 ms from a disk that turns, and waits for those of our other threads: from a hundred on,
// and four times the beginning's, somebody else keeps the disk busy.
constexpr double kLeastBaseMs = 25;
constexpr double kMostTimesBase = 4;

constexpr std::int64_t kFloor = 1024 * 1024;         // still an entry a moment: it has to end some day
constexpr std::int64_t kLeastTop = 16 * 1024 * 1024; // where it began in a busy moment nobody knows how fast it is
constexpr int kSamplesBetweenHalves = 3;             // what is measured lags behind what is done
constexpr int kStepsUp = 30;                         // up again in half a minute

std::string contentOf(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream all;
    all << file.rdbuf();
    return all.str();
}

/// avg10 of the line "some avg10=1.53 avg60=…", in percent.
std::optional<double> pressureOf(const std::string& path)
{
    const std::string text = contentOf(path);
    const std::string mark = "some avg10=";
    const std::size_t at = text.find(mark);
    if (at == std::string::npos)
        return std::nullopt;
    return std::strtod(text.c_str() + at + mark.size(), nullptr);
}

/// The lines "cpu0 …", "cpu1 …" of stat.
std::int64_t processorsOf(const std::string& stat)
{
    std::int64_t count = 0;
    for (std::size_t at = stat.find("\ncpu"); at != std::string::npos; at = stat.find("\ncpu", at + 1))
        ++count;
    return std::max<std::int64_t>(count, 1);
}

/// The second number of each thread's schedstat.
std::int64_t ownCpuWait(const std::string& proc)
{
    std::int64_t sum = 0;
    std::error_code ignored;
    for (std::filesystem::directory_iterator task(proc + "/self/task", ignored), end; !ignored && task != end;
         task.increment(ignored)) {
        std::istringstream numbers(contentOf(task->path().string() + "/schedstat"));
        std::int64_t ran = 0;
        std::int64_t waited = 0;
        if (numbers >> ran >> waited)
            sum += waited;
    }
    return sum;
}

} // namespace

ServerLook lookAtServer(const std::string& proc)
{
    ServerLook look;
    look.processors = processorsOf(contentOf(proc + "/stat"));
    const std::string load = contentOf(proc + "/loadavg");
    char* end = nullptr;
    const double number = std::strtod(load.c_str(), &end);
    if (end != load.c_str())
        look.load = number;
    look.cpu = pressureOf(proc + "/pressure/cpu");
    look.io = pressureOf(proc + "/pressure/io");
    look.memory = pressureOf(proc + "/pressure/memory");
    look.ownCpuWaitNs = ownCpuWait(proc);
    return look;
}

Holding judge(const ServerLook& look, const OwnPart& own)
{
    const auto found = [&](BusyWith with, double value) { return Holding{with, value, look.processors, false}; };
    if (look.load && *look.load > static_cast<double>(look.processors + own.threads + kBesides))
        return found(BusyWith::Load, *look.load);
    if (look.cpu && *look.cpu - own.cpuWait > kMostCpu)
        return found(BusyWith::Cpu, *look.cpu);
    // Where we write too, flushing to the disk is most of that pressure, and nobody tells how much.
    if (look.io && !own.writes && *look.io - own.reading > kMostIo)
        return found(BusyWith::Io, *look.io);
    if (look.memory && *look.memory > kMostMemory)
        return found(BusyWith::Memory, *look.memory);
    if (own.latencyMs > 0 && own.baseMs > 0 && own.latencyMs > kMostTimesBase * std::max(own.baseMs, kLeastBaseMs))
        return found(BusyWith::Latency, own.latencyMs);
    return {};
}

std::int64_t Courtesy::step(const Holding& found, std::int64_t bytesPerSecond)
{
    if (found.with != BusyWith::Nothing) {
        if (m_rate == 0) {
            m_top = std::max(bytesPerSecond, kLeastTop);
            m_rate = m_top / 2;
            m_sinceLowered = 0;
        } else if (++m_sinceLowered >= kSamplesBetweenHalves) {
            m_rate = std::max(m_rate / 2, kFloor);
            m_sinceLowered = 0;
        }
        m_holding = found;
    } else if (m_rate > 0) {
        m_rate += std::max(m_top / kStepsUp, kFloor);
        m_holding.easing = true;
        if (m_rate >= m_top) {
            m_rate = 0;
            m_holding = {};
        }
    }
    return m_rate;
}

} // namespace bascule::engine
