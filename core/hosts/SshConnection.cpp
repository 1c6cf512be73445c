// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/SshConnection.h"

#include "core/engine/wire/Ciphers.h"
#include "core/hosts/Askpass.h"
#include "core/hosts/Child.h"
#include "core/hosts/SshErrors.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>

#include <unistd.h>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

constexpr int slice = 50;
constexpr qsizetype mostSaid = 256 * 1024;

QByteArray option(const char* name, const QByteArray& value)
{
    return QByteArray("-o") + name + '=' + value;
}

/// ssh and what every use of it has in common. Options given here win over those of configuration files.
Command sshCommand(const SshOptions& options)
{
    Command command{"ssh", {}};
    if (!options.configFile.isEmpty())
        command.arguments << "-F" << options.configFile;
    command.arguments << "-T" << option("BatchMode", "no") << option("StrictHostKeyChecking", "ask")
                      << option("UpdateHostKeys", "no") << option("ForwardAgent", "no") << option("ForwardX11", "no")
                      << option("PermitLocalCommand", "no") << option("ClearAllForwardings", "yes")
                      << option("Tunnel", "no") << option("RemoteCommand", "none") << option("RequestTTY", "no")
                      << option("VisualHostKey", "no") << option("NumberOfPasswordPrompts", "1")
                      << option("ConnectionAttempts", "1") << option("ServerAliveInterval", "15")
                      << option("ServerAliveCountMax", "3")
                      << option("ConnectTimeout", QByteArray::number(options.connectTimeout))
                      << option("EscapeChar", "none");
    return command;
}

/// English on stderr, which we read.
QProcessEnvironment plainEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C"_s);
    environment.remove(u"LANGUAGE"_s);
    environment.remove(QLatin1String(kAskpassVariable));
    return environment;
}

Error cancelled()
{
    return makeError("cancelled");
}

/// Runs ssh for what it prints about itself: no connection, no prompt.
Result<QByteArray> printed(const Command& command, const QString& subject, std::stop_token stop)
{
    Child child;
    if (!child.start(command, plainEnvironment()))
        return makeError("ssh.missing");
    child.closeInput();
    QElapsedTimer clock;
    clock.start();
    while (child.wait(slice)) {
        if (stop.stop_requested())
            return cancelled();
        if (clock.elapsed() > 10'000)
            return makeError("ssh.timeout", subject);
    }
    if (child.exitCode() != 0)
        return sshError(child.err, subject);
    return child.out;
}

/// Puts ssh's prompts to a person while a connection is made, and remembers why it must not go on.
class Asking
{
public:
    Asking(Prompter* prompter, QString subject, Child& child, std::stop_token stop)
        : m_prompter(prompter)
        , m_subject(std::move(subject))
        , m_child(child)
        , m_stop(std::move(stop))
    {
    }

    std::optional<Error> verdict;
    qint64 waitedMs = 0; ///< for the person, which is nobody's time-out
    bool keyAsked = false;

    std::optional<Secret> reply(const QByteArray& text)
    {
        Prompt prompt = readPrompt(text);
        prompt.server = m_subject;
        const Params key{{"fingerprint", prompt.fingerprint.toStdString()}, {"keyType", prompt.keyType.toStdString()}};
        const QString detail = prompt.text;
        // A server that hides the key we know behind one of another type is a changed server, too.
        if (prompt.kind == Prompt::Kind::HostKey && knowsOtherKeys(text))
            return stopWith(makeError("ssh.host-key-changed", m_subject, key, detail));
        if (prompt.kind == Prompt::Kind::HostKey && prompt.fingerprint.isEmpty())
            return stopWith(makeError("ssh.failed", m_subject, {}, detail));
        QElapsedTimer clock;
        clock.start();
        Answer answer = m_prompter ? m_prompter->ask(prompt, m_stop) : Answer::nobodyThere();
        waitedMs += clock.elapsed();
        if (m_stop.stop_requested())
            return stopWith(cancelled());
        if (prompt.kind == Prompt::Kind::HostKey) {
            if (answer.kind != Answer::Kind::Given)
                return stopWith(makeError("ssh.host-key-unknown", m_subject, key, detail));
            keyAsked = true;
            // Not "yes": ssh compares what was shown with what it has.
            return Secret(QByteArrayView(prompt.fingerprint.toLatin1()));
        }
        if (answer.kind == Answer::Kind::NobodyThere)
            return stopWith(makeError("ssh.nobody-to-ask", m_subject, {}, detail));
        if (answer.kind == Answer::Kind::Refused)
            return stopWith(makeError("ssh.not-answered", m_subject, {}, detail));
        Secret secret = std::move(answer.secret);
        if (answer.keep)
            answer.secret = secret.copy();
        m_given.emplace_back(std::move(prompt), std::move(answer));
        return secret;
    }

    /// The server let us in: says of each answer whether it was of use. `said`: by which methods, as ssh told it.
    void settleAccepted(const QString& method, const QByteArray& said)
    {
        const bool key = method == "publickey"_L1 || said.contains("using \"publickey\" with partial success");
        for (const auto& [prompt, answer] : m_given) {
            const bool used = prompt.kind == Prompt::Kind::Passphrase ? key : true;
            m_prompter->settled(prompt, answer, used, m_stop);
        }
    }
    /// The server did not: the last answer was the wrong one. True when it was a kept one, which is forgotten now.
    bool settleRefused()
    {
        if (m_given.empty())
            return false;
        const auto& [prompt, answer] = m_given.back();
        m_prompter->settled(prompt, answer, false, m_stop);
        return answer.fromStore;
    }

private:
    /// ssh is ended before it hears anything: without an answer it would try an empty password, which counts.
    std::optional<Secret> stopWith(Error error)
    {
        m_child.end();
        verdict = std::move(error);
        return {};
    }

    Prompter* m_prompter;
    QString m_subject;
    Child& m_child;
    std::stop_token m_stop;
    std::vector<std::pair<Prompt, Answer>> m_given; ///< with the secret only where it is to be kept
};

/// The new fingerprint of a changed server, so that people can compare.
void addChangedKey(Error& error, const QByteArray& said)
{
    static const QRegularExpression print(
        u"fingerprint for the (\\S+) key sent by the remote host is\\s+(SHA256:[A-Za-z0-9+/]+)"_s);
    if (error.code != "ssh.host-key-changed")
        return;
    const auto match = print.match(QString::fromUtf8(said));
    error.params.insert_or_assign("keyType", match.captured(1).toStdString());
    error.params.insert_or_assign("fingerprint", match.captured(2).toStdString());
}

} // namespace

SshOptions SshOptions::fromEnvironment()
{
    SshOptions options;
    options.configFile = qgetenv("BASCULE_SSH_CONFIG");
    options.askpass = qgetenv("BASCULE_ASKPASS");
    if (const int seconds = qEnvironmentVariableIntValue("BASCULE_SSH_TIMEOUT"); seconds > 0)
        options.connectTimeout = seconds;
    return options;
}

SshConnection::SshConnection(SshAddress address, SshOptions options, std::shared_ptr<SshFolder> folder)
    : m_address(std::move(address))
    , m_options(std::move(options))
    , m_folder(std::move(folder))
    , m_environment(plainEnvironment())
{
    static std::atomic<int> counter{0};
    const QByteArray number = QByteArray::number(++counter);
    m_control = m_folder->path() + "/m" + number;
    m_ask = m_folder->path() + "/a" + number;
}

SshConnection::~SshConnection()
{
    if (::access(m_control.constData(), F_OK) != 0)
        return;
    Command command = sshCommand(m_options);
    command.arguments << option("ControlPath", m_control) << "-Oexit" << m_address.arguments();
    Child child;
    if (child.start(command, m_environment)) {
        child.closeInput();
        QElapsedTimer clock;
        clock.start();
        while (child.wait(slice) && clock.elapsed() < 2000) {
        }
    }
    ::unlink(m_control.constData());
}

Result<SshRoute> SshConnection::route(const SshAddress& address, const SshOptions& options, std::stop_token stop)
{
    Command command = sshCommand(options);
    command.arguments << "-G" << address.arguments();
    const auto said = printed(command, address.text(), stop);
    if (!said)
        return said.error();
    SshRoute route;
    for (const QByteArray& line : said.value().split('\n')) {
        const qsizetype blank = line.indexOf(' ');
        const QByteArray name = line.left(blank);
        const QString value = displayPath(line.mid(blank + 1));
        if (name == "hostname")
            route.host = value;
        else if (name == "user")
            route.user = value;
        else if (name == "port")
            route.port = value.toInt();
        else if ((name == "proxyjump" || name == "proxycommand") && value != "none"_L1)
            route.through = value;
        else if (name == "ciphers")
            route.ciphers = line.mid(blank + 1);
    }
    return route;
}

Result<std::shared_ptr<SshConnection>> SshConnection::open(const SshAddress& address, const SshOptions& options,
                                                           std::shared_ptr<SshFolder> folder, Prompter* prompter,
                                                           std::stop_token stop)
{
    // A jump host, a key and the server may each have a kept answer that is not right any more.
    for (int attempt = 0;; ++attempt) {
        std::shared_ptr<SshConnection> connection(new SshConnection(address, options, folder));
        bool again = false;
        const auto done = connection->connect(prompter, stop, again);
        if (done)
            return connection;
        if (!again || attempt >= 3 || stop.stop_requested())
            return done.error();
    }
}

/// Ends when ssh has authenticated and gone to the background: from then on the master keeps the connection.
Result<void> SshConnection::connect(Prompter* prompter, std::stop_token stop, bool& again)
{
    keepSecretsFromDumps();
    auto asker = AskpassSocket::listen(m_ask);
    if (!asker)
        return asker.error();
    const auto planned = route(m_address, m_options, stop);
    if (!planned)
        return planned.error();
    Command command = sshCommand(m_options);
    if (!planned->ciphers.isEmpty())
        command.arguments << option(
            "Ciphers", QByteArray::fromStdString(engine::wire::quickFirst(planned->ciphers.toStdString())));
    command.arguments << "-N" << option("ControlMaster", "yes") << option("ControlPath", m_control)
                      << option("ControlPersist", QByteArray::number(m_options.persistSeconds))
                      << option("LogLevel", "DEBUG1") << m_address.arguments();
    QProcessEnvironment environment = m_environment;
    environment.insert(u"SSH_ASKPASS"_s, m_options.askpass.isEmpty() ? QCoreApplication::applicationFilePath()
                                                                     : QFile::decodeName(m_options.askpass));
    environment.insert(u"SSH_ASKPASS_REQUIRE"_s, u"force"_s);
    environment.insert(QLatin1String(kAskpassVariable), QFile::decodeName(m_ask));
    Child child;
    if (!child.start(command, environment))
        return makeError("ssh.missing");
    child.closeInput();
    Asking asking(prompter, subject(), child, stop);
    QElapsedTimer clock;
    clock.start();
    // ConnectTimeout holds for each host on the way up to its first words; this is for what stays silent after them.
    const qint64 patience = qint64(m_options.connectTimeout) * 4000;
    while (child.wait(slice)) {
        if (stop.stop_requested())
            return cancelled();
        asker.value()->serve([&](const QByteArray& prompt) { return asking.reply(prompt); });
        if (asking.verdict)
            return *asking.verdict;
        if (clock.elapsed() - asking.waitedMs > patience)
            return makeError("ssh.timeout", subject(), {}, displayPath(withoutDebug(child.err).right(2000)));
        if (child.err.size() > mostSaid)
            return makeError("ssh.failed", subject(), {}, displayPath(withoutDebug(child.err).right(2000)));
    }
    readFacts(child.err);
    m_keyWasAsked = asking.keyAsked;
    if (child.exitCode() == 0) {
        asking.settleAccepted(m_method, child.err);
        return {};
    }
    Error error = sshError(child.err, subject());
    addChangedKey(error, child.err);
    if (error.code == "ssh.denied")
        again = asking.settleRefused();
    return error;
}

void SshConnection::readFacts(const QByteArray& said)
{
    static const QRegularExpression key(u"^debug1: Server host key: (\\S+) (SHA256:[A-Za-z0-9+/]+)\\r?$"_s,
                                        QRegularExpression::MultilineOption);
    static const QRegularExpression method(u"^Authenticated to .* using \"([a-z0-9-]+)\""_s,
                                           QRegularExpression::MultilineOption);
    const QString text = QString::fromUtf8(said);
    const auto found = key.match(text);
    m_keyType = found.captured(1);
    m_fingerprint = found.captured(2);
    m_method = method.match(text).captured(1);
    static const QRegularExpression cipher(u"^debug1: kex: client->server cipher: (\\S+)"_s,
                                           QRegularExpression::MultilineOption);
    m_cipher = cipher.match(text).captured(1);
}

bool SshConnection::alive(std::stop_token stop) const
{
    Command command = sshCommand(m_options);
    command.arguments << option("ControlPath", m_control) << "-Ocheck" << m_address.arguments();
    return printed(command, subject(), stop).ok();
}

Command SshConnection::channelCommand(const QByteArray& remoteCommand) const
{
    Command command = sshCommand(m_options);
    // Without its master ssh would connect anew and ask again: with this it ends instead.
    command.arguments << option("ProxyCommand", "false") << option("LogLevel", "INFO") << option("ControlMaster", "no")
                      << option("ControlPath", m_control) << m_address.arguments() << remoteCommand;
    return command;
}

} // namespace bascule
