// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/HostLooks.h"

#include "core/engine/Fd.h"
#include "core/engine/Folder.h"
#include "core/engine/Hash.h"
#include "core/engine/Tree.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <sstream>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace bascule::engine {

namespace {

Error failed(int number, const std::string& path, const char* call)
{
    return systemError(number, path, call, Severity::Fatal);
}

std::string identityOf(const struct stat& info)
{
    return std::to_string(info.st_dev) + '-' + std::to_string(info.st_ino);
}

std::string inFolder(const std::string& root, const std::string& path)
{
    return path.empty() ? root : root + '/' + path;
}

} // namespace

Result<Names> namesIn(const std::string& folder, const std::string& after, std::size_t most)
{
    const Fd fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!fd)
        return failed(errno, folder, "open");
    FolderReader reader(fd.get());
    std::set<std::string> found;
    std::size_t size = 0;
    Names names;
    // Only the lowest that fit are kept: the next call asks for those after them.
    while (const char* name = reader.next()) {
        if (after >= name)
            continue;
        size += found.insert(name).first->size() + 8;
        for (; size > most && found.size() > 1; names.more = true) {
            size -= std::prev(found.end())->size() + 8;
            found.erase(std::prev(found.end()));
        }
    }
    if (reader.error() != 0)
        return failed(reader.error(), folder, "getdents");
    names.names.assign(found.begin(), found.end());
    return names;
}

Result<FileStart> readStart(const std::string& path, std::int64_t most, bool followLinks, const std::stop_token& stop)
{
    const int flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | (followLinks ? 0 : O_NOFOLLOW);
    Fd file(::open(path.c_str(), flags | O_NOATIME));
    if (!file && errno == EPERM)
        file = Fd(::open(path.c_str(), flags));
    if (!file)
        return failed(errno, path, "open");
    struct stat info;
    if (::fstat(file.get(), &info) != 0)
        return failed(errno, path, "fstat");
    if (!S_ISREG(info.st_mode))
        return Error{"path.not-a-file", Severity::Fatal, path, {}, {}};
    FileStart done;
    done.size = info.st_size;
    std::array<char, 65536> buffer;
    while (done.read < most && !stop.stop_requested()) {
        const auto wanted = static_cast<std::size_t>(std::min<std::int64_t>(most - done.read, buffer.size()));
        const ssize_t got = ::read(file.get(), buffer.data(), wanted);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return failed(errno, path, "read");
        if (got == 0)
            break;
        done.read += got;
    }
    return done;
}

std::string rightsOf(const std::string& path)
{
    struct stat info;
    if (::lstat(path.c_str(), &info) != 0)
        return {};
    std::ostringstream rights;
    rights << std::oct << info.st_mode << std::dec << ' ' << info.st_uid << ' ' << info.st_gid << std::hex;
    for (const char* name : {"system.posix_acl_access", "system.posix_acl_default"}) {
        char value[4096];
        const ssize_t length = ::lgetxattr(path.c_str(), name, value, sizeof value);
        rights << ' ';
        for (ssize_t i = 0; i < length; ++i)
            rights << static_cast<int>(static_cast<unsigned char>(value[i])) << '.';
        if (length <= 0)
            rights << '-';
    }
    return rights.str();
}

std::string resolvedPath(const std::string& path)
{
    char text[PATH_MAX];
    return ::realpath(path.c_str(), text) != nullptr ? std::string(text) : std::string();
}

ReadRate readRate(const std::string& root, const std::vector<std::string>& files, int threads, std::int64_t limit,
                  const std::stop_token& stop)
{
    std::atomic<std::int64_t> bytes{0}, failures{0};
    const auto began = std::chrono::steady_clock::now();
    const auto elapsedNs = [&] {
        return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now() - began).count();
    };
    const auto readOne = [&](const std::string& path, std::vector<char>& buffer) {
        const Fd file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC));
        if (!file) {
            ++failures;
            return;
        }
        // From the disk, not from memory: both sides are met cold.
        ::posix_fadvise(file.get(), 0, 0, POSIX_FADV_DONTNEED);
        for (ssize_t got = 1; got > 0 && bytes < limit && !stop.stop_requested();) {
            got = ::read(file.get(), buffer.data(), buffer.size());
            if (got > 0)
                bytes += got;
        }
    };
    do {
        std::atomic<std::size_t> next{0};
        std::vector<std::jthread> readers;
        for (int i = 0; i < threads; ++i) {
            readers.emplace_back([&] {
                std::vector<char> buffer(256UL * 1024);
                for (std::size_t at = next++; at < files.size() && !stop.stop_requested() && bytes < limit; at = next++)
                    readOne(inFolder(root, files[at]), buffer);
            });
        }
        readers.clear(); // joins
    } while (elapsedNs() < 100'000'000 && bytes > 0 && bytes < limit && failures == 0 && !stop.stop_requested());
    const double seconds = static_cast<double>(std::max<std::int64_t>(1, elapsedNs())) / 1e9;
    return {static_cast<std::int64_t>(static_cast<double>(bytes) / seconds), failures};
}

Result<FolderIdentity> folderIdentity(const std::string& path)
{
    FolderIdentity identity;
    std::ifstream boot("/proc/sys/kernel/random/boot_id");
    std::getline(boot, identity.machine);
    Fd folder(::open(path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!folder)
        return failed(errno, path, "open");
    for (;;) {
        struct stat info;
        if (::fstat(folder.get(), &info) != 0)
            return failed(errno, path, "fstat");
        const std::string one = identityOf(info);
        if (!identity.chain.empty() && identity.chain.back() == one)
            return identity; // above "/" is "/"
        identity.chain.push_back(one);
        folder = Fd(::openat(folder.get(), "..", O_PATH | O_DIRECTORY | O_CLOEXEC));
        if (!folder)
            return identity; // what is above is none of ours to see
    }
}

namespace {

void add(Hasher& hasher, const std::string& text)
{
    hasher.addNumber(text.size());
    hasher.add(text.data(), text.size());
}

Hash128 hashOf(const TreeEntry& entry, bool loose)
{
    Hasher hasher;
    add(hasher, entry.path);
    add(hasher, entry.linkTarget);
    for (const std::uint64_t value : {static_cast<std::uint64_t>(entry.kind), std::uint64_t{entry.mode},
                                      std::uint64_t{entry.uid}, std::uint64_t{entry.gid}, entry.inode, entry.device})
        hasher.addNumber(value);
    if (entry.kind != 'd') {
        hasher.addNumber(static_cast<std::uint64_t>(entry.size));
        hasher.addNumber(entry.links);
    }
    if (!loose) {
        hasher.addNumber(static_cast<std::uint64_t>(entry.mtimeNs));
        hasher.addNumber(static_cast<std::uint64_t>(entry.ctimeNs));
    }
    return hasher.value();
}

} // namespace

Result<TreeSum> treeSum(const std::string& root, const std::vector<std::string>& excludes,
                        const std::set<std::string>& loose, const std::stop_token& stop)
{
    TreeSum sum;
    Hash128 all;
    const auto take = [&all](const Hash128& one) {
        all.low += one.low;
        all.high += one.high;
    };
    WalkOptions options;
    options.excludes = excludes;
    const auto walked = walk(root, options, stop, [&](const TreeEntry& entry) {
        const bool isLoose = loose.contains(entry.path);
        take(hashOf(entry, entry.kind == 'd' && isLoose));
        ++sum.entries;
        if (entry.kind == 'f')
            sum.bytes += entry.size;
        if (!isLoose)
            sum.newestCtimeNs = std::max(sum.newestCtimeNs, entry.ctimeNs);
        return !stop.stop_requested();
    });
    if (!walked)
        return walked.error();
    if (stop.stop_requested())
        return Error{"cancelled", Severity::Fatal, root, {}, {}};
    for (const Unreadable& one : *walked) {
        Hasher hasher;
        add(hasher, one.path);
        add(hasher, one.reason);
        take(hasher.value());
    }
    sum.unreadable = static_cast<std::int64_t>(walked->size());
    sum.hash = all.hex();
    return sum;
}

Result<std::int64_t> bytesOnDisk(const std::string& root, const std::stop_token& stop)
{
    std::int64_t sum = 0;
    const auto walked = walk(root, {}, stop, [&](const TreeEntry& entry) {
        if (entry.kind == 'f')
            sum += entry.blocks * 512 / static_cast<std::int64_t>(std::max<std::uint64_t>(entry.links, 1));
        return true;
    });
    if (!walked)
        return walked.error();
    return sum;
}

namespace {

/// Who holds an flock on a file, as the system tells; 0 when it does not.
std::int64_t holderOf(const struct stat& info)
{
    char wanted[64];
    std::snprintf(wanted, sizeof wanted, "%02x:%02x:%lu", major(info.st_dev), minor(info.st_dev),
                  static_cast<unsigned long>(info.st_ino));
    std::ifstream locks("/proc/locks");
    for (std::string line; std::getline(locks, line);) {
        std::istringstream words(line);
        std::string number, kind, advisory, access, file;
        std::int64_t pid = 0;
        if (words >> number >> kind >> advisory >> access >> pid >> file && kind == "FLOCK" && file == wanted)
            return std::max<std::int64_t>(pid, 0);
    }
    return 0;
}

Error lockedBy(std::int64_t pid, const std::string& path)
{
    struct stat process;
    const bool seen = ::stat(("/proc/" + std::to_string(pid)).c_str(), &process) == 0;
    const time_t since = seen ? process.st_mtim.tv_sec : ::time(nullptr);
    struct tm parts = {};
    char words[32] = "";
    if (::gmtime_r(&since, &parts) != nullptr)
        std::strftime(words, sizeof words, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return {"run.locked", Severity::Fatal, path, {{"pid", pid}, {"since", std::string(words)}}, {}};
}

} // namespace

Result<int> holdFolder(const std::string& path)
{
    const int folder = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return failed(errno, path, "open");
    if (::flock(folder, LOCK_EX | LOCK_NB) == 0)
        return folder;
    const int number = errno;
    struct stat info;
    Error error = failed(number, path, "flock");
    if (number == EWOULDBLOCK && ::fstat(folder, &info) == 0)
        error = lockedBy(holderOf(info), path);
    ::close(folder);
    return error;
}

} // namespace bascule::engine
