// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Small ext4 disks of our own that are filled, set to read only, that fail, or whose power is cut. Root only.

#include "tests/support/OwnMount.h"
#include "tests/unit/engine/Trees.h"

#include <sys/ioctl.h>
#include <sys/mount.h>

namespace disks {

using namespace trees;

/// What a disk has when its power goes. ext4 stops at once; nothing is written any more.
enum class Cut {
    AtOnce = 2,     ///< only what was synced
    NamesFirst = 1, ///< all names, sizes and attributes until then, but contents only if they were synced
};

/// An ext4 in a file. Fails the test when it cannot be made.
class Disk
{
public:
    Disk(std::string folder, const QString& size, const QStringList& features = {})
        : m_folder(std::move(folder))
    {
        trees::folder(m_folder);
        trees::folder(at());
        run(QStringLiteral("truncate"), {QStringLiteral("-s"), size, path(image())});
        run(QStringLiteral("mkfs.ext4"),
            QStringList{QStringLiteral("-q"), QStringLiteral("-F")} << features << path(image()));
    }
    ~Disk() { ::umount2(at().c_str(), MNT_DETACH); }
    Disk(const Disk&) = delete;
    Disk& operator=(const Disk&) = delete;

    std::string at() const { return m_folder + "/mnt"; }
    std::string image() const { return m_folder + "/image"; }

    void mount(const QString& options = {}) const
    {
        mountFrom(image(), options.isEmpty() ? QStringLiteral("loop") : QStringLiteral("loop,") + options);
    }
    void remount(const QString& options) const
    {
        run(QStringLiteral("mount"), {QStringLiteral("-o"), QStringLiteral("remount,") + options, path(at())});
    }
    void unmount() const { must(::umount(at().c_str()) == 0, "umount " + at()); }

    /// Keeps, and brings back, what is on the disk; while it is not mounted.
    void save() const { copy(image(), image() + ".saved"); }
    void restore() const { copy(image() + ".saved", image()); }

    void cut(Cut how) const
    {
        const int fd = ::open(at().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        const auto flag = static_cast<std::uint32_t>(how);
        constexpr unsigned long shutdown = 0x8004587d; // FS_IOC_SHUTDOWN
        must(fd >= 0 && ::ioctl(fd, shutdown, &flag) == 0, "shut down " + at());
        ::close(fd);
    }

protected:
    void mountFrom(const std::string& from, const QString& options) const
    {
        run(QStringLiteral("mount"),
            {QStringLiteral("-t"), QStringLiteral("ext4"), QStringLiteral("-o"), options, path(from), path(at())});
    }

private:
    static QString path(const std::string& name) { return QFile::decodeName(name.c_str()); }
    static void run(const QString& program, const QStringList& arguments)
    {
        if (const QByteArray said = output(program, arguments); !said.isEmpty())
            qFatal("%s", said.constData());
    }
    /// Onto a new file: the loop device of the old one may still be about to go.
    static void copy(const std::string& from, const std::string& to)
    {
        ::unlink(to.c_str());
        run(QStringLiteral("cp"), {QStringLiteral("--sparse=always"), path(from), path(to)});
    }

    std::string m_folder;
};

} // namespace disks
