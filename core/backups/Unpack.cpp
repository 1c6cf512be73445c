// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backups/Unpack.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {
constexpr int maxProblems = 200;
constexpr int folderFlags = O_PATH | O_DIRECTORY | O_CLOEXEC;

bool endsEverything(int number)
{
    return number == ENOSPC || number == EDQUOT || number == EIO || number == EROFS || number == EMFILE ||
           number == ENFILE;
}
} // namespace

int openBeneath(int root, const std::string& path, int flags, unsigned mode)
{
    struct open_how how
    {
    };
    how.flags = std::uint64_t(flags);
    how.mode = (flags & O_CREAT) ? mode : 0;
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
    return int(::syscall(SYS_openat2, root, path.empty() ? "." : path.c_str(), &how, sizeof how));
}

Unpacker::Unpacker(const std::string& folder)
    : m_folder(folder)
    , m_root(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC))
{
    if (m_root < 0)
        m_fatal = errno;
}

Unpacker::~Unpacker()
{
    closeFile();
    if (m_parent >= 0)
        ::close(m_parent);
    if (m_root >= 0)
        ::close(m_root);
}

void Unpacker::closeFile()
{
    if (m_file >= 0)
        ::close(m_file);
    m_file = -1;
}

Result<void> Unpacker::ready() const
{
    if (m_fatal != 0)
        return systemError(m_fatal, displayPath(m_folder).toStdString(), "restore", Severity::Fatal);
    return {};
}

void Unpacker::refuse(const char* code, const QJsonObject& params, bool note)
{
    if (++m_refused <= maxProblems)
        m_problems.append(backupProblem(code, displayPath(m_entry.stored), params, note));
}

void Unpacker::refuseErrno(int number)
{
    if (endsEverything(number))
        m_fatal = number;
    else if (number == ELOOP || number == EXDEV)
        refuse("backup.entry-outside");
    else
        refuse("backup.entry-not-restored", {{u"detail"_s, QString::fromLocal8Bit(std::strerror(number))}});
}

/// The folder that `path` lies in, made where the archive did not name it.
int Unpacker::parentOf(const std::string& path, std::string& name)
{
    const auto slash = path.rfind('/');
    const std::string parent = slash == std::string::npos ? std::string() : path.substr(0, slash);
    name = slash == std::string::npos ? path : path.substr(slash + 1);
    if (m_parent >= 0 && parent == m_parentPath)
        return m_parent;
    if (m_parent >= 0)
        ::close(m_parent);
    m_parent = openBeneath(m_root, parent, folderFlags);
    for (std::size_t at = 0; m_parent < 0 && errno == ENOENT && at != std::string::npos;) {
        at = parent.find('/', at + 1);
        const std::string upper = parent.substr(0, at);
        const auto cut = upper.rfind('/');
        const int above = openBeneath(m_root, cut == std::string::npos ? "" : upper.substr(0, cut), folderFlags);
        if (above < 0)
            break;
        const int made = ::mkdirat(above, upper.substr(cut == std::string::npos ? 0 : cut + 1).c_str(), 0700);
        const int number = errno;
        ::close(above);
        if (made != 0 && number != EEXIST) {
            errno = number;
            break;
        }
        if (at == std::string::npos)
            m_parent = openBeneath(m_root, parent, folderFlags);
        else
            errno = ENOENT;
    }
    m_parentPath = parent;
    return m_parent;
}

Result<void> Unpacker::begin(const ArchiveEntry& entry)
{
    if (auto fine = ready(); !fine)
        return fine;
    m_entry = entry;
    if (entry.upwards) {
        refuse("backup.entry-outside");
        return {};
    }
    if (entry.absolute && m_files + m_folders == 0)
        refuse("backup.entries-absolute", {}, true);
    if (entry.kind == 'b' || entry.kind == 'c' || entry.kind == 'p' || entry.kind == 's') {
        refuse("backup.special-left-out", {{u"kind"_s, QString(QLatin1Char(entry.kind))}}, true);
        return {};
    }
    if (entry.path.empty())
        return {};
    std::string name;
    const int parent = parentOf(entry.path, name);
    if (parent < 0) {
        refuseErrno(errno);
    } else {
        switch (entry.kind) {
        case 'd':
            makeFolder(parent, name);
            break;
        case 'l':
            makeLink(entry, parent, name);
            break;
        case 'h':
            makeHardLink(entry, parent, name);
            break;
        default:
            makeFile(entry, parent, name);
            break;
        }
    }
    return ready();
}

void Unpacker::makeFolder(int parent, const std::string& name)
{
    struct stat info
    {
    };
    if (::mkdirat(parent, name.c_str(), 0700) == 0) {
        ++m_folders;
    } else if (errno != EEXIST) {
        refuseErrno(errno);
    } else if (::fstatat(parent, name.c_str(), &info, AT_SYMLINK_NOFOLLOW) == 0 && !S_ISDIR(info.st_mode)) {
        refuse("backup.entry-outside");
    }
}

void Unpacker::makeFile(const ArchiveEntry& entry, int parent, const std::string& name)
{
    constexpr int flags = O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC;
    m_file = ::openat(parent, name.c_str(), flags, 0600);
    if (m_file < 0 && errno == EEXIST && ::unlinkat(parent, name.c_str(), 0) == 0)
        m_file = ::openat(parent, name.c_str(), flags, 0600); // a later entry of the same name is the newer one
    if (m_file < 0) {
        refuseErrno(errno);
        return;
    }
    // All-hole files have no data at all, and trailing holes none at their end.
    if (entry.size > 0 && ::ftruncate(m_file, entry.size) != 0)
        refuseErrno(errno);
    ++m_files;
}

void Unpacker::makeLink(const ArchiveEntry& entry, int parent, const std::string& name)
{
    int made = ::symlinkat(entry.linkTarget.c_str(), parent, name.c_str());
    if (made != 0 && errno == EEXIST && ::unlinkat(parent, name.c_str(), 0) == 0)
        made = ::symlinkat(entry.linkTarget.c_str(), parent, name.c_str());
    if (made != 0) {
        refuseErrno(errno);
        return;
    }
    ++m_files;
    if (entry.hasMtime) {
        const struct timespec when
        {
            time_t(entry.mtimeNs / 1'000'000'000), long(entry.mtimeNs % 1'000'000'000)
        };
        const struct timespec times[2] = {when, when};
        ::utimensat(parent, name.c_str(), times, AT_SYMLINK_NOFOLLOW);
    }
}

void Unpacker::makeHardLink(const ArchiveEntry& entry, int parent, const std::string& name)
{
    const auto slash = entry.linkTarget.rfind('/');
    const int from =
        openBeneath(m_root, slash == std::string::npos ? "" : entry.linkTarget.substr(0, slash), folderFlags);
    if (from < 0) {
        if (errno == ENOENT)
            refuse("backup.hard-link-lost", {{u"target"_s, displayPath(entry.linkTarget)}});
        else
            refuseErrno(errno);
        return;
    }
    const std::string target = slash == std::string::npos ? entry.linkTarget : entry.linkTarget.substr(slash + 1);
    int made = ::linkat(from, target.c_str(), parent, name.c_str(), 0);
    if (made != 0 && errno == EEXIST && entry.linkTarget != entry.path && ::unlinkat(parent, name.c_str(), 0) == 0)
        made = ::linkat(from, target.c_str(), parent, name.c_str(), 0);
    const int number = errno;
    ::close(from);
    if (made != 0 && number == ENOENT)
        refuse("backup.hard-link-lost", {{u"target"_s, displayPath(entry.linkTarget)}});
    else if (made != 0)
        refuseErrno(number);
    else
        ++m_files;
    // Some archives carry the contents again with each name.
    if (made == 0 && entry.size > 0)
        m_file = openBeneath(m_root, entry.path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC);
}

Result<void> Unpacker::data(std::int64_t offset, const char* bytes, std::size_t size)
{
    if (m_file < 0)
        return {};
    while (size > 0) {
        const ssize_t written = ::pwrite(m_file, bytes, size, offset);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0) {
            refuseErrno(errno);
            closeFile();
            return ready();
        }
        bytes += written;
        size -= std::size_t(written);
        offset += written;
        m_bytes += written;
    }
    return {};
}

Result<void> Unpacker::end()
{
    if (m_file < 0)
        return {};
    for (const auto& [name, value] : m_entry.xattrs) {
        if (name.rfind("user.", 0) == 0)
            ::fsetxattr(m_file, name.c_str(), value.data(), value.size(), 0);
    }
    ::fchmod(m_file, (m_entry.mode & 0777) | 0600);
    if (m_entry.hasMtime) {
        std::int64_t seconds = m_entry.mtimeNs / 1'000'000'000, rest = m_entry.mtimeNs % 1'000'000'000;
        if (rest < 0) {
            rest += 1'000'000'000;
            --seconds;
        }
        const struct timespec when
        {
            time_t(seconds), long(rest)
        };
        const struct timespec times[2] = {when, when};
        ::futimens(m_file, times);
    }
    closeFile();
    return {};
}

Result<void> Unpacker::settle()
{
    closeFile();
    if (m_root >= 0 && ::syncfs(m_root) != 0 && m_fatal == 0)
        m_fatal = errno;
    return ready();
}

} // namespace bascule
