// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/SshFolder.h"

#include <QDir>
#include <QFile>
#include <QProcess>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

constexpr auto prefix = "bascule-ssh-";
/// What OpenSSH adds to a control path while it makes it, and the longest names of ours; sun_path holds 108 bytes.
constexpr qsizetype room = 108 - 40;

bool isPrivate(const QByteArray& folder)
{
    struct stat info;
    return ::lstat(folder.constData(), &info) == 0 && S_ISDIR(info.st_mode) && info.st_uid == ::geteuid() &&
           (info.st_mode & 0077) == 0;
}

/// The session's own folder where there is one; it is emptied at logout.
QByteArray base()
{
    const QByteArray runtime = qgetenv("XDG_RUNTIME_DIR");
    const bool fits = runtime.startsWith('/') && runtime.size() + 24 < room && isPrivate(runtime);
    return fits ? runtime : QByteArray("/tmp");
}

/// Ends the connection behind a control socket, then nobody listens there any more.
void endMaster(const QString& socket)
{
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"ssh"_s,
                  {u"-F"_s, u"none"_s, u"-o"_s, u"ControlPath="_s + socket, u"-O"_s, u"exit"_s, u"--"_s, u"gone"_s});
    if (!process.waitForFinished(2000)) {
        process.kill();
        process.waitForFinished(500);
    }
}

void clear(const QByteArray& folder, bool endMasters)
{
    QDir dir(QFile::decodeName(folder));
    for (const QFileInfo& entry :
         dir.entryInfoList(QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot)) {
        if (endMasters && entry.fileName().startsWith(u"m"))
            endMaster(entry.filePath());
        ::unlink(QFile::encodeName(entry.filePath()).constData());
    }
    ::rmdir(folder.constData());
}

/// Folders whose process is gone, with connections that may still be up.
void clearLeftovers(const QByteArray& where)
{
    const QDir dir(QFile::decodeName(where));
    for (const QString& name : dir.entryList({QLatin1String(prefix) + u'*'}, QDir::Dirs | QDir::Hidden)) {
        const QByteArray folder = where + '/' + QFile::encodeName(name);
        if (!isPrivate(folder))
            continue;
        const int lock = ::open((folder + "/lock").constData(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
        if (lock < 0)
            continue; // just being made, or just being removed
        if (::flock(lock, LOCK_EX | LOCK_NB) == 0)
            clear(folder, true);
        ::close(lock);
    }
}

Error failed(const QByteArray& path)
{
    return makeError("ssh.no-private-folder", displayPath(path), {}, QString::fromLocal8Bit(std::strerror(errno)));
}

} // namespace

SshFolder::SshFolder(QByteArray path, int lock)
    : m_path(std::move(path))
    , m_lock(lock)
{
}

SshFolder::~SshFolder()
{
    clear(m_path, false);
    ::close(m_lock);
}

Result<std::unique_ptr<SshFolder>> SshFolder::make()
{
    const QByteArray where = base();
    clearLeftovers(where);
    QByteArray path = where + '/' + prefix + "XXXXXX";
    if (!::mkdtemp(path.data()))
        return failed(path);
    const int lock = ::open((path + "/lock").constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (lock < 0 || ::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        const Error error = failed(path);
        if (lock >= 0)
            ::close(lock);
        clear(path, false);
        return error;
    }
    return std::unique_ptr<SshFolder>(new SshFolder(path, lock));
}

} // namespace bascule
