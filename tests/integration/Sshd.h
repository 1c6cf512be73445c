// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <arpa/inet.h>
#include <csignal>
#include <filesystem>
#include <netinet/in.h>
#include <pwd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

/// A real sshd on a loopback port, with keys, configuration and a known_hosts of its own: the operator's ~/.ssh is
/// never touched. As root it takes any account, otherwise that of whoever runs the test.
class Sshd
{
public:
    Sshd()
    {
        std::filesystem::permissions(m_dir.path().toStdString(), std::filesystem::perms(0755));
        makeKey("host");
        makeKey("client");
        put("authorized_keys", read("client.pub"));
        ::mkdir("/run/sshd", 0755); // sshd as root wants it, and /run is emptied at each start
    }
    ~Sshd() { stop(); }
    Sshd(const Sshd&) = delete;
    Sshd& operator=(const Sshd&) = delete;

    QString path(const char* name) const { return m_dir.filePath(QString::fromUtf8(name)); }
    QByteArray bytes(const char* name) const { return QFile::encodeName(path(name)); }

    static QByteArray userName()
    {
        const struct passwd* user = ::getpwuid(::getuid());
        return user ? QByteArray(user->pw_name) : QByteArray("nobody");
    }

    void put(const char* name, const QByteArray& content, int mode = 0644)
    {
        QFile file(path(name));
        if (file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            file.write(content);
        file.close();
        ::chmod(bytes(name).constData(), mode_t(mode));
    }
    QByteArray read(const char* name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// An ed25519 key pair NAME and NAME.pub.
    bool makeKey(const char* name, const QByteArray& passphrase = {})
    {
        QFile::remove(path(name));
        return tool({QStringLiteral("ssh-keygen"), QStringLiteral("-q"), QStringLiteral("-t"),
                     QStringLiteral("ed25519"), QStringLiteral("-N"), QString::fromUtf8(passphrase),
                     QStringLiteral("-f"), path(name)})
            .has_value();
    }
    /// "SHA256:…" as ssh-keygen says it.
    QString fingerprint(const char* key) const
    {
        const auto said = tool({QStringLiteral("ssh-keygen"), QStringLiteral("-lf"), path(key)});
        return said ? QString::fromUtf8(*said).section(u' ', 1, 1) : QString();
    }

    static std::optional<QByteArray> tool(QStringList words)
    {
        QProcess process;
        process.setStandardInputFile(QProcess::nullDevice());
        const QString program = words.takeFirst();
        process.start(program, words);
        if (!process.waitForFinished(20'000) || process.exitCode() != 0)
            return {};
        return process.readAllStandardOutput();
    }

    /// A port of 127.0.0.1 that nobody listens on.
    static int freePort()
    {
        const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        ::bind(fd, reinterpret_cast<sockaddr*>(&address), size);
        ::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size);
        ::close(fd);
        return ntohs(address.sin_port);
    }

    /// False (with what it said in log()) when it does not come up. `more`: lines for sshd_config.
    bool start(const QByteArray& more = {})
    {
        stop();
        if (m_port == 0)
            m_port = freePort();
        put("sshd_config", more + "\nListenAddress 127.0.0.1\nPort " + QByteArray::number(m_port) + "\nHostKey " +
                               bytes("host") + "\nPidFile none\nStrictModes no\nUsePAM no\nAuthorizedKeysFile " +
                               bytes("authorized_keys") +
                               "\nPasswordAuthentication no\nKbdInteractiveAuthentication no\nPermitRootLogin yes\n"
                               "PrintMotd no\nMaxStartups 100\nUseDNS no\nLogLevel VERBOSE\n");
        m_server.setProcessChannelMode(QProcess::MergedChannels);
        m_server.setStandardInputFile(QProcess::nullDevice());
        m_server.setStandardOutputFile(path("sshd.log"), QIODevice::Append);
        m_server.start(QStringLiteral("/usr/sbin/sshd"),
                       {QStringLiteral("-D"), QStringLiteral("-e"), QStringLiteral("-f"), path("sshd_config")});
        if (!m_server.waitForStarted())
            return false;
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < 10'000) {
            if (answers())
                return true;
            if (m_server.waitForFinished(20))
                return false;
        }
        return false;
    }
    void stop()
    {
        if (m_server.state() == QProcess::NotRunning)
            return;
        m_server.kill();
        m_server.waitForFinished(5000);
    }
    /// The processes of sessions, and what was started in them.
    QList<qint64> sessions() const { return below(m_server.processId()); }
    /// As a cable that is pulled and a machine that goes down: the sessions end too, and nobody listens.
    void cut()
    {
        const QList<qint64> all = sessions();
        stop();
        for (const qint64 pid : all)
            ::kill(pid_t(pid), SIGKILL);
    }
    QByteArray log() const { return read("sshd.log"); }
    int port() const { return m_port; }
    QString address() const
    {
        return QString::fromUtf8(userName()) + QStringLiteral("@127.0.0.1:") + QString::number(m_port);
    }

    /// A configuration in place of ~/.ssh/config. `key`: the identity's name; `more`: lines before the rest.
    QByteArray config(const char* key = "client", const QByteArray& more = {})
    {
        put("ssh_config",
            more + "\nHost *\n  UserKnownHostsFile " + bytes("known_hosts") +
                "\n  GlobalKnownHostsFile none\n  IdentityAgent none\n  IdentitiesOnly yes\n  IdentityFile " +
                bytes(key) + "\n");
        return bytes("ssh_config");
    }
    /// Makes the server's key known, so that nobody is asked.
    void know()
    {
        const QByteArray key = read("host.pub").split(' ').value(1);
        put("known_hosts", "[127.0.0.1]:" + QByteArray::number(m_port) + " ssh-ed25519 " + key + "\n");
    }

private:
    static QList<qint64> below(qint64 pid)
    {
        QFile file(QStringLiteral("/proc/%1/task/%1/children").arg(pid));
        QList<qint64> found;
        if (pid <= 0 || !file.open(QIODevice::ReadOnly))
            return found;
        for (const QByteArray& child : file.readAll().split(' ')) {
            if (const qint64 number = child.trimmed().toLongLong(); number > 0)
                found << number << below(number);
        }
        return found;
    }
    bool answers() const
    {
        const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(quint16(m_port));
        const bool good = ::connect(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
        ::close(fd);
        return good;
    }

    QTemporaryDir m_dir;
    QProcess m_server;
    int m_port = 0;
};
