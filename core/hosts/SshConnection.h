// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CommandLine.h"
#include "core/hosts/Prompter.h"
#include "core/hosts/SshAddress.h"
#include "core/hosts/SshFolder.h"

#include <QProcessEnvironment>

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

namespace bascule {

namespace engine::wire {
class Helper;
}
class HelperShelf;

/// What a test or a packager may want otherwise.
struct SshOptions
{
    QByteArray configFile;    ///< in place of ~/.ssh/config; BASCULE_SSH_CONFIG unless given
    int connectTimeout = 15;  ///< seconds; BASCULE_SSH_TIMEOUT unless given
    int persistSeconds = 120; ///< how long an unused connection stays
    QByteArray askpass;       ///< the program that asks; this one unless given (BASCULE_ASKPASS)

    /// With what the environment asks for.
    static SshOptions fromEnvironment();
};

/// What `ssh -G` says of an address.
struct SshRoute
{
    QString host, user;
    int port = 22;
    QString through;    ///< the jump host or command it goes through; empty when straight
    QByteArray ciphers; ///< that may be used, the preferred one first
};

/// What a script may cost.
struct RunLimits
{
    qint64 output = 1 << 20; ///< bytes of stdout and of stderr
    int timeoutMs = 60'000;
};

struct ScriptResult
{
    int status = 0;
    QByteArray out, err; ///< of the script alone: what the login shell said before it is cut off
    qint64 noise = 0;    ///< bytes of that
};

/// A connection to one server, kept by an OpenSSH master in the background (ControlMaster) so that any number of
/// channels share it. Made and used by jobs on their threads, several at once; all calls block and honour the stop
/// token within 2 s ("cancelled"). The destructor ends the master.
class SshConnection
{
public:
    /// Connects, asking the prompter for what ssh asks. Codes: "ssh.missing", "ssh.unresolvable", "ssh.refused",
    /// "ssh.timeout", "ssh.unreachable", "ssh.host-key-unknown" (refused, or nobody to ask; params fingerprint,
    /// keyType), "ssh.host-key-changed", "ssh.denied" (params methods), "ssh.not-answered", "ssh.nobody-to-ask",
    /// "ssh.closed", "ssh.not-ssh", "ssh.config-invalid", "ssh.no-common-algorithm", "ssh.failed".
    static Result<std::shared_ptr<SshConnection>> open(const SshAddress& address, const SshOptions& options,
                                                       std::shared_ptr<SshFolder> folder, Prompter* prompter,
                                                       std::stop_token stop);
    ~SshConnection();
    SshConnection(const SshConnection&) = delete;
    SshConnection& operator=(const SshConnection&) = delete;

    /// What ssh would do for an address, without connecting. "ssh.config-invalid", "ssh.missing".
    static Result<SshRoute> route(const SshAddress& address, const SshOptions& options, std::stop_token stop);

    const SshAddress& address() const { return m_address; }
    /// "SHA256:…" and "ssh-ed25519" of the server's key, and how we came in ("publickey").
    const QString& fingerprint() const { return m_fingerprint; }
    const QString& keyType() const { return m_keyType; }
    const QString& method() const { return m_method; }
    const QString& cipher() const { return m_cipher; } ///< as ssh calls it
    /// True when the operator was asked about the key just now.
    bool keyWasAsked() const { return m_keyWasAsked; }

    /// Whether the master still answers.
    bool alive(std::stop_token stop) const;
    /// Runs a script with /bin/sh there, whatever the login shell is and says; `input` is its stdin. Codes beside those
    /// above: "ssh.no-shell", "ssh.too-many-sessions", "ssh.output-too-long", "ssh.command-timeout". The script's own
    /// exit status is no error.
    Result<ScriptResult> run(const QByteArray& script, const QByteArray& input, const RunLimits& limits,
                             std::stop_token stop);
    /// The same as root through sudo; its password is asked at most once a connection and written only after sudo
    /// asked for it. Codes besides: "sudo.missing", "sudo.wrong-password", "sudo.not-allowed", "sudo.needs-terminal",
    /// "sudo.failed".
    Result<ScriptResult> runAsRoot(const QByteArray& script, const QByteArray& input, const RunLimits& limits,
                                   Prompter* prompter, std::stop_token stop);
    /// Starts a helper there, as root through sudo when asked for. It needs nothing there and leaves no file; it ends
    /// with the channel it is spoken to over, but stays for two minutes, doing nothing, when that is cut: `earlier` are
    /// such processes, from which the program is taken again. Codes besides those of run() and runAsRoot(): those of
    /// engine::wire::Helper::start().
    Result<std::unique_ptr<engine::wire::Helper>> startHelper(bool root, const std::vector<std::int64_t>& earlier,
                                                              Prompter* prompter, std::stop_token stop);
    /// The command line of a channel over this connection that runs `remoteCommand` (for the login shell there: it
    /// should begin with "exec"); started by the caller with environment().
    Command channelCommand(const QByteArray& remoteCommand) const;
    const QProcessEnvironment& environment() const { return m_environment; }

private:
    SshConnection(SshAddress address, SshOptions options, std::shared_ptr<SshFolder> folder);
    /// Once. `again`: a kept password was refused and forgotten, so that another try asks for it.
    Result<void> connect(Prompter* prompter, std::stop_token stop, bool& again);
    void readFacts(const QByteArray& said);
    Result<ScriptResult> runOnce(const QByteArray& script, const QByteArray& input, const RunLimits& limits, bool sudo,
                                 Prompter* prompter, std::stop_token stop);
    Result<Secret> sudoPassword(Prompter* prompter, std::stop_token stop);
    /// Tells the prompter what became of the password it gave for sudo; true when a kept one was refused.
    bool settleSudo(Prompter* prompter, bool accepted, std::stop_token stop);
    QString subject() const { return m_address.text(); }

    SshAddress m_address;
    SshOptions m_options;
    std::shared_ptr<SshFolder> m_folder;
    QByteArray m_control, m_ask;
    QProcessEnvironment m_environment;
    QString m_fingerprint, m_keyType, m_method, m_cipher;
    bool m_keyWasAsked = false;
    std::mutex m_secretMutex;
    Secret m_sudo;
    std::optional<std::pair<Prompt, Answer>> m_sudoAsked; ///< until sudo has said what it thinks of it
    std::atomic<bool> m_sudoForgotten = false;            ///< a kept password was refused just now
};

/// The connections of a process: one a server, shared by its jobs, closed at the end. Thread-safe.
class SshConnections
{
public:
    explicit SshConnections(std::shared_ptr<Prompter> prompter = {},
                            SshOptions options = SshOptions::fromEnvironment());
    ~SshConnections();

    /// The connection to an address, made when there is none or it is broken. Codes as SshConnection::open() and
    /// "ssh.no-private-folder". `again`: a fresh one in any case.
    Result<std::shared_ptr<SshConnection>> get(const SshAddress& address, std::stop_token stop, bool again = false);
    /// A helper on a server, for one call or one transfer: one that nobody needs just now, or a new one; connects when
    /// need be. Given back when the last copy goes. Codes as get() and SshConnection::startHelper().
    Result<std::shared_ptr<engine::wire::Helper>> helper(const SshAddress& address, bool sudo, std::stop_token stop);
    Result<SshRoute> route(const SshAddress& address, std::stop_token stop) const;
    /// A folder of ours that nobody else may look into, gone with this. "ssh.no-private-folder".
    Result<QByteArray> privateFolder();
    /// The connection to an address, if one was made and is held; it may be broken. Never connects.
    std::shared_ptr<SshConnection> held(const SshAddress& address) const;
    /// The same connections for somebody else: what must be asked meanwhile is put to that prompter.
    std::shared_ptr<SshConnections> asking(std::shared_ptr<Prompter> prompter) const;
    void closeAll();
    const SshOptions& options() const { return m_options; }
    Prompter* prompter() const { return m_prompter.get(); }

private:
    struct Shared;
    std::shared_ptr<Prompter> m_prompter;
    SshOptions m_options;
    std::shared_ptr<HelperShelf> m_shelf; ///< helpers that nobody needs just now
    std::shared_ptr<Shared> m_shared;     ///< the connections; closed with the last who share them
};

} // namespace bascule
