// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/Child.h"

#include <cerrno>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace bascule {

Child::Child() = default;

Child::~Child()
{
    end();
    closeInput();
}

bool Child::start(const Command& command, const QProcessEnvironment& environment)
{
    int ends[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return false;
    m_input = ends[0];
    m_process.setProcessEnvironment(environment);
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setChildProcessModifier([from = ends[1]] { ::dup2(from, STDIN_FILENO); });
    m_process.start(command.programName(), command.argumentList());
    const bool started = m_process.waitForStarted(5000);
    ::close(ends[1]);
    return started;
}

void Child::take()
{
    out += m_process.readAllStandardOutput();
    err += m_process.readAllStandardError();
}

bool Child::wait(int ms)
{
    if (m_process.state() == QProcess::NotRunning) {
        take();
        return false;
    }
    m_process.waitForReadyRead(ms);
    take();
    // waitForReadyRead() sees to stdout only; what came on stderr meanwhile is taken above, too.
    if (m_process.state() == QProcess::NotRunning) {
        take();
        return false;
    }
    return true;
}

bool Child::feed(QByteArray& bytes)
{
    while (m_input >= 0 && !bytes.isEmpty()) {
        const ssize_t put = ::send(m_input, bytes.constData(), std::size_t(bytes.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
            return true;
        if (put < 0) {
            closeInput();
            return false;
        }
        bytes.remove(0, put);
    }
    return m_input >= 0 || bytes.isEmpty();
}

bool Child::feedSecret(QByteArrayView bytes)
{
    return m_input >= 0 && ::send(m_input, bytes.data(), std::size_t(bytes.size()), MSG_NOSIGNAL | MSG_DONTWAIT) ==
                               ssize_t(bytes.size());
}

void Child::closeInput()
{
    if (m_input >= 0)
        ::close(m_input);
    m_input = -1;
}

void Child::end()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    if (const qint64 pid = m_process.processId(); pid > 0)
        ::kill(pid_t(pid), SIGTERM);
    if (!m_process.waitForFinished(400)) {
        m_process.kill();
        m_process.waitForFinished(1000);
    }
    take();
}

int Child::exitCode() const
{
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

} // namespace bascule
