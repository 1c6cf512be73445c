// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Changes of a tree, made at random.

#include "tests/unit/engine/Oracles.h"

namespace trees {

/// Changes a tree the way that people do, by a seed.
class Changer
{
public:
    Changer(std::string root, unsigned seed, bool links = true)
        : m_root(std::move(root))
        , m_random(seed)
        , m_links(links)
    {
    }

    void change(int steps)
    {
        for (int i = 0; i < steps; ++i)
            step();
    }

private:
    std::size_t pick(std::size_t below) { return m_random() % below; }

    std::vector<std::string> all(bool folders)
    {
        std::vector<std::string> found;
        Counters counters;
        const QByteArray list =
            output(QStringLiteral("find"), {QFile::decodeName(m_root.c_str()), QStringLiteral("-mindepth"),
                                            folders ? QStringLiteral("0") : QStringLiteral("1"),
                                            folders ? QStringLiteral("-type") : QStringLiteral("!"),
                                            folders ? QStringLiteral("d") : QStringLiteral("-type"),
                                            folders ? QStringLiteral("-print0") : QStringLiteral("d"),
                                            folders ? QStringLiteral("-nowarn") : QStringLiteral("-print0")});
        for (const QByteArray& path : list.split('\0')) {
            if (!path.isEmpty())
                found.push_back(path.toStdString());
        }
        return found;
    }

    std::string newPath()
    {
        const auto folders = all(true);
        return folders[pick(folders.size())] + "/n" + std::to_string(m_random() % 40);
    }

    std::string someFolder()
    {
        const auto folders = all(true);
        return folders[pick(folders.size())];
    }

    /// Mode, owner or time of anything, in ways that a chown undoes or an ACL changes.
    void changeAttributes(const std::string& path)
    {
        struct stat info;
        if (::lstat(path.c_str(), &info) != 0)
            return;
        if (isRoot() && pick(2) == 0)
            must(::lchown(path.c_str(), static_cast<uid_t>(pick(5) * 1000), static_cast<gid_t>(pick(5) * 999)) == 0,
                 path);
        if (!S_ISLNK(info.st_mode) && pick(2) == 0) {
            const bool wild = isRoot();
            must(::chmod(path.c_str(),
                         wild ? static_cast<mode_t>(pick(07777)) : 0700 + static_cast<mode_t>(pick(64))) == 0,
                 path);
        }
        static const time_t times[] = {-86400L * 365, 0, 1, 1'700'000'000, 7'258'118'400};
        if (pick(2) == 0)
            touch(path, times[pick(std::size(times))], static_cast<long>(m_random() % 1'000'000'000));
    }

    /// Extended attributes, ACLs and capabilities set, changed and removed.
    void changeLists(const std::string& path)
    {
        struct stat info;
        if (::lstat(path.c_str(), &info) != 0)
            return;
        const bool set = pick(3) != 0;
        const auto change = [&](const char* name, const std::string& value) {
            if (set)
                ::lsetxattr(path.c_str(), name, value.data(), value.size(), 0);
            else
                ::lremovexattr(path.c_str(), name);
        };
        if (isRoot() && pick(3) == 0) // these a symlink may have as well
            change("trusted.t", noise(pick(300), static_cast<unsigned>(m_random())));
        if (S_ISLNK(info.st_mode))
            return;
        if (pick(2) == 0 && (S_ISREG(info.st_mode) || S_ISDIR(info.st_mode)))
            change(pick(2) == 0 ? "user.a" : "user.b", noise(pick(300), static_cast<unsigned>(m_random())));
        if (pick(2) == 0)
            change("system.posix_acl_access",
                   acl(static_cast<std::uint16_t>(isRoot() ? 6 + pick(2) : 7), 1000 + static_cast<unsigned>(pick(3)),
                       static_cast<std::uint16_t>(pick(8))));
        if (pick(2) == 0 && S_ISDIR(info.st_mode))
            change("system.posix_acl_default",
                   acl(7, 1000 + static_cast<unsigned>(pick(3)), static_cast<std::uint16_t>(pick(8))));
        if (isRoot() && pick(2) == 0 && S_ISREG(info.st_mode))
            change("security.capability", std::string("\1\0\0\2\0\x20\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 20));
    }

    void makeSpecial(const std::string& path)
    {
        const std::size_t which = pick(isRoot() ? 3 : 1);
        if (which == 0)
            must(::mkfifo(path.c_str(), 0640) == 0, path);
        else // a machine may forbid devices
            ::mknod(path.c_str(), (which == 1 ? S_IFCHR : S_IFBLK) | 0600,
                    makedev(1 + static_cast<unsigned>(pick(3)), 3));
    }

    /// A file becomes longer with a hole at its end, is emptied, or gets a hole. Holes of a block or less are not made:
    /// a small file whose attributes take a block looks as if it had none, and its copy is written whole.
    void changeHoles(const std::string& path)
    {
        struct stat info;
        if (::lstat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode))
            return;
        const int fd = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
        must(fd >= 0, path);
        if (pick(2) == 0)
            must(::ftruncate(fd, pick(4) == 0 ? 0 : info.st_size + 16'384 + static_cast<off_t>(pick(300'000))) == 0,
                 path);
        else if (info.st_size > 20'000)
            ::fallocate(fd, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, 0, 16'384);
        ::close(fd);
    }

    void rewrite(const std::string& path)
    {
        struct stat info;
        if (::lstat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode))
            return;
        const int fd = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
        const std::string bytes =
            noise(static_cast<std::size_t>(std::min<off_t>(info.st_size, 20'000)), static_cast<unsigned>(m_random()));
        must(fd >= 0 && ::pwrite(fd, bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()), path);
        ::close(fd);
    }

    void step()
    {
        const auto entries = all(false);
        const std::string fresh = newPath();
        const std::string old = entries.empty() ? fresh : entries[pick(entries.size())];
        switch (pick(19)) {
        case 0:
        case 1:
            if (!exists(fresh))
                file(fresh, noise(pick(20'000), static_cast<unsigned>(m_random())));
            break;
        case 2:
            if (!exists(fresh))
                folder(fresh, 0700 + static_cast<mode_t>(pick(64)));
            break;
        case 3:
            if (!exists(fresh))
                must(::symlink(old.c_str(), fresh.c_str()) == 0, fresh);
            break;
        case 4:
            if (m_links && !exists(fresh) && exists(old))
                must(::linkat(AT_FDCWD, old.c_str(), AT_FDCWD, fresh.c_str(), 0) == 0, fresh);
            break;
        case 5:
            if (exists(old))
                must(::unlink(old.c_str()) == 0, old);
            break;
        case 6:
            output(QStringLiteral("rm"), {QStringLiteral("-rf"), QFile::decodeName(fresh.c_str())});
            break;
        case 7: // a folder becomes a file, or a file a folder
            output(QStringLiteral("rm"), {QStringLiteral("-rf"), QFile::decodeName(fresh.c_str())});
            if (pick(2) == 0)
                folder(fresh);
            else
                file(fresh, "was a folder");
            break;
        case 8:
            if (exists(old))
                ::rename(old.c_str(), fresh.c_str()); // onto a folder it may not be; then nothing happens
            break;
        case 9:
            if (exists(old))
                touch(old, static_cast<time_t>(m_random() % 2'000'000'000),
                      static_cast<long>(m_random() % 1'000'000'000));
            break;
        case 10:
        case 11:
            changeAttributes(pick(2) == 0 ? old : someFolder());
            break;
        case 12:
        case 13:
            changeLists(pick(2) == 0 ? old : someFolder());
            break;
        case 14: // a whole tree is somewhere else now
            ::rename(someFolder().c_str(), fresh.c_str());
            break;
        case 15:
            if (!exists(fresh))
                makeSpecial(fresh);
            break;
        case 16:
            changeHoles(old);
            break;
        case 17: // other contents of the same size; the time tells
            rewrite(old);
            break;
        default: {
            struct stat info;
            if (::lstat(old.c_str(), &info) == 0 && S_ISREG(info.st_mode)) {
                must(::chmod(old.c_str(), 0600 + static_cast<mode_t>(pick(64))) == 0, old);
                const int fd = ::open(old.c_str(), O_WRONLY | O_CLOEXEC);
                const off_t at = pick(4) == 0 ? info.st_size + 20'000
                                              : static_cast<off_t>(pick(static_cast<std::size_t>(info.st_size) + 1));
                must(fd >= 0 && ::pwrite(fd, "changed", 7, at) == 7, old);
                ::close(fd);
            }
        }
        }
    }

    std::string m_root;
    std::mt19937 m_random;
    bool m_links; ///< hard ones
};

} // namespace trees
