// SPDX-License-Identifier: GPL-3.0-or-later
// Helpers over connections: started, through sudo where asked for, kept for the next call, ended.
#include "core/hosts/SshHelpers.h"

#include "core/hosts/SshConnection.h"
#include "core/hosts/SshErrors.h"
#include "core/hosts/SshRun.h"

#include <chrono>
#include <poll.h>
#include <thread>
#include <unistd.h>

namespace bascule {

using namespace Qt::StringLiterals;
using engine::wire::Channel;
using engine::wire::Helper;

namespace {

constexpr int lookMs = 20, mostSudoMs = 30'000;
constexpr int suspectMs = 8000;
constexpr int staySeconds = 120;                  ///< longer than it takes to come back after a cut that passes
constexpr std::size_t mostIdle = 2, mostLost = 4; ///< a server

std::vector<std::string> wordsOf(const Command& command)
{
    std::vector<std::string> words{command.program.toStdString()};
    for (const QByteArray& argument : command.arguments)
        words.push_back(argument.toStdString());
    return words;
}

std::vector<std::string> variablesOf(const QProcessEnvironment& environment)
{
    std::vector<std::string> variables;
    const QStringList lines = environment.toStringList();
    variables.reserve(std::size_t(lines.size()));
    for (const QString& line : lines)
        variables.push_back(line.toLocal8Bit().toStdString());
    return variables;
}

/// Something short, into a pipe that is empty.
bool write(const Channel& channel, QByteArrayView bytes)
{
    return ::write(channel.input(), bytes.data(), std::size_t(bytes.size())) == ssize_t(bytes.size());
}

/// Waits until sudo has let us in, which is said on the error stream; writes the password when sudo asks for it. False
/// when the channel ends instead.
Result<bool> passSudo(const Channel& channel, const QByteArray& mark, const QByteArray& ask, const Secret& password,
                      const QString& subject, const std::stop_token& stop)
{
    bool sent = false;
    for (int waited = 0; waited < mostSudoMs; waited += lookMs) {
        const QByteArray said = QByteArray::fromStdString(channel.errors());
        if (sshrun::after(said, mark))
            return true;
        const int asked = int(said.count(ask));
        if (asked > (sent ? 1 : 0) && (sent || password.isEmpty()))
            return makeError("sudo.wrong-password", subject);
        if (asked > 0 && !sent)
            sent = write(channel, password.view()) && write(channel, "\n");
        pollfd ended{channel.output(), 0, 0};
        if (::poll(&ended, 1, lookMs) > 0)
            return false;
        if (stop.stop_requested())
            return makeError("cancelled");
    }
    return makeError("ssh.timeout", subject);
}

/// What ssh itself said, where the channel ended before a shell was there.
Error channelError(Error error, const QString& subject)
{
    if (error.code == "call.cancelled")
        return makeError("cancelled");
    if (error.code == "helper.no-shell") {
        const QByteArray said = QByteArray::fromStdString(error.detail);
        Error ssh = sshError(said, subject);
        if (ssh.code != "ssh.failed")
            return ssh;
        error.code = "ssh.no-shell";
    }
    error.subject = subject.toStdString();
    return error;
}

} // namespace

HelperShelf::HelperPtr HelperShelf::take(const QString& server)
{
    const std::lock_guard lock(m_mutex);
    auto& idle = m_idle[server];
    while (!idle.empty()) {
        HelperPtr helper = std::move(idle.back());
        idle.pop_back();
        if (!helper->broken())
            return helper;
        lose(server, *helper);
    }
    return {};
}

void HelperShelf::give(const QString& server, HelperPtr helper)
{
    const std::lock_guard lock(m_mutex);
    if (helper->broken()) {
        lose(server, *helper);
        return;
    }
    auto& idle = m_idle[server];
    if (!m_closed && idle.size() < mostIdle)
        idle.push_back(std::move(helper));
}

std::vector<HelperShelf::Lost> HelperShelf::lost(const QString& server)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_lost.find(server);
    return found == m_lost.end() ? std::vector<Lost>() : found->second;
}

void HelperShelf::lose(const QString& server, const Helper& helper)
{
    auto& lost = m_lost[server];
    if (lost.size() >= mostLost)
        lost.erase(lost.begin());
    lost.push_back({helper.pid(), helper.nonce()});
}

void HelperShelf::ended(const QString& server, const std::string& nonce)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_lost[server], [&](const Lost& one) { return one.nonce == nonce; });
}

void HelperShelf::forget(const QString& server)
{
    std::vector<HelperPtr> idle;
    const std::lock_guard lock(m_mutex);
    idle.swap(m_idle[server]);
}

void HelperShelf::clear()
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_idle.clear();
}

Result<std::unique_ptr<Helper>> SshConnection::startHelper(bool root, const std::vector<std::int64_t>& earlier,
                                                           Prompter* prompter, std::stop_token stop)
{
    Secret password;
    if (root) {
        // Whether sudo lets us in, and with what, is found out where every way to fail has its words.
        const auto may = runAsRoot("id -u", {}, {}, prompter, stop);
        if (!may)
            return may.error();
        const std::lock_guard lock(m_secretMutex);
        password = m_sudo.copy();
    }
    const engine::wire::HelperImage image = engine::wire::builtInHelper();
    engine::wire::HelperStart options;
    options.earlier = earlier;
    for (int attempt = 0;; ++attempt) {
        const std::string nonce = engine::wire::newNonce();
        auto channel = Channel::start(wordsOf(channelCommand(sshrun::kBootstrap)), variablesOf(m_environment));
        if (!channel)
            return makeError("ssh.missing");
        const QByteArray line = QByteArray::fromStdString(engine::wire::bootstrapLine(image, nonce, staySeconds));
        const QByteArray mark = sshrun::nonce(), ask = sshrun::nonce();
        write(**channel, root ? sshrun::sudoStart(line, mark, ask) : line + '\n');
        if (root) {
            const auto passed = passSudo(**channel, mark, ask, password, subject(), stop);
            if (!passed)
                return passed.error();
        }
        auto helper = Helper::start(std::move(*channel), image, nonce, options, stop);
        if (helper)
            return helper;
        Error error = channelError(helper.error(), subject());
        // Where the server allows one session at a time, the one before may be about to end: wait for it a little.
        if (error.code != "ssh.too-many-sessions" || attempt >= 5 || stop.stop_requested())
            return error;
        std::this_thread::sleep_for(std::chrono::milliseconds(150));
    }
}

Result<std::shared_ptr<Helper>> SshConnections::helper(const SshAddress& address, bool sudo, std::stop_token stop)
{
    const QString key = address.text() + (sudo ? u" root"_s : QString());
    const auto lend = [shelf = m_shelf, key](std::unique_ptr<Helper> helper) {
        return std::shared_ptr<Helper>(helper.release(),
                                       [shelf, key](Helper* mine) { shelf->give(key, std::unique_ptr<Helper>(mine)); });
    };
    auto lost = m_shelf->lost(key);
    if (lost.empty()) {
        if (auto idle = m_shelf->take(key))
            return lend(std::move(idle));
        lost = m_shelf->lost(key); // looking for one may have shown more
    }
    auto connection = get(address, stop);
    if (!connection)
        return connection.error();
    if (!lost.empty()) {
        // A line that went silent is still one to ssh; nobody waits for it to find out.
        RunLimits brief;
        brief.timeoutMs = suspectMs;
        if (const auto alive = (*connection)->run("true", {}, brief, stop); !alive) {
            connection = get(address, stop, true);
            if (!connection)
                return connection.error();
            m_shelf->forget(key); // they were of the one before
        }
    }
    std::vector<std::int64_t> earlier;
    for (const auto& one : lost)
        earlier.push_back(one.pid);
    auto started = (*connection)->startHelper(sudo, earlier, m_prompter.get(), stop);
    if (!started)
        return started.error();
    // What a lost one was told, and may get to read only now, is not to be done any more.
    for (const auto& [pid, nonce] : lost) {
        if (const auto ended = (*started)->endEarlier(pid, nonce, stop); !ended)
            return channelError(ended.error(), address.text());
        m_shelf->ended(key, nonce);
    }
    return lend(std::move(*started));
}

} // namespace bascule
