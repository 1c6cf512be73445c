// SPDX-License-Identifier: GPL-3.0-or-later
// Scripts over a connection: whatever the login shell is and says, and through sudo.
#include "core/hosts/Child.h"
#include "core/hosts/SshConnection.h"
#include "core/hosts/SshErrors.h"
#include "core/hosts/SshRun.h"

#include <QElapsedTimer>

#include <chrono>
#include <thread>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

constexpr int slice = 20;
/// What a login shell may say before we give up on it.
constexpr qsizetype mostNoise = 1 << 20;

/// One script at work: what was sent and what came.
struct Talk
{
    Child child;
    const QByteArray mark = sshrun::nonce(), ask = sshrun::nonce();
    QByteArray pending;
    bool started = false, closed = false;
    qsizetype noise = 0;

    /// Looks for the mark that begins the script's output, and cuts off what was said before.
    bool begins()
    {
        const auto from = started ? std::nullopt : sshrun::after(child.out, mark);
        if (!from)
            return false;
        noise = *from - mark.size() - 2;
        child.out.remove(0, *from);
        started = true;
        return true;
    }
    QByteArray errors() const
    {
        const auto from = sshrun::after(child.err, mark);
        return from ? child.err.mid(*from) : child.err;
    }
};

/// ssh ended with 255: of an established connection it often says nothing more than that it is gone.
Error lost(const QByteArray& said, const QString& subject)
{
    Error error = sshError(said, subject);
    if (error.code == "ssh.failed")
        error.code = "ssh.closed";
    return error;
}

} // namespace

Result<Secret> SshConnection::sudoPassword(Prompter* prompter, std::stop_token stop)
{
    const std::lock_guard lock(m_secretMutex);
    if (!m_sudo.isEmpty())
        return m_sudo.copy();
    Prompt prompt;
    prompt.kind = Prompt::Kind::SudoPassword;
    prompt.host = m_address.host;
    prompt.user = m_address.user;
    prompt.server = subject();
    Answer answer = prompter ? prompter->ask(prompt, stop) : Answer::nobodyThere();
    if (stop.stop_requested())
        return makeError("cancelled");
    if (answer.kind != Answer::Kind::Given)
        return makeError(answer.kind == Answer::Kind::Refused ? "ssh.not-answered" : "ssh.nobody-to-ask", subject());
    m_sudo = answer.secret.copy();
    Secret secret = std::move(answer.secret);
    if (answer.keep)
        answer.secret = secret.copy();
    m_sudoAsked.emplace(std::move(prompt), std::move(answer));
    return secret;
}

bool SshConnection::settleSudo(Prompter* prompter, bool accepted, std::stop_token stop)
{
    std::optional<std::pair<Prompt, Answer>> asked;
    {
        const std::lock_guard lock(m_secretMutex);
        asked.swap(m_sudoAsked);
        if (!accepted)
            m_sudo.wipe();
    }
    if (!asked)
        return false;
    if (prompter)
        prompter->settled(asked->first, asked->second, accepted, stop);
    return !accepted && asked->second.fromStore;
}

Result<ScriptResult> SshConnection::runOnce(const QByteArray& script, const QByteArray& input, const RunLimits& limits,
                                            bool sudo, Prompter* prompter, std::stop_token stop)
{
    Talk talk;
    talk.pending =
        sudo ? sshrun::sudoLine(talk.mark, talk.ask) : sshrun::plainLine(talk.mark, script.size()) + script + input;
    if (!talk.child.start(channelCommand(sshrun::kBootstrap), m_environment))
        return makeError("ssh.missing");
    QElapsedTimer clock;
    clock.start();
    qint64 waited = 0;
    bool passwordSent = false;
    for (bool running = true; running;) {
        running = talk.child.wait(slice);
        if (stop.stop_requested())
            return makeError("cancelled");
        if (talk.begins() && sudo) {
            if (passwordSent)
                settleSudo(prompter, true, stop);
            talk.pending += QByteArray::number(script.size()) + '\n' + script + input;
        }
        if (sudo && !talk.started && talk.child.err.contains(talk.ask)) {
            // Asked a second time: the first answer was wrong. One attempt a prompt, so that nobody is locked out.
            if (passwordSent) {
                m_sudoForgotten = settleSudo(prompter, false, stop);
                return makeError("sudo.wrong-password", subject());
            }
            const qint64 before = clock.elapsed();
            const auto password = sudoPassword(prompter, stop);
            waited += clock.elapsed() - before;
            if (!password)
                return password.error();
            talk.child.err.clear();
            passwordSent = talk.child.feedSecret(password.value().view()) && talk.child.feedSecret("\n");
        }
        talk.child.feed(talk.pending);
        if (!talk.closed && talk.pending.isEmpty() && (talk.started || !sudo)) {
            talk.child.closeInput();
            talk.closed = true;
        }
        if (!talk.started && talk.child.out.size() > mostNoise)
            return makeError("ssh.no-shell", subject());
        if ((talk.started && talk.child.out.size() > limits.output + 256) ||
            talk.child.err.size() > limits.output + 256)
            return makeError("ssh.output-too-long", subject(), {{"bytes", std::int64_t(limits.output)}});
        if (clock.elapsed() - waited > limits.timeoutMs)
            return makeError("ssh.command-timeout", subject(), {{"seconds", double(limits.timeoutMs) / 1000}},
                             displayPath(talk.errors().right(1000)));
    }
    ScriptResult result;
    result.noise = talk.noise;
    result.err = talk.errors();
    const int exit = talk.child.exitCode();
    if (!talk.started) {
        if (sudo && exit != 255) {
            Error error = sudoError(talk.child.err, subject());
            if (error.code == "sudo.wrong-password")
                m_sudoForgotten = settleSudo(prompter, false, stop);
            return error;
        }
        if (exit == 255)
            return lost(talk.child.err, subject());
        return makeError("ssh.no-shell", subject(), {},
                         displayPath((talk.child.err + talk.child.out).trimmed().right(1000)));
    }
    const auto status = sshrun::takeStatus(talk.child.out, talk.mark);
    if (!status)
        return exit == 255 ? lost(result.err, subject()) : makeError("ssh.closed", subject());
    result.status = *status;
    result.out = std::move(talk.child.out);
    return result;
}

Result<ScriptResult> SshConnection::run(const QByteArray& script, const QByteArray& input, const RunLimits& limits,
                                        std::stop_token stop)
{
    // Where the server allows one session at a time, the one before may be about to end: wait for it a little.
    for (int attempt = 0;; ++attempt) {
        auto result = runOnce(script, input, limits, false, nullptr, stop);
        if (result || result.error().code != "ssh.too-many-sessions" || attempt >= 5)
            return result;
        std::this_thread::sleep_for(std::chrono::milliseconds(150));
    }
}

Result<ScriptResult> SshConnection::runAsRoot(const QByteArray& script, const QByteArray& input,
                                              const RunLimits& limits, Prompter* prompter, std::stop_token stop)
{
    for (int attempt = 0;; ++attempt) {
        auto result = runOnce(script, input, limits, true, prompter, stop);
        // The kept password was not right any more, and is forgotten: this time a person is asked.
        if (!result && result.error().code == "sudo.wrong-password" && m_sudoForgotten.exchange(false) && attempt < 2)
            continue;
        if (result || result.error().code != "ssh.too-many-sessions" || attempt >= 5)
            return result;
        std::this_thread::sleep_for(std::chrono::milliseconds(150));
    }
}

} // namespace bascule
