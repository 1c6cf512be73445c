// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hosts/Prompter.h"

#include "core/engine/Result.h"

#include <QByteArray>

#include <functional>
#include <optional>

namespace bascule {

// ssh asks through a program of ours (SSH_ASKPASS), which hands the question over a private socket to the process that
// started ssh, and the answer back. Nothing secret is in an argument, the environment or a file.

/// Names the socket in ssh's environment.
inline constexpr auto kAskpassVariable = "BASCULE_ASKPASS_SOCKET";

/// Called first in every main: when ssh started us to ask, does that and returns the exit status.
std::optional<int> askpassMain(int argc, char** argv);

/// What ssh said as a prompt: kind, host, user, fingerprint. Pure.
Prompt readPrompt(const QByteArray& text);
/// True of a host key prompt for a server of which other keys are known already: that is a changed server.
bool knowsOtherKeys(const QByteArray& prompt);

/// The listening end, at a path of a 0700 folder. Used on one thread.
class AskpassSocket
{
public:
    /// "ssh.no-private-folder" with the system's error as detail.
    static Result<std::unique_ptr<AskpassSocket>> listen(const QByteArray& path);
    ~AskpassSocket();
    AskpassSocket(const AskpassSocket&) = delete;
    AskpassSocket& operator=(const AskpassSocket&) = delete;

    const QByteArray& path() const { return m_path; }
    /// Puts what waits, if anything does, to `reply` and sends what comes back; nothing (no reply) makes ssh go
    /// without. Returns at once when nothing waits. Only processes of the same user are listened to.
    void serve(const std::function<std::optional<Secret>(const QByteArray& prompt)>& reply);

private:
    AskpassSocket(int fd, QByteArray path);
    int m_fd;
    QByteArray m_path;
};

} // namespace bascule
