// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runbook/RunLock.h"

#include "core/engine/HostLooks.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSysInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

QByteArray projectKey(const QString& projectFile)
{
    const QFileInfo info(projectFile);
    const QString path = info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
    return "project-" + QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex().left(32);
}

Result<QByteArray> rootKey(const std::string& root)
{
    struct stat info;
    if (::stat(root.c_str(), &info) != 0)
        return systemError(errno, root, "stat", Severity::Fatal);
    return QByteArray("root-") + QByteArray::number(quint64(info.st_dev)) + '-' +
           QByteArray::number(quint64(info.st_ino));
}

QJsonObject readHolder(int file)
{
    char buffer[1024];
    const ssize_t got = ::pread(file, buffer, sizeof buffer, 0);
    return got > 0 ? QJsonDocument::fromJson(QByteArray(buffer, got)).object() : QJsonObject();
}

Error lockedBy(const QString& subject, const QJsonObject& holder)
{
    return makeError("run.locked", subject,
                     {{"pid", std::int64_t(holder[u"pid"].toInteger())},
                      {"host", holder[u"host"].toString().toStdString()},
                      {"since", holder[u"since"].toString().toStdString()},
                      {"purpose", holder[u"purpose"].toString().toStdString()}});
}

/// The locked file, or an error; an inherited descriptor would keep the lock past our end.
Result<int> lockFile(const std::string& path, const QString& subject, const QByteArray& words)
{
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return systemError(errno, path, "open", Severity::Fatal);
    // Somebody who only looks (holder()) has it for an instant.
    int locked = ::flock(file, LOCK_EX | LOCK_NB);
    for (int attempt = 0; locked != 0 && errno == EWOULDBLOCK && attempt < 5; ++attempt) {
        ::usleep(20'000);
        locked = ::flock(file, LOCK_EX | LOCK_NB);
    }
    if (locked != 0) {
        const int number = errno;
        const Error error = number == EWOULDBLOCK ? lockedBy(subject, readHolder(file))
                                                  : systemError(number, path, "flock", Severity::Fatal);
        ::close(file);
        return error;
    }
    if (::ftruncate(file, 0) != 0 || ::pwrite(file, words.constData(), std::size_t(words.size()), 0) < 0) {
        const Error error = systemError(errno, path, "write", Severity::Fatal);
        ::close(file);
        return error;
    }
    return file;
}

/// The folder itself, as a helper holds it for somebody elsewhere; -1 where the file system has no such locks.
Result<int> holdHere(const HostPath& root)
{
    auto held = engine::holdFolder(root.path);
    if (held)
        return *held;
    Error error = held.error();
    if (error.code != "run.locked")
        return -1;
    error.subject = root.shown().toStdString();
    error.params["host"] = QSysInfo::machineHostName().toStdString();
    return error;
}

} // namespace

std::string stateFolder()
{
    const QByteArray own = qgetenv("BASCULE_STATE_DIR");
    if (!own.isEmpty())
        return own.toStdString();
    const QByteArray state = qgetenv("XDG_STATE_HOME");
    if (!state.isEmpty())
        return state.toStdString() + "/bascule";
    return QDir::homePath().toLocal8Bit().toStdString() + "/.local/state/bascule";
}

Result<std::unique_ptr<RunLock>> RunLock::take(const QString& projectFile, const std::vector<HostPath>& roots,
                                               const QString& purpose, const Clock& clock, std::stop_token stop)
{
    const std::string folder = stateFolder() + "/runs";
    if (!QDir().mkpath(QString::fromLocal8Bit(folder.c_str())))
        return systemError(errno, folder, "mkdir", Severity::Fatal);
    const QByteArray words = QJsonDocument(QJsonObject{{u"pid"_s, qint64(::getpid())},
                                                       {u"host"_s, QSysInfo::machineHostName()},
                                                       {u"since"_s, clock.now().toString(Qt::ISODate)},
                                                       {u"purpose"_s, purpose},
                                                       {u"project"_s, projectFile}})
                                 .toJson(QJsonDocument::Compact);
    std::unique_ptr<RunLock> lock(new RunLock);
    auto project =
        lockFile(folder + '/' + projectKey(projectFile).toStdString(), displayPath(projectFile.toUtf8()), words);
    if (!project)
        return project.error();
    lock->m_files.push_back(project.value());
    QByteArrayList taken;
    for (const HostPath& root : roots) {
        if (!root.isHere()) {
            auto held = FolderHold::take(root, stop);
            if (!held)
                return held.error();
            lock->m_holds.push_back(std::move(*held));
            continue;
        }
        auto key = rootKey(root.path);
        if (!key)
            return key.error();
        if (taken.contains(key.value()))
            continue;
        taken.append(key.value());
        auto file = lockFile(folder + '/' + key.value().toStdString(), root.shown(), words);
        if (!file)
            return file.error();
        lock->m_files.push_back(file.value());
        const auto held = holdHere(root);
        if (!held)
            return held.error();
        if (*held >= 0)
            lock->m_files.push_back(*held);
    }
    return lock;
}

RunLock::~RunLock()
{
    for (const auto& hold : m_holds)
        hold->letGo();
    for (const int file : m_files)
        ::close(file);
}

QJsonObject RunLock::holder(const QString& projectFile)
{
    const std::string path = stateFolder() + "/runs/" + projectKey(projectFile).toStdString();
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return {};
    QJsonObject words;
    if (::flock(file, LOCK_SH | LOCK_NB) != 0)
        words = readHolder(file);
    ::close(file);
    return words;
}

} // namespace bascule
