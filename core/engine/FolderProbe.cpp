// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/FolderProbe.h"

#include "core/engine/Error.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace bascule::engine {

namespace {

/// A folder of ours that vanishes with the value, with all that is in it.
class Scratch
{
public:
    explicit Scratch(const std::string& root)
        : m_path(root + "/.bascule-probe-XXXXXX")
    {
        if (!::mkdtemp(m_path.data())) {
            m_error = errno;
            m_path.clear();
        }
    }
    ~Scratch()
    {
        std::error_code ignored;
        if (!m_path.empty())
            std::filesystem::remove_all(m_path, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    int error() const { return m_error; }
    std::string file(const std::string& name) const { return m_path + '/' + name; }
    /// Makes an empty file; false when the file system will not have that name.
    bool make(const std::string& name) const
    {
        const int fd = ::open(file(name).c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
        if (fd < 0)
            return false;
        ::close(fd);
        return true;
    }

private:
    std::string m_path;
    int m_error = 0;
};

/// The value of system.posix_acl_access for "u::rw,u:65534:r,g::r,m::r,o::-".
std::string someAcl()
{
    struct Line
    {
        std::uint32_t tag, permissions, id;
    };
    constexpr std::uint32_t nobody = 0xffffffff;
    constexpr std::array lines{Line{0x01, 6, nobody}, Line{0x02, 4, 65534}, Line{0x04, 4, nobody},
                               Line{0x10, 4, nobody}, Line{0x20, 0, nobody}};
    std::string value;
    const auto put = [&value](std::uint32_t number, int bytes) {
        for (int i = 0; i < bytes; ++i)
            value.push_back(static_cast<char>((number >> (8 * i)) & 0xffU));
    };
    put(2, 4);
    for (const Line& line : lines) {
        put(line.tag, 2);
        put(line.permissions, 2);
        put(line.id, 4);
    }
    return value;
}

bool keepsNanoseconds(const std::string& file)
{
    const std::array<timespec, 2> times{timespec{1'000'000'000, 123'456'789}, timespec{1'000'000'000, 123'456'789}};
    struct stat info;
    return ::utimensat(AT_FDCWD, file.c_str(), times.data(), 0) == 0 && ::stat(file.c_str(), &info) == 0 &&
           info.st_mtim.tv_nsec == 123'456'789;
}

bool keepsHoles(const std::string& file)
{
    constexpr off_t size = 4 << 20;
    const int fd = ::open(file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    if (fd < 0)
        return false;
    struct stat info;
    const bool made = ::ftruncate(fd, size) == 0 && ::pwrite(fd, "x", 1, size - 1) == 1 && ::fsync(fd) == 0 &&
                      ::fstat(fd, &info) == 0;
    ::close(fd);
    return made && info.st_blocks * 512 < size / 2;
}

/// What SQLite's write-ahead log needs of a file system.
bool sharesMemory(const std::string& file)
{
    constexpr std::size_t size = 32'768;
    const int fd = ::open(file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    if (fd < 0)
        return false;
    bool works = ::ftruncate(fd, size) == 0;
    void* memory = works ? ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0) : MAP_FAILED;
    works = memory != MAP_FAILED;
    if (works) {
        std::memcpy(memory, "bascule", 7);
        char back[7] = {};
        works = ::pread(fd, back, sizeof back, 0) == 7 && std::memcmp(back, "bascule", 7) == 0;
        ::munmap(memory, size);
    }
    ::close(fd);
    return works;
}

/// The longest name in bytes; the usual 255 is tried first.
int longestName(const Scratch& scratch)
{
    int fits = 1, fails = 256;
    for (int length = 255; fails - fits > 1; length = (fits + fails) / 2)
        (scratch.make(std::string(std::size_t(length), 'n')) ? fits : fails) = length;
    return fits;
}

bool isNetwork(const std::string& root)
{
    constexpr std::array<unsigned long, 9> kinds{0x6969UL,     0x517bUL,     0xff534d42UL, 0xfe534d42UL, 0x01021997UL,
                                                 0x00c36400UL, 0x5346414fUL, 0x564cUL,     0x0bd00bd0UL};
    struct statfs info;
    if (::statfs(root.c_str(), &info) != 0)
        return false;
    const unsigned long kind = static_cast<unsigned long>(info.f_type) & 0xffffffffUL;
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

void askSystem(const std::string& root, FolderProbe& probe)
{
    probe.network = isNetwork(root);
    if (const long bits = ::pathconf(root.c_str(), _PC_FILESIZEBITS); bits > 0)
        probe.largestFileBits = static_cast<int>(std::min(bits, 64L));
    struct statvfs info;
    if (::statvfs(root.c_str(), &info) != 0)
        return;
    probe.nosuid = (info.f_flag & ST_NOSUID) != 0;
    probe.noexec = (info.f_flag & ST_NOEXEC) != 0;
    probe.bytesFree = static_cast<std::int64_t>(info.f_bavail) * static_cast<std::int64_t>(info.f_frsize);
    if (info.f_files > 0) // some file systems make inodes as they need them
        probe.inodesFree = static_cast<std::int64_t>(info.f_favail);
}

} // namespace

const std::vector<std::pair<std::string, bool FolderProbe::*>>& FolderProbe::triedFlags()
{
    static const std::vector<std::pair<std::string, bool FolderProbe::*>> all{
        {"acl", &FolderProbe::acl},
        {"xattr", &FolderProbe::xattr},
        {"nanoseconds", &FolderProbe::nanoseconds},
        {"sparse", &FolderProbe::sparse},
        {"sharedMemory", &FolderProbe::sharedMemory},
        {"symlinks", &FolderProbe::symlinks},
        {"hardLinks", &FolderProbe::hardLinks},
        {"caseSensitive", &FolderProbe::caseSensitive},
        {"anyBytes", &FolderProbe::anyBytes},
        {"chown", &FolderProbe::chown}};
    return all;
}

const std::vector<std::pair<std::string, bool FolderProbe::*>>& FolderProbe::flags()
{
    static const auto all = [] {
        auto flags = triedFlags();
        flags.emplace_back("network", &FolderProbe::network);
        flags.emplace_back("nosuid", &FolderProbe::nosuid);
        flags.emplace_back("noexec", &FolderProbe::noexec);
        return flags;
    }();
    return all;
}

FolderProbe probeFolder(const std::string& root)
{
    FolderProbe probe;
    askSystem(root, probe);
    const Scratch scratch(root);
    if (scratch.error() != 0) {
        probe.reason = systemErrorCode(scratch.error());
        return probe;
    }
    if (!scratch.make("plain")) {
        probe.reason = systemErrorCode(errno);
        return probe;
    }
    probe.measured = true;
    const std::string plain = scratch.file("plain");
    const std::string acl = someAcl();
    probe.acl = ::setxattr(plain.c_str(), "system.posix_acl_access", acl.data(), acl.size(), 0) == 0;
    probe.xattr = ::setxattr(plain.c_str(), "user.bascule", "x", 1, 0) == 0;
    probe.nanoseconds = keepsNanoseconds(plain);
    probe.sparse = keepsHoles(scratch.file("holes"));
    probe.sharedMemory = sharesMemory(scratch.file("memory"));
    probe.symlinks = ::symlink("plain", scratch.file("symlink").c_str()) == 0;
    probe.hardLinks = ::link(plain.c_str(), scratch.file("link").c_str()) == 0;
    probe.caseSensitive = scratch.make("case") && scratch.make("CASE");
    probe.anyBytes = scratch.make("bytes-\xff\xfe\n");
    probe.longestName = longestName(scratch);
    probe.chown = ::chown(plain.c_str(), 65534, 65534) == 0;
    return probe;
}

} // namespace bascule::engine
