// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/integration/Cli.h"

#include <QFileInfo>

/// The servers of tests/lab, which somebody else has started: `packaging/test --lab`, or `lab up` and its ssh_config in
/// BASCULE_LAB_CONFIG. Hosts: old (Debian 11, a share full of traps), new (Debian 12, empty), jump; old-by-jump is old
/// reached through jump. Commands block; what is done to a host stays until plain() or reset().
class Lab
{
public:
    struct Ran
    {
        int exit = -1;
        QByteArray out, err;
        /// For QVERIFY2.
        QByteArray words() const
        {
            return "exit " + QByteArray::number(exit) + "\n" + err.right(600) + "\n…" + out.right(600);
        }
    };

    /// The ssh_config with the hosts; empty without a lab.
    static QString config() { return qEnvironmentVariable("BASCULE_LAB_CONFIG"); }
    /// For QVERIFY2 in initTestCase().
    static bool isUp() { return QFileInfo::exists(config()) && on("old", "true").exit == 0; }

    /// The password of ops (who may use sudo with it) and of nosudo (who may not).
    static QByteArray password(const QByteArray& user) { return "Lab " + user + " pass"; }

    /// A line for root's shell on a host, over ssh. `user`: another one who has the lab's key (auto, chatty, cshell).
    static Ran on(const QByteArray& host, const QByteArray& line, const QByteArray& input = {},
                  const QByteArray& user = "root")
    {
        return run({QStringLiteral("ssh"), QStringLiteral("-F"), config(), QStringLiteral("-oBatchMode=yes"),
                    QStringLiteral("-l"), QString::fromUtf8(user), QString::fromUtf8(host), QString::fromUtf8(line)},
                   input);
    }

    /// A command of the lab: {"cut", "old"}, {"sshd", "old", "MaxSessions", "1"} …
    static Ran lab(const std::vector<QByteArray>& words)
    {
        QStringList line{QStringLiteral("env"), QStringLiteral("LAB_DIR=") + QFileInfo(config()).absolutePath(),
                         QStringLiteral(BASCULE_SOURCE_DIR "/tests/lab/lab")};
        if (!isRoot())
            line = QStringList{QStringLiteral("sudo"), QStringLiteral("-n")} + line;
        for (const QByteArray& word : words)
            line << QString::fromUtf8(word);
        return run(line);
    }
    /// A host's sshd, sudo, /tmp, host key and free space as they were; its line whole. In seconds, keeps its data.
    static bool plain(const QByteArray& host)
    {
        return lab({"heal", host}).exit == 0 && lab({"plain", host}).exit == 0;
    }
    /// Pristine: data, too.
    static bool reset(const QByteArray& host) { return lab({"reset", host}).exit == 0; }

    /// bascule-cli that finds the lab's hosts by name, and gives up on silence after five seconds.
    static std::unique_ptr<Cli> cli()
    {
        auto made = std::make_unique<Cli>();
        made->environment().insert(QStringLiteral("BASCULE_SSH_CONFIG"), config());
        made->environment().insert(QStringLiteral("BASCULE_SSH_TIMEOUT"), QStringLiteral("5"));
        return made;
    }
    /// bascule-cli with passwords, one a line in the order they are asked, on a descriptor and without a terminal.
    static Cli::Result withPasswords(Cli& cli, const QByteArray& lines, const std::vector<QByteArray>& arguments)
    {
        cli.makeFile(cli.bytes("secrets"), lines);
        QByteArray line = "exec setsid -w " + Cli::quoted(BASCULE_CLI);
        for (const QByteArray& argument : arguments)
            line += ' ' + Cli::quoted(argument);
        return cli.shell(line + " --password-fd 7 7<" + Cli::quoted(cli.bytes("secrets")));
    }

    static Ran run(QStringList words, const QByteArray& input = {})
    {
        QProcess process;
        const QString program = words.takeFirst();
        process.start(program, words);
        if (!process.waitForStarted())
            return {};
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished(300'000);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
                process.readAllStandardError()};
    }
};
