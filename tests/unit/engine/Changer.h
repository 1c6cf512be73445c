// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Changes of a tree, made at random.

#include "Trees.h"

namespace trees {

/// Changes a tree the way that people do, by a seed.
class Changer
{
public:
    Changer(std::string root, unsigned seed)
        : m_root(std::move(root))
        , m_random(seed)
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

    void step()
    {
        const auto entries = all(false);
        const std::string fresh = newPath();
        const std::string old = entries.empty() ? fresh : entries[pick(entries.size())];
        switch (pick(11)) {
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
            if (!exists(fresh) && exists(old))
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
        default: {
            struct stat info;
            if (::lstat(old.c_str(), &info) == 0 && S_ISREG(info.st_mode)) {
                must(::chmod(old.c_str(), 0600 + static_cast<mode_t>(pick(64))) == 0, old);
                const int fd = ::open(old.c_str(), O_WRONLY | O_CLOEXEC);
                must(fd >= 0 && ::pwrite(fd, "changed", 7, static_cast<off_t>(pick(30'000))) == 7, old);
                ::close(fd);
            }
        }
        }
    }

    std::string m_root;
    std::mt19937 m_random;
};

} // namespace trees
