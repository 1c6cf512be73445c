// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/TerminalPrompter.h"

#include "app/cli/Arguments.h"
#include "app/cli/Tr.h"
#include "core/base/Base.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

namespace bascule::cli {

using namespace Qt::StringLiterals;

namespace {

/// The terminal without echo while this lives.
class Quiet
{
public:
    explicit Quiet(int fd)
        : m_fd(fd)
    {
        if (::tcgetattr(fd, &m_before) != 0)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        silent.c_lflag |= tcflag_t(ECHONL);
        m_changed = ::tcsetattr(fd, TCSAFLUSH, &silent) == 0;
    }
    ~Quiet()
    {
        if (m_changed)
            ::tcsetattr(m_fd, TCSAFLUSH, &m_before);
    }
    Quiet(const Quiet&) = delete;
    Quiet& operator=(const Quiet&) = delete;

private:
    int m_fd;
    termios m_before = {};
    bool m_changed = false;
};

/// A line, byte by byte so that the next stays for the next question. Nothing at the end, for a stop, or when it is too
/// long to be a password.
std::optional<Secret> readLine(int fd, const std::stop_token& stop)
{
    std::array<char, 4096> line{};
    std::size_t size = 0;
    std::optional<Secret> given;
    while (size < line.size() && !stop.stop_requested()) {
        pollfd wanted = {fd, POLLIN, 0};
        const int ready = ::poll(&wanted, 1, 100);
        if (ready == 0 || (ready < 0 && errno == EINTR))
            continue;
        const ssize_t got = ready < 0 ? -1 : ::read(fd, line.data() + size, 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0) {
            if (size > 0)
                given = Secret(QByteArrayView(line.data(), qsizetype(size)));
            break;
        }
        if (line[size] == '\n') {
            if (size > 0 && line[size - 1] == '\r')
                --size;
            given = Secret(QByteArrayView(line.data(), qsizetype(size)));
            break;
        }
        ++size;
    }
    wipeBytes(line.data(), line.size());
    return given;
}

QString question(const Prompt& prompt)
{
    const QString who = prompt.user.isEmpty() ? prompt.host : prompt.user + u'@' + prompt.host;
    switch (prompt.kind) {
    case Prompt::Kind::HostKey:
        return Tr::tr("The server “%1” is not known yet. Its key is %2 %3.")
                   .arg(prompt.host, prompt.keyType, prompt.fingerprint) +
               u'\n' + Tr::tr("Compare it with what “ssh-keygen -lf” says on the server. Accept it? [yes/No]");
    case Prompt::Kind::Password:
        return Tr::tr("Password of %1:").arg(who);
    case Prompt::Kind::SudoPassword:
        return Tr::tr("Your password for sudo on %1:").arg(who);
    case Prompt::Kind::Passphrase:
    case Prompt::Kind::Other:
        break;
    }
    return prompt.text;
}

} // namespace

Answer TerminalPrompter::ask(const Prompt& prompt, std::stop_token stop)
{
    const std::lock_guard lock(m_mutex);
    if (prompt.kind == Prompt::Kind::HostKey && !m_wishes.hostKey.isEmpty())
        return prompt.fingerprint == m_wishes.hostKey ? Answer::given() : Answer::refused();
    if (prompt.kind != Prompt::Kind::HostKey && m_wishes.passwordFd >= 0) {
        auto line = readLine(m_wishes.passwordFd, stop);
        return line ? Answer::given(std::move(*line)) : Answer::nobodyThere();
    }
    return onTerminal(prompt, stop);
}

Answer TerminalPrompter::onTerminal(const Prompt& prompt, const std::stop_token& stop) const
{
    const int fd = ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        return Answer::nobodyThere();
    QByteArray asked = "\r\x1b[K";
    QString words = question(prompt);
    if (prompt.keeping == Prompt::Keeping::NoKeyring)
        words.prepend(Tr::tr("No keyring answers: what you type is not kept.") + u'\n');
    for (const QString& line : words.split(u'\n'))
        asked += (asked.size() > 4 ? "\r\n" : "") + displayPath(line.toUtf8()).toUtf8();
    asked += ' ';
    Answer answer = Answer::refused();
    if (::write(fd, asked.constData(), std::size_t(asked.size())) == asked.size()) {
        if (prompt.kind == Prompt::Kind::HostKey) {
            const auto line = readLine(fd, stop);
            if (line && yesNo(QString::fromUtf8(line->view())).value_or(false))
                answer = Answer::given();
        } else {
            const Quiet quiet(fd);
            if (auto line = readLine(fd, stop)) {
                answer = Answer::given(std::move(*line));
                // It is offered only where --keyring asked for it.
                answer.keep = prompt.keeping == Prompt::Keeping::Offered;
            }
        }
    }
    ::close(fd);
    return answer;
}

} // namespace bascule::cli
