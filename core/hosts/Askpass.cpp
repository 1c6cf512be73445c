// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/Askpass.h"

#include "core/base/Base.h"

#include <QRegularExpression>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t longestPrompt = 16 * 1024, longestAnswer = 4096;

bool fill(sockaddr_un& address, const char* path)
{
    address = {};
    address.sun_family = AF_UNIX;
    if (std::strlen(path) >= sizeof address.sun_path)
        return false;
    std::strcpy(address.sun_path, path);
    return true;
}

bool sameUser(int fd)
{
    struct ucred peer = {};
    socklen_t size = sizeof peer;
    return ::getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == ::geteuid();
}

bool sendAll(int fd, const char* bytes, std::size_t size)
{
    while (size > 0) {
        const ssize_t sent = ::send(fd, bytes, size, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent <= 0)
            return false;
        bytes += sent;
        size -= std::size_t(sent);
    }
    return true;
}

bool writeAll(int fd, const char* bytes, std::size_t size)
{
    while (size > 0) {
        const ssize_t put = ::write(fd, bytes, size);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        bytes += put;
        size -= std::size_t(put);
    }
    return true;
}

/// Up to the other side's end of sending; at most `most`.
std::size_t readToEnd(int fd, char* bytes, std::size_t most)
{
    std::size_t size = 0;
    while (size < most) {
        const ssize_t got = ::recv(fd, bytes + size, most - size, 0);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        size += std::size_t(got);
    }
    return size;
}

/// The asking end. The answer begins with '+'; anything else is none.
int askThrough(const char* path, const char* prompt)
{
    sockaddr_un address;
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0 || !fill(address, path) ||
        ::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 || !sameUser(fd) ||
        !sendAll(fd, prompt, std::min(std::strlen(prompt), longestPrompt)) || ::shutdown(fd, SHUT_WR) != 0)
        return 1;
    std::array<char, longestAnswer> answer{};
    const std::size_t size = readToEnd(fd, answer.data(), answer.size());
    ::close(fd);
    bool given = size > 0 && answer[0] == '+';
    if (given)
        given = writeAll(STDOUT_FILENO, answer.data() + 1, size - 1) && writeAll(STDOUT_FILENO, "\n", 1);
    wipeBytes(answer.data(), answer.size());
    return given ? 0 : 1;
}

} // namespace

std::optional<int> askpassMain(int argc, char** argv)
{
    const char* path = std::getenv(kAskpassVariable);
    if (!path || argc != 2)
        return {};
    keepSecretsFromDumps();
    // "none": a notice, e.g. to touch a hardware key; nobody answers it. "confirm": for agents, which ask on their own.
    const char* sort = std::getenv("SSH_ASKPASS_PROMPT");
    if (sort && std::strcmp(sort, "none") == 0)
        return 0;
    if (sort && std::strcmp(sort, "confirm") == 0)
        return 1;
    return askThrough(path, argv[1]);
}

Prompt readPrompt(const QByteArray& text)
{
    static const QRegularExpression key(u"authenticity of host '(?:\\[?([^\\s\\]']+)\\]?)[^']*' can't be"_s);
    static const QRegularExpression print(u"^(\\S+) key fingerprint is (SHA256:[A-Za-z0-9+/]+)\\.?$"_s,
                                          QRegularExpression::MultilineOption);
    static const QRegularExpression password(u"^([^@\\s]+(?:@[^@\\s]+)?)@(\\S+)'s password: ?$"_s);
    static const QRegularExpression interactive(u"^\\((\\S+)@([^@\\s]+)\\) (.*)$"_s,
                                                QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression asksPassword(u"pass ?word"_s, QRegularExpression::CaseInsensitiveOption);
    Prompt prompt;
    const QString said = QString::fromUtf8(text);
    prompt.text = displayPath(text.trimmed());
    if (const auto host = key.match(said); host.hasMatch()) {
        prompt.kind = Prompt::Kind::HostKey;
        prompt.host = host.captured(1);
        const auto found = print.match(said);
        prompt.keyType = found.captured(1);
        prompt.fingerprint = found.captured(2);
    } else if (const auto asked = password.match(said); asked.hasMatch()) {
        prompt.kind = Prompt::Kind::Password;
        prompt.user = asked.captured(1);
        prompt.host = asked.captured(2);
    } else if (said.startsWith("Enter passphrase for"_L1)) {
        prompt.kind = Prompt::Kind::Passphrase;
    } else if (const auto question = interactive.match(said); question.hasMatch()) {
        prompt.user = question.captured(1);
        prompt.host = question.captured(2);
        const bool plain = asksPassword.match(question.captured(3)).hasMatch() && question.captured(3).size() < 40;
        prompt.kind = plain ? Prompt::Kind::Password : Prompt::Kind::Other;
    }
    return prompt;
}

bool knowsOtherKeys(const QByteArray& prompt)
{
    return prompt.contains("keys of different type are already known") || prompt.contains("key found for host");
}

AskpassSocket::AskpassSocket(int fd, QByteArray path)
    : m_fd(fd)
    , m_path(std::move(path))
{
}

AskpassSocket::~AskpassSocket()
{
    ::close(m_fd);
    ::unlink(m_path.constData());
}

Result<std::unique_ptr<AskpassSocket>> AskpassSocket::listen(const QByteArray& path)
{
    sockaddr_un address;
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    const bool good = fd >= 0 && fill(address, path.constData()) &&
                      ::bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
                      ::chmod(path.constData(), 0600) == 0 && ::listen(fd, 4) == 0;
    if (!good) {
        const int number = errno;
        if (fd >= 0)
            ::close(fd);
        return makeError("ssh.no-private-folder", displayPath(path), {}, QString::fromLocal8Bit(std::strerror(number)));
    }
    return std::unique_ptr<AskpassSocket>(new AskpassSocket(fd, path));
}

void AskpassSocket::serve(const std::function<std::optional<Secret>(const QByteArray& prompt)>& reply)
{
    const int fd = ::accept4(m_fd, nullptr, nullptr, SOCK_CLOEXEC);
    if (fd < 0)
        return;
    // A child of ours sends at once; who does not must not hold up the job.
    const struct timeval patience = {1, 0};
    ::setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    if (sameUser(fd)) {
        QByteArray prompt(qsizetype(longestPrompt), '\0');
        prompt.truncate(qsizetype(readToEnd(fd, prompt.data(), longestPrompt)));
        if (auto answer = reply(prompt); answer && std::size_t(answer->view().size()) < longestAnswer) {
            if (sendAll(fd, "+", 1))
                sendAll(fd, answer->view().data(), std::size_t(answer->view().size()));
        }
    }
    ::close(fd);
}

} // namespace bascule
