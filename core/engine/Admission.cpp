// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Admission.h"

#include "core/engine/Fd.h"
#include "core/engine/HostFiles.h"
#include "core/engine/Stat.h"
#include "core/engine/Tree.h"

#include <cctype>
#include <cerrno>
#include <cstdlib>
#include <optional>
#include <sstream>
#include <vector>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bascule::engine {

namespace {

constexpr std::string_view kMark = "# bascule-temporary ";
constexpr std::int64_t kMostBytes = 4 * 1024 * 1024;

/// Who is responsible for a key, and how the file was before.
struct Mark
{
    std::string nonce;
    long pid = 0;
    std::string start;  ///< of the process, as the kernel has it
    std::string before; ///< "folder" or "file": there was none; else its time, "seconds.nanoseconds"
};

std::string markLine(const Mark& mark)
{
    return std::string(kMark) + mark.nonce + ' ' + std::to_string(mark.pid) + ' ' + mark.start + ' ' + mark.before;
}

bool readMark(const std::string& line, Mark& mark)
{
    if (line.compare(0, kMark.size(), kMark) != 0)
        return false;
    std::istringstream words(line.substr(kMark.size()));
    return static_cast<bool>(words >> mark.nonce >> mark.pid >> mark.start >> mark.before);
}

/// When a process started, in ticks since boot; empty when there is none. A number that came again has another start.
std::string startOf(long pid)
{
    const auto stat = readFileBelow("/proc", std::to_string(pid) + "/stat", 4096);
    if (!stat)
        return {};
    // The name in brackets may hold anything; 20 fields later comes the start.
    std::istringstream words(stat->substr(std::min(stat->rfind(')') + 1, stat->size())));
    std::string word;
    for (int i = 0; i < 20 && words >> word; ++i) {
    }
    return word;
}

bool isGone(const Mark& mark, pid_t leaving)
{
    return mark.pid == leaving || startOf(mark.pid) != mark.start;
}

std::string keysFile(const std::string& home)
{
    return home + "/.ssh/authorized_keys";
}

std::vector<std::string> linesOf(const std::string& text)
{
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

/// One of us at a time: held as long as the descriptor lives.
Fd lockOf(const std::string& folder)
{
    Fd held(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (held && ::flock(held.get(), LOCK_EX) != 0)
        return Fd();
    return held;
}

bool isBase64(const std::string& text)
{
    for (const char c : text) {
        if (std::isalnum(static_cast<unsigned char>(c)) == 0 && c != '+' && c != '/' && c != '=')
            return false;
    }
    return !text.empty();
}

bool isPlausible(const Admission& admission)
{
    const std::size_t blank = admission.key.find(' ');
    const bool key = blank != std::string::npos && admission.key.compare(0, 4, "ssh-") == 0 &&
                     isBase64(admission.key.substr(blank + 1)) &&
                     admission.key.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == blank;
    const bool from =
        !admission.from.empty() && admission.from.find_first_not_of("0123456789abcdefABCDEF.:") == std::string::npos;
    const bool nonce =
        admission.nonce.size() == 32 && admission.nonce.find_first_not_of("0123456789abcdef") == std::string::npos;
    return key && from && nonce && admission.command.find_first_of("\n\r") == std::string::npos;
}

std::string keyLine(const Admission& admission)
{
    std::string command;
    for (const char c : admission.command) {
        if (c == '"')
            command.push_back('\\');
        command.push_back(c);
    }
    return "restrict,from=\"" + admission.from + "\",command=\"" + command + "\" " + admission.key;
}

std::string timeText(const Time& time)
{
    return std::to_string(time.seconds) + '.' + std::to_string(time.nanoseconds);
}

Time timeFrom(const std::string& text)
{
    Time time;
    char* rest = nullptr;
    time.seconds = std::strtoll(text.c_str(), &rest, 10);
    if (*rest == '.')
        time.nanoseconds = static_cast<std::uint32_t>(std::strtoul(rest + 1, nullptr, 10));
    return time;
}

} // namespace

std::string homeFolder()
{
    // Not getpwuid(): in a static program it would load modules of another C library.
    const auto users = readFileBelow("/etc", "passwd", kMostBytes);
    for (const std::string& line : users ? linesOf(*users) : std::vector<std::string>()) {
        std::vector<std::string> fields;
        std::istringstream words(line);
        for (std::string field; std::getline(words, field, ':');)
            fields.push_back(field);
        if (fields.size() >= 6 && fields[2] == std::to_string(::geteuid()) && !fields[5].empty())
            return fields[5];
    }
    const char* home = std::getenv("HOME");
    return home != nullptr && *home == '/' ? home : "/";
}

Result<void> admit(const std::string& home, const Admission& admission, pid_t owner)
{
    if (!isPlausible(admission))
        return Error{"direct.bad-key", Severity::Fatal, admission.from, {}, {}};
    const std::string folder = home + "/.ssh", file = keysFile(home);
    Mark mark{admission.nonce, owner, startOf(owner), {}};
    if (::mkdir(folder.c_str(), 0700) == 0)
        mark.before = "folder";
    else if (errno != EEXIST)
        return systemError(errno, folder, "mkdir");
    const Fd lock = lockOf(folder);
    if (!lock)
        return systemError(errno, folder, "lock");
    const auto real = realPath(file);
    const std::string path = real ? *real : file;
    Stat stat;
    std::string text;
    const bool present = statPath(path.c_str(), stat) == 0;
    if (present) {
        auto read = readFileBelow({}, path, kMostBytes);
        if (!read)
            return read.error();
        text = std::move(*read);
        mark.before = timeText(stat.modified);
    } else if (mark.before.empty()) {
        mark.before = "file";
    }
    // A last line without an end would swallow ours; the mark on a line of its own lets it be put back as it was.
    const bool open = !text.empty() && text.back() != '\n';
    if (open)
        mark.before += '+';
    text += (open ? "\n" : "") + markLine(mark) + '\n' + keyLine(admission) + '\n';
    return present ? replaceFileDurably(path, text) : writeFileDurably(path, text, 0600);
}

Result<void> revokeAdmissions(const std::string& home, pid_t leaving)
{
    const std::string folder = home + "/.ssh";
    const auto real = realPath(keysFile(home));
    if (!real)
        return {};
    const Fd lock = lockOf(folder);
    if (!lock)
        return systemError(errno, folder, "lock");
    const auto text = readFileBelow({}, *real, kMostBytes);
    if (!text)
        return text.error();
    if (text->find(kMark) == std::string::npos)
        return {};
    const std::vector<std::string> lines = linesOf(*text);
    std::string kept;
    std::optional<Mark> first; // the first that came saw the file as it was
    bool cut = false;          // the end of the last line kept is ours
    for (std::size_t i = 0; i < lines.size(); ++i) {
        Mark mark;
        if (readMark(lines[i], mark) && isGone(mark, leaving)) {
            cut = cut || mark.before.ends_with('+');
            if (!first)
                first = mark;
            // Of what a crash cut short there is no second line.
            if (i + 1 < lines.size() && lines[i + 1].compare(0, 9, "restrict,") == 0)
                ++i;
            continue;
        }
        cut = false;
        kept += lines[i];
        if (i + 1 < lines.size() || text->back() == '\n')
            kept += '\n';
    }
    if (!first)
        return {};
    if (cut)
        kept.pop_back();
    const bool made = first->before == "folder" || first->before == "file";
    if (kept.empty() && made) {
        if (::unlink(real->c_str()) != 0)
            return systemError(errno, *real, "unlink");
        if (first->before == "folder")
            ::rmdir(folder.c_str()); // unless somebody put something else there
        return {};
    }
    if (made)
        return replaceFileDurably(*real, kept);
    const Time before = timeFrom(first->before);
    return replaceFileDurably(*real, kept, &before);
}

} // namespace bascule::engine
