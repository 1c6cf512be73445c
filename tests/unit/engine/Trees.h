// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the engine's tests share: trees with everything in them, and the oracles that judge copies from outside.

#include "core/engine/Folder.h"
#include "core/engine/Stat.h"
#include "core/engine/Sync.h"
#include "core/engine/wire/Helper.h"
#include "core/engine/wire/Transfer.h"

#include <QByteArray>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <functional>
#include <map>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>

#if defined(__SANITIZE_THREAD__)
// QProcess forks beside the threads of the test library; the sanitizer is to bear with that.
extern "C" const char* __tsan_default_options()
{
    return "die_after_fork=0";
}

// Qt's libraries are not instrumented: how the test library's own watchdog ends looks like races to the sanitizer.
extern "C" const char* __tsan_default_suppressions()
{
    return "called_from_lib:libQt6Test.so.6\ncalled_from_lib:libQt6Core.so.6\n";
}
#endif

namespace trees {

using namespace bascule;
using namespace bascule::engine;

inline bool isRoot()
{
    return ::geteuid() == 0;
}

inline void must(bool condition, const std::string& what)
{
    if (!condition)
        qFatal("cannot make the test tree: %s: %s", what.c_str(), std::strerror(errno));
}

/// Changes one bit of a file.
inline void flip(const std::string& path, std::int64_t at)
{
    const int fd = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
    char byte = 0;
    must(fd >= 0 && ::pread(fd, &byte, 1, at) == 1, "read");
    byte = static_cast<char>(byte ^ 1);
    must(::pwrite(fd, &byte, 1, at) == 1, "flip");
    ::close(fd);
}

inline void folder(const std::string& path, mode_t mode = 0755)
{
    must(::mkdir(path.c_str(), 0700) == 0 && ::chmod(path.c_str(), mode) == 0, path);
}

inline void file(const std::string& path, const std::string& bytes, mode_t mode = 0644)
{
    const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    must(fd >= 0 && ::write(fd, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()), path);
    must(::fchmod(fd, mode) == 0 && ::close(fd) == 0, path);
}

inline std::string content(const std::string& path)
{
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    std::string all;
    char block[65536];
    for (ssize_t got = 0; fd >= 0 && (got = ::read(fd, block, sizeof block)) > 0;)
        all.append(block, static_cast<std::size_t>(got));
    if (fd >= 0)
        ::close(fd);
    return all;
}

inline bool exists(const std::string& path)
{
    struct stat info;
    return ::lstat(path.c_str(), &info) == 0;
}

inline void touch(const std::string& path, time_t seconds, long nanoseconds)
{
    const timespec times[2] = {{seconds + 1, nanoseconds / 2}, {seconds, nanoseconds}};
    must(::utimensat(AT_FDCWD, path.c_str(), times, AT_SYMLINK_NOFOLLOW) == 0, path);
}

inline std::string noise(std::size_t size, unsigned seed)
{
    std::mt19937 random(seed);
    std::string bytes(size, '\0');
    for (char& byte : bytes)
        byte = static_cast<char>(random());
    return bytes;
}

/// 8 MiB long with two stretches of data.
inline void sparseFile(const std::string& path)
{
    const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
    const std::string bytes = noise(8192, 7);
    must(fd >= 0 && ::pwrite(fd, bytes.data(), bytes.size(), 65536) == 8192 &&
             ::pwrite(fd, bytes.data(), bytes.size(), 4 * 1024 * 1024) == 8192 && ::ftruncate(fd, 8 * 1024 * 1024) == 0,
         path);
    ::close(fd);
}

/// Whether the folder's file system takes such an attribute from us.
inline bool takesXattr(const std::string& dir, const char* name)
{
    const std::string probe = dir + "/.probe";
    file(probe, "x");
    const bool takes = ::setxattr(probe.c_str(), name, "1", 1, 0) == 0;
    ::unlink(probe.c_str());
    return takes;
}

/// user::rw-,user:1:r--,group::r--,mask::rw-,other::--- and the like, as the kernel keeps it.
inline std::string acl(std::uint16_t owner, std::uint32_t named, std::uint16_t mask)
{
    std::string bytes;
    const auto put = [&bytes](const void* from, std::size_t size) {
        bytes.append(static_cast<const char*>(from), size);
    };
    const auto entry = [&](std::uint16_t tag, std::uint16_t permissions, std::uint32_t id) {
        put(&tag, 2);
        put(&permissions, 2);
        put(&id, 4);
    };
    const std::uint32_t version = 2;
    put(&version, 4);
    entry(0x01, owner, 0xffffffffU);
    entry(0x02, 4, named);
    entry(0x04, 4, 0xffffffffU);
    entry(0x10, mask, 0xffffffffU);
    entry(0x20, 0, 0xffffffffU);
    return bytes;
}

inline bool setAcl(const std::string& path, const char* which, const std::string& value)
{
    return ::setxattr(path.c_str(), which, value.data(), value.size(), 0) == 0;
}

inline void makeNames(const std::string& dir)
{
    folder(dir);
    for (int byte = 1; byte < 256; ++byte) {
        if (byte != '/')
            file(dir + "/b" + static_cast<char>(byte), std::string(1, static_cast<char>(byte)));
    }
    for (const char* name : {"-rf",
                             "%s%n",
                             "a\nb",
                             "\x1b[31mred",
                             "\x9b",
                             " ",
                             "  two",
                             "caf\xc3\xa9",
                             "cafe\xcc\x81",
                             "\xff\xfe",
                             "\xf0\x9f\x98\x80",
                             "*",
                             "?",
                             "[a]",
                             "..a",
                             "...",
                             "$(id)",
                             "'",
                             "\"",
                             "\\"})
        file(dir + "/" + name, name);
    file(dir + "/" + std::string(255, 'n'), "long");
    file(dir + "/.bascule-0123456789abcdef-0000000001.part", "a user's own");
    file(dir + "/.bascule-0123456789abcdef.lock", "");
}

/// Nested until the path is longer than PATH_MAX.
inline void makeDeep(const std::string& dir)
{
    folder(dir);
    int fd = ::open(dir.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const std::string name(240, 'd');
    for (int depth = 0; depth < 20; ++depth) {
        must(::mkdirat(fd, name.c_str(), 0755) == 0, "deep");
        const int next = ::openat(fd, name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        ::close(fd);
        fd = next;
    }
    const int leaf = ::openat(fd, "leaf", O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
    must(leaf >= 0 && ::write(leaf, "deep", 4) == 4, "leaf");
    ::close(leaf);
    ::close(fd);
}

inline void makeLinks(const std::string& dir)
{
    folder(dir);
    folder(dir + "/one");
    folder(dir + "/two");
    file(dir + "/one/a", "shared");
    must(::link((dir + "/one/a").c_str(), (dir + "/two/a").c_str()) == 0, "link");
    must(::link((dir + "/one/a").c_str(), (dir + "/a").c_str()) == 0, "link");
    file(dir + "/one/twin", "same bytes");
    file(dir + "/two/twin", "same bytes");
    touch(dir + "/one/twin", 1000, 1);
    touch(dir + "/two/twin", 1000, 1);
    must(::symlink("one/a", (dir + "/soft").c_str()) == 0, "symlink");
    must(::linkat(AT_FDCWD, (dir + "/soft").c_str(), AT_FDCWD, (dir + "/soft2").c_str(), 0) == 0, "link of a symlink");
    must(::symlink("/nowhere/at all", (dir + "/dangling").c_str()) == 0, "symlink");
    must(::symlink(std::string(3000, 'x').c_str(), (dir + "/long").c_str()) == 0, "symlink");
    touch(dir + "/dangling", 12345, 678);
    must(::mkfifo((dir + "/fifo").c_str(), 0640) == 0, "fifo");
    must(::link((dir + "/fifo").c_str(), (dir + "/fifo2").c_str()) == 0, "link of a fifo");
}

inline void makeAttributes(const std::string& dir)
{
    folder(dir);
    if (takesXattr(dir, "user.test")) {
        file(dir + "/xattr", "x");
        must(::setxattr((dir + "/xattr").c_str(), "user.small", "v", 1, 0) == 0, "xattr");
        const std::string large = noise(2000, 3);
        must(::setxattr((dir + "/xattr").c_str(), "user.large", large.data(), large.size(), 0) == 0, "xattr");
        must(::setxattr((dir + "/xattr").c_str(), "user.empty", "", 0, 0) == 0, "xattr");
        folder(dir + "/xattr-folder");
        must(::setxattr((dir + "/xattr-folder").c_str(), "user.f", "1", 1, 0) == 0, "xattr");
    }
    file(dir + "/acl", "a", 0600);
    if (setAcl(dir + "/acl", "system.posix_acl_access", acl(6, 12345, 6))) {
        folder(dir + "/default-acl");
        must(setAcl(dir + "/default-acl", "system.posix_acl_default", acl(7, 12345, 7)), "default acl");
        file(dir + "/default-acl/inherits", "i");
        file(dir + "/default-acl/plain", "p");
        must(::removexattr((dir + "/default-acl/plain").c_str(), "system.posix_acl_access") == 0, "acl");
        must(::chmod((dir + "/default-acl/plain").c_str(), 0640) == 0, "mode");
        folder(dir + "/default-acl/sub");
    }
    for (const mode_t mode :
         {0000, 0111, 0400, 0777, 01644, 02755, 04755, 06711, 07777}) // a plain user must be able to read
        file(dir + "/mode-" + std::to_string(mode), "m", isRoot() ? mode : mode | 0400U);
    file(dir + "/old", "1969");
    touch(dir + "/old", -12345678, 999999999);
    file(dir + "/epoch", "1970");
    touch(dir + "/epoch", 0, 0);
    file(dir + "/far", "2200");
    touch(dir + "/far", 7258118400, 1);
    folder(dir + "/closed");
    file(dir + "/closed/child", "c");
    folder(dir + "/closed/sub");
    file(dir + "/closed/sub/child", "c");
    must(::chmod((dir + "/closed/sub").c_str(), 0555) == 0, "mode");
    touch(dir + "/closed", 1234567, 89);
    must(::chmod((dir + "/closed").c_str(), 0555) == 0, "mode");
    folder(dir + "/sticky", 01777);
}

/// What only root can make.
inline void makePrivileged(const std::string& dir)
{
    folder(dir);
    const auto owned = [&](const char* name, uid_t uid, gid_t gid, mode_t mode) {
        const std::string path = dir + "/" + name;
        file(path, name);
        must(::chown(path.c_str(), uid, gid) == 0 && ::chmod(path.c_str(), mode) == 0, path);
    };
    owned("unknown-ids", 4'000'000'000U, 3'999'999'999U, 0640);
    owned("setuid", 65534, 65534, 06755);
    owned("other", 1000, 1000, 0600);
    must(::symlink("x", (dir + "/link").c_str()) == 0 && ::lchown((dir + "/link").c_str(), 1000, 1001) == 0, "link");
    if (::lsetxattr((dir + "/link").c_str(), "trusted.link", "1", 1, 0) == 0)
        must(::setxattr((dir + "/other").c_str(), "trusted.t", "2", 1, 0) == 0, "trusted");
    owned("capable", 1000, 1000, 0755);
    const unsigned char capability[20] = {1, 0, 0, 2, 0, 0x20, 0, 0};
    ::setxattr((dir + "/capable").c_str(), "security.capability", capability, sizeof capability, 0);
    if (::mknod((dir + "/null").c_str(), S_IFCHR | 0666, makedev(1, 3)) == 0)
        must(::mknod((dir + "/loop").c_str(), S_IFBLK | 0660, makedev(7, 200)) == 0, "block device");
    folder(dir + "/setgid");
    must(::chown((dir + "/setgid").c_str(), 1000, 1000) == 0 && ::chmod((dir + "/setgid").c_str(), 02775) == 0,
         "setgid");
    file(dir + "/setgid/in", "in");
    must(::chown((dir + "/setgid/in").c_str(), 0, 0) == 0, "owner");
}

/// A tree with one of everything that this user and this file system can have. `deep`: a path beyond PATH_MAX, which
/// rsync cannot judge.
inline void makeZoo(const std::string& root, bool deep = false)
{
    folder(root);
    file(root + "/empty", "");
    file(root + "/one", "1");
    file(root + "/block", noise(4096, 1));
    file(root + "/block1", noise(4097, 2));
    file(root + "/limit", noise(256 * 1024, 3));
    file(root + "/limit1", noise(256 * 1024 + 1, 4));
    file(root + "/large", noise(9 * 1024 * 1024 + 17, 5));
    sparseFile(root + "/sparse");
    file(root + "/hole", "");
    must(::truncate((root + "/hole").c_str(), 1024 * 1024 + 5) == 0, "hole");
    folder(root + "/empty-folder", 0750);
    makeNames(root + "/names");
    makeLinks(root + "/links");
    makeAttributes(root + "/attributes");
    if (isRoot())
        makePrivileged(root + "/privileged");
    if (deep)
        makeDeep(root + "/deep");
    touch(root + "/empty-folder", 999, 999);
    touch(root, 500, 5);
}

/// Makes everything removable again, and removes it (QTemporaryDir fails at closed folders and at very long paths).
inline void remove(const std::string& path)
{
    QProcess process;
    process.start(QStringLiteral("sh"),
                  {QStringLiteral("-c"), QStringLiteral("chmod -R u+rwX \"$0\" 2>/dev/null; rm -rf \"$0\""),
                   QFile::decodeName(path.c_str())});
    process.waitForFinished(-1);
}

/// What a program prints; fails the test when it cannot be run or ends badly.
inline QByteArray output(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForStarted() || !process.waitForFinished(-1) || process.exitStatus() != QProcess::NormalExit ||
        process.exitCode() != 0) {
        return program.toLocal8Bit() + " failed: " + process.errorString().toLocal8Bit() +
               process.readAllStandardError() + process.readAllStandardOutput();
    }
    return process.readAllStandardOutput();
}

/// What rsync would still have to do; empty when nothing.
inline QByteArray rsyncDifference(const std::string& source, const std::string& target, const QStringList& more = {})
{
    QStringList arguments{QStringLiteral("-aHAX"),
                          QStringLiteral("--numeric-ids"),
                          QStringLiteral("--modify-window=-1"),
                          QStringLiteral("-n"),
                          QStringLiteral("-i"),
                          QStringLiteral("--delete"),
                          QStringLiteral("--checksum")};
    arguments << more << QFile::decodeName((source + "/").c_str()) << QFile::decodeName((target + "/").c_str());
    return output(QStringLiteral("rsync"), arguments);
}

/// The bytes of a file that are allocated, counted by its holes: st_blocks also counts a file system's own blocks, of
/// which the same contents may need more or fewer.
inline off_t allocated(const std::string& path)
{
    const int fd = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return -1;
    off_t sum = 0;
    for (off_t data = ::lseek(fd, 0, SEEK_DATA); data >= 0;) {
        const off_t hole = ::lseek(fd, data, SEEK_HOLE);
        sum += hole - data;
        data = ::lseek(fd, hole, SEEK_DATA);
    }
    ::close(fd);
    return sum;
}

/// Hard-link groups, as find(1) tells them, and what is allocated of each file.
inline std::set<QByteArray> shape(const std::string& root)
{
    // Holes are where they are for certain only once the file is allocated: ext4 does that when it writes back.
    const int folder = ::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::syncfs(folder);
        ::close(folder);
    }
    QProcess process;
    process.setWorkingDirectory(QFile::decodeName(root.c_str()));
    process.start(QStringLiteral("find"),
                  {QStringLiteral("."), QStringLiteral("!"), QStringLiteral("-type"), QStringLiteral("d"),
                   QStringLiteral("-printf"), QStringLiteral("%i %y %P\\0")});
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        return {"find failed in " + QByteArray::fromStdString(root)};
    std::map<QByteArray, std::set<QByteArray>> groups;
    std::set<QByteArray> lines;
    for (const QByteArray& line : process.readAllStandardOutput().split('\0')) {
        const qsizetype space = line.indexOf(' ');
        if (space < 0)
            continue;
        const QByteArray name = line.mid(space + 3);
        groups[line.left(space)].insert(name);
        if (line.mid(space + 1, 1) == "f")
            lines.insert(name + ' ' + QByteArray::number(qint64(allocated(root + '/' + name.toStdString()))));
    }
    for (const auto& [inode, names] : groups) {
        QByteArray group = "linked:";
        for (const QByteArray& name : names)
            group += ' ' + name;
        if (names.size() > 1)
            lines.insert(group);
    }
    return lines;
}

/// What two shapes do not have in common, a line each.
inline QByteArray shapeDifference(const std::set<QByteArray>& left, const std::set<QByteArray>& right)
{
    QByteArray all;
    for (const auto& [mark, one, other] : {std::tuple{'-', &left, &right}, std::tuple{'+', &right, &left}}) {
        for (const QByteArray& line : *one) {
            if (!other->contains(line))
                all += mark + line + '\n';
        }
    }
    return all;
}

/// A helper in a process of its own, without a server between.
inline std::unique_ptr<wire::Helper> helper()
{
    const std::string nonce = wire::newNonce();
    auto channel = wire::Channel::start({ENGINE_SERVER, nonce});
    must(channel.ok(), "engine-server");
    auto greeted = wire::Helper::greet(std::move(*channel), nonce, {}, {});
    must(greeted.ok(), "greeting");
    return std::move(*greeted);
}

/// Where the ends of a sync are. The tests of syncs are run again with BASCULE_TEST_ENDS=from, into or between.
inline Result<SyncReport> run(const std::string& source, const std::string& target, const SyncOptions& options = {},
                              std::stop_token stop = {}, const std::function<void(const SyncAction&)>& onAction = {})
{
    Counters counters;
    const QByteArray ends = qgetenv("BASCULE_TEST_ENDS");
    if (ends.isEmpty())
        return sync(source, target, options, counters, std::move(stop), onAction);
    const auto near = ends == "into" ? nullptr : helper();
    const auto far = ends == "from" ? nullptr : helper();
    return wire::transfer({near.get(), source, source}, {far.get(), target, target}, options, counters, std::move(stop),
                          onAction);
}

inline QByteArray words(const Result<SyncReport>& result)
{
    if (!result)
        return QByteArray::fromStdString(result.error().code + " " + result.error().subject + " " +
                                         result.error().detail);
    QByteArray text;
    for (const SkippedItem& item : result->skipped)
        text += QByteArray::fromStdString(item.reason + " " + item.path + " " + item.detail + "\n");
    return text;
}

inline QByteArray code(const Result<SyncReport>& result)
{
    return result ? QByteArray("none") : QByteArray::fromStdString(result.error().code);
}

/// Names of temporaries and lock files of ours anywhere below.
inline QByteArray leftovers(const std::string& root)
{
    return output(QStringLiteral("find"), {QFile::decodeName(root.c_str()), QStringLiteral("-name"),
                                           QStringLiteral(".bascule-????????????????*"), QStringLiteral("!"),
                                           QStringLiteral("-name"), QStringLiteral(".bascule-0123456789abcdef*")});
}

/// A folder for one test, removed at the end; on disk (`TMPDIR` or /tmp) or in memory.
class Scratch
{
public:
    explicit Scratch(bool inMemory = false)
        : m_dir(inMemory ? QStringLiteral("/dev/shm/bascule-test-XXXXXX")
                         : QDir::tempPath() + QStringLiteral("/bascule-test-XXXXXX"))
    {
        m_dir.setAutoRemove(false);
        must(m_dir.isValid(), "scratch folder");
    }
    ~Scratch() { remove(path()); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    std::string path() const { return QFile::encodeName(m_dir.path()).toStdString(); }
    std::string operator/(const std::string& name) const { return path() + "/" + name; }

private:
    QTemporaryDir m_dir;
};

} // namespace trees
